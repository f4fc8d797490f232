"""Swarm, nodes, services and tasks: what each object asks for, and when."""

import base64
import json
from typing import Any

import pytest

from dockwright.errors import InvalidArgument, UnsupportedByEngine, UnsupportedByEngineError
from dockwright.sync import DockerClient, types
from dockwright_api import models
from tests.fakes.engine import FakeEngine

from .conftest import MULTIPLEXED

SPEC: dict[str, Any] = {
    "Name": "web",
    "Mode": {"Replicated": {"Replicas": 1}},
    "TaskTemplate": {"ContainerSpec": {"Image": "registry.example.org/web"}},
}
SERVICE: dict[str, Any] = {"ID": "abcdefghijklmn", "Version": {"Index": 7}, "Spec": SPEC}
PATH = f"/services/{SERVICE['ID']}"
LOGIN = {"username": "u", "password": "hunter2", "serveraddress": "registry.example.org"}
MESSAGES = b"\x01\0\0\0\0\0\0\x04out\n\x02\0\0\0\0\0\0\x04err\n"


def sent(request: Any) -> Any:
    """Decode the credentials of a request."""
    header = request.headers.get("x-registry-auth")
    return None if header is None else json.loads(base64.urlsafe_b64decode(header))


def test_the_swarm_is_asked_for_when_it_is_read(client: DockerClient, fake_engine: FakeEngine) -> None:
    """docker-py 2: to come by ``client.swarm`` sends nothing."""
    swarm = client.swarm
    assert (repr(swarm), swarm == client.swarm, len({swarm, client.swarm})) == ("<Swarm>", True, 1)
    assert fake_engine.requests == []
    fake_engine.reply("GET", "/swarm", body={"ID": "s" * 25, "Version": {"Index": 7}, "Spec": {"Name": "default"}})
    assert (swarm.id, swarm.short_id, swarm.version, swarm.attrs["Spec"]) == (
        "s" * 25,
        "s" * 12,
        7,
        {"Name": "default"},
    )
    assert len(fake_engine.requests) == 1
    assert repr(swarm) == f"<Swarm: {'s' * 12}>"
    with pytest.raises(ValueError, match=r"made by a client: client\.swarm"):
        type(swarm)()


def test_swarm(client: DockerClient, fake_engine: FakeEngine) -> None:
    fake_engine.reply("POST", "/swarm/init", body="node")
    assert client.swarm.init("eth0", autolock_managers=True, default_addr_pool=["10.20.0.0/16"]) == "node"
    assert fake_engine.requests[0].json() == {
        "AdvertiseAddr": "eth0",
        "ListenAddr": "0.0.0.0:2377",
        "ForceNewCluster": False,
        "DefaultAddrPool": ["10.20.0.0/16"],
        "Spec": {"EncryptionConfig": {"AutoLockManagers": True}},
    }
    fake_engine.reply("POST", "/swarm/join")
    assert client.swarm.join(["192.0.2.1"], "SWMTKN")
    assert fake_engine.requests[1].json()["RemoteAddrs"] == ["192.0.2.1"]
    with pytest.raises(TypeError, match=r"init\(\) got an unexpected keyword argument 'autolock'"):
        client.swarm.init(autolock=True)  # type: ignore[call-arg]  # what is tested
    spec = {"Name": "default", "EncryptionConfig": {"AutoLockManagers": True}, "CAConfig": {"NodeCertExpiry": 5}}
    fake_engine.reply("GET", "/swarm", body={"ID": "s", "Version": {"Index": 9}, "Spec": spec})
    fake_engine.reply("POST", "/swarm/update")
    swarm = client.swarm
    assert swarm.attrs["Spec"] == spec
    assert swarm.update(rotate_worker_token=True, snapshot_interval=5)
    update = fake_engine.requests[-1]
    assert (update.query["version"], update.query["rotateWorkerToken"]) == (["9"], ["1"])
    # docker-py sends only what was given, so that the lock of the managers is gone after this.
    assert update.json() == {**spec, "Raft": {"SnapshotInterval": 5}}
    count = len(fake_engine.requests)
    assert swarm.attrs["Spec"] == spec
    assert len(fake_engine.requests) == count + 1, "what the update changed is asked for when it is read"


def test_services(client: DockerClient, fake_engine: FakeEngine) -> None:
    fake_engine.reply("GET", "/services", body=[SERVICE, {**SERVICE, "ID": "other"}])
    first, second = client.services.list(filters={"name": "web"}, status=True)
    assert (first.id, first.name, first.version, second.id) == (SERVICE["ID"], "web", 7, "other")
    assert first.attrs["Spec"] == SPEC
    assert len(fake_engine.requests) == 1, "the list says everything"
    assert fake_engine.requests[0].query == {"filters": ['{"name":["web"]}'], "status": ["1"]}

    fake_engine.reply("GET", "/tasks", body=[{"ID": "t"}])
    filters = {"desired-state": "running"}
    assert [task["ID"] for task in first.tasks(filters)] == ["t"]
    # docker-py 1.11: the filters of the caller are left alone.
    assert filters == {"desired-state": "running"}
    wanted = json.loads(fake_engine.requests[-1].query["filters"][0])
    assert wanted == {"desired-state": ["running"], "service": [SERVICE["ID"]]}
    assert [task["ID"] for task in first.tasks()] == ["t"]


def test_create(client: DockerClient, fake_engine: FakeEngine) -> None:
    """The credentials that there are for the image go with a service, as in docker-py."""
    fake_engine.reply("POST", "/auth", body={"Status": "ok"})
    fake_engine.reply("POST", "/services/create", 201, {"ID": SERVICE["ID"]})
    fake_engine.reply("GET", PATH, body=SERVICE)
    fake_engine.reply("POST", f"{PATH}/update", body={"Warnings": None})
    client.login("u", "hunter2", registry="registry.example.org")
    service = client.services.create("registry.example.org/web", "sleep 5", name="web")
    assert (service.id, service.attrs["Version"]) == (SERVICE["ID"], {"Index": 7})
    assert [request.path for request in fake_engine.requests[1:]] == ["/services/create", PATH]
    assert sent(fake_engine.requests[1]) == LOGIN
    service.update(image="other.example.org/web")
    service.update(image="registry.example.org/web:2")
    service.update(env=["A=1"], auth_config={"username": "x", "password": "y"})
    updates = [request for request in fake_engine.requests if request.path.endswith("/update")]
    assert [sent(request) for request in updates] == [
        None,
        LOGIN,
        {"username": "x", "password": "y", "serveraddress": "registry.example.org"},
    ]


def test_types(client: DockerClient, fake_engine: FakeEngine) -> None:
    """What docker-py's programs make of ``docker.types`` is taken wherever docker-py takes it."""
    fake_engine.reply("POST", "/services/create", 201, {"ID": SERVICE["ID"]})
    fake_engine.reply("GET", PATH, body=SERVICE)
    client.services.create(
        "busybox",
        mode=types.ServiceMode("replicated", replicas=3),
        resources=types.Resources(cpu_limit=10**9, mem_limit=2**20, generic_resources={"gpu": 1}),
        restart_policy=types.RestartPolicy("on-failure", delay=5, max_attempts=3, window=7),
        update_config=types.UpdateConfig(parallelism=2, delay=5, failure_action="rollback", order="start-first"),
        rollback_config=types.RollbackConfig(parallelism=1),
        endpoint_spec=types.EndpointSpec(mode="vip", ports={8080: (80, "udp", "host")}),
        mounts=[types.Mount("/data", "data"), "/srv:/srv:ro"],
        healthcheck=types.Healthcheck(test="true", interval=10**9),
        dns_config=types.DNSConfig(nameservers=["192.0.2.1"]),
        privileges=types.Privileges(selinux_disable=True),
        secrets=[types.SecretReference("s1", "pw")],
        configs=[types.ConfigReference("c1", "conf", filename="/conf", mode=0o400)],
        networks=["a", types.NetworkAttachmentConfig("b", aliases=["c"])],
        preferences=[types.PlacementPreference("spread", "node.labels.zone"), ("spread", "node.labels.rack")],
    )
    body = fake_engine.requests[0].json()
    task = body["TaskTemplate"]
    container = task["ContainerSpec"]
    assert body["Mode"] == {"Replicated": {"Replicas": 3}}
    assert task["Resources"]["Limits"] == {"NanoCPUs": 10**9, "MemoryBytes": 2**20}
    assert task["RestartPolicy"] == {"Condition": "on-failure", "Delay": 5, "MaxAttempts": 3, "Window": 7}
    update = {"Parallelism": 2, "Delay": 5, "FailureAction": "rollback", "Order": "start-first"}
    assert (body["UpdateConfig"], body["RollbackConfig"]["Parallelism"]) == (update, 1)
    port = {"Protocol": "udp", "PublishedPort": 8080, "TargetPort": 80, "PublishMode": "host"}
    assert body["EndpointSpec"] == {"Mode": "vip", "Ports": [port]}
    assert [(mount["Type"], mount["Source"]) for mount in container["Mounts"]] == [("volume", "data"), ("bind", "/srv")]
    assert container["Healthcheck"]["Interval"] == 10**9
    assert container["DNSConfig"] == {"Nameservers": ["192.0.2.1"]}
    assert container["Privileges"]["SELinuxContext"]["Disable"] is True
    assert (container["Secrets"][0]["SecretID"], container["Secrets"][0]["File"]["Name"]) == ("s1", "pw")
    assert (container["Configs"][0]["ConfigID"], container["Configs"][0]["File"]["Mode"]) == ("c1", 0o400)
    assert task["Networks"] == [{"Target": "a"}, {"Target": "b", "Aliases": ["c"]}]
    labels = [preference["Spread"]["SpreadDescriptor"] for preference in task["Placement"]["Preferences"]]
    assert labels == ["node.labels.zone", "node.labels.rack"]
    assert "null" not in json.dumps(body)
    assert not list(models.ServiceSpec.model_validate(body).unknown_fields())


def test_update_keeps_the_rest(client: DockerClient, fake_engine: FakeEngine) -> None:
    fake_engine.reply("GET", PATH, body=SERVICE)
    fake_engine.reply("POST", f"{PATH}/update", body={"Warnings": None})
    service = client.services.get(SERVICE["ID"])
    assert list(service.update(labels={"a": "b"})) == ["Warnings"]
    assert fake_engine.requests[-1].json() == {**SPEC, "Labels": {"a": "b"}}
    assert len(fake_engine.requests) == 3
    assert service.attrs == SERVICE
    assert len(fake_engine.requests) == 4, "what the update changed is asked for when it is read"
    service.update(fetch_current_spec=False, env=["A=1"])
    assert fake_engine.requests[-1].query == {"version": ["7"]}
    assert fake_engine.requests[-1].json() == {
        "Name": "web",
        "TaskTemplate": {
            "ContainerSpec": {"Image": "registry.example.org/web", "Env": ["A=1"]},
            "ForceUpdate": 0,
        },
    }
    assert len(fake_engine.requests) == 5
    with pytest.raises(InvalidArgument):
        service.scale(-1)
    assert len(fake_engine.requests) == 5


def test_a_rollback_config_for_an_older_engine(fake_engine: FakeEngine) -> None:
    """docker-py 1.10: what an engine does not know of a rollback is told by its own name, without an update_config."""
    fake_engine.reply("POST", "/services/create", 201, {"ID": SERVICE["ID"]})
    fake_engine.reply("GET", PATH, body=SERVICE)
    rollback = {"parallelism": 1, "order": "start-first"}
    with DockerClient(fake_engine.url, version="1.28") as client:
        with pytest.warns(UnsupportedByEngine, match=r"RollbackConfig\.Order needs API 1\.29"):
            client.services.create("busybox", rollback_config=rollback)
        client.services.create("busybox", rollback_config={"parallelism": 1})
    with (
        DockerClient(fake_engine.url, version="1.28", strict_versions=True) as client,
        pytest.raises(UnsupportedByEngineError, match=r"RollbackConfig\.Order"),
    ):
        client.services.create("busybox", rollback_config=rollback)


def test_logs(client: DockerClient, fake_engine: FakeEngine) -> None:
    fake_engine.reply("GET", PATH, body=SERVICE)
    fake_engine.reply("GET", f"{PATH}/logs", body=MESSAGES, headers={"Content-Type": MULTIPLEXED})
    service = client.services.get(SERVICE["ID"])
    assert list(service.logs(stdout=True, stderr=True)) == [b"out\n", b"err\n"]
    assert [(line.stream, line.text) for line in service.lines()] == [("stdout", "out"), ("stderr", "err")]
    assert [message.data for message in service.messages(follow=True)] == [b"out\n", b"err\n"]
    with pytest.raises(TypeError, match="a log needs"):
        service.logs()
    assert len(fake_engine.requests) == 4


def test_tasks(client: DockerClient, fake_engine: FakeEngine) -> None:
    fake_engine.reply("GET", "/tasks", body=[{"ID": "t", "Status": {"State": "running"}}, {"ID": "u"}])
    fake_engine.reply("GET", "/tasks/t/logs", body=MESSAGES, headers={"Content-Type": MULTIPLEXED})
    task, other = client.tasks.list(filters={"service": "web"})
    assert (task.status, task.container_id, task.node_id, task.service_id) == ("running", "", "", "")
    assert (other.status, repr(other)) == ("", "<Task: u>")
    assert list(task.logs()) == [b"out\n", b"err\n"]
    assert [line.text for line in task.lines(tail=2)] == ["out", "err"]
    assert [message.stream for message in task.messages()] == [1, 2]
    assert len(fake_engine.requests) == 4


def test_nodes(client: DockerClient, fake_engine: FakeEngine) -> None:
    node = {"ID": "n", "Version": {"Index": 7}, "Spec": {"Role": "worker", "Availability": "active"}}
    fake_engine.reply("GET", "/nodes", body=[node])
    fake_engine.reply("GET", "/nodes/n", body=node)
    fake_engine.reply("POST", "/nodes/n/update")
    fake_engine.reply("DELETE", "/nodes/n")
    (found,) = client.nodes.list(filters={"role": "worker"})
    assert (found.version, len(fake_engine.requests)) == (7, 1)
    assert found.update({"Role": "worker", "Availability": "drain"})
    assert fake_engine.requests[-1].query == {"version": ["7"]}
    count = len(fake_engine.requests)
    assert found.attrs == node
    assert len(fake_engine.requests) == count + 1, "what the update changed is asked for when it is read"
    assert found.update({"Labels": {"a": "b"}}, merge=True)
    assert fake_engine.requests[-1].json() == {"Role": "worker", "Availability": "active", "Labels": {"a": "b"}}
    assert client.nodes.get("n") == found
    assert found.remove(force=True)
    assert fake_engine.requests[-1].query == {"force": ["1"]}
