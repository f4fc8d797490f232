"""Programs that show dockwright at work."""
