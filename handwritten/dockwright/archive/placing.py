"""Where an archive of a container goes on the disk: the rules of ``docker cp``.

What exists is filled, what does not is a new name: a folder at the destination takes the copy under its own name, and
where there is none the copy is called what the destination says. ``/.`` at the end of the path in the container, or
``/`` for all of it, means the contents of the folder.
"""

import os
from collections.abc import Iterable
from errno import ENOENT
from pathlib import Path

from .paths import container_path
from .unpack import unpack


def place(
    chunks: Iterable[bytes],
    path: str,
    destination: str | os.PathLike[str] | None,
    *,
    max_bytes: int | None = None,
    max_members: int | None = None,
    outside_links: bool = False,
) -> list[Path]:
    """Unpack the archive of ``path`` in a container at ``destination``, and give the paths written.

    No destination means the current folder. The limits are those of :func:`~dockwright.archive.unpack.unpack`, and so
    are the errors.
    """
    given = "." if destination is None else os.fspath(destination)
    target = Path(os.path.realpath(given or "."))
    name: str | None = None
    wants_folder = given.endswith(("/", "/."))
    if not target.is_dir():
        if not target.parent.is_dir():
            raise FileNotFoundError(
                ENOENT, f"no folder for {target.name!r}; make it first, or copy to one that exists", str(target.parent)
            )
        if not container_path(path).contents:
            target, name = target.parent, target.name
    return unpack(
        chunks,
        target,
        name=name,
        folder_only=name is not None and wants_folder,
        max_bytes=max_bytes,
        max_members=max_members,
        outside_links=outside_links,
    )
