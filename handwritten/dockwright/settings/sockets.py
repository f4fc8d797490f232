"""Where engines usually listen, and whether one does.

A socket is asked by connecting to it and closing again, which tells a forgotten file from an engine. Nothing is sent.
"""

import errno
import os
import stat
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum

from .config_file import home_folder


class State(Enum):
    """What there is in a place where an engine may listen; the words say why it cannot be used."""

    LISTENING = "something listens there"
    SILENT = "it exists, but nothing listens on it"
    DENIED = "permission denied"
    OTHER = "it is no socket"
    MISSING = "it does not exist"


@dataclass(frozen=True, slots=True)
class Attempt:
    """A place that was looked at, and what was found there."""

    path: str
    state: State

    def __str__(self) -> str:
        return f"{self.path} ({self.state.value})"


Probe = Callable[[str], State]


def usual_sockets(environment: Mapping[str, str], platform: str = sys.platform) -> list[str]:
    """List where engines listen by default: the system's first, then the user's, then Docker's relatives.

    ``environment`` stands in for ``os.environ``, ``platform`` for ``sys.platform``. On Windows these are named pipes.
    """
    if platform == "win32":
        return ["//./pipe/docker_engine", "//./pipe/dockerDesktopLinuxEngine", "//./pipe/podman-machine-default"]
    home = home_folder(environment)
    runtime = environment.get("XDG_RUNTIME_DIR")
    sockets = [
        "/var/run/docker.sock",
        "/run/docker.sock",
        runtime and f"{runtime}/docker.sock",
        f"{home}/.docker/run/docker.sock",
        f"{home}/.docker/desktop/docker.sock",
        f"{home}/.colima/default/docker.sock",
        f"{home}/.orbstack/run/docker.sock",
        f"{home}/.rd/docker.sock",
        runtime and f"{runtime}/podman/podman.sock",
    ]
    return [path for path in sockets if path]


def look(path: str) -> State:
    """Find out what there is at a path, without waiting."""
    try:
        mode = os.stat(path).st_mode
    except OSError as error:
        # A named pipe that is busy exists; nothing but connecting tells more about one.
        return _STATES.get(error.errno or 0, State.MISSING) if path[:2] != "//" else _pipe_state(error)
    if path.startswith("//"):
        return State.LISTENING
    return _knock(path) if stat.S_ISSOCK(mode) else State.OTHER


def _knock(path: str) -> State:
    import socket

    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as stream:
        # An engine that is too busy to accept is one all the same.
        stream.setblocking(False)
        try:
            stream.connect(path)
        except BlockingIOError:
            return State.LISTENING
        except OSError as error:
            return _STATES.get(error.errno or 0, State.SILENT)
    return State.LISTENING


def _pipe_state(error: OSError) -> State:
    return State.LISTENING if getattr(error, "winerror", None) == _PIPE_BUSY else State.MISSING


_PIPE_BUSY = 231
_STATES = {
    errno.EACCES: State.DENIED,
    errno.EPERM: State.DENIED,
    errno.ENOENT: State.MISSING,
    errno.ENOTDIR: State.MISSING,
    errno.ECONNREFUSED: State.SILENT,
}


def search(paths: list[str], probe: Probe = look) -> tuple[str | None, list[Attempt]]:
    """Choose the first path where something listens, else the first that is there, and tell what each one is.

    What comes after a path where something listens is not looked at.
    """
    tried: list[Attempt] = []
    for path in paths:
        tried.append(Attempt(path, probe(path)))
        if tried[-1].state is State.LISTENING:
            break
    for wanted in ((State.LISTENING,), (State.SILENT, State.DENIED)):
        for attempt in tried:
            if attempt.state in wanted:
                return attempt.path, tried
    return None, tried
