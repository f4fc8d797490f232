"""Checks that the description keeps to the dialect of ``codegen.description``.

Every key is known, every reference leads somewhere, every object with properties has a name, and a named schema is not
a reference to another one in disguise.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from codegen import versions
from codegen.errors import SpecError

_VERSIONS = {*versions.KEYS}
_SCHEMA = {
    "$ref", "additionalProperties", "anyOf", "default", "enum", "enum_since", "enum_until", "format", "items",
    "nullable", "type", "content",
} | _VERSIONS  # fmt: skip
_NAMED = {"allOf", "properties", "required"}
_PARAMETER = _SCHEMA | {"in", "required", "collection", "always_sent"}
_OPERATION = {"noun", "method", "path", "parameters", "body", "replies", "errors"} | _VERSIONS
_BODY = {"required", "media", "schema"}
_REPLY = {"media", "headers", "schema"}
_PLACES = {"path", "query", "header"}
_ENCODED = {"json", "json-filters", "base64-json"}


def check(operations: Mapping[str, Any], schemas: Mapping[str, Any]) -> None:
    """Raise ``SpecError`` that names the first place where the description is not what it must be."""
    for name, schema in schemas.items():
        _named(schema, schemas, f"schema {name}")
    for name, operation in operations.items():
        _keys(operation, _OPERATION, f"operation {name}")
        for wire, parameter in operation.get("parameters", {}).items():
            place = f"operation {name}, parameter {wire}"
            _keys(parameter, _PARAMETER, place)
            if parameter["in"] not in _PLACES:
                raise SpecError(f"{place}: in {parameter['in']!r} is none of {', '.join(sorted(_PLACES))}")
            if "always_sent" in parameter and ("default" not in parameter or parameter.get("required")):
                raise SpecError(f"{place}: always_sent is for what is not required and has a default")
            _schema({key: parameter[key] for key in parameter.keys() & _SCHEMA}, schemas, place)
        if body := operation.get("body"):
            _keys(body, _BODY, f"operation {name}, body")
            _schema(body["schema"], schemas, f"operation {name}, body")
        for status, reply in operation["replies"].items():
            place = f"operation {name}, reply {status}"
            _keys(reply, _REPLY, place)
            for header, schema in reply.get("headers", {}).items():
                _schema(schema, schemas, f"{place}, header {header}")
            if "schema" in reply:
                _schema(reply["schema"], schemas, place)


def check_references(named: Mapping[str, Mapping[str, Any]], schemas: Mapping[str, Any], place: str) -> None:
    """Check schemas that stand outside ``spec/api``; ``named`` maps the entries at ``place`` to them."""
    for name, schema in named.items():
        _schema(schema, schemas, f"{place}: {name}")


def _named(schema: Mapping[str, Any], schemas: Mapping[str, Any], place: str) -> None:
    if "allOf" in schema:
        _keys(schema, {"allOf"} | _VERSIONS, place)
        *parents, last = schema["allOf"]
        parts = parents if "properties" in last else [*parents, last]
        for part in parts:
            _keys(part, {"$ref"}, place)
            _schema(part, schemas, place)
        if "properties" in last:
            _named(last, schemas, place)
    elif "properties" in schema:
        _keys(schema, _NAMED | {"type"} | _VERSIONS, place)
        for wire, child in schema["properties"].items():
            _schema(child, schemas, f"{place}, property {wire}")
        for wire in schema.get("required", ()):
            if wire not in schema["properties"]:
                raise SpecError(f"{place}: the required {wire!r} is no property of it")
    elif "$ref" in schema:
        raise SpecError(f"{place}: a named schema that is only a reference; refer to {schema['$ref']} instead")
    else:
        _schema(schema, schemas, place)


def _schema(schema: Mapping[str, Any], schemas: Mapping[str, Any], place: str) -> None:
    if inline := _NAMED & schema.keys():
        raise SpecError(f"{place}: an object with {sorted(inline)[0]} must be a schema with a name")
    _keys(schema, _SCHEMA, place)
    if "$ref" in schema and schema["$ref"] not in schemas:
        raise SpecError(f"{place}: there is no schema {schema['$ref']}")
    if ("content" in schema) != (schema.get("format") in _ENCODED - {"json-filters"}):
        raise SpecError(f"{place}: text in format json or base64-json has a content, and no other text has")
    if "" in schema.get("enum", ()) or schema.get("enum") == []:
        raise SpecError(f"{place}: an enum lists what is known; the empty text and no value at all say nothing")
    for child in _children(schema):
        _schema(child, schemas, place)


def _children(schema: Mapping[str, Any]) -> Iterable[Mapping[str, Any]]:
    yield from (schema[key] for key in ("items", "additionalProperties", "content") if key in schema)
    yield from schema.get("anyOf", ())


def _keys(node: Mapping[str, Any], known: set[str], place: str) -> None:
    for key in node:
        if key not in known:
            raise SpecError(f"{place}: unknown key {key!r}")
