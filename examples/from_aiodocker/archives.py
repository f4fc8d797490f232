"""Put files into a container and get them back, and make an image of it."""

import asyncio
import io
import os
import tarfile

import aiodocker

IMAGE = os.environ.get("IMAGE", "busybox:latest")
NAME = os.environ.get("NAME", "from-aiodocker")


def archive():
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as tar:
        member = tarfile.TarInfo("greeting")
        member.size = len(b"hello")
        tar.addfile(member, io.BytesIO(b"hello"))
    packed.seek(0)
    return packed


async def main():
    docker = aiodocker.Docker()
    container = await docker.containers.create({"Image": IMAGE, "Cmd": ["true"]}, name=f"{NAME}-archives")
    try:
        await container.put_archive("/root", archive().getvalue())
        await container.put_archive(path="/home", data=archive())
        for path in ("/root/greeting", "/home/greeting"):
            tar = await container.get_archive(path)
            print(tar.getnames(), tar.extractfile("greeting").read())
        made = await container.commit(
            repository=NAME, tag="committed", message="as it is", author="me", changes=["ENV ADDED=yes"]
        )
        image = await docker.images.inspect(f"{NAME}:committed")
        print(image["Id"] == made["Id"], image["Author"], [each for each in image["Config"]["Env"] if "ADDED" in each])
    finally:
        await container.delete()
    print([sorted(each) for each in await docker.images.delete(f"{NAME}:committed", force=True)][:1])
    await docker.close()


asyncio.run(main())
