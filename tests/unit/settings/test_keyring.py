"""Who we are to a registry: which source wins, which program is asked, and whom a broken one concerns."""

import base64
import json
import logging
from typing import Any

import pytest

from dockwright.errors import CredentialsError, SettingsError
from dockwright.settings.endpoint import parse
from dockwright.settings.keyring import Keyring

from .conftest import Home

SECRET = "hunter2"
PAIR = base64.b64encode(f"me:{SECRET}".encode()).decode()
KEPT = f"""echo '{{"Username": "kept", "Secret": "{SECRET}"}}'"""
NOTHING = "echo 'credentials not found in native keychain'; exit 1"


def decoded(header: str | None) -> Any:
    assert header is not None
    return json.loads(base64.urlsafe_b64decode(header))


def test_without_settings_there_are_no_credentials(home: Home) -> None:
    keyring = Keyring(home.environment)
    assert keyring.lookup("host") is None
    assert keyring.header("host:5000/name") is None
    assert keyring.build_header(["name", "host:5000/name"]) is None


@pytest.mark.parametrize(
    "key", ["host:5000", "https://host:5000", "http://host:5000/v1/", "https://host:5000/v2/", "HOST:5000"]
)
def test_what_docker_login_wrote_is_found_under_every_spelling(home: Home, key: str) -> None:
    home.config({"auths": {"other": {"auth": "x"}, key: {"auth": PAIR}}})
    assert decoded(Keyring(home.environment).header("host:5000/name")) == {
        "username": "me",
        "password": SECRET,
        "serveraddress": "host:5000",
    }


@pytest.mark.parametrize("key", ["https://index.docker.io/v1/", "index.docker.io", "docker.io", "registry-1.docker.io"])
@pytest.mark.parametrize("image", ["name", "docker.io/library/name", "me/name:tag", "index.docker.io/me/name"])
def test_docker_hub_is_found_under_every_name(home: Home, key: str, image: str) -> None:
    home.config({"auths": {key: {"auth": PAIR}}})
    found = decoded(Keyring(home.environment).header(image))
    assert (found["username"], found["serveraddress"]) == ("me", "https://index.docker.io/v1/")


def test_the_exact_key_wins(home: Home) -> None:
    other = base64.b64encode(b"other:x").decode()
    home.config({"auths": {"https://host/v1/": {"auth": other}, "host": {"auth": PAIR}}})
    assert (Keyring(home.environment).lookup("host") or {})["username"] == "me"


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ({"auth": PAIR, "identitytoken": "t"}, {"identitytoken": "t"}),
        ({"registrytoken": "t"}, {"registrytoken": "t"}),
        ({"username": "u", "password": "p"}, {"username": "u", "password": "p"}),
        ({"auth": PAIR, "email": "e"}, {"username": "me", "password": SECRET}),
    ],
)
def test_every_kind_of_entry(home: Home, entry: dict[str, str], expected: dict[str, str]) -> None:
    home.config({"auths": {"host": entry}})
    assert Keyring(home.environment).lookup("host") == expected | {"serveraddress": "host"}


@pytest.mark.parametrize("entry", [{}, {"auth": ""}, {"email": "e"}])
def test_an_empty_entry_is_none(home: Home, entry: dict[str, str]) -> None:
    home.config({"auths": {"host": entry}})
    assert Keyring(home.environment).lookup("host") is None


@pytest.mark.parametrize("auth", ["hunter2", "!", 7])
def test_an_entry_that_makes_no_sense_is_named_when_it_is_needed(home: Home, auth: object) -> None:
    home.config({"auths": {"host": {"auth": auth}, "good": {"auth": PAIR}}})
    keyring = Keyring(home.environment)
    assert keyring.lookup("good") is not None
    assert keyring.lookup("elsewhere") is None
    with pytest.raises(CredentialsError, match=r"config\.json: the entry for host in auths") as caught:
        keyring.lookup("host")
    assert SECRET not in f"{caught.value!r}{caught.value.__cause__!r}"


def test_only_the_program_of_the_registry_is_asked(home: Home) -> None:
    """docker-py runs every program for every build."""
    home.program("one", KEPT)
    home.program("two", KEPT)
    home.program("store", KEPT)
    home.config({"credsStore": "store", "credHelpers": {"host": "one", "https://other/v1/": "two"}})
    keyring = Keyring(home.environment)
    assert keyring.lookup("host") == {"username": "kept", "password": SECRET, "serveraddress": "host"}
    assert home.asked == ["one get host"]
    keyring.lookup("other")
    keyring.lookup("third")
    assert home.asked[1:] == ["two get other", "store get third"]


def test_a_program_knows_docker_hub_under_its_key(home: Home) -> None:
    home.program("store", KEPT)
    home.config({"credsStore": "store"})
    assert decoded(Keyring(home.environment).header("name"))["serveraddress"] == "https://index.docker.io/v1/"
    assert home.asked == ["store get https://index.docker.io/v1/"]


@pytest.mark.parametrize("key", ["docker.io", "index.docker.io", "https://index.docker.io/v1/"])
def test_a_program_of_docker_hub_alone(home: Home, key: str) -> None:
    home.program("hub", KEPT)
    home.config({"credHelpers": {key: "hub"}})
    assert Keyring(home.environment).lookup("docker.io") is not None


def test_where_a_program_has_nothing_the_file_may(home: Home) -> None:
    home.program("store", NOTHING)
    home.config({"credsStore": "store", "auths": {"host": {"auth": PAIR}}})
    assert (Keyring(home.environment).lookup("host") or {})["username"] == "me"
    assert Keyring(home.environment).lookup("other") is None


def test_a_broken_program_concerns_only_its_registry(home: Home) -> None:
    """docker-py fails where a program of another registry is missing, even when the client is made."""
    home.config({"credHelpers": {"host": "gone"}, "auths": {"other": {"auth": PAIR}}})
    keyring = Keyring(home.environment)
    assert keyring.lookup("other") is not None
    assert keyring.lookup("third") is None
    with pytest.raises(CredentialsError, match="docker-credential-gone"):
        keyring.lookup("host")


def test_a_broken_store_is_an_error_where_a_login_was_noted_and_a_warning_elsewhere(
    home: Home, caplog: pytest.LogCaptureFixture
) -> None:
    home.config({"credsStore": "gone", "auths": {"host": {}}})
    keyring = Keyring(home.environment)
    with pytest.raises(CredentialsError, match="docker-credential-gone"):
        keyring.lookup("host")
    with caplog.at_level(logging.WARNING, "dockwright"):
        assert keyring.lookup("public") is None
    assert "public goes without credentials: config.json names docker-credential-gone" in caplog.text


def test_a_broken_file_is_an_error_where_it_is_needed(home: Home) -> None:
    home.config("{broken")
    keyring = Keyring(home.environment)
    keyring.remember("host", {"username": "me", "password": SECRET})
    assert keyring.lookup("host") is not None
    with pytest.raises(SettingsError, match="is not JSON"):
        keyring.lookup("other")


def test_a_login_of_this_client_goes_first_and_is_never_written(home: Home) -> None:
    file = home.config({"auths": {"host": {"auth": PAIR}}})
    before = file.read_bytes()
    keyring = Keyring(home.environment)
    keyring.remember("https://host/v2/", {"username": "own", "password": SECRET})
    assert keyring.lookup("host") == {"username": "own", "password": SECRET}
    assert file.read_bytes() == before
    assert [each.name for each in home.docker.iterdir()] == ["config.json"]
    assert SECRET not in repr(keyring)
    assert "host" in repr(keyring)


def test_what_is_given_out_cannot_change_what_is_kept(home: Home) -> None:
    keyring = Keyring(home.environment)
    keyring.remember("host", {"username": "own"})
    (keyring.lookup("host") or {}).clear()
    assert keyring.lookup("host") == {"username": "own"}


def test_the_file_is_read_anew(home: Home) -> None:
    keyring = Keyring(home.environment)
    assert keyring.lookup("host") is None
    home.config({"auths": {"host": {"auth": PAIR}}})
    assert keyring.lookup("host") is not None


def test_a_build_is_given_what_its_images_need_and_nothing_else(home: Home) -> None:
    """docker-py sends every credential of the machine with every build."""
    home.program("one", KEPT)
    home.program("two", KEPT)
    home.config({"credHelpers": {"host:1": "one", "other:1": "two"}, "auths": {"docker.io": {"auth": PAIR}}})
    keyring = Keyring(home.environment)
    found = decoded(keyring.build_header(["host:1/a:1", "name", "host:1/b", "public/nothing", "elsewhere.example/x"]))
    assert set(found) == {"host:1", "https://index.docker.io/v1/"}
    assert found["host:1"]["username"] == "kept"
    assert home.asked == ["one get host:1"]


def test_programs_get_what_the_caller_adds_to_their_environment(home: Home) -> None:
    home.program("env", """echo "{\\"Username\\": \\"$WHO\\", \\"Secret\\": \\"x\\"}\"""")
    home.config({"credsStore": "env"})
    keyring = Keyring(home.environment, program_environment={"WHO": "somebody"})
    assert (keyring.lookup("host") or {})["username"] == "somebody"


def test_a_build_of_which_nothing_is_known_is_given_everything(home: Home) -> None:
    home.program("one", KEPT)
    home.config({"credHelpers": {"host:1": "one"}, "auths": {"docker.io": {"auth": PAIR}, "empty:1": {}}})
    keyring = Keyring(home.environment)
    keyring.remember("own:1", {"username": "own"})
    assert set(decoded(keyring.build_header(None))) == {"own:1", "host:1", "https://index.docker.io/v1/"}
    assert Keyring({"HOME": "/nosuch", "PATH": ""}).build_header(None) is None


def test_a_program_that_fails_leaves_a_build_with_the_rest(home: Home, caplog: pytest.LogCaptureFixture) -> None:
    home.config({"credHelpers": {"host:1": "gone"}, "auths": {"other:1": {"auth": PAIR}}})
    keyring = Keyring(home.environment)
    assert set(decoded(keyring.build_header(["host:1/a", "other:1/b"]))) == {"other:1"}
    assert keyring.build_header(["host:1/a"]) is None
    assert "the build goes without credentials for host:1" in caplog.text


def test_headers_are_those_of_the_same_file(home: Home, caplog: pytest.LogCaptureFixture) -> None:
    home.config({"HttpHeaders": {"X-Meta": "a"}})
    assert Keyring(home.environment).http_headers() == {"X-Meta": "a"}
    home.config("{broken")
    assert Keyring(home.environment).http_headers() == {}
    assert "requests go without HttpHeaders" in caplog.text


def test_proxies_are_those_of_the_same_file(home: Home) -> None:
    home.config({"proxies": {"default": {"httpProxy": "p"}}})
    assert Keyring(home.environment).proxies(parse("unix:///s")) == {"HTTP_PROXY": "p", "http_proxy": "p"}
