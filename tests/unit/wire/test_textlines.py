"""Lines of text: whole characters and whole lines, however the bytes are cut."""

from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dockwright.errors import InvalidArgument
from dockwright.wire.textlines import LONGEST_PIECE, ByteLines, TextLines


def read(chunks: list[bytes]) -> list[str]:
    reader = TextLines()
    lines = [line for chunk in chunks for line in reader.feed(chunk)]
    return lines + reader.close()


TEXT = "plain\nwindows\r\n\ncaf\u00e9 \u2603 \U0001f433\nform\x0cfeed \u2028 \x1e \rreturn\nno end".encode()
LINES = ["plain", "windows", "", "caf\u00e9 \u2603 \U0001f433", "form\x0cfeed \u2028 \x1e \rreturn", "no end"]


def test_lines_end_with_newline_and_nothing_else() -> None:
    assert read([TEXT]) == LINES


@pytest.mark.parametrize("cut", range(len(TEXT) + 1))
def test_any_cut_gives_the_same(cut: int) -> None:
    assert read([TEXT[:cut], TEXT[cut:]]) == LINES


def test_bytes_one_by_one_give_the_same() -> None:
    assert read([TEXT[at : at + 1] for at in range(len(TEXT))]) == LINES


@given(text=st.binary(max_size=80), cuts=st.lists(st.integers(0, 80), max_size=8))
@settings(deadline=None)
def test_any_chunking_of_any_bytes_gives_the_same(text: bytes, cuts: list[int]) -> None:
    ends = [*sorted(min(cut, len(text)) for cut in cuts), len(text)]
    chunks = [text[start:end] for start, end in zip([0, *ends[:-1]], ends, strict=True)]
    whole = text.decode("utf-8", "replace").split("\n")
    expected = [line.removesuffix("\r") for line in whole[:-1]] + [line for line in whole[-1:] if line]
    assert read(chunks) == expected


def test_a_line_is_given_with_its_end() -> None:
    reader = TextLines()
    assert reader.feed(b"a\nb") == ["a"]
    assert reader.feed(b"c") == []
    assert reader.feed(b"\nd\n") == ["bc", "d"]
    assert reader.close() == []


def test_what_is_no_utf8_is_replaced_and_not_dropped() -> None:
    assert read([b"\xff\xfe ok\n", b"caf\xc3"]) == ["\ufffd\ufffd ok", "caf\ufffd"]


def test_two_streams_do_not_share_half_a_character() -> None:
    out, err = TextLines(), TextLines()
    assert out.feed(b"caf\xc3") == []
    assert err.feed(b"ERR\n") == ["ERR"]
    assert out.feed(b"\xa9\n") == ["caf\u00e9"]


def test_another_error_handler() -> None:
    reader = TextLines(errors="backslashreplace")
    assert reader.feed(b"\xff\n") == ["\\xff"]


@pytest.mark.parametrize("errors", ["strict", "no-such-handler"])
def test_handlers_that_cannot_serve_are_refused_by_name(errors: str) -> None:
    with pytest.raises(InvalidArgument, match="errors") as caught:
        TextLines(errors=errors)
    assert errors in str(caught.value)


class TestByteLines:
    @given(text=st.text("ab\n\r", max_size=40).map(str.encode), cuts=st.lists(st.integers(0, 40), max_size=6))
    @settings(deadline=None)
    def test_any_chunking_gives_the_same_lines(self, text: bytes, cuts: list[int]) -> None:
        lines = cut_into_lines(text, cuts)
        assert [line for line in lines if not line.endswith(b"\n")] == ([] if text[-1:] in (b"", b"\n") else lines[-1:])
        assert len(lines) == text.count(b"\n") + (text[-1:] not in (b"", b"\n"))
        assert b"".join(cut_into_lines(text, cuts)) == text

    @pytest.mark.parametrize("size", [LONGEST_PIECE - 1, LONGEST_PIECE, LONGEST_PIECE + 1, 2 * LONGEST_PIECE + 5])
    @pytest.mark.parametrize("end", [b"", b"\n"])
    def test_a_long_line_comes_in_pieces(self, size: int, end: bytes) -> None:
        line = b"x" * size + end
        whole = cut_into_lines(line, [])
        assert b"".join(whole) == line
        assert max(map(len, whole)) <= LONGEST_PIECE
        assert cut_into_lines(line, range(0, size, 1000)) == whole

    def test_what_has_no_end_is_not_kept_whole(self) -> None:
        lines = ByteLines()
        given_back = sum(len(piece) for _ in range(100) for piece in lines.feed(b"x" * 1000))
        assert given_back > 100_000 - 2 * LONGEST_PIECE


def cut_into_lines(text: bytes, cuts: Iterable[int]) -> list[bytes]:
    ends = [*sorted(min(cut, len(text)) for cut in cuts), len(text)]
    reader = ByteLines()
    lines = [line for start, end in zip([0, *ends[:-1]], ends, strict=True) for line in reader.feed(text[start:end])]
    return lines + reader.close()
