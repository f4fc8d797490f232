"""How long to wait for what.

Four limits, in seconds, None for no limit:

* ``connect``: for a connection to the engine;
* ``first_byte``: from the request to the first byte of the reply;
* ``idle``: between two pieces of the reply;
* ``total``: for the whole call.

What applies follows from the operation's class of timing; the table stands in ``Timeouts``, and no other file holds a
waiting time. A caller overrides a row for a call, or brings another table for a client. "Not given" and None are two
things: the first leaves the decision to the table, the second takes every limit away.
"""

import math
from dataclasses import dataclass, replace
from typing import ClassVar, Protocol, cast

from dockwright_api.operation import Timing
from dockwright_api.unset import UNSET, Unset

from ..errors import InvalidArgument, InvalidType

PATIENCE_SECONDS = 10
"""How long the doctor waits for an answer; programs wait longer, but somebody sits in front of that one."""

AT_HAND_SECONDS = 1
"""How long ``aio`` keeps idle connections at hand before they go back to the pool of aiohttp."""

_LIMITS = ("connect", "first_byte", "idle", "total")
_ACCEPTED = "a number of seconds, None for no limit, or Deadlines (with asyncio also an aiohttp.ClientTimeout)"


def _seconds(value: object, name: str) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise InvalidType(f"{name} must be a number of seconds, or None for no limit, not {value!r}")
    if math.isnan(value) or value <= 0:
        raise InvalidArgument(f"{name} must be more than 0 seconds, not {value!r}; None means no limit")
    return None if math.isinf(value) else float(value)


def time_limit(seconds: float | None, name: str = "timeout") -> float | None:
    """Take a number of seconds for the whole of something; None, and infinity, are no limit. Errors name ``name``."""
    return None if seconds is None else _seconds(seconds, name)


class ClientTimeout(Protocol):
    """What is read of an ``aiohttp.ClientTimeout``, which is accepted wherever a timeout is."""

    @property
    def total(self) -> float | None: ...
    @property
    def connect(self) -> float | None: ...
    @property
    def sock_connect(self) -> float | None: ...
    @property
    def sock_read(self) -> float | None: ...


@dataclass(frozen=True, slots=True)
class Deadlines:
    """The limits of one call, in seconds; None means no limit."""

    connect: float | None = None
    first_byte: float | None = None
    idle: float | None = None
    total: float | None = None

    def __post_init__(self) -> None:
        for name in _LIMITS:
            value = getattr(self, name)
            if value is not None:
                object.__setattr__(self, name, _seconds(value, name))


TimeoutOption = float | Deadlines | ClientTimeout | Unset | None
"""What ``timeout`` arguments accept; an int is as good as a float."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeouts:
    """A client's policy: the limits for each class of timing."""

    DEFAULT: ClassVar["Timeouts"]

    unary: Deadlines = Deadlines(connect=10, first_byte=60, idle=60)
    """Calls that the engine answers at once."""
    wait: Deadlines = Deadlines(connect=10)
    """Calls in which the engine itself waits. It may send its headers long before it has an answer, so there is no idle
    limit either."""
    stream: Deadlines = Deadlines(connect=10, first_byte=60)
    """Logs, events and statistics: silence is no fault."""
    transfer: Deadlines = Deadlines(connect=10)
    """Archives, pull, push, build. The reply starts after the upload, and a build step may be silent as long as it
    runs."""
    upgrade: Deadlines = Deadlines(connect=10, first_byte=60)
    """Attach and exec: a limit for the connection, none for the process."""
    cleanup: Deadlines = Deadlines(connect=5, total=10)
    """Putting things right after a call was given up: killing a command, all calls for that together."""

    @classmethod
    def of(cls, timeout: "Timeouts | TimeoutOption" = UNSET) -> "Timeouts":
        """Make the policy of a client from its ``timeout`` argument.

        A number limits each wait of an ordinary call (to connect, for the first byte, between bytes), and only the
        connecting of calls that take their time. An ``aiohttp.ClientTimeout`` or Deadlines counts for ordinary calls,
        and its limit to connect for all. None takes every limit away; a Timeouts is taken as it is.
        """
        if isinstance(timeout, Timeouts):
            return timeout
        if timeout is UNSET:
            return cls.DEFAULT
        if timeout is None:
            none = Deadlines()
            return cls(unary=none, wait=none, stream=none, transfer=none, upgrade=none)
        given = _given(timeout)
        unary = given if isinstance(given, Deadlines) else Deadlines(connect=given, first_byte=given, idle=given)
        return cls(
            unary=unary,
            **{
                row: replace(getattr(cls.DEFAULT, row), connect=unary.connect)
                for row in ("wait", "stream", "transfer", "upgrade")
            },
        )

    def deadlines(self, timing: Timing, override: TimeoutOption = UNSET, grace: float = 0.0) -> Deadlines:
        """Give the limits of one call.

        ``override`` is the call's own ``timeout`` argument: a number limits the whole call, in place of the limits
        for its parts; None takes every limit away; Deadlines or an ``aiohttp.ClientTimeout`` counts as it is.
        ``grace`` is how long the engine itself was asked to wait before it answers: it is added to the limits which
        would run out meanwhile, whoever set them. Less than 0 means that the engine may wait for ever, so that only a
        total limit stays.
        Raises TypeError or InvalidArgument (a ValueError) for a timeout that is none.
        """
        row: Deadlines = getattr(self, timing.value)
        if override is None:
            return Deadlines()
        if not isinstance(override, Unset):
            given = _given(override)
            row = given if isinstance(given, Deadlines) else Deadlines(connect=row.connect, total=given)
        if math.isnan(grace):
            raise InvalidArgument("grace must be a number of seconds, not nan")
        if not grace:
            return row
        if grace < 0 or math.isinf(grace):
            return replace(row, first_byte=None)
        return replace(row, first_byte=_sum(row.first_byte, grace), total=_sum(row.total, grace))


Timeouts.DEFAULT = Timeouts()


def _sum(limit: float | None, grace: float) -> float | None:
    return None if limit is None else limit + grace


def _given(timeout: object) -> float | Deadlines | None:
    """Read a timeout that was given and is not None."""
    if isinstance(timeout, Deadlines):
        return timeout
    if isinstance(timeout, int | float) and not isinstance(timeout, bool):
        return _seconds(timeout, "timeout")
    if all(hasattr(timeout, name) for name in ("total", "connect", "sock_connect", "sock_read")):
        given = cast(ClientTimeout, timeout)
        # aiohttp's limit for getting a connection includes waiting for a free one; here there is one for both.
        connects = [limit for limit in (given.connect, given.sock_connect) if limit]
        read = given.sock_read or None
        # In a ClientTimeout 0 means no limit.
        return Deadlines(connect=min(connects, default=None), first_byte=read, idle=read, total=given.total or None)
    raise InvalidType(f"timeout must be {_ACCEPTED}, not {type(timeout).__name__}: {timeout!r}")
