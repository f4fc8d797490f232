"""A typed client of the Docker Engine API: ``dockwright.aio`` is asynchronous, ``dockwright.sync`` is not."""
