"""The output of a process while it runs, as an iterator that can be closed."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from ..errors import ContainerError
from ..flows.containers import discard, end, give_up
from ..wire.textlines import ByteLines

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import TracebackType
    from typing import Self

    from ..flows.containers import Running
    from ..wire.demux import Message
    from .commands import Command
    from .container import Container
    from .stream import Stream

T = TypeVar("T")
CodeT = TypeVar("CodeT")
OutputT = TypeVar("OutputT")

STDOUT = 1
STDERR = 2
KEPT = 1 << 16
"""Bytes of standard error that are kept for the error of a failed run."""

Pair = tuple[bytes | None, bytes | None]
"""Output of one stream beside None for the other: standard output first, standard error second."""


class _Pair(NamedTuple, Generic[CodeT, OutputT]):
    exit_code: CodeT
    output: OutputT


class ExecResult(_Pair[CodeT, OutputT]):
    """How a command in a container ended, and what it wrote: a pair, which knows the id of the command too."""

    exec_id: str = ""

    @classmethod
    def of(cls, exec_id: str, exit_code: CodeT, output: OutputT) -> Self:
        """Make the result of the command of an id."""
        self = cls(exit_code, output)
        self.exec_id = exec_id
        return self


def payload(message: Message) -> bytes:
    """Give the bytes of a message, of whichever stream."""
    return message.data


def pair(message: Message) -> Pair:
    """Give the bytes of a message in the place of its stream."""
    return (None, message.data) if message.stream == STDERR else (message.data, None)


class ProcessOutput(Generic[T]):
    """What a process writes, piece by piece, as it comes.

    Left early, by leaving its ``with`` block, by :meth:`close` or by being forgotten, it closes its connection; the
    process goes on.
    """

    def __init__(self, stream: Stream, piece: Callable[[Message], T]) -> None:
        self._stream = stream
        self._piece = piece

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> T:
        message = self._stream.read_out()
        if message is None:
            self._stream.close()
            raise StopIteration
        return self._piece(message)

    def close(self) -> None:
        """Stop reading and close the connection; harmless when done before."""
        self._stream.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()


class ExecOutput(ProcessOutput[T]):
    """What a command in a container writes.

    ``exit_code`` is None until it was read to its end. A command that takes longer than it was given is killed, and
    reading raises ``ExecTimeout``.
    """

    def __init__(self, command: Command, piece: Callable[[Message], T]) -> None:
        super().__init__(command.stream, piece)
        self._command = command
        self.exec_id: str = command.exec_id
        self.exit_code: int | None = None

    def __next__(self) -> T:
        if not self._stream.closed:
            if (message := self._command.read()) is not None:
                return self._piece(message)
            self._stream.close()
            self.exit_code = self._command.exit_code()
        raise StopIteration


class RunOutput(ProcessOutput[bytes]):
    """What a container writes from its start to its end, line by line, each with its end; long ones in pieces.

    At its end the container is removed, if that was wanted, and an exit status other than 0 raises ``ContainerError``.
    Left early, by its ``with`` block or :meth:`close`, a container that was to be removed is removed at once; another
    goes on and stays, and so does one whose output is only forgotten.
    """

    def __init__(
        self,
        container: Container,
        running: Running,
        *,
        streams: Sequence[int],
        remove: bool,
        image: str,
        command: str | Sequence[str] | None,
    ) -> None:
        super().__init__(running.output, payload)
        self.container = container
        self._running = running
        self._streams = streams
        self._remove = remove
        self._image = image
        self._command = command
        self._stderr = bytearray()
        self._lines = {stream: ByteLines() for stream in streams}
        self._ready: deque[bytes] = deque()
        self._ended = False

    def __next__(self) -> bytes:
        while not self._ready:
            if self._ended:
                raise StopIteration
            message = self._stream.read_out()
            if message is None:
                self._ready += [line for lines in self._lines.values() for line in lines.close()]
                if not self._ready:
                    self._finish(None, bytes(self._stderr))
                continue
            if message.stream == STDERR:
                self._stderr += message.data
                del self._stderr[:-KEPT]
            if (lines := self._lines.get(message.stream)) is not None:
                self._ready += lines.feed(message.data)
        return self._ready.popleft()

    def close(self) -> None:
        """Stop reading and close the connections; a container that was to be removed at its end is removed."""
        left = not self._ended
        self._leave()
        self._ready.clear()
        if left and self._remove:
            self.container.client.engine.drive(discard(self.container.id))

    def _leave(self) -> None:
        self._ended = True
        self._stream.close()
        self._running.exit.close()

    def collect(self) -> bytes:
        """Read to the end, and give everything at once."""
        try:
            messages = list(self._stream)
        except BaseException as error:
            self._leave()
            self._give_up(error)
            raise
        self._finish(*(_joined(messages, (stream,)) for stream in (STDOUT, STDERR)))
        return _joined(messages, self._streams)

    def _give_up(self, error: BaseException) -> None:
        engine, identifier = self.container.client.engine, self.container.id
        if self._remove:
            engine.drive(give_up(identifier, error, timeout=engine.timeouts.cleanup))
        else:
            error.add_note(f"container {identifier} was started and is left as it is")

    def _finish(self, stdout: bytes | None, stderr: bytes) -> None:
        self._ended = True
        self._stream.close()
        try:
            status = self.container.client.engine.drive(end(self._running, remove=self._remove))
        except BaseException as error:
            self._give_up(error)
            raise
        finally:
            self._leave()
        if status:
            raise ContainerError(self.container, status, self._command, self._image, stderr, stdout)


def _joined(messages: Sequence[Message], streams: Sequence[int]) -> bytes:
    return b"".join(message.data for message in messages if message.stream in streams)


def whole(messages: Sequence[Message], *, demux: bool) -> bytes | Pair:
    """Give everything at once: together, or with ``demux`` each stream apart, None for what is empty."""
    if not demux:
        return b"".join(message.data for message in messages)
    return _joined(messages, (STDOUT,)) or None, _joined(messages, (STDERR,)) or None


def in_form(attached: Stream, *, stream: bool, demux: bool) -> bytes | Pair | ProcessOutput[Any]:
    """Give what a process writes as docker-py does: at once, or with ``stream`` as an iterator that can be closed."""
    if stream:
        return ProcessOutput[Any](attached, pair if demux else payload)
    with attached:
        return whole(list(attached), demux=demux)
