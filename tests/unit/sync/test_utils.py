"""What docker-py's programs take from ``docker.utils``."""

import base64
import io
import os
import tarfile
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from dockwright.sync import Message, utils
from dockwright.sync.errors import DockerException, InvalidArgument
from dockwright.sync.utils import json_stream, ports
from dockwright.sync.utils import socket as sockets
from dockwright.sync.utils.utils import convert_tmpfs_mounts


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [("1.9", "1.10", 1), ("1.10", "1.9", -1), ("1.41", "1.41", 0), ("1.41", "1.41.0", 0), ("1", "1.0.1", 1)],
)
def test_versions_are_compared_by_their_numbers(first: str, second: str, said: int) -> None:
    assert utils.compare_version(first, second) == said
    assert utils.version_lt(first, second) is (said > 0)
    assert utils.version_gte(first, second) is (said <= 0)


def test_a_version_must_be_one() -> None:
    with pytest.raises(InvalidArgument, match="not 'new'"):
        utils.version_lt("new", "1.41")


def test_amounts_of_memory() -> None:
    given: dict[str | float, float] = {
        "512": 512,
        "1k": 2**10,
        "128m": 2**27,
        "128MB": 2**27,
        "1g": 2**30,
        "": 0,
        7: 7,
        "-1": -1,
    }
    assert {each: utils.parse_bytes(each) for each in given} == given
    with pytest.raises(DockerException, match="12q"):
        utils.parse_bytes("12q")


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("busybox", ("busybox", None)),
        ("busybox:1", ("busybox", "1")),
        ("registry:5000/a/b", ("registry:5000/a/b", None)),
        ("registry:5000/a/b:c", ("registry:5000/a/b", "c")),
        ("a@sha256:00", ("a", "sha256:00")),
        ("registry:5000/a:1@sha256:00", ("registry:5000/a:1", "sha256:00")),
    ],
)
def test_names_of_images_are_split(name: str, parts: tuple[str, str | None]) -> None:
    assert utils.parse_repository_tag(name) == parts


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("", "http+unix:///var/run/docker.sock"),
        (None, "http+unix:///var/run/docker.sock"),
        ("unix://", "http+unix:///var/run/docker.sock"),
        ("unix:///s", "http+unix:///s"),
        ("unix://s/t", "http+unix:///s/t"),
        ("tcp://h:1", "http://h:1"),
        ("h:1", "http://h:1"),
        (":1", "http://127.0.0.1:1"),
        ("https://h:1", "https://h:1"),
        ("ssh://me@h", "ssh://me@h:22"),
        ("ssh://h:23", "ssh://h:23"),
    ],
)
def test_addresses(address: str | None, written: str) -> None:
    assert utils.parse_host(address) == written


def test_addresses_with_tls_and_of_windows() -> None:
    assert utils.parse_host("tcp://h:1", tls=True) == "https://h:1"
    assert utils.parse_host("", is_win32=True) == "npipe:////./pipe/docker_engine"
    for wrong in ("fd://x", "other://h", "tcp://", "tcp://user:password@h:1"):
        with pytest.raises(DockerException):
            utils.parse_host(wrong)


def test_a_file_of_variables(tmp_path: Path) -> None:
    file = tmp_path / "env"
    file.write_text("# comment\nA=1\n\n B=x=y \nC=\n")
    assert utils.parse_env_file(file) == {"A": "1", "B": "x=y", "C": ""}
    file.write_text("A=1\nhunter2\n")
    with pytest.raises(InvalidArgument, match="line 2 must be NAME=value") as caught:
        utils.parse_env_file(str(file))
    assert "hunter2" not in str(caught.value)


def test_the_environment_names_the_engine(tmp_path: Path) -> None:
    assert utils.kwargs_from_env({}) == {} or "base_url" not in utils.kwargs_from_env({"A": "b"})
    assert utils.kwargs_from_env({"DOCKER_HOST": "h:1"}) == {"base_url": "tcp://h:1"}
    for name in ("ca.pem", "cert.pem", "key.pem"):
        (tmp_path / name).touch()
    arguments = utils.kwargs_from_env({"DOCKER_HOST": "tcp://h:1", "DOCKER_CERT_PATH": str(tmp_path)})
    assert arguments["tls"].cert == (str(tmp_path / "cert.pem"), str(tmp_path / "key.pem"))
    assert (arguments["tls"].ca_cert, arguments["tls"].verify) == (str(tmp_path / "ca.pem"), True)


def test_points_in_time_are_whole_seconds() -> None:
    moment = datetime(2024, 5, 1, 12, 0, 0, 999999, UTC)
    assert utils.datetime_to_timestamp(moment) == 1714564800
    assert utils.datetime_to_timestamp(moment.astimezone(timezone(timedelta(hours=2)))) == 1714564800


def test_translations_of_options() -> None:
    assert utils.convert_filters({"a": True, "b": ["c", 1]}) == '{"a": ["true"], "b": ["c", "1"]}'
    assert utils.convert_port_bindings({80: 8080, "53/udp": None}) == {
        "80/tcp": [{"HostIp": "", "HostPort": "8080"}],
        "53/udp": [{"HostIp": "", "HostPort": ""}],
    }
    assert utils.convert_volume_binds({"/a": {"bind": "/b", "mode": "ro"}, "v": "/c"}) == ["/a:/b:ro", "v:/c:rw"]
    assert utils.convert_service_networks(["a", {"Target": "b", "Aliases": ["c"]}]) == [
        {"Target": "a"},
        {"Target": "b", "Aliases": ["c"]},
    ]
    assert utils.convert_service_networks(None) is None
    assert convert_tmpfs_mounts(["/run:size=1m", "/tmp"]) == {"/run": "size=1m", "/tmp": ""}
    with pytest.raises(TypeError, match="networks must be a sequence"):
        utils.convert_service_networks("a")
    assert utils.format_environment({"A": "1", "B": None}) == ["A=1", "B"]
    assert utils.format_extra_hosts({"b": "2", "a": "1"}) == ["a:1", "b:2"]
    assert utils.format_extra_hosts({"b": "2", "a": "1"}, task=True) == ["1 a", "2 b"]
    assert utils.normalize_links({"c": "alias", "b": None}) == ["b", "c:alias"]
    assert utils.normalize_links([("c", "alias")]) == ["c:alias"]
    assert utils.split_command("echo 'a b'") == ["echo", "a b"]
    assert utils.parse_devices(["/dev/a:/dev/b:r"]) == [
        {"PathOnHost": "/dev/a", "PathInContainer": "/dev/b", "CgroupPermissions": "r"}
    ]
    assert utils.decode_json_header(base64.b64encode(b'{"name": "x"}')) == {"name": "x"}


@pytest.mark.parametrize("tag", ["a", "a:1", "r.io/a/b:x-1", "localhost:5000/a", "[::1]:5000/a:1", "a__b/c"])
def test_names_that_images_can_have(tag: str) -> None:
    assert utils.match_tag(tag)


@pytest.mark.parametrize("tag", ["", "A", "a:", "a b", "a:-1", "/a", "a//b", "http://a"])
def test_names_that_images_cannot_have(tag: str) -> None:
    assert not utils.match_tag(tag)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "context"
    (root / "sub").mkdir(parents=True)
    for name in ("Dockerfile", "kept.txt", "left.log", "sub/kept.txt", "sub/left.log"):
        (root / name).write_text(name)
    return root


def _files(archive: Any) -> list[str]:
    with tarfile.open(fileobj=archive) as opened:
        assert {(member.uid, member.gid) for member in opened} == {(0, 0)}
        return sorted(member.name for member in opened if member.isfile())


def test_a_folder_is_packed(folder: Path) -> None:
    whole = ["Dockerfile", "kept.txt", "left.log", "sub/kept.txt", "sub/left.log"]
    with utils.tar(folder) as archive:
        assert _files(archive) == whole
    with utils.tar(str(folder), exclude=["**/*.log", "Dockerfile"], gzip=True) as archive:
        assert _files(archive) == ["Dockerfile", "kept.txt", "sub/kept.txt"]
    given = io.BytesIO()
    assert utils.tar(folder, exclude=["*"], dockerfile=("Other", "FROM x"), fileobj=given) is given
    with tarfile.open(fileobj=given) as opened:
        member = opened.extractfile("Other")
        assert member is not None
        assert member.read() == b"FROM x"


def test_what_a_dockerignore_leaves(folder: Path) -> None:
    kept = utils.exclude_paths(folder, ["*", "!sub", "**/*.log"])
    assert kept == {"Dockerfile", "sub", os.path.join("sub", "kept.txt")}
    with utils.create_archive(folder, files=["kept.txt"], extra_files=[("more", "text")]) as archive:
        assert _files_of(archive) == {"kept.txt": b"kept.txt", "more": b"text"}


def test_a_dockerfile_alone() -> None:
    for dockerfile in (io.BytesIO(b"FROM x"), io.StringIO("FROM x")):
        with utils.mkbuildcontext(dockerfile) as archive:
            assert _files_of(archive) == {"Dockerfile": b"FROM x"}


def _files_of(archive: Any) -> dict[str, bytes]:
    with tarfile.open(fileobj=archive) as opened:
        return {member.name: (opened.extractfile(member) or io.BytesIO()).read() for member in opened}


@pytest.mark.parametrize(
    ("text", "inner", "places"),
    [
        ("80", ["80"], None),
        (80, ["80"], None),
        ("8080:80", ["80"], ["8080"]),
        ("8080:80/udp", ["80/udp"], ["8080"]),
        (":80", ["80"], [None]),
        ("127.0.0.1:8080:80", ["80"], [("127.0.0.1", "8080")]),
        ("127.0.0.1::80", ["80"], [("127.0.0.1", None)]),
        ("[::1]:8080:80", ["80"], [("::1", "8080")]),
        ("1000-1001", ["1000", "1001"], None),
        ("2000-2001:1000-1001/tcp", ["1000/tcp", "1001/tcp"], ["2000", "2001"]),
        ("2000-2005:80", ["80"], ["2000-2005"]),
    ],
)
def test_published_ports_as_text(text: str | int, inner: list[str], places: list[Any] | None) -> None:
    assert ports.split_port(text) == (inner, places)


@pytest.mark.parametrize("text", ["", "a", "1:2:3:4", "80/xyz", "2-1", "1-2:1-3", "80:"])
def test_what_no_published_port_is(text: str) -> None:
    with pytest.raises(InvalidArgument):
        ports.split_port(text)


def test_several_published_ports() -> None:
    assert ports.build_port_bindings(["8080:80", "8081:80", "53/udp"]) == {"80": ["8080", "8081"], "53/udp": [None]}


def test_documents_are_cut_out_of_a_stream() -> None:
    assert list(json_stream.json_stream([b'{"a":', '1}\r\n{"b"', b":2}"])) == [{"a": 1}, {"b": 2}]
    with pytest.raises(DockerException):
        list(json_stream.json_stream([b'{"a":']))
    assert list(json_stream.stream_as_text([b"caf\xc3", b"\xa9", "x", b"\xff"])) == ["caf", "\u00e9", "x", "\ufffd"]


def test_what_comes_from_a_socket() -> None:
    pairs = [sockets.demux_adaptor(1, b"a"), sockets.demux_adaptor(2, b"b"), sockets.demux_adaptor(1, b"c")]
    assert pairs == [(b"a", None), (None, b"b"), (b"c", None)]
    assert sockets.consume_socket_output(pairs, demux=True) == (b"ac", b"b")
    assert sockets.consume_socket_output([b"a", b"b"]) == b"ab"
    assert sockets.consume_socket_output([], demux=True) == (None, None)
    messages = [Message(1, b"a"), Message(2, b"b")]
    assert list(sockets.frames_iter(messages, tty=False)) == [(1, b"a"), (2, b"b")]
    with pytest.raises(ValueError, match="3 is no output"):
        sockets.demux_adaptor(3, b"x")
