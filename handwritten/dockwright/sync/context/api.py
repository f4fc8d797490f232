"""The contexts of the docker command: list, make, choose and remove them.

They are where the docker command has them, in the folder of its settings and nowhere else.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, ClassVar

from ...settings.context_store import choose_context
from ...settings.contexts import DEFAULT, list_contexts, load_context
from ..errors import ContextAlreadyExists, ContextException, ContextNotFound, MissingContextParameter
from .context import Context

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..tls import TLSConfig


class ContextAPI:
    """The contexts of the docker command."""

    DEFAULT_CONTEXT: ClassVar[Context] = Context(DEFAULT)
    """What ``default`` stands for: the socket where engines usually listen."""

    @classmethod
    def create_context(
        cls,
        name: str,
        orchestrator: str | None = None,
        host: str | None = None,
        tls_cfg: TLSConfig | None = None,
        default_namespace: str | None = None,
        skip_tls_verify: bool = False,
    ) -> Context:
        """Make a context and write it.

        Raises ``MissingContextParameter`` without a name, ``ContextAlreadyExists`` for one in use and
        ``ContextException`` for ``default``.
        """
        _named(name)
        if name == DEFAULT:
            raise ContextException("the name stands for no context; take another", name)
        if Context.load_context(name) is not None:
            raise ContextAlreadyExists(name)
        context = Context(name, orchestrator)
        endpoint = orchestrator if orchestrator and orchestrator != "swarm" else "docker"
        context.set_endpoint(endpoint, host, tls_cfg, skip_tls_verify, default_namespace)
        context.save()
        return context

    @classmethod
    def get_context(cls, name: str | None = None) -> Context | None:
        """Read a context, without a name the current one; None where there is none of that name."""
        name = name or _current(os.environ)
        return cls.DEFAULT_CONTEXT if name == DEFAULT else Context.load_context(name)

    @classmethod
    def contexts(cls) -> list[Context]:
        """Read all contexts, ``default`` first.

        Raises ``ContextException`` for one whose file makes no sense.
        """
        found = [cls.DEFAULT_CONTEXT]
        for each in list_contexts():
            if each.fault:
                raise ContextException(each.fault, each.name)
            if each.name != DEFAULT and (context := Context.load_context(each.name)) is not None:
                found.append(context)
        return found

    @classmethod
    def get_current_context(cls) -> Context | None:
        """Read the current context."""
        return cls.get_context()

    @classmethod
    def kwargs_from_context(
        cls, name: str | None = None, environment: Mapping[str, str] | None = None
    ) -> dict[str, Any]:
        """Give what a context, without a name the current one, says of the engine, as ``base_url`` and ``tls``.

        ``environment`` stands in for ``os.environ``. Raises ``ContextNotFound`` for one that does not exist.
        """
        environment = os.environ if environment is None else environment
        name = name or _current(environment)
        if name == DEFAULT:
            return {"base_url": cls.DEFAULT_CONTEXT.Host}
        context = load_context(name, environment=environment)
        arguments: dict[str, Any] = {"base_url": context.host}
        if context.tls is not None:
            from ..tls import TLSConfig

            files = context.tls
            pair = None if files.cert is None or files.key is None else (files.cert, files.key)
            arguments["tls"] = TLSConfig(pair, files.ca, files.verify)
        return arguments

    @classmethod
    def set_current_context(cls, name: str = DEFAULT) -> None:
        """Make a context the current one, as ``docker context use`` does.

        Raises ``ContextNotFound`` for one that does not exist.
        """
        if cls.get_context(name) is None:
            raise ContextNotFound("there is no such context", name)
        choose_context(None if name == DEFAULT else name)

    @classmethod
    def remove_context(cls, name: str) -> None:
        """Remove a context; if it was the current one, there is none then.

        Raises ``MissingContextParameter`` without a name, ``ContextNotFound`` for one that does not exist and
        ``ContextException`` for ``default``.
        """
        context = cls._existing(name)
        if name == DEFAULT:
            raise ContextException("it stands for no context, and cannot be removed", name)
        if name == _current({**os.environ, "DOCKER_CONTEXT": ""}):
            choose_context(None)
        context.remove()

    @classmethod
    def inspect_context(cls, name: str = DEFAULT) -> dict[str, Any]:
        """Give everything about a context as JSON. The errors are those of :meth:`remove_context`."""
        return cls._existing(name).inspect()

    @classmethod
    def _existing(cls, name: str) -> Context:
        _named(name)
        context = cls.get_context(name)
        if context is None:
            raise ContextNotFound("there is no such context", name)
        return context


def _named(name: str) -> None:
    if not name:
        raise MissingContextParameter("name")


def _current(environment: Mapping[str, str]) -> str:
    from ...settings.config_file import ConfigFile

    return environment.get("DOCKER_CONTEXT") or ConfigFile.load(environment).current_context or DEFAULT
