"""Names of images: repository, tag, digest, registry."""

import pytest

from dockwright.options.references import new_name, new_names, parse_reference

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
    with pytest.raises(ValueError, match=r"^from_image must (not be empty: give|be) the name of an image"):
        parse_reference(name, argument="from_image")


def test_other_types_are_refused() -> None:
    with pytest.raises(TypeError, match=r"^name must be the name of an image, not NoneType"):
        parse_reference(None)  # type: ignore[arg-type]  # what is refused


@pytest.mark.parametrize(
    "name",
    [
        "app",
        "app:1.0",
        "a/b__c/d-e.f:V_1",
        "localhost:5000/app:1",
        "Registry.example/app",
        "[::1]:5000/app:tag",
        "[fe80::1]/app",
        "a--b",
    ],
)
def test_names_for_new_images(name: str) -> None:
    """docker-py 1.12: registries by IPv6 addresses are refused."""
    assert new_name("tag", name) == name
    assert new_names("tag", [name, "other"]) == [name, "other"]
    assert new_names("tag", name) == [name]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("", "must be a name such as"),
        ("App", "must be a name in lower case"),
        ("a b", "must be a name such as"),
        ("a:", "the tag in tag"),
        ("a:-b", "the tag in tag"),
        ("a:" + "x" * 129, "the tag in tag"),
        ("a:é", "the tag in tag"),
        ("/a", "must be a name"),
        ("a//b", "must be a name"),
        (f"a@{DIGEST}", "without a digest"),
        ("http://host/a", "must be a name"),
        ("-host/a", "must be a name"),
        ("a\n", "must be a name"),
        ("a:b\n", "the tag in tag"),
    ],
)
def test_names_that_no_image_can_have(name: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        new_name("tag", name)


def test_a_tag_apart() -> None:
    assert new_name("repository", "a:b", "b") == "a:b"
    with pytest.raises(ValueError, match="names the tag 'b', and another is given: 'c'"):
        new_name("repository", "a:b", "c")
    with pytest.raises(ValueError, match="the tag in repository"):
        new_name("repository", "a", "/")


@pytest.mark.parametrize("name", [None, 5, b"a", {"a": 1}])
def test_names_of_another_type(name: object) -> None:
    with pytest.raises(TypeError, match=r"tag must be a name such as 'app:1\.0'"):
        new_names("tag", name)
    with pytest.raises(TypeError, match=r"tag\[0\] must be a name"):
        new_names("tag", [name])
