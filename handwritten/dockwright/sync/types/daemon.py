"""``docker.types.daemon``: a stream that another thread may close."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Generic, Self, TypeVar

T = TypeVar("T")


class CancellableStream(Generic[T]):
    """What a stream gives, until it ends or is closed; ``response`` is closed with it, if it can be.

    The streams of this library can be closed themselves, by any thread: they need none of this.
    """

    def __init__(self, stream: Iterable[T], response: Any) -> None:
        self._stream: Iterator[T] = iter(stream)
        self._response = response
        self._closed = False

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> T:
        if self._closed:
            raise StopIteration
        try:
            return next(self._stream)
        except OSError:
            if self._closed:
                raise StopIteration from None
            raise

    next = __next__

    def close(self) -> None:
        """End the stream; harmless when done before."""
        if self._closed:
            return
        self._closed = True
        for each in (self._response, self._stream):
            close = getattr(each, "close", None)
            if callable(close):
                close()
