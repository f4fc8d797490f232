"""Copying into and out of containers of real engines, through the synchronous face."""

import io
import os
import tarfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

import dockwright.sync as docker
from tests.engines import Engine, Engines


@pytest.fixture
def client(engine: Engine) -> Iterator[docker.DockerClient]:
    with docker.DockerClient(engine.url) as client:
        yield client


@pytest.fixture
def container(
    client: docker.DockerClient, engine: Engine, unique_name: str, labels: dict[str, str]
) -> Iterator[docker.Container]:
    """A container that was never started: copies need no process."""
    container = client.containers.create(engine.image, name=unique_name, labels=labels)
    yield container
    container.remove(force=True, v=True)


def test_there_and_back(container: docker.Container, tmp_path: Path) -> None:
    (tmp_path / "tree" / "sub").mkdir(parents=True)
    (tmp_path / "tree" / "sub" / "file").write_bytes(b"content")
    (tmp_path / "tree" / "link").symlink_to("sub/file")
    container.copy_to(tmp_path / "tree", "/tmp")
    container.copy_to(f"{tmp_path}/tree/.", "/new", uid=0, gid=0)
    for path, name in (("/tmp/tree", "a"), ("/new", "b"), ("/new/.", "c")):
        container.copy_from(path, tmp_path / name)
        assert (tmp_path / name / "sub" / "file").read_bytes() == b"content"
        assert os.readlink(tmp_path / name / "link") == "sub/file"
    assert container.read_file("/new/link") == b"content"
    assert container.path_stat("/new/link").link_target == "/new/sub/file"
    with pytest.raises(docker.PathNotFound, match="make it first"):
        container.copy_to(b"x", "/no/such/file")
    with pytest.raises(docker.PathNotFound):
        container.copy_from("/no/such/file", tmp_path)


def test_content(container: docker.Container) -> None:
    container.copy_to(b"bytes", "/tmp/a", mode=0o700)
    container.copy_to(io.BytesIO(b"file"), "/tmp/b")
    container.copy_to(iter([b"one", b"two"]), "/tmp/c", size=6)
    container.copy_to({"x/y": b"1"}, "/tmp")
    assert [container.read_file(f"/tmp/{name}") for name in ("a", "b", "c", "x/y")] == [
        b"bytes",
        b"file",
        b"onetwo",
        b"1",
    ]
    found = {info.name: (info.mode & 0o777, content.read()) for info, content in container.members("/tmp/a")}
    assert found == {"a": (0o700, b"bytes")}


def test_a_source_that_fails_breaks_the_copy_off(container: docker.Container, client: docker.DockerClient) -> None:
    with pytest.raises(docker.FileChanged):
        container.copy_to(iter([b"one"]), "/tmp/short", size=1_000_000)
    assert client.ping()


def test_export(container: docker.Container) -> None:
    container.copy_to(b"x" * 100_000, "/marker")
    with container.export() as chunks:
        data = b"".join(chunks)
    with tarfile.open(fileobj=io.BytesIO(data)) as archive:
        assert archive.getmember("marker").size == 100_000


def test_an_image_there_and_back(client: docker.DockerClient, engine: Engine, unique_name: str) -> None:
    client.images.get(engine.image).tag(unique_name, "1")
    image = client.images.get(f"{unique_name}:1")
    archive = b"".join(image.save(named=f"{unique_name}:1"))
    client.images.remove(f"{unique_name}:1")
    (loaded,) = client.images.load(archive)
    assert f"{unique_name}:1" in loaded.tags
    client.images.remove(f"{unique_name}:1")


@pytest.mark.private_engine
def test_an_engine_that_is_killed(engines: Engines, engine: Engine, tmp_path: Path) -> None:
    private = engines.start(engine.name)
    with docker.DockerClient(private.url) as client:
        container = client.containers.create(private.image, name="copied")
        container.copy_to((bytes(1_000_000) for _ in range(300)), "/big", size=300_000_000)

        def crash() -> None:
            while not list(tmp_path.rglob("big")):
                pass
            private.crash()

        killer = threading.Thread(target=crash)
        killer.start()
        try:
            with pytest.raises(docker.ConnectionLost):
                container.copy_from("/big", tmp_path)
        finally:
            killer.join()
        assert os.listdir(tmp_path) == []
    private.stop()
