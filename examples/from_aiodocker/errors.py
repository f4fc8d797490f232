"""What programs do about errors."""

import asyncio
import os

import aiodocker
from aiodocker.exceptions import DockerContainerError, DockerContextError, DockerError
from aiodocker.types import SENTINEL

IMAGE = os.environ.get("IMAGE", "busybox:latest")
NAME = os.environ.get("NAME", "from-aiodocker")


async def refused(docker):
    try:
        await docker.containers.get(f"{NAME}-nothing")
    except DockerError as error:
        print(error.status, error.message, str(error), isinstance(error, DockerError))
    try:
        await docker.containers.create({"Image": f"{NAME}-nothing:1"}, name=f"{NAME}-imageless")
    except DockerError as error:
        print(error.status, error.message)
    try:
        await docker.containers.run({"Image": IMAGE, "Cmd": ["/no/such/program"]}, name=f"{NAME}-broken")
    except DockerContainerError as error:
        print(error.status, error.container_id in str(error), isinstance(error, DockerError))
        await docker.containers.container(error.container_id).delete(force=True, timeout=SENTINEL)


async def unreachable():
    async with aiodocker.Docker("unix:///nowhere/docker.sock") as docker:
        try:
            await docker.version()
        except DockerError as error:
            print(error.status)


async def settings():
    try:
        aiodocker.Docker(context=f"{NAME}-nothing")
    except DockerContextError as error:
        print(error.status, error.context_name)
    for wrong in ({"url": "nowhere"}, {"api_version": "newest"}):
        try:
            aiodocker.Docker(**wrong)
        except ValueError:
            print("refused", *wrong)


async def main():
    async with aiodocker.Docker() as docker:
        await refused(docker)
    await unreachable()
    await settings()
    print(DockerError(404, "gone"), repr(DockerContextError("bad", "mine")))


asyncio.run(main())
