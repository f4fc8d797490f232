"""Copying into and out of containers of real engines, through the asynchronous face."""

import asyncio
import io
import os
import tarfile
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest

from dockwright.aio import (
    ConnectionLost,
    ContainerNotFound,
    Docker,
    DockerContainer,
    InvalidArgument,
    PathNotFound,
    UnsafeArchive,
)
from tests.engines import Engine, Engines, PrivateEngine

FOLDER, LINK = 1 << 31, 1 << 27


async def shell(container: DockerContainer, script: str) -> str:
    result = await container.exec_run(["sh", "-c", script])
    assert result.exit_code == 0, result.output
    return result.stdout.decode()


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    root = tmp_path / "tree"
    (root / "sub").mkdir(parents=True)
    (root / "sub" / "file").write_bytes(b"content")
    (root / "run").write_bytes(b"#!/bin/sh\n")
    (root / "run").chmod(0o755)
    (root / "link").symlink_to("sub/file")
    os.link(root / "run", root / "again")
    return root


class TestInto:
    """The table of ``docker cp``."""

    async def test_files(self, sleeper: DockerContainer, tree: Path) -> None:
        await shell(sleeper, "mkdir -p /srv/d && echo old > /srv/old && ln -s d /srv/l && ln -s old /srv/lf")
        run = tree / "run"
        for destination in ("/srv/d", "srv/d/", "/srv/new", "/srv/old", "/srv/l"):
            await sleeper.copy_to(run, destination, mtime=1)
        found = await shell(sleeper, "cd /srv; find . -type f | sort; stat -c %a new; cat old")
        assert found.split() == ["./d/run", "./new", "./old", "755", "#!/bin/sh"]
        await sleeper.copy_to(b"behind the link", "/srv/lf")
        assert await shell(sleeper, "cat /srv/old; readlink /srv/lf") == "behind the linkold\n"

    async def test_folders(self, sleeper: DockerContainer, tree: Path) -> None:
        await shell(sleeper, "mkdir -p /srv/d /srv/c; echo old > /srv/old")
        await sleeper.copy_to(tree, "/srv/d")
        await sleeper.copy_to(f"{tree}/.", "/srv/c")
        await sleeper.copy_to(tree, "/srv/n")
        await sleeper.copy_to(f"{tree}/.", "/srv/m")
        for where in ("d/tree", "c", "n", "m"):
            found = await shell(sleeper, f"cd /srv/{where}; cat sub/file; readlink link; stat -c %h run again")
            assert found.split() == ["contentsub/file", "2", "2"]
        with pytest.raises(InvalidArgument, match="cannot take its place"):
            await sleeper.copy_to(tree, "/srv/old")

    async def test_content_and_its_metadata(self, sleeper: DockerContainer) -> None:
        async def chunks() -> AsyncIterator[bytes]:
            yield b"one"
            yield b"two"

        await sleeper.copy_to(b"bytes", "/srv-a", mode=0o600, uid=12, gid=34, mtime=1_600_000_000)
        await sleeper.copy_to(io.BytesIO(b"file"), "/srv-b")
        await sleeper.copy_to(chunks(), "/srv-c", size=6)
        await sleeper.copy_to({"x/y": b"1", "z": b"2"}, "/several")
        found = await shell(sleeper, "stat -c '%a %u %g %Y' /srv-a; cat /srv-a /srv-b /srv-c /several/x/y /several/z")
        assert found == "600 12 34 1600000000\nbytesfileonetwo12"

    async def test_what_is_missing(self, docker: Docker, sleeper: DockerContainer, tree: Path) -> None:
        for destination in ("/no/such/file", "/no/such/"):
            with pytest.raises(PathNotFound, match=r"no folder '/no/such' .* make it first"):
                await sleeper.copy_to(tree / "run", destination)
        # The way out that the message shows.
        await sleeper.copy_to({"no/such/file": tree / "run"}, "/")
        assert await sleeper.read_file("/no/such/file") == b"#!/bin/sh\n"
        with pytest.raises(ContainerNotFound):
            await docker.containers.container("nosuch").copy_to(tree, "/srv")
        with pytest.raises(PathNotFound):
            await sleeper.put_archive("/nowhere", bytes(1024))

    async def test_a_folder_is_not_replaced_by_a_file(self, sleeper: DockerContainer) -> None:
        await shell(sleeper, "mkdir -p /srv/d/x")
        archive = io.BytesIO()
        with tarfile.open(fileobj=archive, mode="w") as writer:
            writer.addfile(tarfile.TarInfo("d"))
        with pytest.raises(Exception, match="directory"):
            await sleeper.put_archive("/srv", archive.getvalue(), no_overwrite_dir_non_dir=True)
        assert await shell(sleeper, "ls /srv/d") == "x\n"

    async def test_given_to_the_containers_user(
        self, docker: Docker, engine: Engine, unique_name: str, labels: dict[str, str]
    ) -> None:
        config = {"Image": engine.image, "Labels": labels, "User": "daemon"}
        container = await docker.containers.create(config, name=unique_name)
        try:
            # Who that is, the container says to new engines, and to old ones their host, where it is the same.
            await container.copy_to({"passwd": b"daemon:x:1:1::/:/bin/sh\n", "group": b"daemon:x:1:\n"}, "/etc")
            await container.copy_to(b"", "/tmp/a")
            await container.copy_to(b"", "/tmp/b", copy_uid_gid=True)
            owners = {info.name: (info.uid, info.gid) async for info, _ in container.members("/tmp/.")}
            assert (owners["./a"], owners["./b"]) == ((0, 0), (1, 1))
        finally:
            await container.delete(force=True)


class TestOutOf:
    async def test_files_and_folders(self, sleeper: DockerContainer, tmp_path: Path) -> None:
        await shell(sleeper, "mkdir -p /srv/d/s; echo 1 > /srv/d/f; ln -s f /srv/d/l; ln -s /srv/d/f /srv/out")
        (tmp_path / "here").mkdir()
        assert await sleeper.copy_from("/srv/d", tmp_path / "here") == [
            tmp_path / "here" / name for name in ("d", "d/f", "d/l", "d/s")
        ]
        await sleeper.copy_from("/srv/d", tmp_path / "new")
        await sleeper.copy_from("/srv/d/.", tmp_path / "contents")
        await sleeper.copy_from("/srv/d/f", tmp_path / "file")
        for each in ("new", "contents"):
            assert sorted(os.listdir(tmp_path / each)) == ["f", "l", "s"]
        assert (tmp_path / "file").read_bytes() == b"1\n"
        with pytest.raises(UnsafeArchive, match="outside_links"):
            await sleeper.copy_from("/srv/out", tmp_path / "link")
        await sleeper.copy_from("/srv/out", tmp_path / "followed", follow_links=True)
        assert (tmp_path / "followed").read_bytes() == b"1\n"
        await sleeper.copy_from("/srv/out", tmp_path / "link", outside_links=True)
        assert os.readlink(tmp_path / "link") == "/srv/d/f"

    async def test_the_whole_root(self, sleeper: DockerContainer, tmp_path: Path) -> None:
        await shell(sleeper, "rm -rf /dev/* 2>/dev/null; true")
        names: set[str] = set()
        async with sleeper.members("/etc/.") as members:
            async for info, _ in members:
                names.add(info.name.removeprefix("./"))
        assert {"passwd", "hosts"} <= names
        async with sleeper.members("/") as members:
            info, _ = await anext(members)
            assert not info.name.startswith("/")

    async def test_path_stat(self, sleeper: DockerContainer) -> None:
        await shell(sleeper, "mkdir -p /srv; echo 123 > /srv/f; ln -s f /srv/l")
        file, link, folder = [await sleeper.path_stat(path) for path in ("/srv/f", "srv/l", "/srv/")]
        assert (file.name, file.size, file.mode & (FOLDER | LINK)) == ("f", 4, 0)
        assert (link.name, link.link_target, link.mode & (FOLDER | LINK)) == ("l", "/srv/f", LINK)
        assert (folder.name, folder.mode & (FOLDER | LINK)) == ("srv", FOLDER)
        with pytest.raises(PathNotFound, match="nothing at '/no/such'"):
            await sleeper.path_stat("/no/such")

    async def test_read_file(self, docker: Docker, sleeper: DockerContainer) -> None:
        await shell(sleeper, "mkdir -p /srv; echo 123 > /srv/f; ln -s f /srv/l; ln -s nowhere /srv/n; mkfifo /srv/p")
        assert await sleeper.read_file("/srv/l", max_bytes=4) == b"123\n"
        for path, words in (("/srv", "is a folder"), ("/srv/p", "is no file"), ("/srv/f/", "is a folder")):
            with pytest.raises(InvalidArgument, match=words):
                await sleeper.read_file(path)
        with pytest.raises(InvalidArgument, match="max_bytes=3"):
            await sleeper.read_file("/srv/f", max_bytes=3)
        for path in ("/srv/n", "/no/such"):
            with pytest.raises(PathNotFound):
                await sleeper.read_file(path)
        with pytest.raises(ContainerNotFound):
            await docker.containers.container("nosuch").read_file("/etc/passwd")

    async def test_members_and_exports(self, sleeper: DockerContainer) -> None:
        await shell(sleeper, "mkdir -p /srv/d; echo 1 > /srv/d/a; head -c 3000000 /dev/zero > /srv/d/b")
        found = {info.name: len(await content.read()) async for info, content in sleeper.members("/srv/d")}
        assert found == {"d": 0, "d/a": 2, "d/b": 3_000_000}
        size = 0
        async for chunk in sleeper.export():
            size += len(chunk)
        assert size > 3_000_000

    async def test_one_container_feeds_another(
        self, docker: Docker, engine: Engine, sleeper: DockerContainer, unique_name: str, labels: dict[str, str]
    ) -> None:
        await shell(sleeper, "mkdir -p /srv; head -c 5000000 /dev/zero > /srv/f")
        other = await docker.containers.create({"Image": engine.image, "Labels": labels}, name=f"{unique_name}-2")
        try:
            await other.put_archive("/", sleeper.archive("/srv"))
            assert (await other.path_stat("/srv/f")).size == 5_000_000
        finally:
            await other.delete()


async def test_an_image_there_and_back(docker: Docker, engine: Engine, unique_name: str) -> None:
    await docker.api.images.tag(engine.image, unique_name, tag="1")
    archive = await docker.images.export_image(f"{unique_name}:1").read()
    await docker.images.delete(f"{unique_name}:1")
    progress = await docker.images.import_image(io.BytesIO(archive))
    assert any(f"Loaded image: {unique_name}:1" in (document.get("stream") or "") for document in progress)
    await docker.images.delete(f"{unique_name}:1")


async def wait_for(happened: Callable[[], Any]) -> None:
    while not happened():  # noqa: ASYNC110  nothing tells when a file appears
        await asyncio.sleep(0.001)


async def test_a_cancelled_copy_leaves_nothing(docker: Docker, sleeper: DockerContainer, tmp_path: Path) -> None:
    await shell(sleeper, "mkdir /srv; dd if=/dev/zero of=/srv/big bs=1 count=0 seek=20G")
    (tmp_path / "here").mkdir()
    task = asyncio.ensure_future(sleeper.copy_from("/srv/big", tmp_path / "here"))
    await wait_for(lambda: list(tmp_path.rglob("big")))
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert os.listdir(tmp_path / "here") == []
    assert await docker.system.ping()


@pytest.mark.private_engine
async def test_an_engine_that_is_killed(engines: Engines, engine: Engine, tmp_path: Path) -> None:
    private = engines.start(engine.name)
    assert isinstance(private, PrivateEngine)
    endless = asyncio.Event()

    async def source() -> AsyncIterator[bytes]:
        for _ in range(1_000_000):
            endless.set()
            yield bytes(100_000)

    async with Docker(private.url) as docker:
        container = await docker.containers.run({"Image": private.image, "Cmd": ["sleep", "600"]}, name="copied")
        await shell(container, "mkdir /srv; dd if=/dev/zero of=/srv/big bs=1 count=0 seek=20G")
        # Engines do one copy of a container at a time.
        other = await docker.containers.create({"Image": private.image})
        (tmp_path / "here").mkdir()
        download = asyncio.ensure_future(container.copy_from("/srv/big", tmp_path / "here"))
        upload = asyncio.ensure_future(other.copy_to(source(), "/endless", size=100_000_000_000))
        await wait_for(lambda: list(tmp_path.rglob("big")))
        await endless.wait()
        private.crash()
        for task in (download, upload):
            with pytest.raises(ConnectionLost):
                await task
        assert os.listdir(tmp_path / "here") == []
    private.stop()
