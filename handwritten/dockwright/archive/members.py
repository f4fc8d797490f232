"""Read tar archives while they arrive, member by member.

Rules: input is any iterable of chunks, read forward only and to its end; memory does not grow with the archive; an
archive without its end mark is truncated, even where the cut falls between two members (the engine cuts there when it
fails midway). The standard library reads the headers. It would end silently at a cut or at garbage, so every byte comes
through ``_Source``, which knows where the input stood.
"""

import io
from collections.abc import Iterable, Iterator
from typing import IO, TYPE_CHECKING, Any, cast

from ..errors import MalformedStream, OutcomeError, TruncatedStream, UnsafeArchive

if TYPE_CHECKING:
    from tarfile import TarInfo

READ_SIZE = 256 * 1024
"""Bytes of a member's content that are given at a time, at most."""
_BLOCK = 512
# Long names and extended attributes fit in a small part of this; what announces more wants our memory.
_LARGEST_HEADER = 1024 * 1024


def members(chunks: Iterable[bytes]) -> "Iterator[tuple[TarInfo, IO[bytes]]]":
    """Give every member of an archive with its content, as they arrive.

    The content is a file to read from, until the next member is asked for; it is empty for what is no file.
    Raises TruncatedStream, MalformedStream; whatever ``chunks`` raises passes through.
    """
    for info, content in read_members(chunks):
        yield info, io.BufferedReader(content)


def read_single_file(chunks: Iterable[bytes], *, max_bytes: int | None = None) -> bytes:
    """Give the content of the one file that an archive holds.

    Raises OutcomeError when it holds something else, UnsafeArchive when the file has more than ``max_bytes``, and what
    ``members`` raises.
    """
    found: bytes | None = None
    for info, content in read_members(chunks):
        if found is not None:
            raise OutcomeError(0, f"not a single file: the archive goes on with {info.name!r}")
        if not info.isreg():
            raise OutcomeError(0, f"not a file: {describe(info)}")
        if max_bytes is not None and info.size > max_bytes:
            raise UnsafeArchive(f"{info.name!r} has {info.size} bytes, more than max_bytes={max_bytes}", info.name)
        found = content.readall()
    if found is None:
        raise OutcomeError(0, "the archive is empty")
    return found


def describe(info: "TarInfo") -> str:
    """Say what a member is, for error messages."""
    if info.issym() or info.islnk():
        return f"{info.name!r} is a {'symbolic' if info.issym() else 'hard'} link to {info.linkname!r}"
    kind = "folder" if info.isdir() else "file" if info.isreg() else "device" if info.isdev() else "special file"
    return f"{info.name!r} is a {kind}"


class Content(io.RawIOBase):
    """The content of the current member; ``read`` gives what is there, at most ``READ_SIZE`` bytes, b"" at the end."""

    def __init__(self, source: "_Source", info: "TarInfo") -> None:
        self._source = source
        self._left = info.size if info.isreg() else 0

    def readable(self) -> bool:
        return True

    def read(self, size: int | None = -1, /) -> bytes:
        if self.closed:
            raise ValueError("the content of a member can be read until the next member is asked for")
        limit = READ_SIZE if size is None or size < 0 else size
        if not self._left or not limit:
            return b""
        data = self._source.read_content(min(limit, self._left))
        self._left -= len(data)
        return data

    def readinto(self, buffer: Any, /) -> int:
        data = self.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def readall(self) -> bytes:
        return b"".join(iter(self.read, b""))


def read_members(chunks: Iterable[bytes]) -> "Iterator[tuple[TarInfo, Content]]":
    """Give what ``members`` gives, with contents that hand out what has arrived, uncopied."""
    source = _Source(chunks)
    for info in _headers(source):
        with Content(source, info) as content:
            yield info, content


def _headers(source: "_Source") -> "Iterator[TarInfo]":
    import tarfile

    try:
        archive = tarfile.TarFile(fileobj=cast("IO[bytes]", source), encoding="utf-8")
        # The archive remembers every member that it gave; an attribute of old, missing in the stubs only.
        remembered: list[TarInfo] = vars(archive)["members"]
        while (info := archive.next()) is not None:
            remembered.clear()
            if info.size < 0 or info.issparse():
                raise MalformedStream(f"archive member {info.name!r} has a size or form that engines do not write")
            source.member = info
            yield info
    except (tarfile.TarError, ValueError, OverflowError, IndexError, RecursionError) as error:
        if source.ended:
            raise source.truncated() from error
        raise MalformedStream(f"not a tar archive, or a broken one, at byte {source.position}: {error}") from error
    source.finish()


class _Source:
    """A file that can only be read forward, made of chunks: just what ``TarFile`` needs to find headers."""

    def __init__(self, chunks: Iterable[bytes]) -> None:
        self._chunks = iter(chunks)
        self._chunk: bytes = b""
        self._at = 0
        self._last_header = b""
        self.position: int = 0
        self.ended: bool = False
        self.member: TarInfo | None = None

    def tell(self) -> int:
        return self.position

    def read(self, size: int) -> bytes:
        """Read a part of a header, shorter only at the end of input."""
        if not 0 <= size <= _LARGEST_HEADER:
            raise MalformedStream(f"an archive header of {size} bytes at byte {self.position}")
        parts: list[bytes] = []
        while size and (part := self._some(size)):
            parts.append(part)
            size -= len(part)
        self._last_header = b"".join(parts)
        return self._last_header

    def seek(self, position: int) -> None:
        """Skip what is left of a member."""
        while self.position < position:
            if not self._some(position - self.position):
                raise self.truncated()

    def read_content(self, size: int) -> bytes:
        """Read a part of the current member, as much as is there, at least one byte."""
        data = self._some(size)
        if not data:
            raise self.truncated()
        return data

    def finish(self) -> None:
        """Check that the archive ended with its mark, and read what may follow, so that its connection is free."""
        if len(self._last_header) < _BLOCK:
            raise self.truncated()
        if any(self._last_header):
            raise MalformedStream(f"no archive header at byte {self.position - _BLOCK}")
        for _ in self._chunks:
            pass

    def truncated(self) -> TruncatedStream:
        if self.member is not None:
            received = self.position - self.member.offset_data
            if received < self.member.size:
                return TruncatedStream(
                    f"archive member {self.member.name!r}", expected=self.member.size, received=received
                )
        return TruncatedStream("an archive, before its end mark", expected=None, received=self.position)

    def _some(self, size: int) -> bytes:
        while self._at == len(self._chunk):
            try:
                self._chunk = next(self._chunks)
            except StopIteration:
                self.ended = True
                return b""
            self._at = 0
        data = self._chunk[self._at : self._at + size]
        self._at += len(data)
        self.position += len(data)
        return data
