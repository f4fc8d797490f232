"""The bare HTTP libraries, reading the body of a log and throwing it away."""

import asyncio
from collections.abc import Generator
from contextlib import contextmanager

import aiohttp
import httpx

from benchmarks.contestants import LOGS, Work

URL = "http://localhost/v1.45/containers/blocks/logs?follow=true&stdout=true&stderr=true"


@contextmanager
def aiohttp_body(address: str) -> Generator[Work]:
    """Read the body with aiohttp, in the pieces in which it arrives."""

    async def connect() -> aiohttp.ClientSession:
        connector = aiohttp.UnixConnector(address.removeprefix("unix://"))
        return aiohttp.ClientSession(connector=connector, timeout=aiohttp.ClientTimeout(total=None))

    async def once() -> int:
        size = 0
        for _ in range(LOGS):
            async with session.get(URL) as response:
                async for data in response.content.iter_any():
                    size += len(data)
        return size

    with asyncio.Runner() as runner:
        session = runner.run(connect())
        try:
            yield lambda: runner.run(once())
        finally:
            runner.run(session.close())


@contextmanager
def httpx_body(address: str) -> Generator[Work]:
    """Read the body with httpx, in the pieces in which it arrives."""
    transport = httpx.HTTPTransport(uds=address.removeprefix("unix://"))

    def once() -> int:
        size = 0
        for _ in range(LOGS):
            with client.stream("GET", URL) as response:
                for data in response.iter_raw():
                    size += len(data)
        return size

    with httpx.Client(transport=transport) as client:
        yield once
