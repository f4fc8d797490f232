"""Images, by docker-py's low-level names."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, cast, overload

from dockwright_api import operations
from dockwright_api.sync import images as generated

from ...errors import InvalidArgument
from ...flows import images as flows
from ...settings.credentials import pull_auth
from ..resources import DEFAULT_CHUNK_SIZE
from .calls import Calls, Listing, resource_id

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Iterator, Sequence

    from dockwright_api import shapes
    from dockwright_api.encode import Filters

    from ...settings.credentials import Auth
    from ..streams import ReplyStream


class Images(Listing, generated.Images):
    """The operations of ``client.api.images``; called, it lists images as docker-py does."""

    @overload
    def __call__(
        self,
        name: str | None = None,
        quiet: Literal[False] = False,
        all: bool = False,
        filters: Filters | str | None = None,
    ) -> list[shapes.ImageSummary]: ...
    @overload
    def __call__(
        self, name: str | None = None, *, quiet: Literal[True], all: bool = False, filters: Filters | str | None = None
    ) -> list[str]: ...

    def __call__(
        self, name: str | None = None, quiet: bool = False, all: bool = False, filters: Filters | str | None = None
    ) -> list[shapes.ImageSummary] | list[str]:
        """List images. ``GET /images/json``.

        ``name`` takes those of a repository, ``all`` adds intermediate ones; ``quiet`` gives their ids alone.
        """
        found = self._engine.fetch(flows.list_operation(name, all=all, filters=filters))
        return [each["Id"] for each in found] if quiet else found


class ImageCalls(Calls):
    """Images."""

    @cached_property
    def images(self) -> Images:
        """List images, ``client.api.images("busybox")``; and the operations of ``client.api.images``."""
        return Images(self._engine)

    def get_image(self, image: object, chunk_size: int | None = DEFAULT_CHUNK_SIZE) -> ReplyStream[bytes]:
        """Read an image as a tar archive. ``GET /images/{name}/get``."""
        return self._client.images.save(resource_id("image", image), chunk_size)

    def history(self, image: object) -> list[shapes.ImageHistoryResponseItem]:
        """List how an image was made. ``GET /images/{name}/history``."""
        return self._fetch(operations.images.history(resource_id("image", image)))

    def import_image(
        self,
        src: str | bytes | Iterable[bytes] | None = None,
        repository: str | None = None,
        tag: str | None = None,
        image: str | None = None,
        changes: Sequence[str] | None = None,
        stream_src: bool = False,
    ) -> str:
        """Make an image of a root file system, and give the progress as text. ``POST /images/create``.

        ``src`` is a URL that the engine fetches, the path of a tar archive, or an archive itself; ``image`` is the name
        of another image instead. ``changes`` are Dockerfile instructions. ``stream_src`` has no effect: what is an
        iterable is read bit by bit. Raises ``DockerStreamError`` where it fails.
        """
        if (src is None) == (image is None):
            raise InvalidArgument("give either src, what to import, or image, the name of an image")
        if image is not None:
            return self.import_image_from_image(image, repository, tag, changes)
        if not isinstance(src, str):
            return self._import(cast("bytes | Iterable[bytes]", src), repository, tag, changes)
        if src.startswith(("http://", "https://")):
            return self.import_image_from_url(src, repository, tag, changes)
        return self.import_image_from_file(src, repository, tag, changes)

    def import_image_from_data(
        self,
        data: bytes,
        repository: str | None = None,
        tag: str | None = None,
        changes: Sequence[str] | None = None,
    ) -> str:
        """Make an image of a tar archive in memory; as :meth:`import_image`."""
        return self._import(data, repository, tag, changes)

    def import_image_from_file(
        self,
        filename: str | os.PathLike[str],
        repository: str | None = None,
        tag: str | None = None,
        changes: Sequence[str] | None = None,
    ) -> str:
        """Make an image of a tar archive on disk; as :meth:`import_image`."""
        with open(filename, "rb") as archive:
            return self._import(archive, repository, tag, changes)

    def import_image_from_stream(
        self,
        stream: Iterable[bytes],
        repository: str | None = None,
        tag: str | None = None,
        changes: Sequence[str] | None = None,
    ) -> str:
        """Make an image of a tar archive that comes bit by bit; as :meth:`import_image`."""
        return self._import(stream, repository, tag, changes)

    def import_image_from_url(
        self,
        url: str,
        repository: str | None = None,
        tag: str | None = None,
        changes: Sequence[str] | None = None,
    ) -> str:
        """Make an image of a tar archive that the engine fetches; as :meth:`import_image`."""
        return self._import(url, repository, tag, changes)

    def import_image_from_image(
        self,
        image: str,
        repository: str | None = None,
        tag: str | None = None,
        changes: Sequence[str] | None = None,
    ) -> str:
        """Pull an image; as :meth:`import_image`. ``repository`` and ``tag`` are sent along, as docker-py does."""
        operation = operations.images.create(
            from_image=image, repo=repository, tag=tag, changes=None if changes is None else list(changes)
        )
        return cast(str, self._progress(operation, stream=False, decode=False, image=image))

    def _import(
        self,
        content: bytes | Iterable[bytes] | str,
        repository: str | None,
        tag: str | None,
        changes: Sequence[str] | None,
    ) -> str:
        operation = flows.import_operation(content, repository=repository, tag=tag, changes=changes or ())
        return cast(str, self._progress(operation, stream=False, decode=False))

    def inspect_distribution(self, image: str, auth_config: Auth | None = None) -> shapes.DistributionInspect:
        """Ask a registry about an image. ``GET /distribution/{name}/json``."""
        return self._engine.drive(flows.distribution(image, registry_auth=pull_auth(auth_config, image)))

    def inspect_image(self, image: object) -> shapes.ImageInspect:
        """Give everything about an image. ``GET /images/{name}/json``."""
        return self._fetch(operations.images.inspect(resource_id("image", image)))

    def load_image(
        self, data: bytes | Iterable[bytes], quiet: bool | None = None
    ) -> ReplyStream[shapes.ProgressMessage]:
        """Add the images of a tar archive, and give the progress as documents. ``POST /images/load``."""
        return self._documents(flows.load_operation(data, quiet=quiet)).open()

    def prune_images(self, filters: Filters | None = None) -> shapes.ImagePruneResponse:
        """Remove images that nothing uses. ``POST /images/prune``."""
        return self._client.images.prune(filters)

    @overload
    def pull(
        self,
        repository: str,
        tag: str | None = None,
        stream: Literal[False] = False,
        auth_config: Auth | None = ...,
        decode: bool = ...,
        platform: str | None = ...,
        all_tags: bool = ...,
    ) -> str: ...
    @overload
    def pull(
        self,
        repository: str,
        tag: str | None = None,
        *,
        stream: Literal[True],
        auth_config: Auth | None = ...,
        decode: Literal[True],
        platform: str | None = ...,
        all_tags: bool = ...,
    ) -> ReplyStream[shapes.ProgressMessage]: ...
    @overload
    def pull(
        self,
        repository: str,
        tag: str | None = None,
        *,
        stream: Literal[True],
        auth_config: Auth | None = ...,
        decode: Literal[False] = False,
        platform: str | None = ...,
        all_tags: bool = ...,
    ) -> Iterator[bytes]: ...

    def pull(
        self,
        repository: str,
        tag: str | None = None,
        stream: bool = False,
        auth_config: Auth | None = None,
        decode: bool = False,
        platform: str | None = None,
        all_tags: bool = False,
    ) -> Any:
        """Pull an image. ``POST /images/create``.

        Gives the progress as text, with ``stream`` as an iterator of lines, and with ``decode`` too as one of
        documents. A name without tag or digest means ``latest``, unless ``all_tags``. Raises ``DockerStreamError``
        where the pull fails.
        """
        operation = flows.pull_operation(
            repository,
            tag="" if all_tags else tag or None,
            platform=platform,
            registry_auth=pull_auth(auth_config, repository),
            argument="repository",
        )
        return self._progress(operation, stream=stream, decode=decode, image=flows.wants_credentials(operation))

    @overload
    def push(
        self,
        repository: str,
        tag: str | None = None,
        stream: Literal[False] = False,
        auth_config: Auth | None = ...,
        decode: bool = ...,
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
    ) -> ReplyStream[shapes.PushProgress]: ...
    @overload
    def push(
        self,
        repository: str,
        tag: str | None = None,
        *,
        stream: Literal[True],
        auth_config: Auth | None = ...,
        decode: Literal[False] = False,
    ) -> Iterator[bytes]: ...

    def push(
        self,
        repository: str,
        tag: str | None = None,
        stream: bool = False,
        auth_config: Auth | None = None,
        decode: bool = False,
    ) -> Any:
        """Push an image. ``POST /images/{name}/push``.

        Gives the progress as :meth:`pull` does. Without a tag all of the name are pushed. Raises ``DockerStreamError``
        where the push fails.
        """
        push: Any = self._client.images.push
        return push(repository, tag, stream=stream, auth_config=auth_config, decode=decode)

    def remove_image(
        self, image: object, force: bool = False, noprune: bool = False
    ) -> list[shapes.ImageDeleteResponseItem]:
        """Remove an image, or one of its names. ``DELETE /images/{name}``."""
        return self._client.images.remove(resource_id("image", image), force, noprune)

    def search(self, term: str, limit: int | None = None) -> list[shapes.ImageSearchResult]:
        """Search Docker Hub. ``GET /images/search``."""
        return self._client.images.search(term, limit)

    def tag(self, image: object, repository: str, tag: str | None = None, force: bool = False) -> bool:
        """Give an image a further name. ``POST /images/{name}/tag``. ``force`` has no effect."""
        return self._done(flows.tag_operation(resource_id("image", image), repository, tag))
