"""Run commands in containers of their own and collect what they say, or how they fail."""

import os

import docker
from docker.errors import ContainerError

IMAGE = os.environ.get("IMAGE", "busybox:latest")
NAME = os.environ.get("NAME", "from-docker-py")

client = docker.from_env()

print(client.containers.run(IMAGE, "echo hello world", remove=True))

output = client.containers.run(
    IMAGE,
    ["sh", "-c", 'echo "$GREETING from $(hostname)"; pwd; id -u'],
    environment={"GREETING": "hi"},
    hostname="box",
    working_dir="/home",
    user=65534,
    remove=True,
)
print(output.decode().splitlines())

both = client.containers.run(IMAGE, "sh -c 'echo out; echo err >&2'", stdout=False, stderr=True, remove=True)
print(both)

for chunk in client.containers.run(IMAGE, "sh -c 'echo one; echo two'", stream=True, remove=True):
    for line in chunk.splitlines():
        print("line", line)

try:
    client.containers.run(IMAGE, "sh -c 'echo about to fail; echo no such thing >&2; exit 3'", name=f"{NAME}-fails")
except ContainerError as error:
    print(error.exit_status, error.image == IMAGE, error.command, error.stderr)
    print(error.container.name == f"{NAME}-fails")
    error.container.remove()

for name, options in {
    "network twice": {"network": "bridge", "network_mode": "host"},
    "unknown option": {"colour": "red"},
}.items():
    try:
        client.containers.run(IMAGE, "true", **options)
    except (TypeError, RuntimeError, ValueError) as error:
        print(name, "is refused:", isinstance(error, TypeError))

left = client.containers.list(all=True, filters={"name": NAME})
print("left:", left)
client.close()
