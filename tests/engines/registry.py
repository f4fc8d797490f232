"""An image registry on the loopback of a private engine, which is where engines accept one without TLS."""

import json
import subprocess
import time
from pathlib import Path

from . import packages
from .engine import EngineAbsent, PrivateEngine

USER = "registry-user"
PASSWORD = "registry-password"
# bcrypt of the password; the registry knows no other kind.
_HTPASSWD = f"{USER}:$2b$04$dockwrighttestregistru6X5YjYYXeDduMMC30zu.IqEBb6FvDE2\n"
_SUITE = "bookworm"
_START_SECONDS = 30


class Registry:
    """A registry that runs from :meth:`start` to :meth:`stop`; ``address`` is what image names begin with."""

    def __init__(self, address: str, process: subprocess.Popen[bytes]) -> None:
        self.address = address
        self._process = process

    @classmethod
    def start(cls, engine: PrivateEngine, port: int, *, authenticates: bool = False) -> "Registry":
        """Start a registry, one that wants USER and PASSWORD if it ``authenticates``.

        Raises EngineAbsent where its program cannot be had.
        """
        try:
            tree = packages.unpacked(_SUITE, ("docker-registry",))
        except packages.PackagesUnavailable as error:
            raise EngineAbsent(str(error)) from error
        folder = engine.folder / f"registry-{port}"
        folder.mkdir()
        process = engine.spawn(
            [str(tree / "usr/bin/docker-registry"), "serve", str(_configuration(folder, port, authenticates))],
            log=folder / "log",
        )
        deadline = time.monotonic() + _START_SECONDS
        while process.poll() is None and time.monotonic() < deadline:
            try:
                engine.connect(port).close()
            except OSError:
                time.sleep(0.05)
            else:
                return cls(f"localhost:{port}", process)
        raise RuntimeError(f"the registry did not start; its log:\n{(folder / 'log').read_text(errors='replace')}")

    def stop(self) -> None:
        """End the registry."""
        self._process.kill()
        self._process.wait()


def _configuration(folder: Path, port: int, authenticates: bool) -> Path:
    configuration: dict[str, object] = {
        "version": 0.1,
        "log": {"level": "warn"},
        "storage": {"filesystem": {"rootdirectory": str(folder / "storage")}, "delete": {"enabled": True}},
        "http": {"addr": f"127.0.0.1:{port}"},
    }
    if authenticates:
        (folder / "htpasswd").write_text(_HTPASSWD)
        configuration["auth"] = {"htpasswd": {"realm": "registry", "path": str(folder / "htpasswd")}}
    file = folder / "config.yml"
    # JSON is YAML.
    file.write_text(json.dumps(configuration))
    return file
