"""Read and follow the log of a container."""

import os
import re
import time

import docker

IMAGE = os.environ.get("IMAGE", "busybox:latest")
NAME = os.environ.get("NAME", "from-docker-py")

client = docker.from_env()
script = """
echo oops >&2
sleep 0.2
for i in 1 2 3; do echo line $i; done
while [ ! -e /stop ]; do sleep 0.05; done
echo end
"""
container = client.containers.run(IMAGE, ["sh", "-c", script], name=f"{NAME}-logs", detach=True)
try:
    while b"line 3" not in container.logs():
        time.sleep(0.02)
    print(sorted(container.logs().splitlines()))
    print(container.logs(stderr=False))
    print(container.logs(stdout=False))
    print(container.logs(stderr=False, tail=1))
    stamped = container.logs(stderr=False, timestamps=True, tail=2).decode().splitlines()
    print([re.sub(r"^\d{4}-\d\d-\d\dT[\d:.]+Z ", "TIME ", line) for line in stamped])
    print(container.logs(since=int(time.time()) + 60))

    followed = b""
    for chunk in container.logs(stream=True, follow=True, stderr=False):
        if not followed:
            container.exec_run("touch /stop")
        followed += chunk
    print(followed.splitlines())
    print(container.wait())

    last = container.logs(stream=True, tail=1)
    print(b"".join(last))
    last.close()
finally:
    container.remove(force=True)

with_terminal = client.containers.run(IMAGE, "echo on a terminal", tty=True, detach=True)
with_terminal.wait()
print(with_terminal.logs())
with_terminal.remove()
client.close()
