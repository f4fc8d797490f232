"""Images: what their attributes say and from where, and what each method asks for."""

import base64
import json
from typing import Any

import pytest

from dockwright.sync import (
    DockerClient,
    DockerStreamError,
    Image,
    ImageNotFound,
    InvalidArgument,
    ServerError,
    TruncatedStream,
    UnexpectedReply,
)
from tests.fakes.engine import LAST_CHUNK, Do, FakeEngine, chunk, chunked_head

ENTRY: dict[str, Any] = {
    "Id": "sha256:0123456789abcdef",
    "RepoTags": ["a:1", "<none>:<none>", "b:2"],
    "Labels": {"k": "v"},
}
DOCUMENT: dict[str, Any] = {
    "Id": "sha256:0123456789abcdef",
    "RepoTags": ["a:1"],
    "Config": {"Labels": {"k": "w"}},
}
INSPECT = "/images/sha256:0123456789abcdef/json"


def progress(fake: FakeEngine, *documents: object) -> None:
    """Answer a pull or an import."""
    lines = (chunk(json.dumps(document).encode() + b"\r\n") for document in documents)
    fake.script("POST", "/images/create", chunked_head("application/json"), *lines, LAST_CHUNK)


class TestAttributes:
    """Where they come from."""

    def test_of_a_listing(self, client: DockerClient, fake_engine: FakeEngine) -> None:
        image = Image.of(client, ENTRY["Id"], entry=ENTRY)
        assert (image.id, image.short_id) == ("sha256:0123456789abcdef", "sha256:0123456789ab")
        assert (image.tags, image.labels) == (["a:1", "b:2"], {"k": "v"})
        assert repr(image) == "<Image: 'a:1', 'b:2'>"
        assert fake_engine.connections == []

    def test_of_an_inspection(self, client: DockerClient, fake_engine: FakeEngine) -> None:
        image = Image.of(client, DOCUMENT["Id"], attrs=DOCUMENT)
        assert (image.tags, image.labels, image.attrs) == (["a:1"], {"k": "w"}, DOCUMENT)
        assert fake_engine.connections == []

    def test_without_tags_and_labels(self, client: DockerClient) -> None:
        for facts in ({"entry": {"RepoTags": None, "Labels": None}}, {"attrs": {"RepoTags": None, "Config": None}}):
            image = Image.of(client, "0123456789abcdef", **facts)
            assert (image.tags, image.labels, image.short_id) == ([], {}, "0123456789ab")
            assert repr(image) == "<Image: 0123456789ab>"

    def test_of_an_id_alone(self, client: DockerClient, fake_engine: FakeEngine) -> None:
        fake_engine.reply("GET", INSPECT, body=DOCUMENT)
        image = Image.of(client, ENTRY["Id"])
        assert repr(image) == "<Image: sha256:0123456789ab>"
        assert fake_engine.requests == []
        assert (image.tags, image.labels) == (["a:1"], {"k": "w"})
        assert len(fake_engine.requests) == 1
        image.reload()
        assert len(fake_engine.requests) == 2


def test_a_list_is_one_request(client: DockerClient, fake_engine: FakeEngine) -> None:
    """docker-py 1.11 and 2: it writes into the caller's filters, and inspects every image one by one."""
    fake_engine.reply("GET", "/images/json", body=[ENTRY] * 3)
    assert [image.tags[0] for image in client.images.list()] == ["a:1"] * 3
    assert fake_engine.requests[0].query == {}
    filters = {"dangling": False}
    client.images.list("busybox", all=True, filters=filters)
    query = fake_engine.requests[1].query
    assert json.loads(query.pop("filters")[0]) == {"dangling": ["false"], "reference": ["busybox"]}
    assert query == {"all": ["1"]}
    assert filters == {"dangling": False}
    assert len(fake_engine.requests) == 2


def test_get(client: DockerClient, fake_engine: FakeEngine) -> None:
    fake_engine.reply("GET", "/images/a:1/json", body=DOCUMENT)
    assert client.images.get("a:1").id == DOCUMENT["Id"]
    assert client.api.images.inspect("a:1").repo_tags == ["a:1"]
    with pytest.raises(ImageNotFound):
        client.images.get("gone")


@pytest.mark.parametrize(
    ("arguments", "query", "found"),
    [
        (("a",), {"fromImage": ["a"], "tag": ["latest"]}, "a:latest"),
        (("a:1",), {"fromImage": ["a"], "tag": ["1"]}, "a:1"),
        (("a", "1"), {"fromImage": ["a"], "tag": ["1"]}, "a:1"),
        (("r:5000/b/a", ""), {"fromImage": ["r:5000/b/a"], "tag": ["latest"]}, "r:5000%2Fb%2Fa:latest"),
        (("a", "sha256:12"), {"fromImage": ["a"], "tag": ["sha256:12"]}, "a@sha256:12"),
        (("a@sha256:12",), {"fromImage": ["a"], "tag": ["sha256:12"]}, "a@sha256:12"),
    ],
)
def test_pull_gives_the_image(
    client: DockerClient, fake_engine: FakeEngine, arguments: Any, query: dict[str, list[str]], found: str
) -> None:
    progress(fake_engine, {"status": "Pulling"}, {"status": "Done"})
    fake_engine.reply("GET", f"/images/{found}/json", body=DOCUMENT)
    assert client.images.pull(*arguments).id == DOCUMENT["Id"]
    assert fake_engine.requests[0].query == query
    assert "x-registry-auth" not in fake_engine.requests[0].headers


def test_a_stream_of_a_pull_is_not_given(client: DockerClient, fake_engine: FakeEngine) -> None:
    progress(fake_engine, {"status": "Done"})
    fake_engine.reply("GET", "/images/a:latest/json", body=DOCUMENT)
    with pytest.warns(UserWarning, match=r"stream has no effect"):
        assert client.images.pull("a", stream=True).id == DOCUMENT["Id"]


def test_pull_all_tags(client: DockerClient, fake_engine: FakeEngine) -> None:
    progress(fake_engine, {"status": "Done"})
    fake_engine.reply("GET", "/images/json", body=[ENTRY])
    (image,) = client.images.pull("a", all_tags=True, platform="linux/arm64")
    assert image.tags == ["a:1", "b:2"]
    assert fake_engine.requests[0].query == {"fromImage": ["a"], "platform": ["linux/arm64"]}
    assert json.loads(fake_engine.requests[1].query["filters"][0]) == {"reference": ["a"]}


def test_credentials_of_a_pull(client: DockerClient, fake_engine: FakeEngine) -> None:
    progress(fake_engine)
    fake_engine.reply("GET", "/images/registry:5000%2Fa:latest/json", body=DOCUMENT)
    client.images.pull("registry:5000/a", auth_config={"username": "u", "password": "p"})
    header = fake_engine.requests[0].headers["x-registry-auth"]
    assert json.loads(base64.urlsafe_b64decode(header)) == {
        "username": "u",
        "password": "p",
        "serveraddress": "registry:5000",
    }


def test_a_pull_that_fails_on_its_way(client: DockerClient, fake_engine: FakeEngine) -> None:
    """docker-py 1.6: the progress of a pull is not looked at, and the failure seen as an image that is not there."""
    failure = {"errorDetail": {"message": "manifest unknown"}, "error": "manifest unknown"}
    progress(fake_engine, {"status": "Pulling"}, failure)
    with pytest.raises(DockerStreamError, match="manifest unknown"):
        client.images.pull("a")
    assert len(fake_engine.requests) == 1


def test_a_pull_that_is_refused(client: DockerClient, fake_engine: FakeEngine) -> None:
    fake_engine.reply("POST", "/images/create", 404, {"message": "pull access denied"})
    fake_engine.reply("POST", "/images/create", 500, {"message": "connection refused"})
    with pytest.raises(ImageNotFound, match="pull access denied"):
        client.images.pull("a")
    with pytest.raises(ServerError, match="connection refused"):
        client.images.pull("a")


def test_a_pull_that_is_cut(client: DockerClient, fake_engine: FakeEngine) -> None:
    fake_engine.script("POST", "/images/create", chunked_head("application/json"), chunk(b'{"status":'), Do.CLOSE)
    with pytest.raises(TruncatedStream, match="the stream ended inside a JSON document"):
        client.images.pull("a")


def test_import(client: DockerClient, fake_engine: FakeEngine) -> None:
    progress(fake_engine, {"status": "sha256:feed"})
    parts = (part for part in (b"t", b"ar"))
    imported = client.images.import_filesystem(
        parts, repository="a", tag="1", message="m", changes=['CMD ["sh"]', "ENV A=1"], platform="linux/arm64"
    )
    assert imported == "sha256:feed"
    (request,) = fake_engine.requests
    assert request.body == b"tar"
    assert request.query == {
        "fromSrc": ["-"],
        "repo": ["a"],
        "tag": ["1"],
        "message": ["m"],
        "changes": ['CMD ["sh"]', "ENV A=1"],
        "platform": ["linux/arm64"],
    }


def test_an_import_that_fails(client: DockerClient, fake_engine: FakeEngine) -> None:
    progress(fake_engine, {"error": "no tar"})
    progress(fake_engine, {"status": "done"})
    with pytest.raises(DockerStreamError, match="no tar"):
        client.images.import_filesystem(b"x")
    with pytest.raises(UnexpectedReply, match="without telling the id"):
        client.images.import_filesystem(b"x")


def test_remove(client: DockerClient, fake_engine: FakeEngine) -> None:
    gone = [{"Untagged": "a:1"}, {"Deleted": "sha256:12"}]
    fake_engine.reply("DELETE", "/images/a:1", body=gone)
    fake_engine.reply("DELETE", "/images/sha256:0123456789abcdef", body=gone)
    assert [dict(item) for item in client.images.remove("a:1", force=True, noprune=True)] == gone
    assert [dict(item) for item in Image.of(client, DOCUMENT["Id"]).remove()] == gone
    assert [request.query for request in fake_engine.requests] == [{"force": ["1"], "noprune": ["1"]}, {}]


def test_tag_and_history_and_inspect(client: DockerClient, fake_engine: FakeEngine) -> None:
    image = Image.of(client, "i")
    fake_engine.reply("POST", "/images/i/tag", 201)
    fake_engine.reply("GET", "/images/i/history", body=[{"Id": "x"}])
    fake_engine.reply("GET", "/images/i/json", body=DOCUMENT)
    assert image.tag("r:5000/a", "1", force=True) is True
    assert image.tag("b") is True
    assert [request.query for request in fake_engine.requests] == [
        {"repo": ["r:5000/a"], "tag": ["1"]},
        {"repo": ["b"]},
    ]
    assert [dict(item) for item in image.history()] == [{"Id": "x"}]
    assert image.inspect().id == DOCUMENT["Id"]


@pytest.mark.parametrize("wrong", ["", 5])
def test_what_is_no_name_is_refused_by_the_name_of_its_argument(
    client: DockerClient, fake_engine: FakeEngine, wrong: Any
) -> None:
    images = client.images
    for name, call in (
        ("repository", lambda: images.pull(wrong)),
        ("repository", lambda: images.pull(wrong, all_tags=True)),
        ("repository", lambda: images.push(wrong)),
        ("image", lambda: images.remove(wrong)),
        ("image", lambda: client.containers.run(wrong)),
        ("name", lambda: images.get(wrong)),
    ):
        with pytest.raises(InvalidArgument, match=f"^{name} must "):
            call()
    assert fake_engine.connections == []
