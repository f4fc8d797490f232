"""Inputs that a fuzzer (atheris) found to go different ways through the readers: the same result however they are cut.

``corpus`` has a file for each reader, and an input in base64 on each line.
"""

import base64
from collections.abc import Callable
from pathlib import Path
from typing import Any

import orjson
import pytest

from dockwright.errors import DockerError, DockerStreamError, MalformedStream, TruncatedStream
from dockwright.wire.demux import Demuxer, Message, RawOutput
from dockwright.wire.jsonstream import JSONDocuments
from dockwright.wire.loglines import LogLines
from dockwright.wire.textlines import TextLines

FOLDER = Path(__file__).parent / "corpus"

READERS: dict[str, Callable[[], Any]] = {
    "demux": Demuxer,
    "jsonstream": lambda: JSONDocuments(orjson.loads),
    "textlines": TextLines,
    "log": lambda: LogLines(Demuxer(), timestamps=True),
    "log of a terminal": lambda: LogLines(RawOutput(), timestamps=True),
}
INPUTS = {"log": "textlines", "log of a terminal": "textlines"}


def corpus(name: str) -> list[bytes]:
    return [base64.b64decode(line) for line in (FOLDER / f"{INPUTS.get(name, name)}.txt").read_text().split()]


def read(reader: Any, pieces: list[bytes]) -> tuple[list[Any], type[Exception] | None]:
    """Give what a reader made of the pieces, and the class of the error that ended it; any other error is a fault."""
    found: list[Any] = []
    try:
        for piece in pieces:
            found += reader.feed(piece)
        found += reader.close() or []
    except DockerError as error:
        return found, type(error)
    return found, None


@pytest.mark.parametrize("name", READERS)
def test_the_same_however_it_is_cut(name: str) -> None:
    make = READERS[name]
    for data in corpus(name):
        whole = read(make(), [data])
        for cut in range(0, len(data), max(1, len(data) // 64)):
            assert read(make(), [data[:cut], data[cut:]]) == whole, (data, cut)
        assert read(make(), [data[at : at + 1] for at in range(len(data))]) == whole, data


def frames(data: bytes) -> tuple[list[Message], type[Exception] | None]:
    """Do what the demultiplexer does, one frame after the other."""
    found: list[Message] = []
    while data:
        header, length = data[:8], int.from_bytes(data[4:8], "big")
        if len(header) < 8:
            return found, TruncatedStream
        if header[0] > 3 or any(header[1:4]) or length > 0x7FFFFFFF:
            return found, MalformedStream
        if len(data) < 8 + length:
            return found, TruncatedStream
        if header[0] == 3:
            return found, DockerStreamError
        if length:
            found.append(Message(header[0], data[8 : 8 + length]))
        data = data[8 + length :]
    return found, None


def test_frames_against_a_plain_reader() -> None:
    for data in corpus("demux"):
        assert read(Demuxer(), [data]) == frames(data), data


def test_lines_against_a_plain_reader() -> None:
    for data in corpus("textlines"):
        *lines, last = data.decode("utf-8", "replace").split("\n")
        expected = [line.removesuffix("\r") for line in lines] + ([last] if last else [])
        assert read(TextLines(), [data]) == (expected, None), data


def test_documents_are_those_of_a_parser() -> None:
    """Where all documents are on lines of their own, each line is one."""
    plain = 0
    for data in corpus("jsonstream"):
        try:
            expected = [orjson.loads(line) for line in data.splitlines() if line.strip()]
        except ValueError:
            continue
        if all(isinstance(each, dict | list) for each in expected):
            plain += 1
            assert read(JSONDocuments(orjson.loads), [data]) == (expected, None), data
    assert plain
