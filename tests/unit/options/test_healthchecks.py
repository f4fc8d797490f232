"""Checks of health that cannot be."""

from typing import Any

import pytest

from dockwright.errors import InvalidArgument
from dockwright.options.healthchecks import healthcheck


def test_only_what_is_given_is_sent() -> None:
    """docker-py 1.10: a check has no nulls for what is not given."""
    assert healthcheck("healthcheck", {"test": "true", "interval": None, "retries": 0}) == {
        "Test": ["CMD-SHELL", "true"],
        "Retries": 0,
    }
    assert healthcheck("healthcheck", {}) == {}


@pytest.mark.parametrize(
    ("given", "error", "says"),
    [
        ({"test": ["true"]}, InvalidArgument, "healthcheck['test'] must begin with one of CMD, CMD-SHELL, NONE"),
        ({"test": 1}, TypeError, "healthcheck['test'] must be a sequence of str"),
        ({"interval": 30}, InvalidArgument, "30 seconds are written 30.0 or '30s'"),
        ({"retries": -1}, InvalidArgument, "healthcheck['retries'] must be 0 or more, not -1"),
        ({"retries": "3"}, TypeError, "healthcheck['retries'] must be an int"),
        ({"intervall": 1.0}, InvalidArgument, "did you mean 'interval'?"),
        ("true", TypeError, "healthcheck must be a mapping such as {'test': 'true', 'interval': '30s'}, not str"),
    ],
)
def test_what_cannot_be_is_refused(given: Any, error: type[Exception], says: str) -> None:
    with pytest.raises(error) as caught:
        healthcheck("healthcheck", given)
    assert says in str(caught.value)
