"""Processes with a terminal: whether there is one, and how the input of one ends.

With a terminal the output is one raw stream, without it frames of two. From API 1.42 the Content-Type of the reply
tells; before, only the object that the process belongs to does.
"""

from typing import Any, cast

from dockwright_api.operation import Framing, Operation
from dockwright_api.unset import UNSET

from . import Flow, fetch

CONTENT_TYPE_TELLS_SINCE = (1, 42)

END_KEY = b"\x04"
"""Control-D, by which a terminal that reads line by line ends the input."""

# Operation -> what its path ends with, what the path of the inspection ends with instead, and where the flag stands.
_INSPECTIONS: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "ContainerLogs": ("/logs", "/json", ("Config", "Tty")),
    "ContainerAttach": ("/attach", "/json", ("Config", "Tty")),
    "ExecStart": ("/start", "/json", ("ProcessConfig", "tty")),
    "ServiceLogs": ("/logs", "", ("Spec", "TaskTemplate", "ContainerSpec", "TTY")),
    "TaskLogs": ("/logs", "", ("Spec", "ContainerSpec", "TTY")),
}


def content_type_tells(api_version: str) -> bool:
    """Say whether replies of this API version name their framing."""
    major, _, minor = api_version.partition(".")
    return (int(major), int(minor)) >= CONTENT_TYPE_TELLS_SINCE


class TypedInput:
    """Input for a terminal, whose end is typed.

    Our direction of the connection stays open: the engine gives up the output of a terminal together with its input.
    """

    def __init__(self) -> None:
        self._last = b""

    def add(self, chunk: bytes) -> None:
        """State what is sent."""
        self._last = chunk[-1:] or self._last

    def end(self) -> bytes:
        """Give what ends the input; within a line, the first key only hands over what there is of it."""
        return END_KEY if self._last in (b"", b"\n", b"\r", END_KEY) else END_KEY * 2


def has_terminal(operation: Operation[Any, Any], *, timeout: Any = UNSET) -> Flow[bool]:
    """Inspect the container, exec, service or task whose output an operation asks for."""
    end, inspection, keys = _INSPECTIONS[operation.name]
    path = operation.path.removesuffix(end) + inspection
    inspect: Operation[Any, Any] = Operation(name=operation.name, method="GET", path=path, framing=Framing.JSON)
    value: object = yield from fetch(inspect, timeout=timeout)
    for key in keys:
        value = cast("dict[str, object]", value).get(key) if isinstance(value, dict) else None
    return bool(value)
