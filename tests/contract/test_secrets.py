"""Credentials and bodies stay out of everything that ends in a log: reprs, errors with their causes, log records."""

import logging
import traceback
from collections.abc import Iterator

import pytest

from dockwright.aio import Docker, DockerError
from dockwright.flows import Step, Wanted
from dockwright.settings.credentials import registry_auth
from dockwright.wire.request import encode
from dockwright_api import operations
from tests.fakes.engine import Do, FakeEngine, chunk, chunked_head, reply
from tests.fakes.engine import Step as Answer

AUTH = {"username": "me", "password": "hunter2"}
HEADER = registry_auth(AUTH, "host:5000")
SECRETS = ("hunter2", HEADER, HEADER.rstrip("="))

FAULTS: dict[str, list[Answer]] = {
    "refused": [reply(401, {"message": "wrong credentials"})],
    "failed": [reply(200, {"error": "denied"})],
    "no engine": [reply(200, b"<html>")],
    "no http": [b"SSH-2.0-OpenSSH\r\n\r\n", Do.CLOSE],
    "no chunk": [chunked_head("application/json") + b"zz\r\n"],
    "cut": [chunked_head("application/json"), chunk(b'{"status":'), Do.CLOSE],
    "closed": [Do.CLOSE],
    "reset": [Do.RESET],
    "silent": [Do.HANG],
}


def chain(error: BaseException | None) -> Iterator[BaseException]:
    """Give an error and all that led to it."""
    seen: set[int] = set()
    waiting = [error]
    while waiting:
        each = waiting.pop()
        if each is not None and id(each) not in seen:
            seen.add(id(each))
            yield each
            waiting += [each.__cause__, each.__context__]


def shows_a_secret(text: str) -> bool:
    return any(secret in text for secret in SECRETS)


@pytest.mark.parametrize("steps", FAULTS.values(), ids=FAULTS.keys())
async def test_no_error_shows_credentials(
    fake_engine: FakeEngine, caplog: pytest.LogCaptureFixture, steps: list[Answer]
) -> None:
    fake_engine.script("POST", "/images/create", *steps)
    async with Docker(fake_engine.url, api_version="1.45") as docker:
        with caplog.at_level(logging.DEBUG), pytest.raises(DockerError) as caught:
            await docker.images.pull("host:5000/name", auth=AUTH, timeout=0.5)
    assert fake_engine.requests[0].headers["x-registry-auth"] == HEADER
    for error in chain(caught.value):
        assert not shows_a_secret(f"{error!r}{error!s}{error.args!r}")
    assert not shows_a_secret("".join(traceback.format_exception(caught.value)))
    assert not shows_a_secret(caplog.text)


async def test_an_engine_that_is_not_reached(caplog: pytest.LogCaptureFixture) -> None:
    async with Docker("unix:///nowhere/docker.sock", api_version="1.45") as docker:
        with caplog.at_level(logging.DEBUG), pytest.raises(DockerError) as caught:
            await docker.images.pull("host:5000/name", auth=AUTH)
    assert not any(shows_a_secret(repr(error)) for error in chain(caught.value))
    assert not shows_a_secret(caplog.text)


def test_values_do_not_show_what_they_carry() -> None:
    pull = operations.images.create(from_image="name", registry_auth=HEADER)
    config = operations.configs.create({"Name": "n", "Data": "hunter2"})
    for value in (pull, config, encode(pull), encode(config), Step(pull, Wanted.DOCUMENTS), Step(config, Wanted.JSON)):
        assert not shows_a_secret(f"{value!r}{value!s}")
