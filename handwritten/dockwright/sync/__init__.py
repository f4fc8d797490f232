"""The synchronous face, on httpx, with docker-py's names: ``import dockwright.sync as docker``."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..errors import (
        ApiError,
        BadRequest,
        Conflict,
        ConnectionLost,
        ContainerError,
        ContainerNotFound,
        CredentialsError,
        DeadlineExceeded,
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
        ImageNotFound,
        InvalidArgument,
        MalformedStream,
        NotFound,
        PathNotFound,
        ProtocolError,
        ServerError,
        SettingsError,
        TruncatedStream,
        Unauthorized,
        UnexpectedReply,
        UnsafeArchive,
        VersionMismatch,
    )
    from ..flows.stats import Usage, usage
    from ..options.containers import RunOptions
    from ..policy.timeouts import Deadlines, Timeouts
    from ..settings.contexts import Context, list_contexts
    from ..settings.endpoint import Endpoint
    from ..wire.loglines import LogLine
    from . import errors, tls
    from .client import DockerClient, from_context, from_env
    from .container import Container
    from .containers import ContainerCollection
    from .images import Image, ImageCollection
    from .output import ExecOutput, ExecResult, ProcessOutput, RunOutput
    from .stream import Message, Stream
    from .streams import ReplyStream
    from .tls import TLSConfig

__all__ = [
    "from_env",
    "from_context",
    "DockerClient",
    "Container",
    "ContainerCollection",
    "ExecOutput",
    "ExecResult",
    "Image",
    "ImageCollection",
    "LogLine",
    "Message",
    "Usage",
    "usage",
    "ProcessOutput",
    "ReplyStream",
    "RunOptions",
    "RunOutput",
    "Stream",
    "Deadlines",
    "Context",
    "Endpoint",
    "list_contexts",
    "Timeouts",
    "errors",
    "tls",
    "TLSConfig",
    "ApiError",
    "BadRequest",
    "Conflict",
    "ConnectionLost",
    "ContainerError",
    "ContainerNotFound",
    "CredentialsError",
    "DeadlineExceeded",
    "DockerContextError",
    "DockerContextInvalidError",
    "DockerContextTLSError",
    "DockerError",
    "DockerStreamError",
    "EndpointNotFound",
    "EngineUnreachable",
    "ExecTimeout",
    "Forbidden",
    "ImageNotFound",
    "InvalidArgument",
    "MalformedStream",
    "NotFound",
    "UnsafeArchive",
    "PathNotFound",
    "FileChanged",
    "ProtocolError",
    "ServerError",
    "SettingsError",
    "TruncatedStream",
    "Unauthorized",
    "UnexpectedReply",
    "VersionMismatch",
]

_HOMES = {
    "LogLine": "dockwright.wire.loglines",
    "Usage": "dockwright.flows.stats",
    "usage": "dockwright.flows.stats",
    "from_env": "dockwright.sync.client",
    "from_context": "dockwright.sync.client",
    "DockerClient": "dockwright.sync.client",
    "Container": "dockwright.sync.container",
    "ContainerCollection": "dockwright.sync.containers",
    "ExecOutput": "dockwright.sync.output",
    "ExecResult": "dockwright.sync.output",
    "Image": "dockwright.sync.images",
    "ImageCollection": "dockwright.sync.images",
    "Message": "dockwright.sync.stream",
    "ProcessOutput": "dockwright.sync.output",
    "ReplyStream": "dockwright.sync.streams",
    "RunOptions": "dockwright.options.containers",
    "RunOutput": "dockwright.sync.output",
    "Stream": "dockwright.sync.stream",
    "Deadlines": "dockwright.policy.timeouts",
    "TLSConfig": "dockwright.sync.tls",
    "Timeouts": "dockwright.policy.timeouts",
    "Context": "dockwright.settings.contexts",
    "Endpoint": "dockwright.settings.endpoint",
    "list_contexts": "dockwright.settings.contexts",
}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    if name in ("errors", "tls"):
        return import_module(f"dockwright.sync.{name}")
    value = getattr(import_module(_HOMES.get(name, "dockwright.errors")), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
