"""Every option of a new container, in every form, beside what an inspection of that container then shows.

``where`` is the path to it in the inspection. ``since`` is the API version that an engine has to speak; ``alone`` keeps
a form out of the containers that have many options at once. What no engine of the tests can show (GPUs, Windows, block
devices, real-time scheduling) is compared as the body of the request, in ``tests/unit/options/test_containers.py``.
"""

from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from dockwright.sync import types
from dockwright_api import models

SECOND = 10**9
MIB = 2**20


class Form(NamedTuple):
    """One way to write an option, and what comes of it."""

    option: str
    value: Any
    where: str
    shows: Any
    since: str = ""
    until: str = ""
    alone: bool = False
    beside: Mapping[str, Any] = MappingProxyType({})


def _mount(**fields: Any) -> dict[str, Any]:
    return {"Target": "/data", "Source": "data", "Type": "volume", **fields}


PORT = {"HostIp": "", "HostPort": "8080"}
NULL = {"PathOnHost": "/dev/null", "PathInContainer": "/dev/null", "CgroupPermissions": "rwm"}
NOFILE = {"Name": "nofile", "Soft": 1024, "Hard": 2048}
HEALTH = {"Test": ["CMD-SHELL", "true"], "Interval": 5 * SECOND, "Timeout": SECOND // 2, "Retries": 3}
CHECKED = {**HEALTH, "StartPeriod": 90 * SECOND}
ROTATED = {"Type": "json-file", "Config": {"max-size": "1m"}}
NETWORK = "{network}"
OTHER = "{container}"

FORMS = [
    # What runs.
    Form(
        "environment",
        {"A": "1", "B": 2, "C": "", "D": 1.5, "E": b"x"},
        "Config.Env",
        ["A=1", "B=2", "C=", "D=1.5", "E=x"],
    ),
    Form("environment", ["A=1", "B=x=y"], "Config.Env", ["A=1", "B=x=y"]),
    Form("environment", ("A=1",), "Config.Env", ["A=1"]),
    Form("entrypoint", "sh -c 'exit 1'", "Config.Entrypoint", ["sh", "-c", "exit 1"]),
    Form("entrypoint", ["sh", "-c"], "Config.Entrypoint", ["sh", "-c"]),
    Form("working_dir", "/srv", "Config.WorkingDir", "/srv"),
    Form("user", "nobody", "Config.User", "nobody"),
    Form("user", 1000, "Config.User", "1000"),
    Form("user", 0, "Config.User", "0"),
    Form("tty", True, "Config.Tty", True),
    Form("tty", False, "Config.Tty", False),
    Form("stdin_open", True, "Config.OpenStdin", True),
    Form("stop_signal", "SIGINT", "Config.StopSignal", "SIGINT"),
    Form("stop_signal", 2, "Config.StopSignal", "2"),
    Form("stop_timeout", 30, "Config.StopTimeout", 30),
    Form("stop_timeout", 0, "Config.StopTimeout", 0),
    Form("hostname", "host-a", "Config.Hostname", "host-a"),
    Form("domainname", "example.org", "Config.Domainname", "example.org"),
    Form("domainname", ["example.org"], "Config.Domainname", "example.org"),
    Form("labels", {"a": "1", "b": ""}, "Config.Labels", {"a": "1", "b": ""}),
    Form("labels", ["a", "b"], "Config.Labels", {"a": "", "b": ""}),
    Form("annotations", {"a": "1"}, "HostConfig.Annotations", {"a": "1"}, since="1.43"),
    Form("shell", ["/bin/sh", "-c"], "Config.Shell", ["/bin/sh", "-c"]),
    Form("on_build", ["RUN true"], "Config.OnBuild", ["RUN true"]),
    # Is it healthy?
    Form("healthcheck", {"test": "true"}, "Config.Healthcheck", {"Test": ["CMD-SHELL", "true"]}),
    Form("healthcheck", {"test": ["CMD", "true"]}, "Config.Healthcheck", {"Test": ["CMD", "true"]}),
    Form("healthcheck", {"test": ["NONE"]}, "Config.Healthcheck", {"Test": ["NONE"]}),
    Form("healthcheck", {"test": [], "retries": 2}, "Config.Healthcheck", {"Retries": 2}),
    Form(
        "healthcheck",
        {"test": "true", "interval": 5 * SECOND, "timeout": SECOND // 2, "retries": 3, "start_period": 90 * SECOND},
        "Config.Healthcheck",
        CHECKED,
    ),
    Form(
        "healthcheck",
        {"test": "true", "interval": 5.0, "timeout": 0.5, "retries": 3, "start_period": timedelta(minutes=1.5)},
        "Config.Healthcheck",
        CHECKED,
    ),
    Form(
        "healthcheck",
        {"test": "true", "interval": "5s", "timeout": "500ms", "retries": 3, "start_period": "1m30s"},
        "Config.Healthcheck",
        CHECKED,
    ),
    Form("healthcheck", dict(CHECKED), "Config.Healthcheck", CHECKED),
    Form(
        "healthcheck",
        types.Healthcheck(test="true", interval=5 * SECOND, timeout=0.5, retries=3, start_period="1m30s"),
        "Config.Healthcheck",
        CHECKED,
    ),
    Form(
        "healthcheck",
        models.HealthConfig.model_validate(CHECKED),
        "Config.Healthcheck",
        CHECKED,
    ),
    Form("healthcheck", {"start_interval": 2.0}, "Config.Healthcheck.StartInterval", 2 * SECOND, since="1.44"),
    # Networks.
    Form("network", NETWORK, "HostConfig.NetworkMode", NETWORK),
    Form("network", "none", "HostConfig.NetworkMode", "none"),
    Form("network", "host", "HostConfig.NetworkMode", "host", alone=True),
    Form("network", f"container:{OTHER}", "HostConfig.NetworkMode", "container:{other_id}", alone=True),
    Form("network_mode", "bridge", "HostConfig.NetworkMode", "bridge", alone=True),
    Form("network_mode", "none", "HostConfig.NetworkMode", "none", alone=True),
    Form("network_mode", "host", "HostConfig.NetworkMode", "host", alone=True),
    Form("network_mode", f"container:{OTHER}", "HostConfig.NetworkMode", "container:{other_id}", alone=True),
    Form(
        "networking_config",
        {NETWORK: {"aliases": ["db"], "driver_opt": {"a": "b"}}},
        "NetworkSettings.Networks.{network}",
        {"Aliases": ["db"], "DriverOpts": {"a": "b"}},
        alone=True,
        beside={"network": NETWORK},
    ),
    Form(
        "networking_config",
        {NETWORK: types.EndpointConfig("1.41", ipv4_address="172.31.254.9", link_local_ips=["169.254.1.1"])},
        "NetworkSettings.Networks.{network}.IPAMConfig",
        {"IPv4Address": "172.31.254.9", "LinkLocalIPs": ["169.254.1.1"]},
        alone=True,
        beside={"network": NETWORK},
    ),
    Form(
        "networking_config",
        {NETWORK: {"Aliases": ["db"], "IPAMConfig": {"IPv4Address": "172.31.254.9"}}},
        "NetworkSettings.Networks.{network}.IPAMConfig",
        {"IPv4Address": "172.31.254.9"},
        alone=True,
        beside={"network": NETWORK},
    ),
    Form(
        "networking_config",
        types.NetworkingConfig({NETWORK: types.EndpointConfig("1.41", links={OTHER: "db"})}),
        "NetworkSettings.Networks.{network}.Links",
        [f"{OTHER}:db"],
        alone=True,
        beside={"network": NETWORK},
    ),
    Form(
        "networking_config",
        {NETWORK: {"mac_address": "02:42:ac:11:00:99"}},
        "NetworkSettings.Networks.{network}.MacAddress",
        "02:42:ac:11:00:99",
        since="1.44",
        alone=True,
        beside={"network": NETWORK},
    ),
    Form(
        "networking_config",
        {NETWORK: {"gw_priority": 7}},
        "NetworkSettings.Networks.{network}.GwPriority",
        7,
        since="1.48",
        alone=True,
        beside={"network": NETWORK},
    ),
    Form("network_disabled", True, "Config.NetworkDisabled", True),
    Form("mac_address", "02:42:ac:11:00:99", "Config.MacAddress", "02:42:ac:11:00:99", alone=True),
    Form("ports", {80: 8080}, "HostConfig.PortBindings", {"80/tcp": [PORT]}),
    Form("ports", {"80": "8080"}, "HostConfig.PortBindings", {"80/tcp": [PORT]}),
    Form("ports", {"53/udp": 8080, "9/sctp": 9}, "HostConfig.PortBindings.53/udp", [PORT]),
    Form("ports", {"80/tcp": None}, "HostConfig.PortBindings", {"80/tcp": [{"HostIp": "", "HostPort": ""}]}),
    Form("ports", {80: ("127.0.0.1", 8080)}, "HostConfig.PortBindings", {"80/tcp": [{**PORT, "HostIp": "127.0.0.1"}]}),
    Form(
        "ports", {80: ("127.0.0.1",)}, "HostConfig.PortBindings", {"80/tcp": [{"HostIp": "127.0.0.1", "HostPort": ""}]}
    ),
    Form("ports", {80: (8080,)}, "HostConfig.PortBindings", {"80/tcp": [PORT]}),
    Form(
        "ports",
        {80: [8080, ("127.0.0.1", 9)]},
        "HostConfig.PortBindings.80/tcp",
        [PORT, {"HostIp": "127.0.0.1", "HostPort": "9"}],
    ),
    Form("ports", {80: {"HostPort": 8080}}, "HostConfig.PortBindings", {"80/tcp": [PORT]}),
    Form(
        "ports",
        {80: {"HostPort": "8080", "HostIp": "::1"}},
        "HostConfig.PortBindings",
        {"80/tcp": [{"HostIp": "::1", "HostPort": "8080"}]},
    ),
    Form("ports", {80: 8080, "53/udp": None}, "Config.ExposedPorts", {"80/tcp": {}, "53/udp": {}}),
    Form("publish_all_ports", True, "HostConfig.PublishAllPorts", True),
    Form("extra_hosts", {"a": "192.0.2.1"}, "HostConfig.ExtraHosts", ["a:192.0.2.1"]),
    Form("extra_hosts", ["a:192.0.2.1", "b:192.0.2.2"], "HostConfig.ExtraHosts", ["a:192.0.2.1", "b:192.0.2.2"]),
    Form("dns", ["192.0.2.1"], "HostConfig.Dns", ["192.0.2.1"]),
    Form("dns_opt", ["ndots:1"], "HostConfig.DnsOptions", ["ndots:1"]),
    Form("dns_search", ["example.org"], "HostConfig.DnsSearch", ["example.org"]),
    Form("links", {OTHER: "db"}, "HostConfig.Links", [f"/{OTHER}:/{{name}}/db"], alone=True),
    Form("links", {OTHER: None}, "HostConfig.Links", [f"/{OTHER}:/{{name}}/{OTHER}"], alone=True),
    Form("links", [(OTHER, "db")], "HostConfig.Links", [f"/{OTHER}:/{{name}}/db"], alone=True),
    Form("links", [f"{OTHER}:db"], "HostConfig.Links", [f"/{OTHER}:/{{name}}/db"], alone=True),
    # Files.
    Form("volumes", {"/srv": {"bind": "/dst", "mode": "ro"}}, "HostConfig.Binds", ["/srv:/dst:ro"]),
    Form("volumes", {"/srv": {"bind": "/dst"}}, "HostConfig.Binds", ["/srv:/dst:rw"]),
    Form("volumes", {"/srv": {"bind": "/dst", "ro": True}}, "HostConfig.Binds", ["/srv:/dst:ro"]),
    Form("volumes", {"/srv": "/dst"}, "HostConfig.Binds", ["/srv:/dst:rw"]),
    Form("volumes", {Path("/srv"): "/dst"}, "HostConfig.Binds", ["/srv:/dst:rw"]),
    Form("volumes", {"/srv": {"bind": "/dst", "propagation": "rslave"}}, "HostConfig.Binds", ["/srv:/dst:rw,rslave"]),
    Form("volumes", ["/srv:/dst", "/srv:/dst2:ro"], "HostConfig.Binds", ["/srv:/dst", "/srv:/dst2:ro"]),
    Form("volumes", ["/anonymous"], "Config.Volumes", {"/anonymous": {}}),
    Form("mounts", [types.Mount("/data", "{volume}")], "HostConfig.Mounts.0", _mount(Source="{volume}")),
    Form(
        "mounts",
        [_mount(Source="{volume}", ReadOnly=True)],
        "HostConfig.Mounts.0",
        _mount(Source="{volume}", ReadOnly=True),
    ),
    Form("mounts", [models.Mount.model_validate(_mount(Source="{volume}"))], "HostConfig.Mounts.0.Target", "/data"),
    Form(
        "mounts",
        [{"target": "/data", "source": "/srv", "type": "bind"}],
        "HostConfig.Mounts.0",
        {"Target": "/data", "Source": "/srv", "Type": "bind"},
    ),
    Form(
        "mounts",
        ["/srv:/data:ro"],
        "HostConfig.Mounts.0",
        {"Target": "/data", "Source": "/srv", "Type": "bind", "ReadOnly": True},
    ),
    Form(
        "mounts",
        [types.Mount("/data", "/srv", type="bind", propagation="rslave", consistency="cached")],
        "HostConfig.Mounts.0",
        {
            "Target": "/data",
            "Source": "/srv",
            "Type": "bind",
            "BindOptions": {"Propagation": "rslave"},
            "Consistency": "cached",
        },
    ),
    Form(
        "mounts",
        [
            types.Mount(
                "/data",
                "{volume}",
                no_copy=True,
                labels={"dockwright.test": "1"},
                driver_config=types.DriverConfig("local"),
            )
        ],
        "HostConfig.Mounts.0.VolumeOptions",
        {"NoCopy": True, "Labels": {"dockwright.test": "1"}, "DriverConfig": {"Name": "local"}},
    ),
    Form(
        "mounts",
        [types.Mount("/data", None, type="tmpfs", tmpfs_size="1m", tmpfs_mode=0o700)],
        "HostConfig.Mounts.0",
        {"Target": "/data", "Type": "tmpfs", "TmpfsOptions": {"SizeBytes": MIB, "Mode": 0o700}},
    ),
    Form(
        "mounts",
        [{"target": "/data", "type": "tmpfs", "tmpfs_options": ["noexec"]}],
        "HostConfig.Mounts.0.TmpfsOptions.Options",
        [["noexec"]],
        since="1.46",
    ),
    Form(
        "mounts",
        [types.Mount("/data", "/srv", type="bind", non_recursive=True)],
        "HostConfig.Mounts.0.BindOptions.NonRecursive",
        True,
    ),
    Form(
        "mounts",
        [types.Mount("/data", "/srv", type="bind", create_mountpoint=True)],
        "HostConfig.Mounts.0.BindOptions.CreateMountpoint",
        True,
        since="1.42",
    ),
    Form(
        "mounts",
        [types.Mount("/data", "/srv", type="bind", read_only=True, read_only_non_recursive=True)],
        "HostConfig.Mounts.0.BindOptions.ReadOnlyNonRecursive",
        True,
        since="1.44",
    ),
    Form(
        "mounts",
        [types.Mount("/data", "{volume}", subpath="a")],
        "HostConfig.Mounts.0.VolumeOptions.Subpath",
        "a",
        since="1.45",
    ),
    Form("volumes_from", [OTHER], "HostConfig.VolumesFrom", [OTHER]),
    Form("volumes_from", f"{OTHER}:ro", "HostConfig.VolumesFrom", [f"{OTHER}:ro"]),
    Form("volume_driver", "local", "HostConfig.VolumeDriver", "local"),
    Form(
        "tmpfs",
        {"/mnt/a": "", "/mnt/b": "size=3m,uid=1000"},
        "HostConfig.Tmpfs",
        {"/mnt/a": "", "/mnt/b": "size=3m,uid=1000"},
    ),
    Form("tmpfs", ["/mnt/a", "/mnt/b:size=3m"], "HostConfig.Tmpfs", {"/mnt/a": "", "/mnt/b": "size=3m"}),
    Form("read_only", True, "HostConfig.ReadonlyRootfs", True),
    Form("masked_paths", ["/proc/kcore"], "HostConfig.MaskedPaths", ["/proc/kcore"]),
    Form("masked_paths", [], "HostConfig.MaskedPaths", []),
    Form("readonly_paths", ["/proc/sys"], "HostConfig.ReadonlyPaths", ["/proc/sys"]),
    Form("devices", ["/dev/null"], "HostConfig.Devices", [NULL]),
    Form("devices", ["/dev/null:/dev/x"], "HostConfig.Devices", [{**NULL, "PathInContainer": "/dev/x"}]),
    Form(
        "devices",
        ["/dev/null:/dev/x:r"],
        "HostConfig.Devices",
        [{**NULL, "PathInContainer": "/dev/x", "CgroupPermissions": "r"}],
    ),
    Form("devices", [dict(NULL)], "HostConfig.Devices", [NULL]),
    Form(
        "devices",
        [{"path_on_host": "/dev/null", "path_in_container": "/dev/null", "cgroup_permissions": "rwm"}],
        "HostConfig.Devices",
        [NULL],
    ),
    Form("device_cgroup_rules", ["c 13:* rwm"], "HostConfig.DeviceCgroupRules", ["c 13:* rwm"]),
    Form(
        "device_requests",
        [types.DeviceRequest(driver="none", count=-1, capabilities=[["gpu"]])],
        "HostConfig.DeviceRequests",
        [{"Driver": "none", "Count": -1, "DeviceIDs": [], "Capabilities": [["gpu"]], "Options": {}}],
    ),
    Form(
        "device_requests",
        [{"driver": "none", "device_ids": ["0"], "capabilities": [["gpu"]], "options": {"a": "b"}}],
        "HostConfig.DeviceRequests",
        [{"Driver": "none", "Count": 0, "DeviceIDs": ["0"], "Capabilities": [["gpu"]], "Options": {"a": "b"}}],
    ),
    Form("gpus", "all", "HostConfig.DeviceRequests.0", {"Count": -1, "Capabilities": [["gpu"]]}, alone=True),
    Form("gpus", 2, "HostConfig.DeviceRequests.0", {"Count": 2, "Capabilities": [["gpu"]]}, alone=True),
    Form(
        "gpus",
        ["0", "1"],
        "HostConfig.DeviceRequests.0",
        {"DeviceIDs": ["0", "1"], "Capabilities": [["gpu"]]},
        alone=True,
    ),
    # Memory.
    Form("mem_limit", "64m", "HostConfig.Memory", 64 * MIB),
    Form("mem_limit", 64 * MIB, "HostConfig.Memory", 64 * MIB),
    Form("mem_limit", 67108864.0, "HostConfig.Memory", 64 * MIB),
    Form("mem_limit", "67108864b", "HostConfig.Memory", 64 * MIB),
    Form("mem_limit", "65536k", "HostConfig.Memory", 64 * MIB),
    Form("mem_limit", "65536KiB", "HostConfig.Memory", 64 * MIB),
    Form("mem_limit", "64MB", "HostConfig.Memory", 64 * MIB),
    Form("mem_limit", "0.0625g", "HostConfig.Memory", 64 * MIB),
    Form("mem_limit", 0, "HostConfig.Memory", 0, alone=True),
    Form("mem_reservation", "32m", "HostConfig.MemoryReservation", 32 * MIB),
    Form("memswap_limit", "128m", "HostConfig.MemorySwap", 128 * MIB, beside={"mem_limit": "64m"}),
    Form("memswap_limit", -1, "HostConfig.MemorySwap", -1, beside={"mem_limit": "64m"}),
    Form("mem_swappiness", 0, "HostConfig.MemorySwappiness", 0),
    Form("mem_swappiness", 100, "HostConfig.MemorySwappiness", 100),
    Form("kernel_memory", "16m", "HostConfig.KernelMemory", 16 * MIB, until="1.41"),
    Form("kernel_memory_tcp", "16m", "HostConfig.KernelMemoryTCP", 16 * MIB, until="1.51"),
    Form("oom_kill_disable", True, "HostConfig.OomKillDisable", True, beside={"mem_limit": "64m"}),
    Form("oom_score_adj", 500, "HostConfig.OomScoreAdj", 500),
    Form("shm_size", "32m", "HostConfig.ShmSize", 32 * MIB),
    Form("shm_size", 32 * MIB, "HostConfig.ShmSize", 32 * MIB),
    # CPUs and others.
    Form("cpus", 0.5, "HostConfig.NanoCpus", SECOND // 2, alone=True),
    Form("cpus", "1.5", "HostConfig.NanoCpus", 3 * SECOND // 2, alone=True),
    Form("nano_cpus", SECOND // 2, "HostConfig.NanoCpus", SECOND // 2, alone=True),
    Form("cpu_shares", 512, "HostConfig.CpuShares", 512),
    Form("cpu_shares", 0, "HostConfig.CpuShares", 0),
    Form("cpu_period", 50_000, "HostConfig.CpuPeriod", 50_000),
    Form("cpu_quota", 25_000, "HostConfig.CpuQuota", 25_000),
    Form("cpu_quota", 0, "HostConfig.CpuQuota", 0),
    Form("cpuset_cpus", "0", "HostConfig.CpusetCpus", "0"),
    Form("cpuset_mems", "0", "HostConfig.CpusetMems", "0"),
    Form("blkio_weight", 0, "HostConfig.BlkioWeight", 0),
    Form("pids_limit", 100, "HostConfig.PidsLimit", 100),
    Form("pids_limit", -1, "HostConfig.PidsLimit", None),
    Form("ulimits", [types.Ulimit(name="nofile", soft=1024, hard=2048)], "HostConfig.Ulimits", [NOFILE]),
    Form("ulimits", [{"name": "nofile", "soft": 1024, "hard": 2048}], "HostConfig.Ulimits", [NOFILE]),
    Form("ulimits", [dict(NOFILE)], "HostConfig.Ulimits", [NOFILE]),
    Form("ulimits", [models.Ulimit(name="nofile", soft=1024, hard=2048)], "HostConfig.Ulimits", [NOFILE]),
    Form("ulimits", ["nofile=1024:2048"], "HostConfig.Ulimits", [NOFILE]),
    Form("ulimits", {"nofile": (1024, 2048)}, "HostConfig.Ulimits", [NOFILE]),
    Form("ulimits", {"core": 0}, "HostConfig.Ulimits", [{"Name": "core", "Soft": 0, "Hard": 0}]),
    Form("cgroup_parent", "dockwright", "HostConfig.CgroupParent", "dockwright"),
    Form("init", True, "HostConfig.Init", True),
    Form("init", False, "HostConfig.Init", False),
    # The end of it, and its log.
    Form("auto_remove", True, "HostConfig.AutoRemove", True, alone=True),
    Form(
        "restart_policy",
        {"Name": "on-failure", "MaximumRetryCount": 5},
        "HostConfig.RestartPolicy",
        {"Name": "on-failure", "MaximumRetryCount": 5},
    ),
    Form("restart_policy", {"Name": "always"}, "HostConfig.RestartPolicy.Name", "always"),
    Form("restart_policy", {"name": "always"}, "HostConfig.RestartPolicy.Name", "always"),
    Form("restart_policy", "on-failure:5", "HostConfig.RestartPolicy.MaximumRetryCount", 5),
    Form("restart_policy", "unless-stopped", "HostConfig.RestartPolicy.Name", "unless-stopped"),
    Form(
        "log_config",
        types.LogConfig(type=types.LogConfig.types.JSON, config={"max-size": "1m"}),
        "HostConfig.LogConfig",
        ROTATED,
    ),
    Form("log_config", {"type": "json-file", "config": {"max-size": "1m"}}, "HostConfig.LogConfig", ROTATED),
    Form("log_config", dict(ROTATED), "HostConfig.LogConfig", ROTATED),
    Form("log_config", "local", "HostConfig.LogConfig.Type", "local"),
    Form("console_size", (24, 80), "HostConfig.ConsoleSize", [24, 80]),
    # Rights and namespaces.
    Form("privileged", True, "HostConfig.Privileged", True),
    Form("cap_add", ["NET_ADMIN", "CAP_MKNOD"], "HostConfig.CapAdd", ["NET_ADMIN", "CAP_MKNOD"]),
    Form("cap_drop", ["ALL"], "HostConfig.CapDrop", ["ALL"]),
    Form("group_add", ["audio", 29], "HostConfig.GroupAdd", ["audio", "29"]),
    Form("security_opt", ["no-new-privileges"], "HostConfig.SecurityOpt", ["no-new-privileges"], alone=True),
    Form(
        "security_opt",
        ("no-new-privileges", "seccomp=unconfined"),
        "HostConfig.SecurityOpt",
        ["no-new-privileges", "seccomp=unconfined"],
        alone=True,
    ),
    Form("sysctls", {"net.core.somaxconn": 256}, "HostConfig.Sysctls", {"net.core.somaxconn": "256"}),
    Form("sysctls", {"net.core.somaxconn": "256"}, "HostConfig.Sysctls", {"net.core.somaxconn": "256"}),
    Form("cgroupns", "private", "HostConfig.CgroupnsMode", "private"),
    Form("cgroupns", "host", "HostConfig.CgroupnsMode", "host"),
    Form("ipc_mode", "host", "HostConfig.IpcMode", "host"),
    Form("ipc_mode", "shareable", "HostConfig.IpcMode", "shareable"),
    Form("pid_mode", "host", "HostConfig.PidMode", "host"),
    Form("userns_mode", "host", "HostConfig.UsernsMode", "host"),
    Form("userns_mode", "", "HostConfig.UsernsMode", ""),
    Form("uts_mode", "", "HostConfig.UTSMode", ""),
    Form("uts_mode", "host", "HostConfig.UTSMode", "host", alone=True),
    Form("isolation", "default", "HostConfig.Isolation", "default"),
    Form("runtime", "runc", "HostConfig.Runtime", "runc"),
    # Nothing of these stands in the body.
    Form("name", "{name}-own", "Name", "/{name}-own", alone=True),
    Form("platform", "linux/amd64", "Platform", "linux", alone=True),
    Form("version", "1.41", "Config.Image", "{image}"),
    Form("use_config_proxy", False, "Config.Image", "{image}"),
]
