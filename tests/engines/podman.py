"""Podman, whose service speaks the Docker API too: an engine that is no dockerd, for the payloads and by request.

``--engines=podman`` runs the tests on it. Many of them ask for what it does not do, a swarm for one, or does otherwise,
so that it is none of the engines that tests run on by themselves.
"""

import json
import shlex
import subprocess
from collections.abc import Mapping
from pathlib import Path

from .engine import PrivateEngine
from .releases import Release

PODMAN = Release(
    "podman",
    "bookworm",
    (
        "podman",
        "aardvark-dns",
        "conmon",
        "golang-github-containers-common",
        "golang-github-containers-image",
        "netavark",
        # The runtime is the runc that serves every release: crun takes no host with both kinds of control groups.
        # What these are linked with, beyond what every Debian system has.
        "libassuan0",
        "libdevmapper1.02.1",
        "libglib2.0-0",
        "libgpg-error0",
        "libgpgme11",
        "libseccomp2",
        "libsubid4",
    ),
    required=False,
)


class PodmanEngine(PrivateEngine):
    """The service of Podman, run by root, started by :meth:`start`."""

    _settled = False

    def is_expected(self) -> bool:
        """Take any version; the release is not named after one."""
        return True

    def _start_daemon(self) -> subprocess.Popen[bytes]:
        folder, socket = self.folder, self.folder / "docker.sock"
        socket.unlink(missing_ok=True)
        if not self._settled:
            self._configure()
            self._settled = True
        command = (
            str(self._programs.tree / "usr/bin/podman"),
            *("system", "service", "--time", "0", f"unix://{socket}"),
        )
        # It tells its number to nobody; the shell's becomes its own.
        script = f"echo $$ >{shlex.quote(str(folder / 'pid'))}; exec {shlex.join(command)}"
        busybox = str(self.busybox)
        daemon = self.room.spawn(
            [busybox, "sh", "-c", script],
            env={**self._programs.environment(), **self._environment()},
            log=folder / "log",
        )
        self._wait_until_up(daemon)
        return daemon

    def _environment(self) -> dict[str, str]:
        home = self.folder / "home"
        return {
            "HOME": str(home),
            "CONTAINERS_CONF": str(home / "containers.conf"),
            "CONTAINERS_REGISTRIES_CONF": str(home / "registries.conf"),
            "CONTAINERS_STORAGE_CONF": str(home / "storage.conf"),
            "TMPDIR": str(self.folder / "home"),
        }

    def _configure(self) -> None:
        tree, home = self._programs.tree, self.folder / "home"
        home.mkdir()
        # It looks for some settings nowhere but in /etc/containers, which is only in the room.
        layers = f"lowerdir={tree / 'etc'}:/etc"
        self.room.run([str(self.busybox), "mount", "-t", "overlay", "-o", layers, "etc", "/etc"])
        engine = {
            "cgroup_manager": "cgroupfs",
            "conmon_path": [self._wrapped(tree / "usr/bin/conmon")],
            "helper_binaries_dir": [str(tree / "usr/lib/podman")],
            "events_logger": "file",
            "init_path": str(self._programs.tools / "usr/bin/tini-static"),
            "lock_type": "file",
            "runtime": "runc",
            "tmp_dir": str(self.folder / "exec"),
            "volume_path": str(self.folder / "volumes"),
        }
        runtimes: dict[str, object] = {"runc": [self._wrapped(self._programs.tools / "usr/sbin/runc")]}
        containers = {"seccomp_profile": str(tree / "usr/share/containers/seccomp.json"), "log_driver": "k8s-file"}
        network = {"network_backend": "netavark", "network_config_dir": str(self.folder / "networks")}
        (home / "containers.conf").write_text(
            _toml({"containers": containers, "engine": engine, "engine.runtimes": runtimes, "network": network})
        )
        registries = 'unqualified-search-registries = ["docker.io"]\n'
        for port in (5000, 5001):
            registries += f'[[registry]]\nlocation = "localhost:{port}"\ninsecure = true\n'
        (home / "registries.conf").write_text(registries)
        folders = {"graphroot": str(self.folder / "data"), "runroot": str(self.folder / "run")}
        storage = {"driver": "overlay", **folders}
        (home / "storage.conf").write_text(_toml({"storage": storage}))

    def _wrapped(self, program: Path) -> str:
        """Give a program that finds its libraries by itself, for Podman hands its own environment to none."""
        libraries = self._programs.environment()["LD_LIBRARY_PATH"]
        wrapper = self.folder / "home" / program.name
        wrapper.write_text(
            f"#!{self.busybox} sh\n"
            f"export LD_LIBRARY_PATH={shlex.quote(libraries)}\n"
            f'exec {shlex.quote(str(program))} "$@"\n'
        )
        wrapper.chmod(0o755)
        return str(wrapper)


def _toml(tables: Mapping[str, Mapping[str, object]]) -> str:
    """Write tables of texts and lists of texts; in JSON they look the same."""
    lines = [
        line
        for name, table in tables.items()
        for line in (f"[{name}]", *(f"{key} = {json.dumps(value)}" for key, value in table.items()))
    ]
    return "\n".join([*lines, ""])
