"""What can be copied into a container: every kind of source, and those that are refused."""

import io
import os
import tarfile
from collections.abc import AsyncIterator, Iterable, Iterator
from pathlib import Path
from typing import Any, cast

import pytest

from dockwright.archive.sources import Kind, Source, copy_source
from dockwright.errors import FileChanged, InvalidArgument


def packed(source: Source, name: str = "n") -> dict[str, tuple[bytes | None, tarfile.TarInfo]]:
    data = b"".join(cast("Iterator[bytes]", source.pack(name)))
    with tarfile.open(fileobj=io.BytesIO(data)) as archive:
        found = [(member, archive.extractfile(member)) for member in archive]
        return {member.name: (file.read() if file else None, member) for member, file in found}


def contents(source: Source, name: str = "n") -> dict[str, bytes | None]:
    return {each: data for each, (data, _) in packed(source, name).items()}


def chunks() -> Iterator[bytes]:
    yield b"one"
    yield b""
    yield b"two"


async def asynchronous() -> AsyncIterator[bytes]:
    for chunk in chunks():
        yield chunk


class Unseekable(io.RawIOBase):
    """A file like a pipe: its end is not in sight."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1, /) -> bytes:
        data, self._data = self._data[:4], self._data[4:]
        return data


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    (tmp_path / "tree" / "below").mkdir(parents=True)
    (tmp_path / "tree" / "below" / "f").write_bytes(b"f")
    (tmp_path / "tree" / "link").symlink_to("below/f")
    return tmp_path / "tree"


class TestPaths:
    def test_a_file(self, tree: Path) -> None:
        source = copy_source(tree / "below" / "f")
        assert (source.kind, source.name) == (Kind.FILE, "f")
        assert contents(source, "g") == {"g": b"f"}

    def test_a_link_to_a_file(self, tree: Path) -> None:
        source = copy_source(tree / "link")
        assert (source.kind, source.name, contents(source, "g")) == (Kind.FILE, "link", {"g": b"f"})

    @pytest.mark.parametrize("end", ["", "/", "/below/.."])
    def test_a_folder(self, tree: Path, end: str) -> None:
        source = copy_source(f"{tree}{end}")
        assert (source.kind, source.name) == (Kind.FOLDER, "tree")
        assert contents(source, "x") == {"x": None, "x/below": None, "x/below/f": b"f", "x/link": b"f"}

    @pytest.mark.parametrize("name", [".", "new"])
    def test_the_contents_of_a_folder(self, tree: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tree)
        start = "" if name == "." else "new/"
        for given in (f"{tree}/.", ".", "./."):
            source = copy_source(given)
            assert (source.kind, source.name) == (Kind.CONTENTS, None)
            found = contents(source, name)
            assert (
                {f"{start}below", f"{start}below/f", f"{start}link"}
                <= set(found)
                <= {
                    "new",
                    f"{start}below",
                    f"{start}below/f",
                    f"{start}link",
                }
            )

    def test_owner_and_time(self, tree: Path) -> None:
        for _, member in packed(copy_source(tree, uid=7, gid=8, mtime=9)).values():
            assert (member.uid, member.gid, member.mtime) == (7, 8, 9)
        _, member = packed(copy_source(tree))["n/below/f"]
        assert member.uid == os.geteuid()

    def test_missing(self, tree: Path) -> None:
        with pytest.raises(FileNotFoundError):
            copy_source(tree / "nosuch")
        with pytest.raises(InvalidArgument, match="empty"):
            copy_source("")


class TestContent:
    @pytest.mark.parametrize(
        "given",
        [
            b"onetwo",
            bytearray(b"onetwo"),
            memoryview(b"onetwo"),
            io.BytesIO(b"onetwo"),
        ],
    )
    def test_of_known_size(self, given: Any) -> None:
        source = copy_source(given, mode=0o600, uid=1, mtime=3)
        assert (source.kind, source.name) == (Kind.FILE, None)
        ((data, member),) = packed(source).values()
        assert (data, member.mode, member.uid, member.gid, member.mtime) == (b"onetwo", 0o600, 1, 0, 3)

    def test_a_file_from_where_it_stands(self, tmp_path: Path) -> None:
        (tmp_path / "f").write_bytes(b"headonetwo")
        with (tmp_path / "f").open("rb") as file:
            file.seek(4)
            assert contents(copy_source(file)) == {"n": b"onetwo"}

    @pytest.mark.parametrize("given", [chunks, lambda: [b"onetwo"], lambda: Unseekable(b"onetwo")])
    def test_of_a_size_that_is_given(self, given: Any) -> None:
        assert contents(copy_source(given(), size=6)) == {"n": b"onetwo"}
        with pytest.raises(InvalidArgument, match=r"size=\.\.\. is needed"):
            copy_source(given())

    async def test_asynchronous(self) -> None:
        pieces = cast("AsyncIterator[bytes]", copy_source(asynchronous(), size=6, mode=0o755).pack("d/n"))
        data = b"".join([piece async for piece in pieces])
        with tarfile.open(fileobj=io.BytesIO(data)) as archive:
            (member,) = archive.getmembers()
            file = archive.extractfile(member)
            assert file is not None
            assert (member.name, member.mode, file.read()) == ("d/n", 0o755, b"onetwo")
        with pytest.raises(InvalidArgument, match=r"size=\.\.\. is needed"):
            copy_source(asynchronous())

    @pytest.mark.parametrize(("size", "received"), [(5, None), (7, 6), (0, None)])
    async def test_of_another_size_than_was_said(self, size: int, received: int | None) -> None:
        with pytest.raises(FileChanged) as caught:
            packed(copy_source(chunks(), size=size))
        assert (caught.value.path, caught.value.expected, caught.value.received) == ("n", size, received)
        pieces = cast("AsyncIterator[bytes]", copy_source(asynchronous(), size=size).pack("n"))
        with pytest.raises(FileChanged):
            [piece async for piece in pieces]

    @pytest.mark.parametrize("given", [["text"], [b"a", 3], io.StringIO("text")])
    def test_that_is_no_bytes(self, given: Any) -> None:
        with pytest.raises(TypeError, match="bytes"):
            packed(copy_source(given, size=4))

    def test_nothing_is_read_before_it_is_packed(self) -> None:
        def never() -> Iterable[bytes]:
            raise AssertionError
            yield b""

        copy_source(never(), size=3)


class TestSeveral:
    def test_under_their_names(self, tree: Path) -> None:
        files: dict[str, bytes | os.PathLike[str]] = {"etc/a": b"1", "b": tree / "below"}
        source = copy_source(files, mode=0o640)
        assert (source.kind, source.name) == (Kind.CONTENTS, None)
        assert contents(source, ".") == {"etc/a": b"1", "b": None, "b/f": b"f"}
        assert contents(source, "new") == {"new/etc/a": b"1", "new/b": None, "new/b/f": b"f"}
        assert packed(source, ".")["etc/a"][1].mode == 0o640

    @pytest.mark.parametrize("name", ["", "/a", "../a", "a/", "a/../b"])
    def test_names_that_would_land_elsewhere(self, name: str) -> None:
        with pytest.raises(InvalidArgument, match="relative"):
            copy_source({name: b""})

    def test_other_values(self, tree: Path) -> None:
        with pytest.raises(TypeError, match="'a' must be bytes"):
            copy_source(cast("Any", {"a": "text"}))
        with pytest.raises(FileNotFoundError):
            copy_source({"a": tree / "nosuch"})


@pytest.mark.parametrize("given", [None, 3, object()])
def test_what_cannot_be_copied(given: Any) -> None:
    with pytest.raises((TypeError, InvalidArgument), match=r"must be|size"):
        copy_source(given)


@pytest.mark.parametrize("given", ["/etc", b"x", {"a": b""}])
def test_a_size_that_is_known_already(given: Any) -> None:
    with pytest.raises(InvalidArgument, match="size is for"):
        copy_source(given, size=1)


@pytest.mark.parametrize("option", ["size", "mode", "uid", "gid", "mtime"])
@pytest.mark.parametrize("value", [-1, True, "1", 1.5])
def test_numbers_that_are_none(option: str, value: Any) -> None:
    with pytest.raises(InvalidArgument, match=f"{option} must be a whole number"):
        copy_source([b""], **{"size": 0, option: value})
