"""Reading archives: every member however the bytes are cut, and no end that is not stated."""

import io
import tarfile
import tracemalloc
from collections.abc import Iterable, Iterator
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dockwright.archive.members import members, read_members, read_single_file
from dockwright.archive.pack import pack_bytes, pack_files
from dockwright.errors import ConnectionLost, MalformedStream, OutcomeError, TruncatedStream, UnsafeArchive

Entry = tuple[str, bytes, bytes, str]


def read(chunks: Iterable[bytes]) -> list[Entry]:
    return [(info.name, info.type, content.read(), info.linkname) for info, content in members(chunks)]


def tar(*entries: Entry, format: int = tarfile.PAX_FORMAT) -> bytes:
    """Write an archive, without the zeros that the standard library appends to fill a record."""
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w", format=format) as archive:
        for name, kind, data, link in entries:
            info = tarfile.TarInfo(name)
            info.type, info.linkname, info.size = kind, link, len(data)
            archive.addfile(info, io.BytesIO(data))
    written = target.getvalue().rstrip(b"\0")
    return written + bytes(-len(written) % 512 + 1024)


ENTRIES: list[Entry] = [
    ("etc", tarfile.DIRTYPE, b"", ""),
    ("etc/motd", tarfile.REGTYPE, b"welcome\n", ""),
    ("etc/exact", tarfile.REGTYPE, b"x" * 512, ""),
    ("etc/empty", tarfile.REGTYPE, b"", ""),
    ("etc/link", tarfile.SYMTYPE, b"", "motd"),
    ("etc/" + "n" * 150 + "\u00e9", tarfile.REGTYPE, b"long", ""),
]
ARCHIVE = tar(*ENTRIES)


@pytest.mark.parametrize("format", [tarfile.PAX_FORMAT, tarfile.GNU_FORMAT], ids=["pax", "gnu"])
def test_members_with_their_contents(format: int) -> None:
    archive = tar(*ENTRIES, format=format)
    assert read([archive]) == ENTRIES


@pytest.mark.parametrize("size", [1, 7, 511, 512, 513, 4096])
def test_chunks_of_any_size_give_the_same(size: int) -> None:
    assert read(ARCHIVE[at : at + size] for at in range(0, len(ARCHIVE), size)) == ENTRIES


@given(cuts=st.lists(st.integers(0, len(ARCHIVE)), max_size=10))
@settings(deadline=None)
def test_any_chunking_gives_the_same(cuts: list[int]) -> None:
    ends = [*sorted(cuts), len(ARCHIVE)]
    assert read(ARCHIVE[start:end] for start, end in zip([0, *ends[:-1]], ends, strict=True)) == ENTRIES


def test_contents_need_not_be_read() -> None:
    assert [info.name for info, _ in members([ARCHIVE])] == [name for name, *_ in ENTRIES]
    assert [content.read(3) for _, content in members([ARCHIVE])] == [data[:3] for _, _, data, _ in ENTRIES]


def test_contents_are_files() -> None:
    lines = [line for _, content in members(pack_bytes("a", b"1\n2\n3")) for line in content]
    assert lines == [b"1\n", b"2\n", b"3"]


def test_a_content_ends_when_the_next_member_is_asked_for() -> None:
    contents = [content for _, content in members([ARCHIVE])]
    with pytest.raises(ValueError, match="closed file"):
        contents[1].read()
    raw = [content for _, content in read_members([ARCHIVE])]
    with pytest.raises(ValueError, match="until the next member is asked for"):
        raw[1].read()


def test_members_arrive_before_the_archive_is_whole() -> None:
    taken: list[int] = []

    def chunks() -> Iterator[bytes]:
        for at in range(0, len(ARCHIVE), 512):
            taken.append(at)
            yield ARCHIVE[at : at + 512]

    reader = members(chunks())
    assert next(reader)[0].name == "etc"
    assert len(taken) <= 3


def test_input_is_read_to_its_end() -> None:
    chunks = iter([ARCHIVE, bytes(1024), b"whatever"])
    read(chunks)
    assert list(chunks) == []


def test_an_archive_of_nothing() -> None:
    assert read([bytes(1024)]) == []


@pytest.mark.parametrize("at", [*range(0, len(ARCHIVE) - 1024, 100), *range(0, len(ARCHIVE) - 1023, 512)])
def test_a_cut_anywhere_is_an_error(at: int) -> None:
    with pytest.raises(TruncatedStream):
        read([ARCHIVE[:at]])
    with pytest.raises(TruncatedStream):
        list(members([ARCHIVE[:at]]))


def test_a_cut_inside_a_content_names_the_member() -> None:
    archive = b"".join(pack_bytes("etc/motd", b"x" * 2000))
    with pytest.raises(TruncatedStream, match="inside archive member 'etc/motd': 1488 of 2000 bytes") as caught:
        read([archive[:2000]])
    assert (caught.value.expected, caught.value.received) == (2000, 1488)


def test_a_cut_between_two_members_is_one_too() -> None:
    archive = b"".join(pack_files({"a": b"1", "b": b"2"}))
    reader = members([archive[:1024]])
    assert next(reader)[0].name == "a"
    with pytest.raises(TruncatedStream, match="before its end mark: 1024 bytes"):
        next(reader)


@pytest.mark.parametrize(
    "archive",
    [
        b"x" * 512,
        b"<html>" * 1000,
        ARCHIVE[:512] + b"garbage!" * 64 + ARCHIVE[1024:],
        ARCHIVE[:-1024] + b"garbage!" * 64 + bytes(1024),
    ],
)
def test_garbage_is_malformed(archive: bytes) -> None:
    with pytest.raises(MalformedStream):
        read([archive])


def test_a_header_that_wants_all_memory_is_malformed() -> None:
    info = tarfile.TarInfo("././@PaxHeader")
    info.type, info.size = tarfile.XHDTYPE, 8 * 1024**3
    with pytest.raises(MalformedStream, match="an archive header of 8589934592 bytes"):
        read([info.tobuf(tarfile.GNU_FORMAT), bytes(1024)])


def test_a_negative_size_is_malformed() -> None:
    info = tarfile.TarInfo("a")
    header = bytearray(info.tobuf(tarfile.GNU_FORMAT))
    header[124:136] = b"\xff" * 11 + b"\xf0"
    header[148:156] = b" " * 8
    header[148:156] = b"%06o\0 " % sum(header)
    with pytest.raises(MalformedStream):
        read([bytes(header), bytes(1024)])


@given(data=st.data())
@settings(deadline=None, max_examples=200)
def test_damage_gives_members_or_an_error_of_ours(data: st.DataObject) -> None:
    archive = bytearray(ARCHIVE)
    for _ in range(data.draw(st.integers(1, 4))):
        archive[data.draw(st.integers(0, len(archive) - 1))] = data.draw(st.integers(0, 255))
    # Damage inside of contents cannot be seen; any other error than these would fail the test.
    with suppress(MalformedStream, TruncatedStream):
        read([bytes(archive)])


def test_errors_of_the_source_pass_through() -> None:
    def chunks() -> Iterator[bytes]:
        yield ARCHIVE[:1300]
        raise ConnectionLost("reset")

    with pytest.raises(ConnectionLost, match="reset"):
        read(chunks())


def test_memory_does_not_grow_with_members() -> None:
    header = next(iter(pack_bytes("some/file/with/a/name", b"")))[:512]

    def chunks() -> Iterator[bytes]:
        for _ in range(100):
            yield header * 200
        yield bytes(1024)

    list(members([ARCHIVE]))
    tracemalloc.start()
    try:
        count = sum(1 for _ in members(chunks()))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert count == 20_000
    assert peak < 2 * 1024 * 1024


class TestSingleFile:
    @pytest.mark.parametrize("size", [0, 1, 512, 1_000_000])
    def test_its_content(self, size: int) -> None:
        data = bytes(index % 251 for index in range(size))
        archive = b"".join(pack_bytes("motd", data))
        assert read_single_file([archive]) == data
        assert read_single_file(archive[at : at + 1000] for at in range(0, len(archive), 1000)) == data

    @pytest.mark.parametrize(
        ("archive", "words"),
        [
            (ARCHIVE, "not a file: 'etc' is a folder"),
            (b"".join(pack_files({"a": b"", "b": b""})), "not a single file: the archive goes on with 'b'"),
            (bytes(1024), "the archive is empty"),
            (tar(("l", tarfile.SYMTYPE, b"", "/t")), "'l' is a symbolic link to '/t'"),
            (tar(("null", tarfile.CHRTYPE, b"", "")), "'null' is a device"),
        ],
    )
    def test_anything_else_is_named(self, archive: bytes, words: str) -> None:
        with pytest.raises(OutcomeError, match=words):
            read_single_file([archive])

    def test_a_limit(self) -> None:
        archive = b"".join(pack_bytes("motd", b"12345"))
        assert read_single_file([archive], max_bytes=5) == b"12345"
        with pytest.raises(UnsafeArchive, match="'motd' has 5 bytes, more than max_bytes=4"):
            read_single_file([archive], max_bytes=4)

    def test_a_cut(self) -> None:
        archive = b"".join(pack_bytes("motd", b"12345"))
        for at in (0, 100, 514, 600, 1024):
            with pytest.raises(TruncatedStream):
                read_single_file([archive[:at]])
