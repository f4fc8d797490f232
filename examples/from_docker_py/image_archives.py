"""Make, name, save, load and remove images."""

import io
import os
import tarfile

import docker
from docker.errors import ImageNotFound

IMAGE = os.environ.get("IMAGE", "busybox:latest")
NAME = os.environ.get("NAME", "from-docker-py")

client = docker.from_env()
container = client.containers.create(IMAGE, "true")
made = container.commit(
    repository=NAME, tag="made", message="by hand", author="me", changes=["LABEL of=me", "ENV ADDED=yes"]
)
container.remove()
print(made.tags, made.labels, made.attrs["Author"], made.short_id.startswith("sha256:"), len(made.short_id))
print(made.history()[0]["Comment"], made.history()[0]["Tags"] == made.tags)

print(made.tag(NAME, "again"), made.tag(f"{NAME}-other"))
made.reload()
print(sorted(made.tags))
saved = b"".join(made.save(named=f"{NAME}:again"))
with tarfile.open(fileobj=io.BytesIO(saved)) as archive:
    print("manifest.json" in archive.getnames())
client.images.remove(f"{NAME}-other:latest")
client.images.remove(made.id, force=True)
try:
    client.images.get(f"{NAME}:made")
except ImageNotFound as error:
    print(error.status_code)

loaded = client.images.load(saved)
print([image.id == made.id for image in loaded], [image.tags for image in loaded])
print([image.tags for image in client.images.list(name=NAME)])
print([image.id == made.id for image in client.images.list(filters={"label": "of=me", "reference": f"{NAME}:again"})])
print(client.containers.run(loaded[0], "sh -c 'echo $ADDED'", remove=True))
loaded[0].remove(force=True)
print(client.images.list(name=NAME))
try:
    made.save(named="not-there")
except docker.errors.InvalidArgument:
    print("it has no such name")
client.close()
