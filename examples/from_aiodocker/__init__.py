"""Programs for aiodocker, as its users write them; with another import they are programs for ``dockwright.aio``."""
