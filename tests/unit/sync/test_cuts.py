"""Replies that are cut at every position: an error that says what is missing, or an end where there may be one.

Docker-py took an end inside a frame for a normal end.
"""

import json
from typing import Any

import pytest

from dockwright.sync import ConnectionLost, Container, DockerClient, Message, ProtocolError, ReplyStream, Stream
from dockwright_api import operations
from tests.fakes.engine import LAST_CHUNK, Do, FakeEngine, chunk, chunked_head, frame, upgraded

from .conftest import MULTIPLEXED

ONE, TWO = Message(1, b"one\n"), Message(2, b"two\n")
FRAMES = frame(*ONE) + frame(*TWO)
LOG = chunked_head(MULTIPLEXED) + chunk(FRAMES[:15]) + chunk(FRAMES[15:]) + LAST_CHUNK
DOCUMENTS = [{"Action": "a", "n": 1}, {"Action": "b", "n": 2}]
TEXT = b"".join(json.dumps(each).encode() + b"\n" for each in DOCUMENTS)
EVENTS = chunked_head("application/json") + chunk(TEXT[:20]) + chunk(TEXT[20:]) + LAST_CHUNK
SWITCHED = upgraded(MULTIPLEXED)
ATTACHED = SWITCHED + FRAMES
WHOLE_SO_FAR = {len(SWITCHED), len(SWITCHED) + len(frame(*ONE)), len(ATTACHED)}
"""Where an attached stream may end: it has no end mark."""
FAULTS = (ConnectionLost, ProtocolError)


def read(stream: ReplyStream[Any] | Stream, found: list[Any]) -> None:
    """Read a stream as far as it goes."""
    for event in stream:
        found.append(event)  # noqa: PERF402  what came before an error is wanted


@pytest.mark.parametrize("ending", [Do.CLOSE, Do.RESET])
def test_a_log(client: DockerClient, fake_engine: FakeEngine, ending: Do) -> None:
    for position in range(len(LOG)):
        name = f"c{position}"
        fake_engine.script("GET", f"/containers/{name}/logs", LOG[:position], ending)
        found: list[Message] = []
        with pytest.raises(FAULTS):
            read(Container.of(client, name).messages(follow=True), found)
        assert found == [ONE, TWO][: len(found)], position
    fake_engine.script("GET", "/containers/c/logs", LOG)
    name = "c"
    assert Container.of(client, name).messages().read_all() == [ONE, TWO]


@pytest.mark.parametrize("ending", [Do.CLOSE, Do.RESET])
def test_documents(client: DockerClient, fake_engine: FakeEngine, ending: Do) -> None:
    for position in range(len(EVENTS)):
        fake_engine.script("GET", f"/containers/c{position}/stats", EVENTS[:position], ending)
        found: list[Any] = []
        with pytest.raises(FAULTS):
            read(client.engine.documents(operations.containers.stats(f"c{position}")), found)
        assert found == DOCUMENTS[: len(found)], position
    fake_engine.script("GET", "/containers/c/stats", EVENTS)
    documents: object = client.engine.documents(operations.containers.stats("c")).read_all()
    assert documents == DOCUMENTS


@pytest.mark.parametrize("ending", [Do.CLOSE, Do.RESET])
def test_attached(client: DockerClient, fake_engine: FakeEngine, ending: Do) -> None:
    for position in range(len(ATTACHED) + 1):
        fake_engine.script("POST", "/containers/c/attach", ATTACHED[:position], ending)
    for position in range(len(ATTACHED) + 1):
        found: list[Message] = []
        fault: Exception | None = None
        try:
            with client.engine.upgrade(operations.containers.attach("c", stdout=True, stream=True)) as stream:
                read(stream, found)
        except FAULTS as error:
            fault = error
        assert found == [ONE, TWO][: len(found)], position
        if ending is Do.CLOSE:
            assert (fault is None) == (position in WHOLE_SO_FAR), position
            assert fault is not None or len(found) == sorted(WHOLE_SO_FAR).index(position)
        else:
            assert fault is not None, position
