"""What the documentation shows is what a strict type checker accepts."""

import json
import subprocess
import sys
from pathlib import Path

from tests.docs.pages import NOT_RUN, ROOT, RUN, module, pages, sections


def test_every_program_type_checks(tmp_path: Path) -> None:
    settings = {"typeCheckingMode": "strict", "extraPaths": [str(ROOT / "handwritten"), str(ROOT / "generated")]}
    (tmp_path / "pyrightconfig.json").write_text(json.dumps({**settings, "include": ["pages"]}))
    (tmp_path / "pages").mkdir()
    shown = [section for page in pages() for section in sections(page) if section.has(RUN, NOT_RUN)]
    for number, section in enumerate(shown):
        where = f"# {section}\n"
        (tmp_path / "pages" / f"program_{number}.py").write_text(where + module(section))
    command = [sys.executable, "-m", "pyright", "--pythonpath", sys.executable, "--outputjson"]
    checked = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert checked.stdout, checked.stderr
    faults = json.loads(checked.stdout)["generalDiagnostics"]
    said = [f"{_section(each['file'])}:{each['range']['start']['line']}: {each['message']}" for each in faults]
    assert said == []


def _section(file: str) -> str:
    return Path(file).read_text().partition("\n")[0].removeprefix("# ")
