"""Images."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, cast, overload

from dockwright_api import operations
from dockwright_api.unset import UNSET

from ..flows import images as flows
from ..options.filters import filters_option
from ..settings.credentials import pull_auth
from .builds import ImageBuilds
from .documents import in_form
from .image import Image, RegistryData
from .resources import DEFAULT_CHUNK_SIZE, chunk_size_option, resource_id

if TYPE_CHECKING:
    import builtins
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from dockwright_api import shapes
    from dockwright_api.encode import Filters

    from ..options.platforms import Platform
    from ..policy.timeouts import TimeoutOption
    from ..settings.credentials import Auth
    from .streams import ReplyStream

    Progress = Callable[[shapes.ProgressMessage], object]
    PushProgress = Callable[[shapes.PushProgress], object]

__all__ = ["Image", "ImageCollection", "RegistryData"]


class ImageCollection(ImageBuilds):
    """The images of an engine; ``client.images``."""

    model = Image

    def list(
        self,
        name: str | None = None,
        all: bool = False,
        filters: Filters | str | None = None,
    ) -> builtins.list[Image]:
        """List images, with one request. ``GET /images/json``.

        ``name`` takes those of a repository, ``all`` adds intermediate ones. ``filters`` is a mapping such as
        ``{"reference": "busybox:*", "dangling": False}``.
        """
        operation = flows.list_operation(name, all=all, filters=filters)
        client = self.client
        return [Image.of(client, entry["Id"], entry=entry) for entry in client.engine.fetch(operation)]

    def get(self, name: str) -> Image:
        """Look an image up by name or id. ``GET /images/{name}/json``.

        Raises ``ImageNotFound``.
        """
        attrs = self.client.engine.fetch(operations.images.inspect(resource_id("name", name)))
        return Image.of(self.client, attrs["Id"], attrs=attrs)

    @overload
    def pull(
        self,
        repository: str,
        tag: str | None = None,
        all_tags: Literal[False] = False,
        *,
        platform: str | None = ...,
        auth_config: Auth | None = ...,
        timeout: TimeoutOption = ...,
        progress: Progress | None = ...,
        stream: bool | None = ...,
    ) -> Image: ...
    @overload
    def pull(
        self,
        repository: str,
        tag: str | None = None,
        *,
        all_tags: Literal[True],
        platform: str | None = ...,
        auth_config: Auth | None = ...,
        timeout: TimeoutOption = ...,
        progress: Progress | None = ...,
        stream: bool | None = ...,
    ) -> builtins.list[Image]: ...

    def pull(
        self,
        repository: str,
        tag: str | None = None,
        all_tags: bool = False,
        *,
        platform: str | None = None,
        auth_config: Auth | None = None,
        timeout: TimeoutOption = UNSET,
        progress: Progress | None = None,
        stream: bool | None = None,
    ) -> Image | builtins.list[Image]:
        """Pull an image from its registry, and look it up. ``POST /images/create``.

        A name without tag or digest means ``latest``; ``all_tags`` pulls all of them and gives a list. ``auth_config``
        holds ``username`` and ``password``, or an ``identitytoken``; without it the credentials count that this client
        logged in with, or ``docker login`` did. ``progress`` is called with each document of the progress when it
        arrives (see ``dockwright.progress``). Raises ``DockerStreamError`` where the pull fails on its way, and
        ``ImageNotFound`` or another ``ApiError`` where it is refused. ``stream`` has no effect and warns of that.
        """
        if stream is not None:
            from warnings import warn

            warn("stream has no effect in images.pull(); progress=... gets the documents", stacklevel=2)
        client = self.client
        registry_auth = pull_auth(auth_config, repository)
        if all_tags:
            flow = flows.pull_all_tags(
                repository, platform=platform, registry_auth=registry_auth, timeout=timeout, seen=progress
            )
            return [Image.of(client, entry["Id"], entry=entry) for entry in client.engine.drive(flow)]
        attrs = client.engine.drive(
            flows.pull(
                repository,
                tag=tag or None,
                platform=platform,
                registry_auth=registry_auth,
                timeout=timeout,
                seen=progress,
            )
        )
        return Image.of(client, attrs["Id"], attrs=attrs)

    @overload
    def push(
        self,
        repository: str,
        tag: str | None = None,
        *,
        stream: Literal[False] = False,
        auth_config: Auth | None = ...,
        decode: bool = ...,
        platform: Platform | None = ...,
        timeout: TimeoutOption = ...,
        progress: PushProgress | None = ...,
    ) -> str: ...
    @overload
    def push(
        self,
        repository: str,
        tag: str | None = None,
        *,
        stream: Literal[True],
        auth_config: Auth | None = ...,
        decode: Literal[True],
        platform: Platform | None = ...,
        timeout: TimeoutOption = ...,
        progress: None = ...,
    ) -> Iterator[shapes.PushProgress]: ...
    @overload
    def push(
        self,
        repository: str,
        tag: str | None = None,
        *,
        stream: Literal[True],
        auth_config: Auth | None = ...,
        decode: Literal[False] = False,
        platform: Platform | None = ...,
        timeout: TimeoutOption = ...,
        progress: None = ...,
    ) -> Iterator[bytes]: ...

    def push(
        self,
        repository: str,
        tag: str | None = None,
        *,
        stream: bool = False,
        auth_config: Auth | None = None,
        decode: bool = False,
        platform: Platform | None = None,
        timeout: TimeoutOption = UNSET,
        progress: PushProgress | None = None,
    ) -> Any:
        """Push an image to the registry that its name tells. ``POST /images/{name}/push``.

        Without a tag, in the name or apart, all tags of the name are pushed. Without ``auth_config`` the credentials
        count that this client logged in with, or ``docker login`` did. Gives the progress as text, one JSON document
        in each line; with ``stream`` an iterator of such lines, and with ``decode`` too of the documents themselves.
        ``progress`` is called with each document when it arrives, of a call that waits for the end. ``platform``, such
        as ``"linux/arm64"``, pushes that one alone, since API 1.46. Raises ``DockerStreamError`` where the push fails.
        """
        flows.refuse_both(progress, stream)
        repository = resource_id("repository", repository)
        operation = flows.push_operation(
            repository, tag=tag, platform=platform, registry_auth=pull_auth(auth_config, repository)
        )
        documents = self.client.engine.documents(
            operation, timeout=timeout, image=repository if auth_config is None else ""
        )
        return in_form(documents, stream=stream, decode=decode, progress=progress)

    def load(
        self,
        data: bytes | Iterable[bytes],
        *,
        quiet: bool | None = None,
        platform: Platform | Sequence[Platform] | None = None,
        timeout: TimeoutOption = UNSET,
        progress: Progress | None = None,
    ) -> builtins.list[Image]:
        """Add the images of a tar archive, such as :meth:`Image.save` gives, and look them up. ``POST /images/load``.

        ``data`` is the archive whole, a file, or an iterable of chunks. ``progress`` is called with each document when
        it arrives; engines tell only the result unless ``quiet`` is False, which it then is. ``platform``, one or
        several, takes these alone, since API 1.48. Raises ``ImageLoadError``, or another ``DockerError``, where the
        archive cannot be loaded.
        """
        client = self.client
        loaded = client.engine.drive(flows.load(data, quiet=quiet, platform=platform, timeout=timeout, seen=progress))
        return [Image.of(client, attrs["Id"], attrs=attrs) for attrs in loaded]

    def import_filesystem(
        self,
        content: bytes | Iterable[bytes] | str,
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

        ``content`` is the archive whole, a file, or an iterable of chunks; or a URL, where the engine gets it.
        ``changes`` are Dockerfile instructions, such as ``'CMD ["/bin/sh"]'``. ``progress`` is called with each
        document when it arrives.
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
        return self.client.engine.drive(flow)

    def save(
        self,
        names: str | Sequence[str],
        chunk_size: int | None = DEFAULT_CHUNK_SIZE,
        *,
        platform: Platform | Sequence[Platform] | None = None,
        timeout: TimeoutOption = UNSET,
    ) -> ReplyStream[bytes]:
        """Read several images as one tar archive, with their names. ``GET /images/get``.

        A name without a tag means all tags of it. Gives an iterator of bytes, in pieces of at most ``chunk_size``,
        which can be closed. ``platform``, one or several, takes these alone, since API 1.48.
        """
        operation = flows.export_operation(names, platform=platform)
        return self.client.engine.chunks(operation, timeout=timeout, largest=chunk_size_option(chunk_size)).open()

    def get_registry_data(self, name: str, auth_config: Auth | None = None) -> RegistryData:
        """Ask a registry about an image, without pulling it. ``GET /distribution/{name}/json``.

        The credentials are those of :meth:`pull`. Raises ``Unauthorized``, ``NotFound`` or another ``ApiError``.
        """
        attrs = self.client.engine.drive(flows.distribution(name, registry_auth=pull_auth(auth_config, name)))
        return RegistryData(name, cast("dict[str, Any]", attrs), self.client)

    def search(
        self,
        term: str,
        limit: int | None = None,
        *,
        filters: Filters | str | None = None,
        auth_config: Auth | None = None,
    ) -> builtins.list[shapes.ImageSearchResult]:
        """Search Docker Hub for images. ``GET /images/search``.

        ``limit`` is the most that is given, up to 100. ``filters`` is a mapping such as ``{"is-official": True}``.
        """
        operation = operations.images.search(
            term, limit=limit, filters=filters_option(filters), registry_auth=pull_auth(auth_config, term)
        )
        return self.client.engine.fetch(operation)

    def remove(
        self,
        image: str,
        force: bool = False,
        noprune: bool = False,
        *,
        platforms: Platform | Sequence[Platform] | None = None,
    ) -> builtins.list[shapes.ImageDeleteResponseItem]:
        """Remove an image, or one of its names. ``DELETE /images/{name}``.

        Gives what was untagged and deleted. ``force`` removes it although stopped containers use it or several names
        point to it; ``noprune`` keeps its untagged parents. ``platforms`` removes these alone, since API 1.50. Raises
        ``ImageNotFound`` and ``Conflict``.
        """
        operation = flows.delete_operation(
            resource_id("image", image), force=force, noprune=noprune, platforms=platforms
        )
        return self.client.engine.fetch(operation)

    def prune(self, filters: Filters | str | None = None) -> shapes.ImagePruneResponse:
        """Remove images that no container uses, and say what was removed. ``POST /images/prune``.

        Without ``filters`` these are the ones without a name, with ``{"dangling": False}`` all of them; ``label`` and
        ``until`` are filters too.
        """
        return self.client.engine.fetch(operations.images.prune(filters=filters_option(filters)))
