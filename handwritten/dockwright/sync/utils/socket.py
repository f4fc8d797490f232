"""What is read from the stream of an attached container or command, as docker-py's programs take it apart.

A stream of this library is one of messages already: ``for stream, data in sock`` does the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ...wire.demux import Message

STDOUT: Final = 1
STDERR: Final = 2


def frames_iter(socket: Iterable[Message], tty: bool) -> Iterator[tuple[int, bytes]]:
    """Give what comes, with the number of its stream: 1 is standard output, 2 standard error.

    ``tty`` has no effect: whether the process has a terminal is known.
    """
    return ((message.stream, message.data) for message in socket)


def demux_adaptor(stream_id: int, data: bytes) -> tuple[bytes | None, bytes | None]:
    """Give the pair of standard output and standard error of which one is what came."""
    if stream_id not in (STDOUT, STDERR):
        raise ValueError(f"{stream_id} is no output of a process: 1 is standard output, 2 standard error")
    return (data, None) if stream_id == STDOUT else (None, data)


def consume_socket_output(
    frames: Iterable[bytes] | Iterable[tuple[bytes | None, bytes | None]], demux: bool = False
) -> bytes | tuple[bytes | None, bytes | None]:
    """Join what came: bytes, or with ``demux`` the pair of standard output and standard error."""
    if not demux:
        return b"".join(frame for frame in frames if isinstance(frame, bytes))
    pairs = [frame for frame in frames if isinstance(frame, tuple)]
    both = [[part for part in stream if part is not None] for stream in zip(*pairs, strict=True)] or [[], []]
    out, err = (b"".join(parts) if parts else None for parts in both)
    return out, err
