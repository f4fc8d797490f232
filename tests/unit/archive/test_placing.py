"""Where a copy goes on the disk: the rules of ``docker cp``, as its documentation states them."""

import os
from pathlib import Path

import pytest

from dockwright.archive.pack import pack_files
from dockwright.archive.placing import place
from dockwright.errors import UnsafeArchive

from .test_unpack import folder, hardlink, listing, symlink, tar

FILE = tar(("f", b"file"))
FOLDER = tar(folder("d"), ("d/x", b"x"), hardlink("d/y", "d/x"), symlink("d/l", "x"))
CONTENTS = tar(folder("."), ("./x", b"x"))
COPIED = {"x": b"x", "y": b"x", "l": "-> x"}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "folder" / "d").mkdir(parents=True)
    (tmp_path / "folder" / "d" / "old").write_bytes(b"old")
    (tmp_path / "file").write_bytes(b"old")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def below(root: Path, name: str) -> dict[str, object]:
    start = f"{name}/"
    return {each.removeprefix(start): what for each, what in listing(root).items() if each.startswith(start)}


class TestFile:
    @pytest.mark.parametrize("destination", ["folder", "folder/", "folder/.", "./folder", Path("folder")])
    def test_into_a_folder(self, here: Path, destination: str | Path) -> None:
        assert place([FILE], "/srv/f", destination) == [here / "folder" / "f"]
        assert (here / "folder" / "f").read_bytes() == b"file"

    def test_into_the_current_folder(self, here: Path) -> None:
        assert place([FILE], "/srv/f", None) == [here / "f"]

    def test_under_a_new_name(self, here: Path) -> None:
        assert place([FILE], "/srv/f", "new") == [here / "new"]
        assert (here / "new").read_bytes() == b"file"

    def test_in_the_place_of_a_file(self, here: Path) -> None:
        assert place([FILE], "/srv/f", here / "file") == [here / "file"]
        assert (here / "file").read_bytes() == b"file"

    def test_behind_a_link(self, here: Path) -> None:
        (here / "to-file").symlink_to("file")
        (here / "to-folder").symlink_to("folder")
        assert place([FILE], "/srv/f", "to-file") == [here / "file"]
        assert place([FILE], "/srv/f", "to-folder") == [here / "folder" / "f"]
        assert os.readlink("to-file") == "file"

    def test_a_folder_of_the_new_name_must_be_there(self, here: Path) -> None:
        before = listing(here)
        with pytest.raises(FileNotFoundError, match="make it first"):
            place([FILE], "/srv/f", "new/")
        assert listing(here) == before


class TestFolder:
    def test_into_a_folder(self, here: Path) -> None:
        place([FOLDER], "/srv/d", "folder")
        assert below(here, "folder/d") == COPIED | {"old": b"old"}

    @pytest.mark.parametrize("destination", ["new", "new/", "new/."])
    def test_under_a_new_name(self, here: Path, destination: str) -> None:
        assert place([FOLDER], "/srv/d", destination)[0] == here / "new"
        assert below(here, "new") == COPIED
        assert (here / "new" / "x").stat().st_ino == (here / "new" / "y").stat().st_ino

    def test_in_the_place_of_a_file(self, here: Path) -> None:
        with pytest.raises(FileExistsError, match="a file is in the way"):
            place([FOLDER], "/srv/d", "file")
        assert (here / "file").read_bytes() == b"old"

    @pytest.mark.parametrize("path", ["/srv/d/.", "/", "."])
    def test_its_contents(self, here: Path, path: str) -> None:
        assert place([CONTENTS], path, "folder") == [here / "folder" / "x"]
        assert place([CONTENTS], path, "new") == [here / "new" / "x"]
        with pytest.raises(FileExistsError):
            place([CONTENTS], path, "file")


@pytest.mark.parametrize("archive", [FILE, FOLDER])
def test_the_folder_above_must_be_there(here: Path, archive: bytes) -> None:
    with pytest.raises(FileNotFoundError, match="no folder for 'name'; make it first") as caught:
        place([archive], "/srv/x", "no/such/name")
    assert caught.value.filename == str(here / "no" / "such")


@pytest.mark.parametrize(
    "archive",
    [
        tar(folder("d"), ("e", b"beside")),
        tar(folder("d"), ("file", b"beside")),
        tar(folder("d"), hardlink("d/x", "file")),
        tar(folder("d"), symlink("d/x", "../file")),
        tar(folder("d"), symlink("d/x", "/etc/passwd")),
        tar(("d", b""), ("e", b"")),
    ],
)
def test_nothing_lands_beside_the_new_name(here: Path, archive: bytes) -> None:
    before = listing(here)
    with pytest.raises(UnsafeArchive):
        place([archive], "/srv/d", "new")
    assert listing(here) == before


def test_limits_and_links(here: Path) -> None:
    with pytest.raises(UnsafeArchive, match="max_bytes=3"):
        place([FILE], "/f", "new", max_bytes=3)
    with pytest.raises(UnsafeArchive, match="max_members=2"):
        place([FOLDER], "/d", "new", max_members=2)
    place([tar(symlink("l", "/etc/passwd"))], "/l", "new", outside_links=True)
    assert os.readlink("new") == "/etc/passwd"
    assert not [name for name in os.listdir(here) if name.startswith(".")]


def test_a_single_file_of_several(here: Path) -> None:
    with pytest.raises(UnsafeArchive, match="which alone can be called 'new'"):
        place(pack_files({"a": b"1", "b": b"2"}), "/a", "new")
