"""What is used of aiohttp beside its documented surface: when one of these fails, the note says where to look.

``aio/ssh.py`` makes connections of its own, ``aio/exchange.py`` takes connections from a connector to send on them by
itself, ``aio/line.py`` reads there in the place of aiohttp's protocol,
``aio/upgrade.py`` takes the connection of a 101 reply away from aiohttp, ``aio/transport.py`` takes a failure off a
body to get at what arrived before it, and adds to the middlewares of a session. Everything else there is documented.
These tests look at the parts alone; the behaviour is tested in ``tests/unit/aio``.
"""

import asyncio
import inspect
from typing import Any

import aiohttp
import pytest
from aiohttp.client_proto import ResponseHandler
from aiohttp.connector import Connection
from yarl import URL

UPGRADE = "aio/upgrade.py: take the connection over in another way; aiohttp's own web socket client shows how it does"
SSH = "aio/ssh.py: make connections in another way; see how aiohttp.UnixConnector and its protocol do it"
EXCHANGE = "aio/exchange.py: send by another way; aiohttp.ClientSession._request shows how aiohttp does"
LINE = "aio/line.py: stand in for aiohttp's protocol in another way, and give the connection back as a new one would be"
SESSION = "aio/transport.py, Transport: find the middlewares of a caller's session in another way, or they do not run"
BODY = "aio/transport.py, Response.chunk: find another way to what arrived before a connection broke"


def test_a_response_leads_to_its_connection() -> None:
    assert isinstance(inspect.getattr_static(aiohttp.ClientResponse, "connection"), property), UPGRADE
    for name in ("protocol", "transport"):
        assert isinstance(inspect.getattr_static(Connection, name), property), UPGRADE


async def test_a_session_has_middlewares() -> None:
    async def middleware(request: aiohttp.ClientRequest, handler: aiohttp.ClientHandlerType) -> aiohttp.ClientResponse:
        return await handler(request)

    async with aiohttp.ClientSession(middlewares=(middleware,)) as session:
        assert tuple(vars(session)["_middlewares"]) == (middleware,), SESSION


def test_a_protocol_takes_another_parser() -> None:
    parameters = list(inspect.signature(ResponseHandler.set_parser).parameters.values())
    assert [each.name for each in parameters[:3]] == ["self", "parser", "payload"], UPGRADE
    assert all(each.default is not each.empty for each in parameters[3:]), UPGRADE


async def test_a_request_tells_a_connector_where_to_connect_to() -> None:
    where = aiohttp.ClientRequest("GET", URL("http://localhost"), loop=asyncio.get_running_loop(), ssl=True)
    assert {"Host", "Accept", "User-Agent"} <= where.headers.keys(), EXCHANGE
    parameters = list(inspect.signature(aiohttp.BaseConnector.connect).parameters)
    assert parameters == ["self", "req", "traces", "timeout"], EXCHANGE


class _Open(asyncio.Transport):
    """A transport, as far as a protocol looks at it."""

    def is_closing(self) -> bool:
        return False


async def test_a_protocol_lets_another_one_stand_in_its_place() -> None:
    protocol: Any = ResponseHandler(asyncio.get_running_loop())
    protocol.connection_made(_Open())
    for name in ("data_received", "eof_received", "connection_lost", "pause_writing", "resume_writing"):
        assert callable(getattr(protocol, name)), LINE
    protocol.data_received(b"")
    assert not protocol.should_close, LINE
    assert protocol.is_connected(), LINE
    protocol.connection_lost(None)
    assert not protocol.is_connected(), LINE


class Parser:
    """What aiohttp calls of a parser of web socket frames."""

    def __init__(self) -> None:
        self.data = b""
        self.ended = False

    def feed_data(self, data: bytes) -> tuple[bool, bytes]:
        self.data += data
        return False, b""

    def feed_eof(self) -> None:
        self.ended = True


async def test_bytes_after_the_switch_are_handed_to_the_parser() -> None:
    protocol: Any = ResponseHandler(asyncio.get_running_loop())
    protocol.set_response_params()
    protocol.data_received(b"HTTP/1.1 101 UPGRADED\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\nfirst")
    parser = Parser()
    protocol.set_parser(parser, None)
    assert parser.data == b"first", UPGRADE
    assert protocol.exception() is None, UPGRADE
    protocol.connection_lost(ConnectionResetError("reset"))
    assert parser.ended, UPGRADE


async def test_a_protocol_remembers_how_its_connection_ended() -> None:
    protocol: Any = ResponseHandler(asyncio.get_running_loop())
    protocol.connection_lost(ConnectionResetError("reset"))
    assert isinstance(protocol.exception(), OSError), UPGRADE


async def test_a_failure_taken_off_a_body_uncovers_what_arrived() -> None:
    body: Any = aiohttp.StreamReader(ResponseHandler(asyncio.get_running_loop()), 2**16)
    body.feed_data(b"arrived")
    body.set_exception(aiohttp.ClientPayloadError())
    with pytest.raises(aiohttp.ClientPayloadError):
        body.read_nowait()
    body.set_exception(None)
    assert body.read_nowait() == b"arrived", BODY


async def test_reading_from_a_connection_that_is_gone_is_a_runtime_error() -> None:
    body = aiohttp.StreamReader(ResponseHandler(asyncio.get_running_loop()), 2**16)
    with pytest.raises(RuntimeError, match="Connection closed"):
        await body.readany()


def test_a_response_starts_on_a_connection() -> None:
    assert list(inspect.signature(aiohttp.ClientResponse.start).parameters) == ["self", "connection"], (
        "aio/transport.py, _Reply: learn in another way which transport a response came over"
    )


def test_what_a_request_and_a_session_accept() -> None:
    request = inspect.signature(vars(aiohttp.ClientSession)["_request"]).parameters
    assert {"middlewares", "raise_for_status", "allow_redirects"} <= set(request)
    session = inspect.signature(aiohttp.ClientSession).parameters
    assert {"middlewares", "response_class", "connector_owner"} <= set(session)


def test_a_connector_makes_its_connections_in_one_place() -> None:
    for connector in (aiohttp.BaseConnector, aiohttp.UnixConnector):
        made = inspect.signature(vars(connector)["_create_connection"])
        assert list(made.parameters) == ["self", "req", "traces", "timeout"], SSH
    assert list(inspect.signature(aiohttp.BaseConnector.close).parameters) == ["self", "abort_ssl"], SSH
    assert list(inspect.signature(ResponseHandler).parameters) == ["loop"], SSH


async def test_how_a_connection_ended_is_what_its_protocol_was_told() -> None:
    protocol: Any = ResponseHandler(asyncio.get_running_loop())
    told = ConnectionError("what ssh said")
    protocol.connection_lost(told)
    assert isinstance(protocol.exception(), aiohttp.ClientOSError), SSH
    assert str(protocol.exception()) == "what ssh said", SSH
