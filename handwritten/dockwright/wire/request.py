"""Turn an operation into what goes over the wire: verb, target, headers, body.

Nothing is sent here, so this is the last place where a mistake costs nothing: fields that no model knows are refused
with the name of the nearest one.
"""

from collections.abc import AsyncIterable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import quote, urlencode

from dockwright_api.operation import Framing, Operation

if TYPE_CHECKING:
    from dockwright_api.base import Model

JSON = "application/json"

Body = bytes | Iterable[bytes] | AsyncIterable[bytes] | None
"""A whole body, or one that is made while it is sent."""


@dataclass(frozen=True, slots=True)
class Request:
    """An HTTP request without a host: the same for every transport."""

    method: str
    target: str
    headers: Mapping[str, str] = field(repr=False)
    body: Body = field(default=None, repr=False)

    def of_version(self, version: str) -> "Request":
        """Give the same request for one version of the API."""
        return Request(self.method, f"/v{version}{self.target}", self.headers, self.body)


def encode(operation: Operation[Any, Any], version: str | None = None) -> Request:
    """Write an operation as a request of one API version; without a version the path gets no prefix.

    Raises ``TypeError`` for a body that cannot be JSON, that has a field which its model does not know, or that should
    be bytes and is not.
    """
    target = f"/v{version}{operation.path}" if version else operation.path
    if operation.query:
        target = f"{target}?{urlencode(operation.query, quote_via=quote)}"
    # Engines compress archives for whoever says nothing; on a local socket that costs far more than it saves.
    headers = {"Accept-Encoding": "identity", **dict(operation.headers)}
    body = operation.body
    if body is not None:
        headers["Content-Type"] = operation.content_type
        body = encode_json(body, operation.name) if operation.content_type == JSON else _binary(body, operation.name)
    elif operation.framing is Framing.HIJACKED or operation.method in ("POST", "PUT"):
        # Engines and proxies disagree on a POST without a length; an empty body is clear to all of them.
        body = b""
    if operation.framing is Framing.HIJACKED:
        headers |= {"Connection": "Upgrade", "Upgrade": "tcp"}
    return Request(operation.method, target, headers, body)


def encode_json(value: object, what: str) -> bytes:
    """Encode a model, or plain JSON that may hold models, under the Engine's names."""
    import orjson

    try:
        return orjson.dumps(value, default=_plain)
    except orjson.JSONEncodeError as error:
        # A refusal of ours comes wrapped; its own words say more.
        reason = error.__cause__ if isinstance(error.__cause__, TypeError) else error
        raise TypeError(f"{what}: the body cannot be sent: {reason}") from error


def _binary(body: Any, what: str) -> Body:
    if isinstance(body, bytearray | memoryview):
        return bytes(cast("bytes", body))
    if isinstance(body, str | Mapping) or not isinstance(body, bytes | Iterable | AsyncIterable):
        kind = type(cast("object", body)).__name__
        raise TypeError(f"{what}: the body must be bytes, a file, or an iterable of bytes, not {kind}")
    return cast("Body", body)


def _plain(value: object) -> object:
    # Models are known by their method: importing their class would import pydantic.
    if hasattr(value, "unknown_fields"):
        return _checked(cast("Model", value))
    if isinstance(value, Mapping):
        return dict(cast("Mapping[str, object]", value))
    if isinstance(value, set | frozenset | tuple):
        return list(cast("Iterable[object]", value))
    # The value is not shown: it may be a password that should have been text.
    raise TypeError(f"{type(value).__name__} is not JSON")


def _checked(model: "Model") -> dict[str, Any]:
    for name, nearest in model.unknown_fields():
        hint = f"; did you mean {nearest!r}?" if nearest else ""
        raise TypeError(f"{type(model).__name__} has no field {name!r}{hint}")
    return model.to_json()
