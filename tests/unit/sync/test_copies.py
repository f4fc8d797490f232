"""Copies through the synchronous face: sources, members, downloads, images as archives."""

import base64
import io
import json
import os
import tarfile
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest

from dockwright.sync import (
    Container,
    DockerClient,
    FileChanged,
    Image,
    InvalidArgument,
    PathNotFound,
    TruncatedStream,
    UnsafeArchive,
)
from dockwright.sync.errors import DockerStreamError
from tests.fakes.engine import LAST_CHUNK, Do, FakeEngine, Step, chunk, chunked, chunked_head, head, reply

ARCHIVE = "/containers/c/archive"
FACTS = {"name": "f", "size": 3, "mode": 420, "mtime": "2024-01-01T00:00:00Z", "linkTarget": ""}
FILES = {"etc/a": b"first", "etc/b": b"x" * 200_000}


def stat(**facts: Any) -> dict[str, str]:
    return {"X-Docker-Container-Path-Stat": base64.b64encode(json.dumps(FACTS | facts).encode()).decode()}


def tar(files: dict[str, bytes]) -> bytes:
    archive = io.BytesIO()
    with tarfile.open(fileobj=archive, mode="w") as writer:
        for name, content in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            writer.addfile(info, io.BytesIO(content))
    return archive.getvalue()


TAR = tar(FILES)


def cut(data: bytes, size: int = 10_000) -> list[Step]:
    return chunked("application/x-tar", [data[at : at + size] for at in range(0, len(data), size)])


@pytest.fixture
def container(client: DockerClient) -> Container:
    return Container.of(client, "c")


def pieces() -> Iterator[bytes]:
    for _ in range(10):
        yield b"x" * 1000


@pytest.fixture
def nothing_there(fake_engine: FakeEngine) -> None:
    """At the destination."""
    fake_engine.script("HEAD", ARCHIVE, head(404, {"Content-Length": "0"}))


@pytest.mark.usefixtures("nothing_there")
class TestTo:
    @pytest.mark.parametrize("source", [b"x" * 10_000, io.BytesIO(b"x" * 10_000), pieces])
    def test_content(self, container: Container, fake_engine: FakeEngine, source: Any) -> None:
        fake_engine.reply("PUT", ARCHIVE)
        size = 10_000 if source is pieces else None
        container.copy_to(pieces() if source is pieces else source, "/srv/f", size=size, copy_uid_gid=True)
        (request,) = fake_engine.received("PUT", ARCHIVE)
        assert request.query == {"path": ["/srv"], "noOverwriteDirNonDir": ["1"], "copyUIDGID": ["1"]}
        with tarfile.open(fileobj=io.BytesIO(request.body)) as archive:
            (member,) = archive.getmembers()
        assert (member.name, member.size) == ("f", 10_000)

    def test_a_source_that_breaks_off_the_request(
        self, container: Container, client: DockerClient, fake_engine: FakeEngine, tmp_path: Path
    ) -> None:
        fake_engine.script("PUT", ARCHIVE, Do.READ_BODY, reply(200))
        for size in (9_999, 10_001):
            with pytest.raises(FileChanged):
                container.copy_to(pieces(), "/srv/f", size=size)

        def failing() -> Iterator[bytes]:
            yield b"x"
            raise PermissionError("not this file")

        with pytest.raises(PermissionError, match="not this file"):
            container.copy_to(failing(), "/srv/f", size=10)
        assert client.ping()
        fake_engine.wait_received("PUT", ARCHIVE, 3)
        assert not any(request.complete for request in fake_engine.received("PUT", ARCHIVE))

    def test_an_asynchronous_source_is_for_the_other_face(self, container: Container) -> None:
        async def asynchronous() -> AsyncIterator[bytes]:
            yield b"x"

        with pytest.raises(TypeError, match=r"dockwright\.aio"):
            container.copy_to(asynchronous(), "/f", size=1)


class TestFrom:
    def test_path_stat(self, container: Container, fake_engine: FakeEngine) -> None:
        fake_engine.reply("HEAD", ARCHIVE, headers=stat())
        assert container.path_stat("/f").size == 3
        fake_engine.reply("HEAD", ARCHIVE, 404)
        fake_engine.reply("GET", "/containers/c/json", 200, {"Id": "c"})
        container.path_stat("/f")
        with pytest.raises(PathNotFound, match="nothing at '/g'"):
            container.path_stat("/g")

    def test_read_file(self, container: Container, fake_engine: FakeEngine) -> None:
        fake_engine.reply("HEAD", ARCHIVE, headers=stat(size=200_000))
        fake_engine.script("GET", ARCHIVE, *cut(tar({"b": FILES["etc/b"]})))
        assert container.read_file("/etc/b", max_bytes=200_000) == FILES["etc/b"]
        with pytest.raises(InvalidArgument, match="max_bytes=199999"):
            container.read_file("/etc/b", max_bytes=199_999)

    def test_copy_from(
        self, container: Container, fake_engine: FakeEngine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        fake_engine.script("GET", ARCHIVE, *cut(TAR))
        assert container.copy_from("/etc") == [tmp_path / "etc" / "a", tmp_path / "etc" / "b"]
        container.copy_from("/etc", "new")
        assert sorted(os.listdir("new")) == ["a", "b"]
        with pytest.raises(UnsafeArchive, match="max_bytes"):
            container.copy_from("/etc", "other", max_bytes=10)
        assert sorted(os.listdir()) == ["etc", "new"]

    def test_members(self, container: Container, client: DockerClient, fake_engine: FakeEngine) -> None:
        fake_engine.script("GET", ARCHIVE, *cut(TAR, 700))
        found = [(info.name, content.read()) for info, content in container.members("/etc")]
        assert found == list(FILES.items())
        assert client.ping()
        assert len(fake_engine.connections) == 1

    def test_members_left_early(self, container: Container, fake_engine: FakeEngine) -> None:
        fake_engine.script("GET", ARCHIVE, chunked_head("application/x-tar"), chunk(TAR[:2000]), Do.HANG)
        members = container.members("/etc")
        info, content = next(members)
        assert (info.name, content.read()) == ("etc/a", b"first")
        del members
        fake_engine.wait_closed()

    def test_a_cut(self, container: Container, fake_engine: FakeEngine) -> None:
        fake_engine.script("GET", ARCHIVE, chunked_head("application/x-tar"), chunk(TAR[:2000]), LAST_CHUNK)
        with pytest.raises(TruncatedStream):
            [content.read() for _, content in container.members("/etc")]


ID = "sha256:" + "a" * 64


class TestImages:
    @pytest.fixture
    def image(self, client: DockerClient) -> Image:
        return Image.of(client, ID, attrs={"Id": ID, "RepoTags": ["a:1", "b:2"]})

    @pytest.mark.parametrize(("named", "name"), [(False, ID), (True, "a:1"), ("b:2", "b:2")])
    def test_save(self, image: Image, fake_engine: FakeEngine, named: bool | str, name: str) -> None:
        fake_engine.script("GET", f"/images/{name}/get", *cut(b"onetwo", 3))
        assert b"".join(image.save(named=named)) == b"onetwo"
        assert list(image.save(chunk_size=1, named=named)) == [b"o", b"n", b"e", b"t", b"w", b"o"]

    def test_save_under_a_name_that_it_does_not_have(self, image: Image, fake_engine: FakeEngine) -> None:
        with pytest.raises(InvalidArgument, match="the tag 'c:3'; its tags are"):
            image.save(named="c:3")
        with pytest.raises(InvalidArgument, match="chunk_size"):
            image.save(chunk_size=0)
        assert fake_engine.connections == []

    def test_load(self, client: DockerClient, fake_engine: FakeEngine) -> None:
        progress = [
            {"status": "Loading layer"},
            {"stream": "Loaded image: a:1\n"},
            {"stream": f"Loaded image ID: {ID}\n"},
        ]
        fake_engine.script(
            "POST", "/images/load", reply(200, b"\n".join(json.dumps(each).encode() for each in progress))
        )
        for name in ("a:1", ID):
            fake_engine.reply("GET", f"/images/{name}/json", 200, {"Id": ID, "RepoTags": ["a:1"]})
        assert [image.id for image in client.images.load(io.BytesIO(b"tar"))] == [ID, ID]
        assert fake_engine.requests[0].body == b"tar"

    def test_load_that_fails(self, client: DockerClient, fake_engine: FakeEngine) -> None:
        fake_engine.reply("POST", "/images/load", 200, {"errorDetail": {"message": "no tar"}, "error": "no tar"})
        with pytest.raises(DockerStreamError, match="no tar"):
            client.images.load(b"x")


def test_export(container: Container, fake_engine: FakeEngine) -> None:
    fake_engine.script("GET", "/containers/c/export", *cut(TAR))
    with container.export() as chunks:
        assert b"".join(chunks) == TAR
    assert max(len(each) for each in container.export(chunk_size=100)) == 100
    with pytest.raises(InvalidArgument, match="chunk_size"):
        container.export(chunk_size=-1)
