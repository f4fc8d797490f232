"""Read a reply of HTTP/1.1: bytes in; a status, headers, and the data of its body out.

One reader serves one reply. It knows what engines and the proxies before them send: lines that end in CR and LF, a body
that is chunked, has a length, or ends with the connection. Replies before the real one (100, 103) are skipped. Where
two readers could understand different things (several lengths, a coding of the transfer that is unknown, a header over
several lines) the reply is refused.

Rules: any chunking of the input gives the same bytes, and data is given as it arrives. Whatever is wrong with a body is
reported after the data that came before it: when a buffer holds both, ``feed()`` gives the data, and the next call
(``feed(b"")`` will do) raises the error.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from ..errors import MalformedStream, TruncatedStream
from .chunked import ChunkedBody, Part

_START = b"HTTP/1."
_HEAD_END = b"\r\n\r\n"
_LARGEST_HEAD = 1 << 16
_LINE_END = b"\r\n"
_STATUS_LINE = re.compile(rb"HTTP/1\.([01]) ([1-9][0-9]{2})(?: [^\r\n]*)?(?=\r\n|\Z)")
_NAME = re.compile(r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+")
_DIGITS = re.compile(r"[0-9]{1,18}")
_BODILESS = frozenset({101, 204, 304})
_SHOWN = 40


class Headers(Mapping[str, str]):
    """Header fields by their names, in whatever case; the values of a repeated one are joined by commas."""

    __slots__ = ("_fields",)

    def __init__(self, fields: Mapping[str, str]) -> None:
        self._fields = fields

    def __getitem__(self, name: str) -> str:
        return self._fields[name.lower()]

    def __iter__(self) -> Iterator[str]:
        return iter(self._fields)

    def __len__(self) -> int:
        return len(self._fields)


class Head(NamedTuple):
    """What comes before the body of a reply."""

    status: int
    headers: Headers
    length: int | None
    """Of the body, in bytes; None where it has no length."""
    chunked: bool
    reusable: bool
    """Whether the connection may carry another request after a body that does not end with it."""


NO_HEAD = Head(0, Headers({}), None, False, False)


class HTTPReply:
    """One reply; ``feed()`` every piece, then ``close()`` once if the connection ended before the reply did.

    ``bodiless`` says that this is the reply to a HEAD. ``status`` is 0 until the ``head`` has come. ``ended`` tells
    that the whole reply has come, ``rest`` what came after it, and ``reusable`` whether the connection may carry
    another request then.
    """

    __slots__ = ("_begun", "_bodiless", "_body", "head")

    def __init__(self, *, bodiless: bool = False) -> None:
        self.head: Head = NO_HEAD
        self._bodiless = bodiless
        self._begun = b""  # what has come of the head
        self._body: ChunkedBody | _Sized | _UntilTheEnd | None = None

    @property
    def status(self) -> int:
        return self.head.status

    @property
    def ended(self) -> bool:
        return self._body is not None and self._body.ended

    @property
    def rest(self) -> bytes:
        return b"" if self._body is None else self._body.rest

    @property
    def reusable(self) -> bool:
        return self.head.reusable and not self.rest and type(self._body) is not _UntilTheEnd

    def feed(self, data: bytes, /) -> list[Part]:
        """Take the next bytes and give the data of the body that they hold.

        Raises MalformedStream for what is no such reply.
        """
        if self._body is not None:
            return self._body.feed(data)
        text = self._begun + data if self._begun else data
        while True:
            end = text.find(_HEAD_END, max(len(self._begun) - len(_HEAD_END) + 1, 0))
            if end < 0:
                known = text[: len(_START)]
                if known != _START[: len(known)]:
                    raise MalformedStream(f"no status line of HTTP/1.1: {_excerpt(text)}")
                if b"\n" in text and _LINE_END not in text:
                    # Waiting for a proper end, one would wait for ever.
                    raise MalformedStream(f"a line does not end in CR and LF: {_excerpt(text)}")
                if len(text) > _LARGEST_HEAD:
                    raise MalformedStream(f"the head of the reply has more than {_LARGEST_HEAD} bytes")
                self._begun = text
                return []
            self._begun = b""
            head = _read_head(text[:end])
            text = text[end + len(_HEAD_END) :]
            if head.status >= 200 or head.status == 101:
                break
        self.head = head
        if self._bodiless or head.status in _BODILESS:
            body: ChunkedBody | _Sized | _UntilTheEnd = _Sized(0)
        elif head.chunked:
            body = ChunkedBody()
        else:
            body = _UntilTheEnd() if head.length is None else _Sized(head.length)
        self._body = body
        return body.feed(text) if text else []

    def close(self) -> None:
        """State that the input ended; raises TruncatedStream where the reply has not."""
        if self._body is None:
            raise TruncatedStream("the head of a reply", expected=None, received=len(self._begun))
        self._body.close()


@lru_cache(maxsize=16)
def _read_head(head: bytes) -> Head:
    """Read a head. Within a second, an engine begins all replies of one kind alike."""
    match = _STATUS_LINE.match(head)
    if match is None:
        raise MalformedStream(f"no status line of HTTP/1.1: {_excerpt(head.partition(_LINE_END)[0])}")
    # As aiohttp does it: what is no UTF-8 stays as it is.
    text = head[match.end() :].decode("utf-8", "surrogateescape")
    _, *lines = text.split("\r\n")
    if "\0" in text or text.count("\n") > len(lines) or text.count("\r") > len(lines):
        raise MalformedStream("a header holds half a line end, or a null")
    fields: dict[str, str] = {}
    for line in lines:
        written, colon, value = line.partition(":")
        if not colon or not _NAME.fullmatch(written):
            # Without the value: it is nobody's business.
            raise MalformedStream(f"a header is not one line with a name and a value: {written[:_SHOWN]!r}")
        name, value = written.lower(), value.strip(" \t")
        fields[name] = f"{fields[name]}, {value}" if name in fields else value
    length, chunked = _framing(fields)
    # A length beside chunks does not count, but whoever wrote that may do worse in the next reply.
    odd = chunked and "content-length" in fields
    status = int(match[2])
    over = match[1] == b"0" or status == 101 or "close" in fields.get("connection", "").lower()
    return Head(status, Headers(fields), length, chunked, reusable=not (odd or over))


def _framing(fields: Mapping[str, str]) -> tuple[int | None, bool]:
    """Give the length of the body, and whether it is chunked."""
    coding, length = fields.get("transfer-encoding"), fields.get("content-length")
    if coding is not None:
        if coding.lower() != "chunked":
            raise MalformedStream(f"the body is sent in an unknown way: {coding[:_SHOWN]!r}")
        return None, True
    if length is None:
        return None, False
    lengths = {each.strip() for each in length.split(",")}
    if len(lengths) > 1 or not _DIGITS.fullmatch(min(lengths)):
        raise MalformedStream(f"no length of a body: {length[:_SHOWN]!r}")
    return int(min(lengths)), False


class _Sized:
    """A body of a known length."""

    __slots__ = ("_left", "_size", "rest")

    def __init__(self, size: int) -> None:
        self._size = self._left = size
        self.rest: bytes = b""

    @property
    def ended(self) -> bool:
        return not self._left

    def feed(self, data: bytes, /) -> list[Part]:
        size = len(data)
        if size <= self._left:
            self._left -= size
            return [data] if data else []
        data, self.rest = data[: self._left], self.rest + data[self._left :]
        self._left = 0
        return [data] if data else []

    def close(self) -> None:
        if self._left:
            raise TruncatedStream("the body of a reply", expected=self._size, received=self._size - self._left)


class _UntilTheEnd:
    """A body that ends with the connection."""

    __slots__ = ("ended", "rest")

    def __init__(self) -> None:
        self.ended: bool = False
        self.rest: bytes = b""

    def feed(self, data: bytes, /) -> list[Part]:
        return [data] if data else []

    def close(self) -> None:
        self.ended = True


def _excerpt(data: bytes) -> str:
    return f"{data[:_SHOWN]!r}{'...' if len(data) > _SHOWN else ''}"
