"""The synchronous face, on httpx, with docker-py's names: ``import dockwright.sync as docker``."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
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
        UnsupportedByEngine,
        UnsupportedByEngineError,
        VersionMismatch,
        VolumeNotFound,
        WaitTimeout,
    )
    from ..flows.stats import Usage, usage
    from ..flows.waiting import Waited
    from ..options.containers import RunOptions
    from ..options.updates import UpdateOptions
    from ..policy.timeouts import Deadlines, Timeouts
    from ..settings.contexts import list_contexts
    from ..settings.endpoint import Endpoint
    from ..wire.loglines import LogLine
    from . import (
        api,
        auth,
        constants,
        context,
        credentials,
        errors,
        models,
        tls,
        types,
        utils,
        version,
    )
    from .api.client import APIClient
    from .client import DockerClient, from_context, from_env
    from .configs import Config, ConfigCollection
    from .container import Container
    from .containers import ContainerCollection
    from .context import Context, ContextAPI
    from .image import Image, RegistryData
    from .images import ImageCollection
    from .networks import Network, NetworkCollection
    from .nodes import Node, NodeCollection
    from .output import ExecOutput, ExecResult, ProcessOutput, RunOutput
    from .plugins import Plugin, PluginCollection
    from .secrets import Secret, SecretCollection
    from .services import Service, ServiceCollection
    from .sockets import AttachedSocket
    from .stream import Message, Stream
    from .streams import ReplyStream
    from .swarm import Swarm
    from .tasks import Task, TaskCollection
    from .tls import TLSConfig
    from .version import __version__
    from .volumes import Volume, VolumeCollection

__all__ = [
    "AttachedSocket",
    "UpdateOptions",
    "Waited",
    "Config",
    "ConfigCollection",
    "Network",
    "NetworkCollection",
    "Node",
    "NodeCollection",
    "Plugin",
    "PluginCollection",
    "Secret",
    "SecretCollection",
    "Service",
    "ServiceCollection",
    "Swarm",
    "Task",
    "TaskCollection",
    "Volume",
    "VolumeCollection",
    "from_env",
    "from_context",
    "DockerClient",
    "Container",
    "ContainerCollection",
    "ExecOutput",
    "ExecResult",
    "Image",
    "ImageCollection",
    "RegistryData",
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
    "__version__",
    "APIClient",
    "ContextAPI",
    "api",
    "auth",
    "constants",
    "context",
    "credentials",
    "errors",
    "models",
    "tls",
    "types",
    "utils",
    "version",
    "TLSConfig",
    "ApiError",
    "BadRequest",
    "BuildError",
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
    "ImageLoadError",
    "ImageNotFound",
    "InvalidArgument",
    "InvalidType",
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
    "MissingKey",
    "UnsupportedByEngineError",
    "UnsupportedByEngine",
    "WaitTimeout",
    "ServiceTimeout",
    "NetworkNotFound",
    "VolumeNotFound",
    "OutcomeError",
    "DockerContainerError",
    "ContainerEnded",
    "ServiceFailed",
    "SubscriberLagged",
]

_MODULES = (
    "api",
    "auth",
    "constants",
    "context",
    "credentials",
    "errors",
    "models",
    "tls",
    "types",
    "utils",
    "version",
)
_HOMES = {
    "AttachedSocket": "dockwright.sync.sockets",
    "UpdateOptions": "dockwright.options.updates",
    "Waited": "dockwright.flows.waiting",
    "RegistryData": "dockwright.sync.image",
    "__version__": "dockwright.sync.version",
    "APIClient": "dockwright.sync.api.client",
    "ContextAPI": "dockwright.sync.context",
    "Config": "dockwright.sync.configs",
    "ConfigCollection": "dockwright.sync.configs",
    "Network": "dockwright.sync.networks",
    "NetworkCollection": "dockwright.sync.networks",
    "Node": "dockwright.sync.nodes",
    "NodeCollection": "dockwright.sync.nodes",
    "Plugin": "dockwright.sync.plugins",
    "PluginCollection": "dockwright.sync.plugins",
    "Secret": "dockwright.sync.secrets",
    "SecretCollection": "dockwright.sync.secrets",
    "Service": "dockwright.sync.services",
    "ServiceCollection": "dockwright.sync.services",
    "Swarm": "dockwright.sync.swarm",
    "Task": "dockwright.sync.tasks",
    "TaskCollection": "dockwright.sync.tasks",
    "Volume": "dockwright.sync.volumes",
    "VolumeCollection": "dockwright.sync.volumes",
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
    "Context": "dockwright.sync.context",
    "Endpoint": "dockwright.settings.endpoint",
    "list_contexts": "dockwright.settings.contexts",
}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    if name in _MODULES:
        return import_module(f"dockwright.sync.{name}")
    value = getattr(import_module(_HOMES.get(name, "dockwright.errors")), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
