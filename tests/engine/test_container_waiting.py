"""Waiting for containers of real engines: the main things through both faces, the rest through either of them."""

import asyncio
import contextlib
import re
from collections.abc import AsyncIterator
from typing import Any

import pytest

from dockwright.errors import ContainerEnded, ContainerNotFound, InvalidArgument, WaitTimeout
from tests.engines import Engine
from tests.faces import settled

from .faces import Face, face_of

AIO = pytest.mark.parametrize("face", ["aio"], indirect=True)
SYNC = pytest.mark.parametrize("face", ["sync"], indirect=True)

SLEEP = ["sleep", "600"]
HEALTHY_SOON = {"test": ["CMD", "test", "-e", "/well"], "interval": 500_000_000, "retries": 3}


@pytest.fixture(params=["aio", "sync"])
async def face(request: pytest.FixtureRequest, engine: Engine) -> AsyncIterator[Face]:
    face = face_of(request.param, engine.url)
    yield face
    await face.close()


@pytest.fixture
def options(unique_name: str, labels: dict[str, str]) -> dict[str, Any]:
    return {"name": unique_name, "labels": labels, "init": True}


async def test_everything_at_once(face: Face, engine: Engine, options: dict[str, Any]) -> None:
    script = "echo starting; sleep 0.2; echo 'ready: 42' >&2; touch /well /tmp/file; exec nc -ll -p 8080 -e cat"
    container = await face.run(engine.image, ["sh", "-c", script], healthcheck=HEALTHY_SOON, **options)
    waited = await settled(
        container.wait_for(
            "running",
            "healthy",
            log=["starting", re.compile(r"ready: (\d+)")],
            port=8080,
            file="/tmp/file",
            timeout=60,
        )
    )
    assert set(waited.met) == {
        "running",
        "healthy",
        "log 'starting'",
        r"log /ready: (\d+)/",
        "port 8080/tcp",
        "file /tmp/file",
    }
    assert [line.text for line in waited.lines] == ["starting", "ready: 42"]
    assert waited.exit_code is None
    await face.remove(container)


@SYNC
async def test_the_end_is_waited_for(face: Face, engine: Engine, options: dict[str, Any]) -> None:
    container = await face.create(engine.image, ["sh", "-c", "echo done; exit 3"], **options)
    await settled(container.start())
    waited = await settled(container.wait_for("exited", log="done", timeout=60))
    assert (waited.exit_code, set(waited.met)) == (3, {"exited", "log 'done'"})
    # So it stays.
    waited = await settled(container.wait_for("exited", log="done", timeout=60))
    assert waited.exit_code == 3
    await face.remove(container)


async def test_the_end_ends_the_waiting(face: Face, engine: Engine, options: dict[str, Any]) -> None:
    script = "sleep 0.5; echo 'no such database'; exit 3"
    container = await face.run(engine.image, ["sh", "-c", script], healthcheck=HEALTHY_SOON, **options)
    failures = await face.at_once(
        lambda: container.wait_for("healthy"),
        lambda: container.wait_for(log="never"),
        lambda: container.wait_for(port=1),
        lambda: container.wait_for(file="/never"),
        lambda: container.wait_for(log="never", port=1, any=True),
    )
    missing = [("healthy",), ("log 'never'",), ("port 1/tcp",), ("file /never",), ("log 'never'", "port 1/tcp")]
    for failure, expected in zip(failures, missing, strict=True):
        assert isinstance(failure, ContainerEnded)
        assert (failure.container_id, failure.exit_code, failure.missing) == (container.id, 3, expected)
        assert [line.text for line in failure.lines] == ["no such database"]
        assert f"ended with exit code 3 before there was {' and '.join(expected)}" in str(failure)
        assert str(failure).endswith("no such database")
    await face.remove(container)


@AIO
async def test_the_end_of_one_that_removes_itself(face: Face, engine: Engine, options: dict[str, Any]) -> None:
    container = await face.run(engine.image, ["sh", "-c", "echo soon; sleep 0.5; exit 4"], auto_remove=True, **options)
    with pytest.raises(ContainerEnded) as caught:
        await settled(container.wait_for(log="never", timeout=60))
    assert caught.value.missing == ("log 'never'",)
    assert [line.text for line in caught.value.lines] == ["soon"]
    with contextlib.suppress(ContainerNotFound):
        await settled(container.wait(condition="removed"))
    with pytest.raises(ContainerNotFound):
        await settled(container.wait_for("running", timeout=60))


async def test_too_long(face: Face, engine: Engine, options: dict[str, Any]) -> None:
    container = await face.run(engine.image, ["sh", "-c", "echo booting; exec sleep 600"], **options)
    failures = await face.at_once(
        lambda: container.wait_for("exited", timeout=0.5),
        lambda: container.wait_for(log="never", timeout=0.5),
        lambda: container.wait_for("running", log="booting", port=1, file="/never", timeout=0.5),
        lambda: container.wait_for("exited", log="never", any=True, timeout=0.5),
    )
    missing = [("exited",), ("log 'never'",), ("port 1/tcp", "file /never"), ("exited", "log 'never'")]
    for failure, expected in zip(failures, missing, strict=True):
        assert isinstance(failure, WaitTimeout)
        assert isinstance(failure, TimeoutError)
        assert (failure.missing, failure.seconds) == (expected, 0.5)
        assert f"which is running: waited 0.5 seconds for {' and '.join(expected)}" in str(failure)
        assert str(failure).endswith("booting")
    with pytest.raises(InvalidArgument, match="no health check"):
        await settled(container.wait_for("healthy", timeout=60))
    await face.remove(container)


async def test_one_of_several(face: Face, engine: Engine, options: dict[str, Any]) -> None:
    container = await face.run(engine.image, ["sh", "-c", "echo one; exec sleep 600"], **options)
    waited = await settled(container.wait_for("exited", log="one", port=1, any=True, timeout=60))
    assert waited.met == ("log 'one'",)
    waited = await settled(container.wait_for("running", "exited", any=True, timeout=60))
    assert waited.met == ("running",)
    waited = await settled(container.wait_for(log=["one", "two"], any=True, timeout=60))
    assert waited.met == ("log 'one'",)
    await settled(container.kill())
    waited = await settled(container.wait_for("exited", port=1, any=True, timeout=60))
    assert (waited.met, waited.exit_code) == (("exited",), 137)
    await face.remove(container)


@SYNC
async def test_what_is_not_started_yet(face: Face, engine: Engine, options: dict[str, Any]) -> None:
    container = await face.create(engine.image, ["sh", "-c", "echo hello; exec sleep 600"], **options)
    waiting = asyncio.create_task(asyncio.to_thread(_wait_in_thread, engine.url, container.id))
    # Only the events can tell it; until then there is nothing to see.
    await asyncio.sleep(0)
    await settled(container.start())
    assert set(await waiting) == {"running", "log 'hello'", "file /bin/sh"}
    await face.remove(container)


def _wait_in_thread(url: str, container_id: str) -> tuple[str, ...]:
    import dockwright.sync as docker

    with docker.DockerClient(url) as client:
        container = client.containers.get(container_id)
        return container.wait_for("running", log="hello", file="/bin/sh", timeout=60).met


@AIO
async def test_a_restarted_run_counts_anew(face: Face, engine: Engine, options: dict[str, Any]) -> None:
    script = "[ -e /second ] && echo second || echo first; touch /second; exec sleep 600"
    container = await face.run(engine.image, ["sh", "-c", script], **options)
    await settled(container.wait_for(log="first", timeout=60))
    await settled(container.kill())
    await settled(container.wait_for("exited", timeout=60))
    await settled(container.start())
    await settled(container.wait_for(log="second", timeout=60))
    with pytest.raises(WaitTimeout):
        await settled(container.wait_for(log="first", timeout=0.5))
    await face.remove(container)


@SYNC
async def test_one_that_the_engine_restarts_is_waited_for(face: Face, engine: Engine, options: dict[str, Any]) -> None:
    script = "[ -e /second ] && echo up && exec sleep 600; touch /second; exit 1"
    policy = {"Name": "on-failure", "MaximumRetryCount": 5}
    container = await face.run(engine.image, ["sh", "-c", script], restart_policy=policy, **options)
    await settled(container.wait_for(log="up", timeout=60))
    assert (await settled(container.inspect())).restart_count >= 1
    await face.remove(container)


@AIO
async def test_a_terminal_and_a_paused_one(face: Face, engine: Engine, options: dict[str, Any]) -> None:
    container = await face.run(engine.image, ["sh", "-c", "echo up; exec sleep 600"], tty=True, **options)
    assert [line.text for line in (await settled(container.wait_for(log="up", timeout=60))).lines] == ["up"]
    await settled(container.pause())
    with pytest.raises(WaitTimeout, match="which is paused"):
        await settled(container.wait_for(port=1, timeout=0.5))
    await settled(container.unpause())
    await settled(container.wait_for("running", timeout=60))
    await face.remove(container)


@SYNC
async def test_files_in_memory_are_refused(face: Face, engine: Engine, options: dict[str, Any]) -> None:
    container = await face.run(engine.image, SLEEP, tmpfs={"/run": ""}, **options)
    for path in ("/run/ready", "/proc/1/status"):
        with pytest.raises(InvalidArgument, match=r"is in memory \(tmpfs\)"):
            await settled(container.wait_for(file=path, timeout=60))
    await face.remove(container)


@AIO
async def test_nothing_to_look_for_ports_with(face: Face, engine: Engine, options: dict[str, Any]) -> None:
    script = "cp /bin/busybox /sleep; rm -rf /bin /usr /sbin /busybox; exec /sleep 600"
    container = await face.run(engine.image, ["sh", "-c", script], **options)
    with pytest.raises(InvalidArgument, match="its image has neither cat nor a shell"):
        await settled(container.wait_for(port=1, timeout=60))
    await face.remove(container)
