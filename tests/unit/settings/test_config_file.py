"""The settings of the docker command: where they are, what counts, and what is an error."""

import json
from pathlib import Path

import pytest

from dockwright.errors import SettingsError
from dockwright.settings.config_file import ConfigFile, config_folder, home_folder

from .conftest import Home


def test_where_the_settings_are(home: Home) -> None:
    assert config_folder(home.environment) == home.docker
    assert config_folder({**home.environment, "DOCKER_CONFIG": "/elsewhere"}) == Path("/elsewhere")
    assert config_folder({**home.environment, "DOCKER_CONFIG": ""}) == home.docker


def test_without_home_the_system_is_asked() -> None:
    assert home_folder({}) == Path.home()


def test_an_absent_file_says_nothing(home: Home) -> None:
    config = ConfigFile.load(home.environment)
    assert (config.current_context, config.credentials_store) == ("", "")
    assert (dict(config.auths), dict(config.credential_helpers), dict(config.proxies)) == ({}, {}, {})
    assert ConfigFile.read(home.config("{}") / "below").current_context == ""


def test_what_the_file_says(home: Home) -> None:
    home.config(
        {
            "currentContext": "remote",
            "credsStore": "desktop",
            "credHelpers": {"host": "ecr", "empty": "", "odd": 7},
            "auths": {"host": {"auth": "x"}, "odd": 7},
            "proxies": {"default": {"httpProxy": "p"}, "odd": None},
        }
    )
    config = ConfigFile.load(home.environment)
    assert config.current_context == "remote"
    assert config.credentials_store == "desktop"
    assert config.credential_helpers == {"host": "ecr"}
    assert config.auths == {"host": {"auth": "x"}}
    assert config.proxies == {"default": {"httpProxy": "p"}}


def test_headers_for_every_request(home: Home) -> None:
    config = ConfigFile.read(
        home.config({"HttpHeaders": {"x-meta": "a b", "User-Agent": "me", "HOST": "h", "X-Odd": 7}})
    )
    assert config.http_headers == {"X-Meta": "a b"}, "what a request says by itself is not replaced"


@pytest.mark.parametrize(
    ("name", "value"), [("X-A", "hush\r\nX-B: 1"), ("X-A", "hush\n"), ("X A", "hush"), ("", "hush"), ("X-A", "hüsh\0")]
)
def test_what_cannot_be_a_header_is_refused(home: Home, name: str, value: str) -> None:
    config = ConfigFile.read(home.config({"HttpHeaders": {name: value}}))
    with pytest.raises(SettingsError, match=r"config\.json: .* in HttpHeaders is no header of one line") as caught:
        _ = config.http_headers
    assert value not in str(caught.value)


@pytest.mark.parametrize("key", ["currentContext", "credsStore", "credHelpers", "auths", "proxies", "HttpHeaders"])
@pytest.mark.parametrize("value", [None, 7, [], True])
def test_parts_of_the_wrong_type_are_absent(home: Home, key: str, value: object) -> None:
    home.config({key: value})
    config = ConfigFile.load(home.environment)
    assert not any((config.current_context, config.credentials_store, config.credential_helpers, config.auths))
    assert not config.proxies
    assert not config.http_headers


@pytest.mark.parametrize(
    ("content", "says"),
    [('{"auths": {"hunter2"', r"is not JSON \(line 1\)"), ("[]", "does not hold a JSON object"), ("", "is not JSON")],
)
def test_a_file_that_makes_no_sense_is_named_and_not_shown(home: Home, content: str, says: str) -> None:
    file = home.config(content)
    with pytest.raises(SettingsError, match=f"{file} {says}") as caught:
        ConfigFile.load(home.environment)
    assert "hunter2" not in f"{caught.value!r}{caught.value.__cause__!r}"


def test_bytes_that_are_no_text(home: Home) -> None:
    home.config("").write_bytes(b"\xff\xfe{")
    with pytest.raises(SettingsError, match="is not JSON"):
        ConfigFile.load(home.environment)


def test_a_file_that_cannot_be_read(home: Home) -> None:
    (home.docker / "config.json").mkdir()
    with pytest.raises(SettingsError, match=r"config\.json cannot be read: Is a directory"):
        ConfigFile.load(home.environment)


def test_its_content_is_not_shown(home: Home) -> None:
    home.config(json.dumps({"auths": {"host": {"auth": "hunter2"}}}))
    assert "hunter2" not in repr(ConfigFile.load(home.environment))
