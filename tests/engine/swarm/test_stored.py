"""Configs and secrets of a swarm, in both faces; a secret is shown nowhere."""

import base64
import json
import logging
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any, cast

import pytest

from dockwright.aio import Docker
from dockwright.errors import ApiError, Conflict, InvalidArgument, NotFound
from dockwright.sync import DockerClient
from dockwright_api import models
from tests.engines import Engine, plugin
from tests.faces import FACES, connected, settled
from tests.faces import remove as remove_from_engine

SECRET = "hunter2-äöü"
ENCODED = base64.b64encode(SECRET.encode()).decode()


@pytest.fixture(params=FACES)
async def client(request: pytest.FixtureRequest, engine: Engine) -> AsyncIterator[Any]:
    """A client of each face in turn."""
    async with connected(request.param, engine.url) as client:
        yield client


@pytest.fixture(params=["configs", "secrets"])
def noun(request: pytest.FixtureRequest) -> str:
    """Configs and secrets, which are used alike."""
    kind: str = request.param
    return kind


def identifier(created: Any) -> str:
    """Give the id of what was created: one face gives JSON."""
    return cast("str", created["ID"] if hasattr(created, "keys") else created.id)


async def json_of(client: Any, noun: str, id: str) -> dict[str, Any]:
    """Inspect by the means of each face."""
    things = getattr(client, noun)
    found: dict[str, Any] = things.get(id).attrs if isinstance(client, DockerClient) else await things.inspect(id)
    return found


async def remove(client: Any, noun: str, id: str) -> bool:
    """Remove by the means of each face."""
    things = getattr(client, noun)
    done: bool = things.get(id).remove() if isinstance(client, DockerClient) else await things.delete(id)
    return done


async def test_the_life_of_one(client: Any, noun: str, unique_name: str, labels: dict[str, str]) -> None:
    things = getattr(client, noun)
    created = await settled(things.create(name=unique_name, data="content", labels=labels))
    id = identifier(created)
    found = await json_of(client, noun, id)
    assert (found["ID"], found["Spec"]["Name"], found["Spec"]["Labels"]) == (id, unique_name, labels)
    with pytest.raises(Conflict):
        await settled(things.create(unique_name, b"content"))

    listed = await settled(things.list(filters={"name": unique_name}))
    assert [identifier(each) for each in listed] == [id]
    assert not await settled(things.list(filters={"name": "no-such-name"}))
    assert id in [identifier(each) for each in await settled(things.list())]

    version = found["Version"]["Index"]
    changed = {**labels, "a": "b"}
    if isinstance(client, DockerClient):
        assert (created.name, created.short_id) == (unique_name, id[:12])
        created.update(labels=changed)
        assert created.attrs["Spec"]["Labels"] == changed
        with pytest.raises(ApiError, match="update out of sequence"):
            created.update(labels={}, version=version)
        assert created == things.get(unique_name) == listed[0]
        assert repr(created) == repr(listed[0]) == f"<{type(created).__name__}: {unique_name!r}>"
        model = created.inspect()
    else:
        assert await things.update(id, version, labels=changed) is True
        with pytest.raises(ApiError, match="update out of sequence"):
            await things.update(id, str(version), labels={})
        model = await things.model(unique_name)
    found = await json_of(client, noun, id)
    assert found["Spec"]["Labels"] == changed
    assert isinstance(model, models.Config | models.Secret)
    assert (model.id, model.spec and model.spec.labels) == (id, changed)

    assert await remove(client, noun, id) is True
    with pytest.raises(NotFound):
        await json_of(client, noun, id)


@pytest.mark.parametrize(
    ("data", "options"),
    [(SECRET, {}), (SECRET.encode(), {}), (ENCODED, {"b64": True}), (memoryview(SECRET.encode()), {})],
    ids=["text", "bytes", "base64", "memory"],
)
async def test_forms_of_content(client: Any, unique_name: str, data: Any, options: Any) -> None:
    id = identifier(await settled(client.configs.create(unique_name, data, **options)))
    found = await json_of(client, "configs", id)
    assert base64.b64decode(found["Spec"]["Data"]).decode() == SECRET
    await remove(client, "configs", id)


async def test_templates(client: Any, noun: str, unique_name: str) -> None:
    things = getattr(client, noun)
    for templating in ("golang", {"Name": "golang"}):
        id = identifier(await settled(things.create(unique_name, "{{.Service.Name}}", templating=templating)))
        assert (await json_of(client, noun, id))["Spec"]["Templating"] == {"Name": "golang"}
        await remove(client, noun, id)


async def test_a_plugin_that_supplies_the_content(
    client: Any, unique_name: str, labels: dict[str, str], tmp_path: Path
) -> None:
    if not plugin.runs_here():
        pytest.skip("the program of the plugin is for other processors")
    interface = {"socket": plugin.SOCKET, "types": ["docker.secretprovider/1.0"]}
    provider = await settled(client.plugins.create(unique_name, plugin.make(tmp_path / "plugin", interface=interface)))
    await settled(provider.enable())
    driver = {"Name": provider.name, "Options": {"a": "b"}}
    secret = identifier(await settled(client.secrets.create(unique_name, None, labels=labels, driver=driver)))
    spec = (await json_of(client, "secrets", secret))["Spec"]
    assert (spec["Driver"], spec["Labels"]) == (driver, labels)
    await remove(client, "secrets", secret)
    await remove_from_engine(provider, True)


async def test_a_secret_is_shown_nowhere(
    client: Any, unique_name: str, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    shown: list[object] = []
    with caplog.at_level(logging.DEBUG):
        created = await settled(client.secrets.create(unique_name, SECRET))
        id = identifier(created)
        shown += [created, repr(created), await json_of(client, "secrets", id)]
        shown += [repr(each) for each in await settled(client.secrets.list())]
        for name, data, options in (
            (unique_name, SECRET, {}),
            ("bad name/" + unique_name, SECRET, {}),
            (unique_name, SECRET + "!", {"b64": True}),
            (unique_name, [SECRET], {}),
        ):
            with pytest.raises((ApiError, InvalidArgument, TypeError)) as caught:
                await settled(client.secrets.create(name, data, **options))
            shown += [str(caught.value), repr(caught.value), caught.value.__dict__]
        await remove(client, "secrets", id)
    printed = capfd.readouterr()
    everything = json.dumps([str(each) for each in shown], ensure_ascii=False) + caplog.text + printed.out + printed.err
    assert "create" in caplog.text
    assert SECRET not in everything
    assert "hunter2" not in everything
    assert ENCODED not in everything


async def test_what_may_not_change(docker: Docker, noun: str, unique_name: str) -> None:
    things: Any = getattr(docker, noun)
    id = (await things.create(unique_name, "content"))["ID"]
    version = (await things.inspect(id))["Version"]["Index"]
    for change in ({"name": "other"}, {"data": "other"}):
        with pytest.raises(ApiError, match="only updates to Labels are allowed"):
            await things.update(id, version, **change)
    # The content that it has is accepted.
    assert await things.update(id, version, data="content", labels={"a": "b"})
    await things.delete(id)
