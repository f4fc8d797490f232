"""What of a log is asked for."""

from datetime import timedelta
from typing import Any

import pytest

from dockwright.errors import InvalidArgument
from dockwright.options.logs import LogOptions, container_logs
from dockwright_api import operations


def test_options_become_the_query() -> None:
    operation = container_logs(
        "c",
        {"since": 5, "until": 9, "timestamps": True, "tail": 3, "details": False},
        stdout=True,
        stderr=False,
        follow=True,
    )
    assert operation == operations.containers.logs(
        "c", stdout=True, stderr=False, follow=True, since=5, until=9, timestamps=True, tail="3", details=False
    )


def test_nothing_given_is_not_sent() -> None:
    operation = container_logs("c", {}, stdout=True, stderr=True, follow=False)
    assert {key for key, _ in operation.query} == {"stdout", "stderr", "follow"}


@pytest.mark.parametrize(("tail", "sent"), [(0, "0"), ("7", "7"), ("all", "all"), (None, None)])
def test_tail(tail: int | str | None, sent: str | None) -> None:
    operation = container_logs("c", {"tail": tail}, stdout=True, stderr=True, follow=False)
    assert dict(operation.query).get("tail") == sent


def test_neither_stream_is_refused() -> None:
    with pytest.raises(TypeError, match="stdout=True or stderr=True"):
        container_logs("c", {}, stdout=False, stderr=False, follow=False)


def test_so_long_ago() -> None:
    options: LogOptions = {"since": timedelta(seconds=60), "until": timedelta(0)}
    operation = container_logs("c", options, stdout=True, stderr=True, follow=False, now=100.0)
    assert (dict(operation.query)["since"], dict(operation.query)["until"]) == ("40", "100")


@pytest.mark.parametrize("tail", [-1, "-1", "x", "", 1.5, True, "\u0661"])
def test_no_number_of_lines(tail: Any) -> None:
    with pytest.raises(InvalidArgument, match="tail must be a number of lines, or 'all', not "):
        container_logs("c", {"tail": tail}, stdout=True, stderr=True, follow=False)


def test_an_unknown_option_is_refused() -> None:
    options: Any = {"tial": 3}
    with pytest.raises(TypeError, match="unexpected keyword argument 'tial'; did you mean 'tail'"):
        container_logs("c", options, stdout=True, stderr=True, follow=False)
