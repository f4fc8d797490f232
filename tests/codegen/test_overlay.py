"""The overlay: what its entries do, and that an entry that does nothing is an error."""

from copy import deepcopy
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

from codegen import corrections, overlay, versions
from codegen.errors import SpecError

FACTS: dict[str, Any] = {
    "operations": {
        "ThingList": {
            "noun": "container",
            "parameters": {"all": {"in": "query", "type": "boolean"}},
            "replies": {204: {}},
        }
    },
    "schemas": {
        "Thing": {
            "allOf": [
                {"$ref": "Base"},
                {"type": "object", "required": ["Id"], "properties": {"Id": {"type": "string"}}},
            ]
        }
    },
}
WHY = "reason: It is wrong.\n    evidence: The source says so."


def write(folder: Path, name: str, text: str) -> None:
    path = folder / "overlay" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(dedent(text))


def corrected(folder: Path) -> dict[str, Any]:
    facts = deepcopy(FACTS)
    overlay.add(facts, folder)
    corrections.correct(facts, folder)
    return facts


def fixed(folder: Path, at: str, old: str, new: str) -> dict[str, Any]:
    write(folder, "fixes.yaml", f"fixes:\n  - at: {at}\n    old: {old}\n    new: {new}\n    {WHY}\n")
    return corrected(folder)


# Fixes


def test_a_fix_replaces_a_fact(tmp_path: Path) -> None:
    facts = fixed(tmp_path, "schemas/Thing/allOf/1/properties/Id", "{type: string}", "{type: integer}")
    assert facts["schemas"]["Thing"]["allOf"][1]["properties"] == {"Id": {"type": "integer"}}
    assert facts["operations"] == FACTS["operations"]


def test_a_fix_adds_a_fact(tmp_path: Path) -> None:
    facts = fixed(tmp_path, "operations/ThingList/parameters/t", "null", "{in: query, type: integer}")
    assert list(facts["operations"]["ThingList"]["parameters"]) == ["all", "t"]


def test_a_fix_adds_a_status_as_a_number(tmp_path: Path) -> None:
    facts = fixed(tmp_path, "operations/ThingList/replies/200", "null", "{media: [application/json]}")
    assert facts["operations"]["ThingList"]["replies"] == {204: {}, 200: {"media": ["application/json"]}}


def test_a_fix_removes_a_fact(tmp_path: Path) -> None:
    facts = fixed(tmp_path, "operations/ThingList/replies/204", "{}", "null")
    assert facts["operations"]["ThingList"]["replies"] == {}


def test_a_fix_of_several_places(tmp_path: Path) -> None:
    at = "[schemas/Thing/allOf/1/properties/A, schemas/Thing/allOf/1/properties/B]"
    facts = fixed(tmp_path, at, "null", "{type: object}")
    properties = facts["schemas"]["Thing"]["allOf"][1]["properties"]
    assert list(properties) == ["Id", "A", "B"]
    assert properties["A"] is not properties["B"]


@pytest.mark.parametrize(
    ("at", "old", "new", "message"),
    [
        ("schemas/Gone/properties/Id", "null", "{}", r"schemas/Gone/properties/Id: there is no 'Gone' in spec/api"),
        ("schemas/Thing/allOf/2/properties", "null", "{}", r"there is no '2' in spec/api"),
        ("schemas/Thing/allOf/2", "null", "{}", r"nothing named '2' can stand there"),
        ("schemas/Thing/allOf/0/$ref/x", "null", "{}", r"nothing named 'x' can stand there"),
        ("schemas/Thing/allOf/0/$ref", "Other", "Third", r"expected 'Other', but spec/api has 'Base'"),
        ("schemas/Thing/allOf/0/$ref", "null", "Third", r"expected None, but spec/api has 'Base'"),
        ("schemas/Thing/allOf/0/$ref", "Other", "Base", r"spec/api says so by now; remove the entry"),
        ("schemas/Gone", "{}", "null", r"spec/api says so by now; remove the entry"),
    ],
)
def test_a_fix_that_does_not_bite_is_an_error(tmp_path: Path, at: str, old: str, new: str, message: str) -> None:
    with pytest.raises(SpecError, match=message) as caught:
        fixed(tmp_path, at, old, new)
    assert str(tmp_path / "overlay" / "fixes.yaml") in str(caught.value)


# Additions


def test_an_addition_is_a_schema_more(tmp_path: Path) -> None:
    write(tmp_path, "additions.yaml", f"""\
        schemas:
          Progress:
            schema: {{type: object, properties: {{id: {{type: string}}}}}}
            {WHY.replace("    ", "            ")}
    """)  # fmt: skip
    assert corrected(tmp_path)["schemas"]["Progress"] == {"type": "object", "properties": {"id": {"type": "string"}}}


def test_an_addition_that_is_published_by_now_is_an_error(tmp_path: Path) -> None:
    write(tmp_path, "additions.yaml", "schemas: {Thing: {schema: {type: object}, reason: R., evidence: E.}}")
    with pytest.raises(SpecError, match="Thing is in spec/api by now"):
        corrected(tmp_path)


def test_kept_schemas(tmp_path: Path) -> None:
    write(tmp_path, "additions.yaml", "keep: [{schemas: [Thing], reason: R.}]")
    assert list(overlay.kept(FACTS["schemas"], tmp_path)) == ["Thing"]
    write(tmp_path, "additions.yaml", "keep: [{schemas: [Gone], reason: R.}]")
    with pytest.raises(SpecError, match="keep: there is no schema Gone"):
        list(overlay.kept(FACTS["schemas"], tmp_path))


# Versions


def timed(folder: Path, at: str, old: str, new: str) -> dict[str, Any]:
    write(folder, "versions.yaml", f"versions:\n  - at: {at}\n    old: {old}\n    new: {new}\n    {WHY}\n")
    facts: dict[str, Any] = deepcopy(FACTS)
    facts["schemas"]["Other"] = {
        "since": "1.20",
        "type": "object",
        "properties": {"A": {"type": "string"}, "B": {"type": "string", "since": "1.30"}},
    }
    versions.spread(facts, "1.10")
    corrections.correct_versions(facts, folder)
    versions.resolve(facts, "1.10")
    told: dict[str, Any] = facts["schemas"]["Other"]["properties"]
    return told


def test_versions_are_corrected_for_requests_and_replies(tmp_path: Path) -> None:
    told = timed(tmp_path, "schemas/Other/properties/B", "{since: '1.30'}", "{since: '1.25', until: '1.40'}")
    assert told["B"] == {"type": "string", "since": "1.25", "until": "1.40"}


def test_versions_of_requests_alone(tmp_path: Path) -> None:
    new = "{since: '1.31', since_in_replies: '1.10'}"
    told = timed(tmp_path, "schemas/Other/properties/B", "{since: '1.30'}", new)
    assert told["B"] == {"type": "string", "since": "1.31", "since_in_replies": "1.10"}


def test_versions_of_a_schema_are_those_of_its_properties_that_have_them(tmp_path: Path) -> None:
    told = timed(tmp_path, "schemas/Other", "{since: '1.20'}", "{since: '1.10'}")
    assert told == {"A": {"type": "string"}, "B": {"type": "string", "since": "1.30"}}


@pytest.mark.parametrize(
    ("at", "old", "message"),
    [
        (
            "schemas/Other/properties/B",
            "{since: '1.20'}",
            r"expected {'since_in_replies': '1.20', 'since': '1.20'}, but",
        ),
        ("schemas/Other/properties/C", "{since: '1.20'}", "nothing there has versions; correct the way"),
        ("schemas/Other/required", "{since: '1.20'}", "nothing there has versions; correct the way"),
        ("schemas/None/properties/C", "{since: '1.20'}", "there is no 'None' in spec/api"),
    ],
)
def test_versions_that_are_others_by_now_are_an_error(tmp_path: Path, at: str, old: str, message: str) -> None:
    with pytest.raises(SpecError, match=message):
        timed(tmp_path, at, old, "{since: '1.10'}")


def test_a_fix_neither_expects_versions_nor_takes_them_away(tmp_path: Path) -> None:
    write(tmp_path, "fixes.yaml", f"""\
        fixes:
          - at: schemas/Thing
            old: {{type: string, enum: [a]}}
            new: {{type: string, enum: [a], nullable: true}}
            {WHY.replace(chr(10), chr(10) + ' ' * 8)}
    """)  # fmt: skip
    versions_of_it = {"since": "1.20", "until": "1.30", "enum_since": {"a": "1.22"}}
    facts = {"operations": {}, "schemas": {"Thing": {"type": "string", "enum": ["a"], **versions_of_it}}}
    corrections.correct(facts, tmp_path)
    assert facts["schemas"]["Thing"] == {"type": "string", "enum": ["a"], "nullable": True, **versions_of_it}


# Names


def test_names_of_all_entries_come_together(tmp_path: Path) -> None:
    write(tmp_path, "names.yaml", """\
        attributes:
          - {reason: One., names: {A: a}}
          - {reason: Two., names: {B: b}}
        schemas:
          - {reason: One., names: {Thing.Part: Part}}
    """)  # fmt: skip
    names = overlay.names(tmp_path)
    assert names == overlay.Names(
        operations={}, arguments={}, attributes={"A": "a", "B": "b"}, schemas={"Thing.Part": "Part"}
    )


def test_a_name_that_is_chosen_twice_is_an_error(tmp_path: Path) -> None:
    write(tmp_path, "names.yaml", "attributes: [{reason: One., names: {A: a}}, {reason: Two., names: {A: b}}]")
    with pytest.raises(SpecError, match="attributes: 'A' is named twice"):
        overlay.names(tmp_path)


def test_no_overlay_is_an_empty_one(tmp_path: Path) -> None:
    assert overlay.names(tmp_path) == overlay.Names(operations={}, arguments={}, attributes={}, schemas={})
    assert corrected(tmp_path) == FACTS
    assert overlay.streams(FACTS["operations"], tmp_path) == {}


# Streams


def test_what_several_entries_tell_of_an_operation_comes_together(tmp_path: Path) -> None:
    write(tmp_path, "streams.yaml", """\
        streams:
          - {operations: [ThingList], framing: json-stream, item: {$ref: Thing}, reason: R., evidence: E.}
          - {operations: [ThingList], timing: wait, reason: R., evidence: E.}
    """)  # fmt: skip
    told = overlay.streams(FACTS["operations"], tmp_path)
    assert told == {"ThingList": {"framing": "json-stream", "item": {"$ref": "Thing"}, "timing": "wait"}}


@pytest.mark.parametrize(
    ("entries", "message"),
    [
        ("[{operations: [Gone], timing: wait, reason: R., evidence: E.}]", "there is no operation Gone"),
        (
            "[{operations: [ThingList, ThingList], timing: wait, reason: R., evidence: E.}]",
            "ThingList: timing is told twice",
        ),
        ("[{operations: [ThingList], timing: wait, reason: R.}]", "streams, entry 1: 'evidence' is missing"),
    ],
)
def test_a_stream_that_does_not_fit_is_an_error(tmp_path: Path, entries: str, message: str) -> None:
    write(tmp_path, "streams.yaml", f"streams: {entries}")
    with pytest.raises(SpecError, match=message):
        overlay.streams(FACTS["operations"], tmp_path)


# The files


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("fixed: []", "unknown heading 'fixed'; known are fixes"),
        ("fixes: [{at: schemas/X, old: null, reason: R., evidence: E.}]", "fixes, entry 1: 'new' is missing"),
        (
            "fixes: [{at: schemas/X, old: null, new: {}, reason: R., evidence: E., why: W.}]",
            "fixes, entry 1: unknown key 'why'",
        ),
        (
            "fixes: [{at: schemas/X, old: null, new: {}, reason: '', evidence: E.}]",
            "fixes, entry 1: 'reason' must be a sentence",
        ),
        ("fixes: []\nfixes: []", "stands twice"),
        ("fixes: [", "fixes.yaml: "),
        ("- fixes", "the top must be a mapping"),
    ],
)
def test_a_file_that_is_not_as_it_must_be_is_an_error(tmp_path: Path, text: str, message: str) -> None:
    write(tmp_path, "fixes.yaml", text)
    with pytest.raises(SpecError, match=message):
        corrected(tmp_path)
