"""Copying into and out of containers, by the rules of ``docker cp``.

The engine only unpacks into folders and archives what it is asked for. What a copy is called, and whether it lands in
something or takes its place, is decided here, from what the engine says about the destination. A 404 of an archive
call may mean the container or the path; which, the container itself is asked.
"""

import posixpath
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

from dockwright_api import operations
from dockwright_api.unset import UNSET

from ..archive.paths import ContainerPath, container_path
from ..errors import InvalidArgument, NotFound, PathNotFound
from ..options.lifecycle import check_input
from . import Flow, attach, call, fetch

if TYPE_CHECKING:
    from collections.abc import AsyncIterable, Iterable

    from dockwright_api import models, shapes

    from ..archive.sources import Source

T = TypeVar("T")

FOLDER = 1 << 31
SYMBOLIC_LINK = 1 << 27
_OTHER = FOLDER | 1 << 26 | 1 << 25 | 1 << 24 | 1 << 21 | 1 << 19
"""What is neither a file nor a link, in the modes of Go."""


def path_stat(container: str, path: str) -> "Flow[models.PathStat]":
    """Ask what is at a path of a container; a link is described itself."""
    asked = container_path(path).archived
    return (yield from _of_path(container, asked, call(operations.containers.archive_info(container, asked))))


def size_of_file(container: str, path: str, *, follow_links: bool = False) -> Flow[int | None]:
    """Ask how many bytes a file of a container has; None for whatever is no file."""
    asked = container_path(path).archived
    found = yield from _of_path(container, asked, _stat(container, asked))
    if follow_links and found["linkTarget"]:
        found = yield from _of_path(container, asked, _stat(container, found["linkTarget"]))
    return None if found["mode"] & (_OTHER | SYMBOLIC_LINK) else found["size"]


def open_archive(container: str, path: str, *, follow_links: bool = False, timeout: Any = UNSET) -> Flow[Any]:
    """Open the archive of a path, as the stream of the face that drives the flow.

    With ``follow_links`` a link at the path stands for what it leads to.
    """
    asked = container_path(path).archived
    if follow_links:
        found = yield from _of_path(container, asked, _stat(container, asked))
        asked = found["linkTarget"] or asked
    return (yield from _open(container, asked, timeout))


def open_file(container: str, path: str, *, max_bytes: int | None = None, timeout: Any = UNSET) -> Flow[Any]:
    """Open the archive of one file, links followed.

    Raises InvalidArgument for what is no file, and for a file of more than ``max_bytes``.
    """
    asked = container_path(path)
    found = yield from _of_path(container, asked.path, _stat(container, asked.path))
    if found["linkTarget"]:
        target = found["linkTarget"]
        found = yield from _of_path(container, target, _stat(container, target))
    else:
        target = asked.path
    if asked.folder or found["mode"] & _OTHER:
        what = "a folder" if asked.folder or found["mode"] & FOLDER else "no file"
        raise InvalidArgument(f"{path!r} is {what}; copy_from and members read folders, and whatever else there is")
    if max_bytes is not None and found["size"] > max_bytes:
        raise InvalidArgument(f"{path!r} has {found['size']} bytes, more than max_bytes={max_bytes}")
    return (yield from _open(container, target, timeout))


def put_archive(
    container: str,
    path: str,
    content: "bytes | Iterable[bytes] | AsyncIterable[bytes]",
    *,
    no_overwrite_dir_non_dir: bool | None = None,
    copy_uid_gid: bool | None = None,
    timeout: Any = UNSET,
) -> Flow[None]:
    """Unpack an archive in a folder of a container."""
    check_input("data", content)
    operation = operations.containers.put_archive(
        container, path, content, no_overwrite_dir_non_dir=no_overwrite_dir_non_dir, copy_uid_gid=copy_uid_gid
    )
    yield from _of_path(container, path, fetch(operation, timeout=timeout))


def copy_to(
    container: str,
    source: "Source",
    destination: str,
    *,
    no_overwrite_dir_non_dir: bool = True,
    copy_uid_gid: bool | None = None,
    timeout: Any = UNSET,
) -> Flow[None]:
    """Copy something into a container."""
    wanted = container_path(destination)
    target, found = yield from _destination(container, wanted)
    folder, name = _placed(source, wanted, target, found)
    operation = operations.containers.put_archive(
        container,
        folder,
        source.pack(name),
        no_overwrite_dir_non_dir=no_overwrite_dir_non_dir or None,
        copy_uid_gid=copy_uid_gid,
    )

    def missing(error: NotFound) -> PathNotFound:
        return PathNotFound(
            error.status,
            f"container {container} has no folder {folder!r} to copy to; make it first (mkdir -p), or copy from a "
            f"folder that exists: copy_to({{{posixpath.join(folder, name).lstrip('/')!r}: ...}}, '/')",
            error.operation,
        )

    yield from _of_path(container, folder, fetch(operation, timeout=timeout), missing)


def _destination(container: str, wanted: ContainerPath) -> "Flow[tuple[ContainerPath, shapes.PathStat | None]]":
    """Find what is at a destination, behind a link if that is one; the path is then where the link leads."""
    try:
        found = yield from _stat(container, wanted.path)
        if found["linkTarget"]:
            wanted = container_path(found["linkTarget"])
            found = yield from _stat(container, wanted.path)
    except NotFound:
        # Perhaps the container is missing; sending the archive will tell.
        return wanted, None
    return wanted, found


def _placed(
    source: "Source", wanted: ContainerPath, target: ContainerPath, found: "shapes.PathStat | None"
) -> tuple[str, str]:
    """Decide into which folder of the container to unpack, and what the source is called there."""
    from ..archive.sources import Kind

    is_folder = target.path == "/" or (found is not None and bool(found["mode"] & FOLDER))
    if is_folder:
        if source.kind is Kind.CONTENTS:
            return target.path, "."
        if source.name is None:
            raise InvalidArgument(
                f"destination {wanted.path!r} is a folder, and content has no name of its own; "
                f"say what the file is called there, such as {posixpath.join(wanted.path, 'name')!r}"
            )
        return target.path, source.name
    if found is not None and (wanted.folder or source.kind is not Kind.FILE):
        raise InvalidArgument(
            f"destination {wanted.path!r} is a file in the container, and {source.kind.value} cannot take its place"
        )
    if found is None and wanted.folder and source.kind is Kind.FILE:
        # Only a folder may have this name, and a copy would make a file of it.
        return wanted.path, source.name or wanted.name
    return target.parent, target.name


def _stat(container: str, path: str) -> "Flow[shapes.PathStat]":
    return fetch(operations.containers.archive_info(container, path))


def _open(container: str, path: str, timeout: Any) -> Flow[Any]:
    operation = operations.containers.get_archive(container, path)
    return (yield from _of_path(container, path, attach(operation, timeout=timeout)))


def _of_path(
    container: str, path: str, step: Flow[T], missing: Callable[[NotFound], PathNotFound] | None = None
) -> Flow[T]:
    """Do a step; where it finds nothing, say whether the container is missing or the path."""
    try:
        return (yield from step)
    except NotFound as error:
        if missing is None:
            return (yield from explain_missing(container, path, error))
        yield from fetch(operations.containers.inspect(container))
        raise missing(error) from error


def explain_missing(container: str, path: str, error: NotFound) -> Flow[NoReturn]:
    """Raise what a 404 of an archive call means: ``PathNotFound``, or that the container itself is missing.

    The error keeps the engine's own sentence; where a path is only described, there is none.
    """
    yield from fetch(operations.containers.inspect(container))
    described = error.operation == "ContainerArchiveInfo"
    message = f"container {container} has nothing at {path!r}" if described else error.message
    raise PathNotFound(error.status, message, error.operation) from error
