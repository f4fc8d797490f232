"""A change of what has versions: made again where something else changed it meanwhile, and only there."""

from typing import Any

import pytest

from dockwright.errors import BadRequest, ConnectionLost, ServerError
from dockwright.flows import Flow, fetch
from dockwright.flows.rewriting import ATTEMPTS, rewrite
from dockwright_api import operations

from .conftest import Driven

READ = operations.swarm.inspect()
OUT_OF_DATE = ServerError(500, "what an engine says in this case", "SwarmUpdate")


def version(index: int) -> dict[str, Any]:
    return {"Version": {"Index": index}}


def write(found: Any) -> Flow[str]:
    yield from fetch(operations.swarm.update(found["Version"]["Index"], {}))
    return f"written on {found['Version']['Index']}"


def changing() -> Flow[str]:
    return rewrite(READ, write)


def test_a_change_is_based_on_what_there_is(drive: Driven) -> None:
    assert drive(changing(), version(7), None) == "written on 7"
    assert drive.operations == [READ, operations.swarm.update(7, {})]


def test_it_is_made_again_where_there_is_something_newer(drive: Driven) -> None:
    assert drive(changing(), version(7), OUT_OF_DATE, version(8), OUT_OF_DATE, version(11), None) == "written on 11"
    assert drive.operations == [
        *(READ, operations.swarm.update(7, {})),
        *(READ, operations.swarm.update(8, {})),
        *(READ, operations.swarm.update(11, {})),
    ]


def test_another_failure_of_the_engine_is_told(drive: Driven) -> None:
    with pytest.raises(ServerError) as caught:
        drive(changing(), version(7), OUT_OF_DATE, version(7))
    assert caught.value is OUT_OF_DATE


@pytest.mark.parametrize("error", [BadRequest(400, "bad", "SwarmUpdate"), ConnectionLost("gone")])
def test_nothing_is_made_again_blindly(drive: Driven, error: Exception) -> None:
    with pytest.raises(type(error)):
        drive(changing(), version(7), error)
    assert len(drive.steps) == 2


def test_it_comes_to_an_end(drive: Driven) -> None:
    replies: list[Any] = []
    for index in range(ATTEMPTS):
        replies += [version(index), OUT_OF_DATE]
    with pytest.raises(ServerError):
        drive(changing(), *replies)
    assert len(drive.steps) == 2 * ATTEMPTS
