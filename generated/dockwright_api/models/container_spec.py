# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ContainerSpec``."""

from typing import Annotated, Literal

from pydantic import Field

from ..base import Model
from .container_spec_config import ContainerSpecConfig
from .container_spec_dns_config import ContainerSpecDNSConfig
from .container_spec_privileges import ContainerSpecPrivileges
from .container_spec_secret import ContainerSpecSecret
from .container_spec_ulimit import ContainerSpecUlimit
from .health_config import HealthConfig
from .mount import Mount


class ContainerSpec(Model):
    """The container that each task of a service runs."""

    image: Annotated[str | None, Field(alias="Image")] = None
    """Name of the image, with or without a tag or digest; required. Nodes pull it themselves."""
    labels: Annotated[dict[str, str] | None, Field(alias="Labels")] = None
    """Labels of the container, beside those that the swarm sets."""
    command: Annotated[list[str] | None, Field(alias="Command")] = None
    """Program to run in place of the entrypoint of the image, with its first arguments; `Args` follows."""
    args: Annotated[list[str] | None, Field(alias="Args")] = None
    """Arguments of the program, in place of the command of the image."""
    hostname: Annotated[str | None, Field(alias="Hostname")] = None
    """Host name in the container. Placeholders such as `{{.Node.Hostname}}` are filled in for each task."""
    env: Annotated[list[str] | None, Field(alias="Env")] = None
    """Variables for the process, as `NAME=value`. Placeholders in the values are filled in for each task."""
    dir: Annotated[str | None, Field(alias="Dir")] = None
    """Directory that the process starts in, an absolute path; that of the image by default."""
    user: Annotated[str | None, Field(alias="User")] = None
    """User that the process runs as, by name or number, as `user[:group]`; that of the image by default."""
    groups: Annotated[list[str] | None, Field(alias="Groups")] = None
    """Further groups of the process, by name or number."""
    privileges: Annotated[ContainerSpecPrivileges | None, Field(alias="Privileges")] = None
    """Security settings of the container. Since API 1.30."""
    tty: Annotated[bool | None, Field(alias="TTY")] = None
    """Give the process a terminal. Its output then comes raw, with standard error mixed in."""
    open_stdin: Annotated[bool | None, Field(alias="OpenStdin")] = None
    """Keep standard input open. Since API 1.27."""
    read_only: Annotated[bool | None, Field(alias="ReadOnly")] = None
    """Mount the root file system read-only. Since API 1.28."""
    mounts: Annotated[list[Mount] | None, Field(alias="Mounts")] = None
    """What is mounted into the container; no two mounts may have the same target. Placeholders in sources and targets
    are filled in for each task."""
    stop_signal: Annotated[str | None, Field(alias="StopSignal")] = None
    """Signal that asks the process to end, by name or number; that of the image by default, or `SIGTERM`. Since API
    1.28."""
    stop_grace_period: Annotated[int | None, Field(alias="StopGracePeriod")] = None
    """How long the process has to end before it is killed, in nanoseconds; 10 seconds by default."""
    hosts: Annotated[list[str] | None, Field(alias="Hosts")] = None
    """Lines for `/etc/hosts`, as an address, a space and a host name. Anything further on a line is left out."""
    dns_config: Annotated[ContainerSpecDNSConfig | None, Field(alias="DNSConfig")] = None
    """Name resolution in the container."""
    secrets: Annotated[list[ContainerSpecSecret] | None, Field(alias="Secrets")] = None
    """Secrets of the swarm that the container can read."""
    oom_score_adj: Annotated[int | None, Field(alias="OomScoreAdj")] = None
    """How likely the kernel is to kill the container when memory runs out, from -1000 (never) to 1000. Linux only.
    Since API 1.46."""
    configs: Annotated[list[ContainerSpecConfig] | None, Field(alias="Configs")] = None
    """Configs of the swarm that the container gets. Since API 1.30."""
    isolation: Annotated[Literal["default", "process", "hyperv"] | str | None, Field(alias="Isolation")] = None
    """How the container is separated from the host; the default of the node unless set. Windows only. Since API
    1.35."""
    init: Annotated[bool | None, Field(alias="Init")] = None
    """Run a small init process first in the container, which passes signals on and reaps zombies; null for the default
    of the node. Linux only. Since API 1.37."""
    sysctls: Annotated[dict[str, str] | None, Field(alias="Sysctls")] = None
    """Kernel parameters in the namespaces of the container, such as `net.core.somaxconn`. Linux only. Since API
    1.40."""
    capability_add: Annotated[list[str] | None, Field(alias="CapabilityAdd")] = None
    """Capabilities to add to the usual ones, such as `CAP_NET_ADMIN`, or `ALL`. Since API 1.41."""
    capability_drop: Annotated[list[str] | None, Field(alias="CapabilityDrop")] = None
    """Capabilities to take away, such as `CAP_NET_RAW`, or `ALL`. Since API 1.41."""
    ulimits: Annotated[list[ContainerSpecUlimit] | None, Field(alias="Ulimits")] = None
    """Resource limits of the process, as `ulimit` knows them. Since API 1.41."""
    healthcheck: Annotated[HealthConfig | None, Field(alias="Healthcheck")] = None
    """How the engine finds out whether the container is healthy. A task that is unhealthy is replaced."""
