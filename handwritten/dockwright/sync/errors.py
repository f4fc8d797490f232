"""The errors, under docker-py's names too: ``docker.errors.NotFound``, ``docker.errors.APIError``.

docker-py's ``DockerException`` is the root of all errors here, those of the connection included.
"""

from typing import TYPE_CHECKING

from ..errors import (
    ApiError,
    BadRequest,
    BuildError,
    Conflict,
    ConnectionLost,
    ContainerEnded,
    ContainerError,
    ContainerNotFound,
    CredentialsError,
    DeadlineExceeded,
    DockerContainerError,
    DockerContextError,
    DockerContextInvalidError,
    DockerContextTLSError,
    DockerError,
    DockerStreamError,
    EndpointNotFound,
    EngineUnreachable,
    ExecTimeout,
    FileChanged,
    Forbidden,
    ImageLoadError,
    ImageNotFound,
    InvalidArgument,
    InvalidType,
    MalformedStream,
    MissingKey,
    NetworkNotFound,
    NotFound,
    OutcomeError,
    PathNotFound,
    ProtocolError,
    ServerError,
    ServiceFailed,
    ServiceTimeout,
    SettingsError,
    SubscriberLagged,
    TruncatedStream,
    Unauthorized,
    UnexpectedReply,
    UnsafeArchive,
    UnsupportedByEngineError,
    VersionMismatch,
    VolumeNotFound,
    WaitTimeout,
    api_error,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any, NoReturn

DockerException = DockerError
APIError = ApiError
InvalidVersion = VersionMismatch
InvalidConfigFile = SettingsError
TLSParameterError = SettingsError
ContextException = DockerContextError
ContextNotFound = DockerContextInvalidError
StreamParseError = ProtocolError
InvalidRepository = InvalidArgument
NullResource = InvalidArgument


class DeprecatedMethod(DockerError):
    """A function that docker-py has given up too."""

    def __init__(self, message: str) -> None:
        super().__init__(0, message)


class MissingContextParameter(DockerContextError):
    """A context needs what was not given; ``param`` names it."""

    def __init__(self, param: str) -> None:
        super().__init__(f"{param} is missing: a context needs one")
        self.param = param


class ContextAlreadyExists(DockerContextError):
    """A context of that name exists; ``name`` names it."""

    def __init__(self, name: str) -> None:
        super().__init__("it exists already; remove it first, or take another name", name)
        self.name = name


def create_unexpected_kwargs_error(name: str, kwargs: "Mapping[str, Any] | Iterable[str]") -> TypeError:
    """Make the error for arguments that a function does not take; ``name`` is that of the function."""
    unknown = ", ".join(repr(each) for each in sorted(kwargs))
    return TypeError(f"{name}() takes no argument named {unknown}")


def create_api_error_from_http_exception(e: "Any") -> "NoReturn":
    """Raise the error that goes with the ``response`` of another library's exception for an HTTP status."""
    response = e.response
    try:
        said: Any = response.json()
        message = str(said["message"])
    except (KeyError, TypeError, ValueError):
        message = str(response.text or "").strip()
    raise api_error(int(response.status_code), message, "") from e


__all__ = [
    "DockerException",
    "APIError",
    "InvalidVersion",
    "InvalidConfigFile",
    "TLSParameterError",
    "ContextException",
    "ContextNotFound",
    "StreamParseError",
    "InvalidRepository",
    "NullResource",
    "DeprecatedMethod",
    "MissingContextParameter",
    "ContextAlreadyExists",
    "create_unexpected_kwargs_error",
    "create_api_error_from_http_exception",
    "ApiError",
    "BadRequest",
    "BuildError",
    "Conflict",
    "ConnectionLost",
    "ContainerError",
    "ContainerNotFound",
    "CredentialsError",
    "DeadlineExceeded",
    "DockerContainerError",
    "DockerContextError",
    "DockerContextInvalidError",
    "DockerContextTLSError",
    "DockerError",
    "DockerStreamError",
    "EndpointNotFound",
    "EngineUnreachable",
    "FileChanged",
    "Forbidden",
    "ImageLoadError",
    "ImageNotFound",
    "InvalidArgument",
    "InvalidType",
    "MalformedStream",
    "NetworkNotFound",
    "NotFound",
    "OutcomeError",
    "PathNotFound",
    "ProtocolError",
    "ServerError",
    "SettingsError",
    "TruncatedStream",
    "Unauthorized",
    "UnexpectedReply",
    "UnsafeArchive",
    "VersionMismatch",
    "VolumeNotFound",
    "ContainerEnded",
    "ExecTimeout",
    "MissingKey",
    "ServiceFailed",
    "ServiceTimeout",
    "SubscriberLagged",
    "UnsupportedByEngineError",
    "WaitTimeout",
]
