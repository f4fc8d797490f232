"""Small descriptions in, exact text out; see ``tests.codegen.golden``."""

from pathlib import Path

import pytest

from tests.codegen import golden


@pytest.mark.parametrize("case", golden.cases())
def test_case_gives_exactly_the_expected_files(case: str, tmp_path: Path) -> None:
    generated = golden.generated(case, tmp_path)
    expected = golden.expected(case)
    assert sorted(generated) == sorted(expected)
    for name, text in expected.items():
        assert generated[name] == text, f"{case}: {name} differs; if it shall: python -m tests.codegen.golden"


def test_no_folder_is_without_its_input() -> None:
    folders = sorted(path.name for path in golden.CASES.iterdir() if path.is_dir())
    assert folders == golden.cases()
