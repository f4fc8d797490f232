"""One scenario for both faces: what is awaited in one is there at once in the other."""

import inspect
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any

from dockwright.aio import Docker
from dockwright.sync import DockerClient

FACES = ("aio", "sync")


@asynccontextmanager
async def connected(face: str, url: str, **options: Any) -> AsyncGenerator[Any]:
    """Give a client of a face."""
    if face == "aio":
        async with Docker(url, **options) as docker:
            yield docker
    else:
        with DockerClient(url, **options) as client:
            yield client


async def settled(value: Any) -> Any:
    """Give the result of a call, whichever face made it."""
    return await value if inspect.isawaitable(value) else value


async def remove(thing: Any, *arguments: Any) -> None:
    """Remove something by the method that its face has for that."""
    await settled(thing.delete(*arguments) if hasattr(thing, "delete") else thing.remove(*arguments))


@asynccontextmanager
async def block(thing: Any) -> AsyncGenerator[Any]:
    """Enter something as ``async with`` or ``with``, as its face has it."""
    if hasattr(thing, "__aenter__"):
        async with thing as entered:
            yield entered
    else:
        with thing as entered:
            yield entered
