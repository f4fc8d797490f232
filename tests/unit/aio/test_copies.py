"""Copies through the asynchronous face: sources, members, downloads; and what is left when they are given up."""

import asyncio
import base64
import gc
import io
import json
import tarfile
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from dockwright.aio import (
    ArchiveMembers,
    ConnectionLost,
    Docker,
    DockerContainer,
    FileChanged,
    InvalidArgument,
    PathNotFound,
    TruncatedStream,
    UnsafeArchive,
)
from tests.fakes.engine import LAST_CHUNK, Do, FakeEngine, chunk, chunked_head, head, reply

from .conftest import Closed, Received, plain
from .test_archives import ARCHIVE, FILES, STAT, TAR, cut, entries, tar

HEADER = "X-Docker-Container-Path-Stat"


def stat(**facts: Any) -> dict[str, str]:
    return {HEADER: base64.b64encode(json.dumps(STAT | facts).encode()).decode()}


@pytest.fixture
def container(docker: Docker) -> DockerContainer:
    return docker.containers.container("c")


def unpacked(body: bytes) -> dict[str, bytes]:
    with tarfile.open(fileobj=io.BytesIO(body)) as archive:
        return {member.name: file.read() for member in archive if (file := archive.extractfile(member))}


async def pieces() -> AsyncIterator[bytes]:
    for _ in range(10):
        await asyncio.sleep(0)
        yield b"x" * 1000


@pytest.fixture
def nothing_there(fake_engine: FakeEngine) -> None:
    """At the destination."""
    fake_engine.script("HEAD", ARCHIVE, head(404, {"Content-Length": "0"}))


@pytest.mark.usefixtures("nothing_there")
class TestTo:
    @pytest.mark.parametrize(
        ("source", "size"), [(b"x" * 10_000, None), (io.BytesIO(b"x" * 10_000), None), (pieces, 10_000)]
    )
    async def test_content(self, container: DockerContainer, fake_engine: FakeEngine, source: Any, size: Any) -> None:
        fake_engine.reply("PUT", ARCHIVE)
        await container.copy_to(pieces() if source is pieces else source, "/srv/f", size=size)
        (request,) = fake_engine.received("PUT", ARCHIVE)
        assert request.query == {"path": ["/srv"], "noOverwriteDirNonDir": ["1"]}
        assert unpacked(request.body) == {"f": b"x" * 10_000}

    async def test_chunks_of_another_size_break_the_request_off(
        self, container: DockerContainer, fake_engine: FakeEngine, closed: Closed
    ) -> None:
        fake_engine.script("PUT", ARCHIVE, Do.READ_BODY, reply(200))
        for size in (9_999, 10_001):
            with pytest.raises(FileChanged):
                await container.copy_to(pieces(), "/srv/f", size=size)
        await closed()
        assert not any(request.complete for request in fake_engine.received("PUT", ARCHIVE))

    async def test_a_file_that_cannot_be_read_is_an_error_and_nothing_hangs(
        self,
        container: DockerContainer,
        docker: Docker,
        fake_engine: FakeEngine,
        tmp_path: Path,
        received: Received,
        closed: Closed,
    ) -> None:
        gate = fake_engine.gate()
        fake_engine.script("PUT", ARCHIVE, gate, Do.READ_BODY, reply(200))
        (tmp_path / "a").write_bytes(bytes(10_000_000))
        (tmp_path / "b").write_bytes(b"b")
        task = asyncio.ensure_future(container.copy_to(tmp_path, "/srv/new"))
        await received("PUT", ARCHIVE)
        (tmp_path / "b").unlink()
        gate.open()
        with pytest.raises(FileNotFoundError, match="/b'"):
            await task
        await closed()
        assert await docker.system.ping()

    async def test_bad_arguments_send_nothing(self, container: DockerContainer, fake_engine: FakeEngine) -> None:
        with pytest.raises(InvalidArgument, match=r"size=\.\.\. is needed"):
            await container.copy_to(pieces(), "/f")
        with pytest.raises(InvalidArgument, match="a path in a container"):
            await container.copy_to(b"", "")
        assert fake_engine.connections == []

    async def test_put_archive_says_what_is_missing(self, container: DockerContainer, fake_engine: FakeEngine) -> None:
        fake_engine.reply("PUT", ARCHIVE, 404, {"message": "no"})
        fake_engine.reply("GET", "/containers/c/json", 200, {"Id": "c"})
        with pytest.raises(PathNotFound):
            await container.put_archive("/nosuch", b"tar", no_overwrite_dir_non_dir=True, copy_uid_gid=True)
        (request, _) = fake_engine.requests
        assert request.query == {"path": ["/nosuch"], "noOverwriteDirNonDir": ["1"], "copyUIDGID": ["1"]}


class TestFrom:
    async def test_path_stat(self, container: DockerContainer, fake_engine: FakeEngine) -> None:
        fake_engine.reply("HEAD", ARCHIVE, headers=stat(linkTarget="/x", mode=1 << 27))
        found = await container.path_stat("/l")
        assert (found.name, found.link_target, found.mode) == ("target", "/x", 1 << 27)

    async def test_read_file(self, container: DockerContainer, docker: Docker, fake_engine: FakeEngine) -> None:
        # Once a file has grown since it was described.
        for size in (200_000, 200_000, 5):
            fake_engine.reply("HEAD", ARCHIVE, headers=stat(mode=0o644, size=size))
        fake_engine.script("GET", ARCHIVE, *cut(tar({"b": FILES["etc/b"]})))
        assert await container.read_file("/etc/b") == FILES["etc/b"]
        with pytest.raises(InvalidArgument, match="max_bytes=10"):
            await container.read_file("/etc/b", max_bytes=10)
        assert len(fake_engine.received("GET", ARCHIVE)) == 1
        with pytest.raises(UnsafeArchive):
            await container.read_file("/etc/b", max_bytes=10)
        assert await docker.system.ping()

    async def test_a_limit(self, container: DockerContainer, fake_engine: FakeEngine, tmp_path: Path) -> None:
        fake_engine.script("GET", ARCHIVE, *cut(TAR))
        with pytest.raises(UnsafeArchive, match="max_bytes=1000"):
            await container.copy_from("/etc", tmp_path, max_bytes=1000)
        with pytest.raises(UnsafeArchive, match="max_members=1"):
            await container.copy_from("/etc", tmp_path, max_members=1)
        assert entries(tmp_path) == []

    async def test_many_at_once(self, container: DockerContainer, fake_engine: FakeEngine, tmp_path: Path) -> None:
        """More than the threads that a loop has for such work."""
        gate = fake_engine.gate()
        half = len(TAR) // 2
        fake_engine.script(
            "GET", ARCHIVE, chunked_head("application/x-tar"), chunk(TAR[:half]), gate, chunk(TAR[half:]), LAST_CHUNK
        )
        copies = [asyncio.ensure_future(container.copy_from("/etc", tmp_path / str(each))) for each in range(40)]
        await asyncio.to_thread(fake_engine.wait_received, "GET", ARCHIVE, 40)
        # The loop's own threads are free.
        assert await asyncio.to_thread(lambda: "free") == "free"
        gate.open()
        await asyncio.gather(*copies)
        assert len(entries(tmp_path, "b")) == 40


class TestMembers:
    async def test_each_with_its_content(
        self, container: DockerContainer, docker: Docker, fake_engine: FakeEngine
    ) -> None:
        fake_engine.script("GET", ARCHIVE, *cut(TAR, 700))
        found = [(info.name, await content.read()) async for info, content in container.members("/etc")]
        assert found == list(FILES.items())
        assert await docker.system.ping()
        assert len(fake_engine.connections) == 1

    async def test_in_pieces_and_unread(self, container: DockerContainer, fake_engine: FakeEngine) -> None:
        fake_engine.script("GET", ARCHIVE, *cut(TAR))
        async with container.members("/etc") as members:
            await anext(members)
            info, content = await anext(members)
            assert (info.name, await content.read(3)) == ("etc/b", b"xxx")
            assert b"".join([piece async for piece in content]) == b"x" * 199_997
            with pytest.raises(StopAsyncIteration):
                await anext(members)

    async def test_they_come_before_the_archive_is_whole(
        self, container: DockerContainer, fake_engine: FakeEngine, closed: Closed
    ) -> None:
        fake_engine.script("GET", ARCHIVE, chunked_head("application/x-tar"), chunk(TAR[:2000]), Do.HANG)
        async with container.members("/etc") as members:
            info, content = await anext(members)
            assert (info.name, await content.read()) == ("etc/a", b"first")
        await closed()

    async def test_a_cut(self, container: DockerContainer, fake_engine: FakeEngine) -> None:
        fake_engine.script("GET", ARCHIVE, chunked_head("application/x-tar"), chunk(TAR[:2000]), LAST_CHUNK)
        fake_engine.script("GET", ARCHIVE, chunked_head("application/x-tar"), chunk(TAR[:2000]), Do.CLOSE)
        for kind in (TruncatedStream, ConnectionLost):
            members = container.members("/etc")
            with pytest.raises(kind):
                [await content.read() async for _, content in members]
            with pytest.raises(StopAsyncIteration):
                await anext(members)

    async def test_cancelled(self, container: DockerContainer, fake_engine: FakeEngine, closed: Closed) -> None:
        fake_engine.script("GET", ARCHIVE, chunked_head("application/x-tar"), chunk(TAR[:2000]), Do.HANG)
        members = container.members("/etc")
        await anext(members)
        task = asyncio.ensure_future(anext(members))
        await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        await closed()

    async def test_forgotten(
        self, container: DockerContainer, fake_engine: FakeEngine, received: Received, closed: Closed
    ) -> None:
        fake_engine.script("GET", ARCHIVE, chunked_head("application/x-tar"), chunk(TAR[:2000]), Do.HANG)
        members: ArchiveMembers | None = container.members("/etc")
        assert members is not None
        await anext(members)
        members = None
        gc.collect()
        await closed()


class TestDownloads:
    @pytest.fixture(params=["export", "archive", "image"])
    def download(self, request: pytest.FixtureRequest, docker: Docker, fake_engine: FakeEngine) -> Any:
        container = docker.containers.container("c")
        ways = {
            "export": ("/containers/c/export", lambda: container.export()),
            "archive": (ARCHIVE, lambda: container.archive("/etc")),
            "image": ("/images/busybox/get", lambda: docker.images.export_image("busybox")),
        }
        path, make = ways[request.param]
        fake_engine.script(
            "GET", path, chunked_head("application/x-tar"), chunk(b"one"), chunk(b"two"), chunk(b"3"), LAST_CHUNK
        )
        return make

    async def test_every_way_to_read(self, download: Any, fake_engine: FakeEngine) -> None:
        assert await download().read() == b"onetwo3"
        assert b"".join([each async for each in download()]) == b"onetwo3"
        assert b"".join([each async for each in download().iter_any()]) == b"onetwo3"
        assert b"".join([each async for each, _ in download().iter_chunks()]) == b"onetwo3"
        sizes = [len(each) async for each in download().iter_chunked(2)]
        assert (sum(sizes), max(sizes)) == (7, 2)
        async with download() as stream:
            assert await stream.read(2) == b"on"
            assert await stream.read() == b"etwo3"
            assert await stream.read() == b""
        assert len(fake_engine.connections) == 1

    async def test_leaving_early_closes(self, download: Any, closed: Closed, docker: Docker) -> None:
        async with download() as stream:
            assert await stream.read(1) == b"o"
        await docker.close()
        await closed()

    async def test_one_call_feeds_another(self, download: Any, docker: Docker, fake_engine: FakeEngine) -> None:
        fake_engine.reply("PUT", "/containers/other/archive")
        await docker.containers.container("other").put_archive("/", download())
        (request,) = fake_engine.received("PUT", "/containers/other/archive")
        assert request.body == b"onetwo3"


async def test_an_image_is_loaded(docker: Docker, fake_engine: FakeEngine) -> None:
    fake_engine.reply("POST", "/images/load", 200, {"stream": "Loaded image: a:b\n"})
    assert plain(await docker.images.import_image(b"tar")) == [{"stream": "Loaded image: a:b\n"}]
    assert [each async for each in docker.images.import_image(io.BytesIO(b"tar"), stream=True)]
    assert [request.body for request in fake_engine.requests] == [b"tar", b"tar"]
