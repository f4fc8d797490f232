"""Credentials for registries, and the programs that keep them, under docker-py's names."""

import base64
import json
import os
from pathlib import Path

import pytest

from dockwright.sync import auth, credentials
from dockwright.sync.credentials import CredentialsNotFound, Store, StoreError
from dockwright.sync.errors import DockerException, InvalidConfigFile, InvalidRepository

PAIR = base64.b64encode(b"me:hunter2").decode()
PROGRAM = """#!/bin/sh
read -r given
echo "$1 $given" >> "$(dirname "$0")/asked"
case "$1 $given" in
"get host") echo '{"Username": "me", "Secret": "hunter2"}';;
"get "*) echo 'credentials not found in native keychain'; exit 1;;
"list "*) echo '{"host": "me"}';;
"store "*) [ -n "$ALLOWED" ] || { echo 'not allowed'; exit 2; };;
esac
"""


@pytest.fixture(autouse=True)
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """An empty folder of settings, with a program for credentials in the PATH."""
    program = tmp_path / "docker-credential-kept"
    program.write_text(PROGRAM)
    program.chmod(0o755)
    monkeypatch.setenv("DOCKER_CONFIG", str(tmp_path))
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    return tmp_path


def test_credentials_are_found_by_registry(folder: Path) -> None:
    config = {"auths": {"https://index.docker.io/v1/": {"auth": PAIR}, "r:5000": {"identitytoken": "token"}}}
    (folder / "config.json").write_text(json.dumps(config))
    found = auth.load_config()
    assert (found.auths, found.is_empty) == (config["auths"], False)
    hub = {"username": "me", "password": "hunter2", "serveraddress": auth.INDEX_URL}
    assert found.resolve_authconfig() == hub == auth.resolve_authconfig(config, "docker.io")
    assert found.resolve_authconfig("r:5000") == {"identitytoken": "token", "serveraddress": "r:5000"}
    assert found.resolve_authconfig("other") is None
    found.add_auth("other", {"username": "you", "password": "there"})
    assert (found.resolve_authconfig("other") or {})["username"] == "you"
    assert "hunter2" not in repr(found)
    assert auth.load_config(config_dict={}).is_empty
    other = folder / "other.json"
    other.write_text('{"auths": {"x": {}}}')
    assert auth.load_config(other).auths == {"x": {}}


def test_programs_are_asked(folder: Path) -> None:
    config = {"credHelpers": {"host": "kept"}, "credsStore": "all"}
    assert auth.get_credential_store(config, "host") == "kept"
    assert auth.get_credential_store(config, "other") == "all"
    assert auth.get_credential_store({}, None) is None
    found = auth.resolve_authconfig(config, "host")
    assert found == {"username": "me", "password": "hunter2", "serveraddress": "host"}


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("busybox", ("docker.io", "busybox")),
        ("me/busybox", ("docker.io", "me/busybox")),
        ("index.docker.io/busybox", ("docker.io", "busybox")),
        ("localhost/x", ("localhost", "x")),
        ("r:5000/a/b", ("r:5000", "a/b")),
        ("r.io/a:1", ("r.io", "a:1")),
    ],
)
def test_names_of_images_tell_their_registry(name: str, parts: tuple[str, str]) -> None:
    assert auth.resolve_repository_name(name) == parts


@pytest.mark.parametrize("name", ["https://r.io/x", "-r.io/x", "r.io-/x"])
def test_a_registry_must_be_one(name: str) -> None:
    with pytest.raises(InvalidRepository):
        auth.resolve_repository_name(name)


def test_small_translations() -> None:
    assert auth.convert_to_hostname("https://r.io/v1/") == "r.io"
    assert auth.convert_to_hostname("r.io/v1") == "r.io"
    assert auth.decode_auth(PAIR) == ("me", "hunter2")
    header = auth.encode_header({"username": "me", "password": "hunter2"})
    assert json.loads(base64.urlsafe_b64decode(header)) == {"username": "me", "password": "hunter2"}
    with pytest.raises(ValueError, match="base64 of user:password"):
        auth.decode_auth("hunter2")


def test_a_program_is_told_and_asked(folder: Path) -> None:
    store = Store("kept", environment={"ALLOWED": "1"})
    assert store.get("host") == store.get(b"host") == {"Username": "me", "Secret": "hunter2"}
    assert store.list() == {"host": "me"}
    store.store("host", "me", "hunter2")
    store.erase("host")
    with pytest.raises(CredentialsNotFound, match="docker-credential-kept has no credentials for other"):
        store.get("other")
    asked = (folder / "asked").read_text().splitlines()
    assert asked[-2] == "erase host"
    assert json.loads(asked[-3].removeprefix("store ")) == {
        "ServerURL": "host",
        "Username": "me",
        "Secret": "hunter2",
    }
    assert repr(store) == "<Store docker-credential-kept>"


def test_a_program_that_fails() -> None:
    with pytest.raises(StoreError, match=r"docker-credential-kept was asked for host.*exit code 2: not allowed"):
        Store("kept").store("host", "me", "hunter2")
    with pytest.raises(StoreError, match="not on the PATH"):
        Store("gone").get("host")
    assert issubclass(credentials.StoreError, DockerException)
    assert credentials.PROGRAM_PREFIX == "docker-credential-"


def test_entries_are_taken_apart_by_hand() -> None:
    entries = {"r:5000": {"auth": PAIR, "email": "me@r"}, "token": {"identitytoken": "t", "auth": PAIR}, "noted": {}}
    for parse in (auth.parse_auth, auth.AuthConfig.parse_auth):
        assert parse(entries) == {
            "r:5000": {"username": "me", "password": "hunter2", "email": "me@r", "serveraddress": "r:5000"},
            "token": {"IdentityToken": "t"},
            "noted": {},
        }
        for wrong in ({"r": "hunter2"}, {"r": {"auth": "hunter2"}}, {"r": {"auth": 5}}):
            assert parse(wrong) == {}
            with pytest.raises(InvalidConfigFile, match=r"^the entry for r ") as caught:
                parse(wrong, raise_on_error=True)
            assert "hunter2" not in str(caught.value)
