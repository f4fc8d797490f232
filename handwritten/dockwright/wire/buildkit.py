"""Messages of BuildKit about its progress, which come as text inside the documents of a build.

The text is base64 of Protocol Buffers (``moby.buildkit.v1.StatusResponse``). Only what is of use to a person is read;
fields that are unknown are passed over, as that format means it. A message that makes no sense says nothing: it is no
reason to lose a build.
"""

import base64
from collections.abc import Iterator
from typing import NamedTuple

_VARINT, _FIXED64, _BYTES, _FIXED32 = 0, 1, 2, 5


class Vertex(NamedTuple):
    """A step of a build, as far as it is known now; times are seconds since 1970, None where there is none yet."""

    digest: str
    name: str
    cached: bool
    started: float | None
    completed: float | None
    error: str


class Status(NamedTuple):
    """How far a part of a step is, such as a layer that is being pulled."""

    id: str
    vertex: str
    name: str
    current: int
    total: int
    completed: bool


class Log(NamedTuple):
    """What a step wrote: bytes of its standard output (1) or standard error (2)."""

    vertex: str
    stream: int
    data: bytes


class Trace(NamedTuple):
    """One message."""

    vertexes: list[Vertex]
    statuses: list[Status]
    logs: list[Log]
    warnings: list[str]


def read_trace(text: str) -> Trace:
    """Read one message; an empty one stands for what cannot be read."""
    trace = Trace([], [], [], [])
    try:
        for number, value in _fields(base64.b64decode(text, validate=True)):
            if not isinstance(value, bytes):
                continue
            if number == 1:
                trace.vertexes.append(_vertex(value))
            elif number == 2:
                trace.statuses.append(_status(value))
            elif number == 3:
                trace.logs.append(_log(value))
            elif number == 4:
                trace.warnings.append(_text(_one(value, 3)))
    except (ValueError, IndexError):
        return Trace([], [], [], [])
    return trace


def _vertex(data: bytes) -> Vertex:
    fields = dict(_fields(data))
    return Vertex(
        digest=_text(fields.get(1)),
        name=_text(fields.get(3)),
        cached=bool(fields.get(4)),
        started=_time(fields.get(5)),
        completed=_time(fields.get(6)),
        error=_text(fields.get(7)),
    )


def _status(data: bytes) -> Status:
    fields = dict(_fields(data))
    return Status(
        id=_text(fields.get(1)),
        vertex=_text(fields.get(2)),
        name=_text(fields.get(3)),
        current=_number(fields.get(4)),
        total=_number(fields.get(5)),
        completed=8 in fields,
    )


def _log(data: bytes) -> Log:
    fields = dict(_fields(data))
    written = fields.get(4)
    return Log(_text(fields.get(1)), _number(fields.get(3)), written if isinstance(written, bytes) else b"")


def _time(value: int | bytes | None) -> float | None:
    if not isinstance(value, bytes):
        return None
    fields = dict(_fields(value))
    return _number(fields.get(1)) + _number(fields.get(2)) / 1e9


def _one(data: bytes, number: int) -> int | bytes | None:
    return dict(_fields(data)).get(number)


def _text(value: int | bytes | None) -> str:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else ""


def _number(value: int | bytes | None) -> int:
    return value if isinstance(value, int) else 0


def _fields(data: bytes) -> Iterator[tuple[int, int | bytes]]:
    """Give the number and the value of each field. Raises ``ValueError`` and ``IndexError`` for what is none."""
    at = 0
    while at < len(data):
        key, at = _varint(data, at)
        kind = key & 7
        if kind == _VARINT:
            value, at = _varint(data, at)
            yield key >> 3, value
            continue
        if kind == _BYTES:
            size, at = _varint(data, at)
        elif kind in (_FIXED32, _FIXED64):
            size = 8 if kind == _FIXED64 else 4
        else:
            raise ValueError(f"there is no field of kind {kind}")
        if at + size > len(data):
            raise ValueError("a field is longer than its message")
        yield key >> 3, data[at : at + size]
        at += size


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, at
        shift += 7
        if shift > 63:
            raise ValueError("a number is too long")
