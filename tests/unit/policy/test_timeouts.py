"""Timeouts: the table, what overrides it, and the engine's own waiting on top."""

import dataclasses
import math
from typing import Any

import aiohttp
import pytest

from dockwright.errors import InvalidArgument
from dockwright.policy.timeouts import Deadlines, Timeouts
from dockwright_api.operation import Timing
from dockwright_api.unset import UNSET

LIMITLESS = Deadlines()
EACH_TIMING = pytest.mark.parametrize("timing", Timing)


class TestTable:
    @pytest.mark.parametrize(
        ("timing", "expected"),
        [
            (Timing.UNARY, Deadlines(connect=10, first_byte=60, idle=60, total=None)),
            (Timing.WAIT, Deadlines(connect=10, first_byte=None, idle=None, total=None)),
            (Timing.STREAM, Deadlines(connect=10, first_byte=60, idle=None, total=None)),
            (Timing.TRANSFER, Deadlines(connect=10, first_byte=None, idle=None, total=None)),
            (Timing.UPGRADE, Deadlines(connect=10, first_byte=60, idle=None, total=None)),
        ],
    )
    def test_defaults(self, timing: Timing, expected: Deadlines) -> None:
        assert Timeouts.DEFAULT.deadlines(timing) == expected
        assert Timeouts().deadlines(timing, UNSET) == expected

    @EACH_TIMING
    def test_nothing_waits_for_ever_to_connect(self, timing: Timing) -> None:
        assert Timeouts.DEFAULT.deadlines(timing).connect is not None

    def test_a_row_of_ones_own(self) -> None:
        row = Deadlines(connect=1, total=5)
        timeouts = Timeouts(stream=row)
        assert timeouts.deadlines(Timing.STREAM) == row
        assert timeouts.deadlines(Timing.UNARY) == Timeouts.DEFAULT.unary

    def test_values_are_frozen(self) -> None:
        with pytest.raises(dataclasses.FrozenInstanceError):
            Timeouts.DEFAULT.unary = LIMITLESS  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]  # the point
        assert len({Timeouts(), Timeouts.DEFAULT, Timeouts(unary=LIMITLESS)}) == 2


class TestOverride:
    @EACH_TIMING
    def test_none_takes_every_limit_away(self, timing: Timing) -> None:
        assert Timeouts.DEFAULT.deadlines(timing, None) == LIMITLESS
        assert Timeouts.DEFAULT.deadlines(timing, None, grace=30) == LIMITLESS

    @EACH_TIMING
    @pytest.mark.parametrize("timeout", [5, 5.0, 0.25, 3600])
    def test_a_number_limits_the_call_and_not_its_parts(self, timing: Timing, timeout: float) -> None:
        assert Timeouts.DEFAULT.deadlines(timing, timeout) == Deadlines(connect=10, total=timeout)

    @EACH_TIMING
    def test_infinity_is_no_limit(self, timing: Timing) -> None:
        assert Timeouts.DEFAULT.deadlines(timing, math.inf) == Deadlines(connect=10)

    @EACH_TIMING
    def test_deadlines_count_as_they_are(self, timing: Timing) -> None:
        deadlines = Deadlines(idle=3)
        assert Timeouts.DEFAULT.deadlines(timing, deadlines) == deadlines

    @EACH_TIMING
    @pytest.mark.parametrize(
        ("timeout", "expected"),
        [
            (aiohttp.ClientTimeout(), LIMITLESS),
            (aiohttp.ClientTimeout(total=9), Deadlines(total=9)),
            (aiohttp.ClientTimeout(sock_connect=2, sock_read=7), Deadlines(connect=2, first_byte=7, idle=7)),
            (aiohttp.ClientTimeout(connect=3), Deadlines(connect=3)),
            (aiohttp.ClientTimeout(connect=3, sock_connect=2), Deadlines(connect=2)),
            (aiohttp.ClientTimeout(total=0, sock_read=0, connect=0), LIMITLESS),
        ],
    )
    def test_aiohttps_timeouts_count_as_they_are(self, timing: Timing, timeout: Any, expected: Deadlines) -> None:
        assert Timeouts.DEFAULT.deadlines(timing, timeout) == expected


class TestGrace:
    def test_the_engines_waiting_comes_on_top_of_the_table(self) -> None:
        assert Timeouts.DEFAULT.deadlines(Timing.UNARY, grace=30) == Deadlines(connect=10, first_byte=90, idle=60)
        assert Timeouts.DEFAULT.deadlines(Timing.WAIT, grace=30) == Timeouts.DEFAULT.wait

    def test_and_on_top_of_what_the_caller_set(self) -> None:
        assert Timeouts.DEFAULT.deadlines(Timing.WAIT, 5, 30) == Deadlines(connect=10, total=35)
        timeout = aiohttp.ClientTimeout(total=5, sock_read=4)
        assert Timeouts.DEFAULT.deadlines(Timing.WAIT, timeout, 1) == Deadlines(first_byte=5, idle=4, total=6)

    @pytest.mark.parametrize("grace", [-1, -0.5, math.inf])
    def test_waiting_for_ever_leaves_only_the_total(self, grace: float) -> None:
        assert Timeouts.DEFAULT.deadlines(Timing.UNARY, grace=grace) == Deadlines(connect=10, idle=60)
        assert Timeouts.DEFAULT.deadlines(Timing.UNARY, 5, grace) == Deadlines(connect=10, total=5)

    def test_nan_is_refused(self) -> None:
        with pytest.raises(InvalidArgument, match="grace"):
            Timeouts.DEFAULT.deadlines(Timing.UNARY, grace=math.nan)


class TestOfAClient:
    def test_not_given_is_the_default(self) -> None:
        assert Timeouts.of() is Timeouts.of(UNSET) is Timeouts.DEFAULT

    def test_a_policy_is_taken_as_it_is(self) -> None:
        policy = Timeouts(unary=LIMITLESS)
        assert Timeouts.of(policy) is policy

    @EACH_TIMING
    def test_none_takes_every_limit_away(self, timing: Timing) -> None:
        assert Timeouts.of(None).deadlines(timing) == LIMITLESS

    def test_a_number_limits_each_wait_of_ordinary_calls(self) -> None:
        policy = Timeouts.of(5)
        assert policy.unary == Deadlines(connect=5, first_byte=5, idle=5)
        assert policy.wait == Deadlines(connect=5)
        assert policy.stream == Deadlines(connect=5, first_byte=60)
        assert policy.transfer == Deadlines(connect=5)
        assert policy.upgrade == Deadlines(connect=5, first_byte=60)

    def test_aiohttps_timeout_spares_the_calls_that_take_their_time(self) -> None:
        policy = Timeouts.of(aiohttp.ClientTimeout(total=8, sock_connect=2))
        assert policy.unary == Deadlines(connect=2, total=8)
        assert policy.wait == Deadlines(connect=2)


@pytest.mark.parametrize("value", [0, -1, -0.5, math.nan, -math.inf])
class TestBadNumbers:
    def test_as_an_override(self, value: float) -> None:
        with pytest.raises(InvalidArgument, match="timeout must be more than 0 seconds") as caught:
            Timeouts.DEFAULT.deadlines(Timing.UNARY, value)
        assert f"not {value!r}" in str(caught.value)

    def test_for_a_client(self, value: float) -> None:
        with pytest.raises(InvalidArgument, match="timeout must be more than 0 seconds"):
            Timeouts.of(value)

    @pytest.mark.parametrize("limit", ["connect", "first_byte", "idle", "total"])
    def test_in_deadlines_the_limit_is_named(self, value: float, limit: str) -> None:
        with pytest.raises(InvalidArgument, match=f"{limit} must be more than 0 seconds"):
            Deadlines(**{limit: value})


@pytest.mark.parametrize("value", [True, False, "60", "", b"1", (5, 60), [1], object(), Timing.UNARY])
class TestBadTypes:
    def test_as_an_override(self, value: Any) -> None:
        with pytest.raises(TypeError, match="timeout must be a number of seconds, None for no limit") as caught:
            Timeouts.DEFAULT.deadlines(Timing.UNARY, value)
        assert repr(value) in str(caught.value)

    def test_for_a_client(self, value: Any) -> None:
        with pytest.raises(TypeError, match="timeout must be"):
            Timeouts.of(value)

    def test_in_deadlines_the_limit_is_named(self, value: Any) -> None:
        with pytest.raises(TypeError, match="idle must be a number of seconds, or None for no limit"):
            Deadlines(idle=value)


def test_infinity_in_deadlines_is_no_limit() -> None:
    assert Deadlines(total=math.inf) == LIMITLESS


def test_the_rows_are_the_classes_of_timing() -> None:
    assert {field.name for field in dataclasses.fields(Timeouts)} == {*(timing.value for timing in Timing), "cleanup"}
