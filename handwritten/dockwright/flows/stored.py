"""Configs and secrets: what is told of a new one, and changes, which the engine takes only as a whole spec."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypedDict, cast

from dockwright_api import operations

from . import Flow, fetch

if TYPE_CHECKING:
    from dockwright_api import shapes


class CreatedSpec(TypedDict):
    """What is known of the spec."""

    Name: str


class Created(TypedDict):
    """A config or secret that was made: its id, which is all that the engine tells, and its name."""

    ID: str
    Spec: CreatedSpec


def create_config(spec: "shapes.ConfigSpecParam") -> Flow[Created]:
    """Store a config."""
    created = yield from fetch(operations.configs.create(spec))
    return {"ID": created["ID"], "Spec": {"Name": spec.get("Name", "")}}


def create_secret(spec: "shapes.SecretSpecParam") -> Flow[Created]:
    """Store a secret."""
    created = yield from fetch(operations.secrets.create(spec))
    return {"ID": created["ID"], "Spec": {"Name": spec.get("Name", "")}}


def update_config(identifier: str, changed: Mapping[str, Any], version: int | None = None) -> Flow[None]:
    """Change a config; based on what it is now where no version is given."""
    config = yield from fetch(operations.configs.inspect(identifier))
    spec = cast("shapes.ConfigSpecParam", {**config["Spec"], **changed})
    based_on = config["Version"]["Index"] if version is None else version
    yield from fetch(operations.configs.update(identifier, based_on, spec))


def update_secret(identifier: str, changed: Mapping[str, Any], version: int | None = None) -> Flow[None]:
    """Change a secret; based on what it is now where no version is given."""
    secret = yield from fetch(operations.secrets.inspect(identifier))
    spec = cast("shapes.SecretSpecParam", {**secret["Spec"], **changed})
    based_on = secret["Version"]["Index"] if version is None else version
    yield from fetch(operations.secrets.update(identifier, based_on, spec))
