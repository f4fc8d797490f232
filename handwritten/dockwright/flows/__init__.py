"""Work of several calls, written once for both faces.

A flow is a generator. It yields *steps* (an operation, and how its reply is wanted) and receives replies; errors of a
step are raised where it was yielded, so a flow decides with plain ``try`` and ``if``. A face drives a flow with its own
session and gives back what the flow returns::

    def ensure_image(reference: str) -> Flow[shapes.ImageInspect]:
        try:
            return (yield from fetch(operations.images.inspect(reference)))
        except ImageNotFound:
            yield from collect(operations.images.create(from_image=reference))
            return (yield from fetch(operations.images.inspect(reference)))

Write ``yield from`` with one of the functions below, never a bare ``yield``: they keep the type of the reply.
"""

from collections.abc import Generator
from dataclasses import dataclass
from enum import Enum
from typing import Any, Generic, TypeVar

from dockwright_api.operation import ByteStream, JSONStream, LogStream, Operation, Upgrade
from dockwright_api.unset import UNSET

from ..wire.demux import Message

T = TypeVar("T")
Reply = TypeVar("Reply")
Shape = TypeVar("Shape")


class Wanted(Enum):
    """What a flow wants to receive for a step."""

    MODEL = "model"
    JSON = "json"
    DOCUMENTS = "documents"
    MESSAGES = "messages"
    STREAM = "stream"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Step:
    """One operation of a flow, and the form in which its reply comes back."""

    operation: Operation[Any, Any]
    wanted: Wanted
    versioned: bool = True
    timeout: Any = UNSET
    tty: bool | None = None
    later: "Later[Any] | None" = None
    image: str = ""
    """The image whose registry wants credentials, which the face adds; empty where there is nothing to add."""


@dataclass(frozen=True, slots=True)
class Later(Generic[Shape]):
    """A call that the engine has taken up, and whose reply comes later; ``response`` is the face's own."""

    operation: Operation[Any, Shape]
    response: Any

    def close(self) -> None:
        """Give the reply up."""
        self.response.close()


Flow = Generator[Step, Any, T]


def call(operation: Operation[Reply, Any], *, timeout: Any = UNSET) -> Flow[Reply]:
    """Send an operation and receive its validated reply."""
    reply: Reply = yield Step(operation, Wanted.MODEL, timeout=timeout)
    return reply


def fetch(operation: Operation[Any, Shape], *, versioned: bool = True, timeout: Any = UNSET) -> Flow[Shape]:
    """Send an operation and receive its reply as plain JSON."""
    reply: Shape = yield Step(operation, Wanted.JSON, versioned, timeout)
    return reply


def collect(operation: JSONStream[Any, Shape], *, timeout: Any = UNSET, image: str = "") -> Flow[list[Shape]]:
    """Read a stream of progress documents to its end and receive them all; an error document raises.

    Where ``image`` is given, the face adds the credentials that there are for its registry.
    """
    documents: list[Shape] = yield Step(operation, Wanted.DOCUMENTS, timeout=timeout, image=image)
    return documents


def output(operation: LogStream | Upgrade, *, tty: bool | None = None, timeout: Any = UNSET) -> Flow[list[Message]]:
    """Read the output of a process to its end and receive its messages in order.

    ``tty`` says whether the process has a terminal; where it is not given it is found out.
    """
    messages: list[Message] = yield Step(operation, Wanted.MESSAGES, timeout=timeout, tty=tty)
    return messages


def attach(operation: LogStream | ByteStream | Upgrade, *, tty: bool | None = None, timeout: Any = UNSET) -> Flow[Any]:
    """Open the output of a process, or an archive, and receive the face's own stream of it.

    It is closed if the flow fails, and left to whoever gets it from the flow otherwise.
    """
    stream: Any = yield Step(operation, Wanted.STREAM, timeout=timeout, tty=tty)
    return stream


def begin(operation: Operation[Any, Shape], *, timeout: Any = UNSET) -> Flow[Later[Shape]]:
    """Send an operation, and receive what :func:`finish` takes as soon as the engine has taken it up.

    For an operation that the engine answers in two parts: that it waits for something, and what came of it.
    """
    later: Later[Shape] = yield Step(operation, Wanted.LATER, timeout=timeout)
    return later


def finish(later: Later[Shape]) -> Flow[Shape]:
    """Wait for the reply of an operation that :func:`begin` sent, and receive it as plain JSON."""
    reply: Shape = yield Step(later.operation, Wanted.JSON, later=later)
    return reply
