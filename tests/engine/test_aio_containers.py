"""Containers of real engines through the asynchronous face: their lives, lists, logs and files."""

import asyncio
import io
import os
import tarfile
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from dockwright.aio import (
    BadRequest,
    Conflict,
    ConnectionLost,
    ContainerNotFound,
    Docker,
    DockerContainer,
    DockerContainerError,
    Message,
    NotFound,
)
from dockwright_api import models, operations
from tests.engines import Engine

Config = dict[str, Any]


@pytest.fixture
def config(engine: Engine, labels: dict[str, str]) -> Config:
    return {"Image": engine.image, "Labels": labels}


@pytest.fixture
async def finished(docker: Docker, unique_name: str, config: Config) -> AsyncIterator[DockerContainer]:
    """A container that wrote three pieces, one after the other, and ended with 3."""
    script = "echo one; sleep 0.1; echo two >&2; sleep 0.1; printf 'caf\\303\\251'; exit 3"
    container = await docker.containers.run(config | {"Cmd": ["sh", "-c", script]}, name=unique_name)
    assert (await container.wait())["StatusCode"] == 3
    yield container
    await container.delete()


OUTPUT = [Message(1, b"one\n"), Message(2, b"two\n"), Message(1, "café".encode())]


async def test_logs_apart_and_in_order(finished: DockerContainer) -> None:
    assert await finished.messages().read_all() == OUTPUT
    assert await finished.messages(stderr=False).read_all() == [OUTPUT[0], OUTPUT[2]]
    assert await finished.log(stdout=True, stderr=True) == ["one\n", "two\n", "café"]
    assert await finished.log(stderr=True) == ["two\n"]
    assert await finished.log(stdout=True, tail=1) == ["café"]
    (stamped,) = await finished.log(stderr=True, timestamps=True)
    assert stamped.endswith("Z two\n")


async def test_following_ends_with_the_container(docker: Docker, unique_name: str, config: Config) -> None:
    script = "trap 'echo bye; exit 0' TERM; echo ready; while :; do sleep 0.05; done"
    container = await docker.containers.run(config | {"Cmd": ["sh", "-c", script]}, name=unique_name)
    async with container.messages(follow=True) as stream:
        assert await anext(stream) == Message(1, b"ready\n")
        await container.stop(t=30)
        assert [message async for message in stream] == [Message(1, b"bye\n")]
    assert (await container.wait())["StatusCode"] == 0
    await container.delete()


async def test_leaving_a_log_early(docker: Docker, unique_name: str, config: Config) -> None:
    container = await docker.containers.run(config | {"Cmd": ["sh", "-c", "yes"]}, name=unique_name)
    async for text in container.log(stdout=True, follow=True):
        assert text.startswith("y\n")
        break
    await container.delete(force=True)


async def test_logs_of_a_terminal_are_raw(docker: Docker, unique_name: str, config: Config) -> None:
    script = "echo one; echo two >&2"
    container = await docker.containers.run(config | {"Cmd": ["sh", "-c", script], "Tty": True}, name=unique_name)
    await container.wait()
    messages = await container.messages().read_all()
    assert {message.stream for message in messages} == {1}
    assert b"".join(message.data for message in messages) == b"one\r\ntwo\r\n"
    known = await docker.containers.get(unique_name)
    assert "".join(await known.log(stdout=True, stderr=True)) == "one\r\ntwo\r\n"
    await container.delete()


async def test_the_life_of_a_container(docker: Docker, unique_name: str, config: Config) -> None:
    container = await docker.containers.create(config | {"Cmd": ["sleep", "600"]}, name=unique_name)
    with pytest.raises(Conflict):
        await container.kill()
    await container.start()
    await container.start()
    assert (await container.show())["State"]["Running"] is True
    with pytest.raises(Conflict):
        await container.delete()
    await container.stop(t=0)
    await container.stop(t=0)
    assert (await container.wait())["StatusCode"] == 137
    await container.start()
    await container.kill(signal="KILL")
    assert (await container.wait(condition="not-running"))["StatusCode"] == 137
    await container.delete()
    with pytest.raises(ContainerNotFound):
        await container.show()
    with pytest.raises(ContainerNotFound):
        await container.delete()


async def test_inspect_as_json_and_as_a_model(sleeper: DockerContainer, engine: Engine, labels: dict[str, str]) -> None:
    data = await sleeper.show()
    assert data["Config"]["Labels"] == labels
    assert sleeper["Id"] == data["Id"] == sleeper.id
    model = await sleeper.inspect()
    assert model.id == sleeper.id
    assert model.config is not None
    assert model.config.image == engine.image
    assert model.state is not None
    assert model.state.running is True
    assert (await sleeper.show(size=True))["SizeRootFs"]


async def test_list_with_filters(docker: Docker, sleeper: DockerContainer, labels: dict[str, str]) -> None:
    (label,) = [f"{key}={value}" for key, value in labels.items()]
    (found,) = await docker.containers.list(filters={"label": label, "status": ["running", "paused"]})
    assert found.id == sleeper.id
    assert found["State"] == "running"
    assert await docker.containers.list(all=True, filters={"label": [label, "other"]}) == []
    (summary,) = await docker.api.containers.list(filters={"id": sleeper.id})
    assert isinstance(summary, models.ContainerSummary)
    assert summary.labels == labels
    with pytest.raises(BadRequest):
        await docker.containers.list(filters={"nonsense": "1"})


async def test_models_as_configuration(
    docker: Docker, engine: Engine, unique_name: str, labels: dict[str, str]
) -> None:
    request = models.ContainerCreateRequest(
        image=engine.image, cmd=["true"], labels=labels, host_config=models.HostConfig(memory=64 * 2**20)
    )
    container = await docker.containers.create(request, name=unique_name)
    assert (await container.show())["HostConfig"]["Memory"] == 64 * 2**20
    with pytest.raises(Conflict, match=unique_name):
        await docker.containers.create(request, name=unique_name)
    await container.delete()


async def test_a_container_that_does_not_start(docker: Docker, unique_name: str, config: Config) -> None:
    with pytest.raises(DockerContainerError) as caught:
        await docker.containers.run(config | {"Cmd": ["/no/such/program"]}, name=unique_name)
    container = docker.containers.container(caught.value.container_id)
    assert (await container.show())["Name"] == f"/{unique_name}"
    await container.delete()


ODD_NAMES = [
    "a/b",
    "../volumes/secret?",
    "../../../etc",
    "x?force=1&v=1&",
    "a#b",
    "..",
    ".",
    "a b",
    "a%2Fb",
    "é☃",
    "a\nb",
]


@pytest.mark.parametrize("name", ODD_NAMES)
async def test_odd_names_are_names_that_do_not_exist(docker: Docker, name: str) -> None:
    for method in (docker.containers.get(name), docker.containers.container(name).delete(force=True)):
        with pytest.raises((NotFound, BadRequest)):
            await method
    with pytest.raises((NotFound, BadRequest)):
        await docker.images.inspect(name)


async def test_operations_as_values(docker: Docker, sleeper: DockerContainer) -> None:
    assert (await docker.send(operations.containers.inspect(sleeper.id))).id == sleeper.id
    assert (await docker.api.containers.top(sleeper.id)).processes
    async with await docker.send(operations.containers.stats(sleeper.id)) as stream:
        stats = await anext(stream)
        assert stats.id == sleeper.id
    stat = await docker.api.containers.archive_info(sleeper.id, "/etc/passwd")
    assert stat.name == "passwd"


def tar(name: str, content: bytes) -> bytes:
    archive = io.BytesIO()
    with tarfile.open(fileobj=archive, mode="w") as writer:
        info = tarfile.TarInfo(name)
        info.size = len(content)
        writer.addfile(info, io.BytesIO(content))
    return archive.getvalue()


async def test_put_and_get_an_archive(sleeper: DockerContainer) -> None:
    content = os.urandom(300_000)
    await sleeper.put_archive("/tmp", io.BytesIO(tar("file", content)))
    with await sleeper.get_archive("/tmp/file") as archive:
        file = archive.extractfile("file")
        assert file is not None
        assert file.read() == content
    with pytest.raises(NotFound):
        await sleeper.get_archive("/no/such/file")
    with pytest.raises(NotFound):
        await sleeper.put_archive("/no/such/folder", tar("file", content))


async def test_copy_a_folder_in_and_out(sleeper: DockerContainer, tmp_path: Path) -> None:
    content = os.urandom(5_000_000)
    source = tmp_path / "source"
    (source / "inner").mkdir(parents=True)
    (source / "inner" / "file").write_bytes(content)
    (source / "link").symlink_to("inner/file")
    await sleeper.copy_to(source, "/tmp")
    result = await sleeper.exec_run("sh -c 'wc -c < /tmp/source/link'")
    assert (result.exit_code, result.stdout.strip()) == (0, b"5000000")
    written = await sleeper.copy_from("/tmp/source", tmp_path / "back")
    assert tmp_path / "back/inner/file" in written
    assert (tmp_path / "back/inner/file").read_bytes() == content
    assert (tmp_path / "back/link").readlink() == Path("inner/file")
    await sleeper.copy_from("/etc/passwd", tmp_path / "single")
    assert (tmp_path / "single").read_bytes().startswith(b"root:")


def open_sockets() -> int:
    links = (Path("/proc/self/fd") / name for name in os.listdir("/proc/self/fd"))
    return sum(1 for link in links if os.path.lexists(link) and os.readlink(link).startswith("socket:"))


async def test_many_at_once_and_nothing_left(engine: Engine, sleeper: DockerContainer) -> None:
    before = open_sockets()
    async with Docker(engine.url) as docker:
        containers = await asyncio.gather(*(docker.containers.get(sleeper.id) for _ in range(50)))
        assert {container.id for container in containers} == {sleeper.id}
        stream = await containers[0].messages(follow=True).open()
        attached = await containers[0].attach(stdout=True).open()
        assert open_sockets() > before
    await asyncio.sleep(0)
    assert open_sockets() == before
    with pytest.raises(ConnectionLost):
        await anext(stream)
    with pytest.raises(ConnectionLost):
        await attached.read_out()


async def test_create_or_replace(docker: Docker, unique_name: str, config: Config) -> None:
    """aiodocker B14: a container that was as wanted was made anew, and errors on the way were swallowed."""
    wanted: Config = config | {
        "Cmd": ["sleep", "600"],
        "Env": ["A=1"],
        "ExposedPorts": {"80/tcp": {}},
        "HostConfig": {
            "PortBindings": {"80/tcp": [{"HostPort": "0"}]},
            "Memory": 64 << 20,
            "RestartPolicy": {"Name": "no"},
            "Init": True,
        },
        "NetworkingConfig": {"EndpointsConfig": {"bridge": {}}},
    }
    first = await docker.containers.create_or_replace(unique_name, wanted)
    await first.start()
    same = await docker.containers.create_or_replace(unique_name, wanted)
    assert same.id == first.id
    assert (await same.show())["State"]["Running"] is True
    other = await docker.containers.create_or_replace(unique_name, wanted | {"Env": ["A=2"]})
    assert other.id != first.id
    assert (await other.show())["State"]["Status"] == "created"
    with pytest.raises(ContainerNotFound):
        await first.show()
    await other.delete()


async def test_a_block_that_is_cancelled(docker: Docker, engine: Engine, unique_name: str, config: Config) -> None:
    running = asyncio.Event()

    async def use() -> None:
        async with await docker.containers.run(engine.image, "sleep 600", name=unique_name, init=True):
            running.set()
            await asyncio.Event().wait()

    task = asyncio.create_task(use())
    await running.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    with pytest.raises(ContainerNotFound):
        await docker.containers.get(unique_name)


async def test_waiting_can_be_cancelled_and_composed(docker: Docker, engine: Engine, unique_name: str) -> None:
    async with await docker.containers.run(engine.image, "sleep 600", name=unique_name, init=True) as container:
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.2):
                await container.wait_for(log="never")
        task = asyncio.create_task(docker.containers.output(engine.image, "sleep 600", name=f"{unique_name}-2"))
        async for _ in _until_there(docker, f"{unique_name}-2"):
            await asyncio.sleep(0.05)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert await docker.containers.list(all=True, filters={"name": f"{unique_name}-2"}) == []


async def _until_there(docker: Docker, name: str) -> AsyncIterator[None]:
    while not await docker.containers.list(filters={"name": name}):
        yield
