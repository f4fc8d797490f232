"""Registries by their many names."""

import pytest

from dockwright.errors import InvalidType
from dockwright.settings.registries import HUB, HUB_KEY, canonical, registry_of, server_key


@pytest.mark.parametrize(
    ("image", "registry"),
    [
        ("busybox", HUB),
        ("library/busybox:1", HUB),
        ("docker.io/library/busybox", HUB),
        ("index.docker.io/busybox", HUB),
        ("registry-1.docker.io/library/busybox", HUB),
        ("host:5000/name", "host:5000"),
        ("localhost/name", "localhost"),
        ("registry.example/a/b:tag@sha256:0", "registry.example"),
        ("GHCR.io/name", "ghcr.io"),
    ],
)
def test_the_registry_of_an_image(image: str, registry: str) -> None:
    assert registry_of(image) == registry


@pytest.mark.parametrize(
    "name",
    [
        "docker.io",
        "index.docker.io",
        "registry-1.docker.io",
        "https://index.docker.io/v1/",
        "https://index.docker.io/v1",
        "http://docker.io",
        " docker.io ",
        "",
    ],
)
def test_docker_hub_has_many_names_and_one_key(name: str) -> None:
    assert canonical(name) == HUB
    assert server_key(name) == HUB_KEY


@pytest.mark.parametrize("name", ["Host:5000", "https://host:5000", "http://host:5000/v2/", "host:5000/v1/"])
def test_another_registry_goes_by_its_host(name: str) -> None:
    assert canonical(name) == server_key(name) == "host:5000"


def test_an_image_that_is_no_text_is_refused() -> None:
    with pytest.raises(InvalidType, match="the name of an image must be a str, not int: 5"):
        registry_of(5)  # type: ignore[arg-type]  # what is refused
