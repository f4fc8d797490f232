"""The address of an engine: as a value, read from text, and what to say when nobody answers there.

Which address is the one to use is decided in ``resolution``. Nothing here connects anywhere.
"""

import errno
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal
from urllib.parse import SplitResult, unquote, urlsplit

from ..errors import EngineUnreachable, InvalidType, SettingsError

if TYPE_CHECKING:
    from .sockets import Attempt
    from .ssh import SSHFailed
    from .tls import TLSFiles

Scheme = Literal["unix", "http", "https", "npipe", "ssh"]

DEFAULT_PORTS: dict[str, int] = {"http": 2375, "https": 2376}
SUPPORTED = (
    "unix:///path, tcp://host:port, http://host:port, https://host:port, ssh://user@host or npipe:////./pipe/name"
)


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where an engine listens, and which rule said so."""

    scheme: Scheme
    path: str = ""
    """The path of the socket, for ``unix`` and ``npipe``; for ``ssh`` the socket over there, if it is not the usual."""
    host: str = ""
    port: int = 0
    """The port; 0 for ``ssh`` where its own settings shall tell."""
    rule: str = "given"
    """What named this engine: the program, an environment variable, a context, or the search for sockets."""
    user: str = ""
    """The user over there, for ``ssh``."""
    because: str = field(default="", compare=False)
    """Why that rule was the one to decide."""
    tls: "TLSFiles | None" = None
    """The files for TLS, where the context or the environment asks for it."""
    tried: "tuple[Attempt, ...]" = field(default=(), compare=False, repr=False)
    """The places that the search for sockets looked at."""

    @property
    def url(self) -> str:
        """The address as one would write it in ``DOCKER_HOST``."""
        if self.scheme in ("unix", "npipe"):
            return f"{self.scheme}://{self.path}"
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = f":{self.port}" if self.port else ""
        if self.scheme == "ssh":
            return f"ssh://{self.user}{'@' * bool(self.user)}{host}{port}{self.path}"
        return f"{'tcp' if self.scheme == 'http' else self.scheme}://{host}{port}"

    @property
    def base_url(self) -> str:
        """The start of every HTTP address of this engine; what is no TCP has a host name that means nothing."""
        if self.scheme not in ("http", "https"):
            return "http://localhost"
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}:{self.port}"

    def explain(self) -> str:
        """Say in one sentence where the engine is and why there."""
        return f"{self.url}, chosen by {self.rule}{f' ({self.because})' if self.because else ''}"

    def __str__(self) -> str:
        return self.url


def parse(url: str, *, rule: str = "the url argument", tls: bool = False) -> Endpoint:
    """Read an address as ``DOCKER_HOST`` has it.

    ``tls`` makes an address without a scheme of its own for it (``tcp``, ``http``) an encrypted one. Raises
    ``SettingsError``, naming the rule and the accepted forms.
    """
    if not isinstance(url, str):
        raise InvalidType(f"{rule} must be a str such as 'unix:///var/run/docker.sock', not {type(url).__name__}")
    url = url.strip()
    parts = _split(url, rule)
    if parts.password is not None:
        raise SettingsError(f"{rule}: an address must not hold a password; use TLS or ssh keys")
    if parts.scheme in ("unix", "http+unix", "npipe"):
        return _local(url, parts.scheme, rule)
    if parts.scheme in ("tcp", "http", "https"):
        return _tcp(url, parts, rule, tls)
    if parts.scheme == "ssh":
        return _ssh(url, parts, rule)
    if not parts.scheme:
        raise SettingsError(f"{rule}: {url!r} has no scheme; use {SUPPORTED}")
    raise SettingsError(f"{rule}: unknown scheme {parts.scheme!r} in {url!r}; use {SUPPORTED}")


def full_address(address: str) -> str:
    """Write the short forms of an address that docker-py takes in full: ``host:port``, ``:port`` and ``unix://``."""
    address = address.strip()
    if address == "unix://":
        return "unix:///var/run/docker.sock"
    if "://" not in address and re.fullmatch(r".*:[0-9]+", address):
        address = f"tcp://{address}"
    return re.sub("^tcp://:", "tcp://127.0.0.1:", address)


_HOST_AND_PORT = re.compile(r"(?:[A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\]):[0-9]+")


def parse_docker_host(value: str, *, tls: bool = False) -> Endpoint:
    """Read the value of ``DOCKER_HOST``; the docker command takes ``host:port`` there for ``tcp://host:port``."""
    value = value.strip()
    return parse(f"tcp://{value}" if _HOST_AND_PORT.fullmatch(value) else value, rule="DOCKER_HOST", tls=tls)


def _split(url: str, rule: str) -> SplitResult:
    # "host:port" alone would be read as a scheme and a path.
    if "://" not in url and url:
        return SplitResult("", "", url, "", "")
    try:
        parts = urlsplit(url)
        _ = parts.port  # reading it is what validates it
    except ValueError as error:
        raise SettingsError(f"{rule}: {url!r} is not an address: {error}") from None
    return parts


def _local(url: str, scheme: str, rule: str) -> Endpoint:
    # A path may hold "?" and "#"; with http+unix, which other libraries use, it is quoted.
    path = url.partition("://")[2]
    path = unquote(path) if scheme == "http+unix" else path
    if not path.strip("/"):
        raise SettingsError(f"{rule}: {url!r} names no socket; write unix:///path/to/docker.sock")
    if scheme == "npipe":
        return Endpoint("npipe", path=path.replace("\\", "/"), rule=rule)
    return Endpoint("unix", path=path if path.startswith("/") else f"/{path}", rule=rule)


def _tcp(url: str, parts: SplitResult, rule: str, tls: bool) -> Endpoint:
    if not parts.hostname:
        raise SettingsError(f"{rule}: {url!r} names no host; write tcp://host:port")
    if parts.path not in ("", "/") or parts.query or parts.fragment:
        raise SettingsError(f"{rule}: {url!r} has more than a host and a port; write tcp://host:port")
    scheme: Scheme = "https" if tls or parts.scheme == "https" else "http"
    return Endpoint(scheme, host=parts.hostname, port=parts.port or DEFAULT_PORTS[scheme], rule=rule)


def _ssh(url: str, parts: SplitResult, rule: str) -> Endpoint:
    if not parts.hostname:
        raise SettingsError(f"{rule}: {url!r} names no host; write ssh://user@host")
    if parts.query or parts.fragment:
        raise SettingsError(f"{rule}: {url!r} has more than a user, a host, a port and a socket; write ssh://user@host")
    user = unquote(parts.username or "")
    # ssh tells upper from lower case in the names that its settings give to hosts.
    place = parts.netloc.rpartition("@")[2]
    host = parts.hostname if place.startswith("[") else place.partition(":")[0]
    # ssh reads what begins with a dash as an option.
    if host.startswith("-") or user.startswith("-"):
        raise SettingsError(f"{rule}: a user or host must not begin with a dash: {url!r}")
    # Settings may have them put into the command line of a shell, as %h and %r.
    if not _SSH_HOST.fullmatch(host) or not _SSH_USER.fullmatch(user):
        raise SettingsError(
            f"{rule}: {url!r} has characters that are in no name of a user or host; write ssh://user@host"
        )
    path = "" if parts.path == "/" else unquote(parts.path)
    return Endpoint("ssh", path, host, parts.port or 0, rule, user=user)


_SSH_HOST = re.compile(r"[A-Za-z0-9._:%-]+")
_SSH_USER = re.compile(r"(?:[\w.@+:\\-]*[\w.@+:-])?")


def unreachable(endpoint: Endpoint, error: BaseException) -> EngineUnreachable:
    """Say why an engine could not be reached, and what to do about it.

    ``error`` is what the transport's library raised; the system's own error is looked for behind it.
    """
    cause = _system_error(error)
    if (fault := tls_fault(error)) is not None:
        reason, way_out = fault
    elif (failed := ssh_failure(error)) is not None:
        reason, way_out = failed.said, failed.way_out
    else:
        number = cause.errno if cause else None
        reason, way_out = _REASONS.get(number, ("", "is the engine running, and is this its address?"))
        if endpoint.scheme in ("unix", "npipe"):
            reason = _SOCKET_REASONS.get(number, reason)
    said = reason or str(cause or error) or type(error).__name__
    elsewhere = [str(attempt) for attempt in endpoint.tried if attempt.path != endpoint.path]
    looked = f"; nothing else was found: {', '.join(elsewhere)}" if elsewhere else ""
    return EngineUnreachable(f"cannot reach the Docker engine at {endpoint.explain()}: {said}; {way_out}{looked}")


def ssh_failure(error: BaseException) -> "SSHFailed | None":
    """Give what ssh said, None where the error is of something else."""
    from .ssh import SSHFailed

    return next((each for each in _chain(error) if isinstance(each, SSHFailed)), None)


def never_reached(error: BaseException) -> bool:
    """Tell whether an error shows that the engine has seen nothing of the request."""
    failed = ssh_failure(error)
    return failed.unreached if failed is not None else tls_fault(error) is not None


def tls_fault(error: BaseException) -> tuple[str, str] | None:
    """Say what went wrong with TLS and the way out, None where the error is of something else."""
    for each in _chain(error):
        # The classes of ssl are known by what they carry: importing them would cost whoever uses no TLS.
        reason = getattr(each, "reason", None)
        if not isinstance(each, OSError) or not isinstance(reason, str) or getattr(each, "library", None) is None:
            continue
        if reason == "CERTIFICATE_VERIFY_FAILED":
            said = getattr(each, "verify_message", "") or "it cannot be verified"
            code: object = getattr(each, "verify_code", None)
            way_out = _VERIFY_WAYS.get(code if isinstance(code, int) else 0, _AUTHORITY)
            return f"the engine's certificate is refused: {said}", way_out
        for names, fault in _TLS_FAULTS:
            if any(name in reason for name in names):
                return fault
        return f"TLS failed: {reason.replace('_', ' ').lower()}", "does the engine use TLS there, and of which version?"
    return None


_AUTHORITY = "name the authority that signed it: ca.pem in the folder of DOCKER_CERT_PATH, or of the context"
_VERIFY_WAYS: dict[int, str] = {
    10: "renew the engine's certificate, and check the clocks of both machines",
    62: "use a name that its certificate has, or make it one with this name",
    64: "use an address that its certificate has, or make it one with this address",
}
_CERTIFICATE = "give one that its authority signed: cert.pem and key.pem in the folder of DOCKER_CERT_PATH"
_TLS_FAULTS: tuple[tuple[tuple[str, ...], tuple[str, str]], ...] = (
    (("CERTIFICATE_REQUIRED",), ("the engine wants a certificate of ours, and we show none", _CERTIFICATE)),
    (
        # Engines before 23.0 have one alert for both.
        ("BAD_CERTIFICATE",),
        ("the engine refuses our certificate, or that we show none", _CERTIFICATE),
    ),
    (
        ("UNKNOWN_CA", "CERTIFICATE_UNKNOWN", "UNSUPPORTED_CERTIFICATE", "DECRYPT_ERROR"),
        ("the engine refuses our certificate", _CERTIFICATE),
    ),
    (("CERTIFICATE_EXPIRED",), ("the engine refuses our certificate, which has expired", "renew cert.pem")),
    (
        ("WRONG_VERSION_NUMBER", "RECORD_LAYER_FAILURE", "HTTP_REQUEST", "PACKET_LENGTH_TOO_LONG"),
        ("what listens there does not speak TLS", "let the engine use TLS, or ask for none, if the network is trusted"),
    ),
)
_RUNNING = "start the engine, or name another in the program or by DOCKER_HOST"
_REASONS: dict[int | None, tuple[str, str]] = {
    errno.ENOENT: ("no such file", _RUNNING),
    errno.ECONNREFUSED: ("the connection is refused, nothing listens there", _RUNNING),
    errno.EACCES: (
        "permission denied",
        "run as a user who may use the socket, usually a member of the group docker, or name another engine",
    ),
    errno.ENOTSOCK: ("this is no socket", "name the socket of the engine"),
}
_SOCKET_REASONS: dict[int | None, str] = {
    errno.ENOENT: "there is no such socket",
    errno.ECONNREFUSED: "the socket exists, but no engine listens on it",
    errno.EACCES: "permission denied on the socket",
}


def _system_error(error: BaseException) -> OSError | None:
    return next((each for each in _chain(error) if isinstance(each, OSError) and each.errno), None)


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    """Give an error and what led to it, the last first."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or error.__context__
