"""Work on plugins that takes several calls, and the operations that several methods share."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, cast

from dockwright_api import operations

from ..options.plugins import Grant, Privileges, decide, granted_privileges
from . import Flow, collect, fetch

if TYPE_CHECKING:
    from collections.abc import AsyncIterable, Iterable

    from dockwright_api import models, shapes
    from dockwright_api.operation import JSONStream


def install(
    remote: str,
    name: str | None = None,
    *,
    privileges: Privileges | None = None,
    grant: Grant | None = None,
    registry_auth: str | None = None,
) -> "Flow[shapes.Plugin]":
    """Pull a plugin with what it is granted, and inspect it."""
    from ..options.references import parse_reference

    reference = parse_reference(remote)
    granted = yield from _granted(remote, privileges, grant, registry_auth)
    pull = operations.plugins.pull(remote, granted, name=name, registry_auth=registry_auth)
    yield from collect(pull, image=_wanting(remote, registry_auth))
    # What is pulled by a digest gets the tag "latest".
    local = f"{reference.repository}:latest" if "@" in remote else reference.name
    return (yield from fetch(operations.plugins.inspect(name or local)))


def upgrade(
    name: str,
    remote: str | None = None,
    *,
    privileges: Privileges | None = None,
    grant: Grant | None = None,
    registry_auth: str | None = None,
) -> "Flow[list[shapes.ProgressMessage]]":
    """Replace a plugin with another version of it, and give the progress."""
    remote = name if remote is None else remote
    granted = yield from _granted(remote, privileges, grant, registry_auth)
    operation = operations.plugins.upgrade(name, remote, granted, registry_auth=registry_auth)
    return (yield from collect(operation, image=_wanting(remote, registry_auth)))


def _granted(
    remote: str, privileges: Privileges | None, grant: Grant | None, registry_auth: str | None
) -> "Flow[Sequence[models.PluginPrivilege | shapes.PluginPrivilegeParam | shapes.PluginPrivilege]]":
    listed = granted_privileges(privileges, grant)
    if listed is not None:
        return listed
    asked = yield from privileges_of(remote, registry_auth=registry_auth)
    return decide(grant or False, remote, asked)


def privileges_of(remote: str, *, registry_auth: str | None = None) -> "Flow[list[shapes.PluginPrivilege]]":
    """Ask a registry which privileges a plugin needs."""
    question = operations.plugins.privileges(remote, registry_auth=registry_auth)
    asked = yield from fetch(question, image=_wanting(remote, registry_auth))
    # Null stands for none.
    return cast("list[shapes.PluginPrivilege] | None", asked) or []


def push_operation(
    name: str, *, registry_auth: str | None = None
) -> "JSONStream[models.PushProgress, shapes.PushProgress]":
    """Ask for the push of a plugin."""
    return operations.plugins.push(name, registry_auth=registry_auth)


def create(
    name: str, content: "bytes | Iterable[bytes] | AsyncIterable[bytes]", *, timeout: Any
) -> "Flow[shapes.Plugin]":
    """Make a plugin of an archive, and inspect it."""
    yield from fetch(operations.plugins.create(name, content), timeout=timeout)
    return (yield from fetch(operations.plugins.inspect(name)))


def show(name: str) -> "Flow[shapes.Plugin]":
    """Inspect a plugin."""
    return (yield from fetch(operations.plugins.inspect(name)))


def configure(name: str, settings: Sequence[str]) -> "Flow[shapes.Plugin]":
    """Change settings of a plugin, and inspect it."""
    yield from fetch(operations.plugins.set(name, settings))
    return (yield from fetch(operations.plugins.inspect(name)))


def enable(name: str, timeout: int) -> "Flow[shapes.Plugin]":
    """Start a plugin, and inspect it."""
    yield from fetch(operations.plugins.enable(name, timeout=timeout))
    return (yield from fetch(operations.plugins.inspect(name)))


def disable(name: str, *, force: bool) -> "Flow[shapes.Plugin]":
    """Stop a plugin, and inspect it."""
    yield from fetch(operations.plugins.disable(name, force=force or None))
    return (yield from fetch(operations.plugins.inspect(name)))


def _wanting(remote: str, registry_auth: str | None) -> str:
    """Name the plugin for whose registry the face adds credentials: none where they were given."""
    return remote if registry_auth is None else ""
