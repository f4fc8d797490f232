"""Commands that are run to their end, where a real engine does not show it: refusals, and killing that fails."""

import asyncio

import pytest

from dockwright.aio import Conflict, Docker, DockerStreamError, ExecTimeout, InvalidArgument, Message
from tests.fakes.engine import LAST_CHUNK, Do, FakeEngine, chunk, chunked_head, frame, upgraded

from .conftest import MULTIPLEXED

EXEC, START, INSPECT = "/containers/c/exec", "/exec/e/start", "/exec/e/json"


def created(fake: FakeEngine) -> None:
    fake.reply("POST", EXEC, 201, {"Id": "e"})
    fake.reply("POST", EXEC, 500, {"message": "no more of them"})
    fake.reply("GET", "/containers/c/json", body={"State": {"Running": True, "Paused": False}})


async def test_a_command_that_was_not_killed(docker: Docker, fake_engine: FakeEngine) -> None:
    created(fake_engine)
    fake_engine.script("POST", START, upgraded(MULTIPLEXED), frame(1, b"out"), Do.HANG)
    await docker.system.ping()  # imports take their time
    with pytest.raises(ExecTimeout, match="may still run: the image has no shell") as caught:
        await docker.containers.container("c").exec_run("x", timeout=1)
    assert caught.value.messages == (Message(1, b"out"),)
    assert not caught.value.killed


async def test_a_cancelled_command_that_was_not_killed(docker: Docker, fake_engine: FakeEngine) -> None:
    created(fake_engine)
    fake_engine.script("POST", START, upgraded(MULTIPLEXED), Do.HANG)
    task = asyncio.ensure_future(docker.containers.container("c").exec_run("x"))
    await asyncio.to_thread(fake_engine.wait_received, "POST", START)
    task.cancel()
    with pytest.raises(asyncio.CancelledError) as caught:
        await task
    assert "was not killed and may still run" in caught.value.__notes__[0]


async def test_what_did_not_start_is_not_killed(docker: Docker, fake_engine: FakeEngine) -> None:
    fake_engine.reply("POST", EXEC, 409, {"message": "container is paused"})
    with pytest.raises(Conflict, match="container is paused"):
        await docker.containers.container("c").exec_run("x", timeout=60)
    assert len(fake_engine.requests) == 1


@pytest.mark.parametrize("timeout", [0, -1, float("nan")])
async def test_a_limit_that_is_none(docker: Docker, fake_engine: FakeEngine, timeout: float) -> None:
    with pytest.raises(InvalidArgument, match="timeout must be more than 0 seconds"):
        await docker.containers.container("c").exec_run("x", timeout=timeout)
    assert fake_engine.requests == []


async def test_output_that_ends_before_the_command(docker: Docker, fake_engine: FakeEngine) -> None:
    created(fake_engine)
    fake_engine.script("POST", START, upgraded(MULTIPLEXED), Do.CLOSE)
    for state in ({"Running": True, "ExitCode": None}, {"Running": True, "ExitCode": 0}):
        fake_engine.reply("GET", INSPECT, body=state)
    fake_engine.reply("GET", INSPECT, body={"Running": False, "ExitCode": 3})
    assert (await docker.containers.container("c").exec_run("x")).exit_code == 3


async def test_an_error_in_progress_has_what_came_before(docker: Docker, fake_engine: FakeEngine) -> None:
    """Aiodocker's fault B1: errors inside of progress streams were not raised."""
    lines = b'{"status": "Pulling"}\n{"errorDetail": {"message": "denied"}, "error": "denied"}\n'
    fake_engine.script("POST", "/images/create", chunked_head("application/json"), chunk(lines), LAST_CHUNK)
    with pytest.raises(DockerStreamError, match="denied") as caught:
        await docker.images.pull("busybox:1")
    assert caught.value.progress == [{"status": "Pulling"}]
