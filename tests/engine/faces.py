"""Both faces behind one, so that a scenario is written once: what gives an awaitable is awaited, the rest is called."""

import asyncio
from collections.abc import Callable
from typing import Any

import dockwright.aio as aio
import dockwright.sync as sync
from tests.faces import settled


async def listed(stream: Any) -> list[Any]:
    """Read an iterator of either kind to its end."""
    return [each async for each in stream] if hasattr(stream, "__aiter__") else list(stream)


class Face:
    """A client of one face, with the calls that have two names."""

    def __init__(self, client: aio.Docker | sync.DockerClient) -> None:
        self.client: Any = client

    async def run(self, image: str, command: Any = None, **options: Any) -> Any:
        """Start a container, and give it."""
        detach = {} if isinstance(self.client, aio.Docker) else {"detach": True}
        return await settled(self.client.containers.run(image, command, **detach, **options))

    async def create(self, image: str, command: Any = None, **options: Any) -> Any:
        """Make a container, and give it."""
        return await settled(self.client.containers.create(image, command, **options))

    async def remove(self, container: Any) -> None:
        """Remove a container, whatever it does."""
        await settled(
            (container.delete if isinstance(self.client, aio.Docker) else container.remove)(force=True, v=True)
        )

    async def at_once(self, *calls: Callable[[], Any]) -> list[Any]:
        """Make calls at the same time, and give their results; errors are among them."""
        if isinstance(self.client, aio.Docker):
            return await asyncio.gather(*(call() for call in calls), return_exceptions=True)
        return await asyncio.gather(*(asyncio.to_thread(call) for call in calls), return_exceptions=True)

    async def close(self) -> None:
        """Close the client."""
        await settled(self.client.close())


def face_of(name: str, url: str) -> Face:
    """Make a client of the face of a name."""
    return Face(aio.Docker(url) if name == "aio" else sync.DockerClient(url))
