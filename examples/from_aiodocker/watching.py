"""Events of the engine, the log of a container through a channel, and facts about the engine."""

import asyncio
import os

import aiodocker

IMAGE = os.environ.get("IMAGE", "busybox:latest")
NAME = os.environ.get("NAME", "from-aiodocker")


async def events(docker):
    subscriber = docker.events.subscribe(filters={"container": [f"{NAME}-watched"]})
    container = await docker.containers.create(
        {"Image": IMAGE, "Cmd": ["sh", "-c", "echo one; echo two"]}, name=f"{NAME}-watched"
    )
    log = container.logs.subscribe()
    await container.start()
    await container.logs.run()
    lines = []
    while (line := await log.get()) is not None:
        lines.append(line.strip()[-3:])
    print(lines)
    await container.delete(force=True)
    seen = []
    while "destroy" not in seen:
        event = await subscriber.get()
        if event["Actor"]["ID"] == container.id:
            seen.append(event["Action"])
    print([action for action in seen if action in ("die", "destroy")])
    print(sorted(event), type(event["time"]).__name__)
    await docker.events.stop()


async def facts(docker):
    info = await docker.system.info()
    version = await docker.version()
    print(version["Version"], info["ServerVersion"] == version["Version"], info["OSType"])
    print(docker.api_version)


async def main():
    docker = aiodocker.Docker()
    try:
        await facts(docker)
        await events(docker)
    finally:
        await docker.close()
        await docker.close()


asyncio.run(main())
