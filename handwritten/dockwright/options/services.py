"""Services as people write them: what their tasks run, how many there are, and how they are reached and replaced.

A new service is what its options say; a changed one is its present settings, with what the options say in their place.
Both are made by the same tables, here and in ``options.tasks``. Nothing that was given is changed itself.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypedDict, cast

from dockwright_api import operations
from dockwright_api.operation import LogStream

from ..errors import InvalidArgument, InvalidType, MissingKey
from . import values
from .bodies import is_body
from .durations import nanoseconds
from .logs import log_tail
from .moments import Moment, timestamp
from .records import Reader, Row, Rows, fields_of, read_options, record, refuse_unknown
from .tasks import CONTAINER, PLACEMENT, TASK, TaskOptions, by_table, choice, count, environment

if TYPE_CHECKING:
    from dockwright_api import models, shapes

    Settings = Mapping[str, Any]
    TaskTemplate = models.TaskSpec | shapes.TaskSpecParam | Mapping[str, Any]
    Spec = shapes.ServiceSpecParam

Ports = Sequence[Any] | Mapping[int, Any]
"""``["8080:80/tcp"]``, ``{8080: 80}``, ``{8080: (80, "udp", "host")}``, or the Engine's own list."""


class SpecOptions(TaskOptions, total=False):
    """How the tasks of a service run, how many there are, and how they are reached."""

    replicas: int | None
    """How many tasks to keep running; of a job, how many have to succeed."""
    concurrency: int | None
    """How many tasks of a job may run at the same time."""
    ports: Ports | None
    """Ports to publish, by the port on the nodes; in place of ``endpoint_spec``."""


class ServiceOptions(SpecOptions, total=False):
    """Everything that a service is made with, beside its image and command."""

    name: str | None
    labels: Mapping[str, str] | Sequence[str] | None
    mode: str | shapes.ServiceModeParam | Settings | None
    """``replicated`` (the default), ``global``, ``replicated-job``, ``global-job``, or a mapping such as
    ``docker.types.ServiceMode``."""
    update_config: shapes.ServiceSpecUpdateConfigParam | Settings | None
    """``{"parallelism": 2, "delay": "10s", "failure_action": "rollback", "monitor": ..., "max_failure_ratio": 0.1,
    "order": "start-first"}``."""
    rollback_config: shapes.ServiceSpecRollbackConfigParam | Settings | None
    """As ``update_config``."""
    networks: Sequence[str | shapes.NetworkAttachmentConfigParam | Settings] | None
    """Networks of the swarm, by name or id, or as ``{"Target": ..., "Aliases": [...]}``."""
    endpoint_spec: shapes.EndpointSpecParam | Settings | None
    """``{"mode": "vip", "ports": ...}``."""


class ServiceChanges(ServiceOptions, total=False):
    """What can be changed of a service, beside its image."""

    command: str | Sequence[str] | None
    force_update: bool | int | None
    """Replace all tasks, even if nothing else changes."""


class LogOptions(TypedDict, total=False):
    """The part of a log that is wanted."""

    since: Moment | str | None
    """Only what was written later: a ``datetime``, seconds since 1970, or a time as in RFC 3339."""
    timestamps: bool | None
    """Put the time in front of every line."""
    tail: int | str | None
    """The last so many lines of each task, or ``"all"``."""
    details: bool | None
    """Put in front of every line which task of which service on which node wrote it."""


def new_service(
    task_template: TaskTemplate | str, options: Mapping[str, Any], *, caller: str = "create"
) -> dict[str, Any]:
    """Write the settings of a new service.

    ``task_template`` is the name of an image, or what the tasks run as the Engine has it, in which ``Env`` may be a
    mapping. ``caller`` is named in the error for an unknown option, a ``TypeError``; what is wrong in itself raises
    ``InvalidArgument``.
    """
    if is_body(task_template):
        base = {"TaskTemplate": _template(cast("TaskTemplate", task_template))}
    elif isinstance(task_template, str):
        base = {"TaskTemplate": {"ContainerSpec": {"Image": _image("image", task_template)}}}
    else:
        raise values.refused("task_template", "the name of an image, or a mapping", task_template)
    if base["TaskTemplate"].get("Networks") and options.get("networks"):
        raise InvalidArgument("networks is given, and task_template has Networks too; give one of them")
    return changed_service(base, options, caller=caller)


def _template(template: TaskTemplate) -> dict[str, Any]:
    example = "{'ContainerSpec': {'Image': 'busybox'}}"
    task: dict[str, Any] = _copy(fields_of("task_template", template, example))
    if task.get("ContainerSpec") is None and "PluginSpec" in task:
        return task
    container = fields_of("task_template['ContainerSpec']", task.get("ContainerSpec") or {}, "{'Image': 'busybox'}")
    if not container.get("Image"):
        raise MissingKey(f"task_template names no image; it needs {example}")
    if isinstance(container.get("Env"), Mapping):
        container["Env"] = environment("task_template['ContainerSpec']['Env']", container["Env"])
    return task | {"ContainerSpec": container}


def changed_service(spec: Mapping[str, Any], options: Mapping[str, Any], *, caller: str = "update") -> dict[str, Any]:
    """Give the settings of a service with what the options say in their place; otherwise as :func:`new_service`."""
    given = {name: value for name, value in options.items() if value is not None}
    refuse_unknown(caller, given, ("image", *ServiceChanges.__annotations__))
    changed: dict[str, Any] = _copy(spec)
    for path, rows in _TABLES:
        if fields := read_options(given, rows):
            _within(changed, path).update(fields)
    for names, spread in _SEVERAL.items():
        if any(name in given for name in names):
            spread(given, changed)
    return changed


def plain_spec(spec: Mapping[str, Any]) -> dict[str, Any]:
    """Give what even a service that is changed as a whole keeps: its name, its image, and how often it was forced."""
    present: Mapping[str, Any] = spec.get("TaskTemplate") or {}
    task = {"ContainerSpec": {"Image": image_of(spec)}, "ForceUpdate": present.get("ForceUpdate") or 0}
    return {"Name": spec["Name"], "TaskTemplate": task}


def check_changes(changes: Mapping[str, Any], *, caller: str = "update") -> None:
    """Refuse changes that no service could have."""
    # In this mode there are all numbers; whether the service has them shows later.
    base: dict[str, Any] = {} if changes.get("mode") is not None else {"Mode": {"ReplicatedJob": {}}}
    changed_service(base, changes, caller=caller)


def wanted_changes(image: str | None, rollback: bool, options: Mapping[str, Any]) -> dict[str, Any]:
    """Give the changes that are asked for by an image, a rollback or options; one of them has to be."""
    changes = {name: value for name, value in options.items() if value is not None}
    if rollback:
        if changes:
            raise InvalidArgument(f"rollback puts all settings back as they were before; leave {min(changes)} out")
        return {}
    if image is not None:
        changes["image"] = image
    if not changes:
        raise InvalidArgument("nothing to change: give an image, another setting, or rollback=True")
    return changes


def image_of(spec: Mapping[str, Any]) -> str:
    """Give the name of the image of a service; empty for one that runs a plugin."""
    return container_of(spec).get("Image") or ""


def container_of(spec: Mapping[str, Any]) -> dict[str, Any]:
    """Give what the containers of a service are made with; an empty mapping for one that runs a plugin."""
    task: Mapping[str, Any] = spec.get("TaskTemplate") or {}
    return task.get("ContainerSpec") or {}


def swarm_logs(
    operation: str,
    identifier: str,
    options: LogOptions,
    *,
    stdout: bool,
    stderr: bool,
    follow: bool,
    now: float | None = None,
) -> LogStream:
    """Ask for the log of one of the ``services`` or ``tasks``.

    Raises ``TypeError`` where neither stream is wanted, and for an option that there is not. ``now`` is the time, in
    seconds since 1970, without which a ``timedelta`` means nothing.
    """
    refuse_unknown("logs", options, LogOptions.__annotations__)
    if not stdout and not stderr:
        raise InvalidType("a log needs stdout=True or stderr=True, or both")
    logs = operations.services.logs if operation == "services" else operations.tasks.logs
    return logs(
        identifier,
        stdout=stdout,
        stderr=stderr,
        follow=follow,
        since=cast("Any", timestamp("since", options.get("since"), now=now)),
        timestamps=options.get("timestamps"),
        tail=log_tail(options.get("tail")),
        details=options.get("details"),
    )


def _copy(value: Any) -> Any:
    """Copy JSON; what is no JSON is refused later, by name."""
    if isinstance(value, Mapping):
        return {key: _copy(item) for key, item in cast("Mapping[str, Any]", value).items()}
    if isinstance(value, list | tuple):
        return [_copy(item) for item in cast("Sequence[Any]", value)]
    return value


def _within(spec: dict[str, Any], path: Sequence[str]) -> dict[str, Any]:
    """Give the mapping at a place in a spec, made if it is not there."""
    for key in path:
        # The engine gives null for some that are empty.
        spec[key] = spec = spec.get(key) or {}
    return spec


def _image(name: str, value: object) -> str:
    if not values.text(name, value):
        raise InvalidArgument(f"{name} must be the name of an image, not an empty str")
    return cast("str", value)


_MODES = {
    "replicated": "Replicated",
    "global": "Global",
    "replicated-job": "ReplicatedJob",
    "global-job": "GlobalJob",
}


def _mode(name: str, value: object) -> dict[str, Any]:
    if isinstance(value, str):
        return {_kind(name, value): {}}
    fields = fields_of(name, value, "{'Replicated': {'Replicas': 3}}, or a str such as 'global'")
    if len(fields) != 1:
        raise InvalidArgument(f"{name} must have one key, of {', '.join(_MODES.values())}, not {value!r}")
    ((kind, settings),) = fields.items()
    return {_kind(name, kind): _copy(settings or {})}


def _kind(name: str, given: str) -> str:
    # The engine heeds no case in keys, and docker-py's own mappings have some in lower case.
    for word, key in _MODES.items():
        if given.lower() in (word, key.lower()):
            return key
    raise InvalidArgument(f"{name} must be one of {', '.join(map(repr, _MODES))}, not {given!r}")


def _replacing(*actions: str) -> Reader:
    rows: Rows = {
        "parallelism": Row("Parallelism", count),
        "delay": Row("Delay", nanoseconds),
        "failure_action": Row("FailureAction", choice(*actions)),
        "monitor": Row("Monitor", nanoseconds),
        "max_failure_ratio": Row("MaxFailureRatio", _ratio),
        "order": Row("Order", choice("stop-first", "start-first")),
    }
    return by_table(rows, "{'parallelism': 2, 'delay': '10s'}")


def _ratio(name: str, value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise values.refused(name, "a number from 0 to 1", value)
    if not 0 <= value <= 1:
        raise InvalidArgument(f"{name} must be a number from 0 to 1, not {value!r}")
    return value


def service_networks(name: str, value: object) -> list[dict[str, Any]]:
    """Take networks of the swarm: names or ids, or mappings such as ``{"Target": ..., "Aliases": [...]}``."""
    items = values.several(name, "a sequence such as ['frontend']", value)
    return [_network(f"{name}[{index}]", item) for index, item in enumerate(items)]


def _network(name: str, value: object) -> dict[str, Any]:
    if isinstance(value, str):
        return {"Target": value}
    rows: Rows = {
        "target": Row("Target", values.text),
        "aliases": Row("Aliases", values.texts),
        "driver_opts": Row("DriverOpts", values.text_map),
        "options": Row("DriverOpts", values.text_map),
    }
    found = record(name, value, rows, "{'Target': 'frontend', 'Aliases': ['web']}, or the name of a network")
    if not found.get("Target"):
        raise InvalidArgument(f"{name} names no network: it needs a Target")
    return found


def service_ports(name: str, value: object) -> list[dict[str, Any]]:
    """Take ports to publish: text, a mapping by the port on the nodes, or the Engine's own list."""
    if isinstance(value, Mapping):
        entries = cast("Mapping[Any, object]", value).items()
        return [_mapped_port(f"{name}[{published!r}]", published, target) for published, target in entries]
    items = values.several(name, "a sequence such as ['8080:80'], or a mapping such as {8080: 80}", value)
    return [_port(f"{name}[{index}]", item) for index, item in enumerate(items)]


def _mapped_port(name: str, published: object, target: object) -> dict[str, Any]:
    found: dict[str, Any] = {"Protocol": "tcp", "PublishedPort": _number(name, published)}
    parts: Sequence[object] = cast("Sequence[object]", target) if isinstance(target, tuple | list) else (target,)
    if not 1 <= len(parts) <= 3:
        raise InvalidArgument(f"{name} must be a port, or (port, protocol, mode), not {target!r}")
    keys = zip(("TargetPort", "Protocol", "PublishMode"), (_number, _PROTOCOL, _PUBLISH), parts, strict=False)
    found.update({key: read(name, part) for key, read, part in keys if part is not None})
    return found


def _port(name: str, value: object) -> dict[str, Any]:
    if isinstance(value, int) and not isinstance(value, bool):
        return {"TargetPort": _number(name, value), "Protocol": "tcp"}
    if not isinstance(value, str):
        found = record(name, value, _PORT, "{'TargetPort': 80, 'PublishedPort': 8080}, or text '8080:80/tcp'")
        if not found.get("TargetPort"):
            raise InvalidArgument(f"{name} needs a TargetPort, the port in the containers: {value!r}")
        return found
    match = re.fullmatch(r"(?:([0-9]+):)?([0-9]+)(?:/([a-z]+))?", value)
    if match is None:
        raise InvalidArgument(f"{name} must be '[published:]target[/protocol]', such as '8080:80/tcp', not {value!r}")
    published, target, protocol = match.groups()
    found = {"TargetPort": _number(name, int(target)), "Protocol": _PROTOCOL(name, protocol or "tcp")}
    return found | ({"PublishedPort": _number(name, int(published))} if published else {})


def _number(name: str, value: object) -> int:
    if isinstance(value, str) and value.isdecimal():
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= 65535:
        raise InvalidArgument(f"{name} must be a port from 0 to 65535, not {value!r}")
    return value


_PROTOCOL = choice("tcp", "udp", "sctp")
_PUBLISH = choice("ingress", "host")
_PORT: Rows = {
    "name": Row("Name", values.text),
    "protocol": Row("Protocol", _PROTOCOL),
    "target_port": Row("TargetPort", _number),
    "published_port": Row("PublishedPort", _number),
    "publish_mode": Row("PublishMode", _PUBLISH),
}
_ENDPOINT: Rows = {"mode": Row("Mode", choice("vip", "dnsrr")), "ports": Row("Ports", service_ports)}


SERVICE: Rows = {
    "name": Row("Name", values.text),
    "labels": Row("Labels", values.labels),
    "mode": Row("Mode", _mode),
    "update_config": Row("UpdateConfig", _replacing("continue", "pause", "rollback")),
    "rollback_config": Row("RollbackConfig", _replacing("continue", "pause")),
    "endpoint_spec": Row("EndpointSpec", by_table(_ENDPOINT, "{'mode': 'vip', 'ports': {8080: 80}}")),
}
"""What stands in the settings of a service itself."""
_TABLES: tuple[tuple[tuple[str, ...], Rows], ...] = (
    (("TaskTemplate", "ContainerSpec"), CONTAINER),
    (("TaskTemplate",), TASK),
    (("TaskTemplate", "Placement"), PLACEMENT),
    ((), SERVICE),
)


def _spread_numbers(given: Mapping[str, Any], spec: dict[str, Any]) -> None:
    """Put the numbers of tasks where the mode has them, the one that is given or the one that there is."""
    modes: dict[str, Any] = _within(spec, ["Mode"])
    if not modes:
        modes["Replicated"] = {}
    kind = next(iter(modes))
    numbers = _within(modes, [kind])
    for option, keys in _NUMBERS.items():
        if option not in given:
            continue
        number = count(option, given[option])
        if kind not in keys:
            modes_with = " or ".join(repr(word) for word, key in _MODES.items() if key in keys)
            mode = next(word for word, key in _MODES.items() if key == kind)
            raise InvalidArgument(f"{option} is for the mode {modes_with}; this service has the mode {mode!r}")
        numbers[keys[kind]] = number


_NUMBERS = {
    "replicas": {"Replicated": "Replicas", "ReplicatedJob": "TotalCompletions"},
    "concurrency": {"ReplicatedJob": "MaxConcurrent"},
}


def _spread_ports(given: Mapping[str, Any], spec: dict[str, Any]) -> None:
    if "endpoint_spec" in given:
        raise InvalidArgument("ports and endpoint_spec cannot be combined; give the ports in endpoint_spec")
    _within(spec, ["EndpointSpec"])["Ports"] = service_ports("ports", given["ports"])


def _spread_networks(given: Mapping[str, Any], spec: dict[str, Any]) -> None:
    _within(spec, ["TaskTemplate"])["Networks"] = service_networks("networks", given["networks"])
    # Where older clients put them; it counts only without the others.
    spec.pop("Networks", None)


def _spread_log_driver(given: Mapping[str, Any], spec: dict[str, Any]) -> None:
    if "log_driver" not in given:
        raise InvalidArgument("log_driver_options needs log_driver, whose options these are")
    driver = {"Name": values.text("log_driver", given["log_driver"])}
    options = values.text_map("log_driver_options", given.get("log_driver_options", {}))
    _within(spec, ["TaskTemplate"])["LogDriver"] = driver | ({"Options": options} if options else {})


def _spread_force_update(given: Mapping[str, Any], spec: dict[str, Any]) -> None:
    force = given["force_update"]
    if force is not False:
        task = _within(spec, ["TaskTemplate"])
        task["ForceUpdate"] = int(task.get("ForceUpdate") or 0) + 1 if force is True else count("force_update", force)


_SEVERAL = {
    ("replicas", "concurrency"): _spread_numbers,
    ("ports",): _spread_ports,
    ("networks",): _spread_networks,
    ("log_driver", "log_driver_options"): _spread_log_driver,
    ("force_update",): _spread_force_update,
}
