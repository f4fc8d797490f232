"""Wait until a container says that it is healthy, and notice when it no longer is."""

import os
import time

import docker
from docker.types import Healthcheck

IMAGE = os.environ.get("IMAGE", "busybox:latest")
NAME = os.environ.get("NAME", "from-docker-py")
SECOND = 1_000_000_000

client = docker.from_env()


def wait_until(container, wanted):
    for _ in range(400):
        container.reload()
        if container.health == wanted:
            return container.health
        time.sleep(0.05)
    raise SystemExit(f"it is {container.health}")


check = Healthcheck(test=["CMD-SHELL", "test -e /ready"], interval=SECOND // 10, timeout=2 * SECOND, retries=1)
container = client.containers.run(IMAGE, "sleep 600", name=f"{NAME}-health", healthcheck=check, detach=True)
try:
    container.reload()
    print(container.health in ("starting", "unhealthy"))
    container.exec_run("touch /ready")
    print(wait_until(container, "healthy"))
    print(container.attrs["Config"]["Healthcheck"])
    container.exec_run("rm /ready")
    print(wait_until(container, "unhealthy"))
    print(container.attrs["State"]["Health"]["FailingStreak"] > 0)
finally:
    container.remove(force=True)

plain = client.containers.create(IMAGE, "true", healthcheck={"test": "exit 0", "interval": SECOND, "retries": 3})
print(plain.attrs["Config"]["Healthcheck"])
plain.remove()
client.close()
