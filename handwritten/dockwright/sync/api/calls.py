"""What the low-level calls have in common.

They are short: an operation of ``dockwright_api.operations`` with docker-py's names for its arguments, and its reply as
plain JSON. What takes more than that is done by the objects of the high-level client, so that nothing is decided twice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from ..documents import in_form
from ..resources import resource_id

if TYPE_CHECKING:
    from dockwright_api.operation import JSONStream, Operation
    from dockwright_api.sender import Send

    from ...policy.timeouts import TimeoutOption
    from ..client import DockerClient
    from ..session import Session
    from ..streams import ReplyStream

__all__ = ["Calls", "Listing", "resource_id"]

ShapeT = TypeVar("ShapeT")


class Calls:
    """The calls of one noun, sent by one client."""

    _client: DockerClient

    @property
    def _engine(self) -> Session:
        return self._client.engine

    def _fetch(self, operation: Operation[Any, ShapeT], **options: TimeoutOption) -> ShapeT:
        return self._engine.fetch(operation, **options)

    def _done(self, operation: Operation[None, None]) -> bool:
        """Send what answers nothing; what fails raises."""
        self._engine.fetch(operation)
        return True

    def _documents(self, operation: JSONStream[Any, ShapeT], *, image: str = "") -> ReplyStream[ShapeT]:
        """Give the documents of a stream; the credentials for the registry of ``image`` are added where there are."""
        return self._engine.documents(operation, image=image)

    def _progress(self, operation: JSONStream[Any, Any], *, stream: bool, decode: bool, image: str = "") -> Any:
        """Give progress as docker-py does: as text, as an iterator of lines, or as one of documents."""
        return in_form(self._documents(operation, image=image), stream=stream, decode=decode)


class Listing:
    """What a noun needs that is called for a listing: first base of one of the generated classes."""

    def __init__(self, engine: Session) -> None:
        self._engine = engine
        self._send: Send = engine.send
