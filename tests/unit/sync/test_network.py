"""Connections for httpx: what passes over them stays the same however it arrives, and connections are used again."""

import socket
import ssl
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import httpcore
import httpx
import pytest
import trustme

from dockwright.errors import ConnectionLost, DeadlineExceeded, EngineUnreachable
from dockwright.policy.timeouts import Deadlines
from dockwright.settings.endpoint import Endpoint, parse
from dockwright.sync import Container, DockerClient
from dockwright.sync.network import Connection, Network, Pool, dialer
from dockwright.sync.transport import Response, Transport
from dockwright.wire.request import Request
from tests.fakes.engine import LAST_CHUNK, Do, FakeEngine, Pieces, chunk, chunked_head, frame, head, reply
from tests.unit.sync.conftest import LOGS, MULTIPLEXED

GET = Request("GET", "/info", {})
LINES = [b"line %d\r\n" % number for number in range(200)]
CHUNKS = b"".join(map(chunk, LINES))
HEAD = chunked_head("application/octet-stream")


@pytest.fixture
def transport(fake_engine: FakeEngine) -> Iterator[Transport]:
    with closing(Transport(parse(fake_engine.url))) as transport:
        yield transport


def opened(transport: Transport, request: Request = GET, deadlines: Deadlines | None = None) -> Response:
    return transport.open(request, "SystemInfo", deadlines or Deadlines())


def body(transport: Transport, request: Request = GET) -> bytes:
    response = opened(transport, request)
    try:
        return response.read()
    finally:
        response.close()


@pytest.fixture
def ends() -> Iterator[tuple[Connection, socket.socket]]:
    """A connection, and the engine's end of it."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        yield Network(lambda _: ours).connect_tcp("engine", 80), theirs


class TestOneConnection:
    """What a reader gets, read by read."""

    def test_the_head_comes_alone_and_the_chunks_joined(self, ends: tuple[Connection, socket.socket]) -> None:
        connection, engine = ends
        connection.write(b"request")
        assert engine.recv(99) == b"request"
        engine.sendall(HEAD + CHUNKS + LAST_CHUNK)
        assert connection.read(1 << 16) == HEAD
        connection.join_chunks()
        assert connection.read(1 << 16) == chunk(b"".join(LINES)) + LAST_CHUNK
        assert not connection.get_extra_info("is_readable")

    def test_what_is_not_joined_stays_as_it_is(self, ends: tuple[Connection, socket.socket]) -> None:
        connection, engine = ends
        connection.write(b"request")
        engine.sendall(HEAD + CHUNKS)
        assert connection.read(1 << 16) == HEAD
        assert connection.read(1 << 16) == CHUNKS

    @pytest.mark.parametrize("size", [1, 2, 3, 4, 5])
    def test_the_end_of_the_head_is_found_however_it_is_cut(
        self, ends: tuple[Connection, socket.socket], size: int
    ) -> None:
        connection, engine = ends
        connection.write(b"request")
        engine.sendall(HEAD + CHUNKS)
        read = b""
        while read != HEAD:
            assert len(read) < len(HEAD)
            read += connection.read(size)
        connection.join_chunks()
        data = b""
        while len(data) < sum(map(len, LINES)):
            length, _, rest = connection.read(64).partition(b"\r\n")
            assert len(rest) == int(length, 16) + 2
            data += rest[:-2]
        assert data == b"".join(LINES)

    def test_no_read_gives_more_than_was_asked_for(self, ends: tuple[Connection, socket.socket]) -> None:
        connection, engine = ends
        connection.write(b"request")
        engine.sendall(HEAD + chunk(bytes(10_000)) + LAST_CHUNK)
        connection.read(len(HEAD))
        connection.join_chunks()
        sizes: list[int] = []
        while not sizes or sizes[-1] > 100:
            sizes.append(len(connection.read(1000)))
        assert max(sizes) <= 1000
        assert min(sizes[:-2]) > 900, "but nearly so much"

    def test_chunks_are_not_joined_once_some_have_been_given(self, ends: tuple[Connection, socket.socket]) -> None:
        connection, engine = ends
        connection.write(b"request")
        engine.sendall(head(100) + HEAD + CHUNKS)
        assert connection.read(1 << 16) == head(100)
        assert connection.read(1 << 16) == HEAD + CHUNKS
        connection.join_chunks()
        engine.sendall(CHUNKS)
        assert connection.read(1 << 16) == CHUNKS

    def test_a_connection_that_left_http_has_no_heads(self, ends: tuple[Connection, socket.socket]) -> None:
        connection, engine = ends
        connection.write(b"request")
        engine.sendall(head(101) + b"first")
        assert connection.read(1 << 16) == head(101) + b"first"
        connection.write(b"input")
        engine.sendall(b"one\r\n\r\ntwo")
        assert connection.read(1 << 16) == b"one\r\n\r\ntwo"

    def test_what_follows_a_body_makes_the_connection_useless(self, ends: tuple[Connection, socket.socket]) -> None:
        connection, engine = ends
        connection.write(b"request")
        engine.sendall(HEAD + LAST_CHUNK + b"HTTP/1.1 200 OK\r\n\r\n")
        connection.read(1 << 16)
        connection.join_chunks()
        assert connection.read(1 << 16) == LAST_CHUNK
        assert connection.get_extra_info("is_readable")

    def test_everything_is_written_and_each_wait_is_limited(self, ends: tuple[Connection, socket.socket]) -> None:
        connection, engine = ends
        with pytest.raises(httpcore.WriteTimeout):
            connection.write(bytes(1 << 24), timeout=0.01)
        engine.close()
        with pytest.raises(httpcore.WriteError):
            connection.write(b"more")

    def test_a_closed_connection_is_of_no_use(self, ends: tuple[Connection, socket.socket]) -> None:
        connection, _ = ends
        connection.close()
        connection.shut_down()
        assert connection.get_extra_info("is_readable")
        with pytest.raises(httpcore.ReadError):
            connection.read(1)

    def test_whoever_connects_after_the_end_gets_an_end(self) -> None:
        ours, theirs = socket.socketpair()
        network = Network(lambda _: ours)
        network.shut_down()
        with ours, theirs:
            assert network.connect_tcp("engine", 80).read(1) == b""


@pytest.mark.parametrize("size", [1, 7, 100, 1 << 20])
@pytest.mark.parametrize(
    "sent",
    [
        HEAD + CHUNKS + LAST_CHUNK,
        HEAD + CHUNKS + b"0;last\r\nX-Trailer: none\r\n\r\n",
        head(200, {"transfer-encoding": "Chunked"}) + b"".join(chunk(each) for each in LINES) + LAST_CHUNK,
        reply(200, b"".join(LINES)),
        head(100) + HEAD + CHUNKS + LAST_CHUNK,
    ],
    ids=["chunked", "trailers", "spelt otherwise", "content-length", "interim"],
)
def test_a_body_is_the_same_however_it_arrives(
    transport: Transport, fake_engine: FakeEngine, sent: bytes, size: int
) -> None:
    fake_engine.script("GET", "/info", Pieces(sent, size))
    for _ in range(3):
        assert body(transport) == b"".join(LINES)
    assert len(fake_engine.connections) == 1, "read to its end, a reply gives its connection back"


def test_a_body_without_a_length_ends_with_the_connection(transport: Transport, fake_engine: FakeEngine) -> None:
    fake_engine.script("GET", "/info", head(200) + CHUNKS, CHUNKS, Do.CLOSE)
    assert body(transport) == CHUNKS * 2
    assert body(transport) == CHUNKS * 2
    assert len(fake_engine.connections) == 2


@pytest.mark.parametrize("request_", [Request("HEAD", "/info", {}), GET], ids=["HEAD", "304"])
def test_a_reply_without_a_body_says_chunked(transport: Transport, fake_engine: FakeEngine, request_: Request) -> None:
    fake_engine.script(
        request_.method, "/info", head(200 if request_.method == "HEAD" else 304, {"Transfer-Encoding": "chunked"})
    )
    fake_engine.script("GET", "/version", HEAD + CHUNKS + LAST_CHUNK)
    assert body(transport, request_) == b""
    assert body(transport, Request("GET", "/version", {})) == b"".join(LINES)
    assert len(fake_engine.connections) == 1


def test_chunks_that_arrive_together_are_read_together(transport: Transport, fake_engine: FakeEngine) -> None:
    gate = fake_engine.gate()
    fake_engine.script("GET", "/info", HEAD + CHUNKS, gate, CHUNKS, LAST_CHUNK)
    response = opened(transport)
    assert response.chunk() == b"".join(LINES)
    gate.open()
    assert response.read() == b"".join(LINES)
    response.close()


def test_what_has_arrived_is_given_before_its_chunk_is_whole(transport: Transport, fake_engine: FakeEngine) -> None:
    gate = fake_engine.gate()
    fake_engine.script("GET", "/info", HEAD + b"9\r\nprompt> ", gate, b"x\r\n", LAST_CHUNK)
    response = opened(transport)
    assert response.chunk() == b"prompt> "
    gate.open()
    assert response.read() == b"x"
    response.close()


def test_a_reply_that_goes_on_after_its_end_costs_the_connection(transport: Transport, fake_engine: FakeEngine) -> None:
    fake_engine.script("GET", "/info", HEAD + CHUNKS + LAST_CHUNK + b"HTTP/1.1 200 OK\r\n\r\n")
    assert [body(transport), body(transport)] == [b"".join(LINES)] * 2
    assert len(fake_engine.connections) == 2


def test_damage_comes_after_the_data_before_it(transport: Transport, fake_engine: FakeEngine) -> None:
    fake_engine.script("GET", "/info", HEAD + CHUNKS + b"no size\r\n", Do.HANG)
    response = opened(transport)
    assert response.chunk() == b"".join(LINES)
    with pytest.raises(ConnectionLost, match="broke inside the reply: not the size of an HTTP chunk: b'no size'"):
        response.chunk()
    fake_engine.wait_closed()
    response.close()


@pytest.mark.parametrize("unfinished", [b"", b"5", b"5\r\n", b"5\r\nab", b"2\r\nab\r", b"0\r\n"], ids=repr)
def test_an_end_inside_of_the_body_is_told(transport: Transport, fake_engine: FakeEngine, unfinished: bytes) -> None:
    fake_engine.script("GET", "/info", HEAD + CHUNKS + unfinished, Do.CLOSE)
    response = opened(transport)
    with pytest.raises(ConnectionLost, match="the connection broke inside the reply"):
        response.read()
    response.close()


@pytest.mark.parametrize("part", [b"", b"5\r\n", b"50\r\nab"], ids=repr)
def test_a_silence_inside_of_a_body_is_limited(transport: Transport, fake_engine: FakeEngine, part: bytes) -> None:
    fake_engine.script("GET", "/info", HEAD + chunk(b"first") + part, Do.HANG)
    response = opened(transport, deadlines=Deadlines(first_byte=9, idle=0.05))
    with pytest.raises(DeadlineExceeded) as caught:
        response.read()
    assert caught.value.limit == "idle"
    fake_engine.wait_closed()
    response.close()


def test_messages_over_tls(tmp_path: Path) -> None:
    authority = trustme.CA()
    authority.issue_cert("127.0.0.1").private_key_and_cert_chain_pem.write_to_path(tmp_path / "engine.pem")
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(tmp_path / "engine.pem")
    trusting = ssl.create_default_context(cadata=authority.cert_pem.bytes().decode())
    frames = b"".join(chunk(frame(1, line)) for line in LINES)
    with FakeEngine(tls=context) as engine, DockerClient(engine.url, version="1.45", tls=trusting) as client:
        engine.script("GET", LOGS, Pieces(chunked_head(MULTIPLEXED) + frames + LAST_CHUNK, 1000))
        for _ in range(2):
            assert [each.data for each in Container.of(client, "c").messages()] == LINES
        assert len(engine.connections) == 1
        stranger = Transport(parse(engine.url, tls=True))
        with closing(stranger), pytest.raises(EngineUnreachable, match="certificate is refused"):
            opened(stranger)


def test_any_socket_serves_as_the_way_to_an_engine() -> None:
    ours, theirs = socket.socketpair()
    theirs.sendall(HEAD + CHUNKS + LAST_CHUNK)
    with theirs, closing(Pool(Network(lambda _: ours), None, httpx.Limits())) as pool:
        response = pool.handle_request(httpx.Request("GET", "http://localhost/info"))
        assert response.read() == b"".join(LINES)
        assert theirs.recv(99).startswith(b"GET /info HTTP/1.1\r\nHost: localhost\r\n")


def test_an_address_that_nobody_listens_at(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    # That no socket is left open, Python's ResourceWarning tells.
    for endpoint in (Endpoint("http", host="127.0.0.1", port=port), Endpoint("unix", path=str(tmp_path / "none.sock"))):
        with pytest.raises(OSError):  # noqa: PT011  # which one is the system's affair
            dialer(endpoint)(1.0)
        with closing(Transport(endpoint)) as transport, pytest.raises(EngineUnreachable):
            opened(transport)
