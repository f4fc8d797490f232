"""Commands and environments."""

from collections.abc import Sequence

import pytest

from dockwright.options.processes import command_line, environment_list, exec_config


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("echo 'a b' c", ["echo", "a b", "c"]),
        (["echo", "a b"], ["echo", "a b"]),
        (("true",), ["true"]),
        ("", []),
    ],
)
def test_commands(command: str | Sequence[str], words: list[str]) -> None:
    assert command_line(command) == words


def test_a_command_that_cannot_be_split_is_shown() -> None:
    with pytest.raises(ValueError, match=r"cmd cannot be split.*No closing quotation.*give a list"):
        command_line("echo 'a")


@pytest.mark.parametrize("command", [b"true", 7, None, {"true"}])
def test_what_is_no_command_is_refused(command: object) -> None:
    with pytest.raises(TypeError, match="cmd must be a str or a sequence of str"):
        command_line(command)  # type: ignore[arg-type]  # what is refused


def test_environments() -> None:
    assert environment_list(None) is None
    assert environment_list({"A": "1", "B": "", "C": None}) == ["A=1", "B=", "C"]
    assert environment_list(["A=1"]) == ["A=1"]


@pytest.mark.parametrize("environment", ["A=1", b"A=1"])
def test_an_environment_of_text_is_refused(environment: str | bytes) -> None:
    with pytest.raises(TypeError, match="environment must be a mapping or a sequence"):
        environment_list(environment)  # type: ignore[arg-type]  # what is refused


def test_settings_of_a_command() -> None:
    assert exec_config("a b") == {
        "Cmd": ["a", "b"],
        "AttachStdin": False,
        "AttachStdout": True,
        "AttachStderr": True,
        "Tty": False,
        "Privileged": False,
    }
    given = exec_config(
        ["a"],
        stdout=False,
        stderr=False,
        stdin=True,
        tty=True,
        privileged=True,
        user="me",
        environment={"A": "1"},
        workdir="/w",
        detach_keys="ctrl-x",
    )
    assert given == {
        "Cmd": ["a"],
        "AttachStdin": True,
        "AttachStdout": False,
        "AttachStderr": False,
        "Tty": True,
        "Privileged": True,
        "User": "me",
        "Env": ["A=1"],
        "WorkingDir": "/w",
        "DetachKeys": "ctrl-x",
    }
