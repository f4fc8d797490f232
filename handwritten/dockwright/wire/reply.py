"""Turn the HTTP reply of an operation, read whole, into a value or an error.

``read_model`` gives validated models, ``read_json`` the same reply as plain JSON; both raise for every status that is
no success, so a session need not look at it. The class of an error follows from status and operation; the engine's own
sentence is taken from JSON or text, with any charset, from podman too.

Rules: 2xx is success, and so is 304 where "it is so already" is an answer (start, stop); 101 is success of an upgrade.
What an engine never sends (web pages, redirects, JSON of another type) is an UnexpectedReply that says what came.
Replies can hold secrets: of JSON, an error shows only types and names, of text a short beginning.
"""

import json
import re
from binascii import a2b_base64
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast
from urllib.parse import unquote

from dockwright_api.operation import Framing, Operation

from ..errors import DockerError, UnexpectedReply, api_error, stream_error

if TYPE_CHECKING:
    from pydantic import ValidationError

Reply = TypeVar("Reply")
Shape = TypeVar("Shape")

PATH_STAT_HEADER: Final = "X-Docker-Container-Path-Stat"
"""The header in which the engine describes the path of an archive."""

_ALREADY_SO = frozenset({"ContainerStart", "ContainerStop"})
_UPGRADES = frozenset({Framing.HIJACKED, Framing.WEBSOCKET})
_WEB_PAGES = ("text/html", "application/xhtml+xml")
_EXCERPT = 100
_LARGEST_MESSAGE = 4000
_NAMES_SHOWN = 5
_UNCLEAN = re.compile(r"/\.{0,2}(?:/|$)")


def succeeded(operation: Operation[Any, Any], status: int) -> bool:
    """Say whether a status is a success of the operation."""
    if 200 <= status < 300:
        return True
    if status == 304:
        return operation.name in _ALREADY_SO
    return status == 101 and operation.framing in _UPGRADES


def error_reply(operation: Operation[Any, Any], status: int, content_type: str, body: bytes) -> DockerError:
    """Make the error that a reply without success stands for.

    Gives an ApiError by status and operation, or an UnexpectedReply when this is not the reply of an engine.
    """
    if status == 301 and _UNCLEAN.search(unquote(operation.path)):
        # Engines clean a path with empty or dotted segments by a redirect, so nothing can have such a name.
        return api_error(404, f"no such id or name: {unquote(operation.path)}", operation.name)
    if status < 400 or _is_web_page(content_type, body):
        return _unexpected(operation, status, content_type, body)
    return api_error(status, _message(body) or f"{operation.name}: status {status} without a message", operation.name)


def read_model(operation: Operation[Reply, Any], status: int, content_type: str, body: bytes) -> Reply:
    """Read a reply as the operation's model: validated, with attributes of Python's names.

    For an operation that is answered in a header, ``body`` is the value of that header. Raises ApiError,
    UnexpectedReply.
    """
    payload = _payload(operation, status, content_type, body)
    if not isinstance(payload, bytes):
        return cast(Reply, payload)

    from pydantic import ValidationError

    from dockwright_api.reply import parse

    try:
        return cast(Reply, parse(operation.reply, payload))
    except ValidationError as error:
        raise _unexpected(operation, status, content_type, body, _faults(error)) from error


def read_json(operation: Operation[Any, Shape], status: int, content_type: str, body: bytes) -> Shape:
    """Read a reply as plain JSON, with the wire's own names.

    For an operation that is answered in a header, ``body`` is the value of that header. Only the outermost type is
    checked. Raises ApiError, UnexpectedReply.
    """
    payload = _payload(operation, status, content_type, body)
    if not isinstance(payload, bytes):
        return cast(Shape, payload)
    if (empty := _empty_collection(operation, payload)) is not None:
        return cast(Shape, empty)

    from orjson import JSONDecodeError, loads

    try:
        value: object = loads(payload)
    except JSONDecodeError as error:
        raise _unexpected(operation, status, content_type, body) from error
    expected = _outermost(operation.reply)
    if expected is not object and not isinstance(value, expected):
        raise _unexpected(operation, status, content_type, body, f"it is {_describe(value)}")
    return cast(Shape, value)


def decode_path_stat(header: str | bytes) -> dict[str, Any]:
    """Read the header that describes the path of an archive as plain JSON: name, size, mode, mtime, linkTarget.

    Raises UnexpectedReply when the header is missing or wrong.
    """
    try:
        value: object = json.loads(_path_stat_text(header))
    except ValueError as error:
        raise UnexpectedReply(f"the header {PATH_STAT_HEADER} holds no JSON") from error
    if not isinstance(value, dict):
        raise UnexpectedReply(f"the header {PATH_STAT_HEADER} holds {_describe(value)}")
    return cast("dict[str, Any]", value)


def raise_for_progress(document: Mapping[str, Any], *, operation: str = "", progress: Iterable[Any] = ()) -> None:
    """Raise DockerStreamError when a document of a progress stream reports an error; ``progress`` came before it.

    Pull, push, build, load and plugin streams are answered with 200 first, and report a failure afterwards.
    """
    detail: object = document.get("errorDetail")
    text: object = document.get("error")
    if not detail and not text:
        return
    status = 0
    message: object = text
    if isinstance(detail, Mapping):
        fields = cast("Mapping[str, object]", detail)
        message = fields.get("message") or text
        code = fields.get("code")
        # The code is an HTTP status, or the exit status of a build step, which is below 256.
        if isinstance(code, int) and 400 <= code < 600:
            status = code
    error = stream_error(
        str(message or "a failure without a message").strip(), operation, error_detail=detail, status=status
    )
    error.progress = list(progress)
    raise error


def _payload(operation: Operation[Any, Any], status: int, content_type: str, body: bytes) -> bytes | str | None:
    """Give the JSON text that a reply holds, or the reply's value itself where it is no JSON."""
    if not succeeded(operation, status):
        raise error_reply(operation, status, content_type, body)
    if status in (204, 304):
        return None
    if operation.framing is Framing.HEADERS:
        return _path_stat_text(body) if operation.reply else None
    if _is_web_page(content_type, body):
        raise _unexpected(operation, status, content_type, body)
    if operation.framing is Framing.EMPTY:
        return None
    if operation.framing is Framing.TEXT:
        return body.decode("utf-8", "replace")
    if body and not body.isspace():
        return body
    if operation.reply and not operation.reply.endswith("None"):
        raise _unexpected(operation, status, content_type, b"")
    return None


def _path_stat_text(header: str | bytes) -> bytes:
    """Give the JSON text that the header holds."""
    text = (header.encode() if isinstance(header, str) else header).strip()
    if not text:
        raise UnexpectedReply(f"the reply has no header {PATH_STAT_HEADER}")
    # Docker uses the standard alphabet, podman the one for URLs.
    padded = text.replace(b"-", b"+").replace(b"_", b"/") + b"=" * (-len(text) % 4)
    try:
        return a2b_base64(padded, strict_mode=True)
    except ValueError as error:
        raise UnexpectedReply(f"the header {PATH_STAT_HEADER} is no base64: {text[:_EXCERPT]!r}") from error


def _empty_collection(operation: Operation[Any, Any], payload: bytes) -> list[Any] | dict[str, Any] | None:
    # The engine writes an empty list or map of Go as null.
    if not payload.startswith(b"null") or payload.strip() != b"null" or operation.reply.endswith("None"):
        return None
    if operation.reply.startswith("list["):
        return []
    return {} if operation.reply.startswith("dict[") else None


def _outermost(reply: str) -> type:
    if not reply or "|" in reply or reply == "Any":
        return object
    name = reply.partition("[")[0]
    # Every other name is a model, which is an object on the wire.
    return {"list": list, "str": str, "int": int, "bool": bool}.get(name, dict)


def _message(body: bytes) -> str:
    """Find the engine's sentence in the body of an error."""
    text = body.decode("utf-8", "replace").strip()
    if text.startswith(("{", '"')):
        try:
            value: object = json.loads(text)
        except ValueError:
            value = None
        if isinstance(value, dict):
            found = cast("dict[str, object]", value).get("message") or cast("dict[str, object]", value).get("cause")
            if isinstance(found, str) and found.strip():
                return found.strip()
        elif isinstance(value, str):
            return value
    return text if len(text) <= _LARGEST_MESSAGE else text[:_LARGEST_MESSAGE] + "..."


def _is_web_page(content_type: str, body: bytes) -> bool:
    if content_type.partition(";")[0].strip().lower() in _WEB_PAGES:
        return True
    return body[:1] not in b"{[" and body[:200].lstrip()[:9].lower().startswith((b"<!doctype", b"<html"))


def _unexpected(
    operation: Operation[Any, Any], status: int, content_type: str, body: bytes, fault: str = ""
) -> UnexpectedReply:
    if not fault:
        fault = f"{_content(status, content_type, body)}; is the peer a Docker engine?"
    return UnexpectedReply(f"{operation.name}: unexpected reply with status {status}: {fault}")


def _content(status: int, content_type: str, body: bytes) -> str:
    if 300 <= status < 400 and status != 304:
        return "a redirect"
    kind = content_type.partition(";")[0].strip() or "unnamed content"
    if not body:
        return f"{kind}, empty"
    if body.lstrip()[:1] in (b"{", b"["):
        return f"{kind}, JSON of {len(body)} bytes that cannot be read here"
    text = body[: 4 * _EXCERPT].decode("utf-8", "replace").strip()
    return f"{kind}, {text[:_EXCERPT]!r}{'...' if len(text) > _EXCERPT or len(body) > 4 * _EXCERPT else ''}"


def _describe(value: object) -> str:
    if isinstance(value, dict):
        names = list(cast("dict[str, object]", value))
        more = ", ..." if len(names) > _NAMES_SHOWN else ""
        return f"a JSON object with the keys {', '.join(names[:_NAMES_SHOWN])}{more}" if names else "an empty object"
    if isinstance(value, list):
        return "a JSON array"
    return "null" if value is None else f"JSON of the type {type(value).__name__}"


def _faults(error: "ValidationError") -> str:
    """Name the places and faults that validation found, without the values."""
    faults = error.errors(include_url=False, include_context=False, include_input=False)
    shown = [f"{'.'.join(map(str, fault['loc'])) or 'the reply'}: {fault['msg']}" for fault in faults[:3]]
    more = f"; {len(faults) - len(shown)} more" if len(faults) > len(shown) else ""
    return "; ".join(shown) + more
