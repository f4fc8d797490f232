"""Images: what each method asks for, and failures that come after a success status."""

import base64
import json
from collections.abc import AsyncIterator

import pytest

from dockwright.aio import Docker, DockerStreamError, ImageNotFound, TruncatedStream
from dockwright_api import models
from tests.fakes.engine import LAST_CHUNK, FakeEngine, chunk, chunked, chunked_head

from .conftest import plain

CREATE = "/images/create"
ID = "sha256:" + "a" * 64


async def test_list(docker: Docker, fake_engine: FakeEngine) -> None:
    fake_engine.reply("GET", "/images/json", body=[{"Id": ID, "RepoTags": ["a:b"]}])
    assert plain(await docker.images.list(all=True, filters={"reference": "a:*"})) == [{"Id": ID, "RepoTags": ["a:b"]}]
    assert fake_engine.requests[0].query == {"all": ["1"], "filters": ['{"reference":["a:*"]}']}


async def test_inspect(docker: Docker, fake_engine: FakeEngine) -> None:
    fake_engine.reply("GET", "/images/host%3A5000%2Fa%3Ab/json", body={"Id": ID})
    fake_engine.reply("GET", "/images/host:5000%2Fa:b/json", body={"Id": ID})
    assert plain(await docker.images.inspect("host:5000/a:b")) == {"Id": ID}
    model = await docker.images.model("host:5000/a:b")
    assert isinstance(model, models.ImageInspect)
    assert model.id == ID
    with pytest.raises(ImageNotFound):
        await docker.images.inspect("nothing")


async def test_pull(docker: Docker, fake_engine: FakeEngine) -> None:
    """aiodocker B19: a name without a tag pulls all of them, and short names cannot have credentials."""
    fake_engine.script("POST", CREATE, *chunked("application/json", [b'{"status":"a"}\r\n{"sta', b'tus":"b"}\r\n']))
    documents = [{"status": "a"}, {"status": "b"}]
    assert plain(await docker.images.pull("host:5000/a", auth={"username": "u"})) == documents
    assert plain([each async for each in docker.images.pull("a:b", stream=True)]) == documents
    await docker.images.pull("a", tag="", auth={"username": "u"})
    first, second, third = fake_engine.requests
    assert first.query == {"fromImage": ["host:5000/a"], "tag": ["latest"]}
    auth = json.loads(base64.urlsafe_b64decode(first.headers["x-registry-auth"]))
    assert auth == {"username": "u", "serveraddress": "host:5000"}
    assert second.query == {"fromImage": ["a"], "tag": ["b"]}
    assert "x-registry-auth" not in second.headers
    assert third.query == {"fromImage": ["a"]}


async def test_a_pull_that_fails_on_its_way(docker: Docker, fake_engine: FakeEngine) -> None:
    failure = b'{"errorDetail":{"code":404,"message":"manifest unknown"},"error":"manifest unknown"}\r\n'
    fake_engine.script("POST", CREATE, *chunked("application/json", [b'{"status":"a"}\r\n', failure]))
    with pytest.raises(DockerStreamError, match="manifest unknown") as caught:
        await docker.images.pull("a")
    assert caught.value.status == 404
    assert caught.value.error_detail == {"code": 404, "message": "manifest unknown"}


async def test_a_pull_that_is_cut(docker: Docker, fake_engine: FakeEngine) -> None:
    fake_engine.script("POST", CREATE, chunked_head("application/json"), chunk(b'{"status":"a"}\r\n{"st'), LAST_CHUNK)
    with pytest.raises(TruncatedStream):
        await docker.images.pull("a")


@pytest.mark.parametrize(("image", "tag"), [("a:b", "c"), ("", None), ("a@sha256:1", "c")])
def test_names_that_make_no_sense_are_refused_at_once(docker: Docker, image: str, tag: str | None) -> None:
    with pytest.raises(ValueError, match="image"):
        docker.images.pull(image, tag=tag)


async def test_import(docker: Docker, fake_engine: FakeEngine) -> None:
    fake_engine.reply("POST", CREATE, body=json.dumps({"status": ID}).encode())

    async def content() -> AsyncIterator[bytes]:
        yield b"ta"
        yield b"r"

    changes = ['CMD ["sh"]', "ENV A=1"]
    assert await docker.images.import_filesystem(content(), repository="r", tag="t", changes=changes) == ID
    (request,) = fake_engine.requests
    assert request.body == b"tar"
    assert request.query == {"fromSrc": ["-"], "repo": ["r"], "tag": ["t"], "changes": changes}


async def test_an_import_that_fails(docker: Docker, fake_engine: FakeEngine) -> None:
    fake_engine.reply("POST", CREATE, body={"error": "unexpected EOF"})
    with pytest.raises(DockerStreamError, match="unexpected EOF"):
        await docker.images.import_filesystem(b"no tar")


async def test_delete(docker: Docker, fake_engine: FakeEngine) -> None:
    fake_engine.reply("DELETE", "/images/a", body=[{"Untagged": "a:latest"}, {"Deleted": ID}])
    assert await docker.images.delete("a") == [{"Untagged": "a:latest"}, {"Deleted": ID}]
    await docker.images.delete("a", force=True, noprune=True)
    assert [request.query for request in fake_engine.requests] == [{}, {"force": ["1"], "noprune": ["1"]}]
