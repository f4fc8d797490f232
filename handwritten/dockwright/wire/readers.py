"""What every reader of a format offers, and readers made of other readers."""

from codecs import getincrementaldecoder
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from codecs import IncrementalDecoder

    from .demux import Message

T = TypeVar("T")


class Reader(Protocol[T]):
    """Bytes in, events out.

    ``feed`` takes chunks of any size as they arrive. ``close`` is called once at the end of input; it gives the events
    that only the end completes, and raises ``TruncatedStream`` where something is unfinished.
    """

    def feed(self, data: bytes, /) -> list[T]: ...

    def close(self) -> list[T] | None: ...


class Chunks:
    """Leave the bytes as they are."""

    def feed(self, data: bytes, /) -> list[bytes]:
        return [data] if data else []

    def close(self) -> None:
        return None


class Pieces:
    """Leave the bytes as they are, but for chunks of more than ``largest`` bytes, which are cut."""

    def __init__(self, largest: int) -> None:
        self._largest = largest

    def feed(self, data: bytes, /) -> list[bytes]:
        return [data[start : start + self._largest] for start in range(0, len(data), self._largest)]

    def close(self) -> None:
        return None


class MessageBytes:
    """Give the bytes of messages, of whichever stream."""

    def __init__(self, messages: "Reader[Message]") -> None:
        self._messages = messages

    def feed(self, data: bytes, /) -> list[bytes]:
        return [payload for _, payload in self._messages.feed(data)]

    def close(self) -> list[bytes]:
        return [payload for _, payload in self._messages.close() or []]


class MessageTexts:
    """Decode messages as text, in UTF-8 unless another encoding is named, one item for each.

    Every stream has a decoder of its own, so that a character split over two messages of one stream survives; what is
    no text is replaced, never dropped.
    """

    def __init__(self, messages: "Reader[Message]", encoding: str = "utf-8") -> None:
        self._messages = messages
        self._encoding = encoding
        self._decoders: dict[int, IncrementalDecoder] = {}

    def feed(self, data: bytes, /) -> list[str]:
        return self._texts(self._messages.feed(data))

    def close(self) -> list[str]:
        texts = self._texts(self._messages.close() or [])
        rests = (decoder.decode(b"", final=True) for decoder in self._decoders.values())
        return texts + [rest for rest in rests if rest]

    def _texts(self, messages: "list[Message]") -> list[str]:
        texts: list[str] = []
        for stream, data in messages:
            decoder = self._decoders.get(stream)
            if decoder is None:
                decoder = self._decoders[stream] = getincrementaldecoder(self._encoding)("replace")
            texts.append(decoder.decode(data))
        return texts


class ByteLines:
    """Cut messages into lines of bytes with their ends, for each stream by itself."""

    def __init__(self) -> None:
        self._parts: dict[int, list[bytes]] = {}

    def add(self, message: "Message") -> list[bytes]:
        """Take the next message and give the lines that it completed."""
        stream, data = message
        parts = self._parts.setdefault(stream, [])
        *whole, rest = data.split(b"\n")
        lines: list[bytes] = []
        for line in whole:
            lines.append(b"".join((*parts, line, b"\n")))
            parts.clear()
        if rest:
            parts.append(rest)
        return lines

    def close(self) -> list[bytes]:
        """Give last lines that have no end."""
        rests = [b"".join(parts) for parts in self._parts.values() if parts]
        self._parts.clear()
        return rests
