"""``docker.types``: docker-py's constructors and attributes, over the Engine's own JSON, without nulls."""

import json
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest

import dockwright.sync as docker
from dockwright.errors import InvalidArgument
from dockwright.sync import types
from dockwright.sync.types import services

SECOND = 10**9
MADE: list[tuple[dict[str, Any], dict[str, Any]]] = [
    (types.LogConfig(), {"Config": {}}),
    (types.LogConfig(type="local", config={"max-size": "1m"}), {"Type": "local", "Config": {"max-size": "1m"}}),
    (types.LogConfig(Type="local", Config={"max-file": "3"}), {"Type": "local", "Config": {"max-file": "3"}}),
    (types.Ulimit(name="nproc", soft=1024), {"Name": "nproc", "Soft": 1024}),
    (types.Ulimit(Name="nproc", Soft=0, Hard=1), {"Name": "nproc", "Soft": 0, "Hard": 1}),
    (types.Healthcheck(), {}),
    (types.Healthcheck(test="true", interval=SECOND), {"Test": ["CMD-SHELL", "true"], "Interval": SECOND}),
    (types.Healthcheck(Test=["NONE"], StartPeriod="1m"), {"Test": ["NONE"], "StartPeriod": 60 * SECOND}),
    (types.Healthcheck(start_interval=timedelta(seconds=2)), {"StartInterval": 2 * SECOND}),
    (
        types.DeviceRequest(),
        {"Driver": "", "Count": 0, "DeviceIDs": [], "Capabilities": [], "Options": {}},
    ),
    (types.Mount("/t", "s"), {"Target": "/t", "Source": "s", "Type": "volume", "ReadOnly": False}),
    (types.Mount("/t", None), {"Target": "/t", "Type": "volume", "ReadOnly": False}),
    (
        types.Mount("/t", "s", no_copy=True, labels={"a": "b"}, driver_config=types.DriverConfig("local", {"o": "p"})),
        {
            "Target": "/t",
            "Source": "s",
            "Type": "volume",
            "ReadOnly": False,
            "VolumeOptions": {
                "NoCopy": True,
                "Labels": {"a": "b"},
                "DriverConfig": {"Name": "local", "Options": {"o": "p"}},
            },
        },
    ),
    (
        types.Mount("/t", "", "tmpfs", tmpfs_size="64m", tmpfs_mode=0o1777),
        {"Target": "/t", "Source": "", "Type": "tmpfs", "ReadOnly": False}
        | {"TmpfsOptions": {"SizeBytes": 2**26, "Mode": 0o1777}},
    ),
    (
        types.Mount.parse_mount_string("/a:/b:ro"),
        {"Target": "/b", "Source": "/a", "Type": "bind", "ReadOnly": True},
    ),
    (types.Mount.parse_mount_string("/b"), {"Target": "/b", "Type": "volume", "ReadOnly": False}),
    (types.Resources(), {}),
    (
        types.Resources(SECOND, 2**20, 0, "1m", {"gpu": 2, "disk": "ssd"}),
        {
            "Limits": {"NanoCPUs": SECOND, "MemoryBytes": 2**20},
            "Reservations": {
                "NanoCPUs": 0,
                "MemoryBytes": 2**20,
                "GenericResources": [
                    {"DiscreteResourceSpec": {"Kind": "gpu", "Value": 2}},
                    {"NamedResourceSpec": {"Kind": "disk", "Value": "ssd"}},
                ],
            },
        },
    ),
    (types.RestartPolicy(), {"Condition": "none", "Delay": 0, "MaxAttempts": 0, "Window": 0}),
    (
        types.RestartPolicy(types.RestartPolicy.condition_types.ON_FAILURE, "5s", 3, 60.0),
        {"Condition": "on-failure", "Delay": 5 * SECOND, "MaxAttempts": 3, "Window": 60 * SECOND},
    ),
    (types.UpdateConfig(), {"Parallelism": 0, "FailureAction": "continue"}),
    (
        types.RollbackConfig(2, 5, "pause", 6, 0.5, "start-first"),
        {
            "Parallelism": 2,
            "Delay": 5,
            "FailureAction": "pause",
            "Monitor": 6,
            "MaxFailureRatio": 0.5,
            "Order": "start-first",
        },
    ),
    (types.DriverConfig("local"), {"Name": "local"}),
    (types.EndpointSpec(), {}),
    (
        types.EndpointSpec("vip", {8080: 80, 53: (54, "udp"), 9: (10, None, "host")}),
        {
            "Mode": "vip",
            "Ports": [
                {"Protocol": "tcp", "PublishedPort": 8080, "TargetPort": 80},
                {"Protocol": "udp", "PublishedPort": 53, "TargetPort": 54},
                {"Protocol": "tcp", "PublishedPort": 9, "TargetPort": 10, "PublishMode": "host"},
            ],
        },
    ),
    (types.ServiceMode("replicated"), {"replicated": {}}),
    (types.ServiceMode("replicated", 0), {"replicated": {"Replicas": 0}}),
    (types.ServiceMode("global"), {"global": {}}),
    (types.ServiceMode("replicated-job", 3), {"ReplicatedJob": {"MaxConcurrent": 1, "TotalCompletions": 3}}),
    (types.ServiceMode("replicated-job", 3, 2), {"ReplicatedJob": {"MaxConcurrent": 2, "TotalCompletions": 3}}),
    (types.ServiceMode("global-job"), {"GlobalJob": {}}),
    (
        types.SecretReference("1", "password"),
        {
            "SecretID": "1",
            "SecretName": "password",
            "File": {"Name": "password", "UID": "0", "GID": "0", "Mode": 0o444},
        },
    ),
    (
        types.ConfigReference({"ID": "1"}, "settings", "a.ini", "5", "6", 0o400),
        {"ConfigID": "1", "ConfigName": "settings", "File": {"Name": "a.ini", "UID": "5", "GID": "6", "Mode": 0o400}},
    ),
    (types.Placement(), {}),
    (
        types.Placement(["node.role==manager"], [("spread", "a")], [("x86_64", "linux")], 2),
        {
            "Constraints": ["node.role==manager"],
            "Preferences": [{"Spread": {"SpreadDescriptor": "a"}}],
            "Platforms": [{"Architecture": "x86_64", "OS": "linux"}],
            "MaxReplicas": 2,
        },
    ),
    (types.PlacementPreference("spread", "a"), {"Spread": {"SpreadDescriptor": "a"}}),
    (types.DNSConfig(), {}),
    (types.DNSConfig(["192.0.2.1"], options=["ndots:1"]), {"Nameservers": ["192.0.2.1"], "Options": ["ndots:1"]}),
    (types.Privileges(), {}),
    (
        types.Privileges(credentialspec_file="a", selinux_disable=False, no_new_privileges=True),
        {"CredentialSpec": {"File": "a"}, "SELinuxContext": {"Disable": False}, "NoNewPrivileges": True},
    ),
    (types.NetworkAttachmentConfig("n"), {"Target": "n"}),
    (
        types.NetworkAttachmentConfig("n", ["a"], {"o": "p"}),
        {"Target": "n", "Aliases": ["a"], "DriverOpts": {"o": "p"}},
    ),
    (types.ContainerSpec("busybox"), {"Image": "busybox"}),
    (
        types.ContainerSpec(
            "busybox",
            "sh -c 'sleep 1'",
            ["a"],
            env={"A": "1", "B": None},
            labels={"l": "1"},
            mounts=["data:/data", types.Mount("/t", None)],
            hosts={"h": "192.0.2.1"},
            user=1000,
            stop_grace_period=30.0,
            healthcheck=types.Healthcheck(test="true"),
            secrets=[types.SecretReference("1", "p")],
            cap_add=["NET_ADMIN"],
            init=False,
        ),
        {
            "Image": "busybox",
            "Command": ["sh", "-c", "sleep 1"],
            "Args": ["a"],
            "Env": ["A=1", "B"],
            "Labels": {"l": "1"},
            "Mounts": [
                {"Target": "/data", "Source": "data", "Type": "volume"},
                {"Target": "/t", "Type": "volume", "ReadOnly": False},
            ],
            "Hosts": ["192.0.2.1 h"],
            "User": "1000",
            "StopGracePeriod": 30 * SECOND,
            "Healthcheck": {"Test": ["CMD-SHELL", "true"]},
            "Secrets": [types.SecretReference("1", "p")],
            "CapabilityAdd": ["NET_ADMIN"],
            "Init": False,
        },
    ),
    (
        types.TaskTemplate(
            types.ContainerSpec("busybox"), {}, None, ["node.role==manager"], types.DriverConfig("local"), ["n"], 0
        ),
        {
            "ContainerSpec": {"Image": "busybox"},
            "Placement": {"Constraints": ["node.role==manager"]},
            "LogDriver": {"Name": "local"},
            "Networks": [{"Target": "n"}],
            "ForceUpdate": 0,
        },
    ),
    (types.IPAMPool(), {}),
    (types.IPAMConfig(), {"Driver": "default", "Config": []}),
    (
        types.IPAMConfig(
            "d",
            [types.IPAMPool("172.28.0.0/16", gateway="172.28.0.1", aux_addresses={"a": "172.28.0.2"})],
            {"o": "p"},
        ),
        {
            "Driver": "d",
            "Config": [{"Subnet": "172.28.0.0/16", "Gateway": "172.28.0.1", "AuxiliaryAddresses": {"a": "172.28.0.2"}}],
            "Options": {"o": "p"},
        },
    ),
    (types.EndpointConfig("1.41"), {}),
    (
        types.EndpointConfig(
            None, ["a"], {"c": "d"}, "172.28.0.9", "fd00::9", ["169.254.0.1"], {"o": "p"}, "02:42:ac:11:00:99"
        ),
        {
            "Aliases": ["a"],
            "Links": ["c:d"],
            "DriverOpts": {"o": "p"},
            "MacAddress": "02:42:ac:11:00:99",
            "IPAMConfig": {"IPv4Address": "172.28.0.9", "IPv6Address": "fd00::9", "LinkLocalIPs": ["169.254.0.1"]},
        },
    ),
    (types.NetworkingConfig(), {}),
    (types.NetworkingConfig({"n": types.EndpointConfig("1.41")}), {"EndpointsConfig": {"n": {}}}),
    (types.SwarmSpec("1.41"), {}),
    (
        types.SwarmSpec("1.41", 5, heartbeat_tick=1, node_cert_expiry=3600 * SECOND, autolock_managers=True),
        {
            "Orchestration": {"TaskHistoryRetentionLimit": 5},
            "Raft": {"HeartbeatTick": 1},
            "CAConfig": {"NodeCertExpiry": 3600 * SECOND},
            "EncryptionConfig": {"AutoLockManagers": True},
        },
    ),
    (types.SwarmExternalCA("https://ca"), {"URL": "https://ca"}),
    (
        types.HostConfig("1.41", ["/a:/b:ro"], {80: 8080}, mem_limit=0, init=False, tmpfs=["/t"]),
        {
            "NetworkMode": "default",
            "Binds": ["/a:/b:ro"],
            "PortBindings": {"80/tcp": [{"HostIp": "", "HostPort": "8080"}]},
            "Memory": 0,
            "Init": False,
            "Tmpfs": {"/t": ""},
        },
    ),
    (types.HostConfig(version="1.41", privileged=True), {"NetworkMode": "default", "Privileged": True}),
    (
        types.ContainerConfig(
            "1.41",
            "busybox",
            "echo hi",
            ports=[80, (53, "udp")],
            volumes="/v",
            runtime="runc",
            host_config=types.HostConfig("1.41", init=True),
            networking_config=types.NetworkingConfig({"n": {}}),
        ),
        {
            "Image": "busybox",
            "Cmd": ["echo", "hi"],
            "Tty": False,
            "OpenStdin": False,
            "NetworkDisabled": False,
            "AttachStdin": False,
            "AttachStdout": True,
            "AttachStderr": True,
            "StdinOnce": False,
            "ExposedPorts": {"80/tcp": {}, "53/udp": {}},
            "Volumes": {"/v": {}},
            "HostConfig": {"Runtime": "runc", "NetworkMode": "default", "Init": True},
            "NetworkingConfig": {"EndpointsConfig": {"n": {}}},
        },
    ),
]


@pytest.mark.parametrize(("made", "expected"), [pytest.param(*pair, id=type(pair[0]).__name__) for pair in MADE])
def test_a_type_is_a_dict_of_what_was_given(made: dict[str, Any], expected: dict[str, Any]) -> None:
    """docker-py 1.10: types have no nulls for what is not given."""
    assert made == expected
    assert json.loads(json.dumps(made)) == expected


def test_every_type_is_made_here() -> None:
    streams = {"CancellableStream"}
    assert {type(made).__name__ for made, _ in MADE} | streams == set(types.__all__)
    assert docker.types is types


@pytest.mark.parametrize(
    ("kind", "fields", "error", "says"),
    [
        (types.Ulimit, {"soft": 1}, InvalidArgument, "Ulimit needs a name such as 'nofile'"),
        (types.Ulimit, {"name": "a", "soft": "1"}, TypeError, "Ulimit['soft'] must be an int, not str: '1'"),
        (types.LogConfig, {"config": ["a"]}, TypeError, "LogConfig['config'] must be a mapping of str to str"),
        (types.DeviceRequest, {"count": "all"}, TypeError, "DeviceRequest['count'] must be an int"),
        (types.Healthcheck, {"interval": 30}, InvalidArgument, "30 seconds are written 30.0 or '30s'"),
        (types.Mount, {"type": "nfs"}, InvalidArgument, "Mount has the type 'nfs'; known are bind, volume"),
        (types.Mount, {"type": "bind", "no_copy": True}, InvalidArgument, "Mount has no_copy, which is for the type"),
        (types.Mount, {"type": "tmpfs", "tmpfs_mode": "700"}, TypeError, "Mount['tmpfs_mode'] must be an int"),
        (types.Mount.parse_mount_string, {"string": "a:b:c:d"}, InvalidArgument, "string must be 'target' or 'source:"),
        (types.ServiceMode, {"mode": "job"}, InvalidArgument, "mode must be one of 'replicated', 'global', "),
        (types.ServiceMode, {"mode": "global", "replicas": 1}, InvalidArgument, "'replicated' or 'replicated-job'"),
        (types.ServiceMode, {"mode": "replicated", "concurrency": 1}, InvalidArgument, "for the mode 'replicated-job'"),
        (types.SecretReference, {"secret_id": ""}, InvalidArgument, "secret_id must not be empty"),
        (types.PlacementPreference, {"strategy": "a"}, InvalidArgument, "must be 'spread' with a label"),
        (types.RestartPolicy, {"condition": "always"}, InvalidArgument, "RestartPolicy['condition'] must be one of"),
        (types.UpdateConfig, {"failure_action": "a"}, InvalidArgument, "UpdateConfig['failure_action'] must be one of"),
        (
            types.RollbackConfig,
            {"failure_action": "rollback"},
            InvalidArgument,
            "RollbackConfig['failure_action'] must",
        ),
        (
            types.Privileges,
            {"credentialspec_file": "a", "credentialspec_registry": "b"},
            InvalidArgument,
            "credentialspec_registry and credentialspec_file exclude each other; give one of them",
        ),
        (types.TaskTemplate, {"force_update": "1"}, TypeError, "force_update must be an int, not str"),
        (types.IPAMPool, {"subnet": "172.28.0.0"}, InvalidArgument, "subnet needs the length of its prefix"),
        (types.EndpointConfig, {"driver_opt": ["a"]}, TypeError, "EndpointConfig['driver_opt'] must be a mapping"),
        (types.HostConfig, {"mem_limit": "much"}, InvalidArgument, "mem_limit must be a number of bytes"),
        (
            types.HostConfig,
            {"network_mode": "host", "port_bindings": {80: 80}},
            InvalidArgument,
            "ports cannot be published with network_mode='host'",
        ),
        (types.ContainerConfig, {"ports": [(80, "tcp", 1)]}, InvalidArgument, "ports must hold ports, or (port, prot"),
    ],
)
def test_what_cannot_be_is_refused(
    kind: Callable[..., Any], fields: dict[str, Any], error: type[Exception], says: str
) -> None:
    needed: dict[Any, dict[str, Any]] = {
        types.Mount: {"target": "/t", "source": None},
        types.SecretReference: {"secret_name": "a"},
        types.PlacementPreference: {"descriptor": "a"},
        types.TaskTemplate: {"container_spec": {}},
        types.EndpointConfig: {"version": "1.41"},
        types.HostConfig: {"version": "1.41"},
        types.ContainerConfig: {"version": "1.41", "image": "busybox", "command": None},
    }
    with pytest.raises(error) as caught:
        kind(**needed.get(kind, {}), **fields)
    assert says in str(caught.value)


def test_entries_are_attributes() -> None:
    check = types.Healthcheck(test="true")
    assert (check.test, check.interval) == (["CMD-SHELL", "true"], None)
    check.test, check.interval, check.retries = ["CMD", "a"], 2.5, 3
    assert check == {"Test": ["CMD", "a"], "Interval": 5 * SECOND // 2, "Retries": 3}
    check.interval = None
    assert "Interval" not in check
    with pytest.raises(InvalidArgument, match=r"Healthcheck\.timeout must be 0 or at least a millisecond"):
        check.timeout = 5
    limit = types.Ulimit(name="core", soft=1)
    limit.hard = 2
    assert (limit.name, limit.soft, limit.hard, limit["Hard"]) == ("core", 1, 2, 2)
    request = types.DeviceRequest(device_ids=["0"])
    request.capabilities, request.driver = [["gpu"]], "nvidia"
    assert (request.count, request.device_ids, request.options) == (0, ["0"], {})
    assert (request["Capabilities"], request["Driver"]) == ([["gpu"]], "nvidia")


def test_options_of_a_log_are_set_one_by_one() -> None:
    given = {"max-size": "1m"}
    log = types.LogConfig(type=types.LogConfig.types.JSON, config=given)
    log.set_config_value("max-file", "3")
    log.unset_config("max-size")
    log.unset_config("absent")
    log.type = types.LogConfig.types.LOCAL
    assert log == {"Type": "local", "Config": {"max-file": "3"}}
    assert log.config == {"max-file": "3"}
    assert given == {"max-size": "1m"}


def test_parts_of_a_task() -> None:
    container, resources = types.ContainerSpec("busybox"), types.Resources(mem_limit="1m")
    task = types.TaskTemplate(container, resources, types.RestartPolicy(), types.Placement(["a==b"]))
    assert task.container_spec is container
    assert task.resources == {"Limits": {"MemoryBytes": 2**20}}
    assert (task.restart_policy, task.placement) == (types.RestartPolicy(), {"Constraints": ["a==b"]})
    assert types.TaskTemplate(container).placement is None


def test_numbers_of_a_mode() -> None:
    modes = [types.ServiceMode("replicated", 3), types.ServiceMode("replicated-job", 4), types.ServiceMode("global")]
    assert [(mode.mode, mode.replicas) for mode in modes] == [("replicated", 3), ("ReplicatedJob", 4), ("global", None)]


def test_a_secret_with_an_object() -> None:
    class Secret:
        id = "1"

    assert types.SecretReference(Secret(), "a")["SecretID"] == "1"
    assert services.convert_service_ports([{"TargetPort": 80}]) == [{"TargetPort": 80}]


def test_the_key_of_a_swarm_is_not_shown() -> None:
    spec = types.SwarmSpec("1.41", signing_ca_cert="cert", signing_ca_key="hunter2")
    assert spec["CAConfig"]["SigningCAKey"] == "hunter2"
    assert "hunter2" not in repr(spec)
    assert "hunter2" not in str(spec)
    assert "cert" in repr(spec)


def test_a_stream_ends_when_it_is_closed() -> None:
    closed: list[str] = []

    class Response:
        def close(self) -> None:
            closed.append("response")

    def lines() -> Iterator[bytes]:
        try:
            yield b"a"
            yield b"b"
        finally:
            closed.append("stream")

    stream = types.CancellableStream(lines(), Response())
    assert next(stream) == b"a"
    stream.close()
    stream.close()
    assert closed == ["response", "stream"]
    assert list(stream) == []
    assert list(types.CancellableStream(iter([1, 2]), None)) == [1, 2]


def test_an_error_of_a_stream_is_raised_unless_it_was_closed() -> None:
    class Broken:
        def __iter__(self) -> Iterator[bytes]:
            return self

        def __next__(self) -> bytes:
            raise ConnectionResetError

    stream = types.CancellableStream(Broken(), None)
    with pytest.raises(ConnectionResetError):
        next(stream)
    stream.close()
    assert list(stream) == []
