"""``docker.types.containers``: parts of the settings of a container, and the settings themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, cast

from ...errors import InvalidArgument
from ...options import values
from ...options.containers import host_config as host_fields
from ...options.containers import log_config, new_container
from ...options.devices import alternatives, device_request
from ...options.ports import container_port
from ...options.resources import ulimit_fields
from .base import DictType, Entry, given

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Unpack

    from ...options.containers import LogConfigFields, RunOptions
    from ...options.devices import DeviceRequestFields
    from ...options.healthchecks import Healthcheck
    from ...options.networks import Links
    from ...options.ports import Ports
    from ...options.processes import Environment
    from ...options.resources import Rates, RestartPolicy, Size, UlimitFields, Ulimits, Weights
    from ...options.volumes import Volumes


class LogConfigTypesEnum:
    """Names of log drivers; plugins may have others."""

    JSON: Final = "json-file"
    SYSLOG: Final = "syslog"
    JOURNALD: Final = "journald"
    GELF: Final = "gelf"
    FLUENTD: Final = "fluentd"
    NONE: Final = "none"
    LOCAL: Final = "local"


class LogConfig(DictType):
    """Where output is logged: ``LogConfig(type=LogConfig.types.JSON, config={"max-size": "1m"})``."""

    types = LogConfigTypesEnum

    def __init__(self, **kwargs: Unpack[LogConfigFields]) -> None:
        super().__init__({"Config": {}, **log_config("LogConfig", kwargs)})

    type: Entry[str] = Entry("Type", values.text)

    @property
    def config(self) -> dict[str, str]:
        """The options of the driver."""
        return cast("dict[str, str]", self["Config"])

    def set_config_value(self, key: str, value: str) -> None:
        """Set an option of the driver."""
        self["Config"] = {**self.config, **values.text_map("config", {key: value})}

    def unset_config(self, key: str) -> None:
        """Remove an option of the driver, if it is there."""
        self["Config"] = {name: value for name, value in self.config.items() if name != key}


class Ulimit(DictType):
    """A limit of processes: ``Ulimit(name="nofile", soft=1024, hard=2048)``."""

    def __init__(self, **kwargs: Unpack[UlimitFields]) -> None:
        super().__init__(ulimit_fields("Ulimit", kwargs))

    name: Entry[str] = Entry("Name", values.text)
    soft: Entry[int] = Entry("Soft", values.whole)
    hard: Entry[int] = Entry("Hard", values.whole)


class DeviceRequest(DictType):
    """A request to a device driver: ``DeviceRequest(count=-1, capabilities=[["gpu"]])``."""

    def __init__(self, **kwargs: Unpack[DeviceRequestFields]) -> None:
        empty: dict[str, Any] = {"Driver": "", "Count": 0, "DeviceIDs": [], "Capabilities": [], "Options": {}}
        super().__init__({**empty, **device_request("DeviceRequest", kwargs)})

    driver: Entry[str] = Entry("Driver", values.text)
    count: Entry[int] = Entry("Count", values.whole)
    device_ids: Entry[list[str]] = Entry("DeviceIDs", values.texts)
    capabilities: Entry[list[list[str]]] = Entry("Capabilities", alternatives)
    options: Entry[dict[str, str]] = Entry("Options", values.text_map)


class HostConfig(dict[str, Any]):
    """The settings of a container that concern its host; all as for ``client.containers.run``.

    ``binds`` are its ``volumes`` and ``port_bindings`` its ``ports``. ``version`` has no effect: the client knows what
    it speaks.
    """

    def __init__(
        self,
        version: str | None,
        binds: Volumes | None = None,
        port_bindings: Ports | None = None,
        lxc_conf: Mapping[str, str] | Sequence[Mapping[str, str]] | None = None,
        publish_all_ports: bool = False,
        links: Links | None = None,
        privileged: bool = False,
        dns: Sequence[str] | None = None,
        dns_search: Sequence[str] | None = None,
        volumes_from: Sequence[str] | str | None = None,
        network_mode: str | None = None,
        restart_policy: RestartPolicy | None = None,
        cap_add: Sequence[str] | None = None,
        cap_drop: Sequence[str] | None = None,
        devices: Sequence[str | Mapping[str, Any]] | None = None,
        extra_hosts: Mapping[str, str] | Sequence[str] | None = None,
        read_only: bool | None = None,
        pid_mode: str | None = None,
        ipc_mode: str | None = None,
        security_opt: Sequence[str] | None = None,
        ulimits: Ulimits | None = None,
        log_config: str | Mapping[str, Any] | None = None,
        mem_limit: Size | None = None,
        memswap_limit: Size | None = None,
        mem_reservation: Size | None = None,
        kernel_memory: Size | None = None,
        mem_swappiness: int | None = None,
        cgroup_parent: str | None = None,
        group_add: Sequence[str | int] | None = None,
        cpu_quota: int | None = None,
        cpu_period: int | None = None,
        blkio_weight: int | None = None,
        blkio_weight_device: Weights | None = None,
        device_read_bps: Rates | None = None,
        device_write_bps: Rates | None = None,
        device_read_iops: Rates | None = None,
        device_write_iops: Rates | None = None,
        oom_kill_disable: bool = False,
        shm_size: Size | None = None,
        sysctls: Mapping[str, str | int] | None = None,
        tmpfs: Mapping[str, str] | Sequence[str] | None = None,
        oom_score_adj: int | None = None,
        dns_opt: Sequence[str] | None = None,
        cpu_shares: int | None = None,
        cpuset_cpus: str | None = None,
        userns_mode: str | None = None,
        uts_mode: str | None = None,
        pids_limit: int | None = None,
        isolation: str | None = None,
        auto_remove: bool = False,
        storage_opt: Mapping[str, str] | None = None,
        init: bool | None = None,
        init_path: str | None = None,
        volume_driver: str | None = None,
        cpu_count: int | None = None,
        cpu_percent: int | None = None,
        nano_cpus: int | None = None,
        cpuset_mems: str | None = None,
        runtime: str | None = None,
        mounts: Sequence[str | Mapping[str, Any]] | None = None,
        cpu_rt_period: int | None = None,
        cpu_rt_runtime: int | None = None,
        device_cgroup_rules: Sequence[str] | None = None,
        device_requests: Sequence[Mapping[str, Any]] | None = None,
        cgroupns: str | None = None,
    ) -> None:
        options = {name: value for name, value in locals().items() if name not in ("self", "version", "__class__")}
        options["volumes"] = options.pop("binds") or None
        options["ports"] = options.pop("port_bindings") or None
        for flag in ("publish_all_ports", "privileged", "oom_kill_disable", "auto_remove"):
            options[flag] = options[flag] or None
        super().__init__({"NetworkMode": "default", **host_fields(options)})


class ContainerConfig(dict[str, Any]):
    """The settings of a new container; all as for ``client.containers.run``, and a few others.

    ``ports`` are those that it exposes and ``volumes`` the places in it; where they lead to is in ``host_config``.
    ``version`` has no effect: the client knows what it speaks.
    """

    def __init__(
        self,
        version: str | None,
        image: str,
        command: str | Sequence[str] | None,
        hostname: str | None = None,
        user: str | int | None = None,
        detach: bool = False,
        stdin_open: bool = False,
        tty: bool = False,
        ports: Sequence[int | str | tuple[int | str, str]] | Mapping[str, Any] | None = None,
        environment: Environment | None = None,
        volumes: str | Sequence[str] | Mapping[str, Any] | None = None,
        network_disabled: bool = False,
        entrypoint: str | Sequence[str] | None = None,
        working_dir: str | None = None,
        domainname: str | None = None,
        host_config: Mapping[str, Any] | None = None,
        mac_address: str | None = None,
        labels: Mapping[str, str] | Sequence[str] | None = None,
        stop_signal: str | None = None,
        networking_config: Mapping[str, Any] | None = None,
        healthcheck: Healthcheck | None = None,
        stop_timeout: int | None = None,
        runtime: str | None = None,
    ) -> None:
        options = given(
            hostname=hostname,
            user=user,
            stdin_open=stdin_open,
            tty=tty,
            environment=environment,
            network_disabled=network_disabled,
            entrypoint=entrypoint,
            working_dir=working_dir,
            domainname=domainname,
            mac_address=mac_address,
            labels=labels,
            stop_signal=stop_signal,
            healthcheck=healthcheck,
            stop_timeout=stop_timeout,
            runtime=runtime,
        )
        new = new_container(image, command, cast("RunOptions", options), detach=detach, caller="ContainerConfig")
        super().__init__(new.body)
        self["HostConfig"] = {**self["HostConfig"], **(host_config or {})}
        if ports:
            self["ExposedPorts"] = {_exposed(port): {} for port in ports}
        if volumes:
            self["Volumes"] = {place: {} for place in ([volumes] if isinstance(volumes, str) else volumes)}
        if networking_config:
            self["NetworkingConfig"] = dict(networking_config)


def _exposed(port: int | str | tuple[int | str, str]) -> str:
    if not isinstance(port, tuple):
        return container_port("ports", port)
    if len(port) != 2:
        raise InvalidArgument(f"ports must hold ports, or (port, protocol), not {port!r}")
    return container_port("ports", f"{port[0]}/{port[1]}")
