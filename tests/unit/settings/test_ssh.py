"""What is run for ssh, with which environment, and what its failures mean."""

import io
import os
import shlex
import socket
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from dockwright.settings.endpoint import never_reached, parse, unreachable
from dockwright.settings.ssh import (
    Login,
    SSHFailed,
    connection_failed,
    end_quietly,
    environment,
    login_failed,
    not_started,
)


@pytest.fixture(autouse=True)
def temporary(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        monkeypatch.setattr(tempfile, "tempdir", folder)
        yield Path(folder)


def after_dashes(command: list[str]) -> list[str]:
    return command[command.index("--") + 1 :]


class TestCommands:
    def test_the_place_comes_from_the_address(self) -> None:
        login = Login(parse("ssh://user@host:2222"))
        for command in (login.start, login.connect, login.end):
            assert command[0] == "ssh"
            assert command[command.index("-l") + 1] == "user"
            assert command[command.index("-p") + 1] == "2222"
        assert after_dashes(login.start) == ["host"]
        assert after_dashes(login.end) == ["host"]
        assert after_dashes(login.connect) == ["host", "docker system dial-stdio"]

    def test_what_the_address_leaves_out_is_left_to_ssh(self) -> None:
        login = Login(parse("ssh://host"))
        for command in (login.start, login.connect, login.end):
            assert "-l" not in command
            assert "-p" not in command

    def test_a_socket_over_there_is_quoted_for_the_shell(self) -> None:
        login = Login(parse("ssh://host/run/it's $(here)/docker.sock"))
        host, remote = after_dashes(login.connect)
        assert shlex.split(remote) == [
            "docker",
            "--host",
            "unix:///run/it's $(here)/docker.sock",
            "system",
            "dial-stdio",
        ]
        assert host == "host"

    def test_the_key_of_the_host_is_left_to_the_settings_of_the_user(self) -> None:
        login = Login(parse("ssh://host"))
        for command in (login.start, login.connect, login.end):
            assert not any("StrictHostKeyChecking" in word or "KnownHosts" in word for word in command)

    def test_all_share_one_socket_in_a_folder_of_this_user(self, temporary: Path) -> None:
        login = Login(parse("ssh://host"))
        assert Path(login.folder).parent == temporary
        assert Path(login.folder).stat().st_mode & 0o777 == 0o700
        for command in (login.start, login.connect, login.end):
            assert command[command.index("-S") + 1] == login.socket

    def test_a_percent_sign_in_the_folder_is_no_placeholder(
        self, temporary: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        odd = temporary / "100%h"
        odd.mkdir()
        monkeypatch.setattr(tempfile, "tempdir", str(odd))
        login = Login(parse("ssh://host"))
        assert login.start[login.start.index("-S") + 1] == login.socket.replace("%h", "%%h")

    def test_the_socket_has_a_short_path_in_any_case(self, temporary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        long = temporary / ("x" * 100)
        long.mkdir()
        monkeypatch.setattr(tempfile, "tempdir", str(long))
        login = Login(parse("ssh://host"))
        assert len(login.socket) < 80
        login.remove()
        assert not Path(login.folder).exists()


class TestTheSharedSocket:
    def test_nobody_answers_before_it_is_there(self) -> None:
        assert not Login(parse("ssh://host")).answers()

    def test_somebody_answers(self) -> None:
        login = Login(parse("ssh://host"))
        with socket.socket(socket.AF_UNIX) as listener:
            listener.bind(login.socket)
            listener.listen()
            assert login.answers()

    def test_what_a_killed_master_left_is_removed(self) -> None:
        login = Login(parse("ssh://host"))
        with socket.socket(socket.AF_UNIX) as listener:
            listener.bind(login.socket)
        assert not login.answers()
        assert not Path(login.socket).exists()

    def test_ending_what_never_began_removes_the_folder(self, temporary: Path) -> None:
        login = Login(parse("ssh://host"))
        end_quietly(login)
        assert os.listdir(temporary) == []


def test_only_what_ssh_needs_of_the_environment() -> None:
    given = {"HOME": "/home/me", "PATH": "/bin", "SSH_AUTH_SOCK": "/agent", "DISPLAY": ":0"}
    more = {"AWS_SECRET_ACCESS_KEY": "x", "DOCKER_HOST": "x", "LD_PRELOAD": "x", "LANG": "x", "SSH_CONNECTION": "x"}
    assert environment({**given, **more}) == given


class TestFailures:
    def test_a_proper_end_is_none(self) -> None:
        assert connection_failed(0, io.BytesIO(b"warning"), heard=False) is None

    @pytest.mark.parametrize(
        ("code", "heard", "unreached"),
        [
            (127, False, True),  # no docker command
            (1, False, True),  # no engine
            (1, True, False),
            (255, False, False),  # the login is lost, and the request may have arrived
            (-9, False, False),
        ],
    )
    def test_whether_the_engine_can_have_seen_the_request(self, code: int, heard: bool, unreached: bool) -> None:
        failure = connection_failed(code, io.BytesIO(), heard=heard)
        assert failure is not None
        assert failure.unreached is unreached
        assert never_reached(failure) is unreached

    def test_a_failed_login_never_reached_the_engine(self) -> None:
        assert login_failed(255, io.BytesIO()).unreached

    def test_the_last_lines_are_said_without_what_a_terminal_would_obey(self) -> None:
        text = b"first\r\n@@@@@@@@\nsecond\n\n\x1b]0;title\x07third\nfourth\n"
        assert login_failed(255, io.BytesIO(text)).said == "ssh says: second / ]0;titlethird / fourth"

    def test_a_flood_is_cut(self) -> None:
        assert len(login_failed(255, io.BytesIO(b"x" * 100_000)).said) < 600

    def test_silence_is_said_too(self) -> None:
        assert login_failed(3, io.BytesIO()).said == "ssh says: it ended with exit code 3"

    @pytest.mark.parametrize(
        ("said", "way_out"),
        [
            ("Host key verification failed.", "accept the key"),
            ("IDENTIFICATION HAS CHANGED!\nx\ny\nz\nHost key verification failed.", "somebody may be in between"),
            ("me@host: Permission denied (publickey).", "agent"),
            ("permission denied while trying to connect to the socket", "group docker"),
            ("ssh: Could not resolve hostname nowhere", "is this its name"),
            ("connect to host x port 22: Connection refused", "does an ssh server listen"),
            ("Cannot connect to the Docker daemon at x", "start the engine"),
            ("whatever else", "by hand"),
        ],
    )
    def test_the_way_out(self, said: str, way_out: str) -> None:
        error = unreachable(parse("ssh://me@host"), login_failed(255, io.BytesIO(said.encode())))
        assert way_out in error.message
        assert "ssh://me@host, chosen by the url argument: ssh says: " in error.message

    def test_a_missing_docker_command_is_known_by_its_exit_code(self) -> None:
        failure = connection_failed(127, io.BytesIO(b"nicht gefunden"), heard=False)
        assert failure is not None
        assert "install the docker command over there" in failure.way_out

    def test_a_program_that_cannot_be_run(self) -> None:
        assert "not on the PATH" in not_started(FileNotFoundError(2, "No such file or directory", "ssh")).said
        assert "Permission denied" in not_started(PermissionError(13, "Permission denied", "ssh")).said

    def test_it_is_found_behind_what_a_library_raised(self) -> None:
        try:
            try:
                raise SSHFailed("said", "way out", unreached=True)
            except SSHFailed as error:
                raise ConnectionError("wrapped") from error
        except ConnectionError as error:
            wrapped = error
        assert never_reached(wrapped)
        assert "said; way out" in unreachable(parse("ssh://host"), wrapped).message
        assert not never_reached(ConnectionError("other"))
