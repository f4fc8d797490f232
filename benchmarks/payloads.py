"""What the canned engine answers: made once, before anybody measures.

The documents have the keys, the nesting and the sizes of Engine 26 (API 1.45) on a host with a few compose projects.
"""

import hashlib
import json
from typing import Any

API_VERSION = "1.45"
CONTAINERS = 1000
LINE = b"2026-11-20T16:11:07.169 INFO  worker[17]: request served in 12 ms, status 200 OK\n"[-80:]
BLOCK = bytes(range(32, 96)) * 256


def digest(*parts: object) -> str:
    """Give a stable identifier of 64 hexadecimal digits."""
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def folder_stat() -> dict[str, Any]:
    """Make what describes the folder in a container that is copied."""
    return {
        "name": "data",
        "size": 4096,
        "mode": 0x800001ED,
        "mtime": "2026-11-20T16:11:07.169Z",
        "linkTarget": "",
    }


def version() -> dict[str, Any]:
    """Make the reply of ``GET /version``."""
    return {
        "Platform": {"Name": "Docker Engine - Community"},
        "Components": [
            {
                "Name": "Engine",
                "Version": "26.1.5",
                "Details": {
                    "ApiVersion": API_VERSION,
                    "Arch": "amd64",
                    "BuildTime": "2024-07-23T19:48:57.000000000+00:00",
                    "Experimental": "false",
                    "GitCommit": "411e817",
                    "GoVersion": "go1.21.12",
                    "KernelVersion": "6.1.0-23-amd64",
                    "MinAPIVersion": "1.24",
                    "Os": "linux",
                },
            },
            {"Name": "containerd", "Version": "1.7.19", "Details": {"GitCommit": digest("containerd")[:40]}},
            {"Name": "runc", "Version": "1.1.13", "Details": {"GitCommit": "v1.1.13-0-g58aa920"}},
            {"Name": "docker-init", "Version": "0.19.0", "Details": {"GitCommit": "de40ad0"}},
        ],
        "Version": "26.1.5",
        "ApiVersion": API_VERSION,
        "MinAPIVersion": "1.24",
        "GitCommit": "411e817",
        "GoVersion": "go1.21.12",
        "Os": "linux",
        "Arch": "amd64",
        "KernelVersion": "6.1.0-23-amd64",
        "BuildTime": "2024-07-23T19:48:57.000000000+00:00",
    }


def info() -> dict[str, Any]:
    """Make the reply of ``GET /info``, less what nobody reads here."""
    return {
        "ID": "5f1f8a8c-1f5c-4b7c-9d9c-6a0f2f1b7f11",
        "Containers": CONTAINERS,
        "ContainersRunning": CONTAINERS,
        "ContainersPaused": 0,
        "ContainersStopped": 0,
        "Images": 40,
        "Driver": "overlay2",
        "Name": "benchmark",
        "NCPU": 8,
        "MemTotal": 33_554_432_000,
        "ServerVersion": "26.1.5",
        "OperatingSystem": "Debian GNU/Linux 12 (bookworm)",
        "Swarm": {"NodeID": "", "NodeAddr": "", "LocalNodeState": "inactive", "ControlAvailable": False, "Error": ""},
    }


def summary(index: int) -> dict[str, Any]:
    """Make one entry of ``GET /containers/json``."""
    project = f"shop-{index // 10}"
    return {
        "Id": container_id(index),
        "Names": [f"/{project}-worker-{index}"],
        "Image": "registry.example.com/shop/worker:2026.11",
        "ImageID": f"sha256:{digest('image')}",
        "Command": "docker-entrypoint.sh worker --queue orders",
        "Created": 1795190000 + index,
        "Ports": [{"IP": "0.0.0.0", "PrivatePort": 8080, "PublicPort": 20000 + index, "Type": "tcp"}],
        "Labels": _labels(project),
        "State": "running",
        "Status": "Up 3 hours (healthy)",
        "HostConfig": {"NetworkMode": f"{project}_default"},
        "NetworkSettings": {"Networks": {f"{project}_default": _network(index)}},
        "Mounts": [_mount(project)],
    }


def inspection(index: int) -> dict[str, Any]:
    """Make the reply of ``GET /containers/{id}/json``."""
    identifier = container_id(index)
    project = f"shop-{index // 10}"
    root = f"/var/lib/docker/containers/{identifier}"
    layers = f"/var/lib/docker/overlay2/{digest('layer', index)}"
    return {
        "Id": identifier,
        "Created": "2026-11-20T16:11:06.987899375Z",
        "Path": "docker-entrypoint.sh",
        "Args": ["worker", "--queue", "orders"],
        "State": {
            "Status": "running",
            "Running": True,
            "Paused": False,
            "Restarting": False,
            "OOMKilled": False,
            "Dead": False,
            "Pid": 4000 + index,
            "ExitCode": 0,
            "Error": "",
            "StartedAt": "2026-11-20T16:11:07.169617016Z",
            "FinishedAt": "0001-01-01T00:00:00Z",
            "Health": {
                "Status": "healthy",
                "FailingStreak": 0,
                "Log": [
                    {
                        "Start": f"2026-11-20T19:1{probe}:07.169617016Z",
                        "End": f"2026-11-20T19:1{probe}:07.239617016Z",
                        "ExitCode": 0,
                        "Output": "ok\n",
                    }
                    for probe in range(5)
                ],
            },
        },
        "Image": f"sha256:{digest('image')}",
        "ResolvConfPath": f"{root}/resolv.conf",
        "HostnamePath": f"{root}/hostname",
        "HostsPath": f"{root}/hosts",
        "LogPath": f"{root}/{identifier}-json.log",
        "Name": f"/{project}-worker-{index}",
        "RestartCount": 0,
        "Driver": "overlay2",
        "Platform": "linux",
        "MountLabel": "",
        "ProcessLabel": "",
        "AppArmorProfile": "docker-default",
        "ExecIDs": None,
        "HostConfig": _host_config(index, project),
        "GraphDriver": {
            "Data": {
                "LowerDir": ":".join(f"{layers[:40]}{layer:024x}/diff" for layer in range(4)),
                "MergedDir": f"{layers}/merged",
                "UpperDir": f"{layers}/diff",
                "WorkDir": f"{layers}/work",
            },
            "Name": "overlay2",
        },
        "Mounts": [_mount(project)],
        "Config": {
            "Hostname": identifier[:12],
            "Domainname": "",
            "User": "1000:1000",
            "AttachStdin": False,
            "AttachStdout": True,
            "AttachStderr": True,
            "ExposedPorts": {"8080/tcp": {}},
            "Tty": False,
            "OpenStdin": False,
            "StdinOnce": False,
            "Env": [f"SETTING_{number}=value-{number}" for number in range(12)],
            "Cmd": ["worker", "--queue", "orders"],
            "Healthcheck": {
                "Test": ["CMD", "worker", "--check"],
                "Interval": 30_000_000_000,
                "Timeout": 5_000_000_000,
                "Retries": 3,
            },
            "Image": "registry.example.com/shop/worker:2026.11",
            "Volumes": None,
            "WorkingDir": "/app",
            "Entrypoint": ["docker-entrypoint.sh"],
            "OnBuild": None,
            "Labels": _labels(project),
        },
        "NetworkSettings": {
            "Bridge": "",
            "SandboxID": digest("sandbox", index),
            "SandboxKey": f"/var/run/docker/netns/{digest('sandbox', index)[:12]}",
            "Ports": _bindings(index),
            "HairpinMode": False,
            "LinkLocalIPv6Address": "",
            "LinkLocalIPv6PrefixLen": 0,
            "SecondaryIPAddresses": None,
            "SecondaryIPv6Addresses": None,
            "EndpointID": "",
            "Gateway": "",
            "GlobalIPv6Address": "",
            "GlobalIPv6PrefixLen": 0,
            "IPAddress": "",
            "IPPrefixLen": 0,
            "IPv6Gateway": "",
            "MacAddress": "",
            "Networks": {f"{project}_default": _network(index)},
        },
    }


def to_json(value: object) -> bytes:
    """Write a document as the engine does: compact, with a newline at its end."""
    return json.dumps(value, separators=(",", ":")).encode() + b"\n"


def container_id(index: int) -> str:
    """Give the id of one of the containers."""
    return digest("container", index)


def frame(stream: int, payload: bytes) -> bytes:
    """Make one frame of multiplexed output."""
    return bytes([stream, 0, 0, 0]) + len(payload).to_bytes(4, "big") + payload


def _labels(project: str) -> dict[str, str]:
    return {
        "com.docker.compose.container-number": "1",
        "com.docker.compose.project": project,
        "com.docker.compose.service": "worker",
        "com.docker.compose.version": "2.29.1",
    }


def _network(index: int) -> dict[str, Any]:
    return {
        "IPAMConfig": None,
        "Links": None,
        "Aliases": None,
        "MacAddress": "02:42:ac:12:00:02",
        "NetworkID": digest("network", index // 10),
        "EndpointID": digest("endpoint", index),
        "Gateway": "172.18.0.1",
        "IPAddress": f"172.18.{index // 250}.{2 + index % 250}",
        "IPPrefixLen": 16,
        "IPv6Gateway": "",
        "GlobalIPv6Address": "",
        "GlobalIPv6PrefixLen": 0,
        "DriverOpts": None,
        "DNSNames": None,
    }


def _mount(project: str) -> dict[str, Any]:
    return {
        "Type": "volume",
        "Name": f"{project}_data",
        "Source": f"/var/lib/docker/volumes/{project}_data/_data",
        "Destination": "/var/lib/worker",
        "Driver": "local",
        "Mode": "z",
        "RW": True,
        "Propagation": "",
    }


def _bindings(index: int) -> dict[str, Any]:
    return {"8080/tcp": [{"HostIp": address, "HostPort": str(20000 + index)} for address in ("0.0.0.0", "::")]}


def _host_config(index: int, project: str) -> dict[str, Any]:
    zero = (
        "CpuShares Memory NanoCpus BlkioWeight CpuPeriod CpuQuota CpuRealtimePeriod CpuRealtimeRuntime OomScoreAdj "
        "MemoryReservation MemorySwap CpuCount CpuPercent IOMaximumIOps IOMaximumBandwidth"
    )
    null = (
        "VolumesFrom CapAdd CapDrop Dns DnsOptions DnsSearch ExtraHosts GroupAdd Links SecurityOpt BlkioWeightDevice "
        "BlkioDeviceReadBps BlkioDeviceWriteBps BlkioDeviceReadIOps BlkioDeviceWriteIOps Devices DeviceCgroupRules "
        "DeviceRequests MemorySwappiness OomKillDisable PidsLimit Ulimits"
    )
    empty = (
        "ContainerIDFile VolumeDriver Cgroup PidMode UTSMode UsernsMode Isolation CgroupParent CpusetCpus CpusetMems"
    )
    false = "AutoRemove Privileged PublishAllPorts ReadonlyRootfs"
    return {
        "Binds": [f"{project}_data:/var/lib/worker:z"],
        "LogConfig": {"Type": "json-file", "Config": {"max-size": "10m"}},
        "NetworkMode": f"{project}_default",
        "PortBindings": _bindings(index),
        "RestartPolicy": {"Name": "unless-stopped", "MaximumRetryCount": 0},
        "ConsoleSize": [0, 0],
        "CgroupnsMode": "private",
        "IpcMode": "private",
        "ShmSize": 67_108_864,
        "Runtime": "runc",
        **dict.fromkeys(zero.split(), 0),
        **dict.fromkeys(null.split()),
        **dict.fromkeys(empty.split(), ""),
        **dict.fromkeys(false.split(), False),
        "MaskedPaths": [f"/proc/{name}" for name in ("asound", "acpi", "kcore", "keys", "latency_stats", "scsi")],
        "ReadonlyPaths": [f"/proc/{name}" for name in ("bus", "fs", "irq", "sys", "sysrq-trigger")],
    }
