"""Push to a registry that wants credentials, and pull from it, with credentials in all their forms."""

import asyncio
import base64
import os

import aiodocker

IMAGE = os.environ.get("IMAGE", "busybox:latest")
NAME = os.environ.get("NAME", "from-aiodocker")
REGISTRY = os.environ.get("REGISTRY", "localhost:5001")
USER, PASSWORD = os.environ.get("REGISTRY_USER", "user"), os.environ.get("REGISTRY_PASSWORD", "password")

CREDENTIALS = {"username": USER, "password": PASSWORD}
TEXT = base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()
FORMS = [CREDENTIALS, {"auth": TEXT}, TEXT, TEXT.encode()]
WRONG = {"username": USER, "password": "wrong"}


async def main():
    docker = aiodocker.Docker()
    print(await docker.auth(**CREDENTIALS, serveraddress=REGISTRY))
    try:
        await docker.auth(**WRONG, serveraddress=REGISTRY)
    except aiodocker.DockerError as error:
        print(error.status)

    repository = f"{REGISTRY}/{NAME}"
    await docker.images.tag(IMAGE, repo=repository, tag="pushed")
    for form in FORMS:
        pushed = await docker.images.push(f"{repository}:pushed", auth=form)
        print(pushed[-1]["aux"]["Tag"], pushed[-1]["aux"]["Digest"][:7])
    try:
        async for _ in docker.images.push(repository, tag="pushed", auth=WRONG, stream=True):
            pass
    except aiodocker.DockerError as error:
        print(type(error).__name__, bool(error.message))
    await docker.images.delete(f"{repository}:pushed")

    for form in FORMS:
        pulled = await docker.images.pull(f"{repository}:pushed", auth=form)
        print(pulled[-1]["status"].replace(repository, "REPOSITORY"))
        await docker.images.delete(f"{repository}:pushed")
    async for each in docker.pull(repository, tag="pushed", auth=CREDENTIALS, stream=True):
        last = each
    print(sorted(last))
    await docker.images.delete(f"{repository}:pushed")
    try:
        await docker.images.pull(f"{repository}:missing", auth=CREDENTIALS)
    except aiodocker.DockerError as error:
        print(error.status in (404, 0), "manifest" in error.message)

    missing = {"Image": f"{repository}:pushed", "Cmd": ["true"]}
    container = await docker.containers.run(missing, auth=CREDENTIALS, name=f"{NAME}-pulled")
    print((await container.wait())["StatusCode"])
    await container.delete()
    await docker.images.delete(f"{repository}:pushed")
    await docker.close()


asyncio.run(main())
