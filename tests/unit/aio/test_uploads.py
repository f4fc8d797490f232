"""Bodies that are made while they are sent: every kind of source, its own errors, and an engine that answers early."""

import asyncio
import io
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from dockwright.aio import BadRequest, ConnectionLost, Docker, NotFound
from dockwright.aio.uploads import Upload
from dockwright.archive.pack import pack_tree
from dockwright_api import models, operations
from tests.fakes.engine import LAST_CHUNK, Do, FakeEngine, chunk, chunked_head, reply

from .conftest import Closed, Received, plain

ARCHIVE = "/containers/c/archive"
BODY = b"archive" * 300_000


def pieces() -> Iterator[bytes]:
    for start in range(0, len(BODY), 50_000):
        yield BODY[start : start + 50_000]


async def asynchronous() -> AsyncIterator[bytes]:
    for piece in pieces():
        await asyncio.sleep(0)
        yield piece


SOURCES: dict[str, Callable[[], Any]] = {
    "bytes": lambda: BODY,
    "bytearray": lambda: bytearray(BODY),
    "memoryview": lambda: memoryview(BODY),
    "file": lambda: io.BytesIO(BODY),
    "list": lambda: list(pieces()),
    "generator": pieces,
    "asynchronous generator": asynchronous,
    "with empty pieces": lambda: [b"", *pieces(), b""],
}


@pytest.mark.parametrize("source", SOURCES.values(), ids=SOURCES.keys())
async def test_the_whole_body_arrives(docker: Docker, fake_engine: FakeEngine, source: Callable[[], Any]) -> None:
    fake_engine.reply("PUT", ARCHIVE)
    assert await docker.containers.container("c").put_archive("/a b", source()) == ""
    (request,) = fake_engine.requests
    assert request.body == BODY
    assert request.complete
    assert request.query == {"path": ["/a b"]}
    assert request.headers["content-type"] == "application/x-tar"


async def test_a_file_on_the_disk(docker: Docker, fake_engine: FakeEngine, tmp_path: Path) -> None:
    fake_engine.reply("PUT", ARCHIVE)
    path = tmp_path / "archive"
    path.write_bytes(BODY)
    with path.open("rb") as file:
        await docker.containers.container("c").put_archive("/", file)
    assert fake_engine.requests[0].body == BODY


async def test_a_blocking_source_is_read_in_a_thread(docker: Docker, fake_engine: FakeEngine) -> None:
    fake_engine.reply("PUT", ARCHIVE)
    threads: set[int] = set()

    def source() -> Iterator[bytes]:
        for piece in (b"a", b"b"):
            threads.add(threading.get_ident())
            yield piece

    await docker.containers.container("c").put_archive("/", source())
    assert fake_engine.requests[0].body == b"ab"
    assert threads
    assert threading.get_ident() not in threads


@pytest.mark.parametrize("ready", [True, False])
async def test_what_is_there_at_once_is_taken_together(
    ready: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A change of threads costs as much as reading a file."""
    for number in range(3):
        (tmp_path / f"{number}").write_bytes(bytes(300_000))
    changes = 0
    in_thread = asyncio.to_thread

    async def counted(function: Callable[..., Any], *arguments: Any) -> Any:
        nonlocal changes
        changes += 1
        return await in_thread(function, *arguments)

    monkeypatch.setattr(asyncio, "to_thread", counted)
    pieces = list(pack_tree(tmp_path))
    assert [block async for block in Upload(pack_tree(tmp_path) if ready else iter(pieces))] == pieces
    assert changes == 1 + (1 if ready else len(pieces))


async def test_an_asynchronous_source_is_read_on_the_loop(docker: Docker, fake_engine: FakeEngine) -> None:
    fake_engine.reply("PUT", ARCHIVE)
    threads: set[int] = set()

    async def source() -> AsyncIterator[bytes]:
        threads.add(threading.get_ident())
        yield b"a"

    await docker.containers.container("c").put_archive("/", source())
    assert threads == {threading.get_ident()}


async def test_pieces_are_sent_as_they_come(docker: Docker, fake_engine: FakeEngine, received: Received) -> None:
    fake_engine.reply("PUT", ARCHIVE)

    async def source() -> AsyncIterator[bytes]:
        yield b"first"
        await received("PUT", ARCHIVE)
        yield b"second"

    await docker.containers.container("c").put_archive("/", source())
    assert fake_engine.requests[0].body == b"firstsecond"


class SourceFailed(OSError):
    """What only a source of a test raises."""


def failing() -> Iterator[bytes]:
    yield b"some"
    raise SourceFailed from KeyError("why")


async def failing_asynchronously() -> AsyncIterator[bytes]:
    yield b"some"
    raise SourceFailed from KeyError("why")


class FailingFile(io.RawIOBase):
    """A file that cannot be read."""

    def read(self, size: int = -1, /) -> bytes:
        raise SourceFailed from KeyError("why")


@pytest.mark.parametrize("source", [failing, failing_asynchronously, FailingFile])
async def test_an_error_of_the_source_comes_out_as_it_is(
    docker: Docker, fake_engine: FakeEngine, closed: Closed, source: Callable[[], Any]
) -> None:
    fake_engine.reply("PUT", ARCHIVE)
    with pytest.raises(SourceFailed) as caught:
        await docker.containers.container("c").put_archive("/", source())
    assert type(caught.value) is SourceFailed
    assert isinstance(caught.value.__cause__, KeyError)
    await closed()
    assert not any(request.complete for request in fake_engine.requests)
    assert await docker.system.ping()


async def test_an_error_of_the_source_after_the_reply_began(docker: Docker, fake_engine: FakeEngine) -> None:
    head_read = asyncio.Event()
    first = chunked_head("application/json") + chunk(b'{"status":"Importing"}\n')
    fake_engine.script("POST", "/images/create", first, Do.READ_BODY, LAST_CHUNK)

    async def source() -> AsyncIterator[bytes]:
        yield b"some"
        await head_read.wait()
        raise SourceFailed

    progress = docker.engine.documents(operations.images.create(source(), from_src="-"))
    assert plain(await anext(progress)) == {"status": "Importing"}
    head_read.set()
    with pytest.raises(SourceFailed):
        await anext(progress)


@pytest.mark.parametrize("source", ["a path?", 7, {"a": b"b"}, io.StringIO])
async def test_what_is_no_body_is_refused_before_anything_is_sent(fake_engine: FakeEngine, source: Any) -> None:
    async with Docker(fake_engine.url) as docker:
        with pytest.raises(TypeError, match="must be bytes, a file"):
            await docker.containers.container("c").put_archive("/", source)
    assert fake_engine.connections == []


@pytest.mark.parametrize("source", [io.StringIO("text"), ["text"], [7], io.StringIO("")])
async def test_a_source_of_something_else_than_bytes(docker: Docker, fake_engine: FakeEngine, source: Any) -> None:
    fake_engine.reply("PUT", ARCHIVE)
    with pytest.raises(TypeError, match=r"a body must be made of bytes; its source gives (str|int)"):
        await docker.containers.container("c").put_archive("/", source)
    assert not any(request.complete for request in fake_engine.requests)


async def endless() -> AsyncIterator[bytes]:
    while True:
        yield b"x" * 100_000


@pytest.mark.parametrize("source", [lambda: b"x" * 10_000_000, endless], ids=["bytes", "endless"])
@pytest.mark.parametrize(("then", "kinds"), [(Do.HANG, NotFound), (Do.CLOSE, (NotFound, ConnectionLost))])
async def test_an_engine_that_refuses_before_it_has_everything(
    docker: Docker, fake_engine: FakeEngine, closed: Closed, source: Callable[[], Any], then: Do, kinds: Any
) -> None:
    """Where the engine closes at once, writing to it may fail before its answer was read."""
    fake_engine.script("PUT", ARCHIVE, reply(404, {"message": "No such container: c"}), then, Do.READ_BODY)
    with pytest.raises(kinds):
        await docker.send(operations.containers.put_archive("c", "/", source()))
    assert await docker.system.ping()
    assert [request.connection for request in fake_engine.requests] == [1, 2]
    await docker.close()
    await closed()


async def test_a_connection_that_breaks_during_the_upload(docker: Docker, fake_engine: FakeEngine) -> None:
    fake_engine.script("PUT", ARCHIVE, Do.RESET, Do.READ_BODY)
    with pytest.raises(ConnectionLost, match="PutContainerArchive: "):
        await docker.containers.container("c").put_archive("/", pieces())
    assert len(fake_engine.requests) == 1


async def test_an_upload_is_not_sent_again_by_a_session_of_the_callers(fake_engine: FakeEngine) -> None:
    import aiohttp

    fake_engine.script("PUT", ARCHIVE, Do.CLOSE)
    fake_engine.reply("PUT", ARCHIVE)
    connector = aiohttp.UnixConnector(fake_engine.url.removeprefix("unix://"))
    async with (
        aiohttp.ClientSession(connector=connector) as session,
        Docker(fake_engine.url, session=session, api_version="1.45") as docker,
    ):
        with pytest.raises(ConnectionLost):
            await docker.containers.container("c").put_archive("/", pieces())
    assert len(fake_engine.requests) == 1


async def test_cancelling_ends_the_source(
    docker: Docker, fake_engine: FakeEngine, received: Received, closed: Closed
) -> None:
    fake_engine.script("PUT", ARCHIVE, Do.HANG, Do.READ_BODY)
    ended = asyncio.Event()

    async def endless() -> AsyncIterator[bytes]:
        try:
            while True:
                yield b"x" * 100_000
        finally:
            ended.set()

    task = asyncio.ensure_future(docker.containers.container("c").put_archive("/", endless()))
    await received("PUT", ARCHIVE)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await ended.wait()
    await closed()


async def test_a_field_that_no_model_has_is_refused_before_anything_is_sent(fake_engine: FakeEngine) -> None:
    config = models.ContainerCreateRequest.model_validate({"Image": "busybox", "Imgae": "busybox"})
    async with Docker(fake_engine.url) as docker:
        with pytest.raises(TypeError, match="ContainerCreateRequest has no field 'Imgae'; did you mean 'image'"):
            await docker.containers.create(config)
        with pytest.raises(TypeError, match="ContainerCreateRequest has no field 'imgae'; did you mean 'image'"):
            models.ContainerCreateRequest(imgae="busybox")  # type: ignore[call-arg]  # what is refused
        with pytest.raises(TypeError, match="object is not JSON"):
            await docker.containers.create({"Image": object()})
    assert fake_engine.connections == []


async def test_the_engine_may_still_refuse(docker: Docker, fake_engine: FakeEngine) -> None:
    fake_engine.reply("PUT", ARCHIVE, 400, {"message": "not a directory"})
    with pytest.raises(BadRequest, match="not a directory"):
        await docker.containers.container("c").put_archive("/etc/passwd", pieces())
    assert fake_engine.requests[0].complete
