"""What can be copied into a container: what it is, what it is called, and how it is packed.

A path, content (bytes, a file, an iterable of chunks), or a mapping of names to either. What is wrong with one is said
here, before anything is sent.
"""

import os
import stat
from collections.abc import AsyncIterable, AsyncIterator, Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import PurePath
from typing import Any, Protocol, TypeGuard, cast

from ..errors import InvalidArgument
from .pack import (
    READ_SIZE,
    Metadata,
    StrPath,
    checked_name,
    pack_async_chunks,
    pack_bytes,
    pack_chunks,
    pack_files,
    pack_tree,
)


class Readable(Protocol):
    """A file that is open for reading bytes."""

    def read(self, size: int = ..., /) -> bytes: ...


Content = bytes | bytearray | memoryview | Readable | Iterable[bytes] | AsyncIterable[bytes]
"""The content of one file."""
CopySource = StrPath | Content | Mapping[str, "bytes | os.PathLike[str]"]
"""A file or folder on the disk, the content of one file, or several under their names."""

Pack = Callable[[str], Iterator[bytes] | AsyncIterator[bytes]]


class Kind(Enum):
    """What a source becomes where it is copied to."""

    FILE = "a file"
    FOLDER = "a folder"
    CONTENTS = "the contents of a folder"


@dataclass(frozen=True, slots=True)
class Source:
    """Something that can be packed under a name; "." packs the contents of a folder."""

    kind: Kind
    name: str | None
    """Its own name; content has none, and several files have none in common."""
    pack: Pack
    size: int | None = None
    """How many bytes a file has; None where that is not known before it is packed."""


def copy_source(
    given: CopySource,
    *,
    size: int | None = None,
    mode: int = 0o644,
    uid: int | None = None,
    gid: int | None = None,
    mtime: int | None = None,
) -> Source:
    """Find out what was given.

    ``size`` is how many bytes an iterable or a file without an end in sight will give. ``mode`` is for files made of
    content, whose owner is root and whose time is 1970; ``uid``, ``gid`` and ``mtime`` replace these, and what the disk
    has. Raises OSError for a path that cannot be read, TypeError and InvalidArgument for what cannot be copied.
    """
    for name, number in (("size", size), ("mode", mode), ("uid", uid), ("gid", gid), ("mtime", mtime)):
        if number is not None and (isinstance(number, bool) or not isinstance(number, int) or number < 0):
            raise InvalidArgument(f"{name} must be a whole number, 0 or more, not {number!r}")
    metadata = Metadata(uid, gid, mtime)
    if size is not None and isinstance(given, str | os.PathLike | bytes | bytearray | memoryview | Mapping):
        raise InvalidArgument("size is for files that are open and for iterables of chunks; of the rest it is known")
    if isinstance(given, str | os.PathLike):
        return _on_disk(given, metadata)
    if isinstance(given, bytes | bytearray | memoryview):
        data = bytes(given)
        owned = {"uid": uid or 0, "gid": gid or 0, "mtime": mtime or 0}
        return Source(Kind.FILE, None, lambda name: pack_bytes(name, data, mode=mode, **owned), len(data))
    if isinstance(given, Mapping):
        return _several(cast("Mapping[str, bytes | os.PathLike[str]]", given), mode, metadata)
    if _is_readable(given):
        length = _length(given) if size is None else size
        blocks = iter(lambda: given.read(READ_SIZE), b"")
        return Source(
            Kind.FILE,
            None,
            lambda name: pack_chunks(name, blocks, _needed(length), mode=mode, metadata=metadata),
            length,
        )
    if isinstance(given, AsyncIterable | Iterable):
        length = _needed(size)
        if isinstance(given, AsyncIterable):
            asynchronous = given
            return Source(
                Kind.FILE,
                None,
                lambda name: pack_async_chunks(name, asynchronous, length, mode=mode, metadata=metadata),
                length,
            )
        chunks: Iterable[bytes] = cast(Any, given)
        return Source(
            Kind.FILE, None, lambda name: pack_chunks(name, chunks, length, mode=mode, metadata=metadata), length
        )
    raise TypeError(
        "what is copied must be a path, bytes, a file, an iterable of bytes, or a mapping of names to bytes and paths, "
        f"not {type(given).__name__}"
    )


def _on_disk(given: StrPath, metadata: Metadata) -> Source:
    path = os.fspath(given)
    if not path:
        raise InvalidArgument("the path of what is copied is empty; '.' is the current folder")
    status = os.stat(path)
    is_folder = stat.S_ISDIR(status.st_mode)
    own = os.path.basename(os.path.abspath(path))
    if not is_folder:
        return Source(Kind.FILE, own, lambda name: pack_tree(path, name, **metadata._asdict()), status.st_size)
    only_contents = not own or path == "." or path.endswith("/.")
    return Source(
        Kind.CONTENTS if only_contents else Kind.FOLDER,
        None if only_contents else own,
        lambda name: pack_tree(path, name, **metadata._asdict()),
    )


def _several(given: "Mapping[str, bytes | os.PathLike[str]]", mode: int, metadata: Metadata) -> Source:
    files = {checked_name(name): source for name, source in given.items()}
    for name, source in files.items():
        if isinstance(source, os.PathLike):
            os.stat(source)
        elif not isinstance(source, bytes):
            raise TypeError(
                f"what is copied as {name!r} must be bytes (the content) or a Path (where it is), "
                f"not {type(source).__name__}"
            )

    def pack(name: str) -> Iterator[bytes]:
        below = {str(PurePath(name, each)): source for each, source in files.items()}
        return pack_files(below, mode=mode, **metadata._asdict())

    return Source(Kind.CONTENTS, None, pack)


def _is_readable(given: object) -> TypeGuard[Readable]:
    return callable(getattr(given, "read", None)) and not isinstance(given, AsyncIterable)


def _length(file: Any) -> int:
    """Find out how much can still be read of a file."""
    try:
        position: int = file.tell()
        end: int = file.seek(0, os.SEEK_END)
        file.seek(position)
    except (AttributeError, OSError):
        return _needed(None)
    return max(end - position, 0)


def _needed(size: int | None) -> int:
    if size is None:
        raise InvalidArgument(
            "size=... is needed, for an archive tells the size of a file before its content; give the number of bytes "
            "that will come, or the content as bytes or as a file on the disk"
        )
    return size
