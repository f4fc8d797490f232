"""What changes in a container that exists: its limits and its restart policy.

Every value that is given is sent, 0 as well; an option that is None counts as not given. What the engine makes of it is
its own: it takes a 0 as "as it is" for most limits (``pids_limit=0`` and ``memswap_limit=-1`` do lift theirs), and
keeps devices, ``ulimits`` and the like as the container was made with them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Unpack, cast

from .records import refuse_unknown
from .resources import RESTART_POLICY, ResourceOptions, RestartPolicy, read_resources

if TYPE_CHECKING:
    from dockwright_api import shapes


class UpdateOptions(ResourceOptions, total=False):
    """What may be changed in a container."""

    restart_policy: RestartPolicy | None
    """Such as ``{"Name": "on-failure", "MaximumRetryCount": 3}``, or ``"on-failure:3"``."""


def container_update(**options: Unpack[UpdateOptions]) -> shapes.ContainerUpdateRequest:
    """Translate what shall change; raises ``TypeError`` and ``InvalidArgument``, which name the option."""
    given: dict[str, Any] = {name: value for name, value in options.items() if value is not None}
    refuse_unknown("update", given, UpdateOptions.__annotations__)
    body = read_resources(given)
    if "restart_policy" in given:
        body[RESTART_POLICY.key] = RESTART_POLICY.read("restart_policy", given["restart_policy"])
    return cast("shapes.ContainerUpdateRequest", body)
