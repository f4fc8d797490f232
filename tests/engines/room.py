"""A room for an engine: network, process, mount and host name namespaces of its own.

What happens in the room ends with it: when its first process goes, the kernel kills every other one and takes mounts,
interfaces and firewall rules away. The first process reads from a pipe and ends when the writing side is closed, so
a room cannot outlive its owner, even a killed one. A room that shall stay reads from a named pipe instead, which is
how others end it.
"""

import contextlib
import ctypes
import errno
import os
import shlex
import shutil
import socket
import subprocess
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

HOST_NAME = "engine"
_NEW_NETWORK = 0x40000000
_PROGRAMS = ("unshare", "nsenter", "setpriv")
_READY = "ready"


def why_impossible() -> str:
    """Say why no room can be made here, or give an empty string."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return "private engines need root"
    missing = [program for program in _PROGRAMS if shutil.which(program) is None]
    return f"missing programs: {', '.join(missing)}" if missing else ""


class Room:
    """Namespaces in which programs are started.

    ``tools`` is a folder with the unpacked tools; ``folder`` keeps what the room leaves on disk. A room that ``stays``
    goes on after this process.
    """

    def __init__(self, tools: Path, folder: Path, *, stays: bool = False) -> None:
        self.busybox = busybox = str(tools / "bin/busybox")
        source = shlex.quote(str(folder / "end")) if stays else ""
        script = f"{busybox} hostname {HOST_NAME}; echo {_READY}; exec {busybox} cat {source} >/dev/null"
        if stays:
            os.mkfifo(folder / "end")
        self._process = subprocess.Popen(
            [
                *("unshare", "--net", "--mount", "--uts", "--pid", "--fork", "--kill-child", "--mount-proc"),
                *(str(tools / "usr/bin/tini-static"), "--", busybox, "sh", "-c", script),
            ],
            stdin=subprocess.DEVNULL if stays else subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        self.pid = self._process.pid
        assert self._process.stdout is not None
        with self._process.stdout as said:
            first = said.readline().decode(errors="replace").strip()
        if first != _READY:
            self.end()
            raise RuntimeError(f"no room for an engine could be made: {first or 'unshare ended'}")
        self.run([busybox, "ip", "link", "set", "lo", "up"])

    def command(self, program: Sequence[str]) -> list[str]:
        """Give the command line that starts a program in the room."""
        return enter(self.pid, program)

    def spawn(
        self, program: Sequence[str], *, env: Mapping[str, str] | None = None, log: Path | None = None
    ) -> subprocess.Popen[bytes]:
        """Start a program in the room, with its output in ``log``.

        It ends with the room at the latest, and when what is given here is killed.
        """
        with log.open("ab") if log else contextlib.nullcontext(subprocess.DEVNULL) as output:
            return subprocess.Popen(
                # What runs here is nsenter, and the program is its child.
                self.command(["setpriv", "--pdeathsig", "KILL", *program]),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                env=env,
                start_new_session=True,
            )

    def run(self, program: Sequence[str], *, env: Mapping[str, str] | None = None) -> str:
        """Run a program in the room to its end and give its output; an exit code other than 0 is an error."""
        done = subprocess.run(
            self.command(program), stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, env=env
        )
        if done.returncode:
            raise RuntimeError(f"{' '.join(program)}: exit code {done.returncode}: {done.stderr.strip()}")
        return done.stdout

    def connect(self, port: int, host: str = "127.0.0.1") -> socket.socket:
        """Open a TCP connection to an address as the room sees it, such as a published port."""
        return self._inside(lambda: socket.create_connection((host, port), timeout=10))

    def listen(self) -> socket.socket:
        """Listen on a TCP port of the room's loopback, for what its inhabitants shall find there."""
        return self._inside(lambda: socket.create_server(("127.0.0.1", 0)))

    def _inside(self, make: Callable[[], socket.socket]) -> socket.socket:
        found: list[socket.socket | OSError] = []

        def enter_and_make() -> None:
            # A thread moves alone, and a socket stays in the namespace that it was made in.
            try:
                with open(f"/proc/{self.pid}/ns/net", "rb") as namespace:
                    libc = ctypes.CDLL(None, use_errno=True)
                    if libc.setns(namespace.fileno(), _NEW_NETWORK) != 0:
                        raise OSError(ctypes.get_errno(), "setns failed")
                found.append(make())
            except OSError as error:
                found.append(error)

        thread = threading.Thread(target=enter_and_make)
        thread.start()
        thread.join()
        if isinstance(found[0], OSError):
            raise found[0]
        return found[0]

    def end(self) -> None:
        """End everything in the room and wait until it is gone."""
        if self._process.stdin is not None:
            self._process.stdin.close()
        self._process.wait(timeout=30)


def enter(pid: int, program: Sequence[str]) -> list[str]:
    """Give the command line that starts a program in the room whose process is ``pid``."""
    namespaces = Path("/proc") / str(pid) / "ns"
    return [
        "nsenter",
        f"--net={namespaces / 'net'}",
        f"--mount={namespaces / 'mnt'}",
        f"--uts={namespaces / 'uts'}",
        f"--pid={namespaces / 'pid_for_children'}",
        "--",
        *program,
    ]


def end_staying(folder: Path) -> bool:
    """End a room that stays, from any process; False if it was not running."""
    try:
        # Nobody reads from the pipe of a room that is gone.
        os.close(os.open(folder / "end", os.O_WRONLY | os.O_NONBLOCK))
    except FileNotFoundError:
        return False
    except OSError as error:
        if error.errno != errno.ENXIO:
            raise
        return False
    return True
