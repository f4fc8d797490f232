"""Run the programs of ``examples/from_aiodocker`` with aiodocker, and with our package in its place.

Both reach the engine through a relay that notes what they ask for.
"""

import contextlib
import re
import socket
from collections import Counter
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

import pytest

from tests.engines import Engine
from tests.engines.registry import Registry
from tests.engines.relay import Relay

from .programs import Programs, environment_of

SWARM = "swarm"
REGISTRY = "registry"
PROGRAMS = Programs("from_aiodocker", "aiodocker", (SWARM, REGISTRY))
# The body of the request before has no end of line of its own.
_REQUEST = re.compile(rb"(GET|HEAD|POST|PUT|DELETE) (?:/v[0-9.]+)?(/[^ ?\r\n]*)(?:\?[^ \r\n]*)? HTTP/1\.1\r\n")
_ID = re.compile(r"[0-9a-z]{25}\b|[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Run:
    """What a program printed, and how often it asked for what; names and ids are replaced by words."""

    printed: str
    requests: Counter[str]


def with_aiodocker(
    programs: Sequence[str], engine: Engine, name: str, *, registry: Registry | None = None
) -> dict[str, Run]:
    """Run programs as they are, beside aiodocker; ``name`` begins what they make."""
    with contextlib.ExitStack() as stack:
        relays = {program: stack.enter_context(_noted(engine)) for program in programs}
        addresses = {program: address for program, (address, _) in relays.items()}
        said = PROGRAMS.beside_peer(addresses, environment_of(engine, name, registry))
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
    source = PROGRAMS.source(program)
    source, plain = re.subn(r"^import aiodocker$", "import dockwright.aio as aiodocker", source, flags=re.MULTILINE)
    source, partly = re.subn(r"^from aiodocker\b", "from dockwright.aio", source, flags=re.MULTILINE)
    assert plain + partly, f"{program} imports no aiodocker"
    with _noted(engine) as (address, sent):
        for variable, value in {**environment_of(engine, name, registry), "DOCKER_HOST": address}.items():
            monkeypatch.setenv(variable, value)
        capsys.readouterr()
        exec(compile(source, f"{program}.py", "exec"), {"__name__": "__main__"})  # noqa: S102  our own programs
    return _run(capsys.readouterr().out, sent, name)


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
