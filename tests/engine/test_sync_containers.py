"""The synchronous face and containers of real engines."""

import contextlib
import io
import tarfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import dockwright.sync as docker
from tests.engines import Engine


@pytest.fixture
def client(engine: Engine) -> Iterator[docker.DockerClient]:
    with docker.DockerClient(engine.url) as client:
        yield client


@pytest.fixture
def running(
    client: docker.DockerClient, engine: Engine, unique_name: str, labels: dict[str, str]
) -> Iterator[docker.Container]:
    """A container that only waits."""
    container = client.containers.run(
        engine.image, ["sleep", "600"], name=unique_name, labels=labels, init=True, detach=True
    )
    yield container
    container.remove(force=True, v=True)


def test_the_engine_is_known(client: docker.DockerClient, engine: Engine) -> None:
    assert client.ping()
    assert client.version()["Version"] == engine.version
    assert client.info()["ServerVersion"] == engine.version
    assert client.engine.api_version == engine.api_version


def test_run_gives_output(client: docker.DockerClient, engine: Engine, labels: dict[str, str]) -> None:
    command = "sh -c 'echo out; echo err >&2'"
    assert client.containers.run(engine.image, command, remove=True, labels=labels) == b"out\n"
    assert client.containers.run(engine.image, command, stdout=False, stderr=True, remove=True) == b"err\n"
    both = client.containers.run(engine.image, command, stderr=True, auto_remove=True)
    assert sorted(both.splitlines()) == [b"err", b"out"]
    assert client.containers.run(engine.image, "tty", tty=True, remove=True).startswith(b"/dev/")


def test_run_loses_nothing(client: docker.DockerClient, engine: Engine) -> None:
    command = ["sh", "-c", "yes 0123456789 | head -n 200000"]
    assert client.containers.run(engine.image, command, remove=True) == b"0123456789\n" * 200_000


@pytest.mark.parametrize("driver", ["none", "local", "json-file"])
def test_run_needs_no_log(client: docker.DockerClient, engine: Engine, unique_name: str, driver: str) -> None:
    body = {"Image": engine.image, "Cmd": ["echo", "out"], "HostConfig": {"LogConfig": {"Type": driver}}}
    assert client.containers.run(engine.image, "echo out", remove=True) == b"out\n"
    assert engine.request("POST", f"/containers/create?name={unique_name}", body).status == 201
    container = client.containers.get(unique_name)
    assert container.status == "created"
    container.remove()


def test_a_failed_run(client: docker.DockerClient, engine: Engine, labels: dict[str, str]) -> None:
    with pytest.raises(docker.errors.ContainerError) as caught:
        client.containers.run(
            engine.image, "sh -c 'echo out; echo err >&2; exit 3'", remove=True, labels=labels, auto_remove=True
        )
    assert (caught.value.exit_status, caught.value.stdout, caught.value.stderr) == (3, b"out\n", b"err\n")
    assert caught.value.image == engine.image


@pytest.mark.parametrize("detach", [False, True])
def test_what_does_not_start(client: docker.DockerClient, engine: Engine, unique_name: str, *, detach: bool) -> None:
    with pytest.raises(docker.errors.APIError, match="nosuchcommand") as caught:
        client.containers.run(engine.image, "nosuchcommand", name=unique_name, remove=not detach, detach=detach)
    assert caught.value.status_code in (400, 404, 500)
    if detach:
        assert "was created and is left as it is" in caught.value.__notes__[0]
        client.containers.get(unique_name).remove()
    else:
        with pytest.raises(docker.errors.NotFound):
            client.containers.get(unique_name)


def test_run_with_a_stream(client: docker.DockerClient, engine: Engine, unique_name: str) -> None:
    command = ["sh", "-c", "echo one; read line; echo $line; exit 4"]
    output = client.containers.run(engine.image, command, name=unique_name, stream=True, remove=True, stdin_open=True)
    assert next(output) == b"one\n"
    with client.api.containers.attach(unique_name, stdin=True, stream=True) as stdin:
        stdin.write(b"two\n")
    assert next(output) == b"two\n"
    with pytest.raises(docker.errors.ContainerError) as caught:
        next(output)
    assert caught.value.exit_status == 4
    with pytest.raises(docker.errors.NotFound):
        client.containers.get(unique_name)


def test_a_missing_image(client: docker.DockerClient, engine: Engine, unique_name: str) -> None:
    with pytest.raises(docker.errors.ImageNotFound):
        client.containers.create(f"localhost:1/{unique_name}")
    with pytest.raises(docker.errors.DockerException):
        client.containers.run(f"localhost:1/{unique_name}")


def test_options_reach_the_container(
    client: docker.DockerClient, engine: Engine, unique_name: str, labels: dict[str, str], tmp_path: Path
) -> None:
    container = client.containers.create(
        engine.image,
        "true",
        name=unique_name,
        labels=labels,
        environment={"A": "1"},
        working_dir="/tmp",
        user=1000,
        hostname="host",
        ports={"80/tcp": ("127.0.0.1", None), 53: 5353},
        volumes={str(tmp_path): {"bind": "/data", "mode": "ro"}},
        tmpfs=["/run:size=1m"],
        mem_limit="64m",
        restart_policy={"Name": "on-failure", "MaximumRetryCount": 2},
        cap_add=["NET_ADMIN"],
        cap_drop=["ALL"],
        read_only=True,
        init=True,
        entrypoint="sh -c",
        dns=["192.0.2.1"],
        extra_hosts={"h": "192.0.2.2"},
        group_add=[29],
        sysctls={"net.ipv4.ip_unprivileged_port_start": 0},
        pids_limit=50,
    )
    config, host = container.attrs["Config"], container.attrs["HostConfig"]
    assert (config["WorkingDir"], config["User"], config["Hostname"]) == ("/tmp", "1000", "host")
    assert (config["Entrypoint"], config["Cmd"]) == (["sh", "-c"], ["true"])
    assert "A=1" in config["Env"]
    assert container.labels.items() >= labels.items()
    assert host["PortBindings"] == {
        "80/tcp": [{"HostIp": "127.0.0.1", "HostPort": ""}],
        "53/tcp": [{"HostIp": "", "HostPort": "5353"}],
    }
    assert (host["Binds"], host["Tmpfs"]) == ([f"{tmp_path}:/data:ro"], {"/run": "size=1m"})
    assert (host["Memory"], host["PidsLimit"], host["Init"], host["ReadonlyRootfs"]) == (2**26, 50, True, True)
    assert host["RestartPolicy"] == {"Name": "on-failure", "MaximumRetryCount": 2}
    assert [cap.removeprefix("CAP_") for cap in host["CapAdd"]] == ["NET_ADMIN"]
    assert (host["Dns"], host["ExtraHosts"], host["GroupAdd"]) == (["192.0.2.1"], ["h:192.0.2.2"], ["29"])
    container.remove(v=True)


def test_a_network_by_name(
    client: docker.DockerClient, engine: Engine, unique_name: str, labels: dict[str, str]
) -> None:
    network = client.api.networks.create({"Name": unique_name, "Labels": labels})
    container = client.containers.create(engine.image, network=unique_name, name=unique_name)
    assert list(container.attrs["NetworkSettings"]["Networks"]) == [unique_name]
    container.remove()
    client.api.networks.delete(network.id)


def test_a_list_says_what_an_inspection_says(client: docker.DockerClient, running: docker.Container) -> None:
    (label,) = running.labels.items()
    (found,) = client.containers.list(filters={"label": "=".join(label)})
    assert found == running
    assert (found.name, found.status, found.labels) == (running.name, running.status, running.labels)
    assert (found.ports, found.image, found.image.tags) == (running.ports, running.image, running.image.tags)
    assert found.attrs["Config"]["Cmd"] == ["sleep", "600"]
    assert client.containers.get(running.short_id) == running


def test_published_ports_are_the_same_from_both(client: docker.DockerClient, engine: Engine, unique_name: str) -> None:
    ports = {"80/tcp": ("127.0.0.1", None), "81/tcp": None}
    running = client.containers.run(engine.image, "sleep 600", name=unique_name, ports=ports, init=True, detach=True)
    (found,) = client.containers.list(filters={"name": unique_name})
    assert sorted(found.ports) == ["80/tcp", "81/tcp"]
    by_place = {port: sorted(map(str, places or ())) for port, places in found.ports.items()}
    assert by_place == {port: sorted(map(str, places or ())) for port, places in running.ports.items()}
    running.remove(force=True)


def test_lifecycle(client: docker.DockerClient, running: docker.Container) -> None:
    assert running.status == "running"
    running.kill("SIGTERM")
    assert running.wait()["StatusCode"] == 143
    running.reload()
    assert running.status == "exited"
    with pytest.raises(docker.Conflict):
        running.kill()
    running.stop()
    running.start()
    running.start()
    running.restart(timeout=0)
    running.stop(timeout=0)
    assert running.wait(condition="not-running")["StatusCode"] in (137, 143)
    with pytest.raises(docker.DeadlineExceeded):
        running.wait(condition="next-exit", timeout=0.2)
    with pytest.raises(docker.errors.NotFound, match="nosuch"):
        client.containers.get("nosuch")


def test_a_running_container_is_removed_only_by_force(
    client: docker.DockerClient, engine: Engine, unique_name: str
) -> None:
    container = client.containers.run(engine.image, "sleep 600", name=unique_name, init=True, detach=True)
    with pytest.raises(docker.Conflict):
        container.remove()
    container.remove(force=True)
    with pytest.raises(docker.ContainerNotFound):
        container.reload()


def test_logs(client: docker.DockerClient, engine: Engine, unique_name: str) -> None:
    script = "echo out1; echo err1 >&2; sleep 0.3; echo out2; echo err2 >&2"
    container = client.containers.run(engine.image, ["sh", "-c", script], name=unique_name, detach=True)
    messages = list(container.messages(follow=True))
    assert b"".join(message.data for message in messages if message.stream == 1) == b"out1\nout2\n"
    assert b"".join(message.data for message in messages if message.stream == 2) == b"err1\nerr2\n"
    assert sorted(container.logs().splitlines()) == [b"err1", b"err2", b"out1", b"out2"]
    assert container.logs(stderr=False) == b"out1\nout2\n"
    assert b"".join(container.logs(stdout=False, stream=True)) == b"err1\nerr2\n"
    assert container.logs(tail=1) in (b"out2\n", b"err2\n")
    stamp, _, line = container.logs(tail=1, timestamps=True).partition(b" ")
    assert (stamp[:2], line) in ((b"20", b"out2\n"), (b"20", b"err2\n"))
    assert container.logs(until=1) == b""
    container.remove()


@pytest.mark.parametrize("tty", [False, True])
def test_a_log_that_is_left_early(client: docker.DockerClient, engine: Engine, unique_name: str, *, tty: bool) -> None:
    container = client.containers.run(
        engine.image, ["sh", "-c", "while echo line; do :; done"], name=unique_name, tty=tty, detach=True
    )
    with container.logs(stream=True) as stream:
        assert next(stream).startswith(b"line")
    assert next(container.logs(stream=True)).startswith(b"line")
    container.remove(force=True)


def test_a_log_that_another_thread_closes(running: docker.Container) -> None:
    stream = running.logs(stream=True)
    with ThreadPoolExecutor(1) as thread:
        reading = thread.submit(list, stream)
        stream.close()
        assert reading.result(30) == []


def test_commands(running: docker.Container) -> None:
    assert running.exec_run("echo 'a b'") == (0, b"a b\n")
    code, output = running.exec_run("sh -c 'echo x; echo y >&2; exit 5'", demux=True)
    assert (code, output) == (5, (b"x\n", b"y\n"))
    environment = running.exec_run(["env"], environment={"A": "1"}, workdir="/tmp", user="nobody").output
    assert b"A=1\n" in environment
    assert running.exec_run("pwd", workdir="/tmp").output == b"/tmp\n"
    assert running.exec_run("tty", tty=True).output.startswith(b"/dev/pts/")
    assert running.exec_run("cat", stdin=True).exit_code == 0
    assert running.exec_run("touch /tmp/detached", detach=True) == (None, b"")
    assert running.exec_run("nosuchcommand").exit_code in (126, 127)
    assert running.exec_run("yes", stream=True).output.exit_code is None


def test_output_of_a_command_as_it_comes(running: docker.Container) -> None:
    result = running.exec_run(["sh", "-c", "echo x; sleep 0.1; echo y >&2; exit 5"], stream=True, demux=True)
    assert list(result.output) == [(b"x\n", None), (None, b"y\n")]
    assert result.output.exit_code == 5
    with running.exec_run("yes", stream=True).output as stream:
        assert next(stream).startswith(b"y\n")


def test_a_command_with_input(running: docker.Container) -> None:
    with running.exec_run("sort", socket=True, stdin=True).output as stream:
        stream.write(b"b\n")
        stream.write(b"a\n")
        stream.write_eof()
        assert b"".join(message.data for message in stream) == b"a\nb\n"


def test_archives(running: docker.Container, tmp_path: Path) -> None:
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w") as archive:
        info = tarfile.TarInfo("file.txt")
        info.size, info.mode = 5, 0o640
        archive.addfile(info, io.BytesIO(b"hello"))
    assert running.put_archive("/tmp", data.getvalue()) is True
    data.seek(0)
    assert running.put_archive("/tmp", data) is True
    chunks, stat = running.get_archive("/tmp/file.txt")
    assert (stat["name"], stat["size"], stat["mode"] & 0o777) == ("file.txt", 5, 0o640)
    with tarfile.open(fileobj=io.BytesIO(b"".join(chunks))) as archive:
        assert archive.getnames() == ["file.txt"]
    with pytest.raises(docker.errors.NotFound):
        running.get_archive("/tmp/nosuch")
    with pytest.raises(docker.errors.NotFound):
        running.put_archive("/tmp/nosuch", data.getvalue())


def test_copying_a_folder_there_and_back(running: docker.Container, tmp_path: Path) -> None:
    source = tmp_path / "folder"
    (source / "sub").mkdir(parents=True)
    (source / "sub" / "file").write_bytes(bytes(range(256)) * 5000)
    running.copy_to(source, "/tmp")
    assert running.exec_run("wc -c /tmp/folder/sub/file").output.split()[0] == b"1280000"
    written = running.copy_from("/tmp/folder", tmp_path / "back")
    assert tmp_path / "back" / "sub" / "file" in written
    assert (tmp_path / "back/sub/file").read_bytes() == (source / "sub/file").read_bytes()


def test_models_of_the_api(client: docker.DockerClient, running: docker.Container) -> None:
    assert running.inspect().state.running is True
    assert client.api.containers.archive_info(running.id, "/etc").name == "etc"
    top = client.api.containers.top(running.id)
    assert any("sleep" in " ".join(row) for row in top.processes or [])


@pytest.mark.parametrize("name", ["../volumes", "a/../../info", "x?force=1", "a#b", "é"])
def test_odd_names_stay_names(client: docker.DockerClient, name: str) -> None:
    with pytest.raises(docker.errors.DockerException) as caught:
        client.containers.get(name)
    assert isinstance(caught.value, docker.errors.NotFound | docker.errors.BadRequest | docker.UnexpectedReply)


# What docker-py does wrong


def test_attach_loses_nothing(client: docker.DockerClient, engine: Engine) -> None:
    """docker-py 1.1: output that arrived together with the 101 was lost, 35 times of 40."""
    finished = client.containers.create(engine.image, "echo hello")
    finished.start()
    finished.wait()
    for _ in range(20):
        assert finished.attach(logs=True) == b"hello\n"
    with finished.attach_socket({"logs": 1, "stdout": 1}) as stream:
        assert stream.read() == b"\1\0\0\0\0\0\0\6hello\n"
    finished.remove()


@pytest.mark.parametrize("driver", ["local", "none"])
def test_run_gives_output_with_every_driver(client: docker.DockerClient, engine: Engine, driver: str) -> None:
    """docker-py 1.7: None came back for every driver but two."""
    output = client.containers.run(engine.image, "echo out", remove=True, log_config={"type": driver})
    assert output == b"out\n"


def test_what_failed_tells_all(client: docker.DockerClient, engine: Engine) -> None:
    """docker-py 1.16: the error showed b'' and standard output was thrown away."""
    with pytest.raises(docker.errors.ContainerError, match=r"ended with exit status 3: err$") as caught:
        client.containers.run(engine.image, "sh -c 'echo out; echo err >&2; exit 3'", remove=True)
    assert (caught.value.stdout, caught.value.stderr) == (b"out\n", b"err\n")


def test_times_keep_their_fraction(client: docker.DockerClient, engine: Engine) -> None:
    """docker-py 1.15: since and until lost what is below a second."""
    container = client.containers.create(engine.image, ["sh", "-c", "echo one; sleep 0.3; echo two"])
    container.start()
    container.wait()
    one, two = (line.timestamp for line in container.lines(timestamps=True))
    assert one is not None
    assert two is not None
    between = one + (two - one) / 2
    assert container.logs(since=between) == b"two\n"
    assert container.logs(until=between) == b"one\n"
    container.remove()


def test_a_terminal_gives_chunks(client: docker.DockerClient, engine: Engine) -> None:
    """docker-py 2: of a terminal's log every byte came alone."""
    container = client.containers.create(engine.image, ["sh", "-c", "yes 0123456789 | head -n 10000"], tty=True)
    container.start()
    container.wait()
    pieces = list(container.logs(stream=True))
    assert b"".join(pieces) == b"0123456789\r\n" * 10_000
    assert len(pieces) < 5_000
    container.remove()


def test_the_state_is_not_that_of_before(running: docker.Container) -> None:
    """docker-py 3: status stayed the old value after stop() and start(), until reload()."""
    assert running.status == "running"
    name = running.name
    running.stop(timeout=0)
    assert running.status == "exited"
    assert running.attrs["State"]["Running"] is False
    running.start()
    assert (running.status, running.name) == ("running", name)
    running.pause()
    assert running.status == "paused"
    running.unpause()
    assert running.status == "running"


def test_what_is_gone_keeps_what_was_known(client: docker.DockerClient, engine: Engine) -> None:
    container = client.containers.run(engine.image, "sleep 600", init=True, remove=True, detach=True)
    container.stop(timeout=0)
    with contextlib.suppress(docker.errors.NotFound):
        container.wait(condition="removed")
    assert (container.status, container.attrs["Id"]) == ("running", container.id)


def test_limits_are_set_back(client: docker.DockerClient, engine: Engine) -> None:
    """docker-py 1.15: update() did not send 0."""
    with client.containers.create(engine.image, "true", pids_limit=50) as container:
        container.update(pids_limit=0)
        assert not container.attrs["HostConfig"]["PidsLimit"]


def test_an_exec_tells_how_it_ended(running: docker.Container) -> None:
    """docker-py 3: of a stream there was neither an exit code nor an id, and no limit to the time."""
    stream = running.exec_run("sh -c 'echo out; exit 4'", stream=True).output
    assert list(stream) == [b"out\n"]
    assert stream.exit_code == 4
    detached = running.exec_run("sleep 600", detach=True)
    assert len(detached.exec_id) == 64
    with pytest.raises(docker.ExecTimeout):
        running.exec_run("sleep 600", timeout=0.3)


def test_a_socket_can_be_written_to(running: docker.Container) -> None:
    """docker-py 3: the socket was read-only, so that users reached for ``_sock``."""
    result = running.exec_run("cat", stdin=True, socket=True, tty=False)
    with result.output as stream:
        stream.sendall(b"hello")
        assert stream.recv(8) == b"\1\0\0\0\0\0\0\5"
        assert stream.read(5) == b"hello"
        stream.write_eof()
        assert stream.read() == b""
    assert running.client.api.execs.inspect(result.exec_id).exit_code == 0


def test_a_web_socket(client: docker.DockerClient, engine: Engine, unique_name: str) -> None:
    """docker-py 1.5: it worked over TCP only."""
    command = ["sh", "-c", "read line; echo got $line"]
    with client.containers.create(engine.image, command, stdin_open=True, name=unique_name) as container:
        with container.attach_socket({"stdin": 1, "stdout": 1, "stream": 1}, ws=True) as attached:
            container.start()
            attached.send("this\n")
            assert b"".join(attached) == b"got this\n"
            assert attached.connected
        assert not attached.connected
