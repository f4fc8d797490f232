"""Commands and environments."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from dockwright.options.processes import command_line, environment_list, exec_config, with_proxies


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


def test_words_of_a_command_are_text_or_paths() -> None:
    words: Any = ["ls", Path("/srv")]
    assert command_line(words) == ["ls", "/srv"]
    words[1] = 5
    with pytest.raises(TypeError, match=r"cmd\[1\] must be a str, not int: 5"):
        command_line(words)


def test_values_of_variables() -> None:
    given: Any = {"A": 1, "B": 1.5, "C": b"c", "D": Path("/d"), "E": None}
    assert environment_list(given) == ["A=1", "B=1.5", "C=c", "D=/d", "E"]
    assert environment_list(["A", "B=x=y"]) == ["A", "B=x=y"]


@pytest.mark.parametrize(
    "environment",
    ["PASSWORD=hunter2", {"PASSWORD": ["hunter2"]}, [["hunter2"]], ["=hunter2"], {"": "hunter2"}, [b"\xffhunter2"], 7],
)
def test_no_error_shows_the_value_of_a_variable(environment: Any) -> None:
    with pytest.raises((TypeError, ValueError), match="environment") as caught:
        environment_list(environment)
    assert "hunter2" not in str(caught.value)
    assert caught.value.__cause__ is None


def test_proxies_stand_in_front_and_give_way_to_own_variables() -> None:
    proxies = {"HTTP_PROXY": "http://p", "http_proxy": "http://p", "NO_PROXY": "x"}
    own = ["A=1", "HTTP_PROXY=", "NO_PROXY"]
    assert with_proxies(own, proxies) == ["http_proxy=http://p", *own]
    assert own == ["A=1", "HTTP_PROXY=", "NO_PROXY"]
    assert with_proxies(None, proxies) == ["HTTP_PROXY=http://p", "http_proxy=http://p", "NO_PROXY=x"]
    assert with_proxies(None, None) is None
    assert with_proxies([], {}) == []


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


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"workdir": 5}, "workdir must be a str, not int: 5"),
        ({"user": 1.5}, "user must be a str or an int, not float"),
        ({"detach_keys": 5}, "detach_keys must be a str"),
        ({"tty": "no"}, "tty must be True or False, not str: 'no'"),
        ({"stdin": b"x"}, "stdin must be True or False, not bytes"),
    ],
)
def test_settings_of_another_type_are_refused(options: Any, says: str) -> None:
    with pytest.raises(TypeError) as caught:
        exec_config("a", **options)
    assert says in str(caught.value)
