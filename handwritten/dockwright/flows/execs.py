"""Run a command in a container, collect what it says, and kill it when it takes too long.

The engine has no call that ends a command, and its process id is one of the host. So a command that may have to be
killed carries a mark in its environment, which whatever it starts inherits; a second command looks for the mark in the
container's /proc. That one needs a shell in the image; the command itself needs nothing and runs as it was given.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import TYPE_CHECKING, Any

from dockwright_api import operations
from dockwright_api.operation import Framing

from ..errors import ApiError, ContainerNotFound
from ..policy.retry import pauses
from ..wire.demux import Message
from . import Flow, attach, fetch, output, pause

if TYPE_CHECKING:
    from dockwright_api import shapes

STDOUT = 1
STDERR = 2

MARK = "DOCKWRIGHT_EXEC"
"""The environment variable by which the processes of a command are found again."""

SHELLS = ("/bin/sh", "sh", "/busybox/sh")
"""What can run the script below, in the order in which it is tried."""

_NOT_STARTED = (126, 127)

# Only what every POSIX shell has built in. Processes are stopped first and killed when no new one is found, so that
# none gets away by starting another meanwhile. A child that has cleared its environment is known by its parent. What
# `read` leaves out of /proc/*/environ are the zero bytes.
KILLER = """
found=' '; passes=0; more=1
while [ $more = 1 ] && [ $passes -lt 100 ]; do
  more=0; passes=$((passes + 1))
  for folder in /proc/[0-9]*; do
    pid=${folder#/proc/}
    case $found in *" $pid "*) continue;; esac
    read -r facts 2>/dev/null < $folder/stat || continue
    facts=${facts##*) }; state=${facts%% *}; facts=${facts#* }; parent=${facts%% *}
    [ "$state" = Z ] && continue
    hit=0
    case $found in *" $parent "*) hit=1;; esac
    [ $hit = 0 ] && [ -r $folder/environ ] && while read -r line || [ -n "$line" ]; do
      case $line in *"$1"*) hit=1; break;; esac
    done 2>/dev/null < $folder/environ
    [ $hit = 1 ] && kill -STOP $pid 2>/dev/null && found="$found$pid " && more=1
  done
done
[ "$found" = ' ' ] || kill -KILL $found 2>/dev/null
exit 0
"""


@dataclass(frozen=True, slots=True)
class ExecResult:
    """How a command ended and everything it wrote.

    ``messages`` are in the order in which the engine sent them; with a terminal everything is standard output.
    """

    exit_code: int
    messages: tuple[Message, ...]

    @property
    def stdout(self) -> bytes:
        """What the command wrote to its standard output."""
        return b"".join(message.data for message in self.messages if message.stream == STDOUT)

    @property
    def stderr(self) -> bytes:
        """What the command wrote to its standard error."""
        return b"".join(message.data for message in self.messages if message.stream == STDERR)

    @property
    def output(self) -> bytes:
        """Both, in order."""
        return b"".join(message.data for message in self.messages)


def marked(config: "shapes.ExecCreateRequest") -> "tuple[shapes.ExecCreateRequest, str]":
    """Give the settings of a command with a mark of its own, and the mark."""
    from secrets import token_hex

    mark = f"{MARK}={token_hex(8)}"
    return {**config, "Env": [*(config.get("Env") or ()), mark]}, mark


def exec_attached(container: str, config: "shapes.ExecCreateRequest", *, timeout: Any = None) -> Flow[tuple[str, Any]]:
    """Start a command in a container, and give its id and the open stream of its input and output.

    ``timeout`` counts for each of the calls; None leaves it to the client.
    """
    options = {} if timeout is None else {"timeout": timeout}
    created = yield from fetch(operations.execs.create(container, config), **options)
    identifier = created["Id"]
    tty = bool(config.get("Tty"))
    stream = yield from attach(operations.execs.start(identifier, {"Detach": False, "Tty": tty}), tty=tty, **options)
    return identifier, stream


def exec_detached(container: str, config: "shapes.ExecCreateRequest") -> Flow[str]:
    """Start a command in a container without its output, and give its id."""
    created = yield from fetch(operations.execs.create(container, config))
    identifier = created["Id"]
    operation = operations.execs.start(identifier, {"Detach": True, "Tty": bool(config.get("Tty"))})
    # Detached, the engine answers and is done; there is nothing to switch to.
    yield from fetch(replace(operation, framing=Framing.EMPTY))
    return identifier


def exec_exit_code(exec_id: str, *, before_pause: Callable[[], object] | None = None) -> Flow[int]:
    """Ask for the exit code of a command, waiting for the end of one that has only closed its output.

    ``before_pause`` may raise to end the waiting.
    """
    waits = pauses()
    while True:
        state = yield from fetch(operations.execs.inspect(exec_id))
        code: Any = state["ExitCode"]
        if code is not None and not state.get("Running"):
            return int(code)
        if before_pause is not None:
            before_pause()
        yield from pause(next(waits))


def exec_end(container: str, exec_id: str | None, mark: str, *, user: str, timeout: Any, rounds: int = 20) -> Flow[str]:
    """Kill a command and all it started, however early that comes; give why that was not possible, or "".

    The engine may answer before the process of the command is there, so one that has not ended is looked for again, up
    to ``rounds`` times. ``exec_id`` is None where it never became known.
    """
    for _ in range(rounds):
        reason = yield from exec_kill(container, mark, user=user, timeout=timeout)
        if reason or exec_id is None:
            return reason
        try:
            state = yield from fetch(operations.execs.inspect(exec_id), timeout=timeout)
        except ApiError:
            return ""  # the container is gone, and the command with it
        code: Any = state["ExitCode"]
        if code is not None and not state["Running"]:
            return ""
    return "it did not end, although it was killed"


def exec_kill(
    container: str, mark: str, *, user: str, timeout: Any, shells: Sequence[str] = SHELLS, questions: int = 100
) -> Flow[str]:
    """Kill every process in a container that bears a mark; give why that was not possible, or an empty string.

    ``user`` is whose command it is, ``timeout`` counts for each of the calls, and ``questions`` is how often the engine
    is asked whether the killing is over.
    """
    reason = "the image has no shell (sh) that could look for it"
    # It takes a privilege to read the environment of other users' processes, which not every engine grants. Without it,
    # the user of the command finds what it started, and its children whoever they belong to now.
    for shell, (whose, privileged) in product(shells, (("0", True), (user, False))):
        config: shapes.ExecCreateRequest = {
            "Cmd": [shell, "-c", KILLER, shell, mark],
            "User": whose,
            "Privileged": privileged,
            "AttachStdout": True,
            "AttachStderr": True,
        }
        try:
            created = yield from fetch(operations.execs.create(container, config), timeout=timeout)
            identifier = created["Id"]
            yield from output(operations.execs.start(identifier, {"Detach": False}), tty=False, timeout=timeout)
        except ApiError as error:
            # No such shell, no such privilege, or there can be no command at all in this container.
            if (why := (yield from _why_not(container, error, timeout))) is not None:
                return why
            continue
        code = None
        for _ in range(questions):
            state = yield from fetch(operations.execs.inspect(identifier), timeout=timeout)
            code = state["ExitCode"]
            if not state["Running"]:
                break
        if code == 0:
            return ""
        if code not in _NOT_STARTED:
            reason = f"what should have killed it ended with {code}"
    return reason


def _why_not(container: str, error: ApiError, timeout: Any) -> Flow[str | None]:
    """Find out whether there can be a command in a container; if it does not run, neither does the one to kill."""
    try:
        state = (yield from fetch(operations.containers.inspect(container), timeout=timeout))["State"]
    except ContainerNotFound:
        return ""
    if not state["Running"]:
        return ""
    return error.message if state["Paused"] else None
