"""Everything that dockwright raises on purpose.

::

    DockerError                       status, message
    ├── SettingsError                 the settings are wrong; nothing was sent            (ValueError)
    │   ├── EndpointNotFound          no engine was named and none was found
    │   ├── DockerContextError        → DockerContextInvalidError, DockerContextTLSError: of the docker command's
    │   ├── CredentialsError          what is set up for a registry gives no credentials
    │   ├── VersionMismatch           the engine and this client share no API version
    │   └── UnsupportedByEngineError  strict_versions: an argument is newer than what the engine speaks
    ├── InvalidArgument               an argument cannot be used; nothing was sent        (ValueError)
    │   ├── InvalidType               it is of a type that is not taken                   (TypeError)
    │   └── MissingKey                a mapping lacks something                           (KeyError)
    ├── EngineUnreachable             no connection to the engine                         (ConnectionError)
    ├── ConnectionLost                the connection broke while it was in use            (ConnectionError)
    ├── DeadlineExceeded              a limit of the timeout policy passed                (TimeoutError)
    │   ├── ExecTimeout               a command in a container took too long; says whether it was killed
    │   ├── WaitTimeout               a container was not in time as it was waited for
    │   └── ServiceTimeout            the tasks of a service were not in time as they should
    ├── ApiError                      the engine refused: status and its own message
    │   ├── BadRequest 400 · Unauthorized 401 · Forbidden 403 · Conflict 409
    │   ├── NotFound 404              → ContainerNotFound, PathNotFound, ImageNotFound, ... by operation
    │   └── ServerError 5xx
    ├── OutcomeError                  the engine accepted, and then it went wrong
    │   ├── DockerStreamError         an error document inside a progress stream
    │   │   └── BuildError, ImageLoadError: that of a build, of an archive of images
    │   ├── DockerContainerError      a container was made and could not be started
    │   ├── ContainerError            a container ran and failed
    │   ├── ContainerEnded            a container ended before it was as it was waited for
    │   └── ServiceFailed             the tasks of a service will not become as they should
    ├── SubscriberLagged              a subscriber did not read in time what was published
    ├── FileChanged                   a local file changed while it was being packed      (OSError)
    └── ProtocolError                 the bytes are not what the Engine API promises
        ├── TruncatedStream           input ended inside a frame, line, document or archive
        ├── MalformedStream           a frame header, document or archive that cannot be right
        ├── UnsafeArchive             an archive that would write outside its destination, or without limit
        └── UnexpectedReply           a status or body that the operation cannot give

The branches answer "what can I do about it?". Which class of ``ApiError`` is raised follows from the status and the
operation, never from the wording of a message. Every error pickles and copies.
"""

from .base import DockerError
from .connections import ConnectionLost, EngineUnreachable
from .local import FileChanged, SubscriberLagged
from .outcomes import (
    BuildError,
    ContainerEnded,
    ContainerError,
    DockerContainerError,
    DockerStreamError,
    ImageLoadError,
    OutcomeError,
    ServiceFailed,
    stream_error,
)
from .protocol import MalformedStream, ProtocolError, TruncatedStream, UnexpectedReply, UnsafeArchive
from .replies import (
    ApiError,
    BadRequest,
    Conflict,
    ContainerNotFound,
    ErrorReply,
    Forbidden,
    ImageNotFound,
    NetworkNotFound,
    NotFound,
    PathNotFound,
    ServerError,
    Unauthorized,
    VolumeNotFound,
    api_error,
)
from .settings import (
    CredentialsError,
    DockerContextError,
    DockerContextInvalidError,
    DockerContextTLSError,
    EndpointNotFound,
    InvalidArgument,
    InvalidType,
    MissingKey,
    SettingsError,
    UnsupportedByEngine,
    UnsupportedByEngineError,
    VersionMismatch,
)
from .timeouts import DeadlineExceeded, ExecTimeout, ServiceTimeout, WaitTimeout

__all__ = [
    "ApiError",
    "BadRequest",
    "BuildError",
    "Conflict",
    "ConnectionLost",
    "ContainerEnded",
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
    "ErrorReply",
    "ExecTimeout",
    "FileChanged",
    "Forbidden",
    "ImageLoadError",
    "ImageNotFound",
    "InvalidArgument",
    "InvalidType",
    "MalformedStream",
    "MissingKey",
    "NetworkNotFound",
    "NotFound",
    "OutcomeError",
    "PathNotFound",
    "ProtocolError",
    "ServerError",
    "ServiceFailed",
    "ServiceTimeout",
    "SettingsError",
    "SubscriberLagged",
    "TruncatedStream",
    "Unauthorized",
    "UnexpectedReply",
    "UnsafeArchive",
    "UnsupportedByEngine",
    "UnsupportedByEngineError",
    "VersionMismatch",
    "VolumeNotFound",
    "WaitTimeout",
    "api_error",
    "stream_error",
]

# Where errors are to be imported from: messages show it, and pickles keep it.
for _name in __all__:
    globals()[_name].__module__ = __name__
