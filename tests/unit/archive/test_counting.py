"""How much of an archive has passed by."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any, cast

import pytest

from dockwright.archive.counting import counted, counted_source
from dockwright.archive.sources import Source, copy_source


def test_without_a_listener_nothing_changes() -> None:
    chunks = [b"a"]
    source = copy_source(b"a")
    assert counted(chunks, None, "x") is chunks
    assert counted_source(source, None, "x") is source


def test_each_chunk_and_the_end() -> None:
    seen: list[Any] = []
    passing = iter(counted([b"ab", b"c"], seen.append, "x"))
    assert seen == []
    assert next(passing) == b"ab"
    assert [*passing] == [b"c"]
    assert seen == [
        {"id": "x", "status": "Copying", "progressDetail": {"current": 2}},
        {"id": "x", "status": "Copying", "progressDetail": {"current": 3}},
        {"id": "x", "status": "Copied", "progressDetail": {}},
    ]


def test_what_is_left_early_is_not_copied() -> None:
    seen: list[Any] = []
    next(iter(counted([b"ab", b"c"], seen.append, "x")))
    assert [each["status"] for each in seen] == ["Copying"]


async def asynchronous() -> AsyncIterator[bytes]:
    yield b"abc"
    yield b"d"


@pytest.mark.parametrize("form", ["bytes", "path", "file", "iterable", "asynchronous"])
async def test_a_file_has_a_total(form: str, tmp_path: Path) -> None:
    (tmp_path / "f").write_bytes(b"abcd")
    seen: list[Any] = []
    with (tmp_path / "f").open("rb") as file:
        sources: dict[str, tuple[Any, int | None]] = {
            "bytes": (b"abcd", None),
            "path": (tmp_path / "f", None),
            "file": (file, None),
            "iterable": ([b"abcd"], 4),
            "asynchronous": (asynchronous(), 4),
        }
        given, size = sources[form]
        source = counted_source(copy_source(given, size=size), seen.append, "x")
        packed = source.pack("f")
        data = b"".join([chunk async for chunk in packed]) if isinstance(packed, AsyncIterator) else b"".join(packed)
    assert b"abcd" in data
    assert seen[-2]["progressDetail"] == {"current": 4, "total": 4}
    assert seen[-1]["status"] == "Copied"


def test_a_folder_has_none(tmp_path: Path) -> None:
    source: Source = copy_source(tmp_path)
    assert source.size is None
    assert copy_source(cast(Any, {"a": b"x"})).size is None
