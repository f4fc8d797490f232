# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""Every operation as a blocking method, by noun."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..sender import Send
    from .configs import Configs
    from .containers import Containers
    from .distribution import Distribution
    from .execs import Execs
    from .images import Images
    from .networks import Networks
    from .nodes import Nodes
    from .plugins import Plugins
    from .secrets import Secrets
    from .services import Services
    from .session import Session
    from .swarm import Swarm
    from .system import System
    from .tasks import Tasks
    from .volumes import Volumes


class Api:
    """All operations of the Engine API, by noun: ``docker.api.containers.list()``."""

    def __init__(self, send: Send) -> None:
        self._send = send

    @cached_property
    def configs(self) -> Configs:
        """The operations of ``docker.api.configs``."""
        from .configs import Configs

        return Configs(self._send)

    @cached_property
    def containers(self) -> Containers:
        """The operations of ``docker.api.containers``."""
        from .containers import Containers

        return Containers(self._send)

    @cached_property
    def distribution(self) -> Distribution:
        """The operations of ``docker.api.distribution``."""
        from .distribution import Distribution

        return Distribution(self._send)

    @cached_property
    def execs(self) -> Execs:
        """The operations of ``docker.api.execs``."""
        from .execs import Execs

        return Execs(self._send)

    @cached_property
    def images(self) -> Images:
        """The operations of ``docker.api.images``."""
        from .images import Images

        return Images(self._send)

    @cached_property
    def networks(self) -> Networks:
        """The operations of ``docker.api.networks``."""
        from .networks import Networks

        return Networks(self._send)

    @cached_property
    def nodes(self) -> Nodes:
        """The operations of ``docker.api.nodes``."""
        from .nodes import Nodes

        return Nodes(self._send)

    @cached_property
    def plugins(self) -> Plugins:
        """The operations of ``docker.api.plugins``."""
        from .plugins import Plugins

        return Plugins(self._send)

    @cached_property
    def secrets(self) -> Secrets:
        """The operations of ``docker.api.secrets``."""
        from .secrets import Secrets

        return Secrets(self._send)

    @cached_property
    def services(self) -> Services:
        """The operations of ``docker.api.services``."""
        from .services import Services

        return Services(self._send)

    @cached_property
    def session(self) -> Session:
        """The operations of ``docker.api.session``."""
        from .session import Session

        return Session(self._send)

    @cached_property
    def swarm(self) -> Swarm:
        """The operations of ``docker.api.swarm``."""
        from .swarm import Swarm

        return Swarm(self._send)

    @cached_property
    def system(self) -> System:
        """The operations of ``docker.api.system``."""
        from .system import System

        return System(self._send)

    @cached_property
    def tasks(self) -> Tasks:
        """The operations of ``docker.api.tasks``."""
        from .tasks import Tasks

        return Tasks(self._send)

    @cached_property
    def volumes(self) -> Volumes:
        """The operations of ``docker.api.volumes``."""
        from .volumes import Volumes

        return Volumes(self._send)
