"""What the overlay corrects: facts in published files, facts in ``spec/api``, and versions.

Every entry is ``{at, old, new, reason, evidence}``. ``at`` is the way to a place, with slashes, or a list of ways;
``old`` is what must stand there now (null: nothing), ``new`` what shall. An entry that expects something else is an
error: somebody has to look at it again.

``fixes.yaml``     ``published``: accidents in the published files of the versions ``from`` .. ``until`` (left out: the
                   newest has it too), corrected before these files are merged. A way starts with ``definitions/<name>``
                   or ``operations/<operationId>``; parameters go by their names; sentences are left out.
                   ``fixes``: what is wrong in ``spec/api``, whose files the ways go through. Versions are left out and
                   stay as they are. ``always_sent: true`` at a parameter with a default is ours: engines fail without
                   it.
``versions.yaml``  ``versions``: ``old`` and ``new`` are ``since`` and ``until`` as imported and as they are in truth.
                   A way to a schema means all of its properties that have the old ones.
"""

from collections.abc import Callable, Iterator, Mapping, MutableMapping
from copy import deepcopy
from pathlib import Path
from typing import Any

from codegen import overlay, versions
from codegen.errors import SpecError
from codegen.nodes import is_list, is_mapping

_KEYS = {"at", "old", "new", "reason", "evidence"}
_API = "spec/api"


def correct(facts: dict[str, Any], spec_dir: Path) -> None:
    """Apply ``fixes`` to ``facts``, which are changed in place."""
    path = spec_dir / "overlay" / "fixes.yaml"
    for at, entry in _by_way(overlay.entries(path, "fixes", _KEYS, beside="published")):
        _Place(facts, at, f"{path}: {at}", _API).correct(entry, versions.bare, versions.kept)


def correct_versions(facts: dict[str, Any], spec_dir: Path) -> None:
    """Apply ``versions`` to ``facts``, in which every operation, parameter and property bears its versions."""
    path = spec_dir / "overlay" / "versions.yaml"
    for at, entry in _by_way(overlay.entries(path, "versions", _KEYS)):
        where = f"{path}: {at}"
        bearing = list(_bearing(_Place(facts, at, where, _API).node()))
        if not bearing:
            raise SpecError(f"{where}: nothing there has versions; correct the way")
        known = [versions.told(entry["old"], node) for node in bearing]
        found = [node for node, old in zip(bearing, known, strict=True) if old.items() <= node.items()]
        if not found:
            current = {key: bearing[0][key] for key in known[0]}
            raise SpecError(f"{where}: expected {known[0]!r}, but {_API} has {current!r}; look at it again")
        for node in found:
            node.update(versions.told(entry["new"], node))


class Published:
    """Corrects accidents in published files, before anything is read from them."""

    def __init__(self, spec_dir: Path) -> None:
        self._path = spec_dir / "overlay" / "fixes.yaml"
        found = overlay.entries(self._path, "published", _KEYS | {"from"}, frozenset({"until"}), beside="fixes")
        self._entries = list(_by_way(found))
        self._unused = {at: entry["from"] for at, entry in self._entries}

    def correct(self, document: Mapping[str, Any], version: str, bare: Callable[[Any], Any]) -> None:
        """Correct the file of one version in place; ``bare`` gives a piece of it without its sentences."""
        operations = {node["operationId"]: node for methods in document["paths"].values() for node in methods.values()}
        view = {"definitions": document["definitions"], "operations": operations}
        for at, entry in self._entries:
            if versions.within(version, entry["from"], entry.get("until")):
                self._unused.pop(at, None)
                _Place(view, at, f"{self._path}: {at}", f"v{version}.yaml").correct(entry, bare)

    def finish(self) -> None:
        """Check that every entry was for a version that was read."""
        for at, first in self._unused.items():
            raise SpecError(f"{self._path}: {at}: no file of version {first} or after it was read; remove the entry")


class _Place:
    """A place in nested mappings and lists; an entry at ``where`` is about it."""

    def __init__(self, root: Mapping[str, Any], at: str, where: str, source: str) -> None:
        self._where = where
        self._source = source
        *way, self._last = at.split("/")
        self._parent: Any = root
        for step in way:
            key = _key(self._parent, step)
            if key is None:
                raise SpecError(f"{where}: there is no {step!r} in {source}; remove the entry, or correct its way")
            self._parent = self._parent[key]
        self._known_key = _key(self._parent, self._last)

    def node(self) -> Any:
        """Give what stands there, or None."""
        return None if self._known_key is None else self._parent[self._known_key]

    def correct(
        self,
        entry: Mapping[str, Any],
        bare: Callable[[Any], Any],
        renewed: Callable[[Any, Any], Any] = lambda new, current: new,
    ) -> None:
        """Put ``new`` where ``old`` stands, both compared as ``bare`` gives them."""
        if self._known_key is None and not is_mapping(self._parent):
            raise SpecError(f"{self._where}: nothing named {self._last!r} can stand there; correct the way")
        node = self.node()
        current = bare(node)
        if current == entry["new"]:
            raise SpecError(f"{self._where}: {self._source} says so by now; remove the entry")
        if current != entry["old"]:
            raise SpecError(
                f"{self._where}: expected {entry['old']!r}, but {self._source} has {current!r}; look at it again"
            )
        self._put(None if entry["new"] is None else renewed(deepcopy(entry["new"]), node))

    def _put(self, value: Any) -> None:
        """Replace what stands there; None takes it away."""
        if value is None:
            del self._parent[self._known_key]
        else:
            key = _new_key(self._parent, self._last) if self._known_key is None else self._known_key
            self._parent[key] = value


def _by_way(entries: Iterator[dict[str, Any]]) -> Iterator[tuple[str, dict[str, Any]]]:
    for entry in entries:
        for at in [entry["at"]] if isinstance(entry["at"], str) else entry["at"]:
            yield at, entry


def _bearing(node: Any) -> Iterator[MutableMapping[str, Any]]:
    """Give what bears versions: the properties of a schema, or the node itself."""
    own = versions.own_properties(node) if is_mapping(node) else {}
    for each in own.values() if own else [node]:
        if isinstance(each, dict) and "since" in each:
            yield each


def _key(parent: Any, step: str) -> Any:
    """Give the key or index in ``parent`` that ``step`` writes, or None; what has a name in a list goes by it too."""
    if is_list(parent):
        if step.isdigit():
            return int(step) if int(step) < len(parent) else None
        names = [each.get("name") if is_mapping(each) else None for each in parent]
        return names.index(step) if step in names else None
    if is_mapping(parent):
        return next((key for key in parent if str(key) == step), None)
    return None


def _new_key(parent: Mapping[Any, Any], step: str) -> Any:
    """Write a new key as its neighbours are written: statuses are numbers."""
    return int(step) if step.isdigit() and any(isinstance(key, int) for key in parent) else step
