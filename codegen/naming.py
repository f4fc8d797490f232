"""Names for the objects that the published files leave without one.

An object inside another one is named after both: ``HostConfig`` and its property ``LogConfig`` give
``HostConfigLogConfig``. Where that reads badly, or is taken, ``spec/overlay/names.yaml`` names the *place*: the dotted
way from a published name, with ``[]`` for the items of a list, ``{}`` for the values of a map, and ``body`` or a status
behind the name of an operation. A name is given once, and none ends in a number: which of two equal names would get
the number depends on the order of things, so it would change with them.
"""

from collections.abc import Iterable, Mapping

from codegen.errors import SpecError

NAMES_FILE = "spec/overlay/names.yaml"


class SchemaNames:
    """Gives every object its name, and sees to it that each is given once."""

    def __init__(self, chosen: Mapping[str, str]) -> None:
        """``chosen`` maps places to the names that the overlay wants for them."""
        self._chosen = chosen
        self._unused = set(chosen)
        self._places: dict[str, str] = {}

    def start_over(self) -> None:
        """Forget which names were given, for the file of another version; which choices were of use is kept."""
        self._places.clear()

    def reserve(self, published: Iterable[str]) -> dict[str, str]:
        """Claim the published names before any other; gives the final name of each."""
        return {name: self.claim(name, name) for name in published}

    def claim(self, place: str, default: str) -> str:
        """Name the object at ``place``: as the overlay says, ``default`` otherwise.

        Raises ``SpecError`` when the name is taken, when it ends in a number, and when the overlay repeats the default.
        """
        name = self._chosen.get(place, default)
        self._unused.discard(place)
        if place in self._chosen and name == default:
            raise SpecError(f"{NAMES_FILE}: schemas: {place!r} is named {name} without this entry; remove it")
        if name in self._places:
            raise SpecError(
                f"{place} and {self._places[name]} would both be named {name}; "
                f'write under schemas in {NAMES_FILE}: "{place}": <a name for it>'
            )
        if name[-1:].isdigit():
            raise SpecError(
                f"{place} would be named {name}, with a number at its end; "
                f'write under schemas in {NAMES_FILE}: "{place}": <a name for it>'
            )
        self._places[name] = place
        return name

    def finish(self) -> None:
        """Check that every name of the overlay was used."""
        for place in sorted(self._unused):
            raise SpecError(f"{NAMES_FILE}: schemas: there is no object without a name at {place!r}; remove the entry")
