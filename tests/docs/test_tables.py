"""The pages are whole: every public method is in a table, every page is in the index, and links lead somewhere."""

import inspect
import re
from types import ModuleType
from typing import Any

import pytest

import dockwright.aio
import dockwright.sync
from tests.docs.pages import NOT_RUN, PRINTED, ROOT, RUN, pages, sections
from tests.docs.tables import filled_in, subjects

_INFO = {RUN, NOT_RUN, PRINTED, "diff"}
_LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)(?:#[^)]*)?\)")
_IN_TEXT = {
    # Records, explained where they come up.
    *("BuildResult", "Context", "Deadlines", "DockerContextEndpoint", "Endpoint", "ExecOutput", "ExecResult"),
    *("LogLine", "Message", "ProcessOutput", "RunOptions", "RunOutput", "TLSConfig", "Timeouts", "UpdateOptions"),
    *("Usage", "Waited"),
    # docker-py's low level, and its contexts: the names are docker-py's.
    *("APIClient", "ContextAPI"),
}


@pytest.mark.parametrize("page", pages())
def test_its_tables_are_up_to_date(page: str) -> None:
    text = (ROOT / page).read_text()
    assert filled_in(text) == text, "run python -m tests.docs"


@pytest.mark.parametrize("face", [dockwright.aio, dockwright.sync], ids=["aio", "sync"])
def test_every_class_is_in_a_table(face: ModuleType) -> None:
    kinds: dict[str, Any] = {name: getattr(face, name) for name in vars(face)["__all__"]}
    ours = {name for name, kind in kinds.items() if inspect.isclass(kind) and not issubclass(kind, BaseException)}
    listed = {name for page in pages() for name in subjects((ROOT / page).read_text())}
    assert ours - _IN_TEXT - listed == set()


def test_what_is_in_no_table_is_in_the_text() -> None:
    text = "".join((ROOT / page).read_text() for page in pages())
    assert [name for name in sorted(_IN_TEXT) if f"`{name}" not in text] == []


def test_every_error_is_explained() -> None:
    text = (ROOT / "docs/errors.md").read_text()
    kinds = {getattr(face, name) for face in (dockwright.aio, dockwright.sync) for name in face.__all__}
    errors = [kind for kind in kinds if inspect.isclass(kind) and issubclass(kind, BaseException | Warning)]
    assert [kind.__name__ for kind in errors if f"`{kind.__name__}`" not in text] == []


@pytest.mark.parametrize("page", pages())
def test_its_links_lead_somewhere(page: str) -> None:
    path = ROOT / page
    links: list[str] = _LINK.findall(path.read_text())
    assert [link for link in links if not (path.parent / link).exists()] == []


def test_the_index_lists_every_page() -> None:
    index = (ROOT / "docs/index.md").read_text()
    linked = {f"docs/{link}" for link in _LINK.findall(index)}
    assert [page for page in pages() if page.startswith("docs/") and page not in {*linked, "docs/index.md"}] == []


@pytest.mark.parametrize("page", pages())
def test_its_blocks_are_of_a_known_kind(page: str) -> None:
    blocks = [block for section in sections(page) for block in section.blocks]
    assert [f"{page}:{block.line}: {block.info}" for block in blocks if block.info not in _INFO] == []
