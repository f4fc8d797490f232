"""Credentials for registries: every accepted form, and errors that do not repeat a secret."""

import base64
import json
from typing import Any

import pytest

from dockwright.flows.images import ANONYMOUS
from dockwright.settings.credentials import Auth, logged_in, login_fields, pull_auth, registry_auth, registry_config
from dockwright_api import models

SECRET = "hunter2+/?"


def decoded(header: str | None) -> Any:
    assert header is not None
    assert not set(header) & set("+/"), "the header takes the URL-safe alphabet"
    return json.loads(base64.urlsafe_b64decode(header))


def test_user_and_password_go_with_the_registry() -> None:
    header = registry_auth({"username": "me", "password": SECRET}, "host:5000")
    assert decoded(header) == {"username": "me", "password": SECRET, "serveraddress": "host:5000"}


def test_the_callers_own_registry_stays_and_the_mapping_is_not_changed() -> None:
    auth = {"username": "me", "password": SECRET, "serveraddress": "mine"}
    assert decoded(registry_auth(auth, "host"))["serveraddress"] == "mine"
    without = {"username": "me"}
    registry_auth(without, "host")
    assert without == {"username": "me"}


def test_an_identity_token_goes_alone() -> None:
    assert decoded(registry_auth({"identitytoken": SECRET}, "host")) == {"identitytoken": SECRET}


TEXT = base64.b64encode(f"me:{SECRET}:x".encode())


@pytest.mark.parametrize("auth", [TEXT, TEXT.decode(), {"auth": TEXT.decode()}], ids=["bytes", "text", "mapping"])
def test_base64_is_taken_apart(auth: Auth) -> None:
    expected = {"username": "me", "password": f"{SECRET}:x", "email": None, "serveraddress": "host"}
    assert decoded(registry_auth(auth, "host")) == expected


@pytest.mark.parametrize("auth", [SECRET, f"{SECRET}é", base64.b64encode(b"hunter2").decode(), b"\xff", ""])
def test_what_is_no_base64_is_refused_without_being_shown(auth: str | bytes) -> None:
    with pytest.raises(ValueError, match="base64 of user:password") as caught:
        registry_auth(auth)
    shown = f"{caught.value!r}{caught.value.__cause__!r}{caught.value.__context__!r}"
    assert "hunter2" not in shown


def test_what_cannot_be_credentials_is_refused() -> None:
    with pytest.raises(TypeError, match="auth must be a mapping or base64"):
        registry_auth(7)  # type: ignore[arg-type]  # what is refused


@pytest.mark.parametrize(
    ("image", "registry"),
    [
        ("host:5000/name", "host:5000"),
        ("localhost/name", "localhost"),
        ("registry.example/a/b:tag", "registry.example"),
        ("library/name", None),
        ("name", None),
    ],
)
def test_the_registry_comes_from_the_image(image: str, registry: str | None) -> None:
    assert decoded(pull_auth({"username": "me"}, image)).get("serveraddress") == registry


def test_no_credentials_stay_none() -> None:
    assert pull_auth(None, "host:5000/name") is None


def test_a_model_is_taken_too() -> None:
    auth = models.AuthConfig(username="me", password=SECRET)
    assert decoded(registry_auth(auth, "host")) == {"username": "me", "password": SECRET, "serveraddress": "host"}


def test_empty_credentials_say_that_there_are_none() -> None:
    assert registry_auth({}, "host") == ANONYMOUS


def test_a_build_has_one_entry_for_each_registry() -> None:
    assert decoded(registry_config([("host", {"username": "me"}), ("other", {"identitytoken": "t"})])) == {
        "host": {"username": "me"},
        "other": {"identitytoken": "t"},
    }


@pytest.mark.parametrize("reply", [None, {}, {"Status": "Login Succeeded", "IdentityToken": ""}])
def test_a_login_without_a_token_keeps_the_password(reply: dict[str, str] | None) -> None:
    login = {"username": "me", "password": SECRET, "serveraddress": "host"}
    assert logged_in(login, reply) == login


def test_a_token_takes_the_place_of_the_password() -> None:
    login = {"username": "me", "password": SECRET, "serveraddress": "host"}
    kept = logged_in(login, {"IdentityToken": "t"})
    assert kept == {"username": "me", "serveraddress": "host", "identitytoken": "t"}


def test_a_login_may_be_written_as_a_pair() -> None:
    pair = base64.b64encode(b"me:hunter2").decode()
    hub = "https://index.docker.io/v1/"
    expected = {"username": "me", "password": "hunter2", "serveraddress": hub}
    assert login_fields({"auth": pair, "serveraddress": None}) == expected
    assert login_fields({"username": "me", "password": "hunter2", "serveraddress": "docker.io"}) == expected
    assert login_fields({"registrytoken": "t", "serveraddress": "https://host:5000/v2/"}) == {
        "registrytoken": "t",
        "serveraddress": "host:5000",
    }


@pytest.mark.parametrize(
    ("auth", "says"),
    [
        ({"user": "me", "password": SECRET}, "there is no credential 'user'; there are username, password, email"),
        ({"username": "me", "pasword": SECRET}, "there is no credential 'pasword'"),
        ({"identitytoken": SECRET, "x": SECRET}, "there is no credential 'x'"),
        ({"username": "me", "password": [SECRET]}, "password must be a str, not list"),
    ],
)
def test_a_misspelt_credential_is_refused(auth: Any, says: str) -> None:
    with pytest.raises(TypeError) as caught:
        pull_auth(auth, "host:5000/app")
    assert says in str(caught.value)
    assert SECRET not in str(caught.value)


def test_credentials_in_capitals_are_as_good() -> None:
    fields = {"Username": "me", "Password": SECRET, "ServerAddress": "host:5000", "email": None}
    assert decoded(registry_auth(fields)) == fields
