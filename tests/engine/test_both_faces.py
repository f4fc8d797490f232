"""The same scenarios through both faces: each is written once, and either face must do the same."""

import io
import re
import tarfile
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest

from dockwright.errors import (
    ApiError,
    BadRequest,
    Conflict,
    ContainerError,
    ContainerNotFound,
    ExecTimeout,
    ImageNotFound,
    InvalidArgument,
    PathNotFound,
)
from dockwright.wire.demux import Message
from tests.conftest import LABEL
from tests.engines import Engine
from tests.faces import block, settled

from .faces import Face, face_of, listed

SLEEP = ["sleep", "600"]
TALK = ["sh", "-c", "echo out; sleep 0.1; echo err >&2; sleep 0.1; printf end; exit 3"]


@pytest.fixture(params=["aio", "sync"])
async def face(request: pytest.FixtureRequest, engine: Engine) -> AsyncIterator[Face]:
    face = face_of(request.param, engine.url)
    yield face
    await face.close()


@pytest.fixture
def options(unique_name: str, labels: dict[str, str]) -> dict[str, Any]:
    return {"name": unique_name, "labels": labels, "init": True}


async def test_the_life_of_a_container(face: Face, engine: Engine, options: dict[str, Any]) -> None:
    container = await face.create(engine.image, SLEEP, **options, ports={"80/tcp": None}, environment={"A": "1"})
    with pytest.raises(Conflict):
        await settled(container.pause())
    await settled(container.start())
    await settled(container.reload())
    assert (container.status, container.name, container.health) == ("running", options["name"], "unknown")
    assert container.labels.items() >= options["labels"].items()
    assert len(container.ports["80/tcp"][0]["HostPort"]) > 3
    assert container.short_id == container.id[:12]
    assert container.attrs["Config"]["Env"][0] == "A=1"
    await settled(container.pause())
    assert (await settled(container.inspect())).state.paused is True
    await settled(container.unpause())
    await settled(container.rename(f"{options['name']}-2"))
    assert container.name == f"{options['name']}-2", "docker-py 5: the new name was not known"
    with pytest.raises(BadRequest):
        await settled(container.rename(f"{options['name']}-2"))
    top = await settled(container.top(ps_args="-eo pid,args"))
    assert top["Titles"][0] == "PID"
    assert any("sleep 600" in row[-1] for row in top["Processes"])
    await settled(container.restart(**{"t" if "aio" in type(container).__module__ else "timeout": 0}))
    assert (await settled(container.wait_for("running"))).met == ("running",)
    await settled(container.kill(signal=9))
    assert (await settled(container.wait()))["StatusCode"] == 137
    await settled(container.start())
    await settled(container.stop())
    await settled(container.reload())
    assert container.status == "exited"
    (found,) = await settled(face.client.containers.list(all=True, filters={"id": container.id}, size=True))
    assert (found.id, found.name, found.status, found.health) == (container.id, container.name, "exited", "unknown")
    assert found.labels == container.labels
    assert (await settled(face.client.containers.get(container.id, size=True))).attrs["SizeRootFs"] > 0
    await face.remove(container)
    with pytest.raises(ContainerNotFound):
        await settled(face.client.containers.get(container.id))


async def test_update(face: Face, engine: Engine, options: dict[str, Any]) -> None:
    container = await face.run(engine.image, SLEEP, **options, cpu_shares=512)
    await settled(container.update(mem_limit="64m", memswap_limit="128m", restart_policy={"Name": "always"}))
    host = (await settled(container.inspect())).host_config
    assert (host.memory, host.memory_swap, host.restart_policy.name, host.cpu_shares) == (
        64 << 20,
        128 << 20,
        "always",
        512,
    )
    with pytest.raises(TypeError, match="mem_limit"):
        await settled(container.update(mem_limi="64m"))
    await face.remove(container)


async def test_changes_commit_and_export(face: Face, engine: Engine, options: dict[str, Any]) -> None:
    container = await face.run(engine.image, ["sh", "-c", "echo hello > /made; rm /etc/group"], **options)
    await settled(container.wait())
    changes = await settled((container.diff if hasattr(container, "diff") else container.changes)())
    assert {"Path": "/made", "Kind": 1} in changes
    assert {"Path": "/etc/group", "Kind": 2} in changes
    name = f"{options['name']}:new"
    repository, tag = name.split(":")
    made = await settled(
        container.commit(repository=repository, tag=tag, message="m", author="a", changes=["ENV B=2", "CMD cat /made"])
    )
    try:
        identifier: str = made.id if hasattr(made, "id") else made["Id"]
        assert identifier.startswith("sha256:")
        result = await settled(face.client.containers.output(name))
        assert (result.exit_code, result.stdout) == (0, b"hello\n")
        result = await settled(face.client.containers.output(name, "env", environment={"C": "3"}))
        assert {b"B=2", b"C=3"} <= set(result.stdout.splitlines())
    finally:
        engine.request("DELETE", f"/images/{name}?force=1")
    archive = b"".join(await listed(container.export()))
    with tarfile.open(fileobj=io.BytesIO(archive)) as members:
        assert "made" in members.getnames()
    assert (await settled(container.path_stat("/made"))).size == 6
    await face.remove(container)


async def test_output(face: Face, engine: Engine, labels: dict[str, str]) -> None:
    result = await settled(face.client.containers.output(engine.image, TALK, labels=labels))
    assert result.exit_code == 3
    assert (result.stdout, result.stderr) == (b"out\nend", b"err\n")
    assert result.messages == (Message(1, b"out\n"), Message(2, b"err\n"), Message(1, b"end"))
    with pytest.raises(ContainerError, match="ended with exit status 3: err") as caught:
        await settled(face.client.containers.output(engine.image, TALK, check=True))
    error = caught.value
    assert (error.exit_status, error.stdout, error.stderr) == (3, b"out\nend", b"err\n")
    assert (error.image, error.command) == (engine.image, TALK)


async def test_output_of_input(face: Face, engine: Engine) -> None:
    data = b"0123456789abcdef" * 65536
    result = await settled(face.client.containers.output(engine.image, "wc -c", stdin=data))
    assert result.stdout == b"%d\n" % len(data)
    result = await settled(
        face.client.containers.output(engine.image, ["sh", "-c", "read x; echo $x"], stdin=[b"a\n"] * 9)
    )
    assert (result.exit_code, result.stdout) == (0, b"a\n")
    result = await settled(face.client.containers.output(engine.image, "tty", tty=True))
    assert result.stdout.startswith(b"/dev/")
    # With its output closed, it is its end that is waited for.
    script = "exec >&- 2>&-; sleep 0.3; exit 5"
    assert (await settled(face.client.containers.output(engine.image, ["sh", "-c", script]))).exit_code == 5


async def test_input_of_a_terminal(face: Face, engine: Engine, options: dict[str, Any]) -> None:
    """Its end is typed: the engine would give up the output of a terminal together with its input."""
    limit = {"tty": True, "timeout": 30}
    result = await settled(face.client.containers.output(engine.image, "cat", stdin=b"abc", **limit))
    assert (result.exit_code, result.stdout) == (0, b"abcabc")
    typed: list[tuple[bytes | list[bytes], bytes]] = [
        ([b"abc\n"], b"abc\r\nabc\r\n"),
        (b"abc\n\x04", b"abc\r\nabc\r\n"),
        (b"abc", b"abcabc"),
        (b"", b""),
    ]
    async with block(await face.run(engine.image, SLEEP, **options)) as container:
        for stdin, shown in typed:
            result = await settled(container.exec_run("cat", stdin=stdin, **limit))
            assert (result.exit_code, result.output) == (0, shown)
        result = await settled(container.exec_run("head -n1", stdin=b"a\n" * 9, **limit))
        assert result.exit_code == 0


@pytest.mark.parametrize("script", ["echo begun; exec sleep 600", "exec >&- 2>&-; exec sleep 600"])
async def test_output_takes_too_long(face: Face, engine: Engine, options: dict[str, Any], script: str) -> None:
    with pytest.raises(ExecTimeout, match="limit of 1 second passed; the command was killed") as caught:
        await settled(face.client.containers.output(engine.image, ["sh", "-c", script], timeout=1, **options))
    assert caught.value.stdout == (b"begun\n" if "begun" in script else b"")
    assert caught.value.killed
    # The name is the caller's; the error has the id, which a log of the engine shows too.
    assert re.match(r"ContainerStart in container [0-9a-f]{64}: the total limit", str(caught.value))
    with pytest.raises(ContainerNotFound):
        await settled(face.client.containers.get(options["name"]))


async def test_output_of_what_does_not_start(face: Face, engine: Engine, options: dict[str, Any]) -> None:
    with pytest.raises(ApiError, match="nosuch"):
        await settled(face.client.containers.output(engine.image, "nosuch", **options | {"init": False}))
    with pytest.raises(ContainerNotFound):
        await settled(face.client.containers.get(options["name"]))
    with pytest.raises(ImageNotFound):
        await settled(face.client.containers.create("localhost:1/nosuch"))


async def test_a_block_removes_its_container(face: Face, engine: Engine, options: dict[str, Any]) -> None:
    async with block(await face.run(engine.image, SLEEP, volumes=["/data"], **options)) as container:
        await settled(container.reload())
        volume = Path(container.attrs["Mounts"][0]["Source"]).parent.name
        assert engine.request("GET", f"/volumes/{volume}").status == 200
    assert engine.request("GET", f"/containers/{container.id}/json").status == 404
    assert engine.request("GET", f"/volumes/{volume}").status == 404
    with pytest.raises(ZeroDivisionError):
        async with block(await face.create(engine.image, SLEEP, **options)) as container:
            raise ZeroDivisionError
    assert engine.request("GET", f"/containers/{container.id}/json").status == 404
    # What is gone already is fine, and so is what the engine is just removing by itself.
    async with block(await face.create(engine.image, SLEEP, **options)) as container:
        await face.remove(container)
    async with block(await face.run(engine.image, SLEEP, auto_remove=True, **options)) as container:
        await settled(container.kill())
    assert engine.request("GET", f"/containers/{container.id}/json").status == 404


async def test_options_are_checked_before_anything_is_sent(face: Face, engine: Engine) -> None:
    containers = face.client.containers
    for name in ("run", "create", "output"):
        with pytest.raises(
            TypeError, match=rf"{name}\(\) got an unexpected keyword argument 'enviroment'.*environment"
        ):
            await settled(getattr(containers, name)(engine.image, "true", enviroment={}))
        with pytest.raises(InvalidArgument, match="network"):
            await settled(getattr(containers, name)(engine.image, "true", network="a", network_mode="host"))


async def test_health(face: Face, engine: Engine, options: dict[str, Any]) -> None:
    check = {"test": ["CMD", "true"], "interval": 500_000_000}
    async with block(await face.run(engine.image, SLEEP, healthcheck=check, **options)) as container:
        await settled(container.wait_for("healthy", timeout=60))
        await settled(container.reload())
        (listing,) = await settled(face.client.containers.list(filters={"id": container.id}))
        assert (container.health, listing.health, listing.status) == ("healthy", "healthy", "running")


async def test_prune(face: Face, engine: Engine, options: dict[str, Any], unique_name: str) -> None:
    container = await face.create(engine.image, "true", **options)
    reply = await settled(face.client.containers.prune(filters={"label": f"{LABEL}={unique_name}"}))
    assert reply["ContainersDeleted"] == [container.id]
    reply = await settled(face.client.containers.prune(filters={"label": [f"{LABEL}={unique_name}"]}))
    assert reply == {"ContainersDeleted": None, "SpaceReclaimed": 0}
    filters = {"label": f"{LABEL}={unique_name}"}
    assert await settled(face.client.containers.list(all=True, filters=filters)) == []
    assert filters == {"label": f"{LABEL}={unique_name}"}, "docker-py 1.11: filters were changed"


async def test_logs_of_a_moment(face: Face, engine: Engine, options: dict[str, Any]) -> None:
    container = await face.run(
        engine.image, ["sh", "-c", "echo one; sleep 0.2; echo two; sleep 0.1; echo err >&2"], **options
    )
    await settled(container.wait())
    lines = await listed(container.lines(timestamps=True))
    assert [(line.stream, line.text) for line in lines] == [("stdout", "one"), ("stdout", "two"), ("stderr", "err")]
    since = lines[0].timestamp + (lines[1].timestamp - lines[0].timestamp) / 2
    assert [line.text for line in await listed(container.lines(since=since))] == ["two", "err"]
    assert [line.text for line in await listed(container.lines(until=since))] == ["one"]
    assert [line.text for line in await listed(container.lines(tail=1))] == ["err"]
    await face.remove(container)


async def test_commands(face: Face, engine: Engine, options: dict[str, Any]) -> None:
    async with block(await face.run(engine.image, SLEEP, **options)) as container:
        script = ["sh", "-c", "cat; echo err >&2; echo $A; pwd; exit 4"]
        result = await settled(container.exec_run(script, stdin=b"in\n", environment={"A": "1"}, workdir="/tmp"))
        assert result.exit_code == 4
        assert result.output.replace(b"err\n", b"") == b"in\n1\n/tmp\n"
        with pytest.raises(ExecTimeout, match=rf"^ExecStart in container {container.id}: .* 0\.3 seconds") as caught:
            await settled(container.exec_run("sleep 600", timeout=0.3))
        assert caught.value.killed


async def test_a_path_that_is_not_there(face: Face, engine: Engine, options: dict[str, Any]) -> None:
    async with block(await face.create(engine.image, "true", **options)) as container:
        archive = io.BytesIO()
        tarfile.open(fileobj=archive, mode="w").close()
        calls: list[Callable[[], Any]] = [
            lambda: container.get_archive("/none"),
            lambda: container.put_archive("/none", archive.getvalue()),
        ]
        for call in calls:
            with pytest.raises(PathNotFound) as caught:
                await settled(call())
            # The engine's own words, which programs of aiodocker look at.
            assert caught.value.message.startswith("Could not find the file /none in container ")
    with pytest.raises(ContainerNotFound):
        await settled(container.get_archive("/none"))


async def test_what_no_engine_would_refuse(face: Face, engine: Engine, options: dict[str, Any]) -> None:
    async with block(await face.create(engine.image, "true", **options)) as container:
        with pytest.raises(InvalidArgument, match="condition must be one of"):
            await settled(container.wait(condition="gone"))
        for tail in (-1, "x", 1.5, True):
            with pytest.raises(InvalidArgument, match="tail must be a number of lines"):
                await listed(container.lines(tail=tail))
        with pytest.raises(TypeError, match="'tial'; did you mean 'tail'"):
            await listed(container.messages(tial=3))
    for unwanted in ("detach", "remove"):
        with pytest.raises(TypeError, match=rf"output\(\) takes no {unwanted}: it "):
            await settled(face.client.containers.output(engine.image, "true", **{unwanted: True}))
