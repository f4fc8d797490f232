"""Reading the responses of requests that a program sends by itself: aiodocker's jsonstream and multiplexed."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

import aiohttp
import pytest

from dockwright.aio import Docker, DockerStreamError, TruncatedStream, constants
from dockwright.aio.jsonstream import json_stream_list, json_stream_stream
from dockwright.aio.multiplexed import MultiplexedResult, multiplexed_result_list, multiplexed_result_stream
from tests.fakes.engine import FakeEngine, Step, chunk, chunked, chunked_head, frame
from tests.unit.aio.conftest import Closed

JSON = "application/json"
TEXT = "application/octet-stream"


@asynccontextmanager
async def response(
    docker: Docker, fake_engine: FakeEngine, steps: list[Step]
) -> AsyncGenerator[aiohttp.ClientResponse]:
    fake_engine.script("GET", "/thing", *steps)
    async with docker.session.get("http://docker/thing") as response:
        yield response


async def test_documents(docker: Docker, fake_engine: FakeEngine) -> None:
    steps = chunked(JSON, [b'{"a": 1}\n{"b"', b": 2}\n", b'{"c": 3}'])
    async with response(docker, fake_engine, steps) as documents:
        assert await json_stream_list(documents) == [{"a": 1}, {"b": 2}, {"c": 3}]


async def test_documents_are_transformed(docker: Docker, fake_engine: FakeEngine) -> None:
    async with response(docker, fake_engine, chunked(JSON, [b'{"a": 1}\n'])) as documents:
        assert [each async for each in json_stream_stream(documents, lambda each: each["a"])] == [1]


async def test_a_document_of_any_length(docker: Docker, fake_engine: FakeEngine) -> None:
    """Aiodocker B9: a line of more than 64 KiB is a ValueError of aiohttp's."""
    long = b'{"a": "' + b"x" * 300_000 + b'"}\n'
    async with response(docker, fake_engine, chunked(JSON, [long])) as documents:
        assert [len(each["a"]) for each in await json_stream_list(documents)] == [300_000]


async def test_an_error_document_raises(docker: Docker, fake_engine: FakeEngine, closed: Closed) -> None:
    steps = chunked(JSON, [b'{"a": 1}\n{"errorDetail": {"code": 1, "message": "no"}, "error": "no"}\n'])
    async with response(docker, fake_engine, steps) as documents:
        assert len(await json_stream_list(documents, raise_on_error=False)) == 2
    async with response(docker, fake_engine, steps) as documents:
        with pytest.raises(DockerStreamError, match="no") as caught:
            await json_stream_list(documents)
    assert caught.value.error_detail == {"code": 1, "message": "no"}
    await docker.close()
    await closed()


async def test_a_cut_document_is_no_end(docker: Docker, fake_engine: FakeEngine) -> None:
    async with response(docker, fake_engine, chunked(JSON, [b'{"a": 1}\n{"b": '])) as documents:
        with pytest.raises(TruncatedStream):
            await json_stream_list(documents)


async def test_leaving_early_closes_the_response(docker: Docker, fake_engine: FakeEngine, closed: Closed) -> None:
    """Aiodocker C1: a stream that is left early goes on."""
    async with docker.session.get("http://docker/_ping") as warm:
        await warm.read()
    fake_engine.script("GET", "/thing", chunked_head(JSON), chunk(b'{"a": 1}\n'))
    unread = await docker.session.get("http://docker/thing")
    stream = json_stream_stream(unread)
    assert await anext(stream) == {"a": 1}
    await stream.aclose()  # type: ignore[attr-defined]  # an asynchronous generator, behind its interface
    assert unread.closed
    await closed()


MIXED = [frame(1, b"caf\xc3"), frame(2, b"err"), frame(1, b"\xa9")]


async def test_multiplexed_output(docker: Docker, fake_engine: FakeEngine) -> None:
    """Aiodocker B11: one decoder for both streams loses bytes."""
    async with response(docker, fake_engine, chunked(TEXT, [b"".join(MIXED)[:5], b"".join(MIXED)[5:]])) as output:
        assert await multiplexed_result_list(output) == ["caf", "err", "\u00e9"]
    async with response(docker, fake_engine, chunked(TEXT, MIXED)) as output:
        assert [piece async for piece in MultiplexedResult(output, raw=False)] == [b"caf\xc3", b"err", b"\xa9"]
    assert len(MIXED[1]) == constants.STREAM_HEADER_SIZE_BYTES + len(b"err")


async def test_output_of_a_terminal(docker: Docker, fake_engine: FakeEngine) -> None:
    fake_engine.script("GET", "/thing", *chunked(TEXT, [b"caf\xe9"]))
    async with docker.session.get("http://docker/thing") as output:
        pieces = [piece async for piece in multiplexed_result_stream(output, is_tty=True, encoding="latin-1")]
    assert "".join(pieces) == "caf\u00e9"
    async with docker.session.get("http://docker/thing") as output:
        result = MultiplexedResult(output, raw=True)
        assert await result.fetch() == b"caf\xe9"
        assert await result.fetch_raw() is None


async def test_cut_output_is_no_end(docker: Docker, fake_engine: FakeEngine) -> None:
    async with response(docker, fake_engine, chunked(TEXT, [frame(1, b"whole"), frame(1, b"cut")[:-1]])) as output:
        result = MultiplexedResult(output, raw=False)
        assert await result.fetch() == b"whole"
        with pytest.raises(TruncatedStream):
            await result.fetch()
        assert await result.fetch() is None
