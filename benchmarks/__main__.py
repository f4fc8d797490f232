"""``python -m benchmarks [--only NAME] [--large] [--rounds N] [--clock wall|cpu] [--strict]``."""

import argparse
import os
import platform
import sys
from importlib.metadata import version

from benchmarks.cases import CASES, Case
from benchmarks.contest import Broken, Result, arena, hold
from benchmarks.report import table

LIBRARIES = ("dockwright", "aiodocker", "docker", "aiohttp", "httpx", "pydantic", "orjson")


def main() -> int:
    """Hold the contests and print the table; gives the exit status."""
    options = _options()
    cases = _chosen(options)
    print(f"Python {platform.python_version()}, {os.cpu_count()} processors, median of {options.rounds} rounds.")
    print(", ".join(f"{name} {version(name)}" for name in LIBRARIES), end="\n\n")
    outcomes: list[tuple[Case, Result | str]] = []
    with arena() as shared:
        for number, case in enumerate(cases, 1):
            print(f"{number}/{len(cases)} {case.title}", file=sys.stderr)
            outcome: Result | str
            try:
                outcome = hold(case, shared, rounds=options.rounds, clock=options.clock)
            except Broken as error:
                outcome = str(error)
            outcomes.append((case, outcome))
    print(table(outcomes))
    if any(isinstance(outcome, str) for _, outcome in outcomes):
        return 2
    missed = [case.name for case, outcome in outcomes if isinstance(outcome, Result) and not outcome.met]
    if options.strict:
        missed = [case.name for case in cases if case.strict and case.name in missed]
        if missed:
            print(f"\nBudgets missed: {', '.join(missed)}", file=sys.stderr)
            return 1
    return 0


def _chosen(options: argparse.Namespace) -> list[Case]:
    """Choose the lines, and say which cannot be done."""
    if options.only:
        cases = [case for case in CASES if any(name in case.name for name in options.only)]
    else:
        cases = [case for case in CASES if options.large or not case.large]
    if not os.environ.get("DOCKER_HOST"):
        left_out = [case.name for case in cases if case.real_engine]
        if left_out:
            print(f"Left out, since DOCKER_HOST names no engine: {', '.join(left_out)}", file=sys.stderr)
        cases = [case for case in cases if not case.real_engine]
    return cases


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Compare dockwright with its peers.")
    parser.add_argument(
        "--only",
        action="append",
        metavar="NAME",
        help=f"lines whose name contains this; may be repeated. Names: {', '.join(case.name for case in CASES)}",
    )
    parser.add_argument("--rounds", type=int, default=5, metavar="N", help="rounds for each line (default: 5)")
    parser.add_argument("--large", action="store_true", help="do the work that takes gigabytes, too")
    parser.add_argument(
        "--clock",
        choices=("wall", "cpu"),
        help="count the clock, or the client's processor time, on every line; the latter is steadier on a busy machine",
    )
    parser.add_argument(
        "--strict", action="store_true", help="fail when a budget of import, list by key or log messages is missed"
    )
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
