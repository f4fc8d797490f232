"""Tables: names of Python and of the Engine, unknown ones, and models."""

from copy import deepcopy
from typing import Any

import pytest

from dockwright.errors import InvalidArgument
from dockwright.options import values
from dockwright.options.records import Row, read_options, record, refuse_unknown
from dockwright_api import models

ROWS = {"soft": Row("Soft", values.whole), "name": Row("Name", values.text)}


@pytest.mark.parametrize(
    "given",
    [
        {"name": "a", "soft": 0},
        {"Name": "a", "Soft": 0},
        {"name": "a", "Soft": 0, "soft": None},
        models.Ulimit(name="a", soft=0),
    ],
)
def test_a_record_is_read_whichever_way_it_is_written(given: Any) -> None:
    before = deepcopy(given)
    assert record("limit", given, ROWS, "{...}") == {"Name": "a", "Soft": 0}
    assert given == before


@pytest.mark.parametrize(
    ("given", "error", "says"),
    [
        ({"sotf": 1}, InvalidArgument, "limit has the key 'sotf'; did you mean 'soft'?"),
        ({"xyzzy": 1}, InvalidArgument, "limit has the key 'xyzzy'; known are soft, name, Soft, Name"),
        ({3: 1}, InvalidArgument, "limit has the key 3; known are"),
        ({"soft": 1, "Soft": 1}, InvalidArgument, "limit has Soft twice"),
        ({"Soft": "1"}, TypeError, "limit['Soft'] must be an int, not str: '1'"),
        (["a"], TypeError, "limit must be a mapping such as {...}, not list: ['a']"),
        (models.Ulimit, TypeError, "limit must be a mapping such as {...}, not "),
    ],
)
def test_what_is_no_record_is_refused(given: Any, error: type[Exception], says: str) -> None:
    with pytest.raises(error) as caught:
        record("limit", given, ROWS, "{...}")
    assert says in str(caught.value)


def test_options_are_read_by_their_names_alone() -> None:
    assert read_options({"soft": 1, "Name": "a", "other": 2}, ROWS) == {"Soft": 1}


def test_an_unknown_option_names_the_nearest() -> None:
    refuse_unknown("run", {"soft": 1}, ROWS)
    with pytest.raises(TypeError, match=r"^run\(\) got an unexpected keyword argument 'Soft'; did you mean 'soft'\?$"):
        refuse_unknown("run", {"soft": 1, "Soft": 1}, ROWS)
    with pytest.raises(TypeError, match=r"^run\(\) got an unexpected keyword argument 'xyzzy'$"):
        refuse_unknown("run", ["xyzzy"], ROWS)
