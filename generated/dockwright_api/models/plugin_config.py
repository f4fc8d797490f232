# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``PluginConfig``."""

from typing import Annotated

from pydantic import Field

from ..base import Model
from .plugin_config_args import PluginConfigArgs
from .plugin_config_interface import PluginConfigInterface
from .plugin_config_linux import PluginConfigLinux
from .plugin_config_network import PluginConfigNetwork
from .plugin_config_rootfs import PluginConfigRootfs
from .plugin_config_user import PluginConfigUser
from .plugin_env import PluginEnv
from .plugin_mount import PluginMount


class PluginConfig(Model):
    """Configuration of a plugin, from its `config.json`."""

    description: Annotated[str, Field(alias="Description")]
    """What the plugin is for."""
    documentation: Annotated[str, Field(alias="Documentation")]
    """Where to read about the plugin, usually a URL."""
    interface: Annotated[PluginConfigInterface, Field(alias="Interface")]
    """What the plugin offers to the engine, and where."""
    entrypoint: Annotated[list[str], Field(alias="Entrypoint")]
    """Program of the plugin with its first arguments."""
    work_dir: Annotated[str, Field(alias="WorkDir")]
    """Directory that the program starts in; empty for `/`."""
    user: Annotated[PluginConfigUser | None, Field(alias="User")] = None
    """User that the plugin is meant to run as. The engine keeps it, but does not apply it."""
    network: Annotated[PluginConfigNetwork, Field(alias="Network")]
    """Network of the plugin."""
    linux: Annotated[PluginConfigLinux, Field(alias="Linux")]
    """Devices and capabilities."""
    propagated_mount: Annotated[str, Field(alias="PropagatedMount")]
    """Path in the plugin below which its mounts are seen by the host too, as volume drivers need it. Empty for none."""
    ipc_host: Annotated[bool | None, Field(alias="IpcHost")] = None
    """Whether the plugin shares the IPC namespace of the host. Since API 1.29."""
    pid_host: Annotated[bool | None, Field(alias="PidHost")] = None
    """Whether the plugin shares the process namespace of the host. Since API 1.29."""
    mounts: Annotated[list[PluginMount], Field(alias="Mounts")]
    """Mounts in the file system of the plugin."""
    env: Annotated[list[PluginEnv], Field(alias="Env")]
    """Environment variables that the plugin knows."""
    args: Annotated[PluginConfigArgs, Field(alias="Args")]
    """Arguments after the entry point."""
    rootfs: PluginConfigRootfs | None = None
    """Layers of the file system of the plugin."""
    docker_version: Annotated[str | None, Field(alias="DockerVersion")] = None
    """Version of the engine that the plugin was made with. May be absent. Since API 1.29, until API 1.51."""
