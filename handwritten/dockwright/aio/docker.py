"""The client: where everything starts."""

from __future__ import annotations

import logging
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, cast, overload

from dockwright_api import operations
from dockwright_api.unset import UNSET

from ..flows.negotiation import pinned_version
from ..options.values import refused
from ..policy.timeouts import Timeouts
from ..settings.credentials import logged_in, login_fields
from ..settings.keyring import Keyring
from ..settings.registries import HUB, server_key
from ..settings.resolution import resolve
from ..settings.tls import checked_context
from .images import DockerImages
from .session import Session

if TYPE_CHECKING:
    import ssl
    from types import TracebackType
    from typing import Self

    import aiohttp

    from dockwright_api import shapes
    from dockwright_api.aio import Api
    from dockwright_api.operation import ByteStream, JSONStream, LogStream, Operation, Upgrade

    from ..policy.timeouts import TimeoutOption
    from ..settings.contexts import DockerContextEndpoint
    from ..settings.endpoint import Endpoint
    from .configs import DockerConfigs
    from .containers import DockerContainer, DockerContainers
    from .events import DockerEvents
    from .logs import DockerLog
    from .networks import DockerNetwork, DockerNetworks
    from .nodes import DockerSwarmNodes
    from .plugins import DockerPlugins
    from .secrets import DockerSecrets
    from .services import DockerServices
    from .session import ReplyT
    from .stream import Message, Stream
    from .streams import ReplyStream
    from .swarm import DockerSwarm
    from .system import DockerSystem
    from .tasks import DockerTasks
    from .transport import Transport
    from .volumes import DockerVolume, DockerVolumes

__all__ = [
    "Docker",
    "DockerConfigs",
    "DockerContainer",
    "DockerContainers",
    "DockerContextEndpoint",
    "DockerEvents",
    "DockerImages",
    "DockerLog",
    "DockerNetwork",
    "DockerNetworks",
    "DockerSecrets",
    "DockerServices",
    "DockerSwarm",
    "DockerSwarmNodes",
    "DockerSystem",
    "DockerTasks",
    "DockerVolume",
    "DockerVolumes",
]

logger: logging.Logger = logging.getLogger("dockwright")
_SENDERS = ("_query", "_query_json", "_do_query", "_query_chunked_post")


class Docker:
    """A client of one Docker engine.

    ``url`` names the engine (``unix:///path``, ``tcp://host:port``, ``https://host:port``, ``ssh://user@host``), and
    ``context`` does so by the name of a context of the docker command. Without them ``DOCKER_HOST``,
    ``DOCKER_CONTEXT``, the current context and then the usual sockets are tried; ``docker.endpoint.explain()`` tells
    which it was. Nothing is sent before the first call. ``ssh`` is that of this machine, with its settings, and runs
    the docker command over there.

    ``timeout`` is seconds, an ``aiohttp.ClientTimeout``, ``Timeouts``, or None for no limit; without it the policy of
    ``Timeouts`` applies. ``api_version`` pins the version, such as ``"v1.43"``; ``"auto"`` negotiates at the first
    call. ``ssl_context`` always means TLS; without it the context and the environment decide (``DOCKER_TLS_VERIFY``,
    ``DOCKER_CERT_PATH``). A ``session`` or ``connector`` of the caller's is used and never closed.

    Arguments and fields that the engine is too old for are reported by an ``UnsupportedByEngine`` warning, with
    ``strict_versions`` by an error.

    Use it as ``async with Docker() as docker:``, or call :meth:`close`. Raises ``SettingsError`` for an address that
    cannot be used, ``EndpointNotFound`` where no engine is found and ``VersionMismatch`` for a version that this client
    does not speak.
    """

    def __init__(
        self,
        url: str | None = None,
        connector: aiohttp.BaseConnector | None = None,
        session: aiohttp.ClientSession | None = None,
        timeout: TimeoutOption | Timeouts = UNSET,
        ssl_context: ssl.SSLContext | None = None,
        api_version: str = "auto",
        context: str | None = None,
        *,
        strict_versions: bool = False,
    ) -> None:
        _check_client(session, connector)
        given = None if ssl_context is None else checked_context(ssl_context, "ssl_context")
        endpoint = resolve(url, context=context, tls=None if given is None else True)
        if given is None and endpoint.tls is not None:
            given = endpoint.tls.context()
        self.endpoint: Endpoint = endpoint
        pinned = None if api_version == "auto" else pinned_version(api_version)

        def connect() -> Transport:
            from .transport import Transport

            headers = self._keyring.http_headers()
            return Transport(endpoint, ssl_context=given, session=session, connector=connector, headers=headers)

        self._keyring = Keyring()
        self.engine: Session = Session(
            connect,
            api_version=pinned,
            timeouts=Timeouts.of(timeout),
            address=self.endpoint.explain(),
            strict_versions=strict_versions,
            keyring=self._keyring,
        )
        self._api: Api | None = None
        self.images: DockerImages = DockerImages(self)
        self.pull: Final = self.images.pull
        self.push: Final = self.images.push
        logger.info("the engine is at %s", endpoint.explain())

    @cached_property
    def containers(self) -> DockerContainers:
        """The containers of the engine."""
        from .containers import DockerContainers

        return DockerContainers(self)

    @cached_property
    def system(self) -> DockerSystem:
        """What concerns the engine as a whole."""
        from .system import DockerSystem

        return DockerSystem(self)

    @cached_property
    def networks(self) -> DockerNetworks:
        """The networks of the engine."""
        from .networks import DockerNetworks

        return DockerNetworks(self)

    @cached_property
    def volumes(self) -> DockerVolumes:
        """The volumes of the engine."""
        from .volumes import DockerVolumes

        return DockerVolumes(self)

    @cached_property
    def configs(self) -> DockerConfigs:
        """The configs of the swarm."""
        from .configs import DockerConfigs

        return DockerConfigs(self)

    @cached_property
    def secrets(self) -> DockerSecrets:
        """The secrets of the swarm."""
        from .secrets import DockerSecrets

        return DockerSecrets(self)

    @cached_property
    def services(self) -> DockerServices:
        """The services of the swarm."""
        from .services import DockerServices

        return DockerServices(self)

    @cached_property
    def swarm(self) -> DockerSwarm:
        """The swarm that the engine is part of."""
        from .swarm import DockerSwarm

        return DockerSwarm(self)

    @cached_property
    def nodes(self) -> DockerSwarmNodes:
        """The nodes of the swarm."""
        from .nodes import DockerSwarmNodes

        return DockerSwarmNodes(self)

    @cached_property
    def tasks(self) -> DockerTasks:
        """The tasks of the swarm."""
        from .tasks import DockerTasks

        return DockerTasks(self)

    @cached_property
    def plugins(self) -> DockerPlugins:
        """The plugins of the engine."""
        from .plugins import DockerPlugins

        return DockerPlugins(self)

    @cached_property
    def events(self) -> DockerEvents:
        """What happens on the engine."""
        from .events import DockerEvents

        return DockerEvents(self)

    @property
    def docker_host(self) -> str:
        """The address of the engine."""
        return self.endpoint.url

    @property
    def session(self) -> aiohttp.ClientSession:
        """The session of aiohttp that this client uses; its own is made when it is first needed, inside a loop."""
        return self.engine.transport.session

    @property
    def connector(self) -> aiohttp.BaseConnector | None:
        """The connector of :attr:`session`; None when that is closed."""
        return self.session.connector

    @property
    def api_version(self) -> str:
        """The API version spoken, such as ``v1.43``; ``auto`` before the first call."""
        version = self.engine.api_version
        return f"v{version}" if version else "auto"

    @property
    def api(self) -> Api:
        """All operations of the Engine API with validated models: ``await docker.api.containers.stop(id, t=5)``."""
        if self._api is None:
            from dockwright_api.aio import Api

            self._api = Api(self.engine.send)
        return self._api

    @overload
    async def send(
        self, operation: JSONStream[ReplyT, Any], *, timeout: TimeoutOption = ...
    ) -> ReplyStream[ReplyT]: ...
    @overload
    async def send(self, operation: LogStream, *, timeout: TimeoutOption = ...) -> ReplyStream[Message]: ...
    @overload
    async def send(self, operation: ByteStream, *, timeout: TimeoutOption = ...) -> ReplyStream[bytes]: ...
    @overload
    async def send(self, operation: Upgrade, *, timeout: TimeoutOption = ...) -> Stream: ...
    @overload
    async def send(self, operation: Operation[ReplyT, Any], *, timeout: TimeoutOption = ...) -> ReplyT: ...

    async def send(self, operation: Operation[Any, Any], *, timeout: TimeoutOption = UNSET) -> Any:
        """Send any operation of ``dockwright_api.operations`` and give its reply.

        Streams come back open; use them with ``async with``.
        """
        return await self.engine.send(operation, timeout=timeout)

    async def version(self) -> shapes.SystemVersion:
        """Ask for the engine's versions. ``GET /version``."""
        return await self.engine.fetch(operations.system.version())

    async def auth(self, **credentials: Any) -> dict[str, Any]:
        """Check credentials with a registry, Docker Hub's unless ``serveraddress`` is given, and keep them.

        ``POST /auth``. They are ``username`` and ``password``, or an ``identitytoken``; they are kept in memory only,
        for as long as this client lives, and used for pulls, pushes and builds. Raises ``Unauthorized`` or another
        ``ApiError`` for what the registry refuses, ``TypeError`` or ``InvalidArgument`` for what are no credentials.
        """
        login = login_fields(credentials)
        reply = await self.engine.fetch(operations.system.auth(cast("shapes.AuthConfig", login)))
        self._keyring.remember(login["serveraddress"], logged_in(login, reply))
        return dict(reply or {})

    def logout(self, registry: str | None = None) -> None:
        """Forget what :meth:`auth` kept for a registry, Docker Hub's unless another is given."""
        self._keyring.forget(server_key(registry or HUB))

    async def ping(self) -> bool:
        """Say whether the engine answers as one. ``GET /_ping``."""
        return await self.system.ping()

    async def df(self) -> shapes.SystemDataUsageResponse:
        """Work out how much disk space everything takes; see :meth:`DockerSystem.data_usage`. ``GET /system/df``."""
        return await self.system.data_usage()

    async def close(self) -> None:
        """Stop the events and close the connections of this client; harmless when done before.

        A ``session`` or ``connector`` of the caller's stays open. Another call makes new connections.
        """
        if "events" in self.__dict__:
            await self.events.stop()
        await self.engine.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.close()

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            hint = "; send any operation with send(), or by its name in api" if name in _SENDERS else ""
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}{hint}")

    def __repr__(self) -> str:
        return f"<Docker {self.endpoint} {self.api_version}>"


def _check_client(session: object, connector: object) -> None:
    """Refuse what is no session and no connector of aiohttp: a session is known by what it does."""
    if session is not None and not callable(getattr(session, "request", None)):
        raise refused("session", "an aiohttp.ClientSession", session)
    if connector is not None and not callable(getattr(connector, "connect", None)):
        raise refused("connector", "an aiohttp connector, such as aiohttp.UnixConnector(path)", connector)


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    # The package knows where each is, and does not import it before it is wanted.
    return getattr(import_module(__name__.rpartition(".")[0]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
