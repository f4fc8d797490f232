"""One call of the Engine API, as a value.

An operation says *what* to ask; a session decides *how*: it adds the version prefix and the deadlines, sends it, and
turns the answer into ``Reply``. Operations do no I/O and have no colour, so the asynchronous and the synchronous client
send the same values, and tests compare them with ``==``.

The class of an operation tells what sending it gives:

================== ===================================================================
``Operation``      one reply, read whole: a model, text, or nothing
``JSONStream``     a stream of JSON documents (progress, events, statistics)
``LogStream``      a stream of messages of standard output and standard error
``ByteStream``     a stream of bytes (tar archives)
``Upgrade``        a connection in both directions (attach, exec)
================== ===================================================================
"""

from dataclasses import FrozenInstanceError, dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any, Generic, TypeVar

Reply = TypeVar("Reply", covariant=True)
Shape = TypeVar("Shape", covariant=True)


class Framing(Enum):
    """How the bytes of a successful reply are cut into values."""

    EMPTY = "empty"
    JSON = "json"
    TEXT = "text"
    HEADERS = "headers"
    JSON_STREAM = "json-stream"
    MULTIPLEXED = "multiplexed"
    BYTES = "bytes"
    HIJACKED = "hijacked"
    WEBSOCKET = "websocket"


class Timing(Enum):
    """What kind of waiting an operation is: the row of the timeout policy that applies to it."""

    UNARY = "unary"
    WAIT = "wait"
    STREAM = "stream"
    TRANSFER = "transfer"
    UPGRADE = "upgrade"


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation(Generic[Reply, Shape]):
    """A call with one reply that is read whole.

    ``Reply`` is the type of the validated reply (a model, ``str`` or ``None``), ``Shape`` that of the same reply as
    plain JSON.
    """

    name: str
    """The Engine's name of the operation, such as ``ContainerStop``."""
    method: str
    path: str
    """The path with every argument quoted, without the version prefix."""
    query: tuple[tuple[str, str], ...] = ()
    headers: tuple[tuple[str, str], ...] = ()
    body: Any = None
    """A model, plain JSON, bytes, or an iterable of bytes (asynchronous or not); None for no body."""
    content_type: str = ""
    """The media type of a body, if there is one; ``application/json`` bodies are encoded by the session."""
    reply: str = ""
    """The type of the reply (of one document of a stream), as an expression over ``dockwright_api.models``."""
    framing: Framing = Framing.EMPTY
    timing: Timing = Timing.UNARY
    grace: float = 0.0
    """Seconds that the engine itself may wait before it answers; added to the deadlines."""

    def __repr__(self) -> str:
        """Show the call, and of its query only the names: values may be secret, as build arguments and URLs are."""
        names = "&".join(dict.fromkeys(name for name, _ in self.query))
        return f"<{type(self).__name__} {self.name}: {self.method} {self.path}{'?' if names else ''}{names}>"


if not TYPE_CHECKING:

    def _frozen(self: object, name: str, value: object = None) -> None:
        raise FrozenInstanceError(f"cannot assign to or delete {name!r} of an operation")

    # With slots, the ones that a frozen dataclass has of its own fail with a TypeError for names that are no fields;
    # typing sets such a name on what ``Operation[X, Y](...)`` gives, and minds only an AttributeError.
    Operation.__setattr__ = Operation.__delattr__ = _frozen


# The classes below differ in nothing but their type; as plain subclasses they cost nothing at import.


class JSONStream(Operation[Reply, Shape]):
    """A call that is answered with JSON documents, one after the other; ``Reply`` is the type of one."""

    __slots__ = ()


class LogStream(Operation[None, None]):
    """A call that is answered with output of processes, multiplexed or raw."""

    __slots__ = ()


class ByteStream(Operation[None, None]):
    """A call that is answered with bytes of any length."""

    __slots__ = ()


class Upgrade(Operation[None, None]):
    """A call that turns its connection into a stream in both directions."""

    __slots__ = ()
