"""Calls with one reply: what reaches the engine, one negotiation for all, values and errors out of replies."""

import asyncio
import base64
import json
import logging
import re
from contextlib import closing
from typing import Any

import pytest

from dockwright.aio import (
    BadRequest,
    Conflict,
    ConnectionLost,
    ContainerNotFound,
    Docker,
    DockerError,
    Forbidden,
    ImageNotFound,
    NotFound,
    ServerError,
    Unauthorized,
    UnexpectedReply,
)
from dockwright_api import models, operations
from tests.fakes.engine import Do, FakeEngine, chunk, chunked_head, reply

from .conftest import Closed, Received, plain

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
]


@pytest.mark.parametrize("name", ODD_NAMES)
async def test_a_name_arrives_as_one_segment(docker: Docker, fake_engine: FakeEngine, name: str) -> None:
    with pytest.raises(ContainerNotFound):
        await docker.containers.get(name)
    with pytest.raises(ContainerNotFound):
        await docker.containers.container(name).delete(force=True)
    with pytest.raises(ImageNotFound):
        await docker.images.inspect(name)
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


@pytest.mark.parametrize(("name", "error"), [("", ValueError), (None, TypeError), (7, TypeError)])
async def test_what_is_no_name_is_not_sent(
    docker: Docker, fake_engine: FakeEngine, name: object, error: type[Exception]
) -> None:
    with pytest.raises(error, match=r"^id must (be an id or a name, not|not be empty)"):
        await docker.containers.get(name)  # type: ignore[arg-type]  # what is refused
    assert fake_engine.connections == []


async def test_the_older_of_the_two_newest_versions_is_spoken() -> None:
    for newest, spoken in (("1.41", "v1.41"), ("1.99", None)):
        with FakeEngine(api_version=newest) as fake:
            fake.reply("GET", "/info", body={})
            async with Docker(fake.url) as docker:
                assert docker.api_version == "auto"
                await docker.system.info()
                assert docker.api_version == (spoken or f"v{newest_known()}")
                assert [request.version for request in fake.requests] == ["", docker.api_version[1:]]


def newest_known() -> str:
    from dockwright_api.version import API_VERSION

    return API_VERSION


async def test_a_hundred_first_calls_negotiate_once(fake_engine: FakeEngine) -> None:
    fake_engine.reply("GET", "/info", body={"Name": "here"})
    async with Docker(fake_engine.url) as docker:
        replies = await asyncio.gather(*(docker.system.info() for _ in range(100)))
    assert {info["Name"] for info in replies} == {"here"}
    assert len(fake_engine.received("GET", "/version")) == 1
    assert len(fake_engine.received("GET", "/info")) == 100


async def test_a_pinned_version_asks_nothing(docker: Docker, fake_engine: FakeEngine) -> None:
    fake_engine.reply("GET", "/info", body={})
    await docker.system.info()
    assert [request.target for request in fake_engine.requests] == ["/v1.45/info"]


async def test_others_go_on_when_the_first_caller_is_cancelled(fake_engine: FakeEngine, received: Received) -> None:
    fake_engine.script("GET", "/version", Do.HANG)
    fake_engine.reply("GET", "/version", body={"ApiVersion": "1.41", "MinAPIVersion": "1.12"})
    fake_engine.reply("GET", "/info", body={})
    async with Docker(fake_engine.url) as docker:
        first, *others = [asyncio.ensure_future(docker.system.info()) for _ in range(5)]
        await received("GET", "/version")
        first.cancel()
        assert plain(await asyncio.gather(*others)) == [{}] * 4
        with pytest.raises(asyncio.CancelledError):
            await first
    assert len(fake_engine.received("GET", "/version")) == 2


async def test_a_negotiation_that_failed_is_tried_again(fake_engine: FakeEngine) -> None:
    fake_engine.reply("GET", "/version", 503, {"message": "starting"})
    fake_engine.reply("GET", "/version", body={"ApiVersion": "1.41", "MinAPIVersion": "1.12"})
    fake_engine.reply("GET", "/info", body={})
    async with Docker(fake_engine.url) as docker:
        with pytest.raises(ServerError, match="starting"):
            await docker.system.info()
        assert docker.api_version == "auto"
        await docker.system.info()
        assert docker.api_version == "v1.41"


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
async def test_error_replies(
    docker: Docker, fake_engine: FakeEngine, status: int, kind: type[DockerError], content_type: str, body: bytes
) -> None:
    fake_engine.reply("POST", "/containers/c/start", status, body, {"Content-Type": content_type})
    with pytest.raises(DockerError) as caught:
        await docker.containers.container("c").start()
    assert type(caught.value) is kind
    assert (caught.value.status, caught.value.message) == (status, "no, because")
    assert vars(caught.value)["operation"] == "ContainerStart"


@pytest.mark.parametrize("status", [204, 304])
async def test_start_and_stop_take_that_it_is_so_already(docker: Docker, fake_engine: FakeEngine, status: int) -> None:
    fake_engine.reply("POST", "/containers/c/start", status)
    fake_engine.reply("POST", "/containers/c/stop", status)
    container = docker.containers.container("c")
    await container.start()
    await container.stop(t=1)
    assert len(fake_engine.connections) == 1


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"null", b"\xff", b'{"Id":1}{"Id":2}'])
async def test_replies_that_are_no_document(docker: Docker, fake_engine: FakeEngine, body: bytes) -> None:
    fake_engine.reply("GET", "/containers/c/json", 200, body, {"Content-Type": "application/json"})
    with pytest.raises(UnexpectedReply, match="ContainerInspect"):
        await docker.containers.get("c")
    with pytest.raises(UnexpectedReply, match="ContainerInspect"):
        await docker.containers.container("c").inspect()


async def test_models_and_json_of_the_same_reply(docker: Docker, fake_engine: FakeEngine) -> None:
    document = {"Id": "abc", "State": {"Running": True}, "New": [None]}
    fake_engine.reply("GET", "/containers/c/json", body=document)
    container = docker.containers.container("c")
    assert plain(await container.show()) == document
    model = await container.inspect()
    assert isinstance(model, models.ContainerInspectResponse)
    assert model.state is not None
    assert model.state.running is True
    assert model.to_json() == document


async def test_a_reply_in_a_header(docker: Docker, fake_engine: FakeEngine) -> None:
    facts = {"name": "passwd", "size": 5, "mode": 420, "mtime": "2024-01-01T00:00:00Z", "linkTarget": ""}
    stat = {"X-Docker-Container-Path-Stat": base64.b64encode(json.dumps(facts).encode()).decode()}
    fake_engine.reply("HEAD", "/containers/c/archive", headers=stat)
    fake_engine.reply("HEAD", "/containers/gone/archive", 404)
    stat_model = await docker.api.containers.archive_info("c", "/etc/passwd")
    assert (stat_model.name, stat_model.size) == ("passwd", 5)
    assert await docker.engine.fetch(operations.containers.archive_info("c", "/etc")) == facts
    with pytest.raises(NotFound):
        await docker.api.containers.archive_info("gone", "/")


async def test_a_redirect_is_not_followed(docker: Docker, fake_engine: FakeEngine) -> None:
    fake_engine.reply("GET", "/containers/c/json", 301, headers={"Location": "/v1.45/info"})
    with pytest.raises(UnexpectedReply, match="a redirect"):
        await docker.containers.get("c")
    assert len(fake_engine.requests) == 1


async def test_a_name_that_the_engine_cleans_away_is_not_found(docker: Docker, fake_engine: FakeEngine) -> None:
    fake_engine.reply("GET", "/containers/..%2Finfo/json", 301, headers={"Location": "/v1.45/info/json"})
    with pytest.raises(ContainerNotFound):
        await docker.containers.get("../info")
    assert len(fake_engine.requests) == 1


async def test_a_body_in_chunks(docker: Docker, fake_engine: FakeEngine) -> None:
    head = chunked_head("application/json")
    fake_engine.script("GET", "/info", head, chunk(b'{"Na'), chunk(b'me":"a"}'), b"0\r\n\r\n")
    assert plain(await docker.system.info()) == {"Name": "a"}


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
async def test_a_connection_that_breaks(docker: Docker, fake_engine: FakeEngine, steps: list[bytes | Do]) -> None:
    fake_engine.script("POST", "/containers/prune", *steps)
    fake_engine.reply("GET", "/info", body={})
    with pytest.raises(ConnectionLost, match="ContainerPrune: ") as caught:
        await docker.send(operations.containers.prune())
    assert isinstance(caught.value, ConnectionError)
    assert caught.value.__cause__ is not None
    assert len(fake_engine.requests) == 1, "what may have been done is not repeated"
    assert plain(await docker.system.info()) == {}


async def test_a_reply_that_is_no_proper_http(docker: Docker, fake_engine: FakeEngine) -> None:
    fake_engine.script("GET", "/info", chunked_head("application/json") + b"zz\r\n{")
    with pytest.raises(UnexpectedReply, match=r"SystemInfo: .* does not answer in proper HTTP") as caught:
        await docker.system.info()
    assert caught.value.__cause__ is not None


@pytest.mark.parametrize("method", ["DELETE", "PUT"])
async def test_what_is_idempotent_by_name_is_not_repeated_either(
    docker: Docker, fake_engine: FakeEngine, method: str
) -> None:
    fake_engine.script("DELETE", "/containers/c", Do.CLOSE)
    fake_engine.script("PUT", "/containers/c/archive", Do.CLOSE)
    container = docker.containers.container("c")
    with pytest.raises(ConnectionLost, match="before it answered"):
        await (container.delete() if method == "DELETE" else container.put_archive("/", b"tar"))
    assert len(fake_engine.requests) == 1


async def test_connections_are_used_again(docker: Docker, fake_engine: FakeEngine) -> None:
    fake_engine.reply("GET", "/info", body={})
    fake_engine.reply("GET", "/containers/c/json", 404, {"message": "no"})
    for _ in range(3):
        await docker.system.info()
        with pytest.raises(ContainerNotFound):
            await docker.containers.get("c")
    assert len(fake_engine.connections) == 1


async def test_ping(docker: Docker, fake_engine: FakeEngine) -> None:
    assert await docker.system.ping() is True
    fake_engine.reply("GET", "/_ping", body=b"NO")
    assert await docker.system.ping() is False


async def test_closing_twice_and_using_after(docker: Docker, fake_engine: FakeEngine, closed: Closed) -> None:
    """The programs of aiodocker's own documentation close one client twice, with calls between."""
    await docker.system.ping()
    await docker.close()
    await docker.close()
    await closed()
    assert await docker.system.ping()
    assert len(fake_engine.connections) == 2
    await docker.close()
    await closed()


def test_one_client_in_one_loop_after_the_other(fake_engine: FakeEngine) -> None:
    """Aiodocker C10: a client cannot be made without a loop."""
    docker = Docker(fake_engine.url)

    async def ask() -> None:
        async with docker:
            assert all(await asyncio.gather(*(docker.system.ping() for _ in range(5))))

    asyncio.run(ask())
    asyncio.run(ask())
    assert [request.path for request in fake_engine.requests].count("/version") == 1


async def test_closing_while_a_call_waits(docker: Docker, fake_engine: FakeEngine, received: Received) -> None:
    fake_engine.script("GET", "/info", Do.HANG)
    call = asyncio.ensure_future(docker.system.info())
    await received("GET", "/info")
    await docker.close()
    with pytest.raises(ConnectionLost):
        await call


async def test_calls_are_logged_without_what_they_carry(
    docker: Docker, fake_engine: FakeEngine, caplog: pytest.LogCaptureFixture
) -> None:
    fake_engine.reply("POST", "/containers/create", 201, {"Id": "abc"})
    with caplog.at_level(logging.DEBUG, "dockwright"):
        await docker.containers.create({"Env": ["PASSWORD=hunter2"]}, name="n")
    (message,) = [record.getMessage() for record in caplog.records if record.name == "dockwright"]
    assert re.fullmatch(r"POST /containers/create 201 [0-9.]+ ms 13 bytes", message)


async def test_a_session_of_the_callers_is_used_and_left_open(fake_engine: FakeEngine) -> None:
    import aiohttp

    connector = aiohttp.UnixConnector(fake_engine.url.removeprefix("unix://"))
    async with aiohttp.ClientSession(connector=connector, raise_for_status=True) as session:
        async with Docker(fake_engine.url, session=session) as docker:
            assert await docker.system.ping()
            with pytest.raises(ContainerNotFound):
                await docker.containers.get("c")
        assert not session.closed


async def test_a_connector_of_the_callers_is_left_open(fake_engine: FakeEngine) -> None:
    import aiohttp

    async with aiohttp.UnixConnector(fake_engine.url.removeprefix("unix://")) as connector:
        async with Docker("tcp://nowhere.invalid:1", connector=connector) as docker:
            assert await docker.system.ping()
        assert not connector.closed


def test_a_client_belongs_to_the_loop_of_its_first_call(fake_engine: FakeEngine) -> None:
    for _ in range(2):
        fake_engine.reply("GET", "/info", 200, {"Name": "a"})
    docker = Docker(fake_engine.url, api_version="1.45")
    container = docker.containers.container("c")

    async def elsewhere() -> None:
        for call in (docker.system.info, container.messages(follow=True).open, container.websocket):
            with pytest.raises(RuntimeError, match=r"the event loop of its first call; make a Docker\(\) in each"):
                await call()

    async def last() -> None:
        assert plain(await docker.system.info()) == {"Name": "a"}
        await docker.close()

    with closing(asyncio.new_event_loop()) as own:
        own.run_until_complete(docker.system.info())
        asyncio.run(elsewhere())
        # Closed where it was used, it may be used elsewhere.
        own.run_until_complete(docker.close())
    asyncio.run(last())
    assert [request.target for request in fake_engine.requests] == ["/v1.45/info"] * 2


async def test_what_is_no_operation_is_refused(docker: Docker, fake_engine: FakeEngine) -> None:
    wrong: Any = 5
    with pytest.raises(TypeError, match=r"operation must be one of dockwright_api\.operations.*, not int: 5"):
        await docker.send(wrong)
    assert fake_engine.requests == []
