"""Connections over ssh in the asynchronous face, with a fake ssh; the real one is in ``tests/engine/test_ssh.py``."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from dockwright.aio import (
    ConnectionLost,
    DeadlineExceeded,
    Deadlines,
    Docker,
    DockerError,
    Message,
    SettingsError,
)
from dockwright.aio.ssh import SSHConnector
from tests.fakes.engine import Do, FakeEngine
from tests.fakes.script import upgraded
from tests.fakes.ssh import FakeSSH

URL = "ssh://me@host"


@pytest.fixture
def ssh(tmp_path: Path, fake_engine: FakeEngine, monkeypatch: pytest.MonkeyPatch) -> FakeSSH:
    """A fake ssh on the PATH, and nothing else."""
    monkeypatch.setenv("PATH", str(tmp_path))
    return FakeSSH(tmp_path, fake_engine.url)


async def until(condition: Callable[[], object]) -> None:
    for _ in range(1000):
        if condition():
            return
        await asyncio.sleep(0.01)
    pytest.fail("it did not happen")


async def test_requests_go_through_ssh(ssh: FakeSSH, fake_engine: FakeEngine) -> None:
    fake_engine.reply("GET", "/info", body={"Name": "here"})
    async with Docker(URL) as docker:
        replies = await asyncio.gather(*(docker.system.info() for _ in range(5)))
    assert [info["Name"] for info in replies] == ["here"] * 5
    fake_engine.wait_closed()


async def test_a_cancelled_call_ends_the_login_that_it_began(ssh: FakeSSH) -> None:
    ssh.hang()
    async with Docker(URL, api_version="1.45") as docker:
        call = asyncio.ensure_future(docker.system.info())
        await until(lambda: ssh.login)
        call.cancel()
        with pytest.raises(asyncio.CancelledError):
            await call
        assert not ssh.runs()


async def test_a_login_has_a_limit(ssh: FakeSSH) -> None:
    ssh.hang()
    async with Docker(URL, api_version="1.45", timeout=Deadlines(connect=0.1)) as docker:
        with pytest.raises(DeadlineExceeded) as caught:
            await docker.system.info()
        assert caught.value.limit == "connect"
        assert not ssh.runs()


async def test_closing_ends_a_login(ssh: FakeSSH) -> None:
    ssh.hang()
    docker = Docker(URL, api_version="1.45", timeout=None)
    call = asyncio.ensure_future(docker.system.info())
    await until(lambda: ssh.login)
    await docker.close()
    with pytest.raises(DockerError):
        await call
    assert not ssh.runs()


async def test_an_end_that_ssh_calls_a_failure_is_a_loss(ssh: FakeSSH, fake_engine: FakeEngine) -> None:
    ssh.fail(255)
    fake_engine.script("GET", "/info", Do.CLOSE)
    fake_engine.script("POST", "/containers/c/attach", upgraded(), b"last", Do.CLOSE)
    async with Docker(URL, api_version="1.45") as docker:
        with pytest.raises(ConnectionLost, match="exit code 255"):
            await docker.system.info()
        stream = await docker.containers.container("c").attach(stdout=True).open()
        assert await stream.read_out() == Message(1, b"last")
        with pytest.raises(ConnectionLost, match="exit code 255"):
            await stream.read_out()
        await stream.close()


async def test_an_end_that_is_none_is_an_end(ssh: FakeSSH, fake_engine: FakeEngine) -> None:
    fake_engine.script("POST", "/containers/c/attach", upgraded(), b"last", Do.CLOSE)
    async with Docker(URL, api_version="1.45") as docker:
        stream = await docker.containers.container("c").attach(stdout=True).open()
        assert await stream.read_out() == Message(1, b"last")
        assert await stream.read_out() is None


class TestConnector:
    async def test_it_serves_clients_until_it_is_closed(self, ssh: FakeSSH, fake_engine: FakeEngine) -> None:
        fake_engine.reply("GET", "/info", body={})
        connector = SSHConnector(URL)
        for _ in range(2):
            async with Docker(URL, connector, api_version="1.45") as docker:
                await docker.system.info()
        await connector.close()

    @pytest.mark.parametrize(
        ("url", "options", "says"),
        [
            (URL, {"strict_host_keys": False}, "the key of the host is always checked"),
            (URL, {"client_keys": ["x"], "known_hosts": None}, "client_keys, known_hosts: write this to the settings"),
            ("tcp://host", {}, "no address for ssh"),
            ("ssh://me:secret@host", {}, "password"),
        ],
    )
    async def test_what_is_refused(self, url: str, options: dict[str, bool], says: str) -> None:
        with pytest.raises(SettingsError, match=says) as caught:
            SSHConnector(url, **options)
        assert "secret" not in caught.value.message
