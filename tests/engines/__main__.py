"""Private engines for developers.

start    start engines that stay until they are stopped (all releases, or those named; podman only if named)
stop     stop them (all, or those named)
status   list the engines that run, with their sockets
shell    open a shell in which DOCKER_HOST names an engine
prepare  only fetch what the engines need (--fresh: again)
"""

import argparse
import contextlib
import json
import os
import select
import subprocess
import sys
from pathlib import Path

from . import packages, room
from .engine import Engine, EngineAbsent, Programs, log_tail, remove
from .releases import RELEASES
from .run import STARTED, base_folder, sweep


def _folder(name: str) -> Path:
    return base_folder() / f"stay-{name}"


def _answering(name: str) -> Engine | None:
    with contextlib.suppress(OSError):
        return Engine(name, f"unix://{_folder(name) / 'docker.sock'}", private=True)
    return None


def _start(names: list[str]) -> int:
    failed = 0
    for name in names:
        engine = _answering(name)
        if engine is None:
            _stop([name])
            folder = _folder(name)
            folder.mkdir()
            release, kind = STARTED[name]
            try:
                started = kind.start(release, folder, stays=True)
            except EngineAbsent as error:
                print(f"{name}: absent: {error}", file=sys.stderr)
                failed += release.required
                remove(folder)
                continue
            (folder / "room.json").write_text(json.dumps({"pid": started.room.pid}))
            engine = started
        print(f"{name}\t{engine.version}\tAPI {engine.api_version}\t{engine.url}", flush=True)
    return 1 if failed else 0


def _stop(names: list[str]) -> int:
    for name in names:
        folder = _folder(name)
        if folder.exists():
            room.end_staying(folder)
            _wait_until_gone(folder)
            remove(folder)
    return 0


def _wait_until_gone(folder: Path) -> None:
    with contextlib.suppress(OSError, ValueError):
        pid = json.loads((folder / "room.json").read_text())["pid"]
        descriptor = os.pidfd_open(pid)
        try:
            select.select([descriptor], [], [], 30)
        finally:
            os.close(descriptor)


def _status(names: list[str]) -> int:
    for name in names:
        if engine := _answering(name):
            print(f"{name}\t{engine.version}\tAPI {engine.api_version}\t{engine.url}")
        elif _folder(name).exists():
            print(f"{name}\tdoes not answer; its log ends:\n{log_tail(_folder(name))}")
        else:
            print(f"{name}\tnot running")
    return 0


def _shell(name: str) -> int:
    _start([name])
    engine = _answering(name)
    if engine is None:
        return 1
    environment = {**os.environ, **engine.client_environment()}
    return subprocess.run([os.environ.get("SHELL", "/bin/sh")], env=environment, check=False).returncode


def _prepare(names: list[str], *, fresh: bool) -> int:
    if fresh:
        packages.forget()
    failed = 0
    for name in names:
        try:
            Programs.fetch(STARTED[name][0])
        except EngineAbsent as error:
            print(f"{name}: absent: {error}", file=sys.stderr)
            failed += STARTED[name][0].required
    return 1 if failed else 0


def main() -> int:
    """Run a command."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.engines", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("command", choices=("start", "stop", "status", "shell", "prepare"))
    parser.add_argument("releases", nargs="*", metavar="release", help=", ".join(STARTED))
    parser.add_argument("--fresh", action="store_true", help="fetch again what is there already")
    arguments = parser.parse_args()
    everything = STARTED if arguments.command in ("stop", "status") else RELEASES
    names: list[str] = arguments.releases or list(everything)
    if unknown := [name for name in names if name not in STARTED]:
        parser.error(f"no such release: {', '.join(unknown)}; there are {', '.join(STARTED)}")
    if arguments.command != "status" and (reason := room.why_impossible()):
        parser.error(reason)
    sweep()
    match arguments.command:
        case "start":
            return _start(names)
        case "stop":
            return _stop(names)
        case "shell":
            return _shell(names[0])
        case "prepare":
            return _prepare(names, fresh=arguments.fresh)
        case _:
            return _status(names)


if __name__ == "__main__":
    sys.exit(main())
