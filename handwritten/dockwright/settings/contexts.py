"""The contexts of the docker command: names for engines, kept in ``~/.docker/contexts``.

A context is a file ``meta/ID/meta.json`` and, where it has TLS files, a folder ``tls/ID/docker``; ID is the SHA-256 of
its name. ``default`` is no context but a word for "none".
"""

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, cast

from ..errors import DockerContextError, DockerContextInvalidError, DockerContextTLSError, SettingsError
from .config_file import ConfigFile, config_folder
from .tls import TLSFiles

DEFAULT = "default"


@dataclass(frozen=True, slots=True)
class Context:
    """A context: the address of an engine, and how it is verified."""

    name: str
    host: str = ""
    description: str = ""
    skip_tls_verify: bool = False
    tls: TLSFiles | None = None
    """The TLS files; None where the context asks for no TLS."""
    current: bool = False
    """Whether ``docker context use`` chose it."""
    fault: str = ""
    """Why it cannot be used; empty for one that can."""


@dataclass(frozen=True, slots=True)
class DockerContextEndpoint:
    """A context under aiodocker's names, with the content of its TLS files."""

    host: str
    context_name: str | None = None
    skip_tls_verify: bool = False
    tls_ca: bytes | None = field(default=None, repr=False)
    tls_cert: bytes | None = field(default=None, repr=False)
    tls_key: bytes | None = field(default=None, repr=False)

    @property
    def has_tls(self) -> bool:
        """Whether there is a certificate, the authority's or ours."""
        return bool(self.tls_ca or self.tls_cert)

    @classmethod
    def load(cls, name: str, *, environment: Mapping[str, str] | None = None) -> "DockerContextEndpoint":
        """Read a context with its files. The errors are those of :func:`load_context`."""
        context = load_context(name, environment=environment)
        files = context.tls or TLSFiles()
        try:
            content = [None if path is None else path.read_bytes() for path in (files.ca, files.cert, files.key)]
        except OSError as error:
            raise DockerContextTLSError(f"a TLS file cannot be read: {error}", name) from error
        return cls(context.host, name, context.skip_tls_verify, *content)


def load_context(name: str, *, environment: Mapping[str, str] | None = None) -> Context:
    """Read a context; ``environment`` stands in for ``os.environ``.

    Raises ``DockerContextInvalidError`` for one that does not exist, naming those that do, and for one whose file makes
    no sense; ``DockerContextTLSError`` where its TLS files do not go together.
    """
    import hashlib

    environment = os.environ if environment is None else environment
    store = config_folder(environment) / "contexts"
    identifier = hashlib.sha256(name.encode()).hexdigest()
    meta = store / "meta" / identifier / "meta.json"
    try:
        content: object = json.loads(meta.read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        names = sorted(each for each, fault in _stored(store) if not fault)
        known = f"there are {', '.join(names)}" if names else f"there are none in {store}"
        raise DockerContextInvalidError(f"there is no context {name!r}; {known}", name) from None
    except OSError as error:
        raise DockerContextInvalidError(f"{meta} cannot be read: {error.strerror}", name) from error
    except ValueError as error:
        raise DockerContextInvalidError(f"{meta} is not JSON: {error}", name) from error
    return _context(name, content, meta, store / "tls" / identifier / "docker")


def list_contexts(environment: Mapping[str, str] | None = None) -> list[Context]:
    """Read all contexts, by name, ``default`` first; one that cannot be used says so in its ``fault``.

    ``environment`` stands in for ``os.environ``. Raises ``SettingsError`` where ``config.json``, which knows the
    current one, cannot be read.
    """
    environment = os.environ if environment is None else environment
    current = environment.get("DOCKER_CONTEXT") or ConfigFile.load(environment).current_context or DEFAULT
    found = [Context(DEFAULT, description="DOCKER_HOST, or where engines usually listen", current=current == DEFAULT)]
    for name, fault in sorted(_stored(config_folder(environment) / "contexts")):
        try:
            context = Context(name, fault=fault) if fault else load_context(name, environment=environment)
        except DockerContextError as error:
            context = Context(name, fault=error.message)
        found.append(replace(context, current=name == current))
    return found


def _context(name: str, content: object, meta: Path, folder: Path) -> Context:
    described = _object(content, "Metadata")
    endpoint = _object(_object(content, "Endpoints"), "docker")
    host = endpoint.get("Host")
    if not isinstance(host, str) or not host:
        raise DockerContextInvalidError(f"{meta} names no engine (Endpoints.docker.Host)", name)
    # Only the word itself turns verifying off; a context that says nothing about it is verified.
    skip = endpoint.get("SkipTLSVerify") is True
    description = described.get("Description")
    try:
        files = TLSFiles.of_folder(folder, rule=f"the context {name!r}", verify=not skip)
    except SettingsError as error:
        raise DockerContextTLSError(error.message, name) from error
    asks = skip or files.ca is not None or files.cert is not None
    return Context(name, host, description if isinstance(description, str) else "", skip, files if asks else None)


def _stored(store: Path) -> Iterator[tuple[str, str]]:
    """Give the name of every context that has a file, and what is wrong with a file that does not tell."""
    for meta in (store / "meta").glob("*/meta.json"):
        try:
            name = _object(json.loads(meta.read_bytes()), "").get("Name")
        except (OSError, ValueError) as error:
            yield meta.parent.name, f"{meta} cannot be read: {error}"
        else:
            yield (name, "") if isinstance(name, str) and name else (meta.parent.name, f"{meta} has no Name")


def _object(value: object, key: str) -> dict[str, Any]:
    """Give a part of JSON that should be an object, or the value itself for no key; an empty one for anything else."""
    part = cast("dict[str, object]", value).get(key) if key and isinstance(value, dict) else value
    return cast("dict[str, Any]", part) if isinstance(part, dict) else {}
