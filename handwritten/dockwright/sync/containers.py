"""Containers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, overload

from dockwright_api import operations

from ..errors import DockerError
from ..flows import containers as flows
from ..flows.images import image_of
from ..options import values
from ..options.containers import new_container, wants_config_proxy
from ..options.filters import filters_option
from ..options.lifecycle import container_list, filled, output_options
from .container import Container
from .images import Image
from .output import STDERR, STDOUT, RunOutput
from .resources import Collection, resource_id

if TYPE_CHECKING:
    import builtins
    from collections.abc import Mapping, Sequence
    from typing import Unpack

    from dockwright_api import shapes
    from dockwright_api.encode import Filters

    from ..flows.execs import ExecResult as Collected
    from ..options.containers import NewContainer, RunOptions
    from .client import DockerClient
    from .commands import Input


class ContainerCollection(Collection[Container]):
    """The containers of an engine; ``client.containers``."""

    model = Container

    def list(
        self,
        all: bool = False,
        before: str | None = None,
        filters: Filters | str | None = None,
        limit: int = -1,
        since: str | None = None,
        sparse: bool = False,
        ignore_removed: bool = False,
        *,
        size: bool | None = None,
    ) -> builtins.list[Container]:
        """List containers, with one request. ``GET /containers/json``.

        Running ones only, unless ``all``. ``limit`` takes the newest so many; ``since`` and ``before`` those made after
        and before another container. ``filters`` is a mapping such as ``{"label": "app=web", "status": "running"}``.
        ``size`` adds ``SizeRw`` and ``SizeRootFs``. ``sparse`` makes ``attrs`` the entry of the listing, which has less
        than the inspection that it is otherwise, when it is first read. ``ignore_removed`` has no effect: what is gone
        meanwhile is no error before that.
        """
        operation = container_list(all=all or None, limit=limit, size=size, filters=filters, since=since, before=before)
        client = self.client
        entries = client.engine.fetch(operation)
        return [Container.of(client, e["Id"], attrs=e if sparse else None, entry=e) for e in entries]

    def get(self, container_id: str, *, size: bool | None = None) -> Container:
        """Look a container up by id or name. ``GET /containers/{id}/json``.

        ``size`` adds ``SizeRw`` and ``SizeRootFs``. Raises ``ContainerNotFound``, a ``NotFound``.
        """
        operation = operations.containers.inspect(resource_id("container_id", container_id), size=size)
        attrs = self.client.engine.fetch(operation)
        return Container.of(self.client, attrs["Id"], attrs=attrs)

    def create(
        self,
        image: str | Image,
        command: str | Sequence[str] | None = None,
        *,
        detach: bool = False,
        **options: Unpack[RunOptions],
    ) -> Container:
        """Create a container, without starting it. ``POST /containers/create``.

        The options are those of ``RunOptions``; ``detach`` leaves its streams unattached. Raises ``ImageNotFound`` and,
        for a name in use, ``Conflict``.
        """
        new = self._new(image, command, options, detach=detach, caller="create")
        attrs = self.client.engine.drive(flows.make(new))
        return Container.of(self.client, attrs["Id"], attrs=attrs)

    # Options that come as **dict[str, Any] match every form. Type checkers settle on the first one then, if it promises
    # whatever the others do; a call that is written out goes on to those.
    @overload
    def run(
        self,
        image: str | Image,
        command: str | Sequence[str] | None = None,
        *,
        stdout: bool,
        stderr: bool,
        remove: bool,
        detach: Literal[False],
        stream: bool,
        **options: Unpack[RunOptions],
    ) -> Container | RunOutput | bytes: ...
    @overload
    def run(
        self,
        image: str | Image,
        command: str | Sequence[str] | None = None,
        stdout: bool = ...,
        stderr: bool = ...,
        remove: bool = ...,
        *,
        detach: Literal[True],
        stream: bool = ...,
        **options: Unpack[RunOptions],
    ) -> Container: ...
    @overload
    def run(
        self,
        image: str | Image,
        command: str | Sequence[str] | None = None,
        stdout: bool = ...,
        stderr: bool = ...,
        remove: bool = ...,
        *,
        detach: Literal[False] = False,
        stream: Literal[True],
        **options: Unpack[RunOptions],
    ) -> RunOutput: ...
    @overload
    def run(
        self,
        image: str | Image,
        command: str | Sequence[str] | None = None,
        stdout: bool = ...,
        stderr: bool = ...,
        remove: bool = ...,
        *,
        detach: Literal[False] = False,
        stream: Literal[False] = False,
        **options: Unpack[RunOptions],
    ) -> bytes: ...
    @overload
    def run(
        self,
        image: str | Image,
        command: str | Sequence[str] | None = None,
        stdout: bool = ...,
        stderr: bool = ...,
        remove: bool = ...,
        *,
        detach: bool = ...,
        stream: bool = ...,
        **options: Unpack[RunOptions],
    ) -> Container | RunOutput | bytes: ...

    def run(
        self,
        image: str | Image,
        command: str | Sequence[str] | None = None,
        stdout: bool = True,
        stderr: bool = False,
        remove: bool = False,
        *,
        detach: bool = False,
        stream: bool = False,
        **options: Unpack[RunOptions],
    ) -> Container | RunOutput | bytes:
        """Run a container and give its output; its image is pulled first where that is missing.

        Gives the bytes of ``stdout`` and ``stderr``, as asked for; with ``stream`` an iterator of them while the
        container runs; with ``detach`` the container at once. ``remove`` removes it at its end; the other options are
        those of ``RunOptions``. An exit status other than 0 raises ``ContainerError``, with ``stream`` at the end of
        the output.
        """
        stream = values.flag("stream", stream)
        remove = values.flag("remove", remove) and not options.get("auto_remove")
        if remove and detach:
            options["auto_remove"] = True
        new = self._new(image, command, options, detach=detach, caller="run")
        pull = flows.pull_of(new)
        engine = self.client.engine
        made: list[str] = []
        try:
            if detach:
                identifier, attrs = engine.drive(flows.run_detached(new, pull=pull, made=made.append))
                return Container.of(self.client, identifier, attrs=attrs)
            running = engine.drive(flows.run_attached(new, pull=pull, remove=remove, made=made.append))
        except DockerError:
            raise  # what was made was seen to
        except BaseException as error:
            # Interrupted, nobody else could remove one that is detached.
            if made and (remove or detach):
                engine.drive(flows.give_up(made[0], error, timeout=engine.timeouts.cleanup))
            raise
        streams = [number for number, wanted in ((STDOUT, stdout), (STDERR, stderr)) if wanted]
        container = Container.of(self.client, running.id)
        name = image_of(new.body) or ""
        output = RunOutput(container, running, streams=streams, remove=remove, image=name, command=command)
        return output if stream else output.collect()

    def output(
        self,
        image: str | Image,
        command: str | Sequence[str] | None = None,
        *,
        check: bool = False,
        stdin: Input | None = None,
        timeout: float | None = None,
        **options: Unpack[RunOptions],
    ) -> Collected:
        """Run a container to its end, remove it, and give its exit code and everything it wrote.

        Its image is pulled first where that is missing. The result has ``exit_code``, ``stdout``, ``stderr`` and, in
        order, ``messages``. With ``check``, an exit code other than 0 raises ``ContainerError``, which has the output
        too. ``stdin`` is bytes, a file or an iterable of bytes, and ends with it; with ``tty`` its end is typed, as
        Control-D. Raises ``ExecTimeout``, which has the output, where it runs longer than ``timeout`` seconds. The
        container is removed in every case. The options are those of ``RunOptions``.
        """
        from .commands import run_container

        new = self._new(image, command, output_options(options, stdin), detach=False, caller="output")
        engine = self.client.engine
        identifier, result = run_container(engine, new, pull=flows.pull_of(new), stdin=stdin, timeout=timeout)
        name = image_of(new.body) or ""
        return flows.checked(result, container=identifier, image=name, command=command, check=check)

    def prune(self, filters: Filters | str | None = None) -> shapes.ContainerPruneResponse:
        """Remove all containers that do not run. ``POST /containers/prune``.

        ``filters`` is a mapping with ``until`` (a time, or a duration such as ``24h``), ``label`` and ``label!``. Gives
        ``ContainersDeleted`` and ``SpaceReclaimed``, in bytes.
        """
        return self.client.engine.fetch(operations.containers.prune(filters=filters_option(filters)))

    def _new(
        self,
        image: str | Image,
        command: str | Sequence[str] | None,
        options: RunOptions,
        *,
        detach: bool,
        caller: str,
    ) -> NewContainer:
        name = image.id if isinstance(image, Image) else image
        proxies = config_proxies(self.client, options)
        return new_container(filled("image", name), command, options, detach=detach, caller=caller, proxies=proxies)


def config_proxies(client: DockerClient, options: RunOptions) -> Mapping[str, str] | None:
    """Give the proxies of ``config.json`` for a new container; None where it is to have none, or there are none."""
    keyring = client.engine.keyring
    return keyring.proxies(client.endpoint) if keyring is not None and wants_config_proxy(options) else None
