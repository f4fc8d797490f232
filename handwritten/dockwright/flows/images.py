"""Work on images that takes several calls, and the operations that several methods share."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar, cast

from dockwright_api import operations
from dockwright_api.operation import ByteStream, JSONStream, Operation
from dockwright_api.unset import UNSET

from ..errors import InvalidArgument, InvalidType, UnexpectedReply
from ..options import values
from ..options.filters import filters_option
from ..options.lifecycle import check_input
from ..options.platforms import platform_option, platform_options
from . import Flow, collect, fetch

if TYPE_CHECKING:
    from collections.abc import AsyncIterable, Iterable

    from dockwright_api import models, shapes
    from dockwright_api.encode import Filters

    from ..options.platforms import Platform

    Seen = Callable[[shapes.ProgressMessage], object]

_LOADED = ("Loaded image: ", "Loaded image ID: ")

Shape = TypeVar("Shape")
AnyOperation = TypeVar("AnyOperation", bound=Operation[Any, Any])

AUTH_HEADER = "X-Registry-Auth"
ANONYMOUS = "e30="
"""The header's value for no credentials: an empty object."""


def pull_operation(
    image: str,
    *,
    tag: str | None = None,
    repo: str | None = None,
    platform: str | None = None,
    registry_auth: str | None = None,
    argument: str = "from_image",
) -> "JSONStream[models.ProgressMessage, shapes.ProgressMessage]":
    """Ask for the pull of an image; one without a tag or digest means ``latest``, the tag ``""`` all of them.

    ``argument`` is what the caller calls the name of the image.
    """
    from ..options.references import parse_reference

    reference = parse_reference(image, tag, argument)
    return operations.images.create(
        from_image=reference.repository,
        repo=repo,
        tag=reference.tag or None,
        platform=platform,
        registry_auth=registry_auth,
    )


def push_operation(
    image: str,
    *,
    tag: str | None = None,
    platform: "Platform | None" = None,
    registry_auth: str | None = None,
) -> "JSONStream[models.PushProgress, shapes.PushProgress]":
    """Ask for the push of an image; without a tag, in the name or apart, all tags of the name are pushed.

    Without credentials it says in so many words that there are none: older engines refuse a push that is silent.
    """
    chosen = platform_option("platform", platform)
    return operations.images.push(image, registry_auth or ANONYMOUS, tag=tag, platform=chosen)


def list_operation(
    name: str | None, *, all: bool = False, filters: "Filters | str | None" = None
) -> "Operation[list[models.ImageSummary], list[shapes.ImageSummary]]":
    """Ask for the images, or for those of one repository; ``all`` adds intermediate ones."""
    given = dict(filters_option(filters) or {})
    if name:
        given["reference"] = values.text("name", name)
    return operations.images.list(all=all or None, filters=given or None)


def collect_pull(
    operation: JSONStream[Any, Shape], *, timeout: Any = UNSET, seen: Callable[[Shape], object] | None = None
) -> Flow[list[Shape]]:
    """Read a pull to its end, with the face's credentials where the operation has none."""
    return (yield from collect(operation, timeout=timeout, image=wants_credentials(operation), seen=seen))


def wants_credentials(pull: Operation[Any, Any]) -> str:
    """Give the image of a pull without credentials; an empty string for one that has them, or pulls nothing."""
    return "" if any(name == AUTH_HEADER for name, _ in pull.headers) else dict(pull.query).get("fromImage", "")


def with_credentials(operation: AnyOperation, header: str | None) -> AnyOperation:
    """Give the same operation with credentials for a registry in place of its own; as it is for None."""
    if header is None:
        return operation
    others = tuple(pair for pair in operation.headers if pair[0] != AUTH_HEADER)
    return replace(operation, headers=(*others, (AUTH_HEADER, header)))


def pull(
    image: str,
    *,
    tag: str | None = None,
    platform: str | None = None,
    registry_auth: str | None = None,
    timeout: Any = UNSET,
    seen: "Seen | None" = None,
) -> "Flow[shapes.ImageInspect]":
    """Pull an image and inspect it; an error in the progress raises. ``seen`` gets the documents as they arrive."""
    from ..options.references import parse_reference

    operation = pull_operation(image, tag=tag, platform=platform, registry_auth=registry_auth, argument="repository")
    yield from collect_pull(operation, timeout=timeout, seen=seen)
    return (yield from fetch(operations.images.inspect(parse_reference(image, tag).name)))


def pull_all_tags(
    repository: str,
    *,
    platform: str | None = None,
    registry_auth: str | None = None,
    timeout: Any = UNSET,
    seen: "Seen | None" = None,
) -> "Flow[list[shapes.ImageSummary]]":
    """Pull every tag of a repository and list its images. ``seen`` gets the documents as they arrive."""
    operation = pull_operation(
        repository, tag="", platform=platform, registry_auth=registry_auth, argument="repository"
    )
    yield from collect_pull(operation, timeout=timeout, seen=seen)
    return (yield from fetch(operations.images.list(filters={"reference": repository})))


def import_operation(
    content: "bytes | Iterable[bytes] | AsyncIterable[bytes] | str",
    *,
    repository: str | None = None,
    tag: str | None = None,
    message: str | None = None,
    changes: Sequence[str] = (),
    platform: str | None = None,
) -> "JSONStream[models.ProgressMessage, shapes.ProgressMessage]":
    """Ask for an image of a tar archive of a root file system, here or at a URL."""
    if isinstance(content, str) and not content.startswith(("http://", "https://")):
        raise InvalidArgument(
            f"content as text must be a URL of http or https, not {content!r}; open a file on the disk: open(..., 'rb')"
        )
    if not isinstance(content, str):
        check_input("content", content)
    if isinstance(changes, str):
        raise InvalidType(f"changes must be a sequence of instructions such as ['CMD sh'], not a str: {changes!r}")
    return operations.images.create(
        None if isinstance(content, str) else content,
        from_src=content if isinstance(content, str) else "-",
        repo=repository,
        tag=tag,
        message=message,
        changes=list(changes) or None,
        platform=platform,
    )


def import_filesystem(
    content: "bytes | Iterable[bytes] | AsyncIterable[bytes] | str",
    *,
    repository: str | None = None,
    tag: str | None = None,
    message: str | None = None,
    changes: Sequence[str] = (),
    platform: str | None = None,
    timeout: Any = UNSET,
    seen: "Seen | None" = None,
) -> Flow[str]:
    """Make an image of a tar archive of a root file system, here or at a URL, and give its id."""
    operation = import_operation(
        content, repository=repository, tag=tag, message=message, changes=changes, platform=platform
    )
    progress = yield from collect(operation, timeout=timeout, seen=seen)
    for document in reversed(progress):
        status = document.get("status") or ""
        if status.startswith("sha256:"):
            return status
    raise UnexpectedReply("ImageCreate: the engine imported the archive without telling the id of the image")


def load_operation(
    content: "bytes | Iterable[bytes] | AsyncIterable[bytes]",
    *,
    quiet: bool | None = None,
    platform: "Platform | Sequence[Platform] | None" = None,
    shown: bool = False,
) -> "JSONStream[models.ProgressMessage, shapes.ProgressMessage]":
    """Ask for the images of an archive; where progress is ``shown`` and nothing else said, the engine is to tell it."""
    check_input("data", content)
    if quiet is None and shown:
        quiet = False
    return operations.images.load(content, quiet=quiet, platform=platform_options("platform", platform))


def load(
    content: "bytes | Iterable[bytes] | AsyncIterable[bytes]",
    *,
    quiet: bool | None = None,
    platform: "Platform | Sequence[Platform] | None" = None,
    timeout: Any = UNSET,
    seen: "Seen | None" = None,
) -> "Flow[list[shapes.ImageInspect]]":
    """Add the images of an archive, and inspect them. ``seen`` gets the documents as they arrive."""
    operation = load_operation(content, quiet=quiet, platform=platform, shown=seen is not None)
    progress = yield from collect(operation, timeout=timeout, seen=seen)
    texts = ((document.get("stream") or "").strip() for document in progress)
    names = [text.removeprefix(start) for text in texts for start in _LOADED if text.startswith(start)]
    images: list[shapes.ImageInspect] = []
    for name in names:
        images.append((yield from fetch(operations.images.inspect(name))))  # noqa: PERF401  a flow cannot yield in one
    return images


def export_operation(
    names: str | Sequence[str], *, platform: "Platform | Sequence[Platform] | None" = None
) -> ByteStream:
    """Ask for an image as an archive, or for several as one."""
    platforms = platform_options("platform", platform)
    if isinstance(names, str):
        return operations.images.export(names, platform=platforms)
    given = values.texts("name", names)
    if not given or not all(given):
        raise InvalidArgument(f"name must be the name of an image, or several, none of them empty: {given!r}")
    return operations.images.export_all(names=given, platform=platforms)


def delete_operation(
    name: str,
    *,
    force: bool = False,
    noprune: bool = False,
    platforms: "Platform | Sequence[Platform] | None" = None,
) -> "Operation[list[models.ImageDeleteResponseItem], list[shapes.ImageDeleteResponseItem]]":
    """Ask for the removal of an image, or of one of its names."""
    chosen = platform_options("platforms", platforms)
    return operations.images.delete(name, force=force or None, noprune=noprune or None, platforms=chosen)


def tag_operation(name: str, repository: str, tag: str | None) -> Operation[None, None]:
    """Ask for a further name of an image; a tag that is not given, in the name or apart, means ``latest``."""
    from ..options.references import new_name, parse_reference

    reference = parse_reference(new_name("the new name of the image", repository, tag), tag or "")
    return operations.images.tag(name, reference.repository, tag=reference.tag or None)


def distribution(name: str, *, registry_auth: str | None = None) -> "Flow[shapes.DistributionInspect]":
    """Ask a registry about an image, with the face's credentials where none are given."""
    operation = operations.distribution.inspect(name, registry_auth=registry_auth)
    return (yield from fetch(operation, image="" if registry_auth else name))


def refuse_both(progress: object, stream: bool) -> None:
    """Refuse a function for the progress from somebody who takes the documents himself."""
    if progress is not None and stream:
        raise InvalidArgument("progress is for calls that wait for the end; with stream=True the documents come to you")
    if progress is not None and not callable(progress):
        raise InvalidType(f"progress must be a function that takes a document, not {type(progress).__name__}")


def image_of(config: object) -> str | None:
    """Find the name of the image in the settings of a container, whether they are JSON or a model."""
    if isinstance(config, Mapping):
        image: object = cast("Mapping[str, object]", config).get("Image")
    else:
        image = getattr(config, "image", None)
    return image if isinstance(image, str) and image else None
