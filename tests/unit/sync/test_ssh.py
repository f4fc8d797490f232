"""Connections over ssh in the synchronous face, with a fake ssh; the real one is in ``tests/engine/test_ssh.py``."""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from dockwright.policy.timeouts import Deadlines
from dockwright.sync import ConnectionLost, DeadlineExceeded, DockerClient, DockerError
from dockwright.sync.stream import Message
from dockwright_api import operations
from tests.fakes.engine import Do, FakeEngine
from tests.fakes.script import upgraded
from tests.fakes.ssh import FakeSSH

URL = "ssh://me@host"


@pytest.fixture
def ssh(tmp_path: Path, fake_engine: FakeEngine, monkeypatch: pytest.MonkeyPatch) -> FakeSSH:
    """A fake ssh on the PATH, and nothing else."""
    monkeypatch.setenv("PATH", str(tmp_path))
    return FakeSSH(tmp_path, fake_engine.url)


def until(condition: Callable[[], object]) -> None:
    for _ in range(1000):
        if condition():
            return
        time.sleep(0.01)
    pytest.fail("it did not happen")


def test_requests_go_through_ssh(ssh: FakeSSH, fake_engine: FakeEngine, threads: ThreadPoolExecutor) -> None:
    fake_engine.reply("GET", "/info", body={"Name": "here"})
    with DockerClient(URL) as client:
        calls = [threads.submit(client.info) for _ in range(5)]
        assert [call.result()["Name"] for call in calls] == ["here"] * 5
    fake_engine.wait_closed()


def test_a_login_has_a_limit(ssh: FakeSSH) -> None:
    ssh.hang()
    with DockerClient(URL, version="1.45", timeout=Deadlines(connect=0.1)) as client:
        with pytest.raises(DeadlineExceeded) as caught:
            client.info()
        assert caught.value.limit == "connect"
        assert not ssh.runs()


def test_closing_ends_a_login(ssh: FakeSSH, threads: ThreadPoolExecutor) -> None:
    ssh.hang()
    client = DockerClient(URL, version="1.45", timeout=None)
    call = threads.submit(client.info)
    until(lambda: ssh.login)
    client.close()
    with pytest.raises(ConnectionLost, match="the client was closed"):
        call.result()
    assert not ssh.runs()


def test_an_end_that_ssh_calls_a_failure_is_a_loss(ssh: FakeSSH, fake_engine: FakeEngine) -> None:
    ssh.fail(255)
    fake_engine.script("GET", "/info", Do.CLOSE)
    fake_engine.script("POST", "/containers/c/attach", upgraded(), b"last", Do.CLOSE)
    with DockerClient(URL, version="1.45") as client:
        with pytest.raises(ConnectionLost, match="exit code 255"):
            client.info()
        with client.send(operations.containers.attach("c", stdout=True, stream=True)) as stream:
            assert stream.read_out() == Message(1, b"last")
            with pytest.raises(ConnectionLost, match="exit code 255"):
                stream.read_out()


def test_an_end_that_is_none_is_an_end(ssh: FakeSSH, fake_engine: FakeEngine) -> None:
    fake_engine.script("POST", "/containers/c/attach", upgraded(), b"last", Do.CLOSE)
    with (
        DockerClient(URL, version="1.45") as client,
        client.send(operations.containers.attach("c", stdout=True, stream=True)) as stream,
    ):
        assert stream.read_out() == Message(1, b"last")
        assert stream.read_out() is None


def test_closing_wakes_who_waits(ssh: FakeSSH, fake_engine: FakeEngine, threads: ThreadPoolExecutor) -> None:
    fake_engine.script("GET", "/info", Do.HANG)
    client = DockerClient(URL, version="1.45")
    call = threads.submit(client.info)
    fake_engine.wait_received("GET", "/info")
    client.close()
    with pytest.raises(DockerError, match="the client was closed"):
        call.result()
