"""Streams that go on after their connection broke: what is asked again, what is given, and when it gives up."""

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from time import time
from typing import Any

import pytest

from dockwright.sync import (
    ConnectionLost,
    Container,
    ContainerNotFound,
    DeadlineExceeded,
    Deadlines,
    DockerClient,
    EngineUnreachable,
    InvalidArgument,
    LogLine,
    MalformedStream,
    Message,
    Service,
    Task,
)
from tests.fakes.engine import LAST_CHUNK, Do, FakeEngine, Step, chunk, chunked_head, frame, head

from .conftest import LOGS, output

BEGIN = 1_700_000_000
SERVICE_LOGS = "/services/s/logs"
TASK_LOGS = "/tasks/t/logs"


def entry(number: int, text: str, stream: int = 1) -> bytes:
    """Write an entry of a log with its time, ``number`` nanoseconds after the first."""
    return frame(stream, datetime.fromtimestamp(BEGIN, UTC).strftime(f"%Y-%m-%dT%H:%M:%S.{number:09}Z {text}").encode())


def event(number: int, action: str) -> bytes:
    told = {"Type": "image", "Action": action, "Actor": {"ID": "i"}, "time": BEGIN, "timeNano": BEGIN * 10**9 + number}
    return json.dumps(told).encode() + b"\n"


def events(*told: bytes) -> list[Step]:
    return [chunked_head("application/json"), *(chunk(each) for each in told)]


RUNS = {"Id": "c", "State": {"Running": True}, "Config": {"Tty": False}}
ENDED = {"Id": "c", "State": {"Running": False}, "Config": {"Tty": False}}


@pytest.mark.parametrize("ending", [Do.CLOSE, Do.RESET])
@pytest.mark.parametrize("cut", [0, 1, 8, 20])
def test_a_log_goes_on_without_a_gap_or_a_repetition(
    client: DockerClient, fake_engine: FakeEngine, ending: Do, cut: int
) -> None:
    one, two, three = entry(1, "one\n"), entry(1, "two\n", 2), entry(5, "three\n")
    fake_engine.script("GET", LOGS, *output(one, two, *([three[:cut]] if cut else ())), ending)
    fake_engine.script("GET", LOGS, *output(one, two, three), ending)
    fake_engine.script("GET", LOGS, *output(one, two, three, entry(5, "four\n")), LAST_CHUNK)
    fake_engine.reply("GET", "/containers/c/json", body=ENDED)
    messages = Container.of(client, "c").messages(follow=True, reconnect=True).read_all()
    assert messages == [Message(1, b"one\n"), Message(2, b"two\n"), Message(1, b"three\n"), Message(1, b"four\n")]
    assert [request.query["timestamps"] for request in fake_engine.received("GET", LOGS)] == [["1"]] * 4


def test_with_the_last_lines_only_what_follows_is_asked_for(client: DockerClient, fake_engine: FakeEngine) -> None:
    fake_engine.script("GET", LOGS, *output(entry(7, "one\n")), Do.CLOSE)
    fake_engine.script("GET", LOGS, *output(entry(7, "one\n"), entry(8, "two\n")), LAST_CHUNK)
    fake_engine.reply("GET", "/containers/c/json", body=ENDED)
    lines = Container.of(client, "c").lines(follow=True, tail=1, timestamps=True, reconnect=True)
    at = datetime.fromtimestamp(BEGIN, UTC)
    assert lines.read_all() == [LogLine("stdout", "one", at), LogLine("stdout", "two", at)]
    first, second, last = fake_engine.received("GET", LOGS)
    assert (first.query["tail"], "since" in first.query) == (["1"], False)
    for request in (second, last):
        assert ("tail" in request.query, request.query["since"]) == (False, [f"{BEGIN}.000000007"])
    assert (second.query["follow"], last.query["follow"]) == (["1"], ["0"])


def test_bytes(client: DockerClient, fake_engine: FakeEngine) -> None:
    fake_engine.script("GET", LOGS, *output(entry(1, ""), frame(1, entry(2, "")[8:] + b"caf\xc3")), Do.CLOSE)
    whole = output(entry(1, ""), frame(1, entry(2, "")[8:] + b"caf\xc3"), frame(1, entry(3, "")[8:] + b"\xa9"))
    fake_engine.script("GET", LOGS, *whole, LAST_CHUNK)
    fake_engine.reply("GET", "/containers/c/json", body=ENDED)
    stream = Container.of(client, "c").logs(stream=True, reconnect=True)
    assert b"".join(stream) == "café".encode()


def test_a_container_that_is_restarted_goes_on(client: DockerClient, fake_engine: FakeEngine) -> None:
    """Its log ends with each of its runs, in good order."""
    fake_engine.script("GET", LOGS, *output(entry(1, "one\n")), LAST_CHUNK)
    fake_engine.script("GET", LOGS, *output(entry(1, "one\n"), entry(2, "two\n")), LAST_CHUNK)
    fake_engine.reply("GET", "/containers/c/json", body=RUNS)
    fake_engine.reply("GET", "/containers/c/json", body=ENDED)
    lines = Container.of(client, "c").lines(follow=True, reconnect=True).read_all()
    assert [line.text for line in lines] == ["one", "two"]


def test_a_container_that_is_gone(client: DockerClient, fake_engine: FakeEngine) -> None:
    fake_engine.script("GET", LOGS, *output(entry(1, "one\n")), Do.CLOSE)
    fake_engine.reply("GET", LOGS, 404, {"message": "No such container: c"})
    stream = Container.of(client, "c").lines(follow=True, reconnect=True)
    assert (next(stream)).text == "one"
    with pytest.raises(ContainerNotFound):
        next(stream)


def test_what_will_not_pass_is_raised(client: DockerClient, fake_engine: FakeEngine) -> None:
    fake_engine.script("GET", LOGS, *output(entry(1, "one\n"), b"not a frame at all"), Do.HANG)
    stream = Container.of(client, "c").messages(follow=True, reconnect=True)
    assert next(stream) == Message(1, b"one\n")
    with pytest.raises(MalformedStream):
        next(stream)
    fake_engine.wait_closed()
    fake_engine.script("GET", "/containers/slow/logs", *output(entry(1, "one\n")), Do.HANG)
    slow = Container.of(client, "slow").messages(follow=True, reconnect=True, timeout=Deadlines(idle=0.01))
    assert next(slow) == Message(1, b"one\n")
    with pytest.raises(DeadlineExceeded, match="idle limit"):
        next(slow)
    fake_engine.wait_closed()


def test_the_first_connection_must_succeed(fake_engine: FakeEngine) -> None:
    with DockerClient("unix:///nowhere/docker.sock", version="1.45") as client, pytest.raises(EngineUnreachable):
        Container.of(client, "c").lines(reconnect=True).read_all()


def test_it_gives_up(client: DockerClient, fake_engine: FakeEngine) -> None:
    fake_engine.script("GET", LOGS, *output(entry(1, "one\n")), Do.CLOSE)
    fake_engine.script("GET", LOGS, Do.CLOSE)
    stream = Container.of(client, "c").lines(follow=True, reconnect=0.05)
    assert (next(stream)).text == "one"
    with pytest.raises(ConnectionLost, match="ContainerLogs: the engine closed the connection before it answered"):
        next(stream)
    with pytest.raises(StopIteration):
        next(stream)
    fake_engine.wait_closed()


def test_it_goes_on_only_if_asked(client: DockerClient, fake_engine: FakeEngine) -> None:
    fake_engine.script("GET", LOGS, *output(frame(1, b"one\n")), Do.CLOSE)
    with pytest.raises(ConnectionLost):
        Container.of(client, "c").lines(follow=True).read_all()
    (request,) = fake_engine.requests
    assert "timestamps" not in request.query


def test_closed_while_it_waits_for_the_engine(
    client: DockerClient, fake_engine: FakeEngine, threads: ThreadPoolExecutor
) -> None:
    fake_engine.script("GET", LOGS, *output(entry(1, "one\n")), Do.CLOSE)
    fake_engine.script("GET", LOGS, Do.CLOSE)
    stream = Container.of(client, "c").lines(follow=True, reconnect=True)
    next(stream)
    waiting = threads.submit(next, stream, None)
    fake_engine.wait_received("GET", LOGS, 4)
    stream.close()
    assert waiting.result(30) is None
    fake_engine.wait_closed()


def test_events_go_on(client: DockerClient, fake_engine: FakeEngine) -> None:
    fake_engine.reply("GET", "/info", body={"SystemTime": "2023-11-14T22:13:20.000000001Z"})
    fake_engine.script("GET", "/events", *events(), Do.CLOSE)
    fake_engine.script("GET", "/events", *events(event(5, "pull"), event(5, "tag")), Do.RESET)
    fake_engine.script("GET", "/events", *events(event(5, "pull"), event(5, "tag"), event(5, "untag")), LAST_CHUNK)
    fake_engine.script("GET", "/events", *events(event(5, "untag"), event(9, "delete")), Do.HANG)
    actions: list[str] = []
    with client.events(decode=True, filters={"type": "image"}, reconnect=True) as stream:
        for each in stream:
            actions.append(each["Action"])
            if each["Action"] == "delete":
                break
    assert actions == ["pull", "tag", "untag", "delete"]
    since = [request.query["since"] for request in fake_engine.received("GET", "/events")]
    assert since == [[f"{BEGIN}.000000001"]] * 2 + [[f"{BEGIN}.000000005"]] * 2


def test_events_until_a_time_end(client: DockerClient, fake_engine: FakeEngine) -> None:
    fake_engine.script("GET", "/events", *events(event(5, "pull")), LAST_CHUNK)
    found = client.events(decode=True, since=1, until=BEGIN + 1, reconnect=True).read_all()
    assert [each["Action"] for each in found] == ["pull"]
    assert len(fake_engine.requests) == 1


def test_what_is_no_patience_is_refused(client: DockerClient) -> None:
    container = Container.of(client, "c")
    calls: list[Callable[[], object]] = [
        lambda: container.lines(reconnect=-1),
        lambda: container.messages(reconnect=float("inf")),
        lambda: client.events(decode=True, reconnect=-1),
    ]
    for call in calls:
        with pytest.raises(InvalidArgument, match="reconnect must be True, False or a number of seconds"):
            call()


def test_old_engines_are_asked_about_the_terminal_once(fake_engine: FakeEngine) -> None:
    fake_engine.reply("GET", "/containers/c/json", body={**ENDED, "Config": {"Tty": True}})
    raw = head(200, {"Transfer-Encoding": "chunked"})
    fake_engine.script("GET", LOGS, raw, chunk(entry(1, "one\r\ntw")[8:]), Do.CLOSE)
    fake_engine.script("GET", LOGS, raw, chunk(entry(1, "one\r\n")[8:] + entry(2, "two\r\n")[8:]), LAST_CHUNK)
    with DockerClient(fake_engine.url, version="1.41") as client:
        lines = Container.of(client, "c").lines(follow=True, reconnect=True).read_all()
    assert [line.text for line in lines] == ["one", "two"]
    # Once about the terminal, and once about the end.
    assert len(fake_engine.received("GET", "/containers/c/json")) == 2


@pytest.mark.parametrize("lost", [False, True])
def test_closing_the_client_ends_it(fake_engine: FakeEngine, threads: ThreadPoolExecutor, *, lost: bool) -> None:
    """It makes no new connections for a client that is gone."""
    fake_engine.script("GET", LOGS, *output(entry(1, "one\n")), Do.CLOSE if lost else Do.HANG)
    fake_engine.script("GET", LOGS, Do.CLOSE)
    with DockerClient(fake_engine.url, version="1.45") as client:
        stream = Container.of(client, "c").lines(follow=True, reconnect=True)
        next(stream)
        waiting = threads.submit(next, stream)
        if lost:
            fake_engine.wait_received("GET", LOGS, 4)
    with pytest.raises(ConnectionLost):
        waiting.result(30)
    fake_engine.wait_closed()


def test_of_a_service_the_whole_log_is_asked_for_again(client: DockerClient, fake_engine: FakeEngine) -> None:
    """What several tasks wrote comes in another order every time."""
    of_one = [entry(number, f"one {number}\n") for number in range(101, 700, 2)]
    of_other = [entry(number, f"other {number}\n") for number in range(0, 600, 2)]
    fake_engine.script("GET", SERVICE_LOGS, *output(*of_one, *of_other[:50]), Do.RESET)
    fake_engine.script("GET", SERVICE_LOGS, *output(*of_other, *of_one), Do.CLOSE)
    fake_engine.script("GET", SERVICE_LOGS, *output(*of_other, *of_one, entry(700, "end\n")), LAST_CHUNK)
    fake_engine.script("GET", SERVICE_LOGS, *output(entry(800, "new\n")), LAST_CHUNK)
    stream = Service.of(client, "s").lines(follow=True, reconnect=True)
    lines = [next(stream) for _ in range(602)]
    stream.close()
    texts = [line.text for line in lines]
    assert sorted(texts[:600]) == sorted(
        [f"one {number}" for number in range(101, 700, 2)] + [f"other {number}" for number in range(0, 600, 2)]
    )
    assert texts[600:] == ["end", "new"], "a service has no end of its own"
    assert not any("since" in request.query for request in fake_engine.received("GET", SERVICE_LOGS))


@pytest.mark.parametrize("tail", ["0", "2"])
def test_the_last_lines_of_a_service(client: DockerClient, fake_engine: FakeEngine, tail: str) -> None:
    """Those of a task that wrote nothing for long are no reason to read all that the others wrote since then."""
    last = [entry(900, "late\n"), entry(1, "early\n")]
    fake_engine.script("GET", SERVICE_LOGS, *output(*last), LAST_CHUNK if tail == "0" else Do.RESET)
    fake_engine.script(
        "GET", SERVICE_LOGS, *output(entry(500, "between\n"), *last[:1], entry(950, "new\n")), LAST_CHUNK
    )
    stream = Service.of(client, "s").lines(follow=True, reconnect=True, tail=tail)
    texts = [(next(stream)).text for _ in range(1 if tail == "0" else 3)]
    stream.close()
    assert texts == [*(["late", "early"] if tail == "2" else []), "new"]
    assert fake_engine.received("GET", SERVICE_LOGS)[-1].query["since"] == [f"{BEGIN}.000000900"]


@pytest.mark.parametrize("end", [{"status": 200, "body": {"Status": {"State": "complete"}}}, {"status": 404}])
def test_the_log_of_a_task_ends_with_it(client: DockerClient, fake_engine: FakeEngine, end: dict[str, Any]) -> None:
    """The engine that was asked need not be the one where it runs."""
    fake_engine.script("GET", TASK_LOGS, *output(entry(1, "one\n")), LAST_CHUNK)
    fake_engine.reply("GET", "/tasks/t", body={"Status": {"State": "running"}})
    fake_engine.script("GET", TASK_LOGS, *output(entry(1, "one\n"), entry(2, "two\n")), LAST_CHUNK)
    fake_engine.reply("GET", "/tasks/t", **end)
    fake_engine.script("GET", TASK_LOGS, *output(entry(1, "one\n"), entry(2, "two\n"), entry(3, "three\n")), LAST_CHUNK)
    stream = Task.of(client, "t").lines(follow=True, reconnect=True)
    assert [line.text for line in stream.read_all()] == ["one", "two", *(["three"] if end["status"] == 200 else [])]


def test_logs_of_the_swarm_since_a_while_ago(client: DockerClient, fake_engine: FakeEngine) -> None:
    for path in (SERVICE_LOGS, TASK_LOGS):
        fake_engine.script("GET", path, *output(), LAST_CHUNK)
    Service.of(client, "s").messages(since=timedelta(hours=1)).read_all()
    Task.of(client, "t").lines(since=timedelta(hours=1)).read_all()
    for path in (SERVICE_LOGS, TASK_LOGS):
        (request,) = fake_engine.received("GET", path)
        assert BEGIN < float(request.query["since"][0]) < time() - 3000
