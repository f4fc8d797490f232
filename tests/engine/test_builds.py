"""Builds by real engines, through both faces."""

import asyncio
import gzip
import io
import json
import logging
import lzma
import os
import secrets
import tarfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple, cast

import pytest

from dockwright.aio import Docker
from dockwright.errors import BuildError
from dockwright.flows.builds import BuildResult, image_id
from dockwright.sync import DockerClient
from tests.engines import Engine, PrivateEngine

COPY = "FROM scratch\nCOPY . /copied\nLABEL of=test\n"


class Built(NamedTuple):
    """What a build gave: the id of the image, and the documents."""

    id: str
    documents: list[Any]


Build = Callable[..., Awaitable[Built]]


BOTH = pytest.mark.parametrize("face", ["aio", "sync"], indirect=True)
"""For tests of what the faces do themselves; the request is the same, which a unit test shows."""


@pytest.fixture
def face(request: pytest.FixtureRequest) -> str:
    """The face to build with."""
    return getattr(request, "param", "aio")


@pytest.fixture
async def build(
    face: str,
    docker: Docker,
    engine: Engine,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path_factory: pytest.TempPathFactory,
) -> AsyncIterator[Build]:
    """Build an image with one of the faces; the images are removed."""
    monkeypatch.setenv("DOCKER_CONFIG", str(tmp_path_factory.mktemp("settings")))
    images: list[str] = []

    async def asynchronous(**options: Any) -> Built:
        build_with = cast("Callable[..., Awaitable[BuildResult]]", docker.images.build)
        result = await build_with(**options)
        return Built(result.id, list(result))

    async def synchronous(**options: Any) -> Built:
        def work() -> Built:
            with DockerClient(engine.url) as client:
                # An archive is what aiodocker takes for fileobj, and docker-py only if it is told.
                image, documents = client.images.build(**options, custom_context="fileobj" in options, rm=True)
                assert image.id
                return Built(image.id, list(documents))

        return await asyncio.to_thread(work)

    async def build(**options: Any) -> Built:
        built = await (asynchronous if face == "aio" else synchronous)(**options)
        images.append(built.id)
        return built

    yield build
    for image in dict.fromkeys(images):
        await docker.images.delete(image, force=True)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder to build from."""
    root = tmp_path / "project"
    root.mkdir()
    (root / "Dockerfile").write_text(COPY)
    (root / "file").write_text("content")
    (root / "secret").write_text("secret")
    (root / ".dockerignore").write_text("secret\nDockerfile\n.dockerignore\n")
    return root


async def names(docker: Docker, image: str) -> list[str]:
    """Tell what an image holds, by its archive."""
    packed = await docker.images.export_image(image).read()
    found: list[str] = []
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        manifest: Any = json.load(archive.extractfile("manifest.json") or io.BytesIO())
        for layer in manifest[0]["Layers"]:
            with tarfile.open(fileobj=archive.extractfile(layer)) as files:
                found += files.getnames()
    return found


def packed(files: dict[str, bytes]) -> bytes:
    """Make a tar archive."""
    content = io.BytesIO()
    with tarfile.open(fileobj=content, mode="w") as archive:
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return content.getvalue()


@BOTH
async def test_a_folder(build: Build, docker: Docker, folder: Path, unique_name: str) -> None:
    """aiodocker C5: no context from a folder, and no .dockerignore."""
    built = await build(path=folder, tag=f"{unique_name}:1")
    data = await docker.images.inspect(f"{unique_name}:1")
    assert data["Id"] == built.id
    assert data["Config"]["Labels"] == {"of": "test"}
    assert await names(docker, built.id) == ["copied", "copied/file"]
    assert any("Successfully built" in (each.get("stream") or "") for each in built.documents)


async def test_the_same_folder_is_found_in_the_cache(build: Build, folder: Path) -> None:
    assert (await build(path=folder)).id == (await build(path=str(folder), gzip=True)).id


@BOTH
async def test_several_names(build: Build, docker: Docker, folder: Path, unique_name: str) -> None:
    """aiodocker, missing parameters: only one name for the image."""
    tags = [f"{unique_name}:1", f"{unique_name}-other"]
    built = await build(path=folder, tag=tags)
    assert sorted((await docker.images.inspect(built.id))["RepoTags"]) == [f"{unique_name}-other:latest", tags[0]]


async def test_a_dockerfile_elsewhere(build: Build, docker: Docker, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "outside").write_text("FROM scratch\nLABEL from=outside\n")
    (folder / "docker").mkdir()
    (folder / "docker" / "inside").write_text("FROM scratch\nLABEL from=inside\n")
    for dockerfile, where in ((tmp_path / "outside", "outside"), ("docker/inside", "inside")):
        built = await build(path=folder, dockerfile=dockerfile)
        assert (await docker.images.inspect(built.id))["Config"]["Labels"] == {"from": where}


async def test_what_is_left_out_and_who_owns_the_rest(build: Build, docker: Docker, folder: Path) -> None:
    """docker-py 1.12: rules do not tell Secret from secret, the Dockerfile's own are not read, and owners are sent."""
    (folder / "Secret").write_text("kept")
    os.chown(folder / "Secret", 1234, 1234)
    (folder / ".dockerignore").write_text("file\n")
    (folder / "Dockerfile.dockerignore").write_text("secret\n")
    built = await build(path=folder)
    found = await names(docker, built.id)
    assert {"copied/Secret", "copied/file"} < set(found)
    assert "copied/secret" not in found
    # The owner is no reason to build it again.
    os.chown(folder / "Secret", 0, 0)
    assert (await build(path=folder)).id == built.id


async def test_names_with_their_content(build: Build, docker: Docker, folder: Path) -> None:
    built = await build(path={"Dockerfile": COPY.encode(), "a/b": b"x", "c": folder / "file"})
    assert {"copied/a/b", "copied/c"} < set(await names(docker, built.id))


@BOTH
@pytest.mark.parametrize("compress", [bytes, lzma.compress])
async def test_an_archive(build: Build, docker: Docker, compress: Callable[[bytes], bytes]) -> None:
    content = io.BytesIO(compress(packed({"other": COPY.encode(), "file": b"x"})))
    built = await build(fileobj=content, dockerfile="other", encoding="identity" if compress is bytes else "xz")
    assert "copied/file" in await names(docker, built.id)


@pytest.mark.private_engine
async def test_a_url(build: Build, docker: Docker, engine: Engine, tmp_path: Path) -> None:
    """The engine gets the context itself, and so it does with a root file system to import."""
    assert isinstance(engine, PrivateEngine)
    (tmp_path / "context.tar.gz").write_bytes(gzip.compress(packed({"Dockerfile": COPY.encode(), "file": b"x"})))
    with served(tmp_path, engine) as url:
        for options in ({"remote": f"{url}/context.tar.gz"}, {"path": f"{url}/context.tar.gz"}):
            assert "copied/file" in await names(docker, (await build(**options)).id)
        imported = await docker.images.import_filesystem(f"{url}/context.tar.gz", changes=["LABEL of=url"])
        with DockerClient(engine.url) as client:
            content, changes = f"{url}/context.tar.gz", ["LABEL of=url"]
            other = await asyncio.to_thread(lambda: client.images.import_filesystem(content, changes=changes))
    for image in (imported, other):
        assert await names(docker, image) == ["Dockerfile", "file"]
        await docker.images.delete(image)


@contextmanager
def served(folder: Path, engine: PrivateEngine) -> Generator[str]:
    """Serve a folder over HTTP where the engine finds it."""
    port = 20000 + secrets.randbelow(10000)
    program = [str(engine.busybox), "httpd", "-f", "-p", f"127.0.0.1:{port}", "-h", str(folder)]
    process = engine.spawn(program, folder / "log")
    try:
        deadline = time.monotonic() + 10
        while True:
            try:
                engine.connect(port).close()
                break
            except OSError:
                assert time.monotonic() < deadline, (folder / "log").read_text()
                time.sleep(0.02)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.kill()
        process.wait()


async def test_arguments_labels_and_stages(build: Build, docker: Docker, engine: Engine) -> None:
    text = f"FROM {engine.image} AS first\nARG A\nENV A=$A\nFROM first\nLABEL late=1\n"
    arguments = {"A": "given", "UNUSED": None}
    built = await build(
        path={"Dockerfile": text.encode()}, buildargs=arguments, labels={"k": "v"}, target="first", nocache=True
    )
    config = (await docker.images.inspect(built.id))["Config"]
    assert "A=given" in (config["Env"] or [])
    assert config["Labels"] == {"k": "v"}
    assert arguments == {"A": "given", "UNUSED": None}


async def test_what_steps_are_given(build: Build, docker: Docker, engine: Engine) -> None:
    text = f"FROM {engine.image}\nRUN grep known /etc/hosts; ulimit -n; df -k /dev/shm; ip addr; env\n"
    built = await build(
        path={"Dockerfile": text.encode()},
        extra_hosts={"known.example": "10.1.2.3"},
        ulimits=[{"Name": "nofile", "Soft": 777, "Hard": 777}],
        shmsize="32m",
        network_mode="none",
        container_limits={"memory": "128m", "memswap": -1, "cpushares": 512, "cpusetcpus": "0"},
        nocache=True,
    )
    said = "".join(each.get("stream") or "" for each in built.documents)
    assert "10.1.2.3\tknown.example" in said
    assert "\n777\n" in said or "777\n" in said
    assert "32768" in said
    assert "eth0" not in said


@BOTH
async def test_a_quiet_build_gives_the_id_too(build: Build, docker: Docker, folder: Path) -> None:
    built = await build(path=folder, quiet=True)
    assert (await docker.images.inspect(built.id))["Id"] == built.id
    assert len(built.documents) == 1


@BOTH
@pytest.mark.parametrize("version", ["1", "2"])
async def test_a_step_that_fails(build: Build, engine: Engine, version: str) -> None:
    """aiodocker B1: a build that fails looks like one that succeeds."""
    text = f"FROM {engine.image}\nRUN echo before; exit 7\n"
    with pytest.raises(BuildError, match=r"exit 7.*7$|non-zero code: 7|exit code: 7") as caught:
        await build(path={"Dockerfile": text.encode()}, version=version, nocache=True, forcerm=True)
    log = caught.value.build_log
    assert caught.value.msg in log[-1]["error"]
    if version == "1":
        assert any("before" in (each.get("stream") or "") for each in log)


@BOTH
async def test_a_base_image_that_there_is_not(build: Build) -> None:
    with pytest.raises(BuildError, match=r"nosuch\.invalid"):
        await build(path={"Dockerfile": b"FROM nosuch.invalid/name\n"})


@BOTH
async def test_buildkit(build: Build, docker: Docker, engine: Engine, unique_name: str) -> None:
    """It needs no session as long as it has to ask the client nothing."""
    text = f"FROM {engine.image}\nRUN --mount=type=cache,target=/cache echo from a step\nCOPY f /f\n"
    built = await build(path={"Dockerfile": text.encode(), "f": b"x"}, version="2", tag=unique_name, nocache=True)
    assert (await docker.images.inspect(unique_name))["Id"] == built.id
    assert BuildResult(built.documents).text.startswith("from a step\n")


async def test_a_stream_of_documents(docker: Docker, folder: Path) -> None:
    documents = [each async for each in docker.images.build(path=folder, stream=True)]
    image = image_id(documents)
    assert (await docker.images.inspect(image))["Id"] == image
    await docker.images.delete(image)


async def test_progress_as_it_comes(docker: Docker, engine: Engine, folder: Path) -> None:
    seen: list[Any] = []
    result = await docker.images.build(path=folder, progress=seen.append)
    assert seen == result
    assert result.text.startswith("Step 1/3")
    with DockerClient(engine.url) as client:
        again: list[Any] = []
        image, documents = await asyncio.to_thread(lambda: client.images.build(folder, progress=again.append))
        assert again == list(documents)
        assert image.id == result.id
        image.remove(force=True)


async def test_a_dockerfile_alone(engine: Engine, docker: Docker) -> None:
    """What docker-py takes for fileobj."""
    with DockerClient(engine.url) as client:
        for content in (io.BytesIO(b"FROM scratch\nLABEL a=1\n"), io.StringIO("FROM scratch\nLABEL a=1\n")):
            image, _ = client.images.build(fileobj=content, rm=True)
            assert image.labels == {"a": "1"}
        image.remove()


class TestProxies:
    """Those of config.json reach the steps, as with the docker command."""

    PASSWORD = "proxy-password"

    @pytest.fixture(autouse=True)
    def settings(self, build: Build, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        proxies = {"httpProxy": f"http://user:{self.PASSWORD}@proxy:1", "noProxy": "internal"}
        (tmp_path / "config.json").write_text(json.dumps({"proxies": {"default": proxies}}))
        monkeypatch.setenv("DOCKER_CONFIG", str(tmp_path))

    @BOTH
    async def test_they_are_given_and_shown_nowhere(
        self, build: Build, docker: Docker, engine: Engine, caplog: pytest.LogCaptureFixture
    ) -> None:
        """docker-py 1.11: proxies are written into the caller's build arguments."""
        caplog.set_level(logging.DEBUG)
        text = f"FROM {engine.image}\nRUN env | grep -i proxy | sed 's/user:.*@/hidden@/'\n"
        arguments = {"NO_PROXY": "mine"}
        built = await build(path={"Dockerfile": text.encode()}, buildargs=arguments, nocache=True)
        said = "".join(each.get("stream") or "" for each in built.documents).splitlines()
        assert {"HTTP_PROXY=http://hidden@proxy:1", "http_proxy=http://hidden@proxy:1", "NO_PROXY=mine"} <= set(said)
        assert "no_proxy=internal" not in said
        assert arguments == {"NO_PROXY": "mine"}
        assert self.PASSWORD not in caplog.text
        assert self.PASSWORD not in json.dumps(await docker.images.history(built.id))

    async def test_not_if_they_are_not_wanted(self, build: Build, engine: Engine) -> None:
        text = f"FROM {engine.image}\nRUN env\n"
        built = await build(path={"Dockerfile": text.encode()}, use_config_proxy=False, nocache=True)
        assert "proxy" not in "".join(each.get("stream") or "" for each in built.documents).lower()
