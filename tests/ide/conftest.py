"""One language server for all tests here, and the facts that it is compared with."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from codegen import docs
from codegen.description import Description, Schema, load, own_properties
from tests.ide.server import LanguageServer

SPEC = Path(__file__).parents[2] / "spec"


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LanguageServer]:
    """An editor's language server, in the workspace of a user, who has this project installed."""
    with LanguageServer(tmp_path_factory.mktemp("workspace")) as server:
        yield server


@pytest.fixture(scope="session")
def facts() -> "Facts":
    """What spec/ says."""
    return Facts(load(SPEC), docs.read(SPEC))


class Facts:
    """The description and the sentences about it, by the names that users see."""

    def __init__(self, description: Description, sentences: docs.Docs) -> None:
        self._description = description
        self._sentences = sentences

    def functions(self, module: str) -> set[str]:
        """Give the functions of a module of operations."""
        return {each.function for each in self._description.operations.values() if each.module == module}

    def modules(self) -> set[str]:
        """Give the modules of operations."""
        return {each.module for each in self._description.operations.values()}

    def arguments(self, operation: str) -> set[str]:
        """Give the arguments of an operation."""
        found = self._description.operations[operation]
        return {each.argument for each in found.parameters} | ({"body"} if found.body else set())

    def keys(self, schema: str) -> set[str]:
        """Give the wire's names of the properties of a schema, inherited ones among them."""
        return set(self._properties(schema))

    def attributes(self, schema: str) -> set[str]:
        """Give Python's names of the properties of a schema, inherited ones among them."""
        return set(self._properties(schema).values())

    def values(self, schema: str, key: str) -> set[str]:
        """Give the known values of a property."""
        found: list[str] = own_properties(self._description.schemas[schema])[key]["enum"]
        return set(found)

    def told_of_operation(self, operation: str) -> str:
        """Give the sentences about an operation."""
        return str(self._sentences["operations"][operation]["doc"])

    def told_of_argument(self, operation: str, name: str) -> str:
        """Give the sentences about an argument."""
        return str(self._sentences["operations"][operation]["parameters"][name])

    def told_of_schema(self, schema: str) -> str:
        """Give the sentences about a schema."""
        return str(self._sentences["schemas"][schema]["doc"])

    def told_of_property(self, schema: str, key: str) -> str:
        """Give the sentences about a property."""
        return str(self._sentences["schemas"][schema]["properties"][key])

    def _properties(self, name: str) -> Mapping[str, str]:
        schema: Schema = self._description.schemas[name]
        inherited = [self._properties(part["$ref"]) for part in schema.get("allOf", ()) if "$ref" in part]
        own = self._description.attributes.get(name, {})
        return {key: value for each in (*inherited, own) for key, value in each.items()}
