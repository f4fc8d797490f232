"""Every public name of the newest docker-py is here too, with its parameters, their order, kinds and defaults.

What differs on purpose stands in ``docs/migration/docker-py.toml`` with its reason; an entry there that no longer
differs fails as well.
"""

import json
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from .docker_py_surface import EITHER, KEYWORD, UNSET
from .peers import run_peer

SCRIPT = Path(__file__).with_name("docker_py_surface.py")
TABLE = Path(__file__).parents[2] / "docs/migration/docker-py.toml"
Surface = dict[str, dict[str, Any]]
pytestmark = pytest.mark.timeout(240)


@cache
def theirs() -> Surface:
    """Read the surface of docker-py."""
    return json.loads(run_peer("docker", [str(SCRIPT), "docker"]))  # type: ignore[no-any-return]  # a dump of our own


@cache
def ours() -> Surface:
    """Read the surface of dockwright.sync."""
    program = [sys.executable, str(SCRIPT), "dockwright.sync"]
    done = subprocess.run(program, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)  # type: ignore[no-any-return]  # a dump of our own


def allowed() -> dict[str, str]:
    """Give every difference that is meant, with its reason."""
    table = tomllib.loads(TABLE.read_text())
    listed = [(place, entry["reason"]) for entry in table["difference"] for place in entry["at"]]
    assert len(dict(listed)) == len(listed), "a difference is listed twice"
    return dict(listed)


def differences(theirs: Surface, ours: Surface) -> Iterator[str]:
    """Name what a program for docker-py would stumble over."""
    for place, there in theirs.items():
        owner = place.rpartition(".")[0]
        here = ours.get(place)
        if here is None:
            # What belongs to something that is absent as a whole goes without saying.
            if owner not in theirs or owner in ours:
                yield f"{place}: missing"
        elif {there["kind"], here["kind"]} in (
            {"attribute", "callable"},
            {"attribute", "class"},
            {"value", "callable"},
        ):
            yield f"{place}: is {here['kind']}, not {there['kind']}"
        elif there["kind"] == "value" and there["value"] != here.get("value"):
            yield f"{place}: value"
        elif there["kind"] == "callable" and here["kind"] == "callable":
            yield from _of_parameters(place, there["parameters"], here["parameters"])


def _of_parameters(place: str, theirs: list[list[str]], ours: list[list[str]]) -> Iterator[str]:
    here = {name: (index, kind, default) for index, (name, kind, default) in enumerate(ours)}
    for index, (name, kind, default) in enumerate(theirs):
        if name not in here:
            yield f"{place}({name}): missing"
            continue
        at, our_kind, our_default = here[name]
        if kind != KEYWORD and (our_kind != EITHER or at != index):
            yield f"{place}({name}): position"
        if not _same_default(default, our_default):
            yield f"{place}({name}): default"
    known = {name for name, *_ in theirs}
    for name, kind, default in ours:
        if name not in known and (kind != KEYWORD or not default):
            yield f"{place}({name}): new, and not keyword-only and optional"


def _same_default(theirs: str, ours: str) -> bool:
    if not theirs:
        return True
    if UNSET in (theirs, ours):
        # Nobody can tell what an absent keyword of **options means, but that it need not be given.
        return bool(ours) and (theirs, ours) not in ((UNSET, ""),)
    return theirs == ours


def test_every_name_of_docker_py_is_here() -> None:
    found = set(differences(theirs(), ours()))
    unlisted = sorted(found - allowed().keys())
    assert unlisted == [], "\n".join(["differs from docker-py without a reason:", *unlisted])


def test_every_listed_difference_is_one() -> None:
    stale = sorted(allowed().keys() - set(differences(theirs(), ours())))
    assert stale == [], "\n".join(["listed as a difference, and none:", *stale])


def test_every_difference_has_a_reason() -> None:
    assert [place for place, reason in allowed().items() if len(reason.split()) < 4] == []


def test_the_comparison_sees_every_kind_of_difference() -> None:
    there: Surface = {
        "a.C": {"kind": "class"},
        "a.C.gone": {"kind": "callable", "parameters": []},
        "a.C.run": {
            "kind": "callable",
            "parameters": [["x", EITHER, ""], ["y", EITHER, "None"], ["z", KEYWORD, "1"], ["w", KEYWORD, UNSET]],
        },
        "a.C.name": {"kind": "attribute"},
        "a.LIMIT": {"kind": "value", "value": "1"},
        "a.Absent": {"kind": "class"},
        "a.Absent.method": {"kind": "callable", "parameters": []},
    }
    here: Surface = {
        "a.C": {"kind": "class"},
        "a.C.run": {
            "kind": "callable",
            "parameters": [["y", EITHER, "None"], ["x", KEYWORD, ""], ["z", KEYWORD, "2"], ["more", EITHER, "None"]],
        },
        "a.C.name": {"kind": "callable", "parameters": []},
        "a.LIMIT": {"kind": "value", "value": "2"},
    }
    assert list(differences(there, here)) == [
        "a.C.gone: missing",
        "a.C.run(x): position",
        "a.C.run(y): position",
        "a.C.run(z): default",
        "a.C.run(w): missing",
        "a.C.run(more): new, and not keyword-only and optional",
        "a.C.name: is callable, not attribute",
        "a.LIMIT: value",
        "a.Absent: missing",
    ]
    assert list(differences(there, there)) == []
