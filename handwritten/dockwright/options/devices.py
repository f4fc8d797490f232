"""Devices of the host, limits of single block devices, and requests to device drivers such as those of GPUs."""

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias, TypedDict, cast

from ..errors import InvalidArgument
from . import values
from .records import Reader, Row, record
from .sizes import size_in_bytes

if TYPE_CHECKING:
    from dockwright_api import models, shapes

Device: TypeAlias = "str | shapes.DeviceMappingParam | models.DeviceMapping | Mapping[str, Any]"
"""``host[:container[:rwm]]``, or ``{"PathOnHost": ..., "PathInContainer": ..., "CgroupPermissions": ...}``."""
DeviceRequests: TypeAlias = "Sequence[shapes.DeviceRequestParam | models.DeviceRequest | Mapping[str, Any]]"
"""``{"driver": ..., "count": ..., "device_ids": [...], "capabilities": [["gpu"]], "options": {...}}`` each."""
Gpus = int | str | Sequence[str] | Mapping[str, Any]
"""``"all"``, how many, their ids, the text of the docker command's ``--gpus``, or a mapping as a device request."""


class DeviceRequestFields(TypedDict, total=False):
    """A request to a device driver, with the names of Python or of the Engine."""

    driver: str | None
    count: int | None
    """How many; -1 for all."""
    device_ids: Sequence[str] | None
    """Which ones, instead of ``count``."""
    capabilities: Sequence[Sequence[str]] | None
    """Alternatives, each of which is a list of what the driver must have, such as ``[["gpu"]]``."""
    options: Mapping[str, str] | None
    Driver: str | None
    Count: int | None
    DeviceIDs: Sequence[str] | None
    Capabilities: Sequence[Sequence[str]] | None
    Options: Mapping[str, str] | None


_DEVICE: dict[str, Row] = {
    "path_on_host": Row("PathOnHost", values.text),
    "path_in_container": Row("PathInContainer", values.text),
    "cgroup_permissions": Row("CgroupPermissions", values.text),
}


def devices(name: str, value: object) -> list[dict[str, Any]]:
    """Take a sequence of ``host[:container[:rwm]]``, or of mappings."""
    items = values.several(name, "a sequence such as ['/dev/fuse:/dev/fuse:rwm']", value)
    return [_device(f"{name}[{index}]", item) for index, item in enumerate(items)]


def _device(where: str, value: object) -> dict[str, Any]:
    if not isinstance(value, str):
        return record(where, value, _DEVICE, "{'PathOnHost': '/dev/fuse'}, or text such as '/dev/fuse:/dev/fuse:rwm'")
    host, *rest = value.split(":")
    # "/dev/fuse:r" names no place in the container: these never begin with a letter.
    if len(rest) == 1 and re.fullmatch("[rwm]+", rest[0]):
        rest = ["", *rest]
    if not host or len(rest) > 2 or (len(rest) == 2 and not re.fullmatch("[rwm]+", rest[1])):
        raise InvalidArgument(f"{where} must be 'host[:container[:rwm]]', not {value!r}")
    container = rest[0] if rest and rest[0] else host
    return {"PathOnHost": host, "PathInContainer": container, "CgroupPermissions": rest[1] if len(rest) > 1 else "rwm"}


def byte_rates(name: str, value: object) -> list[dict[str, Any]]:
    """Take limits in bytes a second: ``{"/dev/sda": "10m"}``, or a sequence of ``{"Path": ..., "Rate": ...}``."""
    return _by_path(name, value, "rate", "Rate", size_in_bytes)


def operation_rates(name: str, value: object) -> list[dict[str, Any]]:
    """Take limits in operations a second, written as those in bytes."""
    return _by_path(name, value, "rate", "Rate", values.whole)


def block_weights(name: str, value: object) -> list[dict[str, Any]]:
    """Take weights of block devices: ``{"/dev/sda": 200}``, or a sequence of ``{"Path": ..., "Weight": ...}``."""
    return _by_path(name, value, "weight", "Weight", values.whole)


def _by_path(name: str, value: object, python: str, key: str, read: Reader) -> list[dict[str, Any]]:
    example = f"{{'Path': '/dev/sda', {key!r}: 100}}"
    if isinstance(value, Mapping):
        entries = cast("Mapping[Any, object]", value).items()
        return [
            {"Path": values.text(f"the keys of {name}", path), key: read(f"{name}[{path!r}]", number)}
            for path, number in entries
        ]
    items = values.several(name, f"a mapping such as {{'/dev/sda': 100}}, or a sequence of {example}", value)
    rows = {"path": Row("Path", values.text), python: Row(key, read)}
    found = [record(f"{name}[{index}]", item, rows, example) for index, item in enumerate(items)]
    for index, entry in enumerate(found):
        if entry.keys() != {"Path", key}:
            raise InvalidArgument(f"{name}[{index}] needs both Path and {key}, such as {example}, not {entry!r}")
    return found


def alternatives(name: str, value: object) -> list[list[str]]:
    """Take what a device driver must have: a sequence of sequences, of which one has to fit as a whole."""
    items = values.several(name, "a sequence of sequences, such as [['gpu']]", value)
    return [values.texts(f"{name}[{index}]", item) for index, item in enumerate(items)]


_REQUEST: dict[str, Row] = {
    "driver": Row("Driver", values.text),
    "count": Row("Count", values.whole),
    "device_ids": Row("DeviceIDs", values.texts),
    "capabilities": Row("Capabilities", alternatives),
    "options": Row("Options", values.text_map),
}


def device_requests(name: str, value: object) -> list[dict[str, Any]]:
    """Take a sequence of requests to device drivers."""
    items = values.several(name, "a sequence such as [{'count': -1, 'capabilities': [['gpu']]}]", value)
    return [device_request(f"{name}[{index}]", item) for index, item in enumerate(items)]


def device_request(name: str, value: object) -> dict[str, Any]:
    """Take one request to a device driver; a count other than 0 and ids exclude each other."""
    request = record(name, value, _REQUEST, "{'count': -1, 'capabilities': [['gpu']]}")
    if request.get("Count") and request.get("DeviceIDs"):
        raise InvalidArgument(f"{name} has a count and device ids; give one of them: {request!r}")
    return request


def gpus(name: str, value: object) -> list[dict[str, Any]]:
    """Take which GPUs a container gets, as a list of one device request."""
    accepted = "'all', a number, ids such as ['0', '1'], text such as 'device=0', or a mapping such as {'count': 1}"
    request: dict[str, Any]
    if isinstance(value, str):
        request = _gpus_from_text(name, value)
    elif isinstance(value, int) and not isinstance(value, bool):
        request = {"Count": value}
    elif isinstance(value, Mapping):
        request = device_request(name, cast("object", value))
    else:
        request = {"DeviceIDs": values.texts_or_numbers(name, values.several(name, accepted, value))}
    if request.get("Count", 1) < -1 or request.get("Count") == 0 or request.get("DeviceIDs") == []:
        raise InvalidArgument(f"{name} must be {accepted}, not {value!r}; leave it out for none")
    if "Count" not in request and "DeviceIDs" not in request:
        request["Count"] = 1
    alternatives: list[list[str]] = request.get("Capabilities") or [[]]
    request["Capabilities"] = [_with_gpu(each) for each in alternatives]
    return [request]


def _with_gpu(capabilities: list[str]) -> list[str]:
    return capabilities if "gpu" in capabilities else [*capabilities, "gpu"]


def _gpus_from_text(name: str, value: str) -> dict[str, Any]:
    """Read what the docker command takes: fields with commas between them, those that hold a comma in quotes."""
    import csv

    request: dict[str, Any] = {}
    for field in next(csv.reader([value or "?"])):
        key, sign, text = field.strip().partition("=")
        if not sign:
            key, text = "count", key
        if key == "count":
            request["Count"] = -1 if text == "all" else _number(name, value, text)
        elif key == "device":
            request["DeviceIDs"] = text.split(",")
        elif key == "driver":
            request["Driver"] = text
        elif key == "capabilities":
            request["Capabilities"] = [text.split(",")]
        elif key == "options":
            pairs = [part.partition("=") for part in text.split(",") if part]
            request["Options"] = {option: setting for option, _, setting in pairs}
        else:
            raise InvalidArgument(
                f"{name} has the field {key!r}; known are count, device, driver, capabilities and options: {value!r}"
            )
    if "Count" in request and "DeviceIDs" in request:
        raise InvalidArgument(
            f"{name} has a count and devices; give one of them, and several devices as ['0', '1']: {value!r}"
        )
    return request


def _number(name: str, value: str, text: str) -> int:
    if not re.fullmatch(r"-1|[0-9]+", text):
        raise InvalidArgument(
            f"{name} must be 'all', a number, or text such as 'device=0,driver=nvidia', not {value!r}"
        )
    return int(text)
