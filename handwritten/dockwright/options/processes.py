"""Commands, environments and the settings of a process."""

from collections.abc import Iterable, Mapping, Sequence
from os import PathLike, fspath
from typing import TYPE_CHECKING, TypedDict, cast

from ..errors import InvalidArgument, InvalidType
from . import values

if TYPE_CHECKING:
    from dockwright_api import shapes

Environment = Mapping[str, str | float | None] | Sequence[str]
"""A mapping (None unsets a variable), or a sequence of ``NAME=value``."""


class ExecOptions(TypedDict, total=False):
    """How a command runs in a container."""

    stdout: bool
    stderr: bool
    stdin: "bool | bytes | Iterable[bytes]"
    tty: bool
    privileged: bool
    user: str
    environment: Environment | None
    """A mapping (None unsets a variable), or a sequence of ``NAME=value``."""
    workdir: str | None
    timeout: float | None
    """Seconds after which the command is killed; None is no limit."""
    detach_keys: str | None
    console_size: tuple[int, int] | None
    """The first size of the terminal, in lines and columns. Since API 1.42."""


def command_line(command: str | Sequence[str], name: str = "cmd") -> list[str]:
    """Split a command given as text the way a shell does; a sequence stays as it is. Errors name ``name``."""
    if isinstance(command, str):
        import shlex

        try:
            return shlex.split(command)
        except ValueError as error:
            raise InvalidArgument(
                f"{name} cannot be split as a shell does ({error}): {command!r}; give a list"
            ) from None
    if isinstance(command, bytes) or not isinstance(command, Sequence):
        raise InvalidType(f"{name} must be a str or a sequence of str, not {type(command).__name__}: {command!r}")
    return [_argument(f"{name}[{index}]", part) for index, part in enumerate(cast("Sequence[object]", command))]


def _argument(where: str, part: object) -> str:
    if isinstance(part, PathLike):
        part = fspath(cast("PathLike[str]", part))
    if not isinstance(part, str):
        raise InvalidType(f"{where} must be a str, not {type(part).__name__}: {part!r}")
    return part


def environment_list(environment: Environment | None) -> list[str] | None:
    """Write environment variables as the engine takes them: ``NAME=value``, or ``NAME`` alone to unset one.

    Values may be secret, so that errors name the variable and never show what it holds.
    """
    if environment is None:
        return None
    if isinstance(environment, Mapping):
        return [_variable(name, value) for name, value in cast("Mapping[object, object]", environment).items()]
    if isinstance(environment, str | bytes) or not isinstance(environment, Sequence):
        kind = type(environment).__name__
        raise InvalidType(f"environment must be a mapping or a sequence of NAME=value, not {kind}")
    entries = cast("Sequence[object]", environment)
    return [_checked_variable(index, entry) for index, entry in enumerate(entries)]


def with_proxies(environment: list[str] | None, proxies: Mapping[str, str] | None) -> list[str] | None:
    """Put the variables of proxies in front, except those that the environment names itself."""
    if not proxies:
        return environment
    own = {entry.partition("=")[0] for entry in environment or ()}
    return [f"{name}={value}" for name, value in proxies.items() if name not in own] + (environment or [])


def _variable(name: object, value: object) -> str:
    if not isinstance(name, str):
        raise InvalidType(f"environment has the key {name!r}; the name of a variable is a str")
    if not name or "=" in name:
        raise InvalidArgument(f"environment has the key {name!r}; the name of a variable is not empty and has no '='")
    if value is None:
        return name
    if isinstance(value, bytes):
        return f"{name}={_decoded(f'environment[{name!r}]', value)}"
    if isinstance(value, PathLike):
        value = fspath(cast("PathLike[str]", value))
    if not isinstance(value, str | int | float):
        raise InvalidType(f"environment[{name!r}] must be a str, a number or None, not {type(value).__name__}")
    return f"{name}={value}"


def _decoded(where: str, value: bytes) -> str:
    try:
        return value.decode()
    except UnicodeDecodeError:
        raise InvalidArgument(f"{where} holds bytes that are no UTF-8") from None


def _checked_variable(index: int, entry: object) -> str:
    if isinstance(entry, bytes):
        entry = _decoded(f"environment[{index}]", entry)
    if not isinstance(entry, str):
        raise InvalidType(f"environment[{index}] must be a str such as 'NAME=value', not {type(entry).__name__}")
    if not entry.partition("=")[0]:
        raise InvalidArgument(f"environment[{index}] has no name; write 'NAME=value'")
    return entry


def exec_config(
    cmd: str | Sequence[str],
    *,
    stdout: bool = True,
    stderr: bool = True,
    stdin: bool = False,
    tty: bool = False,
    privileged: bool = False,
    user: str = "",
    environment: Environment | None = None,
    workdir: str | None = None,
    detach_keys: str | None = None,
    console_size: Sequence[int] | None = None,
) -> "shapes.ExecCreateRequest":
    """Write the settings of a command to run in a container."""
    line = command_line(cmd)
    if not line:
        raise InvalidArgument("cmd must not be empty; give a program, and its arguments if need be")
    config: shapes.ExecCreateRequest = {
        "Cmd": line,
        "AttachStdin": values.flag("stdin", stdin),
        "AttachStdout": values.flag("stdout", stdout),
        "AttachStderr": values.flag("stderr", stderr),
        "Tty": values.flag("tty", tty),
        "Privileged": values.flag("privileged", privileged),
    }
    if user:
        config["User"] = values.text_or_number("user", user)
    if workdir:
        config["WorkingDir"] = values.text("workdir", workdir)
    if detach_keys:
        config["DetachKeys"] = values.text("detach_keys", detach_keys)
    if console_size is not None:
        config["ConsoleSize"] = console_size_option(console_size, tty=tty)
    variables = environment_list(environment)
    if variables is not None:
        config["Env"] = variables
    return config


def console_size_option(size: Sequence[int], *, tty: bool) -> list[int]:
    """Take the size of a terminal in lines and columns."""
    if not tty:
        raise InvalidArgument("console_size needs tty=True: without a terminal there is nothing that has a size")
    if len(size) != 2 or not all(isinstance(each, int) and not isinstance(each, bool) and each > 0 for each in size):
        raise InvalidArgument(f"console_size must be lines and columns, such as (24, 80), not {size!r}")
    return list(size)
