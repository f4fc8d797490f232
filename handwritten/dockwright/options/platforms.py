"""Platforms of images as people write them."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from ..errors import InvalidArgument, InvalidType

if TYPE_CHECKING:
    from dockwright_api import models, shapes

Platform: TypeAlias = "str | models.OCIPlatform | shapes.OCIPlatformParam | Mapping[str, Any]"
"""Text as ``os[/arch[/variant]]``, or ``{"os": ..., "architecture": ..., "variant": ...}``."""

_PARTS = ("os", "architecture", "variant")
_KEYS = (*_PARTS, "os.version", "os.features")


def platform_fields(name: str, value: object) -> dict[str, Any]:
    """Read a platform. Raises ``TypeError`` and ``InvalidArgument``, which show the value."""
    to_json = getattr(value, "to_json", None)
    if to_json is not None and not isinstance(value, type):
        value = to_json()
    if isinstance(value, Mapping):
        fields = dict(cast("Mapping[str, Any]", value))
        if unknown := [key for key in fields if key not in _KEYS]:
            raise InvalidArgument(f"{name} has the key {unknown[0]!r}; known are {', '.join(_KEYS)}")
        return fields
    if not isinstance(value, str):
        raise InvalidType(f"{name} must be text such as 'linux/arm64', or a mapping, not {type(value).__name__}")
    parts = value.split("/")
    if len(parts) > len(_PARTS) or not all(parts):
        raise InvalidArgument(f"{name} must be 'os[/arch[/variant]]', such as 'linux/arm64', not {value!r}")
    return dict(zip(_PARTS, parts, strict=False))


def platform_option(name: str, value: "Platform | None") -> "shapes.OCIPlatformParam | None":
    """Read a platform; None stays None."""
    return None if value is None else cast("shapes.OCIPlatformParam", platform_fields(name, value))


def platform_options(
    name: str, value: "Platform | Sequence[Platform] | None"
) -> "list[shapes.OCIPlatformParam] | None":
    """Read one platform or several; None stays None."""
    if value is None:
        return None
    several = value if isinstance(value, Sequence) and not isinstance(value, str) else [value]
    return [cast("shapes.OCIPlatformParam", platform_fields(name, each)) for each in several]
