"""The facts of one published Swagger 2.0 file, in the dialect of ``spec/api``.

Facts are names, types, formats, defaults, known values, media types and statuses. Sentences stay behind, and so do
limits (``minimum``, ``pattern``): the engine checks them, by rules that are its own. A key that this module does not
know is an error, so that nothing new in a published file is lost in silence.

What changes on the way:

* an object inside another one becomes a schema with a name (``codegen.naming``);
* ``allOf`` stands only at the top of a named schema: what is inherited from, then the own properties; alone with one
  reference it says nothing, so it is that reference;
* ``enum: [{}]`` and its kin mean "any object"; the empty string is no known value;
* ``x-nullable`` is ``nullable``, ``dateTime`` is ``date-time``;
* a parameter named Content-Type is what the body's media type is.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from codegen.casing import class_name, singular
from codegen.errors import SpecError
from codegen.naming import SchemaNames
from codegen.nodes import is_list, is_mapping

Facts = dict[str, Any]

_METHODS = ("get", "head", "post", "put", "delete", "options", "patch")
_REFERENCE = "#/definitions/"
_SENTENCES = {"description", "summary", "title", "example", "examples"}
_LIMITS = {"minimum", "maximum", "minItems", "maxItems", "minLength", "maxLength", "pattern"}
_FOR_GO = {"x-go-name", "x-go-package", "x-go-type", "x-omitempty"}
_SCHEMA_KEYS = {
    "$ref", "additionalProperties", "allOf", "default", "enum", "format", "items", "properties", "required", "type",
    "x-nullable",
}  # fmt: skip
_PARAMETER_KEYS = {"name", "in", "required", "type", "format", "default", "enum", "items", "collectionFormat", "schema"}
_OPERATION_KEYS = {"operationId", "parameters", "responses", "consumes", "produces", "tags"}
_RESPONSE_KEYS = {"schema", "headers"}
_FORMATS = {
    "binary", "cidr", "date-time", "double", "float", "int16", "int32", "int64", "ip-address", "uint16", "uint32",
    "uint64", "uint8", "uri",
}  # fmt: skip
_FORMAT_SPELLINGS = {"dateTime": "date-time", "CIDR": "cidr", "int": None, "json": None}
_JSON = "application/json"
_BYTES = "application/octet-stream"
_NO_CONTENT = {101, 204, 304}


def read(document: Mapping[str, Any], names: SchemaNames) -> Facts:
    """Give ``{"operations": ..., "schemas": ...}`` of a published file, in its order; operations carry their ``noun``.

    Raises ``SpecError`` that names the place where the file says something that cannot be read.
    """
    return _Reader(document, names).read()


def bare(node: Any, *, named: bool = False) -> Any:
    """Give a piece of a published file without sentences, limits and hints for Go; ``named``: its keys are names."""
    if is_mapping(node):
        left_out: set[str] = set() if named else _SENTENCES | _LIMITS | _FOR_GO
        return {
            key: bare(value, named=key == "properties" and not named)
            for key, value in node.items()
            if key not in left_out
        }
    return [bare(each) for each in node] if is_list(node) else node


class _Reader:
    def __init__(self, document: Mapping[str, Any], names: SchemaNames) -> None:
        self._document = document
        self._claim = names.claim
        self._names = names.reserve(document["definitions"])
        self._schemas: dict[str, Facts] = {}

    def read(self) -> Facts:
        for published, node in self._document["definitions"].items():
            name = self._names[published]
            self._schemas[name] = {}  # its place in the order, before the objects inside it
            self._schemas[name] = self._named(node, published, name)
        operations = {}
        for path, methods in self._document["paths"].items():
            for method, node in methods.items():
                if method not in _METHODS:
                    raise SpecError(f"{path}: {method!r} is no method that is known here")
                identifier = node["operationId"]
                if identifier in operations:
                    raise SpecError(f"{path}: there is another operation named {identifier}")
                operations[identifier] = self._operation(node, method, path, identifier)
        return {"operations": operations, "schemas": self._schemas}

    # Schemas

    def _named(self, node: Mapping[str, Any], place: str, name: str) -> Facts:
        """Convert what stands at the top of a schema with a name, where properties and allOf may stay."""
        parents, own = self._parts(node, place)
        if parents:
            parts: list[Facts] = [{"$ref": self._reference(parent, place)} for parent in parents]
            if own.get("properties"):
                parts.append(self._object(own, place, name))
            return {"allOf": parts}
        if own.get("properties"):
            return self._object(own, place, name)
        return self._schema(own, place, name)

    def _parts(self, node: Mapping[str, Any], place: str) -> tuple[list[str], dict[str, Any]]:
        """Split ``allOf`` into the schemas that are inherited from and one object with everything else."""
        own: Facts = {key: value for key, value in node.items() if key != "allOf"}
        parents: list[str] = []
        for part in node.get("allOf", ()):
            if "$ref" in part:
                parents.append(part["$ref"])
                continue
            _known(part, _SCHEMA_KEYS, place)
            own["properties"] = own.get("properties", {}) | part.get("properties", {})
            own["required"] = own.get("required", []) + part.get("required", [])
        return parents, own

    def _object(self, node: Mapping[str, Any], place: str, name: str) -> Facts:
        _known(node, _SCHEMA_KEYS, place)
        converted: Facts = {"type": "object"}
        if node.get("required"):
            converted["required"] = list(node["required"])
        converted["properties"] = {
            wire: self._schema(child, f"{place}.{wire}", name + class_name(wire))
            for wire, child in node["properties"].items()
        }
        return converted

    def _schema(self, node: Mapping[str, Any], place: str, name: str) -> Facts:
        """Convert a schema anywhere; ``name`` is what an object that stands here is called."""
        _known(node, _SCHEMA_KEYS, place)
        if "$ref" in node:
            converted: Facts = {"$ref": self._reference(node["$ref"], place)}
        elif "allOf" in node or node.get("properties"):
            converted = {"$ref": self._hoisted(node, place, name)}
        else:
            converted = self._leaf(node, place, name)
        if node.get("x-nullable"):
            converted["nullable"] = True
        return converted

    def _hoisted(self, node: Mapping[str, Any], place: str, name: str) -> str:
        """Make the object at ``place`` a schema of its own, and give its name."""
        parents, own = self._parts(node, place)
        if len(parents) == 1 and not own.get("properties"):
            return self._reference(parents[0], place)
        name = self._claim(place, name)
        self._schemas[name] = {}
        self._schemas[name] = self._named(node, place, name)
        return name

    def _leaf(self, node: Mapping[str, Any], place: str, name: str) -> Facts:
        converted: Facts = {}
        kind = node.get("type", "object" if "additionalProperties" in node else None)
        if is_list(kind):
            kind = kind[0]  # "array or string": the engine takes both and gives the first
        if kind:
            converted["type"] = kind
        converted |= _format(node, place)
        values = [value for value in node.get("enum", ()) if value != ""]
        if values and not all(isinstance(value, Mapping) for value in values):
            converted["enum"] = _values(values, kind, place)
        if kind == "array":
            item = singular(name)
            item = f"{name}Item" if item in self._schemas else item
            converted["items"] = self._schema(node.get("items", {}), f"{place}[]", item)
        if "additionalProperties" in node:
            converted["additionalProperties"] = self._schema(
                node["additionalProperties"], f"{place}{{}}", singular(name)
            )
        if node.get("default") not in (None, "") and kind != "object":
            converted["default"] = node["default"]
        return converted

    def _reference(self, reference: str, place: str) -> str:
        published = reference.removeprefix(_REFERENCE)
        if published not in self._names:
            raise SpecError(f"{place}: there is no schema {reference}")
        return self._names[published]

    # Operations

    def _operation(self, node: Mapping[str, Any], method: str, path: str, identifier: str) -> Facts:
        _known(node, _OPERATION_KEYS, identifier)
        tag = (node.get("tags") or [singular(path.split("/")[1])])[0]
        operation: Facts = {"noun": tag.split()[0].lower(), "method": method.upper(), "path": path}
        places = re.findall(r"{(\w+)}", path)
        parameters = [each for each in node.get("parameters", ()) if each["in"] != "body"]
        content_type = [each for each in parameters if each["name"].lower() == "content-type"]
        parameters = [each for each in parameters if each not in content_type]
        if {each["name"] for each in parameters if each["in"] == "path"} != set(places):
            raise SpecError(f"{identifier}: its path parameters are not those of {path}")
        parameters.sort(key=lambda each: places.index(each["name"]) if each["in"] == "path" else len(places))
        if parameters:
            operation["parameters"] = {
                each["name"]: self._parameter(each, f"{identifier}.{each['name']}") for each in parameters
            }
        media = content_type[0]["enum"] if content_type else node.get("consumes")
        for body in (each for each in node.get("parameters", ()) if each["in"] == "body"):
            operation["body"] = self._body(body, media, identifier)
        operation["replies"] = dict(self._replies(node, identifier))
        operation["errors"] = sorted(status for status in map(int, node["responses"]) if status >= 400)
        return operation

    def _parameter(self, node: Mapping[str, Any], place: str) -> Facts:
        _known(node, _PARAMETER_KEYS, place)
        converted: Facts = {"in": node["in"], **self._leaf(node, place, "")}
        if node["name"] == "filters":
            converted["format"] = "json-filters"
        if node.get("required"):
            converted["required"] = True
        if "collectionFormat" in node:
            converted["collection"] = node["collectionFormat"]
        return converted

    def _body(self, node: Mapping[str, Any], media: list[str] | None, identifier: str) -> Facts:
        schema = self._schema(node["schema"], f"{identifier}.body", f"{identifier}Request")
        default = _BYTES if schema.get("format") == "binary" else _JSON
        body: Facts = {"media": list(media or [default]), "schema": schema}
        return {"required": True, **body} if node.get("required") else body

    def _replies(self, node: Mapping[str, Any], identifier: str) -> Iterator[tuple[int, Facts]]:
        for status, response in sorted(node["responses"].items(), key=lambda item: int(item[0])):
            place = f"{identifier}.{status}"
            _known(response, _RESPONSE_KEYS, place)
            if int(status) >= 400:
                continue
            reply: Facts = {}
            if int(status) not in _NO_CONTENT:
                media = node.get("produces") or ([_JSON] if "schema" in response else [])
                if media:
                    reply["media"] = list(media)
            if response.get("headers"):
                reply["headers"] = {
                    name: self._leaf(header, f"{place}.{name}", "") for name, header in response["headers"].items()
                }
            if "schema" in response:
                reply["schema"] = self._schema(response["schema"], place, f"{identifier}Response")
            yield int(status), reply


def _known(node: Mapping[str, Any], keys: set[str], place: str) -> None:
    for key in node:
        if key not in keys and key not in _SENTENCES | _LIMITS | _FOR_GO:
            raise SpecError(f"{place}: the published file has a key that the importer does not know: {key!r}")


def _format(node: Mapping[str, Any], place: str) -> Facts:
    published = node.get("format")
    spelling = _FORMAT_SPELLINGS.get(published, published) if published else None
    if spelling is None:
        return {}
    if spelling not in _FORMATS:
        raise SpecError(f"{place}: the importer does not know the format {published!r}")
    return {"format": spelling}


def _values(values: list[Any], kind: str | None, place: str) -> list[Any]:
    expected = int if kind == "integer" else str
    for value in values:
        if type(value) is not expected:
            raise SpecError(f"{place}: {value!r} is no value of a {kind}; is it quoted?")
    return values
