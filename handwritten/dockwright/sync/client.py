"""The client: where everything starts."""

from __future__ import annotations

import logging
from collections import ChainMap
from pathlib import Path
from time import time
from typing import TYPE_CHECKING, Any, Final, Literal, cast, overload

from dockwright_api import operations
from dockwright_api.unset import UNSET

from ..errors import InvalidArgument, SettingsError
from ..flows.negotiation import pinned_version
from ..options import values
from ..options.events import engine_events
from ..options.moments import in_utc
from ..policy.timeouts import Timeouts
from ..settings.config_file import ConfigFile
from ..settings.credentials import logged_in
from ..settings.endpoint import full_address
from ..settings.keyring import Keyring
from ..settings.registries import HUB, server_key
from ..settings.resolution import resolve
from ..settings.tls import checked_context
from ..wire.documents import document_decoder
from .session import Session

if TYPE_CHECKING:
    import ssl
    from collections.abc import Mapping
    from types import TracebackType
    from typing import Self

    from dockwright_api import shapes
    from dockwright_api.encode import Filters
    from dockwright_api.operation import ByteStream, JSONStream, LogStream, Operation, Upgrade

    from ..options.moments import Moment
    from ..policy.retry import Reconnect
    from ..policy.timeouts import TimeoutOption
    from ..settings.endpoint import Endpoint
    from .api.client import APIClient
    from .configs import ConfigCollection
    from .containers import ContainerCollection
    from .images import ImageCollection
    from .networks import NetworkCollection
    from .nodes import NodeCollection
    from .plugins import PluginCollection
    from .secrets import SecretCollection
    from .services import ServiceCollection
    from .session import ReplyT
    from .stream import Message, Stream
    from .streams import ReplyStream
    from .swarm import Swarm
    from .tasks import TaskCollection
    from .tls import TLSConfig
    from .transport import Transport
    from .volumes import VolumeCollection

    TLSOption = bool | ssl.SSLContext | TLSConfig | None

logger: logging.Logger = logging.getLogger("dockwright")


class DockerClient:
    """A client of one Docker engine; threads may share it.

    ``base_url`` names the engine (``unix:///path``, ``tcp://host:port``, ``https://host:port``, ``ssh://user@host``),
    and ``context`` does so by the name of a context of the docker command. Without them ``DOCKER_HOST``,
    ``DOCKER_CONTEXT``, the current context and then the usual sockets are tried; ``client.endpoint.explain()`` tells
    which it was. Nothing is sent before the first call. ``ssh`` is that of this machine, with its settings, and runs
    the docker command over there.

    ``version`` pins the API version, such as ``"1.43"``; None or ``"auto"`` negotiates at the first call. ``timeout``
    is seconds, ``Timeouts``, or None for no limit; without it the policy of ``Timeouts`` applies. ``tls`` is True for
    TLS that verifies the engine by the authorities which this machine trusts, a ``TLSConfig`` or an ``ssl.SSLContext``;
    False is for none, and without it the context and the environment decide (``DOCKER_TLS_VERIFY``,
    ``DOCKER_CERT_PATH``). ``user_agent`` is sent with every request, as all of ``client.headers``. ``credstore_env`` is
    added to the environment of programs that keep credentials. ``num_pools``, ``max_pool_size`` and ``use_ssh_client``
    have no effect: connections are opened as they are needed.

    Use it as ``with DockerClient() as client:``, or call :meth:`close`. Raises ``SettingsError`` for an address that
    cannot be used, ``EndpointNotFound`` where no engine is found and ``VersionMismatch`` for a version that this client
    does not speak.
    """

    def __init__(
        self,
        base_url: str | None = None,
        version: str | None = None,
        timeout: TimeoutOption | Timeouts = UNSET,
        tls: TLSOption = None,
        user_agent: str | None = None,
        num_pools: int | None = None,
        credstore_env: Mapping[str, str] | None = None,
        use_ssh_client: bool = False,
        max_pool_size: int = 10,
        *,
        context: str | None = None,
        strict_versions: bool = False,
    ) -> None:
        address = full_address(base_url) if isinstance(base_url, str) else base_url
        endpoint = resolve(address, context=context, tls=None if tls is None else bool(tls), argument="base_url")
        _check_unused(num_pools=num_pools, max_pool_size=max_pool_size, use_ssh_client=use_ssh_client)
        keyring = Keyring(program_environment=_variables(credstore_env))
        self._set_up(endpoint, version, timeout, tls, user_agent, strict_versions, keyring)

    @classmethod
    def from_env(
        cls,
        version: str | None = None,
        timeout: TimeoutOption | Timeouts = UNSET,
        max_pool_size: int = 10,
        environment: Mapping[str, str] | None = None,
        use_ssh_client: bool = False,
        use_context: bool = True,
        *,
        credstore_env: Mapping[str, str] | None = None,
        strict_versions: bool = False,
    ) -> Self:
        """Make a client for the engine that the environment names.

        ``DOCKER_HOST``, and ``DOCKER_TLS_VERIFY`` and ``DOCKER_CERT_PATH`` for TLS, which always verifies the engine;
        without ``DOCKER_HOST`` the context of the docker command, unless ``use_context`` is False. ``environment``
        stands in for ``os.environ``. The other arguments are those of the class.
        """
        self = cls.__new__(cls)
        endpoint = resolve(environment=environment, use_context=use_context, argument="base_url")
        _check_unused(max_pool_size=max_pool_size, use_ssh_client=use_ssh_client)
        keyring = Keyring(environment, program_environment=_variables(credstore_env))
        self._set_up(endpoint, version, timeout, None, None, strict_versions, keyring)
        return self

    @classmethod
    def from_context(
        cls,
        name: str | None = None,
        version: str | None = None,
        timeout: TimeoutOption | Timeouts = UNSET,
        max_pool_size: int = 10,
        use_ssh_client: bool = False,
        *,
        tls: TLSOption = None,
        user_agent: str | None = None,
        num_pools: int | None = None,
        credstore_env: Mapping[str, str] | None = None,
        strict_versions: bool = False,
    ) -> Self:
        """Make a client for the engine of a context of the docker command; without a name, for that of the current.

        The other arguments are those of the class. Raises ``DockerContextError`` for a context that does not exist or
        cannot be used.
        """
        return cls(
            None,
            version,
            timeout,
            tls,
            context=name,
            user_agent=user_agent,
            num_pools=num_pools,
            credstore_env=credstore_env,
            use_ssh_client=use_ssh_client,
            max_pool_size=max_pool_size,
            strict_versions=strict_versions,
        )

    def _set_up(
        self,
        endpoint: Endpoint,
        version: str | None,
        timeout: TimeoutOption | Timeouts,
        tls: TLSOption,
        user_agent: str | None,
        strict_versions: bool,
        keyring: Keyring,
    ) -> None:
        pinned = None if version is None or version == "auto" else pinned_version(version, "version")
        if endpoint.scheme == "npipe":
            raise SettingsError(
                f"{endpoint.explain()}: dockwright.sync does not speak over named pipes; use dockwright.aio, or let "
                "the engine listen on TCP"
            )
        ssl_context = _ssl_context(tls, endpoint)

        def connect() -> Transport:
            from .transport import Transport

            # Of the two, this client's count: they may change.
            headers = ChainMap(self.headers, dict(keyring.http_headers()))
            return Transport(endpoint, ssl_context=ssl_context, headers=headers)

        self.endpoint = endpoint
        self.headers: dict[str, str] = (
            {} if user_agent is None else {"User-Agent": values.text("user_agent", user_agent)}
        )
        self.engine: Session = Session(
            connect,
            api_version=pinned,
            timeouts=Timeouts.of(timeout),
            address=endpoint.explain(),
            strict_versions=strict_versions,
            keyring=keyring,
        )
        self._keyring = keyring
        self._api: APIClient | None = None
        logger.info("the engine is at %s", endpoint.explain())

    @property
    def containers(self) -> ContainerCollection:
        """The containers of the engine."""
        from .containers import ContainerCollection

        return ContainerCollection(self)

    @property
    def images(self) -> ImageCollection:
        """The images of the engine."""
        from .images import ImageCollection

        return ImageCollection(self)

    @property
    def networks(self) -> NetworkCollection:
        """The networks of the engine."""
        from .networks import NetworkCollection

        return NetworkCollection(self)

    @property
    def volumes(self) -> VolumeCollection:
        """The volumes of the engine."""
        from .volumes import VolumeCollection

        return VolumeCollection(self)

    @property
    def configs(self) -> ConfigCollection:
        """The configs of the swarm."""
        from .configs import ConfigCollection

        return ConfigCollection(self)

    @property
    def secrets(self) -> SecretCollection:
        """The secrets of the swarm."""
        from .secrets import SecretCollection

        return SecretCollection(self)

    @property
    def services(self) -> ServiceCollection:
        """The services of the swarm."""
        from .services import ServiceCollection

        return ServiceCollection(self)

    @property
    def nodes(self) -> NodeCollection:
        """The nodes of the swarm."""
        from .nodes import NodeCollection

        return NodeCollection(self)

    @property
    def tasks(self) -> TaskCollection:
        """The tasks of the swarm."""
        from .tasks import TaskCollection

        return TaskCollection(self)

    @property
    def plugins(self) -> PluginCollection:
        """The plugins of the engine."""
        from .plugins import PluginCollection

        return PluginCollection(self)

    @property
    def swarm(self) -> Swarm:
        """The swarm that the engine is part of."""
        from .swarm import Swarm

        return Swarm.of_client(self)

    @property
    def api_version(self) -> str:
        """The API version spoken, such as ``1.43``; ``auto`` before the first call."""
        return self.engine.api_version or "auto"

    @property
    def api(self) -> APIClient:
        """All calls of the engine's API, one by one.

        With validated models as ``client.api.containers.stop(id, t=5)``, and with plain JSON by docker-py's names for
        them, as ``client.api.inspect_container(id)``.
        """
        if self._api is None:
            from .api.client import APIClient

            self._api = APIClient.of_client(self)
        return self._api

    @overload
    def send(self, operation: JSONStream[ReplyT, Any], *, timeout: TimeoutOption = ...) -> ReplyStream[ReplyT]: ...
    @overload
    def send(self, operation: LogStream, *, timeout: TimeoutOption = ...) -> ReplyStream[Message]: ...
    @overload
    def send(self, operation: ByteStream, *, timeout: TimeoutOption = ...) -> ReplyStream[bytes]: ...
    @overload
    def send(self, operation: Upgrade, *, timeout: TimeoutOption = ...) -> Stream: ...
    @overload
    def send(self, operation: Operation[ReplyT, Any], *, timeout: TimeoutOption = ...) -> ReplyT: ...

    def send(self, operation: Operation[Any, Any], *, timeout: TimeoutOption = UNSET) -> Any:
        """Send any operation of ``dockwright_api.operations`` and give its reply.

        Streams come back open; use them with ``with``.
        """
        return self.engine.send(operation, timeout=timeout)

    def ping(self) -> bool:
        """Say whether the engine answers as one. ``GET /_ping``."""
        return self.engine.fetch(operations.system.ping()) == "OK"

    def version(self, api_version: bool = True) -> shapes.SystemVersion:
        """Ask for the engine's versions. ``GET /version``.

        ``api_version`` has no effect: the answer is the same under every version of the API.
        """
        return self.engine.fetch(operations.system.version())

    def info(self) -> shapes.SystemInfo:
        """Describe the engine and its host. ``GET /info``."""
        return self.engine.fetch(operations.system.info())

    def df(self) -> shapes.SystemDataUsageResponse:
        """Tell what images, containers, volumes and build caches take on disk. ``GET /system/df``."""
        return self.engine.fetch(operations.system.data_usage())

    @overload
    def events(
        self,
        since: Moment | str | None = ...,
        until: Moment | str | None = ...,
        filters: Filters | str | None = ...,
        decode: Literal[False] | None = None,
        *,
        reconnect: Reconnect = ...,
    ) -> ReplyStream[bytes]: ...
    @overload
    def events(
        self,
        since: Moment | str | None = ...,
        until: Moment | str | None = ...,
        filters: Filters | str | None = ...,
        *,
        decode: Literal[True],
        reconnect: Reconnect = ...,
    ) -> ReplyStream[shapes.EventMessage]: ...

    def events(
        self,
        since: Moment | str | None = None,
        until: Moment | str | None = None,
        filters: Filters | str | None = None,
        decode: bool | None = None,
        *,
        reconnect: Reconnect = False,
    ) -> ReplyStream[bytes] | ReplyStream[shapes.EventMessage]:
        """Follow what happens on the engine. ``GET /events``.

        Gives an iterator, which can be closed: of bytes, or with ``decode`` of JSON. ``since`` and ``until`` are a
        ``datetime`` (UTC without a zone), a ``timedelta`` for so long ago, seconds since 1970 or a time as in RFC 3339;
        without ``until`` there is no end. ``filters`` is a mapping such as ``{"type": "container"}``.

        Raises ``ConnectionLost`` where the engine goes away. With ``reconnect=True`` it waits for the engine instead,
        and goes on after the last event; a number limits the seconds of that. An engine remembers its last 256 events,
        and none from before its own start.
        """
        operation = engine_events(in_utc(since), in_utc(until), filters, now=time())
        decoder = document_decoder(operation, models=False) if decode else bytes
        return self.engine.events(operation, decoder, reconnect=reconnect).open()

    def login(
        self,
        username: str | None = None,
        password: str | None = None,
        email: str | None = None,
        registry: str | None = None,
        reauth: bool = False,
        dockercfg_path: str | None = None,
        *,
        identitytoken: str | None = None,
    ) -> dict[str, Any]:
        """Check credentials with a registry, Docker Hub's unless another is given, and keep them. ``POST /auth``.

        They are kept in memory only, for as long as this client lives, and used for pulls, pushes and builds. Who is
        logged in already under this name is not checked again unless ``reauth`` is given, and gets the credentials.
        From then on ``dockercfg_path`` stands in for the ``config.json`` of this user. Raises ``Unauthorized`` or
        another ``ApiError`` for what the registry refuses.
        """
        if dockercfg_path is not None:
            self.read_config(dockercfg_path)
        server = server_key(values.text("registry", registry or HUB))
        known = self._keyring.remembered(server)
        if known is not None and not reauth and username is not None and known.get("username") == username:
            return {"Status": "Login Succeeded", "IdentityToken": ""}
        given = {"username": username, "password": password, "email": email, "identitytoken": identitytoken}
        login = {key: value for key, value in given.items() if value is not None} | {"serveraddress": server}
        reply = self.engine.fetch(operations.system.auth(cast("shapes.AuthConfig", login)))
        self._keyring.remember(server, logged_in(login, reply))
        return dict(reply or {})

    def logout(self, registry: str | None = None) -> None:
        """Forget what :meth:`login` kept for a registry, Docker Hub's unless another is given."""
        self._keyring.forget(server_key(values.text("registry", registry or HUB)))

    def read_config(self, path: str | None) -> None:
        """Take credentials and proxies from a file in place of the ``config.json`` of this user; None for that again.

        Raises ``SettingsError`` for a file that cannot be read.
        """
        self._keyring.config = None if path is None else ConfigFile.read(Path(path))

    @property
    def credstore_env(self) -> Mapping[str, str]:
        """What is added to the environment of programs that keep credentials."""
        return self._keyring.program_environment

    def close(self) -> None:
        """Close the connections of this client; harmless when done before. Another call makes new connections."""
        self.engine.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.endpoint} {self.engine.api_version or 'auto'}>"

    if not TYPE_CHECKING:  # type checkers shall know a wrong name

        def __getattr__(self, name: str) -> Any:
            from .api.client import APIClient

            hint = f"; it is a method of the low-level client: client.api.{name}()" if hasattr(APIClient, name) else ""
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}{hint}")


def _variables(credstore_env: Mapping[str, str] | None) -> dict[str, str] | None:
    return None if credstore_env is None else values.text_map("credstore_env", credstore_env)


def _check_unused(*, max_pool_size: int, use_ssh_client: bool, num_pools: int | None = None) -> None:
    """Refuse what nobody can mean, also where it has no effect."""
    values.flag("use_ssh_client", use_ssh_client)
    for name, number in (("num_pools", num_pools), ("max_pool_size", max_pool_size)):
        if number is not None and values.whole(name, number) < 1:
            raise InvalidArgument(f"{name} must be 1 or more, not {number}")


def _ssl_context(tls: TLSOption, endpoint: Endpoint) -> ssl.SSLContext | None:
    """Give the TLS context that the caller, the context or the environment asks for."""
    if tls is None or isinstance(tls, bool):
        return None if endpoint.tls is None else endpoint.tls.context()
    from .tls import TLSConfig

    return tls.context() if isinstance(tls, TLSConfig) else checked_context(tls, "tls")


from_env: Final = DockerClient.from_env
from_context: Final = DockerClient.from_context
