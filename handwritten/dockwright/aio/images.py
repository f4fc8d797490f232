"""Images."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, overload

from dockwright_api import operations
from dockwright_api.unset import UNSET

from ..flows import images as flows
from ..options.filters import filters_option
from ..settings.credentials import pull_auth
from .downloads import Download

if TYPE_CHECKING:
    import builtins
    from collections.abc import AsyncIterable, AsyncIterator, Awaitable, Iterable, Sequence

    from dockwright_api import models, shapes
    from dockwright_api.encode import Filters

    from ..policy.timeouts import TimeoutOption
    from ..settings.credentials import Auth
    from .docker import Docker


class DockerImages:
    """The images of an engine; ``docker.images``."""

    def __init__(self, docker: Docker) -> None:
        self.docker = docker

    async def list(
        self,
        *,
        all: bool | None = None,
        filters: Filters | str | None = None,
        shared_size: bool | None = None,
        digests: bool | None = None,
        manifests: bool | None = None,
    ) -> builtins.list[shapes.ImageSummary]:
        """List images. ``GET /images/json``.

        ``all`` adds intermediate ones. ``filters`` is a mapping such as ``{"reference": "busybox:*"}``.
        """
        operation = operations.images.list(
            all=all,
            filters=filters_option(filters),
            shared_size=shared_size,
            digests=digests,
            manifests=manifests,
        )
        return await self.docker.engine.fetch(operation)

    async def inspect(self, name: str) -> shapes.ImageInspect:
        """Ask for everything about an image. ``GET /images/{name}/json``.

        Raises ``ImageNotFound``.
        """
        return await self.docker.engine.fetch(operations.images.inspect(name))

    @overload
    def pull(
        self,
        from_image: str,
        *,
        auth: Auth | None = ...,
        tag: str | None = ...,
        platform: str | None = ...,
        stream: Literal[False] = False,
        timeout: TimeoutOption = ...,
    ) -> Awaitable[builtins.list[shapes.ProgressMessage]]: ...
    @overload
    def pull(
        self,
        from_image: str,
        *,
        auth: Auth | None = ...,
        tag: str | None = ...,
        platform: str | None = ...,
        stream: Literal[True],
        timeout: TimeoutOption = ...,
    ) -> AsyncIterator[shapes.ProgressMessage]: ...

    def pull(
        self,
        from_image: str,
        *,
        auth: Auth | None = None,
        tag: str | None = None,
        platform: str | None = None,
        stream: bool = False,
        timeout: TimeoutOption = UNSET,
    ) -> Any:
        """Pull an image from its registry. ``POST /images/create``.

        A name without tag or digest means ``latest``; ``tag=""`` pulls all tags. Without ``auth`` the credentials count
        that this client logged in with, or ``docker login`` did. Gives an awaitable list of progress
        documents, with ``stream`` an asynchronous iterator of them. Raises ``DockerStreamError`` where the pull fails.
        """
        operation = flows.pull_operation(
            from_image, tag=tag, platform=platform, registry_auth=pull_auth(auth, from_image)
        )
        documents = self.docker.engine.documents(operation, timeout=timeout, image=flows.wants_credentials(operation))
        return documents if stream else documents.read_all()

    @overload
    def push(
        self,
        name: str,
        *,
        auth: Auth | None = ...,
        tag: str | None = ...,
        platform: models.OCIPlatform | shapes.OCIPlatformParam | None = ...,
        stream: Literal[False] = False,
        timeout: TimeoutOption = ...,
    ) -> Awaitable[builtins.list[shapes.PushProgress]]: ...
    @overload
    def push(
        self,
        name: str,
        *,
        auth: Auth | None = ...,
        tag: str | None = ...,
        platform: models.OCIPlatform | shapes.OCIPlatformParam | None = ...,
        stream: Literal[True],
        timeout: TimeoutOption = ...,
    ) -> AsyncIterator[shapes.PushProgress]: ...

    def push(
        self,
        name: str,
        *,
        auth: Auth | None = None,
        tag: str | None = None,
        platform: models.OCIPlatform | shapes.OCIPlatformParam | None = None,
        stream: bool = False,
        timeout: TimeoutOption = UNSET,
    ) -> Any:
        """Push an image to the registry that its name tells. ``POST /images/{name}/push``.

        Without a tag, in the name or apart, all tags of the name are pushed. Without ``auth`` the credentials count
        that this client logged in with, or ``docker login`` did. Gives an awaitable list of progress documents, with
        ``stream`` an asynchronous iterator of them. Raises ``DockerStreamError`` where the push fails.
        """
        operation = flows.push_operation(name, tag=tag, platform=platform, registry_auth=pull_auth(auth, name))
        documents = self.docker.engine.documents(operation, timeout=timeout, image=name if auth is None else "")
        return documents if stream else documents.read_all()

    def export_image(self, name: str, timeout: TimeoutOption = UNSET) -> Download:
        """Read an image as a tar archive, in chunks. ``GET /images/{name}/get``.

        A name without a tag means all tags of it. Use it with ``async for``, or with ``async with`` and the reading
        methods of aiohttp.
        """
        return Download(self.docker.engine.chunks(operations.images.export(name), timeout=timeout).open)

    @overload
    def import_image(
        self,
        data: bytes | Iterable[bytes] | AsyncIterable[bytes],
        stream: Literal[False] = False,
        timeout: TimeoutOption = ...,
    ) -> Awaitable[builtins.list[shapes.ProgressMessage]]: ...
    @overload
    def import_image(
        self,
        data: bytes | Iterable[bytes] | AsyncIterable[bytes],
        stream: Literal[True],
        timeout: TimeoutOption = ...,
    ) -> AsyncIterator[shapes.ProgressMessage]: ...

    def import_image(
        self,
        data: bytes | Iterable[bytes] | AsyncIterable[bytes],
        stream: bool = False,
        timeout: TimeoutOption = UNSET,
    ) -> Any:
        """Add the images of a tar archive, such as :meth:`export_image` gives. ``POST /images/load``.

        ``data`` is the archive whole, a file, or an iterable of chunks, asynchronous or not. Gives an awaitable list of
        progress documents, with ``stream`` an asynchronous iterator of them. Raises ``DockerStreamError`` where the
        archive cannot be loaded.
        """
        documents = self.docker.engine.documents(operations.images.load(data), timeout=timeout)
        return documents if stream else documents.read_all()

    async def import_filesystem(
        self,
        content: bytes | Iterable[bytes] | AsyncIterable[bytes],
        *,
        repository: str | None = None,
        tag: str | None = None,
        message: str | None = None,
        changes: Sequence[str] = (),
        platform: str | None = None,
    ) -> str:
        """Make an image of a tar archive of a root file system, and give its id. ``POST /images/create``.

        ``content`` is the archive whole, a file, or an iterable of chunks, asynchronous or not. ``changes`` are
        Dockerfile instructions, such as ``'CMD ["/bin/sh"]'``.
        """
        flow = flows.import_filesystem(
            content, repository=repository, tag=tag, message=message, changes=changes, platform=platform
        )
        return await self.docker.engine.drive(flow)

    async def delete(
        self, name: str, *, force: bool = False, noprune: bool = False
    ) -> builtins.list[shapes.ImageDeleteResponseItem]:
        """Remove an image, or one of its names. ``DELETE /images/{name}``.

        Gives what was untagged and deleted. ``force`` removes it although stopped containers use it or several names
        point to it; ``noprune`` keeps its untagged parents.
        """
        return await self.docker.engine.fetch(
            operations.images.delete(name, force=force or None, noprune=noprune or None)
        )

    async def model(self, name: str) -> models.ImageInspect:
        """Give the same as :meth:`inspect`, as a model."""
        return await self.docker.engine.send(operations.images.inspect(name))
