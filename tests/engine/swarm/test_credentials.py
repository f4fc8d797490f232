"""Services whose image is in a registry that wants credentials: the swarm keeps them, and its nodes pull with them."""

import logging
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest

from dockwright.errors import ServiceFailed
from dockwright.settings.credentials import registry_auth
from tests.engines import PrivateEngine
from tests.engines.registry import PASSWORD, USER, Registry
from tests.faces import settled

from .services import QUICK, Services

LOGIN = {"username": USER, "password": PASSWORD}
# What cannot be pulled is not tried again.
ONCE = {**QUICK, "restart_policy": "none"}


@pytest.fixture(scope="module")
def registry(engine: PrivateEngine) -> Iterator[Registry]:
    """A registry next to the manager, which wants credentials."""
    registry = Registry.start(engine, 5001, authenticates=True)
    yield registry
    registry.stop()


@pytest.fixture(autouse=True)
def nobody_logged_in(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Have an empty folder of settings of the docker command."""
    monkeypatch.setenv("DOCKER_CONFIG", str(tmp_path))


@pytest.fixture
async def image(services: Services, engine: PrivateEngine, registry: Registry, unique_name: str) -> AsyncIterator[str]:
    """An image that is nowhere but in the registry."""
    name = f"{registry.address}/{unique_name}"
    assert engine.request("POST", f"/images/{engine.image}/tag?repo={name}&tag=1").status == 201
    await settled(services.client.images.push(f"{name}:1", **credentials(services)))
    assert engine.request("DELETE", f"/images/{name}:1").status == 200
    yield f"{name}:1"
    engine.request("DELETE", f"/images/{name}:1?force=1")


def credentials(services: Services) -> dict[str, Any]:
    """Give the credentials by the name that each face has for them."""
    return {"auth_config" if services.is_sync else "auth": LOGIN}


async def test_credentials_of_the_caller(
    services: Services, registry: Registry, image: str, unique_name: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    service = await services.create(image, "sleep 600", name=unique_name, **QUICK, **credentials(services))
    await services.wait(service)
    # The swarm has them now, whoever changes the service.
    await services.update(service, env=["A=1"])
    await services.wait(service)
    await services.remove(service)
    assert "/services/create" in caplog.text
    for secret in (PASSWORD, registry_auth(LOGIN, registry.address)):
        assert secret not in caplog.text


async def test_without_credentials(services: Services, engine: PrivateEngine, image: str, unique_name: str) -> None:
    service = await services.create(image, "sleep 600", name=unique_name, **ONCE)
    with pytest.raises(ServiceFailed) as caught:
        await services.wait(service)
    assert "No such image" in caught.value.errors[0] or "auth" in caught.value.errors[0]
    # An update brings them.
    await services.update(service, force_update=True, **credentials(services))
    await services.wait(service)
    await services.remove(service)


async def test_credentials_of_the_client(services: Services, image: str, registry: Registry, unique_name: str) -> None:
    """docker-py sends what its client logged in with; the docker command and aiodocker only if they are asked to."""
    options: dict[str, Any] = {}
    if services.is_sync:
        services.client.login(USER, PASSWORD, registry=registry.address)
    else:
        await services.client.auth(**LOGIN, serveraddress=registry.address)
        options["with_registry_auth"] = True
    service = await services.create(image, "sleep 600", name=unique_name, **ONCE, **options)
    await services.wait(service)
    await services.remove(service)
