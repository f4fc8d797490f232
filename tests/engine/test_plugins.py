"""Plugins of real engines, in both faces: made, started, set, and moved through a registry."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from dockwright.aio import Docker
from dockwright.errors import ApiError, Conflict, DockerError, DockerStreamError, InvalidArgument, NotFound
from dockwright.sync import DockerClient
from dockwright_api import models
from tests.engines import Engine, plugin
from tests.engines.registry import PASSWORD, USER, Registry
from tests.faces import FACES, connected, remove, settled

# Plugins belong to the whole engine, and those that are left would serve others.
pytestmark = pytest.mark.private_engine
ASKED = {"network": ["host"], "host pid namespace": ["true"]}


@pytest.fixture(params=FACES)
async def client(request: pytest.FixtureRequest, engine: Engine) -> AsyncIterator[Any]:
    """A client of each face in turn."""
    async with connected(request.param, engine.url) as client:
        yield client


@pytest.fixture(autouse=True)
def no_plugin_left(engine: Engine) -> Any:
    """Remove plugins that a test leaves; that it left some is an error."""
    yield
    left = [each["Name"] for each in engine.request("GET", "/plugins").json()]
    for name in left:
        engine.request("DELETE", f"/plugins/{name}?force=1")
    assert not left


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return plugin.make(tmp_path / "plugin", network={"type": "host"})


async def progress(pushed: Any) -> list[Any]:
    """Give the progress of a push or an upgrade."""
    return list(await settled(pushed))


async def test_the_life_of_a_plugin(client: Any, engine: Engine, folder: Path, unique_name: str) -> None:
    if not plugin.runs_here():
        pytest.skip("the program of the plugin is for other processors")
    made = await settled(client.plugins.create(unique_name, folder))
    name = f"{unique_name}:latest"
    assert (made.name, made.enabled, made.settings["Env"]) == (name, False, ["DEBUG=0"])
    found: models.Plugin = await settled(made.inspect())
    assert (found.name, found.id, found.enabled) == (name, made.id, False)
    await settled(made.configure({"DEBUG": 1}))
    assert made.settings["Env"] == ["DEBUG=1"]
    await settled(made.configure(["DEBUG=2"]))
    assert made.settings["Env"] == ["DEBUG=2"]

    await settled(made.enable(timeout=20))
    assert made.enabled
    assert [each.name for each in await settled(client.plugins.list(filters={"enabled": True}))] == [name]
    assert not await settled(client.plugins.list(filters={"enabled": False}))
    assert (await settled(client.plugins.get(unique_name))).enabled
    with pytest.raises(Conflict):
        await settled(made.enable())
    with pytest.raises(ApiError, match="disable plugin before setting"):
        await settled(made.configure({"DEBUG": 3}))
    with pytest.raises(Conflict):
        await remove(made)

    # docker-py 1.8: the error for a plugin that runs was an AttributeError.
    with pytest.raises(Conflict, match="must be disabled before upgrading"):
        await settled(made.upgrade(privileges=[]))

    await settled(made.disable())
    assert not made.enabled
    await remove(made)
    with pytest.raises(NotFound):
        await settled(client.plugins.get(unique_name))


async def test_push_reaches_the_registry(client: Any, registry: Registry, folder: Path, unique_name: str) -> None:
    """docker-py 1.3: a push asked for a path that does not exist, and could never succeed."""
    name = f"{registry.address}/{unique_name}:1"
    made = await settled(client.plugins.create(name, folder))
    pushed = await progress(made.push())
    assert any("aux" in document or "digest" in str(document) for document in pushed)
    asked = await settled(client.plugins.privileges(name))
    assert {each["Name"]: each["Value"] for each in asked}["network"] == ["host"]
    await remove(made)


async def test_a_push_that_fails_raises(client: Any, folder: Path, unique_name: str) -> None:
    made = await settled(client.plugins.create(f"localhost:1/{unique_name}", folder))
    with pytest.raises(DockerError, match="localhost:1"):
        await progress(made.push())
    await remove(made)


async def test_install_with_what_was_granted(client: Any, registry: Registry, folder: Path, unique_name: str) -> None:
    remote = f"{registry.address}/{unique_name}:1"
    made = await settled(client.plugins.create(remote, folder))
    await progress(made.push())
    asked = await settled(client.plugins.privileges(remote))
    await remove(made)
    shown: list[Any] = []

    def refuse(privileges: list[Any]) -> bool:
        shown.extend(privileges)
        return False

    for grant in (False, refuse):
        with pytest.raises(InvalidArgument, match=r"not granted: .*network \['host'\]"):
            await settled(client.plugins.install(remote, unique_name, grant=grant))
    assert shown == asked
    with pytest.raises(DockerStreamError):
        await settled(client.plugins.install(remote, unique_name, privileges=[]))
    assert not await settled(client.plugins.list())

    for options in ({"grant": True}, {"privileges": asked}, {"grant": len}):
        installed = await settled(client.plugins.install(remote, unique_name, **options))
        assert (installed.name, installed.enabled) == (f"{unique_name}:latest", False)
        await remove(installed)
    installed = await settled(client.plugins.install(remote, grant=True))
    assert installed.name == remote
    await remove(installed)
    if isinstance(client, DockerClient):
        installed = client.plugins.install(remote)
        assert installed.name == remote
        installed.remove()
    else:
        with pytest.raises(InvalidArgument, match="grant=True grants all of them"):
            await client.plugins.install(remote)


async def test_install_of_a_digest(
    client: Any, engine: Engine, registry: Registry, folder: Path, unique_name: str
) -> None:
    if engine.api < (1, 42):
        pytest.skip("this engine crashes when it is asked for a plugin by its digest")
    repository = f"{registry.address}/{unique_name}"
    made = await settled(client.plugins.create(f"{repository}:1", folder))
    pushed = await progress(made.push())
    digest = next(word for each in pushed for word in str(each).replace("'", " ").split() if word.startswith("sha256:"))
    await remove(made)
    installed = await settled(client.plugins.install(f"{repository}@{digest}", grant=True))
    assert installed.name == f"{repository}:latest"
    await remove(installed)


async def test_upgrade_happens_at_once(client: Any, registry: Registry, tmp_path: Path, unique_name: str) -> None:
    """docker-py 1.8: nothing happened before somebody read the progress."""
    remote = f"{registry.address}/{unique_name}:1"
    for version in ("first", "second"):
        folder = plugin.make(tmp_path / version, description=version)
        made = await settled(client.plugins.create(remote, folder))
        await progress(made.push())
        await remove(made)
        if version == "first":
            await settled(client.plugins.install(remote, unique_name, grant=True))
    installed = await settled(client.plugins.get(unique_name))
    assert installed.attrs["Config"]["Description"] == "first"
    read = installed.upgrade(remote, grant=True)
    if not isinstance(client, DockerClient):
        read = await read
    assert installed.attrs["Config"]["Description"] == "second"
    assert any("status" in document for document in read)
    await remove(installed)


async def test_a_registry_that_wants_credentials(
    client: Any,
    authenticating_registry: Registry,
    folder: Path,
    unique_name: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DOCKER_CONFIG", str(tmp_path))
    auth = "auth_config" if isinstance(client, DockerClient) else "auth"
    login: Any = {"username": USER, "password": PASSWORD}
    given: Any = {auth: login}
    remote = f"{authenticating_registry.address}/{unique_name}:1"
    made = await settled(client.plugins.create(remote, folder))
    with pytest.raises(DockerError):
        await progress(made.push())
    await progress(made.push(**given))
    await remove(made)
    with pytest.raises(DockerError):
        await settled(client.plugins.install(remote, grant=True))
    installed = await settled(client.plugins.install(remote, grant=True, **given))
    await remove(installed)
    # What was logged in with serves every call.
    address = authenticating_registry.address
    if isinstance(client, DockerClient):
        client.login(USER, PASSWORD, registry=address)
    else:
        await client.auth(**login, serveraddress=address)
    installed = await settled(client.plugins.install(remote, grant=True))
    assert await progress(installed.upgrade(grant=True))
    await progress(installed.push())
    await remove(installed)


async def test_progress_as_it_comes(docker: Docker, registry: Registry, folder: Path, unique_name: str) -> None:
    made = await docker.plugins.create(f"{registry.address}/{unique_name}:1", folder)
    assert made.name in repr(made)
    assert "Config" in made
    documents = [document async for document in made.push(stream=True)]
    assert documents
    same = docker.plugins.plugin(made.name)
    assert (same.id, same.enabled, dict(same.settings)) == (None, None, {})
    assert (await same.show())["Id"] == same.id == made["Id"]
    await same.delete()


async def test_what_is_no_plugin_is_refused_before_anything_is_sent(client: Any, tmp_path: Path) -> None:
    with pytest.raises(InvalidArgument, match=r"has no config\.json"):
        await settled(client.plugins.create("any", tmp_path))


def test_compressing_has_no_effect(engine: Engine, folder: Path, unique_name: str) -> None:
    """With docker-py a compressed plugin is refused by every engine."""
    with DockerClient(engine.url) as client:
        made = client.plugins.create(unique_name, folder, gzip=True)
        assert repr(made) == f"<Plugin: '{unique_name}:latest'>"
        made.remove()
