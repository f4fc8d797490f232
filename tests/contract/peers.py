"""The libraries whose programs run here unchanged, each installed from PyPI into an environment of its own.

``peer_python("aiodocker")`` gives the interpreter of such an environment: made at the first call, kept outside of the
tree, and brought to the newest release once a day. Where nothing can be installed an environment that was made earlier
serves; without one the test is skipped, and in continuous integration fails.
"""

import contextlib
import fcntl
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Generator, Sequence
from pathlib import Path

import pytest

PEERS = ("aiodocker", "docker")
_DAY = 24 * 60 * 60
_IN_CI = os.environ.get("CI", "").lower() == "true"


class PeerAbsent(Exception):
    """A library cannot be installed here; the message says why."""


def cache_folder() -> Path:
    """Give the folder that keeps the environments between runs."""
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "dockwright-peers"


def peer_python(name: str) -> Path:
    """Give the interpreter of an environment with the newest release of a library, or skip the test."""
    try:
        return environment(name)
    except PeerAbsent as error:
        if _IN_CI:
            pytest.fail(f"{name} is required here and absent: {error}", pytrace=False)
        pytest.skip(f"{name} is absent: {error}")


def run_peer(name: str, program: Sequence[str], *, stdin: str = "", timeout: float = 100) -> str:
    """Run Python beside a library, with these arguments, and give what it printed; a failure fails the test."""
    command = [str(peer_python(name)), *program]
    # Nothing of this tree is in its reach.
    clean = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    done = subprocess.run(command, input=stdin, capture_output=True, text=True, check=False, timeout=timeout, env=clean)
    assert done.returncode == 0, done.stderr
    return done.stdout


def environment(name: str) -> Path:
    """Give the interpreter of the environment of a library; raises PeerAbsent where it cannot be made."""
    cache = cache_folder()
    cache.mkdir(parents=True, exist_ok=True)
    folder = cache / f"{name}-{sys.version_info.major}.{sys.version_info.minor}"
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    stamp = folder / "installed"
    with _locked(cache / f"{folder.name}.lock"):
        if not stamp.is_file() or time.time() - stamp.stat().st_mtime > _DAY:
            try:
                _install(name, folder, python)
            except PeerAbsent:
                if not stamp.is_file():
                    raise
            stamp.touch()
    return python


def _install(name: str, folder: Path, python: Path) -> None:
    if uv := shutil.which("uv"):
        if not python.is_file():
            _run([uv, "venv", "--quiet", "--python", sys.executable, str(folder)])
        _run([uv, "pip", "install", "--quiet", "--python", str(python), "--upgrade", name])
    else:
        if not python.is_file():
            _run([sys.executable, "-m", "venv", str(folder)])
        _run([str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--upgrade", name])


def _run(command: Sequence[str]) -> None:
    try:
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, timeout=90
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise PeerAbsent(str(error)) from error
    if done.returncode:
        said = (done.stderr or done.stdout).strip().splitlines()[-3:]
        raise PeerAbsent(f"{Path(command[0]).name} failed with exit code {done.returncode}: {' / '.join(said)}")


@contextlib.contextmanager
def _locked(file: Path) -> Generator[None]:
    with file.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
