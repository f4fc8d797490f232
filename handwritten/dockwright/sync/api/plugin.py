"""Plugins, by docker-py's low-level names."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from dockwright_api import operations
from dockwright_api.sync import plugins as generated

from ...options.plugins import enable_timeout, plugin_settings
from .calls import Calls, Listing, resource_id

if TYPE_CHECKING:
    import os
    from collections.abc import Mapping, Sequence

    from dockwright_api import shapes

    from ..streams import ReplyStream


class Plugins(Listing, generated.Plugins):
    """The operations of ``client.api.plugins``; called, it lists plugins as docker-py does."""

    def __call__(self) -> list[shapes.Plugin]:
        """List plugins. ``GET /plugins``."""
        return self._engine.fetch(operations.plugins.list())


class PluginCalls(Calls):
    """Plugins."""

    @cached_property
    def plugins(self) -> Plugins:
        """List plugins, ``client.api.plugins()``; and the operations of ``client.api.plugins``."""
        return Plugins(self._engine)

    def configure_plugin(self, name: object, options: Mapping[str, str] | Sequence[str]) -> bool:
        """Change settings of a plugin. ``POST /plugins/{name}/set``."""
        return self._done(operations.plugins.set(resource_id("name", name), plugin_settings(options)))

    def create_plugin(self, name: str, plugin_data_dir: str | os.PathLike[str], gzip: bool = False) -> bool:
        """Make a plugin of a folder with ``config.json`` and ``rootfs``; as ``client.plugins.create``."""
        self._client.plugins.create(name, plugin_data_dir, gzip)
        return True

    def disable_plugin(self, name: object, force: bool = False) -> bool:
        """Disable a plugin. ``POST /plugins/{name}/disable``."""
        return self._done(operations.plugins.disable(resource_id("name", name), force=force or None))

    def enable_plugin(self, name: object, timeout: int = 0) -> bool:
        """Enable a plugin. ``POST /plugins/{name}/enable``. ``timeout`` is seconds that the engine waits for it."""
        return self._done(operations.plugins.enable(resource_id("name", name), timeout=enable_timeout(timeout)))

    def inspect_plugin(self, name: object) -> shapes.Plugin:
        """Give everything about a plugin. ``GET /plugins/{name}/json``."""
        return self._fetch(operations.plugins.inspect(resource_id("name", name)))

    def plugin_privileges(self, name: str) -> list[shapes.PluginPrivilege]:
        """List what a plugin asks for. ``GET /plugins/privileges``."""
        return self._client.plugins.privileges(name)

    def pull_plugin(
        self, remote: str, privileges: Sequence[shapes.PluginPrivilegeParam], name: str | None = None
    ) -> ReplyStream[shapes.ProgressMessage]:
        """Install a plugin, and give the progress as documents. ``POST /plugins/pull``."""
        return self._documents(operations.plugins.pull(remote, privileges, name=name), image=remote).open()

    def push_plugin(self, name: object) -> ReplyStream[shapes.PushProgress]:
        """Push a plugin to its registry, and give the progress as documents. ``POST /plugins/{name}/push``."""
        identifier = resource_id("name", name)
        return self._documents(operations.plugins.push(identifier), image=identifier).open()

    def remove_plugin(self, name: object, force: bool = False) -> bool:
        """Remove a plugin. ``DELETE /plugins/{name}``."""
        self._fetch(operations.plugins.delete(resource_id("name", name), force=force or None))
        return True

    def upgrade_plugin(
        self, name: object, remote: str, privileges: Sequence[shapes.PluginPrivilegeParam]
    ) -> ReplyStream[shapes.ProgressMessage]:
        """Upgrade a plugin, and give the progress as documents. ``POST /plugins/{name}/upgrade``."""
        operation = operations.plugins.upgrade(resource_id("name", name), remote, privileges)
        return self._documents(operation, image=remote).open()
