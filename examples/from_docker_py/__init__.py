"""Programs for docker-py, as its users write them; with another import they are programs for ``dockwright.sync``."""
