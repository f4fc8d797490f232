"""Which ports are open inside a container, as its own /proc tells.

From outside that cannot be seen: the engine's proxy takes connections to a published port before anything listens
behind it, and the engine may be on another machine.
"""

from typing import TYPE_CHECKING, Any

from dockwright_api import operations
from dockwright_api.unset import UNSET

from ..errors import BadRequest, InvalidArgument
from ..options.conditions import Port
from . import Flow, fetch, output

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dockwright_api import shapes

_TABLES = ("/proc/net/tcp", "/proc/net/tcp6", "/proc/net/udp", "/proc/net/udp6")
# Only what every POSIX shell has built in.
_SCRIPT = f'for table in {" ".join(_TABLES)}; do while read -r line; do echo "$line"; done < $table; done'
READERS: tuple[tuple[str, ...], ...] = (
    ("cat", *_TABLES),
    ("/bin/sh", "-c", _SCRIPT),
    ("/busybox/sh", "-c", _SCRIPT),
)
"""What can show the tables, in the order in which it is tried."""

_LISTENING = {"tcp": "0A", "udp": "07"}
_HEADER = "local_address"
_NOT_STARTED = (126, 127)
"""The exit codes of a command that could not be run. Engines that see it early answer 400 instead."""
_UDP_HEADER = "drops"


def open_ports(container: str, *, reader: int = 0, timeout: Any = UNSET) -> Flow[tuple[frozenset[Port], int]]:
    """Give the ports on which something listens, at whichever address, and the number of the reader that told it.

    ``reader`` is the number to begin with. Raises ``Conflict`` where the container does not run, and
    ``InvalidArgument`` for an image that has no program to look with.
    """
    missing = 0
    for number in range(reader, len(READERS)):
        config: shapes.ExecCreateRequest = {"Cmd": [*READERS[number]], "User": "0", "AttachStdout": True}
        created = yield from fetch(operations.execs.create(container, config), timeout=timeout)
        try:
            start = operations.execs.start(created["Id"], {"Detach": False})
            messages = yield from output(start, tty=False, timeout=timeout)
        except BadRequest:
            missing += 1
            continue
        lines = b"".join(message.data for message in messages if message.stream == 1).decode("ascii", "replace")
        if _HEADER in lines:
            return frozenset(listening(lines.splitlines())), number
        state = yield from fetch(operations.execs.inspect(created["Id"]), timeout=timeout)
        missing += state["ExitCode"] in _NOT_STARTED
    # Killed in the middle, they tell nothing.
    if missing < len(READERS) - reader:
        return frozenset(), reader
    raise InvalidArgument(
        f"port cannot be waited for in container {container}: its image has neither cat nor a shell to look with; wait "
        "for a line of its log, or for 'healthy'"
    )


def listening(lines: "Iterable[str]") -> "Iterable[Port]":
    """Read the tables of sockets, one below the other."""
    protocol = ""
    for line in lines:
        if _HEADER in line:
            protocol = "udp" if _UDP_HEADER in line else "tcp"
            continue
        match line.split():
            case [_, local, _, state, *_] if state == _LISTENING.get(protocol):
                yield Port(int(local.rpartition(":")[2], 16), protocol)
            case _:
                continue
