"""Tell how much of an archive has passed by, in documents like those that the engine tells its own progress with."""

from collections.abc import AsyncIterable, AsyncIterator, Callable, Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from .sources import Source

if TYPE_CHECKING:
    from dockwright_api import shapes

    Seen = Callable[[shapes.ProgressMessage], object]


def counted(chunks: Iterable[bytes], seen: "Seen | None", name: str, total: int | None = None) -> Iterable[bytes]:
    """Call ``seen`` with a document after each chunk, and once more at the end; without it, change nothing.

    The bytes are those of the archive, of which the headers are few; ``total`` is known for a single file.
    """
    return chunks if seen is None else _each(chunks, seen, _Count(name, total))


def counted_source(source: Source, seen: "Seen | None", name: str) -> Source:
    """Give the same source, which tells how much of it was taken; see :func:`counted`."""
    if seen is None:
        return source
    listener = seen

    def pack(own_name: str) -> Iterator[bytes] | AsyncIterator[bytes]:
        chunks, count = source.pack(own_name), _Count(name, source.size)
        if isinstance(chunks, AsyncIterable):
            return _each_later(chunks, listener, count)
        return _each(chunks, listener, count)

    return replace(source, pack=pack)


class _Count:
    """What was counted, and what is said about it."""

    def __init__(self, name: str, total: int | None) -> None:
        self._name = name
        self._total = total
        self._done = 0

    def after(self, chunk: bytes) -> "shapes.ProgressMessage":
        self._done += len(chunk)
        detail = {"current": self._done}
        if self._total is not None:
            detail = {"current": min(self._done, self._total), "total": self._total}
        return self._document("Copying", detail)

    def end(self) -> "shapes.ProgressMessage":
        return self._document("Copied", {})

    def _document(self, status: str, detail: dict[str, int]) -> "shapes.ProgressMessage":
        document: object = {"id": self._name, "status": status, "progressDetail": detail}
        return cast("shapes.ProgressMessage", document)


def _each(chunks: Iterable[bytes], seen: "Seen", count: _Count) -> Iterator[bytes]:
    for chunk in chunks:
        seen(count.after(chunk))
        yield chunk
    seen(count.end())


async def _each_later(chunks: AsyncIterable[bytes], seen: "Seen", count: _Count) -> AsyncIterator[bytes]:
    async for chunk in chunks:
        seen(count.after(chunk))
        yield chunk
    seen(count.end())
