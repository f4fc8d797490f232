"""A consumer that is slower than the engine: the engine waits, and memory stays as it is."""

import asyncio
import base64
import json
import os
from pathlib import Path
from tarfile import TarInfo

import pytest

from dockwright.aio import Docker
from tests.fakes.engine import LAST_CHUNK, Do, FakeEngine, chunk, chunked_head, frame, upgraded

from .conftest import LOGS, MULTIPLEXED

PIECE = frame(1, b"x" * ((1 << 20) - 1) + b"\n")
PIECES = 256
ROOM = 48 << 20
"""Bytes that may be on their way: a few pieces, in every form in which they are held."""


def resident() -> int:
    """Give the memory of this process, in bytes."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


async def test_a_log_of_256_mebibytes(docker: Docker, fake_engine: FakeEngine) -> None:
    fake_engine.script("GET", LOGS, chunked_head(MULTIPLEXED), *[chunk(PIECE)] * PIECES, LAST_CHUNK)
    before, most, size = resident(), 0, 0
    async for message in docker.containers.container("c").messages(follow=True):
        size += len(message.data)
        await asyncio.sleep(0.001)
        most = max(most, resident())
    assert size == PIECES << 20
    assert most - before < ROOM


async def test_attached_output_of_256_mebibytes(docker: Docker, fake_engine: FakeEngine) -> None:
    fake_engine.script("POST", "/containers/c/attach", upgraded(MULTIPLEXED), *[PIECE] * PIECES, Do.CLOSE)
    before, most, size = resident(), 0, 0
    async with docker.containers.container("c").attach(stdout=True) as stream:
        async for message in stream:
            size += len(message.data)
            await asyncio.sleep(0.001)
            most = max(most, resident())
    assert size == PIECES << 20
    assert most - before < ROOM


async def test_lines_of_256_mebibytes(docker: Docker, fake_engine: FakeEngine) -> None:
    fake_engine.script("GET", LOGS, chunked_head(MULTIPLEXED), *[chunk(PIECE)] * PIECES, LAST_CHUNK)
    before, most, count = resident(), 0, 0
    async for _ in docker.containers.container("c").lines(follow=True):
        count += 1
        most = max(most, resident())
    assert count == PIECES
    assert most - before < ROOM


@pytest.mark.parametrize("to_disk", [False, True])
async def test_an_archive_of_256_mebibytes(
    docker: Docker, fake_engine: FakeEngine, tmp_path: Path, *, to_disk: bool
) -> None:
    """aiodocker C4: an archive was held in memory as a whole, twice."""
    header = TarInfo("file")
    header.size = PIECES << 20
    stat = {"name": "file", "size": header.size, "mode": 0o644, "mtime": "2024-01-01T00:00:00Z", "linkTarget": ""}
    told = {"X-Docker-Container-Path-Stat": base64.b64encode(json.dumps(stat).encode()).decode()}
    content = [chunk(bytes(1 << 20))] * PIECES
    end = chunk(bytes(1024))
    archive = chunked_head("application/x-tar", headers=told), chunk(header.tobuf()), *content, end, LAST_CHUNK
    fake_engine.script("GET", "/containers/c/archive", *archive)
    fake_engine.reply("HEAD", "/containers/c/archive", headers=told)
    container = docker.containers.container("c")
    before, most = resident(), 0
    if to_disk:
        copying = asyncio.ensure_future(container.copy_from("/file", tmp_path))
        while not copying.done():
            most = max(most, resident())
            await asyncio.sleep(0.001)
        (written,) = await copying
        assert written.stat().st_size == header.size
        written.unlink()
    else:
        size = 0
        async for piece in container.archive("/file"):
            size += len(piece)
            most = max(most, resident())
        assert size == header.size + 512 + 1024
    assert most - before < ROOM
