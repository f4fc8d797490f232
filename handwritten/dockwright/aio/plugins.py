"""Plugins that the engine runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, cast, overload

from dockwright_api import operations
from dockwright_api.unset import UNSET

from ..archive.plugin import pack_plugin
from ..flows import plugins as flows
from ..options.filters import filters_option
from ..options.plugins import enable_timeout, plugin_settings
from ..settings.credentials import pull_auth

if TYPE_CHECKING:
    import builtins
    from collections.abc import AsyncIterator, Awaitable, Mapping
    from os import PathLike

    from dockwright_api import models, shapes
    from dockwright_api.encode import Filters

    from ..flows import Flow
    from ..options.plugins import Grant, Privileges, Settings
    from ..policy.timeouts import TimeoutOption
    from ..settings.credentials import Auth
    from .docker import Docker


class DockerPlugins:
    """The plugins of an engine; ``docker.plugins``."""

    def __init__(self, docker: Docker) -> None:
        self.docker = docker

    async def list(self, *, filters: Filters | str | None = None) -> builtins.list[DockerPlugin]:
        """List the plugins that are installed. ``GET /plugins``.

        ``filters`` is a mapping such as ``{"enabled": True, "capability": "volumedriver"}``.
        """
        found = await self.docker.engine.fetch(operations.plugins.list(filters=filters_option(filters)))
        return [self._plugin(data) for data in found]

    async def get(self, name: str) -> DockerPlugin:
        """Look a plugin up by name or id. ``GET /plugins/{name}/json``.

        Raises ``NotFound``.
        """
        return self._plugin(await self.docker.engine.fetch(operations.plugins.inspect(name)))

    def plugin(self, name: str) -> DockerPlugin:
        """Give a plugin by name, without asking the engine."""
        return DockerPlugin(self.docker, name)

    async def create(
        self, name: str, plugin_data_dir: str | PathLike[str], *, timeout: TimeoutOption = UNSET
    ) -> DockerPlugin:
        """Make a plugin of a folder with ``config.json`` and ``rootfs``, without enabling it.

        ``POST /plugins/create``. Raises ``InvalidArgument`` for a folder that is none of a plugin, and ``ApiError`` for
        what the engine does not accept of it.
        """
        flow = flows.create(name, pack_plugin(plugin_data_dir), timeout=timeout)
        return self._plugin(await self.docker.engine.drive(flow))

    async def privileges(self, remote_name: str, *, auth: Auth | None = None) -> builtins.list[shapes.PluginPrivilege]:
        """Ask a registry which privileges a plugin needs. ``GET /plugins/privileges``.

        The list is also empty where the engine could not fetch the plugin.
        """
        flow = flows.privileges_of(remote_name, registry_auth=pull_auth(auth, remote_name))
        return await self.docker.engine.drive(flow)

    async def install(
        self,
        remote_name: str,
        local_name: str | None = None,
        *,
        privileges: Privileges | None = None,
        grant: Grant | None = None,
        auth: Auth | None = None,
    ) -> DockerPlugin:
        """Pull a plugin and install it, without enabling it. ``POST /plugins/pull``.

        ``remote_name`` may have a tag or a digest (engines of version 20.10 crash on a digest).
        What it asks for must be granted: ``grant=True`` grants all of it, a function is shown the list and says whether
        it gets that, and ``privileges`` lists what it gets without asking. Otherwise ``InvalidArgument`` is raised, and
        nothing is pulled. Without ``auth`` the credentials count that this client logged in with, or ``docker login``
        did. Raises ``DockerStreamError`` where the pull fails.
        """
        flow = flows.install(
            remote_name,
            local_name,
            privileges=privileges,
            grant=grant,
            registry_auth=pull_auth(auth, remote_name),
        )
        return self._plugin(await self.docker.engine.drive(flow))

    def _plugin(self, data: shapes.Plugin) -> DockerPlugin:
        return DockerPlugin.of(self.docker, data["Name"], data)


class DockerPlugin:
    """One plugin.

    ``plugin["Key"]`` reads what the engine last said of it.
    """

    __slots__ = ("_plugin", "docker", "name")

    def __init__(self, docker: Docker, name: str) -> None:
        if not name:
            raise ValueError("a DockerPlugin needs the name of a plugin")
        self.docker: Docker = docker
        self.name: str = name
        self._plugin: Mapping[str, Any] = {"Name": name}

    @classmethod
    def of(cls, docker: Docker, name: str, data: Any) -> DockerPlugin:
        """Make a plugin of what the engine said about it, without copying that."""
        self = cls(docker, name)
        self._plugin = data
        return self

    @property
    def attrs(self) -> Mapping[str, Any]:
        """What is known of the plugin, by the engine's names: what the last call said."""
        return self._plugin

    @property
    def id(self) -> str | None:
        """The id; None while it is not known, before :meth:`show`."""
        return self._plugin.get("Id")

    @property
    def enabled(self) -> bool | None:
        """Whether it runs, when last asked; None while that is not known."""
        return self._plugin.get("Enabled")

    @property
    def settings(self) -> Mapping[str, Any]:
        """What can be set, with the values that apply; empty while that is not known."""
        return self._plugin.get("Settings") or {}

    async def show(self) -> shapes.Plugin:
        """Ask for everything about the plugin, as JSON. ``GET /plugins/{name}/json``."""
        return await self._drive(flows.show(self.name))

    async def inspect(self) -> models.Plugin:
        """Ask for everything about the plugin, as a model. ``GET /plugins/{name}/json``."""
        return await self.docker.engine.send(operations.plugins.inspect(self.name))

    async def configure(self, options: Settings) -> None:
        """Change settings of the plugin, which must be disabled. ``POST /plugins/{name}/set``.

        ``options`` is a mapping such as ``{"DEBUG": 1, "state.source": "/srv"}``, or a sequence of ``name=value``.
        """
        await self._drive(flows.configure(self.name, plugin_settings(options)))

    async def enable(self, timeout: int = 0) -> None:
        """Start the plugin; one that is enabled is an error. ``POST /plugins/{name}/enable``.

        ``timeout`` is how many seconds the engine waits for an answer of the plugin whenever it asks; 0 for no limit.
        """
        await self._drive(flows.enable(self.name, enable_timeout(timeout)))

    async def disable(self, force: bool = False) -> None:
        """Stop the plugin; with ``force`` although it is in use. ``POST /plugins/{name}/disable``."""
        await self._drive(flows.disable(self.name, force=force))

    async def upgrade(
        self,
        remote: str | None = None,
        *,
        privileges: Privileges | None = None,
        grant: Grant | None = None,
        auth: Auth | None = None,
    ) -> list[shapes.ProgressMessage]:
        """Replace the plugin, which must be disabled, with what its registry has now, and give the progress.

        ``POST /plugins/{name}/upgrade``. ``remote`` is the name of another version; the other arguments are those of
        :meth:`DockerPlugins.install`. Raises ``DockerStreamError`` or another ``DockerError`` where it fails.
        """
        flow = flows.upgrade(
            self.name,
            remote,
            privileges=privileges,
            grant=grant,
            registry_auth=pull_auth(auth, remote or self.name),
        )
        progress = await self.docker.engine.drive(flow)
        await self.show()
        return progress

    @overload
    def push(
        self, *, auth: Auth | None = ..., stream: Literal[False] = False, timeout: TimeoutOption = ...
    ) -> Awaitable[list[shapes.PushProgress]]: ...
    @overload
    def push(
        self, *, auth: Auth | None = ..., stream: Literal[True], timeout: TimeoutOption = ...
    ) -> AsyncIterator[shapes.PushProgress]: ...

    def push(self, *, auth: Auth | None = None, stream: bool = False, timeout: TimeoutOption = UNSET) -> Any:
        """Push the plugin to the registry that its name tells. ``POST /plugins/{name}/push``.

        Without ``auth`` the credentials count that this client logged in with, or ``docker login`` did. Gives an
        awaitable list of progress documents, with ``stream`` an asynchronous iterator of them. Raises
        ``DockerStreamError`` where the push fails.
        """
        operation = flows.push_operation(self.name, registry_auth=pull_auth(auth, self.name))
        image = self.name if auth is None else ""
        documents = self.docker.engine.documents(operation, timeout=timeout, image=image)
        return documents if stream else documents.read_all()

    async def delete(self, force: bool = False) -> None:
        """Remove the plugin; an enabled one only with ``force``. ``DELETE /plugins/{name}``."""
        await self.docker.engine.fetch(operations.plugins.delete(self.name, force=force or None))

    async def _drive(self, flow: Flow[shapes.Plugin]) -> shapes.Plugin:
        data = await self.docker.engine.drive(flow)
        self._plugin = cast("Mapping[str, Any]", data)
        return data

    def __getitem__(self, key: str) -> Any:
        return self._plugin[key]

    def __contains__(self, key: object) -> bool:
        return key in self._plugin

    def __repr__(self) -> str:
        return f"<DockerPlugin {self.name}>"
