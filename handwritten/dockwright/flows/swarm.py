"""Work on the swarm that takes several calls, or a decision."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from dockwright_api import operations

from ..errors import ApiError
from ..options.swarm import changed_settings
from . import Flow, call, fetch
from .rewriting import rewrite

if TYPE_CHECKING:
    from dockwright_api import shapes

    from ..options.swarm import SwarmSpec

_IN_NO_SWARM = (406, 503)


@dataclass(frozen=True, slots=True)
class Rotation:
    """What of a swarm is to be replaced; those who are in it stay."""

    worker_token: bool = False
    manager_token: bool = False
    unlock_key: bool = False


def update(
    settings: Mapping[str, Any],
    *,
    spec: "SwarmSpec | None" = None,
    version: int | None = None,
    rotation: Rotation,
) -> Flow[None]:
    """Change the swarm; what is not among the settings stays as it is.

    ``spec`` stands for all present settings. With ``version`` the change holds only if that is the newest; without one
    it is made again where the swarm changed meanwhile.
    """
    # What is wrong in itself shows before anything is sent.
    changed_settings(spec, settings)

    def write(found: "shapes.Swarm") -> Flow[None]:
        operation = operations.swarm.update(
            found["Version"]["Index"] if version is None else version,
            cast("shapes.SwarmSpecParam", changed_settings(found["Spec"] if spec is None else spec, settings)),
            rotate_worker_token=rotation.worker_token,
            rotate_manager_token=rotation.manager_token,
            rotate_manager_unlock_key=rotation.unlock_key,
        )
        yield from call(operation)

    inspect = operations.swarm.inspect()
    if version is None:
        yield from rewrite(inspect, write)
    else:
        yield from write((yield from fetch(inspect)))


def inspect_if_any() -> "Flow[shapes.Swarm | None]":
    """Ask for everything about the swarm; None where the engine is no manager."""
    try:
        return (yield from fetch(operations.swarm.inspect()))
    except ApiError as error:
        if error.status not in _IN_NO_SWARM:
            raise
    return None


def leave(*, force: bool) -> Flow[None]:
    """Leave the swarm; with ``force`` it is no error to be in none."""
    try:
        yield from call(operations.swarm.leave(force=force))
    except ApiError as error:
        if not force or error.status not in _IN_NO_SWARM:
            raise
