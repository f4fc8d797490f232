"""Write the tables of the documentation, from what they are about.

In a page, a table stands between a line that says what is in it and one that ends it::

    <!-- methods: DockerVolumes, VolumeCollection -->
    <!-- differences: aiodocker.toml -->
    <!-- faults: aiodocker.toml -->
    <!-- end -->

``methods`` are those of a class of either face, or of one of each, which stand beside each other; a class that is not
in the package itself is named with its module, ``plugins.DockerPlugin``. The sentences are the first of the docstrings.
``python -m tests.docs`` writes all tables anew.
"""

import contextlib
import inspect
import re
import tomllib
from collections.abc import Iterator, Mapping
from importlib import import_module
from types import ModuleType
from typing import Any

import dockwright.aio
import dockwright.sync
from tests.docs.pages import ROOT

TWINS = {
    "aclose": "close",
    "changes": "diff",
    "delete": "remove",
    "distribution": "get_registry_data",
    "export_image": "save",
    "import_image": "load",
}
"""What is called otherwise in the synchronous face."""
PLUMBING = {
    dockwright.aio: {"docker", "of"},
    dockwright.sync: {"collection", "id_attribute", "of", "of_client", "prepare_model"},
}
"""What every class of a face has for the sake of the others."""
_COLORS = {dockwright.aio: "Asynchronous", dockwright.sync: "Synchronous"}
_TABLE = re.compile(r"^<!-- (methods|differences|faults): ([^\n]+) -->\n(.*?)^<!-- end -->$", re.MULTILINE | re.DOTALL)
_REQUEST = re.compile(r"``((?:GET|HEAD|POST|PUT|DELETE) /[^`]*)``")
_ROLE = re.compile(r":\w+:`([^`]*)`")


def filled_in(page: str) -> str:
    """Give the text of a page with its tables as they should be."""
    return _TABLE.sub(_table, page)


def subjects(page: str) -> set[str]:
    """Give the classes whose methods are in the tables of a page."""
    listed = [names.split(", ") for kind, names, _ in _TABLE.findall(page) if kind == "methods"]
    return {name.rpartition(".")[2] for names in listed for name in names}


def members(face: ModuleType, kind: type) -> dict[str, str]:
    """Give the public names of a class with their docstrings."""
    found: dict[str, str] = {}
    for name in dir(kind):
        value = inspect.getattr_static(kind, name)
        if (
            name.startswith("_")
            or name in PLUMBING[face]
            or inspect.isclass(value)
            or inspect.ismemberdescriptor(value)
        ):
            continue
        found[name] = inspect.getdoc(_function(value)) or ""
    return found


def _function(value: Any) -> Any:
    """Give what a property or a method was made of, and has the docstring."""
    for attribute in ("fget", "func", "__func__"):
        if made_of := getattr(value, attribute, None):
            return made_of
    return value


def _table(match: re.Match[str]) -> str:
    kind, about = match[1], match[2]
    rows = {"methods": _methods, "differences": _differences, "faults": _faults}[kind]
    return f"<!-- {kind}: {about} -->\n\n" + "".join(f"{row}\n" for row in rows(about)) + "\n<!-- end -->"


def _methods(about: str) -> Iterator[str]:
    """Write what the classes have, each name beside its twin."""
    kinds = {face: kind for name in about.split(", ") for face, kind in _kinds(name).items()}
    listed = {face: members(face, kind) for face, kind in kinds.items()}
    rows: list[list[str]] = []
    for names in _rows(listed):
        docs = [listed[face][name] for face, name in names.items() if name]
        request = next((f"`{match[1]}`" for doc in docs if (match := _REQUEST.search(doc))), "")
        rows.append([*(f"`{name}`" if name else "" for name in names.values()), _told(names, listed), request])
    head = [*(f"{_COLORS[face]} `{kind.__name__}`" for face, kind in kinds.items()), "", "Request"]
    width = len(head) if any(row[-1] for row in rows) else len(head) - 1
    for row in (head, ["---"] * len(head), *rows):
        yield f"| {' | '.join(row[:width])} |"


def _kinds(name: str) -> dict[ModuleType, type]:
    """Give the class of each face that has one of this name."""
    module, _, kind = name.rpartition(".")
    found: dict[ModuleType, type] = {}
    for face in _COLORS:
        with contextlib.suppress(ImportError, AttributeError):
            found[face] = getattr(import_module(f"{face.__name__}.{module}") if module else face, kind)
    if not found:
        raise AssertionError(f"no face has {name}")
    return found


def _rows(listed: Mapping[ModuleType, Mapping[str, str]]) -> list[dict[ModuleType, str]]:
    """Give the names of each row by face, empty where one has none."""
    ours, theirs = listed.get(dockwright.aio, {}), listed.get(dockwright.sync, {})
    twins = {name: twin for name in ours if (twin := _twin(name, ours, theirs))}
    pairs = [(name, twins.get(name, "")) for name in ours]
    pairs += [("", name) for name in theirs if name not in twins.values()]
    faces = (dockwright.aio, dockwright.sync)
    rows = [dict(zip(faces, pair, strict=True)) for pair in sorted(pairs, key=lambda pair: pair[0] or pair[1])]
    return [{face: row[face] for face in listed} for row in rows]


def _twin(name: str, ours: Mapping[str, str], theirs: Mapping[str, str]) -> str:
    if name in theirs:
        return name
    twin = TWINS.get(name, "")
    return twin if twin in theirs and twin not in ours else ""


def _told(names: Mapping[ModuleType, str], listed: Mapping[ModuleType, Mapping[str, str]]) -> str:
    """Give the sentences of a row: one, or one for each face where they say different things."""
    said = [_sentence(listed[face][name]) for face, name in names.items() if name]
    return said[0] if len(set(said)) == 1 else f"{said[0]}<br>*In sync:* {said[1]}"


def _sentence(doc: str) -> str:
    first = _REQUEST.sub("", doc.partition("\n\n")[0]).replace("\n", " ").strip()
    return _ROLE.sub(r"`\1`", first).replace("``", "`").replace("|", "\\|").removesuffix(" .")


def _read(about: str) -> dict[str, Any]:
    return tomllib.loads((ROOT / "docs/migration" / about).read_text())


def _differences(about: str) -> Iterator[str]:
    yield "| Where | Why |"
    yield "|---|---|"
    for each in _read(about)["difference"]:
        yield f"| {'<br>'.join(f'`{place}`' for place in each['at'])} | {' '.join(each['reason'].split())} |"


def _faults(about: str) -> Iterator[str]:
    yield "| | There | Here |"
    yield "|---|---|---|"
    for each in _read(about)["fault"]:
        yield f"| {each['number']} | {each['there']} | {each['here']} |"
