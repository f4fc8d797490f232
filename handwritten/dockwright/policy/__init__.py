"""Pure decisions: how long to wait, which version of the API to speak. Nothing here waits or sends."""
