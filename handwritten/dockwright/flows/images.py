"""Work on images that takes several calls, and the operations that several methods share."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar, cast

from dockwright_api import operations
from dockwright_api.operation import JSONStream, Operation
from dockwright_api.unset import UNSET

from ..errors import UnexpectedReply
from . import Flow, collect, fetch

if TYPE_CHECKING:
    from collections.abc import AsyncIterable, Iterable

    from dockwright_api import models, shapes

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
    platform: str | None = None,
    registry_auth: str | None = None,
) -> "JSONStream[models.ProgressMessage, shapes.ProgressMessage]":
    """Ask for the pull of an image; one without a tag or digest means ``latest``, the tag ``""`` all of them."""
    from ..options.references import parse_reference

    reference = parse_reference(image, tag)
    return operations.images.create(
        from_image=reference.repository,
        tag=reference.tag or None,
        platform=platform,
        registry_auth=registry_auth,
    )


def push_operation(
    image: str,
    *,
    tag: str | None = None,
    platform: "models.OCIPlatform | shapes.OCIPlatformParam | None" = None,
    registry_auth: str | None = None,
) -> "JSONStream[models.PushProgress, shapes.PushProgress]":
    """Ask for the push of an image; without a tag, in the name or apart, all tags of the name are pushed.

    Without credentials it says in so many words that there are none: older engines refuse a push that is silent.
    """
    return operations.images.push(image, registry_auth or ANONYMOUS, tag=tag, platform=platform)


def collect_pull(operation: JSONStream[Any, Shape]) -> Flow[list[Shape]]:
    """Read a pull to its end, with the face's credentials where the operation has none."""
    return (yield from collect(operation, image=wants_credentials(operation)))


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
) -> "Flow[shapes.ImageInspect]":
    """Pull an image and inspect it; an error in the progress raises."""
    from ..options.references import parse_reference

    yield from collect_pull(pull_operation(image, tag=tag, platform=platform, registry_auth=registry_auth))
    return (yield from fetch(operations.images.inspect(parse_reference(image, tag).name)))


def pull_all_tags(
    repository: str, *, platform: str | None = None, registry_auth: str | None = None
) -> "Flow[list[shapes.ImageSummary]]":
    """Pull every tag of a repository and list its images."""
    yield from collect_pull(pull_operation(repository, tag="", platform=platform, registry_auth=registry_auth))
    return (yield from fetch(operations.images.list(filters={"reference": repository})))


def import_filesystem(
    content: "bytes | Iterable[bytes] | AsyncIterable[bytes]",
    *,
    repository: str | None = None,
    tag: str | None = None,
    message: str | None = None,
    changes: Sequence[str] = (),
    platform: str | None = None,
) -> Flow[str]:
    """Make an image of a tar archive of a root file system, and give its id."""
    progress = yield from collect(
        operations.images.create(
            content,
            from_src="-",
            repo=repository,
            tag=tag,
            message=message,
            changes=list(changes) or None,
            platform=platform,
        )
    )
    for document in reversed(progress):
        status = document.get("status") or ""
        if status.startswith("sha256:"):
            return status
    raise UnexpectedReply("ImageCreate: the engine imported the archive without telling the id of the image")


def load(
    content: "bytes | Iterable[bytes] | AsyncIterable[bytes]", *, timeout: Any = UNSET
) -> "Flow[list[shapes.ImageInspect]]":
    """Add the images of an archive, and inspect them."""
    progress = yield from collect(operations.images.load(content), timeout=timeout)
    texts = ((document.get("stream") or "").strip() for document in progress)
    names = [text.removeprefix(start) for text in texts for start in _LOADED if text.startswith(start)]
    images: list[shapes.ImageInspect] = []
    for name in names:
        images.append((yield from fetch(operations.images.inspect(name))))  # noqa: PERF401  a flow cannot yield in one
    return images


def image_of(config: object) -> str | None:
    """Find the name of the image in the settings of a container, whether they are JSON or a model."""
    if isinstance(config, Mapping):
        image: object = cast("Mapping[str, object]", config).get("Image")
    else:
        image = getattr(config, "image", None)
    return image if isinstance(image, str) and image else None
