"""Unpack archives onto the disk while they arrive, trusting nothing in them.

Rules: everything is written into a folder of this call's own inside the destination, and moved to its place when the
archive has proved to be whole and safe, so a failure leaves the destination as it was. Nothing is written through a
symbolic link, whoever made it, and nothing takes the place of a folder. Names must be relative and without "..", links
must lead to what is inside, devices and pipes are refused. Owners are not applied; modes lose what lets others write.

The standard library's ``data`` filter has the same aim, but not every Python 3.11 has it, and it has been evaded with
links to links; here no name and no target is ever resolved through a link, so there is nothing to evade.
"""

import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from errno import EEXIST, ENOENT
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import MalformedStream, UnsafeArchive
from .members import Content, describe, members, read_members, read_single_file

if TYPE_CHECKING:
    from tarfile import TarInfo

__all__ = ["members", "read_single_file", "unpack"]

Parts = tuple[str, ...]


def unpack(
    chunks: Iterable[bytes],
    destination: str | os.PathLike[str],
    *,
    name: str | None = None,
    folder_only: bool = False,
    max_bytes: int | None = None,
    max_members: int | None = None,
    outside_links: bool = False,
) -> list[Path]:
    """Unpack an archive into a folder, which is made if it is missing, and give the paths of the members in order.

    Files that are there already are replaced, folders are kept and filled. With ``name`` the archive must hold one file
    or folder, which is called so instead; ``folder_only`` refuses the file. ``max_bytes`` limits the sum of the sizes
    of all files, ``max_members`` the number of members. ``outside_links`` keeps symbolic links that are absolute or
    lead out of the destination, as there are many in a container's root; even then nothing is written through them.
    Raises UnsafeArchive, TruncatedStream, MalformedStream, OSError, and whatever ``chunks`` raises; then nothing of
    the archive is left behind.
    """
    from tempfile import TemporaryDirectory

    made = _make_folders(Path(destination))
    try:
        root = Path(os.path.realpath(destination))
        with TemporaryDirectory(prefix=".unpacking-", dir=root) as ours:
            staging, replaced = Path(ours, "new"), Path(ours, "replaced")
            staging.mkdir(mode=0o700)
            replaced.mkdir(mode=0o700)
            rename = None if name is None else _Rename(name, folder_only=folder_only)
            unpacking = _Unpacking(root, staging, replaced, rename, outside_links=outside_links)
            total = 0
            for count, (info, content) in enumerate(read_members(chunks), start=1):
                total += info.size if info.isreg() else 0
                if max_members is not None and count > max_members:
                    raise UnsafeArchive(f"the archive has more members than max_members={max_members}", info.name)
                if max_bytes is not None and total > max_bytes:
                    raise UnsafeArchive(f"the archive unpacks to more than max_bytes={max_bytes}", info.name)
                unpacking.add(info, content)
            unpacking.finish()
    except BaseException:
        for folder in reversed(made):
            with suppress(OSError):
                folder.rmdir()
        raise
    return [root.joinpath(*parts) for parts in unpacking.added]


class _Unpacking:
    """One archive on its way to the disk."""

    def __init__(
        self, root: Path, staging: Path, replaced: Path, rename: "_Rename | None", *, outside_links: bool
    ) -> None:
        self._root = root
        self._staging = staging
        self._replaced = replaced
        self._rename = rename
        self._outside_links = outside_links
        # Folders that are known to be none but folders: staged ones, and those of the destination that will be filled.
        self._folders: set[Parts] = {()}
        self._finished_folders: list[tuple[Parts, TarInfo]] = []
        # In the order of the archive, each once; the values mean nothing.
        self.added: dict[Parts, None] = {}

    def add(self, info: "TarInfo", content: Content) -> None:
        """Write one member into the staging folder."""
        parts = self._parts(info.name, info)
        if info.isdir():
            self._make_folder(parts, info)
            if parts:
                self._finished_folders.append((parts, info))
                self.added[parts] = None
            return
        if not parts:
            raise UnsafeArchive(f"archive member {info.name!r} takes the place of the destination", info.name)
        if not (info.isreg() or info.issym() or info.islnk()):
            raise UnsafeArchive(f"archive member {describe(info)}, which is never unpacked", info.name)
        self._make_folder(parts[:-1], info)
        path = self._clear(parts, info)
        if info.isreg():
            self._write(path, info, content)
        elif info.issym():
            self._check_target(parts, info)
            os.symlink(info.linkname, path)
            _set_time(path, info)
        else:
            os.link(self._linked(info), path, follow_symlinks=False)
        self.added[parts] = None

    def finish(self) -> None:
        """Move everything to its place."""
        # Last, for a folder without the right to write could not be filled, and filling it changes its time.
        for parts, info in reversed(self._finished_folders):
            path = self._staging.joinpath(*parts)
            path.chmod(info.mode & 0o755 | 0o700)
            _set_time(path, info)
        moved: list[tuple[Path, Path | None]] = []
        try:
            self._move(self._staging, self._root, moved)
        except BaseException:
            for path, old in reversed(moved):
                _remove(path)
                if old is not None:
                    with suppress(OSError):
                        os.replace(old, path)
            raise

    def _move(self, source: Path, target: Path, moved: list[tuple[Path, Path | None]]) -> None:
        """Move what is in a folder; note where it went, and where that is kept which was there before."""
        for entry in sorted(os.listdir(source)):
            here, there = source / entry, target / entry
            if _is_folder(here) and _is_folder(there):
                self._move(here, there, moved)
                continue
            old: Path | None = None
            if _is_folder(there):
                raise FileExistsError(EEXIST, "a folder has come in the way since", str(there))
            if os.path.lexists(there):
                old = self._replaced / str(len(moved))
                _keep(there, old)
            moved.append((there, old))
            os.replace(here, there)

    def _parts(self, name: str, info: "TarInfo") -> Parts:
        """Take a name apart, which is that of a member or of what a hard link names."""
        if "\0" in name or not name:
            raise MalformedStream(f"archive member with an impossible name: {name!r}")
        parts = tuple(part for part in name.split("/") if part not in ("", "."))
        if name.startswith("/") or ".." in parts:
            raise UnsafeArchive(
                f"archive member {info.name!r} would be outside of the destination: {name!r}", info.name
            )
        return parts if self._rename is None else self._rename(parts, info)

    def _make_folder(self, parts: Parts, info: "TarInfo") -> None:
        """Make a folder and those above it, none of which may be a link, neither here nor in the destination."""
        if parts in self._folders:
            return
        for depth in range(1, len(parts) + 1):
            folder = parts[:depth]
            if folder in self._folders:
                continue
            for base in (self._root, self._staging):
                path = base.joinpath(*folder)
                mode = _mode(path)
                if mode is not None and stat.S_ISLNK(mode):
                    raise UnsafeArchive(
                        f"archive member {info.name!r} would be written through the symbolic link {str(path)!r}",
                        info.name,
                    )
                if mode is not None and not stat.S_ISDIR(mode):
                    raise _in_the_way(path, info, "a file")
            with suppress(FileExistsError):
                self._staging.joinpath(*folder).mkdir()
            self._folders.add(folder)

    def _clear(self, parts: Parts, info: "TarInfo") -> Path:
        """Make room for what is no folder, and give its path in the staging folder."""
        for base in (self._root, self._staging):
            path = base.joinpath(*parts)
            if _is_folder(path):
                raise _in_the_way(path, info, "a folder")
        path = self._staging.joinpath(*parts)
        path.unlink(missing_ok=True)
        return path

    def _write(self, path: Path, info: "TarInfo", content: Content) -> None:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
        with open(descriptor, "wb", buffering=0) as file:
            while data := content.read():
                view = memoryview(data)
                while view:
                    view = view[file.write(view) :]
            os.fchmod(descriptor, info.mode & 0o755 | 0o600)
        _set_time(path, info)

    def _check_target(self, parts: Parts, info: "TarInfo") -> None:
        """Refuse a symbolic link that leads out, whatever other links there are.

        ".." is allowed at the beginning only, where it counts from a real folder; after a name it would count from
        wherever that name leads.
        """
        target = info.linkname
        if not target or "\0" in target:
            raise MalformedStream(f"archive member {info.name!r} is a link to nothing: {target!r}")
        if self._outside_links:
            return
        # What was asked for under another name must not lead out of that.
        above = len(parts) - (1 if self._rename is None else 2)
        below = False
        for part in target.split("/"):
            if part == "..":
                above -= 1
                if below or above < 0:
                    raise _leads_out(info)
            elif part not in ("", "."):
                below = True
        if target.startswith("/"):
            raise _leads_out(info)

    def _linked(self, info: "TarInfo") -> Path:
        """Give the file that a hard link names, which must have come with this archive."""
        parts = self._parts(info.linkname, info)
        path = self._staging.joinpath(*parts)
        mode = _mode(path) if parts[:-1] in self._folders else None
        if mode is None or not stat.S_ISREG(mode):
            raise UnsafeArchive(f"archive member {describe(info)}, which is no file of this archive", info.name)
        return path


class _Rename:
    """Another name for the one thing at the top of an archive."""

    def __init__(self, name: str, *, folder_only: bool) -> None:
        self._name = name
        self._folder_only = folder_only
        self._old: str | None = None

    def __call__(self, parts: Parts, info: "TarInfo") -> Parts:
        if self._old is None:
            if self._folder_only and not info.isdir():
                raise FileNotFoundError(
                    ENOENT, f"no such folder, into which {describe(info)} could be copied; make it first", self._name
                )
            self._old = parts[0] if parts else ""
        if parts[:1] != (self._old,):
            raise UnsafeArchive(
                f"archive member {info.name!r} is beside {self._old!r}, which alone can be called {self._name!r}",
                info.name,
            )
        return (self._name, *parts[1:])


def _leads_out(info: "TarInfo") -> UnsafeArchive:
    return UnsafeArchive(
        f"archive member {describe(info)}, which leads out of the destination; outside_links=True keeps such links",
        info.name,
    )


def _in_the_way(path: Path, info: "TarInfo", what: str) -> FileExistsError:
    return FileExistsError(EEXIST, f"{what} is in the way of archive member {info.name!r}", str(path))


def _mode(path: Path) -> int | None:
    try:
        return os.lstat(path).st_mode
    except FileNotFoundError:
        return None


def _is_folder(path: Path) -> bool:
    mode = _mode(path)
    return mode is not None and stat.S_ISDIR(mode)


def _set_time(path: Path, info: "TarInfo") -> None:
    # A time that the disk cannot hold is not worth a failure.
    with suppress(OSError, OverflowError, ValueError):
        os.utime(path, (info.mtime, info.mtime), follow_symlinks=False)


def _make_folders(path: Path) -> list[Path]:
    """Make a folder and those above it, and give the ones that were missing."""
    missing = list(takewhile(lambda folder: not folder.exists(), (path, *path.parents)))
    path.mkdir(parents=True, exist_ok=True)
    return missing[::-1]


def _keep(path: Path, copy: Path) -> None:
    """Keep what will be replaced, without a moment in which nothing has its name where the disk allows that."""
    try:
        os.link(path, copy, follow_symlinks=False)
    except OSError:
        os.rename(path, copy)


def _remove(path: Path) -> None:
    if _is_folder(path):
        from shutil import rmtree

        rmtree(path, ignore_errors=True)
    else:
        with suppress(OSError):
            path.unlink()
