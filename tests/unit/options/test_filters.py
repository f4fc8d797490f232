"""Filters as mappings and as JSON text."""

import pytest

from dockwright.errors import InvalidArgument
from dockwright.options.filters import filters_option, filters_text


@pytest.mark.parametrize("filters", [None, {}, {"label": "a=b"}, {"status": ["running", "paused"]}])
def test_mappings_pass(filters: dict[str, str | list[str]] | None) -> None:
    assert filters_option(filters) is filters


def test_text_is_read_as_json() -> None:
    assert filters_option('{"label": ["a=b"]}') == {"label": ["a=b"]}


@pytest.mark.parametrize("filters", ["", "label=a", "[]", '"label"', "{"])
def test_text_that_is_no_object_is_refused_and_shown(filters: str) -> None:
    with pytest.raises(InvalidArgument, match="filters as text must be a JSON object") as caught:
        filters_option(filters)
    assert repr(filters) in str(caught.value)


def test_other_types_are_refused() -> None:
    with pytest.raises(TypeError, match="filters must be a mapping, not list"):
        filters_option(["label=a"])  # type: ignore[arg-type]  # what is refused


def test_as_text_they_look_as_python_writes_json() -> None:
    assert filters_text({"label": "a=b", "exited": [0, 1]}) == '{"label": ["a=b"], "exited": ["0", "1"]}'
    assert filters_text(None) == filters_text({}) == "{}"
