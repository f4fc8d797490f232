"""Run a container and look at it from all sides, synchronously."""

import tempfile
from pathlib import Path

import dockwright.sync as docker
from examples.busybox import CHANGES, REPOSITORY, SCRIPT, root_file_system


def main() -> None:
    with docker.from_env() as client:
        version = client.version()
        print(f"engine {version['Version']}, API {client.api_version} spoken, at {client.endpoint}")
        image = client.images.import_filesystem(root_file_system(), repository=REPOSITORY, changes=CHANGES)
        try:
            container = client.containers.run(image, ["/bin/busybox", "sh", "-c", SCRIPT], detach=True)
            try:
                look_at(container)
            finally:
                container.remove(force=True, v=True)
        finally:
            client.images.remove(image, force=True)
        print("all cleaned up")


def look_at(container: docker.Container) -> None:
    # Its output, message by message, standard output and standard error apart. Leaving the block ends the stream.
    with container.messages(follow=True) as messages:
        for message in messages:
            print(f"  {'stdout' if message.stream == 1 else 'stderr'}: {message.data.decode().rstrip()}")
            if message.data.endswith(b"ready\n"):
                break

    code, (stdout, stderr) = container.exec_run("sh -c 'echo in the container; echo oops >&2; exit 3'", demux=True)
    print(f"exec: exit code {code}, stdout {stdout!r}, stderr {stderr!r}")

    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "greetings").mkdir()
        Path(folder, "greetings", "hello.txt").write_text("hello, container\n")
        container.copy_to(Path(folder, "greetings"), "/srv")
        container.exec_run("sh -c 'tr a-z A-Z < /srv/greetings/hello.txt > /srv/shout.txt'")
        container.copy_from("/srv/shout.txt", folder)
        print(f"copied in, changed there, copied out: {Path(folder, 'shout.txt').read_text().rstrip()!r}")

    # Every field is typed: an editor completes it, a type checker checks it.
    facts = container.inspect()
    print(f"facts: {facts.name}, pid {facts.state.pid}, running {facts.state.running}, {facts.state.started_at}")

    container.stop(timeout=5)
    print(f"stopped with exit code {container.wait()['StatusCode']}")


if __name__ == "__main__":
    main()
