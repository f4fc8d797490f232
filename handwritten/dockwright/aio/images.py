"""Images."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, overload

from dockwright_api import operations
from dockwright_api.unset import UNSET

from ..flows import images as flows
from ..options.filters import filters_option
from ..options.platforms import platform_option, platform_options
from ..settings.credentials import pull_auth
from .builds import ImageBuilds
from .downloads import Download

if TYPE_CHECKING:
    import builtins
    from collections.abc import AsyncIterable, AsyncIterator, Awaitable, Callable, Iterable, Sequence

    from dockwright_api import models, shapes
    from dockwright_api.encode import Filters

    from ..options.platforms import Platform
    from ..policy.timeouts import TimeoutOption
    from ..settings.credentials import Auth
    from .docker import Docker

    Content = bytes | Iterable[bytes] | AsyncIterable[bytes]
    Progress = Callable[[shapes.ProgressMessage], object]
    PushProgress = Callable[[shapes.PushProgress], object]


class DockerImages(ImageBuilds):
    """The images of an engine; ``docker.images``."""

    def __init__(self, docker: Docker) -> None:
        self.docker = docker

    async def list(
        self,
        *,
        filters: Filters | str | None = None,
        all: bool | None = None,
        shared_size: bool | None = None,
        digests: bool | None = None,
        manifests: bool | None = None,
        identity: bool | None = None,
    ) -> builtins.list[shapes.ImageSummary]:
        """List images. ``GET /images/json``.

        ``filters`` is a mapping such as ``{"reference": "busybox:*"}``. ``all`` adds intermediate ones. ``shared_size``
        has the space measured that they share (since API 1.42), ``manifests`` adds those of each platform (1.47),
        ``identity`` where these come from (1.54).
        """
        if isinstance(filters, str):
            from warnings import warn

            warn("filters as text are deprecated; give a mapping", DeprecationWarning, stacklevel=2)
        operation = operations.images.list(
            all=all,
            filters=filters_option(filters),
            shared_size=shared_size,
            digests=digests,
            manifests=manifests,
            identity=identity,
        )
        return await self.docker.engine.fetch(operation)

    async def inspect(
        self, name: str, *, manifests: bool | None = None, platform: Platform | None = None
    ) -> shapes.ImageInspect:
        """Ask for everything about an image. ``GET /images/{name}/json``.

        ``manifests`` adds those of each platform (since API 1.48), ``platform``, such as ``"linux/arm64"``, picks one
        (1.49). Raises ``ImageNotFound``.
        """
        operation = operations.images.inspect(name, manifests=manifests, platform=platform_option("platform", platform))
        return await self.docker.engine.fetch(operation)

    async def get(self, name: str) -> shapes.ImageInspect:
        """Give the same as :meth:`inspect`, which is the name to use; this one is deprecated."""
        from warnings import warn

        warn("images.get() is deprecated; use images.inspect()", DeprecationWarning, stacklevel=2)
        return await self.inspect(name)

    async def history(
        self, name: str, *, platform: Platform | None = None
    ) -> builtins.list[shapes.ImageHistoryResponseItem]:
        """List how an image was made, the newest step first. ``GET /images/{name}/history``.

        ``platform`` picks one, since API 1.48. Raises ``ImageNotFound``.
        """
        operation = operations.images.history(name, platform=platform_option("platform", platform))
        return await self.docker.engine.fetch(operation)

    async def attestations(
        self,
        name: str,
        *,
        platform: Platform | None = None,
        type: Sequence[str] | None = None,
        statement: bool | None = None,
    ) -> builtins.list[shapes.AttestationStatement]:
        """List the attestations of an image. ``GET /images/{name}/attestations``, since API 1.55.

        ``type`` takes those of some types only, as URIs; ``statement`` gives their statements too. Raises
        ``ImageNotFound``.
        """
        operation = operations.images.attestations(
            name, platform=platform_options("platform", platform), type=type, statement=statement
        )
        return await self.docker.engine.fetch(operation)

    async def search(
        self,
        term: str,
        *,
        limit: int | None = None,
        filters: Filters | str | None = None,
        auth: Auth | None = None,
    ) -> builtins.list[shapes.ImageSearchResult]:
        """Search Docker Hub for images. ``GET /images/search``.

        ``limit`` is the most that is given, up to 100. ``filters`` is a mapping such as ``{"is-official": True}``.
        """
        operation = operations.images.search(
            term, limit=limit, filters=filters_option(filters), registry_auth=pull_auth(auth, term)
        )
        return await self.docker.engine.fetch(operation)

    async def distribution(self, name: str, *, auth: Auth | None = None) -> shapes.DistributionInspect:
        """Ask a registry for the digest and the platforms of an image. ``GET /distribution/{name}/json``.

        Nothing is pulled. The credentials are those of :meth:`pull`. Raises ``Unauthorized``, ``NotFound`` or another
        ``ApiError``.
        """
        return await self.docker.engine.drive(flows.distribution(name, registry_auth=pull_auth(auth, name)))

    @overload
    def pull(
        self,
        from_image: str,
        *,
        auth: Auth | None = ...,
        tag: str | None = ...,
        repo: str | None = ...,
        platform: str | None = ...,
        stream: Literal[False] = False,
        timeout: TimeoutOption = ...,
        progress: Progress | None = ...,
    ) -> Awaitable[builtins.list[shapes.ProgressMessage]]: ...
    @overload
    def pull(
        self,
        from_image: str,
        *,
        auth: Auth | None = ...,
        tag: str | None = ...,
        repo: str | None = ...,
        platform: str | None = ...,
        stream: Literal[True],
        timeout: TimeoutOption = ...,
        progress: None = ...,
    ) -> AsyncIterator[shapes.ProgressMessage]: ...

    def pull(
        self,
        from_image: str,
        *,
        auth: Auth | None = None,
        tag: str | None = None,
        repo: str | None = None,
        platform: str | None = None,
        stream: bool = False,
        timeout: TimeoutOption = UNSET,
        progress: Progress | None = None,
    ) -> Any:
        """Pull an image from its registry. ``POST /images/create``.

        A name without tag or digest means ``latest``; ``tag=""`` pulls all tags. Without ``auth`` the credentials count
        that this client logged in with, or ``docker login`` did. ``repo`` is sent, and engines do not read it.
        Gives an awaitable list of progress documents, and ``progress`` is called with each when it arrives (see
        ``dockwright.progress``); with ``stream`` an asynchronous iterator of them. Raises ``DockerStreamError`` where
        the pull fails.
        """
        flows.refuse_both(progress, stream)
        operation = flows.pull_operation(
            from_image, tag=tag, repo=repo, platform=platform, registry_auth=pull_auth(auth, from_image)
        )
        documents = self.docker.engine.documents(operation, timeout=timeout, image=flows.wants_credentials(operation))
        return documents if stream else documents.read_all(progress)

    @overload
    def push(
        self,
        name: str,
        *,
        auth: Auth | None = ...,
        tag: str | None = ...,
        platform: Platform | None = ...,
        stream: Literal[False] = False,
        timeout: TimeoutOption = ...,
        progress: PushProgress | None = ...,
    ) -> Awaitable[builtins.list[shapes.PushProgress]]: ...
    @overload
    def push(
        self,
        name: str,
        *,
        auth: Auth | None = ...,
        tag: str | None = ...,
        platform: Platform | None = ...,
        stream: Literal[True],
        timeout: TimeoutOption = ...,
        progress: None = ...,
    ) -> AsyncIterator[shapes.PushProgress]: ...

    def push(
        self,
        name: str,
        *,
        auth: Auth | None = None,
        tag: str | None = None,
        platform: Platform | None = None,
        stream: bool = False,
        timeout: TimeoutOption = UNSET,
        progress: PushProgress | None = None,
    ) -> Any:
        """Push an image to the registry that its name tells. ``POST /images/{name}/push``.

        Without a tag, in the name or apart, all tags of the name are pushed. Without ``auth`` the credentials count
        that this client logged in with, or ``docker login`` did. ``platform``, such as ``"linux/arm64"``, pushes that
        one alone, since API 1.46. Gives an awaitable list of progress documents, and ``progress`` is called with each
        when it arrives; with ``stream`` an asynchronous iterator of them. Raises ``DockerStreamError`` where the push
        fails.
        """
        flows.refuse_both(progress, stream)
        operation = flows.push_operation(name, tag=tag, platform=platform, registry_auth=pull_auth(auth, name))
        documents = self.docker.engine.documents(operation, timeout=timeout, image=name if auth is None else "")
        return documents if stream else documents.read_all(progress)

    async def tag(self, name: str, repo: str, *, tag: str | None = None) -> bool:
        """Give an image a further name. ``POST /images/{name}/tag``.

        The tag may stand in ``repo`` or apart, and is ``latest`` if neither. A name that another image has is taken
        from it. Always gives True; what fails raises, ``ImageNotFound`` and ``InvalidArgument`` among others.
        """
        await self.docker.engine.fetch(flows.tag_operation(name, repo, tag))
        return True

    def export_image(
        self,
        name: str | Sequence[str],
        timeout: TimeoutOption = UNSET,
        *,
        platform: Platform | Sequence[Platform] | None = None,
    ) -> Download:
        """Read an image, or several, as a tar archive, in chunks. ``GET /images/{name}/get``, ``GET /images/get``.

        A name without a tag means all tags of it. ``platform``, one or several such as ``"linux/arm64"``, takes these
        alone, since API 1.48. Use it with ``async for``, or with ``async with`` and the reading methods of aiohttp.
        """
        operation = flows.export_operation(name, platform=platform)
        return Download(self.docker.engine.chunks(operation, timeout=timeout).open)

    @overload
    def import_image(
        self,
        data: Content,
        stream: Literal[False] = False,
        timeout: TimeoutOption = ...,
        *,
        quiet: bool | None = ...,
        platform: Platform | Sequence[Platform] | None = ...,
        progress: Progress | None = ...,
    ) -> Awaitable[builtins.list[shapes.ProgressMessage]]: ...
    @overload
    def import_image(
        self,
        data: Content,
        stream: Literal[True],
        timeout: TimeoutOption = ...,
        *,
        quiet: bool | None = ...,
        platform: Platform | Sequence[Platform] | None = ...,
        progress: None = ...,
    ) -> AsyncIterator[shapes.ProgressMessage]: ...

    def import_image(
        self,
        data: Content,
        stream: bool = False,
        timeout: TimeoutOption = UNSET,
        *,
        quiet: bool | None = None,
        platform: Platform | Sequence[Platform] | None = None,
        progress: Progress | None = None,
    ) -> Any:
        """Add the images of a tar archive, such as :meth:`export_image` gives. ``POST /images/load``.

        ``data`` is the archive whole, a file, or an iterable of chunks, asynchronous or not. Engines tell only the
        result unless ``quiet`` is False, which it is with ``progress``. ``platform``, one or several, takes these
        alone, since API 1.48. Gives an awaitable list of progress documents, and ``progress`` is called with each when
        it arrives; with ``stream`` an asynchronous iterator of them. Raises ``ImageLoadError``, or another
        ``DockerError``, where the archive cannot be loaded.
        """
        flows.refuse_both(progress, stream)
        operation = flows.load_operation(data, quiet=quiet, platform=platform, shown=progress is not None)
        documents = self.docker.engine.documents(operation, timeout=timeout)
        return documents if stream else documents.read_all(progress)

    async def import_filesystem(
        self,
        content: Content | str,
        *,
        repository: str | None = None,
        tag: str | None = None,
        message: str | None = None,
        changes: Sequence[str] = (),
        platform: str | None = None,
        timeout: TimeoutOption = UNSET,
        progress: Progress | None = None,
    ) -> str:
        """Make an image of a tar archive of a root file system, and give its id. ``POST /images/create``.

        ``content`` is the archive whole, a file, or an iterable of chunks, asynchronous or not; or a URL, where the
        engine gets it. ``changes`` are Dockerfile instructions, such as ``'CMD ["/bin/sh"]'``. ``progress`` is called
        with each document when it arrives.
        """
        flow = flows.import_filesystem(
            content,
            repository=repository,
            tag=tag,
            message=message,
            changes=changes,
            platform=platform,
            timeout=timeout,
            seen=progress,
        )
        return await self.docker.engine.drive(flow)

    async def delete(
        self,
        name: str,
        *,
        force: bool = False,
        noprune: bool = False,
        platforms: Platform | Sequence[Platform] | None = None,
    ) -> builtins.list[shapes.ImageDeleteResponseItem]:
        """Remove an image, or one of its names. ``DELETE /images/{name}``.

        Gives what was untagged and deleted. ``force`` removes it although stopped containers use it or several names
        point to it; ``noprune`` keeps its untagged parents. ``platforms`` removes these alone, since API 1.50. Raises
        ``ImageNotFound`` and ``Conflict``.
        """
        operation = flows.delete_operation(name, force=force, noprune=noprune, platforms=platforms)
        return await self.docker.engine.fetch(operation)

    async def prune(self, *, filters: Filters | str | None = None) -> shapes.ImagePruneResponse:
        """Remove images that no container uses, and say what was removed. ``POST /images/prune``.

        Without ``filters`` these are the ones without a name, with ``{"dangling": False}`` all of them; ``label`` and
        ``until`` are filters too.
        """
        return await self.docker.engine.fetch(operations.images.prune(filters=filters_option(filters)))

    async def model(self, name: str) -> models.ImageInspect:
        """Give the same as :meth:`inspect`, as a model."""
        return await self.docker.engine.send(operations.images.inspect(name))
