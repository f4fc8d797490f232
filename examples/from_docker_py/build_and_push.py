"""Build an image, push it to a registry that wants credentials, and pull it again."""

import io
import json
import os
import tempfile

import docker
from docker.errors import APIError, BuildError

IMAGE = os.environ.get("IMAGE", "busybox:latest")
NAME = os.environ.get("NAME", "from-docker-py")
REGISTRY = os.environ["REGISTRY"]
LOGIN = {"username": os.environ["REGISTRY_USER"], "password": os.environ["REGISTRY_PASSWORD"]}

client = docker.from_env()
repository = f"{REGISTRY}/{NAME}"

with tempfile.TemporaryDirectory() as folder:
    with open(os.path.join(folder, "Dockerfile"), "w") as file:
        file.write(
            f'FROM {IMAGE} AS base\nARG WORD=none\nLABEL word=$WORD\nCOPY . /app/\nCMD ["ls", "/app"]\nFROM base\n'
        )
    with open(os.path.join(folder, ".dockerignore"), "w") as file:
        file.write("*.log\n")
    for name in ("kept.txt", "left-out.log"):
        with open(os.path.join(folder, name), "w") as file:
            file.write("content\n")
    image, log = client.images.build(
        path=folder, tag=f"{repository}:1", buildargs={"WORD": "given"}, labels={"of": NAME}, target="base", rm=True
    )
steps = [entry["stream"] for entry in log if entry.get("stream", "").startswith("Step")]
print(len(steps), f"{repository}:1" in image.tags, image.labels == {"word": "given", "of": NAME})
print(sorted(client.containers.run(image, remove=True).decode().split()))

try:
    client.images.build(fileobj=io.BytesIO(f"FROM {IMAGE}\nRUN exit 7\n".encode()), rm=True, forcerm=True)
except BuildError as error:
    print("returned a non-zero code: 7" in error.msg, any("error" in entry for entry in error.build_log))
try:
    client.images.build(tag="no context")
except TypeError:
    print("a build needs a context")

pushed = [json.loads(line) for line in client.images.push(repository, tag="1", auth_config=LOGIN).splitlines() if line]
print(any("digest" in entry.get("status", "") for entry in pushed), [entry for entry in pushed if "error" in entry])
client.images.remove(f"{repository}:1")

print(client.login(registry=REGISTRY, **LOGIN)["Status"])
pulled = client.images.pull(repository, tag="1")
print(pulled.id == image.id, pulled.tags == [f"{repository}:1"])
data = client.images.get_registry_data(f"{repository}:1")
print(data.id.startswith("sha256:"), data.has_platform("linux"), data.has_platform("plan9/amd64"))
client.images.remove(pulled.id, force=True)

try:
    client.login(registry=REGISTRY, reauth=True, **{**LOGIN, "password": "wrong"})
except APIError as error:
    print(error.status_code >= 400)
for event in client.api.pull(repository, tag="1", stream=True, decode=True, auth_config=LOGIN):
    last = event["status"]
print(last.startswith("Status:"))
client.images.remove(f"{repository}:1", force=True)
client.close()
