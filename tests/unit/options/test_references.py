"""Names of images: repository, tag, digest, registry."""

import pytest

from dockwright.options.references import parse_reference

DIGEST = "sha256:" + "a" * 64


@pytest.mark.parametrize(
    ("name", "tag", "repository", "picked"),
    [
        ("busybox", None, "busybox", "latest"),
        ("busybox:1.36", None, "busybox", "1.36"),
        ("busybox", "1.36", "busybox", "1.36"),
        ("busybox:1.36", "1.36", "busybox", "1.36"),
        ("busybox", "", "busybox", ""),
        ("host:5000/name", None, "host:5000/name", "latest"),
        ("host:5000/name:tag", None, "host:5000/name", "tag"),
        ("[::1]:5000/name", None, "[::1]:5000/name", "latest"),
        ("a/b/c:tag", None, "a/b/c", "tag"),
        (f"name@{DIGEST}", None, "name", DIGEST),
        (f"host:5000/name:tag@{DIGEST}", None, "host:5000/name", DIGEST),
    ],
)
def test_names_are_split(name: str, tag: str | None, repository: str, picked: str) -> None:
    assert parse_reference(name, tag) == (repository, picked)


@pytest.mark.parametrize(
    ("name", "tag", "whole"),
    [
        ("busybox", None, "busybox:latest"),
        ("host:5000/name", "1", "host:5000/name:1"),
        (f"name:1@{DIGEST}", None, f"name@{DIGEST}"),
        ("name", DIGEST, f"name@{DIGEST}"),
        ("name", "", "name"),
    ],
)
def test_the_whole_name(name: str, tag: str | None, whole: str) -> None:
    assert parse_reference(name, tag).name == whole


@pytest.mark.parametrize(
    ("name", "registry"),
    [
        ("busybox", ""),
        ("library/busybox", ""),
        ("host:5000/a", "host:5000"),
        ("localhost/a", "localhost"),
        ("r.io/a", "r.io"),
    ],
)
def test_the_registry(name: str, registry: str) -> None:
    assert parse_reference(name).registry == registry


@pytest.mark.parametrize(("name", "tag"), [("busybox:1", "2"), (f"busybox@{DIGEST}", "2")])
def test_two_tags_are_refused(name: str, tag: str) -> None:
    with pytest.raises(ValueError, match="and the argument tag names '2'; give one of them"):
        parse_reference(name, tag)


@pytest.mark.parametrize("name", ["", " ", ":tag", f"@{DIGEST}"])
def test_empty_names_are_refused(name: str) -> None:
    with pytest.raises(ValueError, match="the name of an image must not be empty"):
        parse_reference(name)


def test_other_types_are_refused() -> None:
    with pytest.raises(TypeError, match="an image must be named by a str, not NoneType"):
        parse_reference(None)  # type: ignore[arg-type]  # what is refused
