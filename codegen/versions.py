"""First and last API versions of facts: how they are ordered, and how they are written.

Files hold what cannot be told from around it. There is no ``since`` for what the oldest version has already, and no
``until`` for what the newest still has; a parameter without them has those of its operation, a property those of its
schema. Where requests and replies differ, ``since`` and ``until`` are those of requests, and replies have
``since_in_replies`` and ``until_in_replies`` beside them (null: still there). A schema's own are the earliest and the
latest of its properties. Values of an enum are listed in ``enum_since`` and ``enum_until``, where they are newer than
the list, or gone from it.

``spread`` writes everything at every operation, parameter and property, ``gather`` takes it back.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from codegen.nodes import is_mapping

Facts = dict[str, Any]

REQUESTS = ("since", "until")
REPLIES = ("since_in_replies", "until_in_replies")
KEYS = (*REQUESTS, *REPLIES)
_VALUES = ("enum_since", "enum_until")
_ALL = {*KEYS, *_VALUES}


def order(version: str) -> tuple[int, ...]:
    """Give what versions are sorted by: ``1.9`` is older than ``1.25``."""
    return tuple(int(part) for part in version.split("."))


def before(version: str) -> str:
    """Give the version before another one; minor versions are counted without gaps."""
    *major, minor = order(version)
    return ".".join(map(str, [*major, minor - 1]))


def earliest(versions: Iterable[str]) -> str:
    """Give the oldest of some versions."""
    return min(versions, key=order)


def latest(versions: Iterable[str | None]) -> str | None:
    """Give the newest of some last versions, of which None, for what is still there, is the newest."""
    known = list(versions)
    return None if None in known else max((each for each in known if each is not None), key=order)


def spread(facts: Facts, oldest: str) -> None:
    """Write first and last version at every operation, parameter and property, in place; None: still there."""
    for operation in facts["operations"].values():
        _spread(operation, {"since": oldest, "until": None}, REQUESTS)
        for parameter in operation.get("parameters", {}).values():
            _spread(parameter, operation, REQUESTS)
    for schema in facts["schemas"].values():
        around = dict(schema)
        _spread(around, {"since": oldest, "until": None}, KEYS)
        for key in KEYS:
            schema.pop(key, None)
        for child in own_properties(schema).values():
            _spread(child, around, KEYS)


def gather(facts: Facts, oldest: str) -> None:
    """Leave out all versions that follow from what is around them, in place."""
    outermost = {"since": oldest, "since_in_replies": oldest, "until": None, "until_in_replies": None}
    for operation in facts["operations"].values():
        for parameter in operation.get("parameters", {}).values():
            _gather(parameter, operation, REQUESTS)
        _gather(operation, outermost, REQUESTS)
        _reorder(operation, ("noun", "method", "path", *REQUESTS))
    for schema in facts["schemas"].values():
        around = summary(schema)
        for child in own_properties(schema).values():
            _gather(child, around or outermost, KEYS)
        if around:
            _gather(around, outermost, KEYS)
            schema.update(around)
            _reorder(schema, KEYS)


def summary(schema: Mapping[str, Any]) -> Facts:
    """Give the versions of a schema: the earliest and the latest of its properties; none if it inherits others."""
    nodes = list(own_properties(schema).values())
    if not nodes or "allOf" in schema:
        return {}
    return {
        key: earliest(node[key] for node in nodes) if key.startswith("since") else latest(node[key] for node in nodes)
        for key in KEYS
    }


def resolve(facts: Facts, oldest: str) -> None:
    """Leave out what is usual, in place: there from the oldest version on, still there, in replies as in requests."""
    outermost: Facts = {"since": oldest, "until": None}
    for operation in facts["operations"].values():
        for node in (*operation.get("parameters", {}).values(), operation):
            _gather(node, outermost, REQUESTS)
    for schema in facts["schemas"].values():
        around = summary(schema)
        for node in (*own_properties(schema).values(), *([around] if around else [])):
            _gather(node, outermost, KEYS)
        schema.update(around)


def told(versions: Mapping[str, str | None], node: Mapping[str, Any]) -> Facts:
    """Give what an entry tells of ``node``: of replies the same as of requests, unless it says otherwise."""
    both = {f"{key}_in_replies": value for key, value in versions.items() if f"{key}_in_replies" in node}
    return {**both, **versions}


def bare(node: Any) -> Any:
    """Give a fact without its versions."""
    return {key: value for key, value in node.items() if key not in _ALL} if is_mapping(node) else node


def kept(new: Any, current: Any) -> Any:
    """Give a corrected fact the versions of what stood there, but those that it has of its own."""
    if not is_mapping(new) or not is_mapping(current):
        return new
    lists = _VALUES if new.get("enum") == current.get("enum") else ()
    return {**new, **{key: current[key] for key in (*KEYS, *lists) if key in current and key not in new}}


def within(version: str, first: str, last: str | None) -> bool:
    """Tell whether a version is one of ``first`` to ``last``."""
    return order(first) <= order(version) and (last is None or order(version) <= order(last))


def own_properties(schema: Mapping[str, Any]) -> dict[str, Facts]:
    """Give the properties that a named schema has beside those that it inherits."""
    properties: dict[str, Facts] = schema.get("allOf", [schema])[-1].get("properties", {})
    return properties


def _reorder(node: Facts, first: Iterable[str]) -> None:
    """Put some keys in front of the others."""
    facts = dict(node)
    node.clear()
    node.update({key: facts[key] for key in first if key in facts} | facts)


def _spread(node: Facts, around: Mapping[str, Any], keys: Iterable[str]) -> None:
    stated = dict(node)
    for key in keys:
        node[key] = _first(key, stated, around)


def _gather(node: Facts, around: Mapping[str, Any], keys: Iterable[str]) -> None:
    """Take out of ``node`` what ``_spread`` would put in again."""
    stated = {key: node.pop(key) for key in keys}
    for key in keys:
        if stated[key] != _first(key, {name: node[name] for name in REQUESTS if name in node}, around):
            node[key] = stated[key]


def _first(key: str, stated: Mapping[str, Any], around: Mapping[str, Any]) -> Any:
    """Give a version as it is stated, as requests have it, as it is around, as requests have it there."""
    requests = key.removesuffix("_in_replies")
    for versions in (stated, around):
        for name in (key, requests):
            if name in versions:
                return versions[name]
    raise KeyError(key)
