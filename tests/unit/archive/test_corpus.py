"""Archives that a fuzzer (atheris) found to take different ways through the unpacking: nothing gets out, nothing stays.

``corpus/unpack.txt`` has an archive on each line, compressed and in base64.
"""

import base64
import os
import zlib
from pathlib import Path

import pytest

from dockwright.archive.unpack import unpack
from dockwright.errors import DockerError

ARCHIVES = [
    zlib.decompress(base64.b64decode(line))
    for line in (Path(__file__).parent / "corpus" / "unpack.txt").read_text().split()
]


def contents(folder: Path) -> dict[str, bytes | str | None]:
    """Give what is in a folder: the content of files, the targets of links, None for folders."""
    found: dict[str, bytes | str | None] = {}
    for where, folders, files in os.walk(folder):
        for name in (*folders, *files):
            path = Path(where, name)
            content = os.readlink(path) if path.is_symlink() else None if path.is_dir() else path.read_bytes()
            found[str(path.relative_to(folder))] = content
    return found


def pieces(data: bytes, size: int) -> list[bytes]:
    return [data[start : start + size] for start in range(0, len(data), size)]


@pytest.mark.parametrize("size", [1 << 20, 512, 100])
def test_all_or_nothing_and_only_inside(tmp_path: Path, size: int) -> None:
    unpacked = 0
    for number, archive in enumerate(ARCHIVES):
        base = tmp_path / str(number)
        destination = base / "destination"
        (destination / "old").mkdir(parents=True)
        (destination / "old" / "file").write_text("old")
        (destination / "out").symlink_to(base)
        (base / "outside").write_text("safe")
        before = contents(base)
        try:
            unpack(iter(pieces(archive, size)), destination, max_bytes=1 << 20, max_members=50)
        except (DockerError, OSError):
            assert contents(base) == before, number
        else:
            unpacked += 1
            after = contents(base)
            outside = {name: content for name, content in after.items() if not name.startswith("destination")}
            assert outside == {"outside": b"safe"}, number
            links = {
                name: content for name, content in after.items() if isinstance(content, str) and name not in before
            }
            for name, target in links.items():
                assert isinstance(target, str)
                reached = os.path.normpath(base / Path(name).parent / target)
                assert f"{reached}/".startswith(f"{destination}/"), (number, name, target)
    assert unpacked, "some are in order"
