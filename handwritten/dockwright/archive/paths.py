"""Paths in a container, as people write them: what is meant by a slash, or a slash and a dot, at the end."""

import posixpath
from typing import NamedTuple

from ..errors import InvalidArgument


class ContainerPath(NamedTuple):
    """A path in a container, absolute and in its shortest form."""

    path: str
    contents: bool
    """Whether it means the contents of the folder: it ended with ``/.``, or is ``/``."""
    folder: bool
    """Whether it can only be a folder, by its end."""

    @property
    def archived(self) -> str:
        """The path to ask the engine for, whose archive of ``/`` has absolute names, and of ``/.`` relative ones."""
        return posixpath.join(self.path, ".") if self.contents else self.path

    @property
    def parent(self) -> str:
        """The folder in which it is."""
        return posixpath.dirname(self.path)

    @property
    def name(self) -> str:
        """What it is called there; empty for ``/``."""
        return posixpath.basename(self.path)


def container_path(path: str) -> ContainerPath:
    """Read a path; one that does not begin at ``/`` begins there all the same."""
    if not isinstance(path, str) or not path or "\0" in path:
        raise InvalidArgument(f"a path in a container must be text such as '/srv/app', not {path!r}")
    # Two slashes at the beginning mean something to POSIX, and nothing to an engine.
    shortest = posixpath.normpath("/" + path.lstrip("/"))
    contents = shortest == "/" or path.endswith("/.")
    return ContainerPath(shortest, contents, contents or path.endswith(("/", "/..")))
