"""Versions laid over each other: small published files in, what is written of all of them out."""

from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent, indent
from typing import Any

import pytest
import yaml

from codegen import corrections, specfile, versions
from codegen.errors import SpecError
from codegen.importer import Source, add_version
from codegen.naming import SchemaNames
from codegen.versions import Facts

EMPTY = {"responses": {200: {"description": "no error"}}}


def merged(*files: str, spec: Path = Path("nowhere")) -> Facts:
    """Merge files of the versions 1.1, 1.2 and so on; each holds ``paths`` and ``definitions``."""
    facts: Facts = {}
    before: list[Source] = []
    names = SchemaNames({})
    published = corrections.Published(spec)
    for number, file in enumerate(files, 1):
        document: dict[str, Any] = {"definitions": {}, "paths": {}} | yaml.safe_load(dedent(file))
        source = Source(version=f"1.{number}", sha256="", document=document)
        facts = add_version(facts, source, before, names, published)
        before.append(source)
    published.finish()
    return facts


def text(*files: str, spec: Path = Path("nowhere")) -> str:
    facts = merged(*files, spec=spec)
    versions.gather(facts, "1.1")
    return specfile.text(facts, "")


def replies(*schemas: str, definitions: Mapping[int, str] = {}) -> str:
    """Merge versions of one operation whose reply has these properties, and give its schemas."""
    files: list[str] = []
    for number, schema in enumerate(schemas, 1):
        node = f"{{type: object, properties: {schema}}}"
        operation = f"{{operationId: ThingInspect, tags: [Container], responses: {{200: {{schema: {node}}}}}}}"
        files.append(f"paths: {{/things: {{get: {operation}}}}}\ndefinitions: {definitions.get(number, '{}')}\n")
    return text(*files).partition("schemas:\n")[2]


def cases(written: str) -> str:
    return indent(dedent(written).lstrip("\n"), "  ")


# Properties


def test_what_comes_has_a_first_version_and_what_goes_a_last_one() -> None:
    assert replies("{A: {type: string}, B: {type: string}}", "{B: {type: string}, C: {type: string}}") == cases("""
        ThingInspectResponse:
          type: object
          properties:
            B: {type: string}
            C: {type: string, since: '1.2'}
            A: {type: string, until: '1.1'}
    """)


def test_type_and_order_are_those_of_the_newest_version() -> None:
    written = replies(
        "{A: {type: integer}, B: {type: string}}",
        "{B: {type: string, x-nullable: true}, A: {type: integer, format: int64, default: 1}}",
    )
    assert written.endswith("""\
      B: {type: string, nullable: true}
      A: {type: integer, format: int64, default: 1}
""")


def test_a_gap_is_no_gap() -> None:
    assert "since" not in (
        written := replies("{A: {type: string}}", "{B: {type: string}}", "{A: {type: string}, B: {type: string}}")
    ).replace("since: '1.2'", "")
    assert "A: {type: string}\n" in written
    assert "until" not in written


def test_what_is_gone_for_good_keeps_its_last_version() -> None:
    written = replies("{A: {type: string}, B: {type: string}}", *["{B: {type: string}}"] * 3)
    assert "A: {type: string, until: '1.1'}\n" in written


def test_names_that_differ_in_case_alone_are_one() -> None:
    written = replies("{NanoCPUs: {type: integer}}", "{NanoCpus: {type: integer}}")
    assert written == cases("""
        ThingInspectResponse:
          type: object
          properties:
            NanoCpus: {type: integer}
    """)


def test_names_that_differ_in_case_and_are_both_there_are_two() -> None:
    written = replies("{id: {type: string}, Id: {type: string}}", "{Id: {type: string}}")
    assert "Id: {type: string}\n" in written
    assert "id: {type: string, until: '1.1'}\n" in written


def test_properties_meet_by_their_way_whatever_their_schemas_are_called() -> None:
    written = replies(
        "{Part: {type: object, properties: {Size: {type: integer}, Old: {type: string}}}}",
        "{Part: {$ref: '#/definitions/Piece'}}",
        definitions={2: "{Piece: {type: object, properties: {Size: {type: integer}, New: {type: string}}}}"},
    )
    assert "Part: {$ref: Piece}\n" in written
    assert "ThingInspectResponsePart" not in written
    assert written.startswith(
        cases("""
        Piece:
          type: object
          properties:
            Size: {type: integer}
            New: {type: string, since: '1.2'}
            Old: {type: string, until: '1.1'}
    """)
    )


def test_properties_of_lists_and_maps_meet_too() -> None:
    old = "{L: {type: array, items: {type: object, properties: {A: {type: string}}}}, M: {type: object, %s}}"
    new = "additionalProperties: {type: object, properties: {B: {type: string}, C: {type: string}}}"
    written = replies(
        old % "additionalProperties: {type: object, properties: {B: {type: string}}}",
        (old % new).replace("{A: {type: string}}", "{A: {type: string}, D: {type: string}}"),
    )
    assert "      D: {type: string, since: '1.2'}\n" in written
    assert "      C: {type: string, since: '1.2'}\n" in written
    assert "A: {type: string}\n" in written


def test_what_is_gone_brings_its_schemas_along() -> None:
    piece = "{type: object, allOf: [{$ref: '#/definitions/Base'}], properties: {Size: {type: integer}}}"
    base = "{type: object, properties: {Id: {type: string}}}"
    written = replies(
        "{A: {type: string}, Pieces: {type: array, items: {$ref: '#/definitions/Piece'}}}",
        "{A: {type: string}}",
        "{A: {type: string}}",
        definitions={1: f"{{Piece: {piece}, Base: {base}}}"},
    )
    assert written == cases("""
        ThingInspectResponse:
          type: object
          properties:
            A: {type: string}
            Pieces: {type: array, items: {$ref: Piece}, until: '1.1'}
        Base:
          until: '1.1'
          type: object
          properties:
            Id: {type: string}
        Piece:
          allOf:
            - {$ref: Base}
            - type: object
              properties:
                Size: {type: integer, until: '1.1'}
    """)


def test_what_is_gone_leads_to_what_its_schemas_became() -> None:
    piece = "{type: object, properties: {Size: {type: integer}}}"
    written = replies(
        "{One: {$ref: '#/definitions/Piece'}, Gone: {$ref: '#/definitions/Piece'}}",
        "{One: {$ref: '#/definitions/Part'}}",
        definitions={1: f"{{Piece: {piece}}}", 2: f"{{Part: {piece}}}"},
    )
    assert "Gone: {$ref: Part, until: '1.1'}\n" in written
    assert "Piece" not in written


def test_a_property_stays_where_it_is_inherited_from() -> None:
    base = "{type: object, properties: {A: {type: string}%s}}"
    thing = "{allOf: [{$ref: '#/definitions/Base'}, {type: object, properties: {B: {type: string}}}]}"
    written = replies(
        "{Thing: {$ref: '#/definitions/Thing'}}",
        "{Thing: {$ref: '#/definitions/Thing'}}",
        definitions={
            1: f"{{Base: {base % ', Old: {type: string}'}, Thing: {thing}}}",
            2: f"{{Base: {base % ', New: {type: string}'}, Thing: {thing}}}",
        },
    )
    assert written.startswith(
        cases("""
        Base:
          type: object
          properties:
            A: {type: string}
            New: {type: string, since: '1.2'}
            Old: {type: string, until: '1.1'}
        Thing:
          allOf:
            - {$ref: Base}
            - type: object
              properties:
                B: {type: string}
    """)
    )


def test_what_was_an_object_without_properties_had_them_already() -> None:
    written = replies("{Part: {type: object}}", "{Part: {type: object, properties: {A: {type: string}}}}")
    assert "since" not in written


def test_a_schema_that_only_newer_versions_have_tells_its_version_once() -> None:
    written = replies(
        "{A: {type: string}}",
        "{A: {type: string}, Part: {type: object, properties: {B: {type: string}, C: {type: string}}}}",
        "{A: {type: string}, Part: {type: object, properties: {B: {type: string}, D: {type: string}}}}",
    )
    assert written.endswith(
        cases("""
        ThingInspectResponsePart:
          since: '1.2'
          type: object
          properties:
            B: {type: string}
            D: {type: string, since: '1.3'}
            C: {type: string, until: '1.2'}
    """)
    )


def test_a_list_that_was_an_object_is_an_error_that_names_the_place() -> None:
    with pytest.raises(
        SpecError, match=r"ThingInspect\.reply\.A was an object with properties until 1\.1 and is a list"
    ):
        replies("{A: {type: object, properties: {B: {type: string}}}}", "{A: {type: array, items: {type: string}}}")


@pytest.mark.parametrize(
    ("first", "second", "required"),
    [("[A, B]", "[A, B]", "[A, B]"), ("[A]", "[A, B]", "[A]"), ("[A, B]", "[A]", "[A]"), ("[B]", "[A]", "")],
)
def test_required_is_what_all_versions_require(first: str, second: str, required: str) -> None:
    thing = "{Thing: {type: object, required: %s, properties: {A: {type: string}, B: {type: string}}}}"
    written = replies(
        "{It: {$ref: '#/definitions/Thing'}}",
        "{It: {$ref: '#/definitions/Thing'}}",
        definitions={1: thing % first, 2: thing % second},
    )
    assert (f"    required: {required}\n" in written) if required else ("required" not in written)


def test_a_new_property_is_not_required() -> None:
    thing = "{Thing: {type: object, required: %s, properties: {A: {type: string}%s}}}"
    written = replies(
        *["{It: {$ref: '#/definitions/Thing'}}"] * 2,
        definitions={1: thing % ("[A]", ""), 2: thing % ("[A, B]", ", B: {type: string}")},
    )
    assert "    required: [A]\n" in written


# Values


def values(*enums: str) -> str:
    written = replies(*(f"{{A: {{type: string{f', enum: {enum}' if enum else ''}}}}}" for enum in enums))
    return written.partition("      A: ")[2].strip()


def test_values_have_versions_where_these_are_not_those_of_the_list() -> None:
    assert values("[a, b]", "[b, c]", "[c, d]") == (
        "{type: string, enum: [c, d, b, a], enum_since: {c: '1.2', d: '1.3'}, enum_until: {b: '1.2', a: '1.1'}}"
    )


def test_values_of_a_list_that_was_not_told_before_are_as_old_as_the_property() -> None:
    assert values("", "[a, b]", "[a, b, c]") == "{type: string, enum: [a, b, c], enum_since: {c: '1.3'}}"


def test_values_that_are_back_have_no_gap() -> None:
    assert values("[a, b]", "[a]", "[a, b]") == "{type: string, enum: [a, b]}"


def test_values_of_a_list_that_is_told_no_longer_stay() -> None:
    assert values("[a, b]", "[a]", "") == "{type: string, enum: [a, b], enum_until: {b: '1.1'}}"


def test_values_of_a_named_list() -> None:
    written = replies(
        "{A: {type: string, enum: [a]}}",
        "{A: {$ref: '#/definitions/Kind'}}",
        definitions={2: "{Kind: {type: string, enum: [a, b]}}"},
    )
    assert "    enum: [a, b]\n    enum_since: {b: '1.2'}\n" in written


def test_values_of_a_property_that_is_gone_last_as_long_as_it() -> None:
    written = replies("{A: {type: string, enum: [a]}}", "{A: {type: string, enum: [a, b]}}", "{B: {type: string}}")
    assert "A: {type: string, enum: [a, b], enum_since: {b: '1.2'}, until: '1.2'}\n" in written


# Operations


def operation(node: str, *, path: str = "/things/{id}", name: str = "ThingUpdate") -> str:
    parameter = f"{{name: {path.partition('{')[2].rstrip('}')}, in: path, required: true, type: string}}"
    return f"""\
        paths:
          {path}:
            post:
              operationId: {name}
              tags: [Container]
              parameters: [{parameter}, {node}]
              responses: {{204: {{description: no error}}}}
    """


QUERY = "{name: %s, in: query, type: string}"


def test_operations_meet_by_method_and_path() -> None:
    written = text(
        operation(QUERY % "a", path="/things/{name}", name="OldUpdate"), operation(f"{QUERY % 'a'}, {QUERY % 'b'}")
    )
    assert written == dedent("""\
        operations:
          ThingUpdate:
            noun: container
            method: POST
            path: /things/{id}
            parameters:
              id: {in: path, type: string, required: true}
              a: {in: query, type: string}
              b: {in: query, type: string, since: '1.2'}
            replies:
              204: {}
            errors: []
        schemas: {}
    """)


def test_an_operation_has_versions_and_its_arguments_only_their_own() -> None:
    both = yaml.safe_load(dedent(operation(f"{QUERY % 'a'}, {QUERY % 'b'}")))
    both["paths"]["/others"] = {"get": {"operationId": "OtherList", "tags": ["Container"], **EMPTY}}
    written = text(
        "paths: {/others: {get: {operationId: OtherList, tags: [Container], responses: {200: {description: ok}}}}}",
        operation(QUERY % "a"),
        yaml.safe_dump(both),
        operation(QUERY % "b"),
    )
    assert "    path: /others\n    since" not in written
    assert "    path: /others\n    until: '1.3'\n" in written
    assert "    path: /things/{id}\n    since: '1.2'\n" in written
    assert "      a: {in: query, type: string, until: '1.3'}\n" in written
    assert "      b: {in: query, type: string, since: '1.3'}\n" in written
    assert "      id: {in: path, type: string, required: true}\n" in written


def test_headers_meet_whatever_their_case_and_what_is_gone_is_not_required() -> None:
    written = text(
        operation("{name: X-registry-auth, in: header, type: string, required: true}"),
        operation("{name: X-Registry-Auth, in: header, type: string, required: true}"),
        operation(QUERY % "a"),
    )
    assert "      X-Registry-Auth: {in: header, type: string, until: '1.2'}\n" in written


def test_two_operations_of_one_name_are_an_error() -> None:
    with pytest.raises(SpecError, match=r"ThingUpdate is another operation in version 1\.2 than before"):
        text(operation(QUERY % "a"), operation(QUERY % "a", path="/others/{id}"))


def test_requests_and_replies_are_followed_apart() -> None:
    def file(sent: str, given: str) -> str:
        return f"""\
            definitions:
              Sent: {{type: object, properties: {{A: {{type: string}}{sent}}}}}
              Given: {{type: object, properties: {{A: {{type: string}}{given}}}}}
            paths:
              /things:
                post:
                  operationId: ThingCreate
                  tags: [Container]
                  parameters: [{{name: b, in: body, schema: {{$ref: '#/definitions/Sent'}}}}]
                  responses: {{200: {{schema: {{$ref: '#/definitions/Given'}}}}}}
        """

    more = ", B: {type: string}"
    both = file(more, more).replace("#/definitions/Given", "#/definitions/Sent")
    assert "B: {type: string, since: '1.2', since_in_replies: '1.1'}\n" in text(file("", more), both)
    assert "B: {type: string, since_in_replies: '1.2'}\n" in text(file(more, ""), both)
    assert "B: {type: string}\n" in text(file(more, more), both)
    assert "B: {type: string, until: '1.1'}\n" in text(file("", more), both.replace(more, ""))
    assert "B: {type: string, until: '1.2', until_in_replies: '1.1'}\n" in text(
        both, file(more, ""), both.replace(more, "")
    )


def test_a_body_and_a_reply_that_are_gone_stay() -> None:
    thing = "{type: object, properties: {A: {type: string}}}"
    body = f"{{name: b, in: body, schema: {thing}}}"
    first = yaml.safe_load(dedent(operation(body)))
    first["paths"]["/things/{id}"]["post"]["responses"] = {200: {"schema": yaml.safe_load(thing)}}
    written = text(yaml.safe_dump(first), operation(QUERY % "a"))
    assert "    body: {media: [application/json], schema: {$ref: ThingUpdateRequest}}\n" in written
    assert "      200: {media: [application/json], schema: {$ref: ThingUpdateResponse}}\n" in written
    assert written.count("    until: '1.1'\n") == 2


# The result


def test_what_is_written_gives_the_same_when_it_is_read() -> None:
    facts = merged(
        operation(QUERY % "a"),
        operation(
            f"{QUERY % 'b'}, {{name: b, in: body, schema: {{type: object, properties: {{A: {{type: string}}}}}}}}"
        ),
        operation("{name: b, in: body, schema: {type: object, properties: {B: {type: string}, C: {type: string}}}}"),
    )
    written = yaml.safe_load(yaml.safe_dump(facts))
    versions.gather(written, "1.1")
    versions.spread(written, "1.1")
    assert written == facts


# Accidents in published files

FIX = """\
    published:
      - at: {at}
        from: '1.1'
        until: '1.2'
        old: {old}
        new: {new}
        reason: It is wrong.
        evidence: The source says so.
"""


def corrected(folder: Path, at: str, old: str, new: str, *schemas: str) -> str:
    (folder / "overlay").mkdir(exist_ok=True)
    (folder / "overlay" / "fixes.yaml").write_text(dedent(FIX.format(at=at, old=old, new=new)), "utf-8")
    files = [
        f"""\
            definitions: {{Thing: {{type: object, properties: {schema}}}}}
            paths:
              /things:
                get:
                  operationId: ThingInspect
                  tags: [Container]
                  parameters: [{{name: a, in: query, type: string, description: A sentence.}}]
                  responses: {{200: {{schema: {{$ref: '#/definitions/Thing'}}}}}}
        """
        for schema in schemas
    ]
    return text(*files, spec=folder)


def test_an_accident_is_corrected_in_the_versions_that_have_it(tmp_path: Path) -> None:
    wrong = "{A: {type: string, description: A sentence., example: x}}"
    right = "{A: {type: array, items: {type: string}}}"
    at = "definitions/Thing/properties/A"
    written = corrected(tmp_path, at, "{type: string}", "{type: array, items: {type: string}}", wrong, wrong, right)
    assert "      A: {type: array, items: {type: string}}\n" in written


def test_a_parameter_goes_by_its_name(tmp_path: Path) -> None:
    at = "operations/ThingInspect/parameters/a/type"
    written = corrected(tmp_path, at, "string", "integer", *["{A: {type: string}}"] * 2)
    assert "a: {in: query, type: integer}" in written


@pytest.mark.parametrize(
    ("old", "schemas", "message"),
    [
        (
            "{type: integer}",
            ["string", "string"],
            r"expected {'type': 'integer'}, but v1\.1\.yaml has {'type': 'string'}",
        ),
        ("{type: string}", ["string", "array"], r"v1\.2\.yaml says so by now"),
    ],
)
def test_an_accident_that_is_none_is_an_error(tmp_path: Path, old: str, schemas: list[str], message: str) -> None:
    properties = [f"{{A: {{type: {kind}}}}}" for kind in schemas]
    with pytest.raises(SpecError, match=message):
        corrected(tmp_path, "definitions/Thing/properties/A", old, "{type: array}", *properties)


def test_an_accident_of_no_version_that_was_read_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "overlay" / "fixes.yaml"
    path.parent.mkdir()
    entry = FIX.format(at="definitions/Thing", old="1", new="2").replace("'1.1'", "'1.8'").replace("'1.2'", "'1.9'")
    path.write_text(dedent(entry), "utf-8")
    with pytest.raises(SpecError, match=r"definitions/Thing: no file of version 1\.8 or after it was read"):
        text(operation(QUERY % "a"), spec=tmp_path)
