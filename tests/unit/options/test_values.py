"""Readers of option values: what each takes, and what it says about the rest."""

from collections.abc import Callable
from typing import Any

import pytest

from dockwright.errors import InvalidType
from dockwright.options import values


@pytest.mark.parametrize(
    ("read", "given", "expected"),
    [
        (values.text, "a", "a"),
        (values.text_or_number, 1000, "1000"),
        (values.text_or_number, "1000:1000", "1000:1000"),
        (values.flag, True, True),
        (values.flag, 0, False),
        (values.whole, -5, -5),
        (values.texts, ("a", "b"), ["a", "b"]),
        (values.texts_or_numbers, ["audio", 29], ["audio", "29"]),
        (values.text_map, {"net.core.somaxconn": 1024, "k": "v"}, {"net.core.somaxconn": "1024", "k": "v"}),
        (values.labels, {"a": "1", "b": ""}, {"a": "1", "b": ""}),
        (values.labels, ["a", "b"], {"a": "", "b": ""}),
        (values.tmpfs, {"/run": "size=1m", "/tmp": None}, {"/run": "size=1m", "/tmp": ""}),
        (values.tmpfs, ["/run", "/tmp:size=3m,uid=1000"], {"/run": "", "/tmp": "size=3m,uid=1000"}),
        (values.extra_hosts, {"b": "::1", "a": "192.0.2.1"}, ["a:192.0.2.1", "b:::1"]),
        (values.extra_hosts, ["a:192.0.2.1"], ["a:192.0.2.1"]),
        (values.volumes_from, "a:ro,b", ["a:ro", "b"]),
        (values.volumes_from, ["a", "b:ro"], ["a", "b:ro"]),
    ],
)
def test_what_is_taken(read: Callable[[str, object], Any], given: object, expected: object) -> None:
    assert read("option", given) == expected


@pytest.mark.parametrize(
    ("read", "given", "says"),
    [
        (values.text, 1, "option must be a str, not int: 1"),
        (values.text_or_number, True, "option must be a str or an int, not bool: True"),
        (values.flag, "yes", "option must be True or False, not str: 'yes'"),
        (values.flag, 2, "option must be True or False, not int: 2"),
        (values.whole, 1.5, "option must be an int, not float: 1.5"),
        (values.whole, True, "option must be an int, not bool: True"),
        (values.texts, "NET_ADMIN", "option must be a sequence of str, such as ['a', 'b'], not str: 'NET_ADMIN'"),
        (values.texts, ["a", 1], "option[1] must be a str, not int: 1"),
        (values.texts, {"a": 1}, "option must be a sequence of str, such as ['a', 'b'], not dict: {'a': 1}"),
        (values.texts_or_numbers, "audio", "option must be a sequence of str or int"),
        (values.texts_or_numbers, [None], "option[0] must be a str or an int, not NoneType: None"),
        (values.text_map, ["a=b"], "option must be a mapping of str to str, not list: ['a=b']"),
        (values.text_map, {1: "a"}, "the keys of option must be a str, not int: 1"),
        (values.text_map, {"a": None}, "option['a'] must be a str or an int, not NoneType: None"),
        (values.labels, "a=b", "option must be a mapping of str to str, or a sequence of names, not str: 'a=b'"),
        (values.tmpfs, "/run", "option must be a mapping such as {'/run': 'size=64m'}, or a sequence of "),
        (values.tmpfs, {"/run": 5}, "option['/run'] must be a str, not int: 5"),
        (values.extra_hosts, "a:b", "option must be a sequence of str"),
    ],
)
def test_another_type_is_refused(read: Callable[[str, object], Any], given: object, says: str) -> None:
    with pytest.raises(InvalidType) as caught:
        read("option", given)
    assert says in str(caught.value)


def test_arguments_stay_as_they_are() -> None:
    given = {"a": "1"}
    values.text_map("labels", given)["b"] = "2"
    assert given == {"a": "1"}
