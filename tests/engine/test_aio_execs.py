"""Processes in containers of real engines: commands, terminals, standard input, attaching."""

import asyncio

import pytest

from dockwright.aio import Conflict, Docker, DockerContainer, DockerError, Message, NotFound
from tests.engines import Engine


async def test_exit_code_and_output(sleeper: DockerContainer) -> None:
    result = await sleeper.exec_run("sh -c 'echo out; sleep 0.1; echo err >&2; exit 3'")
    assert result.exit_code == 3
    assert result.messages == (Message(1, b"out\n"), Message(2, b"err\n"))
    assert (result.stdout, result.stderr) == (b"out\n", b"err\n")


async def test_where_and_how_a_command_runs(sleeper: DockerContainer) -> None:
    script = 'echo "$A-$PWD-$(id -u)"'
    result = await sleeper.exec_run(["sh", "-c", script], environment={"A": "x y"}, workdir="/tmp", user="1234")
    assert result.stdout == b"x y-/tmp-1234\n"


async def test_a_program_that_is_missing(sleeper: DockerContainer) -> None:
    # Some releases refuse to start it, others start something that fails.
    try:
        result = await sleeper.exec_run("/no/such/program")
    except DockerError as error:
        said = error.message
    else:
        assert result.exit_code in (126, 127)
        said = result.output.decode()
    assert "no such file" in said


async def test_a_terminal_is_one_raw_stream(sleeper: DockerContainer) -> None:
    result = await sleeper.exec_run("sh -c 'echo out; echo err >&2; test -t 0 && echo yes'", tty=True)
    assert {message.stream for message in result.messages} == {1}
    assert result.output == b"out\r\nerr\r\nyes\r\n"


async def test_input_with_half_close(sleeper: DockerContainer) -> None:
    command = await sleeper.exec(["sh", "-c", "cat; echo done >&2; exit 4"], stdin=True)
    async with command.start() as stream:
        await stream.write_in(b"hello\n")
        assert await stream.read_out() == Message(1, b"hello\n")
        assert (await command.inspect())["Running"] is True
        await stream.write_eof()
        assert [message async for message in stream] == [Message(2, b"done\n")]
    state = await command.inspect()
    assert (state["Running"], state["ExitCode"]) == (False, 4)
    assert (await command.state()).exit_code == 4


async def test_a_megabyte_through_a_command(sleeper: DockerContainer) -> None:
    data = bytes(range(256)) * 4096 * 4
    command = await sleeper.exec("cat", stdin=True)
    received = bytearray()

    async def send() -> None:
        await stream.write_in(data)
        await stream.write_eof()

    async with command.start() as stream:
        sending = asyncio.ensure_future(send())
        async for message in stream:
            received += message.data
        await sending
    assert bytes(received) == data


async def test_the_first_use_from_both_sides_at_once(sleeper: DockerContainer) -> None:
    stream = (await sleeper.exec("cat", stdin=True)).start()
    _, message = await asyncio.gather(stream.write_in(b"hello\n"), stream.read_out())
    assert message == Message(1, b"hello\n")
    await stream.close()


async def test_a_terminal_with_input_and_a_size(sleeper: DockerContainer) -> None:
    command = await sleeper.exec(["sh", "-c", "read line; stty size; echo got $line"], stdin=True, tty=True)
    async with command.start() as stream:
        await command.resize(h=33, w=99)
        await stream.write_in(b"hello\n")
        output = b"".join([message.data async for message in stream])
    assert b"33 99\r\n" in output
    assert output.endswith(b"got hello\r\n")


async def test_detached(sleeper: DockerContainer) -> None:
    command = await sleeper.exec("true")
    assert await command.start(detach=True) == b""
    while (await command.inspect())["Running"]:
        pass
    assert (await command.inspect())["ExitCode"] == 0


async def test_a_command_runs_once(sleeper: DockerContainer) -> None:
    command = await sleeper.exec("true")
    async with command.start() as stream:
        assert [message async for message in stream] == []
    with pytest.raises((Conflict, DockerError)):
        await command.start(detach=True)


async def test_a_command_in_what_does_not_run(docker: Docker, sleeper: DockerContainer) -> None:
    await sleeper.kill()
    await sleeper.wait()
    with pytest.raises(Conflict):
        await sleeper.exec("true")
    with pytest.raises(NotFound):
        await docker.containers.exec("nosuch").start().open()


async def test_attach_with_input(docker: Docker, engine: Engine, unique_name: str, labels: dict[str, str]) -> None:
    config = {
        "Image": engine.image,
        "Cmd": ["sh", "-c", "cat; echo bye >&2"],
        "Labels": labels,
        "OpenStdin": True,
        "StdinOnce": True,
    }
    container = await docker.containers.create(config, name=unique_name)
    async with container.attach(stdin=True, stdout=True, stderr=True) as stream:
        await container.start()
        await stream.write_in(b"hello\n")
        assert await stream.read_out() == Message(1, b"hello\n")
        await stream.write_eof()
        assert [message async for message in stream] == [Message(2, b"bye\n")]
    assert (await container.wait())["StatusCode"] == 0
    await container.delete()


async def test_attach_to_what_was_written(
    docker: Docker, engine: Engine, unique_name: str, labels: dict[str, str]
) -> None:
    """Output that comes right behind the answer is where clients of Docker are known to lose some."""
    config = {"Image": engine.image, "Cmd": ["sh", "-c", "echo one; sleep 600"], "Labels": labels}
    container = await docker.containers.run(config, name=unique_name)
    async with container.messages(follow=True) as log:
        assert await anext(log) == Message(1, b"one\n")
    for _ in range(20):
        async with container.attach(stdout=True, logs=True) as stream:
            assert await stream.read_out() == Message(1, b"one\n")
    await container.delete(force=True)


async def test_attach_to_a_terminal(docker: Docker, engine: Engine, unique_name: str, labels: dict[str, str]) -> None:
    config = {"Image": engine.image, "Cmd": ["cat"], "Labels": labels, "OpenStdin": True, "Tty": True}
    container = await docker.containers.run(config, name=unique_name)
    async with container.attach(stdin=True, stdout=True) as stream:
        await stream.write_in(b"hello\n")
        output = b""
        while not output.endswith(b"hello\r\nhello\r\n"):
            message = await stream.read_out()
            assert message is not None
            assert message.stream == 1
            output += message.data
    await container.delete(force=True)
