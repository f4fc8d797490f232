"""What each method on images asks for, the same through both faces."""

import asyncio
import base64
import io
import json
import os
import threading
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import pytest

from dockwright.aio import Docker
from dockwright.archive.context import BuildContext, build_context
from dockwright.errors import BuildError, DockerStreamError, ImageLoadError, InvalidArgument
from dockwright.flows import builds
from dockwright.sync import DockerClient, Image
from dockwright_api import version
from tests.fakes.engine import LAST_CHUNK, FakeEngine, chunk, chunked_head

ID = "sha256:" + "a" * 64
ARM = '{"os":"linux","architecture":"arm64"}'
AMD = '{"os":"linux","architecture":"amd64"}'
DIGEST = "sha256:" + "d" * 64


@dataclass(frozen=True)
class Faces:
    """The same call through both faces: what is awaited, and what is called."""

    method: str
    path: str
    query: dict[str, list[str]]
    asynchronous: Callable[[Docker], Awaitable[Any]]
    synchronous: Callable[[DockerClient], Any]
    reply: Any = None


def image(client: DockerClient) -> Image:
    return Image.of(client, "i")


async def read(download: Any) -> bytes:
    data: bytes = await download.read()
    return data


CALLS = [
    Faces(
        "GET",
        "/images/i/json",
        {"manifests": ["1"]},
        lambda docker: docker.images.inspect("i", manifests=True),
        lambda client: image(client).inspect(manifests=True),
        {"Id": ID, "RepoTags": [], "RepoDigests": [], "Architecture": "", "Os": "", "Size": 0, "RootFS": {"Type": ""}},
    ),
    Faces(
        "GET",
        "/images/i/history",
        {"platform": [ARM]},
        lambda docker: docker.images.history("i", platform="linux/arm64"),
        lambda client: image(client).history(platform={"os": "linux", "architecture": "arm64"}),
        [],
    ),
    Faces(
        "GET",
        "/images/i/attestations",
        {"platform": [ARM], "type": ["a", "b"], "statement": ["1"]},
        lambda docker: docker.images.attestations("i", platform="linux/arm64", type=["a", "b"], statement=True),
        lambda client: image(client).attestations(platform="linux/arm64", type=["a", "b"], statement=True),
        [],
    ),
    Faces(
        "GET",
        "/images/search",
        {"term": ["busybox"], "limit": ["3"], "filters": ['{"is-official":["true"]}']},
        lambda docker: docker.images.search("busybox", limit=3, filters={"is-official": True}),
        lambda client: client.images.search("busybox", 3, filters={"is-official": True}),
        [],
    ),
    Faces(
        "POST",
        "/images/i/tag",
        {"repo": ["[::1]:5000/a"], "tag": ["1"]},
        lambda docker: docker.images.tag("i", "[::1]:5000/a", tag="1"),
        lambda client: image(client).tag("[::1]:5000/a:1"),
    ),
    Faces(
        "DELETE",
        "/images/i",
        {"force": ["1"], "noprune": ["1"], "platforms": [ARM, AMD]},
        lambda docker: docker.images.delete("i", force=True, noprune=True, platforms=["linux/arm64", "linux/amd64"]),
        lambda client: image(client).remove(True, True, platforms=["linux/arm64", "linux/amd64"]),
        [],
    ),
    Faces(
        "GET",
        "/images/i/get",
        {"platform": [ARM]},
        lambda docker: read(docker.images.export_image("i", platform="linux/arm64")),
        lambda client: b"".join(image(client).save(platform="linux/arm64")),
    ),
    Faces(
        "GET",
        "/images/get",
        {"names": ["a", "b:1"], "platform": [ARM, AMD]},
        lambda docker: read(docker.images.export_image(["a", "b:1"], platform=["linux/arm64", "linux/amd64"])),
        lambda client: b"".join(client.images.save(["a", "b:1"], platform=["linux/arm64", "linux/amd64"])),
    ),
    Faces(
        "POST",
        "/images/load",
        {"quiet": ["1"], "platform": [ARM]},
        lambda docker: docker.images.import_image(b"tar", quiet=True, platform="linux/arm64"),
        lambda client: client.images.load(b"tar", quiet=True, platform="linux/arm64"),
        {},
    ),
    Faces(
        "POST",
        "/images/create",
        {"fromSrc": ["https://host/x.tar"], "repo": ["r"], "tag": ["t"], "message": ["m"], "changes": ["CMD a"]},
        lambda docker: docker.images.import_filesystem(
            "https://host/x.tar", repository="r", tag="t", message="m", changes=["CMD a"]
        ),
        lambda client: client.images.import_filesystem(
            "https://host/x.tar", repository="r", tag="t", message="m", changes=["CMD a"]
        ),
        {"status": ID},
    ),
    Faces(
        "POST",
        "/images/prune",
        {"filters": ['{"dangling":["false"]}']},
        lambda docker: docker.images.prune(filters={"dangling": False}),
        lambda client: client.images.prune({"dangling": False}),
        {},
    ),
    Faces(
        "POST",
        "/build/prune",
        {
            "reserved-space": ["1"],
            "max-used-space": ["2"],
            "min-free-space": ["3"],
            "all": ["1"],
            "filters": ['{"until":["24h"]}'],
        },
        lambda docker: docker.images.prune_builds(
            reserved_space=1, max_used_space=2, min_free_space=3, all_builds=True, filters={"until": "24h"}
        ),
        lambda client: client.images.prune_builds(
            {"until": "24h"}, all=True, reserved_space=1, max_used_space=2, min_free_space=3
        ),
        {},
    ),
    Faces(
        "POST",
        "/images/r%2Fi/push",
        {"tag": ["1"], "platform": [ARM]},
        lambda docker: docker.images.push("r/i", tag="1", platform="linux/arm64"),
        lambda client: client.images.push("r/i", "1", platform="linux/arm64"),
        {},
    ),
    Faces(
        "GET",
        "/distribution/r%2Fi/json",
        {},
        lambda docker: docker.images.distribution("r/i"),
        lambda client: client.images.get_registry_data("r/i"),
        {"Descriptor": {"digest": DIGEST}, "Platforms": []},
    ),
]


@pytest.fixture(autouse=True)
def settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """An empty folder of settings of the docker command."""
    monkeypatch.setenv("DOCKER_CONFIG", str(tmp_path))
    return tmp_path


@pytest.fixture
def docker(fake_engine: FakeEngine) -> Docker:
    """A client of the newest API version, which needs no closing as long as nothing was sent."""
    return Docker(fake_engine.url, api_version=f"v{version.API_VERSION}")


@pytest.fixture
def client(fake_engine: FakeEngine) -> DockerClient:
    """The same for the other face."""
    return DockerClient(fake_engine.url, version=version.API_VERSION)


@pytest.mark.parametrize("call", CALLS, ids=lambda call: f"{call.method} {call.path}")
async def test_both_ask_for_the_same(
    docker: Docker, client: DockerClient, fake_engine: FakeEngine, call: Faces
) -> None:
    fake_engine.reply(call.method, call.path, body=b"" if call.reply is None else call.reply)
    async with docker:
        await call.asynchronous(docker)
    with client:
        await asyncio.to_thread(call.synchronous, client)
    first, second = fake_engine.requests
    assert first.query == second.query == call.query
    assert first.body == second.body


async def test_get_is_deprecated(docker: Docker, fake_engine: FakeEngine) -> None:
    fake_engine.reply("GET", "/images/i/json", body={"Id": ID})
    async with docker:
        with pytest.warns(DeprecationWarning, match=r"use images\.inspect\(\)"):
            assert (await docker.images.get("i"))["Id"] == ID


def documents(fake: FakeEngine, path: str, *given: object) -> None:
    """Answer with a progress stream."""
    lines = (chunk(json.dumps(document).encode() + b"\r\n") for document in given)
    fake.script("POST", path, chunked_head("application/json"), *lines, LAST_CHUNK)


LOADED = [
    {"status": "Loading layer", "progressDetail": {"current": 1, "total": 2}, "id": "x"},
    {"stream": "Loaded image: a:1\n"},
]


async def test_a_load_tells_its_progress_where_somebody_listens(
    docker: Docker, client: DockerClient, fake_engine: FakeEngine
) -> None:
    documents(fake_engine, "/images/load", *LOADED)
    fake_engine.reply("GET", "/images/a:1/json", body={"Id": ID})
    seen: list[Any] = []
    async with docker:
        assert await docker.images.import_image(b"tar", progress=seen.append) == seen == LOADED
    with client:
        seen.clear()
        (loaded,) = await asyncio.to_thread(lambda: client.images.load(b"tar", progress=seen.append))
        assert (loaded.id, seen) == (ID, LOADED)
    assert [request.query for request in fake_engine.requests if request.method == "POST"] == [{"quiet": ["0"]}] * 2


async def test_a_load_that_fails(docker: Docker, client: DockerClient, fake_engine: FakeEngine) -> None:
    documents(fake_engine, "/images/load", LOADED[0], {"errorDetail": {"message": "no space"}})
    async with docker:
        with pytest.raises(ImageLoadError, match="no space") as caught:
            await docker.images.import_image(b"tar")
        assert caught.value.progress == [LOADED[0]]
    with client, pytest.raises(ImageLoadError, match="no space"):
        await asyncio.to_thread(client.images.load, b"tar")


async def test_progress_of_pulls_and_pushes(docker: Docker, client: DockerClient, fake_engine: FakeEngine) -> None:
    steps = [{"status": "one"}, {"status": "two"}]
    documents(fake_engine, "/images/create", *steps)
    documents(fake_engine, "/images/a/push", *steps)
    fake_engine.reply("GET", "/images/a:latest/json", body={"Id": ID})
    fake_engine.reply("GET", "/images/json", body=[{"Id": ID}])
    seen: list[Any] = []
    async with docker:
        await docker.images.pull("a", progress=seen.append)
        await docker.images.push("a", progress=seen.append)
    with client:
        await asyncio.to_thread(lambda: client.images.pull("a", progress=seen.append))
        await asyncio.to_thread(lambda: client.images.pull("a", all_tags=True, progress=seen.append))
        await asyncio.to_thread(lambda: client.images.push("a", progress=seen.append))
    assert seen == steps * 5


async def test_an_error_of_the_listener_ends_the_call(docker: Docker, fake_engine: FakeEngine) -> None:
    documents(fake_engine, "/images/create", {"status": "one"})

    def listener(_: object) -> None:
        raise KeyError("mine")

    async with docker:
        with pytest.raises(KeyError, match="mine"):
            await docker.images.pull("a", progress=listener)
    await asyncio.to_thread(fake_engine.wait_closed)


def test_what_makes_no_sense_is_refused_before_anything_is_sent(
    docker: Docker, client: DockerClient, fake_engine: FakeEngine
) -> None:
    wrong: Any = "text"
    anything = cast(Any, docker.images)
    both: Any = {"progress": print, "stream": True}
    calls: list[tuple[type[Exception], str, Callable[[], object]]] = [
        (InvalidArgument, "progress is for calls that wait", lambda: anything.pull("a", **both)),
        (InvalidArgument, "progress is for calls that wait", lambda: anything.push("a", **both)),
        (InvalidArgument, "progress is for calls that wait", lambda: anything.import_image(b"", **both)),
        (InvalidArgument, "progress is for calls that wait", lambda: anything.build(path=".", **both)),
        (InvalidArgument, "progress is for calls that wait", lambda: cast(Any, client.images).push("a", **both)),
        (TypeError, "progress must be a function", lambda: anything.pull("a", progress=wrong)),
        (InvalidArgument, "none of them empty", lambda: docker.images.export_image([])),
        (InvalidArgument, "platform must be", lambda: docker.images.export_image("a", platform="x/")),
        (InvalidArgument, "a build needs a context", lambda: docker.images.build()),
        (InvalidArgument, "give one of them", lambda: docker.images.build(path=".", remote="https://x")),
        (InvalidArgument, "tag must be a name", lambda: docker.images.build(path=".", tag="A b")),
        (TypeError, "no option 'cachefrom'", lambda: anything.build(path=".", cachefrom=wrong)),
        (TypeError, "a build needs a context", lambda: client.images.build()),
        (InvalidArgument, "tag must be a name", lambda: client.images.build(".", tag="A b")),
        (InvalidArgument, "URL of http or https", lambda: client.images.import_filesystem("/file")),
        (TypeError, "changes must be a sequence", lambda: client.images.import_filesystem(b"", changes="CMD a")),
        (InvalidArgument, "in lower case", lambda: image(client).tag("A")),
        (InvalidArgument, "another is given", lambda: image(client).tag("a:1", "2")),
    ]
    for kind, message, call in calls:
        with pytest.raises(kind, match=message):
            call()
    assert fake_engine.connections == []


class TestBuilds:
    """What a build sends and gives."""

    STEPS = ({"stream": "Step 1/1"}, {"aux": {"ID": ID}})

    async def test_the_whole_request(
        self, docker: Docker, client: DockerClient, fake_engine: FakeEngine, settings: Path, tmp_path: Path
    ) -> None:
        """aiodocker, missing parameters of builds: each of them arrives."""
        auth = base64.b64encode(b"u:p").decode()
        config = {"auths": {"r:1": {"auth": auth}, "s:1": {"auth": auth}}, "proxies": {"default": {"noProxy": "n"}}}
        (settings / "config.json").write_text(json.dumps(config))
        documents(fake_engine, "/build", *self.STEPS)
        fake_engine.reply("GET", f"/images/{ID}/json", body={"Id": ID})
        options: dict[str, Any] = {
            "path": {"Dockerfile": b"FROM r:1/x"},
            "tag": ["a:1", "b"],
            "buildargs": {"A": "1"},
            "rm": True,
            "container_limits": {"memory": "1k"},
            "extra_hosts": {"h": "1.2.3.4"},
            "cache_from": ["c"],
            "target": "t",
            "network_mode": "host",
            "shmsize": 5,
            "squash": True,
            "labels": {"l": "v"},
            "platform": "linux/amd64",
            "version": "1",
        }
        async with docker:
            result = await cast(Any, docker.images).build(**options)
        with client:
            built, log = await asyncio.to_thread(lambda: client.images.build(**options))
        assert (result, result.id, built.id, list(log)) == ([*self.STEPS], ID, ID, [*self.STEPS])
        first, second = (request for request in fake_engine.requests if request.path == "/build")
        assert first.query == second.query
        assert first.body == second.body
        assert first.query == {
            "dockerfile": ["Dockerfile"],
            "t": ["a:1", "b"],
            "q": ["0"],
            "nocache": ["0"],
            "pull": ["0"],
            "rm": ["1"],
            "forcerm": ["0"],
            "memory": ["1024"],
            "buildargs": ['{"NO_PROXY":"n","no_proxy":"n","A":"1"}'],
            "extrahosts": ["h:1.2.3.4"],
            "cachefrom": ['["c"]'],
            "target": ["t"],
            "networkmode": ["host"],
            "shmsize": ["5"],
            "squash": ["1"],
            "labels": ['{"l":"v"}'],
            "platform": ["linux/amd64"],
            "version": ["1"],
        }
        sent = json.loads(base64.urlsafe_b64decode(first.headers["x-registry-config"]))
        assert sent == {"r:1": {"username": "u", "password": "p", "serveraddress": "r:1"}}

    async def test_the_forms_of_the_peers(self, docker: Docker, client: DockerClient, fake_engine: FakeEngine) -> None:
        documents(fake_engine, "/build", *self.STEPS)
        fake_engine.reply("GET", f"/images/{ID}/json", body={"Id": ID})
        async with docker:
            await docker.images.build(fileobj=io.BytesIO(b"tar"), encoding="gzip", path_dockerfile="d", tag="a")
            found = [each async for each in docker.images.build(remote="https://host/x.git", stream=True)]
        assert found == [*self.STEPS]
        with client:
            call = client.images.build
            await asyncio.to_thread(lambda: call(fileobj=io.BytesIO(b"tar"), custom_context=True, encoding="gzip"))
        first, second, third = (request for request in fake_engine.requests if request.path == "/build")
        assert (first.body, first.query["dockerfile"], first.query["rm"]) == (b"tar", ["d"], ["1"])
        assert (second.body, second.query["remote"]) == (b"", ["https://host/x.git"])
        assert (third.body, third.query["rm"]) == (b"tar", ["0"])

    async def test_an_archive_is_not_read_on_the_event_loop(self, docker: Docker, fake_engine: FakeEngine) -> None:
        """aiodocker C5: the archive is read in small pieces on the event loop, which stands still meanwhile."""
        documents(fake_engine, "/build", *self.STEPS)
        reads: list[tuple[int, int]] = []

        class Archive(io.BytesIO):
            def read(self, size: int | None = -1, /) -> bytes:
                reads.append((threading.get_ident(), size or -1))
                return super().read(size)

        async with docker:
            await docker.images.build(fileobj=Archive(b"x" * 3_000_000), encoding="identity")
        assert threading.get_ident() not in {thread for thread, _ in reads}
        assert 0 < len(reads) < 10
        assert -1 not in {size for _, size in reads}
        (request,) = fake_engine.requests
        assert request.body == b"x" * 3_000_000

    async def test_a_folder_is_packed_off_the_event_loop(
        self, docker: Docker, fake_engine: FakeEngine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        documents(fake_engine, "/build", *self.STEPS)
        (tmp_path / "Dockerfile").write_text("FROM x")
        threads: list[int] = []
        listed = os.listdir

        def listing(path: str) -> list[str]:
            threads.append(threading.get_ident())
            return listed(path)

        def contexts(folder: str, **options: Any) -> BuildContext:
            threads.append(threading.get_ident())
            return build_context(folder, **options)

        async with docker:
            monkeypatch.setattr(os, "listdir", listing)
            monkeypatch.setattr(builds, "build_context", contexts)
            await docker.images.build(path=tmp_path)
        assert len(threads) > 1
        assert threading.get_ident() not in threads

    async def test_one_that_fails(self, docker: Docker, client: DockerClient, fake_engine: FakeEngine) -> None:
        """aiodocker B1 and docker-py's BuildError: the failure raises, with what was said until then."""
        failure = {"errorDetail": {"code": 7, "message": "exit 7"}, "error": "exit 7"}
        documents(fake_engine, "/build", self.STEPS[0], failure)
        async with docker:
            with pytest.raises(BuildError, match="exit 7") as caught:
                await docker.images.build(path={"Dockerfile": b""})
            stream = docker.images.build(path={"Dockerfile": b""}, stream=True)
            assert dict(await anext(stream)) == self.STEPS[0]
            with pytest.raises(DockerStreamError, match="exit 7"):
                await anext(stream)
        assert (caught.value.msg, caught.value.build_log) == ("exit 7", [self.STEPS[0], failure])
        with client, pytest.raises(BuildError, match="exit 7"):
            await asyncio.to_thread(lambda: client.images.build({"Dockerfile": b""}))

    async def test_one_that_gives_no_image(self, docker: Docker, client: DockerClient, fake_engine: FakeEngine) -> None:
        documents(fake_engine, "/build", self.STEPS[0])
        async with docker:
            assert (await docker.images.build(path={"Dockerfile": b""})).id == ""
        with client, pytest.raises(BuildError, match="without an image") as caught:
            await asyncio.to_thread(lambda: client.images.build({"Dockerfile": b""}))
        assert caught.value.build_log[0] == self.STEPS[0]


SAYS = {
    "Descriptor": {"digest": DIGEST},
    "Platforms": [
        {"os": "linux", "architecture": "amd64"},
        {"os": "linux", "architecture": "arm64", "variant": "v8"},
    ],
}


class TestRegistryData:
    """What a registry says, as an object."""

    def test_it(self, client: DockerClient, fake_engine: FakeEngine) -> None:
        path = "/distribution/r:5000%2Fa:1/json"
        fake_engine.reply("GET", path, body=SAYS)
        documents(fake_engine, "/images/create", {"status": "done"})
        fake_engine.reply("GET", f"/images/r:5000%2Fa@{DIGEST}/json", body={"Id": ID})
        with client:
            data = client.images.get_registry_data("r:5000/a:1", {"username": "u", "password": "p"})
            assert "x-registry-auth" in fake_engine.requests[0].headers
            assert (data.id, data.short_id, data.image_name) == (DIGEST, DIGEST[:19], "r:5000/a:1")
            assert data.attrs == SAYS
            for platform, has in (
                ("linux/arm64", True),
                ("linux/arm64/v7", False),
                ({"os": "linux", "architecture": "amd64"}, True),
                ("windows/amd64", False),
            ):
                assert data.has_platform(platform) is has
            assert len(fake_engine.requests) == 1
            # The rest is that of the engine, which is linux on amd64.
            assert data.has_platform("linux")
            assert fake_engine.requests[-1].path == "/version"
            with pytest.raises(InvalidArgument, match="platform must be"):
                data.has_platform("a/b/c/d")
            assert data.pull("linux/amd64").id == ID
            pulled = fake_engine.received("POST", "/images/create")[0]
            assert pulled.query == {"fromImage": ["r:5000/a"], "tag": [DIGEST], "platform": ["linux/amd64"]}
            data.reload()
            assert len(fake_engine.received("GET", path)) == 2
