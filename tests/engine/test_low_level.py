"""Low-level calls of ``client.api`` that are more than one reply: archives of images, progress, streams."""

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from dockwright.sync import APIClient
from dockwright.sync.errors import APIError, BuildError, DockerStreamError, ImageNotFound
from tests.engines import Engine
from tests.engines.registry import PASSWORD, USER, Registry


@pytest.fixture
def api(engine: Engine) -> Iterator[APIClient]:
    """A low-level client of the engine."""
    with APIClient(engine.url) as api:
        yield api


@pytest.fixture
def image(api: APIClient, engine: Engine, unique_name: str) -> Iterator[str]:
    """An image of its own, made by hand."""
    container = api.create_container(engine.image, "true")
    api.commit(container, unique_name, "1", changes=["LABEL of=me"])
    api.remove_container(container)
    yield f"{unique_name}:1"
    for each in api.images(unique_name, quiet=True):
        api.remove_image(each, force=True)


def test_an_image_goes_out_and_comes_in(api: APIClient, image: str) -> None:
    identifier = api.inspect_image(image)["Id"]
    archive = b"".join(api.get_image(image, chunk_size=65536))
    api.remove_image(image)
    with pytest.raises(ImageNotFound):
        api.inspect_image(image)
    progress = list(api.load_image(archive, quiet=True))
    assert progress[-1]["stream"] == f"Loaded image: {image}\n"
    assert api.inspect_image(image)["Id"] == identifier


def test_root_file_systems_become_images(
    api: APIClient, engine: Engine, unique_name: str, tmp_path: Path, image: str
) -> None:
    container = api.create_container(engine.image, "true")
    try:
        archive = b"".join(api.export(container))
    finally:
        api.remove_container(container)
    file = tmp_path / "root.tar"
    file.write_bytes(archive)
    changes = ["CMD true"]
    made = [
        api.import_image_from_data(archive, unique_name, "data", changes),
        api.import_image_from_file(file, unique_name, "file"),
        api.import_image_from_stream(io.BytesIO(archive), unique_name, "stream"),
        api.import_image(str(file), unique_name, "path"),
        api.import_image(archive, unique_name, "bytes", changes=changes),
    ]
    identifiers = [json.loads(text.splitlines()[-1])["status"] for text in made]
    tags = ("data", "file", "stream", "path", "bytes")
    assert identifiers == [api.inspect_image(f"{unique_name}:{tag}")["Id"] for tag in tags]
    assert api.inspect_image(f"{unique_name}:bytes")["Config"]["Cmd"] == ["/bin/sh", "-c", "true"]
    with pytest.raises(APIError, match="invalid tar header"):
        api.import_image_from_data(b"no archive" * 100, unique_name, "wrong")
    with pytest.raises(ValueError, match="either src"):
        api.import_image(repository=unique_name)


def test_a_build_tells_its_progress(api: APIClient, engine: Engine, unique_name: str, tmp_path: Path) -> None:
    (tmp_path / "Dockerfile").write_text(f"FROM {engine.image}\nLABEL of=me\n")
    try:
        documents = list(api.build(path=str(tmp_path), tag=unique_name, rm=True, decode=True))
        assert any("Successfully built" in document.get("stream", "") for document in documents)
        lines = list(api.build(fileobj=io.BytesIO(f"FROM {engine.image}\nLABEL of=me\n".encode()), tag=unique_name))
        assert all(json.loads(line) for line in lines)
        with pytest.raises(BuildError, match="returned a non-zero code: 7"):
            list(api.build(fileobj=io.BytesIO(f"FROM {engine.image}\nRUN exit 7\n".encode()), rm=True, forcerm=True))
    finally:
        api.remove_image(unique_name, force=True)


@pytest.mark.private_engine
def test_an_image_is_pushed_and_pulled(
    api: APIClient, image: str, authenticating_registry: Registry, unique_name: str
) -> None:
    login = {"username": USER, "password": PASSWORD}
    repository = f"{authenticating_registry.address}/{unique_name}"
    api.tag(image, repository, "1")
    try:
        pushed = list(api.push(repository, tag="1", stream=True, decode=True, auth_config=login))
        assert any("digest" in document.get("status", "") for document in pushed)
        api.remove_image(f"{repository}:1")
        text = api.pull(repository, tag="1", auth_config=login)
        assert [json.loads(line) for line in text.splitlines()][-1]["status"].startswith("Status:")
        lines = list(api.pull(f"{repository}:1", stream=True, auth_config=login))
        assert all(line.endswith(b"\r\n") for line in lines)
        found = api.inspect_distribution(f"{repository}:1", auth_config=login)
        assert found["Descriptor"]["digest"].startswith("sha256:")
        with pytest.raises(DockerStreamError):
            api.push(repository, tag="1", auth_config={**login, "password": "wrong"})
        api.login(USER, PASSWORD, registry=authenticating_registry.address)
        api.import_image(image=f"{repository}:1")
    finally:
        api.remove_image(f"{repository}:1", force=True)


def test_a_command_is_prepared_and_started(api: APIClient, engine: Engine, unique_name: str) -> None:
    container = api.create_container(engine.image, "sleep 600", name=unique_name)
    api.start(container)
    try:
        command = ["sh", "-c", "echo out; echo err >&2"]
        assert sorted(api.exec_start(api.exec_create(container, command)).splitlines()) == [b"err", b"out"]
        assert api.exec_start(api.exec_create(container, command), demux=True) == (b"out\n", b"err\n")
        streamed = api.exec_start(api.exec_create(container, command)["Id"], stream=True, demux=True)
        assert sorted(streamed, key=str) == sorted([(b"out\n", None), (None, b"err\n")], key=str)
        detached = api.exec_create(container, ["touch", "/made"])
        assert api.exec_start(detached, detach=True) == b""
        terminal = api.exec_create(container, ["cat"], stdin=True, tty=True)
        with api.exec_start(terminal, tty=True, socket=True) as socket:
            api.exec_resize(terminal, height=20, width=40)
            socket.write(b"hello\n")
            assert next(iter(socket)).data
            assert api.exec_inspect(terminal)["Running"]
        with pytest.raises(ValueError, match="height and width"):
            api.exec_resize(terminal, height=20)
    finally:
        api.remove_container(container, force=True)


def test_events_as_bytes_and_documents(api: APIClient, engine: Engine, unique_name: str) -> None:
    container = api.create_container(engine.image, "true", labels={"of": unique_name})
    api.remove_container(container)
    filters = {"label": f"of={unique_name}"}
    with api.events(since=1, decode=True, filters=filters) as events:
        assert [next(events)["Action"] for _ in range(2)] == ["create", "destroy"]
    with api.events(since=1, filters=filters) as raw:
        assert json.loads(next(raw))["Action"] == "create"
    assert api.ping()
