"""What of a call an engine of some API version does not know.

An engine ignores arguments and fields that it does not know, in silence. Which version brought and which dropped what
is in ``dockwright_api.facts``; here a call is held against it, so that its caller is told by name and version.
"""

import warnings
from collections.abc import Iterator, Mapping
from functools import lru_cache
from inspect import currentframe
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from ..errors import UnsupportedByEngine, UnsupportedByEngineError
from .versions import ApiVersion

if TYPE_CHECKING:
    from dockwright_api.facts import Span, Values
    from dockwright_api.operation import Operation

_OWN_PACKAGES = ("dockwright", "dockwright_api")


class Unsupported(NamedTuple):
    """Something that a call uses and that an API version does not have."""

    what: str
    """What it is, such as ``argument platform`` or ``field HostConfig.Init``."""
    since: str
    """The version that brought it; empty where it was there before."""
    until: str
    """The last version that has it; empty where it is still there."""

    def __str__(self) -> str:
        when = f"needs API {self.since} or newer" if self.since else f"is gone since API {self.until}"
        return f"{self.what} {when}"


def unsupported(operation: "Operation[Any, Any]", version: str) -> list[Unsupported]:
    """List what of a call an API version does not have; as a rule nothing.

    Fields of a body count when they are set; null and empty lists, maps and texts say nothing.
    """
    from dockwright_api import facts

    spoken = _parsed(version)
    found: list[Unsupported] = []
    if span := facts.OPERATIONS.get(operation.name):
        found += _outside(f"operation {operation.name}", span, spoken)
    if arguments := facts.ARGUMENTS.get(operation.name):
        for name, value in (*operation.query, *operation.headers):
            if fact := arguments.get(name):
                since, until, values = fact
                found += _outside(f"argument {name}", (since, until), spoken)
                found += _values(f"argument {name}", value, values, spoken)
    if operation.body is not None and (schema := facts.BODIES.get(operation.name)):
        found += _fields(_plain(operation.body), schema, "", spoken)
    return found


@lru_cache(maxsize=64)
def _parsed(version: str) -> ApiVersion:
    return ApiVersion.parse(version)


def check(operation: "Operation[Any, Any]", version: str, *, strict: bool) -> None:
    """Tell the caller what of a call an API version does not have.

    Warns with ``UnsupportedByEngine``, at the line of the program that made the call; raises
    ``UnsupportedByEngineError`` for a client that is strict.
    """
    found = unsupported(operation, version)
    if not found:
        return
    text = message(operation, version, found)
    if strict:
        raise UnsupportedByEngineError(text)
    warnings.warn(text, UnsupportedByEngine, stacklevel=_levels_to_the_program())


def message(operation: "Operation[Any, Any]", version: str, found: list[Unsupported]) -> str:
    """Say what would be ignored."""
    return f"{operation.name}: this engine is spoken to in API {version} and will ignore or refuse: " + "; ".join(
        map(str, found)
    )


def _fields(value: object, schema: str, path: str, spoken: ApiVersion) -> Iterator[Unsupported]:
    from dockwright_api.facts import FIELDS

    mark, schema = (schema[:2], schema[2:]) if schema[:2] in ("[]", "{}") else ("", schema)
    if mark == "[]":
        for index, item in enumerate(cast("list[object]", value) if isinstance(value, list) else ()):
            yield from _fields(item, schema, f"{path}[{index}]", spoken)
        return
    if not isinstance(value, Mapping):
        return
    entries = cast("Mapping[str, object]", value)
    if mark == "{}":
        for key, item in entries.items():
            yield from _fields(item, schema, f"{path}[{key!r}]", spoken)
        return
    fields = FIELDS.get(schema, {})
    for name, entry in entries.items():
        fact = fields.get(name)
        if fact is None or entry is None or entry in ("", [], {}):
            continue
        since, until, child, values = fact
        here = f"{path}.{name}" if path else name
        too_new = _outside(f"field {here}", (since, until), spoken)
        yield from too_new
        if not too_new:
            # What is inside a field that is not known needs no mention of its own.
            yield from _values(f"field {here}", entry, values, spoken)
            if child:
                yield from _fields(entry, child, here, spoken)


def _values(what: str, value: object, known: "Values", spoken: ApiVersion) -> list[Unsupported]:
    if known is None:
        return []
    items = cast("list[object]", value) if isinstance(value, list) else [value]
    found: list[Unsupported] = []
    for item in items:
        if isinstance(item, str | int) and (span := known.get(item)):
            found += _outside(f"value {item!r} of {what}", span, spoken)
    return found


def _outside(what: str, span: "Span", spoken: ApiVersion) -> list[Unsupported]:
    since, until = span
    if since is not None and spoken < since:
        return [Unsupported(what, ".".join(map(str, since)), "")]
    if until is not None and spoken > until:
        return [Unsupported(what, "", ".".join(map(str, until)))]
    return []


def _levels_to_the_program() -> int:
    level = 1
    frame = currentframe()
    frame = frame.f_back if frame is not None else None  # what warnings.warn counts from
    while frame is not None and frame.f_globals.get("__name__", "").partition(".")[0] in _OWN_PACKAGES:
        frame, level = frame.f_back, level + 1
    return level


def _plain(body: object) -> object:
    """Give a body as plain JSON, whether it is a model, a list of models, or JSON already."""
    if isinstance(body, list | tuple):
        return [_plain(item) for item in cast("list[object]", body)]
    to_json = getattr(body, "to_json", None)
    return to_json() if to_json else body
