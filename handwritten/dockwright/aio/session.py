"""The one place where operations, policy, transport and wire meet.

``send`` gives validated models and ``fetch`` plain JSON, both of the same operations; replies that arrive bit by bit
come back as open streams. Whatever happens, the connection of a call is released before the call ends; a stream owns
its own.
"""

import logging
from collections.abc import Callable
from functools import partial
from time import perf_counter, time
from typing import TYPE_CHECKING, Any, TypeVar, cast, overload

from dockwright_api.operation import ByteStream, Framing, JSONStream, LogStream, Operation, Upgrade
from dockwright_api.unset import UNSET

from ..errors import InvalidType
from ..flows import Flow, Later, Step, Wanted
from ..flows.events import ResumableEvents
from ..flows.images import with_credentials
from ..flows.logs import ResumableLog
from ..flows.negotiation import negotiation
from ..flows.terminals import content_type_tells, has_terminal
from ..policy.retry import Retries
from ..policy.support import check
from ..wire.documents import document_decoder
from ..wire.jsonstream import JSONDocuments
from ..wire.loglines import LogLine, LogLines
from ..wire.output import output_reader
from ..wire.readers import Chunks, MessageTexts
from ..wire.reply import PATH_STAT_HEADER, error_reply, read_json, read_model
from ..wire.request import encode
from .following import FollowedStream
from .stream import Stream
from .streams import ReplyStream

if TYPE_CHECKING:
    import asyncio

    import aiohttp

    from ..flows.following import Resumable
    from ..policy.retry import Reconnect
    from ..policy.timeouts import Deadlines, TimeoutOption, Timeouts
    from ..settings.keyring import Keyring
    from ..wire.demux import Message
    from ..wire.readers import Reader
    from ..wire.request import Request
    from .response import Response
    from .transport import Transport
    from .upgrade import Connection

logger: logging.Logger = logging.getLogger("dockwright")
_REPLY = "%s %s %s %.1f ms %d bytes"
_STREAM = "%s %s %s %.1f ms, a stream begins"

T = TypeVar("T")
ReplyT = TypeVar("ReplyT")
ShapeT = TypeVar("ShapeT")
Prepare = Callable[[Operation[Any, Any]], Operation[Any, Any]]


class Session:
    """Calls one engine: negotiates the version once, keeps the connections, sends operations.

    ``connect`` makes the transport when the first call needs it. ``api_version`` pins the version; None negotiates.
    ``address`` says in errors where the engine should be. ``strict_versions`` turns the warning about what the engine
    does not know into an error. ``keyring`` has the credentials for registries; without it there are none.
    """

    def __init__(
        self,
        connect: "Callable[[], Transport]",
        *,
        api_version: str | None,
        timeouts: "Timeouts",
        address: str,
        strict_versions: bool = False,
        keyring: "Keyring | None" = None,
    ) -> None:
        self._connect = connect
        self._address = address
        self._transport: Transport | None = None
        self._negotiating: asyncio.Lock | None = None
        self.api_version = api_version
        self.timeouts = timeouts
        self.strict_versions = strict_versions
        self.keyring = keyring

    @overload
    async def send(
        self, operation: JSONStream[ReplyT, Any], *, timeout: "TimeoutOption" = ...
    ) -> ReplyStream[ReplyT]: ...
    @overload
    async def send(
        self, operation: LogStream, *, timeout: "TimeoutOption" = ..., tty: bool | None = ...
    ) -> "ReplyStream[Message]": ...
    @overload
    async def send(self, operation: ByteStream, *, timeout: "TimeoutOption" = ...) -> ReplyStream[bytes]: ...
    @overload
    async def send(self, operation: Upgrade, *, timeout: "TimeoutOption" = ..., tty: bool | None = ...) -> Stream: ...
    @overload
    async def send(self, operation: Operation[ReplyT, Any], *, timeout: "TimeoutOption" = ...) -> ReplyT: ...

    async def send(
        self, operation: Operation[Any, Any], *, timeout: "TimeoutOption" = UNSET, tty: bool | None = None
    ) -> Any:
        """Send an operation and give its reply: a validated model, or an open stream."""
        if isinstance(operation, LogStream):
            return await self.output(operation, timeout=timeout, tty=tty).open()
        if isinstance(operation, Upgrade):
            return await self.upgrade(operation, timeout=timeout, tty=tty).open()
        if isinstance(operation, ByteStream):
            return await self.chunks(operation, timeout=timeout).open()
        if isinstance(operation, JSONStream):
            return await self._documents(operation, timeout, models=True).open()
        if not isinstance(operation, Operation):
            raise InvalidType(
                "operation must be one of dockwright_api.operations, such as operations.containers.list(), not "
                f"{type(operation).__name__}: {operation!r}"
            )
        return await self._read(operation, timeout, read_model)

    @overload
    async def fetch(
        self, operation: JSONStream[Any, ShapeT], *, timeout: "TimeoutOption" = ...
    ) -> ReplyStream[ShapeT]: ...
    @overload
    async def fetch(self, operation: Operation[Any, ShapeT], *, timeout: "TimeoutOption" = ...) -> ShapeT: ...

    async def fetch(self, operation: Operation[Any, Any], *, timeout: "TimeoutOption" = UNSET) -> Any:
        """Send an operation and give its reply as plain JSON, without validating it."""
        if isinstance(operation, JSONStream):
            return await self.documents(operation, timeout=timeout).open()
        return await self._read(operation, timeout, read_json)

    def documents(
        self,
        operation: JSONStream[Any, ShapeT],
        *,
        timeout: "TimeoutOption" = UNSET,
        image: str = "",
        prepare: Prepare | None = None,
    ) -> ReplyStream[ShapeT]:
        """Give a stream of plain JSON documents that sends its request when it is first used.

        Then the credentials for the registry of ``image`` are added, where one is given; ``prepare`` adds what else
        takes time to find out, such as what is in files; it runs in a thread.
        """
        return self._documents(operation, timeout, models=False, image=image, prepare=prepare)

    def events(
        self,
        operation: JSONStream[Any, Any],
        decode: Callable[[bytes], T],
        *,
        timeout: "TimeoutOption" = UNSET,
        reconnect: "Reconnect" = False,
    ) -> ReplyStream[T]:
        """Give a stream of events, each as what ``decode`` makes of its JSON; the request is sent at its first use.

        With ``reconnect`` it goes on after its connection broke.
        """
        if reconnect is not False:
            return self.follow(ResumableEvents(operation, decode), reconnect, timeout=timeout)

        async def opening() -> "tuple[Response, Reader[T]]":
            return await self._open(operation, timeout), JSONDocuments(decode)

        return ReplyStream(opening)

    def output(
        self,
        operation: LogStream,
        *,
        timeout: "TimeoutOption" = UNSET,
        tty: bool | None = None,
        reconnect: "Reconnect" = False,
    ) -> "ReplyStream[Message]":
        """Give a stream of messages that sends its request when it is first used.

        ``tty`` says whether the process has a terminal; where it is not given it is found out. With ``reconnect`` it
        goes on after its connection broke.
        """
        return self._output(operation, timeout, tty, lambda reader: reader, reconnect)

    def texts(
        self,
        operation: LogStream,
        *,
        timeout: "TimeoutOption" = UNSET,
        tty: bool | None = None,
        reconnect: "Reconnect" = False,
    ) -> ReplyStream[str]:
        """Give the same as :meth:`output`, decoded as UTF-8."""
        return self._output(operation, timeout, tty, MessageTexts, reconnect)

    def lines(
        self,
        operation: LogStream,
        *,
        timeout: "TimeoutOption" = UNSET,
        tty: bool | None = None,
        timestamps: bool = False,
        errors: str = "replace",
        reconnect: "Reconnect" = False,
    ) -> ReplyStream[LogLine]:
        """Give the same as :meth:`output`, in lines; ``timestamps`` says whether the engine was asked for them."""
        events = partial(LogLines, timestamps=timestamps, errors=errors)
        return self._output(operation, timeout, tty, events, reconnect)

    def chunks(self, operation: ByteStream, *, timeout: "TimeoutOption" = UNSET) -> ReplyStream[bytes]:
        """Give a stream of bytes that sends its request when it is first used."""

        async def opening() -> "tuple[Response, Chunks]":
            return await self._open(operation, timeout), Chunks()

        return ReplyStream(opening)

    def follow(
        self,
        stream: "Resumable[T]",
        reconnect: "Reconnect",
        *,
        timeout: "TimeoutOption" = UNSET,
        tty: bool | None = None,
    ) -> ReplyStream[T]:
        """Give a stream that goes on after its connection broke, for as long as :class:`Retries` has patience."""
        terminal = tty
        used: Transport | None = None

        async def opening() -> "tuple[Response, Reader[T]]":
            nonlocal terminal, used
            operation = await self.drive(stream.next_request())
            if isinstance(operation, LogStream):
                terminal = await self._terminal(operation, terminal, timeout)
            response = await self._open(operation, timeout)
            stream.connected(response.content_type, terminal)
            used = self._transport
            return response, stream.reader

        return FollowedStream(
            opening,
            lambda: self.drive(stream.is_over(time())),
            lambda: self._transport is not used,
            Retries(reconnect),
        )

    def upgrade(self, operation: Upgrade, *, timeout: "TimeoutOption" = UNSET, tty: bool | None = None) -> Stream:
        """Give a stream in both directions that connects when it is first used."""

        async def connect() -> "tuple[Connection, Reader[Message]]":
            from .upgrade import take_over

            terminal = await self._terminal(operation, tty, timeout)
            connection = take_over(await self._open(operation, timeout), operation.name)
            return connection, output_reader(connection.content_type, terminal)

        return Stream(connect)

    async def websocket(
        self, operation: Upgrade, *, timeout: "TimeoutOption" = UNSET
    ) -> "aiohttp.ClientWebSocketResponse":
        """Connect over a web socket, which is aiohttp's own."""
        from .upgrade import websocket

        request, deadlines = await self._prepared(operation, timeout, versioned=True)
        return await websocket(self.transport, request, operation.name, deadlines)

    async def drive(self, flow: Flow[T]) -> T:
        """Run a flow: do its steps, and give what it returns.

        What it left open belongs to whoever gets the result; if it fails, that is closed.
        """
        left_open: list[Stream | ReplyStream[Any] | Later[Any]] = []
        try:
            step = next(flow)
            while True:
                try:
                    reply = await self._step(step)
                except Exception as error:
                    step = flow.throw(error)
                else:
                    if step.wanted in (Wanted.STREAM, Wanted.LATER):
                        left_open.append(reply)
                    step = flow.send(reply)
        except StopIteration as end:
            result: T = end.value
            return result
        except BaseException:
            for each in left_open:
                each.close() if isinstance(each, Later) else await each.aclose()
            raise
        finally:
            flow.close()

    async def negotiate(self) -> str:
        """Give the API version to speak, asking the engine at the first call only."""
        if self.api_version is None:
            if self._negotiating is None:
                import asyncio

                self._negotiating = asyncio.Lock()
            async with self._negotiating:
                # Whoever waited for the lock finds the answer here.
                if self.api_version is None:
                    self.api_version = await self.drive(negotiation(self._address))
                    logger.debug("negotiated API version %s", self.api_version)
        return self.api_version

    async def close(self) -> None:
        """Close every connection; harmless when done before. Whatever is sent afterwards makes new ones."""
        transport, self._transport = self._transport, None
        # A lock belongs to a loop, and the next call may come from another.
        self._negotiating = None
        if transport is not None:
            await transport.close()

    async def _step(self, step: Step) -> Any:
        operation, timeout = step.operation, step.timeout
        match step.wanted:
            case Wanted.MODEL:
                return await self._read(operation, timeout, read_model, versioned=step.versioned)
            case Wanted.JSON if step.later is not None:
                return await self._read_reply(operation, step.later.response, read_json)
            case Wanted.JSON:
                authorized = await self.authorized(operation, step.image)
                return await self._read(authorized, timeout, read_json, versioned=step.versioned)
            case Wanted.DOCUMENTS:
                return await self._documents(operation, timeout, models=False, image=step.image).read_all(step.seen)
            case Wanted.MESSAGES if isinstance(operation, Upgrade):
                async with self.upgrade(operation, timeout=timeout, tty=step.tty) as stream:
                    return [message async for message in stream]
            case Wanted.MESSAGES:
                return await self.output(cast(LogStream, operation), timeout=timeout, tty=step.tty).read_all()
            case Wanted.STREAM:
                return await self.send(cast(LogStream, operation), timeout=timeout, tty=step.tty)
            case Wanted.LATER:
                return Later(operation, await self._open(operation, timeout))
            case Wanted.ANSWER:
                async with self._watched(step) as stream:
                    async for part in stream:
                        if step.look is not None and (answer := step.look(part)) is not None:
                            return answer
                return None
            case Wanted.PAUSE:
                from asyncio import sleep

                return await sleep(step.seconds)

    def _watched(self, step: Step) -> ReplyStream[Any]:
        operation = step.operation
        if not isinstance(operation, LogStream):
            return self.documents(cast("JSONStream[Any, Any]", operation), timeout=step.timeout)
        stamped = ("timestamps", "1") in operation.query
        return self.lines(operation, timeout=step.timeout, tty=step.tty, timestamps=stamped)

    async def _read(
        self,
        operation: Operation[Any, Any],
        timeout: "TimeoutOption",
        read: Callable[[Operation[Any, Any], int, str, bytes], Any],
        *,
        versioned: bool = True,
    ) -> Any:
        started = perf_counter()
        response = await self._response(operation, timeout, versioned=versioned)
        return await self._read_reply(operation, response, read, started)

    async def _read_reply(
        self,
        operation: Operation[Any, Any],
        response: "Response",
        read: Callable[[Operation[Any, Any], int, str, bytes], Any],
        started: float | None = None,
    ) -> Any:
        try:
            body = await response.read()
            if started is not None:
                # Without the query: it may hold what is nobody else's business, such as the arguments of a build.
                taken = (perf_counter() - started) * 1000
                logger.debug(_REPLY, operation.method, operation.path, response.status, taken, len(body))
            if operation.framing is Framing.HEADERS and response.status < 300:
                body = response.headers.get(PATH_STAT_HEADER, "").encode()
            return read(operation, response.status, response.content_type, body)
        finally:
            response.close()

    def _documents(
        self,
        operation: Operation[Any, Any],
        timeout: "TimeoutOption",
        *,
        models: bool,
        image: str = "",
        prepare: Prepare | None = None,
    ) -> ReplyStream[Any]:
        async def opening() -> "tuple[Response, JSONDocuments[Any]]":
            decode = document_decoder(operation, models=models)
            ready = await self.authorized(operation, image)
            if prepare is not None:
                import asyncio

                ready = await asyncio.to_thread(prepare, ready)
            return await self._open(ready, timeout), JSONDocuments(decode)

        return ReplyStream(opening)

    def _output(
        self,
        operation: LogStream,
        timeout: "TimeoutOption",
        tty: bool | None,
        events: "Callable[[Reader[Message]], Reader[T]]",
        reconnect: "Reconnect",
    ) -> ReplyStream[T]:
        if reconnect is not False:
            return self.follow(ResumableLog(operation, events), reconnect, timeout=timeout, tty=tty)

        async def opening() -> "tuple[Response, Reader[T]]":
            terminal = await self._terminal(operation, tty, timeout)
            response = await self._open(operation, timeout)
            return response, events(output_reader(response.content_type, terminal))

        return ReplyStream(opening)

    async def authorized(self, operation: Operation[Any, Any], image: str) -> Operation[Any, Any]:
        """Add the credentials for the registry of an image, if there are any."""
        if not image or self.keyring is None:
            return operation
        import asyncio

        # A file is read, and a program may be asked.
        return with_credentials(operation, await asyncio.to_thread(self.keyring.header, image))

    async def _terminal(
        self, operation: Operation[Any, Any], tty: bool | None, timeout: "TimeoutOption"
    ) -> bool | None:
        """Find out about a terminal where the reply will not tell."""
        if content_type_tells(await self.negotiate()):
            return None
        return await self.drive(has_terminal(operation, timeout=timeout)) if tty is None else tty

    async def _open(self, operation: Operation[Any, Any], timeout: "TimeoutOption") -> "Response":
        """Start a streaming reply; an error status raises."""
        started = perf_counter()
        response = await self._response(operation, timeout)
        taken = (perf_counter() - started) * 1000
        logger.debug(_STREAM, operation.method, operation.path, response.status, taken)
        if response.status < 300:
            return response
        try:
            raise error_reply(operation, response.status, response.content_type, await response.read())
        finally:
            response.close()

    async def _response(
        self, operation: Operation[Any, Any], timeout: "TimeoutOption", *, versioned: bool = True
    ) -> "Response":
        request, deadlines = await self._prepared(operation, timeout, versioned=versioned)
        return await self.transport.open(request, operation.name, deadlines)

    async def _prepared(
        self, operation: Operation[Any, Any], timeout: "TimeoutOption", *, versioned: bool
    ) -> "tuple[Request, Deadlines]":
        # Bad arguments are refused before anything is sent, even the question for the version.
        request = encode(operation)
        deadlines = self.timeouts.deadlines(operation.timing, timeout, operation.grace)
        if versioned:
            version = self.api_version or await self.negotiate()
            check(operation, version, strict=self.strict_versions)
            request = request.of_version(version)
        return request, deadlines

    @property
    def transport(self) -> "Transport":
        """What carries the calls, made when it is first needed; that takes a running loop."""
        if self._transport is None:
            self._transport = self._connect()
        return self._transport
