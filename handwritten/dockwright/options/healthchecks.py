"""How the engine finds out whether a container is healthy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias, TypedDict

from ..errors import InvalidArgument
from . import values
from .durations import Duration, checked_nanoseconds
from .records import Row, Rows, record

if TYPE_CHECKING:
    from dockwright_api import models, shapes

Healthcheck: TypeAlias = "shapes.HealthConfigParam | models.HealthConfig | Mapping[str, Any]"
"""``{"test": "curl -f localhost", "interval": "30s", "timeout": 5.0, "retries": 3}``, or with the Engine's keys."""


class HealthcheckFields(TypedDict, total=False):
    """A check, with the names of Python or of the Engine; an int as a duration is nanoseconds, a float seconds."""

    test: str | Sequence[str] | None
    interval: Duration | None
    timeout: Duration | None
    retries: int | None
    start_period: Duration | None
    start_interval: Duration | None
    """Since API 1.44."""
    Test: str | Sequence[str] | None
    Interval: Duration | None
    Timeout: Duration | None
    Retries: int | None
    StartPeriod: Duration | None
    StartInterval: Duration | None


_KINDS = ("CMD", "CMD-SHELL", "NONE")


def health_test(name: str, value: object) -> list[str]:
    """Take a line for the shell of the container, or a sequence that begins with CMD, CMD-SHELL or NONE.

    An empty sequence takes the test of the image.
    """
    if isinstance(value, str):
        return ["CMD-SHELL", value]
    parts = values.texts(name, value)
    if parts and parts[0] not in _KINDS:
        raise InvalidArgument(
            f"{name} must begin with one of {', '.join(_KINDS)}, such as ['CMD', 'true'], or be a str for the shell,"
            f" not {value!r}"
        )
    return parts


def healthcheck(name: str, value: object) -> dict[str, Any]:
    """Take a check as a mapping or a model; durations as ``options.durations`` says, an int as nanoseconds."""
    return record(name, value, HEALTHCHECK, "{'test': 'true', 'interval': '30s'}")


def _count(name: str, value: object) -> int:
    number = values.whole(name, value)
    if number < 0:
        raise InvalidArgument(f"{name} must be 0 or more, not {number}")
    return number


HEALTHCHECK: Rows = {
    "test": Row("Test", health_test),
    "interval": Row("Interval", checked_nanoseconds),
    "timeout": Row("Timeout", checked_nanoseconds),
    "retries": Row("Retries", _count),
    "start_period": Row("StartPeriod", checked_nanoseconds),
    "start_interval": Row("StartInterval", checked_nanoseconds),
}
