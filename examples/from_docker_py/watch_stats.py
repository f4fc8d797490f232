"""Watch what a container uses: once, and as a stream."""

import os

import docker

IMAGE = os.environ.get("IMAGE", "busybox:latest")
NAME = os.environ.get("NAME", "from-docker-py")

client = docker.from_env()
container = client.containers.run(IMAGE, "sleep 600", name=f"{NAME}-stats", mem_limit="64m", detach=True)
try:
    once = container.stats(stream=False, one_shot=True)
    print(once["memory_stats"]["limit"], once["cpu_stats"]["online_cpus"] > 0)
    stream = container.stats(decode=True)
    sample = next(stream)
    print(sorted({"cpu_stats", "memory_stats", "networks", "pids_stats", "read"} & set(sample)))
    print(sample["pids_stats"].get("current"))
    stream.close()
    raw = container.stats()
    print(type(next(iter(raw))).__name__)
    try:
        container.stats(decode=True, stream=False)
    except docker.errors.InvalidArgument:
        print("a single answer is decoded already")
finally:
    container.remove(force=True)
client.close()
