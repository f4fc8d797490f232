"""The low-level client: every operation of the engine, by docker-py's names and by the Engine's own.

``api.inspect_container("web")`` gives plain JSON and has docker-py's parameters; ``api.containers.inspect("web")``
gives a validated model, and has those of the Engine API. A noun that is a method of docker-py's too, as ``containers``
is, can be called: ``api.containers(all=True)``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dockwright_api.sync import Api
from dockwright_api.unset import UNSET

from ...policy.timeouts import Timeouts
from .build import BuildCalls
from .config import ConfigCalls
from .container import ContainerCalls
from .daemon import DaemonCalls
from .exec_api import ExecCalls
from .image import ImageCalls
from .network import NetworkCalls
from .plugin import PluginCalls
from .secret import SecretCalls
from .service import ServiceCalls
from .swarm import SwarmCalls
from .volume import VolumeCalls

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import TracebackType
    from typing import Self

    from ...policy.timeouts import TimeoutOption
    from ..client import DockerClient, TLSOption


class APIClient(
    # What the nouns add to goes first.
    ContainerCalls,
    ExecCalls,
    ImageCalls,
    BuildCalls,
    NetworkCalls,
    VolumeCalls,
    PluginCalls,
    ConfigCalls,
    SecretCalls,
    ServiceCalls,
    SwarmCalls,
    DaemonCalls,
    Api,
):
    """The calls of the engine's API, one by one; ``client.api`` of another client, or a client by itself.

    The arguments are those of :class:`DockerClient`. Use it as ``with APIClient() as api:``, or call :meth:`close`.
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
    ) -> None:
        from ..client import DockerClient

        client = DockerClient(
            base_url,
            version,
            timeout,
            tls,
            user_agent,
            num_pools,
            credstore_env,
            use_ssh_client,
            max_pool_size,
        )
        self._set_up(client)

    @classmethod
    def of_client(cls, client: DockerClient) -> Self:
        """Give the calls of a client that is there already."""
        self = cls.__new__(cls)
        self._set_up(client)
        return self

    def _set_up(self, client: DockerClient) -> None:
        super().__init__(client.engine.send)
        self._client = client

    @property
    def base_url(self) -> str:
        """The address of the engine, such as ``unix:///var/run/docker.sock``."""
        return self._client.endpoint.url

    @property
    def headers(self) -> dict[str, str]:
        """Headers that are sent with every request; they may be changed."""
        return self._client.headers

    @property
    def api_version(self) -> str:
        """The API version spoken, such as ``1.43``; the engine is asked if it was not yet."""
        return self._client.engine.negotiate()

    @property
    def _version(self) -> str:
        # docker-py's programs read it, for want of a public name in its older versions.
        return self.api_version

    @property
    def timeout(self) -> float | None:
        """The limit for each wait of an ordinary call, in seconds; None is no limit. It may be changed."""
        return self._client.engine.timeouts.unary.first_byte

    @timeout.setter
    def timeout(self, value: TimeoutOption | Timeouts) -> None:
        self._client.engine.timeouts = Timeouts.of(value)

    @property
    def credstore_env(self) -> Mapping[str, str]:
        """What is added to the environment of programs that keep credentials."""
        return self._client.credstore_env

    def reload_config(self, dockercfg_path: str | None = None) -> None:
        """Take credentials and proxies from this file in place of ``config.json``; without one from that again.

        Both are read whenever they are needed, so that a change of ``config.json`` needs no such call. Raises
        ``SettingsError`` for a file that cannot be read.
        """
        self._client.read_config(dockercfg_path)

    def close(self) -> None:
        """Close the connections; harmless when done before."""
        self._client.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._client.endpoint}>"
