"""The asynchronous face, on aiohttp, with aiodocker's names: ``import dockwright.aio as aiodocker``."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..errors import (
        ApiError,
        BadRequest,
        Conflict,
        ConnectionLost,
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
    from ..flows.execs import ExecResult
    from ..flows.stats import Usage, usage
    from ..policy.timeouts import Deadlines, Timeouts
    from ..settings.contexts import Context, DockerContextEndpoint, list_contexts
    from ..settings.endpoint import Endpoint
    from ..wire.loglines import LogLine
    from .archives import ArchiveMembers, MemberContent
    from .containers import DockerContainer, DockerContainers
    from .docker import Docker
    from .downloads import Download
    from .execs import Exec
    from .images import DockerImages
    from .stream import Message, Stream
    from .streams import ReplyStream
    from .system import DockerSystem

__all__ = [
    "Docker",
    "Download",
    "MemberContent",
    "ArchiveMembers",
    "DockerContainer",
    "DockerContainers",
    "DockerImages",
    "DockerSystem",
    "Exec",
    "ExecResult",
    "LogLine",
    "Message",
    "Usage",
    "usage",
    "ReplyStream",
    "Stream",
    "Deadlines",
    "Context",
    "DockerContextEndpoint",
    "Endpoint",
    "list_contexts",
    "Timeouts",
    "ApiError",
    "BadRequest",
    "Conflict",
    "ConnectionLost",
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
    "ExecTimeout",
    "Forbidden",
    "ImageNotFound",
    "MalformedStream",
    "NotFound",
    "UnsafeArchive",
    "PathNotFound",
    "InvalidArgument",
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
    "Docker": "dockwright.aio.docker",
    "ArchiveMembers": "dockwright.aio.archives",
    "MemberContent": "dockwright.aio.archives",
    "Download": "dockwright.aio.downloads",
    "DockerContainer": "dockwright.aio.containers",
    "DockerContainers": "dockwright.aio.containers",
    "DockerImages": "dockwright.aio.images",
    "DockerSystem": "dockwright.aio.system",
    "Exec": "dockwright.aio.execs",
    "ExecResult": "dockwright.flows.execs",
    "Message": "dockwright.aio.stream",
    "ReplyStream": "dockwright.aio.streams",
    "Stream": "dockwright.aio.stream",
    "Deadlines": "dockwright.policy.timeouts",
    "Timeouts": "dockwright.policy.timeouts",
    "Context": "dockwright.settings.contexts",
    "DockerContextEndpoint": "dockwright.settings.contexts",
    "Endpoint": "dockwright.settings.endpoint",
    "list_contexts": "dockwright.settings.contexts",
}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(_HOMES.get(name, "dockwright.errors")), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
