"""Unpacking onto the disk: what arrived whole and safe, or nothing at all."""

import io
import os
import stat
import tarfile
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dockwright.archive.pack import pack_bytes, pack_files, pack_tree
from dockwright.archive.unpack import unpack
from dockwright.errors import ConnectionLost, MalformedStream, TruncatedStream, UnsafeArchive


def tar(*members: tuple[str, bytes] | tuple[str, bytes, str], mode: int = 0o644) -> bytes:
    """Write an archive of (name, data) files and (name, type, target) others."""
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w") as archive:
        for member in members:
            info = tarfile.TarInfo(member[0])
            info.mode = mode
            data = b""
            if len(member) == 3:
                info.type, info.linkname = member[1], member[2]
                info.mode = 0o755
            else:
                data = member[1]
                info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return target.getvalue()


def folder(name: str) -> tuple[str, bytes, str]:
    return (name, tarfile.DIRTYPE, "")


def symlink(name: str, target: str) -> tuple[str, bytes, str]:
    return (name, tarfile.SYMTYPE, target)


def hardlink(name: str, target: str) -> tuple[str, bytes, str]:
    return (name, tarfile.LNKTYPE, target)


def listing(root: Path) -> dict[str, Any]:
    """Describe all that is below a folder: contents of files, targets of links, None for folders."""
    found: dict[str, Any] = {}
    for path in sorted(root.rglob("*")):
        name = str(path.relative_to(root))
        if path.is_symlink():
            found[name] = f"-> {os.readlink(path)}"
        else:
            found[name] = path.read_bytes() if path.is_file() else None
    return found


def mode(path: Path) -> int:
    return stat.S_IMODE(path.lstat().st_mode)


@pytest.fixture
def destination(tmp_path: Path) -> Path:
    """A folder that holds something already, beside something that no archive may touch."""
    root = tmp_path / "destination"
    (root / "kept").mkdir(parents=True)
    (root / "kept" / "mine").write_bytes(b"mine")
    (root / "old").write_bytes(b"old")
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "secret").write_bytes(b"secret")
    return root


BEFORE = {"kept": None, "kept/mine": b"mine", "old": b"old"}


class TestContents:
    def test_files_folders_and_links(self, destination: Path) -> None:
        archive = tar(
            folder("app"),
            ("app/run", b"#!/bin/sh"),
            symlink("app/current", "run"),
            hardlink("app/again", "app/run"),
            folder("app/empty"),
            symlink("app/empty/up", "../run"),
            ("deep/without/folders", b"1"),
        )
        paths = unpack([archive], destination)
        assert listing(destination) == BEFORE | {
            "app": None,
            "app/run": b"#!/bin/sh",
            "app/current": "-> run",
            "app/again": b"#!/bin/sh",
            "app/empty": None,
            "app/empty/up": "-> ../run",
            "deep": None,
            "deep/without": None,
            "deep/without/folders": b"1",
        }
        names = ["app", "app/run", "app/current", "app/again", "app/empty", "app/empty/up", "deep/without/folders"]
        assert paths == [destination / name for name in names]
        assert (destination / "app/again").stat().st_ino == (destination / "app/run").stat().st_ino

    @pytest.mark.parametrize("size", [1, 512, 1000])
    def test_chunks_of_any_size(self, destination: Path, size: int) -> None:
        archive = tar(("a", b"x" * 1500), folder("b"), ("b/c", b"y"))
        unpack((archive[at : at + size] for at in range(0, len(archive), size)), destination)
        assert listing(destination) == BEFORE | {"a": b"x" * 1500, "b": None, "b/c": b"y"}

    def test_what_was_packed_comes_back(self, tmp_path: Path) -> None:
        source = tmp_path / "source"
        (source / "sub").mkdir(parents=True)
        (source / "sub" / "caf\u00e9").write_bytes(os.urandom(100_000))
        (source / "run").write_bytes(b"#!")
        (source / "run").chmod(0o755)
        os.link(source / "run", source / "sub" / "same")
        (source / "link").symlink_to("sub/same")
        unpack(pack_tree(source, "."), tmp_path / "target")
        assert listing(tmp_path / "target") == listing(source)
        assert mode(tmp_path / "target" / "run") == 0o755

    def test_the_destination_is_made(self, tmp_path: Path) -> None:
        assert unpack(pack_bytes("a", b"1"), tmp_path / "x" / "y") == [tmp_path / "x" / "y" / "a"]
        assert (tmp_path / "x" / "y" / "a").read_bytes() == b"1"

    def test_the_destination_may_be_a_str_and_a_link(self, destination: Path, tmp_path: Path) -> None:
        (tmp_path / "here").symlink_to(destination)
        assert unpack(pack_bytes("a", b"1"), str(tmp_path / "here")) == [destination / "a"]

    def test_files_are_replaced_and_folders_filled(self, destination: Path) -> None:
        (destination / "link").symlink_to("../outside/secret")
        unpack([tar(("old", b"new"), folder("kept"), ("kept/theirs", b"2"), ("link", b"a file now"))], destination)
        assert listing(destination) == {
            "kept": None,
            "kept/mine": b"mine",
            "kept/theirs": b"2",
            "link": b"a file now",
            "old": b"new",
        }
        assert (destination.parent / "outside" / "secret").read_bytes() == b"secret"

    def test_the_last_of_equal_names_counts(self, destination: Path) -> None:
        archive = tar(("a", b"first"), ("b", b"x"), ("a", b"second"), symlink("b", "a"))
        assert unpack([archive], destination) == [destination / "a", destination / "b"]
        assert listing(destination) == BEFORE | {"a": b"second", "b": "-> a"}

    def test_a_member_for_the_destination_itself(self, destination: Path) -> None:
        assert unpack([tar(folder("./"), ("./a", b"1"))], destination) == [destination / "a"]

    def test_modes_and_times(self, destination: Path) -> None:
        archive = io.BytesIO()
        with tarfile.open(fileobj=archive, mode="w") as writer:
            for name, kind, bits in (
                ("locked", tarfile.DIRTYPE, 0o500),
                ("locked/in", tarfile.REGTYPE, 0o400),
                ("private", tarfile.DIRTYPE, 0o700),
                ("suid", tarfile.REGTYPE, 0o6755),
                ("open", tarfile.REGTYPE, 0o666),
                ("shared", tarfile.DIRTYPE, 0o1777),
            ):
                info = tarfile.TarInfo(name)
                info.type, info.mode, info.mtime, info.uid = kind, bits, 1_700_000_000.5, 4242
                writer.addfile(info)
        unpack([archive.getvalue()], destination)
        modes = {
            name: mode(destination / name) for name in ("locked", "locked/in", "private", "suid", "open", "shared")
        }
        assert modes == {
            "locked": 0o700,
            "locked/in": 0o600,
            "private": 0o700,
            "suid": 0o755,
            "open": 0o644,
            "shared": 0o755,
        }
        assert {(destination / name).stat().st_mtime for name in modes} == {1_700_000_000.5}
        assert (destination / "open").stat().st_uid == os.getuid()

    def test_a_time_that_no_disk_holds_is_left(self, destination: Path) -> None:
        info = tarfile.TarInfo("a")
        info.pax_headers = {"mtime": "1e300"}
        unpack([info.tobuf(tarfile.PAX_FORMAT), bytes(1024)], destination)
        assert (destination / "a").read_bytes() == b""


UNSAFE = {
    "absolute": tar(("/etc/passwd", b"")),
    "up": tar(("../outside/secret", b"")),
    "up inside": tar(("a/../../outside/secret", b"")),
    "folder up": tar(folder("..")),
    "absolute link": tar(symlink("l", "/etc/passwd")),
    "link up": tar(symlink("l", "../outside")),
    "link up from below": tar(folder("a"), symlink("a/l", "../../outside")),
    "link up after a name": tar(folder("a"), symlink("l", "a/../..")),
    "link up through a link": tar(symlink("same", "."), symlink("l", "same/../outside")),
    "link up through a link, from below": tar(folder("d"), symlink("d/x", ".."), symlink("d/l", "x/../outside")),
    "through a link": tar(symlink("l", "kept"), ("l/secret", b"")),
    "through a link that leads out": tar(symlink("l", "../outside"), ("l/secret", b"")),
    "folder through a link": tar(symlink("l", "kept"), folder("l"), ("l/x", b"")),
    "hard link out": tar(hardlink("h", "../outside/secret")),
    "absolute hard link": tar(hardlink("h", "/etc/passwd")),
    "hard link to what is not of the archive": tar(hardlink("h", "old")),
    "hard link to a link": tar(symlink("l", "old"), hardlink("h", "l")),
    "hard link to a folder": tar(folder("d"), hardlink("h", "d")),
    "hard link to itself": tar(hardlink("h", "h")),
    "character device": tar(("null", tarfile.CHRTYPE, "")),
    "block device": tar(("disk", tarfile.BLKTYPE, "")),
    "pipe": tar(("pipe", tarfile.FIFOTYPE, "")),
    "unknown type": tar(("odd", b"Z", "")),
    "file for the destination": tar((".", b"")),
    "link for the destination": tar(symlink("./.", "kept")),
}


class TestSafety:
    @pytest.mark.parametrize("archive", UNSAFE.values(), ids=UNSAFE)
    def test_unsafe_archives_leave_nothing(self, destination: Path, archive: bytes) -> None:
        first = tar(("good", b"1"), folder("fine"), ("fine/too", b"2"))[: 512 * 5]
        with pytest.raises(UnsafeArchive) as caught:
            unpack([first, archive], destination)
        assert caught.value.member
        assert repr(caught.value.member) in caught.value.message
        assert listing(destination) == BEFORE
        assert listing(destination.parent / "outside") == {"secret": b"secret"}

    def test_nothing_is_written_through_links_of_the_destination(self, destination: Path) -> None:
        (destination / "elsewhere").symlink_to("../outside")
        for archive in (tar(("elsewhere/secret", b"new")), tar(folder("elsewhere"))):
            with pytest.raises(UnsafeArchive, match="would be written through the symbolic link"):
                unpack([archive], destination)
        assert listing(destination.parent / "outside") == {"secret": b"secret"}

    def test_outside_links_can_be_kept_and_still_nothing_goes_through_them(self, destination: Path) -> None:
        archive = tar(symlink("sh", "/bin/busybox"), symlink("up", "../outside"))
        unpack([archive], destination, outside_links=True)
        assert listing(destination) == BEFORE | {"sh": "-> /bin/busybox", "up": "-> ../outside"}
        with pytest.raises(UnsafeArchive, match="through the symbolic link"):
            unpack([tar(symlink("l", "../outside"), ("l/secret", b"new"))], destination, outside_links=True)
        assert (destination.parent / "outside" / "secret").read_bytes() == b"secret"

    def test_the_message_says_how_to_keep_a_link(self, destination: Path) -> None:
        with pytest.raises(UnsafeArchive, match=r"'l' is a symbolic link to '/x', .* outside_links=True"):
            unpack([tar(symlink("l", "/x"))], destination)

    @pytest.mark.parametrize("name", ["\0", "a\0b"])
    def test_impossible_names_are_malformed(self, destination: Path, name: str) -> None:
        info = tarfile.TarInfo("a")
        info.pax_headers = {"path": name}
        with pytest.raises(MalformedStream):
            unpack([info.tobuf(tarfile.PAX_FORMAT), bytes(1024)], destination)
        assert listing(destination) == BEFORE

    def test_a_link_to_nothing_is_malformed(self, destination: Path) -> None:
        with pytest.raises(MalformedStream, match="a link to nothing"):
            unpack([tar(symlink("l", ""))], destination)

    def test_a_limit_of_bytes(self, destination: Path) -> None:
        archive = tar(("a", b"12345"), ("b", b"12345"))
        with pytest.raises(UnsafeArchive, match="unpacks to more than max_bytes=9") as caught:
            unpack([archive], destination, max_bytes=9)
        assert caught.value.member == "b"
        assert listing(destination) == BEFORE
        assert len(unpack([archive], destination, max_bytes=10)) == 2

    def test_a_limit_of_members(self, destination: Path) -> None:
        archive = tar(folder("a"), ("b", b""), folder("a"))
        with pytest.raises(UnsafeArchive, match="more members than max_members=2"):
            unpack([archive], destination, max_members=2)
        assert listing(destination) == BEFORE
        unpack([archive], destination, max_members=3)


class TestFailures:
    @pytest.mark.parametrize("at", [0, 300, 512, 600, 1024, 1536, 2000, 2048])
    def test_a_cut_leaves_nothing(self, destination: Path, at: int) -> None:
        archive = b"".join(pack_files({"old": b"replaced", "new": b"x" * 600}))
        with pytest.raises(TruncatedStream):
            unpack([archive[:at]], destination)
        assert listing(destination) == BEFORE

    def test_a_broken_source_leaves_nothing(self, destination: Path) -> None:
        def chunks() -> Iterator[bytes]:
            yield tar(("old", b"replaced"), ("new", b"x" * 600))[:1300]
            raise ConnectionLost("reset")

        with pytest.raises(ConnectionLost):
            unpack(chunks(), destination)
        assert listing(destination) == BEFORE

    def test_a_destination_that_was_made_goes_too(self, tmp_path: Path) -> None:
        (tmp_path / "there").mkdir()
        with pytest.raises(TruncatedStream):
            unpack([b""], tmp_path / "there" / "x" / "y")
        assert listing(tmp_path) == {"there": None}

    @pytest.mark.parametrize(
        ("archive", "words"),
        [
            (tar(("new", b""), ("kept", b"")), "a folder is in the way of archive member 'kept'"),
            (tar(("new", b""), symlink("kept", "old")), "a folder is in the way of archive member 'kept'"),
            (tar(("new", b""), folder("old")), "a file is in the way of archive member 'old'"),
            (tar(("new", b""), ("old/x", b"")), "a file is in the way of archive member 'old/x'"),
            (tar(("new", b""), folder("d"), ("d", b"")), "a folder is in the way of archive member 'd'"),
            (tar(("f", b""), ("f/x", b"")), "a file is in the way of archive member 'f/x'"),
        ],
    )
    def test_nothing_takes_the_place_of_a_folder(self, destination: Path, archive: bytes, words: str) -> None:
        with pytest.raises(FileExistsError, match=words):
            unpack([archive], destination)
        assert listing(destination) == BEFORE

    def test_a_failure_while_moving_takes_back_what_was_moved(
        self, destination: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        replace = os.replace

        def fail_at_z(source: Path, target: Path) -> None:
            if target.name == "z":
                raise OSError("disk full")
            replace(source, target)

        monkeypatch.setattr(os, "replace", fail_at_z)
        with pytest.raises(OSError, match="disk full"):
            unpack([tar(folder("a"), ("a/b", b""), ("c", b""), ("z", b""))], destination)
        assert listing(destination) == BEFORE

    def test_a_destination_that_is_a_file(self, destination: Path) -> None:
        with pytest.raises(FileExistsError):
            unpack([bytes(1024)], destination / "old")


def test_memory_does_not_grow_with_a_file(tmp_path: Path) -> None:
    info = tarfile.TarInfo("big")
    info.size = 64 * 1024 * 1024

    def chunks() -> Iterator[bytes]:
        yield info.tobuf()
        for _ in range(1024):
            yield bytes(64 * 1024)
        yield bytes(1024)

    unpack(pack_bytes("a", b""), tmp_path)
    tracemalloc.start()
    try:
        unpack(chunks(), tmp_path)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert (tmp_path / "big").stat().st_size == info.size
    assert peak < 2 * 1024 * 1024
