"""The engines of one test run: started when first asked for, stopped together, at the latest with this process."""

import contextlib
import fcntl
import itertools
import os
import shutil
import tempfile
from collections.abc import Generator
from pathlib import Path

from . import packages, room
from .engine import Engine, EngineAbsent, PrivateEngine, Programs, remove
from .found import find
from .podman import PODMAN, PodmanEngine
from .releases import RELEASES, Release

FOUND = "found"
STARTED: dict[str, tuple[Release, type[PrivateEngine]]] = {
    **{name: (release, PrivateEngine) for name, release in RELEASES.items()},
    PODMAN.name: (PODMAN, PodmanEngine),
}
"""Every private engine that can be started, by its name: a release of Docker, or Podman."""
_numbers = itertools.count(1)


def base_folder() -> Path:
    """Give the folder, owned by this user alone, in which engines live."""
    folder = Path(tempfile.gettempdir()) / f"dockwright-engines-{os.getuid()}"
    folder.mkdir(mode=0o700, exist_ok=True)
    if folder.stat().st_uid != os.getuid():
        raise PermissionError(f"{folder} belongs to another user")
    return folder


def why_no_private_engines() -> str:
    """Say why no private engines can be started here, or give an empty string."""
    return room.why_impossible() or packages.why_impossible()


class Engines:
    """Engines by name: a release such as ``20.10``, ``podman``, or ``found``.

    A context manager; leaving it stops the private ones.
    """

    def __init__(self) -> None:
        self._running: dict[str, Engine] = {}
        self._absent: dict[str, str] = {}
        self._stack = contextlib.ExitStack()

    def __enter__(self) -> "Engines":
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def get(self, name: str) -> Engine:
        """Give an engine, started if it is not running yet.

        Raises EngineAbsent where it cannot be had here, the same each time.
        """
        if name in self._absent:
            raise EngineAbsent(self._absent[name])
        if name not in self._running:
            try:
                self._running[name] = find() if name == FOUND else self.start(name)
            except EngineAbsent as error:
                self._absent[name] = str(error)
                raise
        return self._running[name]

    def start(self, name: str) -> PrivateEngine:
        """Start another private engine of a name, for a test that breaks it."""
        sweep()
        release, kind = STARTED[name]
        folder = self._stack.enter_context(_owned_folder(name))
        engine = kind.start(release, folder)
        self._stack.callback(engine.stop)
        return engine

    def prepare(self, name: str) -> None:
        """Fetch what an engine needs, without starting it; raises EngineAbsent where that is not possible."""
        if name != FOUND:
            try:
                Programs.fetch(STARTED[name][0])
            except EngineAbsent as error:
                self._absent[name] = str(error)
                raise

    def running(self) -> list[Engine]:
        """Give the engines that were started or found so far."""
        return list(self._running.values())

    def stop(self) -> None:
        """Stop every private engine."""
        self._running.clear()
        self._stack.close()


def sweep() -> None:
    """Remove what earlier runs left that were killed; their engines ended with them."""
    for folder in base_folder().glob("run-*"):
        with contextlib.suppress(OSError), (folder / "owner").open("a") as lock:
            # The owner of a folder holds its lock for as long as it lives.
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            remove(folder)


@contextlib.contextmanager
def _owned_folder(name: str) -> Generator[Path]:
    folder = base_folder() / f"run-{os.getpid()}-{next(_numbers)}-{name}"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    with (folder / "owner").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield folder
