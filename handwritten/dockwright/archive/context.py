"""Build contexts: a folder as the engine's builder wants it, packed while it is sent.

Files are sorted and belong to root, as the CLI sends them, so that the same tree gives the same bytes for everybody.
Times are kept, since they reach the image; builders do not compare them, so they cost no cache hit.

What ``<Dockerfile>.dockerignore`` or else ``.dockerignore`` leaves out is not even read. The Dockerfile and the
``.dockerignore`` are sent all the same, for the builder itself reads them and then drops them if the rules say so.
"""

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..errors import InvalidArgument
from .ignore import IgnoreRules, Verdict
from .pack import Entry, Metadata, StrPath, pack_entries

IGNORE_FILE = ".dockerignore"
DOCKERFILE = "Dockerfile"


@dataclass(frozen=True, slots=True)
class BuildContext:
    """An archive that can be sent once."""

    dockerfile: str
    """What the Dockerfile is called in the archive."""
    chunks: Iterator[bytes]
    instructions: bytes
    """What the Dockerfile says."""


def build_context(
    folder: StrPath,
    *,
    dockerfile: StrPath | None = None,
    mtime: int | None = None,
    gzip: bool = False,
) -> BuildContext:
    """Pack a folder for a build.

    ``dockerfile`` is relative to the folder, or absolute, and may lie outside of it; it is ``Dockerfile`` if not given.
    ``mtime`` (seconds since 1970) replaces the time of every file. ``gzip`` compresses, which pays on slow networks.
    Raises OSError for what cannot be read, InvalidArgument for a pattern that is none; FileChanged and OSError may also
    come while the bytes are taken.
    """
    root = os.path.realpath(folder)
    if not stat.S_ISDIR(os.stat(root).st_mode):
        raise InvalidArgument(f"a build context must be a folder, and {os.fspath(folder)!r} is none")
    where = os.path.join(root, DOCKERFILE if dockerfile is None else os.fspath(dockerfile))
    name = _name_below(root, where)
    text, origin = _ignore_text(root, where)
    rules = IgnoreRules.parse(text, origin=origin)
    added: dict[str, bytes] = {}
    content = _content(where)
    if name is None:
        name = _name_of(content)
        # The builder drops what this file names once it has read it, so COPY does not see the newcomer.
        kept = _content(os.path.join(root, IGNORE_FILE), missing=IGNORE_FILE.encode())
        added = {name: content, IGNORE_FILE: kept.rstrip(b"\n") + f"\n{name}\n".encode()}
    entries = _entries(root, rules, always={name, IGNORE_FILE}, never=added)
    chunks = pack_entries(entries, Metadata(uid=0, gid=0, mtime=mtime), added)
    return BuildContext(name, compressed(chunks) if gzip else chunks, content)


def _name_below(root: str, path: str) -> str | None:
    """Give the name of the Dockerfile below the root; None where it is, or leads, outside."""
    real = os.path.realpath(path)
    inside = os.path.join(os.path.realpath(os.path.dirname(path)), os.path.basename(path))
    if os.path.commonpath((root, real)) != root or os.path.commonpath((root, inside)) != root:
        return None
    return os.path.relpath(inside, root).replace(os.sep, "/")


def _name_of(content: bytes) -> str:
    """Name a Dockerfile from outside: by its content, so that the same build gives the same bytes."""
    from hashlib import sha256

    return f".dockerfile.{sha256(content).hexdigest()[:20]}"


def _ignore_text(root: str, dockerfile: str) -> tuple[str, str]:
    for path in (f"{dockerfile}{IGNORE_FILE}", os.path.join(root, IGNORE_FILE)):
        try:
            with open(path, encoding="utf-8", errors="surrogateescape") as file:
                return file.read(), path
        except FileNotFoundError:
            continue
    return "", IGNORE_FILE


def _content(path: str, *, missing: bytes | None = None) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read()
    except (FileNotFoundError, IsADirectoryError):
        if missing is None:
            raise FileNotFoundError(_missing(path)) from None
        return missing


def _missing(path: str) -> str:
    return f"no Dockerfile at {path!r}; dockerfile=... says where it is, relative to the folder or absolute"


def _entries(root: str, rules: IgnoreRules, *, always: Iterable[str], never: Iterable[str]) -> Iterator[Entry]:
    """Find what is sent, folders before their contents, in the order of their names."""
    always, never = set(always), set(never)
    needed = {name[:at] for name in always for at, each in enumerate(name) if each == "/"}
    # What waits: a path, its name, the verdict on its folder, and folders left out for whose sake it may still come.
    waiting: list[tuple[str, str, Verdict | None, tuple[Entry, ...]]] = [(root, "", None, ())]
    announced: set[str] = set()
    while waiting:
        path, name, above, folders = waiting.pop()
        status = os.lstat(path)
        verdict = rules.judge(name, above) if name else None
        is_folder = stat.S_ISDIR(status.st_mode)
        if name:
            entry = Entry(path, name, status)
            if verdict is not None and verdict.ignored and name not in always:
                if not is_folder or not (name in needed or rules.may_hold_more(name)):
                    continue
                folders = (*folders, entry)
            elif name not in never:
                for each in (*folders, entry):
                    if each.name not in announced:
                        yield each
                        if each is not entry:
                            announced.add(each.name)
        if is_folder:
            below = sorted(os.listdir(path), reverse=True)
            waiting.extend((f"{path}/{each}", f"{name}/{each}" if name else each, verdict, folders) for each in below)


def compressed(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Compress an archive with gzip while it is made."""
    import zlib

    # The format of gzip, without a name and without a time.
    compressor = zlib.compressobj(wbits=16 + zlib.MAX_WBITS)
    for chunk in chunks:
        if data := compressor.compress(chunk):
            yield data
    yield compressor.flush()
