"""The description of the Engine API as one value, for everything that is generated from it.

``load(spec_dir)`` reads the facts (``spec/api``), applies the overlay (``spec/overlay``) and gives a ``Description``:

* ``operations``: Engine name -> ``Operation``, noun by noun. Names, framing and timing are final.
* ``schemas``: schema name -> schema, a plain dict in the dialect of ``spec/api``. Treat it as read-only.
* ``nouns``: schema name -> the noun whose operations lead to it, or ``shared``.
* ``attributes``: schema name -> {wire name of a property -> Python name}, for every property of the schema's own
  (inherited ones stand with the schema that is inherited from). Keywords already carry their underscore.

A schema is a dict with these keys and no others:

======================== ==================================================================================
``$ref``                 the bare name of a schema; beside it only ``nullable`` and versions
``type``                 object, array, string, integer, number, boolean; absent: any JSON
``format``               int64, uint64, int32, uint32, int16, uint16, uint8, double, date-time, binary, ...
``enum``                 known values, never empty, never ""; the engine may send others (open)
``items``                schema of an array's items
``additionalProperties`` schema of a map's values; a map has no ``properties``
``properties``           wire name -> schema; only at the top of a named schema or in the last part of its ``allOf``
``required``             wire names, as published
``allOf``                only at the top of a named schema: refs, then at most one object with own properties
``anyOf``                the few values that come in several types; alone in its schema
``nullable``             true where null is documented
``default``              as published
``content``              in a reply's header with ``format: base64-json``: the schema of the JSON in it
``enum_since``           known value -> first API version with it, where that is later than the list
``enum_until``           known value -> last API version with it
``since``, ``until``     first and last API version that has it; absent: the oldest, still. Of named schemas,
                         properties, parameters and operations; those around it have it no later and no shorter
``since_in_replies``,    the same in replies, where that differs from requests; ``until_in_replies`` null: still
``until_in_replies``
======================== ==================================================================================

An ``object`` without ``properties`` and ``additionalProperties`` is free-form JSON.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, TypeAlias

from codegen import arrival, corrections, dialect, overlay, reach, specfile, versions
from codegen.assets.operation import Framing, Timing
from codegen.errors import SpecError
from codegen.pythonic import MODULES, Naming
from codegen.versions import own_properties as own_properties

Schema: TypeAlias = dict[str, Any]
Encoding: TypeAlias = Literal["plain", "multi", "filters", "json", "multi-json", "base64-json"]

_OF_PARAMETERS = ("in", "required", "collection", "always_sent", "since", "until")
_ENCODINGS: dict[str, Encoding] = {"json-filters": "filters", "json": "json", "base64-json": "base64-json"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """An argument in the path, the query or a header."""

    name: str
    """As on the wire: ``X-Registry-Auth``, ``one-shot``."""
    argument: str
    """As in Python: ``registry_auth``, ``one_shot``; a keyword or a clash already carries its underscore."""
    place: Literal["path", "query", "header"]
    schema: Schema
    """``type`` (string, integer, boolean, array), ``format``, ``enum``, ``items``, ``default``; for JSON-encoded
    arguments the schema of the value *before* encoding, which may be a ``$ref``, a map or a list."""
    required: bool = False
    encoding: Encoding = "plain"
    """``plain``: its text; ``multi``: an array, its key repeated; ``filters``: a mapping for ``operation.filters``;
    ``json``: the value as JSON text; ``multi-json``: an array, its key repeated, every item as JSON text;
    ``base64-json``: the value as JSON in URL-safe base64 (credentials in headers)."""
    always_sent: bool = False
    """Whether engines fail without it, so that its default is sent rather than nothing."""
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """What a request carries."""

    schema: Schema
    """A ``$ref``, an array, or ``{type: string, format: binary}``."""
    media: tuple[str, ...]
    """Media types, the one to send first."""
    required: bool

    @property
    def binary(self) -> bool:
        """Whether the body is bytes rather than JSON."""
        return self.schema.get("format") == "binary"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """A successful answer under one status."""

    status: int
    media: tuple[str, ...] = ()
    schema: Schema | None = None
    """None: no body, or none that is described."""
    headers: Mapping[str, Schema] = field(default_factory=dict[str, Schema])


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One of the Engine's operations."""

    id: str
    """The Engine's name: ``ContainerStop``."""
    noun: str
    """The file that it stands in: ``container``."""
    module: str
    function: str
    """Where its function is found: ``containers`` and ``stop``."""
    method: str
    """``GET``, ``HEAD``, ``POST``, ``PUT`` or ``DELETE``."""
    path: str
    """Without version prefix: ``/containers/{id}/stop``; every ``{name}`` is a path parameter."""
    parameters: tuple[Parameter, ...]
    """Path parameters first, in the order of the path; then the others as published."""
    body: Body | None
    replies: tuple[Reply, ...]
    """Statuses below 400, lowest first."""
    errors: tuple[int, ...]
    framing: Framing
    timing: Timing
    item: Schema | None
    """``JSON_STREAM``: the schema of one document. Otherwise None."""
    one_document_when: Mapping[str, bool]
    """``JSON_STREAM`` that is a single JSON document under these arguments: ``{"stream": False}``; mostly empty."""
    grace: str | None
    """Wire name of the parameter that holds the seconds which the engine itself waits; None: it has none."""
    since: str | None = None
    until: str | None = None

    @property
    def reply(self) -> Schema | None:
        """The schema of the reply that is read whole (``JSON``, ``TEXT``, or the header of ``HEADERS``), or None."""
        if self.framing is Framing.HEADERS:
            headers = (header for reply in self.replies for header in reply.headers.values())
            return next((header["content"] for header in headers if "content" in header), None)
        if self.framing in (Framing.JSON, Framing.TEXT):
            return next((reply.schema for reply in self.replies if reply.schema is not None), None)
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """Everything that is known about the Engine API; see the module's own text for the format."""

    oldest: str
    newest: str
    """The oldest and the newest API version that were read: ``1.25`` and ``1.55``."""
    operations: Mapping[str, Operation]
    schemas: Mapping[str, Schema]
    nouns: Mapping[str, str]
    attributes: Mapping[str, Mapping[str, str]]


def load(spec_dir: Path) -> Description:
    """Read ``spec_dir`` and apply its overlay.

    Raises ``SpecError`` that names file and entry when something is unknown, unresolved or no longer applies.
    """
    facts = read_facts(spec_dir)
    oldest, newest = _range(spec_dir)
    overlay.add(facts, spec_dir)
    corrections.correct(facts, spec_dir)
    versions.spread(facts, oldest)
    corrections.correct_versions(facts, spec_dir)
    versions.resolve(facts, oldest)
    dialect.check(facts["operations"], facts["schemas"])
    names = overlay.names(spec_dir)
    streams = overlay.streams(facts["operations"], spec_dir)
    items = {name: told["item"] for name, told in streams.items() if "item" in told}
    dialect.check_references(items, facts["schemas"], "spec/overlay/streams.yaml")
    reached = {name: {**operation, "item": items.get(name)} for name, operation in facts["operations"].items()}
    roots = [*reach.references(list(reached.values())), *overlay.kept(facts["schemas"], spec_dir)]
    kept = reach.closure(roots, facts["schemas"])
    schemas = {name: schema for name, schema in facts["schemas"].items() if name in kept}
    naming = Naming(names)
    operations = {
        name: _operation(name, operation, streams.get(name, {}), naming)
        for name, operation in facts["operations"].items()
    }
    attributes = {name: naming.attributes(name, own_properties(schema)) for name, schema in schemas.items()}
    naming.finish()
    return Description(
        oldest=oldest,
        newest=newest,
        operations=operations,
        schemas=schemas,
        nouns=reach.nouns(reached, schemas),
        attributes=attributes,
    )


def read_facts(spec_dir: Path) -> dict[str, Any]:
    """Read ``spec/api`` as it is: ``operations``, with their ``noun``, and ``schemas``."""
    facts: dict[str, Any] = {"operations": {}, "schemas": {}}
    files = {path.stem: path for path in (spec_dir / "api").glob("*.yaml")}
    for noun in sorted(files, key=_noun_order):
        content = specfile.read(files[noun])
        for section, entries in content.items():
            if section not in facts:
                raise SpecError(f"{files[noun]}: unknown heading {section!r}")
            for name, entry in entries.items():
                if name in facts[section]:
                    raise SpecError(f"{files[noun]}: {name} is in another file too")
                facts[section][name] = {"noun": noun, **entry} if section == "operations" else entry
    if not facts["operations"]:
        raise SpecError(f"{spec_dir / 'api'} has no operations; run `python -m codegen import`")
    return facts


def _noun_order(noun: str) -> int:
    if noun not in MODULES and noun != reach.SHARED:
        raise SpecError(f"spec/api/{noun}.yaml: {noun!r} is no noun that is known here: {', '.join(MODULES)}")
    return [*MODULES, reach.SHARED].index(noun)


def _range(spec_dir: Path) -> tuple[str, str]:
    source = tomllib.loads((spec_dir / "source.toml").read_text("utf-8"))
    read = sorted((file["version"] for file in source["file"]), key=versions.order)
    return read[0], read[-1]


def _operation(name: str, facts: dict[str, Any], told: dict[str, Any], naming: Naming) -> Operation:
    parameters = tuple(_parameter(name, wire, each, naming) for wire, each in facts.get("parameters", {}).items())
    replies = tuple(
        sorted((_reply(status, reply) for status, reply in facts["replies"].items()), key=lambda each: each.status)
    )
    body = facts.get("body")
    module, function = naming.function(name, facts["noun"])
    operation = Operation(
        id=name,
        noun=facts["noun"],
        module=module,
        function=function,
        method=facts["method"],
        path=facts["path"],
        parameters=parameters,
        body=Body(schema=body["schema"], media=tuple(body["media"]), required=body.get("required", False))
        if body
        else None,
        replies=replies,
        errors=tuple(facts["errors"]),
        **arrival.of(name, facts, told),
        since=facts.get("since"),
        until=facts.get("until"),
    )
    for wire in [*operation.one_document_when, *([operation.grace] if operation.grace else [])]:
        if wire not in facts.get("parameters", {}):
            raise SpecError(f"spec/overlay/streams.yaml: {name} has no argument {wire!r}")
    return operation


def _reply(status: int | str, facts: dict[str, Any]) -> Reply:
    return Reply(
        # The overlay writes a status as text where there is no other to go by.
        status=int(status),
        media=tuple(facts.get("media", ())),
        schema=facts.get("schema"),
        headers=facts.get("headers", {}),
    )


def _parameter(operation: str, wire: str, facts: dict[str, Any], naming: Naming) -> Parameter:
    schema = {key: facts[key] for key in facts if key not in _OF_PARAMETERS}
    encoding = _ENCODINGS.get(schema.get("format", ""), "plain")
    if schema.get("type") == "array":
        if facts.get("collection") != "multi":
            raise SpecError(
                f"{operation}.{wire} is a list that is joined by commas; if the engine reads the repeated key, say so "
                f"in spec/overlay/fixes.yaml with `collection: multi`"
            )
        encoding = "multi-json" if schema["items"].get("format") == "json" else "multi"
        if encoding == "multi-json":
            schema = {**schema, "items": schema["items"]["content"]}
    elif "content" in schema:
        schema = schema["content"]
    return Parameter(
        name=wire,
        argument=naming.argument(operation, wire),
        place=facts["in"],
        schema=schema,
        required=facts.get("required", False),
        encoding=encoding,
        always_sent=facts.get("always_sent", False),
        since=facts.get("since"),
        until=facts.get("until"),
    )
