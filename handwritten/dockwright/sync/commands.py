"""Commands that are run to their end: input in, exit code and output back, and no process left behind.

Whatever ends the waiting early (a limit, an interrupt from the keyboard, an error of the input) kills the command
first.
"""

from threading import Thread
from time import monotonic
from typing import TYPE_CHECKING, Any, NoReturn

from dockwright_api.unset import UNSET

from ..errors import ApiError, ConnectionLost, DeadlineExceeded, DockerError, ExecTimeout, InvalidArgument
from ..flows.containers import discard, end, give_up, run_attached
from ..flows.execs import ExecResult, exec_attached, exec_end, exec_exit_code, marked
from ..flows.terminals import TypedInput
from ..policy.timeouts import Deadlines, time_limit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dockwright_api import shapes
    from dockwright_api.operation import JSONStream

    from ..flows.containers import Running
    from ..options.containers import NewContainer
    from ..wire.demux import Message
    from .session import Session
    from .stream import Stream

    Input = bytes | Iterable[bytes]

WRITE_SIZE = 1 << 20
"""Bytes read from a file at once while it is sent."""


class Command:
    """A command that runs in a container, attached; it is to be left by reading to the end, or by :meth:`abandon`.

    ``timeout`` is how many seconds it may take in all; None is no limit.
    """

    def __init__(
        self, engine: "Session", container: str, config: "shapes.ExecCreateRequest", *, timeout: float | None
    ) -> None:
        self._engine = engine
        self._container = container
        self._seconds = time_limit(timeout)
        self._expires = None if self._seconds is None else monotonic() + self._seconds
        self._config, self._mark = marked(config)
        try:
            self.exec_id: str
            self.stream: Stream
            self.exec_id, self.stream = self._start()
        except ApiError:
            raise  # it did not start
        except BaseException as error:
            self._fail(error, ())

    def _start(self) -> "tuple[str, Stream]":
        limits = None if self._seconds is None else Deadlines(total=self._seconds)
        exec_id, stream = self._engine.drive(exec_attached(self._container, self._config, timeout=limits))
        if self._seconds is not None and self._expires is not None:
            stream.limit(self._seconds, self._expires)
        return exec_id, stream

    def read(self) -> "Message | None":
        """Read the next message; None at the end of the output. Whatever goes wrong kills the command."""
        try:
            return self.stream.read_out()
        except BaseException as error:
            self._fail(error, ())

    def collect(self, stdin: "Input | None") -> ExecResult:
        """Send the input, read to the end, and give the exit code and output."""
        messages: list[Message] = []
        try:
            with self.stream as stream:
                converse(stream, stdin, messages, tty=bool(self._config.get("Tty")))
            return ExecResult(self._exit_code(), tuple(messages))
        except BaseException as error:
            self._fail(error, messages)

    def exit_code(self) -> int:
        """Ask for the exit code, waiting for the end of a command that has only closed its output."""
        try:
            return self._exit_code()
        except BaseException as error:
            self._fail(error, ())

    def _exit_code(self) -> int:
        return self._engine.drive(exec_exit_code(self.exec_id, before_pause=self._check_time))

    def _check_time(self) -> None:
        if self._seconds is not None and self._expires is not None and monotonic() >= self._expires:
            raise DeadlineExceeded("total", self._seconds, "ExecStart")

    def _fail(self, error: BaseException, messages: "Iterable[Message]") -> NoReturn:
        """Kill the command, and raise what ended it."""
        if (stream := getattr(self, "stream", None)) is not None:
            stream.close()
        reason = self._kill()
        if self._seconds is not None and isinstance(error, DeadlineExceeded) and error.limit == "total":
            raise ExecTimeout(self._seconds, messages, reason, container=self._container) from None
        if reason:
            error.add_note(f"the command was not killed and may still run: {reason}")
        raise error

    def _kill(self) -> str:
        limits = self._engine.timeouts.cleanup
        user = self._config.get("User", "")
        try:
            exec_id = getattr(self, "exec_id", None)
            return self._engine.drive(exec_end(self._container, exec_id, self._mark, user=user, timeout=limits))
        except (DockerError, RuntimeError) as error:
            return str(error)


def run_container(
    engine: "Session",
    new: "NewContainer",
    *,
    pull: "JSONStream[Any, Any] | None",
    stdin: "Input | None",
    timeout: float | None,
) -> tuple[str, ExecResult]:
    """Run a container to its end and remove it; give its id, its exit code and output.

    ``timeout`` counts from its start.
    """
    seconds = time_limit(timeout)
    made: list[str] = []
    messages: list[Message] = []
    running: Running | None = None
    limit = UNSET if seconds is None else seconds
    flow = run_attached(new, pull=pull, remove=True, stdin=stdin is not None, made=made.append, timeout=limit)
    try:
        running = engine.drive(flow)
        with running.output as stream:
            if seconds is not None:
                stream.limit(seconds, monotonic() + seconds)
            converse(stream, stdin, messages, tty=bool(new.body.get("Tty")))
        code = engine.drive(end(running, remove=False))
    except BaseException as error:
        if made and (running is not None or not isinstance(error, DockerError)):
            engine.drive(give_up(made[0], error, timeout=engine.timeouts.cleanup))
        if seconds is not None and isinstance(error, DeadlineExceeded) and error.limit == "total":
            reason = getattr(error, "__notes__", [""])[0]
            raise ExecTimeout(seconds, messages, reason, "ContainerStart", container=made[0]) from None
        raise
    finally:
        if running is not None:
            running.exit.close()
    engine.drive(discard(made[0]))
    return made[0], ExecResult(code, tuple(messages))


def converse(stream: "Stream", stdin: "Input | None", messages: "list[Message]", *, tty: bool) -> None:
    """Send the input of a process, and read its output to the end; ``tty`` says whether it has a terminal."""
    if stdin is None:
        messages.extend(stream)
        return
    if not tty and not stream.can_write_eof:
        raise InvalidArgument(
            "stdin cannot be given over this connection (TLS): its end could not be told to the command; copy a "
            "file into the container instead"
        )
    writer = _Writer(stream, stdin, TypedInput() if tty else None)
    writer.start()
    try:
        messages.extend(stream)
    finally:
        # Where the command ended, it takes no more; a writer that waits is woken by this.
        stream.close()
    if writer.error is not None:
        raise writer.error


class _Writer(Thread):
    """Writes the input of a command while another thread reads its output."""

    def __init__(self, stream: "Stream", stdin: "Input", typed: TypedInput | None) -> None:
        super().__init__(name="dockwright-stdin", daemon=True)
        self._stream = stream
        self._stdin = stdin
        self._typed = typed
        self.error: BaseException | None = None

    def run(self) -> None:
        try:
            for chunk in _chunks(self._stdin):
                self._stream.write_in(chunk)
                if self._typed is not None:
                    self._typed.add(bytes(chunk))
            if self._typed is None:
                self._stream.write_eof()
            else:
                self._stream.write_in(self._typed.end())
        except ConnectionLost:
            return  # the command takes no more, which is its right
        except BaseException as error:
            if not self._stream.closed:
                self.error = error
                # Whoever reads would wait for a command that waits for its input.
                self._stream.close()


def _chunks(stdin: "Input") -> "Iterator[bytes]":
    read = getattr(stdin, "read", None)
    if isinstance(stdin, bytes):
        yield stdin
    elif read is not None:
        yield from iter(lambda: read(WRITE_SIZE), b"")
    else:
        yield from stdin
