"""The settings of a new container as people write them.

Every option stands in one table: where it goes in the Engine's JSON, and how its value is read. What does not fit into
a row (ports, volumes and networks set several fields) has a function below the table. An option that is None counts as
not given; zero, empty text and empty lists are given, and sent. What cannot be sent raises an error that names the
option and shows the value.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias, TypedDict, cast

from ..errors import InvalidArgument
from . import values
from .endpoints import NetworkingConfig, spread_network
from .healthchecks import Healthcheck, healthcheck
from .mounts import Mount, mounts
from .networks import Links, links
from .ports import Ports, published_ports
from .processes import Environment, command_line, environment_list, with_proxies
from .records import Row, Rows, read_options, record, refuse_unknown
from .resources import RESOURCES, RESTART_POLICY, ResourceOptions, RestartPolicy, Size, read_resources
from .sizes import size_in_bytes
from .volumes import Volumes, mounted_volumes

if TYPE_CHECKING:
    from dockwright_api import models, shapes

LogConfig: TypeAlias = "str | shapes.LogConfigParam | models.LogConfig | Mapping[str, Any]"


class LogConfigFields(TypedDict, total=False):
    """Where output is logged, with the names of Python or of the Engine."""

    type: str | None
    config: Mapping[str, str] | None
    Type: str | None
    Config: Mapping[str, str] | None


class RunOptions(ResourceOptions, total=False):
    """What a container is made with, beside its image and command."""

    name: str | None
    platform: str | None
    """Such as ``linux/arm64``."""

    environment: Environment | None
    """A mapping (None unsets a variable), or a sequence of ``NAME=value``."""
    use_config_proxy: bool | None
    """Give the container the proxies that ``config.json`` names, beside its own variables; True unless given."""
    entrypoint: str | Sequence[str] | None
    """Text is split as a shell does."""
    working_dir: str | None
    user: str | int | None
    tty: bool | None
    stdin_open: bool | None
    stop_signal: str | int | None
    stop_timeout: int | None
    """Seconds until the container is killed when it shall stop; -1 for no limit."""
    healthcheck: Healthcheck | None
    """``{"test": "curl -f localhost", "interval": "30s", "retries": 3}``; an int as a duration is nanoseconds."""
    labels: Mapping[str, str] | Sequence[str] | None
    """A mapping, or a sequence of names."""
    annotations: Mapping[str, str] | None
    """Names and values for the runtime. Since API 1.43."""
    hostname: str | None
    domainname: str | Sequence[str] | None
    shell: Sequence[str] | None
    """The shell for commands that are one line, such as ``["/bin/sh", "-c"]``."""
    on_build: Sequence[str] | None
    """Dockerfile instructions for builds from an image of this container."""

    network: str | None
    """The name of one network to be in."""
    network_mode: str | None
    """``bridge``, ``none``, ``host``, or ``container:<name or id>``; instead of ``network``."""
    networking_config: NetworkingConfig | None
    """How it is connected to ``network``, by name: ``{"mynet": {"aliases": ["db"], "ipv4_address": ...}}``."""
    network_disabled: bool | None
    mac_address: str | None
    """Only up to API 1.51; newer engines want it in ``networking_config``."""
    ports: Ports | None
    publish_all_ports: bool | None
    extra_hosts: Mapping[str, str] | Sequence[str] | None
    """``{"name": "address"}``, or ``name:address``; the address ``host-gateway`` is that of the host."""
    dns: Sequence[str] | None
    dns_opt: Sequence[str] | None
    dns_search: Sequence[str] | None
    links: Links | None
    """Other containers of the default network: ``{"container": "alias"}``, pairs, or ``container:alias``."""

    volumes: Volumes | None
    mounts: Sequence[Mount] | None
    """``[{"target": "/data", "source": "name", "type": "volume", "read_only": True}]``, or with the Engine's keys."""
    volumes_from: Sequence[str] | str | None
    volume_driver: str | None
    tmpfs: Mapping[str, str] | Sequence[str] | None
    """``{"/run": "size=64m"}``, or ``path[:options]``."""
    read_only: bool | None
    storage_opt: Mapping[str, str] | None
    masked_paths: Sequence[str] | None
    """Paths hidden in the container, in place of the usual ones; an empty list for none."""
    readonly_paths: Sequence[str] | None
    """Paths that are read-only, in place of the usual ones; an empty list for none."""

    auto_remove: bool | None
    """Let the engine remove the container when it ends."""
    restart_policy: RestartPolicy | None
    """Such as ``{"Name": "on-failure", "MaximumRetryCount": 3}``, or ``"on-failure:3"``."""
    log_config: LogConfig | None
    """``{"type": "json-file", "config": {"max-size": "1m"}}``, or only the name of a driver."""
    console_size: Sequence[int] | None
    """Height and width of the terminal, in characters."""
    privileged: bool | None
    cap_add: Sequence[str] | None
    cap_drop: Sequence[str] | None
    group_add: Sequence[str | int] | None
    security_opt: Sequence[str] | None
    sysctls: Mapping[str, str | int] | None
    shm_size: Size | None
    """Size of ``/dev/shm``, in bytes or as text such as ``"128m"``."""
    oom_score_adj: int | None
    """-1000 to 1000."""
    cgroupns: str | None
    """``private`` or ``host``."""
    ipc_mode: str | None
    pid_mode: str | None
    userns_mode: str | None
    uts_mode: str | None
    isolation: str | None
    runtime: str | None

    init_path: str | None
    """Refused: engines have their own init, which ``init`` turns on."""
    lxc_conf: Mapping[str, str] | Sequence[Mapping[str, str]] | None
    """Sent, and heeded by no engine since 1.10."""
    version: str | None
    """Has no effect: the client knows the version of the API that it speaks."""


class NewContainer(NamedTuple):
    """What the operation that creates a container takes."""

    body: shapes.ContainerCreateRequest
    name: str | None
    platform: str | None

    def __repr__(self) -> str:
        """Show no more than which container it is: variables may be secret."""
        image = self.body.get("Image")
        return f"{type(self).__name__}(image={image!r}, name={self.name!r}, platform={self.platform!r})"


def _command(name: str, value: Any) -> list[str]:
    return command_line(value, name)


def _domain(name: str, value: object) -> str:
    if isinstance(value, str):
        return value
    names = values.texts(name, value)
    if len(names) > 1:
        raise InvalidArgument(f"{name} takes one name; give the domains to search in as dns_search={names!r}")
    return names[0] if names else ""


def log_config(name: str, value: object) -> dict[str, Any]:
    """Take where output is logged: a driver's name, or a mapping or model with its options."""
    if isinstance(value, str):
        return {"Type": value}
    rows = {"type": Row("Type", values.text), "config": Row("Config", values.text_map)}
    return record(name, value, rows, "{'type': 'json-file', 'config': {'max-size': '1m'}}")


def _lxc_conf(name: str, value: object) -> list[dict[str, str]]:
    if isinstance(value, Mapping):
        entries = values.text_map(name, cast("object", value)).items()
        return [{"Key": key, "Value": item} for key, item in entries]
    rows = {"key": Row("Key", values.text), "value": Row("Value", values.text)}
    items = values.several(name, "a mapping, or a sequence of {'Key': ..., 'Value': ...}", value)
    return [record(f"{name}[{index}]", item, rows, "{'Key': ..., 'Value': ...}") for index, item in enumerate(items)]


def _console_size(name: str, value: object) -> list[int]:
    numbers = values.several(name, "(height, width)", value)
    if len(numbers) != 2:
        raise InvalidArgument(f"{name} must be (height, width), not {value!r}")
    return [values.whole(f"{name}[{index}]", number) for index, number in enumerate(numbers)]


def _no_init_path(name: str, value: object) -> str:
    raise InvalidArgument(f"{name} is no longer heeded by engines, which have an init of their own; give init=True")


_CONFIG: Rows = {
    "entrypoint": Row("Entrypoint", _command),
    "working_dir": Row("WorkingDir", values.text),
    "user": Row("User", values.text_or_number),
    "tty": Row("Tty", values.flag),
    "stdin_open": Row("OpenStdin", values.flag),
    "stop_signal": Row("StopSignal", values.text_or_number),
    "stop_timeout": Row("StopTimeout", values.whole),
    "healthcheck": Row("Healthcheck", healthcheck),
    "labels": Row("Labels", values.labels),
    "hostname": Row("Hostname", values.text),
    "domainname": Row("Domainname", _domain),
    "shell": Row("Shell", values.texts),
    "on_build": Row("OnBuild", values.texts),
    "network_disabled": Row("NetworkDisabled", values.flag),
    "mac_address": Row("MacAddress", values.text),
}
_HOST: Rows = {
    "network_mode": Row("NetworkMode", values.text),
    "publish_all_ports": Row("PublishAllPorts", values.flag),
    "extra_hosts": Row("ExtraHosts", values.extra_hosts),
    "dns": Row("Dns", values.texts),
    "dns_opt": Row("DnsOptions", values.texts),
    "dns_search": Row("DnsSearch", values.texts),
    "links": Row("Links", links),
    "mounts": Row("Mounts", mounts),
    "volumes_from": Row("VolumesFrom", values.volumes_from),
    "volume_driver": Row("VolumeDriver", values.text),
    "tmpfs": Row("Tmpfs", values.tmpfs),
    "read_only": Row("ReadonlyRootfs", values.flag),
    "storage_opt": Row("StorageOpt", values.text_map),
    "masked_paths": Row("MaskedPaths", values.texts),
    "readonly_paths": Row("ReadonlyPaths", values.texts),
    "auto_remove": Row("AutoRemove", values.flag),
    "restart_policy": RESTART_POLICY,
    "log_config": Row("LogConfig", log_config),
    "annotations": Row("Annotations", values.text_map),
    "console_size": Row("ConsoleSize", _console_size),
    "privileged": Row("Privileged", values.flag),
    "cap_add": Row("CapAdd", values.texts),
    "cap_drop": Row("CapDrop", values.texts),
    "group_add": Row("GroupAdd", values.texts_or_numbers),
    "security_opt": Row("SecurityOpt", values.texts),
    "sysctls": Row("Sysctls", values.text_map),
    "shm_size": Row("ShmSize", size_in_bytes),
    "oom_score_adj": Row("OomScoreAdj", values.whole),
    "cgroupns": Row("CgroupnsMode", values.text),
    "ipc_mode": Row("IpcMode", values.text),
    "pid_mode": Row("PidMode", values.text),
    "userns_mode": Row("UsernsMode", values.text),
    "uts_mode": Row("UTSMode", values.text),
    "isolation": Row("Isolation", values.text),
    "runtime": Row("Runtime", values.text),
    "init_path": Row("InitPath", _no_init_path),
    "lxc_conf": Row("LxcConf", _lxc_conf),
}
# What stands beside the body, or nowhere in it.
_BESIDE: dict[str, Callable[[str, Any], Any]] = {
    "name": values.text,
    "platform": values.text,
    "version": values.text,
    "use_config_proxy": values.flag,
}


def wants_config_proxy(options: RunOptions) -> bool:
    """Say whether the proxies of ``config.json`` shall be read for a new container."""
    wanted = options.get("use_config_proxy")
    return True if wanted is None else values.flag("use_config_proxy", wanted)


def new_container(
    image: str,
    command: str | Sequence[str] | None = None,
    options: RunOptions | None = None,
    *,
    detach: bool = False,
    caller: str = "create",
    proxies: Mapping[str, str] | None = None,
) -> NewContainer:
    """Translate options into what the operation takes.

    ``detach`` leaves the standard streams unattached. ``proxies`` are variables for the container, beside its own; they
    are left out with ``use_config_proxy=False``. ``caller`` is named in the error for an unknown option, a
    ``TypeError``; what is wrong in itself raises ``InvalidArgument``.
    """
    given: dict[str, Any] = {name: value for name, value in (options or {}).items() if value is not None}
    refuse_unknown(caller, given, RunOptions.__annotations__)
    beside = {name: read(name, given[name]) for name, read in _BESIDE.items() if name in given}
    body: dict[str, Any] = {"Image": values.text("image", image)}
    if command is not None:
        body["Cmd"] = _command("command", command)
    body.update(read_options(given, _CONFIG))
    variables = environment_list(given.get("environment"))
    if beside.get("use_config_proxy", True):
        variables = with_proxies(variables, proxies)
    if variables is not None:
        body["Env"] = variables
    host = _host_fields(given, body)
    spread_network(given, body, host)
    detach = values.flag("detach", detach)
    body["AttachStdout"] = body["AttachStderr"] = not detach
    body["AttachStdin"] = body["StdinOnce"] = not detach and bool(body.get("OpenStdin"))
    body["HostConfig"] = host
    return NewContainer(cast("shapes.ContainerCreateRequest", body), beside.get("name"), beside.get("platform"))


def whole_container(
    body: models.ContainerCreateRequest | shapes.ContainerCreateRequest | Mapping[str, Any],
    name: str | None,
    platform: str | None,
) -> NewContainer:
    """Take a container as the Engine's own JSON or a model of it, with what stands beside it."""
    for option, value in (("name", name), ("platform", platform)):
        if value is not None:
            values.text(option, value)
    return NewContainer(cast("shapes.ContainerCreateRequest", body), name, platform)


def host_config(options: Mapping[str, Any], *, caller: str = "HostConfig") -> dict[str, Any]:
    """Translate the options that concern the host alone; otherwise as :func:`new_container`."""
    given = {name: value for name, value in options.items() if value is not None}
    refuse_unknown(caller, given, [*RESOURCES, *_HOST, "ports", "volumes"])
    return _host_fields(given, {})


def _host_fields(given: Mapping[str, Any], body: dict[str, Any]) -> dict[str, Any]:
    host = read_resources(given) | read_options(given, _HOST)
    _spread_ports(given, body, host)
    if "volumes" in given:
        host["Binds"], body["Volumes"] = mounted_volumes(given["volumes"])
    if host.get("AutoRemove") and host.get("RestartPolicy", {}).get("Name") not in (None, "", "no"):
        raise InvalidArgument("a container that is removed at its end has no restart_policy; leave one of the two out")
    return host


def _spread_ports(given: Mapping[str, Any], body: dict[str, Any], host: dict[str, Any]) -> None:
    if "ports" not in given:
        return
    for option in ("network_mode", "network"):
        mode = given.get(option)
        if isinstance(mode, str) and (mode == "host" or mode.startswith("container:")):
            raise InvalidArgument(f"ports cannot be published with {option}={mode!r}; leave one of the two out")
    body["ExposedPorts"], host["PortBindings"] = published_ports(given["ports"])
