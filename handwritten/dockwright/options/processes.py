"""Commands, environments and the settings of a process."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, TypedDict

from ..errors import InvalidArgument

if TYPE_CHECKING:
    from dockwright_api import shapes


class ExecOptions(TypedDict, total=False):
    """How a command runs in a container."""

    stdout: bool
    stderr: bool
    stdin: "bool | bytes | Iterable[bytes]"
    tty: bool
    privileged: bool
    user: str
    environment: Mapping[str, str | None] | Sequence[str] | None
    """A mapping (None unsets a variable), or a sequence of ``NAME=value``."""
    workdir: str | None
    timeout: float | None
    """Seconds after which the command is killed; None is no limit."""


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
        raise TypeError(f"{name} must be a str or a sequence of str, not {type(command).__name__}: {command!r}")
    return list(command)


def environment_list(environment: Mapping[str, str | None] | Sequence[str] | None) -> list[str] | None:
    """Write environment variables as the engine takes them: ``NAME=value``, or ``NAME`` alone to unset one."""
    if environment is None:
        return None
    if isinstance(environment, Mapping):
        return [name if value is None else f"{name}={value}" for name, value in environment.items()]
    if isinstance(environment, str | bytes):
        kind = type(environment).__name__
        raise TypeError(f"environment must be a mapping or a sequence of NAME=value, not a {kind}: {environment!r}")
    return list(environment)


def exec_config(
    cmd: str | Sequence[str],
    *,
    stdout: bool = True,
    stderr: bool = True,
    stdin: bool = False,
    tty: bool = False,
    privileged: bool = False,
    user: str = "",
    environment: Mapping[str, str | None] | Sequence[str] | None = None,
    workdir: str | None = None,
    detach_keys: str | None = None,
) -> "shapes.ExecCreateRequest":
    """Write the settings of a command to run in a container."""
    config: shapes.ExecCreateRequest = {
        "Cmd": command_line(cmd),
        "AttachStdin": stdin,
        "AttachStdout": stdout,
        "AttachStderr": stderr,
        "Tty": tty,
        "Privileged": privileged,
    }
    if user:
        config["User"] = user
    if workdir:
        config["WorkingDir"] = workdir
    if detach_keys:
        config["DetachKeys"] = detach_keys
    variables = environment_list(environment)
    if variables is not None:
        config["Env"] = variables
    return config
