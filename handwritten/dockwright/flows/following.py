"""What can be followed beyond the end of a connection: asked for again from where it stopped, nothing twice.

How to ask, what was there before and whether an end is the end are decided here and in the modules of logs and events;
the faces connect and wait.
"""

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol, TypeVar

from dockwright_api.operation import Operation

from . import Flow

if TYPE_CHECKING:
    from typing import Any

    from ..wire.readers import Reader

T = TypeVar("T")
OperationT = TypeVar("OperationT", bound="Operation[Any, Any]")


class Resumable(Protocol[T]):
    """A stream that can be asked for again."""

    @property
    def reader(self) -> "Reader[T]":
        """What reads it, over all its connections."""
        ...

    def next_request(self) -> "Flow[Operation[Any, Any]]":
        """Find out what to ask for in the next connection."""
        ...

    def connected(self, content_type: str, terminal: bool | None) -> None:
        """State that a connection is there; ``terminal`` says whether its output is a terminal's, where known."""
        ...

    def is_over(self, now: float) -> Flow[bool]:
        """Find out whether a reply that came to its end was the last; ``now`` is in seconds since 1970."""
        ...


def argument(operation: "Operation[Any, Any]", name: str) -> str | None:
    """Give an argument of a query; None where it was not given."""
    return dict(operation.query).get(name)


def with_arguments(operation: OperationT, **arguments: str | None) -> OperationT:
    """Give the operation with other arguments in its query; None takes one away."""
    kept = [(name, value) for name, value in operation.query if name not in arguments]
    new = [(name, value) for name, value in arguments.items() if value is not None]
    return replace(operation, query=(*kept, *new))


def in_seconds(nanoseconds: int) -> str:
    """Write a time in the way that engines read without loss."""
    seconds, fraction = divmod(nanoseconds, 10**9)
    return f"{seconds}.{fraction:09}"


def has_passed(operation: "Operation[Any, Any]", now: float) -> bool:
    """Say whether the end of the time that was asked for has passed."""
    until = argument(operation, "until")
    return until is not None and float(until) <= now
