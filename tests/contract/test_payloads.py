"""What real engines answered, and what they were sent, passes through the models unchanged."""

import inspect
import json
import re
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any, cast

import pytest

from dockwright_api import models, operations
from dockwright_api.base import Model
from dockwright_api.operation import Operation
from dockwright_api.reply import adapter, parse
from tests.engines import STARTED

PAYLOADS = Path(__file__).parents[1] / "payloads"
REPLIES = sorted(file for engine in STARTED for file in (PAYLOADS / engine).glob("*.json*"))
REQUESTS = sorted((PAYLOADS / "requests").glob("*.json"))
# Keys that engines send and the description does not have: an operation and a path in each line, reasons above them.
UNDESCRIBED = PAYLOADS / "undescribed.txt"
# The body of this one is a file inside of an archive, not of a request.
NOT_BODIES = ("PluginCreate.config",)


def build(name: str) -> Operation[Any, Any]:
    """Build an operation, with something in place of every argument that has to be given."""
    function = builder(name)
    wanted = [each for each in inspect.signature(function).parameters.values() if each.default is each.empty]
    positional = [stand_in(each) for each in wanted if each.kind is not each.KEYWORD_ONLY]
    keywords = {each.name: stand_in(each) for each in wanted if each.kind is each.KEYWORD_ONLY}
    return function(*positional, **keywords)


def builder(name: str) -> Callable[..., Operation[Any, Any]]:
    module, _, function = operations.OPERATIONS[name].partition(".")
    found = getattr(import_module(f"{operations.__name__}.{module}"), function)
    return cast("Callable[..., Operation[Any, Any]]", found)


def stand_in(parameter: inspect.Parameter) -> object:
    return {"int": 1, "bool": True}.get(str(parameter.annotation), "x")


def documents(file: Path) -> list[str]:
    text = file.read_text()
    return text.splitlines() if file.suffix == ".jsonl" else [text]


def operation_of(file: Path) -> str:
    return file.name.partition(".")[0]


def label(file: Path) -> str:
    return f"{file.parent.name}/{file.name}"


def undescribed(value: object) -> set[str]:
    """Give the paths of keys, at any depth, that the models do not know; places in lists and maps are left out."""
    parts = cast("list[object]", value) if isinstance(value, list) else [value]
    paths = [path for part in parts if isinstance(part, Model) for path, _ in part.unknown_fields()]
    return {re.sub(r"\[.*?\]", "[]", path) for path in paths}


def test_there_are_payloads_of_every_engine() -> None:
    assert {file.parent.name for file in REPLIES} == set(STARTED)
    assert {operation_of(file) for file in [*REPLIES, *REQUESTS]} <= set(operations.OPERATIONS)


@pytest.mark.parametrize("file", REPLIES, ids=label)
def test_reply_is_parsed_and_dumped_again(file: Path) -> None:
    reply = build(operation_of(file)).reply
    for text in documents(file):
        parsed = parse(reply, text.encode())
        assert adapter(reply).dump_python(parsed, mode="json", by_alias=True, exclude_unset=True) == json.loads(text)


@pytest.mark.parametrize("file", [file for file in REQUESTS if file.stem not in NOT_BODIES], ids=label)
def test_request_is_what_its_model_gives(file: Path) -> None:
    annotation = str(inspect.signature(builder(operation_of(file))).parameters["body"].annotation)
    (name,) = re.findall(r"models\.(\w+)", annotation)
    body = json.loads(file.read_text())
    model = getattr(models, name).model_validate(body, by_alias=True, by_name=False)
    assert model.to_json() == body
    assert undescribed(model) == set()


def test_keys_that_are_not_described_are_known() -> None:
    found = {
        f"{operation_of(file)} {path}"
        for file in REPLIES
        for text in documents(file)
        for path in undescribed(parse(build(operation_of(file)).reply, text.encode()))
    }
    listed = {line for line in UNDESCRIBED.read_text().splitlines() if line and not line.startswith("#")}
    assert found - listed == set(), f"describe these keys, or list them in {UNDESCRIBED.name}"
    assert listed - found == set(), f"these are described now; take them out of {UNDESCRIBED.name}"
