"""Types for annotations, under aiodocker's names."""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping, MutableSequence, Sequence
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias, TypedDict, TypeVar

from dockwright_api.unset import UNSET as SENTINEL
from dockwright_api.unset import Unset as Sentinel

if TYPE_CHECKING:
    from .containers import DockerContainer

__all__ = [
    "SENTINEL",
    "AsyncContainerFactory",
    "JSONList",
    "JSONObject",
    "JSONValue",
    "MutableJSONList",
    "MutableJSONObject",
    "MutableJSONValue",
    "PortInfo",
    "Sentinel",
    "SupportsRead",
]

# Not written as a member: a type checker would take the alias for a second value of "not given".
setattr(Sentinel, "TOKEN", SENTINEL)  # noqa: B010  as said above

JSONValue: TypeAlias = "str | int | float | bool | Mapping[str, JSONValue] | Sequence[JSONValue] | None"
JSONObject: TypeAlias = Mapping[str, JSONValue]
JSONList: TypeAlias = Sequence[JSONValue]

MutableJSONValue: TypeAlias = (
    "str | int | float | bool | MutableMapping[str, MutableJSONValue] | MutableSequence[MutableJSONValue] | None"
)
MutableJSONObject: TypeAlias = MutableMapping[str, MutableJSONValue]
MutableJSONList: TypeAlias = MutableSequence[MutableJSONValue]

_Content = TypeVar("_Content", covariant=True)


class SupportsRead(Protocol[_Content]):
    """A file, or whatever else can be read from."""

    def read(self, length: int = ..., /) -> _Content:
        """Read so many units, or all of them."""
        ...


class AsyncContainerFactory(Protocol):
    """A coroutine function that makes a container."""

    async def __call__(self, config: dict[str, Any], name: str) -> DockerContainer:
        """Make a container of a config, under a name."""
        ...


class PortInfo(TypedDict):
    """Where a port of a container is published on the host."""

    HostIp: str
    HostPort: str
