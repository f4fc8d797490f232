"""Names of images as people write them."""

from typing import NamedTuple


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


def parse_reference(name: str, tag: str | None = None) -> Reference:
    """Split ``registry:5000/name:tag`` or ``name@sha256:...``; a name that picks no image means ``latest``.

    ``tag`` given apart wins over ``latest``; the empty string stands for all tags. Raises ``ValueError`` for a name
    that says one tag while ``tag`` says another.
    """
    if not isinstance(name, str):
        raise TypeError(f"an image must be named by a str, not {type(name).__name__}: {name!r}")
    if not name.strip():
        raise ValueError("the name of an image must not be empty")
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
        raise ValueError(f"the name of an image must not be empty: {name!r}")
    if own and tag and own != tag:
        raise ValueError(f"the image {name!r} names {own!r}, and the argument tag names {tag!r}; give one of them")
    if own:
        return Reference(repository, own)
    return Reference(repository, "latest" if tag is None else tag)
