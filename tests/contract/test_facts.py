"""The tables of versions: they are complete, lead somewhere, and cost nothing to import."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from codegen import description
from codegen.description import Description, own_properties
from codegen.versions import order
from dockwright_api import facts, models, operations, version

SPEC = Path(__file__).parents[2] / "spec"


@pytest.fixture(scope="module")
def described() -> Description:
    return description.load(SPEC)


def spans() -> Iterator[facts.Span]:
    """Give all spans, of values too."""
    for table in (facts.ARGUMENTS, facts.FIELDS):
        for entries in table.values():
            for since, until, *_, values in entries.values():
                yield since, until
                yield from (values or {}).values()
    yield from facts.OPERATIONS.values()


def test_versions_are_between_the_oldest_and_the_newest() -> None:
    oldest, newest = (order(each) for each in (version.MIN_API_VERSION, version.API_VERSION))
    found = list(spans())
    assert len(found) > 200
    for since, until in found:
        assert since is None or oldest < since <= newest
        assert until is None or oldest <= until < newest
        assert since is None or until is None or since <= until


def test_everything_that_is_named_exists() -> None:
    assert facts.OPERATIONS.keys() | facts.ARGUMENTS.keys() | facts.BODIES.keys() <= operations.OPERATIONS.keys()
    for name, fields in facts.FIELDS.items():
        known = {field.alias or attribute for attribute, field in getattr(models, name).model_fields.items()}
        assert fields.keys() <= known


def test_every_way_leads_to_a_table() -> None:
    places = [*facts.BODIES.values(), *(field[2] for fields in facts.FIELDS.values() for field in fields.values())]
    reached = {place.lstrip("[]{}") for place in places if place}
    assert reached == facts.FIELDS.keys()


def test_every_entry_tells_something() -> None:
    told: list[Any] = [
        field for table in (facts.ARGUMENTS, facts.FIELDS) for each in table.values() for field in each.values()
    ]
    assert all(any(entry) for entry in told)
    assert all(any(span) for span in facts.OPERATIONS.values())


def test_no_version_of_a_request_is_left_out(described: Description) -> None:
    for operation in described.operations.values():
        assert facts.OPERATIONS.get(operation.id, (None, None)) == (number(operation.since), number(operation.until))
        told = facts.ARGUMENTS.get(operation.id, {})
        for parameter in operation.parameters:
            since, until, _ = told.get(parameter.name, (None, None, None))
            assert since == (number(parameter.since) if parameter.since != operation.since else None)
            assert until == (number(parameter.until) if parameter.until != operation.until else None)
    for name, fields in facts.FIELDS.items():
        for wire, schema in own_properties(described.schemas[name]).items():
            since, until, *_ = fields.get(wire, (None, None, "", None))
            assert (since, until) == (number(schema.get("since")), number(schema.get("until")))


def number(version: str | None) -> tuple[int, ...] | None:
    return None if version is None else order(version)


@pytest.mark.parametrize(
    ("fact", "expected"),
    [
        (facts.ARGUMENTS["ContainerCreate"]["platform"], ((1, 41), None, None)),
        (facts.OPERATIONS["VolumeUpdate"], ((1, 42), None)),
        (facts.BODIES["ContainerCreate"], "ContainerCreateRequest"),
        (facts.FIELDS["ContainerCreateRequest"]["HostConfig"], (None, None, "HostConfig", None)),
        (facts.FIELDS["HostConfig"]["Annotations"], ((1, 43), None, "", None)),
        (facts.FIELDS["HostConfig"]["KernelMemory"][1], (1, 41)),
        (facts.FIELDS["HostConfig"]["Mounts"][2], "[]Mount"),
        (facts.FIELDS["NetworkingConfig"]["EndpointsConfig"][2], "{}EndpointSettings"),
    ],
)
def test_facts_that_are_known_otherwise(fact: object, expected: object) -> None:
    assert fact == expected


def test_importing_the_tables_imports_nothing_else() -> None:
    code = (
        "import sys, typing, dockwright_api\n"
        "before = set(sys.modules)\n"
        "import dockwright_api.facts\n"
        "print(set(sys.modules) - before)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "{'dockwright_api.facts'}"
