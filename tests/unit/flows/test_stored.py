"""Changes of configs and secrets: the whole spec, of a known version."""

from typing import Any

import pytest

from dockwright.flows.stored import create_config, create_secret, update_config, update_secret
from dockwright_api import operations

from .conftest import Driven

SPEC: Any = {"Name": "n", "Labels": {"a": "b"}}
KINDS: list[Any] = [(update_config, operations.configs), (update_secret, operations.secrets)]


@pytest.mark.parametrize(("update", "noun"), KINDS)
@pytest.mark.parametrize(("version", "sent"), [(None, 7), (5, 5), (0, 0)])
def test_what_is_not_given_stays(drive: Driven, update: Any, noun: Any, version: int | None, sent: int) -> None:
    drive(update("i", {"Labels": {}}, version), {"Spec": SPEC, "Version": {"Index": 7}}, None)
    assert drive.operations == [noun.inspect("i"), noun.update("i", sent, {"Name": "n", "Labels": {}})]
    assert SPEC["Labels"] == {"a": "b"}


@pytest.mark.parametrize(("create", "noun"), [(create_config, operations.configs), (create_secret, operations.secrets)])
def test_a_new_one_has_its_name(drive: Driven, create: Any, noun: Any) -> None:
    """aiodocker's own example reads the name of what was created, and found no key for it."""
    assert drive(create(SPEC), {"ID": "i"}) == {"ID": "i", "Spec": {"Name": "n"}}
    assert drive.operations == [noun.create(SPEC)]
