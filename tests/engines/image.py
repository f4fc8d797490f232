"""The image that the tests run: a small Linux userland, made of Debian's static busybox, since nothing is pulled."""

import io
import subprocess
import tarfile
from pathlib import Path
from urllib.parse import urlencode

from . import rawhttp

NAME = "busybox:latest"

_FOLDERS = {
    "bin": 0o755,
    "dev": 0o755,
    "etc": 0o755,
    "home": 0o755,
    "root": 0o700,
    "tmp": 0o1777,
    "usr": 0o755,
    "usr/sbin": 0o755,
    "var": 0o755,
}
_FILES = {
    "etc/passwd": "root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/home:/bin/false\n",
    "etc/group": "root:x:0:\nnogroup:x:65534:\n",
    "etc/shadow": "root:*:::::::\n",
}


def load(url: str, busybox: Path) -> None:
    """Import the image into an engine, from a busybox binary that needs no libraries."""
    repository, _, tag = NAME.partition(":")
    arguments = {
        "fromSrc": "-",
        "repo": repository,
        "tag": tag,
        "message": "busybox-static",
        "changes": ['CMD ["sh"]', "ENV PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"],
    }
    target = f"/images/create?{urlencode(arguments, doseq=True)}"
    reply = rawhttp.request(url, "POST", target, root_archive(busybox), headers={"Content-Type": "application/x-tar"})
    if reply.status != 200 or b'"error"' in reply.body:
        raise RuntimeError(f"the image could not be imported: {reply.status} {reply.body[-500:]!r}")


def root_archive(busybox: Path) -> bytes:
    """Pack a root file system, with a link for everything that busybox can do, as a tar archive."""
    applets = subprocess.run([str(busybox), "--list"], capture_output=True, text=True, check=True).stdout.split()
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        for name, mode in _FOLDERS.items():
            archive.addfile(_member(name, tarfile.DIRTYPE, mode))
        program = busybox.read_bytes()
        archive.addfile(_member("bin/busybox", tarfile.REGTYPE, 0o755, size=len(program)), io.BytesIO(program))
        for applet in applets:
            if applet != "busybox":
                archive.addfile(_member(f"bin/{applet}", tarfile.SYMTYPE, 0o777, link="busybox"))
        for name, text in _FILES.items():
            archive.addfile(_member(name, tarfile.REGTYPE, 0o644, size=len(text)), io.BytesIO(text.encode()))
    return packed.getvalue()


def _member(name: str, kind: bytes, mode: int, *, size: int = 0, link: str = "") -> tarfile.TarInfo:
    member = tarfile.TarInfo(name)
    member.type, member.mode, member.size, member.linkname = kind, mode, size, link
    return member
