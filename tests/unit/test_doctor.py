"""The doctor, run as a program in broken set-ups: the cause in the first line, the way out, and the exit code."""

import hashlib
import json
import os
import pty
import re
import socket
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from tests.fakes.engine import Do, FakeEngine, reply


class Home:
    """A home folder in which the doctor is run; nothing else of this machine's settings counts."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.docker = folder / ".docker"
        self.docker.mkdir()

    def doctor(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-W", "error", "-m", "dockwright", "doctor", *arguments],
            env={"HOME": str(self.folder), "PATH": str(self.folder / "bin"), "PYTHONPATH": _path(), **environment},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    def context(self, name: str, host: str) -> None:
        meta = self.docker / "contexts/meta" / hashlib.sha256(name.encode()).hexdigest()
        meta.mkdir(parents=True)
        content = {"Name": name, "Endpoints": {"docker": {"Host": host}}}
        (meta / "meta.json").write_text(json.dumps(content))


def _path() -> str:
    import dockwright
    import dockwright_api

    return os.pathsep.join(str(Path(module.__path__[0]).parent) for module in (dockwright, dockwright_api))


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """An empty home folder."""
    return Home(tmp_path)


@pytest.fixture
def answering(fake_engine: FakeEngine) -> FakeEngine:
    """An engine that answers what the doctor asks."""
    fake_engine.reply("GET", "/info", body={"Driver": "overlay2", "Name": "box", "Warnings": ["No swap limit support"]})
    return fake_engine


def test_an_engine_that_answers(home: Home, answering: FakeEngine) -> None:
    done = home.doctor(DOCKER_HOST=answering.url)
    assert (done.returncode, done.stderr) == (0, "")
    first, _, *rest = done.stdout.splitlines()
    assert first == f"OK: Docker Engine 20.10.24 answers at {answering.url}, API 1.41"
    said = "\n".join(rest)
    assert f"{answering.url} <- this decides" in said
    assert "1.41 is spoken; the engine knows 1.12 to 1.41" in said
    assert "overlay2" in said
    assert "No swap limit support" in said
    assert "none in config.json" in said
    assert "\x1b" not in done.stdout


def test_the_same_for_programs(home: Home, answering: FakeEngine) -> None:
    done = home.doctor("--json", "--url", answering.url)
    found: dict[str, Any] = json.loads(done.stdout)
    assert done.returncode == 0
    assert found["works"] is True
    assert found["endpoint"] == {"url": answering.url, "rule": "the url argument", "because": ""}
    assert found["engine"]["api"] == {"oldest": "1.12", "newest": "1.41", "spoken": "1.41"}
    assert {"topic": "storage", "state": "ok", "text": "overlay2", "advice": ""} in found["findings"]


def test_no_engine_anywhere(home: Home) -> None:
    if any(Path(path).exists() for path in ("/var/run/docker.sock", "/run/docker.sock")):
        pytest.skip("an engine listens here")
    (home.docker / "run").mkdir()
    (home.docker / "run" / "docker.sock").touch()
    done = home.doctor()
    assert done.returncode == 1
    assert done.stdout.startswith("FAULT: no Docker engine found: nothing names one")
    assert f"{home.docker}/run/docker.sock" in done.stdout
    assert "it is no socket" in done.stdout
    assert "start an engine, or name one" in done.stdout.splitlines()[0]


def test_a_port_where_nothing_listens(home: Home) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        url = f"tcp://127.0.0.1:{closed.getsockname()[1]}"
    done = home.doctor(DOCKER_HOST=url, HTTP_PROXY="http://proxy:1")
    assert done.returncode == 1
    assert done.stdout.startswith(f"FAULT: cannot reach the Docker engine at {url}, chosen by DOCKER_HOST: ")
    assert "HTTP_PROXY and HTTPS_PROXY are not used for the engine" in done.stdout


def test_a_context_that_does_not_exist(home: Home) -> None:
    home.context("there", "tcp://192.0.2.1:1")
    done = home.doctor(DOCKER_CONTEXT="gone")
    assert done.returncode == 1
    assert done.stdout.startswith("FAULT: there is no context 'gone'; there are there")


def test_files_for_tls_that_are_not_there(home: Home) -> None:
    done = home.doctor(DOCKER_HOST="tcp://192.0.2.1:1", DOCKER_CERT_PATH=str(home.folder / "nowhere"))
    assert done.returncode == 1
    assert done.stdout.startswith("FAULT: DOCKER_CERT_PATH: there is no folder")


def test_something_that_is_no_engine(home: Home, fake_engine: FakeEngine) -> None:
    fake_engine.script("GET", "/version", reply(200, b"<html>hello</html>"))
    done = home.doctor(DOCKER_HOST=fake_engine.url)
    assert done.returncode == 1
    assert "is no Docker engine; is this its address?" in done.stdout.splitlines()[0]


def test_an_engine_that_never_answers(home: Home, fake_engine: FakeEngine) -> None:
    fake_engine.script("GET", "/version", Do.HANG)
    done = home.doctor(DOCKER_HOST=fake_engine.url)
    assert done.returncode == 1
    assert "limit of 10 seconds passed" in done.stdout.splitlines()[0]


def test_a_program_for_credentials_that_is_missing(home: Home, answering: FakeEngine) -> None:
    (home.docker / "config.json").write_text('{"credsStore": "gone", "auths": {"host": {"auth": "aHVudGVyMg=="}}}')
    done = home.doctor(DOCKER_HOST=answering.url)
    assert done.returncode == 0
    assert "of all registries: config.json names docker-credential-gone, which is not on the PATH" in done.stdout
    assert "aHVudGVyMg" not in done.stdout


def test_a_settings_file_that_is_broken(home: Home, answering: FakeEngine) -> None:
    (home.docker / "config.json").write_text("{broken")
    done = home.doctor(DOCKER_HOST=answering.url)
    assert done.returncode == 0
    assert "config.json is not JSON (line 1); correct it, or move it away" in done.stdout
    assert home.doctor().stdout.startswith("FAULT: ")


def test_a_password_in_an_address_is_not_shown(home: Home) -> None:
    done = home.doctor(DOCKER_HOST="tcp://me:hunter2@192.0.2.1:1")
    assert done.returncode == 1
    assert done.stdout.startswith("FAULT: DOCKER_HOST: an address must not hold a password")
    assert "hunter2" not in done.stdout + done.stderr


def test_an_engine_without_tls_in_the_network(home: Home) -> None:
    done = home.doctor("--context", "lan")
    assert done.returncode == 1
    home.context("lan", "tcp://localhost:1")
    said = home.doctor("--context", "lan").stdout
    assert "named by the context argument" in said.splitlines()[0]
    assert "use TLS or ssh" in said


@pytest.mark.parametrize("arguments", [("--nonsense",), ("--url",)])
def test_arguments_that_make_no_sense(home: Home, arguments: tuple[str, ...]) -> None:
    assert home.doctor(*arguments).returncode == 2


def test_on_a_terminal_it_is_coloured_and_folded(home: Home) -> None:
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-W", "error", "-m", "dockwright", "doctor", "--url", "unix:///nowhere/docker.sock"],
        env={"HOME": str(home.folder), "PYTHONPATH": _path(), "TERM": "xterm", "COLUMNS": "60"},
        stdout=theirs,
    ) as program:
        os.close(theirs)
        shown = b""
        # Linux ends the output of a terminal with an error.
        with suppress(OSError):
            while data := os.read(ours, 1 << 16):
                shown += data
    os.close(ours)
    assert program.returncode == 1
    lines = shown.decode().splitlines()
    assert "\x1b[1;31mFAULT: " in lines[0]
    assert "/nowhere/docker.sock" in lines[0] + lines[1]
    bare = [re.sub(r"\x1b\[[0-9;]*m", "", line) for line in lines]
    assert max(map(len, bare)) <= 60
    assert any(re.match("ok +the url argument +unix:", line) for line in bare)
