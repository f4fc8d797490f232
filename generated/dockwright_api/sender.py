# Written by `python -m codegen build`; not edited by hand.
# Copied from codegen/assets/sender.py, which is where to edit it.
"""What the classes of ``dockwright_api.aio`` and ``dockwright_api.sync`` ask of whoever sends their operations.

A sender is a function: it takes an operation and gives what the operation's class promises. The streams and
connections that it gives are described here by what they can do, for they belong to the sender.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Iterator
from typing import TYPE_CHECKING, Any, Protocol, TypeVar, overload

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

    from .operation import ByteStream, JSONStream, LogStream, Operation, Upgrade

T = TypeVar("T")
Item = TypeVar("Item", covariant=True)


class Message(Protocol):
    """Output of a process: ``stream`` is 1 for standard output and 2 for standard error."""

    @property
    def stream(self) -> int: ...
    @property
    def data(self) -> bytes: ...


class AsyncStream(Protocol[Item]):
    """Items as they arrive. Close it, or use it in ``async with``: it owns a connection."""

    def __aiter__(self) -> AsyncIterator[Item]: ...
    async def __anext__(self) -> Item: ...
    async def aclose(self) -> None: ...
    async def __aenter__(self) -> Self: ...
    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None, /
    ) -> bool | None: ...


class AsyncDuplex(AsyncStream[Message], Protocol):
    """A connection to a process in both directions; its output is also there by iteration."""

    async def read(self) -> Message | None:
        """Give the next output; None at its end."""
        ...

    async def write(self, data: bytes, /) -> None: ...
    async def write_eof(self) -> None:
        """Close standard input; output may still come."""
        ...


class Stream(Protocol[Item]):
    """Items as they arrive. Close it, or use it in ``with``: it owns a connection."""

    def __iter__(self) -> Iterator[Item]: ...
    def __next__(self) -> Item: ...
    def close(self) -> None: ...
    def __enter__(self) -> Self: ...
    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None, /
    ) -> bool | None: ...


class Duplex(Stream[Message], Protocol):
    """A connection to a process in both directions; its output is also there by iteration."""

    def read(self) -> Message | None:
        """Give the next output; None at its end."""
        ...

    def write(self, data: bytes, /) -> None: ...
    def write_eof(self) -> None:
        """Close standard input; output may still come."""
        ...


class AsyncSend(Protocol):
    """Send an operation without blocking."""

    @overload
    def __call__(self, operation: JSONStream[T, Any], /) -> Awaitable[AsyncStream[T]]: ...
    @overload
    def __call__(self, operation: LogStream, /) -> Awaitable[AsyncStream[Message]]: ...
    @overload
    def __call__(self, operation: ByteStream, /) -> Awaitable[AsyncStream[bytes]]: ...
    @overload
    def __call__(self, operation: Upgrade, /) -> Awaitable[AsyncDuplex]: ...
    @overload
    def __call__(self, operation: Operation[T, Any], /) -> Awaitable[T]: ...


class Send(Protocol):
    """Send an operation and wait for what it gives."""

    @overload
    def __call__(self, operation: JSONStream[T, Any], /) -> Stream[T]: ...
    @overload
    def __call__(self, operation: LogStream, /) -> Stream[Message]: ...
    @overload
    def __call__(self, operation: ByteStream, /) -> Stream[bytes]: ...
    @overload
    def __call__(self, operation: Upgrade, /) -> Duplex: ...
    @overload
    def __call__(self, operation: Operation[T, Any], /) -> T: ...
