"""Errors: one root, the drawn tree, classes by status and operation, and copies that lose nothing."""

import copy
import inspect
import pickle
import re
from typing import Any

import pytest

from dockwright import errors
from dockwright.errors import (
    ApiError,
    BadRequest,
    BuildError,
    Conflict,
    ConnectionLost,
    ContainerEnded,
    ContainerError,
    ContainerNotFound,
    CredentialsError,
    DeadlineExceeded,
    DockerContainerError,
    DockerContextError,
    DockerContextInvalidError,
    DockerContextTLSError,
    DockerError,
    DockerStreamError,
    EndpointNotFound,
    EngineUnreachable,
    ExecTimeout,
    FileChanged,
    Forbidden,
    ImageLoadError,
    ImageNotFound,
    InvalidArgument,
    InvalidType,
    MalformedStream,
    MissingKey,
    NetworkNotFound,
    NotFound,
    OutcomeError,
    PathNotFound,
    ProtocolError,
    ServerError,
    ServiceFailed,
    ServiceTimeout,
    SettingsError,
    SubscriberLagged,
    TruncatedStream,
    Unauthorized,
    UnexpectedReply,
    UnsafeArchive,
    UnsupportedByEngineError,
    VersionMismatch,
    VolumeNotFound,
    WaitTimeout,
    api_error,
    replies,
    stream_error,
)
from dockwright.wire.loglines import LogLine
from dockwright_api import operations

CLASSES: dict[str, type[DockerError]] = {
    name: kind for name, kind in vars(errors).items() if inspect.isclass(kind) and issubclass(kind, DockerError)
}

# One of each kind with its str and repr.
EXAMPLES: list[tuple[DockerError, str, str]] = [
    (DockerError(500, "broken"), "[500] broken", "DockerError(500, 'broken')"),
    (DockerError(0, "ours"), "ours", "DockerError(0, 'ours')"),
    (SettingsError("bad"), "bad", "SettingsError(0, 'bad')"),
    (EndpointNotFound("none"), "none", "EndpointNotFound(0, 'none')"),
    (DockerContextError("bad", "c"), "bad (context: c)", "DockerContextError('bad', context='c')"),
    (DockerContextInvalidError("gone"), "gone", "DockerContextInvalidError('gone')"),
    (DockerContextTLSError("key", "c"), "key (context: c)", "DockerContextTLSError('key', context='c')"),
    (CredentialsError("no program"), "no program", "CredentialsError(0, 'no program')"),
    (VersionMismatch("1.12"), "1.12", "VersionMismatch(0, '1.12')"),
    (UnsupportedByEngineError("too new"), "too new", "UnsupportedByEngineError(0, 'too new')"),
    (InvalidArgument("size"), "size", "InvalidArgument(0, 'size')"),
    (InvalidType("size"), "size", "InvalidType(0, 'size')"),
    (MissingKey("no Image"), "no Image", "MissingKey(0, 'no Image')"),
    (
        ServiceTimeout(2.5, "web", "1 of 2 tasks run", ["no such image"]),
        "service web: after 2.5 seconds 1 of 2 tasks run; its tasks said:\n  no such image",
        "ServiceTimeout(0, 'service web: after 2.5 seconds 1 of 2 tasks run; its tasks said:\\n  no such image')",
    ),
    (
        ServiceFailed("web", "the update was paused"),
        "service web: the update was paused",
        "ServiceFailed(0, 'service web: the update was paused')",
    ),
    (EngineUnreachable("no socket"), "no socket", "EngineUnreachable(900, 'no socket')"),
    (ConnectionLost("reset"), "reset", "ConnectionLost(0, 'reset')"),
    (
        DeadlineExceeded("first_byte", 60.0, "ContainerList"),
        "ContainerList: the first_byte limit of 60 seconds passed",
        "DeadlineExceeded(0, 'ContainerList: the first_byte limit of 60 seconds passed')",
    ),
    (
        ExecTimeout(2.5, [(1, b"out"), (2, b"err")]),
        "ExecStart: the total limit of 2.5 seconds passed; the command was killed",
        "ExecTimeout(0, 'ExecStart: the total limit of 2.5 seconds passed; the command was killed')",
    ),
    (
        WaitTimeout(2.5, "4f53", ["healthy", "port 80/tcp"], [LogLine("stdout", "booting")], "running"),
        "container 4f53, which is running: waited 2.5 seconds for healthy and port 80/tcp; the end of its log:\n"
        "  booting",
        "WaitTimeout(0, 'container 4f53, which is running: waited 2.5 seconds for healthy and port 80/tcp; the end of "
        "its log:\\n  booting')",
    ),
    *[
        (kind(status, "no", "ContainerStart"), f"[{status}] no", f"{kind.__name__}({status}, 'no')")
        for kind, status in (
            (ApiError, 418),
            (BadRequest, 400),
            (Unauthorized, 401),
            (Forbidden, 403),
            (NotFound, 404),
            (ContainerNotFound, 404),
            (PathNotFound, 404),
            (ImageNotFound, 404),
            (NetworkNotFound, 404),
            (VolumeNotFound, 404),
            (Conflict, 409),
            (ServerError, 503),
        )
    ],
    (OutcomeError(0, "failed"), "failed", "OutcomeError(0, 'failed')"),
    (
        DockerStreamError("denied", error_detail={"code": 401}, status=401, progress=[{"status": "a"}]),
        "[401] denied",
        "DockerStreamError('denied', error_detail={'code': 401})",
    ),
    (
        BuildError("exit 7", [{"stream": "a"}], error_detail={"code": 7}),
        "exit 7",
        "BuildError('exit 7', error_detail={'code': 7})",
    ),
    (ImageLoadError("no archive"), "no archive", "ImageLoadError('no archive', error_detail={})"),
    (
        DockerContainerError(409, "port in use", "4f53"),
        "[409] port in use (container: 4f53)",
        "DockerContainerError(409, 'port in use', '4f53')",
    ),
    (
        ContainerError("4f53", 7, ["sh", "-c", "exit 7"], "busybox", b"caf\xc3\xa9: not found\n"),
        "command ['sh', '-c', 'exit 7'] in image 'busybox' ended with exit status 7: caf\u00e9: not found",
        "ContainerError(0, \"command ['sh', '-c', 'exit 7'] in image 'busybox' "
        'ended with exit status 7: caf\u00e9: not found")',
    ),
    (
        ContainerEnded("4f53", 3, ["healthy"], [], "it ran out of memory"),
        "container 4f53 ended with exit code 3 (it ran out of memory) before there was healthy",
        "ContainerEnded(0, 'container 4f53 ended with exit code 3 (it ran out of memory) before there was healthy')",
    ),
    (
        SubscriberLagged(5),
        "5 items were not read in time and are missing here; what follows is complete",
        "SubscriberLagged(0, '5 items were not read in time and are missing here; what follows is complete')",
    ),
    (
        FileChanged("/srv/log", expected=10, received=4),
        "/srv/log changed while it was being packed: it had 10 bytes and ended after 4",
        "FileChanged(0, '/srv/log changed while it was being packed: it had 10 bytes and ended after 4')",
    ),
    (
        FileChanged("/srv/log", expected=10, received=None),
        "/srv/log changed while it was being packed: it had 10 bytes and is longer now",
        "FileChanged(0, '/srv/log changed while it was being packed: it had 10 bytes and is longer now')",
    ),
    (ProtocolError("odd"), "odd", "ProtocolError(0, 'odd')"),
    (
        TruncatedStream("a frame header", expected=8, received=3),
        "the stream ended inside a frame header: 3 of 8 bytes received",
        "TruncatedStream(0, 'the stream ended inside a frame header: 3 of 8 bytes received')",
    ),
    (
        TruncatedStream("a JSON document", expected=None, received=3),
        "the stream ended inside a JSON document: 3 bytes received",
        "TruncatedStream(0, 'the stream ended inside a JSON document: 3 bytes received')",
    ),
    (MalformedStream("garbage"), "garbage", "MalformedStream(0, 'garbage')"),
    (UnsafeArchive("../x", "x"), "../x", "UnsafeArchive(0, '../x')"),
    (UnexpectedReply("a web page"), "a web page", "UnexpectedReply(0, 'a web page')"),
]
each_example = pytest.mark.parametrize("error", [error for error, *_ in EXAMPLES], ids=lambda error: repr(error)[:40])


@pytest.mark.parametrize(("error", "text", "representation"), EXAMPLES)
def test_str_and_repr(error: DockerError, text: str, representation: str) -> None:
    assert str(error) == text
    assert repr(error) == representation


@each_example
@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_errors_pickle(error: DockerError, protocol: int) -> None:
    assert_same(pickle.loads(pickle.dumps(error, protocol)), error)  # noqa: S301  made here


@each_example
@pytest.mark.parametrize("duplicate", [copy.copy, copy.deepcopy])
def test_errors_copy(error: DockerError, duplicate: Any) -> None:
    assert_same(duplicate(error), error)


def assert_same(found: DockerError, expected: DockerError) -> None:
    assert found is not expected
    assert type(found) is type(expected)
    assert found.args == expected.args
    assert vars(found) == vars(expected)
    assert (str(found), repr(found)) == (str(expected), repr(expected))


def test_notes_survive_a_pickle() -> None:
    error = ConnectionLost("reset")
    error.add_note("while pulling busybox")
    assert pickle.loads(pickle.dumps(error)).__notes__ == ["while pulling busybox"]  # noqa: S301  made here


def test_every_class_has_an_example_here() -> None:
    assert {type(error) for error, *_ in EXAMPLES} == set(CLASSES.values())


@pytest.mark.parametrize("name", CLASSES)
def test_every_class_is_documented(name: str) -> None:
    assert vars(CLASSES[name]).get("__doc__")


def drawn_tree() -> dict[str, str]:
    """Read the tree in the module's docstring: class to parent."""
    parents: dict[str, str] = {}
    above: list[str] = []
    for line in (errors.__doc__ or "").splitlines():
        match = re.match(r"    (?P<indent>[│├└─ ]*)(?P<names>[A-Z]\w+.*)", line)
        if match is None:
            continue
        depth = len(match["indent"]) // 4
        names = re.findall(r"\b(?:[A-Z][a-z]+){1,4}\b", re.split(r"\s{3,}", match["names"])[0])
        above[depth:] = [names[0]]
        for name in names:
            parents[name] = above[depth - 1] if depth else ""
        for name in re.findall(r"\b[A-Z]\w+", match["names"].partition("→")[2]):
            parents[name] = names[0]
    return parents


def test_the_drawn_tree_is_the_real_one() -> None:
    drawn = drawn_tree()
    assert drawn["DockerError"] == ""
    for name, parent in drawn.items():
        if parent:
            assert CLASSES[parent] in CLASSES[name].__bases__, name
    # Of the classes by noun the drawing names some.
    undrawn = {name for name in CLASSES if name not in drawn}
    assert all(issubclass(CLASSES[name], NotFound) for name in undrawn), undrawn


def test_of_a_container_the_id_survives() -> None:
    class Container:
        id = "4f53"

        def __reduce__(self) -> str:
            raise TypeError("it holds a connection")

    error = ContainerError(Container(), 1, "false", "busybox", None, b"said before")
    found = pickle.loads(pickle.dumps(error))  # noqa: S301  made here
    assert (found.container, found.exit_status, found.stdout) == ("4f53", 1, b"said before")
    assert str(found) == "command 'false' in image 'busybox' ended with exit status 1"


@pytest.mark.parametrize(
    ("kind", "builtin"),
    [
        (SettingsError, ValueError),
        (InvalidArgument, ValueError),
        (InvalidType, TypeError),
        (EngineUnreachable, ConnectionError),
        (ConnectionLost, ConnectionError),
        (DeadlineExceeded, TimeoutError),
        (FileChanged, OSError),
    ],
)
def test_errors_are_what_python_calls_such_a_thing(kind: type[DockerError], builtin: type[Exception]) -> None:
    assert issubclass(kind, builtin)


def test_attributes() -> None:
    deadline = DeadlineExceeded("idle", 2.5, "ImagePull")
    assert (deadline.limit, deadline.seconds, deadline.operation, deadline.status) == ("idle", 2.5, "ImagePull", 0)
    assert EngineUnreachable("x").status == 900
    late = ExecTimeout(1, [(1, b"out"), (2, b"err")], "it is paused", container="web")
    assert str(late).startswith("ExecStart in container web: the total limit of 1 second passed; ")
    assert (late.operation, late.container) == ("ExecStart", "web")
    assert (late.stdout, late.stderr, late.killed, late.reason) == (b"out", b"err", False, "it is paused")
    assert "was not killed and may still run: it is paused" in str(late)
    truncated = TruncatedStream("an archive", expected=None, received=7)
    assert (truncated.what, truncated.expected, truncated.received) == ("an archive", None, 7)
    assert DockerContainerError(500, "x", "4f53").container_id == "4f53"
    assert NotFound(404, "x", "ImageInspect").operation == "ImageInspect"
    assert UnsafeArchive("x", "a/../b").member == "a/../b"
    assert DockerStreamError("x").progress == []
    changed = FileChanged("/f", expected=3, received=1)
    assert (changed.path, changed.expected, changed.received, changed.errno) == ("/f", 3, 1, None)


@pytest.mark.parametrize(
    ("status", "client", "server"), [(304, False, False), (400, True, False), (499, True, False), (500, False, True)]
)
def test_what_docker_py_asks_of_an_error(status: int, client: bool, server: bool) -> None:
    error = ApiError(status, "words", "ImageList")
    assert (error.status_code, error.explanation) == (status, "words")
    assert (error.is_client_error(), error.is_server_error(), error.is_error()) == (client, server, client or server)


@pytest.mark.parametrize(
    ("status", "operation", "kind"),
    [
        (400, "ContainerCreate", BadRequest),
        (401, "SystemAuth", Unauthorized),
        (403, "ImagePush", Forbidden),
        (404, "ContainerStart", ContainerNotFound),
        (404, "ContainerExec", ContainerNotFound),
        (404, "PutContainerArchive", NotFound),
        (404, "ContainerArchive", NotFound),
        (404, "ContainerArchiveInfo", NotFound),
        (404, "ContainerCreate", ImageNotFound),
        (404, "ImageInspect", ImageNotFound),
        (404, "ImageCommit", ContainerNotFound),
        (404, "NetworkInspect", NetworkNotFound),
        (404, "NetworkConnect", NotFound),
        (404, "NetworkDisconnect", NotFound),
        (404, "VolumeDelete", VolumeNotFound),
        (404, "ExecStart", NotFound),
        (404, "SecretInspect", NotFound),
        (404, "SystemInfo", NotFound),
        (409, "ContainerDelete", Conflict),
        (406, "SwarmInit", ApiError),
        (429, "ImageList", ApiError),
        (500, "ContainerStart", ServerError),
        (503, "ServiceCreate", ServerError),
        (599, "ImageList", ServerError),
    ],
)
def test_the_class_of_an_error_follows_from_status_and_operation(
    status: int, operation: str, kind: type[ApiError]
) -> None:
    error = api_error(status, "the engine's words", operation)
    assert type(error) is kind
    assert (error.status, error.message, error.operation) == (status, "the engine's words", operation)


def test_every_operation_named_in_the_rules_exists() -> None:
    rules: dict[str, Any] = vars(replies)["_NOT_FOUND_OF"]
    assert rules.keys() <= operations.OPERATIONS.keys()
    for noun in vars(replies)["_NOT_FOUND"]:
        assert any(name.startswith(noun) for name in operations.OPERATIONS), noun


def test_a_build_error_has_the_whole_log() -> None:
    failure = BuildError("exit 7", ({"stream": each} for each in "ab"), error_detail={"code": 7})
    assert failure.msg == "exit 7"
    assert failure.build_log == [{"stream": "a"}, {"stream": "b"}, {"errorDetail": {"code": 7}, "error": "exit 7"}]
    assert failure.progress == [{"stream": "a"}, {"stream": "b"}]


def test_the_operation_decides_about_the_error_of_a_stream() -> None:
    assert type(stream_error("x", "ImageBuild")) is BuildError
    assert type(stream_error("x", "ImageLoad")) is ImageLoadError
    assert type(stream_error("x", "ImageCreate", status=404)) is DockerStreamError
