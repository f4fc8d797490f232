"""JSON documents of a response of aiohttp's, one by one, for programs that send requests of their own.

This library reads its own replies in ``streams``; the format is that of ``dockwright.wire.jsonstream`` in both.
"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable
from typing import TYPE_CHECKING, Any, cast

from ..wire.jsonstream import JSONDocuments
from ..wire.reply import raise_for_progress

if TYPE_CHECKING:
    import aiohttp

__all__ = ["json_stream_list", "json_stream_stream"]


async def json_stream_stream(
    response: aiohttp.ClientResponse,
    transform: Callable[[Any], Any] | None = None,
    *,
    raise_on_error: bool = True,
) -> AsyncIterator[Any]:
    """Give the documents of a response as they arrive, each through ``transform``.

    Raises ``DockerStreamError`` for a document that reports an error, unless ``raise_on_error`` is False, and
    ``TruncatedStream`` where the response ends inside one. The response is closed when the iterator is.
    """
    documents = JSONDocuments(_decoder(raise_on_error))
    try:
        async for chunk in response.content.iter_any():
            for each in documents.feed(chunk):
                yield transform(each) if transform else each
        for each in documents.close():
            yield transform(each) if transform else each
    finally:
        response.close()


async def json_stream_list(
    response: aiohttp.ClientResponse,
    transform: Callable[[Any], Any] | None = None,
    *,
    raise_on_error: bool = True,
) -> list[Any]:
    """Read all documents of a response; otherwise as :func:`json_stream_stream`."""
    return [each async for each in json_stream_stream(response, transform, raise_on_error=raise_on_error)]


def _decoder(raise_on_error: bool) -> Callable[[bytes], Any]:
    if not raise_on_error:
        return json.loads

    def decode(data: bytes) -> Any:
        document: Any = json.loads(data)
        if isinstance(document, dict):
            raise_for_progress(cast("dict[str, object]", document))
        return cast("object", document)

    return decode
