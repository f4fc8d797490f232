"""What an image is made with from a container."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, cast

from dockwright_api import operations
from dockwright_api.operation import Operation

from . import values

if TYPE_CHECKING:
    from dockwright_api import models, shapes

    Config = models.ContainerConfig | shapes.ContainerConfigParam | shapes.ContainerConfig | Mapping[str, Any]


def container_commit(
    container: str,
    *,
    repository: str | None,
    tag: str | None,
    message: str | None,
    author: str | None,
    changes: str | Sequence[str] | None,
    config: "Config | None",
    pause: bool,
) -> "Operation[models.IDResponse, shapes.IDResponse]":
    """Ask for an image of a container; ``changes`` are instructions of a Dockerfile, as text or one by one."""
    if changes is not None:
        changes = changes.splitlines() if isinstance(changes, str) else values.texts("changes", changes)
    texts = {"repository": repository, "tag": tag, "message": message, "author": author}
    given = {name: values.text(name, value) for name, value in texts.items() if value is not None}
    return operations.images.commit(
        container,
        cast("Any", config),
        repo=given.get("repository"),
        tag=given.get("tag"),
        comment=given.get("message"),
        author=given.get("author"),
        changes=changes,
        pause=pause,
    )
