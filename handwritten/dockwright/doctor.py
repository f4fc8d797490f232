"""Find out why an engine cannot be used: what was tried and chosen, what answers there, and what to do about it.

``python -m dockwright doctor`` prints it, the cause in the first line; ``--json`` gives the same to programs. Nothing
is changed, on this machine or in the engine, and no credentials are asked for or shown.
"""

import os
import shutil
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

from dockwright_api import version as known

from .errors import CredentialsError, DockerError, EndpointNotFound, SettingsError
from .policy.timeouts import PATIENCE_SECONDS
from .settings.config_file import ConfigFile
from .settings.contexts import DEFAULT, list_contexts
from .settings.credential_programs import program_of
from .settings.endpoint import Endpoint, parse_docker_host
from .settings.resolution import resolve
from .settings.sockets import State, look, usual_sockets
from .sync import DockerClient

if TYPE_CHECKING:
    from rich.console import Console

OK, NONE, NOTE, FAULT = "ok", "-", "note", "fault"
"""What a finding is: fine, nothing at all, worth knowing, or in the way."""


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at; ``advice`` says what to do about it."""

    topic: str
    state: str
    text: str
    advice: str = ""


@dataclass
class Diagnosis:
    """Everything that was found; ``cause`` is the one sentence that matters most."""

    cause: str = ""
    works: bool = False
    endpoint: Endpoint | None = None
    findings: list[Finding] = field(default_factory=list[Finding])
    engine: dict[str, Any] = field(default_factory=dict[str, Any])

    def to_json(self) -> dict[str, Any]:
        """Give the same as plain JSON."""
        chosen = self.endpoint
        endpoint = None if chosen is None else {"url": chosen.url, "rule": chosen.rule, "because": chosen.because}
        findings = [asdict(finding) for finding in self.findings]
        return {
            "works": self.works,
            "cause": self.cause,
            "endpoint": endpoint,
            "engine": self.engine,
            "findings": findings,
        }


def examine(url: str | None = None, context: str | None = None) -> Diagnosis:
    """Look for the engine as a client would that is made with these arguments, and at everything on the way."""
    found = Diagnosis()
    searched = False
    try:
        found.endpoint = resolve(url, context=context)
    except EndpointNotFound:
        # What was looked at, and why it cannot be used, has lines of its own.
        found.cause = (
            "no Docker engine found: nothing names one, and none listens where engines usually do; "
            "start an engine, or name one by DOCKER_HOST"
        )
        searched = True
    except DockerError as error:
        found.cause = error.message
    found.findings += _choice(url, context, found.endpoint)
    if searched or (found.endpoint is not None and found.endpoint.tried):
        found.findings += _sockets(found.endpoint)
    if found.endpoint is not None:
        found.findings += _security(found.endpoint)
        _ask(found, url, context)
    found.findings += _credentials()
    found.findings += _contexts()
    return found


def _choice(url: str | None, context: str | None, chosen: Endpoint | None) -> Iterator[Finding]:
    """Go through the rules in their order, and say what each one says."""
    rule = "" if chosen is None else chosen.because or chosen.rule
    settings = {
        "the url argument": url,
        "the context argument": context,
        "DOCKER_HOST": _docker_host(),
        "DOCKER_CONTEXT": os.environ.get("DOCKER_CONTEXT"),
        "currentContext": _current_context(),
    }
    for name, value in settings.items():
        decides = name in rule
        yield Finding(name, OK if decides else NONE, f"{value or 'not set'}{' <- this decides' if decides else ''}")


def _sockets(chosen: Endpoint | None) -> Iterator[Finding]:
    for path in usual_sockets(os.environ):
        state = look(path)
        used = chosen is not None and chosen.path == path
        known = NONE if state is State.MISSING else NOTE
        yield Finding(path, OK if used else known, f"{state.value}{' <- this is used' if used else ''}")


def _docker_host() -> str:
    """Give the value of DOCKER_HOST, unless it makes no sense, for then it may hold a password."""
    value = os.environ.get("DOCKER_HOST", "")
    try:
        return parse_docker_host(value).url if value else ""
    except SettingsError:
        return "set to something that is no address"


def _current_context() -> str:
    try:
        return ConfigFile.load().current_context
    except SettingsError as error:
        return error.message


def _security(endpoint: Endpoint) -> Iterator[Finding]:
    if endpoint.scheme == "https":
        if endpoint.tls is None:
            yield Finding("TLS", OK, "the engine verified by the authorities of this machine")
        elif endpoint.tls.verify:
            yield Finding("TLS", OK, endpoint.tls.explain())
        else:
            yield Finding("TLS", FAULT, endpoint.tls.explain(), "make the context anew without skip-tls-verify")
    elif endpoint.scheme == "http":
        advice = "use TLS or ssh, unless the network in between is trusted: who reaches this port rules that machine"
        yield Finding("TLS", NOTE if endpoint.host in ("localhost", "127.0.0.1", "::1") else FAULT, "none", advice)
    elif endpoint.scheme == "ssh":
        program = shutil.which("ssh")
        yield Finding("ssh", OK if program else FAULT, program or "there is no program ssh", "" if program else _SSH)
    if endpoint.scheme in ("http", "https") and any(os.environ.get(name) for name in _PROXIES):
        yield Finding("proxy", NOTE, "HTTP_PROXY and HTTPS_PROXY are not used for the engine")


_SSH = "install the OpenSSH client"
_PROXIES = ("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy")


def _ask(found: Diagnosis, url: str | None, context: str | None) -> None:
    """Connect, agree on a version, and ask the engine about itself."""
    try:
        with DockerClient(url, context=context, timeout=PATIENCE_SECONDS) as client:
            version = client.version()
            spoken = client.engine.negotiate()
            info = client.info()
    except DockerError as error:
        found.cause = error.message
        return
    found.works = True
    newest, oldest = version.get("ApiVersion"), version.get("MinAPIVersion")
    found.engine = {
        "version": version.get("Version"),
        "platform": f"{version.get('Os')}/{version.get('Arch')}",
        "kernel": version.get("KernelVersion"),
        "api": {"oldest": oldest, "newest": newest, "spoken": spoken},
        "storage_driver": info.get("Driver"),
        "name": info.get("Name"),
        "warnings": info.get("Warnings") or [],
    }
    found.cause = f"Docker Engine {version.get('Version')} answers at {found.endpoint}, API {spoken}"
    found.findings += [
        Finding("engine", OK, f"{version.get('Version')} on {found.engine['platform']}, named {info.get('Name')}"),
        Finding("API", OK, f"{spoken} is spoken; the engine knows {oldest} to {newest}, we {_RANGE}"),
        Finding("storage", OK, str(info.get("Driver"))),
        *(Finding("engine", NOTE, str(warning)) for warning in found.engine["warnings"]),
    ]


_RANGE = f"{known.MIN_API_VERSION} to {known.API_VERSION}"


def _credentials() -> Iterator[Finding]:
    try:
        config = ConfigFile.load()
    except SettingsError as error:
        yield Finding("config.json", FAULT, error.message)
        return
    registries = sorted(config.auths)
    yield Finding("logins", OK, ", ".join(registries) or "none in config.json")
    users = [("all registries", config.credentials_store), *sorted(config.credential_helpers.items())]
    for registry, name in users:
        if name:
            try:
                yield Finding("credentials", OK, f"of {registry} are kept by {program_of(name)}")
            except CredentialsError as error:
                yield Finding("credentials", FAULT, f"of {registry}: {error.message}")


def _contexts() -> Iterator[Finding]:
    try:
        contexts = list_contexts()
    except SettingsError:
        # Told under the name of the file.
        return
    for each in contexts:
        if each.name != DEFAULT:
            text = each.fault or f"{each.host}{', the current one' if each.current else ''}"
            yield Finding(f"context {each.name}", FAULT if each.fault else OK, text)


def render(diagnosis: Diagnosis) -> str:
    """Write a diagnosis as text: the cause first, then everything that was looked at."""
    width = max((len(finding.topic) for finding in diagnosis.findings), default=0)
    lines = [_headline(diagnosis), ""]
    for finding in diagnosis.findings:
        lines.append(f"{finding.state:5}  {finding.topic:{width}}  {finding.text}")
        if finding.advice:
            lines.append(f"{'':5}  {'':{width}}  -> {finding.advice}")
    return "\n".join(lines)


def show(diagnosis: Diagnosis, console: "Console") -> None:
    """Write the same on a terminal, in colours and with long lines folded below where they begin."""
    from rich.table import Table
    from rich.text import Text

    table = Table.grid(padding=(0, 2))
    for finding in diagnosis.findings:
        text = Text(finding.text)
        if finding.advice:
            text.append(f"\n-> {finding.advice}", style="italic")
        table.add_row(Text(finding.state, style=_COLOURS[finding.state]), Text(finding.topic), text)
    console.print(Text(_headline(diagnosis), style=f"bold {_COLOURS[OK if diagnosis.works else FAULT]}"))
    console.print()
    console.print(table)


def _headline(diagnosis: Diagnosis) -> str:
    return f"{'OK' if diagnosis.works else 'FAULT'}: {diagnosis.cause}"


_COLOURS = {OK: "green", NONE: "dim", NOTE: "yellow", FAULT: "red"}
