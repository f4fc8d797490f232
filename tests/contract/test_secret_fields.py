"""Fields that hold secrets are shown by no model and by no error of one, however it is made or printed."""

import logging
from collections.abc import Callable
from typing import Any

import pytest
from pydantic import ValidationError

from dockwright_api import models
from dockwright_api.base import Model
from dockwright_api.reply import parse

SECRET = "hunter2"

SECRETS: list[tuple[type[Model], dict[str, Any], str]] = [
    (models.AuthConfig, {"username": "me"}, "password"),
    (models.AuthConfig, {"username": "me"}, "auth"),
    (models.AuthConfig, {"username": "me"}, "identitytoken"),
    (models.AuthConfig, {"username": "me"}, "registrytoken"),
    (models.AuthResponse, {"status": "ok"}, "identity_token"),
    (models.JoinTokens, {"manager": "m"}, "worker"),
    (models.JoinTokens, {"worker": "w"}, "manager"),
    (models.SecretSpec, {"name": "n"}, "data"),
    (models.SwarmJoinRequest, {"listen_addr": "l", "remote_addrs": []}, "join_token"),
    (models.SwarmSpecCAConfig, {}, "signing_ca_key"),
    (models.SwarmUnlockKeyResponse, {}, "unlock_key"),
    (models.SwarmUnlockRequest, {}, "unlock_key"),
]
IDS = [f"{model.__name__}.{name}" for model, _, name in SECRETS]


@pytest.mark.parametrize(("model", "others", "name"), SECRETS, ids=IDS)
def test_no_secret_is_shown(model: type[Model], others: dict[str, Any], name: str) -> None:
    value = model(**others, **{name: SECRET})
    assert getattr(value, name) == SECRET
    for shown in (repr(value), str(value), f"{value}", f"{[value]}", f"{value!a}"):
        assert SECRET not in shown
        assert "<hidden>" in shown
    assert SECRET in str(value.to_json())


@pytest.mark.parametrize(("model", "others", "name"), SECRETS, ids=IDS)
def test_no_error_shows_a_secret(model: type[Model], others: dict[str, Any], name: str) -> None:
    alias = model.model_fields[name].alias or name
    given = {(model.model_fields[key].alias or key): value for key, value in others.items()}
    wrong: list[Callable[[], object]] = [
        lambda: model(**others, **{name: {SECRET: SECRET}}),
        lambda: model.model_validate({**given, alias: [SECRET]}),
        lambda: parse(model.__name__, f'{{"{alias}": ["{SECRET}"]}}'.encode()),
        lambda: parse(model.__name__, f'"{SECRET}"'.encode()),
    ]
    for make in wrong:
        with pytest.raises(ValidationError) as caught:
            make()
        assert SECRET not in f"{caught.value}{caught.value!r}"


def test_a_secret_inside_of_another_model_is_hidden_too() -> None:
    swarm = models.Swarm.model_validate({"JoinTokens": {"Worker": SECRET, "Manager": SECRET}})
    assert SECRET not in repr(swarm)
    secret = models.Secret.model_validate({"ID": "i", "Spec": {"Name": "n", "Data": SECRET}})
    assert SECRET not in f"{secret}"
    with pytest.raises(ValidationError) as caught:
        parse("Swarm", f'{{"JoinTokens": "{SECRET}"}}'.encode())
    assert SECRET not in str(caught.value)


def test_what_is_no_secret_is_shown() -> None:
    assert "username='me'" in repr(models.AuthConfig(username="me"))
    assert "<hidden>" not in repr(models.AuthConfig(username="me"))
    with pytest.raises(ValidationError, match="input_value=7"):
        models.ContainerSummary.model_validate({"Id": 7})


def test_logging_a_model_hides_its_secrets(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        logging.getLogger("program").debug("%s %r", *[models.AuthConfig(password=SECRET)] * 2)
    assert SECRET not in caplog.text
