"""Print the public surface of docker-py, or of a package with its names, as JSON; run beside either of them.

The argument is the package: ``docker`` or ``dockwright.sync``. What is printed maps the place of each public name, such
as ``models.containers.Container.logs``, to what it is: a class, a method, function or property, or a plain value;
whatever can be called also to its parameters, each with its kind and default.

Where docker-py hands on ``**kwargs`` the parameters of the function that gets them count, and where we name the keys of
``**options`` in a ``TypedDict`` those keys do. Only the standard library is used.
"""

import importlib
import inspect
import json
import pkgutil
import re
import sys
from functools import cached_property
from types import ModuleType
from typing import Any, cast

MODULES = (
    "",
    "client",
    "errors",
    "tls",
    "constants",
    "utils",
    "utils.build",
    "utils.config",
    "utils.decorators",
    "utils.fnmatch",
    "utils.json_stream",
    "utils.ports",
    "utils.proxy",
    "utils.socket",
    "utils.utils",
    "transport",
    "context",
    "context.api",
    "context.context",
    "auth",
    "credentials",
    "credentials.errors",
    "credentials.store",
    "types",
    "types.containers",
    "types.daemon",
    "types.healthcheck",
    "types.networks",
    "types.services",
    "types.swarm",
    "models.configs",
    "models.containers",
    "models.images",
    "models.networks",
    "models.nodes",
    "models.plugins",
    "models.resource",
    "models.secrets",
    "models.services",
    "models.swarm",
    "models.volumes",
    "api",
    "api.client",
)
# Names that these only take from elsewhere are part of the surface too, and so are their plain values.
GATHERING = ("", "api", "context", "credentials", "transport", "types", "utils")
VALUES = ("auth", "constants", "credentials")
UNSET = "(not given)"
KEYWORD = "keyword"
EITHER = "positional or keyword"
POSITIONAL = "positional"

_API = "api.client.APIClient"
# Methods of docker-py that hand their keywords on: to which function, and how many of its first parameters they give.
FORWARDS = {
    "client.DockerClient.__init__": (f"{_API}.__init__", 0),
    "client.DockerClient.events": (f"{_API}.events", 0),
    "client.DockerClient.info": (f"{_API}.info", 0),
    "client.DockerClient.login": (f"{_API}.login", 0),
    "client.DockerClient.ping": (f"{_API}.ping", 0),
    "client.DockerClient.version": (f"{_API}.version", 0),
    "client.DockerClient.from_context": (f"{_API}.__init__", 1),
    "client.from_context": (f"{_API}.__init__", 1),
    "from_context": (f"{_API}.__init__", 1),
    "models.configs.ConfigCollection.create": (f"{_API}.create_config", 0),
    "models.configs.ConfigCollection.list": (f"{_API}.configs", 0),
    "models.containers.Container.attach": (f"{_API}.attach", 1),
    "models.containers.Container.attach_socket": (f"{_API}.attach_socket", 1),
    "models.containers.Container.commit": (f"{_API}.commit", 1),
    "models.containers.Container.logs": (f"{_API}.logs", 1),
    "models.containers.Container.remove": (f"{_API}.remove_container", 1),
    "models.containers.Container.restart": (f"{_API}.restart", 1),
    "models.containers.Container.stats": (f"{_API}.stats", 1),
    "models.containers.Container.stop": (f"{_API}.stop", 1),
    "models.containers.Container.top": (f"{_API}.top", 1),
    "models.containers.Container.update": (f"{_API}.update_container", 1),
    "models.containers.Container.wait": (f"{_API}.wait", 1),
    "models.images.Image.tag": (f"{_API}.tag", 1),
    "models.images.ImageCollection.build": (f"{_API}.build", 0),
    "models.images.ImageCollection.prune_builds": (f"{_API}.prune_builds", 0),
    "models.images.ImageCollection.push": (f"{_API}.push", 0),
    "models.images.ImageCollection.remove": (f"{_API}.remove_image", 0),
    "models.images.ImageCollection.search": (f"{_API}.search", 0),
    "models.images.RegistryData.__init__": ("models.resource.Model.__init__", 0),
    "models.swarm.Swarm.__init__": ("models.resource.Model.__init__", 0),
    "models.networks.Network.connect": (f"{_API}.connect_container_to_network", 2),
    "models.networks.Network.disconnect": (f"{_API}.disconnect_container_from_network", 2),
    "models.networks.NetworkCollection.create": (f"{_API}.create_network", 0),
    "models.networks.NetworkCollection.get": (f"{_API}.inspect_network", 1),
    "models.networks.NetworkCollection.list": (f"{_API}.networks", 0),
    "models.nodes.NodeCollection.list": (f"{_API}.nodes", 0),
    "models.secrets.SecretCollection.create": (f"{_API}.create_secret", 0),
    "models.secrets.SecretCollection.list": (f"{_API}.secrets", 0),
    "models.services.Service.logs": (f"{_API}.service_logs", 1),
    "models.services.ServiceCollection.list": (f"{_API}.services", 0),
    "models.swarm.Swarm.init": ("types.swarm.SwarmSpec.__init__", 1),
    "models.swarm.Swarm.join": (f"{_API}.join_swarm", 0),
    "models.swarm.Swarm.leave": (f"{_API}.leave_swarm", 0),
    "models.swarm.Swarm.update": ("types.swarm.SwarmSpec.__init__", 1),
    "models.volumes.VolumeCollection.create": (f"{_API}.create_volume", 0),
    "models.volumes.VolumeCollection.list": (f"{_API}.volumes", 0),
    f"{_API}.create_host_config": ("types.containers.HostConfig.__init__", 1),
    f"{_API}.create_container_config": ("types.containers.ContainerConfig.__init__", 1),
    f"{_API}.create_networking_config": ("types.networks.NetworkingConfig.__init__", 0),
    f"{_API}.create_endpoint_config": ("types.networks.EndpointConfig.__init__", 1),
    f"{_API}.create_swarm_spec": ("types.swarm.SwarmSpec.__init__", 1),
}
# These we hand on too, to the same.
MADE_ELSEWHERE = {place for place in FORWARDS if place.startswith(f"{_API}.create_")}
# What docker-py hands on and yet does not take there, or takes by another name.
NOT_HANDED_ON = {
    "models.services.Service.logs": {"is_tty"},
    "models.swarm.Swarm.init": {"external_cas"},
    "models.swarm.Swarm.update": {"external_cas"},
}
# Keywords that docker-py takes out of its ``**kwargs`` one by one, so that no function names them.
_FROM_ENVIRONMENT = (
    ("version", "None"),
    ("timeout", "60"),
    ("max_pool_size", "10"),
    ("environment", "None"),
    ("use_ssh_client", "False"),
    ("use_context", "True"),
)
_DETACHED = (("stream", "False"), ("detach", "False"))
NAMED: dict[str, tuple[tuple[str, str], ...]] = {
    "client.DockerClient.from_env": _FROM_ENVIRONMENT,
    "client.from_env": _FROM_ENVIRONMENT,
    "from_env": _FROM_ENVIRONMENT,
    "models.containers.ContainerCollection.run": _DETACHED,
    "models.containers.ContainerCollection.create": (),
    "models.images.ImageCollection.pull": (("auth_config", "None"), ("platform", "None")),
    "models.networks.NetworkCollection.list": (("greedy", "False"),),
    "models.services.ServiceCollection.create": (),
    "models.services.Service.update": (("force_update", UNSET), ("fetch_current_spec", "True")),
    "types.containers.LogConfig.__init__": (("type", UNSET), ("config", UNSET)),
    "types.containers.Ulimit.__init__": (("name", UNSET), ("soft", UNSET), ("hard", UNSET)),
    "types.containers.DeviceRequest.__init__": tuple(
        (name, UNSET) for name in ("driver", "count", "device_ids", "capabilities", "options")
    ),
    "types.healthcheck.Healthcheck.__init__": tuple(
        (name, UNSET) for name in ("test", "interval", "timeout", "retries", "start_period")
    ),
}
# The same, where docker-py keeps their names in lists.
LISTED = {
    "models.containers.ContainerCollection.run": ("models.containers", ("RUN_CREATE_KWARGS", "RUN_HOST_CONFIG_KWARGS")),
    "models.containers.ContainerCollection.create": (
        "models.containers",
        ("RUN_CREATE_KWARGS", "RUN_HOST_CONFIG_KWARGS"),
    ),
    "models.services.ServiceCollection.create": (
        "models.services",
        ("CREATE_SERVICE_KWARGS", "CONTAINER_SPEC_KWARGS", "TASK_TEMPLATE_KWARGS", "PLACEMENT_KWARGS"),
    ),
    "models.services.Service.update": (
        "models.services",
        ("CREATE_SERVICE_KWARGS", "CONTAINER_SPEC_KWARGS", "TASK_TEMPLATE_KWARGS", "PLACEMENT_KWARGS"),
    ),
}
# What the lists of docker-py leave to further code, for containers and for services.
BESIDE_LISTS = {
    "models.containers": ("ports", "volumes", "network", "networking_config"),
    "models.services": ("container_labels", "log_driver", "log_driver_options"),
}

_KINDS = {
    inspect.Parameter.POSITIONAL_ONLY: POSITIONAL,
    inspect.Parameter.POSITIONAL_OR_KEYWORD: EITHER,
    inspect.Parameter.KEYWORD_ONLY: KEYWORD,
}
Parameters = list[tuple[str, str, str]]


class Surface:
    """The public names of one package."""

    def __init__(self, package: str) -> None:
        self._package = package
        # Of ours, everything that comes of the same distribution counts as its own.
        self._own = package.partition(".")[0]
        self._options = _typed_dicts() if self._own == "dockwright" else {}
        self.names: dict[str, dict[str, Any]] = {}

    def read(self) -> "Surface":
        """Look at every module."""
        for name in MODULES:
            full = f"{self._package}.{name}" if name else self._package
            try:
                module = importlib.import_module(full)
            except ModuleNotFoundError as error:
                if error.name is None or not full.startswith(error.name):
                    raise
                continue
            self._module(name, module)
        return self

    def _module(self, place: str, module: ModuleType) -> None:
        if place:
            self.names[place] = {"kind": "module"}
        names = [*getattr(module, "__all__", ()), *vars(module)]
        for name in sorted({name for name in names if not name.startswith("_")}):
            try:
                value = getattr(module, name)
            except ImportError:
                continue  # what cannot be had is absent
            if self._counts(place, value):
                self._value(f"{place}.{name}" if place else name, value)

    def _counts(self, place: str, value: object) -> bool:
        if isinstance(value, ModuleType):
            return False
        home = getattr(value, "__module__", None)
        if not isinstance(home, str):
            return place in VALUES and isinstance(value, str | int | float | list | dict | tuple)
        if self._own == "dockwright":
            # Where a class of ours lives is our own affair, as long as it is found here.
            return home.partition(".")[0] == self._own
        return home.partition(".")[0] == self._own if place in GATHERING else home == f"{self._package}.{place}"

    def _value(self, place: str, value: Any) -> None:
        if inspect.isclass(value):
            self.names[place] = {"kind": "class"}
            # Members count once, at the module that has the class.
            if self._own == "dockwright" or value.__module__ == f"{self._package}.{place.rpartition('.')[0]}":
                self._members(place, value)
        elif callable(value):
            self.names[place] = {"kind": "callable", "parameters": self._parameters(place, value, bound=False)}
        else:
            self.names[place] = {"kind": "value", "value": repr(value)}

    def _members(self, place: str, owner: type) -> None:
        own = [base for base in owner.__mro__ if base.__module__.partition(".")[0] == self._own]
        names = {name for base in own for name in (*vars(base), *getattr(base, "__annotations__", ()))}
        for name in sorted(name for name in names if not name.startswith("_") or name == "__init__"):
            value = next((vars(base)[name] for base in own if name in vars(base)), None)
            at = f"{place}.{name}"
            value = _called(value)
            if inspect.isfunction(value):
                self.names[at] = {"kind": "callable", "parameters": self._parameters(at, value, bound=True)}
            elif isinstance(value, classmethod | staticmethod):
                bound = getattr(owner, name)
                self.names[at] = {"kind": "callable", "parameters": self._parameters(at, bound, bound=False)}
            else:
                self.names[at] = {"kind": "attribute"}

    def _parameters(self, place: str, function: Any, *, bound: bool) -> Parameters:
        """Give the parameters of a function, without that of the object it belongs to."""
        try:
            given = list(inspect.signature(function).parameters.values())
        except (TypeError, ValueError):
            return []
        parameters: Parameters = []
        positional = False
        for each in given[1:] if bound else given:
            if each.kind is inspect.Parameter.VAR_POSITIONAL:
                positional = True
            elif each.kind is inspect.Parameter.VAR_KEYWORD:
                known = {name for name, *_ in parameters}
                kind = EITHER if positional else KEYWORD
                taken = NOT_HANDED_ON.get(place, set())
                handed = [one for one in self._handed_on(place, each, kind) if one[0] not in known | taken]
                parameters.extend(handed)
            else:
                default = UNSET if each.default is inspect.Parameter.empty else _plain(each.default)
                required = "" if each.default is inspect.Parameter.empty else default
                parameters.append((each.name, _KINDS[each.kind], required))
        return parameters

    def _handed_on(self, place: str, keywords: inspect.Parameter, kind: str) -> Parameters:
        if self._own == "dockwright" and place not in MADE_ELSEWHERE:
            match = re.fullmatch(r"(?:\w+\.)?Unpack\[(?:\w+\.)?(\w+)\]", str(keywords.annotation))
            return [(name, KEYWORD, UNSET) for name in self._options.get(match[1], ())] if match else []
        handed: Parameters = []
        if place in FORWARDS:
            target, skipped = FORWARDS[place]
            module, owner, name = target.rsplit(".", 2)
            try:
                function = getattr(getattr(importlib.import_module(f"{self._package}.{module}"), owner), name)
            except ImportError:
                return []  # absent, and so are its parameters
            of_target = self._parameters(target, function, bound=True)[skipped:]
            handed += [(name, KEYWORD if own == KEYWORD else kind, default) for name, own, default in of_target]
        if place in LISTED:
            module, lists = LISTED[place]
            names = [name for each in lists for name in getattr(importlib.import_module(f"docker.{module}"), each)]
            handed += [(name, KEYWORD, UNSET) for name in dict.fromkeys([*names, *BESIDE_LISTS[module]])]
        handed += [(name, KEYWORD, default) for name, default in NAMED.get(place, ())]
        return handed


def _called(value: Any) -> Any:
    """Give what calls the object that an attribute gives, if it can be called; of ours some are both in one."""
    if not isinstance(value, cached_property):
        return value
    function: Any = vars(cast("object", value))["func"]
    noun = function.__globals__.get(str(function.__annotations__.get("return")))
    return (vars(noun).get("__call__") if inspect.isclass(noun) else None) or cast(object, value)


def _plain(default: object) -> str:
    # What is empty is as good as a tuple as it is as a list.
    return "[]" if default == () else repr(default)


def _typed_dicts() -> dict[str, list[str]]:
    """Give the keys of every ``TypedDict`` that options are named by."""
    found: dict[str, list[str]] = {}
    for room in ("dockwright.options", "dockwright.flows", "dockwright.sync"):
        package = importlib.import_module(room)
        for info in pkgutil.iter_modules(package.__path__):
            for name, value in vars(importlib.import_module(f"{room}.{info.name}")).items():
                if inspect.isclass(value) and hasattr(value, "__total__"):
                    found[name] = sorted(value.__required_keys__ | value.__optional_keys__)  # type: ignore[attr-defined]  # of a TypedDict
    return found


if __name__ == "__main__":
    json.dump(Surface(sys.argv[1]).read().names, sys.stdout, indent=1)
