"""Something took too long: wait longer, or find out what holds it up."""

from typing import Any

from .base import DockerError
from .excerpts import last_lines, task_errors


class DeadlineExceeded(DockerError, TimeoutError):
    """A limit of the timeout policy passed.

    ``limit`` names it (connect, first_byte, idle, total), ``seconds`` is its value, ``operation`` what was being done.
    """

    def __init__(self, limit: str, seconds: float, operation: str) -> None:
        super().__init__(0, f"{operation}: the {limit} limit of {_in_words(seconds)} passed")
        self.limit = limit
        self.seconds = seconds
        self.operation = operation


class ExecTimeout(DeadlineExceeded):
    """A command in a container took longer than it was given.

    ``messages`` is what it wrote until then, ``stdout`` and ``stderr`` the same by stream. ``killed`` says whether it
    was killed with everything it had started; if not, ``reason`` says why, and it may still run. ``container`` is the
    id or name of the container, empty where it is not known.
    """

    def __init__(
        self,
        seconds: float,
        messages: Any = (),
        reason: str = "",
        operation: str = "ExecStart",
        *,
        container: str = "",
    ) -> None:
        super().__init__("total", seconds, f"{operation} in container {container}" if container else operation)
        self.operation = operation
        self.container = container
        end = "the command was killed" if not reason else f"the command was not killed and may still run: {reason}"
        self.message: str = f"{self.message}; {end}"
        self.messages: tuple[Any, ...] = tuple(messages)
        self.reason = reason

    @property
    def killed(self) -> bool:
        """Whether the command and everything it started was killed."""
        return not self.reason

    @property
    def stdout(self) -> bytes:
        """What the command wrote to its standard output."""
        return b"".join(data for stream, data in self.messages if stream == 1)

    @property
    def stderr(self) -> bytes:
        """What the command wrote to its standard error."""
        return b"".join(data for stream, data in self.messages if stream == 2)


class WaitTimeout(DeadlineExceeded):
    """A container was not in time as it was waited for.

    ``container_id`` names it, ``missing`` is what was still waited for, and ``lines`` are the last lines of its log.
    """

    def __init__(self, seconds: float, container_id: str, missing: Any, lines: Any = (), now: str = "") -> None:
        super().__init__("total", seconds, "wait_for")
        self.container_id = container_id
        self.missing: tuple[str, ...] = tuple(missing)
        self.lines: tuple[Any, ...] = tuple(lines)
        state = f", which is {now}" if now else ""
        self.message: str = (
            f"container {container_id}{state}: waited {_in_words(seconds)} for {' and '.join(self.missing)}"
            f"{last_lines(self.lines)}"
        )


class ServiceTimeout(DeadlineExceeded):
    """The tasks of a service were not in time as its settings say.

    ``service`` names it, ``state`` says how it was when last looked at, and ``errors`` is what its tasks said went
    wrong.
    """

    def __init__(self, seconds: float, service: str, state: str, errors: Any = ()) -> None:
        super().__init__("total", seconds, "wait_until_converged")
        self.service = service
        self.state = state
        self.errors: tuple[str, ...] = tuple(errors)
        self.message: str = f"service {service}: after {_in_words(seconds)} {state}{task_errors(self.errors)}"


def _in_words(seconds: float) -> str:
    return f"{seconds:g} second{'' if seconds == 1 else 's'}"
