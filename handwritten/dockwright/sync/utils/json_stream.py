"""Documents of JSON one after the other, as docker-py's programs take a stream of bytes apart.

Streams of this library give documents by themselves, with ``decode=True``.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ...wire.jsonstream import JSONDocuments

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def json_stream(stream: Iterable[bytes | str]) -> Iterator[Any]:
    """Give the documents of a stream, however it is cut.

    Raises ``TruncatedStream`` for one that ends inside of a document, and ``MalformedStream`` for what is no JSON.
    """
    documents: JSONDocuments[Any] = JSONDocuments(json.loads)
    for chunk in stream:
        yield from documents.feed(chunk.encode() if isinstance(chunk, str) else chunk)
    yield from documents.close() or []


def stream_as_text(stream: Iterable[bytes | str]) -> Iterator[str]:
    """Give the parts of a stream as text; what is no UTF-8 is replaced."""
    import codecs

    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    for chunk in stream:
        if text := chunk if isinstance(chunk, str) else decoder.decode(chunk):
            yield text
    if rest := decoder.decode(b"", True):
        yield rest
