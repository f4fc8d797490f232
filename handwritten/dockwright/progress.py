"""Show the progress of pulls, pushes, builds, loads and copies as the docker command does.

::

    from dockwright import progress

    with progress.bars() as show:
        docker.images.pull("busybox", progress=show)

``show`` is a function that takes the documents of such a stream, from either face, by ``progress=show`` or one by one::

    async for document in docker.images.pull("busybox", stream=True):
        show(document)

On a terminal each layer has a line with a bar, for which the extra ``dockwright[progress]`` is needed. Without it, and
where the output is no terminal, what happens is written line by line, as the docker command does there. The steps of a
build are text in both.
"""

import sys
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING, Any, Protocol, TextIO, cast

from .errors import InvalidType
from .wire.buildkit import Trace, read_trace

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.console import Console, ConsoleOptions, RenderResult

__all__ = ["Show", "bars"]

_UNITS = ("B", "kB", "MB", "GB", "TB", "PB")
_BAR = 50
_LEAST_BAR = 10


class Show:
    """Takes the documents of a progress stream, as JSON or as models, and shows them; made by :func:`bars`."""

    def __init__(self, output: "_Output") -> None:
        self._output = output
        self._steps: dict[str, int] = {}
        self._shown: set[tuple[str, str]] = set()

    def __call__(self, document: object) -> None:
        """Show one document."""
        plain = getattr(document, "to_json", None)
        fields: object = plain() if plain is not None else document
        if not isinstance(fields, Mapping):
            raise InvalidType(f"a document of a progress stream is a mapping, not {type(document).__name__}")
        self._show(cast("Mapping[str, Any]", fields))

    def _show(self, fields: Mapping[str, Any]) -> None:
        text: object = fields.get("stream")
        status: str = fields.get("status") or ""
        name: str = fields.get("id") or ""
        aux: object = fields.get("aux")
        if isinstance(text, str) and text:
            self._output.write(text)
        elif isinstance(aux, str):
            self._show_trace(read_trace(aux))
        elif name and "progressDetail" in fields:
            self._output.row(name, _Row(name, status, **_counted(fields["progressDetail"])))
        elif status:
            self._output.write(f"{name}: {status}\n" if name else f"{status}\n")

    def _show_trace(self, trace: Trace) -> None:
        """Show what BuildKit says: its steps by number, as the docker command does in plain text."""
        for vertex in trace.vertexes:
            if vertex.started is None and not vertex.cached:
                continue
            number = self._steps.setdefault(vertex.digest, len(self._steps) + 1)
            self._once(vertex.digest, "name", f"#{number} {vertex.name}\n")
            if vertex.error:
                self._once(vertex.digest, "end", f"#{number} ERROR: {vertex.error}\n")
            elif vertex.cached:
                self._once(vertex.digest, "end", f"#{number} CACHED\n")
            elif vertex.completed is not None and vertex.started is not None:
                self._once(vertex.digest, "end", f"#{number} DONE {vertex.completed - vertex.started:.1f}s\n")
        for status in trace.statuses:
            number = self._steps.setdefault(status.vertex, len(self._steps) + 1)
            if status.completed:
                self._output.drop(f"{status.vertex} {status.id}")
                self._once(status.vertex, status.id, f"#{number} {status.id} done\n")
            elif status.total > 0:
                row = _Row(f"#{number} {status.id}", status.name, status.current, status.total)
                self._output.row(f"{status.vertex} {status.id}", row)
        for log in trace.logs:
            number = self._steps.setdefault(log.vertex, len(self._steps) + 1)
            for line in log.data.decode("utf-8", "replace").splitlines():
                self._output.write(f"#{number} {line}\n", done=False)
        for warning in trace.warnings:
            self._output.write(f"WARNING: {warning}\n", done=False)

    def _once(self, step: str, what: str, text: str) -> None:
        if (step, what) not in self._shown:
            self._shown.add((step, what))
            self._output.write(text, done=False)


@contextmanager
def bars(file: TextIO | None = None, *, console: "Console | None" = None) -> Generator[Show]:
    """Give a function that shows progress until the block ends.

    It writes to ``file``, the standard error if nothing is given, or to a ``console`` of rich.
    """
    try:
        from rich.console import Console
    except ImportError:
        console = None
    else:
        if console is None and (sys.stderr if file is None else file).isatty():
            console = Console(file=file, stderr=file is None)
    output: _Output
    if console is not None and console.is_terminal:
        output = _Terminal(console)
    else:
        write = _writer(sys.stderr if file is None else file) if console is None else _printer(console)
        output = _Plain(write)
    try:
        output.start()
        yield Show(output)
    finally:
        output.stop()


@dataclass(slots=True)
class _Row:
    """How far one part is."""

    name: str
    status: str
    current: int = 0
    total: int = 0
    units: str = ""
    hides_counts: bool = False

    def text(self, width: int) -> str:
        """Write it as one line of at most ``width`` characters, where there is room with a bar."""
        counts = self._counts()
        head = f"{self.name}: {self.status}" if self.status else self.name
        if self.total <= 0:
            return f"{head} {counts}".rstrip()
        size = min(_BAR, width - len(head) - len(counts) - 4)
        if size < _LEAST_BAR:
            return f"{head} {counts}".rstrip()
        done = min(size, self.current * size // self.total)
        bar = "=" * done + ">" * (done < size)
        return f"{head} [{bar:<{size}}] {counts}".rstrip()

    @property
    def counts_something(self) -> bool:
        """Whether there are numbers to show."""
        return self.current > 0 or self.total > 0

    def _counts(self) -> str:
        if self.hides_counts or not self.counts_something:
            return ""
        if self.units:
            return f"{self.current}/{self.total} {self.units}" if self.total > 0 else f"{self.current} {self.units}"
        # An engine may have guessed the total, and gone past it.
        known = self.total >= self.current
        return f"{_size(self.current)}/{_size(self.total)}" if known else _size(self.current)


def _counted(detail: object) -> dict[str, Any]:
    if not isinstance(detail, Mapping):
        return {}
    fields = cast("Mapping[str, Any]", detail)
    return {
        "current": int(fields.get("current") or 0),
        "total": int(fields.get("total") or 0),
        "units": str(fields.get("units") or ""),
        "hides_counts": bool(fields.get("hidecounts")),
    }


def _size(number: int) -> str:
    value, units = float(number), iter(_UNITS)
    unit = next(units)
    while value >= 1000:
        value, unit = value / 1000, next(units, unit)
    return f"{value:.4g}{unit}"


class _Output(Protocol):
    """Where progress is shown."""

    def start(self) -> None:
        """Begin."""
        ...

    def stop(self) -> None:
        """Leave what is shown as it is."""
        ...

    def write(self, text: str, *, done: bool = True) -> None:
        """Write text that stays, and may be a part of a line; ``done`` says whether it follows on the parts shown."""
        ...

    def row(self, key: str, row: _Row) -> None:
        """Show a part of the work, in place of what was shown of it before."""
        ...

    def drop(self, key: str) -> None:
        """Show a part of the work no more."""
        ...


class _Plain:
    """Lines of text, for files and pipes."""

    def __init__(self, write: "Callable[[str], None]") -> None:
        self._write = write
        self._last: dict[str, str] = {}

    def start(self) -> None:
        pass

    def stop(self) -> None:
        pass

    def write(self, text: str, *, done: bool = True) -> None:
        self._write(text)

    def row(self, key: str, row: _Row) -> None:
        # Numbers that grow are for those who can see them grow.
        if not row.counts_something and row.status and self._last.get(key) != row.status:
            self._last[key] = row.status
            self._write(f"{row.name}: {row.status}\n")

    def drop(self, key: str) -> None:
        pass


class _Terminal:
    """Lines that change in place, below text that stays."""

    def __init__(self, console: "Console") -> None:
        from rich.live import Live

        self._console = console
        self._rows: dict[str, _Row] = {}
        self._partial = ""
        self._lock = Lock()
        self._live = Live(self, console=console, refresh_per_second=10, vertical_overflow="visible")

    def start(self) -> None:
        self._live.start()

    def stop(self) -> None:
        if self._partial:
            self.write("\n")
        self._live.stop()

    def write(self, text: str, *, done: bool = True) -> None:
        whole, newline, self._partial = (self._partial + text).rpartition("\n")
        if not newline:
            return
        rows: dict[str, _Row] = {}
        if done:
            with self._lock:
                rows, self._rows = self._rows, rows
        width = self._console.width
        for line in (*(row.text(width) for row in rows.values()), *whole.split("\n")):
            self._print(line)

    def row(self, key: str, row: _Row) -> None:
        with self._lock:
            self._rows[key] = row

    def drop(self, key: str) -> None:
        with self._lock:
            self._rows.pop(key, None)

    def _print(self, line: str) -> None:
        from rich.text import Text

        # As Text, brackets in it are no markup.
        self._console.print(Text(line.rstrip("\r")), soft_wrap=True)

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> "RenderResult":
        from rich.text import Text

        with self._lock:
            rows = list(self._rows.values())
        for row in rows:
            yield Text(row.text(options.max_width), no_wrap=True, overflow="ellipsis")


def _writer(file: TextIO) -> "Callable[[str], None]":
    def write(text: str) -> None:
        file.write(text)
        file.flush()

    return write


def _printer(console: "Console") -> "Callable[[str], None]":
    def write(text: str) -> None:
        console.out(text, end="", highlight=False)

    return write
