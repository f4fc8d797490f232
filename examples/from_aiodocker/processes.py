"""Work with what runs: commands, attached input and output, logs, statistics, signals."""

import asyncio
import os

import aiodocker
from aiodocker.exceptions import DockerError
from aiodocker.stream import Stream

IMAGE = os.environ.get("IMAGE", "busybox:latest")
NAME = os.environ.get("NAME", "from-aiodocker")


async def commands(docker, container):
    execute = await container.exec(cmd="sh -c 'echo out; echo err >&2; exit 3'")
    said = {1: b"", 2: b""}
    async with execute.start(detach=False) as stream:
        while (message := await stream.read_out()) is not None:
            said[message.stream] += message.data
    state = await execute.inspect()
    print(said, state["ExitCode"], state["Running"])

    execute = await container.exec(["cat"], stdin=True, environment={"NAME": "value"}, workdir="/home", user="nobody")
    stream = execute.start()
    print(isinstance(stream, Stream))
    await stream.write_in(b"echoed\n")
    print((await stream.read_out()).data)
    await stream.close()

    execute = await container.exec(["sh", "-c", "echo $TERM_NAME; tty"], tty=True, environment=["TERM_NAME=mine"])
    answer = b""
    async with execute.start() as stream:
        while message := await stream.read_out():
            answer += message.data
    print(answer)
    print(await (await container.exec(["touch", "/detached"])).start(detach=True))
    print(docker.containers.exec(execute.id).id == execute.id)


async def attached(docker):
    config = {"Image": IMAGE, "Cmd": ["sh", "-c", "read line; echo got $line"], "OpenStdin": True, "StdinOnce": True}
    container = await docker.containers.create(config, name=f"{NAME}-attached")
    async with container.attach(stdin=True, stdout=True, stderr=True) as stream:
        await container.start()
        await stream.write_in(b"a line\n")
        print(await stream.read_out())
        print(await stream.read_out())
    print(await container.wait())
    await container.delete()


async def living(container):
    async for stats in container.stats():
        print(sorted({"cpu_stats", "memory_stats", "name"} & set(stats)))
        break
    top = await container.top(ps_args="-o pid,args")
    print(top["Titles"][-1], len(top["Processes"]) > 0)
    await container.pause()
    print((await container.show())["State"]["Paused"])
    await container.unpause()
    (port,) = await container.port(80)
    print(port["HostIp"], port["HostPort"].isdigit(), await container.port("80/tcp") == [port])
    await container.restart(t=0)
    starts = 0
    async for piece in container.log(stdout=True, follow=True):
        starts += piece.count("ready")
        if starts == 2:
            break
    await container.kill(signal="SIGTERM")
    print((await container.wait(condition="not-running"))["StatusCode"])
    await container.start()
    await container.stop(t=0)
    try:
        await container.kill()
    except DockerError as error:
        print(error.status)


async def follow(docker):
    container = await docker.containers.run(
        config={"Image": IMAGE, "Cmd": ["sh", "-c", "for i in 1 2 3; do echo line $i; done"], "Tty": True},
        name=f"{NAME}-followed",
    )
    text = ""
    async for piece in container.log(stdout=True, stderr=True, follow=True):
        text += piece
    print(repr(text))
    print("".join(await container.log(stdout=True, tail=1)))
    try:
        container.log()
    except TypeError:
        print("neither of the two")
    await container.delete(force=True)


async def main():
    async with aiodocker.Docker() as docker:
        config = {
            "Image": IMAGE,
            "Cmd": ["sh", "-c", "trap 'exit 7' TERM; echo ready; while :; do sleep 0.1; done"],
            "ExposedPorts": {"80/tcp": {}},
            "HostConfig": {"PortBindings": {"80/tcp": [{"HostIp": "127.0.0.1", "HostPort": ""}]}},
        }
        container = await docker.containers.create_or_replace(f"{NAME}-running", config)
        await container.start()
        try:
            await commands(docker, container)
            await living(container)
        finally:
            await container.delete(force=True)
        await attached(docker)
        await follow(docker)


asyncio.run(main())
