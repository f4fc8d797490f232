"""A program on the asynchronous face, as far as it is written."""

from dockwright.aio import Docker


async def main() -> None:
    """Do something with every container."""
    async with Docker() as docker:
        for container in await docker.containers.list():
            print(container.id)
            # here
