"""Images and facts of real engines through the asynchronous face."""

import io
import tarfile
from collections.abc import AsyncIterator, Callable

import pytest

from dockwright.aio import Docker, DockerError, ImageNotFound, NotFound
from dockwright_api import models, version
from tests.engines import Engine


async def test_list_and_inspect(docker: Docker, engine: Engine) -> None:
    (image,) = await docker.images.list(filters={"reference": engine.image})
    assert image["RepoTags"] == [engine.image]
    data = await docker.images.inspect(engine.image)
    assert data["Id"] == image["Id"]
    model = await docker.images.model(engine.image)
    assert isinstance(model, models.ImageInspect)
    assert model.id == image["Id"]
    assert engine.image in [tag for each in await docker.api.images.list() for tag in each.repo_tags or []]
    with pytest.raises(ImageNotFound, match=r"nosuch:latest"):
        await docker.images.inspect("nosuch")


def archive() -> bytes:
    content = io.BytesIO()
    with tarfile.open(fileobj=content, mode="w") as writer:
        info = tarfile.TarInfo("file")
        info.size = 4
        writer.addfile(info, io.BytesIO(b"data"))
    return content.getvalue()


async def chunks() -> AsyncIterator[bytes]:
    content = archive()
    for start in range(0, len(content), 1000):
        yield content[start : start + 1000]


Content = bytes | io.BytesIO | AsyncIterator[bytes]


@pytest.mark.parametrize("source", [archive, lambda: io.BytesIO(archive()), chunks], ids=["bytes", "file", "chunks"])
async def test_import_and_delete(docker: Docker, unique_name: str, source: Callable[[], Content]) -> None:
    changes = ['CMD ["/file"]', "ENV A=1"]
    identifier = await docker.images.import_filesystem(source(), repository=unique_name, tag="t", changes=changes)
    data = await docker.images.inspect(f"{unique_name}:t")
    assert data["Id"] == identifier
    assert data["Config"]["Cmd"] == ["/file"]
    assert data["Config"]["Env"] == ["A=1"]
    deleted = await docker.images.delete(f"{unique_name}:t")
    assert {"Untagged": f"{unique_name}:t"} in deleted
    with pytest.raises(ImageNotFound):
        await docker.images.inspect(identifier)


async def test_an_import_of_what_is_no_archive(docker: Docker, unique_name: str) -> None:
    with pytest.raises(DockerError):
        await docker.images.import_filesystem(b"no archive at all" * 100, repository=unique_name)
    with pytest.raises(ImageNotFound):
        await docker.images.inspect(unique_name)


async def test_a_pull_that_cannot_work(docker: Docker) -> None:
    with pytest.raises(DockerError, match=r"nosuch\.invalid"):
        await docker.images.pull("nosuch.invalid/name")
    with pytest.raises(DockerError, match=r"nosuch\.invalid"):
        async for _ in docker.images.pull("nosuch.invalid/name", stream=True):
            pass


async def test_running_what_cannot_be_pulled(docker: Docker) -> None:
    with pytest.raises(ImageNotFound):
        await docker.containers.create({"Image": "nosuch.invalid/name"})
    with pytest.raises(DockerError, match=r"nosuch\.invalid"):
        await docker.containers.run({"Image": "nosuch.invalid/name"})


async def test_the_engine_and_its_version(docker: Docker, engine: Engine) -> None:
    assert docker.api_version == "auto"
    assert await docker.system.ping() is True
    facts = await docker.version()
    assert (facts["Version"], facts["ApiVersion"]) == (engine.version, engine.api_version)
    newest = tuple(int(part) for part in version.API_VERSION.split("."))
    spoken = min(engine.api, newest)
    assert docker.api_version == f"v{spoken[0]}.{spoken[1]}"
    info = await docker.system.info()
    assert info["ServerVersion"] == engine.version
    model = await docker.api.system.info()
    assert model.server_version == engine.version
    assert await docker.api.system.ping() == "OK"


async def test_a_pinned_version_is_spoken(engine: Engine) -> None:
    async with Docker(engine.url, api_version=f"v{engine.api_version}") as docker:
        assert (await docker.version())["ApiVersion"] == engine.api_version
        assert docker.api_version == f"v{engine.api_version}"


async def test_a_path_that_no_engine_has(docker: Docker) -> None:
    from dockwright_api.operation import Framing, Operation

    nonsense: Operation[object, object] = Operation(
        name="Nonsense", method="GET", path="/nonsense", reply="Any", framing=Framing.JSON
    )
    with pytest.raises(NotFound, match="page not found"):
        await docker.send(nonsense)


async def test_events(docker: Docker, engine: Engine, unique_name: str, labels: dict[str, str]) -> None:
    (label,) = [f"{key}={value}" for key, value in labels.items()]
    async with await docker.api.system.events(filters={"label": label, "type": "container"}) as events:
        container = await docker.containers.run(
            {"Image": engine.image, "Cmd": ["true"], "Labels": labels}, name=unique_name
        )
        await container.wait()
        await container.delete()
        seen: list[str | None] = []
        async for event in events:
            seen.append(event.action)
            if event.action == "destroy":
                break
    assert seen == ["create", "start", "die", "destroy"]


async def test_names_and_history(docker: Docker, engine: Engine, unique_name: str) -> None:
    assert await docker.images.tag(engine.image, unique_name) is True
    assert await docker.images.tag(engine.image, f"registry.example:5000/{unique_name}", tag="1") is True
    assert await docker.images.tag(engine.image, f"{unique_name}:2") is True
    names = [f"{unique_name}:latest", f"{unique_name}:2", f"registry.example:5000/{unique_name}:1"]
    tags = (await docker.images.inspect(unique_name))["RepoTags"]
    assert {*names, engine.image} <= set(tags)
    assert (await docker.images.history(unique_name))[0]["Tags"] == tags
    with pytest.raises(ImageNotFound):
        await docker.images.tag("nosuch", unique_name)
    for name in names:
        await docker.images.delete(name)


async def test_several_images_in_one_archive(docker: Docker, unique_name: str) -> None:
    """aiodocker, missing operations: ImageGetAll."""
    names = [f"{unique_name}:{number}" for number in (1, 2)]
    for name in names:
        await docker.images.import_filesystem(archive(), repository=unique_name, tag=name[-1])
    packed = await docker.images.export_image(names).read()
    for name in names:
        await docker.images.delete(name)
    loaded = await docker.images.import_image(packed)
    assert sorted(each["stream"] or "" for each in loaded) == [f"Loaded image: {name}\n" for name in names]
    for name in names:
        await docker.images.delete(name)


async def test_a_load_of_what_is_no_archive(docker: Docker) -> None:
    with pytest.raises(DockerError):
        await docker.images.import_image(b"no archive at all" * 100)


async def test_prune(docker: Docker, unique_name: str) -> None:
    identifier = await docker.images.import_filesystem(archive(), changes=[f"LABEL of={unique_name}"])
    filters = {"label": f"of={unique_name}"}
    pruned = await docker.images.prune(filters=filters)
    assert {"Deleted": identifier} in (pruned["ImagesDeleted"] or [])
    assert filters == {"label": f"of={unique_name}"}
    assert (await docker.images.prune(filters=filters))["ImagesDeleted"] is None
    builds = await docker.images.prune_builds(filters={"id": "nosuch"})
    assert builds["SpaceReclaimed"] == 0


async def test_a_search_without_a_network(docker: Docker) -> None:
    with pytest.raises(DockerError):
        await docker.images.search("nosuch.invalid/busybox", limit=1)
