"""Work on networks that takes several calls, and the operations that several methods share."""

from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any, cast

from dockwright_api import operations
from dockwright_api.operation import Operation

from ..errors import DockerError, Forbidden, NotFound
from ..policy.versions import ApiVersion
from . import Flow, call, fetch

if TYPE_CHECKING:
    from dockwright_api import models, shapes

_PREDEFINED = ("bridge", "host", "none", "default", "nat")
_NAMES_ARE_UNIQUE_SINCE = ApiVersion(1, 45)


def creation(
    body: "models.NetworkCreateRequest | shapes.NetworkCreateRequest", api_version: str
) -> "Operation[models.NetworkCreateResponse, shapes.NetworkCreateResponse]":
    """Ask for a network.

    That a name in use be refused is not said to engines that do so anyway: the version spoken with them does not have
    the field any more.
    """
    if isinstance(body, Mapping) and body.get("CheckDuplicate"):
        given = cast("Mapping[str, Any]", body)
        if ApiVersion.parse(api_version) >= _NAMES_ARE_UNIQUE_SINCE:
            body = cast("shapes.NetworkCreateRequest", {key: given[key] for key in given if key != "CheckDuplicate"})
    return operations.networks.create(body)


def leave(identifier: str, error: BaseException | None) -> Flow[None]:
    """Remove a network at the end of a block, with the connections that it still has.

    It may be gone already. ``error`` is what ended the block: it is not hidden by a failure here, but gets a note.
    """
    try:
        yield from remove(identifier)
    except DockerError as failure:
        if error is None:
            raise
        error.add_note(f"network {identifier} is left behind: {failure}")


def remove(identifier: str) -> Flow[None]:
    """Remove a network if it is there, and disconnect what keeps it in use."""
    with suppress(NotFound):
        try:
            yield from call(operations.networks.delete(identifier))
        except Forbidden:
            if not (yield from _disconnected(identifier)):
                raise
            yield from call(operations.networks.delete(identifier))


def _disconnected(identifier: str) -> Flow[bool]:
    """Disconnect every container; say whether there was one. A network of the engine's own is left as it is."""
    network: shapes.NetworkInspect = yield from fetch(operations.networks.inspect(identifier))
    containers = [] if network["Name"] in _PREDEFINED else list(network.get("Containers") or ())
    for container in containers:
        # It may have ended meanwhile.
        with suppress(NotFound):
            yield from call(operations.networks.disconnect(identifier, {"Container": container, "Force": True}))
    return bool(containers)
