"""HTTP over httpx: every error of httpx becomes one of ours, limits are kept, and bodies of every kind are sent."""

import io
from collections.abc import AsyncIterator, Callable, Iterator

import httpx
import pytest
import respx

from dockwright.errors import (
    ConnectionLost,
    DeadlineExceeded,
    DockerError,
    EngineUnreachable,
    FileChanged,
    UnexpectedReply,
)
from dockwright.policy.timeouts import Deadlines
from dockwright.settings.endpoint import Endpoint, parse
from dockwright.sync import Container, DockerClient, Timeouts
from dockwright.sync.transport import READ_SIZE, Response, Transport
from dockwright.wire.request import Request
from dockwright_api import operations
from tests.fakes.engine import LAST_CHUNK, Do, FakeEngine, chunk, chunked_head, head

ENDPOINT = Endpoint("http", host="engine.test", port=2375)
GET = Request("GET", "/v1.45/info", {})


@pytest.fixture
def transport() -> Iterator[Transport]:
    transport = Transport(ENDPOINT)
    yield transport
    transport.close()


@pytest.mark.parametrize(
    ("raised", "kind", "says"),
    [
        (httpx.ConnectTimeout("slow"), DeadlineExceeded, "SystemInfo: the connect limit of 1 second passed"),
        (httpx.ReadTimeout("slow"), DeadlineExceeded, "SystemInfo: the first_byte limit of 2 seconds passed"),
        (httpx.WriteTimeout("slow"), DeadlineExceeded, "SystemInfo: the idle limit of 3 seconds passed"),
        (httpx.ConnectError("refused"), EngineUnreachable, "cannot reach the Docker engine at tcp://engine.test:2375"),
        (httpx.ReadError(""), ConnectionLost, "SystemInfo: the connection broke before the reply: ReadError"),
        (httpx.WriteError("pipe"), ConnectionLost, "SystemInfo: the connection broke before the reply: pipe"),
        (OSError(5, "io"), ConnectionLost, "SystemInfo: the connection broke before the reply: [Errno 5] io"),
        (
            httpx.RemoteProtocolError("Server disconnected without sending a response."),
            ConnectionLost,
            "SystemInfo: the engine closed the connection before it answered",
        ),
        (
            httpx.RemoteProtocolError("illegal status line"),
            UnexpectedReply,
            "does not answer in proper HTTP (illegal status line)",
        ),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else None,
)
@respx.mock
def test_errors_before_the_reply(transport: Transport, raised: Exception, kind: type[DockerError], says: str) -> None:
    respx.get("http://engine.test:2375/v1.45/info").mock(side_effect=raised)
    with pytest.raises(DockerError) as caught:
        transport.open(GET, "SystemInfo", Deadlines(connect=1, first_byte=2, idle=3))
    assert type(caught.value) is kind
    assert says in caught.value.message
    assert caught.value.__cause__ is raised


@pytest.mark.parametrize("raised", [httpx.ConnectTimeout, httpx.ReadTimeout, httpx.WriteTimeout])
@respx.mock
def test_a_total_limit_is_named_where_it_is_the_shorter_one(
    transport: Transport, raised: type[httpx.TimeoutException]
) -> None:
    respx.get("http://engine.test:2375/v1.45/info").mock(side_effect=raised("slow"))
    with pytest.raises(DeadlineExceeded) as caught:
        transport.open(GET, "SystemInfo", Deadlines(connect=9, first_byte=9, idle=9, total=2))
    assert (caught.value.limit, caught.value.seconds, caught.value.operation) == ("total", 2, "SystemInfo")


class Broken(httpx.SyncByteStream):
    """A body that gives a part and then fails."""

    def __init__(self, error: Exception) -> None:
        self.error = error

    def __iter__(self) -> Iterator[bytes]:
        yield b"part"
        raise self.error


def opened(transport: Transport, error: Exception, deadlines: Deadlines) -> Response:
    respx.get("http://engine.test:2375/v1.45/info").mock(return_value=httpx.Response(200, stream=Broken(error)))
    return transport.open(GET, "SystemInfo", deadlines)


@pytest.mark.parametrize(
    ("raised", "kind", "says"),
    [
        (httpx.ReadTimeout("slow"), DeadlineExceeded, "SystemInfo: the idle limit of 3 seconds passed"),
        (httpx.ReadError("reset"), ConnectionLost, "SystemInfo: the connection broke inside the reply: reset"),
        (httpx.RemoteProtocolError("incomplete"), ConnectionLost, "the connection broke inside the reply: incomplete"),
        (
            ConnectionResetError(104, "reset"),
            ConnectionLost,
            "the connection broke inside the reply: [Errno 104] reset",
        ),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else None,
)
@respx.mock
def test_errors_inside_the_reply(transport: Transport, raised: Exception, kind: type[DockerError], says: str) -> None:
    response = opened(transport, raised, Deadlines(idle=3))
    assert response.chunk() == b"part"
    with pytest.raises(DockerError) as caught:
        response.chunk()
    assert type(caught.value) is kind
    assert says in caught.value.message
    assert caught.value.__cause__ is raised
    response.close()


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """A clock that a test moves."""
    now = [1000.0]
    monkeypatch.setattr("dockwright.sync.transport.monotonic", lambda: now[0])

    def pass_time(seconds: float) -> None:
        now[0] += seconds

    return pass_time


@respx.mock
def test_the_total_limit_holds_though_bytes_go_on_arriving(
    transport: Transport, clock: Callable[[float], None]
) -> None:
    route = respx.get("http://engine.test:2375/v1.45/info")
    route.mock(return_value=httpx.Response(200, content=iter([b"a", b"b", b"c"])))
    response = transport.open(GET, "SystemInfo", Deadlines(idle=3, total=5))
    assert response.chunk() == b"a"
    clock(5)
    with pytest.raises(DeadlineExceeded, match="the total limit of 5 seconds") as caught:
        response.read()
    assert caught.value.limit == "total"
    response.close()


@respx.mock
def test_the_total_limit_is_named_when_it_ends_a_silence(transport: Transport, clock: Callable[[float], None]) -> None:
    response = opened(transport, httpx.ReadTimeout("slow"), Deadlines(idle=9, total=5))
    assert response.chunk() == b"part"
    clock(5)
    with pytest.raises(DeadlineExceeded, match="the total limit of 5 seconds"):
        response.chunk()
    response.close()


@respx.mock
def test_limits_reach_httpx(transport: Transport, clock: Callable[[float], None]) -> None:
    route = respx.get("http://engine.test:2375/v1.45/info").mock(return_value=httpx.Response(200))
    seen: list[dict[str, float | None]] = []
    requests: list[httpx.Request] = []

    def note(request: httpx.Request) -> httpx.Response:
        requests.append(request)
        seen.append(dict(request.extensions["timeout"]))
        clock(2)
        return httpx.Response(200)

    route.mock(side_effect=note)
    transport.open(GET, "SystemInfo", Deadlines(connect=1, first_byte=2, idle=3)).close()
    transport.open(GET, "SystemInfo", Deadlines(connect=1, first_byte=20, total=10)).close()
    transport.open(GET, "SystemInfo", Deadlines()).close()
    assert seen == [
        {"connect": 1, "read": 2, "write": 3, "pool": None},
        {"connect": 1, "read": 10, "write": 10, "pool": None},
        {"connect": None, "read": None, "write": None, "pool": None},
    ]
    later = [request.extensions["timeout"]["read"] for request in requests]
    assert later == [3, 8, None], "for the body it is the pause that counts, and what is left of the total"


@pytest.mark.parametrize(
    ("limits", "steps", "limit"),
    [
        (Deadlines(first_byte=0.05), [Do.HANG], "first_byte"),
        (Deadlines(idle=0.05), [chunked_head("application/json"), Do.HANG], "idle"),
        (Deadlines(total=0.05), [Do.HANG], "total"),
        (Deadlines(total=0.05), [chunked_head("application/json"), Do.HANG], "total"),
    ],
)
def test_limits_are_kept(fake_engine: FakeEngine, limits: Deadlines, steps: list[bytes | Do], limit: str) -> None:
    fake_engine.script("GET", "/info", *steps)
    with DockerClient(fake_engine.url, version="1.45", timeout=Timeouts(unary=limits)) as client:
        with pytest.raises(DeadlineExceeded) as caught:
            client.info()
        assert isinstance(caught.value, TimeoutError)
        assert (caught.value.limit, caught.value.operation) == (limit, "SystemInfo")
        fake_engine.wait_closed()
        assert client.send(operations.system.ping(), timeout=None) == "OK"


def test_a_full_backlog_passes_the_limit_to_connect(monkeypatch: pytest.MonkeyPatch) -> None:
    transport = Transport(parse("tcp://192.0.2.1:1"))
    try:
        with respx.mock:
            respx.get("http://192.0.2.1:1/v1.45/info").mock(side_effect=httpx.ConnectTimeout("slow"))
            with pytest.raises(DeadlineExceeded, match="the connect limit of 4 seconds"):
                transport.open(GET, "SystemInfo", Deadlines(connect=4))
    finally:
        transport.close()


def test_waiting_has_no_limit_of_its_own(fake_engine: FakeEngine) -> None:
    gate = fake_engine.gate()
    fake_engine.script(
        "POST", "/containers/c/wait", chunked_head("application/json"), gate, chunk(b'{"StatusCode":0}'), LAST_CHUNK
    )
    with DockerClient(fake_engine.url, version="1.45", timeout=0.05) as client:
        container = Container.of(client, "c")
        with pytest.raises(DeadlineExceeded, match=r"ContainerWait: the total limit of 0\.05 seconds"):
            container.wait(timeout=0.05)
        gate.open()
        assert container.wait()["StatusCode"] == 0


class Blocks(io.RawIOBase):
    """A file that counts how it is read."""

    def __init__(self, data: bytes) -> None:
        self.data = io.BytesIO(data)
        self.sizes: list[int] = []

    def read(self, size: int = -1) -> bytes:
        self.sizes.append(size)
        return self.data.read(size)


@pytest.mark.parametrize(
    "body",
    [
        b"one\ntwo\n",
        bytearray(b"one\ntwo\n"),
        memoryview(b"one\ntwo\n"),
        io.BytesIO(b"one\ntwo\n"),
        [b"one\n", b"", b"two\n"],
        iter([b"one\n", bytearray(b"two\n")]),
        (part for part in (b"one\n", b"two\n")),
    ],
    ids=lambda body: type(body).__name__,
)
def test_bodies(client: DockerClient, fake_engine: FakeEngine, body: bytes) -> None:
    fake_engine.reply("PUT", "/containers/c/archive")
    assert Container.of(client, "c").put_archive("/", body) is True
    (request,) = fake_engine.requests
    assert request.body == b"one\ntwo\n"
    assert request.headers["content-type"] == "application/x-tar"


def test_a_file_is_read_in_blocks(client: DockerClient, fake_engine: FakeEngine) -> None:
    fake_engine.reply("PUT", "/containers/c/archive")
    content = b"line\n" * 300_000
    file = Blocks(content)
    Container.of(client, "c").put_archive("/", file)
    assert fake_engine.requests[0].body == content
    assert file.sizes == [READ_SIZE] * (len(content) // READ_SIZE + 2), "the rest, and an end"


async def chunks() -> AsyncIterator[bytes]:
    """Give nothing, asynchronously."""
    yield b""


@pytest.mark.parametrize(
    "body", ["text", 7, chunks(), ["text"], [7]], ids=["text", "number", "asynchronous", "texts", "numbers"]
)
def test_what_is_no_body_is_refused(client: DockerClient, fake_engine: FakeEngine, body: bytes) -> None:
    fake_engine.reply("PUT", "/containers/c/archive")
    with pytest.raises(TypeError, match="bytes"):
        Container.of(client, "c").put_archive("/", body)
    assert client.ping()


@pytest.mark.parametrize(
    "failure", [FileChanged("/f", expected=2, received=1), PermissionError(13, "no"), KeyError("k")], ids=repr
)
def test_the_error_of_a_source_is_what_is_raised(
    client: DockerClient, fake_engine: FakeEngine, failure: Exception
) -> None:
    fake_engine.reply("PUT", "/containers/c/archive")

    def source() -> Iterator[bytes]:
        yield b"part"
        raise failure

    with pytest.raises(type(failure)) as caught:
        Container.of(client, "c").put_archive("/", source())
    assert caught.value is failure
    fake_engine.wait_closed()
    assert not fake_engine.requests[0].complete


def test_an_answer_may_come_before_the_upload_is_over(client: DockerClient, fake_engine: FakeEngine) -> None:
    refusal = head(404, {"Content-Type": "application/json", "Content-Length": "25", "Connection": "close"})
    fake_engine.script("PUT", "/containers/c/archive", refusal + b'{"message": "no such x."}', Do.READ_BODY)
    with pytest.raises(DockerError, match="no such x"):
        client.send(operations.containers.put_archive("c", "/", (bytes(1 << 16) for _ in range(100))))


def test_nothing_is_asked_to_be_compressed(client: DockerClient, fake_engine: FakeEngine) -> None:
    fake_engine.reply("GET", "/info", body={})
    client.info()
    assert fake_engine.requests[0].headers["accept-encoding"] == "identity"
    assert fake_engine.requests[0].headers["host"] == "localhost"


def test_a_reply_knows_nothing_of_a_socket_that_is_gone(client: DockerClient, fake_engine: FakeEngine) -> None:
    fake_engine.script("GET", "/events", chunked_head("application/json"), Do.CLOSE)
    stream = client.engine.documents(operations.system.events()).open()
    with pytest.raises(ConnectionLost):
        next(stream)
    stream.close()
    stream.close()
