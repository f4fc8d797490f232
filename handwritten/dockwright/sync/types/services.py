"""``docker.types.services``: what services are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal, Self

from ...errors import InvalidArgument
from ...options import values
from ...options.mounts import mount, mount_from_text
from ...options.records import read_options
from ...options.services import SERVICE, service_networks, service_ports
from ...options.tasks import CONTAINER, PLACEMENT, TASK, choice, count
from ..api.calls import resource_id
from .base import given

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ...options.durations import Duration
    from ...options.healthchecks import Healthcheck
    from ...options.mounts import Mount as AnyMount
    from ...options.resources import Size, Ulimits

    Settings = Mapping[str, Any]


def convert_service_ports(ports: Mapping[int, Any] | Sequence[Any]) -> list[dict[str, Any]]:
    """Take ports to publish, as ``EndpointSpec`` does."""
    return service_ports("ports", ports)


class TaskTemplate(dict[str, Any]):
    """What the tasks of a service run, and where.

    ``placement`` is a ``Placement``, or a list of its constraints; ``networks`` are names, ids, or
    ``NetworkAttachmentConfig``.
    """

    def __init__(
        self,
        container_spec: Settings,
        resources: Settings | None = None,
        restart_policy: Settings | None = None,
        placement: Settings | Sequence[str] | None = None,
        log_driver: Settings | None = None,
        networks: Sequence[str | Settings] | None = None,
        force_update: int | None = None,
    ) -> None:
        super().__init__(ContainerSpec=container_spec)
        if resources:
            self["Resources"] = resources
        if restart_policy:
            self["RestartPolicy"] = restart_policy
        if placement:
            self["Placement"] = Placement(constraints=placement) if isinstance(placement, list) else placement
        if log_driver:
            self["LogDriver"] = log_driver
        if networks:
            self["Networks"] = service_networks("networks", networks)
        if force_update is not None:
            self["ForceUpdate"] = count("force_update", force_update)

    @property
    def container_spec(self) -> Mapping[str, Any] | None:
        """What the containers are made with."""
        return self.get("ContainerSpec")

    @property
    def resources(self) -> Mapping[str, Any] | None:
        """Limits and reservations; None without any."""
        return self.get("Resources")

    @property
    def restart_policy(self) -> Mapping[str, Any] | None:
        """When a task is replaced; None for the engine's own."""
        return self.get("RestartPolicy")

    @property
    def placement(self) -> Mapping[str, Any] | None:
        """Which nodes may run it; None for any."""
        return self.get("Placement")


class ContainerSpec(dict[str, Any]):
    """What the containers of a service are made with; all as for ``client.services.create``.

    ``labels`` are those of the containers, its ``container_labels``.
    """

    def __init__(
        self,
        image: str,
        command: str | Sequence[str] | None = None,
        args: str | Sequence[str] | None = None,
        hostname: str | None = None,
        env: Mapping[str, str | int | bytes | None] | Sequence[str] | None = None,
        workdir: str | None = None,
        user: str | int | None = None,
        labels: Mapping[str, str] | Sequence[str] | None = None,
        mounts: Sequence[AnyMount] | None = None,
        stop_grace_period: Duration | None = None,
        secrets: Sequence[Any] | None = None,
        tty: bool | None = None,
        groups: Sequence[str | int] | None = None,
        open_stdin: bool | None = None,
        read_only: bool | None = None,
        stop_signal: str | None = None,
        healthcheck: Healthcheck | None = None,
        hosts: Mapping[str, str] | Sequence[str] | None = None,
        dns_config: Settings | None = None,
        configs: Sequence[Any] | None = None,
        privileges: Settings | None = None,
        isolation: str | None = None,
        init: bool | None = None,
        cap_add: Sequence[str] | None = None,
        cap_drop: Sequence[str] | None = None,
        sysctls: Mapping[str, str | int] | None = None,
        *,
        ulimits: Ulimits | None = None,
        oom_score_adj: int | None = None,
    ) -> None:
        options = {name: value for name, value in locals().items() if name not in ("self", "__class__")}
        options["container_labels"] = options.pop("labels")
        super().__init__(read_options(given(**options), CONTAINER))


class Mount(dict[str, Any]):
    """Something from outside in a container: a volume, a folder of the host (``type="bind"``), memory, an image.

    ``tmpfs_size`` is in bytes or text such as ``"64m"``, ``tmpfs_mode`` the bits of permissions. An option of another
    type raises ``InvalidArgument``.
    """

    def __init__(
        self,
        target: str,
        source: str | None,
        type: Literal["bind", "volume", "tmpfs", "npipe", "image", "cluster"] | str = "volume",
        read_only: bool = False,
        consistency: str | None = None,
        propagation: str | None = None,
        no_copy: bool = False,
        labels: Mapping[str, str] | None = None,
        driver_config: Settings | None = None,
        tmpfs_size: Size | None = None,
        tmpfs_mode: int | None = None,
        subpath: str | None = None,
        *,
        tmpfs_options: Sequence[str | Sequence[str]] | None = None,
        non_recursive: bool | None = None,
        create_mountpoint: bool | None = None,
        read_only_non_recursive: bool | None = None,
        read_only_force_recursive: bool | None = None,
    ) -> None:
        fields = given(
            target=target,
            source=source,
            type=type,
            read_only=read_only,
            consistency=consistency or None,
            propagation=propagation,
            no_copy=no_copy or None,
            labels=labels or None,
            driver_config=driver_config or None,
            tmpfs_size=tmpfs_size,
            tmpfs_mode=tmpfs_mode,
            subpath=subpath or None,
            tmpfs_options=tmpfs_options,
            non_recursive=non_recursive,
            create_mountpoint=create_mountpoint,
            read_only_non_recursive=read_only_non_recursive,
            read_only_force_recursive=read_only_force_recursive,
        )
        super().__init__(mount("Mount", fields))

    @classmethod
    def parse_mount_string(cls, string: str) -> Self:
        """Read ``target`` or ``source:target[:options]``, such as ``/srv:/srv:ro``; a path as source is of the host."""
        fields: dict[str, Any] = {"source": None}
        return cls(**fields | mount_from_text("string", string))


class Resources(dict[str, Any]):
    """What the tasks of a service may use, and what nodes must have for them.

    CPUs are an int of 10⁻⁹ of one, or a float; memory is bytes, or text such as ``"128m"``. ``generic_resources`` are a
    mapping such as ``{"gpu": 2}``, or the Engine's own list.
    """

    def __init__(
        self,
        cpu_limit: float | None = None,
        mem_limit: Size | None = None,
        cpu_reservation: float | None = None,
        mem_reservation: Size | None = None,
        generic_resources: Mapping[str, int | str] | Sequence[Settings] | None = None,
        *,
        pids_limit: int | None = None,
    ) -> None:
        fields = given(
            cpu_limit=cpu_limit,
            mem_limit=mem_limit,
            cpu_reservation=cpu_reservation,
            mem_reservation=mem_reservation,
            generic_resources=generic_resources,
            pids_limit=pids_limit,
        )
        super().__init__(TASK["resources"].read("Resources", fields))


class UpdateConfig(dict[str, Any]):
    """How tasks are replaced: how many at once, and what comes of failures.

    ``delay`` and ``monitor`` are nanoseconds as an int, seconds as a float, a ``timedelta``, or text such as ``"10s"``.
    """

    _option = "update_config"

    def __init__(
        self,
        parallelism: int = 0,
        delay: Duration | None = None,
        failure_action: str = "continue",
        monitor: Duration | None = None,
        max_failure_ratio: float | None = None,
        order: str | None = None,
    ) -> None:
        fields = given(
            parallelism=parallelism,
            delay=delay,
            failure_action=failure_action,
            monitor=monitor,
            max_failure_ratio=max_failure_ratio,
            order=order,
        )
        super().__init__(SERVICE[self._option].read(type(self).__name__, fields))


class RollbackConfig(UpdateConfig):
    """How tasks are put back; as ``UpdateConfig``, with the actions ``continue`` and ``pause``."""

    _option = "rollback_config"


class RestartConditionTypesEnum:
    """When a task that ended is replaced."""

    NONE: Final = "none"
    ON_FAILURE: Final = "on-failure"
    ANY: Final = "any"


class RestartPolicy(dict[str, Any]):
    """When a task that ended is replaced: after ``delay``, ``max_attempts`` times within ``window``; 0 for any number.

    Durations are nanoseconds as an int, seconds as a float, a ``timedelta``, or text such as ``"5s"``.
    """

    condition_types = RestartConditionTypesEnum

    def __init__(
        self,
        condition: str = RestartConditionTypesEnum.NONE,
        delay: Duration = 0,
        max_attempts: int = 0,
        window: Duration = 0,
    ) -> None:
        fields = given(condition=condition, delay=delay, max_attempts=max_attempts, window=window)
        super().__init__(TASK["restart_policy"].read("RestartPolicy", fields))


class DriverConfig(dict[str, Any]):
    """A driver and its options: of a log, of a volume, of a secret."""

    def __init__(self, name: str, options: Mapping[str, str] | None = None) -> None:
        super().__init__(Name=values.text("name", name))
        if options:
            self["Options"] = values.text_map("options", options)


class EndpointSpec(dict[str, Any]):
    """How a service is reached: ``vip`` or ``dnsrr``, and its ports.

    ``ports`` map the port on the nodes to that of the tasks, or to ``(port, protocol, publish_mode)``.
    """

    def __init__(self, mode: str | None = None, ports: Mapping[int, Any] | Sequence[Any] | None = None) -> None:
        fields = given(ports=ports or None, mode=mode or None)
        super().__init__(SERVICE["endpoint_spec"].read("EndpointSpec", fields))


class ServiceMode(dict[str, Any]):
    """How many tasks a service has: ``replicated``, ``global``, ``replicated-job`` or ``global-job``.

    ``replicas`` are the tasks, of a job those that have to succeed; ``concurrency`` is how many of them run at the same
    time.
    """

    def __init__(self, mode: str, replicas: int | None = None, concurrency: int | None = None) -> None:
        choice(*_MODES)("mode", mode)
        numbers = given(replicas=replicas, concurrency=concurrency)
        keys = _NUMBERS.get(mode, {})
        for name, number in numbers.items():
            if name not in keys:
                modes = " or ".join(repr(known) for known, names in _NUMBERS.items() if name in names)
                raise InvalidArgument(f"{name} is for the mode {modes}, not for {mode!r}")
            count(name, number)
        if mode == "replicated-job" and replicas is not None:
            numbers["concurrency"] = concurrency or 1
        self.mode: str = _MODES[mode]
        super().__init__({self.mode: {keys[name]: number for name, number in numbers.items()}})

    @property
    def replicas(self) -> int | None:
        """How many tasks there are; None where that is not said."""
        found: dict[str, int] = self[self.mode]
        return found.get("Replicas", found.get("TotalCompletions"))


# The keys are those of docker-py, which programs read; the Engine heeds no case in them.
_MODES = {
    "replicated": "replicated",
    "global": "global",
    "replicated-job": "ReplicatedJob",
    "global-job": "GlobalJob",
}
_NUMBERS = {
    "replicated": {"replicas": "Replicas"},
    "replicated-job": {"replicas": "TotalCompletions", "concurrency": "MaxConcurrent"},
}


def _reference(noun: str, identifier: object, fields: dict[str, Any]) -> dict[str, Any]:
    kind = noun.lower()
    fields[f"{kind}_id"] = resource_id(f"{kind}_id", identifier)
    references: list[dict[str, Any]] = CONTAINER[f"{kind}s"].read(f"{noun}Reference", [fields])
    return references[0]


class SecretReference(dict[str, Any]):
    """A secret for the tasks of a service, as a file in ``/run/secrets``; by default with its name and mode 444."""

    def __init__(
        self,
        secret_id: object,
        secret_name: str,
        filename: str | None = None,
        uid: str | int | None = None,
        gid: str | int | None = None,
        mode: int = 0o444,
    ) -> None:
        fields = given(secret_name=secret_name, filename=filename or None, uid=uid or None, gid=gid or None, mode=mode)
        super().__init__(_reference("Secret", secret_id, fields))


class ConfigReference(dict[str, Any]):
    """A config for the tasks of a service, as a file; by default with its name in the root, and mode 444."""

    def __init__(
        self,
        config_id: object,
        config_name: str,
        filename: str | None = None,
        uid: str | int | None = None,
        gid: str | int | None = None,
        mode: int = 0o444,
    ) -> None:
        fields = given(config_name=config_name, filename=filename or None, uid=uid or None, gid=gid or None, mode=mode)
        super().__init__(_reference("Config", config_id, fields))


class Placement(dict[str, Any]):
    """Which nodes may run the tasks of a service.

    ``preferences`` are ``PlacementPreference`` or pairs such as ``("spread", "node.labels.zone")``, ``platforms`` pairs
    of architecture and operating system.
    """

    def __init__(
        self,
        constraints: Sequence[str] | None = None,
        preferences: Sequence[tuple[str, str] | Settings] | None = None,
        platforms: Sequence[tuple[str, str] | Settings] | None = None,
        maxreplicas: int | None = None,
    ) -> None:
        fields = given(
            constraints=constraints, preferences=preferences, platforms=platforms or None, maxreplicas=maxreplicas
        )
        super().__init__(read_options(fields, PLACEMENT))


class PlacementPreference(dict[str, Any]):
    """A preference for nodes: ``PlacementPreference("spread", "node.labels.zone")``."""

    def __init__(self, strategy: str, descriptor: str) -> None:
        super().__init__(PLACEMENT["preferences"].read("PlacementPreference", [(strategy, descriptor)])[0])


class DNSConfig(dict[str, Any]):
    """How the containers of a service look names up."""

    def __init__(
        self,
        nameservers: Sequence[str] | None = None,
        search: Sequence[str] | None = None,
        options: Sequence[str] | None = None,
    ) -> None:
        fields = given(nameservers=nameservers, search=search, options=options)
        super().__init__(CONTAINER["dns_config"].read("DNSConfig", fields))


class Privileges(dict[str, Any]):
    """Security settings of the containers of a service: credentials of Windows, labels of SELinux."""

    def __init__(
        self,
        credentialspec_file: str | None = None,
        credentialspec_registry: str | None = None,
        selinux_disable: bool | None = None,
        selinux_user: str | None = None,
        selinux_role: str | None = None,
        selinux_type: str | None = None,
        selinux_level: str | None = None,
        *,
        credentialspec_config: str | None = None,
        no_new_privileges: bool | None = None,
    ) -> None:
        credentials = given(Registry=credentialspec_registry, File=credentialspec_file, Config=credentialspec_config)
        if len(credentials) > 1:
            names = " and ".join(f"credentialspec_{key.lower()}" for key in credentials)
            raise InvalidArgument(f"{names} exclude each other; give one of them")
        labels = given(
            Disable=selinux_disable, User=selinux_user, Role=selinux_role, Type=selinux_type, Level=selinux_level
        )
        super().__init__(
            given(CredentialSpec=credentials or None, SELinuxContext=labels or None, NoNewPrivileges=no_new_privileges)
        )


class NetworkAttachmentConfig(dict[str, Any]):
    """The connection of a service to a network, by name or id, with further names for the service."""

    def __init__(
        self, target: str, aliases: Sequence[str] | None = None, options: Mapping[str, str] | None = None
    ) -> None:
        fields = given(target=target, aliases=aliases, options=options)
        super().__init__(service_networks("NetworkAttachmentConfig", [fields])[0])
