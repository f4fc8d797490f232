"""Progress in the forms that docker-py gives it: as text, as an iterator of lines, or as one of documents."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from .streams import ReplyStream


def lines(documents: Iterable[Any]) -> Iterator[bytes]:
    """Write documents as the engine sends them: one in each line."""
    return (json.dumps(document, separators=(",", ":")).encode() + b"\r\n" for document in documents)


def in_form(
    documents: ReplyStream[Any], *, stream: bool, decode: bool, progress: Callable[[Any], object] | None = None
) -> Any:
    """Give documents whole as text, or with ``stream``, once the engine has begun to answer, as an iterator.

    That has lines, or with ``decode`` documents. ``progress`` is called with each document of the text.
    """
    if stream:
        return documents.open() if decode else lines(documents.open())
    return b"".join(lines(documents.read_all(progress))).decode()
