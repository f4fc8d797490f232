"""Contexts of the docker command, written: whole or not at all, and nothing beside them."""

import json
import os
from pathlib import Path

import pytest

from dockwright.errors import DockerContextInvalidError, SettingsError
from dockwright.settings import context_store
from dockwright.settings.contexts import load_context
from dockwright.settings.tls import TLSFiles

CONTENT = {"Name": "a", "Metadata": {}, "Endpoints": {"docker": {"Host": "tcp://h:1"}}}


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """An environment with an empty folder of settings, that is not there yet."""
    return {"DOCKER_CONFIG": str(tmp_path / "settings")}


def test_what_is_written_is_what_the_docker_command_reads(environment: dict[str, str], tmp_path: Path) -> None:
    for name in ("authority", "certificate", "key"):
        (tmp_path / name).write_text(name)
    files = TLSFiles(tmp_path / "authority", tmp_path / "certificate", tmp_path / "key")
    context_store.write_context("a", CONTENT, {"docker": files}, environment)
    assert context_store.read_context("a", environment) == CONTENT
    read = load_context("a", environment=environment)
    assert read.host == "tcp://h:1"
    assert read.tls is not None
    assert read.tls.key is not None
    assert read.tls.key.read_text() == "key"
    assert not list(Path(environment["DOCKER_CONFIG"]).rglob(".*"))
    context_store.delete_context("a", environment)
    context_store.delete_context("a", environment)
    assert context_store.read_context("a", environment) is None


def test_a_write_that_fails_leaves_what_was_there(environment: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    context_store.write_context("a", CONTENT, {}, environment)

    def fail(source: object, target: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(OSError, match="No space left"):
        context_store.write_context("a", {**CONTENT, "Name": "b"}, {}, environment)
    folder = context_store.meta_folder("a", environment)
    assert [each.name for each in folder.iterdir()] == ["meta.json"]
    assert context_store.read_context("a", environment) == CONTENT


def test_the_current_context_is_one_key_of_many(environment: dict[str, str]) -> None:
    file = Path(environment["DOCKER_CONFIG"]) / "config.json"
    context_store.choose_context("a", environment)
    assert json.loads(file.read_text()) == {"currentContext": "a"}
    file.write_text('{"auths": {}, "currentContext": "a"}')
    context_store.choose_context("b", environment)
    assert json.loads(file.read_text()) == {"auths": {}, "currentContext": "b"}
    context_store.choose_context(None, environment)
    assert json.loads(file.read_text()) == {"auths": {}}
    file.write_text("no JSON")
    with pytest.raises(SettingsError, match="is not JSON"):
        context_store.choose_context("a", environment)
    assert file.read_text() == "no JSON"


@pytest.mark.parametrize("text", ["no JSON", "[]", '"text"'])
def test_a_description_must_be_an_object(environment: dict[str, str], text: str) -> None:
    context_store.write_context("a", CONTENT, {}, environment)
    (context_store.meta_folder("a", environment) / "meta.json").write_text(text)
    with pytest.raises(DockerContextInvalidError):
        context_store.read_context("a", environment)
