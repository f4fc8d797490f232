"""Decode the documents of a JSON stream.

A progress stream (pull, push, build, load, import) answers 200 before the work is done, so a failure arrives as a
document; it is raised here. Events and statistics may hold such keys and mean something else.
"""

from collections.abc import Callable
from functools import partial
from typing import Any, cast

from dockwright_api.operation import Operation, Timing

from .reply import raise_for_progress


def document_decoder(operation: Operation[Any, Any], *, models: bool) -> Callable[[bytes], Any]:
    """Give the decoder of one document: to a validated model, or to plain JSON."""
    import orjson

    decode: Callable[[bytes], Any] = orjson.loads
    if models:
        from dockwright_api.reply import parse

        decode = partial(parse, operation.reply)
    if operation.timing is not Timing.TRANSFER:
        return decode

    def decode_progress(data: bytes) -> Any:
        # Looking for the word first spares nearly every document a second parse.
        if b'"error' in data:
            document: object = orjson.loads(data)
            if isinstance(document, dict):
                raise_for_progress(cast("dict[str, Any]", document), operation=operation.name)
        return decode(data)

    return decode_progress
