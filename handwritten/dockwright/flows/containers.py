"""Work on containers that takes several calls."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dockwright_api import operations
from dockwright_api.operation import JSONStream

from ..errors import ApiError, DockerContainerError, DockerError, ImageNotFound, NotFound
from . import Flow, Later, attach, begin, call, fetch, finish
from .images import collect_pull

if TYPE_CHECKING:
    from dockwright_api import models, shapes

    from ..options.containers import NewContainer


def create(
    config: "models.ContainerCreateRequest | shapes.ContainerCreateRequest | Mapping[str, Any]",
    *,
    name: str | None = None,
    platform: str | None = None,
    pull: JSONStream[Any, Any] | None = None,
) -> "Flow[shapes.ContainerCreateResponse]":
    """Create a container; where its image is missing and ``pull`` is given, pull it and try once more."""
    operation = operations.containers.create(config, name=name, platform=platform)  # type: ignore[arg-type]  # any JSON mapping
    try:
        return (yield from fetch(operation))
    except ImageNotFound:
        if pull is None:
            raise
        yield from collect_pull(pull)
        return (yield from fetch(operation))


def run(
    config: "models.ContainerCreateRequest | shapes.ContainerCreateRequest | Mapping[str, Any]",
    *,
    name: str | None = None,
    platform: str | None = None,
    pull: JSONStream[Any, Any] | None = None,
) -> Flow[str]:
    """Create a container and start it; give its id.

    A container that was created and does not start raises ``DockerContainerError``, which names it.
    """
    created = yield from create(config, name=name, platform=platform, pull=pull)
    identifier = created["Id"]
    try:
        yield from call(operations.containers.start(identifier))
    except DockerError as error:
        raise DockerContainerError(error.status, error.message, identifier) from error
    return identifier


@dataclass(frozen=True, slots=True)
class Running:
    """A container that was started with its output attached.

    ``output`` is the stream of the face that drives the flow; ``exit`` will tell the exit status. Who holds them closes
    them.
    """

    id: str
    output: Any
    exit: "Later[shapes.ContainerWaitResponse]"


def make(new: "NewContainer") -> "Flow[shapes.ContainerInspectResponse]":
    """Create a container and inspect it."""
    created = yield from create(new.body, name=new.name, platform=new.platform)
    return (yield from fetch(operations.containers.inspect(created["Id"])))


def run_detached(
    new: "NewContainer", *, pull: JSONStream[Any, Any] | None
) -> "Flow[tuple[str, shapes.ContainerInspectResponse | None]]":
    """Create a container and start it; give its id and its inspection.

    There is none of a container that ended at once and is removed by the engine. What does not start stays, and the
    error has a note that names it.
    """
    created = yield from create(new.body, name=new.name, platform=new.platform, pull=pull)
    identifier = created["Id"]
    try:
        yield from call(operations.containers.start(identifier))
    except DockerError as error:
        error.add_note(_left(identifier))
        raise
    try:
        return identifier, (yield from fetch(operations.containers.inspect(identifier)))
    except NotFound:
        return identifier, None


def run_attached(new: "NewContainer", *, pull: JSONStream[Any, Any] | None, remove: bool) -> Flow[Running]:
    """Create a container and start it with its output attached, so that nothing of that is missed.

    Its end is waited for from before the start: afterwards it could be over, and the container be gone. What does not
    start is removed again if ``remove`` is given; else it stays, and the error has a note that names it.
    """
    created = yield from create(new.body, name=new.name, platform=new.platform, pull=pull)
    identifier = created["Id"]
    condition = "removed" if new.body.get("HostConfig", {}).get("AutoRemove") else "next-exit"
    try:
        exit = yield from begin(operations.containers.wait(identifier, condition=condition))
        output = yield from attach(
            operations.containers.attach(identifier, stdout=True, stderr=True, stream=True),
            tty=bool(new.body.get("Tty")),
        )
        yield from call(operations.containers.start(identifier))
    except DockerError as error:
        if remove:
            with suppress(ApiError):  # the first error says more
                yield from _remove(identifier)
        else:
            error.add_note(_left(identifier))
        raise
    return Running(identifier, output, exit)


def end(running: Running, *, remove: bool) -> Flow[int]:
    """Wait for the end of a container, remove it if that is wanted, and give its exit status."""
    try:
        result = yield from finish(running.exit)
    except ApiError:
        if remove:
            yield from _remove(running.id)
        raise
    if remove:
        yield from _remove(running.id)
    return result["StatusCode"]


def _remove(identifier: str) -> Flow[None]:
    """Remove a container with its anonymous volumes, as the engine does by itself; perhaps it did so already."""
    with suppress(NotFound):
        yield from call(operations.containers.delete(identifier, force=True, v=True))


def _left(identifier: str) -> str:
    return f"container {identifier} was created and is left as it is"
