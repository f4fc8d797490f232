"""``docker.types.healthcheck``: how the engine finds out whether a container is healthy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...options.healthchecks import HEALTHCHECK, healthcheck
from .base import DictType, Entry

if TYPE_CHECKING:
    from typing import Unpack

    from ...options.healthchecks import HealthcheckFields


class Healthcheck(DictType):
    """A check: ``Healthcheck(test="curl -f localhost", interval="30s", timeout=5.0, retries=3)``.

    ``test`` is a line for the shell, or a list that begins with CMD, CMD-SHELL or NONE. Durations are nanoseconds as an
    int, seconds as a float, a ``timedelta``, or text such as ``"1m30s"``. The Engine's names do as well.
    """

    def __init__(self, **kwargs: Unpack[HealthcheckFields]) -> None:
        super().__init__(healthcheck("Healthcheck", kwargs))

    test: Entry[list[str]] = Entry("Test", HEALTHCHECK["test"].read)
    interval: Entry[int] = Entry("Interval", HEALTHCHECK["interval"].read)
    timeout: Entry[int] = Entry("Timeout", HEALTHCHECK["timeout"].read)
    retries: Entry[int] = Entry("Retries", HEALTHCHECK["retries"].read)
    start_period: Entry[int] = Entry("StartPeriod", HEALTHCHECK["start_period"].read)
    start_interval: Entry[int] = Entry("StartInterval", HEALTHCHECK["start_interval"].read)
