"""Images."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Literal, cast, overload

from dockwright_api import operations
from dockwright_api.unset import UNSET

from ..errors import InvalidArgument
from ..flows import images as flows
from ..options.filters import filters_option
from ..settings.credentials import pull_auth
from .resources import DEFAULT_CHUNK_SIZE, Collection, Model, chunk_size_option

if TYPE_CHECKING:
    import builtins
    from collections.abc import Iterable, Iterator, Sequence

    from dockwright_api import models, shapes
    from dockwright_api.encode import Filters

    from ..policy.timeouts import TimeoutOption
    from ..settings.credentials import Auth
    from .streams import ReplyStream


def _line(document: Any) -> bytes:
    return json.dumps(document, separators=(",", ":")).encode() + b"\r\n"


_UNTAGGED = "<none>:<none>"


class Image(Model):
    """One image."""

    @property
    def short_id(self) -> str:
        """The first 12 digits of the id, after the name of its algorithm."""
        return self._id[:19] if self._id.startswith("sha256:") else self._id[:12]

    @property
    def tags(self) -> list[str]:
        """The names, such as ``busybox:latest``."""
        return [tag for tag in self._field("RepoTags") or () if tag != _UNTAGGED]

    @property
    def labels(self) -> dict[str, str]:
        """The labels."""
        if (entry := self._known()) is None:
            config: dict[str, Any] = self.attrs.get("Config") or {}
            return config.get("Labels") or {}
        return entry.get("Labels") or {}

    def inspect(self) -> models.ImageInspect:
        """Ask for everything about the image, as a model. ``GET /images/{name}/json``."""
        return self.client.engine.send(operations.images.inspect(self._id))

    def history(self) -> list[shapes.ImageHistoryResponseItem]:
        """List how the image was made, the newest step first. ``GET /images/{name}/history``."""
        return self.client.engine.fetch(operations.images.history(self._id))

    def tag(self, repository: str, tag: str | None = None, *, force: bool = False) -> bool:
        """Give the image a further name. ``POST /images/{name}/tag``.

        A tag that is not given means ``latest``. One that another image has is taken from it, whatever ``force`` says.
        Always gives True; what fails raises.
        """
        self.client.engine.fetch(operations.images.tag(self._id, repository, tag=tag))
        return True

    def save(
        self,
        chunk_size: int | None = DEFAULT_CHUNK_SIZE,
        named: str | bool = False,
        *,
        timeout: TimeoutOption = UNSET,
    ) -> ReplyStream[bytes]:
        """Read the image as a tar archive, with all its layers. ``GET /images/{name}/get``.

        Gives an iterator of bytes, in pieces of at most ``chunk_size``, which can be closed. The archive holds no name,
        with ``named`` the first of ``tags``, or that tag of them. Raises ``InvalidArgument`` for a tag that is not.
        """
        name = self._id
        if named is not False:
            tags = self.tags
            name = next((tag for tag in tags if named is True or tag == named), "")
            if not name:
                wanted = "any tag" if named is True else f"the tag {named!r}"
                raise InvalidArgument(f"image {self.short_id} does not have {wanted}; its tags are {tags}")
        operation = operations.images.export(name)
        return self.client.engine.chunks(operation, timeout=timeout, largest=chunk_size_option(chunk_size)).open()

    def remove(self, *, force: bool = False, noprune: bool = False) -> list[shapes.ImageDeleteResponseItem]:
        """Remove the image with all its names. ``DELETE /images/{name}``.

        The arguments are those of :meth:`ImageCollection.remove`.
        """
        return self.client.images.remove(self._id, force=force, noprune=noprune)

    def _field(self, name: str) -> Any:
        entry = self._known()
        return self.attrs.get(name) if entry is None else entry.get(name)

    def _inspect(self) -> dict[str, Any]:
        return cast("dict[str, Any]", self.client.engine.fetch(operations.images.inspect(self._id)))

    def __repr__(self) -> str:
        known = self._attrs or self._entry
        if known is None:
            return f"<Image: {self.short_id}>"
        return f"<Image: {', '.join(map(repr, self.tags)) or self.short_id}>"


class ImageCollection(Collection):
    """The images of an engine; ``client.images``."""

    def list(
        self, name: str | None = None, all: bool = False, filters: Filters | str | None = None
    ) -> builtins.list[Image]:
        """List images, with one request. ``GET /images/json``.

        ``name`` takes those of a repository, ``all`` adds intermediate ones. ``filters`` is a mapping such as
        ``{"reference": "busybox:*", "dangling": False}``.
        """
        given = dict(filters_option(filters) or {})
        if name is not None:
            given["reference"] = name
        operation = operations.images.list(all=all or None, filters=given or None)
        client = self.client
        return [Image.of(client, entry["Id"], entry=entry) for entry in client.engine.fetch(operation)]

    def get(self, name: str) -> Image:
        """Look an image up by name or id. ``GET /images/{name}/json``.

        Raises ``ImageNotFound``.
        """
        attrs = self.client.engine.fetch(operations.images.inspect(name))
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
    ) -> builtins.list[Image]: ...

    def pull(
        self,
        repository: str,
        tag: str | None = None,
        all_tags: bool = False,
        *,
        platform: str | None = None,
        auth_config: Auth | None = None,
    ) -> Image | builtins.list[Image]:
        """Pull an image from its registry, and look it up. ``POST /images/create``.

        A name without tag or digest means ``latest``; ``all_tags`` pulls all of them and gives a list. ``auth_config``
        holds ``username`` and ``password``, or an ``identitytoken``; without it the credentials count that this client
        logged in with, or ``docker login`` did. Raises ``DockerStreamError`` where the pull fails
        on its way, and ``ImageNotFound`` or another ``ApiError`` where it is refused.
        """
        client = self.client
        registry_auth = pull_auth(auth_config, repository)
        if all_tags:
            flow = flows.pull_all_tags(repository, platform=platform, registry_auth=registry_auth)
            return [Image.of(client, entry["Id"], entry=entry) for entry in client.engine.drive(flow)]
        attrs = client.engine.drive(
            flows.pull(repository, tag=tag or None, platform=platform, registry_auth=registry_auth)
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
        platform: models.OCIPlatform | shapes.OCIPlatformParam | None = ...,
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
        platform: models.OCIPlatform | shapes.OCIPlatformParam | None = ...,
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
        platform: models.OCIPlatform | shapes.OCIPlatformParam | None = ...,
    ) -> Iterator[bytes]: ...

    def push(
        self,
        repository: str,
        tag: str | None = None,
        *,
        stream: bool = False,
        auth_config: Auth | None = None,
        decode: bool = False,
        platform: models.OCIPlatform | shapes.OCIPlatformParam | None = None,
    ) -> Any:
        """Push an image to the registry that its name tells. ``POST /images/{name}/push``.

        Without a tag, in the name or apart, all tags of the name are pushed. Without ``auth_config`` the credentials
        count that this client logged in with, or ``docker login`` did. Gives the progress as text, one JSON document
        in each line; with ``stream`` an iterator of such lines, and with ``decode`` too of the documents themselves.
        Raises ``DockerStreamError`` where the push fails.
        """
        operation = flows.push_operation(
            repository, tag=tag, platform=platform, registry_auth=pull_auth(auth_config, repository)
        )
        documents = self.client.engine.documents(operation, image=repository if auth_config is None else "")
        if stream:
            return documents if decode else map(_line, documents)
        return b"".join(map(_line, documents.read_all())).decode()

    def load(self, data: bytes | Iterable[bytes], *, timeout: TimeoutOption = UNSET) -> builtins.list[Image]:
        """Add the images of a tar archive, such as :meth:`Image.save` gives, and look them up. ``POST /images/load``.

        ``data`` is the archive whole, a file, or an iterable of chunks. Raises ``DockerStreamError`` where it cannot be
        loaded.
        """
        client = self.client
        loaded = client.engine.drive(flows.load(data, timeout=timeout))
        return [Image.of(client, attrs["Id"], attrs=attrs) for attrs in loaded]

    def import_filesystem(
        self,
        content: bytes | Iterable[bytes],
        *,
        repository: str | None = None,
        tag: str | None = None,
        message: str | None = None,
        changes: Sequence[str] = (),
        platform: str | None = None,
    ) -> str:
        """Make an image of a tar archive of a root file system, and give its id. ``POST /images/create``.

        ``content`` is the archive whole, a file, or an iterable of chunks. ``changes`` are Dockerfile instructions,
        such as ``'CMD ["/bin/sh"]'``.
        """
        flow = flows.import_filesystem(
            content, repository=repository, tag=tag, message=message, changes=changes, platform=platform
        )
        return self.client.engine.drive(flow)

    def remove(
        self, image: str, *, force: bool = False, noprune: bool = False
    ) -> builtins.list[shapes.ImageDeleteResponseItem]:
        """Remove an image, or one of its names. ``DELETE /images/{name}``.

        Gives what was untagged and deleted. ``force`` removes it although stopped containers use it or several names
        point to it; ``noprune`` keeps its untagged parents.
        """
        return self.client.engine.fetch(operations.images.delete(image, force=force or None, noprune=noprune or None))
