"""Configs and secrets as people write them; content is shown by no error."""

from typing import Any

import pytest

from dockwright.errors import InvalidArgument
from dockwright.options.stored import changes, encoded, new_config, new_secret, version_index
from dockwright_api import operations

SECRET = "hunter2"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("a", "YQ=="),
        ("ä", "w6Q="),
        (b"\xff\xfe\xfd", "//79"),
        (bytearray(b"a"), "YQ=="),
        (memoryview(b"a"), "YQ=="),
    ],
)
def test_content_is_encoded(data: Any, expected: str) -> None:
    assert encoded(data) == expected


@pytest.mark.parametrize(
    ("data", "expected"), [("//79", "//79"), (b"//79", "//79"), ("__79", "//79"), ("----", "++++")]
)
def test_content_that_is_encoded_already(data: Any, expected: str) -> None:
    assert encoded(data, b64=True) == expected


def test_every_option() -> None:
    assert new_config("n", "a") == {"Name": "n", "Data": "YQ=="}
    assert new_config("n", "a", labels={"a": "b"}, templating="golang") == {
        "Name": "n",
        "Data": "YQ==",
        "Labels": {"a": "b"},
        "Templating": {"Name": "golang"},
    }
    driver = {"Name": "vault", "Options": {"a": 1}}
    assert new_secret("n", None, driver=driver, templating={"Name": "golang"}, labels=None) == {
        "Name": "n",
        "Driver": {"Name": "vault", "Options": {"a": "1"}},
        "Templating": {"Name": "golang"},
    }
    assert new_secret("n", "YQ==", b64=True) == {"Name": "n", "Data": "YQ=="}


def test_changes_are_what_was_given() -> None:
    assert changes() == changes(None, name=None, labels=None) == {}
    assert changes("a", name="n", labels={}, driver="d") == {
        "Data": "YQ==",
        "Name": "n",
        "Labels": {},
        "Driver": {"Name": "d"},
    }


@pytest.mark.parametrize(
    ("data", "b64", "error", "message"),
    [
        (b"", False, InvalidArgument, "data is empty"),
        ("", True, InvalidArgument, "data is empty"),
        (f"{SECRET}!", True, InvalidArgument, "data is not base64"),
        ([SECRET], False, TypeError, "data must be a str or bytes, not list"),
        (7, False, TypeError, "data must be a str or bytes, not int"),
    ],
)
def test_content_that_is_refused_is_not_shown(data: Any, b64: bool, error: type[Exception], message: str) -> None:
    for make in (new_config, new_secret):
        with pytest.raises(error, match=message) as caught:
            make("n", data, b64=b64)
        assert SECRET not in f"{caught.value}{caught.value!r}{caught.value.__dict__}"
        assert caught.value.__suppress_context__ or caught.value.__context__ is None


@pytest.mark.parametrize(
    ("make", "error", "message"),
    [
        (lambda: new_secret("n", None), InvalidArgument, "data is missing"),
        (lambda: new_config("n", None), TypeError, "data must be"),  # type: ignore[arg-type]  # a wrong type is meant
        (lambda: new_config("", "a"), InvalidArgument, "name must not be empty"),
        (lambda: new_config(7, "a"), TypeError, "name must be a str"),  # type: ignore[arg-type]  # the same
        (lambda: new_config("n", "a", templating=7), TypeError, "templating must be a mapping"),  # type: ignore[arg-type]  # the same
        (lambda: new_secret("n", None, driver={"Nme": "a"}), InvalidArgument, "driver has the key 'Nme'"),
    ],
)
def test_what_is_refused(make: Any, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        make()


@pytest.mark.parametrize(("version", "expected"), [(7, 7), ("7", 7), ({"Index": 7}, 7), (None, None), (0, 0)])
def test_versions(version: Any, expected: int | None) -> None:
    assert version_index(version) == expected


@pytest.mark.parametrize("version", ["v7", "", True, 1.5, {}, []])
def test_versions_that_are_refused(version: Any) -> None:
    with pytest.raises(TypeError, match="version must be"):
        version_index(version)


def test_an_operation_does_not_show_the_content() -> None:
    for operation in (
        operations.secrets.create(new_secret("n", SECRET)),
        operations.configs.create(new_config("n", SECRET)),
    ):
        assert encoded(SECRET) not in repr(operation)
