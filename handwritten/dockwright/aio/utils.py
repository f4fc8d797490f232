"""The small functions that aiodocker has in its module of this name, for programs that call them.

Nothing in here is used by the rest of this library. Where it makes the same decision, these ask it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import IO, TYPE_CHECKING, Any, TypeVar, cast

from ..errors import InvalidType
from ..options.filters import filters_text
from ..settings.credentials import registry_auth

if TYPE_CHECKING:
    import aiohttp

    from ..settings.credentials import Auth

__all__ = [
    "clean_filters",
    "clean_map",
    "clean_networks",
    "compose_auth_header",
    "format_env",
    "httpize",
    "human_bool",
    "identical",
    "mktar_from_dockerfile",
    "parse_content_type",
    "parse_result",
]

Key = TypeVar("Key")
Value = TypeVar("Value")

_WORDS = {
    **dict.fromkeys(("true", "yes", "y", "1"), True),
    **dict.fromkeys(("false", "no", "n", "0"), False),
}


async def parse_result(
    response: aiohttp.ClientResponse, response_type: str | None = None, *, encoding: str = "utf-8"
) -> Any:
    """Read the body of a response and decode it: JSON, text, an open ``tarfile.TarFile``, or bytes.

    ``response_type`` is ``json``, ``text``, ``tar`` or ``bytes``; without it the content type tells. A response without
    content type and body gives an empty text. Raises ``TypeError`` for a content type that tells nothing.
    """
    if response_type is None:
        response_type, encoding = _response_type(response, encoding)
    if response_type == "json":
        return json.loads((await response.read()).decode(encoding))
    if response_type == "text":
        return await response.text(encoding=encoding)
    content = await response.read()
    if response_type != "tar":
        return content
    import io
    import tarfile

    return tarfile.open(fileobj=io.BytesIO(content))


def _response_type(response: aiohttp.ClientResponse, encoding: str) -> tuple[str, str]:
    content_type = response.headers.get("Content-Type")
    if content_type is None:
        if response.headers.get("Content-Length", "0") == "0":
            return "text", encoding
        raise TypeError("the reply has no Content-Type; name its type in response_type")
    kind, subtype, options = parse_content_type(content_type)
    if subtype == "json":
        return "json", encoding
    if subtype == "x-tar":
        return "tar", encoding
    if (kind, subtype) == ("text", "plain"):
        return "text", options.get("charset", encoding)
    raise TypeError(f"the reply is of type {content_type}, which tells nothing; name its type in response_type")


def parse_content_type(ct: str) -> tuple[str, str, Mapping[str, str]]:
    """Take a content type apart: its type, its subtype, and its options, all in lower case.

    Raises ``ValueError`` for one that is malformed.
    """
    media, *options = ct.lower().split(";")
    kind, slash, subtype = media.strip().partition("/")
    if not slash or "/" in subtype:
        raise ValueError(f"a content type is written type/subtype, not {media!r}")
    pairs = [option.strip().partition("=") for option in options if option.strip()]
    if malformed := [name for name, equals, _ in pairs if not equals]:
        raise ValueError(f"an option of a content type is written name=value, not {malformed[0]!r}")
    return kind, subtype, {name: value for name, _, value in pairs}


def identical(d1: object, d2: object) -> bool:
    """Say whether two JSON values are the same; a key that is missing is the same as an empty object under it."""
    if type(d1) is not type(d2):
        return False
    if isinstance(d1, dict) and isinstance(d2, dict):
        first, second = cast("dict[str, object]", d1), cast("dict[str, object]", d2)
        return all(identical(first.get(key, {}), second.get(key, {})) for key in {**first, **second})
    if isinstance(d1, list) and isinstance(d2, list):
        ones, others = cast("list[object]", d1), cast("list[object]", d2)
        return len(ones) == len(others) and all(map(identical, ones, others))
    return d1 == d2


def human_bool(s: object) -> bool:
    """Read a yes or no: ``true``, ``yes``, ``y``, ``1`` and their opposites in any case; other values by their truth.

    Raises ``ValueError`` for other text.
    """
    if not isinstance(s, str):
        return bool(s)
    word = _WORDS.get(s.lower())
    if word is None:
        raise ValueError(f"{s!r} is neither yes nor no; write one of {', '.join(_WORDS)}")
    return word


def httpize(d: Mapping[str, Any] | None) -> dict[str, str] | None:
    """Write query arguments as text: ``1`` and ``0`` for bools, JSON for what is no text; None is left out."""
    if d is None:
        return None
    return {key: _query_text(value) for key, value in d.items() if value is not None}


def _query_text(value: object) -> str:
    if isinstance(value, bool):
        return "1" if value else "0"
    return value if isinstance(value, str) else json.dumps(value)


def clean_map(obj: Mapping[Key, Value | None]) -> dict[Key, Value]:
    """Give a copy without the keys whose value is None."""
    return {key: value for key, value in obj.items() if value is not None}


def format_env(key: str, value: str | bytes | None) -> str:
    """Write an environment variable as the engine takes it: ``KEY=value``, or ``KEY`` alone for None."""
    if value is None:
        return key
    return f"{key}={value.decode() if isinstance(value, bytes) else value}"


def clean_networks(networks: Iterable[str | Mapping[str, Any]] | None = None) -> list[Mapping[str, Any]]:
    """Write the networks of a service as the engine takes them; a name becomes ``{"Target": name}``.

    Raises ``TypeError`` for what is no list.
    """
    if not networks:
        return []
    if not isinstance(networks, list):
        raise InvalidType(f"networks must be a list of names or mappings, not {type(networks).__name__}")
    return [{"Target": each} if isinstance(each, str) else each for each in networks]


def clean_filters(filters: Mapping[str, Any] | None = None) -> str:
    """Write filters as the engine reads them: a JSON object of lists of texts; None is an empty one.

    Raises ``TypeError`` for what is no mapping. The argument is left as it is.
    """
    return filters_text(filters)


def mktar_from_dockerfile(fileobj: IO[bytes]) -> IO[bytes]:
    """Pack a Dockerfile into a compressed tar archive, the smallest context of a build.

    Gives a temporary file, at its start; close it to remove it. ``images.build`` takes it as ``fileobj`` with
    ``encoding="gzip"``.
    """
    import io
    import tarfile
    import tempfile

    content = fileobj.getvalue() if isinstance(fileobj, io.BytesIO) else fileobj.read()
    packed = tempfile.NamedTemporaryFile()  # noqa: SIM115  the caller closes it
    with tarfile.open(mode="w:gz", fileobj=packed) as archive:
        member = tarfile.TarInfo("Dockerfile")
        member.size = len(content)
        archive.addfile(member, io.BytesIO(content))
    packed.seek(0)
    return cast("IO[bytes]", packed)


def compose_auth_header(auth: Auth, registry_addr: str | None = None) -> str:
    """Encode credentials as the ``X-Registry-Auth`` header.

    ``auth`` is a mapping (``username`` and ``password``, ``identitytoken``, or ``auth``), or base64 of user:password;
    ``registry_addr`` is added where it names no registry. Raises ``TypeError`` or ``ValueError`` for anything else,
    without repeating it.
    """
    return registry_auth(auth, registry_addr or "")
