"""Platforms of images."""

from typing import Any

import pytest

from dockwright.options.platforms import platform_option, platform_options
from dockwright_api import models


@pytest.mark.parametrize(
    ("given", "fields"),
    [
        ("linux", {"os": "linux"}),
        ("linux/arm64", {"os": "linux", "architecture": "arm64"}),
        ("linux/arm/v7", {"os": "linux", "architecture": "arm", "variant": "v7"}),
        ({"os": "windows", "os.version": "10"}, {"os": "windows", "os.version": "10"}),
        (models.OCIPlatform(os="linux", architecture="amd64"), {"os": "linux", "architecture": "amd64"}),
    ],
)
def test_every_form(given: Any, fields: dict[str, str]) -> None:
    assert platform_option("platform", given) == fields
    assert platform_options("platform", given) == [fields]
    assert platform_options("platform", [given, given]) == [fields, fields]


def test_none_stays_none() -> None:
    assert platform_option("platform", None) is None
    assert platform_options("platform", None) is None


@pytest.mark.parametrize("given", ["", "linux/", "/arm64", "a/b/c/d", {"arch": "x"}])
def test_what_is_none(given: Any) -> None:
    with pytest.raises(ValueError, match="platform"):
        platform_option("platform", given)


@pytest.mark.parametrize("given", [5, True, b"linux", models.OCIPlatform])
def test_what_is_of_another_type(given: Any) -> None:
    with pytest.raises(TypeError, match="platform must be text such as 'linux/arm64'"):
        platform_option("platform", given)
