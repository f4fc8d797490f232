"""Wait until a container is as it is wanted, and not longer than it can still become so.

What the engine tells by itself is not asked for again and again: events wake whoever waits for a state, and a log is
followed. For open ports and files it has to be asked, with growing pauses. Every way notices the end of the container,
which is the end of the waiting too: what failed says how it ended, with the end of its log.

An event only wakes; what counts is the inspection that follows. Events are asked for from the time of the newest fact
in the inspection before, by the engine's clock, so that nothing falls between the two.
"""

import re
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from dockwright_api import operations
from dockwright_api.operation import LogStream
from dockwright_api.unset import UNSET

from ..errors import (
    Conflict,
    ContainerEnded,
    DeadlineExceeded,
    DockerError,
    InvalidArgument,
    NotFound,
    ServerError,
    WaitTimeout,
)
from ..options.conditions import Conditions, LogText, State, conditions
from ..options.moments import timestamp
from ..policy.retry import pauses
from ..policy.timeouts import time_limit
from . import Flow, fetch, pause, watch
from .sockets import open_ports

if TYPE_CHECKING:
    from dockwright_api import shapes

    from ..wire.loglines import LogLine

    Facts = shapes.ContainerInspectResponse

LAST_LINES = 20
"""Lines of the log that an error shows."""
TOLERATED = 3
"""How often in a row a command may fail in a container that seems to run."""

_EVENTS = ("start", "restart", "die", "destroy", "pause", "unpause", "health_status", "oom")
_ENDED = ("exited", "dead", "removing")
_NEVER = "0001-"


@dataclass(frozen=True, slots=True)
class Waited:
    """What came of waiting for a container.

    ``met`` names what was waited for and came, as in the errors: ``healthy``, ``port 80/tcp``. ``lines`` are the lines
    of the log that were waited for, and ``exit_code`` is known where the end was.
    """

    met: tuple[str, ...]
    lines: "tuple[LogLine, ...]" = ()
    exit_code: int | None = None


def wait_for(
    container: str,
    states: Sequence[State],
    *,
    log: LogText | Sequence[LogText] | None,
    port: int | str | Sequence[int | str] | None,
    file: str | Sequence[str] | None,
    any: bool,
    timeout: float | None,
    clock: Callable[[], float],
    cleanup: Any,
) -> Flow[Waited]:
    """Wait for a container.

    ``clock`` tells the time in seconds, from whenever; ``cleanup`` limits the calls that find out more for an error.
    Raises ``ContainerEnded`` and ``WaitTimeout``.
    """
    wanted = conditions(states, log=log, port=port, file=file, any=any)
    seconds = time_limit(timeout)
    expires = None if seconds is None else clock() + seconds
    waiting = _Waiting(container, wanted, lambda: None if expires is None else expires - clock())
    try:
        yield from (waiting.any() if wanted.any else waiting.all())
        return Waited(tuple(waiting.met), tuple(waiting.found.values()), waiting.exit_code)
    except _EndedError:
        # One that removes itself has no log any more, but of what was read there is an end.
        lines = (yield from last_lines(container, timeout=cleanup)) or waiting.read
        raise ContainerEnded(container, waiting.exit_code, waiting.missing(), lines, waiting.reason()) from None
    except DeadlineExceeded as error:
        if seconds is None or error.limit != "total":
            raise
        lines = yield from last_lines(container, timeout=cleanup)
        raise WaitTimeout(seconds, container, waiting.missing(), lines, waiting.now()) from None


def last_lines(container: str, *, timeout: Any) -> "Flow[list[LogLine]]":
    """Read the end of a log, as far as there is one that can be read."""
    lines: list[LogLine] = []
    operation = operations.containers.logs(container, stdout=True, stderr=True, tail=str(LAST_LINES))
    try:
        yield from watch(operation, lines.append, timeout=timeout)
    except DockerError:
        return lines  # whatever kept it from being read, what it is read for says more
    return lines


class _EndedError(Exception):
    """The container ended, and what is missing cannot come any more."""


@dataclass
class _Waiting:
    container: str
    wanted: Conditions
    remaining: Callable[[], float | None]
    met: "list[str]" = field(default_factory=lambda: list[str]())
    found: "dict[LogText, LogLine]" = field(default_factory=lambda: dict[LogText, "LogLine"]())
    read: "deque[LogLine]" = field(default_factory=lambda: deque["LogLine"](maxlen=LAST_LINES))
    exit_code: int | None = None
    _facts: "Facts | None" = None
    _newest_event: int = 0
    _reader: int = 0
    _failures: int = 0

    # In what order

    def all(self) -> Flow[None]:
        """Wait for each in turn; the end comes last, for nothing else comes after it."""
        for state in self.wanted.states:
            if state != "exited":
                yield from self._until(partial(self._is, state))
        if self.wanted.logs:
            yield from self._log()
        if self.wanted.ports or self.wanted.files:
            yield from self._polled(self._ports_and_files)
        if "exited" in self.wanted.states:
            yield from self._until(partial(self._is, "exited"))

    def any(self) -> Flow[None]:
        """Wait for the first; one kind alone is waited for as ever, of several each is looked at again and again."""
        wanted = self.wanted
        if not (wanted.logs or wanted.ports or wanted.files):
            yield from self._until(self._is_any)
        elif not (wanted.states or wanted.ports or wanted.files):
            yield from self._log()
        else:
            yield from self._polled(self._each)

    def missing(self) -> "list[str]":
        """Name what was waited for and did not come."""
        wanted = self.wanted
        names = [*wanted.states, *map(_of_log, wanted.logs), *map(str, wanted.ports), *map(_of_file, wanted.files)]
        return [name for name in names if name not in self.met]

    def now(self) -> str:
        """Describe the container as it was when last looked at."""
        if self._facts is None:
            return ""
        state = self._facts["State"]
        health = state.get("Health")
        return f"{state['Status']} and {health['Status']}" if health else state["Status"]

    def reason(self) -> str:
        """Say why it ended, as far as the engine does."""
        if self._facts is None:
            return ""
        state = self._facts["State"]
        return "it ran out of memory" if state["OOMKilled"] else state["Error"]

    # States, by events

    def _until(self, judge: "Callable[[Facts | None], bool]") -> "Flow[Facts | None]":
        while True:
            facts = yield from self._look()
            if judge(facts):
                return facts
            if facts is None or _has_ended(facts):
                raise _EndedError
            yield from self._event(facts)

    def _is(self, state: State, facts: "Facts | None") -> bool:
        if state == "exited":
            met = facts is None or _has_ended(facts)
        else:
            met = facts is not None and _runs(facts) and (state == "running" or _is_healthy(facts))
        if met:
            self._meet(state)
        return met

    def _event(self, facts: "Facts") -> Flow[None]:
        """Wait for the next event of the container."""
        operation = operations.system.events(
            since=_newest_fact(facts),
            filters={"type": ["container"], "container": [facts["Id"]], "event": [*_EVENTS]},
        )
        event = yield from watch(operation, self._is_news, timeout=self._left())
        if event is not None:
            self._newest_event = event["timeNano"]
            if event["Action"] == "die":
                code = (event["Actor"]["Attributes"] or {}).get("exitCode", "")
                self.exit_code = int(code) if code.lstrip("-").isdigit() else self.exit_code

    def _is_news(self, event: "shapes.EventMessage") -> "shapes.EventMessage | None":
        return event if event["timeNano"] > self._newest_event else None

    def _look(self) -> "Flow[Facts | None]":
        """Inspect the container; of one that is gone there is nothing, unless it never was there."""
        try:
            facts = yield from fetch(operations.containers.inspect(self.container), timeout=self._left())
        except NotFound:
            if self._facts is None:
                raise
            return None
        self._facts = facts
        if _has_ended(facts):
            self.exit_code = facts["State"]["ExitCode"]
        return facts

    # The log, by following it

    def _log(self) -> Flow[None]:
        waits = pauses()
        while (facts := (yield from self._until(_has_begun))) is not None:
            log = self._log_of(facts, follow=True)
            if (yield from watch(log, self._searched, tty=facts["Config"]["Tty"], timeout=self._left())):
                return
            # It ended with the process, which the engine may start again.
            after = yield from self._look()
            if after is None or (_has_ended(after) and after["State"]["StartedAt"] == facts["State"]["StartedAt"]):
                break
            yield from self._pause(next(waits))
        raise _EndedError

    def _log_of(self, facts: "Facts", *, follow: bool) -> LogStream:
        # The time of the start is later than the first lines may be, that of the end before is not.
        ended = facts["State"]["FinishedAt"]
        since = None if _has_ended(facts) or ended.startswith(_NEVER) else timestamp("since", ended)
        return operations.containers.logs(
            self.container, stdout=True, stderr=True, follow=follow, since=cast("Any", since)
        )

    def _searched(self, line: "LogLine") -> bool | None:
        self.read.append(line)
        for text in self.wanted.logs:
            if text not in self.found and _contains(line.text, text):
                self.found[text] = line
                self._meet(_of_log(text))
        enough = bool(self.found) if self.wanted.any else len(self.found) == len(set(self.wanted.logs))
        return enough or None

    # Ports and files, and everything at once, by asking

    def _polled(self, ask: "Callable[[Facts], Flow[bool]]") -> Flow[None]:
        waits = pauses()
        while (facts := (yield from self._look())) is not None:
            if (yield from ask(facts)):
                return
            if _has_ended(facts):
                break
            if _runs(facts) or self.wanted.any:
                yield from self._pause(next(waits))
            else:
                yield from self._event(facts)
        if not (self.wanted.any and self._is_any(facts)):
            raise _EndedError

    def _is_any(self, facts: "Facts | None") -> bool:
        return any(self._is(state, facts) for state in self.wanted.states)

    def _each(self, facts: "Facts") -> Flow[bool]:
        if self._is_any(facts):
            return True
        if self.wanted.logs and _has_begun(facts):
            log = self._log_of(facts, follow=False)
            yield from watch(log, self._searched, tty=facts["Config"]["Tty"], timeout=self._left())
        return bool(self.found) or (yield from self._ports_and_files(facts))

    def _ports_and_files(self, facts: "Facts") -> Flow[bool]:
        if _runs(facts):
            yield from self._ports()
        yield from self._files(facts)
        names = [*map(str, self.wanted.ports), *map(_of_file, self.wanted.files)]
        met = [name in self.met for name in names]
        return any(met) if self.wanted.any else all(met)

    def _ports(self) -> Flow[None]:
        if all(str(port) in self.met for port in self.wanted.ports):
            return
        try:
            found, self._reader = yield from open_ports(self.container, reader=self._reader, timeout=self._left())
        except (Conflict, NotFound):
            return  # it ended, or was paused, which the next look will tell
        except (ServerError, InvalidArgument):
            # So it is in a container that is just ending, too.
            self._failures += 1
            if self._failures > TOLERATED:
                raise
            return
        self._failures = 0
        for port in self.wanted.ports:
            if port in found:
                self._meet(str(port))

    def _files(self, facts: "Facts") -> Flow[None]:
        for path in self.wanted.files:
            _check_visible(path, facts)
            if _of_file(path) not in self.met:
                try:
                    yield from fetch(operations.containers.archive_info(self.container, path), timeout=self._left())
                except NotFound:
                    continue
                self._meet(_of_file(path))

    # Time

    def _left(self) -> Any:
        left = self.remaining()
        if left is None:
            return UNSET
        if left <= 0:
            raise DeadlineExceeded("total", left, "wait_for")
        return left

    def _pause(self, seconds: float) -> Flow[None]:
        left = self._left()
        yield from pause(seconds if left is UNSET else min(seconds, left))

    def _meet(self, name: str) -> None:
        if name not in self.met:
            self.met.append(name)


def _runs(facts: "Facts") -> bool:
    return facts["State"]["Status"] == "running"


def _has_ended(facts: "Facts") -> bool:
    """Say whether it ended for good: the engine does not start it again by itself."""
    return facts["State"]["Status"] in _ENDED


def _has_begun(facts: "Facts | None") -> bool:
    return facts is not None and facts["State"]["Status"] != "created"


def _is_healthy(facts: "Facts") -> bool:
    health = facts["State"].get("Health")
    if not health or health["Status"] == "none":
        raise InvalidArgument(
            f"container {facts['Id'][:12]} has no health check, so that it never becomes healthy; give it one "
            "(healthcheck=...), or wait for something else"
        )
    return health["Status"] == "healthy"


def _newest_fact(facts: "Facts") -> str:
    state = facts["State"]
    health = state.get("Health")
    checks = [check["End"] for check in (health["Log"] or ())] if health else []
    times = [facts["Created"] or _NEVER, state["StartedAt"], state["FinishedAt"], *checks]
    written = [timestamp("since", time) for time in times if not time.startswith(_NEVER)]
    return max((each for each in written if each is not None), key=_as_number, default="0")


def _as_number(text: str) -> tuple[int, str]:
    whole, _, fraction = text.partition(".")
    return int(whole), fraction.ljust(9, "0")


def _contains(line: str, text: LogText) -> bool:
    return text.search(line) is not None if isinstance(text, re.Pattern) else text in line


def _of_log(text: LogText) -> str:
    return f"log /{text.pattern}/" if isinstance(text, re.Pattern) else f"log {text!r}"


def _of_file(path: str) -> str:
    return f"file {path}"


def _check_visible(path: str, facts: "Facts") -> None:
    """Refuse what the engine does not see: it looks from outside, where there is no memory of the container's."""
    folders = [*(facts["HostConfig"].get("Tmpfs") or ())]
    folders += [mount["Destination"] for mount in facts["Mounts"] or () if mount["Type"] == "tmpfs"]
    for folder in (*folders, "/proc", "/sys", "/dev"):
        if path == folder or path.startswith(folder.rstrip("/") + "/"):
            raise InvalidArgument(
                f"file {path!r} cannot be waited for: {folder} of container {facts['Id'][:12]} is in memory (tmpfs), "
                "where the engine does not see it; use a folder that is not, or wait for a line of the log"
            )
