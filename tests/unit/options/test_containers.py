"""The settings of a new container: each option in its place, and nothing that was not asked for."""

from copy import deepcopy
from typing import Any

import pytest

from dockwright.errors import InvalidArgument
from dockwright.options import containers
from dockwright.options.containers import RunOptions, host_config, new_container, wants_config_proxy
from dockwright.options.resources import RESOURCES
from dockwright.sync import types
from dockwright_api import models
from tests.engine.container_options import FORMS


def body(**options: Any) -> dict[str, Any]:
    """Give what options add to a container."""
    given: Any = new_container("busybox", options=options).body  # type: ignore[arg-type]  # any options
    return {key: value for key, value in given.items() if not key.startswith("Attach")}


PLAIN: dict[str, Any] = {"Image": "busybox", "StdinOnce": False, "HostConfig": {}}

# What an inspection on a real engine shows stands in tests/engine/container_options.py, form by form. Here stands, as
# the body of the request, what no engine of the tests can show: GPUs, Windows, block devices, real-time scheduling.
SDA = {"Path": "/dev/sda", "Rate": 2**20}
GPU = {"Count": -1, "Capabilities": [["gpu"]]}
CHECKED = {"Test": ["CMD", "true"], "Interval": 10**9}
ROWS: list[tuple[str, Any, dict[str, Any]]] = [
    ("healthcheck", {"Test": ["CMD", "true"], "Interval": 10**9, "Timeout": None}, {"Healthcheck": CHECKED}),
    ("healthcheck", types.Healthcheck(test=["CMD", "true"], interval=1.0), {"Healthcheck": CHECKED}),
    ("healthcheck", {"start_interval": "2s"}, {"Healthcheck": {"StartInterval": 2 * 10**9}}),
    ("stdin_open", False, {"OpenStdin": False}),
    ("network_disabled", False, {"NetworkDisabled": False}),
    ("domainname", [], {"Domainname": ""}),
    ("version", "auto", {}),
    ("use_config_proxy", True, {}),
]
HOST_ROWS: list[tuple[str, Any, dict[str, Any]]] = [
    ("gpus", "all", {"DeviceRequests": [GPU]}),
    (
        "gpus",
        "device=0,driver=nvidia",
        {"DeviceRequests": [{"Driver": "nvidia", "DeviceIDs": ["0"], "Capabilities": [["gpu"]]}]},
    ),
    ("gpus", {"count": -1}, {"DeviceRequests": [GPU]}),
    (
        "device_requests",
        [types.DeviceRequest(count=-1, capabilities=[["gpu"]])],
        {"DeviceRequests": [{"Driver": "", "DeviceIDs": [], "Options": {}, **GPU}]},
    ),
    ("device_requests", [{"count": -1, "capabilities": [("gpu",)]}], {"DeviceRequests": [GPU]}),
    ("device_requests", [models.DeviceRequest.model_validate(GPU)], {"DeviceRequests": [GPU]}),
    ("device_requests", [], {"DeviceRequests": []}),
    ("blkio_weight", 300, {"BlkioWeight": 300}),
    (
        "blkio_weight_device",
        [{"Path": "/dev/sda", "Weight": 200}],
        {"BlkioWeightDevice": [{"Path": "/dev/sda", "Weight": 200}]},
    ),
    (
        "blkio_weight_device",
        [{"path": "/dev/sda", "weight": 200}],
        {"BlkioWeightDevice": [{"Path": "/dev/sda", "Weight": 200}]},
    ),
    ("blkio_weight_device", {"/dev/sda": 200}, {"BlkioWeightDevice": [{"Path": "/dev/sda", "Weight": 200}]}),
    ("device_read_bps", [{"Path": "/dev/sda", "Rate": 2**20}], {"BlkioDeviceReadBps": [SDA]}),
    ("device_read_bps", [{"path": "/dev/sda", "rate": "1m"}], {"BlkioDeviceReadBps": [SDA]}),
    ("device_read_bps", {"/dev/sda": "1m"}, {"BlkioDeviceReadBps": [SDA]}),
    ("device_read_bps", [models.ThrottleDevice(path="/dev/sda", rate=2**20)], {"BlkioDeviceReadBps": [SDA]}),
    ("device_write_bps", {"/dev/sda": "1m"}, {"BlkioDeviceWriteBps": [SDA]}),
    ("device_read_iops", {"/dev/sda": 2**20}, {"BlkioDeviceReadIOps": [SDA]}),
    ("device_write_iops", [{"Path": "/dev/sda", "Rate": 2**20}], {"BlkioDeviceWriteIOps": [SDA]}),
    ("io_max_bandwidth", "1m", {"IOMaximumBandwidth": 2**20}),
    ("io_max_iops", 100, {"IOMaximumIOps": 100}),
    ("storage_opt", {"size": "1G"}, {"StorageOpt": {"size": "1G"}}),
    ("storage_opt", {"size": 10**9}, {"StorageOpt": {"size": "1000000000"}}),
    ("cpu_count", 1, {"CpuCount": 1}),
    ("cpu_count", 0, {"CpuCount": 0}),
    ("cpu_percent", 50, {"CpuPercent": 50}),
    ("cpu_rt_period", 10**6, {"CpuRealtimePeriod": 10**6}),
    ("cpu_rt_runtime", 950_000, {"CpuRealtimeRuntime": 950_000}),
    ("kernel_memory", "16m", {"KernelMemory": 2**24}),
    ("mem_swappiness", -1, {"MemorySwappiness": -1}),
    ("pids_limit", -1, {"PidsLimit": -1}),
    ("nano_cpus", 0, {"NanoCpus": 0}),
    ("oom_kill_disable", False, {"OomKillDisable": False}),
    ("auto_remove", False, {"AutoRemove": False}),
    ("ipc_mode", "", {"IpcMode": ""}),
    ("isolation", "hyperv", {"Isolation": "hyperv"}),
    ("runtime", "nvidia", {"Runtime": "nvidia"}),
    ("userns_mode", "keep-id", {"UsernsMode": "keep-id"}),
    ("uts_mode", "private", {"UTSMode": "private"}),
    ("security_opt", (r"credentialspec=file://a",), {"SecurityOpt": ["credentialspec=file://a"]}),
    ("lxc_conf", {"lxc.a": "1"}, {"LxcConf": [{"Key": "lxc.a", "Value": "1"}]}),
    ("lxc_conf", [{"Key": "lxc.a", "Value": "1"}], {"LxcConf": [{"Key": "lxc.a", "Value": "1"}]}),
    (
        "mounts",
        [types.Mount("/i", "busybox", type="image", subpath="bin")],
        {
            "Mounts": [
                {
                    "Target": "/i",
                    "Source": "busybox",
                    "Type": "image",
                    "ReadOnly": False,
                    "ImageOptions": {"Subpath": "bin"},
                }
            ]
        },
    ),
    ("restart_policy", "", {"RestartPolicy": {"Name": ""}}),
    ("ulimits", [types.Ulimit(name="core", soft=0)], {"Ulimits": [{"Name": "core", "Soft": 0, "Hard": 0}]}),
    ("log_config", types.LogConfig(type="none"), {"LogConfig": {"Type": "none", "Config": {}}}),
    ("log_config", {"config": {"tag": "a"}}, {"LogConfig": {"Config": {"tag": "a"}}}),
]


@pytest.mark.parametrize(("name", "given", "adds"), ROWS)
def test_options_of_the_container(name: str, given: object, adds: dict[str, Any]) -> None:
    assert body(**{name: given}) == PLAIN | adds


@pytest.mark.parametrize(("name", "given", "adds"), HOST_ROWS)
def test_options_of_the_host(name: str, given: object, adds: dict[str, Any]) -> None:
    assert body(**{name: given}) == PLAIN | {"HostConfig": adds}


def test_every_option_is_tried() -> None:
    shown_by_engines = {form.option for form in FORMS}
    refused = {"init_path"}
    assert {name for name, _, _ in ROWS + HOST_ROWS} | shown_by_engines | refused == set(RunOptions.__annotations__)


def test_every_field_of_the_engine_has_an_option() -> None:
    """docker-py 6: fields such as Annotations, Shell and MaskedPaths have an option too."""
    tables = {**containers._CONFIG, **containers._HOST, **RESOURCES}  # pyright: ignore[reportPrivateUsage]  # the tables
    reached = {row.key for row in tables.values()} | set(body(volumes=["/a:/b"], ports={80: 1}, network="n"))
    reached |= set(body(volumes=["/a:/b"], ports={80: 1})["HostConfig"]) | {"Env", "Cmd"}
    reached |= set(new_container("busybox", "true").body)
    fields = {
        field.alias or name
        for model in (models.ContainerCreateRequest, models.HostConfig)
        for name, field in model.model_fields.items()
    }
    # Of Windows images alone; what the engine only keeps; and what it no longer has.
    left_out = {"ArgsEscaped", "ContainerIDFile", "Cgroup", "Capabilities", "DiskQuota"}
    assert fields - reached == left_out
    assert reached - fields == {"InitPath", "LxcConf"}


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
        ({"ports": {80: 80}, "network": "host"}, "ports cannot be published with network='host'"),
        (
            {"ports": {80: 80}, "network_mode": "container:a"},
            "ports cannot be published with network_mode='container:a'",
        ),
        ({"auto_remove": True, "restart_policy": {"Name": "always"}}, "removed at its end has no restart_policy"),
        ({"cpus": 1.5, "cpu_period": 1000}, "cpus and cpu_period limit the same time"),
        (
            {"init_path": "/init"},
            "init_path is no longer heeded by engines, which have an init of their own; give init=True",
        ),
        (
            {"domainname": ["a", "b"]},
            "domainname takes one name; give the domains to search in as dns_search=['a', 'b']",
        ),
        ({"console_size": [24]}, "console_size must be (height, width), not [24]"),
        ({"log_config": {"typ": "local"}}, "log_config has the key 'typ'; did you mean 'type'?"),
        ({"environment": {"A=B": "1"}}, "environment has the key 'A=B'"),
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
        ({"memory": "1g"}, "run() got an unexpected keyword argument 'memory'"),
        ({"log_config": 1}, "log_config must be a mapping such as {'type': 'json-file', "),
        ({"use_config_proxy": "no"}, "use_config_proxy must be True or False, not str: 'no'"),
        ({"security_opt": "no-new-privileges"}, "security_opt must be a sequence of str"),
        ({"console_size": "24x80"}, "console_size must be (height, width), not str: '24x80'"),
    ],
)
def test_types_and_names_are_checked(options: Any, says: str) -> None:
    with pytest.raises(TypeError) as caught:
        new_container("busybox", options=options, caller="run")
    assert says in str(caught.value)


def test_an_unknown_option_names_the_call() -> None:
    """docker-py 5: the error for an unknown option of create() says create()."""
    options: Any = {"wokring_dir": "/"}
    with pytest.raises(TypeError, match=r"^create\(\) got an unexpected .*; did you mean 'working_dir'\?$"):
        new_container("busybox", options=options)


def test_the_image_and_the_command_are_checked() -> None:
    with pytest.raises(TypeError, match="image must be a str, not bytes"):
        new_container(b"busybox")  # type: ignore[arg-type]  # what it is about
    with pytest.raises(TypeError, match="command must be a str or a sequence of str, not int: 1"):
        new_container("busybox", 1)  # type: ignore[arg-type]  # what it is about


def test_nothing_that_is_given_is_changed() -> None:
    """docker-py 1.11: arguments stay as they are."""
    options: Any = {
        "environment": {"A": "1"},
        "mounts": [{"target": "/data", "source": "data"}],
        "healthcheck": {"test": "true"},
        "networking_config": {"n": {"aliases": ["a"]}},
        "network": "n",
        "ports": {80: [1, 2]},
        "ulimits": [{"name": "core", "soft": 0}],
        "labels": {"a": "1"},
        "log_config": types.LogConfig(type="json-file"),
    }
    before = deepcopy(options)
    made: Any = new_container("busybox", options=options, proxies={"HTTP_PROXY": "http://p"}).body
    made["Labels"]["b"] = made["HostConfig"]["LogConfig"]["Config"]["tag"] = ""
    assert options == before


def test_proxies_give_way_to_own_variables_and_can_be_left_out() -> None:
    proxies = {"HTTP_PROXY": "http://user:hunter2@p", "http_proxy": "http://user:hunter2@p"}
    new = new_container("busybox", options={"environment": {"HTTP_PROXY": "mine"}}, proxies=proxies)
    assert new.body.get("Env") == ["http_proxy=http://user:hunter2@p", "HTTP_PROXY=mine"]
    assert "hunter2" not in repr(new)
    off: RunOptions = {"use_config_proxy": False}
    assert "Env" not in new_container("busybox", options=off, proxies=proxies).body
    assert "Env" not in new_container("busybox").body
    assert not wants_config_proxy(off)
    assert wants_config_proxy({})
    assert wants_config_proxy({"use_config_proxy": None})


def test_gpus_and_device_requests_add_up() -> None:
    requests = [{"driver": "cdi", "device_ids": ["a"]}]
    assert body(gpus=1, device_requests=requests)["HostConfig"]["DeviceRequests"] == [
        {"Driver": "cdi", "DeviceIDs": ["a"]},
        {"Count": 1, "Capabilities": [["gpu"]]},
    ]


def test_settings_of_the_host_alone() -> None:
    assert host_config({"volumes": ["/a:/b"], "mem_limit": None, "init": False}) == {"Binds": ["/a:/b"], "Init": False}
    with pytest.raises(TypeError, match=r"HostConfig\(\) got an unexpected keyword argument 'hostname'"):
        host_config({"hostname": "a"})
