"""Published Swagger in, facts out: every transformation on a small input of our own."""

from textwrap import dedent, indent

import pytest
import yaml

from codegen import specfile, swagger
from codegen.errors import SpecError
from codegen.naming import SchemaNames

ONE_OPERATION = """\
  /things/{id}:
    get:
      operationId: ThingInspect
      tags: [Container]
      parameters: [{name: id, in: path, required: true, type: string}]
      responses: {200: {description: no error}}
"""


def facts(definitions: str = "", paths: str = ONE_OPERATION, names: dict[str, str] | None = None) -> str:
    """Read a document with these definitions and paths, and give what is written of it."""
    document = yaml.safe_load(
        f"swagger: '2.0'\ndefinitions:\n{indent(dedent(definitions), '  ')}\npaths:\n{paths}"
        if definitions
        else f"swagger: '2.0'\ndefinitions: {{}}\npaths:\n{paths}"
    )
    schema_names = SchemaNames(names or {})
    read = swagger.read(document, schema_names)
    schema_names.finish()
    return specfile.text(read, "")


def schemas(definitions: str, names: dict[str, str] | None = None) -> str:
    """Give the text of the schemas alone."""
    return facts(definitions, names=names).partition("schemas:\n")[2]


def operation(node: str, definitions: str = "Thing: {type: object}") -> str:
    """Give the text of the only operation, which stands at ``POST /things/{id}``."""
    body = indent(dedent(node), "      ")
    if "operationId" not in node:
        body = "      operationId: ThingCreate\n" + body
    paths = f"  /things/{{id}}:\n    post:\n{body}      tags: [Container]\n"
    written = facts(definitions, paths)
    return written.partition("operations:\n")[2].partition("schemas:\n")[0]


def cases(text: str) -> str:
    return dedent(text).lstrip("\n")


# Schemas


def test_sentences_limits_and_hints_for_go_stay_behind() -> None:
    written = schemas("""
        Thing:
          type: object
          title: A title
          description: A description.
          x-go-name: T
          properties:
            Size: {type: integer, format: int64, minimum: 0, maximum: 9, description: Big., x-omitempty: true}
            Name: {type: string, pattern: ^a$, minLength: 1, example: a, x-go-type: {type: Name}, default: a}
    """)
    assert written == indent(
        cases("""
            Thing:
              type: object
              properties:
                Size: {type: integer, format: int64}
                Name: {type: string, default: a}
        """),
        "  ",
    )


def test_a_key_that_is_not_known_is_an_error() -> None:
    with pytest.raises(SpecError, match=r"Thing\.Size: .* does not know: 'multipleOf'"):
        schemas("Thing: {type: object, properties: {Size: {type: integer, multipleOf: 2}}}")


@pytest.mark.parametrize(
    ("published", "written"),
    [
        ("{type: string, x-nullable: true}", "{type: string, nullable: true}"),
        ("{type: string, x-nullable: false}", "{type: string}"),
        ("{type: string, format: dateTime}", "{type: string, format: date-time}"),
        ("{type: string, format: date-time}", "{type: string, format: date-time}"),
        ("{type: integer, format: int}", "{type: integer}"),
        ("{type: string, enum: ['', a, b]}", "{type: string, enum: [a, b]}"),
        ("{type: string, enum: ['']}", "{type: string}"),
        ("{type: string, default: ''}", "{type: string}"),
        ("{type: boolean, default: false}", "{type: boolean, default: false}"),
        ("{type: array, items: {type: string}, default: null}", "{type: array, items: {type: string}}"),
        ("{type: array, items: {x-go-type: {type: Other}}}", "{type: array, items: {}}"),
        ("{type: object}", "{type: object}"),
        ("{additionalProperties: {type: string}}", "{type: object, additionalProperties: {type: string}}"),
        (
            "{type: object, additionalProperties: {type: object, enum: [{}], default: {}}}",
            "{type: object, additionalProperties: {type: object}}",
        ),
        ("{$ref: '#/definitions/Other', description: One.}", "{$ref: Other}"),
        ("{type: object, x-nullable: true, $ref: '#/definitions/Other'}", "{$ref: Other, nullable: true}"),
        ("{allOf: [{$ref: '#/definitions/Other'}], description: One.}", "{$ref: Other}"),
        ("{allOf: [{$ref: '#/definitions/Other'}, {type: object, example: {}}]}", "{$ref: Other}"),
        ("{type: [array, string], items: {type: string}}", "{type: array, items: {type: string}}"),
    ],
)
def test_property(published: str, written: str) -> None:
    text = schemas(f"""
        Thing: {{type: object, properties: {{It: {published}}}}}
        Other: {{type: string}}
    """)
    assert f"      It: {written}\n" in text


def test_a_format_that_is_not_known_is_an_error() -> None:
    with pytest.raises(SpecError, match=r"Thing\.It: .* the format 'int128'"):
        schemas("Thing: {type: object, properties: {It: {type: integer, format: int128}}}")


def test_a_value_of_the_wrong_type_is_an_error() -> None:
    with pytest.raises(SpecError, match=r"Thing\.It: False is no value of a string"):
        schemas("Thing: {type: object, properties: {It: {type: string, enum: ['on', no]}}}")


def test_a_reference_that_leads_nowhere_is_an_error() -> None:
    with pytest.raises(SpecError, match=r"Thing\.It: there is no schema #/definitions/Other"):
        schemas("Thing: {type: object, properties: {It: {$ref: '#/definitions/Other'}}}")


def test_objects_inside_objects_become_schemas_behind_the_one_that_has_them() -> None:
    written = schemas("""
        Thing:
          type: object
          required: [Parts]
          properties:
            Parts:
              type: array
              items:
                type: object
                properties:
                  file-mode: {type: object, x-nullable: true, properties: {Octal: {type: string}}}
            Networks: {type: object, additionalProperties: {type: object, properties: {Id: {type: string}}}}
        Last: {type: string}
    """)
    assert written == indent(
        cases("""
            Thing:
              type: object
              required: [Parts]
              properties:
                Parts: {type: array, items: {$ref: ThingPart}}
                Networks: {type: object, additionalProperties: {$ref: ThingNetwork}}
            ThingPart:
              type: object
              properties:
                file-mode: {$ref: ThingPartFileMode, nullable: true}
            ThingPartFileMode:
              type: object
              properties:
                Octal: {type: string}
            ThingNetwork:
              type: object
              properties:
                Id: {type: string}
            Last:
              type: string
        """),
        "  ",
    )


def test_a_list_with_a_name_and_items_without_one() -> None:
    written = schemas("""
        Resources: {type: array, items: {type: object, properties: {Id: {type: string}}}}
        Summary: {type: array, items: {type: object, properties: {Id: {type: string}}}}
    """)
    assert "items: {$ref: Resource}" in written
    assert "items: {$ref: SummaryItem}" in written


def test_all_of_stands_at_the_top_of_a_schema_with_parents_first() -> None:
    written = schemas("""
        Base: {type: object, properties: {A: {type: string}}}
        Plain: {type: object, allOf: [{$ref: '#/definitions/Base'}]}
        Beside: {allOf: [{$ref: '#/definitions/Base'}], required: [B], properties: {B: {type: string}}}
        Parts: {allOf: [{$ref: '#/definitions/Base'}, {type: object, required: [C], properties: {C: {type: string}}}]}
        Inside:
          type: object
          properties:
            It: {allOf: [{$ref: '#/definitions/Base'}, {properties: {D: {type: string}}}]}
    """)
    assert dedent(written[written.index("  Plain:") :]) == cases("""
        Plain:
          allOf:
            - {$ref: Base}
        Beside:
          allOf:
            - {$ref: Base}
            - type: object
              required: [B]
              properties:
                B: {type: string}
        Parts:
          allOf:
            - {$ref: Base}
            - type: object
              required: [C]
              properties:
                C: {type: string}
        Inside:
          type: object
          properties:
            It: {$ref: InsideIt}
        InsideIt:
          allOf:
            - {$ref: Base}
            - type: object
              properties:
                D: {type: string}
    """)


# Names of schemas

INNER = """
    Thing:
      type: object
      properties:
        Part: {type: object, properties: {Size: {type: object, properties: {A: {type: string}}}}}
"""


def test_a_chosen_name_is_the_name_of_what_is_inside_too() -> None:
    written = schemas(INNER, {"Thing.Part": "Piece"})
    assert "Part: {$ref: Piece}" in written
    assert "Size: {$ref: PieceSize}" in written
    assert "ThingPart" not in written


def test_a_published_name_can_be_chosen_anew() -> None:
    written = schemas("Thing: {type: object, properties: {It: {$ref: '#/definitions/Other'}}}\nOther: {type: string}", {
        "Other": "Better",
    })  # fmt: skip
    assert "It: {$ref: Better}" in written
    assert "  Better:\n    type: string\n" in written


def test_two_equal_names_are_an_error_that_tells_what_to_write() -> None:
    with pytest.raises(SpecError) as caught:
        schemas(INNER + "    ThingPart: {type: string}\n")
    assert "Thing.Part and ThingPart would both be named ThingPart" in str(caught.value)
    assert 'write under schemas in spec/overlay/names.yaml: "Thing.Part": <a name for it>' in str(caught.value)


def test_a_number_at_the_end_of_a_name_is_an_error_that_tells_what_to_write() -> None:
    with pytest.raises(SpecError, match=r'ThingPart1, with a number .* "Thing\.Part1": <a name for it>'):
        schemas("Thing: {type: object, properties: {Part1: {type: object, properties: {A: {type: string}}}}}")


def test_a_chosen_name_that_the_rule_gives_too_is_an_error() -> None:
    with pytest.raises(SpecError, match=r"'Thing\.Part' is named ThingPart without this entry"):
        schemas(INNER, {"Thing.Part": "ThingPart"})


def test_a_chosen_name_for_a_place_that_is_not_there_is_an_error() -> None:
    with pytest.raises(SpecError, match=r"no object without a name at 'Thing\.Gone'"):
        schemas(INNER, {"Thing.Gone": "Gone"})


# Operations


def test_operation() -> None:
    paths = """\
  /things/{id}/parts/{part}:
    put:
      summary: A sentence.
      operationId: ThingUpdate
      tags: [Container]
      consumes: [application/json]
      produces: [application/json]
      parameters:
        - {name: update, in: body, required: true, schema: {type: object, properties: {Name: {type: string}}}}
        - {name: filters, in: query, type: string, description: A sentence.}
        - {name: all, in: query, type: boolean, default: false}
        - {name: part, in: path, required: true, type: string}
        - {name: X-Registry-Auth, in: header, type: string, required: true}
        - {name: t, in: query, type: array, items: {type: string, enum: [a, '']}, collectionFormat: multi}
        - {name: id, in: path, required: true, type: string}
        - {name: since, in: query, type: string, default: ''}
      responses:
        204: {description: nothing}
        404: {description: not there, schema: {$ref: '#/definitions/Problem'}}
        200: {description: it, schema: {type: array, items: {type: object, properties: {Id: {type: string}}}}}
        "400": {description: bad}
"""
    assert facts("Problem: {type: object, properties: {message: {type: string}}}", paths) == cases("""
        operations:
          ThingUpdate:
            noun: container
            method: PUT
            path: /things/{id}/parts/{part}
            parameters:
              id: {in: path, type: string, required: true}
              part: {in: path, type: string, required: true}
              filters: {in: query, type: string, format: json-filters}
              all: {in: query, type: boolean, default: false}
              X-Registry-Auth: {in: header, type: string, required: true}
              t: {in: query, type: array, items: {type: string, enum: [a]}, collection: multi}
              since: {in: query, type: string}
            body: {required: true, media: [application/json], schema: {$ref: ThingUpdateRequest}}
            replies:
              200: {media: [application/json], schema: {type: array, items: {$ref: ThingUpdateResponse}}}
              204: {}
            errors: [400, 404]
        schemas:
          Problem:
            type: object
            properties:
              message: {type: string}
          ThingUpdateRequest:
            type: object
            properties:
              Name: {type: string}
          ThingUpdateResponse:
            type: object
            properties:
              Id: {type: string}
    """)


PATH_PARAMETER = "{name: id, in: path, required: true, type: string}"


@pytest.mark.parametrize(
    ("consumes", "parameters", "written"),
    [
        (
            "",
            "{name: b, in: body, schema: {$ref: '#/definitions/Thing'}}",
            "media: [application/json], schema: {$ref: Thing}",
        ),
        (
            "",
            "{name: b, in: body, schema: {type: string, format: binary}}",
            "media: [application/octet-stream], schema: {type: string, format: binary}",
        ),
        (
            "consumes: [application/octet-stream]",
            "{name: Content-type, in: header, type: string, enum: [application/x-tar]},"
            "{name: b, in: body, schema: {type: string, format: binary}}",
            "media: [application/x-tar], schema: {type: string, format: binary}",
        ),
        (
            "",
            "{name: b, in: body, schema: {allOf: [{$ref: '#/definitions/Thing'}, {type: object, example: {}}]}}",
            "media: [application/json], schema: {$ref: Thing}",
        ),
    ],
)  # fmt: skip
def test_body(consumes: str, parameters: str, written: str) -> None:
    text = operation(f"""\
        {consumes}
        parameters: [{PATH_PARAMETER}, {parameters}]
        responses: {{200: {{description: no error}}}}
    """)
    assert f"    body: {{{written}}}\n" in text
    assert "ontent-" not in text.replace(written, "")


def test_replies_keep_headers_and_media_types_but_no_sentence() -> None:
    text = operation(f"""\
        produces: [text/plain]
        parameters: [{PATH_PARAMETER}]
        responses:
          200:
            description: no error
            headers: {{Api-Version: {{type: string, description: A sentence.}}}}
            schema: {{type: string, example: OK}}
          101: {{description: upgraded}}
          304: {{description: the same}}
          500: {{description: failed, headers: {{Pragma: {{type: string}}}}}}
    """)
    assert text.partition("    replies:\n")[2] == indent(
        cases("""
            101: {}
            200:
              media: [text/plain]
              headers:
                Api-Version: {type: string}
              schema: {type: string}
            304: {}
        """),
        "      ",
    ) + "    errors: [500]\n"  # fmt: skip


@pytest.mark.parametrize("tags", ["      tags: ['Gadget (experimental)', Other]", "      tags: [Gadget]", ""])
def test_the_noun_is_the_first_word_of_the_first_tag_or_of_the_path(tags: str) -> None:
    responses = "      responses: {200: {description: no error}}\n"
    paths = f"  /gadgets/all:\n    get:\n      operationId: GadgetList\n{tags}\n{responses}"
    assert "    noun: gadget\n" in facts(paths=paths)


def test_path_parameters_must_be_those_of_the_path() -> None:
    with pytest.raises(SpecError, match=r"ThingCreate: its path parameters are not those of /things/\{id\}"):
        operation("""\
            parameters: [{name: name, in: path, required: true, type: string}]
            responses: {200: {description: no error}}
        """)


def test_two_operations_of_one_name_are_an_error() -> None:
    with pytest.raises(SpecError, match="another operation named ThingInspect"):
        facts(paths=ONE_OPERATION + ONE_OPERATION.replace("/things", "/others"))
