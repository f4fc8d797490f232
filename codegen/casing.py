"""Names of Python out of names of the wire, by rule alone; what a rule gets wrong is corrected in the overlay."""

import keyword
import re

_PLURAL_ACRONYM = re.compile(r"([A-Z]{2,})s(?![a-z])")
_BEFORE_WORD = re.compile(r"([A-Z]+)([A-Z][a-z])")
_BEFORE_CAPITAL = re.compile(r"([a-z0-9])([A-Z])")
_NO_LETTER = re.compile(r"[^0-9A-Za-z]+")


def snake_case(name: str) -> str:
    """Write a name in snake_case: ``NanoCPUs`` becomes ``nano_cpus``, ``one-shot`` becomes ``one_shot``."""
    name = _PLURAL_ACRONYM.sub(lambda match: match[1].capitalize() + "s", name)
    name = _BEFORE_WORD.sub(r"\1_\2", name)
    name = _BEFORE_CAPITAL.sub(r"\1_\2", name)
    return _NO_LETTER.sub("_", name).strip("_").lower()


def identifier(name: str) -> str:
    """Write a name in snake_case, with an underscore behind it where Python reserves the word."""
    name = snake_case(name)
    return f"{name}_" if keyword.iskeyword(name) else name


def class_name(name: str) -> str:
    """Write a name as part of the name of a class: only its first letter changes, signs that no name has fall out."""
    return "".join(part[:1].upper() + part[1:] for part in _NO_LETTER.split(name))


def singular(name: str) -> str:
    """Name one item of what ``name`` names: ``Ulimits`` gives ``Ulimit``; a name in singular stays."""
    if name.endswith("ies"):
        return name[:-3] + "y"
    if name.endswith("s") and not name.endswith(("ss", "us")):
        return name[:-1]
    return name
