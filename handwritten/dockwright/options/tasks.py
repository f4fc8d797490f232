"""What the tasks of a service run, and where, as people write it.

Every option stands in a table: where it goes in the Engine's JSON, and how its value is read. An option that is None
counts as not given. What cannot be sent raises an error that names the option and shows the value.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypedDict, cast

from ..errors import InvalidArgument, InvalidType
from . import values
from .bodies import is_body
from .durations import Duration, checked_nanoseconds, nanoseconds
from .healthchecks import Healthcheck, healthcheck
from .mounts import Mount, mounts
from .processes import command_line
from .records import Reader, Row, Rows, fields_of, record
from .resources import Ulimits, ulimits
from .sizes import size_in_bytes

if TYPE_CHECKING:
    from dockwright_api import shapes

    Settings = Mapping[str, Any]


class TaskOptions(TypedDict, total=False):
    """How the tasks of a service run, beside their image and command."""

    args: str | Sequence[str] | None
    """Arguments of the command; without one, in place of the command of the image."""
    env: Mapping[str, str | int | bytes | None] | Sequence[str] | None
    """A mapping (None leaves a variable without a value), or a sequence of ``NAME=value``."""
    workdir: str | None
    user: str | int | None
    groups: Sequence[str | int] | None
    hostname: str | None
    hosts: Mapping[str, str] | Sequence[str] | None
    """A mapping from names to addresses, or lines for ``/etc/hosts``."""
    dns_config: shapes.ContainerSpecDNSConfigParam | Settings | None
    """``{"nameservers": [...], "search": [...], "options": [...]}``."""
    tty: bool | None
    open_stdin: bool | None
    read_only: bool | None
    init: bool | None
    stop_signal: str | int | None
    stop_grace_period: Duration | None
    """How long a task has to end before it is killed: nanoseconds as an int, ``30.0`` seconds, or ``"30s"``."""
    healthcheck: Healthcheck | None
    container_labels: Mapping[str, str] | Sequence[str] | None
    """Labels of the containers; ``labels`` are those of the service."""
    mounts: Sequence[Mount] | None
    """Mounts, or text such as ``"volume:/data"`` and ``"/srv:/srv:ro"``."""
    secrets: Sequence[Any] | None
    """Names of secrets, secrets themselves, or references such as ``docker.types.SecretReference``."""
    configs: Sequence[Any] | None
    """Names of configs, configs themselves, or references such as ``docker.types.ConfigReference``."""
    privileges: shapes.ContainerSpecPrivilegesParam | Settings | None
    isolation: str | None
    cap_add: Sequence[str] | None
    cap_drop: Sequence[str] | None
    sysctls: Mapping[str, str | int] | None
    ulimits: Ulimits | None
    oom_score_adj: int | None
    """-1000 to 1000. Since API 1.46."""

    resources: shapes.ResourceRequirementsParam | Settings | None
    """``{"mem_limit": "128m", "cpu_limit": 0.5, "mem_reservation": ..., "cpu_reservation": ..., "pids_limit": ...,
    "generic_resources": {"gpu": 1}}``, or the Engine's own; CPUs are a float, or an int of 10⁻⁹ of one."""
    restart_policy: shapes.TaskSpecRestartPolicyParam | Settings | None
    """``{"condition": "on-failure", "delay": "5s", "max_attempts": 3, "window": "1m"}``."""
    constraints: Sequence[str] | None
    """Conditions that nodes must meet, such as ``"node.role==manager"``."""
    preferences: Sequence[tuple[str, str] | shapes.PlacementPreferenceParam | Settings] | None
    """``("spread", "node.labels.zone")``, the most important first."""
    platforms: Sequence[tuple[str, str] | shapes.PlatformParam | Settings] | None
    """Pairs of architecture and operating system, such as ``("x86_64", "linux")``."""
    maxreplicas: int | None
    """How many tasks one node may run; 0 for no limit."""
    log_driver: str | None
    log_driver_options: Mapping[str, str] | None


def environment(name: str, value: object) -> list[str]:
    """Take a mapping (None leaves a variable without a value), or a sequence of ``NAME=value``."""
    # Values are not shown: they may be passwords.
    if isinstance(value, Mapping):
        variables = cast("Mapping[object, object]", value).items()
        return [_variable(name, values.text(f"the keys of {name}", key), item) for key, item in variables]
    if isinstance(value, str | bytes) or not isinstance(value, Sequence):
        kind = type(value).__name__
        raise InvalidType(f"{name} must be a mapping, or a sequence of str such as ['NAME=value'], not {kind}")
    items = cast("Sequence[object]", value)
    for index, item in enumerate(items):
        if not isinstance(item, str):
            raise InvalidType(f"{name}[{index}] must be a str such as 'NAME=value', not {type(item).__name__}")
    return cast("list[str]", list(items))


def _variable(name: str, key: str, value: object) -> str:
    if value is None:
        return key
    if isinstance(value, bytes):
        return f"{key}={value.decode()}"
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise InvalidType(f"{name}[{key!r}] must be a str, a number or None, not {type(value).__name__}")
    return f"{key}={value}"


def _command(name: str, value: Any) -> list[str]:
    return command_line(value, name)


def _hosts(name: str, value: object) -> list[str]:
    if isinstance(value, Mapping):
        names = values.text_map(name, cast("object", value))
        return [f"{address} {host}" for host, address in sorted(names.items())]
    return values.texts(name, value)


def by_table(rows: Rows, example: str) -> Reader:
    """Make the reader of mappings of a table."""

    def read(name: str, value: object) -> dict[str, Any]:
        return record(name, value, rows, example)

    return read


def _settings(name: str, value: object) -> dict[str, Any]:
    return fields_of(name, value, "the Engine's own")


def _references(noun: str) -> Reader:
    """Make the reader of references to secrets or configs; one by name alone has no id yet."""
    rows: Rows = {
        f"{noun.lower()}_id": Row(f"{noun}ID", values.text),
        f"{noun.lower()}_name": Row(f"{noun}Name", values.text),
        "file": Row("File", by_table(_FILE, "{'Name': 'password'}")),
        "runtime": Row("Runtime", _settings),
        **{key: row for key, row in _FILE.items() if key != "name"},
        "filename": Row("Name", values.text),
    }
    example = f"{{'{noun}Name': 'name', 'File': {{'Name': 'name'}}}}"
    accepted = f"a sequence of names, of {noun.lower()}s, or of mappings such as {example}"

    def reference(name: str, value: object) -> dict[str, Any]:
        if isinstance(value, str):
            fields: dict[str, Any] = {f"{noun}Name": value}
        elif hasattr(value, "id") and hasattr(value, "name"):
            found = cast("Any", value)
            fields = {f"{noun}ID": found.id, f"{noun}Name": found.name}
        else:
            fields = record(name, value, rows, example)
        if not (known := fields.get(f"{noun}Name") or fields.get(f"{noun}ID")):
            raise InvalidArgument(f"{name} names no {noun.lower()}: it needs {noun}Name, {noun}ID, or both")
        file = {key: fields.pop(key) for key in _FILE_KEYS if key in fields}
        if "Runtime" not in fields:
            fields["File"] = {"Name": known, "UID": "0", "GID": "0", "Mode": 0o444} | file | fields.get("File", {})
        return fields

    def references(name: str, value: object) -> list[dict[str, Any]]:
        items = values.several(name, accepted, value)
        return [reference(f"{name}[{index}]", item) for index, item in enumerate(items)]

    return references


_FILE: Rows = {
    "name": Row("Name", values.text),
    "uid": Row("UID", values.text_or_number),
    "gid": Row("GID", values.text_or_number),
    "mode": Row("Mode", values.whole),
}
_FILE_KEYS = [row.key for row in _FILE.values()]


_DNS: Rows = {key.lower(): Row(key, values.texts) for key in ("Nameservers", "Search", "Options")}

CONTAINER: Rows = {
    "image": Row("Image", values.text),
    "command": Row("Command", _command),
    "args": Row("Args", _command),
    "env": Row("Env", environment),
    "workdir": Row("Dir", values.text),
    "user": Row("User", values.text_or_number),
    "groups": Row("Groups", values.texts_or_numbers),
    "hostname": Row("Hostname", values.text),
    "hosts": Row("Hosts", _hosts),
    "dns_config": Row("DNSConfig", by_table(_DNS, "{'nameservers': ['192.0.2.1']}")),
    "tty": Row("TTY", values.flag),
    "open_stdin": Row("OpenStdin", values.flag),
    "read_only": Row("ReadOnly", values.flag),
    "init": Row("Init", values.flag),
    "stop_signal": Row("StopSignal", values.text_or_number),
    "stop_grace_period": Row("StopGracePeriod", checked_nanoseconds),
    "healthcheck": Row("Healthcheck", healthcheck),
    "container_labels": Row("Labels", values.labels),
    "mounts": Row("Mounts", mounts),
    "secrets": Row("Secrets", _references("Secret")),
    "configs": Row("Configs", _references("Config")),
    "privileges": Row("Privileges", _settings),
    "isolation": Row("Isolation", values.text),
    "cap_add": Row("CapabilityAdd", values.texts),
    "cap_drop": Row("CapabilityDrop", values.texts),
    "sysctls": Row("Sysctls", values.text_map),
    "ulimits": Row("Ulimits", ulimits),
    "oom_score_adj": Row("OomScoreAdj", values.whole),
}
"""What goes into ``TaskTemplate.ContainerSpec``."""


def _cpus(name: str, value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < float("inf"):
        raise InvalidArgument(f"{name} must be a number of CPUs as a float, or of 10⁻⁹ CPUs as an int, not {value!r}")
    return value if isinstance(value, int) else round(value * 10**9)


def _generic_resources(name: str, value: object) -> list[dict[str, Any]]:
    if not isinstance(value, Mapping):
        items = values.several(name, "a mapping such as {'gpu': 2, 'disk': 'ssd'}, or the Engine's own list", value)
        return [
            fields_of(f"{name}[{index}]", item, "{'DiscreteResourceSpec': ...}") for index, item in enumerate(items)
        ]
    found: list[dict[str, Any]] = []
    for kind, amount in cast("Mapping[str, object]", value).items():
        if isinstance(amount, bool) or not isinstance(amount, int | str):
            raise values.refused(f"{name}[{kind!r}]", "a number, or the str that names one", amount)
        spec = "DiscreteResourceSpec" if isinstance(amount, int) else "NamedResourceSpec"
        found.append({spec: {"Kind": kind, "Value": amount}})
    return found


_LIMITS: Rows = {
    "nano_cpus": Row("NanoCPUs", values.whole),
    "memory_bytes": Row("MemoryBytes", size_in_bytes),
    "pids": Row("Pids", values.whole),
}
_RESERVATIONS: Rows = {
    **{key: row for key, row in _LIMITS.items() if key != "pids"},
    "generic_resources": Row("GenericResources", _generic_resources),
}
_EXAMPLE_LIMITS = "{'MemoryBytes': 2**27, 'NanoCPUs': 10**9}"
_RESOURCES: Rows = {
    "limits": Row("Limits", by_table(_LIMITS, _EXAMPLE_LIMITS)),
    "reservations": Row("Reservations", by_table(_RESERVATIONS, _EXAMPLE_LIMITS)),
    "swap_bytes": Row("SwapBytes", size_in_bytes),
    "memory_swappiness": Row("MemorySwappiness", values.whole),
}
# What stands within limits and reservations: where, under which key, and how it is read.
_SHORT: dict[str, tuple[str, Row]] = {
    "cpu_limit": ("Limits", Row("NanoCPUs", _cpus)),
    "mem_limit": ("Limits", Row("MemoryBytes", size_in_bytes)),
    "pids_limit": ("Limits", Row("Pids", values.whole)),
    "cpu_reservation": ("Reservations", Row("NanoCPUs", _cpus)),
    "mem_reservation": ("Reservations", Row("MemoryBytes", size_in_bytes)),
    "generic_resources": ("Reservations", Row("GenericResources", _generic_resources)),
}


def _resources(name: str, value: object) -> dict[str, Any]:
    given = fields_of(name, value, "{'mem_limit': '128m', 'cpu_limit': 0.5}")
    short = {key: given.pop(key) for key in _SHORT if key in given}
    found = record(name, given, _RESOURCES, "{'mem_limit': '128m'}")
    for key, amount in short.items():
        part, row = _SHORT[key]
        if amount is not None:
            found.setdefault(part, {})[row.key] = row.read(f"{name}[{key!r}]", amount)
    return found


def choice(*accepted: str) -> Reader:
    """Make the reader of one of several texts."""

    def read(name: str, value: object) -> str:
        if value not in accepted:
            raise InvalidArgument(f"{name} must be one of {', '.join(map(repr, accepted))}, not {value!r}")
        return str(value)

    return read


def count(name: str, value: object) -> int:
    """Take an int that is not negative."""
    number = values.whole(name, value)
    if number < 0:
        raise InvalidArgument(f"{name} must be 0 or more, not {number}")
    return number


_RESTART: Rows = {
    "condition": Row("Condition", choice("none", "on-failure", "any")),
    "delay": Row("Delay", nanoseconds),
    "max_attempts": Row("MaxAttempts", count),
    "window": Row("Window", nanoseconds),
}


def _restart_policy(name: str, value: object) -> dict[str, Any]:
    if isinstance(value, str):
        value = {"condition": value}
    return record(name, value, _RESTART, "{'condition': 'on-failure', 'delay': '5s', 'max_attempts': 3}")


TASK: Rows = {
    "resources": Row("Resources", _resources),
    "restart_policy": Row("RestartPolicy", _restart_policy),
}
"""What goes into ``TaskTemplate``."""


def _preferences(name: str, value: object) -> list[dict[str, Any]]:
    items = values.several(name, "a sequence such as [('spread', 'node.labels.zone')]", value)
    return [_preference(f"{name}[{index}]", item) for index, item in enumerate(items)]


def _preference(name: str, value: object) -> dict[str, Any]:
    if is_body(value):
        return fields_of(name, value, "{'Spread': {'SpreadDescriptor': 'node.labels.zone'}}")
    strategy, descriptor = _pair(name, "('spread', 'node.labels.zone')", value)
    if strategy != "spread":
        raise InvalidArgument(f"{name} must be 'spread' with a label, the only strategy there is, not {strategy!r}")
    return {"Spread": {"SpreadDescriptor": descriptor}}


def _platforms(name: str, value: object) -> list[dict[str, Any]]:
    items = values.several(name, "a sequence such as [('x86_64', 'linux')]", value)
    return [_platform(f"{name}[{index}]", item) for index, item in enumerate(items)]


def _platform(name: str, value: object) -> dict[str, Any]:
    if is_body(value):
        rows: Rows = {"architecture": Row("Architecture", values.text), "os": Row("OS", values.text)}
        return record(name, value, rows, "{'Architecture': 'x86_64', 'OS': 'linux'}")
    architecture, system = _pair(name, "('x86_64', 'linux')", value)
    return {"Architecture": architecture, "OS": system}


def _pair(name: str, example: str, value: object) -> tuple[str, str]:
    items = values.texts(name, value)
    if len(items) != 2:
        raise InvalidArgument(f"{name} must be a pair such as {example}, not {value!r}")
    return items[0], items[1]


PLACEMENT: Rows = {
    "constraints": Row("Constraints", values.texts),
    "preferences": Row("Preferences", _preferences),
    "platforms": Row("Platforms", _platforms),
    "maxreplicas": Row("MaxReplicas", count),
}
"""What goes into ``TaskTemplate.Placement``."""
