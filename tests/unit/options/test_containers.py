"""The settings of a new container: each option in its place, and nothing that was not asked for."""

from typing import Any

import pytest

from dockwright.errors import InvalidArgument
from dockwright.options import containers
from dockwright.options.containers import RunOptions, new_container
from dockwright_api import models


def body(**options: Any) -> dict[str, Any]:
    """Give what options add to a container."""
    given: Any = new_container("busybox", options=options).body  # type: ignore[arg-type]  # any options
    return {key: value for key, value in given.items() if not key.startswith("Attach")}


PLAIN: dict[str, Any] = {"Image": "busybox", "StdinOnce": False, "HostConfig": {}}

# What tables and functions are tested with elsewhere stands here once, so that no row goes to another place.
ROWS: list[tuple[str, Any, dict[str, Any]]] = [
    ("environment", {"A": "1", "B": None, "C": ""}, {"Env": ["A=1", "B", "C="]}),
    ("environment", ["A=1"], {"Env": ["A=1"]}),
    ("entrypoint", "sh -c 'exit 1'", {"Entrypoint": ["sh", "-c", "exit 1"]}),
    ("entrypoint", ["sh"], {"Entrypoint": ["sh"]}),
    ("working_dir", "/srv", {"WorkingDir": "/srv"}),
    ("user", 1000, {"User": "1000"}),
    ("tty", True, {"Tty": True}),
    ("stop_signal", "SIGINT", {"StopSignal": "SIGINT"}),
    ("labels", ["a"], {"Labels": {"a": ""}}),
    ("hostname", "h", {"Hostname": "h"}),
    ("domainname", "d", {"Domainname": "d"}),
    ("network_disabled", True, {"NetworkDisabled": True}),
]
HOST_ROWS: list[tuple[str, Any, dict[str, Any]]] = [
    ("network_mode", "none", {"NetworkMode": "none"}),
    ("publish_all_ports", True, {"PublishAllPorts": True}),
    ("extra_hosts", {"a": "::1"}, {"ExtraHosts": ["a:::1"]}),
    ("dns", ["192.0.2.1"], {"Dns": ["192.0.2.1"]}),
    ("dns_opt", ["ndots:1"], {"DnsOptions": ["ndots:1"]}),
    ("dns_search", ["example.org"], {"DnsSearch": ["example.org"]}),
    ("volumes_from", "a,b", {"VolumesFrom": ["a", "b"]}),
    ("volume_driver", "local", {"VolumeDriver": "local"}),
    ("tmpfs", ["/run"], {"Tmpfs": {"/run": ""}}),
    ("read_only", True, {"ReadonlyRootfs": True}),
    ("storage_opt", {"size": "1G"}, {"StorageOpt": {"size": "1G"}}),
    ("devices", [{"PathOnHost": "/d"}], {"Devices": [{"PathOnHost": "/d"}]}),
    ("device_cgroup_rules", ["c 1:3 r"], {"DeviceCgroupRules": ["c 1:3 r"]}),
    ("mem_limit", "64m", {"Memory": 2**26}),
    ("mem_reservation", "32m", {"MemoryReservation": 2**25}),
    ("memswap_limit", -1, {"MemorySwap": -1}),
    ("mem_swappiness", 0, {"MemorySwappiness": 0}),
    ("shm_size", "1m", {"ShmSize": 2**20}),
    ("oom_kill_disable", True, {"OomKillDisable": True}),
    ("oom_score_adj", -5, {"OomScoreAdj": -5}),
    ("nano_cpus", 5 * 10**8, {"NanoCpus": 5 * 10**8}),
    ("cpu_count", 1, {"CpuCount": 1}),
    ("cpu_percent", 50, {"CpuPercent": 50}),
    ("cpu_period", 100000, {"CpuPeriod": 100000}),
    ("cpu_quota", 50000, {"CpuQuota": 50000}),
    ("cpu_rt_period", 1, {"CpuRealtimePeriod": 1}),
    ("cpu_rt_runtime", 1, {"CpuRealtimeRuntime": 1}),
    ("cpu_shares", 512, {"CpuShares": 512}),
    ("cpuset_cpus", "0-1", {"CpusetCpus": "0-1"}),
    ("cpuset_mems", "0", {"CpusetMems": "0"}),
    ("blkio_weight", 10, {"BlkioWeight": 10}),
    ("pids_limit", 100, {"PidsLimit": 100}),
    ("auto_remove", True, {"AutoRemove": True}),
    ("restart_policy", {"Name": "always"}, {"RestartPolicy": {"Name": "always"}}),
    ("init", True, {"Init": True}),
    ("privileged", True, {"Privileged": True}),
    ("cap_add", ["NET_ADMIN"], {"CapAdd": ["NET_ADMIN"]}),
    ("cap_drop", ["ALL"], {"CapDrop": ["ALL"]}),
    ("group_add", ["audio", 29], {"GroupAdd": ["audio", "29"]}),
    ("security_opt", ["no-new-privileges"], {"SecurityOpt": ["no-new-privileges"]}),
    ("sysctls", {"net.core.somaxconn": 1}, {"Sysctls": {"net.core.somaxconn": "1"}}),
    ("cgroup_parent", "p", {"CgroupParent": "p"}),
    ("cgroupns", "private", {"CgroupnsMode": "private"}),
    ("ipc_mode", "host", {"IpcMode": "host"}),
    ("pid_mode", "host", {"PidMode": "host"}),
    ("userns_mode", "keep-id", {"UsernsMode": "keep-id"}),
    ("uts_mode", "host", {"UTSMode": "host"}),
    ("isolation", "default", {"Isolation": "default"}),
    ("runtime", "runc", {"Runtime": "runc"}),
]


@pytest.mark.parametrize(("name", "given", "adds"), ROWS)
def test_options_of_the_container(name: str, given: object, adds: dict[str, Any]) -> None:
    assert body(**{name: given}) == PLAIN | adds


@pytest.mark.parametrize(("name", "given", "adds"), HOST_ROWS)
def test_options_of_the_host(name: str, given: object, adds: dict[str, Any]) -> None:
    assert body(**{name: given}) == PLAIN | {"HostConfig": adds}


def test_every_option_is_tried_here() -> None:
    several = {"name", "platform", "stdin_open", "ports", "volumes", "network"}
    assert {name for name, _, _ in ROWS + HOST_ROWS} | several == set(RunOptions.__annotations__)


def test_the_engine_knows_every_field() -> None:
    known = {
        field.alias or name
        for model in (models.ContainerCreateRequest, models.HostConfig)
        for name, field in model.model_fields.items()
    }
    rows = {**containers._CONFIG, **containers._HOST}  # pyright: ignore[reportPrivateUsage]  # the table itself
    assert {row.key for row in rows.values()} <= known


def test_none_counts_as_not_given() -> None:
    assert body(**dict.fromkeys(RunOptions.__annotations__)) == PLAIN


def test_name_and_platform_go_beside_the_body() -> None:
    new = new_container("busybox", options={"name": "n", "platform": "linux/arm64"})
    assert (new.name, new.platform) == ("n", "linux/arm64")
    assert "name" not in str(new.body).lower()


@pytest.mark.parametrize(
    ("command", "expected"), [("sh -c 'echo 1'", ["sh", "-c", "echo 1"]), (["a b"], ["a b"]), ("", [])]
)
def test_commands(command: str | list[str], expected: list[str]) -> None:
    assert new_container("busybox", command).body.get("Cmd") == expected
    assert "Cmd" not in new_container("busybox").body


@pytest.mark.parametrize(
    ("detach", "stdin_open", "attached", "stdin"),
    [(False, False, True, False), (False, True, True, True), (True, False, False, False), (True, True, False, False)],
)
def test_what_is_attached(detach: bool, stdin_open: bool, attached: bool, stdin: bool) -> None:
    made: Any = new_container("busybox", options={"stdin_open": stdin_open}, detach=detach).body
    assert (made["AttachStdout"], made["AttachStderr"]) == (attached, attached)
    assert (made["AttachStdin"], made["StdinOnce"], made["OpenStdin"]) == (stdin, stdin, stdin_open)


def test_ports_and_volumes_fill_two_fields() -> None:
    made = body(ports={80: 8080}, volumes=["/s:/d"])
    assert made["ExposedPorts"] == {"80/tcp": {}}
    assert made["Volumes"] == {"/d": {}}
    assert made["HostConfig"] == {
        "PortBindings": {"80/tcp": [{"HostIp": "", "HostPort": "8080"}]},
        "Binds": ["/s:/d"],
    }


def test_a_network_has_an_endpoint_and_a_mode_has_none() -> None:
    assert body(network="backend") == PLAIN | {
        "HostConfig": {"NetworkMode": "backend"},
        "NetworkingConfig": {"EndpointsConfig": {"backend": {}}},
    }
    assert body(network="host") == PLAIN | {"HostConfig": {"NetworkMode": "host"}}


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"network": "a", "network_mode": "host"}, "network and network_mode cannot be combined"),
        ({"ports": {80: 80}, "network_mode": "host"}, "ports cannot be published with network_mode='host'"),
        ({"entrypoint": "sh -c 'x"}, "entrypoint cannot be split as a shell does"),
        ({"mem_limit": "much"}, "mem_limit must be a number of bytes"),
    ],
)
def test_what_cannot_be_used_is_refused(options: Any, says: str) -> None:
    with pytest.raises(InvalidArgument) as caught:
        new_container("busybox", options=options)
    assert says in caught.value.message


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"working_directory": "/"}, "run() got an unexpected keyword argument 'working_directory'; did you mean "),
        ({"xyzzy": 1}, "run() got an unexpected keyword argument 'xyzzy'"),
        ({"name": 1}, "name must be a str, not int: 1"),
        ({"network": ["a"]}, "network must be a str, not list: ['a']"),
        ({"cap_add": "NET_ADMIN"}, "cap_add must be a sequence of str"),
        ({"environment": "A=1"}, "environment must be a mapping"),
    ],
)
def test_types_and_names_are_checked(options: Any, says: str) -> None:
    with pytest.raises(TypeError) as caught:
        new_container("busybox", options=options, caller="run")
    assert says in str(caught.value)


def test_the_image_and_the_command_are_checked() -> None:
    with pytest.raises(TypeError, match="image must be a str, not bytes"):
        new_container(b"busybox")  # type: ignore[arg-type]  # what it is about
    with pytest.raises(TypeError, match="command must be a str or a sequence of str, not int: 1"):
        new_container("busybox", 1)  # type: ignore[arg-type]  # what it is about
