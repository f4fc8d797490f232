"""Limit what a container may use, and change the limits while it runs."""

import os

import docker
from docker.types import LogConfig, Mount, Ulimit

IMAGE = os.environ.get("IMAGE", "busybox:latest")
NAME = os.environ.get("NAME", "from-docker-py")

client = docker.from_env()
container = client.containers.run(
    IMAGE,
    ["sleep", "600"],
    name=f"{NAME}-limits",
    detach=True,
    mem_limit="64m",
    memswap_limit="128m",
    nano_cpus=500_000_000,
    cpu_shares=512,
    pids_limit=50,
    shm_size="16m",
    ulimits=[Ulimit(name="nofile", soft=512, hard=1024)],
    log_config=LogConfig(type=LogConfig.types.JSON, config={"max-size": "1m"}),
    mounts=[
        Mount(target="/scratch", source="", type="tmpfs", tmpfs_size="8m"),
        Mount("/host", "/etc", type="bind", read_only=True),
    ],
    tmpfs={"/run": "size=4m"},
    cap_drop=["NET_RAW"],
    cap_add=["SYS_TIME"],
    dns=["10.0.0.53"],
    extra_hosts={"other": "10.0.0.1"},
    security_opt=["no-new-privileges"],
    sysctls={"net.ipv4.ip_unprivileged_port_start": 0},
    read_only=True,
    init=True,
    group_add=["1000"],
    stop_signal="SIGKILL",
    oom_score_adj=100,
)
try:
    container.reload()
    host = container.attrs["HostConfig"]
    for name in (
        "Memory",
        "MemorySwap",
        "NanoCpus",
        "CpuShares",
        "PidsLimit",
        "ShmSize",
        "Ulimits",
        "LogConfig",
        "Tmpfs",
    ):
        print(name, host[name])
    for name in (
        "CapDrop",
        "CapAdd",
        "Dns",
        "ExtraHosts",
        "SecurityOpt",
        "Sysctls",
        "ReadonlyRootfs",
        "Init",
        "GroupAdd",
    ):
        print(name, host[name])
    print(container.attrs["Config"]["StopSignal"], host["OomScoreAdj"])
    print(sorted((mount["Type"], mount["Target"]) for mount in host["Mounts"]))
    print(container.exec_run("sh -c 'df -m /scratch | tail -1 | cut -c1-5; touch /x 2>&1'").output.splitlines())
    print(container.update(mem_limit="96m", memswap_limit="192m", cpu_shares=1024)["Warnings"] or [])
    container.reload()
    print(container.attrs["HostConfig"]["Memory"], container.attrs["HostConfig"]["CpuShares"])
finally:
    container.remove(force=True)
client.close()
