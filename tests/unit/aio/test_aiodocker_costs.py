"""What aiodocker 0.26 wastes or lacks, fault by fault: requests, memory, connections, parameters.

The numbers are those of the migration guide's list, in which these come after those of ``test_aiodocker_faults``.
"""

import asyncio
import base64
import gc
from collections.abc import Callable
from typing import Any

import aiohttp
import pytest

from dockwright.aio import (
    Docker,
    Message,
)
from dockwright.wire.demux import Demuxer
from tests.fakes.engine import LAST_CHUNK, Do, FakeEngine, Step, chunk, chunked, chunked_head, frame, head, upgraded
from tests.unit.aio.conftest import LOGS, MULTIPLEXED, Closed, output, plain
from tests.unit.aio.test_memory import resident

JSON = "application/json"


LEFT_EARLY: dict[str, tuple[str, str, list[Step], Callable[[Docker], Any]]] = {
    "stats": (
        "GET",
        "/containers/c/stats",
        [chunked_head(JSON), chunk(b'{"read": "now"}\n'), Do.HANG],
        lambda docker: docker.containers.container("c").stats(),
    ),
    "log": (
        "GET",
        LOGS,
        [*output(frame(1, b"one\n")), Do.HANG],
        lambda docker: docker.containers.container("c").log(stdout=True, follow=True),
    ),
    "pull": (
        "POST",
        "/images/create",
        [chunked_head(JSON), chunk(b'{"status": "a"}\n'), Do.HANG],
        lambda docker: docker.images.pull("busybox", stream=True),
    ),
    "build": (
        "POST",
        "/build",
        [chunked_head(JSON), chunk(b'{"stream": "a"}\n'), Do.HANG],
        lambda docker: docker.images.build(fileobj=b"tar", encoding="identity", stream=True),
    ),
    "export_image": (
        "GET",
        "/images/busybox/get",
        [chunked_head("application/x-tar"), chunk(b"tar"), Do.HANG],
        lambda docker: docker.images.export_image("busybox"),
    ),
}


@pytest.mark.parametrize(("method", "path", "steps", "begin"), LEFT_EARLY.values(), ids=LEFT_EARLY.keys())
async def test_c1_what_is_left_early_is_closed(
    docker: Docker,
    fake_engine: FakeEngine,
    closed: Closed,
    method: str,
    path: str,
    steps: list[Step],
    begin: Callable[[Docker], Any],
) -> None:
    """Aiodocker C1: after a break the engine goes on sending, and the connection is never given back."""
    fake_engine.script(method, path, *steps)
    gc.disable()
    try:
        async for _ in begin(docker):
            break
        await closed()
    finally:
        gc.enable()
    assert fake_engine.connections[0].closed_by == "client"


async def test_c2_the_version_is_asked_for_once(fake_engine: FakeEngine) -> None:
    """Aiodocker C2: of 20 first calls at once each asks for the version."""
    fake_engine.reply("GET", "/info", body={})
    async with Docker(fake_engine.url) as docker:
        await asyncio.gather(*(docker.system.info() for _ in range(20)))
    assert len(fake_engine.received("GET", "/version")) == 1
    assert len(fake_engine.received("GET", "/info")) == 20


async def test_c3_no_request_is_made_that_is_not_needed(docker: Docker, fake_engine: FakeEngine) -> None:
    """Aiodocker C3: every log and attach inspects the container first, and what get() has asked for is thrown away."""
    fake_engine.script("GET", LOGS, *output(frame(1, b"one\n")), LAST_CHUNK)
    fake_engine.script("POST", "/containers/c/attach", upgraded(MULTIPLEXED), frame(1, b"one\n"), Do.CLOSE)
    fake_engine.reply("GET", "/networks/n", body={"Id": "n1", "Name": "n"})
    container = docker.containers.container("c")
    assert await container.log(stdout=True) == ["one\n"]
    async with container.attach(stdout=True) as stream:
        assert await stream.read_out() == Message(1, b"one\n")
    assert (await docker.networks.get("n"))["Name"] == "n"
    assert [request.path for request in fake_engine.requests] == [LOGS, "/containers/c/attach", "/networks/n"]


async def test_c4_an_archive_takes_no_memory(docker: Docker, fake_engine: FakeEngine) -> None:
    """Aiodocker C4: an archive is read into memory as a whole, twice, and what its path is remains unknown."""
    piece = chunk(b"x" * (1 << 20))
    stat = base64.b64encode(b'{"name": "big", "size": 5, "mode": 420, "mtime": "", "linkTarget": ""}').decode()
    fake_engine.script(
        "GET",
        "/containers/c/archive",
        chunked_head("application/x-tar", headers={"X-Docker-Container-Path-Stat": stat}),
        *[piece] * 128,
        LAST_CHUNK,
    )
    fake_engine.script("HEAD", "/containers/c/archive", head(200, {"X-Docker-Container-Path-Stat": stat}))
    container = docker.containers.container("c")
    assert (await container.path_stat("/big")).name == "big"
    before, most, size = resident(), 0, 0
    async for data in container.archive("/big"):
        size += len(data)
        most = max(most, resident())
    assert size == 128 << 20
    assert most - before < 48 << 20


def test_c6_one_read_gives_all_messages_in_it() -> None:
    """Aiodocker C6: every message takes two reads of its own."""
    messages = Demuxer().feed(frame(1, b"line\n") * 10_000)
    assert messages == [Message(1, b"line\n")] * 10_000


async def test_c7_a_stream_is_iterated_and_its_input_ended(docker: Docker, fake_engine: FakeEngine) -> None:
    """Aiodocker C7: a stream cannot be iterated, and its input cannot be ended while there is output to come."""
    fake_engine.script("POST", "/exec/e/start", upgraded(MULTIPLEXED), Do.READ_INPUT, frame(2, b"out"), Do.CLOSE)
    async with docker.containers.exec("e").start() as stream:
        await stream.write_in(b"all")
        await stream.write_eof()
        assert [message async for message in stream] == [Message(2, b"out")]
    assert fake_engine.requests[0].input == b"all"


class OtherTimeout:
    """Has what a ClientTimeout has, and is no class of attrs."""

    total, connect, sock_connect, sock_read = 7.0, None, 2.0, None


def test_c9_a_timeout_is_only_read() -> None:
    """Aiodocker C9: it relies on how aiohttp makes its ClientTimeout."""
    deadlines = Docker("unix:///s", timeout=OtherTimeout()).engine.timeouts.unary
    assert (deadlines.total, deadlines.connect) == (7.0, 2.0)
    mine = aiohttp.ClientTimeout(total=7, sock_connect=2)
    assert Docker("unix:///s", timeout=mine).engine.timeouts.unary == deadlines


def test_c10_a_client_needs_no_loop() -> None:
    """Aiodocker C10: a client cannot be made outside of a loop."""
    docker = Docker("unix:///nowhere")
    assert docker.api_version == "auto"
    asyncio.run(docker.close())


async def test_d_parameters_that_were_missing(docker: Docker, fake_engine: FakeEngine) -> None:
    """Aiodocker D: operations and arguments of the Engine API that cannot be reached."""
    fake_engine.reply("POST", "/containers/create", 201, {"Id": "abc", "Warnings": []})
    fake_engine.reply("GET", "/containers/c/stats", body={"read": "now"})
    for path in ("restart", "archive"):
        fake_engine.reply("PUT" if path == "archive" else "POST", f"/containers/c/{path}", 204)
    fake_engine.reply("GET", "/networks/n", body={"Id": "n"})
    fake_engine.reply("GET", "/services", body=[])
    fake_engine.reply("GET", "/services/s", body={"ID": "s"})
    fake_engine.reply("GET", "/images/i/history", body=[])
    container = docker.containers.container("c")
    await docker.containers.create({"Image": "busybox"}, platform="linux/arm64")
    await container.stats(stream=False)
    await container.restart(signal="SIGINT")
    await docker.networks.get("n", verbose=True, scope="local")
    await docker.services.list(status=True)
    await docker.services.inspect("s", insert_defaults=True)
    asked = {request.path: plain(request.query) for request in fake_engine.requests}
    assert asked == {
        "/containers/create": {"platform": ["linux/arm64"]},
        "/containers/c/stats": {"stream": ["0"]},
        "/containers/c/restart": {"signal": ["SIGINT"]},
        "/networks/n": {"verbose": ["1"], "scope": ["local"]},
        "/services": {"status": ["1"]},
        "/services/s": {"insertDefaults": ["1"]},
    }


async def test_e_filters_are_written_the_same_way_everywhere(docker: Docker, fake_engine: FakeEngine) -> None:
    """Aiodocker E: filters need lists in some calls and none in others."""
    for path in ("/containers/json", "/images/json", "/networks"):
        fake_engine.reply("GET", path, body=[])
    fake_engine.reply("GET", "/volumes", body={"Volumes": []})
    fake_engine.script("GET", "/events", *chunked(JSON, []))
    for given in ({"label": "a"}, {"label": ["a"]}):
        await docker.containers.list(filters=given)
        await docker.images.list(filters=given)
        await docker.networks.list(filters=given)
        await docker.volumes.list(filters=given)
        await docker.system.events(filters=given).read_all()
    assert {request.query["filters"][0] for request in fake_engine.requests} == {'{"label":["a"]}'}
    assert len(fake_engine.requests) == 10
