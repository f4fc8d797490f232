"""Whole requests in the place of a name and options."""

import pytest

from dockwright.options.bodies import is_body, refuse_beside
from dockwright_api import models


def test_what_is_a_whole_request() -> None:
    assert is_body({})
    assert is_body(models.NetworkCreateRequest(name="n"))
    assert not is_body("n")
    assert not is_body(None)
    assert not is_body(7)


def test_options_beside_one() -> None:
    refuse_beside("config", {}, None)
    refuse_beside("config", {}, {"a": None})
    with pytest.raises(TypeError, match="a cannot be given beside a whole config; write it in there"):
        refuse_beside("config", {}, {"a": False})
    with pytest.raises(
        TypeError, match="config must be a name as a str, or a mapping of the Engine's own JSON, not int"
    ):
        refuse_beside("config", 7, None)
