"""What a shell does: ``curl`` piped into ``tar``, or the other way round."""

import subprocess
from collections.abc import Generator
from contextlib import contextmanager
from tempfile import TemporaryDirectory

from benchmarks.contestants import COPIED, Work, folder_to_copy

URL = "http://localhost/v1.45/containers/archive/archive?path=/data"


def _pipe(first: list[str], second: list[str]) -> None:
    with subprocess.Popen(first, stdout=subprocess.PIPE) as source:
        subprocess.run(second, stdin=source.stdout, check=True, stdout=subprocess.DEVNULL)
    assert source.returncode == 0


def _curl(address: str, *options: str) -> list[str]:
    return ["curl", "--silent", "--fail", "--unix-socket", address.removeprefix("unix://"), *options, URL]


@contextmanager
def copy_out(address: str) -> Generator[Work]:
    """Copy the folder out of a container."""

    def work() -> int:
        with TemporaryDirectory(prefix="dockwright-benchmarks-") as folder:
            _pipe(_curl(address), ["tar", "-x", "-C", folder])
        return COPIED

    yield work


@contextmanager
def copy_in(address: str) -> Generator[Work]:
    """Copy the folder into a container."""
    with folder_to_copy() as folder:

        def work() -> int:
            # Without the header curl would wait a second for a reply before it sends anything.
            send = _curl(address, "--request", "PUT", "--header", "Expect:", "--upload-file", "-")
            _pipe(["tar", "-c", "-C", str(folder.parent), folder.name], send)
            return COPIED

        yield work
