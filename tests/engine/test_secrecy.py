"""The secrets of a swarm are shown by nothing that this library prints, logs or raises, over a whole scenario."""

import base64
import logging
import secrets
import traceback
from collections.abc import AsyncIterator

import pytest

from dockwright.aio import Docker, DockerError
from dockwright.sync import DockerClient
from dockwright_api import models
from tests.engines import Engine

pytestmark = pytest.mark.private_engine


@pytest.fixture
async def swarm(docker: Docker) -> AsyncIterator[models.Swarm]:
    """The engine as a swarm of its own, locked."""
    await docker.api.swarm.init(
        {
            "ListenAddr": "127.0.0.1:2377",
            "AdvertiseAddr": "127.0.0.1",
            "Spec": {"EncryptionConfig": {"AutoLockManagers": True}},
        }
    )
    yield await docker.api.swarm.inspect()
    await docker.api.swarm.leave(force=True)


async def test_nothing_shows_a_secret(
    docker: Docker,
    engine: Engine,
    swarm: models.Swarm,
    unique_name: str,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    marker = secrets.token_hex(12)
    data = base64.b64encode(marker.encode()).decode()
    shown: list[str] = []
    with caplog.at_level(logging.DEBUG):
        key = await docker.api.swarm.unlock_key()
        created = await docker.api.secrets.create(models.SecretSpec(name=unique_name, data=data))
        secret = await docker.api.secrets.inspect(created.id)
        shown += map(repr, (swarm, key, created, secret, models.SecretSpec(name=unique_name, data=data)))
        with DockerClient(engine.url) as client:
            shown += map(repr, (client.api.swarm.inspect(), client.api.swarm.unlock_key()))
            join = models.SwarmJoinRequest(listen_addr="l", remote_addrs=["r"], join_token=swarm.join_tokens.worker)
            shown.append(repr(join))
            with pytest.raises(DockerError) as caught:
                client.api.swarm.join(join)
            shown += traceback.format_exception(caught.value)
            with pytest.raises(DockerError) as caught:
                client.api.secrets.create(models.SecretSpec(name=unique_name, data=data))
            shown += traceback.format_exception(caught.value)
            with pytest.raises(DockerError) as caught:
                client.api.swarm.unlock(models.SwarmUnlockRequest(unlock_key=key.unlock_key))
            shown += traceback.format_exception(caught.value)
        await docker.api.secrets.delete(created.id)
    printed = capfd.readouterr()
    everything = "\n".join((*shown, caplog.text, printed.out, printed.err))
    assert "/swarm/join" in everything
    for hidden in (marker, data, key.unlock_key, swarm.join_tokens.worker, swarm.join_tokens.manager):
        assert hidden
        assert hidden not in everything
