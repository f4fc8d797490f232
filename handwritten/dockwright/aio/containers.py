"""Containers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, cast, overload

from dockwright_api import operations

from ..errors import InvalidType
from ..flows import containers as flows
from ..flows.images import image_of
from ..options.containers import NewContainer, new_container, wants_config_proxy, whole_container
from ..options.filters import filters_option
from ..options.lifecycle import container_list, filled, output_options
from ..settings.credentials import pull_auth
from .container import DockerContainer
from .execs import Exec

if TYPE_CHECKING:
    import builtins
    from collections.abc import Sequence
    from typing import Unpack

    from dockwright_api import models, shapes
    from dockwright_api.encode import Filters

    from ..flows.execs import ExecResult
    from ..options.containers import RunOptions
    from ..settings.credentials import Auth
    from .commands import Input
    from .docker import Docker

    Config = models.ContainerCreateRequest | shapes.ContainerCreateRequest | Mapping[str, Any]

__all__ = ["DockerContainer", "DockerContainers"]


class DockerContainers:
    """The containers of an engine; ``docker.containers``."""

    def __init__(self, docker: Docker) -> None:
        self.docker = docker

    async def list(
        self,
        *,
        all: bool | None = None,
        limit: int | None = None,
        size: bool | None = None,
        filters: Filters | str | None = None,
        since: str | None = None,
        before: str | None = None,
    ) -> builtins.list[DockerContainer]:
        """List containers. ``GET /containers/json``.

        Running ones only, unless ``all``. ``limit`` takes the newest so many, ``since`` and ``before`` those made after
        and before another container; ``size`` adds ``SizeRw`` and ``SizeRootFs``. ``filters`` is a mapping such as
        ``{"label": "app=web", "status": ["running", "paused"]}``.
        """
        operation = container_list(all=all, limit=limit, size=size, filters=filters, since=since, before=before)
        docker = self.docker
        return [DockerContainer.of(docker, entry["Id"], entry) for entry in await docker.engine.fetch(operation)]

    async def create_or_replace(self, name: str, config: Config, *, platform: str | None = None) -> DockerContainer:
        """Give the container of a name, made by a config; it is not started.

        One that is as the config says stays as it is, running or not; another is stopped and removed first. Only what
        the config names is compared. Raises what goes wrong on the way, such as ``Conflict``.
        """
        return self.container(await self.docker.engine.drive(flows.create_or_replace(name, config, platform=platform)))

    @overload
    async def create(
        self, config: str, command: str | Sequence[str] | None = None, **options: Unpack[RunOptions]
    ) -> DockerContainer: ...
    @overload
    async def create(
        self, config: Config, *, name: str | None = ..., platform: str | None = ...
    ) -> DockerContainer: ...

    async def create(
        self,
        config: Config | str,
        command: str | Sequence[str] | None = None,
        *,
        name: str | None = None,
        platform: str | None = None,
        **options: Any,
    ) -> DockerContainer:
        """Create a container, without starting it. ``POST /containers/create``.

        ``config`` is the Engine's own JSON, a model of it, or the name of an image, which takes a ``command`` and the
        options of ``RunOptions`` beside it. Raises ``ImageNotFound`` and, for a name in use, ``Conflict``.
        """
        new = await self._new(config, command, name, platform, options, caller="create")
        created = await self.docker.engine.drive(flows.create(new.body, name=new.name, platform=new.platform))
        return self.container(created["Id"])

    @overload
    async def run(
        self,
        config: str,
        command: str | Sequence[str] | None = None,
        *,
        auth: Auth | None = ...,
        **options: Unpack[RunOptions],
    ) -> DockerContainer: ...
    @overload
    async def run(
        self, config: Config, *, auth: Auth | None = ..., name: str | None = ..., platform: str | None = ...
    ) -> DockerContainer: ...

    async def run(
        self,
        config: Config | str,
        command: str | Sequence[str] | None = None,
        *,
        auth: Auth | None = None,
        name: str | None = None,
        platform: str | None = None,
        **options: Any,
    ) -> DockerContainer:
        """Create a container and start it, pulling its image first where that is missing.

        ``config`` is the Engine's own JSON, a model of it, or the name of an image, which takes a ``command`` and the
        options of ``RunOptions`` beside it. ``auth`` is for the registry of the image. Raises ``DockerContainerError``,
        which names the container, where it was created and could not be started. Cancelled, it removes what it made. To
        run something to its end, see :meth:`output`.
        """
        from .commands import start_container

        new = await self._new(config, command, name, platform, options, caller="run", detach=True)
        pull = flows.pull_of(new, pull_auth(auth, image_of(new.body) or ""))
        return self.container(await start_container(self.docker.engine, new, pull=pull))

    async def output(
        self,
        image: str,
        command: str | Sequence[str] | None = None,
        *,
        check: bool = False,
        stdin: Input | None = None,
        timeout: float | None = None,
        auth: Auth | None = None,
        **options: Unpack[RunOptions],
    ) -> ExecResult:
        """Run a container to its end, remove it, and give its exit code and everything it wrote.

        Its image is pulled first where that is missing, with ``auth``. The result has ``exit_code``, ``stdout``,
        ``stderr`` and, in order, ``messages``. With ``check``, an exit code other than 0 raises ``ContainerError``,
        which has the output too. ``stdin`` is bytes, a file or an iterable of bytes, asynchronous or not, and ends with
        it; with ``tty`` its end is typed, as Control-D. Raises ``ExecTimeout``, which has the output, where it runs
        longer than ``timeout`` seconds. The container is removed in every case, also when this is cancelled. The
        options are those of ``RunOptions``.
        """
        from .commands import run_container

        new = await self._new(image, command, None, None, output_options(options, stdin), caller="output")
        pull = flows.pull_of(new, pull_auth(auth, image))
        identifier, result = await run_container(self.docker.engine, new, pull=pull, stdin=stdin, timeout=timeout)
        return flows.checked(result, container=identifier, image=image, command=command, check=check)

    async def get(self, container_id: str, *, size: bool | None = None) -> DockerContainer:
        """Look a container up by id or name. ``GET /containers/{id}/json``.

        ``size`` adds ``SizeRw`` and ``SizeRootFs``. Raises ``ContainerNotFound``.
        """
        data = await self.docker.engine.fetch(operations.containers.inspect(container_id, size=size))
        return DockerContainer.of(self.docker, data["Id"], data)

    def container(self, container_id: str, **kwargs: Any) -> DockerContainer:
        """Give a container by id or name, without asking the engine; ``kwargs`` become its data."""
        return DockerContainer.of(self.docker, container_id, {"id": container_id, **kwargs})

    def exec(self, exec_id: str) -> Exec:
        """Give a command that was created earlier, without asking the engine."""
        return Exec(self.docker, exec_id)

    async def prune(self, *, filters: Filters | str | None = None) -> shapes.ContainerPruneResponse:
        """Remove all containers that do not run. ``POST /containers/prune``.

        ``filters`` is a mapping with ``until`` (a time, or a duration such as ``24h``), ``label`` and ``label!``. Gives
        ``ContainersDeleted`` and ``SpaceReclaimed``, in bytes.
        """
        return await self.docker.engine.fetch(operations.containers.prune(filters=filters_option(filters)))

    async def _new(
        self,
        config: Config | str,
        command: str | Sequence[str] | None,
        name: str | None,
        platform: str | None,
        options: Mapping[str, Any],
        *,
        caller: str,
        detach: bool = False,
    ) -> NewContainer:
        if not isinstance(config, str):
            if not isinstance(config, Mapping) and not hasattr(config, "model_dump"):
                kind = type(config).__name__
                raise InvalidType(f"config must be a mapping, a model or the name of an image, not {kind}: {config!r}")
            if command is not None or options:
                given = next(iter(options), "command")
                raise InvalidType(
                    f"{caller}() takes {given} with the name of an image only; write it into the config instead"
                )
            return whole_container(config, name, platform)
        chosen = cast("RunOptions", {"name": name, "platform": platform, **options})
        proxies = await self._proxies() if wants_config_proxy(chosen) else None
        return new_container(filled("image", config), command, chosen, detach=detach, caller=caller, proxies=proxies)

    async def _proxies(self) -> Mapping[str, str] | None:
        import asyncio

        keyring = self.docker.engine.keyring
        # A file is read.
        return None if keyring is None else await asyncio.to_thread(keyring.proxies, self.docker.endpoint)
