"""What the objects of the engine have in common: an id, and the engine's own description of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar, cast

from ..errors import InvalidArgument, InvalidType

if TYPE_CHECKING:
    from typing import Self

    from .client import DockerClient


DEFAULT_CHUNK_SIZE = 2 * 1024 * 1024


def chunk_size_option(size: int | None) -> int | None:
    """Refuse what is no number of bytes; None leaves chunks as they arrive."""
    if size is not None and size < 1:
        raise InvalidArgument(f"chunk_size must be a number of bytes, or None, not {size!r}")
    return size


def resource_id(name: str, value: object) -> str:
    """Take an id or a name: as text, as an object that has one, or as JSON with ``Id`` or ``ID``.

    Raises ``NullResource`` (``InvalidArgument``) where it is empty, ``TypeError`` for anything else.
    """
    if isinstance(value, Mapping):
        given = cast("Mapping[str, object]", value)
        value = given.get("Id", given.get("ID", given.get("Name")))
    identifier = value if isinstance(value, str | None) else getattr(value, "id", value)
    if identifier is None or identifier == "":
        raise InvalidArgument(f"{name} must not be empty: give an id or a name")
    if not isinstance(identifier, str):
        raise InvalidType(
            f"{name} must be an id or a name, or JSON that has one, not {type(value).__name__}: {value!r}"
        )
    return identifier


class Model:
    """One object of the engine.

    What a listing said about it is read from there. ``attrs`` is everything that the engine says, by its own names.
    """

    id_attribute: ClassVar[str] = "Id"
    """What the engine calls the id."""

    client: DockerClient
    """The client that it belongs to."""

    collection: Collection[Any] | None = None
    """Where it was made; None for most, which need none."""

    def __init__(
        self,
        attrs: Mapping[str, Any] | None = None,
        client: DockerClient | None = None,
        collection: Collection[Any] | None = None,
    ) -> None:
        identifier = (attrs or {}).get(self.id_attribute)
        if client is None or not identifier:
            raise ValueError(f"a {type(self).__name__} is made by a client: by get(), list() or create()")
        self.client = client
        self.collection = collection
        self._id = str(identifier)
        self._attrs: dict[str, Any] | None = dict(attrs or {})
        self._entry: Mapping[str, Any] | None = None

    @classmethod
    def of(cls, client: DockerClient, identifier: str, *, attrs: Any = None, entry: Any = None) -> Self:
        """Make one of what the engine said: ``attrs`` in an inspection, ``entry`` in a listing; nothing is copied."""
        self = cls.__new__(cls)
        self.client = client
        self._id = identifier
        self._attrs = attrs
        self._entry = entry
        return self

    @property
    def id(self) -> str:
        """The whole id."""
        return self._id

    @property
    def short_id(self) -> str:
        """The first 12 characters of the id."""
        return self._id[:12]

    @property
    def attrs(self) -> dict[str, Any]:
        """Everything that the engine says, as JSON.

        The one attribute that may ask the engine: after a listing it does so when it is first read. :meth:`reload`
        asks again.
        """
        if self._attrs is None:
            self._attrs = self._inspect()
        return self._attrs

    def reload(self) -> None:
        """Ask the engine again for what ``attrs`` holds."""
        self._attrs = self._inspect()

    def _inspect(self) -> dict[str, Any]:
        raise NotImplementedError

    def _known(self) -> Mapping[str, Any] | None:
        """Give the entry of a listing while nothing newer is known."""
        return self._entry if self._attrs is None else None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, type(self)) and self._id == other.id

    def __hash__(self) -> int:
        return hash((type(self).__name__, self._id))

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {self.short_id}>"


ModelT = TypeVar("ModelT", bound=Model)


class Collection(Generic[ModelT]):
    """The objects of one kind, as an attribute of a client."""

    model: type[ModelT]
    """What the objects are."""

    def __init__(self, client: DockerClient) -> None:
        self.client = client

    def prepare_model(self, attrs: Mapping[str, Any] | ModelT) -> ModelT:
        """Make an object of what the engine said about it; one that is an object already stays as it is."""
        return self.model(attrs, self.client, self) if isinstance(attrs, Mapping) else attrs
