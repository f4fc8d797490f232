"""Read the pages of the documentation and run the programs in them.

The rule: every ``python`` block runs, and the blocks under one heading are one program, in their order. ``await`` may
stand at the top. A ``text`` block right behind a program is what the program printed since the last one, where ``...``
stands for anything. A block that nothing here can run is marked ``python no-run``, and the text says why.
"""

import ast
import asyncio
import contextlib
import doctest
import inspect
import io
import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tests.engines import Engine

ROOT = Path(__file__).parents[2]
GENERATED = ("docs/api-changes.md", "docs/benchmarks.md")
SWARM = (
    "docs/configs-and-secrets.md",
    "docs/services.md",
    "docs/swarm.md",
    "docs/tasks.md",
    "docs/guides/swarm-service.md",
)
"""Pages whose programs need the manager of a swarm."""
REGISTRY = ("docs/guides/registries.md",)
"""Pages whose programs need a registry that wants credentials."""
RUN, NOT_RUN, PRINTED = "python", "python no-run", "text"
_FENCE = re.compile(r"^(```+)(.*)$")


@dataclass(frozen=True)
class Block:
    """A block of a page: its info string, its text, and the line on which the text begins."""

    info: str
    text: str
    line: int


@dataclass(frozen=True)
class Section:
    """What stands under one heading of a page."""

    page: str
    heading: str
    blocks: list[Block] = field(default_factory=list[Block])

    def has(self, *infos: str) -> bool:
        """Tell whether there is a block of such a kind."""
        return any(block.info in infos for block in self.blocks)

    def __str__(self) -> str:
        return f"{self.page.removeprefix('docs/')}#{re.sub(r'[^a-z0-9]+', '-', self.heading.lower()).strip('-')}"


def pages() -> list[str]:
    """Give the pages that people write, by their paths in the project."""
    found = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
    return [path for page in found if (path := page.relative_to(ROOT).as_posix()) not in GENERATED]


def sections(page: str) -> Iterator[Section]:
    """Cut a page at its headings."""
    section = Section(page, "")
    fence = info = ""
    first = 0
    lines = (ROOT / page).read_text().splitlines()
    for number, line in enumerate(lines, 1):
        if not fence and line.startswith("#"):
            yield section
            section = Section(page, line.lstrip("# "))
        elif not fence and (match := _FENCE.match(line)):
            fence, info = match[1], match[2].strip()
            first = number + 1
        elif fence and line == fence:
            text = "".join(f"{each}\n" for each in lines[first - 1 : number - 1])
            section.blocks.append(Block(info, text, first))
            fence = ""
    if fence:
        raise AssertionError(f"{page}:{first - 1}: the block does not end")
    yield section


def programs(*, of: tuple[str, ...] = (), without: tuple[str, ...] = ()) -> list[Section]:
    """Give the sections that run: those of some pages, or of all others."""
    chosen = [page for page in pages() if (page in of if of else page not in without)]
    return [section for page in chosen for section in sections(page) if section.has(RUN)]


def prepare(engine: Engine, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Let programs find an engine by the environment, and write their files in a folder."""
    for name, value in {**engine.client_environment(), "DOCKER_CONFIG": str(folder / ".docker")}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(folder)


def module(section: Section) -> str:
    """Give the program of a section as a module, for type checkers, with what is not run."""
    source = "".join(block.text for block in section.blocks if block.info in (RUN, NOT_RUN))
    return f"async def program() -> None:\n{textwrap.indent(source, '    ')}" if _awaits(source) else source


def _awaits(source: str) -> bool:
    code = compile(source, "", "exec", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, dont_inherit=True)
    return bool(code.co_flags & inspect.CO_COROUTINE)


def run(section: Section) -> None:
    """Run the programs of a section, and compare what they print."""
    names: dict[str, Any] = {"__name__": "__main__"}
    printed = ""
    with asyncio.Runner() as runner:
        for block in section.blocks:
            if block.info == RUN:
                with contextlib.redirect_stdout(io.StringIO()) as output:
                    _run(block, section.page, names, runner)
                printed += output.getvalue()
            elif block.info == PRINTED:
                _compare(block, section.page, printed)
                printed = ""


def _run(block: Block, page: str, names: dict[str, Any], runner: asyncio.Runner) -> None:
    # With the empty lines an error tells the line of the page.
    source = "\n" * (block.line - 1) + block.text
    code = compile(source, str(ROOT / page), "exec", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, dont_inherit=True)
    if code.co_flags & inspect.CO_COROUTINE:
        runner.run(eval(code, names))  # noqa: S307  programs of our own documentation
    else:
        exec(code, names)  # noqa: S102  the same


def _compare(block: Block, page: str, printed: str) -> None:
    if not doctest.OutputChecker().check_output(block.text, printed, doctest.ELLIPSIS):
        raise AssertionError(f"{page}:{block.line}: the page says\n\n{block.text}\nand it printed\n\n{printed}")
