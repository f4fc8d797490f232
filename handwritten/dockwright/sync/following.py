"""Replies that are asked for again where they broke off."""

from collections.abc import Callable
from threading import Event
from time import monotonic
from typing import TYPE_CHECKING, Self, TypeVar

from ..errors import ConnectionLost
from ..policy.retry import Retries, may_pass
from .streams import ReplyStream

if TYPE_CHECKING:
    from .streams import Opening

T = TypeVar("T")


class FollowedStream(ReplyStream[T]):
    """The events of a reply that goes on over several connections, each event once.

    ``opening`` asks for what is missing each time, with the same reader; ``is_over`` finds out whether a reply that
    came to its end was the last; ``is_closed`` says whether the client was closed, which ends it. What keeps the first
    connection from being made is raised at once.
    """

    def __init__(
        self,
        opening: "Opening[T]",
        is_over: Callable[[], bool],
        is_closed: Callable[[], bool],
        retries: Retries,
    ) -> None:
        super().__init__(opening)
        self._is_over = is_over
        self._is_closed = is_closed
        self._retries = retries
        self._closed = Event()

    def open(self) -> Self:
        """Send the request now; an error reply raises here."""
        self._connect()
        return self

    def _abandon(self) -> None:
        # Whoever waits for the engine to come back comes to an end.
        self._closed.set()
        super()._abandon()

    def _connect(self) -> None:
        if self._open is None:
            self._opened()
            self._retries.connected(monotonic())

    def _check_client(self, lost: Exception | None) -> None:
        if self._is_closed():
            raise lost or ConnectionLost("the client was closed before the end of the stream")

    def _disconnect(self) -> None:
        if self._open is not None:
            self._open[0].close()
            self._open = None

    def _more(self) -> list[T]:
        """Read until there are events, or the end; what breaks a connection off makes another one."""
        self._connect()
        while not self._ended:
            response, reader = self._opened()
            lost: ConnectionLost | None = None
            try:
                # A reader tells of a fault after the events that came before it.
                if events := reader.feed(b""):
                    return events
                while data := response.chunk():
                    if events := reader.feed(data):
                        return events
            except ConnectionLost as error:
                lost = error
            except BaseException:
                self._abandon()
                raise
            if not self._ended and self._resume(lost):
                self._abandon()
                return reader.close() or []
        return []

    def _resume(self, lost: Exception | None) -> bool:
        """Ask for the rest in a new connection; say whether there is none."""
        try:
            while True:
                self._disconnect()
                self._check_client(lost)
                try:
                    if lost is None and self._is_over():
                        return True
                except Exception as error:
                    if not may_pass(error):
                        raise
                    lost = error
                pause = self._retries.pause(monotonic())
                if pause is None:
                    if lost is None:
                        return True
                    raise lost
                if self._closed.wait(pause):
                    return False
                self._check_client(lost)
                try:
                    self._connect()
                except Exception as error:
                    if self._ended:
                        return False
                    if not may_pass(error):
                        raise
                    lost = error
                else:
                    return False
        except BaseException:
            self._abandon()
            raise
