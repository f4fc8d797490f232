"""Python's names for what the wire names: functions, arguments and attributes; by rule, or as the overlay says."""

from collections.abc import Iterable, Mapping

from codegen.casing import identifier
from codegen.errors import SpecError
from codegen.overlay import Names

MODULES = {
    "container": "containers",
    "exec": "execs",
    "image": "images",
    "network": "networks",
    "volume": "volumes",
    "swarm": "swarm",
    "node": "nodes",
    "service": "services",
    "task": "tasks",
    "secret": "secrets",
    "config": "configs",
    "plugin": "plugins",
    "system": "system",
    "distribution": "distribution",
    "session": "session",
}
"""Noun of an operation -> module of its function, in the order that everything is written in."""

_FILE = "spec/overlay/names.yaml"


class Naming:
    """Gives Python's names, and remembers which entries of the overlay were of use."""

    def __init__(self, names: Names) -> None:
        self._chosen = {
            "operations": names.operations,
            "arguments": names.arguments,
            "attributes": names.attributes,
        }
        self._unused = {(section, name) for section, chosen in self._chosen.items() for name in chosen}
        self._functions: dict[str, str] = {}

    def function(self, operation: str, noun: str) -> tuple[str, str]:
        """Give module and function of an operation: ``ContainerList`` is ``containers`` and ``list``."""
        rule = f"{MODULES[noun]}.{identifier(operation.removeprefix(noun.capitalize()))}"
        name = self._name("operations", operation, operation, rule)
        module, _, function = name.partition(".")
        if module not in MODULES.values() or not function.isidentifier():
            raise SpecError(
                f"{operation} would be the function {name!r}; write under operations in {_FILE}: "
                f"{operation}: <module>.<function>, with a module of {', '.join(MODULES.values())}"
            )
        if name in self._functions:
            raise SpecError(
                f"{operation} and {self._functions[name]} would both be the function {name}; write under operations in "
                f"{_FILE}: {operation}: {module}.<another function>"
            )
        self._functions[name] = operation
        return module, function

    def argument(self, operation: str, wire: str) -> str:
        """Give the Python name of a parameter."""
        return self._name("arguments", f"{operation}.{wire}", wire, identifier(wire))

    def attributes(self, schema: str, properties: Iterable[str]) -> dict[str, str]:
        """Give the Python names of the properties of one schema."""
        names: dict[str, str] = {}
        owners: dict[str, str] = {}
        for wire in properties:
            name = self._name("attributes", f"{schema}.{wire}", wire, identifier(wire))
            if name in owners:
                raise SpecError(
                    f"{schema}: the properties {owners[name]} and {wire} would both be the attribute {name}; "
                    f"write under attributes in {_FILE}: {schema}.{wire}: <another name>"
                )
            if not name.isidentifier():
                raise SpecError(
                    f"{schema}: {wire!r} would be the attribute {name!r}; write under attributes in {_FILE}: "
                    f"{schema}.{wire}: <a name for it>"
                )
            owners[name] = wire
            names[wire] = name
        return names

    def finish(self) -> None:
        """Check that every entry of the overlay was of use."""
        for section, name in sorted(self._unused):
            raise SpecError(f"{_FILE}: {section}: there is no {name}, or it is named so by the rule; remove the entry")

    def _name(self, section: str, place: str, wire: str, rule: str) -> str:
        chosen: Mapping[str, str] = self._chosen[section]
        key = place if place in chosen else wire
        name = chosen.get(key, rule)
        if name != rule:
            self._unused.discard((section, key))
        return name
