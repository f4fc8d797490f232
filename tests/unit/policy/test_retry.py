"""How long to wait before asking again."""

import math
from itertools import islice

import pytest

from dockwright.errors import ConnectionLost, DeadlineExceeded, EngineUnreachable, InvalidArgument, NotFound
from dockwright.policy.retry import FIRST_PAUSE, LONGEST_PAUSE, Retries, may_pass, pauses


def test_pauses_grow_to_a_limit() -> None:
    first = list(islice(pauses(), 20))
    assert first == sorted(first)
    assert first[0] < first[1]
    assert first[-1] == LONGEST_PAUSE


def test_it_waits_longer_each_time_and_begins_anew_after_a_while() -> None:
    retries = Retries(True)
    retries.connected(100.0)
    assert [retries.pause(200.0 + second) for second in range(3)] == [FIRST_PAUSE, FIRST_PAUSE * 2, FIRST_PAUSE * 4]
    retries.connected(300.0)
    # It broke at once: somebody may do that every time.
    assert retries.pause(300.0) == FIRST_PAUSE * 8
    retries.connected(400.0)
    assert retries.pause(500.0) == FIRST_PAUSE


def test_without_a_limit_it_never_gives_up() -> None:
    retries = Retries(True)
    retries.connected(0.0)
    assert all(retries.pause(float(second)) for second in range(0, 1_000_000, 1000))


def test_it_gives_up_when_the_engine_was_away_for_too_long() -> None:
    retries = Retries(30)
    for begin in (0.0, 1000.0):
        retries.connected(begin)
        assert retries.pause(begin + 100)
        assert retries.pause(begin + 129)
        assert retries.pause(begin + 131) is None


@pytest.mark.parametrize("reconnect", [-1, math.inf, math.nan])
def test_numbers_that_are_no_seconds_are_refused(reconnect: float) -> None:
    with pytest.raises(InvalidArgument, match="reconnect must be True, False or a number of seconds from 0 on"):
        Retries(reconnect)


@pytest.mark.parametrize("reconnect", ["yes", None])
def test_what_is_no_number_is_refused(reconnect: object) -> None:
    with pytest.raises(TypeError, match=r"reconnect must be True, False or a number of seconds, not (str|NoneType)"):
        Retries(reconnect)  # type: ignore[arg-type]  # what it is about


def test_what_may_pass() -> None:
    passing = (ConnectionLost("x"), EngineUnreachable("x"), DeadlineExceeded("connect", 1, "x"))
    assert all(may_pass(error) for error in passing)
    lasting = (DeadlineExceeded("total", 1, "x"), NotFound(404, "x"), ValueError("x"))
    assert not any(may_pass(error) for error in lasting)
