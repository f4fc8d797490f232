"""Messages of BuildKit: real ones, made ones, and what is none."""

import base64

import pytest

from dockwright.wire.buildkit import Log, Status, Trace, Vertex, read_trace

# From an engine 20.10.
STEP = (
    "CosBCkdzaGEyNTY6MjdhNDFjZWNmN2RlNGE2MjIwNjY4YjgzNTZlMjRhYjYwYWMwY2IwN2E1NDY4MTgyN2IzYTFkNTNkODVhOTAwOBokW2ludGVy"
    "bmFsXSBsb2FkIHJlbW90ZSBidWlsZCBjb250ZXh0KgwI0a2C2AYQiaXy6gEyDAjRrYLYBhDttpntAQ=="
)
OUTPUT = (
    "Gl4KR3NoYTI1Njo3ZDA2NWVmM2RlZGVlMTNlYzc4OTY0ZjVmMzk1OTQ4OTEyNWU3MWRmMjMyMjc2YTRhNGRiMjY0ZTQzNWEwMTU5EgwI0a2C2AYQ"
    "18CA2gIYASIDaGkK"
)
EXPORT = (
    "EoUBChBleHBvcnRpbmcgbGF5ZXJzEkdzaGEyNTY6ZThjNjEzZTA3YjBiN2ZmMzM4OTNiNjk0Zjc3NTlhMTBkNDJlMTgwZjJiNGRjMzQ5ZmI1N2Rj"
    "NmI3MWRjYWIwMDIMCNGtgtgGEOmD/vQCOgwI0a2C2AYQ7uCu7QJCDAjRrYLYBhDL+v30Ag=="
)
NOTHING = Trace([], [], [], [])


def varint(number: int) -> bytes:
    """Encode a number as Protocol Buffers do."""
    encoded = b""
    while number > 0x7F:
        encoded += bytes([number & 0x7F | 0x80])
        number >>= 7
    return encoded + bytes([number])


def field(number: int, value: int | bytes) -> bytes:
    """Encode a field."""
    if isinstance(value, int):
        return varint(number << 3) + varint(value)
    return varint(number << 3 | 2) + varint(len(value)) + value


def trace(*fields: bytes) -> str:
    """Encode a message as a document of a build holds it."""
    return base64.b64encode(b"".join(fields)).decode()


def test_a_step() -> None:
    (vertex,) = read_trace(STEP).vertexes
    assert vertex.digest == "sha256:27a41cecf7de4a6220668b8356e24ab60ac0cb07a54681827b3a1d53d85a9008"
    assert vertex.name == "[internal] load remote build context"
    assert vertex.started is not None
    assert vertex.completed is not None
    assert 0 < vertex.completed - vertex.started < 0.01
    assert (vertex.cached, vertex.error) == (False, "")


def test_output() -> None:
    (log,) = read_trace(OUTPUT).logs
    assert (log.stream, log.data) == (1, b"hi\n")


def test_a_part_of_a_step() -> None:
    (status,) = read_trace(EXPORT).statuses
    assert (status.id, status.completed, status.total) == ("exporting layers", True, 0)


def test_all_fields() -> None:
    vertex = field(1, b"d") + field(2, b"input") + field(3, "név".encode()) + field(4, 1) + field(7, b"exit 7")
    status = field(1, b"layer") + field(2, b"d") + field(3, b"pulling") + field(4, 300) + field(5, 1 << 40)
    log = field(1, b"d") + field(3, 2) + field(4, b"\xff")
    warning = field(1, b"d") + field(2, 1) + field(3, b"careful") + field(4, b"more")
    assert read_trace(
        trace(field(1, vertex), field(2, status), field(3, log), field(4, warning), field(99, b"new"), field(98, 7))
    ) == Trace(
        [Vertex("d", "név", True, None, None, "exit 7")],
        [Status("layer", "d", "pulling", 300, 1 << 40, False)],
        [Log("d", 2, b"\xff")],
        ["careful"],
    )


def test_fields_of_a_fixed_size_are_passed_over() -> None:
    fixed = varint(9 << 3 | 1) + bytes(8) + varint(10 << 3 | 5) + bytes(4)
    assert read_trace(trace(fixed, field(4, field(3, b"w")))).warnings == ["w"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no base64!",
        trace(b"\x0a\xff"),
        trace(b"\x0a"),
        trace(b"\x0b"),
        trace(b"\xff" * 20),
        trace(field(1, b"\x0a\x7f")),
        trace(field(3, field(1, 5))),
        trace(varint(1 << 3 | 1) + b"abc"),
    ],
)
def test_what_makes_no_sense_says_nothing(text: str) -> None:
    found = read_trace(text)
    assert found == NOTHING or found.logs == [Log("", 0, b"")]


def test_every_cut_of_a_message_is_read_without_an_error() -> None:
    whole = base64.b64decode(STEP)
    for end in range(len(whole)):
        read_trace(base64.b64encode(whole[:end]).decode())
