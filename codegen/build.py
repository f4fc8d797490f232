"""``python -m codegen build``: spec/ in, generated/ out. Offline, and the same text on every machine.

``generate`` makes everything in memory; ``build`` writes it, ``codegen.check`` compares it.
"""

import os
import subprocess
import sys
import tempfile
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path

from codegen import changes, description, docs, models, presence, shapes
from codegen.errors import SpecError
from codegen.publish import digest, publish
from codegen.render import render

ROOT = Path(__file__).parent.parent
PACKAGE = "dockwright_api"

_EXACT_TOOLS = ("datamodel-code-generator", "ruff")
_FORMAT = ("format", "--isolated", "--quiet", "--line-length=120", "--target-version=py311")
_SORT = ("check", "--isolated", "--quiet", "--fix", "--line-length=120", "--target-version=py311", "--select=I")


def add_arguments(parser: ArgumentParser) -> None:
    """Declare where the inputs are and where the output goes."""
    parser.add_argument("--spec", type=Path, default=ROOT / "spec", help="the description (default: spec/)")
    parser.add_argument("--output", type=Path, default=ROOT / "generated", help="where to write (default: generated/)")


def run(arguments: Namespace) -> int:
    """Write the generated tree and say what changed."""
    files = generate(arguments.spec)
    changed = publish(arguments.output, files)
    changes.write(arguments.spec)
    print(f"{len(files)} files, {len(changed)} changed")
    return 0


def generate(spec: Path) -> dict[str, str]:
    """Give every file below ``generated/``, formatted, and the lock that tells what they came from."""
    inputs = {
        path.relative_to(spec).as_posix(): digest(path.read_bytes())
        for path in sorted(spec.rglob("*"))
        if path.is_file()
    }
    whole = digest("".join(f"{name} {inputs[name]}\n" for name in sorted(inputs)).encode())
    described = description.load(spec)
    rendered = formatted(render(described, docs.read(spec), presence.read(spec, described), whole))
    files = {f"{PACKAGE}/{name}": text for name, text in rendered.items()}
    return {"lock.toml": lock(inputs, files), **files}


def formatted(files: Mapping[str, str]) -> dict[str, str]:
    """Format Python files; everything else stays as it is."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            path = Path(folder) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        for step in (_SORT, _FORMAT):
            done = subprocess.run([_ruff(), *step, folder], capture_output=True, text=True, check=False)
            if done.returncode:
                raise SpecError(f"ruff cannot read what was generated:\n{done.stdout}{done.stderr}")
        return {name: (Path(folder) / name).read_text(encoding="utf-8") for name in files}


def lock(inputs: Mapping[str, str], outputs: Mapping[str, str]) -> str:
    """Write down what went in, what it was made with, and what came out."""
    flags = digest(repr((models.FLAGS, shapes.FLAGS, _FORMAT, _SORT)).encode())
    sections = {
        "tools": {name: version(name) for name in _EXACT_TOOLS} | {"flags": flags},
        "inputs": dict(sorted(inputs.items())),
        "outputs": {name: digest(text.encode()) for name, text in sorted(outputs.items())},
    }
    lines = ["# What the generated files were made from, written by `python -m codegen build`; not edited by hand."]
    for section, entries in sections.items():
        lines += ["", f"[{section}]", *(f'"{name}" = "{value}"' for name, value in entries.items())]
    return "\n".join(lines) + "\n"


def _ruff() -> str:
    """The ruff of this environment, wherever the shell would look."""
    beside = Path(sys.executable).parent / ("ruff.exe" if os.name == "nt" else "ruff")
    return str(beside) if beside.exists() else "ruff"
