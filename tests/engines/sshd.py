"""A machine that is reached by ssh: Debian's sshd on a port of the loopback, with keys and settings of its own.

It runs in namespaces of its own, so that nothing of this machine is changed, and ends with every session when its owner
does, however that ends. What is behind it is the docker command, for which ``DOCKER_HOST`` names the engine.
"""

import os
import shlex
import socket
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from . import packages
from .engine import EngineAbsent, PrivateEngine
from .releases import RELEASES

HOST = "127.0.0.1"
USER = "root"
_SUITE = "bookworm"
_START_SECONDS = 30


@dataclass
class Machine:
    """An sshd with an engine behind it, from :meth:`start` to :meth:`stop`, and the files of a client."""

    folder: Path
    docker: Path
    """The docker command."""
    port: int
    process: subprocess.Popen[bytes]

    @classmethod
    def start(cls, engine: PrivateEngine, folder: Path, *, sessions: int = 10) -> "Machine":
        """Start an sshd that takes so many sessions in one connection; OpenSSH takes 10 unless told otherwise.

        Raises EngineAbsent where its programs cannot be had.
        """
        try:
            tree = packages.unpacked(_SUITE, ("openssh-server", "libwrap0"))
            docker = packages.unpacked(RELEASES["20.10"].suite, RELEASES["20.10"].packages) / "usr/bin/docker"
        except packages.PackagesUnavailable as error:
            raise EngineAbsent(str(error)) from error
        for name in ("host", "user", "stranger"):
            subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(folder / name)], check=True)
        (folder / "authorized").write_bytes((folder / "user.pub").read_bytes())
        (folder / "passwd").write_text(f"root:*:0:0::{folder}:/bin/sh\nsshd:*:100:65534::/run/sshd:/bin/false\n")
        machine = cls(folder, docker, _free_port(), subprocess.Popen(["true"]))
        machine.process.wait()
        machine.install()
        (folder / "sshd_config").write_text(
            f"""\
ListenAddress {HOST}:{machine.port}
HostKey {folder / "host"}
AuthorizedKeysFile {folder / "authorized"}
PidFile none
StrictModes no
UsePAM no
PasswordAuthentication no
KbdInteractiveAuthentication no
PermitRootLogin yes
MaxSessions {sessions}
MaxStartups 200
AcceptEnv *
SetEnv PATH={folder / "bin"}:/usr/bin:/bin DOCKER_HOST={engine.url}
"""
        )
        key = (folder / "host.pub").read_text()
        (folder / "known_hosts").write_text(f"[{HOST}]:{machine.port},[localhost]:{machine.port} {key}")
        machine.configure()
        setup = f"mount --bind {folder / 'passwd'} /etc/passwd && mount -t tmpfs tmpfs /run && mkdir -m 755 /run/sshd"
        sshd = f"exec {tree / 'usr/sbin/sshd'} -D -e -f {folder / 'sshd_config'}"
        libraries = ":".join(str(path) for path in tree.glob("usr/lib/*-linux-gnu*"))
        with (folder / "log").open("ab") as log:
            machine.process = subprocess.Popen(
                [
                    *("setpriv", "--pdeathsig", "KILL"),
                    *("unshare", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc"),
                    *("sh", "-c", f"{setup} && {sshd}"),
                ],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env={"PATH": os.environ["PATH"], "LD_LIBRARY_PATH": libraries},
                start_new_session=True,
            )
        deadline = time.monotonic() + _START_SECONDS
        while machine.process.poll() is None and time.monotonic() < deadline:
            try:
                socket.create_connection((HOST, machine.port)).close()
            except OSError:
                time.sleep(0.05)
            else:
                return machine
        machine.stop()
        raise RuntimeError(f"sshd did not start; its log:\n{machine.log()}")

    @property
    def url(self) -> str:
        """The address of the engine behind this machine."""
        return f"ssh://{USER}@{HOST}:{self.port}"

    def install(self, before: str = "") -> None:
        """Install a docker command over there that first does what a line of a shell says."""
        program = self.folder / "bin/docker"
        program.parent.mkdir(exist_ok=True)
        program.write_text(f'#!/bin/sh\n{before}\nexec {shlex.quote(str(self.docker))} "$@"\n')
        program.chmod(0o755)

    def uninstall(self) -> None:
        """Remove the docker command over there."""
        (self.folder / "bin/docker").unlink()

    def configure(self, more: str = "", **changes: str) -> Path:
        """Write the settings of the user's ssh, some changed and more added; give a folder with an ssh that reads them.

        ssh itself finds those of the user whom the system names, whatever ``HOME`` is.
        """
        settings = {
            "IdentityFile": str(self.folder / "user"),
            "IdentitiesOnly": "yes",
            "UserKnownHostsFile": str(self.folder / "known_hosts"),
            "GlobalKnownHostsFile": "/dev/null",
            "SendEnv": "*",
            **changes,
        }
        config = self.folder / "ssh_config"
        config.write_text("".join(f"{name} {value}\n" for name, value in settings.items()) + more)
        program = self.folder / "client/ssh"
        program.parent.mkdir(exist_ok=True)
        program.write_text(f'#!/bin/sh\nexec /usr/bin/ssh -F {config} "$@"\n')
        program.chmod(0o755)
        return program.parent

    def logins(self) -> int:
        """Count the logins so far."""
        return self.log().count("Accepted publickey")

    def log(self) -> str:
        """Give what sshd said."""
        return (self.folder / "log").read_text(errors="replace")

    def stop(self) -> None:
        """End sshd and every session."""
        self.process.kill()
        self.process.wait()


def _free_port() -> int:
    with socket.create_server((HOST, 0)) as listener:
        port: int = listener.getsockname()[1]
        return port
