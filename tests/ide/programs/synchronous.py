"""A program on the synchronous face, as far as it is written."""

import dockwright.sync as docker


def main() -> None:
    """Do something with every container."""
    with docker.from_env() as client:
        for container in client.containers.list():
            print(container.id)
            # here
