r"""Turn bytes into lines, of text or as they are.

Rules: UTF-8 is decoded incrementally, so that a character split over chunks survives, and what is no UTF-8 is replaced,
never dropped; a line ends with ``\n`` or ``\r\n`` and with nothing else, since programs print form feeds and other
separators inside lines. Each stream needs a reader of its own: half a character of one must not meet the other half in
another.
"""

import codecs

from ..errors import InvalidArgument

LONGEST_PIECE = 16384
"""Bytes of a line after which it is given in pieces, as the engine stores it."""


class TextLines:
    """Cut the bytes of one stream into lines; ``feed()`` every chunk, then ``close()`` once at the end of input.

    ``errors`` is the name of the codec error handler for bytes that are no UTF-8: ``replace``, ``backslashreplace``,
    ``surrogateescape`` or ``ignore``. ``strict`` is refused: whoever must see every fault takes the bytes.
    """

    def __init__(self, errors: str = "replace") -> None:
        if errors == "strict":
            raise InvalidArgument(
                "errors='strict' would lose the lines around a fault; take bytes and decode them instead"
            )
        try:
            codecs.lookup_error(errors)
        except LookupError:
            raise InvalidArgument(f"errors must name a codec error handler such as 'replace', not {errors!r}") from None
        self._decoder = codecs.getincrementaldecoder("utf-8")(errors)
        self._parts: list[str] = []

    def feed(self, data: bytes, /) -> list[str]:
        """Take the next chunk and give the lines that it completed, without their ends."""
        first, *rest = self._decoder.decode(data).split("\n")
        if not rest:
            if first:
                self._parts.append(first)
            return []
        self._parts.append(first)
        lines = ["".join(self._parts), *rest[:-1]]
        self._parts = [rest[-1]] if rest[-1] else []
        return [line[:-1] if line.endswith("\r") else line for line in lines]

    def close(self) -> list[str]:
        """State that the input ended, and give the last line if it had no end."""
        last = "".join(self._parts) + self._decoder.decode(b"", final=True)
        self._parts = []
        return [last] if last else []


class ByteLines:
    """Cut the bytes of one stream into lines with their ends, long ones into pieces of 16 KiB, as a log holds them."""

    def __init__(self) -> None:
        self._rest = b""

    def feed(self, data: bytes, /) -> list[bytes]:
        """Take the next chunk and give the lines that it completed."""
        *lines, self._rest = (self._rest + data).split(b"\n")
        whole = [piece for line in lines for piece in _pieces(line + b"\n")]
        if len(self._rest) >= LONGEST_PIECE:
            *pieces, self._rest = _pieces(self._rest)
            whole += pieces
        return whole

    def close(self) -> list[bytes]:
        """State that the input ended, and give the last line if it had no end."""
        rest, self._rest = self._rest, b""
        return [rest] if rest else []


def _pieces(line: bytes) -> list[bytes]:
    return [line[start : start + LONGEST_PIECE] for start in range(0, len(line), LONGEST_PIECE)]
