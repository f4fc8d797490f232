"""The asynchronous face, on aiohttp, with aiodocker's names: ``import dockwright.aio as aiodocker``."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    __version__: str

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
    from ..flows.builds import BuildResult
    from ..flows.execs import ExecResult
    from ..flows.stats import Usage, usage
    from ..flows.waiting import Waited
    from ..options.containers import RunOptions
    from ..options.updates import UpdateOptions
    from ..policy.timeouts import Deadlines, Timeouts
    from ..settings.contexts import Context, DockerContextEndpoint, list_contexts
    from ..settings.endpoint import Endpoint
    from ..wire.loglines import LogLine
    from . import channel as channel
    from . import configs as configs
    from . import constants as constants
    from . import containers as containers
    from . import docker as docker
    from . import events as events
    from . import exceptions as exceptions
    from . import execs as execs
    from . import images as images
    from . import jsonstream as jsonstream
    from . import logs as logs
    from . import multiplexed as multiplexed
    from . import networks as networks
    from . import nodes as nodes
    from . import plugins as plugins
    from . import secrets as secrets
    from . import services as services
    from . import ssh as ssh
    from . import stream as stream
    from . import swarm as swarm
    from . import system as system
    from . import tasks as tasks
    from . import types as types
    from . import utils as utils
    from . import volumes as volumes
    from .archives import ArchiveMembers, MemberContent
    from .channel import ChannelSubscriber
    from .configs import DockerConfigs
    from .containers import DockerContainer, DockerContainers
    from .docker import Docker
    from .downloads import Download
    from .events import DockerEvents
    from .execs import Exec
    from .images import DockerImages
    from .logs import DockerLog
    from .networks import DockerNetwork, DockerNetworks
    from .nodes import DockerSwarmNodes
    from .plugins import DockerPlugins
    from .secrets import DockerSecrets
    from .services import DockerServices
    from .stream import Message, Stream
    from .streams import ReplyStream
    from .swarm import DockerSwarm
    from .system import DockerSystem
    from .tasks import DockerTasks
    from .volumes import DockerVolume, DockerVolumes

__all__ = [
    "UpdateOptions",
    "RunOptions",
    "Waited",
    "DockerConfigs",
    "DockerEvents",
    "DockerLog",
    "DockerNetwork",
    "DockerNetworks",
    "DockerSwarmNodes",
    "DockerPlugins",
    "DockerSecrets",
    "DockerServices",
    "DockerSwarm",
    "DockerTasks",
    "DockerVolume",
    "DockerVolumes",
    "ChannelSubscriber",
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
    "BuildError",
    "BuildResult",
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
    "ImageLoadError",
    "ImageNotFound",
    "MalformedStream",
    "NotFound",
    "UnsafeArchive",
    "PathNotFound",
    "InvalidArgument",
    "InvalidType",
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
    "ContainerError",
    "ContainerEnded",
    "ServiceFailed",
    "SubscriberLagged",
]

_HOMES = {
    "UpdateOptions": "dockwright.options.updates",
    "RunOptions": "dockwright.options.containers",
    "Waited": "dockwright.flows.waiting",
    "BuildResult": "dockwright.flows.builds",
    "DockerConfigs": "dockwright.aio.configs",
    "DockerEvents": "dockwright.aio.events",
    "DockerLog": "dockwright.aio.logs",
    "DockerNetwork": "dockwright.aio.networks",
    "DockerNetworks": "dockwright.aio.networks",
    "DockerSwarmNodes": "dockwright.aio.nodes",
    "DockerPlugins": "dockwright.aio.plugins",
    "DockerSecrets": "dockwright.aio.secrets",
    "DockerServices": "dockwright.aio.services",
    "DockerSwarm": "dockwright.aio.swarm",
    "DockerTasks": "dockwright.aio.tasks",
    "DockerVolume": "dockwright.aio.volumes",
    "DockerVolumes": "dockwright.aio.volumes",
    "ChannelSubscriber": "dockwright.aio.channel",
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

# Programs for aiodocker also find these behind the package alone.
_MODULES = frozenset(
    [
        "channel",
        "configs",
        "constants",
        "containers",
        "docker",
        "events",
        "exceptions",
        "execs",
        "images",
        "jsonstream",
        "logs",
        "multiplexed",
        "networks",
        "nodes",
        "plugins",
        "secrets",
        "services",
        "ssh",
        "stream",
        "swarm",
        "system",
        "tasks",
        "types",
        "utils",
        "volumes",
    ]
)


def __getattr__(name: str) -> Any:
    if name == "__version__":
        return _version()
    if name not in __all__ and name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    if name in _MODULES:
        return import_module(f"{__name__}.{name}")
    value = getattr(import_module(_HOMES.get(name, "dockwright.errors")), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__, *_MODULES, "__version__"})


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("dockwright")
    except PackageNotFoundError:
        # Used from its folders, without being installed.
        return "0"
