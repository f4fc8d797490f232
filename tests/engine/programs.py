"""Programs in ``examples`` for another client: run as they are beside it, and with our package in its place."""

import json
from collections.abc import Collection, Mapping
from pathlib import Path

from tests.contract.peers import run_peer
from tests.engines import Engine
from tests.engines.registry import PASSWORD, USER, Registry

_EXAMPLES = Path(__file__).parents[2] / "examples"
_BESIDE_A_PEER = """
import contextlib, io, json, os, pathlib, runpy, signal, sys, traceback, warnings

class Hangs(Exception):
    pass

def give_up(*_):
    raise Hangs

def run(program):
    with contextlib.redirect_stdout(io.StringIO()) as output:
        signal.alarm(40)
        try:
            runpy.run_path(program, run_name="__main__")
        except Hangs:
            raise
        except Exception:
            output.write(traceback.format_exc())
        finally:
            signal.alarm(0)
    return output.getvalue()

signal.signal(signal.SIGALRM, give_up)
settings = json.load(sys.stdin)
os.environ.update(settings["environment"])
said = {}
for program, address in settings["programs"]:
    os.environ["DOCKER_HOST"] = address
    try:
        said[pathlib.Path(program).stem] = run(program)
    except Hangs:
        # The peers have their races.
        said[pathlib.Path(program).stem] = run(program)
print(json.dumps(said))
"""


class Programs:
    """The programs in one folder of ``examples``, of which some need more than an engine."""

    def __init__(self, folder: str, peer: str, special: Collection[str]) -> None:
        self._folder = _EXAMPLES / folder
        self._peer = peer
        self._special = special

    def names(self) -> list[str]:
        """Give the names of the programs that need nothing but an engine."""
        found = sorted(path.stem for path in self._folder.glob("*.py") if path.stem != "__init__")
        return [name for name in found if name not in self._special]

    def source(self, name: str) -> str:
        """Read a program."""
        return (self._folder / f"{name}.py").read_text()

    def beside_peer(self, addresses: Mapping[str, str], environment: Mapping[str, str]) -> dict[str, str]:
        """Run programs as they are, each with an address of the engine, and give what each printed.

        All in one process: starting it takes longer than many of the programs.
        """
        files = [(str(self._folder / f"{name}.py"), address) for name, address in addresses.items()]
        settings = json.dumps({"environment": dict(environment), "programs": files})
        said: dict[str, str] = json.loads(run_peer(self._peer, ["-c", _BESIDE_A_PEER], stdin=settings))
        assert [name for name, text in said.items() if "Traceback" in text or not text] == [], said
        return said


def environment_of(engine: Engine, name: str, registry: Registry | None) -> dict[str, str]:
    """Give what the programs read from their environment; ``name`` begins what they make."""
    environment = {"DOCKER_HOST": engine.url, "IMAGE": engine.image, "NAME": name, "DOCKER_CONFIG": "/nonexistent"}
    if registry is None:
        return environment
    return {**environment, "REGISTRY": registry.address, "REGISTRY_USER": USER, "REGISTRY_PASSWORD": PASSWORD}
