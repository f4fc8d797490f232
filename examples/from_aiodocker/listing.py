"""List images and containers, and show what one container wrote."""

import asyncio
import os

import aiodocker

IMAGE = os.environ.get("IMAGE", "busybox:latest")
NAME = os.environ.get("NAME", "from-aiodocker")


async def list_things():
    docker = aiodocker.Docker()
    print("== images ==")
    for image in await docker.images.list():
        tags = image["RepoTags"][0] if image["RepoTags"] else ""
        if tags == IMAGE:
            print(image["Id"], tags)
    print("== containers ==")
    for container in await docker.containers.list(all=True, filters={"name": [NAME]}):
        print(f" {container._id}")
    await docker.close()


async def run_container():
    docker = aiodocker.Docker()
    print("== a container that says hello ==")
    container = await docker.containers.create_or_replace(
        config={"Cmd": ["/bin/ash", "-c", 'echo "hello world"'], "Image": IMAGE},
        name=f"{NAME}-hello",
    )
    await container.start()
    await container.wait()
    logs = await container.log(stdout=True)
    print("".join(logs))
    await container.delete(force=True)
    await docker.close()


if __name__ == "__main__":
    loop = asyncio.new_event_loop()
    loop.run_until_complete(list_things())
    loop.run_until_complete(run_container())
    loop.close()
