"""What a container can be waited for."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, cast, get_args

from ..errors import InvalidArgument, InvalidType

State = Literal["running", "healthy", "exited"]
STATES: tuple[State, ...] = get_args(State)

LogText = str | re.Pattern[str]
PROTOCOLS = ("tcp", "udp")
_PORT = re.compile(r"(\d{1,5})(?:/(\w+))?")


@dataclass(frozen=True, slots=True)
class Port:
    """A port inside a container."""

    number: int
    protocol: str

    def __str__(self) -> str:
        return f"port {self.number}/{self.protocol}"


@dataclass(frozen=True, slots=True)
class Conditions:
    """What is waited for; ``any`` says that one of it is enough."""

    states: tuple[State, ...]
    logs: tuple[LogText, ...]
    ports: tuple[Port, ...]
    files: tuple[str, ...]
    any: bool


def conditions(
    states: Sequence[State],
    *,
    log: LogText | Sequence[LogText] | None,
    port: int | str | Sequence[int | str] | None,
    file: str | Sequence[str] | None,
    any: bool,
) -> Conditions:
    """Read the arguments of ``wait_for``.

    Raises ``TypeError`` and ``InvalidArgument``, which name the argument and show what is wrong with it.
    """
    for state in states:
        if state not in STATES:
            known = ", ".join(map(repr, STATES))
            raise InvalidArgument(f"{state!r} is nothing to wait for; known are {known}, and log=, port= and file=")
    found = Conditions(
        tuple(dict.fromkeys(states)),
        tuple(_text(each) for each in _each(log)),
        tuple(_port(each) for each in _each(port)),
        tuple(_path(each) for each in _each(file)),
        any,
    )
    if not (found.states or found.logs or found.ports or found.files):
        raise InvalidType(
            "wait_for() needs something to wait for: 'running', 'healthy', 'exited', log=, port= or file="
        )
    return found


def _each(value: object) -> Iterable[object]:
    if value is None:
        return ()
    return cast("Iterable[object]", value) if isinstance(value, list | tuple) else (value,)


def _text(value: object) -> LogText:
    pattern: object = getattr(value, "pattern", None)
    if isinstance(value, re.Pattern) and isinstance(pattern, str):
        return cast("re.Pattern[str]", value)
    if value == "":
        raise InvalidArgument("log must not be empty, for every line would do")
    if isinstance(value, str):
        return value
    raise InvalidType(f"log must be a str that a line contains, or a compiled pattern of str, not {value!r}")


def _port(value: object) -> Port:
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise InvalidType(f"port must be a number, or a str such as '53/udp', not {value!r}")
    match = _PORT.fullmatch(str(value))
    number, protocol = (int(match[1]), (match[2] or "tcp").lower()) if match else (0, "tcp")
    if not 0 < number < 1 << 16 or protocol not in PROTOCOLS:
        raise InvalidArgument(f"port must be 1 to 65535, with '/tcp' or '/udp' behind it if need be, not {value!r}")
    return Port(number, protocol)


def _path(value: object) -> str:
    if not isinstance(value, str):
        raise InvalidType(f"file must be a path in the container, not {value!r}")
    if not value.startswith("/"):
        raise InvalidArgument(f"file must be a whole path in the container, such as '/run/ready', not {value!r}")
    return value
