"""Names that the generator makes itself.

Names of operations, arguments and attributes come with the description; what is left are the names of modules and
of request shapes. No name is ever made unique by a number: a clash is an error that says which line of the overlay
settles it.
"""

import builtins
import keyword
import re
from collections.abc import Iterable

from codegen.casing import class_name, snake_case
from codegen.errors import SpecError
from codegen.pythonic import MODULES

# Names that generated modules import; a schema of the same name would hide them.
_RESERVED = frozenset({"Annotated", "Any", "Field", "Literal", "Model", "TypedDict"})


def noun_module(noun: str) -> str:
    """Name the module of a noun, as the description does; what several nouns share has one too."""
    return MODULES.get(noun, noun)


def noun_class(module: str) -> str:
    """Name the class that holds the operations of a module: ``containers`` gives ``Containers``."""
    return class_name(module)


def module_names(classes: Iterable[str]) -> dict[str, str]:
    """Give every class the name of its module.

    Raises ``SpecError`` when two classes would share a module, or a class has a name that modules cannot have.
    """
    modules: dict[str, str] = {}
    owners: dict[str, str] = {}
    for name in classes:
        check_class_name(name)
        module = snake_case(name)
        if module in owners:
            raise SpecError(f"schemas {owners[module]} and {name} both want the module {module!r}; {_rename(name)}")
        if keyword.iskeyword(module):
            raise SpecError(f"schema {name} would have the keyword {module!r} as its module; {_rename(name)}")
        owners[module] = name
        modules[name] = module
    return modules


def check_class_name(name: str) -> None:
    """Raise ``SpecError`` when a schema's name is not that of a class, or hides what generated modules use."""
    if not re.fullmatch(r"[A-Z][A-Za-z0-9]*", name):
        raise SpecError(f"schema {name!r} does not have the name of a class; {_rename(name)}")
    if name in _RESERVED or hasattr(builtins, name):
        raise SpecError(f"schema {name} has a name that Python or the generated modules use; {_rename(name)}")


def check_class_names(wanted: Iterable[str], made: Iterable[str]) -> None:
    """Raise ``SpecError`` when the classes that came out are not those that the description names."""
    wanted, made = set(wanted), set(made)
    if extra := sorted(made - wanted):
        raise SpecError(
            f"the generator would invent the name {extra[0]}, for an inline schema or in a clash; "
            f"{_rename(extra[0].rstrip('0123456789'))}"
        )
    if missing := sorted(wanted - made):
        raise SpecError(f"no class comes out for schema {missing[0]}; {_rename(missing[0])}")


def request_shape_names(request_schemas: Iterable[str], reply_schemas: Iterable[str]) -> dict[str, str]:
    """Name the request shape of every schema that requests reach.

    A schema that only requests use keeps its name; one that replies use too becomes ``<Name>Param``.
    """
    request_schemas = list(request_schemas)
    replies = set(reply_schemas)
    taken = replies | set(request_schemas)
    names: dict[str, str] = {}
    for schema in request_schemas:
        if schema not in replies:
            names[schema] = schema
            continue
        name = f"{schema}Param"
        if name in taken:
            raise SpecError(f"the request shape of {schema} wants the name of schema {name}; {_rename(name)}")
        names[schema] = name
    return names


def _rename(schema: str) -> str:
    return f"write in spec/overlay/names.yaml, under schemas: <place of {schema} in the published file>: <another name>"
