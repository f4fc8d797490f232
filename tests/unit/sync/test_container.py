"""One container: what its attributes say and from where, and what each method asks for."""

import base64
import io
import json
import socket
import tarfile
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from dockwright.sync import (
    Conflict,
    Container,
    ContainerNotFound,
    DockerClient,
    ExecOutput,
    ExecResult,
    InvalidArgument,
    Message,
    PathNotFound,
    UnexpectedReply,
)
from dockwright.sync.sockets import AttachedSocket
from tests.fakes.engine import LAST_CHUNK, Await, Do, FakeEngine, chunk, chunked_head, frame, reply, upgraded

from .conftest import LOGS, MULTIPLEXED, output

ENTRY: dict[str, Any] = {
    "Id": "0123456789abcdef",
    "Names": ["/other/alias", "/web"],
    "Image": "nginx",
    "ImageID": "sha256:feed",
    "State": "exited",
    "Status": "Exited (0) 2 hours ago",
    "Labels": {"a": "1"},
    "Ports": [
        {"IP": "0.0.0.0", "PrivatePort": 80, "PublicPort": 8080, "Type": "tcp"},
        {"IP": "::", "PrivatePort": 80, "PublicPort": 8080, "Type": "tcp"},
        {"PrivatePort": 53, "Type": "udp"},
    ],
}
PLACES = [{"HostIp": "0.0.0.0", "HostPort": "8080"}, {"HostIp": "::", "HostPort": "8080"}]
DOCUMENT: dict[str, Any] = {
    "Id": "0123456789abcdef",
    "Name": "/web",
    "Image": "sha256:feed",
    "State": {"Status": "running", "Health": {"Status": "healthy"}},
    "Config": {"Labels": {"a": "2"}, "Tty": False},
    "NetworkSettings": {"Ports": {"80/tcp": PLACES, "53/udp": None}},
}
INSPECT = "/containers/0123456789abcdef/json"


@pytest.fixture
def container(client: DockerClient) -> Container:
    """A container of which only the id is known."""
    return Container.of(client, "c")


class TestAttributes:
    """Where they come from."""

    def test_of_a_listing(self, client: DockerClient, fake_engine: FakeEngine) -> None:
        found = Container.of(client, ENTRY["Id"], entry=ENTRY)
        assert (found.id, found.short_id, found.name) == ("0123456789abcdef", "0123456789ab", "web")
        assert (found.status, found.labels, found.image.id) == ("exited", {"a": "1"}, "sha256:feed")
        assert found.ports == {"80/tcp": PLACES, "53/udp": None}
        assert repr(found) == "<Container: 0123456789ab>"
        assert fake_engine.connections == []

    def test_of_an_empty_listing(self, client: DockerClient) -> None:
        entry = {"Id": "x", "Names": None, "Labels": None, "Ports": None, "State": "created", "ImageID": "y"}
        found = Container.of(client, "x", entry=entry)
        assert (found.name, found.labels, found.ports) == ("", {}, {})

    def test_of_an_inspection(self, client: DockerClient, fake_engine: FakeEngine) -> None:
        found = Container.of(client, DOCUMENT["Id"], attrs=DOCUMENT)
        assert (found.name, found.status, found.labels) == ("web", "running", {"a": "2"})
        assert (found.ports, found.image.id, found.health) == (
            {"80/tcp": PLACES, "53/udp": None},
            "sha256:feed",
            "healthy",
        )
        assert fake_engine.connections == []

    def test_of_a_sparse_inspection(self, client: DockerClient) -> None:
        attrs = {"Id": "x", "State": {"Status": "created"}, "Config": {"Labels": None}, "NetworkSettings": {}}
        found = Container.of(client, "x", attrs=attrs)
        assert (found.labels, found.ports, found.health) == ({}, {}, "unknown")

    def test_attrs_are_asked_for_once_when_they_are_first_read(
        self, client: DockerClient, fake_engine: FakeEngine
    ) -> None:
        fake_engine.reply("GET", INSPECT, body=DOCUMENT)
        found = Container.of(client, ENTRY["Id"], entry=ENTRY)
        assert found.status == "exited"
        assert fake_engine.requests == []
        assert found.attrs == found.attrs == DOCUMENT
        assert len(fake_engine.requests) == 1
        assert found.status == "running", "the newer of the two counts"

    def test_reload_asks_again(self, client: DockerClient, fake_engine: FakeEngine) -> None:
        fake_engine.reply("GET", INSPECT, body=DOCUMENT)
        fake_engine.reply("GET", INSPECT, body=DOCUMENT | {"State": {"Status": "exited"}})
        fake_engine.reply("GET", INSPECT, 404, {"message": "gone"})
        found = Container.of(client, ENTRY["Id"], entry=ENTRY)
        found.reload()
        assert found.status == "running"
        found.reload()
        assert found.status == "exited"
        with pytest.raises(ContainerNotFound):
            found.reload()
        assert found.status == "exited"

    def test_equality_and_hash_are_by_id(self, client: DockerClient) -> None:
        one, same, other = (Container.of(client, identifier) for identifier in ("a", "a", "b"))
        assert one == same
        assert one != other
        assert one != "a"
        assert len({one, same, other}) == 2

    def test_made_by_hand(self, client: DockerClient) -> None:
        assert Container({"Id": "a", "Name": "/n"}, client).name == "n"
        with pytest.raises(ValueError, match="a Container is made by a client"):
            Container({"Id": "a"})
        with pytest.raises(ValueError, match="a Container is made by a client"):
            Container(client=client)


@pytest.mark.parametrize(
    ("name", "arguments", "target"),
    [
        ("start", {}, "POST /start"),
        ("stop", {}, "POST /stop"),
        ("stop", {"timeout": 3, "signal": "SIGINT"}, "POST /stop?signal=SIGINT&t=3"),
        ("stop", {"timeout": 0}, "POST /stop?t=0"),
        ("restart", {}, "POST /restart?t=10"),
        ("restart", {"timeout": None}, "POST /restart"),
        ("kill", {}, "POST /kill"),
        ("kill", {"signal": "SIGHUP"}, "POST /kill?signal=SIGHUP"),
        ("kill", {"signal": 9}, "POST /kill?signal=9"),
        ("remove", {}, "DELETE "),
        ("remove", {"v": True, "link": True, "force": True}, "DELETE ?v=1&force=1&link=1"),
    ],
)
def test_calls(
    container: Container, fake_engine: FakeEngine, name: str, arguments: dict[str, Any], target: str
) -> None:
    method, _, path = target.partition(" ")
    fake_engine.reply(method, f"/containers/c{path.partition('?')[0]}", 204)
    assert getattr(container, name)(**arguments) is None
    assert [(request.method, request.target) for request in fake_engine.requests] == [
        (method, f"/v1.45/containers/c{path}")
    ]


def test_kill_takes_the_signals_of_the_standard_library(container: Container, fake_engine: FakeEngine) -> None:
    import signal

    fake_engine.reply("POST", "/containers/c/kill", 204)
    fake_engine.reply("POST", "/containers/c/kill", 409, {"message": "not running"})
    container.kill(signal.SIGTERM)
    assert fake_engine.requests[0].query == {"signal": ["15"]}
    with pytest.raises(Conflict, match="not running"):
        container.kill()


def test_wait(container: Container, fake_engine: FakeEngine) -> None:
    fake_engine.reply("POST", "/containers/c/wait", body={"StatusCode": 3, "Error": None})
    assert dict(container.wait(condition="next-exit")) == {"StatusCode": 3, "Error": None}
    assert fake_engine.requests[0].query == {"condition": ["next-exit"]}


class TestLogs:
    """Bytes of the log, whole or as they come."""

    LOG = frame(1, b"out\n") + frame(2, b"err\n")

    def test_whole(self, container: Container, fake_engine: FakeEngine) -> None:
        fake_engine.script("GET", LOGS, *output(self.LOG), LAST_CHUNK)
        assert container.logs() == b"out\nerr\n"
        assert fake_engine.requests[0].query == {
            "stdout": ["1"],
            "stderr": ["1"],
            "follow": ["0"],
            "timestamps": ["0"],
            "tail": ["all"],
        }

    def test_as_it_comes(self, container: Container, fake_engine: FakeEngine) -> None:
        fake_engine.script("GET", LOGS, *output(self.LOG), Do.HANG)
        with container.logs(stream=True) as stream:
            assert fake_engine.requests[0].query["follow"] == ["1"]
            assert [next(stream), next(stream)] == [b"out\n", b"err\n"]
        fake_engine.wait_closed()

    def test_a_terminal(self, container: Container, fake_engine: FakeEngine) -> None:
        fake_engine.script("GET", LOGS, reply(200, self.LOG, {"Content-Type": "application/vnd.docker.raw-stream"}))
        assert container.logs() == self.LOG

    @pytest.mark.parametrize(
        ("options", "sent"),
        [
            ({"stream": True, "follow": False}, {"follow": ["0"]}),
            ({"follow": True}, {"follow": ["1"]}),
            ({"stdout": False}, {"stdout": ["0"], "stderr": ["1"]}),
            ({"timestamps": True, "tail": 10}, {"timestamps": ["1"], "tail": ["10"]}),
            ({"tail": "5"}, {"tail": ["5"]}),
            ({"since": 1, "until": 2.5}, {"since": ["1"], "until": ["2.5"]}),
            ({"since": datetime(2023, 11, 14, 22, 13, 20, 500000)}, {"since": ["1700000000.5"]}),
        ],
    )
    def test_what_is_asked_for(
        self, container: Container, fake_engine: FakeEngine, options: dict[str, Any], sent: dict[str, list[str]]
    ) -> None:
        fake_engine.script("GET", LOGS, *output(), LAST_CHUNK)
        container.logs(**options)
        query = fake_engine.requests[0].query
        assert {name: query[name] for name in sent} == sent

    @pytest.mark.parametrize(
        ("options", "error", "says"),
        [
            ({"tail": -1}, InvalidArgument, "tail must be a number of lines, or 'all', not -1"),
            ({"tail": "some"}, InvalidArgument, "not 'some'"),
            ({"tail": True}, InvalidArgument, "not True"),
            ({"since": "yesterday"}, TypeError, "since must be a datetime, a timedelta or a number"),
            ({"until": -5}, InvalidArgument, "until must be a datetime, a timedelta or a number"),
            ({"stdout": False, "stderr": False}, TypeError, "stdout=True or stderr=True"),
        ],
    )
    def test_what_is_refused(
        self, container: Container, fake_engine: FakeEngine, options: dict[str, Any], error: type[Exception], says: str
    ) -> None:
        with pytest.raises(error) as caught:
            container.logs(**options)
        assert says in str(caught.value)
        assert fake_engine.connections == []

    def test_messages_name_their_stream(self, container: Container, fake_engine: FakeEngine) -> None:
        fake_engine.script("GET", LOGS, *output(self.LOG), LAST_CHUNK)
        assert list(container.messages(since=5, tail=3, details=True)) == [Message(1, b"out\n"), Message(2, b"err\n")]
        query = fake_engine.requests[0].query
        assert (query["since"], query["tail"], query["details"], query["follow"]) == (["5"], ["3"], ["1"], ["0"])


EXEC = "/containers/c/exec"
EXEC_START = "/exec/e/start"
EXEC_INSPECT = "/exec/e/json"


class TestExec:
    """Commands in the container, in every form of output."""

    def commands(self, fake: FakeEngine, *steps: Any, exit_code: int | None = 5, head: bool = True) -> None:
        fake.reply("POST", EXEC, 201, {"Id": "e"})
        steps = steps or (frame(1, b"x\n"), frame(2, b"y\n"), Do.CLOSE)
        fake.script("POST", EXEC_START, *((upgraded(MULTIPLEXED),) if head else ()), *steps)
        fake.reply("GET", EXEC_INSPECT, body={"ID": "e", "ExitCode": exit_code, "Running": exit_code is None})

    def test_whole(self, container: Container, fake_engine: FakeEngine) -> None:
        self.commands(fake_engine)
        result = container.exec_run("sh -c 'echo x'")
        assert result == ExecResult(5, b"x\ny\n") == (5, b"x\ny\n")
        code, data = result
        assert (code, data, result.exit_code, result.output) == (5, b"x\ny\n", 5, b"x\ny\n")
        create, start, _ = fake_engine.requests
        body = create.json()
        assert [each.partition("=")[0] for each in body.pop("Env")] == ["DOCKWRIGHT_EXEC"]
        assert body == {
            "Cmd": ["sh", "-c", "echo x"],
            "AttachStdin": False,
            "AttachStdout": True,
            "AttachStderr": True,
            "Tty": False,
            "Privileged": False,
        }
        assert start.json() == {"Detach": False, "Tty": False}

    def test_options(self, container: Container, fake_engine: FakeEngine) -> None:
        self.commands(fake_engine)
        container.exec_run(
            ["a b"],
            stderr=False,
            tty=True,
            privileged=True,
            user="nobody",
            environment={"A": "1", "B": None},
            workdir="/srv",
        )
        body = fake_engine.requests[0].json()
        assert body["Env"].pop().startswith("DOCKWRIGHT_EXEC=")
        assert body == {
            "Cmd": ["a b"],
            "AttachStdin": False,
            "AttachStdout": True,
            "AttachStderr": False,
            "Tty": True,
            "Privileged": True,
            "User": "nobody",
            "Env": ["A=1", "B"],
            "WorkingDir": "/srv",
        }

    def test_stdin_counts_with_a_socket_only(self, container: Container, fake_engine: FakeEngine) -> None:
        self.commands(fake_engine)
        container.exec_run("cat", stdin=True)
        with container.exec_run("cat", stdin=True, socket=True).output:
            pass
        created = fake_engine.received("POST", EXEC)
        assert [request.json()["AttachStdin"] for request in created] == [False, True]

    @pytest.mark.parametrize(
        ("frames", "expected"),
        [
            ([frame(1, b"x"), frame(2, b"y"), frame(1, b"z")], (b"xz", b"y")),
            ([frame(1, b"x")], (b"x", None)),
            ([frame(2, b"y")], (None, b"y")),
            ([], (None, None)),
        ],
    )
    def test_demux(self, container: Container, fake_engine: FakeEngine, frames: list[bytes], expected: object) -> None:
        self.commands(fake_engine, *frames, Do.CLOSE)
        assert container.exec_run("x", demux=True) == (5, expected)

    def test_stream(self, container: Container, fake_engine: FakeEngine) -> None:
        gate = fake_engine.gate()
        self.commands(fake_engine, frame(1, b"x\n"), gate, frame(2, b"y\n"), Do.CLOSE)
        result = container.exec_run("x", stream=True)
        assert result.exit_code is None
        assert isinstance(result.output, ExecOutput)
        assert next(result.output) == b"x\n"
        gate.open()
        assert list(result.output) == [b"y\n"]
        assert (result.output.exec_id, result.output.exit_code) == ("e", 5)
        fake_engine.wait_received("GET", EXEC_INSPECT)

    def test_stream_demux(self, container: Container, fake_engine: FakeEngine) -> None:
        fake_engine.reply("GET", EXEC_INSPECT, body={"ID": "e", "ExitCode": None, "Running": True})
        self.commands(fake_engine)
        stream = container.exec_run("x", stream=True, demux=True).output
        assert stream.exit_code is None
        assert list(stream) == [(b"x\n", None), (None, b"y\n")]
        # The command only closed its output at first.
        assert stream.exit_code == 5

    def test_a_stream_left_early_is_closed(
        self, client: DockerClient, container: Container, fake_engine: FakeEngine
    ) -> None:
        self.commands(fake_engine, frame(1, b"x\n"), Do.HANG)
        with container.exec_run("x", stream=True).output as stream:
            assert next(stream) == b"x\n"
        assert next(stream, None) is None
        client.close()
        fake_engine.wait_closed()

    def test_socket(self, container: Container, fake_engine: FakeEngine, threads: ThreadPoolExecutor) -> None:
        self.commands(fake_engine, Await(b"in"), frame(1, b"out"), Do.READ_INPUT, Do.CLOSE)
        result = container.exec_run("cat", socket=True, stdin=True)
        assert result.exit_code is None
        assert isinstance(result.output, AttachedSocket)
        with result.output as stream:
            assert (result.exec_id, stream.exec_id, stream.writable(), stream.readable()) == ("e", "e", True, True)
            reading = threads.submit(stream.read_out)
            stream.write(b"in")
            assert reading.result(30) == Message(1, b"out")
            stream.write_eof()
            assert stream.read_out() is None

    def test_socket_gives_the_bytes_of_the_engine(self, container: Container, fake_engine: FakeEngine) -> None:
        """docker-py 3: its socket could not be written to, and lost what arrived with the 101."""
        gate = fake_engine.gate()
        out = frame(1, b"out")
        self.commands(fake_engine, upgraded(MULTIPLEXED) + out[:6], gate, out[6:], Do.READ_INPUT, Do.CLOSE, head=False)
        stream = container.exec_run("cat", socket=True, stdin=True).output
        assert stream.recv(4) == out[:4]
        assert stream.recv(100) == out[4:6]
        gate.open()
        assert stream.recv(1) == out[6:7]
        buffer = bytearray(3)
        assert stream.recv_into(buffer) == 3
        assert bytes(buffer) == out[7:10]
        stream._sock.sendall(b"in")  # pyright: ignore[reportPrivateUsage]  as docker-py's programs do
        assert stream.send(b"put") == 3
        stream.shutdown(socket.SHUT_WR)
        assert (stream.read(), stream.read(5), stream.recv(0)) == (out[10:], b"", b"")
        assert stream.fileno() > 0
        stream.close()
        assert stream.closed
        assert stream.recv(1) == b""
        with pytest.raises(InvalidArgument, match="size must be a number of bytes"):
            stream.recv(-1)
        (start,) = fake_engine.received("POST", EXEC_START)
        assert start.input == b"input"

    def test_socket_with_a_limit(self, container: Container, fake_engine: FakeEngine) -> None:
        self.commands(fake_engine, Do.HANG)
        with container.exec_run("cat", socket=True).output as stream:
            stream.settimeout(0.05)
            assert stream.gettimeout() == 0.05
            with pytest.raises(TimeoutError):
                stream.recv(1)

    def test_detach(self, container: Container, fake_engine: FakeEngine) -> None:
        fake_engine.reply("POST", EXEC, 201, {"Id": "e"})
        fake_engine.reply("POST", EXEC_START, 200)
        detached = container.exec_run("x", detach=True)
        assert detached == (None, b"")
        assert detached.exec_id == "e", "docker-py 3: no id to ask for the exit code by"
        assert fake_engine.requests[1].json() == {"Detach": True, "Tty": False}
        assert "upgrade" not in fake_engine.requests[1].headers

    def test_a_stopped_container(self, container: Container, fake_engine: FakeEngine) -> None:
        fake_engine.reply("POST", EXEC, 409, {"message": "container is not running"})
        with pytest.raises(Conflict, match="is not running"):
            container.exec_run("x")


ARCHIVE = "/containers/c/archive"
FACTS = {"name": "f", "size": 3, "mode": 420, "mtime": "2024-01-01T00:00:00Z", "linkTarget": ""}
STAT = {
    "Content-Type": "application/x-tar",
    "X-Docker-Container-Path-Stat": base64.b64encode(json.dumps(FACTS).encode()).decode(),
}


class TestArchives:
    """Files in and out."""

    def test_put(self, container: Container, fake_engine: FakeEngine) -> None:
        fake_engine.reply("PUT", ARCHIVE)
        fake_engine.reply("PUT", ARCHIVE, 404, {"message": "no such folder"})
        fake_engine.reply("GET", "/containers/c/json", 200, {"Id": "c"})
        assert container.put_archive("/srv/a b", b"tar") is True
        assert fake_engine.requests[0].query == {"path": ["/srv/a b"]}
        with pytest.raises(PathNotFound, match="no such folder"):
            container.put_archive("/nowhere", b"tar")

    def test_get(self, container: Container, fake_engine: FakeEngine) -> None:
        fake_engine.script(
            "GET", ARCHIVE, chunked_head("application/x-tar", headers=STAT), chunk(b"abcdefg"), LAST_CHUNK
        )
        chunks, stat = container.get_archive("/f")
        assert stat == FACTS
        assert b"".join(chunks) == b"abcdefg"
        chunks, _ = container.get_archive("/f", chunk_size=3, encode_stream=True)
        assert list(chunks) == [b"abc", b"def", b"g"]
        chunks, _ = container.get_archive("/f", chunk_size=None)
        assert b"".join(chunks) == b"abcdefg"
        assert fake_engine.requests[0].query == {"path": ["/f"]}

    def test_leaving_early_closes(self, container: Container, fake_engine: FakeEngine) -> None:
        fake_engine.script("GET", ARCHIVE, chunked_head("application/x-tar", headers=STAT), chunk(b"abc"), Do.HANG)
        with container.get_archive("/f")[0] as chunks:
            assert next(chunks) == b"abc"
        fake_engine.wait_closed()

    @pytest.mark.parametrize("stat", [None, "!", "bnVsbA=="])
    def test_without_a_description(self, container: Container, fake_engine: FakeEngine, stat: str | None) -> None:
        headers = {} if stat is None else {"X-Docker-Container-Path-Stat": stat}
        fake_engine.script("GET", ARCHIVE, chunked_head("application/x-tar", headers=headers), chunk(b"abc"), Do.HANG)
        with pytest.raises(UnexpectedReply, match="X-Docker-Container-Path-Stat"):
            container.get_archive("/f")
        fake_engine.wait_closed()

    @pytest.mark.parametrize("size", [0, -1])
    def test_a_size_of_pieces_that_cannot_be(self, container: Container, fake_engine: FakeEngine, size: int) -> None:
        with pytest.raises(InvalidArgument, match="chunk_size must be"):
            container.get_archive("/f", chunk_size=size)
        assert fake_engine.connections == []

    def test_copy_to(self, container: Container, fake_engine: FakeEngine, tmp_path: Path) -> None:
        fake_engine.reply("PUT", ARCHIVE)
        folder = base64.b64encode(json.dumps(FACTS | {"mode": 1 << 31 | 0o755}).encode()).decode()
        fake_engine.reply("HEAD", ARCHIVE, headers={"X-Docker-Container-Path-Stat": folder})
        (tmp_path / "f.txt").write_text("text")
        container.copy_to(tmp_path / "f.txt", "/srv")
        (request,) = fake_engine.received("PUT", ARCHIVE)
        assert request.query["path"] == ["/srv"]
        with tarfile.open(fileobj=io.BytesIO(request.body)) as archive:
            assert archive.getnames() == ["f.txt"]

    def test_copy_from(self, container: Container, fake_engine: FakeEngine, tmp_path: Path) -> None:
        data = io.BytesIO()
        with tarfile.open(fileobj=data, mode="w") as archive:
            info = tarfile.TarInfo("f.txt")
            info.size = 4
            archive.addfile(info, io.BytesIO(b"text"))
        pieces = [chunk(data.getvalue()[at : at + 700]) for at in range(0, len(data.getvalue()), 700)]
        fake_engine.script("GET", ARCHIVE, chunked_head("application/x-tar", headers=STAT), *pieces, LAST_CHUNK)
        assert container.copy_from("/f.txt", tmp_path) == [tmp_path / "f.txt"]
        assert (tmp_path / "f.txt").read_text() == "text"
