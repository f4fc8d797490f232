"""Every option of a new container in every form, read back from real engines by inspection."""

import json
import secrets
from collections import defaultdict
from collections.abc import Iterator
from contextlib import ExitStack
from copy import copy
from itertools import count
from pathlib import Path
from typing import Any, cast

import pytest
from pydantic import BaseModel

import dockwright.sync as docker
from dockwright.policy.versions import ApiVersion
from tests.engine.container_options import FORMS, Form
from tests.engines import Engine
from tests.faces import FACES, connected, remove, settled


def filled(value: Any, names: dict[str, str]) -> Any:
    """Put names of this run where a form has ``{network}`` and the like; what is given stays as it is."""
    if isinstance(value, str):
        for name, text in names.items():
            value = value.replace("{" + name + "}", text)
        return value
    if isinstance(value, dict):
        made = copy(cast("dict[str, Any]", value))  # of the same type
        entries = list(made.items())
        made.clear()
        made.update({filled(key, names): filled(item, names) for key, item in entries})
        return made
    if isinstance(value, list | tuple):
        items = [filled(item, names) for item in cast("list[Any]", value)]
        return tuple(items) if isinstance(value, tuple) else items
    if isinstance(value, BaseModel):
        return value.model_validate(filled(value.model_dump(by_alias=True, exclude_none=True), names))
    return value


def at(shown: Any, path: str, names: dict[str, str]) -> Any:
    """Give what stands at a path of an inspection."""
    for step in path.split("."):
        key = filled(step, names)
        shown = cast("list[object]", shown)[int(key)] if isinstance(shown, list) else shown.get(key)
    return shown


def runs_on(form: Form, version: str) -> bool:
    """Say whether an engine of a version can show a form."""
    spoken = ApiVersion.parse(version)
    after = form.since and spoken < ApiVersion.parse(form.since)
    return not after and not (form.until and spoken > ApiVersion.parse(form.until))


def containers(version: str) -> list[list[int]]:
    """Share the forms out to containers: those of one option to several, those that go ill with others alone."""
    shared: dict[int, list[int]] = defaultdict(list)
    alone: list[list[int]] = []
    numbers: dict[str, Iterator[int]] = defaultdict(count)
    for index, form in enumerate(FORMS):
        if not runs_on(form, version):
            continue
        if form.alone:
            alone.append([index])
        else:
            shared[next(numbers[form.option])].append(index)
    return [*shared.values(), *alone]


class Made:
    """What containers that have the options show, or why they could not be made."""

    def __init__(self) -> None:
        self.inspections: dict[int, Any] = {}
        self.names: dict[int, dict[str, str]] = {}
        self.failures: dict[int, Exception] = {}


@pytest.fixture(scope="session")
def made(engine: Engine) -> Made:
    """All containers of an engine, inspected and removed again."""
    made = Made()
    unique = f"dockwright-options-{secrets.token_hex(4)}"
    names = {"image": engine.image} | {key: f"{unique}-{key}" for key in ("network", "volume", "container")}
    labels = {"dockwright.test": unique}
    pool = docker.types.IPAMPool(subnet="172.31.254.0/24")
    with ExitStack() as left:
        client = left.enter_context(docker.DockerClient(engine.url, strict_versions=True))
        network = client.networks.create(
            names["network"], ipam=docker.types.IPAMConfig(pool_configs=[pool]), labels=labels
        )
        left.callback(network.remove)
        left.callback(client.volumes.create(names["volume"], labels=labels).remove)
        other = client.containers.run(
            engine.image, ["sleep", "600"], name=names["container"], labels=labels, detach=True
        )
        left.callback(other.remove, force=True, v=True)
        names["other_id"] = other.id
        for number, forms in enumerate(containers(engine.api_version)):
            own = {**names, "name": f"{unique}-{number}"}
            options: dict[str, Any] = {"name": own["name"], "labels": labels}
            for form in (FORMS[index] for index in forms):
                options |= filled(dict(form.beside), own) | {form.option: filled(form.value, own)}
            try:
                container = client.containers.create(engine.image, "true", **options)
            except (docker.errors.DockerException, TypeError) as error:
                made.failures |= dict.fromkeys(forms, error)
                continue
            left.callback(container.remove, v=True)
            made.inspections |= dict.fromkeys(forms, container.attrs)
            made.names |= dict.fromkeys(forms, own)
    return made


@pytest.mark.parametrize(
    "index", [pytest.param(index, id=f"{index}-{form.option}") for index, form in enumerate(FORMS)]
)
def test_the_engine_shows_what_was_asked_for(index: int, made: Made, engine: Engine) -> None:
    form = FORMS[index]
    if not runs_on(form, engine.api_version):
        pytest.skip(f"{form.option} in this form needs another API version")
    if error := made.failures.get(index):
        raise error
    names = made.names[index]
    shown, wanted = at(made.inspections[index], form.where, names), filled(form.shows, names)
    if isinstance(wanted, dict):
        entries = cast("dict[str, Any]", wanted)
        assert {key: shown.get(key) for key in entries} == entries
    elif isinstance(wanted, list) and wanted:
        # The image has variables and more of its own, and older engines add names.
        assert [each for each in shown if each in wanted] == wanted
    else:
        assert shown == wanted


@pytest.mark.parametrize("face", FACES)
async def test_proxies_of_the_configuration(
    face: str, engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    proxies = {"default": {"httpProxy": "http://proxy.example:1", "noProxy": "localhost"}}
    (tmp_path / "config.json").write_text(json.dumps({"proxies": proxies}))
    monkeypatch.setenv("DOCKER_CONFIG", str(tmp_path))
    found = ["HTTP_PROXY=http://proxy.example:1", "http_proxy=http://proxy.example:1"]
    none = ["NO_PROXY=localhost", "no_proxy=localhost"]
    cases: list[tuple[dict[str, Any], list[str]]] = [
        ({}, [*found, *none]),
        ({"use_config_proxy": True, "environment": {"NO_PROXY": "mine"}}, [*found, none[1], "NO_PROXY=mine"]),
        ({"use_config_proxy": False}, []),
    ]
    async with connected(face, engine.url) as client:
        for options, variables in cases:
            container = await settled(client.containers.create(engine.image, "true", **options))
            try:
                shown = (await settled(client.containers.get(container.id))).attrs["Config"]["Env"]
                assert [each for each in shown if not each.startswith("PATH=")] == variables
            finally:
                await remove(container)
