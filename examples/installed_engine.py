"""An engine of the system's own packages: installed if need be, and started in a temporary folder."""

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

PACKAGES = ("docker.io", "busybox-static")
START_SECONDS = 60


def why_impossible() -> str:
    """Say why no engine can be installed here, or give an empty string."""
    if os.geteuid() != 0:
        return "only root can install and start one"
    return "" if shutil.which("apt-get") else "only Debian, Ubuntu and their kin have the packages"


@contextmanager
def installed_engine() -> Generator[str]:
    """Install the packages, start an engine, and give its address; it is stopped on leaving."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], env=environment, check=True)
    subprocess.run(
        ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *PACKAGES], env=environment, check=True
    )
    with tempfile.TemporaryDirectory(prefix="dockwright-demo-") as name:
        folder = Path(name)
        socket = folder / "docker.sock"
        with (folder / "log").open("wb") as log:
            engine = subprocess.Popen(
                [
                    "dockerd",
                    f"--host=unix://{socket}",
                    f"--data-root={folder / 'data'}",
                    f"--exec-root={folder / 'exec'}",
                    f"--pidfile={folder / 'pid'}",
                ],
                stdout=log,
                stderr=subprocess.STDOUT,
                # An interrupt is for the demo, which stops the engine when the examples have cleaned up.
                start_new_session=True,
            )
        try:
            _wait_for(engine, socket, folder / "log")
            yield f"unix://{socket}"
        finally:
            engine.terminate()
            engine.wait()


def _wait_for(engine: "subprocess.Popen[bytes]", socket: Path, log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while not socket.exists():
        if engine.poll() is not None or time.monotonic() > deadline:
            said = "\n".join(log.read_text(errors="replace").splitlines()[-15:])
            raise SystemExit(f"The engine did not start; its log ends:\n{said}")
        time.sleep(0.1)
