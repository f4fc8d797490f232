"""Push and pull with a real registry: with the right credentials, wrong ones and none, from every place they come from.

None of them is shown anywhere, whatever goes wrong.
"""

import base64
import io
import json
import logging
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from dockwright.aio import CredentialsError, Docker, DockerError, DockerStreamError, ImageNotFound
from dockwright.archive.pack import pack_bytes
from dockwright.errors import BuildError
from dockwright.sync import DockerClient
from dockwright_api import models
from tests.engines import Engine
from tests.engines.registry import PASSWORD, USER, Registry

pytestmark = pytest.mark.private_engine

RIGHT = {"username": USER, "password": PASSWORD}
WRONG = {"username": USER, "password": "wrong-password"}
PAIR = base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()
SECRETS = (PASSWORD, PAIR, "wrong-password")


@pytest.fixture
def settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """An empty folder of settings of the docker command, and programs for credentials beside it."""
    monkeypatch.setenv("DOCKER_CONFIG", str(tmp_path))
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    return tmp_path


@pytest.fixture
def image(engine: Engine, authenticating_registry: Registry, unique_name: str) -> Iterator[str]:
    """A name in the registry that wants credentials, for the image that every engine has."""
    yield from _tagged(engine, f"{authenticating_registry.address}/{unique_name}")


@pytest.fixture
def open_image(engine: Engine, registry: Registry, unique_name: str) -> Iterator[str]:
    """A name in the registry that is open to everybody."""
    yield from _tagged(engine, f"{registry.address}/{unique_name}")


def _tagged(engine: Engine, repository: str) -> Iterator[str]:
    assert engine.request("POST", f"/images/{engine.image}/tag?repo={repository}&tag=1").status == 201
    yield f"{repository}:1"
    engine.request("DELETE", f"/images/{repository}:1?force=1")


@pytest.fixture(autouse=True)
def nothing_shown(caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]) -> Iterator[None]:
    """Fail a test that lets a secret be printed or logged by anything, aiohttp and httpx included."""
    with caplog.at_level(logging.DEBUG):
        yield
    printed = capfd.readouterr()
    for where, text in (("log", caplog.text), ("output", printed.out), ("errors", printed.err)):
        for secret in SECRETS:
            assert secret not in text, f"a secret in the {where}"


def refused(call: Callable[[], Any]) -> None:
    with pytest.raises(DockerError) as caught:
        call()
    shown_nowhere(caught.value)


def shown_nowhere(error: BaseException) -> None:
    seen: BaseException | None = error
    while seen is not None:
        assert not any(secret in f"{seen!r}{seen!s}{seen.__dict__!r}" for secret in SECRETS)
        seen = seen.__cause__ or seen.__context__


class TestExplicitCredentials:
    """They are used as they are given."""

    @pytest.mark.parametrize(
        "auth",
        [
            RIGHT,
            {"auth": PAIR},
            PAIR,
            PAIR.encode(),
            models.AuthConfig(username=USER, password=PASSWORD),
        ],
        ids=["mapping", "auth", "text", "bytes", "model"],
    )
    async def test_every_form(self, docker: Docker, settings: Path, image: str, auth: Any) -> None:
        pushed = await docker.images.push(image, auth=auth)
        assert any("digest: sha256:" in (each.get("status") or "") for each in pushed)
        await docker.images.delete(image)
        await docker.images.pull(image, auth=auth)
        assert await docker.images.inspect(image)

    async def test_wrong_ones(self, docker: Docker, settings: Path, image: str) -> None:
        for auth in (WRONG, {}):
            with pytest.raises(DockerError) as caught:
                await docker.images.push(image, auth=auth)
            shown_nowhere(caught.value)
            with pytest.raises(DockerError) as caught:
                await docker.images.pull(image, auth=auth)
            shown_nowhere(caught.value)

    def test_the_other_face(self, engine: Engine, settings: Path, image: str) -> None:
        with DockerClient(engine.url) as client:
            text = client.images.push(image, auth_config=RIGHT)
            assert any("digest: sha256:" in json.loads(line).get("status", "") for line in text.splitlines())
            lines = list(client.images.push(image, stream=True, auth_config=RIGHT))
            assert all(json.loads(line) for line in lines)
            documents = list(client.images.push(image, stream=True, decode=True, auth_config=RIGHT))
            assert documents[-1] == json.loads(lines[-1])
            client.images.remove(image)
            assert image in client.images.pull(image, auth_config=RIGHT).tags
            refused(lambda: client.images.push(image, auth_config=WRONG))
            refused(lambda: list(client.images.push(image, stream=True, auth_config=WRONG)))
            refused(lambda: client.images.pull(image, auth_config=WRONG))


def is_empty(folder: Path) -> bool:
    return not any(folder.iterdir())


def write_auths(settings: Path, registry: str) -> None:
    (settings / "config.json").write_text(json.dumps({"auths": {registry: {"auth": PAIR}}}))


def write_program(settings: Path, registry: str) -> None:
    file = settings / "docker-credential-test"
    file.write_text(f"#!/bin/sh\ncat >{settings}/asked\necho '{json.dumps({'Username': USER, 'Secret': PASSWORD})}'\n")
    file.chmod(0o755)
    (settings / "config.json").write_text(json.dumps({"credHelpers": {registry: "test"}}))


class TestCredentialsOfTheMachine:
    """Without explicit ones, those that ``docker login`` left are used by themselves."""

    @pytest.mark.parametrize("write", [write_auths, write_program])
    async def test_they_are_found(
        self,
        docker: Docker,
        settings: Path,
        image: str,
        authenticating_registry: Registry,
        write: Callable[[Path, str], None],
    ) -> None:
        write(settings, authenticating_registry.address)
        await docker.images.push(image)
        await docker.images.delete(image)
        async for _ in docker.images.pull(image, stream=True):
            pass
        await docker.images.delete(image)
        container = await docker.containers.run({"Image": image, "Cmd": ["true"]})
        await container.delete(force=True)
        if write is write_program:
            assert (settings / "asked").read_text() == authenticating_registry.address

    @pytest.mark.parametrize("write", [write_auths, write_program])
    def test_the_other_face(
        self,
        engine: Engine,
        settings: Path,
        image: str,
        authenticating_registry: Registry,
        write: Callable[[Path, str], None],
    ) -> None:
        write(settings, authenticating_registry.address)
        with DockerClient(engine.url) as client:
            client.images.push(image)
            client.images.remove(image)
            assert image in client.images.pull(image).tags
            client.images.remove(image)
            assert client.containers.run(image, "echo out", remove=True) == b"out\n"

    async def test_without_any_the_registry_refuses(self, docker: Docker, settings: Path, image: str) -> None:
        """Fault A6 of aiodocker: a push without credentials sends a header that makes no sense."""
        with pytest.raises(DockerStreamError, match=r"no basic auth credentials|unauthorized|authentication required"):
            await docker.images.push(image)

    async def test_an_open_registry_needs_none(self, docker: Docker, settings: Path, open_image: str) -> None:
        """Fault A6 of aiodocker too: an older engine refuses a push without the header."""
        await docker.images.push(open_image)
        await docker.images.delete(open_image)
        await docker.images.pull(open_image)

    async def test_a_program_that_is_missing_is_named_where_it_is_needed_and_only_there(
        self, docker: Docker, settings: Path, image: str, open_image: str, authenticating_registry: Registry
    ) -> None:
        helpers = {authenticating_registry.address: "gone"}
        (settings / "config.json").write_text(json.dumps({"credHelpers": helpers}))
        assert await docker.system.ping()
        await docker.images.push(open_image)
        with pytest.raises(CredentialsError, match="docker-credential-gone"):
            await docker.images.push(image)
        await docker.images.push(image, auth=RIGHT)

    async def test_a_program_that_fails_does_not_show_what_it_said_at_length(
        self, docker: Docker, settings: Path, image: str, authenticating_registry: Registry
    ) -> None:
        write_program(settings, authenticating_registry.address)
        (settings / "docker-credential-test").write_text(f"#!/bin/sh\necho 'no JSON {PASSWORD}'\n")
        with pytest.raises(CredentialsError, match="docker-credential-test") as caught:
            await docker.images.pull(image)
        shown_nowhere(caught.value)


class TestBuilds:
    """A build gets what its base images need."""

    @pytest.fixture
    async def base(self, docker: Docker, settings: Path, image: str) -> str:
        """An image that is in the registry, and no more in the engine."""
        await docker.images.push(image, auth=RIGHT)
        await docker.images.delete(image)
        return image

    async def test_without_credentials_the_base_image_is_refused(self, docker: Docker, base: str) -> None:
        with pytest.raises(BuildError, match=r"no basic auth credentials|unauthorized|authentication required|denied"):
            await docker.images.build(path={"Dockerfile": f"FROM {base}\n".encode()})

    async def test_a_login_is_enough(
        self, docker: Docker, engine: Engine, base: str, authenticating_registry: Registry
    ) -> None:
        await docker.auth(**RIGHT, serveraddress=authenticating_registry.address)
        await docker.images.build(path={"Dockerfile": b"ARG BASE\nFROM $BASE\n"}, buildargs={"BASE": base})
        await docker.images.delete(base)
        with DockerClient(engine.url) as client:
            client.login(USER, PASSWORD, registry=authenticating_registry.address)
            image, _ = client.images.build(fileobj=io.BytesIO(f"FROM {base}\n".encode()))
            assert base in image.tags

    async def test_credentials_of_the_machine(
        self, docker: Docker, settings: Path, base: str, authenticating_registry: Registry
    ) -> None:
        """aiodocker, missing parameters: a build cannot pull private base images."""
        write_program(settings, authenticating_registry.address)
        await docker.images.build(path={"Dockerfile": f"FROM {base}\n".encode()})
        assert (settings / "asked").read_text() == authenticating_registry.address
        (settings / "asked").unlink()
        await docker.images.build(path={"Dockerfile": b"FROM scratch\nLABEL a=1\n"})
        assert not (settings / "asked").exists()

    async def test_of_an_archive_nobody_knows_what_it_needs(
        self, docker: Docker, settings: Path, base: str, authenticating_registry: Registry
    ) -> None:
        write_auths(settings, authenticating_registry.address)
        packed = b"".join(pack_bytes("Dockerfile", f"FROM {base}\n".encode())) + bytes(1024)
        await docker.images.build(fileobj=io.BytesIO(packed), encoding="identity")
        assert await docker.images.inspect(base)

    async def test_buildkit_says_what_it_would_need(self, docker: Docker, settings: Path, base: str) -> None:
        context = {"Dockerfile": f"FROM {base}\nLABEL a=1\n".encode()}
        with pytest.raises(BuildError, match="pull the image before, or leave version='2' out"):
            await docker.images.build(path=context, version="2")
        await docker.images.pull(base, auth=RIGHT)
        built = await docker.images.build(path=context, version="2")
        await docker.images.delete(built.id)

    async def test_explicit_ones(
        self, docker: Docker, engine: Engine, base: str, authenticating_registry: Registry
    ) -> None:
        context = {"Dockerfile": f"FROM {base}\n".encode()}
        for wrong in ({}, {authenticating_registry.address: WRONG}):
            with pytest.raises(BuildError) as caught:
                await docker.images.build(path=context, auth=wrong)
            shown_nowhere(caught.value)
        result = await docker.images.build(path=context, auth={authenticating_registry.address: RIGHT})
        with DockerClient(engine.url) as client:
            client.images.remove(base)
            refused(
                lambda: client.images.build(context, auth_config={authenticating_registry.address: WRONG}, pull=True)
            )
            image, _ = client.images.build(context, auth_config={authenticating_registry.address: RIGHT})
            assert image.id == result.id


class TestDistribution:
    """What a registry says about an image, without a pull."""

    async def test_both_faces(
        self, docker: Docker, engine: Engine, settings: Path, image: str, authenticating_registry: Registry
    ) -> None:
        pushed = await docker.images.push(image, auth=RIGHT)
        digest = next(aux["Digest"] for each in pushed if (aux := each.get("aux")))
        with pytest.raises(DockerError):
            await docker.images.distribution(image)
        assert (await docker.images.distribution(image, auth=RIGHT))["Descriptor"]["digest"] == digest
        write_auths(settings, authenticating_registry.address)
        found = await docker.images.distribution(image)
        assert found["Descriptor"]["digest"] == digest
        with DockerClient(engine.url) as client:
            data = client.images.get_registry_data(image)
            assert (data.id, data.short_id, data.image_name) == (digest, digest[:19], image)
            assert data.attrs == found
            machine = client.info()["Architecture"]
            assert data.has_platform("linux") or machine not in ("x86_64", "aarch64")
            assert not data.has_platform("windows/arm")
            client.images.remove(image, force=True)
            data.reload()
            assert f"{image.removesuffix(':1')}@{digest}" in data.pull().attrs["RepoDigests"]
            client.images.remove(f"{image.removesuffix(':1')}@{digest}")


class TestLogin:
    """A login is checked by the registry, kept in memory, and written nowhere."""

    async def test_asynchronous(
        self, docker: Docker, settings: Path, image: str, authenticating_registry: Registry
    ) -> None:
        with pytest.raises(DockerError) as caught:
            await docker.auth(**WRONG, serveraddress=authenticating_registry.address)
        shown_nowhere(caught.value)
        with pytest.raises(DockerStreamError):
            await docker.images.push(image)
        reply = await docker.auth(**RIGHT, serveraddress=authenticating_registry.address)
        assert reply["Status"] == "Login Succeeded"
        await docker.images.push(image)
        assert is_empty(settings)
        assert not any(secret in f"{docker!r}{vars(docker)!r}{vars(docker.engine)!r}" for secret in SECRETS)

    def test_synchronous(self, engine: Engine, settings: Path, image: str, authenticating_registry: Registry) -> None:
        with DockerClient(engine.url) as client:
            refused(lambda: client.login(USER, "wrong-password", registry=authenticating_registry.address))
            refused(lambda: client.images.push(image))
            client.login(USER, PASSWORD, registry=authenticating_registry.address)
            client.images.push(image)
            # Not asked again: the password would be found wrong.
            client.login(USER, "wrong-password", registry=authenticating_registry.address)
            client.images.push(image)
            refused(lambda: client.login(USER, "wrong-password", registry=authenticating_registry.address, reauth=True))
            assert is_empty(settings)
            assert not any(secret in f"{client!r}{vars(client)!r}{vars(client.engine)!r}" for secret in SECRETS)


async def test_a_tag_that_the_registry_does_not_have(
    docker: Docker, engine: Engine, settings: Path, open_image: str
) -> None:
    """docker-py 1.6: of a repository that there is, it is not an ImageNotFound."""
    await docker.images.push(open_image)
    missing = f"{open_image.removesuffix(':1')}:2"
    with pytest.raises(ImageNotFound, match="manifest"):
        await docker.images.pull(missing)
    with DockerClient(engine.url) as client, pytest.raises(ImageNotFound, match="manifest"):
        client.images.pull(missing)
    # Not "latest", of which there is none, but all of them.
    await docker.images.delete(open_image)
    with DockerClient(engine.url) as client:
        (image,) = client.images.pull(missing.removesuffix(":2"), all_tags=True)
        assert image.tags == [open_image] or open_image in image.tags


async def test_a_push_to_nowhere_raises(docker: Docker, engine: Engine, settings: Path, unique_name: str) -> None:
    """Fault B1 of aiodocker and 1.6 of docker-py: what fails in the progress is returned as if it were none."""
    image = f"localhost:1/{unique_name}:1"
    assert engine.request("POST", f"/images/{engine.image}/tag?repo=localhost:1/{unique_name}&tag=1").status == 201
    try:
        with pytest.raises(DockerStreamError):
            await docker.images.push(image)
        with DockerClient(engine.url) as client, pytest.raises(DockerStreamError):
            client.images.push(f"localhost:1/{unique_name}", tag="1")
    finally:
        engine.request("DELETE", f"/images/{image}")
