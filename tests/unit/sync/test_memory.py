"""A consumer that is slower than the engine: the engine waits, and memory stays as it is."""

import os
from pathlib import Path
from time import sleep

from dockwright.sync import Container, DockerClient
from dockwright_api import operations
from tests.fakes.engine import LAST_CHUNK, Do, FakeEngine, chunk, chunked_head, frame, upgraded

from .conftest import LOGS, MULTIPLEXED

PIECE = frame(1, b"x" * ((1 << 20) - 1) + b"\n")
PIECES = 256
ROOM = 48 << 20
"""Bytes that may be on their way: a few pieces, in every form in which they are held."""


def resident() -> int:
    """Give the memory of this process, in bytes."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def test_a_log_of_256_mebibytes(client: DockerClient, fake_engine: FakeEngine) -> None:
    fake_engine.script("GET", LOGS, chunked_head(MULTIPLEXED), *[chunk(PIECE)] * PIECES, LAST_CHUNK)
    before, most, size = resident(), 0, 0
    for message in Container.of(client, "c").messages(follow=True):
        size += len(message.data)
        sleep(0.001)
        most = max(most, resident())
    assert size == PIECES << 20
    assert most - before < ROOM


def test_attached_output_of_256_mebibytes(client: DockerClient, fake_engine: FakeEngine) -> None:
    fake_engine.script("POST", "/containers/c/attach", upgraded(MULTIPLEXED), *[PIECE] * PIECES, Do.CLOSE)
    before, most, size = resident(), 0, 0
    with client.engine.upgrade(operations.containers.attach("c", stdout=True, stream=True)) as stream:
        for message in stream:
            size += len(message.data)
            sleep(0.001)
            most = max(most, resident())
    assert size == PIECES << 20
    assert most - before < ROOM


def test_lines_of_256_mebibytes(client: DockerClient, fake_engine: FakeEngine) -> None:
    fake_engine.script("GET", LOGS, chunked_head(MULTIPLEXED), *[chunk(PIECE)] * PIECES, LAST_CHUNK)
    before, most, count = resident(), 0, 0
    for _ in Container.of(client, "c").lines(follow=True):
        count += 1
        most = max(most, resident())
    assert count == PIECES
    assert most - before < ROOM
