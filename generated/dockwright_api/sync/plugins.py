# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""Every operation as a blocking method: plugins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dockwright_api import operations

if TYPE_CHECKING:
    import builtins
    from collections.abc import Iterable, Sequence

    from dockwright_api import encode, models, shapes

    from ..sender import Send, Stream


class Plugins:
    """The operations of ``docker.api.plugins``."""

    def __init__(self, send: Send) -> None:
        self._send = send

    def create(self, name: str, content: bytes | Iterable[bytes]) -> None:
        """Make a plugin from an archive and install it, without enabling it.

        All privileges it asks for are granted.

        Args:
            name: Name of the plugin, with the tag `latest` unless it has another. A digest is an error.
            content: The plugin as a tar archive, with the file `config.json` and the directory `rootfs` that holds its file system.

        Engine operation PluginCreate: ``POST /plugins/create``.
        """
        return self._send(operations.plugins.create(name, content))

    def delete(self, name: str, *, force: bool | None = None) -> None:
        """Remove a plugin.

        One that is enabled or in use needs `force`.

        Args:
            name: Name of the plugin, with the tag `latest` unless it has another, or its id or a unique prefix of it.
            force: Remove the plugin even if it is in use, and disable it first if need be.

        Engine operation PluginDelete: ``DELETE /plugins/{name}``.
        """
        return self._send(operations.plugins.delete(name, force=force))

    def disable(self, name: str, *, force: bool | None = None) -> None:
        """Stop a plugin.

        It gets ten seconds to end before it is killed; one that is disabled already is an error.

        Args:
            name: Name of the plugin, with the tag `latest` unless it has another, or its id or a unique prefix of it.
            force: Stop the plugin even if it is in use. Since API 1.28.

        Engine operation PluginDisable: ``POST /plugins/{name}/disable``.
        """
        return self._send(operations.plugins.disable(name, force=force))

    def enable(self, name: str, *, timeout: int = 0) -> None:
        """Start a plugin, so that it can be used.

        One that is enabled already is an error.

        Args:
            name: Name of the plugin, with the tag `latest` unless it has another, or its id or a unique prefix of it.
            timeout: Seconds that the engine waits for the plugin to answer a request; 0, the default, for no limit.

        Engine operation PluginEnable: ``POST /plugins/{name}/enable``.
        """
        return self._send(operations.plugins.enable(name, timeout=timeout))

    def inspect(self, name: str) -> models.Plugin:
        """Give everything that the engine knows about a plugin.

        Args:
            name: Name of the plugin, with the tag `latest` unless it has another, or its id or a unique prefix of it.

        Engine operation PluginInspect: ``GET /plugins/{name}/json``.
        """
        return self._send(operations.plugins.inspect(name))

    def list(self, *, filters: encode.Filters | None = None) -> builtins.list[models.Plugin]:
        """List the plugins that are installed, enabled or not.

        Plugins that the engine does not run itself are not among them.

        Args:
            filters: Which plugins to give, as lists of values by filter: `capability`, such as `volumedriver`, or `enabled` (`true` or `false`). An unknown filter is an error. Since API 1.28.

        Engine operation PluginList: ``GET /plugins``.
        """
        return self._send(operations.plugins.list(filters=filters))

    def privileges(
        self, remote: str, *, registry_auth: models.AuthConfig | shapes.AuthConfig | str | None = None
    ) -> builtins.list[models.PluginPrivilege]:
        """Ask a registry which privileges a plugin needs.

        The list is empty if it needs none, and also if the engine could not fetch the plugin.

        Args:
            remote: Name of the plugin with its registry, and a tag or a digest; `latest` without either.
            registry_auth: Credentials for the registry. What cannot be decoded counts as none.

        Engine operation GetPluginPrivileges: ``GET /plugins/privileges``.
        """
        return self._send(operations.plugins.privileges(remote, registry_auth=registry_auth))

    def pull(
        self,
        remote: str,
        body: Sequence[models.PluginPrivilege | shapes.PluginPrivilegeParam | shapes.PluginPrivilege] | None = None,
        *,
        name: str | None = None,
        registry_auth: models.AuthConfig | shapes.AuthConfig | str | None = None,
    ) -> Stream[models.ProgressMessage]:
        """Pull a plugin from a registry and install it, without enabling it.

        Failures after the start come in the stream of the reply.

        Args:
            remote: Name of the plugin with its registry, and a tag or a digest; `latest` without either.
            body: The privileges that the plugin is granted, the same that it asks for. Others are an error.
            name: Name that the plugin gets on this engine; that in `remote` by default. It may have a tag, but no digest, and a name in use is an error.
            registry_auth: Credentials for the registry. What cannot be decoded counts as none.

        Engine operation PluginPull: ``POST /plugins/pull``.
        """
        return self._send(operations.plugins.pull(remote, body, name=name, registry_auth=registry_auth))

    def push(
        self, name: str, *, registry_auth: models.AuthConfig | shapes.AuthConfig | str | None = None
    ) -> Stream[models.PushProgress]:
        """Send a plugin to a registry, which its name tells.

        Failures after the start come in the stream of the reply.

        Args:
            name: Name of the plugin, with the tag `latest` unless it has another, or its id or a unique prefix of it.
            registry_auth: Credentials for the registry. What cannot be decoded counts as none.

        Engine operation PluginPush: ``POST /plugins/{name}/push``.
        """
        return self._send(operations.plugins.push(name, registry_auth=registry_auth))

    def set(self, name: str, body: Sequence[str]) -> None:
        """Change settings of a plugin.

        It must be disabled, and its configuration must allow it.

        Args:
            name: Name of the plugin, with the tag `latest` unless it has another, or its id or a unique prefix of it.
            body: Settings as `name=value` or `name.field=value`, with the name of a variable, a mount, a device or the arguments in the configuration. The field is `value`, `source` for a mount or `path` for a device.

        Engine operation PluginSet: ``POST /plugins/{name}/set``.
        """
        return self._send(operations.plugins.set(name, body))

    def upgrade(
        self,
        name: str,
        remote: str,
        body: Sequence[models.PluginPrivilege | shapes.PluginPrivilegeParam | shapes.PluginPrivilege] | None = None,
        *,
        registry_auth: models.AuthConfig | shapes.AuthConfig | str | None = None,
    ) -> Stream[models.ProgressMessage]:
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
        return self._send(operations.plugins.upgrade(name, remote, body, registry_auth=registry_auth))
