"""Where the engine is, and who we are to it: decided from arguments, environment and files, without a connection."""
