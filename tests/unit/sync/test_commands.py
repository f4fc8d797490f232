"""Commands that are run to their end, where a real engine does not show it: refusals, and killing that fails."""

import pytest

from dockwright.sync import (
    Conflict,
    Container,
    DockerClient,
    DockerStreamError,
    ExecTimeout,
    InvalidArgument,
    Message,
)
from tests.fakes.engine import LAST_CHUNK, Do, FakeEngine, chunk, chunked_head, frame, upgraded

from .conftest import MULTIPLEXED

EXEC, START, INSPECT = "/containers/c/exec", "/exec/e/start", "/exec/e/json"


@pytest.fixture
def container(client: DockerClient) -> Container:
    """A container of which only the id is known."""
    client.ping()  # imports take their time
    return Container.of(client, "c")


def created(fake: FakeEngine) -> None:
    fake.reply("POST", EXEC, 201, {"Id": "e"})
    fake.reply("POST", EXEC, 500, {"message": "no more of them"})
    fake.reply("GET", "/containers/c/json", body={"State": {"Running": True, "Paused": False}})


@pytest.mark.parametrize("stdin", [False, b"x" * (4 << 20)], ids=["nothing", "input"])
def test_a_command_that_was_not_killed(container: Container, fake_engine: FakeEngine, stdin: bool | bytes) -> None:
    created(fake_engine)
    fake_engine.script("POST", START, upgraded(MULTIPLEXED), frame(1, b"out"), Do.HANG)
    with pytest.raises(ExecTimeout, match="may still run: the image has no shell") as caught:
        container.exec_run("x", stdin=stdin, timeout=1)
    assert caught.value.messages == (Message(1, b"out"),)
    assert not caught.value.killed


def test_a_stream_that_was_not_killed(container: Container, fake_engine: FakeEngine) -> None:
    created(fake_engine)
    fake_engine.script("POST", START, upgraded(MULTIPLEXED), frame(1, b"out"), Do.HANG)
    output = container.exec_run("x", stream=True, timeout=1).output
    assert next(output) == b"out"
    with pytest.raises(ExecTimeout, match="may still run"):
        next(output)
    assert next(output, None) is None
    assert output.exit_code is None


def test_what_did_not_start_is_not_killed(container: Container, fake_engine: FakeEngine) -> None:
    fake_engine.reply("POST", EXEC, 409, {"message": "container is paused"})
    with pytest.raises(Conflict, match="container is paused"):
        container.exec_run("x", timeout=60)
    assert len(fake_engine.requests) == 2


@pytest.mark.parametrize("options", [{"timeout": 0}, {"stdin": b"", "stream": True}, {"stdin": b"", "detach": True}])
def test_what_cannot_be_is_refused(container: Container, fake_engine: FakeEngine, options: dict[str, object]) -> None:
    with pytest.raises(InvalidArgument):
        container.exec_run("x", **options)  # type: ignore[call-overload]  # what it is about
    assert len(fake_engine.requests) == 1


def test_an_error_in_progress_has_what_came_before(client: DockerClient, fake_engine: FakeEngine) -> None:
    """docker-py's fault 1.6: errors inside of progress streams were not raised."""
    lines = b'{"status": "Pulling"}\n{"errorDetail": {"message": "denied"}, "error": "denied"}\n'
    fake_engine.script("POST", "/images/create", chunked_head("application/json"), chunk(lines), LAST_CHUNK)
    with pytest.raises(DockerStreamError, match="denied") as caught:
        client.images.pull("busybox:1")
    assert caught.value.progress == [{"status": "Pulling"}]
