"""Run the programs of ``examples/from_aiodocker`` with aiodocker, and with our package in its place.

Both reach the engine through a relay that notes what they ask for.
"""

import contextlib
import json
import re
import socket
from collections import Counter
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from tests.contract.peers import run_peer
from tests.engines import Engine
from tests.engines.registry import PASSWORD, USER, Registry
from tests.engines.relay import Relay

PROGRAMS = Path(__file__).parents[2] / "examples/from_aiodocker"
SWARM = "swarm"
REGISTRY = "registry"
_WITH_AIODOCKER = """
import contextlib, io, json, os, pathlib, runpy, sys
settings = json.load(sys.stdin)
os.environ.update(settings["environment"])
said = {}
for program, address in settings["programs"]:
    os.environ["DOCKER_HOST"] = address
    with contextlib.redirect_stdout(io.StringIO()) as output:
        runpy.run_path(program, run_name="__main__")
    said[pathlib.Path(program).stem] = output.getvalue()
print(json.dumps(said))
"""
# The body of the request before has no end of line of its own.
_REQUEST = re.compile(rb"(GET|HEAD|POST|PUT|DELETE) (?:/v[0-9.]+)?(/[^ ?\r\n]*)(?:\?[^ \r\n]*)? HTTP/1\.1\r\n")
_ID = re.compile(r"[0-9a-z]{25}\b|[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Run:
    """What a program printed, and how often it asked for what; names and ids are replaced by words."""

    printed: str
    requests: Counter[str]


def names() -> list[str]:
    """Give the names of the programs that need nothing but an engine."""
    found = sorted(path.stem for path in PROGRAMS.glob("*.py") if path.stem != "__init__")
    return [name for name in found if name not in (SWARM, REGISTRY)]


def with_aiodocker(
    programs: Sequence[str], engine: Engine, name: str, *, registry: Registry | None = None
) -> dict[str, Run]:
    """Run programs as they are, beside aiodocker; ``name`` begins what they make."""
    with contextlib.ExitStack() as stack:
        relays = {program: stack.enter_context(_noted(engine)) for program in programs}
        settings = {
            "environment": _environment(engine, name, registry),
            "programs": [[str(PROGRAMS / f"{program}.py"), address] for program, (address, _) in relays.items()],
        }
        said: dict[str, str] = json.loads(run_peer("aiodocker", ["-c", _WITH_AIODOCKER], stdin=json.dumps(settings)))
    return {program: _run(said[program], sent, name) for program, (_, sent) in relays.items()}


def with_ours(
    program: str,
    engine: Engine,
    name: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    *,
    registry: Registry | None = None,
) -> Run:
    """Run a program with nothing changed but what it imports."""
    source = (PROGRAMS / f"{program}.py").read_text()
    source, plain = re.subn(r"^import aiodocker$", "import dockwright.aio as aiodocker", source, flags=re.MULTILINE)
    source, partly = re.subn(r"^from aiodocker\b", "from dockwright.aio", source, flags=re.MULTILINE)
    assert plain + partly, f"{program} imports no aiodocker"
    with _noted(engine) as (address, sent):
        for variable, value in {**_environment(engine, name, registry), "DOCKER_HOST": address}.items():
            monkeypatch.setenv(variable, value)
        capsys.readouterr()
        exec(compile(source, f"{program}.py", "exec"), {"__name__": "__main__"})  # noqa: S102  our own programs
    return _run(capsys.readouterr().out, sent, name)


def _environment(engine: Engine, name: str, registry: Registry | None) -> dict[str, str]:
    environment = {"IMAGE": engine.image, "NAME": name, "DOCKER_CONFIG": "/nonexistent"}
    if registry is None:
        return environment
    return {**environment, "REGISTRY": registry.address, "REGISTRY_USER": USER, "REGISTRY_PASSWORD": PASSWORD}


@contextlib.contextmanager
def _noted(engine: Engine) -> Generator[tuple[str, list[bytearray]]]:
    """Give an address of the engine, and the list to which what each connection sends is added."""
    path = engine.url.removeprefix("unix://")
    if path == engine.url:
        # An engine that was found elsewhere is asked directly, and what it was asked is not known.
        yield engine.url, []
        return
    sent: list[bytearray] = []

    def connect() -> socket.socket:
        stream = _Noting(socket.AF_UNIX, socket.SOCK_STREAM)
        stream.connect(path)
        sent.append(stream.sent)
        return stream

    with Relay(connect) as relay:
        yield f"tcp://127.0.0.1:{relay.port}", sent


class _Noting(socket.socket):
    """A socket that keeps what it sends."""

    def __init__(self, family: int, kind: int) -> None:
        super().__init__(family, kind)
        self.sent = bytearray()

    def sendall(self, data: Any, flags: int = 0, /) -> None:
        self.sent += data
        super().sendall(data, flags)


def _run(printed: str, sent: list[bytearray], name: str) -> Run:
    requests = [
        f"{method.decode()} {unquote(path.decode())}" for data in sent for method, path in _REQUEST.findall(data)
    ]
    return Run(printed.replace(name, "NAME"), Counter(_ID.sub("ID", each.replace(name, "NAME")) for each in requests))
