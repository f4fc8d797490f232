"""The engine that is chosen is the one that the docker command chooses, in the same surroundings.

Both are run with the same environment and files, and what counts is what they do: which of several listeners they
connect to, and whether they begin with TLS there. Several releases of the command are asked; they are unpacked like the
engines, and the one that is installed on this machine is asked too.
"""

import hashlib
import json
import os
import shutil
import socket
import subprocess
import tempfile
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import trustme

from dockwright.aio import DockerError, SettingsError
from dockwright.settings.resolution import resolve
from dockwright.settings.sockets import State
from dockwright.sync import from_env
from tests.engines import PackagesUnavailable, packages

USUAL = "/var/run/docker.sock"
REFUSED = "refused"
COMMANDS = {"20.10": ("bookworm", ("docker.io", "containerd")), "26.1": ("trixie", ("docker-cli",)), "installed": None}


@pytest.fixture(scope="module", params=COMMANDS)
def command(request: pytest.FixtureRequest) -> str:
    """A release of the docker command."""
    source = COMMANDS[request.param]
    if source is None:
        return shutil.which("docker") or pytest.skip("no docker command is installed here")
    try:
        return str(packages.unpacked(*source) / "usr/bin/docker")
    except PackagesUnavailable as error:
        if os.environ.get("CI", "").lower() == "true":
            pytest.fail(f"the docker command {request.param} is required here: {error}", pytrace=False)
        pytest.skip(f"the docker command {request.param} cannot be had: {error}")


class Listeners:
    """Listeners named a to d on TCP, and s on a Unix socket, which note how each connection begins."""

    def __init__(self, folder: Path) -> None:
        self._heard: list[str] = []
        self._listeners = {name: socket.create_server(("127.0.0.1", 0)) for name in "abcd"}
        self._listeners["s"] = socket.socket(socket.AF_UNIX)
        self._listeners["s"].bind(str(folder / "s"))
        self._listeners["s"].listen()
        self.address = {name: f"127.0.0.1:{self._listeners[name].getsockname()[1]}" for name in "abcd"}
        self.address["s"] = str(folder / "s")
        self._threads = [threading.Thread(target=self._listen, args=(name,)) for name in self._listeners]

    def __enter__(self) -> "Listeners":
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        for listener in self._listeners.values():
            listener.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join()
        for listener in self._listeners.values():
            listener.close()

    def first(self) -> str:
        """Say who was connected to first, and forget it."""
        heard, self._heard = self._heard, []
        return heard[0] if heard else "nobody"

    def _listen(self, name: str) -> None:
        while True:
            try:
                stream, _ = self._listeners[name].accept()
            except OSError:
                return
            with stream:
                stream.settimeout(10)
                begin = stream.recv(1)
                self._heard.append(f"{name} by TLS" if begin == b"\x16" else name)


@pytest.fixture(scope="module")
def listeners() -> Iterator[Listeners]:
    """Engines of nobody."""
    with tempfile.TemporaryDirectory() as folder, Listeners(Path(folder)) as listeners:
        yield listeners


@dataclass(frozen=True)
class Case:
    """Surroundings, and what is chosen in them.

    In the values of ``environment`` and ``contexts``, ``{a}`` stands for the address of a listener, ``{certs}`` for a
    folder of TLS files and ``{home}`` for the home folder.
    """

    name: str
    chosen: str
    """The listener, ``USUAL`` for the usual socket, or ``REFUSED``."""
    environment: Mapping[str, str] = field(default_factory=dict[str, str])
    config: Any = None
    """What ``config.json`` holds, as JSON or as text."""
    elsewhere: Any = None
    """What ``config.json`` holds in another folder of settings, which has a context ``d``."""
    since: int = 20
    """The release of the command from which on this is so."""


HOST = {"DOCKER_HOST": "tcp://{a}"}
VERIFY = {"DOCKER_TLS_VERIFY": "1"}
FILES = {"DOCKER_CERT_PATH": "{certs}"}
ELSEWHERE = {"DOCKER_CONFIG": "{home}/elsewhere"}

CASES = [
    Case("nothing", USUAL),
    Case("a host", "a", HOST),
    Case("a host before a context", "a", HOST | {"DOCKER_CONTEXT": "b"}),
    Case("a host before the current context", "a", HOST, {"currentContext": "c"}),
    Case("a host before both", "a", HOST | {"DOCKER_CONTEXT": "b"}, {"currentContext": "c"}),
    Case("a context", "b", {"DOCKER_CONTEXT": "b"}),
    Case("a context before the current one", "b", {"DOCKER_CONTEXT": "b"}, {"currentContext": "c"}),
    Case("the current context", "c", {}, {"currentContext": "c"}),
    Case("a current context that is empty", USUAL, {}, {"currentContext": ""}),
    Case("the context default", USUAL, {"DOCKER_CONTEXT": "default"}, {"currentContext": "c"}),
    Case("a host with the context default", "a", HOST | {"DOCKER_CONTEXT": "default"}),
    Case("the current context default", USUAL, {}, {"currentContext": "default"}),
    Case("an empty host", "b", {"DOCKER_HOST": "", "DOCKER_CONTEXT": "b"}, since=23),
    Case("an empty context", "c", {"DOCKER_CONTEXT": ""}, {"currentContext": "c"}, since=23),
    Case("an unknown context", REFUSED, {"DOCKER_CONTEXT": "gone"}),
    Case("an unknown current context", REFUSED, {}, {"currentContext": "gone"}),
    Case("a host beside an unknown context", "a", HOST | {"DOCKER_CONTEXT": "gone"}),
    Case("a host beside an unknown current one", "a", HOST, {"currentContext": "gone"}),
    Case("a context that makes no sense", REFUSED, {"DOCKER_CONTEXT": "broken"}),
    Case("a context with odd signs", "b", {"DOCKER_CONTEXT": "b.c_d-e+1"}),
    Case("settings elsewhere", "d", ELSEWHERE, None, {"currentContext": "d"}),
    Case("settings elsewhere hide those at home", USUAL, ELSEWHERE, {"currentContext": "c"}),
    Case("no context of one's home elsewhere", REFUSED, ELSEWHERE | {"DOCKER_CONTEXT": "b"}),
    Case("a host without a scheme", "a", {"DOCKER_HOST": "{a}"}),
    Case("a host with spaces around it", "a", {"DOCKER_HOST": "  tcp://{a} "}),
    Case("a host with an unknown scheme", REFUSED, {"DOCKER_HOST": "gopher://{a}"}),
    Case("a broken file beside a host", "a", HOST, "{broken"),
    Case("a socket", "s", {"DOCKER_HOST": "unix://{s}"}),
    Case("a socket of a context", "s", {"DOCKER_CONTEXT": "s"}),
    Case("TLS", "a by TLS", HOST | VERIFY | FILES),
    Case("TLS by a zero", "a by TLS", HOST | {"DOCKER_TLS_VERIFY": "0"} | FILES),
    Case("no TLS by an empty word", "a", HOST | {"DOCKER_TLS_VERIFY": ""}),
    Case("TLS with the settings' own files", "a by TLS", HOST | VERIFY | {"DOCKER_CONFIG": "{certs}"}),
    Case("TLS of a context", "b by TLS", {"DOCKER_CONTEXT": "secure"}),
    Case("a host beside TLS of a context", "a", HOST | {"DOCKER_CONTEXT": "secure"}),
    Case("TLS of a context without files", "b by TLS", {"DOCKER_CONTEXT": "lax"}),
]

STRICTER = [
    # The docker command goes on in clear text, or to another engine, where something asks for more than that.
    (Case("a folder of files alone", "a", HOST | FILES), "a by TLS"),
    (
        Case("TLS beside a context without", "b", {"DOCKER_CONTEXT": "b"} | VERIFY | FILES),
        "b by TLS",
    ),
    (Case("a broken file that would decide", USUAL, {}, "{broken"), REFUSED),
]


class Surroundings:
    """A home folder with contexts, and the environment of a case."""

    def __init__(self, home: Path, case: Case, listeners: Listeners) -> None:
        self._listeners = listeners
        self._words = {**listeners.address, "home": str(home), "certs": str(home / "certs")}
        settings, elsewhere = home / ".docker", home / "elsewhere"
        authority = trustme.CA()
        certificate = authority.issue_cert("user@example.org")
        (home / "certs").mkdir(parents=True)
        authority.cert_pem.write_to_path(home / "certs/ca.pem")
        certificate.cert_chain_pems[0].write_to_path(home / "certs/cert.pem")
        certificate.private_key_pem.write_to_path(home / "certs/key.pem")
        for name in ("b", "c"):
            self._context(settings, name, f"tcp://{{{name}}}")
        self._context(settings, "b.c_d-e+1", "tcp://{b}")
        self._context(settings, "s", "unix://{s}")
        self._context(settings, "lax", "tcp://{b}", SkipTLSVerify=True)
        tls = self._context(settings, "secure", "tcp://{b}")
        tls.parent.mkdir(parents=True)
        shutil.copytree(home / "certs", tls)
        self._context(settings, "broken", "tcp://{b}", text="{broken")
        self._context(elsewhere, "d", "tcp://{d}")
        for folder, config in ((settings, case.config), (elsewhere, case.elsewhere)):
            if config is not None:
                (folder / "config.json").write_text(config if isinstance(config, str) else json.dumps(config))
        given = {name: value.format(**self._words) for name, value in case.environment.items()}
        self.environment = {"HOME": str(home), "PATH": os.environ["PATH"], **given}

    def _context(self, settings: Path, name: str, host: str, *, text: str = "", **endpoint: object) -> Path:
        identifier = hashlib.sha256(name.encode()).hexdigest()
        meta = settings / "contexts/meta" / identifier
        meta.mkdir(parents=True)
        docker = {"Host": host.format(**self._words), "SkipTLSVerify": False, **endpoint}
        (meta / "meta.json").write_text(
            text or json.dumps({"Name": name, "Metadata": {}, "Endpoints": {"docker": docker}})
        )
        return settings / "contexts/tls" / identifier / "docker"

    def of_the_command(self, command: str) -> str:
        """Run the docker command, and say where it went."""
        done = subprocess.run(
            [command, "version", "--format", "{{.Server}}"],
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        went = self._listeners.first()
        if went != "nobody":
            return went
        return USUAL if f"unix://{USUAL}" in done.stderr else REFUSED

    def ours(self) -> str:
        """Make a client and use it, and say where it went."""
        try:
            # The usual socket of this machine may be that of a real engine.
            endpoint = resolve(environment=self.environment, probe=lambda _: State.LISTENING)
        except SettingsError:
            return REFUSED
        if endpoint.rule == "the search for sockets":
            return endpoint.path
        with from_env(environment=self.environment) as client, pytest.raises(DockerError):
            client.version()
        return self._listeners.first()


def release(command: str) -> int:
    said = subprocess.run([command, "--version"], capture_output=True, text=True, check=True).stdout
    return int(said.split()[2].partition(".")[0])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_same_engine_is_chosen(command: str, listeners: Listeners, tmp_path: Path, case: Case) -> None:
    if release(command) < case.since:
        pytest.skip(f"this release of the docker command does otherwise; the case is of {case.since}")
    surroundings = Surroundings(tmp_path / "home", case, listeners)
    assert surroundings.of_the_command(command) == case.chosen
    assert surroundings.ours() == case.chosen


@pytest.mark.parametrize(("case", "ours"), STRICTER, ids=[case.name for case, _ in STRICTER])
def test_where_we_are_stricter(command: str, listeners: Listeners, tmp_path: Path, case: Case, ours: str) -> None:
    surroundings = Surroundings(tmp_path / "home", case, listeners)
    assert surroundings.of_the_command(command) == case.chosen
    assert surroundings.ours() == ours
