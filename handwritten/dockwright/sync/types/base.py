"""What the types have in common: they are dicts of the Engine's own JSON, whose entries can be read as attributes.

Only what was given stands in them; docker-py sends null for the rest. What may be given is decided by
``dockwright.options``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

if TYPE_CHECKING:
    from typing import Self

T = TypeVar("T")


class DictType(dict[str, Any]):
    """A dict made of a mapping."""

    def __init__(self, init: Mapping[str, Any]) -> None:
        super().__init__(init)


class Entry(Generic[T]):
    """An entry of a dict as an attribute; None where there is none, and None removes it."""

    def __init__(self, key: str, read: Callable[[str, Any], T]) -> None:
        self._key = key
        self._read = read
        self._name = key

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = f"{owner.__name__}.{name}"

    @overload
    def __get__(self, instance: None, owner: type) -> Self: ...
    @overload
    def __get__(self, instance: dict[str, Any], owner: type) -> T | None: ...

    def __get__(self, instance: dict[str, Any] | None, owner: type) -> Self | T | None:
        return self if instance is None else instance.get(self._key)

    def __set__(self, instance: dict[str, Any], value: Any) -> None:
        if value is None:
            instance.pop(self._key, None)
        else:
            instance[self._key] = self._read(self._name, value)


def given(**fields: Any) -> dict[str, Any]:
    """Leave out what is None."""
    return {name: value for name, value in fields.items() if value is not None}
