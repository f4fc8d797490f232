"""``python -m codegen check``: is generated/ what spec/ and codegen/ give, and has every name a sentence?

Nothing is written. A description without ``spec/docs`` is asked for no sentences.
"""

import sys
import tomllib
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path

from codegen import build, changes, description, docs
from codegen.publish import differences


def add_arguments(parser: ArgumentParser) -> None:
    """Take the arguments of ``build``."""
    build.add_arguments(parser)


def run(arguments: Namespace) -> int:
    """Name every file that is missing, extra or different and every name without a sentence; give 1 if there is any."""
    files = build.generate(arguments.spec)
    found = [*differences(arguments.output, files), *changes.differences(arguments.spec)]
    lines = [*found, *_other_tools(arguments.output, files["lock.toml"])] if found else []
    for line in lines:
        print(line, file=sys.stderr)
    if found:
        print("run `python -m codegen build`, and edit its inputs instead of its output", file=sys.stderr)
    without = _undocumented(arguments.spec)
    return 1 if found or without else 0


def _undocumented(spec: Path) -> bool:
    """Say how much is documented and what is not; tell whether there is any such thing."""
    if not (spec / "docs").is_dir():
        return False
    described, told = description.load(spec), docs.read(spec)
    print(docs.count(described, told))
    problems = docs.problems(described, told)
    for line in problems:
        print(line, file=sys.stderr)
    return bool(problems)


def _other_tools(output: Path, lock: str) -> Iterator[str]:
    """Say which tools are not those that the committed files were made with."""
    try:
        committed = tomllib.loads((output / "lock.toml").read_text("utf-8"))["tools"]
    except (OSError, KeyError, tomllib.TOMLDecodeError):
        return
    for name, here in tomllib.loads(lock)["tools"].items():
        if committed.get(name) != here:
            yield f"made with {name} {committed.get(name)}, but here is {here}"
