"""A small image for the examples, made without any network."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from dockwright.archive.pack import pack_files

REPOSITORY = "dockwright-quickstart"
CHANGES = ('CMD ["/bin/busybox", "sh"]', "ENV PATH=/bin")


def root_file_system() -> Iterator[bytes]:
    """Pack a root file system that holds one static program: busybox, of this machine."""
    program = shutil.which("busybox")
    if program is None or not _is_static(program):
        raise SystemExit("this example needs a static busybox in PATH; Debian and Ubuntu have it as busybox-static")
    return pack_files({"bin/busybox": Path(program)})


def _is_static(program: str) -> bool:
    said = subprocess.run(["ldd", program], capture_output=True, text=True, check=False)
    return "not a dynamic executable" in said.stdout + said.stderr or "statically linked" in said.stdout


SCRIPT = """
/bin/busybox --install -s /bin
trap 'exit 0' TERM
for number in 1 2 3; do
    echo "to standard output: $number"
    echo "to standard error: $number" >&2
done
mkdir -p /srv
sleep 0.2
echo ready
while :; do sleep 0.1; done
"""
"""What the container of the examples runs."""
