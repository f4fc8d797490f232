"""The functions of aiodocker's utils; what they give is aiodocker's, but for the faults."""

import gzip
import io
import json
import secrets
import tarfile
import tempfile
from typing import Any

import pytest

from dockwright.aio import Docker, utils
from tests.fakes.engine import FakeEngine


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (None, {}),
        ({}, {}),
        ({"name": "web"}, {"name": ["web"]}),
        ({"label": ["a=b", "c"], "dangling": True}, {"label": ["a=b", "c"], "dangling": ["true"]}),
        ({"label": ("a", "b")}, {"label": ["a", "b"]}),
    ],
)
def test_clean_filters(filters: Any, expected: dict[str, list[str]]) -> None:
    """Aiodocker B15: the argument is changed."""
    before = json.dumps(filters)
    written = utils.clean_filters(filters)
    assert json.loads(written) == expected
    assert written == json.dumps(expected), "programs compare it as text"
    assert json.dumps(filters) == before


def test_clean_filters_refuses_what_is_no_mapping() -> None:
    with pytest.raises(TypeError, match="filters must be a mapping, not list"):
        utils.clean_filters(["a"])  # type: ignore[arg-type]  # what is refused


def test_httpize() -> None:
    """Aiodocker B16: None is sent as the text null."""
    assert utils.httpize(None) is None
    assert utils.httpize({"a": True, "b": False, "c": "text", "d": 5, "e": {"k": ["v"]}, "f": None}) == {
        "a": "1",
        "b": "0",
        "c": "text",
        "d": "5",
        "e": '{"k": ["v"]}',
    }


@pytest.mark.parametrize(
    ("value", "expected"),
    [("true", True), ("YES", True), ("1", True), ("y", True), ("No", False), ("0", False), (1, True), (None, False)],
)
def test_human_bool(value: object, expected: bool) -> None:
    assert utils.human_bool(value) is expected


def test_human_bool_refuses_other_words() -> None:
    with pytest.raises(ValueError, match="'maybe' is neither yes nor no; write one of true, yes"):
        utils.human_bool("maybe")


CONTENT_TYPES: list[tuple[str, tuple[str, str, dict[str, str]]]] = [
    ("application/json", ("application", "json", {})),
    ("Text/Plain; Charset=UTF-8", ("text", "plain", {"charset": "utf-8"})),
    ("text/plain; a=b=c; d=e;", ("text", "plain", {"a": "b=c", "d": "e"})),
]


@pytest.mark.parametrize(("text", "expected"), CONTENT_TYPES)
def test_parse_content_type(text: str, expected: object) -> None:
    assert utils.parse_content_type(text) == expected


@pytest.mark.parametrize("text", ["", "text", "a/b/c", "text/plain; charset"])
def test_parse_content_type_refuses_what_is_malformed(text: str) -> None:
    with pytest.raises(ValueError, match="a content type is written"):
        utils.parse_content_type(text)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ({"a": 1, "b": [1, {"c": 2}]}, {"b": [1, {"c": 2}], "a": 1}, True),
        ({"a": {}}, {}, True),
        ({"a": 1}, {"a": 2}, False),
        ({"a": 1}, {}, False),
        ([1, 2], [1], False),
        ([1, 2], [2, 1], False),
        (1, True, False),
        ("a", "a", True),
    ],
)
def test_identical(one: object, other: object, same: bool) -> None:
    assert utils.identical(one, other) is same
    assert utils.identical(other, one) is same


def test_clean_map() -> None:
    given: dict[str, object] = {"a": None, "b": {}, "c": [], "d": 0}
    assert utils.clean_map(given) == {"b": {}, "c": [], "d": 0}
    assert "a" in given


@pytest.mark.parametrize(("value", "expected"), [("v", "K=v"), (b"v", "K=v"), (None, "K"), ("", "K=")])
def test_format_env(value: str | bytes | None, expected: str) -> None:
    assert utils.format_env("K", value) == expected


def test_clean_networks() -> None:
    assert utils.clean_networks(None) == utils.clean_networks([]) == []
    assert utils.clean_networks(["a", {"Target": "b"}]) == [{"Target": "a"}, {"Target": "b"}]
    with pytest.raises(TypeError, match="networks must be a list"):
        utils.clean_networks("a")


@pytest.mark.parametrize("named", [False, True])
def test_mktar_from_dockerfile(named: bool) -> None:
    with io.BytesIO() if not named else tempfile.TemporaryFile() as dockerfile:
        dockerfile.write(b"FROM scratch\n")
        dockerfile.seek(0)
        with utils.mktar_from_dockerfile(dockerfile) as packed:
            content = packed.read()
    assert gzip.decompress(content)
    with tarfile.open(fileobj=io.BytesIO(content)) as archive:
        assert archive.getnames() == ["Dockerfile"]
        member = archive.extractfile("Dockerfile")
        assert member is not None
        assert member.read() == b"FROM scratch\n"


def test_compose_auth_header() -> None:
    assert (
        utils.compose_auth_header({"username": "alice", "password": "~"})
        == "eyJ1c2VybmFtZSI6ICJhbGljZSIsICJwYXNzd29yZCI6ICJ-In0="
    )
    assert utils.compose_auth_header("YWxpY2U6fg==", "host:5000") == utils.compose_auth_header(
        {"username": "alice", "password": "~", "email": None, "serveraddress": "host:5000"}
    )
    with pytest.raises(TypeError, match="auth must be"):
        utils.compose_auth_header(5)  # type: ignore[arg-type]  # what is refused


PLAIN = {"Content-Type": "text/plain; charset=latin-1"}
JSON = {"Content-Type": "application/json; charset=utf-8"}


async def parsed(docker: Docker, fake_engine: FakeEngine, body: Any, headers: dict[str, str], **how: Any) -> Any:
    path = f"/{secrets.token_hex(4)}"
    fake_engine.reply("GET", path, body=body, headers=headers)
    async with docker.session.get(f"http://docker{path}") as response:
        return await utils.parse_result(response, **how)


async def test_parse_result(docker: Docker, fake_engine: FakeEngine) -> None:
    """Aiodocker B10: JSON with a charset in its content type is no JSON."""
    assert await parsed(docker, fake_engine, b'{"a": 1}', JSON) == {"a": 1}
    assert await parsed(docker, fake_engine, b"caf\xe9", PLAIN) == "caf\u00e9"
    assert await parsed(docker, fake_engine, b"caf\xe9", PLAIN, response_type="bytes") == b"caf\xe9"
    with tempfile.TemporaryFile() as file:
        tarfile.open(fileobj=file, mode="w").close()
        file.seek(0)
        content = file.read()
    with await parsed(docker, fake_engine, content, {"Content-Type": "application/x-tar"}) as archive:
        assert archive.getnames() == []
    with pytest.raises(TypeError, match="image/png, which tells nothing"):
        await parsed(docker, fake_engine, b"", {"Content-Type": "image/png"})
