"""Networks that containers are connected to, and volumes that they write to."""

import asyncio
import os

import aiodocker

IMAGE = os.environ.get("IMAGE", "busybox:latest")
NAME = os.environ.get("NAME", "from-aiodocker")


async def networks(docker):
    network = await docker.networks.create({"Name": f"{NAME}-network", "Driver": "bridge", "Labels": {"a": "b"}})
    container = await docker.containers.run(
        {"Image": IMAGE, "Cmd": ["sleep", "60"], "HostConfig": {"Init": True}}, name=f"{NAME}-connected"
    )
    try:
        await network.connect({"Container": container.id, "EndpointConfig": {"Aliases": ["alias"]}})
        shown = await network.show()
        print(shown["Name"], shown["Driver"], shown["Labels"], list(shown["Containers"]) == [container.id])
        details = await container.show()
        print("alias" in details["NetworkSettings"]["Networks"][f"{NAME}-network"]["Aliases"])
        await network.disconnect({"Container": container.id, "Force": True})
        found = await docker.networks.list(filters={"name": f"{NAME}-network"})
        print([each["Name"] for each in found])
        again = await docker.networks.get(f"{NAME}-network")
        print(again.id == network.id)
    finally:
        await container.delete(force=True)
        print(await network.delete())
    try:
        await network.show()
    except aiodocker.DockerError as error:
        print(error.status)


async def volumes(docker):
    volume = await docker.volumes.create({"Name": f"{NAME}-volume", "Labels": {"a": "b"}})
    print(volume.name, (await volume.show())["Labels"])
    config = {
        "Image": IMAGE,
        "Cmd": ["sh", "-c", "echo kept > /data/file"],
        "HostConfig": {"Mounts": [{"Type": "volume", "Source": volume.name, "Target": "/data"}]},
    }
    container = await docker.containers.run(config, name=f"{NAME}-writing")
    print((await container.wait())["StatusCode"])
    tar = await container.get_archive("/data/file")
    print(tar.extractfile("file").read())
    await container.delete()
    listed = await docker.volumes.list(filters={"name": f"{NAME}-volume"})
    print([each["Name"] for each in listed["Volumes"]])
    await (await docker.volumes.get(f"{NAME}-volume")).delete(force=True)


async def main():
    async with aiodocker.Docker() as docker:
        await networks(docker)
        await volumes(docker)


asyncio.run(main())
