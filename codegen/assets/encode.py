"""How arguments become text: segments of paths, query arguments, headers.

Bad input is refused here, before anything is sent, by an error that shows the value.
"""

from base64 import urlsafe_b64encode
from collections.abc import Iterable, Mapping
from json import dumps
from typing import Any, TypeAlias, cast
from urllib.parse import quote

FilterValue: TypeAlias = "str | int | Iterable[str | int]"
Filters: TypeAlias = Mapping[str, FilterValue]
"""What ``filters`` arguments accept: one value or several under each key."""


def path(template: str, /, **segments: str) -> str:
    """Fill the places of a path, such as ``{id}``, with quoted segments; each goes by the name of its argument.

    Whatever a segment holds (slashes, dots, question marks, spaces), it stays one segment.
    """
    return template.format(**{argument: _segment(argument, segment) for argument, segment in segments.items()})


def query(*pairs: tuple[str, object]) -> tuple[tuple[str, str], ...]:
    """Encode query arguments; None leaves one out, several values repeat their key."""
    encoded: list[tuple[str, str]] = []
    for key, value in pairs:
        if value is None:
            continue
        if isinstance(value, Iterable) and not isinstance(value, str | bytes):
            encoded.extend((key, _scalar(key, item)) for item in cast("Iterable[object]", value))
        else:
            encoded.append((key, _scalar(key, value)))
    return tuple(encoded)


def headers(*pairs: tuple[str, str | None]) -> tuple[tuple[str, str], ...]:
    """Encode header arguments; None leaves one out."""
    return tuple((key, value) for key, value in pairs if value is not None)


def filters(value: Filters | None) -> str | None:
    """Encode filters as the engine reads them: a JSON object of lists of strings."""
    if value is None:
        return None
    return _dumps({key: _filter_values(key, item) for key, item in _mapping("filters", value).items()})


def json(value: object) -> str | None:
    """Encode an argument that the engine reads as JSON text."""
    return None if value is None else _dumps(value)


def json_items(values: Iterable[object] | None) -> list[str] | None:
    """Encode each of several values as JSON text."""
    return None if values is None else [_dumps(value) for value in values]


def base64_json(value: object) -> str | None:
    """Encode credentials for a header: JSON in URL-safe base64. A ``str`` counts as encoded already."""
    if value is None or isinstance(value, str):
        return value
    return urlsafe_b64encode(_dumps(value).encode()).decode("ascii")


def _mapping(argument: str, value: object) -> Mapping[str, object]:
    if not isinstance(value, Mapping):
        raise TypeError(f"{argument} must be a mapping, not {type(value).__name__}: {value!r}")
    return cast("Mapping[str, object]", value)


def _segment(argument: str, value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{argument} must be an id or a name, not {type(value).__name__}: {value!r}")
    if not value:
        raise ValueError(f"{argument} must not be empty: give an id or a name")
    if value.isalnum() and value.isascii():
        return value  # as nearly every id
    # A segment of dots alone would be resolved as a relative path by servers and proxies, quoted or not.
    return quote(value, safe=":@") if value.strip(".") else value.replace(".", "%2E")


def _scalar(key: str, value: object) -> str:
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, str | int | float):
        return str(value)
    raise TypeError(f"{key} cannot be {type(value).__name__}: {value!r}")


def _filter_values(key: str, item: object) -> list[str]:
    if isinstance(item, str | int | float):
        return [_filter_text(key, item)]
    if isinstance(item, Iterable) and not isinstance(item, bytes):
        return [_filter_text(key, each) for each in cast("Iterable[object]", item)]
    raise TypeError(f"filters[{key!r}] must be a str, a number, a bool or several of them, not {item!r}")


def _filter_text(key: str, value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str | int | float):
        return str(value)
    raise TypeError(f"filters[{key!r}] holds {value!r}, which is no str, number or bool")


def _dumps(value: object) -> str:
    return dumps(value, separators=(",", ":"), default=_plain)


def _plain(value: Any) -> object:
    # Models are known by their method: importing their class would import pydantic.
    if hasattr(value, "unknown_fields"):
        for name, nearest in value.unknown_fields():
            hint = f"; did you mean {nearest!r}?" if nearest else ""
            raise TypeError(f"{type(value).__name__} has no field {name!r}{hint}")
        return value.to_json()
    if isinstance(value, Mapping):
        return dict(cast("Mapping[str, object]", value))
    if isinstance(value, Iterable) and not isinstance(value, bytes):
        return list(cast("Iterable[object]", value))
    raise TypeError(f"{type(value).__name__} is not JSON: {value!r}")
