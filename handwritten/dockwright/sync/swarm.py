"""The swarm that an engine is part of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from dockwright_api import operations

from ..flows import swarm as flows
from ..options.swarm import LISTEN, changed_settings, init_body, join_body, unlock_body
from .resources import Model

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Self, Unpack

    from dockwright_api import models, shapes

    from ..options.swarm import SwarmSettings
    from .client import DockerClient


class Swarm(Model):
    """The swarm that the engine is part of, or can be; ``client.swarm``.

    Nothing is asked before ``attrs``, ``id`` or ``version`` is read.
    """

    id_attribute = "ID"

    def __init__(self, attrs: Mapping[str, Any] | None = None, client: DockerClient | None = None) -> None:
        if client is None:
            raise ValueError("a Swarm is made by a client: client.swarm")
        self.client = client
        self._attrs = None if attrs is None else dict(attrs)
        self._entry = None

    @classmethod
    def of_client(cls, client: DockerClient) -> Self:
        """Make the swarm of the engine of a client."""
        return cls(None, client)

    @property
    def attrs(self) -> dict[str, Any]:
        """Everything that the engine says, the tokens to join the swarm included; empty where it is no manager.

        The engine is asked when this is first read; :meth:`reload` asks again.
        """
        if self._attrs is None:
            self._attrs = cast("dict[str, Any]", self.client.engine.drive(flows.inspect_if_any()) or {})
        return self._attrs

    @property
    def id(self) -> str:
        """The whole id; empty where the engine is no manager."""
        return str(self.attrs.get("ID", ""))

    @property
    def short_id(self) -> str:
        """The first 12 characters of the id."""
        return self.id[:12]

    @property
    def version(self) -> int:
        """The number of the version that ``attrs`` shows; raises an ``APIError`` where the engine is no manager."""
        if not self.attrs:
            self.reload()
        return cast("int", self.attrs["Version"]["Index"])

    def inspect(self) -> models.Swarm:
        """Ask for everything about the swarm, as a model. ``GET /swarm``."""
        return self.client.engine.send(operations.swarm.inspect())

    def init(
        self,
        advertise_addr: str | None = None,
        listen_addr: str = LISTEN,
        force_new_cluster: bool = False,
        default_addr_pool: Sequence[str] | None = None,
        subnet_size: int | None = None,
        data_path_addr: str | None = None,
        data_path_port: int | None = None,
        **settings: Unpack[SwarmSettings],
    ) -> str:
        """Start a swarm with the engine as its first manager, and give the id of the node. ``POST /swarm/init``.

        ``advertise_addr`` is where other nodes reach the engine: an address or interface, which is needed where the
        host has several. ``default_addr_pool`` are ranges from which networks get subnets of the length
        ``subnet_size``. The other options are those of ``SwarmSettings``, such as ``autolock_managers=True``.
        """
        body = init_body(
            advertise_addr=advertise_addr,
            listen_addr=listen_addr,
            force_new_cluster=force_new_cluster,
            default_addr_pool=default_addr_pool,
            subnet_size=subnet_size,
            data_path_addr=data_path_addr,
            data_path_port=data_path_port,
            spec=changed_settings(None, settings, caller="init"),
        )
        self._attrs = None
        return self.client.engine.fetch(operations.swarm.init(body))

    def join(
        self,
        remote_addrs: Iterable[str],
        join_token: str,
        listen_addr: str = LISTEN,
        advertise_addr: str | None = None,
        data_path_addr: str | None = None,
    ) -> bool:
        """Join the engine to a swarm, as a worker or a manager, as the token says. ``POST /swarm/join``.

        ``remote_addrs`` are addresses of managers. Always gives True; what fails raises.
        """
        body = join_body(
            remote_addrs=remote_addrs,
            join_token=join_token,
            listen_addr=listen_addr,
            advertise_addr=advertise_addr,
            data_path_addr=data_path_addr,
        )
        self.client.engine.fetch(operations.swarm.join(body))
        self._attrs = None
        return True

    def leave(self, force: bool = False) -> bool:
        """Take the engine out of the swarm; a manager only with ``force``. ``POST /swarm/leave``.

        With ``force`` it is no error to be in no swarm. When the last manager leaves, the swarm is lost with everything
        in it. Always gives True; what fails raises.
        """
        self.client.engine.drive(flows.leave(force=force))
        self._attrs = None
        return True

    def reload(self) -> None:
        """Ask the engine again for what ``attrs`` holds. ``GET /swarm``.

        Raises an ``APIError`` where the engine is no manager.
        """
        self._attrs = self._inspect()

    def unlock(self, key: str | Mapping[str, Any] | models.SwarmUnlockKeyResponse) -> bool:
        """Unlock this manager after its engine has started again. ``POST /swarm/unlock``.

        ``key`` is the key, or what :meth:`get_unlock_key` gave. Always gives True; what fails raises.
        """
        self.client.engine.fetch(operations.swarm.unlock(unlock_body(key)))
        return True

    def get_unlock_key(self) -> shapes.SwarmUnlockKeyResponse:
        """Ask for the key that unlocks managers, as ``UnlockKey``; empty where they are not locked.

        ``GET /swarm/unlockkey``.
        """
        return self.client.engine.fetch(operations.swarm.unlock_key())

    def update(
        self,
        rotate_worker_token: bool = False,
        rotate_manager_token: bool = False,
        rotate_manager_unlock_key: bool = False,
        **settings: Unpack[SwarmSettings],
    ) -> bool:
        """Change settings of the swarm, replace its tokens or its unlock key. ``POST /swarm/update``.

        The settings are those of ``SwarmSettings``; others stay as they are now. ``attrs`` is asked for again when it
        is read next. Always gives True; what fails raises.
        """
        rotation = flows.Rotation(rotate_worker_token, rotate_manager_token, rotate_manager_unlock_key)
        self.client.engine.drive(flows.update(settings, rotation=rotation))
        self._attrs = None
        return True

    def _inspect(self) -> dict[str, Any]:
        return cast("dict[str, Any]", self.client.engine.fetch(operations.swarm.inspect()))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Swarm) and self.client is other.client

    def __hash__(self) -> int:
        return hash((type(self).__name__, id(self.client)))

    def __repr__(self) -> str:
        return "<Swarm>" if self._attrs is None else f"<Swarm: {self.short_id}>"
