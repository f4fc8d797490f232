"""How the reply of an operation arrives: from ``spec/overlay/streams.yaml``, or plainly."""

from collections.abc import Mapping
from typing import Any, TypedDict, TypeVar

from codegen.assets.operation import Framing, Timing
from codegen.errors import SpecError

_PLAIN_MEDIA = {"application/json", "text/plain"}
_STREAMS = "spec/overlay/streams.yaml"

T = TypeVar("T", Framing, Timing)


class Arrival(TypedDict):
    """The arguments of ``codegen.description.Operation`` that tell how a reply arrives."""

    framing: Framing
    timing: Timing
    item: dict[str, Any] | None
    one_document_when: Mapping[str, bool]
    grace: str | None


def of(name: str, facts: Mapping[str, Any], told: Mapping[str, Any]) -> Arrival:
    """Put together what is told about an operation and what follows from its facts.

    Raises ``SpecError`` when what is told follows from the facts anyway, or does not fit together, and when the facts
    hint at something that is not plain.
    """
    plain = _plain(name, facts, told)
    framing = _value(Framing, told, "framing", name) or plain
    timing = _value(Timing, told, "timing", name) or Timing.UNARY
    if "framing" in told and framing is plain:
        raise SpecError(f"{_STREAMS}: {name}: its framing is {plain.value} without this; remove it")
    if "timing" in told and timing is Timing.UNARY:
        raise SpecError(f"{_STREAMS}: {name}: its timing is {timing.value} without this; remove it")
    if ("item" in told) != (framing is Framing.JSON_STREAM):
        raise SpecError(f"{_STREAMS}: {name}: an item is told for framing json-stream, and for no other")
    return Arrival(
        framing=framing,
        timing=timing,
        item=told.get("item"),
        one_document_when=told.get("one_document_when", {}),
        grace=told.get("grace"),
    )


def _plain(name: str, facts: Mapping[str, Any], told: Mapping[str, Any]) -> Framing:
    replies = facts["replies"]
    if "framing" not in told:
        for status, reply in replies.items():
            odd = [media for media in reply.get("media", ()) if media not in _PLAIN_MEDIA]
            if status == 101 or odd or reply.get("schema", {}).get("format") == "binary":
                raise SpecError(f"{name}: its reply {status} is not plain; tell its framing in {_STREAMS}")
    return Framing.JSON if any("schema" in reply for reply in replies.values()) else Framing.EMPTY


def _value(kind: type[T], told: Mapping[str, Any], key: str, name: str) -> T | None:
    if key not in told:
        return None
    try:
        return kind(told[key])
    except ValueError:
        known = ", ".join(each.value for each in kind)
        raise SpecError(f"{_STREAMS}: {name}: {key} {told[key]!r} is none of {known}") from None
