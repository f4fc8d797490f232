"""Golden cases: a small description in, the exact text of every file or the exact error out.

A case is a folder in ``cases``: ``in.yaml`` holds the files of a small ``spec/`` by their paths, ``expected`` holds the
files that are generated from it, or ``error``. They end in ``.txt``, for they are no modules of this project. After a
change that is meant, write them anew and read the difference: ``python -m tests.codegen.golden``.
"""

import shutil
from collections.abc import Mapping
from pathlib import Path

import yaml

from codegen import build
from codegen.errors import SpecError
from codegen.render import asset_files

CASES = Path(__file__).parent / "cases"


def cases() -> list[str]:
    """Give the names of all cases."""
    return sorted(path.parent.name for path in CASES.glob("*/in.yaml"))


def generated(case: str, folder: Path) -> dict[str, str]:
    """Generate from a case, with ``folder`` for its ``spec/``; assets, the version and the lock are left out."""
    spec = write_spec(yaml.safe_load((CASES / case / "in.yaml").read_text("utf-8")), folder)
    try:
        files = build.generate(spec)
    except SpecError as error:
        return {"error": f"{error}\n"}
    left_out = {"lock.toml", *(f"{build.PACKAGE}/{name}" for name in (*asset_files(), "version.py", "__init__.py"))}
    return {name: text for name, text in files.items() if name not in left_out}


def expected(case: str) -> dict[str, str]:
    """Read what a case shall give."""
    folder = CASES / case / "expected"
    files = folder.rglob("*.txt")
    return {path.relative_to(folder).as_posix().removesuffix(".txt"): path.read_text("utf-8") for path in files}


def write_spec(files: Mapping[str, object], spec: Path) -> Path:
    """Write the files of a ``spec/``; what is no text is written as YAML."""
    for name, content in files.items():
        path = spec / name
        path.parent.mkdir(parents=True, exist_ok=True)
        text = content if isinstance(content, str) else yaml.safe_dump(content, sort_keys=False)
        path.write_text(text, "utf-8")
    return spec


def update() -> None:
    """Write the expected files of all cases anew."""
    import tempfile

    for case in cases():
        with tempfile.TemporaryDirectory() as folder:
            files = generated(case, Path(folder))
        shutil.rmtree(CASES / case / "expected", ignore_errors=True)
        for name, text in files.items():
            path = CASES / case / "expected" / f"{name}.txt"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")


if __name__ == "__main__":
    update()
