"""The engines that the tests start are real and whole, seen by nothing but raw HTTP."""

import base64
import json
import select
from typing import Any
from urllib.parse import urlencode

import pytest

from tests.engines import RELEASES, Engine, PrivateEngine
from tests.engines.rawhttp import open_stream
from tests.engines.registry import PASSWORD, USER, Registry


def run(engine: Engine, name: str, command: list[str], **host: object) -> str:
    body: dict[str, Any] = {"Image": engine.image, "Cmd": command, "HostConfig": host, "ExposedPorts": {"80/tcp": {}}}
    created = engine.request("POST", f"/containers/create?{urlencode({'name': name})}", body)
    assert created.status == 201, created.body
    assert engine.request("POST", f"/containers/{name}/start").status == 204
    return str(created.json()["Id"])


def test_engine_is_the_release_that_its_name_says(engine: Engine) -> None:
    version = engine.request("GET", "/version").json()
    assert version["Version"] == engine.version
    if engine.private:
        assert engine.version.startswith(engine.name)
        assert {"20.10": "1.41", "26.1": "1.45", "28.5": "1.51"}[engine.name] == engine.api_version


def test_container_runs_from_start_to_end(engine: Engine, unique_name: str) -> None:
    run(engine, unique_name, ["sh", "-c", "echo out; echo err >&2; exit 3"])
    assert engine.request("POST", f"/containers/{unique_name}/wait").json()["StatusCode"] == 3
    logs = engine.request("GET", f"/containers/{unique_name}/logs?stdout=1&stderr=1").body
    assert {b"\x01\0\0\0\0\0\0\x04out\n", b"\x02\0\0\0\0\0\0\x04err\n"} == {logs[:12], logs[12:]}
    assert engine.request("DELETE", f"/containers/{unique_name}").status == 204


def test_limits_reach_the_container(engine: Engine, unique_name: str) -> None:
    run(engine, unique_name, ["sleep", "60"], Memory=64 * 2**20, Init=True)
    stats = engine.request("GET", f"/containers/{unique_name}/stats?stream=false").json()
    assert stats["memory_stats"]["limit"] == 64 * 2**20
    assert engine.request("DELETE", f"/containers/{unique_name}?force=1").status == 204


@pytest.mark.private_engine
def test_published_port_answers(engine: PrivateEngine, unique_name: str) -> None:
    bindings = {"80/tcp": [{"HostIp": "127.0.0.1", "HostPort": ""}]}
    serve = "mkdir /www && echo served > /www/file && httpd -p 80 -h /www && echo up && sleep 60"
    run(engine, unique_name, ["sh", "-c", serve], PortBindings=bindings)
    follow = f"/containers/{unique_name}/logs?stdout=1&tail=1"
    while b"up" not in engine.request("GET", follow).body:
        pass
    settings = engine.request("GET", f"/containers/{unique_name}/json").json()["NetworkSettings"]
    with engine.connect(int(settings["Ports"]["80/tcp"][0]["HostPort"])) as stream:
        stream.sendall(b"GET /file HTTP/1.0\r\n\r\n")
        assert stream.makefile("rb").read().endswith(b"served\n")
    assert engine.request("DELETE", f"/containers/{unique_name}?force=1").status == 204


@pytest.mark.private_engine
def test_engine_restarts_on_the_same_data(engine: PrivateEngine, unique_name: str) -> None:
    created = engine.request("POST", "/volumes/create", {"Name": unique_name})
    assert created.status == 201
    engine.restart()
    assert engine.request("GET", f"/volumes/{unique_name}").status == 200
    engine.crash()
    with pytest.raises(ConnectionError):
        engine.request("GET", "/_ping")
    engine.restart()
    assert engine.request("DELETE", f"/volumes/{unique_name}").status == 204


@pytest.mark.private_engine
def test_stopped_daemon_accepts_and_does_not_answer(engine: PrivateEngine) -> None:
    engine.signal("STOP")
    with open_stream(engine.url, b"GET /_ping HTTP/1.0\r\nHost: docker\r\n\r\n") as stream:
        try:
            assert select.select([stream], [], [], 0.2)[0] == []
        finally:
            engine.signal("CONT")
        assert stream.recv(15) == b"HTTP/1.0 200 OK"


@pytest.mark.private_engine
def test_registry_takes_and_gives_images(engine: PrivateEngine, registry: Registry, unique_name: str) -> None:
    repository = f"{registry.address}/{unique_name}"
    assert engine.request("POST", f"/images/{engine.image}/tag?repo={repository}&tag=1").status == 201
    assert b"digest: sha256:" in push(engine, repository, "anybody", "anything")
    assert engine.request("DELETE", f"/images/{repository}:1").status == 200
    assert b"Downloaded newer" in engine.request("POST", f"/images/create?fromImage={repository}&tag=1").body
    assert engine.request("DELETE", f"/images/{repository}:1").status == 200


@pytest.mark.private_engine
def test_registry_wants_the_password(
    engine: PrivateEngine, authenticating_registry: Registry, unique_name: str
) -> None:
    repository = f"{authenticating_registry.address}/{unique_name}"
    assert engine.request("POST", f"/images/{engine.image}/tag?repo={repository}&tag=1").status == 201
    assert b"errorDetail" in push(engine, repository, USER, "wrong")
    assert b"digest: sha256:" in push(engine, repository, USER, PASSWORD)
    assert engine.request("DELETE", f"/images/{repository}:1").status == 200


def push(engine: Engine, repository: str, user: str, password: str) -> bytes:
    credentials = json.dumps({"username": user, "password": password}).encode()
    headers = {"X-Registry-Auth": base64.urlsafe_b64encode(credentials).decode()}
    return engine.request("POST", f"/images/{repository}/push?tag=1", headers=headers).body


def test_each_release_has_one_source() -> None:
    assert len({release.suite for release in RELEASES.values()}) == len(RELEASES)
