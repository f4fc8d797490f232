"""Plugins: what their attributes say and from where, and what each method asks for."""

import io
import json
import tarfile
from pathlib import Path
from typing import Any

import pytest

from dockwright.sync import Conflict, DockerClient, DockerStreamError, InvalidArgument, Plugin
from tests.fakes.engine import LAST_CHUNK, FakeEngine, chunk, chunked_head

DOCUMENT: dict[str, Any] = {"Id": "0123456789abcdef", "Name": "p:latest", "Enabled": False, "Settings": {"Env": []}}
ASKED = [{"Name": "network", "Description": "", "Value": ["host"]}]
INSPECT = "/plugins/p:latest/json"


@pytest.fixture
def plugin(client: DockerClient, fake_engine: FakeEngine) -> Plugin:
    fake_engine.reply("GET", INSPECT, body=DOCUMENT | {"Enabled": True})
    return Plugin.of(client, DOCUMENT["Id"], attrs=DOCUMENT)


def progress(fake: FakeEngine, path: str, *documents: object) -> None:
    """Answer a push, a pull or an upgrade."""
    lines = (chunk(json.dumps(document).encode() + b"\r\n") for document in documents)
    fake.script("POST", path, chunked_head("application/json"), *lines, LAST_CHUNK)


def test_a_list_is_one_request(client: DockerClient, fake_engine: FakeEngine) -> None:
    fake_engine.reply("GET", "/plugins", body=[DOCUMENT])
    (found,) = client.plugins.list()
    assert (found.id, found.name, found.enabled, found.settings) == (DOCUMENT["Id"], "p:latest", False, {"Env": []})
    assert found.attrs == DOCUMENT
    client.plugins.list(filters={"enabled": True})
    assert [request.query for request in fake_engine.requests] == [{}, {"filters": ['{"enabled":["true"]}']}]


@pytest.mark.parametrize(
    ("method", "arguments", "path", "query", "body"),
    [
        ("enable", [], "enable", {"timeout": ["0"]}, b""),
        ("enable", [5], "enable", {"timeout": ["5"]}, b""),
        ("disable", [], "disable", {}, b""),
        ("disable", [True], "disable", {"force": ["1"]}, b""),
        ("configure", [{"A": 1}], "set", {}, b'["A=1"]'),
    ],
)
def test_a_change_is_seen_at_once(
    plugin: Plugin, fake_engine: FakeEngine, method: str, arguments: list[Any], path: str, query: Any, body: bytes
) -> None:
    fake_engine.reply("POST", f"/plugins/p:latest/{path}", 204)
    getattr(plugin, method)(*arguments)
    asked, _ = fake_engine.requests
    assert (asked.query, asked.body) == (query, body)
    assert plugin.enabled is True


class TestPush:
    """docker-py 1.3: a push asked for the path of a pull."""

    def test_it_is_done_when_it_returns(self, plugin: Plugin, fake_engine: FakeEngine) -> None:
        progress(fake_engine, "/plugins/p:latest/push", {"status": "a"}, {"status": "b"})
        pushed: Any = plugin.push(auth_config={"username": "u", "password": "s"})
        (request,) = fake_engine.requests
        assert "x-registry-auth" in request.headers
        assert next(pushed) == {"status": "a"}
        assert list(pushed) == [{"status": "b"}]

    def test_one_that_fails_raises(self, plugin: Plugin, fake_engine: FakeEngine) -> None:
        progress(fake_engine, "/plugins/p:latest/push", {"status": "a"}, {"error": "denied"})
        with pytest.raises(DockerStreamError, match="denied"):
            plugin.push()


class TestUpgrade:
    """docker-py 1.8: nothing happened before the progress was read."""

    def test_it_is_done_when_it_returns(self, plugin: Plugin, fake_engine: FakeEngine) -> None:
        fake_engine.reply("GET", "/plugins/privileges", body=ASKED)
        progress(fake_engine, "/plugins/p:latest/upgrade", {"status": "a"})
        fake_engine.reply("GET", f"/plugins/{DOCUMENT['Id']}/json", body=DOCUMENT | {"Name": "q"})
        upgraded: Any = plugin.upgrade()
        asked, sent, _ = fake_engine.requests
        assert asked.query == sent.query == {"remote": ["p:latest"]}
        assert sent.json() == ASKED
        assert plugin.name == "q"
        assert list(upgraded) == [{"status": "a"}]

    def test_the_engine_says_that_it_runs(self, plugin: Plugin, fake_engine: FakeEngine) -> None:
        """docker-py 1.8: the error for a plugin that runs was an AttributeError."""
        fake_engine.reply("GET", "/plugins/privileges", body=[])
        fake_engine.reply("POST", "/plugins/p:latest/upgrade", 409, {"message": "must be disabled"})
        with pytest.raises(Conflict, match="must be disabled"):
            plugin.upgrade()


class TestInstall:
    """What a plugin gets."""

    def test_everything_by_default(self, client: DockerClient, fake_engine: FakeEngine) -> None:
        fake_engine.reply("GET", "/plugins/privileges", body=ASKED)
        progress(fake_engine, "/plugins/pull", {"status": "a"})
        fake_engine.reply("GET", "/plugins/local/json", body=DOCUMENT)
        assert client.plugins.install("h:1/p", "local").id == DOCUMENT["Id"]
        _, pull, _ = fake_engine.requests
        assert (pull.query, pull.json()) == ({"remote": ["h:1/p"], "name": ["local"]}, ASKED)

    def test_nothing_that_was_refused(self, client: DockerClient, fake_engine: FakeEngine) -> None:
        fake_engine.reply("GET", "/plugins/privileges", body=ASKED)
        with pytest.raises(InvalidArgument, match=r"network \['host'\]"):
            client.plugins.install("p", grant=False)
        assert [request.path for request in fake_engine.requests] == ["/plugins/privileges"]

    def test_an_error_of_the_pull_raises(self, client: DockerClient, fake_engine: FakeEngine) -> None:
        progress(fake_engine, "/plugins/pull", {"status": "a"}, {"error": "no such thing"})
        with pytest.raises(DockerStreamError, match="no such thing"):
            client.plugins.install("p", privileges=[])


def test_create_sends_the_folder(client: DockerClient, fake_engine: FakeEngine, tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text("{}")
    (tmp_path / "rootfs").mkdir()
    fake_engine.reply("POST", "/plugins/create", 204)
    fake_engine.reply("GET", "/plugins/p/json", body=DOCUMENT)
    assert client.plugins.create("p", tmp_path).name == "p:latest"
    sent = fake_engine.requests[0]
    assert (sent.query, sent.headers["content-type"]) == ({"name": ["p"]}, "application/x-tar")
    with tarfile.open(fileobj=io.BytesIO(sent.body)) as archive:
        assert sorted(archive.getnames()) == ["config.json", "rootfs"]


def test_remove(plugin: Plugin, fake_engine: FakeEngine) -> None:
    fake_engine.reply("DELETE", "/plugins/p:latest")
    plugin.remove()
    plugin.remove(True)
    assert [request.query for request in fake_engine.requests] == [{}, {"force": ["1"]}]
    assert (repr(plugin), repr(Plugin.of(plugin.client, "0123456789abcdef"))) == (
        "<Plugin: 'p:latest'>",
        "<Plugin: 0123456789ab>",
    )
