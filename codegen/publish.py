"""The generated tree on disk: write it, or compare it with what would be written."""

import hashlib
import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

_NOT_OURS = ("__pycache__", ".mypy_cache", ".ruff_cache")


def publish(root: Path, files: Mapping[str, str]) -> list[str]:
    """Make ``root`` hold exactly ``files`` and give the paths that changed.

    Every file is replaced in one step, and only when its text differs, so that whoever imports the tree meanwhile
    finds whole files. What no longer belongs there is removed at the end.
    """
    changed: list[str] = []
    for name, text in files.items():
        path = root / name
        if path.is_file() and path.read_bytes() == text.encode():
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_name(f".{path.name}.new")
        fresh.write_bytes(text.encode())
        os.replace(fresh, path)
        changed.append(name)
    for name in sorted(set(_present(root)) - files.keys()):
        (root / name).unlink()
        changed.append(name)
    for folder, subfolders, _ in os.walk(root, topdown=False):
        if "__pycache__" in subfolders and os.listdir(folder) == ["__pycache__"]:
            shutil.rmtree(Path(folder) / "__pycache__")
        if not os.listdir(folder):
            os.rmdir(folder)
    return changed


def differences(root: Path, files: Mapping[str, str]) -> list[str]:
    """Compare ``root`` with ``files`` both ways; one line for each file that is missing, different or extra."""
    present = set(_present(root))
    lines = [f"missing: {name}" for name in sorted(files.keys() - present)]
    lines += [f"extra: {name}" for name in sorted(present - files.keys())]
    for name in sorted(files.keys() & present):
        if (root / name).read_bytes() != files[name].encode():
            lines.append(f"different: {name}")
    return lines


def digest(data: bytes) -> str:
    """The SHA-256 of some bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def _present(root: Path) -> Iterator[str]:
    for folder, subfolders, names in os.walk(root):
        subfolders[:] = [each for each in subfolders if each not in _NOT_OURS]
        for name in names:
            yield (Path(folder) / name).relative_to(root).as_posix()
