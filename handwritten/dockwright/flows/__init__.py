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

from collections.abc import Callable, Generator
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

from dockwright_api.operation import ByteStream, Framing, JSONStream, LogStream, Operation, Upgrade
from dockwright_api.unset import UNSET

from ..wire.demux import Message

if TYPE_CHECKING:
    from ..wire.loglines import LogLine

T = TypeVar("T")
Reply = TypeVar("Reply")
Shape = TypeVar("Shape")
Answer = TypeVar("Answer")


class Wanted(Enum):
    """What a flow wants to receive for a step."""

    MODEL = "model"
    JSON = "json"
    DOCUMENTS = "documents"
    MESSAGES = "messages"
    STREAM = "stream"
    LATER = "later"
    ANSWER = "answer"
    PAUSE = "pause"


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
    seen: Callable[[Any], object] | None = None
    """What is called with each document when it arrives."""
    look: Callable[[Any], Any] | None = None
    """What is asked about each part of a stream until it gives an answer."""
    seconds: float = 0.0
    """How long to pause."""


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


def fetch(
    operation: Operation[Any, Shape], *, versioned: bool = True, timeout: Any = UNSET, image: str = ""
) -> Flow[Shape]:
    """Send an operation and receive its reply as plain JSON.

    Where ``image`` is given, the face adds the credentials that there are for its registry.
    """
    reply: Shape = yield Step(operation, Wanted.JSON, versioned, timeout, image=image)
    return reply


def collect(
    operation: JSONStream[Any, Shape],
    *,
    timeout: Any = UNSET,
    image: str = "",
    seen: Callable[[Shape], object] | None = None,
) -> Flow[list[Shape]]:
    """Read a stream of progress documents to its end and receive them all; an error document raises.

    Where ``image`` is given, the face adds the credentials that there are for its registry. ``seen`` is called with
    each document when it arrives.
    """
    documents: list[Shape] = yield Step(operation, Wanted.DOCUMENTS, timeout=timeout, image=image, seen=seen)
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


@overload
def watch(
    operation: JSONStream[Any, Shape], look: Callable[[Shape], Answer | None], *, timeout: Any = ...
) -> Flow[Answer | None]: ...
@overload
def watch(
    operation: LogStream, look: "Callable[[LogLine], Answer | None]", *, timeout: Any = ..., tty: bool | None = ...
) -> Flow[Answer | None]: ...
def watch(
    operation: JSONStream[Any, Any] | LogStream,
    look: Callable[[Any], Answer | None],
    *,
    timeout: Any = UNSET,
    tty: bool | None = None,
) -> Flow[Answer | None]:
    """Read a stream of documents, or a log line by line, until ``look`` gives an answer, and receive that.

    It is None where the stream ended before. The stream is closed in every case.
    """
    answer: Answer | None = yield Step(operation, Wanted.ANSWER, timeout=timeout, tty=tty, look=look)
    return answer


_NOTHING: Operation[None, None] = Operation(name="", method="", path="", framing=Framing.EMPTY)


def pause(seconds: float) -> Flow[None]:
    """Let some time pass."""
    yield Step(_NOTHING, Wanted.PAUSE, seconds=seconds)
