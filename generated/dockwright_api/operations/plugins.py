# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""Operations as values: plugins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dockwright_api import encode

from ..operation import Framing, JSONStream, Operation, Timing

if TYPE_CHECKING:
    import builtins
    from collections.abc import AsyncIterable, Iterable, Sequence

    from dockwright_api import models, shapes


def create(name: str, content: bytes | Iterable[bytes] | AsyncIterable[bytes]) -> Operation[None, None]:
    """Make a plugin from an archive and install it, without enabling it.

    All privileges it asks for are granted.

    Args:
        name: Name of the plugin, with the tag `latest` unless it has another. A digest is an error.
        content: The plugin as a tar archive, with the file `config.json` and the directory `rootfs` that holds its file system.

    Engine operation PluginCreate: ``POST /plugins/create``.
    """
    return Operation(
        name="PluginCreate",
        method="POST",
        path="/plugins/create",
        query=encode.query(("name", name)),
        body=content,
        content_type="application/x-tar",
        framing=Framing.EMPTY,
        timing=Timing.TRANSFER,
    )


def delete(name: str, *, force: bool | None = None) -> Operation[None, None]:
    """Remove a plugin.

    One that is enabled or in use needs `force`.

    Args:
        name: Name of the plugin, with the tag `latest` unless it has another, or its id or a unique prefix of it.
        force: Remove the plugin even if it is in use, and disable it first if need be.

    Engine operation PluginDelete: ``DELETE /plugins/{name}``.
    """
    return Operation(
        name="PluginDelete",
        method="DELETE",
        path=encode.path("/plugins/{name}", name=name),
        query=encode.query(("force", force)),
        framing=Framing.EMPTY,
        timing=Timing.WAIT,
    )


def disable(name: str, *, force: bool | None = None) -> Operation[None, None]:
    """Stop a plugin.

    It gets ten seconds to end before it is killed; one that is disabled already is an error.

    Args:
        name: Name of the plugin, with the tag `latest` unless it has another, or its id or a unique prefix of it.
        force: Stop the plugin even if it is in use. Since API 1.28.

    Engine operation PluginDisable: ``POST /plugins/{name}/disable``.
    """
    return Operation(
        name="PluginDisable",
        method="POST",
        path=encode.path("/plugins/{name}/disable", name=name),
        query=encode.query(("force", force)),
        framing=Framing.EMPTY,
        timing=Timing.WAIT,
    )


def enable(name: str, *, timeout: int = 0) -> Operation[None, None]:
    """Start a plugin, so that it can be used.

    One that is enabled already is an error.

    Args:
        name: Name of the plugin, with the tag `latest` unless it has another, or its id or a unique prefix of it.
        timeout: Seconds that the engine waits for the plugin to answer a request; 0, the default, for no limit.

    Engine operation PluginEnable: ``POST /plugins/{name}/enable``.
    """
    return Operation(
        name="PluginEnable",
        method="POST",
        path=encode.path("/plugins/{name}/enable", name=name),
        query=encode.query(("timeout", timeout)),
        framing=Framing.EMPTY,
        timing=Timing.WAIT,
    )


def inspect(name: str) -> Operation[models.Plugin, shapes.Plugin]:
    """Give everything that the engine knows about a plugin.

    Args:
        name: Name of the plugin, with the tag `latest` unless it has another, or its id or a unique prefix of it.

    Engine operation PluginInspect: ``GET /plugins/{name}/json``.
    """
    return Operation(
        name="PluginInspect",
        method="GET",
        path=encode.path("/plugins/{name}/json", name=name),
        reply="Plugin",
        framing=Framing.JSON,
        timing=Timing.UNARY,
    )


def list(
    *, filters: encode.Filters | None = None
) -> Operation[builtins.list[models.Plugin], builtins.list[shapes.Plugin]]:
    """List the plugins that are installed, enabled or not.

    Plugins that the engine does not run itself are not among them.

    Args:
        filters: Which plugins to give, as lists of values by filter: `capability`, such as `volumedriver`, or `enabled` (`true` or `false`). An unknown filter is an error. Since API 1.28.

    Engine operation PluginList: ``GET /plugins``.
    """
    return Operation(
        name="PluginList",
        method="GET",
        path="/plugins",
        query=encode.query(("filters", encode.filters(filters))),
        reply="list[Plugin]",
        framing=Framing.JSON,
        timing=Timing.UNARY,
    )


def privileges(
    remote: str, *, registry_auth: models.AuthConfig | shapes.AuthConfig | str | None = None
) -> Operation[builtins.list[models.PluginPrivilege], builtins.list[shapes.PluginPrivilege]]:
    """Ask a registry which privileges a plugin needs.

    The list is empty if it needs none, and also if the engine could not fetch the plugin.

    Args:
        remote: Name of the plugin with its registry, and a tag or a digest; `latest` without either.
        registry_auth: Credentials for the registry. What cannot be decoded counts as none.

    Engine operation GetPluginPrivileges: ``GET /plugins/privileges``.
    """
    return Operation(
        name="GetPluginPrivileges",
        method="GET",
        path="/plugins/privileges",
        query=encode.query(("remote", remote)),
        headers=encode.headers(("X-Registry-Auth", encode.base64_json(registry_auth))),
        reply="list[PluginPrivilege]",
        framing=Framing.JSON,
        timing=Timing.WAIT,
    )


def pull(
    remote: str,
    body: Sequence[models.PluginPrivilege | shapes.PluginPrivilegeParam | shapes.PluginPrivilege] | None = None,
    *,
    name: str | None = None,
    registry_auth: models.AuthConfig | shapes.AuthConfig | str | None = None,
) -> JSONStream[models.ProgressMessage, shapes.ProgressMessage]:
    """Pull a plugin from a registry and install it, without enabling it.

    Failures after the start come in the stream of the reply.

    Args:
        remote: Name of the plugin with its registry, and a tag or a digest; `latest` without either.
        body: The privileges that the plugin is granted, the same that it asks for. Others are an error.
        name: Name that the plugin gets on this engine; that in `remote` by default. It may have a tag, but no digest, and a name in use is an error.
        registry_auth: Credentials for the registry. What cannot be decoded counts as none.

    Engine operation PluginPull: ``POST /plugins/pull``.
    """
    return JSONStream(
        name="PluginPull",
        method="POST",
        path="/plugins/pull",
        query=encode.query(("remote", remote), ("name", name)),
        headers=encode.headers(("X-Registry-Auth", encode.base64_json(registry_auth))),
        body=body,
        content_type="application/json",
        reply="ProgressMessage",
        framing=Framing.JSON_STREAM,
        timing=Timing.TRANSFER,
    )


def push(
    name: str, *, registry_auth: models.AuthConfig | shapes.AuthConfig | str | None = None
) -> JSONStream[models.PushProgress, shapes.PushProgress]:
    """Send a plugin to a registry, which its name tells.

    Failures after the start come in the stream of the reply.

    Args:
        name: Name of the plugin, with the tag `latest` unless it has another, or its id or a unique prefix of it.
        registry_auth: Credentials for the registry. What cannot be decoded counts as none.

    Engine operation PluginPush: ``POST /plugins/{name}/push``.
    """
    return JSONStream(
        name="PluginPush",
        method="POST",
        path=encode.path("/plugins/{name}/push", name=name),
        headers=encode.headers(("X-Registry-Auth", encode.base64_json(registry_auth))),
        reply="PushProgress",
        framing=Framing.JSON_STREAM,
        timing=Timing.TRANSFER,
    )


def set(name: str, body: Sequence[str]) -> Operation[None, None]:
    """Change settings of a plugin.

    It must be disabled, and its configuration must allow it.

    Args:
        name: Name of the plugin, with the tag `latest` unless it has another, or its id or a unique prefix of it.
        body: Settings as `name=value` or `name.field=value`, with the name of a variable, a mount, a device or the arguments in the configuration. The field is `value`, `source` for a mount or `path` for a device.

    Engine operation PluginSet: ``POST /plugins/{name}/set``.
    """
    return Operation(
        name="PluginSet",
        method="POST",
        path=encode.path("/plugins/{name}/set", name=name),
        body=body,
        content_type="application/json",
        framing=Framing.EMPTY,
        timing=Timing.UNARY,
    )


def upgrade(
    name: str,
    remote: str,
    body: Sequence[models.PluginPrivilege | shapes.PluginPrivilegeParam | shapes.PluginPrivilege] | None = None,
    *,
    registry_auth: models.AuthConfig | shapes.AuthConfig | str | None = None,
) -> JSONStream[models.ProgressMessage, shapes.ProgressMessage]:
    """Replace the content of a plugin with that of another version from a registry.

    The plugin must be disabled; its id and settings stay.

    Since API 1.26.

    Args:
        name: Name of the plugin, with the tag `latest` unless it has another. An id is not accepted.
        remote: Name of the new version with its registry, and a tag or a digest; `latest` without either.
        body: The privileges that the plugin is granted, the same that the new version asks for. Others are an error.
        registry_auth: Credentials for the registry. What cannot be decoded counts as none.

    Engine operation PluginUpgrade: ``POST /plugins/{name}/upgrade``.
    """
    return JSONStream(
        name="PluginUpgrade",
        method="POST",
        path=encode.path("/plugins/{name}/upgrade", name=name),
        query=encode.query(("remote", remote)),
        headers=encode.headers(("X-Registry-Auth", encode.base64_json(registry_auth))),
        body=body,
        content_type="application/json",
        reply="ProgressMessage",
        framing=Framing.JSON_STREAM,
        timing=Timing.TRANSFER,
    )
