"""Volumes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, cast

from dockwright_api import operations

from ..flows import volumes as flows
from ..options.filters import filters_option
from ..options.new_volumes import created_volume
from ..options.stored import version_index
from ..options.values import text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import TracebackType
    from typing import Self, Unpack

    from dockwright_api import models, shapes
    from dockwright_api.encode import Filters

    from ..options.new_volumes import VolumeOptions
    from .docker import Docker

    Config = models.VolumeCreateRequest | shapes.VolumeCreateRequest | Mapping[str, Any]


class DockerVolumes:
    """The volumes of an engine; ``docker.volumes``."""

    def __init__(self, docker: Docker) -> None:
        self.docker = docker

    async def list(self, *, filters: Filters | str | None = None) -> shapes.VolumeListResponse:
        """List volumes, as JSON: ``Volumes``, and ``Warnings`` of drivers that did not answer. ``GET /volumes``.

        ``filters`` is a mapping such as ``{"label": ["app=web"], "dangling": True}``.
        """
        return await self.docker.engine.fetch(operations.volumes.list(filters=filters_option(filters)))

    async def get(self, id: str) -> DockerVolume:
        """Look a volume up by name. ``GET /volumes/{name}``.

        Raises ``VolumeNotFound``.
        """
        data = await self.docker.engine.fetch(operations.volumes.inspect(id))
        return DockerVolume.of(self.docker, data["Name"], data)

    async def create(self, config: Config | str | None, **options: Unpack[VolumeOptions]) -> DockerVolume:
        """Create a volume, or give the one that has the name already. ``POST /volumes/create``.

        ``config`` is its name (None lets the engine make one up), with options beside it:
        ``create("data", labels={"app": "web"})``; or the Engine's own JSON, or a model of it, and no options. Raises
        ``Conflict`` where the name is in use with another driver.
        """
        data = await self.docker.engine.fetch(operations.volumes.create(created_volume(config, options)))
        return DockerVolume.of(self.docker, data["Name"], data)

    def volume(self, name: str) -> DockerVolume:
        """Give a volume by name, without asking the engine."""
        return DockerVolume(self.docker, name)

    async def prune(self, *, filters: Filters | str | None = None) -> shapes.VolumePruneResponse:
        """Remove volumes that no container uses. ``POST /volumes/prune``.

        From API 1.42 only those without a name of their own, unless ``filters`` has ``{"all": True}``; ``label`` and
        ``label!`` are further filters. Gives the names of what was removed as ``VolumesDeleted``, None or an empty list
        if there was nothing, and the bytes of it as ``SpaceReclaimed``.
        """
        return await self.docker.engine.fetch(operations.volumes.prune(filters=filters_option(filters)))


class DockerVolume:
    """One volume.

    ``volume["Key"]`` reads what the call that made this object said of it, or the last :meth:`show`. As ``async with``
    it is removed at the end of the block, whatever happened inside.
    """

    __slots__ = ("_volume", "docker", "name")

    def __init__(self, docker: Docker, name: str) -> None:
        if not name:
            raise ValueError("a DockerVolume needs the name of a volume")
        self.docker: Docker = docker
        self.name: str = name
        self._volume: Mapping[str, Any] = {"Name": name}

    @classmethod
    def of(cls, docker: Docker, name: str, data: Any) -> DockerVolume:
        """Make a volume of what the engine said about it, without copying that."""
        self = cls(docker, name)
        self._volume = data
        return self

    @property
    def attrs(self) -> Mapping[str, Any]:
        """What is known of the volume, by the engine's names: what made this object, or the last :meth:`show`."""
        return self._volume

    @property
    def driver(self) -> str | None:
        """Such as ``local``; None while it is not known, before :meth:`show`."""
        return self._volume.get("Driver")

    @property
    def labels(self) -> Mapping[str, str]:
        """The labels, as far as they are known."""
        return self._volume.get("Labels") or {}

    @property
    def mountpoint(self) -> str | None:
        """The path of the data on the host; None while it is not known, before :meth:`show`."""
        return self._volume.get("Mountpoint")

    async def show(self) -> shapes.Volume:
        """Ask for everything about the volume, as JSON. ``GET /volumes/{name}``."""
        data = await self.docker.engine.fetch(operations.volumes.inspect(self.name))
        self._volume = cast("Mapping[str, Any]", data)
        return data

    async def inspect(self) -> models.Volume:
        """Ask for everything about the volume, as a model. ``GET /volumes/{name}``."""
        return await self.docker.engine.send(operations.volumes.inspect(self.name))

    async def delete(self, force: bool = False) -> None:
        """Remove the volume with what is in it. ``DELETE /volumes/{name}``.

        Raises ``Conflict`` where a container uses it, even a stopped one. ``force`` forgets it although its driver
        fails to remove it, and is content if there is none.
        """
        await self.docker.engine.fetch(operations.volumes.delete(self.name, force=force or None))

    async def update(
        self, availability: Literal["active", "pause", "drain"] | str, *, version: int | str | None = None
    ) -> None:
        """Change whether a cluster volume may be used, the one thing that can change. ``PUT /volumes/{name}``.

        ``version`` is the ``Index`` that the change is based on, that of now by default. Raises ``InvalidArgument`` for
        any other volume. Since API 1.42.
        """
        flow = flows.update(self.name, text("availability", availability), version_index(version))
        await self.docker.engine.drive(flow)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        from .cleanup import see_through

        await see_through(self.docker.engine.drive(flows.leave(self.name, error)))

    def __getitem__(self, key: str) -> Any:
        return self._volume[key]

    def __contains__(self, key: object) -> bool:
        return key in self._volume

    def __repr__(self) -> str:
        return f"<DockerVolume {self.name}>"
