"""Choose the reader of a process's output. Never guess from bytes: text may look like a frame header."""

from collections.abc import Mapping

from .demux import Demuxer, RawOutput

MULTIPLEXED = "application/vnd.docker.multiplexed-stream"


def output_reader(content_type: str, terminal: bool | None) -> Demuxer | RawOutput:
    """Give the reader for a reply.

    ``terminal`` says whether the process has a terminal, where that is known; None leaves it to the content type, which
    tells from API 1.42.
    """
    if terminal is None:
        terminal = not content_type.lower().startswith(MULTIPLEXED)
    return RawOutput() if terminal else Demuxer()


def switches(status: int, headers: Mapping[str, str]) -> bool:
    """Say whether a reply turns its connection into a stream in both directions.

    101 does. So does the 200 of what takes no note of ``Upgrade``: its body is output and has no end but that of the
    connection.
    """
    if status == 101:
        return True
    fields = {name.lower(): value.lower() for name, value in headers.items()}
    ends = "content-length" in fields or "transfer-encoding" in fields
    return status == 200 and not ends and fields.get("content-type", "").startswith("application/vnd.docker.")
