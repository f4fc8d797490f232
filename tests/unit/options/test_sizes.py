"""Amounts of memory: every unit, and errors that name the option and show the value."""

import pytest

from dockwright.errors import InvalidArgument
from dockwright.options.sizes import size_in_bytes


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (0, 0),
        (1048576, 1048576),
        (1.5e3, 1500),
        (-1, -1),
        ("-1", -1),
        ("100", 100),
        ("100b", 100),
        ("1k", 1024),
        ("1kb", 1024),
        ("1KiB", 1024),
        ("128m", 128 * 2**20),
        ("128MB", 128 * 2**20),
        ("1g", 2**30),
        ("1.5g", 3 * 2**29),
        ("2t", 2**41),
        (" 4 m ", 2**22),
        ("9007199254740993", 9007199254740993),
    ],
)
def test_sizes(given: object, expected: int) -> None:
    assert size_in_bytes("mem_limit", given) == expected


@pytest.mark.parametrize("given", ["", "m", "1x", "1 2", "-5m", "1e3", "٣m", float("nan"), float("inf"), -2])
def test_what_is_no_size_is_refused(given: object) -> None:
    with pytest.raises(InvalidArgument) as caught:
        size_in_bytes("mem_limit", given)
    assert caught.value.message.startswith("mem_limit must be a number of bytes")
    assert repr(given) in caught.value.message


@pytest.mark.parametrize("given", [True, b"1m", None, [1]])
def test_what_is_of_another_type_is_refused(given: object) -> None:
    with pytest.raises(TypeError, match=r"^shm_size must be .*, not (bool|bytes|NoneType|list): "):
        size_in_bytes("shm_size", given)
