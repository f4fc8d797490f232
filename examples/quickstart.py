"""Run a container and look at it from all sides, asynchronously."""

import asyncio
import tempfile
from pathlib import Path

from dockwright.aio import Docker, DockerContainer
from examples.busybox import CHANGES, REPOSITORY, SCRIPT, root_file_system


async def main() -> None:
    async with Docker() as docker:
        version = await docker.version()
        print(f"engine {version['Version']}, {docker.api_version} spoken, at {docker.docker_host}")
        image = await docker.images.import_filesystem(root_file_system(), repository=REPOSITORY, changes=CHANGES)
        try:
            container = await docker.containers.run({"Image": image, "Cmd": ["/bin/busybox", "sh", "-c", SCRIPT]})
            try:
                await look_at(container)
            finally:
                await container.delete(force=True, v=True)
        finally:
            await docker.images.delete(image, force=True)
        print("all cleaned up")


async def look_at(container: DockerContainer) -> None:
    # Its output, message by message, standard output and standard error apart. Leaving the block ends the stream.
    async with container.messages(follow=True) as messages:
        async for message in messages:
            print(f"  {'stdout' if message.stream == 1 else 'stderr'}: {message.data.decode().rstrip()}")
            if message.data.endswith(b"ready\n"):
                break

    result = await container.exec_run("sh -c 'echo in the container; echo oops >&2; exit 3'")
    print(f"exec: exit code {result.exit_code}, stdout {result.stdout!r}, stderr {result.stderr!r}")

    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "greetings").mkdir()
        Path(folder, "greetings", "hello.txt").write_text("hello, container\n")
        await container.copy_to(Path(folder, "greetings"), "/srv")
        await container.exec_run("sh -c 'tr a-z A-Z < /srv/greetings/hello.txt > /srv/shout.txt'")
        await container.copy_from("/srv/shout.txt", folder)
        print(f"copied in, changed there, copied out: {Path(folder, 'shout.txt').read_text().rstrip()!r}")

    # Every field is typed: an editor completes it, a type checker checks it.
    facts = await container.inspect()
    print(f"facts: {facts.name}, pid {facts.state.pid}, running {facts.state.running}, {facts.state.started_at}")

    await container.stop(t=5)
    print(f"stopped with exit code {(await container.wait())['StatusCode']}")


if __name__ == "__main__":
    asyncio.run(main())
