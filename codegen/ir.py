"""What templates render: operations with every name, annotation and expression decided.

Nothing here depends on how the description writes things down; nothing in the templates decides anything.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

Kind: TypeAlias = Literal["Operation", "JSONStream", "LogStream", "ByteStream", "Upgrade"]
"""The classes of ``dockwright_api.operation``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """One argument of a generated function."""

    name: str
    wire: str
    """The Engine's name; empty for a body."""
    place: Literal["path", "query", "header", "body"]
    annotation: str
    sync_annotation: str
    """The annotation in blocking code, which takes no asynchronous iterables."""
    required: bool
    default: str
    """What stands for it when it is left out, as Python writes it; ``None`` sends nothing."""
    positional: bool
    encoded: str
    """The expression that gives what is sent: ``limit``, ``encode.filters(filters)``."""

    def declaration(self, *, blocking: bool) -> str:
        annotation = self.sync_annotation if blocking else self.annotation
        return f"{self.name}: {annotation}" + ("" if self.required else f" = {self.default}")

    @property
    def forwarded(self) -> str:
        """How a method passes it on to the function of the same signature."""
        return self.name if self.positional else f"{self.name}={self.name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One way in which an operation is answered."""

    kind: Kind
    model: str
    """The type of the reply (of one document) over ``models``; ``None`` when there is none."""
    shape: str
    """The same over ``shapes``."""
    reply: str
    """What ``dockwright_api.reply`` evaluates; empty when there is nothing to validate."""
    framing: str
    timing: str

    @property
    def annotation(self) -> str:
        if self.kind in ("Operation", "JSONStream"):
            return f"{self.kind}[{self.model}, {self.shape}]"
        return self.kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """One operation as a function."""

    id: str
    module: str
    function: str
    method: str
    path: str
    template: str
    """The path with the name of every argument in braces."""
    arguments: tuple[Argument, ...]
    """In the order of the signature."""
    call: Call
    single: Call | None
    """How it is answered when ``single_when`` holds; None when it is always answered in one way."""
    single_when: tuple[str, bool] | None
    """The argument and its value under which there is a single document."""
    content_type: str
    grace: str
    """The argument that holds the seconds which the engine itself waits; empty when there is none."""
    docstring: str

    def arguments_in(self, place: str) -> tuple[Argument, ...]:
        return tuple(argument for argument in self.arguments if argument.place == place)

    def signatures(self, *, blocking: bool = False) -> list[tuple[str, tuple[Call, ...]]]:
        """Parameter lists, and how each is answered: one, or several overloads, of which the last covers all."""
        general = self._parameters({}, blocking)
        if self.single is None or self.single_when is None:
            return [(general, (self.call,))]
        name, value = self.single_when
        single = self._parameters({name: f"{name}: Literal[{value}]"}, blocking)
        stream = self._parameters({name: f"{name}: Literal[{not value}] | None = None"}, blocking)
        return [(single, (self.single,)), (stream, (self.call,)), (general, (self.single, self.call))]

    @property
    def forwarded(self) -> str:
        """The arguments of a call of this function with its own arguments."""
        return ", ".join(argument.forwarded for argument in self.arguments)

    def _parameters(self, instead: Mapping[str, str], blocking: bool) -> str:
        positional = [each for each in self.arguments if each.positional]
        by_keyword = [each for each in self.arguments if not each.positional]
        written = [each.declaration(blocking=blocking) for each in positional]
        written += ["*"] if by_keyword else []
        written += [instead.get(each.name) or each.declaration(blocking=blocking) for each in by_keyword]
        return ", ".join(written)


@dataclass(frozen=True, slots=True, kw_only=True)
class Module:
    """The operations of one noun."""

    name: str
    class_name: str
    endpoints: tuple[Endpoint, ...]
