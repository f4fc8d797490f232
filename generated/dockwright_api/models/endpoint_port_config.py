# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``EndpointPortConfig``."""

from typing import Annotated, Literal

from pydantic import Field

from ..base import Model


class EndpointPortConfig(Model):
    """A port of a service that is reachable from outside."""

    name: Annotated[str | None, Field(alias="Name")] = None
    """A name for the port."""
    protocol: Annotated[Literal["tcp", "udp", "sctp"] | str | None, Field(alias="Protocol")] = None
    """Protocol of the port, `tcp` by default. `sctp` since API 1.37."""
    target_port: Annotated[int | None, Field(alias="TargetPort")] = None
    """Port in the containers."""
    published_port: Annotated[int | None, Field(alias="PublishedPort")] = None
    """Port on the nodes. By default the swarm chooses one from 30000 to 32767 for the mode `ingress`, and each node one
    of its own for `host`."""
    publish_mode: Annotated[Literal["ingress", "host"] | str | None, Field(alias="PublishMode")] = None
    """Whether every node passes the port on to some task (`ingress`, the default), or only nodes with a task do, and
    only to that task (`host`)."""
