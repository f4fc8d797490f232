"""Copying folders in and out: the disk is worked on in a thread, and what is interrupted leaves nothing."""

import asyncio
import base64
import io
import json
import tarfile
import threading
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from dockwright.aio import ConnectionLost, ContainerNotFound, Docker, TruncatedStream
from dockwright.aio.archives import consume
from dockwright.aio.downloads import Download
from dockwright.aio.handover import LIMIT
from dockwright.errors import UnsafeArchive
from dockwright_api import operations
from tests.fakes.engine import LAST_CHUNK, Do, FakeEngine, Step, chunk, chunked, chunked_head

from .conftest import Closed, Received

ARCHIVE = "/containers/c/archive"


def tar(files: dict[str, bytes]) -> bytes:
    archive = io.BytesIO()
    with tarfile.open(fileobj=archive, mode="w") as writer:
        for name, content in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            writer.addfile(info, io.BytesIO(content))
    return archive.getvalue()


FILES = {"etc/a": b"first", "etc/b": b"x" * 200_000}
TAR = tar(FILES)
STAT = {"name": "target", "size": 0, "mode": 1 << 31 | 0o755, "mtime": "2024-01-01T00:00:00Z", "linkTarget": ""}
FOLDER = base64.b64encode(json.dumps(STAT).encode()).decode()


def cut(data: bytes, size: int = 10_000) -> list[Step]:
    return chunked("application/x-tar", [data[at : at + size] for at in range(0, len(data), size)])


def found(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def entries(folder: Path, name: str = "*") -> list[str]:
    return [path.name for path in folder.rglob(name)]


async def test_copy_from_writes_what_arrives(docker: Docker, fake_engine: FakeEngine, tmp_path: Path) -> None:
    fake_engine.script("GET", ARCHIVE, *cut(TAR))
    written = await docker.containers.container("c").copy_from("/etc", tmp_path / "new")
    assert {path.name for path in written} >= {"a", "b"}
    assert found(tmp_path / "new") == {name.removeprefix("etc/"): content for name, content in FILES.items()}
    assert fake_engine.requests[0].query == {"path": ["/etc"]}
    assert await docker.system.ping()
    assert len(fake_engine.connections) == 1


async def test_copy_to_sends_what_is_there(docker: Docker, fake_engine: FakeEngine, tmp_path: Path) -> None:
    fake_engine.reply("PUT", ARCHIVE)
    fake_engine.reply("HEAD", ARCHIVE, headers={"X-Docker-Container-Path-Stat": FOLDER})
    (tmp_path / "etc").mkdir()
    for name, content in FILES.items():
        (tmp_path / name).write_bytes(content)
    await docker.containers.container("c").copy_to(tmp_path / "etc", "/target")
    (request,) = fake_engine.received("PUT", ARCHIVE)
    assert request.query["path"] == ["/target"]
    with tarfile.open(fileobj=io.BytesIO(request.body)) as archive:
        names = {member.name: member for member in archive if member.isfile()}
        assert set(names) == set(FILES)
        for name, content in FILES.items():
            file = archive.extractfile(names[name])
            assert file is not None
            assert file.read() == content


async def test_copy_to_of_nothing_sends_nothing(docker: Docker, fake_engine: FakeEngine, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        await docker.containers.container("c").copy_to(tmp_path / "missing", "/")
    assert not any(request.complete for request in fake_engine.requests)


async def test_get_archive_and_put_archive(docker: Docker, fake_engine: FakeEngine) -> None:
    fake_engine.script("GET", ARCHIVE, *cut(TAR))
    with await docker.containers.container("c").get_archive("/etc") as archive:
        assert archive.getnames() == list(FILES)


@pytest.mark.parametrize("method", ["get_archive", "copy_from"])
async def test_a_container_that_is_missing(
    docker: Docker, fake_engine: FakeEngine, tmp_path: Path, method: str
) -> None:
    fake_engine.reply("GET", ARCHIVE, 404, {"message": "No such container: c"})
    arguments: list[Any] = ["/etc"] if method == "get_archive" else ["/etc", tmp_path / "new"]
    with pytest.raises(ContainerNotFound):
        await getattr(docker.containers.container("c"), method)(*arguments)
    assert not (tmp_path / "new").exists()


async def test_an_unsafe_archive_is_refused_at_once(
    docker: Docker, fake_engine: FakeEngine, tmp_path: Path, closed: Closed
) -> None:
    unsafe = tar({"good": b"good", "../out": b"bad"})
    fake_engine.script("GET", ARCHIVE, chunked_head("application/x-tar"), chunk(unsafe), Do.HANG)
    with pytest.raises(UnsafeArchive, match="out"):
        await docker.containers.container("c").copy_from("/etc", tmp_path / "new")
    await closed()
    assert entries(tmp_path) == []


@pytest.mark.parametrize(
    ("end", "kind"),
    [([LAST_CHUNK], TruncatedStream), ([Do.CLOSE], ConnectionLost), ([Do.RESET], ConnectionLost)],
    ids=str,
)
async def test_an_archive_that_ends_too_early(
    docker: Docker, fake_engine: FakeEngine, tmp_path: Path, end: list[Step], kind: type[Exception]
) -> None:
    fake_engine.script("GET", ARCHIVE, chunked_head("application/x-tar"), chunk(TAR[:100_000]), *end)
    with pytest.raises(kind):
        await docker.containers.container("c").copy_from("/etc", tmp_path / "new")
    assert entries(tmp_path) == []


async def test_cancelling_stops_the_thread_and_leaves_nothing(
    docker: Docker, fake_engine: FakeEngine, tmp_path: Path, received: Received, closed: Closed
) -> None:
    fake_engine.script("GET", ARCHIVE, chunked_head("application/x-tar"), chunk(TAR[:100_000]), Do.HANG)
    task = asyncio.ensure_future(docker.containers.container("c").copy_from("/etc", tmp_path / "new"))
    await received("GET", ARCHIVE)
    # Until something is on the disk.
    while not entries(tmp_path, "a"):  # noqa: ASYNC110  nothing tells when a file appears
        await asyncio.sleep(0.001)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert entries(tmp_path) == []
    await closed()
    assert await docker.system.ping()


async def test_a_timeout_stops_the_thread_too(docker: Docker, fake_engine: FakeEngine, tmp_path: Path) -> None:
    fake_engine.script("GET", ARCHIVE, chunked_head("application/x-tar"), chunk(TAR[:100_000]), Do.HANG)
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.05):
            await docker.containers.container("c").copy_from("/etc", tmp_path / "new")
    assert entries(tmp_path) == []


async def test_work_that_waits_for_nothing_sees_the_cancellation_at_its_next_chunk(
    docker: Docker, fake_engine: FakeEngine
) -> None:
    """Cancelled while the thread works, it must not take the end of the stream for the end of the archive."""
    fake_engine.script("GET", ARCHIVE, chunked_head("application/x-tar"), chunk(b"one"), chunk(b"two"), Do.HANG)
    working, go_on = threading.Event(), threading.Event()
    seen: list[bytes] = []
    ended: list[BaseException] = []

    def work(chunks: Iterable[bytes]) -> None:
        try:
            for piece in chunks:
                seen.append(piece)
                working.set()
                go_on.wait()
        except BaseException as error:
            ended.append(error)
            raise

    stream = docker.engine.chunks(operations.containers.get_archive("c", "/"))
    task = asyncio.ensure_future(consume(stream, work))
    await asyncio.to_thread(working.wait)
    task.cancel()
    await asyncio.sleep(0)
    assert not task.done(), "it waits for its thread"
    go_on.set()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert [type(error) for error in ended] == [InterruptedError]


async def test_what_the_work_gives_and_raises(docker: Docker, fake_engine: FakeEngine, closed: Closed) -> None:
    fake_engine.script("GET", ARCHIVE, *cut(b"abc", 1))
    operation = operations.containers.get_archive("c", "/")
    assert await consume(docker.engine.chunks(operation), b"".join) == b"abc"

    def fail(chunks: Iterable[bytes]) -> None:
        raise LookupError(next(iter(chunks)))

    with pytest.raises(LookupError):
        await consume(docker.engine.chunks(operation), fail)
    assert await docker.system.ping()


async def test_a_thread_that_falls_behind_makes_the_stream_wait(docker: Docker, fake_engine: FakeEngine) -> None:
    piece = bytes(100_000)
    fake_engine.script("GET", ARCHIVE, *chunked("application/x-tar", [piece] * 200))
    go_on = threading.Event()

    def work(chunks: Iterable[bytes]) -> int:
        go_on.wait()
        return sum(len(chunk) for chunk in chunks)

    read = 0

    class Counted(Download):
        async def __anext__(self) -> bytes:
            nonlocal read
            chunk = await super().__anext__()
            read += len(chunk)
            return chunk

    stream = Counted(docker.engine.chunks(operations.containers.get_archive("c", "/")).open)
    task = asyncio.ensure_future(consume(stream, work))
    while read < LIMIT:  # noqa: ASYNC110  nothing tells what was read
        await asyncio.sleep(0)
    for _ in range(100):
        await asyncio.sleep(0.001)
    # One chunk may come on top, and no more than the connection holds of it.
    assert read < 2 * LIMIT
    go_on.set()
    assert await task == 20_000_000
