"""The description as one value, from small inputs of our own."""

import shutil
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
import yaml

from codegen.assets.operation import Framing, Timing
from codegen.casing import class_name, identifier, singular, snake_case
from codegen.description import Body, Parameter, Reply, load, own_properties
from codegen.errors import SpecError

CONTAINER = """\
operations:
  ContainerList:
    method: GET
    path: /containers/json
    parameters:
      all: {in: query, type: boolean, default: false}
      filters: {in: query, type: string, format: json-filters}
    replies:
      200: {media: [application/json], schema: {type: array, items: {$ref: Summary}}}
    errors: [400, 500]
  ContainerStop:
    method: POST
    path: /containers/{id}/stop
    parameters:
      id: {in: path, type: string, required: true}
      t: {in: query, type: integer}
    replies:
      204: {}
      304: {}
    errors: [404]
schemas:
  Summary:
    allOf:
      - {$ref: Base}
      - type: object
        properties:
          For: {type: string}
          NanoCPUs: {type: integer, format: int64}
"""
SHARED = """\
schemas:
  Base:
    type: object
    required: [Id]
    properties:
      Id: {type: string}
  Lonely:
    type: object
    properties:
      message: {type: string}
"""


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    (tmp_path / "api").mkdir()
    (tmp_path / "overlay").mkdir()
    (tmp_path / "api" / "container.yaml").write_text(CONTAINER)
    (tmp_path / "api" / "shared.yaml").write_text(SHARED)
    (tmp_path / "source.toml").write_text('[[file]]\nversion = "1.9"\n[[file]]\nversion = "1.10"\n')
    return tmp_path


def edit(spec: Path, old: str, new: str) -> None:
    path = spec / "api" / "container.yaml"
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def overlay(spec: Path, name: str, text: str) -> None:
    (spec / "overlay" / name).write_text(dedent(text))


# Small inputs


def test_load(spec: Path) -> None:
    overlay(spec, "streams.yaml", """\
        streams:
          - {operations: [ContainerStop], timing: wait, grace: t, reason: R., evidence: E.}
    """)  # fmt: skip
    description = load(spec)

    assert description.newest == "1.10"
    listing, stop = description.operations.values()
    assert (listing.id, listing.noun, listing.module, listing.function) == (
        "ContainerList", "container", "containers", "list",
    )  # fmt: skip
    assert (listing.framing, listing.timing, listing.grace) == (Framing.JSON, Timing.UNARY, None)
    assert listing.reply == {"type": "array", "items": {"$ref": "Summary"}}
    assert listing.parameters == (
        Parameter(name="all", argument="all", place="query", schema={"type": "boolean", "default": False}),
        Parameter(
            name="filters",
            argument="filters",
            place="query",
            schema={"type": "string", "format": "json-filters"},
            encoding="filters",
        ),
    )
    assert listing.errors == (400, 500)
    assert (stop.method, stop.path, stop.body, stop.reply) == ("POST", "/containers/{id}/stop", None, None)
    assert stop.replies == (Reply(status=204), Reply(status=304))
    assert (stop.framing, stop.timing, stop.grace) == (Framing.EMPTY, Timing.WAIT, "t")
    assert description.nouns == {"Summary": "container", "Base": "container"}
    assert description.attributes == {"Summary": {"For": "for_", "NanoCPUs": "nano_cpus"}, "Base": {"Id": "id"}}


def test_a_schema_that_nothing_leads_to_is_left_out_unless_it_is_kept(spec: Path) -> None:
    assert "Lonely" not in load(spec).schemas
    overlay(spec, "additions.yaml", "keep: [{schemas: [Lonely], reason: R.}]")
    description = load(spec)
    assert "Lonely" in description.schemas
    assert description.nouns["Lonely"] == "shared"


def test_a_stream_with_its_document(spec: Path) -> None:
    overlay(spec, "streams.yaml", """\
        streams:
          - operations: [ContainerList]
            framing: json-stream
            item: {$ref: Lonely}
            one_document_when: {all: false}
            timing: stream
            reason: R.
            evidence: E.
    """)  # fmt: skip
    description = load(spec)
    listing = description.operations["ContainerList"]
    assert (listing.framing, listing.item, listing.reply) == (Framing.JSON_STREAM, {"$ref": "Lonely"}, None)
    assert listing.one_document_when == {"all": False}
    assert description.nouns["Lonely"] == "container"


@pytest.mark.parametrize(
    ("told", "message"),
    [
        ("timing: unary", "ContainerStop: its timing is unary without this"),
        ("framing: empty", "ContainerStop: its framing is empty without this"),
        ("timing: eternal", "timing 'eternal' is none of unary, wait, stream, transfer, upgrade"),
        ("framing: json-stream", "an item is told for framing json-stream, and for no other"),
        ("item: {$ref: Base}", "an item is told for framing json-stream, and for no other"),
        ("{framing: json-stream, item: {$ref: Gone}}", "ContainerStop: there is no schema Gone"),
        ("grace: seconds", "ContainerStop has no argument 'seconds'"),
        ("one_document_when: {stream: false}", "ContainerStop has no argument 'stream'"),
    ],
)
def test_what_is_told_of_a_stream_must_fit(spec: Path, told: str, message: str) -> None:
    entry = yaml.safe_load(told) | {"operations": ["ContainerStop"], "reason": "R.", "evidence": "E."}
    overlay(spec, "streams.yaml", yaml.safe_dump({"streams": [entry]}))
    with pytest.raises(SpecError, match=message):
        load(spec)


@pytest.mark.parametrize(
    "reply",
    ["101: {}", "200: {media: [application/x-tar]}", "200: {schema: {type: string, format: binary}}"],
)
def test_a_reply_that_is_not_plain_must_be_told(spec: Path, reply: str) -> None:
    edit(spec, "204: {}", reply)
    with pytest.raises(SpecError, match=r"ContainerStop: its reply \d+ is not plain; tell its framing in spec/overlay"):
        load(spec)


@pytest.mark.parametrize(
    ("published", "encoding", "schema"),
    [
        ("{in: query, type: integer, format: int64}", "plain", {"type": "integer", "format": "int64"}),
        (
            "{in: query, type: array, items: {type: string}, collection: multi}",
            "multi",
            {"type": "array", "items": {"type": "string"}},
        ),
        ("{in: query, type: string, format: json, content: {$ref: Base}}", "json", {"$ref": "Base"}),
        ("{in: header, type: string, format: base64-json, content: {$ref: Base}}", "base64-json", {"$ref": "Base"}),
        (
            "{in: query, type: array, items: {type: string, format: json, content: {$ref: Base}}, collection: multi}",
            "multi-json",
            {"type": "array", "items": {"$ref": "Base"}},
        ),
    ],
)
def test_encoding_of_an_argument(spec: Path, published: str, encoding: str, schema: dict[str, Any]) -> None:
    edit(spec, "t: {in: query, type: integer}", f"t: {published}")
    parameter = load(spec).operations["ContainerStop"].parameters[1]
    assert (parameter.encoding, parameter.schema) == (encoding, schema)


def test_an_argument_that_is_always_sent(spec: Path) -> None:
    edit(spec, "t: {in: query, type: integer}", "t: {in: query, type: integer, default: 7, always_sent: true}")
    argument = load(spec).operations["ContainerStop"].parameters[1]
    assert argument.always_sent
    assert argument.schema == {"type": "integer", "default": 7}


def test_a_list_joined_by_commas_is_an_error(spec: Path) -> None:
    edit(spec, "t: {in: query, type: integer}", "t: {in: query, type: array, items: {type: string}}")
    with pytest.raises(
        SpecError, match=r"ContainerStop\.t is a list .* spec/overlay/fixes\.yaml with `collection: multi`"
    ):
        load(spec)


def test_body_and_header(spec: Path) -> None:
    edit(spec, "    replies:\n      204: {}\n", dedent("""\
        #
            body: {required: true, media: [application/x-tar], schema: {type: string, format: binary}}
            replies:
              204:
                headers:
                  X-Stat: {type: string, format: base64-json, content: {$ref: Base}}
        """))  # fmt: skip
    overlay(
        spec, "streams.yaml", "streams: [{operations: [ContainerStop], framing: headers, reason: R., evidence: E.}]"
    )
    stop = load(spec).operations["ContainerStop"]
    assert stop.body == Body(schema={"type": "string", "format": "binary"}, media=("application/x-tar",), required=True)
    assert stop.body is not None
    assert stop.body.binary
    assert stop.reply == {"$ref": "Base"}


def test_versions_reach_operations_parameters_and_properties(spec: Path) -> None:
    edit(spec, "t: {in: query, type: integer}", "t: {in: query, type: integer, since: '1.10'}")
    edit(spec, "    path: /containers/{id}/stop\n", "    path: /containers/{id}/stop\n    until: '1.9'\n")
    edit(spec, "For: {type: string}", "For: {type: string, since: '1.10'}")
    description = load(spec)
    assert (description.oldest, description.newest) == ("1.9", "1.10")
    stop = description.operations["ContainerStop"]
    assert (stop.since, stop.until) == (None, "1.9")
    assert [(each.name, each.since, each.until) for each in stop.parameters] == [
        ("id", None, "1.9"),
        ("t", "1.10", "1.9"),
    ]
    assert stop.parameters[1].schema == {"type": "integer"}
    assert own_properties(description.schemas["Summary"])["For"] == {"type": "string", "since": "1.10"}


def test_properties_have_the_versions_of_their_schema_unless_they_tell_their_own(spec: Path) -> None:
    path = spec / "api" / "shared.yaml"
    path.write_text(
        path.read_text().replace(
            "  Base:\n    type: object\n    required: [Id]\n    properties:\n      Id: {type: string}\n",
            "  Base:\n    since: '1.10'\n    since_in_replies: '1.9'\n    until: '1.10'\n"
            "    type: object\n    properties:\n"
            "      Id: {type: string}\n      Name: {type: string, since: '1.11', until_in_replies: null}\n",
        )
    )
    properties = own_properties(load(spec).schemas["Base"])
    assert properties["Id"] == {"type": "string", "since": "1.10", "since_in_replies": "1.9", "until": "1.10"}
    assert properties["Name"] == {"type": "string", "since": "1.11", "until": "1.10", "until_in_replies": None}


# Names


def test_chosen_names(spec: Path) -> None:
    overlay(spec, "names.yaml", """\
        operations: [{reason: R., names: {ContainerStop: swarm.halt}}]
        arguments: [{reason: R., names: {t: seconds, ContainerList.all: every}}]
        attributes: [{reason: R., names: {NanoCPUs: billionths, Base.Id: identity}}]
    """)  # fmt: skip
    description = load(spec)
    stop = description.operations["ContainerStop"]
    assert (stop.module, stop.function) == ("swarm", "halt")
    assert [each.argument for each in stop.parameters] == ["id", "seconds"]
    assert description.operations["ContainerList"].parameters[0].argument == "every"
    assert description.attributes == {"Summary": {"For": "for_", "NanoCPUs": "billionths"}, "Base": {"Id": "identity"}}


@pytest.mark.parametrize(
    ("names", "message"),
    [
        ("operations: {Gone: containers.x}", "operations: there is no Gone"),
        ("operations: {ContainerStop: containers.stop}", "operations: there is no ContainerStop, or it is named so"),
        ("operations: {ContainerStop: containers.list}", "would both be the function containers.list; write under"),
        ("operations: {ContainerStop: gadgets.stop}", "ContainerStop would be the function 'gadgets.stop'"),
        ("arguments: {gone: x}", "arguments: there is no gone"),
        ("arguments: {all: all}", "arguments: there is no all, or it is named so"),
        ("attributes: {Gone: x}", "attributes: there is no Gone"),
        ("attributes: {NanoCPUs: nano_cpus}", "attributes: there is no NanoCPUs, or it is named so"),
        (
            "attributes: {NanoCPUs: for_}",
            r"For and NanoCPUs would both be the attribute for_; write under attributes in spec/overlay/names\.yaml: "
            r"Summary\.NanoCPUs: <another name>",
        ),
        ("attributes: {NanoCPUs: 1x}", "would be the attribute '1x'"),
    ],
)
def test_a_chosen_name_that_does_not_fit_is_an_error(spec: Path, names: str, message: str) -> None:
    ((section, chosen),) = yaml.safe_load(names).items()
    overlay(spec, "names.yaml", yaml.safe_dump({section: [{"reason": "R.", "names": chosen}]}))
    with pytest.raises(SpecError, match=message):
        load(spec)


@pytest.mark.parametrize(
    ("wire", "python"),
    [
        ("Id", "id"),
        ("CgroupnsMode", "cgroupns_mode"),
        ("NanoCPUs", "nano_cpus"),
        ("DeviceIDs", "device_ids"),
        ("InsecureRegistryCIDRs", "insecure_registry_cidrs"),
        ("DynamicIPsAvailable", "dynamic_ips_available"),
        ("IPAMConfig", "ipam_config"),
        ("MinAPIVersion", "min_api_version"),
        ("mediaType", "media_type"),
        ("os.version", "os_version"),
        ("one-shot", "one_shot"),
        ("rx_bytes", "rx_bytes"),
    ],
)
def test_snake_case(wire: str, python: str) -> None:
    assert snake_case(wire) == python


def test_other_cases() -> None:
    assert (identifier("Global"), identifier("from"), identifier("From2")) == ("global_", "from_", "from2")
    assert (class_name("rootfs"), class_name("os.features"), class_name("IPAM")) == ("Rootfs", "OsFeatures", "IPAM")
    names = ["Ulimits", "Entries", "Status", "Address", "VirtualIPs", "Data"]
    assert [singular(name) for name in names] == ["Ulimit", "Entry", "Status", "Address", "VirtualIP", "Data"]


# The dialect


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("$ref: Summary", "$ref: Gone", "operation ContainerList, reply 200: there is no schema Gone"),
        ("$ref: Base", "$ref: Gone", "schema Summary: there is no schema Gone"),
        ("For: {type: string}", "For: {type: string, title: T}", "schema Summary, property For: unknown key 'title'"),
        (
            "For: {type: string}",
            "For: {type: object, properties: {A: {type: string}}}",
            "property For: an object with properties must be a schema with a name",
        ),
        (
            "For: {type: string}",
            "For: {anyOf: [{$ref: Gone}]}",
            "schema Summary, property For: there is no schema Gone",
        ),
        ("For: {type: string}", "For: {type: string, enum: []}", "property For: an enum lists what is known"),
        ("For: {type: string}", "For: {type: string, format: json}", "property For: text in format json .* a content"),
        ("method: GET", "verb: GET\n    method: GET", "operation ContainerList: unknown key 'verb'"),
        ("t: {in: query", "t: {in: cookie", "ContainerStop, parameter t: in 'cookie' is none of header, path, query"),
        ("t: {in: query", "t: {in: query, why: W", "ContainerStop, parameter t: unknown key 'why'"),
        ("        properties:\n", "        required: [Id]\n        properties:\n", "the required 'Id' is no property"),
        ("schemas:\n", "schemas:\n  Alias: {$ref: Base}\n", "schema Alias: a named schema that is only a reference"),
        ("schemas:\n", "sentences:\n", "unknown heading 'sentences'"),
        ("schemas:\n", "schemas:\n  Base: {type: object}\n", "Base is in another file too"),
        (
            "t: {in: query",
            "t: {always_sent: true, in: query",
            "ContainerStop, parameter t: always_sent is for what is not required and has a default",
        ),
        ("304: {}", "304: {body: none}", "operation ContainerStop, reply 304: unknown key 'body'"),
    ],
)
def test_what_is_not_in_the_dialect_is_an_error(spec: Path, old: str, new: str, message: str) -> None:
    edit(spec, old, new)
    with pytest.raises(SpecError, match=message):
        load(spec)


def test_a_file_of_no_noun_is_an_error(spec: Path) -> None:
    shutil.copy(spec / "api" / "shared.yaml", spec / "api" / "gadget.yaml")
    with pytest.raises(SpecError, match=r"spec/api/gadget\.yaml: 'gadget' is no noun"):
        load(spec)


def test_no_facts_are_an_error(tmp_path: Path) -> None:
    with pytest.raises(SpecError, match=r"has no operations; run `python -m codegen import`"):
        load(tmp_path)
