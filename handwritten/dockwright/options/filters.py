"""Filters of lists, prunes and events as people write them."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, cast

from ..errors import InvalidArgument, InvalidType

if TYPE_CHECKING:
    from dockwright_api.encode import Filters


def filters_option(filters: "Filters | str | None") -> "Filters | None":
    """Accept filters as a mapping, or as the JSON text that older programs write themselves."""
    if isinstance(filters, str):
        import json

        try:
            decoded: object = json.loads(filters)
        except ValueError:
            decoded = None
        if not isinstance(decoded, dict):
            raise InvalidArgument(
                f'filters as text must be a JSON object, such as \'{{"label": ["a=b"]}}\', not {filters!r}'
            )
        return cast("Filters", decoded)
    if filters is not None and not isinstance(filters, Mapping):
        raise InvalidType(f"filters must be a mapping, not {type(filters).__name__}: {filters!r}")
    return filters


def filters_text(filters: "Filters | None") -> str:
    """Write filters as JSON text, with the spaces that Python's ``json`` writes; None is an empty object."""
    import json

    from dockwright_api import encode

    return json.dumps(json.loads(encode.filters(filters) or "{}"))
