"""The client: where everything starts."""

from __future__ import annotations

import logging
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, cast, overload

from dockwright_api import operations
from dockwright_api.unset import UNSET

from ..flows.negotiation import pinned_version
from ..policy.timeouts import Timeouts
from ..settings.credentials import logged_in
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
    from ..settings.endpoint import Endpoint
    from .containers import DockerContainers
    from .session import ReplyT
    from .stream import Message, Stream
    from .streams import ReplyStream
    from .system import DockerSystem
    from .transport import Transport

logger: logging.Logger = logging.getLogger("dockwright")


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
        given = None if ssl_context is None else checked_context(ssl_context, "ssl_context")
        endpoint = resolve(url, context=context, tls=None if given is None else True)
        if given is None and endpoint.tls is not None:
            given = endpoint.tls.context()
        self.endpoint: Endpoint = endpoint
        pinned = None if api_version == "auto" else pinned_version(api_version)

        def connect() -> Transport:
            from .transport import Transport

            return Transport(endpoint, ssl_context=given, session=session, connector=connector)

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

    @property
    def docker_host(self) -> str:
        """The address of the engine."""
        return self.endpoint.url

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
        ``ApiError`` for what the registry refuses.
        """
        server = server_key(str(credentials.get("serveraddress") or HUB))
        login = {**credentials, "serveraddress": server}
        reply = await self.engine.fetch(operations.system.auth(cast("shapes.AuthConfig", login)))
        self._keyring.remember(server, logged_in(login, reply))
        return dict(reply or {})

    async def close(self) -> None:
        """Close the connections of this client; harmless when done before."""
        await self.engine.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.close()

    def __repr__(self) -> str:
        return f"<Docker {self.endpoint} {self.api_version}>"
