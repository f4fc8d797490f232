"""Unpacking when things go wrong: cuts anywhere, full and read-only disks, a failing move, and any damage at all."""

import errno
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dockwright.archive.pack import pack_tree
from dockwright.archive.placing import place
from dockwright.archive.unpack import unpack
from dockwright.errors import MalformedStream, ProtocolError, TruncatedStream, UnsafeArchive

from .test_unpack import folder, hardlink, listing, symlink, tar

ARCHIVE = tar(folder("d"), ("d/a", b"x" * 700), symlink("d/l", "a"), hardlink("d/h", "d/a"), ("b", b"y"))


@pytest.mark.parametrize("name", [None, "new"])
def test_a_cut_at_any_byte_leaves_nothing(tmp_path: Path, name: str | None) -> None:
    source = ARCHIVE if name is None else tar(folder("d"), ("d/a", b"x" * 700), symlink("d/l", "a"))
    # One of the two empty blocks at the end is enough.
    end = -(-len(source.rstrip(b"\0")) // 512) * 512 + 512
    (tmp_path / "mine").write_bytes(b"mine")
    for at in range(end):
        with pytest.raises(TruncatedStream):
            unpack([source[:at]], tmp_path, name=name)
        assert os.listdir(tmp_path) == ["mine"], at
    unpack([source[:end]], tmp_path, name=name)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 256 KiB."""
    mount = shutil.which("mount")
    if os.geteuid() != 0 or mount is None:
        pytest.skip("mounting a small disk needs root")
    place_of_it = tmp_path / "disk"
    place_of_it.mkdir()
    options = ["-t", "tmpfs", "-o", "size=256k", "none", str(place_of_it)]
    if subprocess.run([mount, *options], capture_output=True, check=False).returncode:
        pytest.skip("mounting is not allowed here")
    yield place_of_it
    subprocess.run(["umount", str(place_of_it)], check=True)


def test_a_full_disk_is_said_and_leaves_nothing(small_disk: Path) -> None:
    (small_disk / "mine").write_bytes(b"mine")
    archive = tar(("small", b"x"), ("large", bytes(400_000)))
    with pytest.raises(OSError, match="No space left") as caught:
        unpack([archive], small_disk)
    assert caught.value.errno == errno.ENOSPC
    assert listing(small_disk) == {"mine": b"mine"}
    unpack([tar(("small", b"x"))], small_disk)


def test_a_disk_that_is_read_only(small_disk: Path) -> None:
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with pytest.raises(OSError, match="Read-only") as caught:
        place([ARCHIVE], "/.", small_disk)
    assert caught.value.errno == errno.EROFS


class TestMoving:
    """The last step, which is the only one that changes what was there."""

    @pytest.fixture
    def destination(self, tmp_path: Path) -> Path:
        (tmp_path / "d").mkdir()
        (tmp_path / "d" / "a").write_bytes(b"old a")
        (tmp_path / "d" / "l").symlink_to("old")
        (tmp_path / "b").write_bytes(b"old b")
        return tmp_path

    @pytest.mark.parametrize("linking", [True, False], ids=["linked", "renamed"])
    @pytest.mark.parametrize("fails", [1, 2, 3, 4])
    def test_a_failure_takes_everything_back(
        self, destination: Path, monkeypatch: pytest.MonkeyPatch, fails: int, linking: bool
    ) -> None:
        before = listing(destination)
        inode = (destination / "b").stat().st_ino
        replace = os.replace
        calls = 0

        def failing(source: Path, target: Path) -> None:
            nonlocal calls
            calls += 1
            if calls == fails:
                raise OSError(errno.EIO, "Input/output error")
            replace(source, target)

        def refusing(source: Path, target: Path, **_: object) -> None:
            raise PermissionError(errno.EPERM, "Operation not permitted")

        archive = tar(("b", b"new"), folder("d"), ("d/a", b"new"), ("d/l", b"new"), ("d/n", b"new"))
        monkeypatch.setattr(os, "replace", failing)
        if not linking:
            monkeypatch.setattr(os, "link", refusing)
        with pytest.raises(OSError, match="Input/output error"):
            unpack([archive], destination)
        assert calls > fails
        assert listing(destination) == before
        assert (destination / "b").stat().st_ino == inode

    def test_without_a_failure_nothing_old_stays(self, destination: Path) -> None:
        unpack([ARCHIVE], destination)
        assert listing(destination) == {
            "b": b"y",
            "d": None,
            "d/a": b"x" * 700,
            "d/h": b"x" * 700,
            "d/l": "-> a",
        }

    def test_a_folder_that_came_in_the_way_since(self, destination: Path) -> None:
        def chunks() -> Iterator[bytes]:
            yield tar(("n", b"new"))
            (destination / "n").mkdir()

        with pytest.raises(FileExistsError, match="a folder has come"):
            unpack(chunks(), destination)
        assert listing(destination)["n"] is None


NAME = st.sampled_from(
    ["a", "b", "a/b", "a/b/c", "./a", ".", "..", "../x", "a/../../x", "/x", "a//b", "", "a/.", "kept", "kept/mine", "l"]
)
TARGET = st.sampled_from(["a", "b", "..", "../..", "../x", "/x", "a/../..", ".", "l/../..", "kept", "", "kept/mine"])
MEMBER = st.one_of(
    st.tuples(NAME, st.binary(max_size=600)),
    st.builds(folder, NAME),
    st.builds(symlink, NAME, TARGET),
    st.builds(hardlink, NAME, TARGET),
)


def _damages() -> st.SearchStrategy[list[tuple[int, int]]]:
    return st.lists(st.tuples(st.integers(0, 6000), st.integers(0, 255)), max_size=4)


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    members=st.lists(MEMBER, max_size=6),
    damage=_damages(),
    cut=st.one_of(st.none(), st.integers(0, 6000)),
    name=st.sampled_from([None, "new"]),
    outside_links=st.booleans(),
)
def test_whatever_comes_nothing_escapes(
    tmp_path: Path,
    members: list[tuple[str, bytes] | tuple[str, bytes, str]],
    damage: list[tuple[int, int]],
    cut: int | None,
    name: str | None,
    outside_links: bool,
) -> None:
    """Nothing outside of the destination changes, and a failure is one that is documented and leaves nothing."""
    data = bytearray(tar(*members)[: cut if cut is not None else None])
    for at, byte in damage:
        if at < len(data):
            data[at] = byte
    shutil.rmtree(tmp_path)
    destination = tmp_path / "destination"
    (destination / "kept").mkdir(parents=True)
    (destination / "kept" / "mine").write_bytes(b"mine")
    (destination / "l").symlink_to("../outside")
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "secret").write_bytes(b"secret")
    before = listing(tmp_path)
    try:
        unpack([bytes(data)], destination, name=name, outside_links=outside_links, max_bytes=1 << 20, max_members=100)
    except (UnsafeArchive, MalformedStream, TruncatedStream, OSError):
        assert listing(tmp_path) == before
        return
    for path, what in listing(tmp_path).items():
        if not path.startswith("destination/"):
            assert before[path] == what
        elif path.startswith("destination/l/"):
            raise AssertionError(path)
    if not outside_links:
        for link in (each for each in destination.rglob("*") if each.is_symlink() and each.name != "l"):
            # Not by Path.resolve, which refuses links that lead in a circle.
            assert Path(os.path.realpath(link)).is_relative_to(os.path.realpath(destination))


def test_every_documented_error_is_one_of_protocol_or_disk() -> None:
    assert all(issubclass(kind, ProtocolError) for kind in (UnsafeArchive, MalformedStream, TruncatedStream))


def test_a_source_that_changes_while_it_is_packed_leaves_nothing(tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.mkdir()
    (source / "a").write_bytes(bytes(300_000))
    (source / "b").write_bytes(b"b")
    (tmp_path / "target").mkdir()

    def changing() -> Iterator[bytes]:
        for number, chunk in enumerate(pack_tree(source)):
            if number == 0:
                (source / "b").unlink()
            yield chunk

    with pytest.raises(FileNotFoundError):
        unpack(changing(), tmp_path / "target")
    assert os.listdir(tmp_path / "target") == []
