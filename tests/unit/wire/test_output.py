"""Which reader reads the output of a process: what is known decides, then the content type, never the bytes."""

import pytest

from dockwright.wire.demux import Demuxer, RawOutput
from dockwright.wire.output import output_reader, switches

MULTIPLEXED = "application/vnd.docker.multiplexed-stream"
RAW = "application/vnd.docker.raw-stream"


@pytest.mark.parametrize(
    ("content_type", "terminal", "reader"),
    [
        (MULTIPLEXED, None, Demuxer),
        (MULTIPLEXED.upper(), None, Demuxer),
        (f"{MULTIPLEXED}; charset=utf-8", None, Demuxer),
        (RAW, None, RawOutput),
        ("", None, RawOutput),
        # Before API 1.42 the content type says raw, whatever it is.
        (RAW, False, Demuxer),
        ("", False, Demuxer),
        (RAW, True, RawOutput),
        (MULTIPLEXED, True, RawOutput),
    ],
)
def test_choice(content_type: str, terminal: bool | None, reader: type) -> None:
    assert type(output_reader(content_type, terminal)) is reader


@pytest.mark.parametrize(
    ("status", "headers", "expected"),
    [
        (101, {}, True),
        (200, {"Content-Type": RAW}, True),
        (200, {"content-type": MULTIPLEXED}, True),
        (200, {"Content-Type": RAW, "Content-Length": "3"}, False),
        (200, {"Content-Type": RAW, "Transfer-Encoding": "chunked"}, False),
        (200, {"Content-Type": "text/html"}, False),
        (200, {}, False),
        (204, {"Content-Type": RAW}, False),
    ],
)
def test_what_switches_protocols(status: int, headers: dict[str, str], *, expected: bool) -> None:
    assert switches(status, headers) is expected
