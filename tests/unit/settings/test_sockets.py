"""Where engines usually listen, and what is found there: real sockets, real files."""

import os
import socket
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from dockwright.settings.sockets import Attempt, State, look, search, usual_sockets

ENVIRONMENT = {"HOME": "/home/me", "XDG_RUNTIME_DIR": "/run/user/1"}


@pytest.fixture
def listener(tmp_path: Path) -> Iterator[tuple[socket.socket, str]]:
    """A socket that listens and never accepts, and its path."""
    path = str(tmp_path / "s")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(path)
        listener.listen(0)
        yield listener, path


@pytest.mark.parametrize("platform", ["linux", "darwin"])
def test_the_systems_sockets_come_before_the_users_and_docker_before_its_relatives(platform: str) -> None:
    assert usual_sockets(ENVIRONMENT, platform) == [
        "/var/run/docker.sock",
        "/run/docker.sock",
        "/run/user/1/docker.sock",
        "/home/me/.docker/run/docker.sock",
        "/home/me/.docker/desktop/docker.sock",
        "/home/me/.colima/default/docker.sock",
        "/home/me/.orbstack/run/docker.sock",
        "/home/me/.rd/docker.sock",
        "/run/user/1/podman/podman.sock",
    ]


def test_without_a_session_there_is_no_runtime_folder() -> None:
    assert not any("user" in path or "podman" in path for path in usual_sockets({"HOME": "/home/me"}, "linux"))


def test_windows_has_pipes() -> None:
    assert all(path.startswith("//./pipe/") for path in usual_sockets(ENVIRONMENT, "win32"))


def test_a_socket_that_listens(listener: tuple[socket.socket, str]) -> None:
    assert look(listener[1]) is State.LISTENING


def test_an_engine_that_is_too_busy_to_accept_listens(listener: tuple[socket.socket, str]) -> None:
    waiting: list[socket.socket] = []
    try:
        for _ in range(3):
            stream = socket.socket(socket.AF_UNIX)
            waiting.append(stream)
            stream.setblocking(False)
            try:
                stream.connect(listener[1])
            except BlockingIOError:
                break
        else:
            pytest.fail("the queue never filled")
        assert look(listener[1]) is State.LISTENING
    finally:
        for stream in waiting:
            stream.close()


def test_a_socket_that_was_forgotten(listener: tuple[socket.socket, str]) -> None:
    listener[0].close()
    assert look(listener[1]) is State.SILENT


def test_what_is_no_socket(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert look(str(tmp_path / "file")) is State.OTHER
    assert look(str(tmp_path)) is State.OTHER
    assert look(str(tmp_path / "file" / "below")) is State.MISSING


def test_what_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "dangling").symlink_to("nowhere")
    assert look(str(tmp_path / "nothing")) is State.MISSING
    assert look(str(tmp_path / "dangling")) is State.MISSING


def test_a_socket_of_somebody_else() -> None:
    with tempfile.TemporaryDirectory() as folder, socket.socket(socket.AF_UNIX) as listener:
        path = Path(folder) / "s"
        listener.bind(str(path))
        listener.listen()
        path.chmod(0)
        if os.geteuid() != 0:
            assert look(str(path)) is State.DENIED
            return
        # The superuser may do everything, so nobody looks.
        Path(folder).chmod(0o711)
        os.seteuid(65534)
        try:
            state = look(str(path))
        finally:
            os.seteuid(0)
        assert state is State.DENIED


def test_what_comes_after_a_socket_that_listens_is_not_looked_at() -> None:
    looked: list[str] = []

    def probe(path: str) -> State:
        looked.append(path)
        return State.LISTENING if path == "b" else State.MISSING

    assert search(["a", "b", "c"], probe) == ("b", [Attempt("a", State.MISSING), Attempt("b", State.LISTENING)])
    assert looked == ["a", "b"]


def test_nothing_anywhere() -> None:
    assert search(["a"], lambda _: State.OTHER) == (None, [Attempt("a", State.OTHER)])
