"""One image: here, or as a registry describes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from dockwright_api import operations
from dockwright_api.unset import UNSET

from ..errors import InvalidArgument
from ..flows import images as flows
from ..options.platforms import platform_fields, platform_option, platform_options
from .resources import DEFAULT_CHUNK_SIZE, Model, chunk_size_option

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dockwright_api import models, shapes

    from ..options.platforms import Platform
    from ..policy.timeouts import TimeoutOption
    from .client import DockerClient
    from .streams import ReplyStream

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

    def inspect(self, *, manifests: bool | None = None, platform: Platform | None = None) -> models.ImageInspect:
        """Ask for everything about the image, as a model. ``GET /images/{name}/json``.

        ``manifests`` adds those of each platform (since API 1.48), ``platform``, such as ``"linux/arm64"``, picks one
        (1.49).
        """
        operation = operations.images.inspect(
            self._id, manifests=manifests, platform=platform_option("platform", platform)
        )
        return self.client.engine.send(operation)

    def history(self, *, platform: Platform | None = None) -> list[shapes.ImageHistoryResponseItem]:
        """List how the image was made, the newest step first. ``GET /images/{name}/history``.

        ``platform`` picks one, since API 1.48.
        """
        operation = operations.images.history(self._id, platform=platform_option("platform", platform))
        return self.client.engine.fetch(operation)

    def attestations(
        self,
        *,
        platform: Platform | None = None,
        type: Sequence[str] | None = None,
        statement: bool | None = None,
    ) -> list[shapes.AttestationStatement]:
        """List the attestations of the image. ``GET /images/{name}/attestations``, since API 1.55.

        ``type`` takes those of some types only, as URIs; ``statement`` gives their statements too.
        """
        operation = operations.images.attestations(
            self._id, platform=platform_options("platform", platform), type=type, statement=statement
        )
        return self.client.engine.fetch(operation)

    def tag(self, repository: str, tag: str | None = None, *, force: bool = False) -> bool:
        """Give the image a further name. ``POST /images/{name}/tag``.

        The tag may stand in ``repository`` or apart, and is ``latest`` if neither. A name that another image has is
        taken from it, whatever ``force`` says. Always gives True; what fails raises.
        """
        self.client.engine.fetch(flows.tag_operation(self._id, repository, tag))
        return True

    def save(
        self,
        chunk_size: int | None = DEFAULT_CHUNK_SIZE,
        named: str | bool = False,
        *,
        platform: Platform | Sequence[Platform] | None = None,
        timeout: TimeoutOption = UNSET,
    ) -> ReplyStream[bytes]:
        """Read the image as a tar archive, with all its layers. ``GET /images/{name}/get``.

        Gives an iterator of bytes, in pieces of at most ``chunk_size``, which can be closed. The archive holds no name,
        with ``named`` the first of ``tags``, or that tag of them. ``platform``, one or several such as
        ``"linux/arm64"``, takes these alone, since API 1.48. Raises ``InvalidArgument`` for a tag that is not.
        """
        name = self._id
        if named is not False:
            tags = self.tags
            name = next((tag for tag in tags if named is True or tag == named), "")
            if not name:
                wanted = "any tag" if named is True else f"the tag {named!r}"
                raise InvalidArgument(f"image {self.short_id} does not have {wanted}; its tags are {tags}")
        operation = flows.export_operation(name, platform=platform)
        return self.client.engine.chunks(operation, timeout=timeout, largest=chunk_size_option(chunk_size)).open()

    def remove(
        self,
        force: bool = False,
        noprune: bool = False,
        *,
        platforms: Platform | Sequence[Platform] | None = None,
    ) -> list[shapes.ImageDeleteResponseItem]:
        """Remove the image with all its names. ``DELETE /images/{name}``.

        The arguments are those of ``client.images.remove``.
        """
        return self.client.images.remove(self._id, force, noprune, platforms=platforms)

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


class RegistryData(Model):
    """What a registry says about an image; ``image_name`` is the name that it was asked for."""

    image_name: str

    def __init__(
        self, image_name: str, attrs: Mapping[str, Any] | None = None, client: DockerClient | None = None
    ) -> None:
        descriptor: Mapping[str, Any] = (attrs or {}).get("Descriptor") or {}
        super().__init__({"Id": descriptor.get("digest")}, client)
        self._attrs = dict(attrs or {})
        self.image_name = image_name

    @property
    def id(self) -> str:
        """The digest of the image, or of the index of its platforms."""
        return self._id

    @property
    def short_id(self) -> str:
        """The first 12 digits of the digest, after the name of its algorithm."""
        return self._id[:19]

    def pull(self, platform: str | None = None) -> Image:
        """Pull the image with this digest, and look it up. ``POST /images/create``."""
        from ..options.references import parse_reference

        return self.client.images.pull(parse_reference(self.image_name).repository, tag=self._id, platform=platform)

    def has_platform(self, platform: str | Mapping[str, Any]) -> bool:
        """Say whether the registry has the image for a platform.

        It is ``os[/arch[/variant]]``, or a mapping of the same. Without an architecture that of the engine counts,
        which is asked; without a variant any will do. Raises ``InvalidArgument`` for what is no platform.
        """
        wanted = platform_fields("platform", platform)
        if not (wanted.get("os") and wanted.get("architecture")):
            version = self.client.version()
            wanted = {"os": version.get("Os"), "architecture": version.get("Arch"), **wanted}
        offered: list[dict[str, Any]] = self.attrs.get("Platforms") or []
        return any(all(each.get(key) == value for key, value in wanted.items() if value) for each in offered)

    def reload(self) -> None:
        """Ask the registry again. ``GET /distribution/{name}/json``."""
        super().reload()
        self._id = self.attrs["Descriptor"]["digest"]

    def _inspect(self) -> dict[str, Any]:
        return cast("dict[str, Any]", self.client.engine.drive(flows.distribution(self.image_name)))
