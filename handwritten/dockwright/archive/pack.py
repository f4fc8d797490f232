"""Write tar archives as iterators of bytes.

Rules: memory does not grow with the archive; the same input gives the same bytes (names are sorted, owners have no
names, times are whole seconds), and the caller may set what else the disk decides: owner and time. Symbolic links are
kept as links, and so are hard links between packed files; sockets, which have no meaning elsewhere, are left out. A
file that becomes shorter or longer while it is being packed is an error, never a broken archive.
Long and non-ASCII names are written as PAX records.
"""

import os
import stat
from collections.abc import AsyncIterable, AsyncIterator, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from ..errors import FileChanged, InvalidArgument

if TYPE_CHECKING:
    from tarfile import TarInfo

StrPath = str | os.PathLike[str]

READ_SIZE = 128 * 1024
"""Bytes that are read from a file at a time. Memory for more comes from the system anew each time, and costs as much as
reading does."""
_YIELD_SIZE = 64 * 1024
_BLOCK = 512
_END = bytes(2 * _BLOCK)
# A link in the place of a file that was a file a moment ago must not lead elsewhere, nor a pipe block.
_OPEN_FLAGS = os.O_RDONLY | os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK


class Metadata(NamedTuple):
    """What replaces the owner and the time (seconds since 1970) of every member; None leaves what the disk has."""

    uid: int | None = None
    gid: int | None = None
    mtime: int | None = None


AS_FOUND = Metadata()


class Entry(NamedTuple):
    """Something on the disk, and what it is called in an archive."""

    path: str
    name: str
    status: os.stat_result


def pack_tree(
    path: StrPath, name: str | None = None, *, uid: int | None = None, gid: int | None = None, mtime: int | None = None
) -> Iterator[bytes]:
    """Pack a file, or a folder with all that is in it.

    ``name`` is what it is called in the archive, as a rule its own name; with ".", the contents of a folder stand at
    the root of the archive. ``path`` may be a symbolic link to the file or folder; links below it are kept.
    ``uid``, ``gid`` and ``mtime`` (seconds since 1970) replace what the disk has.
    Raises OSError when ``path`` cannot be read, InvalidArgument for a bad name, FileChanged while the bytes are taken.
    """
    real = os.path.realpath(path)
    is_folder = stat.S_ISDIR(os.stat(real).st_mode)
    if name is None:
        name = os.path.basename(os.path.abspath(path)) or "."
    if name == "." and not is_folder:
        raise InvalidArgument(f"name '.' is for folders, and {os.fspath(path)!r} is none")
    name = "" if name == "." else checked_name(name)
    return pack_entries(_tree(real, name), Metadata(uid, gid, mtime))


def pack_entries(
    entries: Iterable[Entry], metadata: Metadata = AS_FOUND, added: Mapping[str, bytes] | None = None
) -> Iterator[bytes]:
    """Pack what is found on the disk, in the given order, and then the files ``added`` under their names."""
    return Ready(_entries(entries, metadata, added or {}))


def pack_files(
    files: "Mapping[str, bytes | os.PathLike[str]]",
    *,
    mode: int = 0o644,
    uid: int | None = None,
    gid: int | None = None,
    mtime: int | None = None,
) -> Iterator[bytes]:
    """Pack several files under given names, in the given order.

    A value is the content as bytes, or the Path of a file or folder. ``mode`` is for content given as bytes, whose
    owner is root and whose time is 1970 unless ``uid``, ``gid`` and ``mtime`` say otherwise; the others keep their own.
    Raises OSError when a path cannot be read, TypeError or InvalidArgument for bad arguments, FileChanged while the
    bytes are taken.
    """
    sources: list[tuple[str, bytes | str]] = []
    for name, source in files.items():
        if isinstance(source, bytes):
            sources.append((checked_name(name), source))
        elif isinstance(source, os.PathLike):
            real = os.path.realpath(source)
            os.stat(real)
            sources.append((checked_name(name), real))
        else:
            raise TypeError(
                f"files[{name!r}] must be bytes (the content) or a Path (where it is), not {type(source).__name__}"
            )
    return Ready(_files(sources, mode, Metadata(uid, gid, mtime)))


def pack_bytes(
    name: str, data: bytes, *, mode: int = 0o644, uid: int = 0, gid: int = 0, mtime: int = 0
) -> Iterator[bytes]:
    """Pack one file with the given content. Raises TypeError or InvalidArgument for bad arguments."""
    if not isinstance(data, bytes | bytearray | memoryview):
        raise TypeError(f"data must be bytes, not {type(data).__name__}")
    return pack_files({name: bytes(data)}, mode=mode, uid=uid, gid=gid, mtime=mtime)


def pack_chunks(
    name: str, chunks: Iterable[bytes], size: int, *, mode: int = 0o644, metadata: Metadata = AS_FOUND
) -> Iterator[bytes]:
    """Pack one file whose content comes in chunks, of which ``size`` says the sum, since an archive tells it first.

    Raises InvalidArgument for a bad name, FileChanged where the chunks are shorter or longer.
    """
    file = _Announced(name, size, mode, metadata)

    def pieces() -> Iterator[bytes]:
        yield file.header
        for chunk in chunks:
            yield file.counted(chunk)
        yield file.end()

    return _joined(pieces())


def pack_async_chunks(
    name: str, chunks: AsyncIterable[bytes], size: int, *, mode: int = 0o644, metadata: Metadata = AS_FOUND
) -> AsyncIterator[bytes]:
    """Pack the same as :func:`pack_chunks` where the chunks come asynchronously."""
    file = _Announced(name, size, mode, metadata)

    async def pieces() -> AsyncIterator[bytes]:
        yield file.header
        async for chunk in chunks:
            yield file.counted(chunk)
        yield file.end() + _END

    return pieces()


class _Announced:
    """A file whose size was said before its content is known."""

    def __init__(self, name: str, size: int, mode: int, metadata: Metadata) -> None:
        info = _member(checked_name(name), mode, 0, 0, 0, metadata)
        info.size = size
        self.header = _header(info)
        self._name = name
        self._size = size
        self._received = 0

    def counted(self, chunk: bytes) -> bytes:
        """Give a chunk back unless it is too much."""
        if not isinstance(chunk, bytes | bytearray | memoryview):
            raise TypeError(f"the content of {self._name!r} must come as bytes, not {type(chunk).__name__}")
        chunk = bytes(chunk)
        self._received += len(chunk)
        if self._received > self._size:
            raise FileChanged(self._name, expected=self._size, received=None)
        return chunk

    def end(self) -> bytes:
        """Give what follows the content, if that is whole."""
        if self._received < self._size:
            raise FileChanged(self._name, expected=self._size, received=self._received)
        return _padding(self._size)


def _files(sources: list[tuple[str, bytes | str]], mode: int, metadata: Metadata) -> Iterator[bytes]:
    inodes: dict[tuple[int, int], str] = {}
    for name, source in sources:
        if isinstance(source, str):
            for entry in _tree(source, name):
                yield from _entry(entry, metadata, inodes)
        else:
            yield from _given(name, source, mode, metadata)


def _given(name: str, data: bytes, mode: int, metadata: Metadata) -> Iterator[bytes]:
    info = _member(name, mode, 0, 0, 0, metadata)
    info.size = len(data)
    yield _header(info)
    yield data
    yield _padding(info.size)


def _entries(entries: Iterable[Entry], metadata: Metadata, added: Mapping[str, bytes]) -> Iterator[bytes]:
    inodes: dict[tuple[int, int], str] = {}
    for entry in entries:
        yield from _entry(entry, metadata, inodes)
    for name, data in added.items():
        yield from _given(name, data, 0o644, metadata)


def _tree(root: str, root_name: str) -> Iterator[Entry]:
    """Find what is at a path, folders before their contents; an empty name leaves the folder itself out."""
    # A stack of our own, for trees may be deeper than Python's.
    waiting = [(root, root_name)]
    while waiting:
        path, name = waiting.pop()
        status = os.lstat(path)
        if name:
            yield Entry(path, name, status)
        if stat.S_ISDIR(status.st_mode):
            below = sorted(os.listdir(path), reverse=True)
            waiting.extend((f"{path}/{each}", f"{name}/{each}" if name else each) for each in below)


def _entry(entry: Entry, metadata: Metadata, inodes: dict[tuple[int, int], str]) -> Iterator[bytes]:
    import tarfile

    path, name, status = entry
    mode = stat.S_IMODE(status.st_mode)
    info = _member(name, mode, status.st_uid, status.st_gid, int(status.st_mtime), metadata)
    kind = stat.S_IFMT(status.st_mode)
    inode = (status.st_dev, status.st_ino)
    if kind == stat.S_IFREG and inode in inodes:
        info.type, info.linkname = tarfile.LNKTYPE, inodes[inode]
    elif kind == stat.S_IFREG:
        if status.st_nlink > 1:
            inodes[inode] = name
        yield from _content(path, info)
        return
    elif kind == stat.S_IFLNK:
        info.type, info.linkname = tarfile.SYMTYPE, os.readlink(path)
    elif kind == stat.S_IFDIR:
        info.type = tarfile.DIRTYPE
    elif kind == stat.S_IFIFO:
        info.type = tarfile.FIFOTYPE
    elif kind in (stat.S_IFCHR, stat.S_IFBLK):
        info.type = tarfile.CHRTYPE if kind == stat.S_IFCHR else tarfile.BLKTYPE
        info.devmajor, info.devminor = os.major(status.st_rdev), os.minor(status.st_rdev)
    else:
        return
    yield _header(info)


def _content(path: str, info: "TarInfo") -> Iterator[bytes]:
    with open(os.open(path, _OPEN_FLAGS), "rb", buffering=0) as file:
        # The size which the header announces is the one at opening.
        info.size = size = os.fstat(file.fileno()).st_size
        yield _header(info)
        left = size
        while left:
            data = file.read(min(left, READ_SIZE))
            if not data:
                raise FileChanged(path, expected=size, received=size - left)
            left -= len(data)
            yield data
        if file.read(1):
            raise FileChanged(path, expected=size, received=None)
    yield _padding(size)


def _member(name: str, mode: int, uid: int, gid: int, mtime: int, metadata: Metadata) -> "TarInfo":
    from tarfile import TarInfo

    info = TarInfo(name)
    info.mode = mode
    info.uid = uid if metadata.uid is None else metadata.uid
    info.gid = gid if metadata.gid is None else metadata.gid
    info.mtime = mtime if metadata.mtime is None else metadata.mtime
    return info


def _header(info: "TarInfo") -> bytes:
    from tarfile import PAX_FORMAT

    return info.tobuf(PAX_FORMAT, "utf-8", "surrogateescape")


def _padding(size: int) -> bytes:
    return bytes(-size % _BLOCK)


class Ready(Iterator[bytes]):
    """An archive whose pieces are there at once, on the disk or in memory, so that several may be taken together."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._joined = _joined(pieces)

    def __next__(self) -> bytes:
        return next(self._joined)


def _joined(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Put small pieces together, since each costs a chunk on the wire, and end the archive."""
    waiting: list[bytes] = []
    size = 0
    for piece in pieces:
        if len(piece) >= _YIELD_SIZE:
            # Large ones are not worth a copy.
            if waiting:
                yield b"".join(waiting)
            yield piece
            waiting.clear()
            size = 0
            continue
        waiting.append(piece)
        size += len(piece)
        if size >= _YIELD_SIZE:
            yield b"".join(waiting)
            waiting.clear()
            size = 0
    yield b"".join(waiting) + _END


def checked_name(name: str) -> str:
    """Refuse a name that would not land below the folder where the archive is unpacked."""
    parts = name.split("/")
    if not name or name.startswith("/") or ".." in parts or "\0" in name or not parts[-1]:
        raise InvalidArgument(
            f"a name in an archive must be relative, without '..' and without a slash at its end, not {name!r}"
        )
    return name
