"""The description in ``spec``, as one value."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from codegen import specfile
from codegen.assets.operation import Framing, Timing
from codegen.description import Description, load, own_properties
from codegen.nodes import is_list, is_mapping

SPEC = Path(__file__).parents[2] / "spec"
SENTENCES = {"description", "summary", "title", "example", "examples"}


@pytest.fixture(scope="module")
def description() -> Description:
    return load(SPEC)


def test_every_operation_is_there(description: Description) -> None:
    assert len(description.operations) == 108
    assert len({(each.method, each.path) for each in description.operations.values()}) == 108
    assert len({(each.module, each.function) for each in description.operations.values()}) == 108


def test_how_replies_arrive(description: Description) -> None:
    operations = description.operations
    framings = Counter(each.framing for each in operations.values())
    assert framings == {
        Framing.JSON: 52,
        Framing.EMPTY: 34,
        Framing.JSON_STREAM: 9,
        Framing.BYTES: 4,
        Framing.MULTIPLEXED: 3,
        Framing.HIJACKED: 3,
        Framing.WEBSOCKET: 1,
        Framing.HEADERS: 1,
        Framing.TEXT: 1,
    }
    assert {each.id for each in operations.values() if each.timing is Timing.UPGRADE} == {
        "ContainerAttach", "ContainerAttachWebsocket", "ExecStart", "Session",
    }  # fmt: skip
    assert {each.id: each.grace for each in operations.values() if each.grace} == {
        "ContainerStop": "t",
        "ContainerRestart": "t",
    }
    assert operations["ContainerArchiveInfo"].reply == {"$ref": "PathStat"}
    assert operations["SystemPing"].reply == {"type": "string"}
    assert operations["ContainerStats"].one_document_when == {"stream": False}
    for each in operations.values():
        assert (each.reply is not None) == (each.framing in (Framing.JSON, Framing.TEXT, Framing.HEADERS)), each.id


def test_functions(description: Description) -> None:
    functions = {each.id: f"{each.module}.{each.function}" for each in description.operations.values()}
    wanted = {
        "ContainerList": "containers.list",
        "ContainerExec": "execs.create",
        "ExecStart": "execs.start",
        "ImageBuild": "images.build",
        "BuildPrune": "images.prune_builds",
        "ImageGet": "images.export",
        "ImageGetAll": "images.export_all",
        "ContainerArchive": "containers.get_archive",
        "PutContainerArchive": "containers.put_archive",
        "ContainerArchiveInfo": "containers.archive_info",
        "GetPluginPrivileges": "plugins.privileges",
        "SystemDataUsage": "system.data_usage",
        "SwarmUnlockkey": "swarm.unlock_key",
        "Session": "session.start",
    }
    assert {name: functions[name] for name in wanted} == wanted


def test_path_parameters_come_first_and_are_those_of_the_path(description: Description) -> None:
    for operation in description.operations.values():
        in_path = [each.name for each in operation.parameters if each.place == "path"]
        assert [each.name for each in operation.parameters[: len(in_path)]] == in_path
        assert operation.path.count("{") == len(in_path)
        assert all(f"{{{name}}}" in operation.path for name in in_path)


def test_no_two_arguments_of_an_operation_have_one_name(description: Description) -> None:
    for operation in description.operations.values():
        arguments = [each.argument for each in operation.parameters]
        assert all(argument.isidentifier() for argument in arguments)
        assert len(set(arguments)) == len(arguments), operation.id


def test_every_property_has_an_attribute(description: Description) -> None:
    for name, schema in description.schemas.items():
        assert list(description.attributes[name]) == list(own_properties(schema)), name
    attributes = {name for names in description.attributes.values() for name in names.values()}
    # One letter between underscores is an acronym that was cut in the wrong place.
    assert {name for name in attributes if "_i_" in name or name.startswith("i_")} == set()


def test_what_nothing_leads_to_is_known(description: Description) -> None:
    published = {name for path in (SPEC / "api").glob("*.yaml") for name in specfile.read(path).get("schemas", {})}
    assert published - set(description.schemas) == {"BuildInfo", "CreateImageInfo", "PushImageInfo"}
    added = set(specfile.read(SPEC / "overlay" / "additions.yaml")["schemas"])
    assert set(description.schemas) - published == added
    assert "ErrorResponse" in description.schemas


def test_a_schema_of_one_noun_refers_to_its_own_noun_or_to_shared_ones(description: Description) -> None:
    for name, schema in description.schemas.items():
        for reference in references(schema):
            assert description.nouns[reference] in (description.nouns[name], "shared"), (name, reference)


def test_no_name_ends_in_a_number(description: Description) -> None:
    assert [name for name in description.schemas if name[-1].isdigit()] == []


def test_no_sentence_of_the_published_files_is_here() -> None:
    for path in (SPEC / "api").glob("*.yaml"):
        for key, value in pairs(specfile.read(path), of_names=True):
            assert key not in SENTENCES, (path.name, key, value)


def test_facts_are_written_as_the_importer_writes_them() -> None:
    for path in (SPEC / "api").glob("*.yaml"):
        text = path.read_text()
        banner = "".join(line[2:] + "\n" for line in text.splitlines() if line.startswith("# "))
        assert specfile.text(specfile.read(path), banner) == text, path.name


def references(node: object) -> Iterator[str]:
    for key, value in pairs(node):
        if key == "$ref":
            yield value


def pairs(node: Any, *, of_names: bool = False) -> Iterator[tuple[str, Any]]:
    """Give every key with its value, at any depth, except the names that the Engine itself gives to its properties."""
    if is_mapping(node):
        for key, value in node.items():
            yield key, value
            named = of_names and key in ("properties", "parameters", "schemas", "operations", "headers")
            for child in value.values() if named else [value]:
                yield from pairs(child, of_names=of_names)
    elif is_list(node):
        for child in node:
            yield from pairs(child, of_names=of_names)
