"""Work on containers that takes several calls."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from dockwright_api import operations
from dockwright_api.operation import JSONStream
from dockwright_api.unset import UNSET

from ..errors import ApiError, Conflict, ContainerError, DockerContainerError, DockerError, ImageNotFound, NotFound
from . import Flow, Later, attach, begin, call, fetch, finish
from .images import collect_pull, image_of, pull_operation

if TYPE_CHECKING:
    from dockwright_api import models, shapes

    from ..options.containers import NewContainer
    from .execs import ExecResult


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


def pull_of(new: "NewContainer", registry_auth: str | None = None) -> JSONStream[Any, Any] | None:
    """Ask for the image of a new container; None where it has none, or names it by an id, which no registry knows."""
    image = image_of(new.body)
    if not image or image.startswith("sha256:"):
        return None
    return pull_operation(image, platform=new.platform, registry_auth=registry_auth, argument="image")


def run(
    config: "models.ContainerCreateRequest | shapes.ContainerCreateRequest | Mapping[str, Any]",
    *,
    name: str | None = None,
    platform: str | None = None,
    pull: JSONStream[Any, Any] | None = None,
    made: Callable[[str], object] | None = None,
) -> Flow[str]:
    """Create a container and start it; give its id, which ``made`` is told as soon as there is one.

    A container that was created and does not start raises ``DockerContainerError``, which names it.
    """
    created = yield from create(config, name=name, platform=platform, pull=pull)
    identifier = created["Id"]
    if made is not None:
        made(identifier)
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
    new: "NewContainer", *, pull: JSONStream[Any, Any] | None, made: Callable[[str], object] | None = None
) -> "Flow[tuple[str, shapes.ContainerInspectResponse | None]]":
    """Create a container and start it; give its id, which ``made`` is told as soon as there is one, and its inspection.

    There is none of a container that ended at once and is removed by the engine. What does not start stays, and the
    error has a note that names it.
    """
    created = yield from create(new.body, name=new.name, platform=new.platform, pull=pull)
    identifier = created["Id"]
    if made is not None:
        made(identifier)
    try:
        yield from call(operations.containers.start(identifier))
    except DockerError as error:
        error.add_note(_left(identifier))
        raise
    try:
        return identifier, (yield from fetch(operations.containers.inspect(identifier)))
    except NotFound:
        return identifier, None


def run_attached(
    new: "NewContainer",
    *,
    pull: JSONStream[Any, Any] | None,
    remove: bool,
    stdin: bool = False,
    made: Callable[[str], object] | None = None,
    timeout: Any = UNSET,
) -> Flow[Running]:
    """Create a container and start it with its output attached, so that nothing of that is missed.

    ``stdin`` attaches its input too. Its end is waited for from before the start: afterwards it could be over, and the
    container be gone; ``timeout`` limits that. ``made`` is told the id as soon as there is one. What does not start is
    removed again if ``remove`` is given; else it stays, and the error has a note that names it.
    """
    created = yield from create(new.body, name=new.name, platform=new.platform, pull=pull)
    identifier = created["Id"]
    if made is not None:
        made(identifier)
    condition = "removed" if new.body.get("HostConfig", {}).get("AutoRemove") else "next-exit"
    try:
        exit = yield from begin(operations.containers.wait(identifier, condition=condition), timeout=timeout)
        output = yield from attach(
            operations.containers.attach(identifier, stdin=stdin or None, stdout=True, stderr=True, stream=True),
            tty=bool(new.body.get("Tty")),
        )
        yield from call(operations.containers.start(identifier))
    except DockerError as error:
        if remove:
            with suppress(ApiError):  # the first error says more
                yield from discard(identifier)
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
            yield from discard(running.id)
        raise
    if remove:
        yield from discard(running.id)
    return result["StatusCode"]


def checked(
    result: "ExecResult", *, container: str, image: str, command: "str | Sequence[str] | None", check: bool
) -> "ExecResult":
    """Give what a container did; where it is to be checked, an exit code other than 0 raises ``ContainerError``."""
    if check and result.exit_code:
        raise ContainerError(container, result.exit_code, command, image, result.stderr, result.stdout)
    return result


def discard(identifier: str, *, timeout: Any = UNSET) -> Flow[None]:
    """Remove a container with its anonymous volumes, whatever it does; perhaps the engine has done so already."""
    try:
        yield from call(operations.containers.delete(identifier, force=True, v=True), timeout=timeout)
    except NotFound:
        return
    except Conflict:
        # Its removal has begun elsewhere.
        with suppress(NotFound):
            yield from call(operations.containers.wait(identifier, condition="removed"), timeout=timeout)


def give_up(identifier: str, error: BaseException, *, timeout: Any) -> Flow[None]:
    """Remove a container because of an error, which gets a note where that fails too."""
    try:
        yield from discard(identifier, timeout=timeout)
    except DockerError as failure:
        error.add_note(f"container {identifier} was not removed: {failure}")


def leave(identifier: str, error: BaseException | None) -> Flow[None]:
    """Remove a container at the end of a block.

    ``error`` is what ended the block: it is not hidden by a failure here, but gets a note.
    """
    if error is None:
        yield from discard(identifier)
    else:
        yield from give_up(identifier, error, timeout=UNSET)


def create_or_replace(
    name: str,
    config: "models.ContainerCreateRequest | shapes.ContainerCreateRequest | Mapping[str, Any]",
    *,
    platform: str | None = None,
) -> Flow[str]:
    """Give the id of the container of a name if it is as the config wants it; else remove it and create it anew."""
    try:
        present = yield from fetch(operations.containers.inspect(name))
    except NotFound:
        created = yield from create(config, name=name, platform=platform)
        return created["Id"]
    body = config if isinstance(config, Mapping) else config.model_dump(by_alias=True, exclude_unset=True, mode="json")
    if fits(cast("Mapping[str, Any]", body), cast("Mapping[str, Any]", present)):
        return present["Id"]
    if present["State"]["Running"]:
        yield from call(operations.containers.stop(present["Id"]))
    try:
        yield from call(operations.containers.delete(present["Id"]))
    except NotFound:
        pass
    except Conflict:
        # Stopped, it is being removed by the engine.
        with suppress(NotFound):
            yield from call(operations.containers.wait(present["Id"], condition="removed"))
    created = yield from create(config, name=name, platform=platform)
    return created["Id"]


def fits(config: Mapping[str, Any], present: Mapping[str, Any]) -> bool:
    """Say whether a container is as a config wants it.

    What the config does not name does not count: there the engine and the image have filled in their own. Of
    environment and the like the container may have more.
    """
    networking: Mapping[str, Any] = config.get("NetworkingConfig") or {}
    own = {key: value for key, value in config.items() if key not in ("HostConfig", "NetworkingConfig")}
    return (
        _within(own, present["Config"])
        and _within(config.get("HostConfig"), present["HostConfig"])
        and _within(networking.get("EndpointsConfig"), present["NetworkSettings"]["Networks"])
    )


def _within(wanted: Any, present: Any) -> bool:
    """Say whether everything that is wanted is there; nothing and empty are the same."""
    if not wanted and not present:
        return True
    if wanted is None:
        return True
    if isinstance(wanted, Mapping):
        there = _as_mapping(present)
        return all(
            _within(value, there[key]) if key in there else not value
            for key, value in cast("Mapping[str, Any]", wanted).items()
        )
    if isinstance(wanted, list | tuple) and isinstance(present, list | tuple):
        all_wanted, all_present = cast("Sequence[Any]", wanted), cast("Sequence[Any]", present)
        if all(isinstance(each, str) and "=" in each for each in all_wanted):
            return set(all_wanted) <= set(all_present)
        return len(all_wanted) == len(all_present) and all(map(_within, all_wanted, all_present))
    return bool(wanted == present)


def _as_mapping(value: Any) -> Mapping[str, Any]:
    return cast("Mapping[str, Any]", value) if isinstance(value, Mapping) else {}


def _left(identifier: str) -> str:
    return f"container {identifier} was created and is left as it is"
