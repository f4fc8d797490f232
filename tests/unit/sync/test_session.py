"""Calls with one reply: what reaches the engine, one negotiation for all, values and errors out of replies."""

import base64
import json
import logging
import re
from concurrent.futures import ThreadPoolExecutor

import pytest

from dockwright.errors import DockerError
from dockwright.flows import Flow, attach, begin, fetch
from dockwright.flows import finish as finish_later
from dockwright.sync import (
    BadRequest,
    Conflict,
    ConnectionLost,
    Container,
    ContainerNotFound,
    DockerClient,
    Forbidden,
    ImageNotFound,
    NotFound,
    ServerError,
    Unauthorized,
    UnexpectedReply,
)
from dockwright_api import models, operations
from dockwright_api.version import API_VERSION
from tests.fakes.engine import Do, FakeEngine, chunk, chunked_head, frame, reply

from .conftest import LOGS, output

ODD_NAMES = [
    "a/b",
    "../volumes/secret?",
    "../../../etc",
    "x?force=1&v=1&",
    "a#b",
    "..",
    ".",
    "a b",
    "a%2Fb",
    "é☃",
    "a\r\nX: y",
    "a\\b",
    "a+b",
    "a'b\"<>|^`{}",
]


@pytest.mark.parametrize("name", ODD_NAMES)
def test_a_name_arrives_as_one_segment(client: DockerClient, fake_engine: FakeEngine, name: str) -> None:
    with pytest.raises(ContainerNotFound):
        client.containers.get(name)
    with pytest.raises(ContainerNotFound):
        Container.of(client, name).remove(force=True)
    with pytest.raises(ImageNotFound):
        client.images.get(name)
    inspect, delete, image = fake_engine.requests
    for request, noun, end in (
        (inspect, "containers", "/json"),
        (delete, "containers", ""),
        (image, "images", "/json"),
    ):
        start = f"/{noun}/"
        path, _, query = request.target.partition("?")
        assert path.startswith(f"/v1.45{start}")
        assert path.endswith(end)
        segment = path.removeprefix(f"/v1.45{start}").removesuffix(end)
        assert segment not in ("", ".", "..")
        assert "/" not in segment
        assert query == ("force=1" if request is delete else "")
        assert "x" not in request.headers


def test_targets_arrive_byte_by_byte_as_they_were_written(client: DockerClient, fake_engine: FakeEngine) -> None:
    odd = "a/b?c#d%e %2F é'\"<>|^`{}[]~!$&()*,;=:@+"
    operation = operations.containers.get_archive(odd, odd)
    with pytest.raises(NotFound):
        client.send(operation)
    from dockwright.wire.request import encode

    assert fake_engine.requests[0].target == encode(operation, "1.45").target


@pytest.mark.parametrize(("name", "error"), [("", ValueError), (None, TypeError), (7, TypeError)])
def test_what_is_no_name_is_not_sent(
    client: DockerClient, fake_engine: FakeEngine, name: object, error: type[Exception]
) -> None:
    with pytest.raises(error, match=r"^id must (be an id or a name, not|not be empty)"):
        client.send(operations.containers.inspect(name))  # type: ignore[arg-type]  # what is refused
    assert fake_engine.connections == []


@pytest.mark.parametrize(("newest", "spoken"), [("1.41", "1.41"), ("1.99", API_VERSION)])
def test_the_older_of_the_two_newest_versions_is_spoken(newest: str, spoken: str) -> None:
    with FakeEngine(api_version=newest) as fake:
        fake.reply("GET", "/info", body={})
        with DockerClient(fake.url) as client:
            assert repr(client) == f"<DockerClient {fake.url} auto>"
            client.info()
            assert repr(client) == f"<DockerClient {fake.url} {spoken}>"
        assert [request.version for request in fake.requests] == ["", spoken]


def test_sixteen_threads_share_a_client_and_negotiate_once(threads: ThreadPoolExecutor) -> None:
    with FakeEngine(api_version="1.45") as fake:
        fake.reply("GET", "/info", body={"Name": "here"})
        fake.script("GET", LOGS, *output(frame(1, b"a\n") + frame(2, b"b\n")), b"0\r\n\r\n")
        with DockerClient(fake.url) as client:
            calls = [threads.submit(client.info) for _ in range(100)]
            logs = [threads.submit(Container.of(client, "c").logs) for _ in range(100)]
            assert {call.result(60)["Name"] for call in calls} == {"here"}
            assert {log.result(60) for log in logs} == {b"a\nb\n"}
        assert len(fake.received("GET", "/version")) == 1
        assert len(fake.received("GET", "/info")) == 100
        assert len(fake.connections) <= 16


def test_a_pinned_version_asks_nothing(client: DockerClient, fake_engine: FakeEngine) -> None:
    fake_engine.reply("GET", "/info", body={})
    client.info()
    assert [request.target for request in fake_engine.requests] == ["/v1.45/info"]


def test_a_negotiation_that_failed_is_tried_again(fake_engine: FakeEngine) -> None:
    fake_engine.reply("GET", "/version", 503, {"message": "starting"})
    fake_engine.reply("GET", "/version", body={"ApiVersion": "1.41", "MinAPIVersion": "1.12"})
    fake_engine.reply("GET", "/info", body={})
    with DockerClient(fake_engine.url) as client:
        with pytest.raises(ServerError, match="starting"):
            client.info()
        assert client.engine.api_version is None
        client.info()
        assert client.engine.api_version == "1.41"


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, BadRequest),
        (401, Unauthorized),
        (403, Forbidden),
        (404, ContainerNotFound),
        (409, Conflict),
        (500, ServerError),
    ],
)
@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        ("application/json", b'{"message":"no, because"}'),
        ("application/json; charset=utf-8", b'{"message":"no, because"}\n'),
        ("text/plain; charset=utf-8", b"no, because\n"),
    ],
)
def test_error_replies(
    client: DockerClient, fake_engine: FakeEngine, status: int, kind: type[DockerError], content_type: str, body: bytes
) -> None:
    fake_engine.reply("POST", "/containers/c/start", status, body, {"Content-Type": content_type})
    with pytest.raises(DockerError) as caught:
        Container.of(client, "c").start()
    assert type(caught.value) is kind
    assert (caught.value.status, caught.value.message) == (status, "no, because")
    assert vars(caught.value)["operation"] == "ContainerStart"


@pytest.mark.parametrize("status", [204, 304])
def test_start_and_stop_take_that_it_is_so_already(client: DockerClient, fake_engine: FakeEngine, status: int) -> None:
    fake_engine.reply("POST", "/containers/c/start", status)
    fake_engine.reply("POST", "/containers/c/stop", status)
    container = Container.of(client, "c")
    container.start()
    container.stop(timeout=1)
    assert len(fake_engine.connections) == 1


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"null", b"\xff", b'{"Id":1}{"Id":2}'])
def test_replies_that_are_no_document(client: DockerClient, fake_engine: FakeEngine, body: bytes) -> None:
    fake_engine.reply("GET", "/containers/c/json", 200, body, {"Content-Type": "application/json"})
    with pytest.raises(UnexpectedReply, match="ContainerInspect"):
        client.containers.get("c")
    with pytest.raises(UnexpectedReply, match="ContainerInspect"):
        Container.of(client, "c").inspect()


def test_models_and_json_of_the_same_reply(client: DockerClient, fake_engine: FakeEngine) -> None:
    document = {"Id": "c", "State": {"Running": True}, "New": [None]}
    fake_engine.reply("GET", "/containers/c/json", body=document)
    container = client.containers.get("c")
    assert container.attrs == document
    model = container.inspect()
    assert isinstance(model, models.ContainerInspectResponse)
    assert model.state is not None
    assert model.state.running is True
    assert model.to_json() == document


def test_a_reply_in_a_header(client: DockerClient, fake_engine: FakeEngine) -> None:
    facts = {"name": "passwd", "size": 5, "mode": 420, "mtime": "2024-01-01T00:00:00Z", "linkTarget": ""}
    stat = {"X-Docker-Container-Path-Stat": base64.b64encode(json.dumps(facts).encode()).decode()}
    fake_engine.reply("HEAD", "/containers/c/archive", headers=stat)
    fake_engine.reply("HEAD", "/containers/gone/archive", 404)
    stat_model = client.api.containers.archive_info("c", "/etc/passwd")
    assert (stat_model.name, stat_model.size) == ("passwd", 5)
    assert dict(client.engine.fetch(operations.containers.archive_info("c", "/etc"))) == facts
    with pytest.raises(NotFound):
        client.api.containers.archive_info("gone", "/")


def test_a_redirect_is_not_followed(client: DockerClient, fake_engine: FakeEngine) -> None:
    fake_engine.reply("GET", "/containers/c/json", 301, headers={"Location": "/v1.45/info"})
    with pytest.raises(UnexpectedReply, match="a redirect"):
        client.containers.get("c")
    assert len(fake_engine.requests) == 1


def test_a_body_in_chunks(client: DockerClient, fake_engine: FakeEngine) -> None:
    start = chunked_head("application/json")
    fake_engine.script("GET", "/info", start, chunk(b'{"Na'), chunk(b'me":"a"}'), b"0\r\n\r\n")
    assert dict(client.info()) == {"Name": "a"}


CUTS = {
    "before the reply": [Do.CLOSE],
    "reset before the reply": [Do.RESET],
    "inside the head": [b"HTTP/1.1 200 OK\r\nContent-", Do.CLOSE],
    "reset inside the head": [b"HTTP/1.1 200 OK\r\nContent-", Do.RESET],
    "inside the body": [reply(200, {"Name": "a"})[:-1], Do.CLOSE],
    "reset inside the body": [reply(200, {"Name": "a"})[:-1], Do.RESET],
    "without the last chunk": [chunked_head("application/json") + chunk(b'{"Name":"a"}'), Do.CLOSE],
    "inside a chunk": [chunked_head("application/json") + b"99\r\n{", Do.CLOSE],
}


@pytest.mark.parametrize("steps", CUTS.values(), ids=CUTS.keys())
@pytest.mark.parametrize("tcp", [False, True], ids=["unix", "tcp"])
def test_a_connection_that_breaks(steps: list[bytes | Do], *, tcp: bool) -> None:
    with FakeEngine(tcp=tcp) as fake, DockerClient(fake.url, version="1.41") as client:
        fake.script("POST", "/containers/prune", *steps)
        fake.reply("GET", "/info", body={})
        with pytest.raises(ConnectionLost, match="ContainerPrune: ") as caught:
            client.send(operations.containers.prune())
        assert isinstance(caught.value, ConnectionError)
        assert caught.value.__cause__ is not None
        assert len(fake.requests) == 1, "what may have been done is not repeated"
        assert dict(client.info()) == {}


@pytest.mark.parametrize("method", ["DELETE", "PUT"])
def test_what_is_idempotent_by_name_is_not_repeated_either(
    client: DockerClient, fake_engine: FakeEngine, method: str
) -> None:
    fake_engine.script("DELETE", "/containers/c", Do.CLOSE)
    fake_engine.script("PUT", "/containers/c/archive", Do.CLOSE)
    container = Container.of(client, "c")
    with pytest.raises(ConnectionLost, match="before it answered"):
        container.remove() if method == "DELETE" else container.put_archive("/", b"tar")
    assert len(fake_engine.requests) == 1


def test_connections_are_used_again(client: DockerClient, fake_engine: FakeEngine) -> None:
    fake_engine.reply("GET", "/info", body={})
    fake_engine.reply("GET", "/containers/c/json", 404, {"message": "no"})
    for _ in range(3):
        client.info()
        with pytest.raises(ContainerNotFound):
            client.containers.get("c")
    assert len(fake_engine.connections) == 1


def test_ping(client: DockerClient, fake_engine: FakeEngine) -> None:
    assert client.ping() is True
    fake_engine.reply("GET", "/_ping", body=b"NO")
    assert client.ping() is False


def test_closing_twice_and_using_after(client: DockerClient, fake_engine: FakeEngine) -> None:
    client.ping()
    client.close()
    client.close()
    fake_engine.wait_closed()
    assert client.ping()
    assert len(fake_engine.connections) == 2


@pytest.mark.parametrize("before", [[], [chunked_head("application/json")]], ids=["reply", "body"])
@pytest.mark.parametrize("reused", [False, True])
def test_closing_while_a_call_waits(
    client: DockerClient, fake_engine: FakeEngine, threads: ThreadPoolExecutor, before: list[bytes], *, reused: bool
) -> None:
    if reused:
        client.ping()
    fake_engine.script("POST", "/containers/c/wait", *before, Do.HANG)
    call = threads.submit(Container.of(client, "c").wait)
    fake_engine.wait_received("POST", "/containers/c/wait")
    client.close()
    with pytest.raises(ConnectionLost, match="ContainerWait"):
        call.result(30)
    fake_engine.wait_closed()


def test_calls_are_logged_without_what_they_carry(
    client: DockerClient, fake_engine: FakeEngine, caplog: pytest.LogCaptureFixture
) -> None:
    fake_engine.reply("POST", "/containers/create", 201, {"Id": "abc"})
    fake_engine.reply("GET", "/containers/abc/json", body={"Id": "abc"})
    with caplog.at_level(logging.DEBUG):
        client.containers.create("busybox", environment={"PASSWORD": "hunter2"}, name="n")
    messages = [record.getMessage() for record in caplog.records if record.name == "dockwright"]
    assert len(messages) == 2
    assert re.fullmatch(r"POST /containers/create 201 [0-9.]+ ms 13 bytes", messages[0])
    assert re.fullmatch(r"GET /containers/abc/json 200 [0-9.]+ ms 13 bytes", messages[1])
    assert "hunter2" not in caplog.text


class Unfit(Exception):
    """What a flow of these tests raises."""


@pytest.fixture
def waiting(fake_engine: FakeEngine) -> FakeEngine:
    """An engine with a log that goes on, and a wait that is taken up and not answered."""
    fake_engine.script("GET", LOGS, *output(frame(1, b"a")), Do.HANG)
    fake_engine.script("POST", "/containers/c/wait", chunked_head("application/json"), Do.HANG)
    return fake_engine


def test_what_a_flow_opened_is_closed_when_it_fails(client: DockerClient, waiting: FakeEngine) -> None:
    def flow() -> Flow[None]:
        yield from begin(operations.containers.wait("c"))
        yield from attach(operations.containers.logs("c", stdout=True))
        raise Unfit

    with pytest.raises(Unfit):
        client.engine.drive(flow())
    assert len(waiting.connections) == 2
    waiting.wait_closed()


def test_what_a_flow_opened_is_left_to_its_caller(client: DockerClient, fake_engine: FakeEngine) -> None:
    gate = fake_engine.gate()
    fake_engine.script("GET", LOGS, *output(frame(1, b"a")), b"0\r\n\r\n")
    fake_engine.script(
        "POST", "/containers/c/wait", chunked_head("application/json"), gate, chunk(b'{"StatusCode":3}'), b"0\r\n\r\n"
    )

    def flow() -> Flow[tuple[list[bytes], int]]:
        later = yield from begin(operations.containers.wait("c"))
        stream = yield from attach(operations.containers.logs("c", stdout=True))
        data = [message.data for message in stream]
        gate.open()
        result = yield from finish_later(later)
        return data, result["StatusCode"]

    assert client.engine.drive(flow()) == ([b"a"], 3)


def test_a_flow_may_handle_the_error_of_a_step(client: DockerClient, fake_engine: FakeEngine) -> None:
    fake_engine.reply("GET", "/info", body={"Name": "a"})

    def flow() -> Flow[str]:
        try:
            yield from fetch(operations.containers.inspect("gone"))
        except ContainerNotFound as error:
            info = yield from fetch(operations.system.info())
            return f"{info['Name']} {error.status}"
        raise AssertionError

    assert client.engine.drive(flow()) == "a 404"
