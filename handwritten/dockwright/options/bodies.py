"""First arguments that are either a whole request, as the Engine's own JSON or a model, or a name beside options."""

from collections.abc import Mapping
from typing import Any

from ..errors import InvalidType
from . import values


def is_body(given: object) -> bool:
    """Say whether this is a whole request, rather than a name or an object with an id."""
    # Models are known by their method: importing their class would import pydantic.
    return isinstance(given, Mapping) or callable(getattr(given, "to_json", None))


def refuse_beside(name: str, given: object, options: Mapping[str, Any] | None) -> None:
    """Refuse what is no request, and options beside one: the request says everything."""
    if not is_body(given):
        raise values.refused(name, "a name as a str, or a mapping of the Engine's own JSON", given)
    if first := next((key for key, value in (options or {}).items() if value is not None), None):
        raise InvalidType(
            f"{first} cannot be given beside a whole {name}; write it in there, or give a name and options"
        )
