# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""JSON as it goes over the wire: plugins."""

from typing import Literal, TypedDict


class PluginMount(TypedDict):
    """A mount in the file system of a plugin."""

    Name: str
    """Name by which the mount can be set."""
    Description: str
    """What the mount is for."""
    Settable: list[str]
    """What can be set, `source` or nothing."""
    Source: str
    """Path on the host. Null if there is none yet, and then the plugin cannot be enabled."""
    Destination: str
    """Path in the plugin."""
    Type: str
    """Kind of mount, such as `bind`."""
    Options: list[str]
    """Options of the mount, such as `rbind` and `rw`."""


class PluginDevice(TypedDict):
    """A device of the host that a plugin may use."""

    Name: str
    """Name by which the device can be set."""
    Description: str
    """What the device is for."""
    Settable: list[str]
    """What can be set, `path` or nothing."""
    Path: str
    """Path of the device, the same on the host and in the plugin. Null if there is none yet."""


class PluginEnv(TypedDict):
    """An environment variable of a plugin."""

    Name: str
    """Name of the variable."""
    Description: str
    """What the variable is for."""
    Settable: list[str]
    """What can be set, `value` or nothing."""
    Value: str
    """Value unless it is set otherwise. Null if there is none; the variable is then missing until it is set."""


class PluginSettings(TypedDict):
    """Settings of a plugin, at first those of its configuration."""

    Mounts: list[PluginMount]
    """Mounts in the file system of the plugin."""
    Env: list[str]
    """Environment variables, as `NAME=value`."""
    Args: list[str]
    """Arguments after the entry point."""
    Devices: list[PluginDevice]
    """Devices that the plugin may use."""


class PluginConfigInterface(TypedDict):
    """How the engine speaks to a plugin."""

    Types: list[str]
    """Kinds of plugin that it is, as `prefix.capability/version`, such as `docker.volumedriver/1.0`."""
    Socket: str
    """Name of the Unix socket that the plugin listens on, in its directory `/run/docker/plugins`."""
    ProtocolScheme: Literal["moby.plugins.http/v1"] | str
    """Protocol on the socket. Empty or absent means `moby.plugins.http/v1`. Since API 1.38."""


class PluginConfigUser(TypedDict):
    """A user and a group, by number."""

    UID: int
    """Number of the user."""
    GID: int
    """Number of the group."""


class PluginConfigNetwork(TypedDict):
    """Network of a plugin."""

    Type: str
    """Kind of network. With `host` the plugin shares that of the host, with anything else it has a network namespace of
    its own."""


class PluginConfigLinux(TypedDict):
    """What a plugin may do on Linux."""

    Capabilities: list[str]
    """Capabilities beyond those that a container has by default, such as `CAP_SYS_ADMIN`."""
    AllowAllDevices: bool
    """Whether the plugin may read, write and make any device."""
    Devices: list[PluginDevice]
    """Devices of the host that the plugin may use."""


class PluginConfigArgs(TypedDict):
    """Arguments of a plugin, which are set as a whole."""

    Name: str
    """Name by which the arguments can be set."""
    Description: str
    """What the arguments are for."""
    Settable: list[str]
    """What can be set, `value` or nothing. A value that is set is split at its spaces."""
    Value: list[str]
    """Arguments unless they are set otherwise."""


class PluginConfigRootfs(TypedDict):
    """Layers of the file system of a plugin."""

    type: str
    """Always `layers`."""
    diff_ids: list[str]
    """Digests of the layers."""


class PluginConfig(TypedDict):
    """Configuration of a plugin, from its `config.json`."""

    Description: str
    """What the plugin is for."""
    Documentation: str
    """Where to read about the plugin, usually a URL."""
    Interface: PluginConfigInterface
    """What the plugin offers to the engine, and where."""
    Entrypoint: list[str]
    """Program of the plugin with its first arguments."""
    WorkDir: str
    """Directory that the program starts in; empty for `/`."""
    User: PluginConfigUser
    """User that the plugin is meant to run as. The engine keeps it, but does not apply it."""
    Network: PluginConfigNetwork
    """Network of the plugin."""
    Linux: PluginConfigLinux
    """Devices and capabilities."""
    PropagatedMount: str
    """Path in the plugin below which its mounts are seen by the host too, as volume drivers need it. Empty for none."""
    IpcHost: bool
    """Whether the plugin shares the IPC namespace of the host. Since API 1.29."""
    PidHost: bool
    """Whether the plugin shares the process namespace of the host. Since API 1.29."""
    Mounts: list[PluginMount]
    """Mounts in the file system of the plugin."""
    Env: list[PluginEnv]
    """Environment variables that the plugin knows."""
    Args: PluginConfigArgs
    """Arguments after the entry point."""
    rootfs: PluginConfigRootfs
    """Layers of the file system of the plugin."""
    DockerVersion: str
    """Version of the engine that the plugin was made with. May be absent. Since API 1.29, until API 1.51."""


class Plugin(TypedDict):
    """A plugin that the engine itself runs. Linux only."""

    Id: str
    """Id of the plugin, 64 hexadecimal digits."""
    Name: str
    """Name on this engine, always with a tag."""
    Enabled: bool
    """Whether the plugin runs and can be used."""
    Settings: PluginSettings
    """What can be set, with the values that apply."""
    PluginReference: str
    """Full name under which the plugin was pulled, or the name it was made with. Since API 1.26."""
    Config: PluginConfig
    """What the author of the plugin has laid down."""
