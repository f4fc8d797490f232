"""Packing: what the standard library reads back is what was on the disk, the same bytes for the same input."""

import io
import os
import socket
import stat
import tarfile
import tracemalloc
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from dockwright.archive import pack
from dockwright.archive.pack import pack_bytes, pack_files, pack_tree
from dockwright.errors import FileChanged, InvalidArgument


def opened(chunks: Iterable[bytes]) -> tarfile.TarFile:
    return tarfile.open(fileobj=io.BytesIO(b"".join(chunks)), mode="r:")


def names(chunks: Iterable[bytes]) -> list[str]:
    return opened(chunks).getnames()


def content(archive: tarfile.TarFile, name: str) -> bytes:
    file = archive.extractfile(name)
    assert file is not None
    return file.read()


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    (root / "b" / "deep").mkdir(parents=True)
    (root / "a.txt").write_bytes(b"alpha")
    (root / "b" / "deep" / "z").write_bytes(b"z" * 1000)
    (root / "b" / "empty").write_bytes(b"")
    (root / "b.txt").write_bytes(b"beta")
    (root / "link").symlink_to("b/deep")
    (root / "dangling").symlink_to("/nowhere")
    (root / "a.txt").chmod(0o600)
    (root / "b" / "deep").chmod(0o750)
    return root


class TestTree:
    def test_members_are_sorted_with_folders_before_their_contents(self, tree: Path) -> None:
        assert names(pack_tree(tree)) == [
            "project",
            "project/a.txt",
            "project/b",
            "project/b/deep",
            "project/b/deep/z",
            "project/b/empty",
            "project/b.txt",
            "project/dangling",
            "project/link",
        ]

    def test_contents_kinds_and_modes(self, tree: Path) -> None:
        archive = opened(pack_tree(tree))
        assert content(archive, "project/a.txt") == b"alpha"
        assert content(archive, "project/b/deep/z") == b"z" * 1000
        assert content(archive, "project/b/empty") == b""
        assert archive.getmember("project/a.txt").mode == 0o600
        assert archive.getmember("project/b/deep").isdir()
        assert archive.getmember("project/b/deep").mode == 0o750
        link = archive.getmember("project/link")
        assert (link.issym(), link.linkname) == (True, "b/deep")
        assert archive.getmember("project/dangling").linkname == "/nowhere"

    def test_owner_and_time_are_those_of_the_disk(self, tree: Path) -> None:
        os.utime(tree / "a.txt", (1_700_000_000.75, 1_700_000_000.75))
        member = opened(pack_tree(tree)).getmember("project/a.txt")
        status = (tree / "a.txt").stat()
        assert (member.uid, member.gid, member.mtime) == (status.st_uid, status.st_gid, 1_700_000_000)
        assert (member.uname, member.gname) == ("", "")

    def test_owner_and_time_can_be_set(self, tree: Path) -> None:
        members = opened(pack_tree(tree, uid=7, gid=0, mtime=42)).getmembers()
        assert {(member.uid, member.gid, member.mtime) for member in members} == {(7, 0, 42)}

    def test_the_same_tree_gives_the_same_bytes(self, tree: Path, tmp_path: Path) -> None:
        twin = tmp_path / "other" / "project"
        (twin / "b" / "deep").mkdir(parents=True)
        for name in ("link", "dangling"):
            (twin / name).symlink_to(os.readlink(tree / name))
        for name in ("b.txt", "b/empty", "b/deep/z", "a.txt"):
            (twin / name).write_bytes((tree / name).read_bytes())
            (twin / name).chmod(stat.S_IMODE((tree / name).stat().st_mode))
        (twin / "b" / "deep").chmod(0o750)
        assert b"".join(pack_tree(tree, uid=0, gid=0, mtime=0)) == b"".join(pack_tree(twin, uid=0, gid=0, mtime=0))

    def test_under_another_name(self, tree: Path) -> None:
        assert names(pack_tree(tree / "b", "srv/data")) == [
            "srv/data",
            "srv/data/deep",
            "srv/data/deep/z",
            "srv/data/empty",
        ]

    def test_the_contents_at_the_root(self, tree: Path) -> None:
        assert names(pack_tree(tree / "b", ".")) == ["deep", "deep/z", "empty"]

    def test_a_single_file(self, tree: Path) -> None:
        archive = opened(pack_tree(str(tree / "a.txt")))
        assert archive.getnames() == ["a.txt"]
        assert content(archive, "a.txt") == b"alpha"

    def test_a_path_may_lead_through_links(self, tree: Path) -> None:
        assert names(pack_tree(tree / "link")) == ["link", "link/z"]

    def test_a_path_with_a_slash_or_dots_at_its_end(self, tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        assert names(pack_tree(f"{tree}/b/deep/")) == ["deep", "deep/z"]
        monkeypatch.chdir(tree / "b" / "deep")
        assert names(pack_tree(".")) == ["deep", "deep/z"]

    def test_hard_links_stay_links(self, tree: Path) -> None:
        os.link(tree / "a.txt", tree / "b" / "again")
        archive = opened(pack_tree(tree))
        member = archive.getmember("project/b/again")
        assert (member.islnk(), member.linkname) == (True, "project/a.txt")
        assert content(archive, "project/b/again") == b"alpha"

    def test_pipes_are_kept_and_sockets_left_out(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "pipe")
        with socket.socket(socket.AF_UNIX) as server:
            server.bind(str(tmp_path / "socket"))
            archive = opened(pack_tree(tmp_path, "."))
        assert archive.getnames() == ["pipe"]
        assert archive.getmember("pipe").isfifo()

    def test_devices_are_kept(self) -> None:
        status = os.stat("/dev/null")
        member = opened(pack_tree("/dev/null")).getmember("null")
        assert member.ischr()
        assert (member.devmajor, member.devminor) == (os.major(status.st_rdev), os.minor(status.st_rdev))

    @pytest.mark.parametrize(
        "name",
        [
            "caf\u00e9 \u2603 \U0001f433",
            "n" * 200,
            "/".join(["d" * 150, "\u00e9" * 100, "f" * 200]),
            "back\\slash",
            "-x",
        ],
    )
    def test_any_name(self, tmp_path: Path, name: str) -> None:
        path = tmp_path / "root" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"data")
        archive = opened(pack_tree(tmp_path / "root", "."))
        assert content(archive, name) == b"data"

    def test_a_name_that_is_no_utf8(self, tmp_path: Path) -> None:
        with open(os.fsencode(tmp_path) + b"/caf\xe9", "wb") as file:
            file.write(b"latin")
        (name,) = names(pack_tree(tmp_path, "."))
        assert os.fsencode(name) == b"caf\xe9"

    def test_a_tree_deeper_than_pythons_stack(self, tmp_path: Path) -> None:
        folders = [tmp_path.joinpath(*["d"] * depth) for depth in range(1, 1200)]
        for folder in folders:
            folder.mkdir()
        try:
            assert len(names(pack_tree(tmp_path, "."))) == len(folders)
        finally:
            # Cleaning up after tests is done with Python's stack.
            for folder in reversed(folders):
                folder.rmdir()

    def test_what_is_missing_is_an_error_at_once(self, tmp_path: Path) -> None:
        with pytest.raises(FileNotFoundError, match="missing"):
            pack_tree(tmp_path / "missing")

    def test_a_file_has_no_contents_to_stand_at_the_root(self, tree: Path) -> None:
        with pytest.raises(InvalidArgument, match=r"name '\.' is for folders"):
            pack_tree(tree / "a.txt", ".")


class TestChanges:
    @staticmethod
    def grow(path: Path, size: int) -> None:
        with path.open("ab") as file:
            file.truncate(size)

    def test_a_file_that_becomes_shorter(self, tmp_path: Path) -> None:
        path = tmp_path / "log"
        path.write_bytes(b"x" * (3 * pack.READ_SIZE))
        chunks = pack_tree(path)
        next(chunks)
        self.grow(path, 2 * pack.READ_SIZE + 5)
        with pytest.raises(FileChanged, match="ended after") as caught:
            list(chunks)
        assert caught.value.path == str(path)
        assert (caught.value.expected, caught.value.received) == (3 * pack.READ_SIZE, 2 * pack.READ_SIZE + 5)

    def test_a_file_that_becomes_longer(self, tmp_path: Path) -> None:
        path = tmp_path / "log"
        path.write_bytes(b"x" * (3 * pack.READ_SIZE))
        chunks = pack_tree(path)
        next(chunks)
        self.grow(path, 3 * pack.READ_SIZE + 1)
        with pytest.raises(FileChanged, match="is longer now"):
            list(chunks)

    def test_a_file_that_becomes_a_link_is_packed_as_the_link(self, tmp_path: Path) -> None:
        root = tmp_path / "root"
        root.mkdir()
        (root / "a").write_bytes(b"x" * (2 * pack.READ_SIZE))
        (root / "b").write_bytes(b"public")
        (tmp_path / "secret").write_bytes(b"secret")
        chunks = pack_tree(root, ".")
        first = next(chunks)
        (root / "b").unlink()
        (root / "b").symlink_to("../secret")
        member = opened([first, *chunks]).getmember("b")
        assert (member.issym(), member.linkname) == (True, "../secret")


class TestFiles:
    def test_contents_and_paths_in_the_given_order(self, tree: Path) -> None:
        archive = opened(pack_files({"z.txt": b"zulu", "etc/app": tree / "b", "a": tree / "a.txt"}))
        assert archive.getnames() == ["z.txt", "etc/app", "etc/app/deep", "etc/app/deep/z", "etc/app/empty", "a"]
        assert content(archive, "z.txt") == b"zulu"
        assert content(archive, "a") == b"alpha"

    def test_content_given_as_bytes_is_roots_and_has_no_time(self) -> None:
        member = opened(pack_files({"a": b"1"})).getmember("a")
        assert (member.mode, member.uid, member.gid, member.mtime) == (0o644, 0, 0, 0)

    def test_metadata(self, tree: Path) -> None:
        members = opened(pack_files({"a": b"1", "b": tree / "a.txt"}, mode=0o755, uid=1, gid=2, mtime=3)).getmembers()
        assert [(each.mode, each.uid, each.gid, each.mtime) for each in members] == [
            (0o755, 1, 2, 3),
            (0o600, 1, 2, 3),
        ]

    def test_nothing_is_an_empty_archive(self) -> None:
        assert b"".join(pack_files({})) == bytes(1024)

    @pytest.mark.parametrize("source", ["text", 1, None, ["a"]])
    def test_a_str_may_mean_content_or_path_so_it_is_refused(self, source: Any) -> None:
        with pytest.raises(TypeError, match=r"files\['a'\] must be bytes \(the content\) or a Path"):
            pack_files({"a": source})

    def test_what_is_missing_is_an_error_at_once(self, tmp_path: Path) -> None:
        with pytest.raises(FileNotFoundError, match="missing"):
            pack_files({"a": tmp_path / "missing"})

    @pytest.mark.parametrize("name", ["", "/etc/passwd", "..", "a/../b", "a/", "a\0b"])
    def test_names_that_would_land_elsewhere(self, name: str, tmp_path: Path) -> None:
        with pytest.raises(InvalidArgument, match="a name in an archive must be relative") as caught:
            pack_files({name: b""})
        assert repr(name) in str(caught.value)
        with pytest.raises(InvalidArgument, match="must be relative"):
            pack_bytes(name, b"")
        with pytest.raises(InvalidArgument, match="must be relative"):
            pack_tree(tmp_path, name)


class TestBytes:
    @pytest.mark.parametrize("size", [0, 1, 511, 512, 513, 100_000])
    def test_one_file(self, size: int) -> None:
        data = bytes(index % 251 for index in range(size))
        chunks = b"".join(pack_bytes("etc/motd", data, mode=0o600, uid=5, gid=6, mtime=7))
        archive = opened([chunks])
        member = archive.getmember("etc/motd")
        assert content(archive, "etc/motd") == data
        assert (member.mode, member.uid, member.gid, member.mtime) == (0o600, 5, 6, 7)
        assert len(chunks) % 512 == 0
        assert chunks.endswith(bytes(1024))

    @pytest.mark.parametrize("data", ["text", None, 5])
    def test_content_must_be_bytes(self, data: Any) -> None:
        with pytest.raises(TypeError, match="data must be bytes"):
            pack_bytes("a", data)


def test_memory_does_not_grow_with_a_file(tmp_path: Path) -> None:
    path = tmp_path / "sparse"
    with path.open("wb") as file:
        file.truncate(64 * 1024 * 1024)
    tracemalloc.start()
    try:
        total = sum(len(chunk) for chunk in pack_tree(path))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert total > 64 * 1024 * 1024
    assert peak < 4 * 1024 * 1024


def test_small_pieces_travel_together(tmp_path: Path) -> None:
    for index in range(300):
        (tmp_path / f"{index:03}").write_bytes(b"x")
    chunks = list(pack_tree(tmp_path, "."))
    assert len(chunks) < 10
    assert len(names(chunks)) == 300
