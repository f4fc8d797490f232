"""Which files a .dockerignore leaves out: the documented rules, case by case, and against a naive matcher."""

import fnmatch
import re
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dockwright.archive.ignore import IgnoreRules
from dockwright.errors import InvalidArgument


def ignored(text: str, path: str) -> bool:
    return IgnoreRules.parse(text).ignores(path)


# One pattern, a path, and whether it fits the path or a folder above it.
SINGLE = [
    ("a", "a", True),
    ("a", "a/b/c", True),
    ("a", "b/a", False),
    ("a", "ab", False),
    ("A", "a", False),
    ("a", "A", False),
    ("a/b", "a/b/c", True),
    ("a/b", "b", False),
    ("/a", "a", True),
    ("//a//b/", "a/b", True),
    ("./a/../b", "b", True),
    ("../a", "a", False),
    ("a/", "a", True),
    ("   a \t", "a", True),
    ("a b", "a b", True),
    ("*", "a", True),
    ("*", "a/b", True),
    ("*", ".hidden", True),
    ("*.md", "README.md", True),
    ("*.md", "docs/README.md", False),
    ("*/*.md", "docs/README.md", True),
    ("*/*.md", "README.md", False),
    ("*/temp*", "a/temporary", True),
    ("*/temp*", "temporary", False),
    ("*/*/temp*", "a/b/temp.txt", True),
    ("temp?", "tempa", True),
    ("temp?", "temp", False),
    ("temp?", "temp/", False),
    ("a?b", "a/b", False),
    ("a*b", "a/b", False),
    ("a?b", "a\u263ab", True),
    ("**", "a", True),
    ("**", "a/b/c", True),
    ("**/", "a/b", True),
    ("**/**", "a/b", True),
    ("**/a", "a", True),
    ("**/a", "b/c/a", True),
    ("**/a", "b/c/a/d", True),
    ("**/a", "ba", False),
    ("**/*.go", "main.go", True),
    ("**/*.go", "cmd/x/main.go", True),
    ("**/*.go", "main.c", False),
    ("**/.git", "x/.git/HEAD", True),
    ("**/.git", "x.git", False),
    ("a/**", "a", False),
    ("a/**", "a/b", True),
    ("a/**", "a/b/c", True),
    ("a/**", "ab", False),
    ("a**", "abc/d", True),
    ("a/**/b", "a/b", True),
    ("a/**/b", "a/x/y/b", True),
    ("a/**/b", "a/xb", False),
    ("a**/*.txt", "a/x/y.txt", True),
    ("**a", "xa", True),
    ("**a", "x/ya", True),
    ("**a*", "xab", False),
    ("**a*", "x/ab", True),
    ("**/x/**", "a/x/b", True),
    ("**/x/*", "a/x/b/c", True),
    ("***", "a/b", True),
    ("a[b-d]e", "ace", True),
    ("a[b-d]e", "aae", False),
    ("a[^b-d]e", "aze", True),
    ("a[^b-d]e", "ace", False),
    ("[!a]", "!", True),
    ("[!a]", "b", False),
    ("[a-z]*.txt", "b1.txt", True),
    ("[\\]a]", "]", True),
    ("[\\-x]", "-", True),
    ("[x\\-z]", "y", False),
    ("a\\*b", "a*b", True),
    ("a\\*b", "axb", False),
    ("a\\[b", "a[b", True),
    ("a\\\\", "a\\", True),
    ("a.c", "abc", False),
    ("a(b)c", "a(b)c", True),
    ("a.|)$(}+{bc", "a.|)$(}+{bc", True),
    ("a^b", "a^b", True),
    ("caf\u00e9", "caf\u00e9", True),
    ("#a", "#a", False),
    (" #a", "#a", True),
    ("\\#a", "#a", True),
    ("/", "a", False),
    (".", "a", False),
    ("", "a", False),
]


@pytest.mark.parametrize(("pattern", "path", "fits"), SINGLE)
def test_one_pattern(pattern: str, path: str, fits: bool) -> None:
    assert ignored(pattern, path) is fits


# Lines, and the files that are left out and kept.
SEVERAL: list[tuple[str, list[str], list[str]]] = [
    ("*.md\n!README.md", ["a.md"], ["README.md"]),
    ("!README.md\n*.md", ["a.md", "README.md"], []),
    ("*.md\n!README*.md\nREADME-secret.md", ["x.md", "README-secret.md"], ["README.md", "README-a.md"]),
    ("*.md\nREADME-secret.md\n!README*.md", ["x.md"], ["README.md", "README-secret.md"]),
    ("docs\n!docs/keep", ["docs", "docs/a", "docs/a/keep"], ["docs/keep", "docs/keep/all"]),
    ("docs/\n!docs/keep", ["docs/a"], ["docs/keep"]),
    ("**\n!src\nsrc/test", ["a", "src/test", "src/test/a.py"], ["src/a.py", "src/b/c.py"]),
    ("*\n!.gitignore\n!src", ["a", "b/src"], [".gitignore", "src", "src/a/b"]),
    ("a\n!a/b\na/b/c", ["a/x", "a/b/c", "a/b/c/d"], ["a/b", "a/b/d"]),
    ("a\n!**/keep", ["a/b"], ["a/keep", "a/b/keep", "a/b/keep/x"]),
    ("# all\n*\n\n!  /a  \n", ["b", "#"], ["a"]),
    ("\ufeffa", ["a"], ["b"]),
    ("a\r\nb\r\n", ["a", "b"], ["c"]),
    ("!a", [], ["a", "b"]),
    # A pattern is not looked at for a folder that it cannot change, and does not count below then.
    ("a/b\n!a", ["a/b", "a/b/c"], ["a", "a/c"]),
    ("a\n!a/b\na*", ["a", "a/c"], ["a/b"]),
    ("**\n!src/**/*.py\nsrc/test", ["src/test", "src/test/a.c"], ["src/a.py", "src/test/a.py"]),
]


@pytest.mark.parametrize(("text", "out", "kept"), SEVERAL)
def test_the_last_pattern_that_fits_decides(text: str, out: list[str], kept: list[str]) -> None:
    assert [path for path in out + kept if ignored(text, path)] == out


@pytest.mark.parametrize(
    "pattern", ["[", "a[", "[]a]", "[-]", "[x-]", "[-x]", "[a-b-c]", "[^", "[^bc", "a\\", "[z-a]", "!"]
)
def test_a_pattern_that_is_none(pattern: str) -> None:
    with pytest.raises(InvalidArgument, match=r"app\.dockerignore, line 2: .*no pattern"):
        IgnoreRules.parse(f"a\n{pattern}\n", origin="app.dockerignore")


@pytest.mark.parametrize(
    ("text", "folder", "holds"),
    [
        ("a", "a", False),
        ("a\n!b", "a", False),
        ("a\n!a/b/c", "a", True),
        ("a\n!a/b/c", "a/b", True),
        ("a\n!a/b/c", "a/d", False),
        ("a\n!a/*/c", "a/d", True),
        ("a\n!**/c", "a/d/e", True),
        ("a\n!a\\*/c", "ab", True),
    ],
)
def test_folders_in_which_nothing_can_be_taken_back_in(text: str, folder: str, holds: bool) -> None:
    assert IgnoreRules.parse(text).may_hold_more(folder) is holds


PART = st.sampled_from(["a", "b", "ab", "a.b", "*", "a*", "*b", "?", "**", "[ab]", "[^a]", "\\a"])


def pattern(back: bool, slash: bool, parts: list[str]) -> str:
    return "!" * back + "/" * slash + "/".join(parts)


PATTERNS = st.lists(
    st.builds(pattern, st.booleans(), st.booleans(), st.lists(PART, min_size=1, max_size=4)), max_size=5
)
PATHS = ["/".join(names) for depth in (1, 2, 3) for names in product(("a", "b", "ab", "a.b", "c"), repeat=depth)]


def naive_fit(parts: list[str], names: list[str]) -> bool:
    """Match name by name, trying every number of folders for a ``**``."""
    if not parts:
        return not names
    if parts[0] == "**":
        if len(parts) == 1:
            return bool(names)
        return any(naive_fit(parts[1:], names[skipped:]) for skipped in range(len(names) + 1))
    if not names:
        return False
    wanted = re.sub(r"\\(.)", r"[\1]", parts[0]).replace("[^", "[!")
    return fnmatch.fnmatchcase(names[0], wanted) and naive_fit(parts[1:], names[1:])


def naive(patterns: list[str], path: str) -> bool:
    """Judge every folder on the way, remembering which patterns fitted."""
    names = path.split("/")
    fitted: set[int] = set()
    out = False
    for depth in range(1, len(names) + 1):
        out = False
        now: set[int] = set()
        for number, pattern in enumerate(patterns):
            back = pattern.startswith("!")
            fits = number in fitted
            if not fits and back == out:
                fits = naive_fit(pattern.removeprefix("!").strip("/").split("/"), names[:depth])
            if fits:
                now.add(number)
                out = not back
        fitted = now
    return out


@settings(max_examples=150, deadline=None)
@given(PATTERNS)
def test_against_a_naive_matcher(patterns: list[str]) -> None:
    rules = IgnoreRules(patterns)
    for path in PATHS:
        assert rules.ignores(path) is naive(patterns, path), path


@settings(max_examples=150, deadline=None)
@given(PATTERNS)
def test_nothing_is_taken_back_in_where_nothing_can_be(patterns: list[str]) -> None:
    rules = IgnoreRules(patterns)
    for path in PATHS:
        above = path.rpartition("/")[0]
        if above and rules.ignores(above) and not rules.may_hold_more(above):
            assert rules.ignores(path), path


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="ab*?[]^-!\\/.# \u00e9", max_size=12), st.text(alphabet="ab/.-]*\\", max_size=8))
def test_any_text_is_a_pattern_or_refused(pattern: str, path: str) -> None:
    try:
        rules = IgnoreRules.parse(pattern)
    except InvalidArgument:
        return
    assert rules.ignores(path) in (True, False)
