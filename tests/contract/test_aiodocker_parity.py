"""Programs for aiodocker find everything under its name: compared with the newest aiodocker from PyPI.

Every public module, class, method and function, its parameters with their order, kinds and defaults. Ours may take more
by keyword. What differs on purpose is in ``docs/migration/aiodocker.toml``, with a reason each; the migration guide
prints that table, and an entry that is no longer true fails here.
"""

import inspect
import json
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.contract import aiodocker_surface
from tests.contract.aiodocker_surface import Described, describe, function_surface, member_surface, module_of
from tests.contract.peers import run_peer

OURS = "dockwright.aio"
TABLE = Path(__file__).parents[2] / "docs/migration/aiodocker.toml"

Differences = set[tuple[str, str]]


def differences(theirs: Mapping[str, Mapping[str, Described] | None], package: str) -> Differences:
    """Say what of theirs cannot be used in the same way in a package of ours: the dotted name, and how it differs."""
    found: Differences = set()
    for module_name, names in theirs.items():
        if names is None:
            continue
        module = module_of(package, module_name)
        if module is None:
            found.add((module_name, "is gone"))
            continue
        for name, their in names.items():
            full = name if module_name == "." else f"{module_name}.{name}"
            found |= of_thing(full, their, getattr(module, name, None))
    return found


def of_thing(name: str, their: Described, value: Any) -> Differences:
    """Compare a function, a class with all its members, or another value."""
    if value is None:
        return {(name, "is gone")}
    our = describe(value)
    found = of_kind(name, their, our)
    if found or "members" not in their:
        return found
    if their["made"] is not None:
        made = our["made"] or function_surface(lambda: None)
        found |= {(f"{name}()", how) for how in of_parameters(their["made"], made)}
    for member, what in their["members"].items():
        mine = inspect.getattr_static(value, member, None)
        if mine is not None:
            found |= of_kind(f"{name}.{member}", what, member_surface(mine))
        elif member not in our["members"]:
            found.add((f"{name}.{member}", "is gone"))
    return found


def of_kind(name: str, their: Described, our: Described) -> Differences:
    """Compare what two things are, and of functions how they are called."""
    if their["kind"] != our["kind"]:
        return {(name, f"is of the kind {our['kind']}, not {their['kind']}")}
    if their["kind"] != "function":
        return set()
    found = {(name, how) for how in of_parameters(their, our)}
    if their["coroutine"] != our["coroutine"]:
        found.add((name, "is a coroutine function" if our["coroutine"] else "is no coroutine function"))
    return found


def of_parameters(their: Described, our: Described) -> list[str]:
    """Compare two lists of parameters."""
    theirs: list[dict[str, Any]] = their["parameters"]
    rest: dict[str, dict[str, Any]] = {each["name"]: each for each in our["parameters"]}
    found: list[str] = []
    for each in theirs:
        stars = each["kind"] if each["kind"] in ("*", "**") else ""
        # What collects arguments may have any name.
        name = next((key for key, mine in rest.items() if mine["kind"] == stars), "") if stars else each["name"]
        mine = rest.pop(name, None)
        if mine is None:
            found.append(f"has no {stars}{each['name']}")
        elif mine["kind"] != each["kind"]:
            found.append(f"{name} is {mine['kind']}, not {each['kind']}")
        elif mine["default"] != each["default"]:
            found.append(f"{name} is {shown(mine)} by default, not {shown(each)}")
    for name, mine in rest.items():
        if mine["kind"] == "positional":
            found.append(f"{name} is new and positional")
        elif mine["kind"] == "keyword only" and mine["default"] is None:
            found.append(f"{name} is new and required")
    kept = [each["name"] for each in our["parameters"] if each["name"] not in rest and each["kind"] == "positional"]
    order = [each["name"] for each in theirs if each["name"] in kept]
    if kept != order:
        found.append(f"takes {', '.join(kept)} in this order")
    return found


def shown(parameter: Mapping[str, Any]) -> str:
    return "required" if parameter["default"] is None else str(parameter["default"])


def allowed() -> dict[str, str]:
    """Read the table: what differs on purpose, and why."""
    entries: list[dict[str, Any]] = tomllib.loads(TABLE.read_text())["difference"]
    return {place: entry["reason"] for entry in entries for place in entry["at"]}


@pytest.fixture(scope="session")
def aiodocker() -> dict[str, dict[str, Described] | None]:
    """What the newest aiodocker offers."""
    described: dict[str, dict[str, Described] | None] = json.loads(
        run_peer("aiodocker", [str(Path(aiodocker_surface.__file__)), "aiodocker"])
    )
    return described


def test_everything_of_aiodocker_is_here(aiodocker: dict[str, dict[str, Described] | None]) -> None:
    found = {f"{name} {how}" for name, how in differences(aiodocker, OURS)}
    unlisted = sorted(found - set(allowed()))
    assert not unlisted, "\n".join([f"differs, and {TABLE.name} gives no reason:", *unlisted])
    stale = sorted(set(allowed()) - found)
    assert not stale, "\n".join([f"does not differ, though {TABLE.name} says so:", *stale])


def test_no_module_of_aiodocker_is_overlooked(aiodocker: dict[str, dict[str, Described] | None]) -> None:
    assert [name for name, names in aiodocker.items() if names is None] == []
    listed = run_peer(
        "aiodocker",
        ["-c", "import aiodocker, pkgutil; print(*(m.name for m in pkgutil.iter_modules(aiodocker.__path__)))"],
    )
    public = {name for name in listed.split() if not name.startswith("_")}
    assert public == set(aiodocker_surface.MODULES) - {"."}


def test_every_difference_has_a_reason() -> None:
    assert all(len(reason.split()) >= 4 for reason in allowed().values())


# One of a kind for each way to differ; the names are those of functions of ours in the place of theirs.
def _two(first: int, second: int = 2, *, third: int = 3) -> None: ...
def _fewer(first: int, second: int = 2) -> None: ...
def _more(first: int, second: int = 2, *, third: int = 3, fourth: int = 4) -> None: ...
def _needs(first: int, second: int = 2, *, third: int = 3, fourth: int) -> None: ...
def _positional(first: int, second: int = 2, fourth: int = 4, *, third: int = 3) -> None: ...
def _swapped(second: int, first: int = 2, *, third: int = 3) -> None: ...
def _keyword(first: int, *, second: int = 2, third: int = 3) -> None: ...
def _default(first: int, second: int = 2, *, third: int | None = None) -> None: ...
async def _coroutine(first: int, second: int = 2, *, third: int = 3) -> None: ...
def _collects(first: int, second: int = 2, **more: int) -> None: ...


WAYS: list[tuple[Callable[..., Any], Callable[..., Any], set[str]]] = [
    (_two, _two, set()),
    (_two, _more, set()),
    (_two, _fewer, {"has no third"}),
    (_two, _needs, {"fourth is new and required"}),
    (_two, _positional, {"fourth is new and positional"}),
    (
        _two,
        _swapped,
        {
            "takes second, first in this order",
            "first is 2 by default, not required",
            "second is required by default, not 2",
        },
    ),
    (_two, _keyword, {"second is keyword only, not positional"}),
    (_two, _default, {"third is None by default, not 3"}),
    (_two, _coroutine, {"is a coroutine function"}),
    (_coroutine, _two, {"is no coroutine function"}),
    (_collects, _fewer, {"has no **more"}),
    (_collects, _collects, set()),
]


@pytest.mark.parametrize(("theirs", "ours", "expected"), WAYS, ids=lambda value: getattr(value, "__name__", ""))
def test_every_way_to_differ_is_seen(theirs: Callable[..., Any], ours: Callable[..., Any], expected: set[str]) -> None:
    assert of_thing("f", function_surface(theirs), ours) == {("f", how) for how in expected}


def test_what_is_missing_is_seen() -> None:
    class Theirs:
        """Has what ours has not."""

        def __init__(self, docker: object) -> None:
            self.docker = docker

        def gone(self) -> None: ...

        @property
        def value(self) -> int:
            return 1

    class Ours:
        """Has no constructor of the same form, and a method in the place of a property."""

        def value(self) -> int:
            return 1

    found = of_thing("T", describe(Theirs), Ours)
    assert found == {
        ("T()", "has no docker"),
        ("T.docker", "is gone"),
        ("T.gone", "is gone"),
        ("T.value", "is of the kind function, not attribute"),
    }
    assert of_thing("f", function_surface(_two), None) == {("f", "is gone")}
    assert of_thing("f", function_surface(_two), Ours) == {("f", "is of the kind class, not function")}
    assert differences({"nowhere": {}}, OURS) == {("nowhere", "is gone")}
