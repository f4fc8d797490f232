"""Which version of the API to speak.

The client speaks the newest version that both sides know. Versions are compared as numbers: 1.9 is older than 1.10.
"""

import re
from typing import NamedTuple, Self

from ..errors import InvalidType, SettingsError, UnexpectedReply, VersionMismatch

_VERSION = re.compile(r"v?([0-9]{1,4})\.([0-9]{1,4})")


class ApiVersion(NamedTuple):
    """A version of the Engine API."""

    major: int
    minor: int

    @classmethod
    def parse(cls, value: str, what: str = "api_version") -> Self:
        """Read "1.41" or "v1.41"; ``what`` names the value in the error.

        Raises SettingsError (a ValueError) for anything else, TypeError for what is no str: the number 1.40 is 1.4.
        """
        match = _VERSION.fullmatch(_text(value, what).strip())
        if match is None:
            raise SettingsError(f"{what} must be a version such as '1.41', not {value!r}")
        return cls(int(match[1]), int(match[2]))

    def __str__(self) -> str:
        return f"{self.major}.{self.minor}"


def negotiate(
    engine_newest: str | None,
    engine_oldest: str | None,
    *,
    oldest_known: str,
    newest_known: str,
    pinned: str | None = None,
    argument: str = "api_version",
) -> str:
    """Choose the version to speak with an engine, such as "1.41".

    The engine's range is None where it is not known: where it was not asked since ``pinned`` decides, or where it is
    too old to name its oldest version. ``pinned`` ("auto" is the same as None) is taken if this client knows it and
    the engine, as far as known, speaks it; ``argument`` is what the caller calls it.
    Raises VersionMismatch, naming both ranges, where there is no such version; SettingsError for a malformed
    ``pinned``; UnexpectedReply for a malformed version of the engine.
    """
    known = _Range(ApiVersion.parse(oldest_known), ApiVersion.parse(newest_known))
    engine = _Range(_engine_version(engine_oldest), _engine_version(engine_newest))

    if pinned is not None and pinned != "auto":
        wanted = ApiVersion.parse(pinned, argument)
        if not known.holds(wanted):
            raise VersionMismatch(f"{argument} {wanted} is not known: this client speaks {known}; 'auto' negotiates")
        if not engine.holds(wanted):
            raise VersionMismatch(
                f"{argument} {wanted} is not spoken by this engine: it speaks {engine}, this client {known}; "
                "'auto' negotiates"
            )
        return str(wanted)

    if engine.newest is None:
        raise UnexpectedReply("the engine does not name its API version")
    chosen = min(engine.newest, ApiVersion.parse(newest_known))
    if not known.holds(chosen) or not engine.holds(chosen):
        raise VersionMismatch(f"no common API version: this engine speaks {engine}, this client {known}")
    return str(chosen)


def _text(value: object, what: str) -> str:
    if isinstance(value, str):
        return value
    raise InvalidType(f"{what} must be a str such as '1.41', not {type(value).__name__}: {value!r}")


class _Range(NamedTuple):
    oldest: ApiVersion | None
    newest: ApiVersion | None

    def holds(self, version: ApiVersion) -> bool:
        return (self.oldest is None or self.oldest <= version) and (self.newest is None or version <= self.newest)

    def __str__(self) -> str:
        if self.oldest is None:
            return f"up to {self.newest}"
        return f"{self.oldest} and newer" if self.newest is None else f"{self.oldest} to {self.newest}"


def _engine_version(value: str | None) -> ApiVersion | None:
    if not value:
        return None
    try:
        return ApiVersion.parse(value)
    except ValueError:
        raise UnexpectedReply(f"the engine names {value!r} as a version of its API") from None
