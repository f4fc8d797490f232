"""Cancellation at every await of representative calls: nothing stays open, nothing goes on, the client still works."""

import asyncio
import base64
import io
import itertools
import json
import os
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Generator
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from dockwright.aio import Docker
from dockwright.archive.pack import pack_bytes
from dockwright_api import operations
from tests.fakes.engine import LAST_CHUNK, Do, FakeEngine, chunk, chunked_head, frame, upgraded

from .conftest import LOGS, MULTIPLEXED, output

Call = Callable[[Docker], Coroutine[Any, Any, object]]


class CancelledAt:
    """Awaits a coroutine and has its task cancelled when it waits for the n-th time."""

    def __init__(self, coroutine: Coroutine[Any, Any, object], turn: int) -> None:
        self._coroutine = coroutine
        self._turn = turn
        self.waited = 0

    def __await__(self) -> Generator[Any, Any, object]:
        task = asyncio.current_task()
        assert task is not None
        steps = self._coroutine.__await__()
        failure: BaseException | None = None
        while True:
            try:
                waiting = next(steps) if failure is None else steps.throw(failure)
            except StopIteration as end:
                return end.value
            failure = None
            self.waited += 1
            if self.waited == self._turn:
                asyncio.get_running_loop().call_soon(task.cancel)
            try:
                yield waiting
            except BaseException as error:
                failure = error


ARCHIVE = b"".join(pack_bytes("file", b"hello"))
DOCKERFILE = b"".join(pack_bytes("Dockerfile", b"FROM scratch"))
EVENT = b'{"Type": "image", "Action": "pull", "Actor": {"ID": "i"}, "time": 5, "timeNano": 5000000000}\n'
STAT = {"name": "/", "size": 0, "mode": 1 << 31 | 0o755, "mtime": "2024-01-01T00:00:00Z", "linkTarget": ""}
FOLDER = base64.b64encode(json.dumps(STAT).encode()).decode()


def tar() -> io.BytesIO:
    return io.BytesIO(b"x" * (3 << 20))


async def upload() -> AsyncIterator[bytes]:
    for _ in range(3):
        await asyncio.sleep(0)
        yield b"x" * 1000


async def info(docker: Docker) -> object:
    return await docker.system.info()


async def run(docker: Docker) -> object:
    return await docker.containers.run({"Image": "busybox"}, name="n")


async def log(docker: Docker) -> object:
    return await docker.containers.container("c").log(stdout=True)


async def follow(docker: Docker) -> object:
    async with docker.containers.container("c").messages(follow=True) as stream:
        return [message async for message in stream]


async def exec_run(docker: Docker) -> object:
    return await docker.containers.container("c").exec_run("true")


async def attached(docker: Docker) -> object:
    async with docker.containers.container("c").attach(stdin=True, stdout=True) as stream:
        await stream.write_in(b"x" * (1 << 20))
        await stream.write_eof()
        return await stream.read_out()


async def put_file(docker: Docker) -> object:
    return await docker.containers.container("c").put_archive("/", tar())


async def put_generator(docker: Docker) -> object:
    return await docker.containers.container("c").put_archive("/", upload())


async def get_archive(docker: Docker) -> object:
    return await docker.engine.chunks(operations.containers.get_archive("c", "/")).read_all()


async def copy_to(docker: Docker) -> None:
    await docker.containers.container("c").copy_to(Path(__file__), "/")


async def copy_from(docker: Docker) -> object:
    with tempfile.TemporaryDirectory() as folder:
        try:
            return await docker.containers.container("c").copy_from("/file", folder)
        except asyncio.CancelledError:
            assert not os.listdir(folder), "nothing is left behind"
            raise


async def build(docker: Docker) -> object:
    return await docker.images.build(fileobj=io.BytesIO(DOCKERFILE), encoding="identity", tag="t")


async def pull(docker: Docker) -> object:
    return await docker.images.pull("busybox")


async def wait(docker: Docker) -> object:
    return await docker.containers.container("c").wait()


async def follow_on(docker: Docker) -> object:
    """Over a connection that breaks, with the pause before the next."""
    return await docker.containers.container("twice").lines(follow=True, tail=0, reconnect=True).read_all()


async def events(docker: Docker) -> object:
    return await docker.events.follow(until=5, reconnect=True).read_all()


async def run_events(docker: Docker) -> object:
    subscriber = docker.events.subscribe(create_task=False)
    try:
        await docker.events.run()
    finally:
        subscriber.close()
        assert docker.events.json_stream is None
    return None


async def subscribe(docker: Docker) -> object:
    try:
        return [event async for event in docker.events.subscribe(since=1)]
    finally:
        await docker.events.stop()


CALLS: dict[str, Call] = {
    call.__name__: call
    for call in (
        info,
        run,
        log,
        follow,
        exec_run,
        attached,
        put_file,
        put_generator,
        get_archive,
        copy_to,
        copy_from,
        build,
        pull,
        wait,
        follow_on,
        events,
        run_events,
        subscribe,
    )
}


@pytest.fixture
def scripted(fake_engine: FakeEngine) -> FakeEngine:
    """An engine that answers all of the calls."""
    fake = fake_engine
    fake.reply("GET", "/info", body={})
    fake.reply("POST", "/containers/create", 201, {"Id": "c"})
    fake.reply("POST", "/containers/c/start", 204)
    fake.reply("GET", "/containers/c/json", body={"Id": "c", "Config": {"Tty": False}})
    fake.script("GET", LOGS, *output(frame(1, b"one\n"), frame(2, b"two\n")), LAST_CHUNK)
    fake.reply("POST", "/containers/c/exec", 201, {"Id": "e"})
    fake.script("POST", "/exec/e/start", upgraded(MULTIPLEXED), frame(1, b"one\n"), Do.CLOSE)
    fake.reply("GET", "/exec/e/json", body={"ExitCode": 0, "Running": False, "ContainerID": "c", "Pid": 0})
    fake.script("POST", "/containers/c/attach", upgraded(MULTIPLEXED), Do.READ_INPUT, frame(1, b"one\n"), Do.CLOSE)
    fake.reply("PUT", "/containers/c/archive")
    fake.reply("HEAD", "/containers/c/archive", headers={"X-Docker-Container-Path-Stat": FOLDER})
    fake.script("GET", "/containers/c/archive", chunked_head("application/x-tar"), chunk(ARCHIVE), LAST_CHUNK)
    progress = chunked_head("application/json"), chunk(b'{"stream": "one"}\n'), chunk(b'{"stream": "two"}\n')
    fake.script("POST", "/build", *progress, LAST_CHUNK)
    fake.script("POST", "/images/create", *progress, LAST_CHUNK)
    fake.script("POST", "/containers/c/wait", chunked_head("application/json"), chunk(b'{"StatusCode": 0}'), LAST_CHUNK)
    fake.script("GET", "/events", chunked_head("application/json"), chunk(EVENT), LAST_CHUNK)
    fake.reply("GET", "/containers/twice/json", body={"State": {"Running": False}})
    return fake


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS.keys())
@pytest.mark.parametrize("negotiating", [False, True], ids=["pinned", "negotiating"])
async def test_cancelled_at_every_await(scripted: FakeEngine, call: Call, *, negotiating: bool) -> None:
    turn = 0
    for turn in itertools.count(1):
        # Its one connection must be free again, or the next call never gets one.
        connector = aiohttp.UnixConnector(scripted.url.removeprefix("unix://"), limit=1)
        async with (
            connector,
            Docker(scripted.url, connector=connector, api_version="auto" if negotiating else "1.45") as docker,
        ):
            breaking(scripted)
            interrupted = CancelledAt(call(docker), turn)
            task = asyncio.ensure_future(awaited(interrupted))
            cancelled = await ended_by_cancellation(task)
            await only_this_task()
            assert await docker.system.ping()
            assert (await docker.containers.get("c")).id == "c"
        if interrupted.waited < turn:
            assert not cancelled
            break
    assert turn > 1, "it never waited"
    await asyncio.to_thread(scripted.wait_closed)


def breaking(fake: FakeEngine) -> None:
    """Let the next log that is followed on break once."""
    path = "/containers/twice/logs"
    old, new = (b"2024-01-01T00:00:0%d.000000000Z line\n" % second for second in (1, 2))
    fake.forget("GET", path)
    fake.script("GET", path, *output(frame(1, old)), LAST_CHUNK)
    fake.script("GET", path, *output(frame(1, old)), Do.CLOSE)
    fake.script("GET", path, *output(frame(1, old), frame(1, new)), LAST_CHUNK)


async def awaited(awaitable: Awaitable[object]) -> object:
    return await awaitable


async def ended_by_cancellation(task: asyncio.Task[object]) -> bool:
    await asyncio.wait([task])
    if task.cancelled():
        return True
    task.result()
    return False


async def only_this_task() -> None:
    """Let what was cancelled end; nothing else may be under way then."""
    for _ in range(10):
        await asyncio.sleep(0)
    assert asyncio.all_tasks() == {asyncio.current_task()}


@pytest.mark.parametrize(
    ("call", "path"),
    [
        (info, ("GET", "/info")),
        (follow, ("GET", LOGS)),
        (attached, ("POST", "/containers/c/attach")),
        (put_file, ("PUT", "/containers/c/archive")),
        (get_archive, ("GET", "/containers/c/archive")),
    ],
)
async def test_cancelled_while_the_engine_is_silent(fake_engine: FakeEngine, call: Call, path: tuple[str, str]) -> None:
    fake_engine.script(*path, Do.HANG)
    async with Docker(fake_engine.url, api_version="1.45") as docker:
        task = asyncio.ensure_future(call(docker))
        await asyncio.to_thread(fake_engine.wait_received, *path)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        await only_this_task()
        await asyncio.to_thread(fake_engine.wait_closed)
        assert fake_engine.connections[0].cut
