"""Plugins: what is known of one without asking, and what each method asks for."""

import io
import json
import tarfile
from pathlib import Path
from typing import Any

import pytest

from dockwright.aio import Docker, DockerStreamError
from dockwright.errors import InvalidArgument
from tests.fakes.engine import LAST_CHUNK, FakeEngine, chunk, chunked_head

DOCUMENT: dict[str, Any] = {"Id": "i", "Name": "p:latest", "Enabled": True, "Settings": {"Env": []}}
ASKED: Any = [{"Name": "network", "Description": "", "Value": ["host"]}]


def progress(fake: FakeEngine, path: str, *documents: object) -> None:
    """Answer a push, a pull or an upgrade."""
    lines = (chunk(json.dumps(document).encode() + b"\r\n") for document in documents)
    fake.script("POST", path, chunked_head("application/json"), *lines, LAST_CHUNK)


async def test_list_and_get(docker: Docker, fake_engine: FakeEngine) -> None:
    fake_engine.reply("GET", "/plugins", body=[DOCUMENT])
    fake_engine.reply("GET", "/plugins/p/json", body=DOCUMENT)
    (found,) = await docker.plugins.list(filters={"enabled": True})
    assert (found.name, found.id, found.enabled, found.settings) == ("p:latest", "i", True, {"Env": []})
    assert (await docker.plugins.get("p")).attrs == DOCUMENT
    assert (await docker.plugins.plugin("p").inspect()).name == "p:latest"
    with pytest.raises(ValueError, match="needs the name"):
        docker.plugins.plugin("")


async def test_changes_are_seen_at_once(docker: Docker, fake_engine: FakeEngine) -> None:
    fake_engine.reply("GET", "/plugins/p/json", body=DOCUMENT)
    for path in ("enable", "disable", "set"):
        fake_engine.reply("POST", f"/plugins/p/{path}", 204)
    fake_engine.reply("DELETE", "/plugins/p")
    plugin = docker.plugins.plugin("p")
    assert plugin.enabled is None
    await plugin.enable(5)
    assert plugin.enabled is True
    await plugin.disable(force=True)
    await plugin.configure({"A": 1})
    await plugin.delete(force=True)
    sent = [(each.query, each.body) for each in fake_engine.requests if each.method != "GET"]
    assert sent == [({"timeout": ["5"]}, b""), ({"force": ["1"]}, b""), ({}, b'["A=1"]'), ({"force": ["1"]}, b"")]
    assert plugin["Id"] == "i"


async def test_install_wants_a_grant(docker: Docker, fake_engine: FakeEngine) -> None:
    fake_engine.reply("GET", "/plugins/privileges", body=ASKED)
    fake_engine.reply("GET", "/plugins/p:latest/json", body=DOCUMENT)
    progress(fake_engine, "/plugins/pull", {"status": "a"})
    with pytest.raises(InvalidArgument, match="not granted"):
        await docker.plugins.install("p")
    with pytest.raises(TypeError, match="cannot be combined"):
        await docker.plugins.install("p", privileges=[], grant=True)
    assert fake_engine.received("POST", "/plugins/pull") == []
    installed = await docker.plugins.install("p", grant=True, auth={"username": "u", "password": "s"})
    assert installed.name == "p:latest"
    (pull,) = fake_engine.received("POST", "/plugins/pull")
    assert (pull.json(), "x-registry-auth" in pull.headers) == (ASKED, True)
    assert await docker.plugins.privileges("p") == ASKED


async def test_push_and_upgrade(docker: Docker, fake_engine: FakeEngine) -> None:
    progress(fake_engine, "/plugins/p/push", {"status": "a"}, {"status": "b"})
    progress(fake_engine, "/plugins/p/push", {"status": "a"}, {"error": "denied"})
    progress(fake_engine, "/plugins/p/upgrade", {"status": "c"})
    fake_engine.reply("GET", "/plugins/p/json", body=DOCUMENT)
    plugin = docker.plugins.plugin("p")
    assert [document["status"] async for document in plugin.push(stream=True)] == ["a", "b"]
    with pytest.raises(DockerStreamError, match="denied"):
        await plugin.push()
    (document,) = await plugin.upgrade("h:1/p:2", privileges=ASKED)
    assert (document["status"], plugin.id) == ("c", "i")
    (request,) = fake_engine.received("POST", "/plugins/p/upgrade")
    assert (request.query, request.json()) == ({"remote": ["h:1/p:2"]}, ASKED)


async def test_create_sends_the_folder(docker: Docker, fake_engine: FakeEngine, tmp_path: Path) -> None:
    with pytest.raises(InvalidArgument, match="has no"):
        await docker.plugins.create("p", tmp_path)
    assert fake_engine.requests == []
    (tmp_path / "config.json").write_text("{}")
    (tmp_path / "rootfs").mkdir()
    fake_engine.reply("POST", "/plugins/create", 204)
    fake_engine.reply("GET", "/plugins/p/json", body=DOCUMENT)
    assert (await docker.plugins.create("p", tmp_path)).name == "p:latest"
    with tarfile.open(fileobj=io.BytesIO(fake_engine.requests[0].body)) as archive:
        assert sorted(archive.getnames()) == ["config.json", "rootfs"]
