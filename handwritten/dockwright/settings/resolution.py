"""Decide which engine to use.

The first rule that names one wins, in the order of the docker command: the address given in the program, the context
given in the program, ``DOCKER_HOST``, ``DOCKER_CONTEXT``, the current context of ``config.json``, and then the sockets
that engines usually listen on. A rule that names an engine which cannot be used is an error, and never passed over.

Three things are stricter than the docker command, so that nothing is sent to the wrong place or in clear text:
``DOCKER_CERT_PATH`` alone asks for TLS too, what asks for TLS in the environment also does so for a context that has
none of its own, and a ``config.json`` that cannot be read is an error where its context would count.
"""

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace

from ..errors import EndpointNotFound, InvalidType, SettingsError
from .config_file import ConfigFile
from .contexts import DEFAULT, load_context
from .endpoint import Endpoint, parse, parse_docker_host
from .sockets import Probe, look, search, usual_sockets
from .tls import TLSFiles, tls_of_environment


def resolve(
    url: str | None = None,
    *,
    context: str | None = None,
    environment: Mapping[str, str] | None = None,
    tls: bool | None = None,
    use_context: bool = True,
    platform: str = sys.platform,
    probe: Probe = look,
    argument: str = "url",
) -> Endpoint:
    """Find the engine by the rules above.

    ``context`` may be ``default``, which passes over the contexts of environment and ``config.json``; without
    ``use_context`` these are passed over anyway. ``tls`` True says that the caller brings TLS of its own, False that
    there shall be none; None leaves that to the context and the environment. ``environment`` stands in for
    ``os.environ``, ``platform`` for ``sys.platform``, and ``probe`` looks at a socket.
    ``argument`` is what the caller calls ``url``.

    Raises ``SettingsError`` for an address that cannot be used, ``DockerContextError`` for a context that cannot, and
    ``EndpointNotFound``, listing everything that was tried, where nothing names an engine.
    """
    environment = os.environ if environment is None else environment
    named = _named(url, context, environment, use_context=use_context, argument=argument)
    if named is None:
        found = _search(environment, platform, probe, argument)
    else:
        found = named.read(tls=bool(tls))
        if found.scheme in ("http", "https"):
            found = _with_tls(found, named, tls, environment)
    if found.scheme == "npipe" and platform != "win32":
        raise SettingsError(f"{found.explain()}: named pipes are of Windows, and this is {platform}")
    if tls and found.scheme not in ("http", "https"):
        raise SettingsError(
            f"the program asks for TLS, and {found.explain()}, has none; "
            "give the address of an engine that listens on TCP, or ask for no TLS"
        )
    return found


@dataclass(frozen=True, slots=True)
class _Named:
    """The address that a rule gave, as it is written there."""

    address: str
    rule: str
    because: str = ""
    files: TLSFiles | None = None

    def read(self, *, tls: bool) -> Endpoint:
        if self.rule == "DOCKER_HOST":
            return parse_docker_host(self.address, tls=tls)
        return replace(parse(self.address, rule=self.rule, tls=tls), because=self.because)


def _named(
    url: str | None, context: str | None, environment: Mapping[str, str], *, use_context: bool, argument: str
) -> _Named | None:
    if context is not None and not isinstance(context, str):
        raise InvalidType(f"context must be the name of a context, not {type(context).__name__}")
    if url:
        return _Named(url, f"the {argument} argument")
    if context and context != DEFAULT:
        return _of_context(context, "the context argument", environment)
    if host := environment.get("DOCKER_HOST"):
        return _Named(host, "DOCKER_HOST")
    if context or not use_context:
        return None
    if name := environment.get("DOCKER_CONTEXT"):
        return None if name == DEFAULT else _of_context(name, "DOCKER_CONTEXT", environment)
    config = ConfigFile.load(environment)
    if (name := config.current_context) and name != DEFAULT:
        return _of_context(name, f"currentContext in {config.path}", environment)
    return None


def _of_context(name: str, named_by: str, environment: Mapping[str, str]) -> _Named:
    context = load_context(name, environment=environment)
    return _Named(context.host, f"the context {name!r}", f"named by {named_by}", context.tls)


def _with_tls(found: Endpoint, named: _Named, tls: bool | None, environment: Mapping[str, str]) -> Endpoint:
    """Add the files of whoever asks for TLS; what the program says goes before, and the context before the environment.

    Without encryption asked for by anyone the endpoint stays as it is.
    """
    if tls:
        return found
    if tls is False:
        if named.files is not None:
            raise SettingsError(f"{named.rule} asks for TLS, and the program for none; they must agree")
        return found
    files = named.files or tls_of_environment(environment)
    # Read again, since the port that is meant without one is another with TLS.
    return found if files is None else replace(named.read(tls=True), tls=files)


def _search(environment: Mapping[str, str], platform: str, probe: Probe, argument: str) -> Endpoint:
    path, tried = search(usual_sockets(environment, platform), probe)
    if path is None:
        raise EndpointNotFound(
            "no Docker engine found: DOCKER_HOST is not set, no context is chosen, and none listens at "
            + ", ".join(map(str, tried))
            + f"; start an engine, or name one by the {argument} argument or DOCKER_HOST"
        )
    return Endpoint("npipe" if platform == "win32" else "unix", path, rule="the search for sockets", tried=tuple(tried))
