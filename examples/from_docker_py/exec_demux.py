"""Run further commands in a container that runs, with their streams apart, streamed, and by a socket."""

import os

import docker

IMAGE = os.environ.get("IMAGE", "busybox:latest")
NAME = os.environ.get("NAME", "from-docker-py")

client = docker.from_env()
container = client.containers.run(IMAGE, "sleep 600", name=f"{NAME}-exec", detach=True)
try:
    result = container.exec_run("sh -c 'echo out; echo err >&2; exit 7'")
    print(result.exit_code, sorted(result.output.splitlines()))

    code, (stdout, stderr) = container.exec_run(["sh", "-c", "echo out; echo err >&2"], demux=True)
    print(code, stdout, stderr)
    print(container.exec_run("true", demux=True).output)

    code, output = container.exec_run(
        "sh -c 'echo $WORD in $(pwd) as $(id -u)'", environment={"WORD": "hello"}, workdir="/home", user="nobody"
    )
    print(code, output)

    code, stream = container.exec_run("sh -c 'for i in 1 2 3; do echo line $i; done'", stream=True)
    print(code, b"".join(stream))

    _, pairs = container.exec_run("sh -c 'echo o; echo e >&2'", stream=True, demux=True)
    both = [b"".join(part for part in side if part) for side in zip(*pairs, strict=True)]
    print(both)

    print(container.exec_run("echo on a terminal", tty=True).output)
    print(container.exec_run(["no-such-program"]).exit_code in (126, 127))

    prepared = client.api.exec_create(container.id, "sh -c 'exit 5'")
    client.api.exec_start(prepared["Id"])
    print(client.api.exec_inspect(prepared["Id"])["ExitCode"])
finally:
    container.remove(force=True)
client.close()
