"""Plugins that the engine runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from dockwright_api import operations
from dockwright_api.unset import UNSET

from ..archive.plugin import pack_plugin
from ..flows import plugins as flows
from ..options.filters import filters_option
from ..options.plugins import enable_timeout, plugin_settings
from ..settings.credentials import pull_auth
from .resources import Collection, Model, resource_id

if TYPE_CHECKING:
    import builtins
    from collections.abc import Iterator
    from os import PathLike

    from dockwright_api import models, shapes
    from dockwright_api.encode import Filters

    from ..options.plugins import Grant, Privileges, Settings
    from ..policy.timeouts import TimeoutOption
    from ..settings.credentials import Auth


class Plugin(Model):
    """One plugin."""

    @property
    def name(self) -> str:
        """The name on this engine, with its tag."""
        return str(self.attrs["Name"])

    @property
    def enabled(self) -> bool:
        """Whether it runs, when last asked."""
        return bool(self.attrs["Enabled"])

    @property
    def settings(self) -> dict[str, Any]:
        """What can be set, with the values that apply."""
        return cast("dict[str, Any]", self.attrs["Settings"])

    def inspect(self) -> models.Plugin:
        """Ask for everything about the plugin, as a model. ``GET /plugins/{name}/json``."""
        return self.client.engine.send(operations.plugins.inspect(self.name))

    def configure(self, options: Settings) -> None:
        """Change settings of the plugin, which must be disabled. ``POST /plugins/{name}/set``.

        ``options`` is a mapping such as ``{"DEBUG": 1, "state.source": "/srv"}``, or a sequence of ``name=value``.
        """
        self._attrs = self._drive(flows.configure(self.name, plugin_settings(options)))

    def enable(self, timeout: int = 0) -> None:
        """Start the plugin; one that is enabled is an error. ``POST /plugins/{name}/enable``.

        ``timeout`` is how many seconds the engine waits for an answer of the plugin whenever it asks; 0 for no limit.
        """
        self._attrs = self._drive(flows.enable(self.name, enable_timeout(timeout)))

    def disable(self, force: bool = False) -> None:
        """Stop the plugin; with ``force`` although it is in use. ``POST /plugins/{name}/disable``."""
        self._attrs = self._drive(flows.disable(self.name, force=force))

    def push(self, *, auth_config: Auth | None = None) -> Iterator[shapes.PushProgress]:
        """Push the plugin to the registry that its name tells, and give the progress. ``POST /plugins/{name}/push``.

        It is pushed when this returns. Without ``auth_config`` the credentials count that this client logged in with,
        or ``docker login`` did. Raises ``DockerStreamError`` where the push fails.
        """
        operation = flows.push_operation(self.name, registry_auth=pull_auth(auth_config, self.name))
        image = self.name if auth_config is None else ""
        return iter(self.client.engine.documents(operation, image=image).read_all())

    def upgrade(
        self,
        remote: str | None = None,
        *,
        privileges: Privileges | None = None,
        grant: Grant | None = None,
        auth_config: Auth | None = None,
    ) -> Iterator[shapes.ProgressMessage]:
        """Replace the plugin, which must be disabled, with what its registry has now, and give the progress.

        ``POST /plugins/{name}/upgrade``. It is upgraded when this returns. ``remote`` is the name of another version;
        the other arguments are those of :meth:`PluginCollection.install`. Raises ``DockerStreamError`` or another
        ``DockerError`` where it fails.
        """
        flow = flows.upgrade(
            self.name,
            remote,
            privileges=privileges,
            grant=_granted(privileges, grant),
            registry_auth=pull_auth(auth_config, remote or self.name),
        )
        progress = self.client.engine.drive(flow)
        self.reload()
        return iter(progress)

    def remove(self, force: bool = False) -> None:
        """Remove the plugin; an enabled one only with ``force``. ``DELETE /plugins/{name}``."""
        self.client.engine.fetch(operations.plugins.delete(self.name, force=force or None))

    def _inspect(self) -> dict[str, Any]:
        return cast("dict[str, Any]", self.client.engine.fetch(operations.plugins.inspect(self._id)))

    def _drive(self, flow: Any) -> dict[str, Any]:
        return cast("dict[str, Any]", self.client.engine.drive(flow))

    def __repr__(self) -> str:
        return f"<Plugin: {self._attrs['Name']!r}>" if self._attrs else f"<Plugin: {self.short_id}>"


class PluginCollection(Collection[Plugin]):
    """The plugins of an engine; ``client.plugins``."""

    model = Plugin

    def list(self, *, filters: Filters | str | None = None) -> builtins.list[Plugin]:
        """List the plugins that are installed, with one request. ``GET /plugins``.

        ``filters`` is a mapping such as ``{"enabled": True, "capability": "volumedriver"}``.
        """
        found = self.client.engine.fetch(operations.plugins.list(filters=filters_option(filters)))
        # The list says as much as an inspection.
        return [Plugin.of(self.client, attrs["Id"], attrs=attrs) for attrs in found]

    def get(self, name: str) -> Plugin:
        """Look a plugin up by name or id. ``GET /plugins/{name}/json``.

        Raises ``NotFound``.
        """
        return self._plugin(self.client.engine.fetch(operations.plugins.inspect(resource_id("name", name))))

    def create(
        self, name: str, plugin_data_dir: str | PathLike[str], gzip: bool = False, *, timeout: TimeoutOption = UNSET
    ) -> Plugin:
        """Make a plugin of a folder with ``config.json`` and ``rootfs``, without enabling it.

        ``POST /plugins/create``. ``gzip`` has no effect: no engine unpacks such an archive. Raises ``InvalidArgument``
        for a folder that is none of a plugin, and ``ApiError`` for what the engine does not accept of it.
        """
        return self._plugin(self.client.engine.drive(flows.create(name, pack_plugin(plugin_data_dir), timeout=timeout)))

    def privileges(self, remote_name: str, *, auth_config: Auth | None = None) -> builtins.list[shapes.PluginPrivilege]:
        """Ask a registry which privileges a plugin needs. ``GET /plugins/privileges``.

        The list is also empty where the engine could not fetch the plugin.
        """
        return self.client.engine.drive(
            flows.privileges_of(remote_name, registry_auth=pull_auth(auth_config, remote_name))
        )

    def install(
        self,
        remote_name: str,
        local_name: str | None = None,
        *,
        privileges: Privileges | None = None,
        grant: Grant | None = None,
        auth_config: Auth | None = None,
    ) -> Plugin:
        """Pull a plugin and install it, without enabling it. ``POST /plugins/pull``.

        ``remote_name`` may have a tag or a digest (engines of version 20.10 crash on a digest).
        It gets all privileges that it asks for, unless ``privileges`` lists those that it gets, or ``grant`` is False
        or a function that is shown the list and gives False; then ``InvalidArgument`` is raised, and nothing is pulled.
        Without ``auth_config`` the credentials count that this client logged in with, or ``docker login`` did. Raises
        ``DockerStreamError`` where the pull fails.
        """
        flow = flows.install(
            remote_name,
            local_name,
            privileges=privileges,
            grant=_granted(privileges, grant),
            registry_auth=pull_auth(auth_config, remote_name),
        )
        return self._plugin(self.client.engine.drive(flow))

    def _plugin(self, attrs: shapes.Plugin) -> Plugin:
        return Plugin.of(self.client, attrs["Id"], attrs=attrs)


def _granted(privileges: Privileges | None, grant: Grant | None) -> Grant | None:
    """Grant everything where nothing is said, as docker-py does."""
    return True if privileges is None and grant is None else grant
