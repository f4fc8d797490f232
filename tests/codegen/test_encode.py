"""The asset that turns arguments into text."""

import json
from base64 import urlsafe_b64decode
from collections.abc import Iterator
from typing import Any

import pytest

from codegen.assets import encode


@pytest.mark.parametrize(
    ("segment", "quoted"),
    [
        ("abc", "abc"),
        ("registry:5000/team/image:tag", "registry:5000%2Fteam%2Fimage:tag"),
        ("image@sha256:0a", "image@sha256:0a"),
        ("a b", "a%20b"),
        ("a?b#c", "a%3Fb%23c"),
        ("a%2Fb", "a%252Fb"),
        ("..", "%2E%2E"),
        (".", "%2E"),
        ("../info", "..%2Finfo"),
        ("täg", "t%C3%A4g"),
        ("{}", "%7B%7D"),
    ],
)
def test_a_segment_stays_one_segment(segment: str, quoted: str) -> None:
    assert encode.path("/x/{id}/json", id=segment) == f"/x/{quoted}/json"


@pytest.mark.parametrize("segment", [None, 5, b"abc"])
def test_a_segment_that_is_no_text_is_refused(segment: Any) -> None:
    with pytest.raises(TypeError, match=r"^name must be an id or a name, not (NoneType|int|bytes)"):
        encode.path("/x/{name}", name=segment)


def test_an_empty_segment_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^name must not be empty: give an id or a name"):
        encode.path("/x/{id}/{name}", id="a", name="")


def test_query_leaves_out_none_and_writes_text() -> None:
    pairs = encode.query(("a", None), ("b", True), ("c", False), ("d", 0), ("e", ""), ("f", 1.5), ("g", "x"))
    assert pairs == (("b", "1"), ("c", "0"), ("d", "0"), ("e", ""), ("f", "1.5"), ("g", "x"))


def generator() -> Iterator[str]:
    yield from ("a", "b")


@pytest.mark.parametrize("values", [["a", "b"], ("a", "b"), {"a": 1, "b": 2}, generator()])
def test_query_repeats_the_key_for_several_values(values: Any) -> None:
    assert encode.query(("t", values)) == (("t", "a"), ("t", "b"))


def test_query_takes_a_single_text_as_one_value() -> None:
    assert encode.query(("t", "image:tag")) == (("t", "image:tag"),)


@pytest.mark.parametrize("value", [object(), b"bytes", [["nested"]], [None]])
def test_query_refuses_what_has_no_text(value: Any) -> None:
    with pytest.raises(TypeError, match=r"^tail "):
        encode.query(("tail", value))


def test_headers_leave_out_none() -> None:
    assert encode.headers(("X-A", "1"), ("X-B", None)) == (("X-A", "1"),)


def test_filters_are_lists_of_text() -> None:
    given: encode.Filters = {"label": ["a=b", "c"], "dangling": True, "is-task": [False], "exited": 0, "name": "x"}
    written = encode.filters(given)
    assert written is not None
    assert json.loads(written) == {
        "label": ["a=b", "c"],
        "dangling": ["true"],
        "is-task": ["false"],
        "exited": ["0"],
        "name": ["x"],
    }
    assert given["dangling"] is True


def test_no_filters_and_empty_filters() -> None:
    assert encode.filters(None) is None
    assert encode.filters({}) == "{}"


@pytest.mark.parametrize("value", ["label=x", ["label"], 5])
def test_filters_that_are_no_mapping_are_refused(value: Any) -> None:
    with pytest.raises(TypeError, match="filters must be a mapping, not"):
        encode.filters(value)


@pytest.mark.parametrize("value", [None, object(), [None], [["x"]], b"x"])
def test_filter_values_that_are_no_text_are_refused(value: Any) -> None:
    with pytest.raises(TypeError, match=r"filters\['label'\]"):
        encode.filters({"label": value})


def test_json_arguments() -> None:
    assert encode.json(None) is None
    assert encode.json({"os": "linux", "tags": ("a", "b")}) == '{"os":"linux","tags":["a","b"]}'
    assert encode.json_items(None) is None
    assert encode.json_items(iter([{"a": 1}, {}])) == ['{"a":1}', "{}"]


def test_credentials_are_url_safe_base64() -> None:
    written = encode.base64_json({"username": "ÿ?>", "password": "x"})
    assert written is not None
    assert json.loads(urlsafe_b64decode(written)) == {"username": "ÿ?>", "password": "x"}
    assert not set(written) & set("+/")
    assert encode.base64_json("bm90aGluZw==") == "bm90aGluZw=="
    assert encode.base64_json(None) is None


@pytest.mark.parametrize(("value", "kind"), [(object(), "object"), (b"x", "bytes")])
def test_what_is_not_json_is_refused(value: object, kind: str) -> None:
    with pytest.raises(TypeError, match=f"{kind} is not JSON"):
        encode.json({"a": value})
