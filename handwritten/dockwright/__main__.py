"""``python -m dockwright doctor``: find out why an engine cannot be used.

The exit code is 0 where the engine answers, 1 where it does not, and 2 for arguments that make no sense.
"""

import argparse
import json
import os
import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line says, and give the exit code."""
    parser = argparse.ArgumentParser(prog="python -m dockwright", description="A client of the Docker Engine API.")
    commands = parser.add_subparsers(dest="command", required=True)
    doctor = commands.add_parser("doctor", help="find out which engine is used, and why it does not answer")
    doctor.add_argument("--url", help="the address of an engine, as a program would give it")
    doctor.add_argument("--context", help="the name of a context, as a program would give it")
    doctor.add_argument("--json", action="store_true", help="write JSON, for programs")
    given = parser.parse_args(arguments)

    from .doctor import examine, render

    diagnosis = examine(given.url, given.context)
    if given.json:
        print(json.dumps(diagnosis.to_json(), indent=2))
    else:
        print(render(diagnosis, colours=sys.stdout.isatty() and not os.environ.get("NO_COLOR")))
    return 0 if diagnosis.works else 1


if __name__ == "__main__":
    sys.exit(main())
