"""Configs and secrets of a swarm as people write them: a name, and content as text or bytes.

The content is shown by no error.
"""

from base64 import b64decode, b64encode
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypedDict, cast

from ..errors import InvalidArgument, InvalidType
from . import values
from .records import Row, fields_of, read_options, record

if TYPE_CHECKING:
    from typing import Unpack

    from dockwright_api import shapes

Data = str | bytes | bytearray | memoryview
"""Text, which is sent as UTF-8, or bytes."""


class StoredOptions(TypedDict, total=False):
    """What a config or secret is made with, beside its name and content."""

    labels: Mapping[str, str] | None
    driver: "shapes.DriverParam | Mapping[str, Any] | str | None"
    """Of a secret: the plugin that supplies the content, ``{"Name": "plugin"}`` or its name, in place of data."""
    templating: "shapes.DriverParam | Mapping[str, Any] | str | None"
    """Fill the content in for each task: ``{"Name": "golang"}``, or ``golang``."""


_DRIVER = {"name": Row("Name", values.text), "options": Row("Options", values.text_map)}


def _driver(name: str, value: object) -> dict[str, Any]:
    return {"Name": value} if isinstance(value, str) else record(name, value, _DRIVER, "{'Name': 'golang'}")


_STORED = {
    "name": Row("Name", values.text),
    "labels": Row("Labels", values.labels),
    "driver": Row("Driver", _driver),
    "templating": Row("Templating", _driver),
}


def new_config(
    name: str, data: Data, *, b64: bool = False, **options: "Unpack[StoredOptions]"
) -> "shapes.ConfigSpecParam":
    """Translate into the spec of a new config; ``options`` are those of ``StoredOptions``, without ``driver``."""
    spec = _new(name, options)
    spec["Data"] = encoded(data, b64=b64)
    return cast("shapes.ConfigSpecParam", spec)


def new_secret(
    name: str, data: Data | None, *, b64: bool = False, **options: "Unpack[StoredOptions]"
) -> "shapes.SecretSpecParam":
    """Translate into the spec of a new secret; ``options`` are those of ``StoredOptions``."""
    spec = _new(name, options)
    if data is not None:
        spec["Data"] = encoded(data, b64=b64)
    elif "Driver" not in spec:
        raise InvalidArgument("data is missing: a secret has data, or a driver that supplies it")
    return cast("shapes.SecretSpecParam", spec)


def changes(
    data: Data | None = None, *, b64: bool = False, name: str | None = None, **options: "Unpack[StoredOptions]"
) -> dict[str, Any]:
    """Translate what is to change in a spec; what is None stays."""
    given = {key: value for key, value in {"name": name, **options}.items() if value is not None}
    changed = read_options(given, _STORED)
    if data is not None:
        changed["Data"] = encoded(data, b64=b64)
    return changed


def _new(name: str, options: Mapping[str, Any]) -> dict[str, Any]:
    if not values.text("name", name):
        raise InvalidArgument("name must not be empty: services use configs and secrets by name")
    given = {key: value for key, value in options.items() if value is not None}
    return {"Name": name, **read_options(given, _STORED)}


def encoded(data: Data, *, b64: bool = False) -> str:
    """Encode content as the engine wants it; with ``b64`` it is base64 already, of either alphabet."""
    if isinstance(data, str):
        content = data.encode()
    elif isinstance(data, bytes | bytearray | memoryview):
        content = bytes(data)
    else:
        raise InvalidType(f"data must be a str or bytes, not {type(data).__name__}")
    if not b64:
        if not content:
            raise InvalidArgument("data is empty; a swarm stores at least one byte")
        return b64encode(content).decode()
    standard = content.replace(b"-", b"+").replace(b"_", b"/")
    try:
        empty = not b64decode(standard, validate=True)
    except ValueError:
        # The error of the decoder may show what it could not read.
        raise InvalidArgument("data is not base64, as b64=True says; leave b64 out for data as it is") from None
    if empty:
        raise InvalidArgument("data is empty; a swarm stores at least one byte")
    return standard.decode()


def version_index(version: "int | str | Mapping[str, Any] | None") -> int | None:
    """Take the version of an object of the swarm: its index as an int or text, or ``{"Index": 7}``."""
    if version is None:
        return None
    if isinstance(version, Mapping):
        version = cast("int | str", fields_of("version", version, "{'Index': 7}").get("Index"))
    if isinstance(version, str) and version.isdecimal():
        version = int(version)
    if isinstance(version, bool) or not isinstance(version, int):
        raise values.refused("version", "the Index of the Version of what is updated, such as 7", version)
    return version
