"""The ``ssh`` of this machine as the way to an engine: what to run, with which environment, and what its failures mean.

As the docker command does it, ``docker system dial-stdio`` runs over there and is the connection. It is OpenSSH that
runs it, so the user's settings, agents, jump hosts and known hosts count, and the key of the host is always checked.

All connections of a client share one login: a master, started first, which listens on a socket in a folder that is
open to this user alone. A server takes some sessions in one login, 10 unless told otherwise (``MaxSessions``); what
goes beyond logs in by itself. Ssh runs in a session of its own, as with the docker command: it asks nothing on the
terminal, and Ctrl-C does not reach it.

This decides and describes; the faces start the programs.
"""

import os
from collections.abc import Mapping
from contextlib import suppress
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from .endpoint import Endpoint

IDLE_SECONDS = 60
"""How long a login outlives its last connection; it ends with its client, but a killed client cannot end it."""
LINGER_SECONDS = 1.0
"""How long a connection that was closed may take to deliver what was written before."""
END_SECONDS = 5.0
"""How long ending the login may take."""

# What is not here cannot reach the other side, whatever SendEnv says.
_ENVIRONMENT = frozenset(
    {
        *("HOME", "LOGNAME", "PATH", "SHELL", "TMPDIR", "USER", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR"),
        *("SSH_AGENT_PID", "SSH_ASKPASS", "SSH_ASKPASS_REQUIRE", "SSH_AUTH_SOCK", "SSH_SK_HELPER", "SSH_SK_PROVIDER"),
        *("DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY"),
        *("KRB5CCNAME", "KRB5_CONFIG"),
    }
)
_LOGIN_FAILED = 255
_NOT_FOUND = 127
_LAST_LINES = 3
_MOST_CHARACTERS = 500
_LONGEST_FOLDER = 60
"""Characters; the path of a socket has room for some 100, of which ssh takes some while it makes one."""


class SSHFailed(OSError):
    """What ssh said when it ended."""

    def __init__(self, said: str, way_out: str, *, unreached: bool) -> None:
        super().__init__(said)
        self.said = said
        self.way_out = way_out
        self.unreached = unreached
        """Whether the engine cannot have seen anything of the request."""


class Login:
    """The commands that connect to one engine, and the folder with the socket that they share."""

    def __init__(self, endpoint: "Endpoint") -> None:
        import shlex
        from tempfile import gettempdir, mkdtemp

        base = gettempdir()
        parent = base if len(base) <= _LONGEST_FOLDER else "/tmp"  # noqa: S108  made for this user alone
        self.folder: str = mkdtemp(prefix="dockwright-", dir=parent)
        self.socket: str = f"{self.folder}/ssh"
        self.host: str = endpoint.host
        # ssh expands what follows a percent sign.
        shared = ["-S", self.socket.replace("%", "%%")]
        place = [
            *(("-l", endpoint.user) if endpoint.user else ()),
            *(("-p", str(endpoint.port)) if endpoint.port else ()),
        ]
        # The first value counts, so these go before the user's settings.
        options = ["-T", "-a", "-x", "-o", "ClearAllForwardings=yes", "-o", "RemoteCommand=none"]
        options += ["-o", "PermitLocalCommand=no", "-o", "LogLevel=ERROR"]
        master = ["-M", "-N", "-f", "-o", f"ControlPersist={IDLE_SECONDS}"]
        self.start: list[str] = ["ssh", *shared, *options, *master, *place, "--", self.host]
        """Log in and go to the background; it ends once it could, or could not."""
        guest = ["-o", "ControlMaster=no"]
        remote = ["docker", *(("--host", f"unix://{endpoint.path}") if endpoint.path else ()), "system", "dial-stdio"]
        # What is run over there is read by a shell.
        self.connect: list[str] = ["ssh", *shared, *options, *guest, *place, "--", self.host, shlex.join(remote)]
        """Be a connection, on the standard input and output."""
        self.end: list[str] = ["ssh", *shared, "-O", "exit", *place, "--", self.host]
        self.environment: dict[str, str] = environment(os.environ)

    def answers(self) -> bool:
        """Tell whether the master is there; what a killed one has left is removed."""
        import socket

        with socket.socket(socket.AF_UNIX) as probe:
            probe.setblocking(False)
            try:
                probe.connect(self.socket)
            except BlockingIOError:
                return True
            except OSError:
                with suppress(OSError):
                    os.unlink(self.socket)
                return False
            return True

    def remove(self) -> None:
        """Remove the folder."""
        from shutil import rmtree

        rmtree(self.folder, ignore_errors=True)


def environment(environ: Mapping[str, str]) -> dict[str, str]:
    """Give what ssh needs of an environment, which is all that it gets."""
    return {name: value for name, value in environ.items() if name in _ENVIRONMENT}


def kill(pid: int) -> None:
    """End a process that was started in a session of its own, with what it has started itself."""
    import signal

    with suppress(ProcessLookupError):
        os.killpg(pid, signal.SIGKILL)


def end_quietly(login: Login) -> None:
    """End a login and remove its folder, whatever state they are in."""
    import subprocess

    if os.path.exists(login.socket):
        with suppress(OSError, subprocess.SubprocessError):
            subprocess.run(
                login.end,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env=login.environment,
                timeout=END_SECONDS,
                check=False,
            )
    login.remove()


def not_started(error: OSError) -> SSHFailed:
    """Say that the program ``ssh`` could not be run."""
    if isinstance(error, FileNotFoundError):
        return SSHFailed("the program ssh is not on the PATH", "install the OpenSSH client", unreached=True)
    return SSHFailed(f"the program ssh cannot be run: {error.strerror or error}", "can you run it?", unreached=True)


def login_failed(code: int, stderr: IO[bytes]) -> SSHFailed:
    """Say why the master could not be started."""
    return _failed(code, stderr, unreached=True)


def connection_failed(code: int, stderr: IO[bytes], *, heard: bool) -> SSHFailed | None:
    """Say why a connection ended, None where it did so properly.

    ``heard`` tells whether anything arrived over it: what fails before that, but not for the login, is the docker
    command over there, which then has not taken anything.
    """
    return _failed(code, stderr, unreached=not heard and 0 < code < _LOGIN_FAILED) if code else None


def _failed(code: int, stderr: IO[bytes], *, unreached: bool) -> SSHFailed:
    text = ""
    with suppress(ValueError):  # closed by now, as its client was
        stderr.seek(0)
        text = stderr.read(1 << 16).decode("utf-8", "replace")
    lines = ["".join(filter(str.isprintable, line)).strip() for line in text.splitlines()]
    telling = [line for line in lines if line.strip("@ ")][-_LAST_LINES:]
    said = " / ".join(telling)[-_MOST_CHARACTERS:].rstrip(".") or f"it ended with exit code {code}"
    way_out = next((way_out for sign, way_out in _WAYS_OUT if sign in text), _BY_HAND)
    return SSHFailed(f"ssh says: {said}", _DOCKER_MISSING if code == _NOT_FOUND else way_out, unreached=unreached)


_BY_HAND = "does 'docker system dial-stdio' run there, when you log in with ssh by hand?"
_DOCKER_MISSING = "install the docker command over there, and have it on the PATH of sessions that are not interactive"
_WAYS_OUT = (
    (
        "IDENTIFICATION HAS CHANGED",
        "somebody may be in between; find out why the key is another one before you remove the known one",
    ),
    (
        "Host key verification failed",
        "log in with ssh by hand once, and accept the key of the host if it is the right one",
    ),
    ("Permission denied (", "is your key in the ssh agent or named in the settings of ssh, and accepted over there?"),
    ("permission denied", "let the user over there use the engine's socket; usually that is the group docker"),
    ("Could not resolve hostname", "is this its name, or a host in the settings of ssh?"),
    ("Connection refused", "does an ssh server listen there, on this port?"),
    ("Cannot connect to the Docker daemon", "start the engine over there"),
    ("dial unix", "start the engine over there"),
)
