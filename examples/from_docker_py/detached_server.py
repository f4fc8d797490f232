"""Start a web server in the background, with a published port and a volume, and look at it from all sides."""

import os
import time

import docker

IMAGE = os.environ.get("IMAGE", "busybox:latest")
NAME = os.environ.get("NAME", "from-docker-py")

client = docker.from_env()
volume = client.volumes.create(name=f"{NAME}-pages", labels={"of": NAME})
container = client.containers.run(
    IMAGE,
    "sh -c 'echo hello > /pages/index.html; exec httpd -f -h /pages'",
    name=f"{NAME}-server",
    detach=True,
    ports={"80/tcp": None, "81/tcp": ("127.0.0.1", None)},
    volumes={volume.name: {"bind": "/pages", "mode": "rw"}, "/etc/hostname": {"bind": "/host", "mode": "ro"}},
    labels={"app": NAME, "tier": "web"},
    restart_policy={"Name": "on-failure", "MaximumRetryCount": 2},
)
try:
    print(container.name == f"{NAME}-server", len(container.short_id))
    container.reload()
    print(container.status, container.labels == {"app": NAME, "tier": "web"})
    print(sorted(container.ports), len(container.ports["80/tcp"] or []) > 0)
    print([place["HostIp"] for place in container.ports["81/tcp"]])
    for _ in range(100):
        code, output = container.exec_run("wget -q -O - http://127.0.0.1/")
        if code == 0:
            break
        time.sleep(0.05)
    print(code, output)
    mounts = {mount["Destination"]: mount for mount in container.attrs["Mounts"]}
    print(sorted(mounts), mounts["/pages"]["Name"] == volume.name, mounts["/host"]["RW"])
    print(container.attrs["HostConfig"]["RestartPolicy"])
    print(container.image.tags == client.images.get(IMAGE).tags)

    found = client.containers.list(filters={"label": f"app={NAME}"})
    print(found == [container], [each.name == container.name for each in found])
    print(client.containers.get(container.name).id == container.id)

    container.rename(f"{NAME}-renamed")
    container.reload()
    print(container.name == f"{NAME}-renamed")
    container.pause()
    container.reload()
    print(container.status)
    container.unpause()
    print([row[-1] for row in container.top()["Processes"]])
    container.kill("SIGKILL")
    print(container.wait()["StatusCode"] in (0, 137))
    container.restart(timeout=0)
    container.reload()
    print(container.status)
    container.stop(timeout=0)
    container.reload()
    print(container.status)
finally:
    container.remove(force=True)
    volume.remove()
print(client.containers.list(all=True, filters={"label": f"app={NAME}"}))
client.close()
