"""Requests: targets, headers, bodies, and mistakes that are found before anything is sent."""

import io
from collections.abc import AsyncIterator, Mapping
from types import MappingProxyType
from typing import Any

import orjson
import pytest

from dockwright.wire.request import encode, encode_json
from dockwright_api import models, operations
from dockwright_api.operation import Framing, Operation

ODD_NAMES = ["a/b", "a?b=c", "a#b", "..", ".", "../x", "a b", "a%2Fb", "é☃", "a\nb", "a\\b", "a&b", "a;b", "{}"]


def with_body(body: Any, content_type: str = "application/json") -> Operation[None, None]:
    return Operation(name="Odd", method="POST", path="/odd", body=body, content_type=content_type)


@pytest.mark.parametrize("name", ODD_NAMES)
def test_a_name_stays_one_segment_and_changes_no_query(name: str) -> None:
    target = encode(operations.containers.delete(name, force=True), "1.43").target
    path, mark, query = target.partition("?")
    assert (path.count("/"), mark, query) == (3, "?", "force=1")
    assert path.startswith("/v1.43/containers/")
    assert target.isascii()
    assert path.rpartition("/")[2] not in ("", ".", "..")
    assert not set(target) & set(" #\n\\")


def test_the_version_is_a_prefix() -> None:
    operation = operations.containers.list(all=True)
    assert encode(operation).target == "/containers/json?all=1"
    assert encode(operation, "1.43").target == "/v1.43/containers/json?all=1"
    assert encode(operation).of_version("1.43") == encode(operation, "1.43")


def test_query_arguments_are_quoted() -> None:
    operation = operations.containers.list(filters={"label": ["a=b&c", "d e/+"]})
    assert encode(operation).target == (
        "/containers/json?filters=%7B%22label%22%3A%5B%22a%3Db%26c%22%2C%22d%20e%2F%2B%22%5D%7D"
    )


def test_engines_are_not_asked_to_compress() -> None:
    assert encode(operations.containers.get_archive("c", "/")).headers["Accept-Encoding"] == "identity"


def test_a_post_without_a_body_has_an_empty_one() -> None:
    assert encode(operations.containers.start("c")).body == b""
    assert encode(operations.containers.list()).body is None
    assert encode(operations.containers.delete("c")).body is None


def test_an_upgrade_asks_for_it() -> None:
    request = encode(operations.containers.attach("c", stdin=True))
    assert request.headers["Connection"] == "Upgrade"
    assert request.headers["Upgrade"] == "tcp"
    assert request.body == b""


def test_headers_and_bodies_do_not_show() -> None:
    operation = operations.images.create(from_image="a", registry_auth="hunter2")
    request = encode(operation)
    assert request.headers["X-Registry-Auth"] == "hunter2"
    assert "hunter2" not in f"{request!r}{operation!r}"
    secret = operations.secrets.create({"Name": "n", "Data": "hunter2"})
    assert "hunter2" not in f"{encode(secret)!r}{secret!r}"


@pytest.mark.parametrize(
    "body",
    [
        {"Image": "a", "HostConfig": {"Memory": 5}},
        models.ContainerCreateRequest(image="a", host_config=models.HostConfig(memory=5)),
        {"Image": "a", "HostConfig": models.HostConfig(memory=5)},
        MappingProxyType({"Image": "a", "HostConfig": MappingProxyType({"Memory": 5})}),
    ],
)
def test_models_and_json_are_sent_alike(body: Any) -> None:
    request = encode(operations.containers.create(body))
    assert request.headers["Content-Type"] == "application/json"
    assert isinstance(request.body, bytes)
    assert orjson.loads(request.body) == {"Image": "a", "HostConfig": {"Memory": 5}}


def test_none_that_was_given_is_sent() -> None:
    assert encode_json(models.HostConfig(memory=None), "X") == b'{"Memory":null}'


def test_sets_and_tuples_are_lists() -> None:
    assert encode_json({"a": ("x",), "b": {"y"}, "c": frozenset({"z"})}, "X") == b'{"a":["x"],"b":["y"],"c":["z"]}'


def replies_field() -> models.HostConfig:
    return models.HostConfig.model_validate({"Memroy": 5})


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (replies_field(), "HostConfig has no field 'Memroy'; did you mean 'memory'?"),
        ({"HostConfig": replies_field()}, "HostConfig has no field 'Memroy'; did you mean 'memory'?"),
        (
            models.ContainerCreateRequest(host_config=replies_field()),
            "ContainerCreateRequest has no field 'host_config.Memroy'; did you mean 'memory'?",
        ),
        (models.HostConfig.model_validate({"Zzzzzzzzz": 5}), "HostConfig has no field 'Zzzzzzzzz'"),
        ({"a": object()}, "object is not JSON"),
        ({"a": b"bytes"}, "bytes is not JSON"),
        ({1: "a"}, "Dict key must be str"),
    ],
)
def test_a_body_that_cannot_be_sent_is_refused_by_operation_and_field(body: Any, says: str) -> None:
    with pytest.raises(TypeError, match=r"^Odd: the body cannot be sent: ") as caught:
        encode(with_body(body))
    assert says in str(caught.value)


async def chunks() -> AsyncIterator[bytes]:
    yield b""


@pytest.mark.parametrize("body", [b"tar", io.BytesIO(), [b"tar"], (x for x in [b"tar"]), chunks()])
def test_binary_bodies_pass_as_they_are(body: Any) -> None:
    request = encode(with_body(body, "application/x-tar"))
    assert request.body is body
    assert request.headers["Content-Type"] == "application/x-tar"


@pytest.mark.parametrize("body", [bytearray(b"tar"), memoryview(b"tar")])
def test_other_bytes_become_bytes(body: bytearray | memoryview) -> None:
    assert encode(with_body(body, "application/x-tar")).body == b"tar"


@pytest.mark.parametrize("body", ["a path?", 7, {"a": b"b"}])
def test_bodies_that_are_no_bytes_are_refused(body: str | int | Mapping[str, bytes]) -> None:
    with pytest.raises(TypeError, match="Odd: the body must be bytes, a file, or an iterable of bytes, not "):
        encode(with_body(body, "application/x-tar"))


def test_a_detached_operation_is_no_upgrade() -> None:
    operation: Operation[None, None] = Operation(name="Odd", method="POST", path="/odd", framing=Framing.EMPTY)
    assert "Upgrade" not in encode(operation).headers
