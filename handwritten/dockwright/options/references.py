"""Names of images as people write them."""

import re
from collections.abc import Sequence
from typing import NamedTuple, cast

from ..errors import InvalidArgument, InvalidType


class Reference(NamedTuple):
    """An image's repository, and the tag or digest that picks one of its images."""

    repository: str
    tag: str

    @property
    def name(self) -> str:
        """The whole name, as an inspection takes it."""
        if not self.tag:
            return self.repository
        return f"{self.repository}{'@' if ':' in self.tag else ':'}{self.tag}"

    @property
    def registry(self) -> str:
        """The host of the registry; empty for Docker Hub."""
        first, slash, _ = self.repository.partition("/")
        is_host = slash and ("." in first or ":" in first or first == "localhost")
        return first if is_host else ""


def parse_reference(name: str, tag: str | None = None, argument: str = "name") -> Reference:
    """Split ``registry:5000/name:tag`` or ``name@sha256:...``; a name that picks no image means ``latest``.

    ``tag`` given apart wins over ``latest``; the empty string stands for all tags. Raises ``InvalidArgument`` for a
    name that says one tag while ``tag`` says another. ``argument`` is what the caller calls the name.
    """
    if not isinstance(name, str):
        raise InvalidType(f"{argument} must be the name of an image, not {type(name).__name__}: {name!r}")
    if not name.strip():
        raise InvalidArgument(f"{argument} must not be empty: give the name of an image")
    repository, at, digest = name.partition("@")
    if at:
        own = digest
        # A tag beside a digest says nothing more: the digest picks the image.
        head, colon, last = repository.rpartition(":")
        repository = head if colon and "/" not in last else repository
    else:
        head, colon, last = name.rpartition(":")
        # A colon before a slash belongs to the port of a registry.
        repository, own = (head, last) if colon and "/" not in last else (name, "")
    if not repository:
        raise InvalidArgument(f"{argument} must be the name of an image, not {name!r}")
    if own and tag and own != tag:
        raise InvalidArgument(f"the image {name!r} names {own!r}, and the argument tag names {tag!r}; give one of them")
    if own:
        return Reference(repository, own)
    return Reference(repository, "latest" if tag is None else tag)


# A registry, and then parts of lower-case letters and digits with separators between them.
_HOST = r"(?:\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?)(?::[0-9]+)?"
_PART = r"[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*"
_NAME = re.compile(rf"(?:{_HOST}/)?{_PART}(?:/{_PART})*")
_TAG = re.compile(r"\w[\w.-]{0,127}", re.ASCII)


def new_name(argument: str, name: object, tag: str | None = None) -> str:
    """Check a name that an image is to get: ``[registry[:port]/]name[:tag]``, where the registry may be ``[::1]:5000``.

    Raises ``TypeError`` and ``InvalidArgument``, which name the argument and what is wrong.
    """
    if not isinstance(name, str):
        raise InvalidType(f"{argument} must be a name such as 'app:1.0', not {type(name).__name__}: {name!r}")
    if "@" in name:
        raise InvalidArgument(f"{argument} must be a name without a digest, which the engine finds out: {name!r}")
    repository, colon, own = name.rpartition(":")
    if not colon or "/" in own:
        repository, own = name, ""
    if not _NAME.fullmatch(repository):
        reason = "in lower case" if _NAME.fullmatch(repository.lower()) else "such as 'localhost:5000/app:1.0'"
        raise InvalidArgument(f"{argument} must be a name {reason}, not {name!r}")
    for each in (own if colon and repository != name else None, tag):
        if each is not None and not _TAG.fullmatch(each):
            raise InvalidArgument(
                f"the tag in {argument} must be up to 128 letters, digits, '_', '.' and '-', and not begin with '.' "
                f"or '-': {each!r}"
            )
    if own and tag and own != tag:
        raise InvalidArgument(f"{argument} {name!r} names the tag {own!r}, and another is given: {tag!r}")
    return name


def new_names(argument: str, value: object) -> list[str]:
    """Check one name that an image is to get, or several."""
    if isinstance(value, str):
        return [new_name(argument, value)]
    if not isinstance(value, Sequence) or isinstance(value, bytes):
        raise InvalidType(f"{argument} must be a name such as 'app:1.0', or several, not {type(value).__name__}")
    return [new_name(f"{argument}[{index}]", each) for index, each in enumerate(cast("Sequence[object]", value))]
