"""Create containers from configs, list them, and mount a folder of the host in both ways."""

import asyncio
import os
import pathlib
import tempfile

import aiodocker

IMAGE = os.environ.get("IMAGE", "busybox:latest")
NAME = os.environ.get("NAME", "from-aiodocker")

config = {
    "Cmd": ["/bin/ls"],
    "Image": IMAGE,
    "AttachStdin": False,
    "AttachStdout": False,
    "AttachStderr": False,
    "Tty": False,
    "OpenStdin": False,
}


async def create_container():
    docker = aiodocker.Docker()
    container = await docker.containers.create(config=config, name=f"{NAME}-created")
    print(len(container.id), container["id"] == container.id)
    details = await container.show()
    print(details["Name"], details["Config"]["Cmd"], details["State"]["Status"])
    await container.rename(f"{NAME}-renamed")
    found = await docker.containers.get(f"{NAME}-renamed")
    print(found.id == container.id, found["Name"], "Config" in found, "Nothing" in found)
    await docker.close()


async def list_containers():
    async with aiodocker.Docker() as docker:
        mine = {"name": [f"{NAME}-renamed"]}
        print(await docker.containers.list(filters=mine))
        for container in await docker.containers.list(all=True, filters=mine, limit=5):
            print(container["Names"], container["State"], container["Image"])
            await container.delete()


async def mount(docker, host_config):
    container = await docker.containers.run(
        config={"Image": IMAGE, "Cmd": ["sh", "-c", "cat /data/file; touch /data/no"], "HostConfig": host_config},
        name=f"{NAME}-mounting",
    )
    try:
        result = await container.wait()
        print(result["StatusCode"])
        print(await container.log(stdout=True))
        print(await container.log(stderr=True))
    finally:
        await container.delete(force=True, v=True)


async def bind_mounts():
    docker = aiodocker.Docker()
    with tempfile.TemporaryDirectory() as folder:
        pathlib.Path(folder, "file").write_text("what the file says\n")
        await mount(docker, {"Binds": [f"{folder}:/data:ro,rprivate"]})
        bind = {"Type": "bind", "Source": folder, "Target": "/data", "ReadOnly": True}
        await mount(docker, {"Mounts": [{**bind, "BindOptions": {"Propagation": "rprivate"}}]})
    await docker.close()


if __name__ == "__main__":
    asyncio.run(create_container())
    asyncio.run(list_containers())
    asyncio.run(bind_mounts())
