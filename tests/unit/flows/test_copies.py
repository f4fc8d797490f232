"""Where a copy into a container goes, what is asked for on the way, and which thing a 404 is about."""

import io
import tarfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dockwright.archive.sources import CopySource, copy_source
from dockwright.errors import ContainerNotFound, InvalidArgument, NotFound, PathNotFound
from dockwright.flows import Flow, Wanted
from dockwright.flows.copies import copy_to, open_archive, open_file, path_stat, put_archive
from dockwright_api import operations

from .conftest import Driven

FOLDER, LINK = 1 << 31, 1 << 27


def stat(name: str, mode: int = 0o644, *, size: int = 3, target: str = "") -> dict[str, Any]:
    return {"name": name, "size": size, "mode": mode, "mtime": "2024-01-01T00:00:00Z", "linkTarget": target}


def missing(operation: str = "ContainerArchiveInfo") -> NotFound:
    return NotFound(404, "not found", operation)


def gone() -> ContainerNotFound:
    return ContainerNotFound(404, "No such container: c", "ContainerInspect")


FILE = stat("f")
DIRECTORY = stat("d", FOLDER | 0o755)


@pytest.fixture
def sources(tmp_path: Path) -> dict[str, CopySource]:
    (tmp_path / "s").mkdir()
    (tmp_path / "s" / "f").write_bytes(b"f")
    return {
        "file": tmp_path / "s" / "f",
        "folder": tmp_path / "s",
        "contents": f"{tmp_path}/s/.",
        "bytes": b"data",
        "several": {"a": b"1"},
    }


def names(body: Any) -> list[str]:
    with tarfile.open(fileobj=io.BytesIO(b"".join(body))) as archive:
        return archive.getnames()


# The source, the destination, what is there, and where it goes: the folder, and the names in the archive.
PLACED = [
    ("file", "/srv", DIRECTORY, "/srv", ["f"]),
    ("file", "/srv/", DIRECTORY, "/srv", ["f"]),
    ("file", "/srv/g", None, "/srv", ["g"]),
    ("file", "/srv/g", FILE, "/srv", ["g"]),
    ("file", "g", None, "/", ["g"]),
    ("file", "/", DIRECTORY, "/", ["f"]),
    ("folder", "/srv", DIRECTORY, "/srv", ["s", "s/f"]),
    ("folder", "/srv/new", None, "/srv", ["new", "new/f"]),
    ("folder", "/srv/new/", None, "/srv", ["new", "new/f"]),
    ("contents", "/srv", DIRECTORY, "/srv", ["f"]),
    ("contents", "/srv/new", None, "/srv", ["new", "new/f"]),
    ("bytes", "/srv/g", None, "/srv", ["g"]),
    ("bytes", "/srv/g", FILE, "/srv", ["g"]),
    ("several", "/srv", DIRECTORY, "/srv", ["a"]),
    ("several", "/", DIRECTORY, "/", ["a"]),
    ("several", "/srv/new", None, "/srv", ["new/a"]),
]


@pytest.mark.parametrize(("source", "destination", "there", "folder", "packed"), PLACED)
def test_where_a_copy_goes(
    drive: Driven,
    sources: dict[str, CopySource],
    source: str,
    destination: str,
    there: dict[str, Any] | None,
    folder: str,
    packed: list[str],
) -> None:
    drive(copy_to("c", copy_source(sources[source]), destination), there or missing(), None)
    asked, put = drive.operations
    assert asked.name == "ContainerArchiveInfo"
    assert dict(put.query) == {"path": folder, "noOverwriteDirNonDir": "1"}
    assert names(put.body) == packed


def test_a_destination_behind_a_link(drive: Driven, sources: dict[str, CopySource]) -> None:
    link = stat("l", LINK | 0o777, target="/real/folder")
    drive(copy_to("c", copy_source(sources["file"]), "/l"), link, DIRECTORY, None)
    assert [dict(each.query)["path"] for each in drive.operations] == ["/l", "/real/folder", "/real/folder"]


def test_a_destination_behind_a_link_to_nothing(drive: Driven, sources: dict[str, CopySource]) -> None:
    link = stat("l", LINK | 0o777, target="/real/new")
    drive(copy_to("c", copy_source(sources["file"]), "/l"), link, missing(), None)
    assert dict(drive.operations[-1].query)["path"] == "/real"
    assert names(drive.operations[-1].body) == ["new"]


@pytest.mark.parametrize(
    ("source", "destination", "there", "words"),
    [
        ("bytes", "/srv", DIRECTORY, "say what the file is called there, such as '/srv/name'"),
        ("folder", "/etc/passwd", FILE, "a folder cannot take its place"),
        ("contents", "/etc/passwd", FILE, "the contents of a folder cannot take its place"),
        ("several", "/etc/passwd", FILE, "cannot take its place"),
        ("file", "/etc/passwd/", FILE, "is a file in the container"),
    ],
)
def test_what_does_not_go_together_is_not_sent(
    drive: Driven,
    sources: dict[str, CopySource],
    source: str,
    destination: str,
    there: dict[str, Any],
    words: str,
) -> None:
    with pytest.raises(InvalidArgument, match=words):
        drive(copy_to("c", copy_source(sources[source]), destination), there)
    assert len(drive.operations) == 1


@pytest.mark.parametrize(
    ("source", "destination", "folder", "whole"),
    [
        ("file", "/no/such/g", "/no/such", "no/such/g"),
        ("file", "/no/such/", "/no/such", "no/such/f"),
        ("bytes", "/no/g", "/no", "no/g"),
        ("folder", "/no/such", "/no", "no/such"),
    ],
)
def test_a_folder_that_is_missing_and_the_way_out(
    drive: Driven, sources: dict[str, CopySource], source: str, destination: str, folder: str, whole: str
) -> None:
    refused = missing("PutContainerArchive")
    with pytest.raises(PathNotFound, match=f"no folder '{folder}' .*mkdir -p.*copy_to.*'{whole}'.*, '/'") as caught:
        drive(copy_to("c", copy_source(sources[source]), destination), missing(), refused, {"Id": "c"})
    assert caught.value.__cause__ is refused
    assert (caught.value.status, caught.value.operation) == (404, "PutContainerArchive")


def test_options_of_a_copy(drive: Driven) -> None:
    flow = copy_to("c", copy_source(b""), "/f", no_overwrite_dir_non_dir=False, copy_uid_gid=True, timeout=3)
    drive(flow, missing(), None)
    assert dict(drive.operations[-1].query) == {"path": "/", "copyUIDGID": "1"}
    assert drive.steps[-1].timeout == 3


FLOWS: list[Callable[[], Flow[Any]]] = [
    lambda: path_stat("c", "/x"),
    lambda: open_archive("c", "/x"),
    lambda: open_archive("c", "/x", follow_links=True),
    lambda: open_file("c", "/x"),
    lambda: put_archive("c", "/x", b""),
]


@pytest.mark.parametrize("flow", FLOWS)
def test_a_404_is_about_the_container_or_about_the_path(drive: Driven, flow: Callable[[], Flow[Any]]) -> None:
    with pytest.raises(PathNotFound, match="container c has nothing at '/x'"):
        drive(flow(), missing(), {"Id": "c"})
    with pytest.raises(ContainerNotFound, match="No such container: c"):
        drive(flow(), missing(), gone())
    assert drive.operations[-1] == operations.containers.inspect("c")


def test_a_missing_container_is_told_of_a_copy_too(drive: Driven) -> None:
    with pytest.raises(ContainerNotFound):
        drive(copy_to("c", copy_source(b""), "/f"), missing(), missing("PutContainerArchive"), gone())


def test_an_archive_of_the_root_has_relative_names(drive: Driven) -> None:
    assert drive(open_archive("c", "/"), "stream") == "stream"
    assert dict(drive.operations[0].query) == {"path": "/."}
    assert drive.steps[0].wanted is Wanted.STREAM


def test_a_link_is_followed_if_that_is_wanted(drive: Driven) -> None:
    drive(open_archive("c", "/l", follow_links=True), stat("l", LINK, target="/real"), "stream")
    drive(open_archive("c", "/f", follow_links=True), FILE, "stream")
    assert [dict(each.query)["path"] for each in drive.operations] == ["/l", "/real", "/f", "/f"]


class TestFile:
    """Reading one file."""

    def test_itself_and_behind_a_link(self, drive: Driven) -> None:
        assert drive(open_file("c", "/f", max_bytes=3), FILE, "stream") == "stream"
        assert drive(open_file("c", "/l", max_bytes=3), stat("l", LINK, size=99, target="/f"), FILE, "stream")
        assert [dict(each.query)["path"] for each in drive.operations] == ["/f", "/f", "/l", "/f", "/f"]

    @pytest.mark.parametrize(
        ("path", "found", "words"),
        [
            ("/d", DIRECTORY, "is a folder"),
            ("/f/", FILE, "is a folder"),
            ("/p", stat("p", 1 << 25), "is no file"),
            ("/f", FILE | {"size": 4}, "has 4 bytes, more than max_bytes=3"),
        ],
    )
    def test_what_is_refused(self, drive: Driven, path: str, found: dict[str, Any], words: str) -> None:
        with pytest.raises(InvalidArgument, match=words):
            drive(open_file("c", path, max_bytes=3), found)


def test_the_engine_says_itself_what_is_missing(drive: Driven) -> None:
    """aiodocker programs read the engine's sentence in the message of what is raised for a path that is not there."""
    with pytest.raises(PathNotFound) as caught:
        drive(open_archive("c", "/x"), missing("ContainerArchive"), {"Id": "c"})
    assert (caught.value.message, caught.value.operation) == ("not found", "ContainerArchive")
