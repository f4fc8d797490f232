"""Paths in a container, as people write them."""

from typing import Any

import pytest

from dockwright.archive.paths import container_path
from dockwright.errors import InvalidArgument


@pytest.mark.parametrize(
    ("given", "path", "contents", "folder", "archived"),
    [
        ("/srv/app", "/srv/app", False, False, "/srv/app"),
        ("srv//app", "/srv/app", False, False, "/srv/app"),
        ("/srv/app/", "/srv/app", False, True, "/srv/app"),
        ("/srv/app/.", "/srv/app", True, True, "/srv/app/."),
        ("/srv/app/..", "/srv", False, True, "/srv"),
        ("//srv", "/srv", False, False, "/srv"),
        ("/", "/", True, True, "/."),
        (".", "/", True, True, "/."),
        ("/..", "/", True, True, "/."),
        ("/a b/c\u00e9", "/a b/c\u00e9", False, False, "/a b/c\u00e9"),
    ],
)
def test_what_is_meant(given: str, path: str, contents: bool, folder: bool, archived: str) -> None:
    found = container_path(given)
    assert (found.path, found.contents, found.folder, found.archived) == (path, contents, folder, archived)


def test_parts() -> None:
    assert (container_path("/a/b").parent, container_path("/a/b").name) == ("/a", "b")


@pytest.mark.parametrize("given", ["", "a\0b", None, b"/a"])
def test_what_is_no_path(given: Any) -> None:
    with pytest.raises(InvalidArgument, match="a path in a container"):
        container_path(given)
