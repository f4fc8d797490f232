"""Build contexts and their names, as docker-py's programs make them by hand.

Builds of this library pack a folder while it is sent; these are for programs that want the archive itself.
"""

from __future__ import annotations

import os
import re
from typing import IO, TYPE_CHECKING, Any

from ...archive.context import DOCKERFILE
from ...archive.ignore import IgnoreRules
from ...archive.pack import pack_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_COMPONENT = r"[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*"
_REGISTRY = r"(?:[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\[[0-9A-Fa-f:.]+\])(?::[0-9]+)?"
_TAG = re.compile(rf"(?:{_REGISTRY}/)?{_COMPONENT}(?:/{_COMPONENT})*(?::[A-Za-z0-9_][A-Za-z0-9_.-]{{0,127}})?")


def match_tag(tag: str) -> bool:
    """Say whether a text can be the name of an image, with or without registry and tag."""
    return _TAG.fullmatch(tag) is not None


def tar(
    path: str | os.PathLike[str],
    exclude: Sequence[str] | None = None,
    dockerfile: str | tuple[str, str | None] | None = None,
    fileobj: IO[bytes] | None = None,
    gzip: bool = False,
) -> IO[bytes]:
    """Pack a folder as a build context into a file, which is a temporary one if none is given, and rewind it.

    ``exclude`` are the rules of a ``.dockerignore``; that of the folder is not read. ``dockerfile`` is the name of the
    Dockerfile in the folder, or a name with the content of one from elsewhere.
    """
    name, content = dockerfile if isinstance(dockerfile, tuple) else (dockerfile, None)
    files = exclude_paths(path, exclude or (), dockerfile=name)
    extra = [] if content is None or name is None else [(name, content)]
    return create_archive(path, files=files - dict(extra).keys(), fileobj=fileobj, gzip=gzip, extra_files=extra)


def exclude_paths(root: str | os.PathLike[str], patterns: Sequence[str], dockerfile: str | None = None) -> set[str]:
    """Give what the rules of a ``.dockerignore`` leave of a folder; the Dockerfile always stays."""
    rules = IgnoreRules(patterns)
    kept = {path for path in _below(os.fspath(root)) if not rules.ignores(path.replace(os.sep, "/"))}
    name = dockerfile or DOCKERFILE
    return kept | ({name} if os.path.lexists(os.path.join(root, name)) else set())


def create_archive(
    root: str | os.PathLike[str],
    files: Iterable[str] | None = None,
    fileobj: IO[bytes] | None = None,
    gzip: bool = False,
    extra_files: Sequence[tuple[str, str | bytes]] | None = None,
) -> IO[bytes]:
    """Pack files of a folder into a file, which is a temporary one if none is given, and rewind it.

    ``files`` are their paths below the folder, all of them if not given; ``extra_files`` are names with their content.
    """
    import tarfile
    import tempfile

    target = fileobj or tempfile.NamedTemporaryFile()  # noqa: SIM115  it is the result
    with tarfile.open(mode="w:gz" if gzip else "w", fileobj=target) as archive:
        for name in sorted(_below(os.fspath(root)) if files is None else files):
            archive.add(os.path.join(root, name), arcname=name, recursive=False, filter=_of_root)
        for name, content in extra_files or ():
            _add(archive, name, content)
    target.seek(0)
    return target


def mkbuildcontext(dockerfile: IO[Any]) -> IO[bytes]:
    """Pack a Dockerfile alone as a build context into a temporary file."""
    import tempfile

    content = dockerfile.read()
    data = content.encode() if isinstance(content, str) else content
    file = tempfile.NamedTemporaryFile()  # noqa: SIM115  it is the result
    file.writelines(pack_bytes(DOCKERFILE, data))
    file.seek(0)
    return file


def _below(root: str) -> Iterator[str]:
    for folder, folders, files in os.walk(root):
        for name in (*folders, *files):
            yield os.path.relpath(os.path.join(folder, name), root)


def _of_root(member: Any) -> Any:
    member.uid = member.gid = 0
    member.uname = member.gname = "root"
    return member


def _add(archive: Any, name: str, content: str | bytes) -> None:
    import io
    import tarfile

    data = content.encode() if isinstance(content, str) else content
    member = tarfile.TarInfo(name)
    member.size = len(data)
    archive.addfile(member, io.BytesIO(data))
