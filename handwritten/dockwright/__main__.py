"""``python -m dockwright doctor``: find out why an engine cannot be used.

The exit code is 0 where the engine answers, 1 where it does not, and 2 for arguments that make no sense.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line says, and give the exit code."""
    parser = argparse.ArgumentParser(prog="python -m dockwright", description="A client of the Docker Engine API.")
    commands = parser.add_subparsers(dest="command", required=True)
    doctor = commands.add_parser("doctor", help="find out which engine is used, and why it does not answer")
    doctor.add_argument("--url", help="the address of an engine, as a program would give it")
    doctor.add_argument("--context", help="the name of a context, as a program would give it")
    doctor.add_argument("--json", action="store_true", help="write JSON, for programs")
    given = parser.parse_args(arguments)

    from .doctor import examine, render, show

    diagnosis = examine(given.url, given.context)
    if given.json:
        print(json.dumps(diagnosis.to_json(), indent=2))
    elif (console := _terminal()) is not None:
        show(diagnosis, console)
    else:
        print(render(diagnosis))
    return 0 if diagnosis.works else 1


def _terminal() -> "Console | None":
    """Give a console of rich, if that is installed and somebody looks."""
    if not sys.stdout.isatty():
        return None
    try:
        from rich.console import Console
    except ImportError:
        return None
    return Console()


if __name__ == "__main__":
    sys.exit(main())
