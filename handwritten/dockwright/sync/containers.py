"""Containers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, overload

from dockwright_api import operations

from ..flows import containers as flows
from ..flows.images import pull_operation
from ..options.containers import new_container
from ..options.filters import filters_option
from .container import Container
from .images import Image
from .output import STDERR, STDOUT, RunOutput
from .resources import Collection

if TYPE_CHECKING:
    import builtins
    from collections.abc import Sequence
    from typing import Unpack

    from dockwright_api.encode import Filters

    from ..options.containers import RunOptions


class ContainerCollection(Collection):
    """The containers of an engine; ``client.containers``."""

    def list(
        self,
        all: bool = False,
        before: str | None = None,
        filters: Filters | str | None = None,
        limit: int = -1,
        since: str | None = None,
        sparse: bool = False,
        ignore_removed: bool = False,
    ) -> builtins.list[Container]:
        """List containers, with one request. ``GET /containers/json``.

        Running ones only, unless ``all``. ``limit`` takes the newest so many; ``since`` and ``before`` those made after
        and before another container. ``filters`` is a mapping such as ``{"label": "app=web", "status": "running"}``.
        ``sparse`` and ``ignore_removed`` have no effect: nothing is inspected before its ``attrs`` are read.
        """
        operation = operations.containers.list(
            all=all or None,
            before=before,
            filters=filters_option(filters),
            limit=None if limit < 0 else limit,
            since=since,
        )
        client = self.client
        return [Container.of(client, entry["Id"], entry=entry) for entry in client.engine.fetch(operation)]

    def get(self, container_id: str) -> Container:
        """Look a container up by id or name. ``GET /containers/{id}/json``.

        Raises ``ContainerNotFound``, a ``NotFound``.
        """
        attrs = self.client.engine.fetch(operations.containers.inspect(container_id))
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
        new = new_container(_name_of(image), command, options, detach=detach)
        attrs = self.client.engine.drive(flows.make(new))
        return Container.of(self.client, attrs["Id"], attrs=attrs)

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
        name = _name_of(image)
        remove = remove and not options.get("auto_remove")
        if remove and detach:
            options["auto_remove"] = True
        new = new_container(name, command, options, detach=detach, caller="run")
        # An id is not the name of anything in a registry.
        pull = None if name.startswith("sha256:") else pull_operation(name, platform=new.platform)
        engine = self.client.engine
        if detach:
            identifier, attrs = engine.drive(flows.run_detached(new, pull=pull))
            return Container.of(self.client, identifier, attrs=attrs)
        running = engine.drive(flows.run_attached(new, pull=pull, remove=remove))
        streams = [number for number, wanted in ((STDOUT, stdout), (STDERR, stderr)) if wanted]
        container = Container.of(self.client, running.id)
        output = RunOutput(container, running, streams=streams, remove=remove, image=name, command=command)
        return output if stream else output.collect()


def _name_of(image: str | Image) -> str:
    return image.id if isinstance(image, Image) else image
