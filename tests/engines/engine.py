"""An engine that tests use: any one that answers, and a private one, which can also be stopped and looked into."""

import contextlib
import json
import os
import shutil
import signal
import socket
import subprocess
import time
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path

from . import image, packages, rawhttp, room
from .releases import TOOLS, TOOLS_SUITE, Release

START_SECONDS = 60
LOG_LINES = 40
LOG_NOISE = ("loading plugin", "module=grpc", "msg=serving...")


class EngineAbsent(Exception):
    """An engine cannot be had here; the message says why."""


class Engine:
    """An engine that answers at ``url``.

    ``private`` tells whether it was started for the tests alone, which may then prune, join a swarm and restart it.
    """

    image = image.NAME
    """An image that the engine has: a small Linux userland."""

    def __init__(self, name: str, url: str, *, private: bool = False) -> None:
        self.name = name
        self.url = url
        self.private = private
        version = self.request("GET", "/version").json()
        self.version = str(version["Version"])
        self.api_version = str(version["ApiVersion"])

    @property
    def socket(self) -> Path:
        """The Unix socket on which the engine listens."""
        if not self.url.startswith("unix://"):
            raise EngineAbsent(f"the engine at {self.url} has no Unix socket")
        return Path(self.url.removeprefix("unix://"))

    @property
    def api(self) -> tuple[int, int]:
        """The API version as numbers that compare."""
        major, _, minor = self.api_version.partition(".")
        return int(major), int(minor)

    def request(
        self, method: str, target: str, body: rawhttp.Body = None, *, headers: Mapping[str, str] | None = None
    ) -> rawhttp.Reply:
        """Send a request past the client under test and read the whole reply, whatever its status."""
        return rawhttp.request(self.url, method, target, body, headers=headers)

    def client_environment(self) -> dict[str, str]:
        """Give environment variables that lead a client to this engine, whatever the caller's own say."""
        settings = ("DOCKER_API_VERSION", "DOCKER_CERT_PATH", "DOCKER_CONTEXT", "DOCKER_TLS_VERIFY")
        return {"DOCKER_HOST": self.url, **dict.fromkeys(settings, "")}

    def __repr__(self) -> str:
        return f"<engine {self.name}: version {self.version}, API {self.api_version}, {self.url}>"


class PrivateEngine(Engine):
    """An engine of the tests' own, started by :meth:`start`."""

    TLS_PORT = 2376
    """Where an engine with TLS listens, on the loopback of its room."""

    def __init__(self, release: Release, folder: Path, programs: "Programs", place: room.Room) -> None:
        self.release = release
        self.folder = folder
        self._tls: Path | None = None
        self._keeps_containers = False
        self.room = place
        self._programs = programs
        self._daemon = self._start_daemon()
        super().__init__(release.name, f"unix://{folder / 'docker.sock'}", private=True)

    @classmethod
    def start(cls, release: Release, folder: Path, *, stays: bool = False) -> "PrivateEngine":
        """Start an engine of a release with everything it has in ``folder``, with the image, and wait until it answers.

        One that ``stays`` goes on after this process. Raises EngineAbsent where its programs cannot be had.
        """
        if reason := room.why_impossible():
            raise EngineAbsent(reason)
        programs = Programs.fetch(release)
        place = room.Room(programs.tools, folder, stays=stays)
        try:
            engine = cls(release, folder, programs, place)
            if not engine.is_expected():
                raise EngineAbsent(f"Debian {release.suite} has version {engine.version} now, not {release.name}")
            image.load(engine.url, programs.tools / "bin/busybox")
        except BaseException:
            if stays:
                room.end_staying(folder)
            place.end()
            remove(folder)
            raise
        return engine

    @property
    def busybox(self) -> Path:
        """A static busybox, of which images can be made without a network."""
        return self._programs.tools / "bin/busybox"

    def stop(self) -> None:
        """End the engine with all its containers, and remove what it left."""
        self._daemon.send_signal(signal.SIGCONT)
        self.room.end()
        self._daemon.wait()
        remove(self.folder)

    def restart(self) -> None:
        """Stop the daemon as a service manager does, and start it again on the same data."""
        self.signal("TERM")
        self._daemon.wait()
        self._daemon = self._start_daemon()

    def listen_with_tls(self, folder: Path) -> None:
        """Restart so that it also listens on TLS_PORT, for clients with a certificate of the right authority.

        ``folder`` has the authority as ``ca.pem``, and ``cert.pem`` and ``key.pem`` of the engine.
        """
        self._tls = folder
        self.restart()

    def keep_containers(self) -> None:
        """Restart so that containers outlive the daemon from now on."""
        self._keeps_containers = True
        self.restart()

    def crash(self) -> None:
        """Kill the daemon; its socket stays and nobody listens. :meth:`restart` brings it back."""
        self.signal("KILL")
        self._daemon.wait()

    def signal(self, name: str) -> None:
        """Send a signal to the daemon; STOP makes it accept connections and never answer, until CONT."""
        if self._daemon.poll() is None:
            number = (self.folder / "pid").read_text().strip()
            busybox = self._programs.tools / "bin/busybox"
            self.room.run([str(busybox), "kill", f"-{name}", number])
            if name == "STOP":
                # Each of its threads goes on until it notices.
                running = f'"{busybox}" grep -L "^State:.[Tt]" /proc/{number}/task/*/status'
                self.room.run([str(busybox), "sh", "-c", f'while [ -n "$({running})" ]; do :; done'])
        if name == "CONT":
            # nsenter, whose child the daemon is, stopped with it.
            self._daemon.send_signal(signal.SIGCONT)

    def connect(self, port: int, host: str = "127.0.0.1") -> socket.socket:
        """Connect to an address as the engine's host would see it, such as a published port."""
        return self.room.connect(port, host)

    def spawn(self, program: Sequence[str], log: Path | None = None) -> subprocess.Popen[bytes]:
        """Start a program on the engine's host, such as a registry on its loopback."""
        return self.room.spawn(program, env=self._programs.environment(), log=log)

    def is_expected(self) -> bool:
        """Tell whether the suite of the release still has the version that the release is named after."""
        return self.version.startswith(self.release.name)

    def log(self) -> str:
        """Give the last lines of the daemon's log."""
        return log_tail(self.folder)

    def _start_daemon(self) -> subprocess.Popen[bytes]:
        folder = self.folder
        for stale in ("pid", "docker.sock"):
            (folder / stale).unlink(missing_ok=True)
        configuration: dict[str, object] = {
            "hosts": [f"unix://{folder / 'docker.sock'}"],
            "data-root": str(folder / "data"),
            "exec-root": str(folder / "exec"),
            "pidfile": str(folder / "pid"),
            "init-path": str(self._programs.tools / "usr/bin/tini-static"),
            "cgroup-parent": f"/{_cgroup(folder)}",
            # systemd, where it runs, knows nothing of processes in other namespaces.
            "exec-opts": ["native.cgroupdriver=cgroupfs"],
            "shutdown-timeout": 5,
            "live-restore": self._keeps_containers,
        }
        if self._tls is not None:
            configuration["hosts"] = [f"unix://{folder / 'docker.sock'}", f"tcp://127.0.0.1:{self.TLS_PORT}"]
            configuration |= {"tls": True, "tlsverify": True}
            files = {"tlscacert": "ca.pem", "tlscert": "cert.pem", "tlskey": "key.pem"}
            configuration |= {option: str(self._tls / name) for option, name in files.items()}
        (folder / "daemon.json").write_text(json.dumps(configuration, indent=2))
        daemon = self.room.spawn(
            [str(self._programs.dockerd), "--config-file", str(folder / "daemon.json")],
            env=self._programs.environment(),
            log=folder / "log",
        )
        self._wait_until_up(daemon)
        return daemon

    def _wait_until_up(self, daemon: subprocess.Popen[bytes]) -> None:
        deadline = time.monotonic() + START_SECONDS
        while daemon.poll() is None and time.monotonic() < deadline:
            with contextlib.suppress(OSError):
                if rawhttp.request(f"unix://{self.folder / 'docker.sock'}", "GET", "/_ping").status == 200:
                    return
            time.sleep(0.05)
        raise RuntimeError(f"the engine {self.release.name} did not start; its log ends:\n{self.log()}")


class Programs:
    """The unpacked programs of a release: its own, and the tools that serve every release."""

    def __init__(self, tree: Path, tools: Path) -> None:
        self.tools = tools
        self.tree = tree
        self.dockerd = tree / "usr/sbin/dockerd"

    @classmethod
    def fetch(cls, release: Release) -> "Programs":
        """Fetch what a release needs, once; raises EngineAbsent where that is not possible."""
        try:
            tools = packages.unpacked(TOOLS_SUITE, TOOLS)
            tree = packages.unpacked(release.suite, release.packages)
        except packages.PackagesUnavailable as error:
            raise EngineAbsent(str(error)) from error
        firewall = tools / "usr/bin/iptables"
        if not firewall.is_symlink():
            # Debian makes these names when the package is installed.
            for name in ("iptables", "ip6tables"):
                (tools / "usr/bin" / name).symlink_to("../sbin/xtables-nft-multi")
        return cls(tree, tools)

    def environment(self) -> dict[str, str]:
        """Give the whole environment of the daemon: nothing of the caller's, such as its proxies, gets in."""
        libraries = [
            str(path)
            for base in (self.tree, self.tools)
            for path in (*base.glob("usr/lib/*-linux-gnu*"), *base.glob("lib/*-linux-gnu*"))
        ]
        extensions = [str(path) for path in self.tools.glob("usr/lib/*-linux-gnu*/xtables")]
        programs = [
            str(base / folder)
            for base in (self.tree, self.tools, Path("/"))
            for folder in ("usr/sbin", "usr/bin", "sbin", "bin")
        ]
        return {
            "PATH": ":".join(programs),
            "LD_LIBRARY_PATH": ":".join(libraries),
            "XTABLES_LIBDIR": ":".join(extensions),
        }


def log_tail(folder: Path) -> str:
    """Give the last lines that tell something of the log of an engine that lives in a folder."""
    with contextlib.suppress(OSError):
        lines = (folder / "log").read_text(errors="replace").splitlines()
        telling = [line for line in lines if not any(noise in line for noise in LOG_NOISE)]
        return "\n".join(telling[-LOG_LINES:])
    return ""


def remove(folder: Path) -> None:
    """Remove what an ended engine left: its folder and its control groups."""
    groups = Path("/sys/fs/cgroup")
    # Podman has a group for each container, in one place whatever its settings.
    containers = (folder / "data/overlay-containers").glob("*/")
    for name in (_cgroup(folder), *(f"libpod_parent/libpod-*{container.name}" for container in containers)):
        for group in (*groups.glob(f"*/{name}"), *groups.glob(name)):
            for path, _, _ in os.walk(group, topdown=False):
                with contextlib.suppress(OSError):
                    Path(path).rmdir()
    shutil.rmtree(folder, ignore_errors=True)


def _cgroup(folder: Path) -> str:
    return f"dockwright-{folder.name}-{zlib.crc32(bytes(folder)):08x}"
