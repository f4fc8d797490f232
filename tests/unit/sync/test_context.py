"""Contexts under docker-py's names: made, read, chosen and removed in the files of the docker command."""

import json
import os
import stat
import subprocess
from pathlib import Path

import pytest
import trustme

import dockwright.sync as docker
from dockwright.sync import Context, ContextAPI, TLSConfig
from dockwright.sync.errors import (
    ContextAlreadyExists,
    ContextException,
    ContextNotFound,
    DockerException,
    MissingContextParameter,
)


@pytest.fixture(autouse=True)
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """An empty folder of settings, and another one to be in."""
    for name in ("DOCKER_HOST", "DOCKER_CONTEXT", "DOCKER_TLS", "DOCKER_TLS_VERIFY", "DOCKER_CERT_PATH"):
        monkeypatch.delenv(name, raising=False)
    settings = tmp_path / "settings"
    monkeypatch.setenv("DOCKER_CONFIG", str(settings))
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    return settings


@pytest.fixture
def tls(tmp_path: Path) -> TLSConfig:
    """Files for TLS, under names of their own."""
    ca = trustme.CA()
    certificate = ca.issue_cert("engine")
    ca.cert_pem.write_to_path(tmp_path / "authority.crt")
    certificate.cert_chain_pems[0].write_to_path(tmp_path / "ours.crt")
    certificate.private_key_pem.write_to_path(tmp_path / "ours.key")
    return TLSConfig((tmp_path / "ours.crt", tmp_path / "ours.key"), tmp_path / "authority.crt")


def test_a_context_is_made_and_read(folder: Path) -> None:
    made = ContextAPI.create_context("remote", host="tcp://remote:1", default_namespace="space")
    assert (made.Name, made.Host, made.Orchestrator) == ("remote", "tcp://remote:1", None)
    content = json.loads(Path(made.meta_path, "meta.json").read_text())
    endpoint = {"Host": "tcp://remote:1", "SkipTLSVerify": False, "DefaultNamespace": "space"}
    assert content == {"Name": "remote", "Metadata": {}, "Endpoints": {"docker": endpoint}} == made.Metadata

    read = ContextAPI.get_context("remote")
    assert isinstance(read, Context)
    assert read.inspect() == made.inspect() == read() == ContextAPI.inspect_context("remote")
    assert json.loads(str(read)) == read()
    assert repr(read) == "<Context: 'remote'>"
    assert read.Storage == {"Storage": {"MetadataPath": made.meta_path, "TLSPath": made.tls_path}}
    assert read.is_docker_host()
    assert read.TLSConfig is None
    # The rest of the library reads the same.
    assert docker.from_context("remote").endpoint.url == "tcp://remote:1"
    assert ContextAPI.kwargs_from_context("remote") == {"base_url": "tcp://remote:1"}
    assert [each.name for each in ContextAPI.contexts()] == ["default", "remote"]


def test_tls_files_are_copied_and_the_engine_is_verified(tls: TLSConfig) -> None:
    made = ContextAPI.create_context("remote", host="tcp://remote:1", tls_cfg=tls)
    copies = sorted(Path(made.tls_path, "docker").iterdir())
    assert [each.name for each in copies] == ["ca.pem", "cert.pem", "key.pem"]
    assert all(stat.S_IMODE(each.stat().st_mode) == 0o600 for each in copies)
    assert Path(made.tls_path, "docker/key.pem").read_bytes() == Path(str(tls.files.key)).read_bytes()

    read = Context.load_context("remote")
    assert read is not None
    assert read.TLSMaterial == {"TLSMaterial": {"docker": ["ca.pem", "cert.pem", "key.pem"]}}
    assert read.TLSConfig is not None
    assert read.TLSConfig.verify is True
    arguments = ContextAPI.kwargs_from_context("remote")
    assert (arguments["base_url"], arguments["tls"].verify) == ("tcp://remote:1", True)
    assert docker.from_context("remote").endpoint.url == "https://remote:1"
    read.save()
    again = Context.load_context("remote")
    assert again is not None
    assert again() == read()


def test_verifying_is_left_out_only_where_it_is_said(tls: TLSConfig) -> None:
    ContextAPI.create_context("lax", host="tcp://remote:1", tls_cfg=tls, skip_tls_verify=True)
    assert ContextAPI.kwargs_from_context("lax")["tls"].verify is False
    assert Context("plain", host="tcp://h:1").endpoints == {"docker": {"Host": "tcp://h:1", "SkipTLSVerify": False}}


def test_a_context_is_chosen_and_removed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.mkdir()
    (folder / "config.json").write_text('{"auths": {"r": {}}}')
    (folder / "config.json").chmod(0o600)
    ContextAPI.create_context("remote", host="tcp://remote:1")
    assert ContextAPI.get_current_context() is ContextAPI.DEFAULT_CONTEXT
    ContextAPI.set_current_context("remote")
    assert json.loads((folder / "config.json").read_text()) == {"auths": {"r": {}}, "currentContext": "remote"}
    assert stat.S_IMODE((folder / "config.json").stat().st_mode) == 0o600
    current = ContextAPI.get_current_context()
    assert current is not None
    assert current.name == "remote"
    assert docker.from_env().endpoint.url == "tcp://remote:1"
    assert ContextAPI.kwargs_from_context() == {"base_url": "tcp://remote:1"}
    monkeypatch.setenv("DOCKER_CONTEXT", "default")
    assert ContextAPI.get_context() is ContextAPI.DEFAULT_CONTEXT
    monkeypatch.delenv("DOCKER_CONTEXT")

    ContextAPI.remove_context("remote")
    assert json.loads((folder / "config.json").read_text()) == {"auths": {"r": {}}}
    assert ContextAPI.get_context("remote") is None
    assert not any((folder / "contexts").rglob("*.json"))
    ContextAPI.set_current_context("default")
    assert json.loads((folder / "config.json").read_text()) == {"auths": {"r": {}}}


def test_the_docker_command_sees_them(folder: Path) -> None:
    """Whoever has the docker command sees there what was made here."""
    ContextAPI.create_context("remote", host="tcp://remote:1")
    try:
        done = subprocess.run(
            ["docker", "context", "inspect", "remote"], capture_output=True, text=True, check=False, env={**os.environ}
        )
    except FileNotFoundError:
        pytest.skip("there is no docker command")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)[0]["Endpoints"]["docker"]["Host"] == "tcp://remote:1"


def test_what_cannot_be_is_refused() -> None:
    ContextAPI.create_context("remote")
    with pytest.raises(ContextAlreadyExists, match=r"remove it first.*context: remote") as caught:
        ContextAPI.create_context("remote")
    assert caught.value.name == "remote"
    with pytest.raises(MissingContextParameter, match="name is missing"):
        ContextAPI.create_context("")
    for wrong in (ContextAPI.create_context, ContextAPI.remove_context):
        with pytest.raises(ContextException):
            wrong("default")
    for missing in (ContextAPI.remove_context, ContextAPI.set_current_context, ContextAPI.inspect_context):
        with pytest.raises(ContextNotFound, match="there is no such context"):
            missing("gone")
    with pytest.raises(MissingContextParameter):
        ContextAPI.remove_context("")
    with pytest.raises(DockerException, match="unknown scheme 'other'"):
        ContextAPI.create_context("other", host="other://h")
    with pytest.raises(ContextException, match="needs a name"):
        Context("")
    with pytest.raises(ContextException, match="must be a mapping"):
        Context("c", endpoints={"docker": "tcp://h:1"})


def test_a_file_that_makes_no_sense_is_an_error() -> None:
    made = ContextAPI.create_context("remote")
    Path(made.meta_path, "meta.json").write_text("no JSON")
    with pytest.raises(ContextNotFound, match="cannot be read"):
        ContextAPI.get_context("remote")
    with pytest.raises(ContextException, match="cannot be read"):
        ContextAPI.contexts()
    Path(made.meta_path, "meta.json").write_text("[]")
    with pytest.raises(ContextNotFound, match="does not hold a JSON object"):
        ContextAPI.get_context("remote")


def test_contexts_stay_in_the_folder_of_the_settings(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, folder: Path
) -> None:
    """docker-py 1.17: without a config.json it keeps contexts in a folder of wherever the program runs."""
    monkeypatch.delenv("DOCKER_CONFIG")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    ContextAPI.create_context("remote", host="tcp://remote:1")
    ContextAPI.set_current_context("remote")
    assert list(Path.cwd().iterdir()) == []
    assert not folder.exists()
    assert (tmp_path / "home/.docker/config.json").is_file()
    assert ContextAPI.contexts()[1].Host == "tcp://remote:1"
