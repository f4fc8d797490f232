"""A program written for aiodocker's swarm prints the same with our package in its place."""

import asyncio
from collections.abc import Mapping
from typing import Any, cast

import pytest

import dockwright.aio as aiodocker
from tests.engine.aiodocker_programs import SWARM, with_aiodocker, with_ours
from tests.engines import PrivateEngine


def test_a_program_prints_the_same(
    engine: PrivateEngine,
    unique_name: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    expected = with_aiodocker([SWARM], engine, unique_name)[SWARM]
    found = with_ours(SWARM, engine, unique_name, monkeypatch, capsys)
    assert found.printed == expected.printed
    assert found.printed
    # How often a program asks until something has happened is another matter.
    assert set(found.requests) <= set(expected.requests)


def test_a_program_in_the_form_of_the_older_documentation(
    engine: PrivateEngine, unique_name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Aiodocker C10: such a program makes its client before there is a loop, and goes on using it when it is closed.

    It also reads the name of a secret from what creating it gave, where the engine and aiodocker have the id alone.
    """
    monkeypatch.setenv("DOCKER_HOST", engine.url)
    docker = aiodocker.Docker()

    async def create_secret() -> dict[str, Any]:
        secret = await docker.secrets.create(name=unique_name, data="you can not read that terrible secret")
        await docker.close()
        return dict(secret)

    async def create_service(template: dict[str, Any]) -> Mapping[str, Any]:
        service = await docker.services.create(task_template=template, name=unique_name)
        found = await docker.services.inspect(service["ID"])
        await docker.services.delete(service["ID"])
        await docker.secrets.delete(unique_name)
        await docker.close()
        return cast("Mapping[str, Any]", found)

    loop = asyncio.new_event_loop()
    secret = loop.run_until_complete(create_secret())
    reference = {
        "File": {"Name": secret["Spec"]["Name"], "UID": "0", "GID": "0", "Mode": 292},
        "SecretID": secret["ID"],
        "SecretName": secret["Spec"]["Name"],
    }
    template = {"ContainerSpec": {"Image": engine.image, "Command": ["sleep", "600"], "Secrets": [reference]}}
    service = loop.run_until_complete(create_service(template))
    loop.close()
    assert service["Spec"]["TaskTemplate"]["ContainerSpec"]["Secrets"] == [reference]
