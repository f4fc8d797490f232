"""Events for subscribers: who shares a connection, how it begins again, and how it ends."""

import asyncio
import contextlib
import json
from datetime import datetime
from typing import Any

import pytest

from dockwright.aio import BadRequest, ConnectionLost, Docker, DockerEvents, EngineUnreachable
from tests.fakes.engine import LAST_CHUNK, Do, FakeEngine, Step, chunk, chunked_head

from .conftest import Closed, Received

BEGIN = 1_700_000_000


def event(action: str) -> bytes:
    told = {"Type": "image", "Action": action, "Actor": {"ID": "i"}, "time": BEGIN, "timeNano": BEGIN * 10**9 + 5}
    return json.dumps(told).encode() + b"\n"


def events(*actions: str) -> list[Step]:
    return [chunked_head("application/json"), *(chunk(event(action)) for action in actions)]


async def test_a_subscriber_gets_json_with_local_times(docker: Docker, fake_engine: FakeEngine) -> None:
    fake_engine.script("GET", "/events", *events("pull", "tag"), LAST_CHUNK)
    subscriber = docker.events.subscribe(since=5, filters={"type": "image"})
    assert docker.events.task is not None
    assert docker.events.json_stream is not None
    first = await subscriber.get()
    assert first["Action"] == "pull"
    assert (first["time"], first["timeNano"]) == (datetime.fromtimestamp(BEGIN), BEGIN * 10**9 + 5)
    assert [each["Action"] async for each in subscriber] == ["tag"]
    assert docker.events.json_stream is None
    (request,) = fake_engine.requests
    assert request.query == {"since": ["5"], "filters": ['{"type":["image"]}']}


async def test_the_same_is_read_once_for_all(docker: Docker, fake_engine: FakeEngine, received: Received) -> None:
    gate = fake_engine.gate()
    fake_engine.script("GET", "/events", *events("pull"), gate, chunk(event("tag")), LAST_CHUNK)
    early = docker.events.subscribe()
    assert (await early.get())["Action"] == "pull"
    late = docker.events.subscribe()
    gate.open()
    assert [each["Action"] async for each in early] == [each["Action"] async for each in late] == ["tag"]
    assert len(fake_engine.requests) == 1


async def test_each_gets_what_it_asked_for(docker: Docker, fake_engine: FakeEngine, closed: Closed) -> None:
    """aiodocker B8: the parameters of the first subscriber won, those of others were ignored."""
    fake_engine.script("GET", "/events", *events("pull"), Do.HANG)
    fake_engine.script("GET", "/events", *events("start"), Do.HANG)
    images = docker.events.subscribe(filters={"type": "image"})
    assert (await images.get())["Action"] == "pull"
    containers = docker.events.subscribe(filters={"type": "container"})
    again = docker.events.subscribe(filters={"type": "container"})
    assert (await containers.get())["Action"] == (await again.get())["Action"] == "start"
    asked = [request.query["filters"] for request in fake_engine.requests]
    assert asked == [['{"type":["image"]}'], ['{"type":["container"]}']]
    await docker.events.stop()
    await closed()
    assert await images.get() is None
    assert await containers.get() is None


async def test_it_begins_again_after_a_fault(docker: Docker, fake_engine: FakeEngine) -> None:
    """aiodocker B8, B20: who subscribed after a fault waited for ever, and nobody was told of it."""
    fake_engine.script("GET", "/events", *events("pull"), Do.CLOSE)
    fake_engine.script("GET", "/events", *events("tag"), LAST_CHUNK)
    first = docker.events.subscribe()
    assert (await first.get())["Action"] == "pull"
    with pytest.raises(ConnectionLost):
        await first.get()
    assert await first.get() is None
    second = docker.events.subscribe()
    assert [each["Action"] async for each in second] == ["tag"]
    assert [each["Action"] async for each in first] == ["tag"]


async def test_an_engine_that_is_not_there() -> None:
    """aiodocker B8: closing the client raised it once more, and left the session open."""
    async with Docker("unix:///nowhere/docker.sock", api_version="1.45") as docker:
        subscriber = docker.events.subscribe()
        with pytest.raises(EngineUnreachable):
            await subscriber.get()
        assert await subscriber.get() is None


async def test_running_it_oneself(docker: Docker, fake_engine: FakeEngine) -> None:
    fake_engine.script("GET", "/events", *events("pull"), LAST_CHUNK)
    subscriber = docker.events.subscribe(create_task=False)
    assert docker.events.task is None
    await docker.events.run(filters={"type": "image"})
    assert [each["Action"] async for each in subscriber] == ["pull"]
    fake_engine.reply("GET", "/refused", 400)
    with pytest.raises(TypeError, match=r"said to run\(\)"):
        docker.events.subscribe(create_task=False, filters={"type": "image"})


async def test_an_error_reply_is_raised_and_published(docker: Docker, fake_engine: FakeEngine) -> None:
    fake_engine.reply("GET", "/events", 400, {"message": "no such filter"})
    subscriber = docker.events.subscribe(create_task=False)
    with pytest.raises(BadRequest, match="no such filter"):
        await docker.events.run()
    with pytest.raises(BadRequest, match="no such filter"):
        await subscriber.get()


async def test_a_second_run(docker: Docker, fake_engine: FakeEngine, received: Received) -> None:
    fake_engine.script("GET", "/events", *events(), Do.HANG)
    running = asyncio.ensure_future(docker.events.run())
    await received("GET", "/events")
    with pytest.warns(RuntimeWarning, match="are being read already"):
        await docker.events.run()
    await docker.events.stop()
    await running
    assert docker.events.json_stream is None


async def test_stopping(docker: Docker, fake_engine: FakeEngine, received: Received, closed: Closed) -> None:
    await docker.events.stop()
    fake_engine.script("GET", "/events", *events(), Do.HANG)
    for waits in (False, True):
        subscriber = docker.events.subscribe()
        if waits:
            await received("GET", "/events")
        await docker.events.stop()
        assert (docker.events.task, docker.events.json_stream) == (None, None)
        assert await subscriber.get() is None
    await closed()


async def test_closing_the_client_stops_it(fake_engine: FakeEngine, closed: Closed) -> None:
    fake_engine.script("GET", "/events", *events("pull"), Do.HANG)
    async with Docker(fake_engine.url, api_version="1.45") as docker:
        subscriber = docker.events.subscribe()
        other = docker.events.subscribe(filters={"type": "image"})
        await subscriber.get()
        await other.get()
    assert asyncio.all_tasks() == {asyncio.current_task()}
    assert await subscriber.get() is await other.get() is None
    await closed()


async def test_nothing_is_read_for_nobody(docker: Docker, fake_engine: FakeEngine, closed: Closed) -> None:
    """What only one wanted ends with it, at the next event; what is read first goes on for those to come."""
    gate = fake_engine.gate()
    fake_engine.script("GET", "/events", *events("pull"), Do.HANG)
    fake_engine.script("GET", "/events", *events("start"), gate, chunk(event("die")), Do.HANG)
    first = docker.events.subscribe()
    await first.get()
    async with docker.events.subscribe(filters={"type": "container"}) as second:
        await second.get()
    gate.open()
    await asyncio.to_thread(fake_engine.wait_ended, 2)
    assert not fake_engine.connections[0].closed_by
    assert docker.events.json_stream is not None


async def test_bad_arguments_are_refused_at_once(docker: Docker) -> None:
    with pytest.raises(TypeError, match="until"):
        docker.events.subscribe(until=True)
    with pytest.raises(TypeError, match="untill"):
        docker.events.subscribe(untill=5)
    with pytest.raises(TypeError, match="filters must be a mapping"):
        await docker.events.run(filters=["type"])
    assert docker.events.task is None


async def test_listen_is_deprecated(docker: Docker) -> None:
    with pytest.warns(DeprecationWarning, match=r"use subscribe\(\)"):
        subscriber = docker.events.listen()
    assert subscriber.channel is docker.events.channel


async def test_typed_events(docker: Docker, fake_engine: FakeEngine) -> None:
    fake_engine.script("GET", "/events", *events("pull"), Do.HANG)
    assert isinstance(docker.events, DockerEvents)
    async with docker.events.follow(filters={"type": "image"}) as stream:
        told = await anext(stream)
    assert (told.type, told.action, told.time_nano) == ("image", "pull", BEGIN * 10**9 + 5)


async def test_a_task_that_somebody_cancels(docker: Docker, fake_engine: FakeEngine, received: Received) -> None:
    fake_engine.script("GET", "/events", *events(), Do.HANG)
    subscriber: Any = docker.events.subscribe()
    await received("GET", "/events")
    task = docker.events.task
    assert task is not None
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await task
    assert await subscriber.get() is None
    assert docker.events.json_stream is None


async def test_an_unknown_option_is_refused(docker: Docker, fake_engine: FakeEngine) -> None:
    with pytest.raises(TypeError, match=r"^subscribe\(\) got an unexpected keyword argument 'filter'; did you mean 'f"):
        docker.events.subscribe(filter={"type": "image"})
    with pytest.raises(TypeError, match=r"^run\(\) got an unexpected keyword argument 'foo'"):
        await docker.events.run(foo=1)
    assert fake_engine.requests == []
