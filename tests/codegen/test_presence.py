"""What is always there: what the list may hold, and how it is compared with captured replies."""

import json
from pathlib import Path
from typing import Any

import pytest

from codegen import description, presence
from codegen.__main__ import main
from codegen.errors import SpecError
from codegen.schemas import SchemaGraph
from tests.codegen import golden

ROOT = Path(__file__).parents[2]
FILES: dict[str, object] = {
    "source.toml": '[[file]]\nversion = "1.25"\n[[file]]\nversion = "1.55"\n',
    "api/volume.yaml": {
        "operations": {
            "VolumeList": {
                "method": "GET",
                "path": "/volumes",
                "replies": {
                    200: {"media": ["application/json"], "schema": {"type": "array", "items": {"$ref": "Volume"}}}
                },
                "errors": [],
            }
        },
        "schemas": {
            "Volume": {
                "type": "object",
                "required": ["Name"],
                "properties": {
                    "Name": {"type": "string"},
                    "Driver": {"type": "string"},
                    "Labels": {"type": "object", "additionalProperties": {"type": "string"}},
                    "Usage": {"type": "object", "additionalProperties": {"$ref": "Usage"}},
                    "Gone": {"type": "string", "until": "1.50"},
                },
            },
            "Usage": {"type": "object", "properties": {"Size": {"type": "integer"}}},
        },
    },
}


def spec_with(folder: Path, fields: dict[str, list[str]]) -> Path:
    listed = {"presence": [{"fields": fields, "reason": "R.", "evidence": "E."}]}
    return golden.write_spec({**FILES, "overlay/presence.yaml": listed}, folder / "spec")


def replies(folder: Path, **engines: list[Any]) -> Path:
    for engine, documents in engines.items():
        path = folder / "payloads" / engine.removeprefix("v") / "VolumeList.json"
        path.parent.mkdir(parents=True)
        path.write_text(json.dumps(documents), "utf-8")
    return folder / "payloads"


def compare(spec: Path, payloads: Path, least: int = 2) -> int:
    return main(["presence", "--spec", str(spec), "--payloads", str(payloads), "--least", str(least)])


def test_a_field_is_present_beside_those_that_are_required(tmp_path: Path) -> None:
    spec = spec_with(tmp_path, {"Volume": ["Driver", "Labels"]})
    described = description.load(spec)
    listed = presence.read(spec, described)
    assert listed == {"Volume": ["Driver", "Labels"]}
    assert SchemaGraph(described, listed).always("Volume") == ["Name", "Driver", "Labels"]
    assert SchemaGraph(described).always("Volume") == ["Name"]


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"Nothing": ["Name"]}, "there is no schema Nothing"),
        ({"Volume": ["Nothing"]}, r"Volume\.Nothing is no property"),
        ({"Volume": ["Name"]}, r"Volume\.Name is required as published"),
        ({"Volume": ["Driver", "Driver"]}, r"Volume\.Driver is told twice"),
        ({"Volume": ["Gone"]}, r"Volume\.Gone is gone after API 1\.50"),
    ],
)
def test_what_cannot_be_always_there_is_an_error(tmp_path: Path, fields: dict[str, list[str]], message: str) -> None:
    spec = spec_with(tmp_path, fields)
    with pytest.raises(SpecError, match=rf"^spec/overlay/presence\.yaml: {message}.*; remove it$"):
        presence.read(spec, description.load(spec))


def test_replies_contradict_the_list(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spec = spec_with(tmp_path, {"Volume": ["Driver", "Labels"], "Usage": ["Size"]})
    whole = {"Name": "a", "Driver": "local", "Labels": None}
    payloads = replies(
        tmp_path, v20=[whole, {**whole, "Driver": None}], v26=[{"Name": "a", "Labels": {}, "Usage": {"x": {}}}]
    )
    assert compare(spec, payloads) == 1
    assert capsys.readouterr().out.splitlines() == [
        "Volume.Driver is missing in 1 of 3",
        "Volume.Driver is null in 1 of 3",
        "Usage.Size is missing in 1 of 1",
    ]


def test_replies_suggest_what_may_be_listed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spec = spec_with(tmp_path, {})
    one = {"Name": "a", "Driver": "local", "Labels": None, "Usage": {"x": {"Size": 1}}}
    payloads = replies(tmp_path, v20=[one], v26=[one, {**one, "Usage": {}}])
    assert compare(spec, payloads) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Usage.Size is there in all 2",
        "Volume.Driver is there in all 3",
        "Volume.Labels is there in all 3, null in 3",
        "Volume.Usage is there in all 3",
    ]
    assert compare(spec, payloads, least=4) == 0
    assert capsys.readouterr().out == ""


def test_what_one_engine_has_is_not_suggested(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spec = spec_with(tmp_path, {})
    payloads = replies(tmp_path, v20=[{"Name": "a"}], v26=[{"Name": "a", "Driver": "local"}] * 5)
    assert compare(spec, payloads) == 0
    assert capsys.readouterr().out == ""


def test_captured_replies_agree_with_the_list() -> None:
    described = description.load(ROOT / "spec")
    graph = SchemaGraph(described, presence.read(ROOT / "spec", described))
    seen = presence.survey(described, graph, ROOT / "tests" / "payloads")
    assert len(seen) > 500
    assert list(presence.contradictions(graph, seen)) == []
    listed = {(name, wire) for name, wires in presence.read(ROOT / "spec", described).items() for wire in wires}
    assert listed <= seen.keys(), "no captured reply has an object of these"
