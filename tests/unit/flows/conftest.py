"""A driver of flows that does no I/O: it gives prepared replies and notes what was asked."""

from collections.abc import Callable
from typing import Any, TypeVar

import pytest

from dockwright.flows import Flow, Step
from dockwright_api.operation import Operation

T = TypeVar("T")

Drive = Callable[..., Any]


class Driven:
    """What a flow gave, and the steps that it took."""

    def __init__(self) -> None:
        self.steps: list[Step] = []

    @property
    def operations(self) -> list[Operation[Any, Any]]:
        """What was asked, in order."""
        return [step.operation for step in self.steps]

    def __call__(self, flow: Flow[T], *replies: Any) -> T:
        """Run a flow on prepared replies, each used once; an exception among them is raised in the flow."""
        waiting = list(replies)
        try:
            step = next(flow)
            while True:
                self.steps.append(step)
                reply = waiting.pop(0)
                step = flow.throw(reply) if isinstance(reply, Exception) else flow.send(reply)
        except StopIteration as end:
            assert not waiting, f"never asked for: {waiting}"
            result: T = end.value
            return result


@pytest.fixture
def drive() -> Driven:
    """Run flows."""
    return Driven()
