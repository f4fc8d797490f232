"""The root of all errors, and how they survive a pickle."""

from collections.abc import Callable, Mapping
from typing import Any


class DockerError(Exception):
    """The root of all errors of this library.

    ``status`` is the HTTP status where the engine gave one, 900 where it could not be reached, and 0 elsewhere;
    ``message`` is the engine's own sentence, or ours; who makes an error may give it in the engine's document too,
    ``{"message": ...}``.
    """

    status: int
    message: str

    def __init__(self, status: int, message: str | Mapping[str, str], *args: Any) -> None:
        text = message["message"] if isinstance(message, Mapping) else message
        super().__init__(text, *args)
        self.status = status
        self.message = text

    def __str__(self) -> str:
        return f"[{self.status}] {self.message}" if self.status else self.message

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.status}, {self.message!r})"

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        return restore, (type(self), self.args, self.__dict__)


def restore(kind: type[DockerError], args: tuple[Any, ...], state: dict[str, Any]) -> DockerError:
    """Make an error again of what a pickle kept."""
    error = kind.__new__(kind, *args)
    error.args = args
    error.__dict__.update(state)
    return error
