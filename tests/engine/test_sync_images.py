"""The synchronous face and images of real engines."""

import io
import tarfile
from collections.abc import Iterator
from pathlib import Path

import pytest

import dockwright.sync as docker
from tests.engines import Engine


@pytest.fixture
def client(engine: Engine) -> Iterator[docker.DockerClient]:
    with docker.DockerClient(engine.url) as client:
        yield client


@pytest.fixture
def filesystem() -> bytes:
    """A root file system with one file, as a tar archive."""
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w") as archive:
        info = tarfile.TarInfo("hello.txt")
        info.size = 5
        archive.addfile(info, io.BytesIO(b"hello"))
    return data.getvalue()


def test_list_and_get(client: docker.DockerClient, engine: Engine) -> None:
    (found,) = client.images.list(engine.image)
    assert engine.image in found.tags
    got = client.images.get(engine.image)
    assert got == found
    assert (got.tags, got.id, got.short_id) == (found.tags, found.id, found.id[:19])
    assert client.images.get(found.short_id).id == found.id
    assert client.images.list(filters={"reference": "no/such"}) == []
    assert found.history()


def test_import_tag_and_remove(client: docker.DockerClient, unique_name: str, filesystem: bytes) -> None:
    changes = ['CMD ["/nothing"]', "LABEL a=b"]
    identifier = client.images.import_filesystem(
        io.BytesIO(filesystem), repository=unique_name, tag="1", message="made by a test", changes=changes
    )
    image = client.images.get(f"{unique_name}:1")
    assert image.id == identifier
    assert image.labels == {"a": "b"}
    assert image.attrs["Config"]["Cmd"] == ["/nothing"]
    assert image.tag(unique_name, "2") is True
    image.reload()
    assert sorted(image.tags) == [f"{unique_name}:1", f"{unique_name}:2"]
    assert client.images.remove(f"{unique_name}:2")[0]["Untagged"] == f"{unique_name}:2"
    removed = image.remove(force=True)
    assert any(item.get("Deleted") == identifier for item in removed)
    with pytest.raises(docker.ImageNotFound):
        client.images.get(identifier)


def test_import_in_chunks(client: docker.DockerClient, unique_name: str, filesystem: bytes, tmp_path: Path) -> None:
    pieces = (filesystem[at : at + 1000] for at in range(0, len(filesystem), 1000))
    identifier = client.images.import_filesystem(pieces, repository=unique_name)
    container = client.containers.create(identifier, "/none", name=unique_name)
    assert container.copy_from("/hello.txt", tmp_path)
    assert (tmp_path / "hello.txt").read_text() == "hello"
    container.remove()
    client.images.remove(unique_name)


def test_an_import_of_something_else_fails(client: docker.DockerClient, unique_name: str) -> None:
    with pytest.raises(docker.errors.DockerException):
        client.images.import_filesystem(b"no archive at all" * 100, repository=unique_name)
    with pytest.raises(docker.ImageNotFound):
        client.images.get(unique_name)


def test_a_pull_that_fails_raises(client: docker.DockerClient, unique_name: str) -> None:
    with pytest.raises(docker.errors.DockerException) as caught:
        client.images.pull(f"localhost:1/{unique_name}")
    assert "localhost:1" in caught.value.message


def test_several_images_in_one_archive(client: docker.DockerClient, unique_name: str, filesystem: bytes) -> None:
    """docker-py, missing operations: ImageGetAll."""
    names = [f"{unique_name}:{number}" for number in (1, 2)]
    for name in names:
        client.images.import_filesystem(filesystem, repository=unique_name, tag=name[-1])
    packed = b"".join(client.images.save(names))
    for name in names:
        client.images.remove(name)
    assert sorted(tag for image in client.images.load(packed) for tag in image.tags) == names
    for name in names:
        client.images.remove(name)


def test_a_load_of_what_is_no_archive(client: docker.DockerClient) -> None:
    with pytest.raises(docker.errors.DockerException):
        client.images.load(b"no archive at all" * 100)


def test_prune(client: docker.DockerClient, unique_name: str, filesystem: bytes) -> None:
    identifier = client.images.import_filesystem(filesystem, changes=[f"LABEL of={unique_name}"])
    pruned = client.images.prune({"label": f"of={unique_name}"})
    assert {"Deleted": identifier} in (pruned["ImagesDeleted"] or [])
    assert client.images.prune_builds({"id": "nosuch"})["SpaceReclaimed"] == 0


def test_a_search_without_a_network(client: docker.DockerClient) -> None:
    with pytest.raises(docker.errors.DockerException):
        client.images.search("nosuch.invalid/busybox", 1)
