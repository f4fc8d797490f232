"""Versions: compared as numbers, negotiated downwards, and both ranges named where they do not meet."""

from typing import Any, cast

import pytest

from dockwright.errors import DockerError, SettingsError, UnexpectedReply, VersionMismatch
from dockwright.policy.versions import ApiVersion, negotiate


def known(newest: str | None, oldest: str | None, pinned: str | None = None) -> str:
    return negotiate(newest, oldest, oldest_known="1.25", newest_known="1.55", pinned=pinned)


@pytest.mark.parametrize(
    ("text", "version"), [("1.41", (1, 41)), ("v1.9", (1, 9)), ("2.0", (2, 0)), (" 1.25 ", (1, 25))]
)
def test_versions_are_read_with_and_without_v(text: str, version: tuple[int, int]) -> None:
    assert ApiVersion.parse(text) == version
    assert str(ApiVersion.parse(text)) == f"{version[0]}.{version[1]}"


def test_versions_compare_as_numbers() -> None:
    texts = ["1.9", "1.10", "1.41", "2.0"]
    assert sorted(map(ApiVersion.parse, reversed(texts))) == [ApiVersion.parse(text) for text in texts]


@pytest.mark.parametrize("text", ["", "1", "1.", ".41", "1.41.0", "V1.41", "latest", "1.4x", "-1.4", "1.\u0664"])
def test_what_is_no_version_is_named(text: str) -> None:
    with pytest.raises(SettingsError, match=r"must be a version such as '1\.41'") as caught:
        ApiVersion.parse(text)
    assert repr(text) in caught.value.message
    assert isinstance(caught.value, ValueError)


@pytest.mark.parametrize("value", [1.40, 1, None, b"1.41", ("1", "41")])
def test_numbers_are_no_versions(value: Any) -> None:
    with pytest.raises(TypeError, match=r"api_version must be a str such as '1\.41'") as caught:
        ApiVersion.parse(cast(str, value))
    assert repr(value) in str(caught.value)


@pytest.mark.parametrize(
    ("newest", "oldest", "chosen"),
    [
        ("1.41", "1.12", "1.41"),
        ("1.55", "1.44", "1.55"),
        ("1.60", "1.44", "1.55"),
        ("1.25", "1.12", "1.25"),
        ("1.60", "1.55", "1.55"),
        ("v1.41", None, "1.41"),
        ("1.41", "", "1.41"),
        ("2.1", "1.50", "1.55"),
    ],
)
def test_the_newest_that_both_know(newest: str, oldest: str | None, chosen: str) -> None:
    assert known(newest, oldest) == chosen
    assert known(newest, oldest, pinned="auto") == chosen


@pytest.mark.parametrize(
    ("newest", "oldest", "spoken"),
    [
        ("1.24", "1.12", "1.12 to 1.24"),
        ("1.24", None, "up to 1.24"),
        ("1.99", "1.56", "1.56 to 1.99"),
        ("2.0", "2.0", "2.0 to 2.0"),
    ],
)
def test_a_mismatch_names_both_ranges(newest: str, oldest: str | None, spoken: str) -> None:
    with pytest.raises(VersionMismatch) as caught:
        known(newest, oldest)
    assert caught.value.message == f"no common API version: this engine speaks {spoken}, this client 1.25 to 1.55"


@pytest.mark.parametrize(
    ("pinned", "newest", "oldest"),
    [("1.30", "1.41", "1.12"), ("v1.30", None, None), ("1.25", None, None), ("1.55", "1.60", "1.44")],
)
def test_a_pinned_version_is_taken(pinned: str, newest: str | None, oldest: str | None) -> None:
    assert known(newest, oldest, pinned) == pinned.removeprefix("v")


@pytest.mark.parametrize("pinned", ["1.24", "1.56", "2.30"])
def test_a_pinned_version_that_this_client_does_not_know(pinned: str) -> None:
    with pytest.raises(VersionMismatch, match=f"{pinned} is not known: this client speaks 1.25 to 1.55"):
        known(None, None, pinned)


@pytest.mark.parametrize(
    ("newest", "oldest", "spoken"),
    [("1.41", "1.12", "1.12 to 1.41"), ("1.60", "1.52", "1.52 to 1.60"), (None, "1.52", "1.52 and newer")],
)
def test_a_pinned_version_that_the_engine_does_not_speak(newest: str | None, oldest: str, spoken: str) -> None:
    with pytest.raises(VersionMismatch, match=r"1\.50 is not spoken") as caught:
        known(newest, oldest, "1.50")
    assert f"it speaks {spoken}, this client 1.25 to 1.55" in caught.value.message


def test_a_malformed_pinned_version() -> None:
    with pytest.raises(SettingsError, match=r"api_version must be a version such as '1\.41', not 'newest'"):
        known("1.41", "1.12", "newest")


@pytest.mark.parametrize(("newest", "oldest"), [("latest", "1.12"), ("1.41", "x")])
def test_a_malformed_version_of_the_engine(newest: str, oldest: str) -> None:
    with pytest.raises(UnexpectedReply, match="as a version of its API"):
        known(newest, oldest)


def test_an_engine_without_a_version() -> None:
    with pytest.raises(UnexpectedReply, match="does not name its API version"):
        known(None, None)


def test_a_mismatch_is_a_wrong_setting() -> None:
    with pytest.raises(ValueError, match="no common API version") as caught:
        known("1.12", "1.0")
    assert isinstance(caught.value, DockerError)
