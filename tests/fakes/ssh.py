"""A program ``ssh`` that knows no network: it connects to a socket of this machine, or hangs while it logs in."""

import sys
from pathlib import Path

_PROGRAM = """\
#!{python} -IS
import os, pathlib, socket, sys, threading, time

folder = pathlib.Path({folder!r})
if "-M" in sys.argv:
    (folder / "login").write_text(str(os.getpid()))
    if (folder / "hangs").exists():
        time.sleep(600)
    sys.exit()
engine = socket.socket(socket.AF_UNIX)
engine.connect({engine!r})

def send():
    while data := os.read(0, 1 << 16):
        engine.sendall(data)
    engine.shutdown(socket.SHUT_WR)

threading.Thread(target=send, daemon=True).start()
while data := engine.recv(1 << 16):
    os.write(1, data)
os._exit(int((folder / "code").read_text()) if (folder / "code").exists() else 0)
"""


class FakeSSH:
    """A folder with the program, for the PATH; it connects to the engine at ``url``, whatever host it is asked for."""

    def __init__(self, folder: Path, url: str) -> None:
        self.folder = folder
        program = folder / "ssh"
        engine = url.removeprefix("unix://")
        program.write_text(_PROGRAM.format(python=sys.executable, folder=str(folder), engine=engine))
        program.chmod(0o755)

    def hang(self) -> None:
        """Let logging in never end."""
        (self.folder / "hangs").touch()

    def fail(self, code: int) -> None:
        """Let a connection that the engine ends look like a failure."""
        (self.folder / "code").write_text(str(code))

    @property
    def login(self) -> int:
        """The number of the process that logged in last, 0 before the first."""
        try:
            return int((self.folder / "login").read_text() or 0)
        except FileNotFoundError:
            return 0

    def runs(self) -> bool:
        """Tell whether the process that logged in last is still there; one that was not waited for is, too."""
        return Path(f"/proc/{self.login}").exists()
