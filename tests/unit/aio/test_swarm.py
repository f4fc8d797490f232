"""Swarm, nodes, services and tasks: what each method asks for, and how often."""

import base64
import json
from typing import Any

import pytest

from dockwright.aio import Docker
from dockwright.errors import InvalidArgument, MissingKey
from dockwright_api import models
from tests.fakes.engine import FakeEngine

from .conftest import MULTIPLEXED, plain

TOKEN = "SWMTKN-1-hunter2"
SPEC: dict[str, Any] = {
    "Name": "web",
    "Mode": {"Replicated": {"Replicas": 1}},
    "TaskTemplate": {"ContainerSpec": {"Image": "registry.example.org/web"}},
}
SERVICE: dict[str, Any] = {"ID": "abc", "Version": {"Index": 7}, "Spec": SPEC}
SWARM: dict[str, Any] = {
    "ID": "s",
    "Version": {"Index": 7},
    "Spec": {"Name": "default"},
    "JoinTokens": {"Worker": TOKEN},
}
LOGIN = {"username": "u", "password": "hunter2", "serveraddress": "registry.example.org"}
MESSAGES = b"\x01\0\0\0\0\0\0\x04out\n\x02\0\0\0\0\0\0\x04err\n"


def sent(request: Any) -> Any:
    """Decode the credentials of a request."""
    header = request.headers.get("x-registry-auth")
    return None if header is None else json.loads(base64.urlsafe_b64decode(header))


async def test_join_sends_json(docker: Docker, fake_engine: FakeEngine) -> None:
    """aiodocker B6: the body is JSON, as its type says."""
    fake_engine.reply("POST", "/swarm/join")
    assert await docker.swarm.join(remote_addrs=("192.0.2.1:2377",), join_token=TOKEN, data_path_addr="eth0")
    (request,) = fake_engine.requests
    assert request.headers["content-type"] == "application/json"
    assert request.json() == {
        "RemoteAddrs": ["192.0.2.1:2377"],
        "JoinToken": TOKEN,
        "ListenAddr": "0.0.0.0:2377",
        "DataPathAddr": "eth0",
    }


async def test_swarm(docker: Docker, fake_engine: FakeEngine) -> None:
    fake_engine.reply("POST", "/swarm/init", body="node")
    assert await docker.swarm.init(advertise_addr="eth0", swarm_spec={"Name": "default"}, election_tick=5) == "node"
    assert fake_engine.requests[0].json() == {
        "AdvertiseAddr": "eth0",
        "ListenAddr": "0.0.0.0:2377",
        "ForceNewCluster": False,
        "SubnetSize": 24,
        "Spec": {"Name": "default", "Raft": {"ElectionTick": 5}},
    }
    fake_engine.reply("GET", "/swarm", body=SWARM)
    assert plain(await docker.swarm.inspect()) == SWARM
    assert TOKEN not in repr(await docker.swarm.model())
    fake_engine.reply("POST", "/swarm/leave")
    assert await docker.swarm.leave(force=True)
    assert fake_engine.requests[-1].query == {"force": ["1"]}
    fake_engine.reply("POST", "/swarm/update")
    assert await docker.swarm.update(
        rotate_manager_token=True, version="3", swarm_spec=models.SwarmSpec(name="default")
    )
    assert fake_engine.requests[-1].query == {
        "version": ["3"],
        "rotateWorkerToken": ["0"],
        "rotateManagerToken": ["1"],
        "rotateManagerUnlockKey": ["0"],
    }
    assert fake_engine.requests[-1].json() == {"Name": "default"}
    fake_engine.reply("GET", "/swarm/unlockkey", body={"UnlockKey": TOKEN})
    fake_engine.reply("POST", "/swarm/unlock")
    assert await docker.swarm.unlock(await docker.swarm.get_unlock_key())
    assert fake_engine.requests[-1].json() == {"UnlockKey": TOKEN}


async def test_nodes(docker: Docker, fake_engine: FakeEngine) -> None:
    node = {"ID": "n", "Version": {"Index": 7}, "Spec": {"Role": "worker", "Availability": "active"}}
    fake_engine.reply("GET", "/nodes", body=[node])
    assert plain(await docker.nodes.list(filters={"role": "worker"})) == [node]
    assert fake_engine.requests[0].query == {"filters": ['{"role":["worker"]}']}
    fake_engine.reply("GET", "/nodes/n", body=node)
    assert plain(await docker.nodes.inspect(node_id="n")) == node
    assert (await docker.nodes.model(node_id="n")).id == "n"
    fake_engine.reply("POST", "/nodes/n/update")
    assert await docker.nodes.update(node_id="n", version=3, spec={"Role": "worker", "Availability": "drain"})
    assert fake_engine.requests[-1].query == {"version": ["3"]}
    assert await docker.nodes.update(node_id="n", version=None, spec={"Labels": {"a": "b"}})
    assert fake_engine.requests[-1].query == {"version": ["7"]}
    assert fake_engine.requests[-1].json() == {**node["Spec"], "Labels": {"a": "b"}}  # type: ignore[dict-item]  # JSON
    count = len(fake_engine.requests)
    with pytest.raises(MissingKey):
        await docker.nodes.update(node_id="n", version=3, spec={"Role": "worker"})
    assert len(fake_engine.requests) == count
    fake_engine.reply("DELETE", "/nodes/n")
    assert await docker.nodes.remove(node_id="n")
    assert await docker.nodes.remove(node_id="n", force=True)
    assert [request.query for request in fake_engine.requests[-2:]] == [{}, {"force": ["1"]}]


async def test_create(docker: Docker, fake_engine: FakeEngine) -> None:
    fake_engine.reply("POST", "/services/create", 201, {"ID": "abc"})
    created = await docker.services.create(
        "registry.example.org/web",
        name="web",
        mode="global",
        networks=["n"],
        auth={"username": "u", "password": "hunter2"},
        command="sleep 5",
        env={"A": 1},
    )
    assert created["ID"] == "abc"
    (request,) = fake_engine.requests
    assert sent(request) == LOGIN
    assert request.json() == {
        "Name": "web",
        "Mode": {"Global": {}},
        "TaskTemplate": {
            "ContainerSpec": {"Image": "registry.example.org/web", "Command": ["sleep", "5"], "Env": ["A=1"]},
            "Networks": [{"Target": "n"}],
        },
    }


async def test_credentials(docker: Docker, fake_engine: FakeEngine) -> None:
    """What this client logged in with goes out if it is asked for, as with the docker command."""
    fake_engine.reply("POST", "/auth", body={"Status": "ok"})
    fake_engine.reply("POST", "/services/create", 201, {"ID": "abc"})
    await docker.auth(**LOGIN)
    await docker.services.create("registry.example.org/web")
    await docker.services.create("registry.example.org/web", with_registry_auth=True)
    await docker.services.create("other.example.org/web", with_registry_auth=True)
    assert [sent(request) for request in fake_engine.requests[1:]] == [None, LOGIN, None]

    fake_engine.reply("GET", "/services/abc", body=SERVICE)
    fake_engine.reply("POST", "/services/abc/update", body={})
    await docker.services.update("abc", None, image="registry.example.org/web:2", with_registry_auth=True)
    assert sent(fake_engine.requests[-1]) == LOGIN


async def test_update(docker: Docker, fake_engine: FakeEngine) -> None:
    fake_engine.reply("GET", "/services/abc", body=SERVICE)
    fake_engine.reply("POST", "/services/abc/update", body={"Warnings": None})
    assert await docker.services.update("abc", "5", image="busybox")
    assert fake_engine.requests[-1].query == {"version": ["5"]}
    assert fake_engine.requests[-1].json()["TaskTemplate"] == {"ContainerSpec": {"Image": "busybox"}}
    assert await docker.services.update("abc", 5, rollback=True, image="ignored", registry_auth_from="spec")
    assert fake_engine.requests[-1].query == {"version": ["5"], "rollback": ["previous"], "registryAuthFrom": ["spec"]}
    assert fake_engine.requests[-1].json() == SPEC
    await docker.services.scale("abc", 4)
    assert fake_engine.requests[-1].json()["Mode"] == {"Replicated": {"Replicas": 4}}
    count = len(fake_engine.requests)
    with pytest.raises(ValueError, match="nothing to change"):
        await docker.services.update("abc", 5)
    with pytest.raises(InvalidArgument):
        await docker.services.scale("abc", -1)
    assert len(fake_engine.requests) == count


async def test_services(docker: Docker, fake_engine: FakeEngine) -> None:
    fake_engine.reply("GET", "/services", body=[SERVICE])
    assert plain(await docker.services.list(filters={"name": "web"}, status=True)) == [SERVICE]
    assert fake_engine.requests[0].query == {"filters": ['{"name":["web"]}'], "status": ["1"]}
    fake_engine.reply("GET", "/services/abc", body=SERVICE)
    assert plain(await docker.services.inspect("abc", insert_defaults=True)) == SERVICE
    assert fake_engine.requests[1].query == {"insertDefaults": ["1"]}
    fake_engine.reply("DELETE", "/services/abc")
    assert await docker.services.delete("abc")


async def test_tasks(docker: Docker, fake_engine: FakeEngine) -> None:
    fake_engine.reply("GET", "/tasks", body=[{"ID": "t"}])
    fake_engine.reply("GET", "/tasks/t", body={"ID": "t"})
    assert plain(await docker.tasks.list(filters={"service": "web"})) == [{"ID": "t"}]
    assert plain(await docker.tasks.inspect("t")) == {"ID": "t"}
    assert (await docker.tasks.model("t")).id == "t"


@pytest.mark.parametrize("noun", ["services", "tasks"])
async def test_logs(docker: Docker, fake_engine: FakeEngine, noun: str) -> None:
    things = getattr(docker, noun)
    fake_engine.reply("GET", f"/{noun}/x/logs", body=MESSAGES, headers={"Content-Type": MULTIPLEXED})
    assert await things.logs("x", stdout=True, stderr=True) == ["out\n", "err\n"]
    assert [text async for text in things.logs("x", stderr=True, follow=True, tail=5, since=1.5)] == ["out\n", "err\n"]
    assert [(line.stream, line.text) async for line in things.lines("x")] == [("stdout", "out"), ("stderr", "err")]
    assert [message.data async for message in things.messages("x")] == [b"out\n", b"err\n"]
    query = fake_engine.requests[1].query
    assert {key: query[key] for key in ("stdout", "stderr", "follow", "tail", "since")} == {
        "stdout": ["0"],
        "stderr": ["1"],
        "follow": ["1"],
        "tail": ["5"],
        "since": ["1.5"],
    }
    with pytest.raises(TypeError, match="a log needs"):
        things.logs("x")
    assert len(fake_engine.requests) == 4, "the reply tells whether there is a terminal"


async def test_a_terminal_on_an_older_engine(fake_engine: FakeEngine) -> None:
    """aiodocker B20: whether there is a terminal is found out; who tells saves the question."""
    service = {**SERVICE, "Spec": {"TaskTemplate": {"ContainerSpec": {"TTY": True}}}}
    fake_engine.reply("GET", "/services/x", body=service)
    fake_engine.reply("GET", "/services/x/logs", body=b"out\r\n")
    async with Docker(fake_engine.url, api_version="1.41") as docker:
        assert await docker.services.logs("x", stdout=True) == ["out\r\n"]
        assert await docker.services.logs("x", stdout=True, is_tty=True) == ["out\r\n"]
    paths = [request.path for request in fake_engine.requests]
    assert paths == ["/services/x", "/services/x/logs", "/services/x/logs"]
