"""Replies: values of every framing, the right error for every status, and what is no engine's reply at all."""

import json
from base64 import b64encode, urlsafe_b64encode
from typing import Any

import pytest
from pydantic import ValidationError

from dockwright.errors import (
    ApiError,
    BadRequest,
    Conflict,
    ContainerNotFound,
    DockerError,
    DockerStreamError,
    ImageNotFound,
    ServerError,
    UnexpectedReply,
)
from dockwright.wire.reply import (
    PATH_STAT_HEADER,
    decode_path_stat,
    error_reply,
    raise_for_progress,
    read_json,
    read_model,
    succeeded,
)
from dockwright_api import models, operations
from dockwright_api.operation import Operation

JSON = "application/json"
READERS = pytest.mark.parametrize("read", [read_model, read_json])

LIST = operations.containers.list()
START = operations.containers.start("c")
REMOVE = operations.containers.delete("c")
PING = operations.system.ping()
CHANGES = operations.containers.changes("c")
STAT = operations.containers.archive_info("c", "/etc/hostname")
STAT_VALUE = {
    "name": ">>>>>???? \u00ff\u00fe",
    "size": 13,
    "mode": 420,
    "mtime": "2026-01-02T03:04:05Z",
    "linkTarget": "",
}


class TestValues:
    def test_json_as_a_model(self) -> None:
        (container,) = read_model(LIST, 200, JSON, b'[{"Id":"4f53","Names":["/web"],"State":"running"}]\n')
        assert isinstance(container, models.ContainerSummary)
        assert (container.id, container.names, container.state) == ("4f53", ["/web"], "running")

    def test_json_as_it_is(self) -> None:
        body = b'[{"Id":"4f53","Names":["/web"],"NewInTheNextVersion":[1,2]}]\n'
        assert read_json(LIST, 200, JSON, body) == json.loads(body)

    @READERS
    def test_the_content_type_does_not_decide_about_json(self, read: Any) -> None:
        assert len(read(LIST, 200, "", b"[{}]")) == 1
        assert len(read(LIST, 200, "application/json; charset=utf-8", b"[{}]")) == 1

    @READERS
    @pytest.mark.parametrize("body", [b"", b"\n", b" \r\n"])
    def test_no_body_is_none(self, read: Any, body: bytes) -> None:
        assert read(operations.system.auth({}), 200, JSON, body) is None

    @READERS
    def test_no_content_is_none(self, read: Any) -> None:
        assert read(operations.system.auth({}), 204, "", b"") is None

    @READERS
    def test_null_for_a_list_is_an_empty_list(self, read: Any) -> None:
        assert read(CHANGES, 200, JSON, b"null\n") == []

    def test_alternatives_are_not_checked(self) -> None:
        assert read_json(operations.system.auth({}), 200, JSON, b'{"Status":"ok"}') == {"Status": "ok"}

    @READERS
    def test_an_operation_without_a_reply_gives_none(self, read: Any) -> None:
        assert read(REMOVE, 204, "", b"") is None
        assert read(REMOVE, 200, "text/plain", b"ignored") is None

    @READERS
    @pytest.mark.parametrize("operation", [START, operations.containers.stop("c", t=5)], ids=lambda each: each.name)
    def test_already_so_is_success(self, read: Any, operation: Operation[None, None]) -> None:
        assert read(operation, 304, "", b"") is None

    @READERS
    def test_text(self, read: Any) -> None:
        assert read(PING, 200, "text/plain; charset=utf-8", b"OK") == "OK"
        assert read(PING, 200, "", b"\xff") == "\ufffd"

    @READERS
    def test_a_string_of_json(self, read: Any) -> None:
        assert read(operations.swarm.init({}), 200, JSON, b'"7v2t30z9"\n') == "7v2t30z9"

    @pytest.mark.parametrize("encode", [b64encode, urlsafe_b64encode], ids=["docker", "podman"])
    def test_a_reply_in_a_header(self, encode: Any) -> None:
        header = encode(json.dumps(STAT_VALUE, ensure_ascii=False).encode())
        assert {*b"+/"} <= {*header} or {*b"-_"} <= {*header}
        assert read_json(STAT, 200, "", header) == STAT_VALUE
        assert decode_path_stat(header) == STAT_VALUE
        assert decode_path_stat(header.decode().rstrip("=")) == STAT_VALUE
        stat = read_model(STAT, 200, "", header)
        assert isinstance(stat, models.PathStat)
        assert (stat.name, stat.size) == (STAT_VALUE["name"], 13)


class TestSuccess:
    @pytest.mark.parametrize("status", [200, 201, 204, 299])
    def test_2xx_is_success(self, status: int) -> None:
        assert succeeded(LIST, status)

    @pytest.mark.parametrize("status", [100, 101, 199, 300, 301, 304, 307, 400, 404, 500])
    def test_nothing_else_is(self, status: int) -> None:
        assert not succeeded(LIST, status)

    def test_101_is_success_of_an_upgrade(self) -> None:
        assert succeeded(operations.containers.attach("c"), 101)
        assert succeeded(operations.containers.attach_websocket("c"), 101)

    def test_304_is_success_only_where_it_says_already_so(self) -> None:
        assert succeeded(START, 304)
        assert not succeeded(operations.containers.restart("c"), 304)


class TestErrors:
    @pytest.mark.parametrize(
        ("operation", "status", "kind"),
        [
            (LIST, 400, BadRequest),
            (LIST, 500, ServerError),
            (LIST, 503, ServerError),
            (LIST, 418, ApiError),
            (START, 404, ContainerNotFound),
            (REMOVE, 409, Conflict),
            (operations.containers.create({}), 404, ImageNotFound),
        ],
    )
    def test_the_class_follows_from_status_and_operation(
        self, operation: Operation[Any, Any], status: int, kind: type[DockerError]
    ) -> None:
        error = error_reply(operation, status, JSON, b'{"message":"No such thing: c"}\n')
        assert type(error) is kind
        assert (error.status, error.message) == (status, "No such thing: c")
        assert isinstance(error, ApiError)
        assert error.operation == operation.name

    @READERS
    def test_readers_raise_it(self, read: Any) -> None:
        with pytest.raises(ContainerNotFound, match=r"\[404\] No such container: c"):
            read(START, 404, JSON, b'{"message":"No such container: c"}')

    @pytest.mark.parametrize(
        ("content_type", "body", "message"),
        [
            ("application/json; charset=utf-8", b'{"message":"caf\xc3\xa9"}', "caf\u00e9"),
            ("application/json", b'{"cause":"c","message":"m","response":404}', "m"),
            ("application/json", b'{"cause":"c","message":"","response":500}', "c"),
            ("text/plain; charset=utf-8", b'{"message":"in text"}', "in text"),
            ("text/plain; charset=utf-8", b"404 page not found\n", "404 page not found"),
            ("application/json", b'"a string"', "a string"),
            ("application/json", b'{"detail":"Not Found"}', '{"detail":"Not Found"}'),
            ("application/json", b'{"message":["odd"]}', '{"message":["odd"]}'),
            ("application/json", b'{"message":', '{"message":'),
            ("", b"caf\xff", "caf\ufffd"),
            ("application/json", b"", "ContainerStart: status 500 without a message"),
        ],
    )
    def test_the_message_is_the_engines_own(self, content_type: str, body: bytes, message: str) -> None:
        error = error_reply(START, 500, content_type, body)
        assert type(error) is ServerError
        assert error.message == message

    def test_a_message_without_end_is_cut(self) -> None:
        assert len(error_reply(START, 500, "text/plain", b"x" * 1_000_000).message) == 4003


class TestNotAnEngine:
    HTML = b"<!DOCTYPE html>\n<html><head><title>Welcome to nginx!</title></head></html>"

    @READERS
    @pytest.mark.parametrize("operation", [LIST, PING, REMOVE], ids=lambda each: each.name)
    @pytest.mark.parametrize("status", [200, 404, 502])
    @pytest.mark.parametrize("content_type", ["text/html; charset=utf-8", "", "text/plain"])
    def test_a_web_page(self, read: Any, operation: Operation[Any, Any], status: int, content_type: str) -> None:
        with pytest.raises(UnexpectedReply, match=f"{operation.name}: unexpected reply with status {status}") as caught:
            read(operation, status, content_type, self.HTML)
        assert "DOCTYPE html" in caught.value.message
        assert "is the peer a Docker engine?" in caught.value.message

    @READERS
    @pytest.mark.parametrize("status", [301, 302, 307, 308])
    def test_a_redirect(self, read: Any, status: int) -> None:
        with pytest.raises(UnexpectedReply, match=f"status {status}: a redirect"):
            read(LIST, status, "text/plain", b"Moved")

    def test_a_redirect_that_cleans_a_path_says_that_there_is_no_such_name(self) -> None:
        error = error_reply(operations.containers.inspect("a/../b"), 301, "", b"")
        assert type(error) is ContainerNotFound
        assert "a/../b" in error.message

    @READERS
    def test_304_where_nothing_is_cached(self, read: Any) -> None:
        with pytest.raises(UnexpectedReply, match="status 304"):
            read(LIST, 304, "", b"")

    @READERS
    @pytest.mark.parametrize("body", [b"OK", b'[{"Id":', b"[1] [2]"])
    def test_what_is_no_json(self, read: Any, body: bytes) -> None:
        with pytest.raises(UnexpectedReply, match="ContainerList: unexpected reply with status 200") as caught:
            read(LIST, 200, JSON, body)
        assert caught.value.__cause__ is not None

    @pytest.mark.parametrize(
        ("operation", "body", "words"),
        [
            (LIST, b'{"users":[],"total":0}', "a JSON object with the keys users, total"),
            (LIST, b"{}", "an empty object"),
            (LIST, b'"text"', "JSON of the type str"),
            (operations.system.info(), b"[]", "a JSON array"),
            (LIST, b'{"a":1,"b":1,"c":1,"d":1,"e":1,"f":1}', "with the keys a, b, c, d, e, ..."),
            (operations.system.info(), b"null", "null"),
            (operations.swarm.init({}), b"17", "JSON of the type int"),
        ],
    )
    def test_json_of_another_type(self, operation: Operation[Any, Any], body: bytes, words: str) -> None:
        with pytest.raises(UnexpectedReply, match=words):
            read_json(operation, 200, JSON, body)
        with pytest.raises(UnexpectedReply):
            read_model(operation, 200, JSON, body)

    def test_a_model_that_does_not_fit_names_the_place_and_keeps_the_cause(self) -> None:
        body = b'[{"Id":"a","Names":["/a"]},{"Id":"b","Names":"s3cret"}]'
        with pytest.raises(UnexpectedReply, match=r"1\.Names: Input should be a valid array") as caught:
            read_model(LIST, 200, JSON, body)
        assert isinstance(caught.value.__cause__, ValidationError)
        assert "s3cret" not in caught.value.message

    def test_json_is_not_quoted_in_messages(self) -> None:
        for status, body in ((200, b'{"Token":"s3cret"'), (301, b'{"Token":"s3cret"}')):
            with pytest.raises(UnexpectedReply) as caught:
                read_json(LIST, status, JSON, body)
            assert "s3cret" not in caught.value.message

    def test_long_text_is_cut(self) -> None:
        with pytest.raises(UnexpectedReply) as caught:
            read_json(LIST, 200, "text/plain", b"word " * 100_000)
        assert len(caught.value.message) < 250

    @READERS
    @pytest.mark.parametrize(
        ("header", "words"),
        [
            (b"", f"no header {PATH_STAT_HEADER}"),
            (b"!!!", "no base64"),
            (b64encode(b"[1"), "ContainerArchiveInfo|holds no JSON"),
            (b64encode(b"[1]"), "ContainerArchiveInfo|holds a JSON array"),
        ],
    )
    def test_a_header_that_holds_no_reply(self, read: Any, header: bytes, words: str) -> None:
        with pytest.raises(UnexpectedReply, match=words):
            read(STAT, 200, "", header)
        with pytest.raises(UnexpectedReply, match=words):
            decode_path_stat(header)

    def test_an_error_reply_for_a_status_of_success_is_unexpected(self) -> None:
        assert type(error_reply(LIST, 200, JSON, b"[]")) is UnexpectedReply


class TestProgress:
    @pytest.mark.parametrize(
        "document",
        [
            {},
            {"status": "Pulling fs layer", "id": "a1"},
            {"stream": "error: only text"},
            {"error": "", "errorDetail": None},
            {"aux": {"ID": "sha256:1"}},
        ],
    )
    def test_progress_passes(self, document: dict[str, Any]) -> None:
        raise_for_progress(document)

    @pytest.mark.parametrize(
        ("document", "message", "status"),
        [
            ({"error": "denied", "errorDetail": {"message": "access denied", "code": 401}}, "access denied", 401),
            ({"errorDetail": {"message": "manifest unknown"}}, "manifest unknown", 0),
            ({"error": "pull access denied\n"}, "pull access denied", 0),
            ({"error": "returned a non-zero code: 7", "errorDetail": {"code": 7, "message": "exit 7"}}, "exit 7", 0),
            ({"error": "killed", "errorDetail": {"code": 137}}, "killed", 0),
            ({"error": "odd", "errorDetail": "text"}, "odd", 0),
        ],
    )
    def test_an_error_is_raised(self, document: dict[str, Any], message: str, status: int) -> None:
        with pytest.raises(DockerStreamError) as caught:
            raise_for_progress(document, progress=[{"status": "before"}])
        assert (caught.value.message, caught.value.status) == (message, status)
        detail = document.get("errorDetail", {})
        assert caught.value.error_detail == ({"raw": "text"} if detail == "text" else detail)
        assert caught.value.progress == [{"status": "before"}]
