"""A plugin that an engine can really start: a program of a few instructions that listens on its socket.

It is made here, since nothing that listens on a Unix socket can be taken for granted on a machine of tests.
"""

import json
import platform
import secrets
import struct
from pathlib import Path
from typing import Any

SOCKET = "sample.sock"
_ADDRESS = f"/run/docker/plugins/{SOCKET}".encode()
_BASE = 0x400000
_HEADERS = 64 + 56


def runs_here() -> bool:
    """Tell whether the program is for processors like this one."""
    return platform.machine() in ("x86_64", "AMD64")


def make(folder: Path, **configuration: Any) -> Path:
    """Write the folder of a plugin; ``configuration`` is added to its ``config.json``."""
    program = folder / "rootfs/plugin"
    program.parent.mkdir(parents=True)
    program.write_bytes(_program())
    program.chmod(0o755)
    # Engines may refuse what they have already, even of a plugin that is gone.
    (folder / "rootfs/unique").write_text(secrets.token_hex())
    settings: dict[str, Any] = {
        "description": f"Sample {secrets.token_hex()}",
        "entrypoint": ["/plugin"],
        "interface": {"socket": SOCKET, "types": ["dockwright.sample/1.0"]},
        # Not the first process of a namespace of its own, it ends at the first signal.
        "pidhost": True,
        "network": {"type": "none"},
        "env": [{"name": "DEBUG", "description": "a switch", "value": "0", "settable": ["value"]}],
    }
    (folder / "config.json").write_text(json.dumps(settings | configuration))
    return folder


def _program() -> bytes:
    """Write an executable for Linux on x86-64: socket, bind, listen, and then pause for ever."""
    code = b"".join(
        (
            b"\xb8\x29\x00\x00\x00\xbf\x01\x00\x00\x00\xbe\x01\x00\x00\x00\x31\xd2\x0f\x05",  # socket(unix, stream, 0)
            b"\x89\xc7\xb8\x31\x00\x00\x00\x48\x8d\x35\x1f\x00\x00\x00",  # bind(it, the address behind the code,
            b"\xba" + struct.pack("<I", 2 + len(_ADDRESS) + 1) + b"\x0f\x05",  # its length)
            b"\xb8\x32\x00\x00\x00\xbe\x08\x00\x00\x00\x0f\x05",  # listen(it, 8)
            b"\xb8\x22\x00\x00\x00\x0f\x05\xeb\xf7",  # pause(), again and again
            b"\x90" * 3,
        )
    )
    content = code + struct.pack("<H", 1) + _ADDRESS + b"\0"
    size = _HEADERS + len(content)
    header = b"\x7fELF\x02\x01\x01" + bytes(9)
    header += struct.pack("<HHIQQQIHHHHHH", 2, 62, 1, _BASE + _HEADERS, 64, 0, 0, 64, 56, 1, 0, 0, 0)
    segment = struct.pack("<IIQQQQQQ", 1, 5, 0, _BASE, _BASE, size, size, 0x1000)
    return header + segment + content
