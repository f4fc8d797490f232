"""The objects of an engine by docker-py's modules: ``from docker.models.containers import Container``."""
