"""Tar archives that arrive: worked on in a thread as a whole, or member by member."""

from collections.abc import AsyncIterator, Callable, Iterable
from typing import IO, TYPE_CHECKING, Self, TypeVar

from ..archive.members import READ_SIZE, members

if TYPE_CHECKING:
    from tarfile import TarInfo
    from types import TracebackType

    from .downloads import Download
    from .handover import Handover
    from .streams import ReplyStream

    Stream = Download | ReplyStream[bytes]

T = TypeVar("T")


async def consume(stream: "Stream", work: Callable[[Iterable[bytes]], T]) -> T:
    """Run ``work`` in a thread on the chunks of a stream, which are read as fast as the thread takes them.

    When this is cancelled, the thread is told by an error at its next chunk, and its end is waited for, so that nothing
    goes on behind the caller's back.
    """
    from .handover import Handover

    async with Handover(stream) as handover:
        return await handover.run(lambda: work(handover.chunks()))


class ArchiveMembers:
    """The members of an archive, in order, each with its content; an asynchronous iterator.

    A content can be read until the next member is asked for. Leave it early by ``async with`` or :meth:`aclose`.
    """

    def __init__(self, stream: "Stream") -> None:
        from .handover import Handover

        self._handover = Handover(stream)
        self._members = members(self._handover.chunks())

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> "tuple[TarInfo, MemberContent]":
        if self._handover.closed:
            raise StopAsyncIteration
        found = await self._handover.run_or_close(lambda: next(self._members, None))
        if found is None:
            await self.aclose()
            raise StopAsyncIteration
        info, content = found
        return info, MemberContent(self._handover, content)

    async def aclose(self) -> None:
        """Stop reading and release the connection; harmless when done before."""
        await self._handover.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: "TracebackType | None"
    ) -> None:
        await self.aclose()

    def __del__(self) -> None:
        self._handover.abandon()


class MemberContent:
    """The content of one member, empty for what is no file."""

    def __init__(self, handover: "Handover", content: IO[bytes]) -> None:
        self._handover = handover
        self._content = content

    async def read(self, size: int = -1) -> bytes:
        """Read at most ``size`` bytes, everything if that is negative; ``b""`` at the end."""
        return await self._handover.run_or_close(lambda: self._content.read(size))

    async def __aiter__(self) -> AsyncIterator[bytes]:
        while data := await self.read(READ_SIZE):
            yield data
