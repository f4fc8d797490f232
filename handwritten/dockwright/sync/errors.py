"""The errors, under docker-py's names too: ``docker.errors.NotFound``, ``docker.errors.APIError``.

docker-py's ``DockerException`` is the root of all errors here, those of the connection included.
"""

from ..errors import (
    ApiError,
    BadRequest,
    Conflict,
    ConnectionLost,
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
    FileChanged,
    Forbidden,
    ImageNotFound,
    InvalidArgument,
    MalformedStream,
    NetworkNotFound,
    NotFound,
    OutcomeError,
    PathNotFound,
    ProtocolError,
    ServerError,
    SettingsError,
    TruncatedStream,
    Unauthorized,
    UnexpectedReply,
    UnsafeArchive,
    VersionMismatch,
    VolumeNotFound,
)

DockerException = DockerError
APIError = ApiError
InvalidVersion = VersionMismatch
InvalidConfigFile = SettingsError
TLSParameterError = SettingsError
ContextException = DockerContextError
ContextNotFound = DockerContextInvalidError
StreamParseError = ProtocolError

__all__ = [
    "DockerException",
    "APIError",
    "InvalidVersion",
    "InvalidConfigFile",
    "TLSParameterError",
    "ContextException",
    "ContextNotFound",
    "StreamParseError",
    "ApiError",
    "BadRequest",
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
    "ImageNotFound",
    "InvalidArgument",
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
]
