"""Replies to small requests: the same however they arrive, and a connection is used again when they have ended."""

import asyncio
import ssl
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest
import trustme

from dockwright.aio import Docker
from dockwright.aio.response import Response
from dockwright.aio.transport import SessionResponse, Transport
from dockwright.errors import ConnectionLost, DeadlineExceeded, DockerError
from dockwright.policy.timeouts import Deadlines
from dockwright.settings.endpoint import parse
from dockwright.wire.request import Request
from tests.fakes.engine import LAST_CHUNK, Do, FakeEngine, Pieces, Step, chunk, chunked_head, frame, head, reply

GET = Request("GET", "/info", {})
LINES = [b"line %d\r\n" % number for number in range(200)]
CHUNKS = b"".join(map(chunk, LINES))
HEAD = chunked_head("application/octet-stream")
LOGS = "/containers/c/logs"
MULTIPLEXED = "application/vnd.docker.multiplexed-stream"


@pytest.fixture
async def transport(fake_engine: FakeEngine) -> AsyncIterator[Transport]:
    transport = Transport(parse(fake_engine.url))
    yield transport
    await transport.close()


async def opened(transport: Transport, request: Request = GET, deadlines: Deadlines | None = None) -> Response:
    return await transport.open(request, "SystemInfo", deadlines or Deadlines())


async def body(transport: Transport, request: Request = GET) -> bytes:
    response = await opened(transport, request)
    try:
        return await response.read()
    finally:
        response.close()


@pytest.mark.parametrize("size", [1, 7, 100, 1 << 20])
@pytest.mark.parametrize(
    "sent",
    [
        HEAD + CHUNKS + LAST_CHUNK,
        HEAD + CHUNKS + b"0;last\r\nX-Trailer: none\r\n\r\n",
        head(200, {"transfer-encoding": "Chunked"}) + CHUNKS + LAST_CHUNK,
        reply(200, b"".join(LINES)),
        head(100) + HEAD + CHUNKS + LAST_CHUNK,
    ],
    ids=["chunked", "trailers", "spelt otherwise", "content-length", "interim"],
)
async def test_a_body_is_the_same_however_it_arrives(
    transport: Transport, fake_engine: FakeEngine, sent: bytes, size: int
) -> None:
    fake_engine.script("GET", "/info", Pieces(sent, size))
    for _ in range(3):
        assert await body(transport) == b"".join(LINES)
    assert len(fake_engine.connections) == 1, "read to its end, a reply gives its connection back"


async def test_a_body_without_a_length_ends_with_the_connection(transport: Transport, fake_engine: FakeEngine) -> None:
    fake_engine.script("GET", "/info", head(200) + CHUNKS, CHUNKS, Do.CLOSE)
    assert await body(transport) == CHUNKS * 2
    assert await body(transport) == CHUNKS * 2
    assert len(fake_engine.connections) == 2


async def test_chunks_that_arrive_together_are_read_together(transport: Transport, fake_engine: FakeEngine) -> None:
    gate = fake_engine.gate()
    fake_engine.script("GET", "/info", HEAD + CHUNKS, gate, b"9\r\nprompt> ", Do.HANG)
    response = await opened(transport)
    await asyncio.sleep(0.01)
    assert await response.chunk() == b"".join(LINES)
    gate.open()
    assert await response.chunk() == b"prompt> ", "nothing waits for the end of a chunk"
    response.close()


async def test_connections_go_back_as_they_were(transport: Transport, fake_engine: FakeEngine) -> None:
    gate = fake_engine.gate()
    fake_engine.script("GET", "/info", HEAD + CHUNKS, gate, LAST_CHUNK)
    fake_engine.reply("POST", "/images/load", 200, {})
    response = await opened(transport)
    gate.open()
    assert await response.read() == b"".join(LINES)
    response.close()
    # What goes through aiohttp's session finds its own protocol there.
    upload = Request("POST", "/images/load", {}, iter([b"tar"]))
    other = await transport.open(upload, "ImageLoad", Deadlines())
    assert isinstance(other, SessionResponse)
    assert await other.read() == b"{}"
    other.close()
    assert await body(transport) == b"".join(LINES)
    assert len(fake_engine.connections) == 1


@pytest.mark.parametrize("size", [1, 100, 5000, 20_000, 70_000, 1 << 20])
async def test_large_and_small_chunks(transport: Transport, fake_engine: FakeEngine, size: int) -> None:
    large = bytes(range(256)) * 100
    sent = HEAD + CHUNKS + chunk(large) * 10 + CHUNKS + LAST_CHUNK
    fake_engine.script("GET", "/info", Pieces(sent, size))
    for _ in range(2):
        assert await body(transport) == b"".join(LINES) + large * 10 + b"".join(LINES)
    assert len(fake_engine.connections) == 1


async def test_damage_comes_after_the_data_before_it(transport: Transport, fake_engine: FakeEngine) -> None:
    fake_engine.script("GET", "/info", HEAD + CHUNKS + b"no size\r\n", Do.HANG)
    response = await opened(transport)
    assert await response.chunk() == b"".join(LINES)
    with pytest.raises(ConnectionLost, match=r"broke inside the reply.*not the size of an HTTP chunk: b'no size'"):
        await response.chunk()
    response.close()
    await asyncio.to_thread(fake_engine.wait_closed)


@pytest.mark.parametrize("ends", [Do.CLOSE, Do.RESET])
@pytest.mark.parametrize("unfinished", [b"", b"5", b"5\r\n", b"5\r\nab", b"2\r\nab\r", b"0\r\n"], ids=repr)
async def test_an_end_inside_of_the_body_is_told(
    transport: Transport, fake_engine: FakeEngine, unfinished: bytes, ends: Step
) -> None:
    fake_engine.script("GET", "/info", HEAD + CHUNKS + unfinished, ends)
    response = await opened(transport)
    with pytest.raises(ConnectionLost, match="the connection broke inside the reply"):
        await response.read()
    response.close()


@pytest.mark.parametrize("part", [b"", b"HTTP/1.1 200 OK\r\nContent-", b"no HTTP at all\r\n\r\n"], ids=repr)
async def test_an_end_inside_of_the_head_is_told(transport: Transport, fake_engine: FakeEngine, part: bytes) -> None:
    fake_engine.script("GET", "/info", part, Do.CLOSE)
    with pytest.raises(DockerError, match=r"closed the connection|not answer in proper HTTP"):
        await opened(transport)


@pytest.mark.parametrize("part", [b"", b"5\r\n", b"50\r\nab"], ids=repr)
async def test_a_silence_inside_of_a_body_is_limited(
    transport: Transport, fake_engine: FakeEngine, part: bytes
) -> None:
    fake_engine.script("GET", "/info", HEAD + chunk(b"first") + part, Do.HANG)
    response = await opened(transport, deadlines=Deadlines(first_byte=9, idle=0.05))
    with pytest.raises(DeadlineExceeded) as caught:
        await response.read()
    assert caught.value.limit == "idle"
    response.close()
    await asyncio.to_thread(fake_engine.wait_closed)


async def test_whoever_reads_slowly_keeps_the_engine_waiting(transport: Transport, fake_engine: FakeEngine) -> None:
    fake_engine.script("GET", "/info", HEAD, *[CHUNKS] * 3000, LAST_CHUNK)
    response = await opened(transport)
    await asyncio.sleep(0.05)
    # What has been taken from the socket and is not read yet.
    assert len(await response.chunk()) < 1 << 21
    rest = await response.read()
    assert rest == (b"".join(LINES) * 3000)[-len(rest) :]
    response.close()


async def test_messages_over_tls(tmp_path: Path) -> None:
    authority = trustme.CA()
    authority.issue_cert("127.0.0.1").private_key_and_cert_chain_pem.write_to_path(tmp_path / "engine.pem")
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(tmp_path / "engine.pem")
    trusting = ssl.create_default_context(cadata=authority.cert_pem.bytes().decode())
    frames = b"".join(chunk(frame(1, line)) for line in LINES)
    with FakeEngine(tls=context) as engine:
        engine.script("GET", LOGS, Pieces(chunked_head(MULTIPLEXED) + frames + LAST_CHUNK, 1000))
        async with Docker(engine.url, api_version="v1.45", ssl_context=trusting) as docker:
            for _ in range(2):
                container = docker.containers.container("c")
                assert [each.data async for each in container.messages(follow=True)] == LINES
        assert len(engine.connections) == 1


async def test_a_session_of_the_callers_is_left_alone(fake_engine: FakeEngine) -> None:
    frames = b"".join(chunk(frame(1, line)) for line in LINES)
    fake_engine.script("GET", LOGS, chunked_head(MULTIPLEXED) + frames + LAST_CHUNK)
    connector = aiohttp.UnixConnector(fake_engine.url.removeprefix("unix://"))
    async with (
        aiohttp.ClientSession(connector=connector) as session,
        Docker(fake_engine.url, session=session, api_version="v1.45") as docker,
    ):
        container = docker.containers.container("c")
        assert [each.data async for each in container.messages(follow=True)] == LINES
