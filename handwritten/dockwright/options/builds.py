"""The options of a build as people write them, but for where its context comes from."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypedDict, cast

from ..errors import InvalidArgument, InvalidType
from . import values
from .records import Row, Rows, fields_of
from .references import new_names
from .resources import Ulimits, ulimits
from .sizes import size_in_bytes

if TYPE_CHECKING:
    from os import PathLike

    from dockwright_api import models, shapes

Size = int | float | str


class BuildLimits(TypedDict, total=False):
    """Limits for the steps of a build."""

    memory: Size | None
    """Bytes, or text such as ``"512m"``."""
    memswap: Size | None
    """Memory and swap together; -1 for no limit."""
    cpushares: int | None
    cpusetcpus: str | None
    """Such as ``"0-3"``."""
    cpusetmems: str | None
    cpuperiod: int | None
    """Microseconds; so is ``cpuquota``."""
    cpuquota: int | None


class BuildOptions(TypedDict, total=False):
    """What a build can be told beside the arguments that the method names itself."""

    path: "str | PathLike[str] | Mapping[str, bytes | PathLike[str]] | None"
    """The context: a folder, the URL of a repository or an archive, or names with bytes and Paths."""
    dockerfile: "str | PathLike[str] | None"
    """Where the Dockerfile is in the context, or outside of its folder; ``Dockerfile`` by default."""
    gzip: bool | None
    """Compress the folder on its way, which pays on slow networks."""
    target: str | None
    """The stage to build; the last one by default."""
    cache_from: Sequence[str] | None
    """Images whose layers may serve as a cache."""
    extra_hosts: Mapping[str, str] | Sequence[str] | None
    network_mode: str | None
    """The network of ``RUN`` steps: ``default``, ``host``, ``none``, or a network's name."""
    shmsize: Size | None
    squash: bool | None
    """Merge the layers of the build; only with an engine in experimental mode."""
    isolation: str | None
    container_limits: BuildLimits | None
    ulimits: "Ulimits | None"
    cgroup_parent: str | None
    outputs: "Sequence[models.BuildOutput | shapes.BuildOutput] | None"
    """Where the result goes instead of to the images of the engine; with BuildKit only."""
    version: str | int | None
    """The builder: ``"1"``, the classic one, by default, or ``"2"``, BuildKit."""
    session: str | None
    """The id of a session for BuildKit that somebody else keeps."""
    build_id: str | None
    auth: Mapping[str, Any] | None
    """Credentials by registry, each as a pull takes them, in place of those that are known to this client."""
    use_config_proxy: bool | None
    """Give the build the proxies that are set up in ``config.json``; True by default."""


def build_arguments(name: str, value: object) -> dict[str, str | None]:
    """Take a mapping of build arguments; None names one without giving a value."""
    if not isinstance(value, Mapping):
        # The value is not shown: it may hold what should not be.
        raise InvalidType(f"{name} must be a mapping such as {{'VERSION': '1.0'}}, not {type(value).__name__}")
    found: dict[str, str | None] = {}
    for key, item in cast("Mapping[Any, object]", value).items():
        if not isinstance(key, str):
            raise InvalidType(f"the keys of {name} must be str, not {type(key).__name__}")
        if item is not None and (isinstance(item, bool) or not isinstance(item, str | int | float)):
            raise InvalidType(f"{name}[{key!r}] must be a str, a number or None, not {type(item).__name__}")
        found[key] = None if item is None else str(item)
    return found


def with_proxies(arguments: Mapping[str, str | None], proxies: Mapping[str, str]) -> dict[str, str | None]:
    """Add proxies to build arguments, but none that are given already in capitals or in small letters."""
    given = {name.upper() for name in arguments}
    return {**{name: value for name, value in proxies.items() if name.upper() not in given}, **arguments}


def _outputs(name: str, value: object) -> list[Any]:
    return list(values.several(name, "a sequence such as [{'Type': 'cacheonly'}]", value))


def _builder(name: str, value: object) -> str:
    if str(value) not in ("1", "2") or isinstance(value, bool):
        raise InvalidArgument(f"{name} must be '1' for the classic builder or '2' for BuildKit, not {value!r}")
    return str(value)


def _limits(name: str, value: object) -> dict[str, Any]:
    fields = fields_of(name, value, "{'memory': '512m'}")
    for key in fields:
        if key not in _LIMITS:
            raise InvalidArgument(f"{name} has the key {key!r}; known are {', '.join(_LIMITS)}")
    return {_LIMITS[k].key: _LIMITS[k].read(f"{name}[{k!r}]", item) for k, item in fields.items() if item is not None}


_LIMITS: Rows = {
    "memory": Row("memory", size_in_bytes),
    "memswap": Row("memswap", size_in_bytes),
    "cpushares": Row("cpushares", values.whole),
    "cpusetcpus": Row("cpusetcpus", values.text),
    "cpusetmems": Row("cpusetmems", values.text),
    "cpuperiod": Row("cpuperiod", values.whole),
    "cpuquota": Row("cpuquota", values.whole),
}
_OPTIONS: Rows = {
    "remote": Row("remote", values.text),
    "tag": Row("t", new_names),
    "quiet": Row("q", values.flag),
    "nocache": Row("nocache", values.flag),
    "pull": Row("pull", values.flag),
    "rm": Row("rm", values.flag),
    "forcerm": Row("forcerm", values.flag),
    "labels": Row("labels", values.labels),
    "platform": Row("platform", values.text),
    "buildargs": Row("buildargs", build_arguments),
    "target": Row("target", values.text),
    "cache_from": Row("cachefrom", values.texts),
    "extra_hosts": Row("extrahosts", values.extra_hosts),
    "network_mode": Row("networkmode", values.text),
    "shmsize": Row("shmsize", size_in_bytes),
    "squash": Row("squash", values.flag),
    "isolation": Row("isolation", values.text),
    "ulimits": Row("ulimits", ulimits),
    "cgroup_parent": Row("cgroupparent", values.text),
    "outputs": Row("outputs", _outputs),
    "version": Row("version", _builder),
    "session": Row("session", values.text),
    "build_id": Row("buildid", values.text),
}


def build_query(options: Mapping[str, Any]) -> dict[str, Any]:
    """Translate options to the arguments of the operation; one that is None counts as not given.

    Raises ``TypeError`` for a value of a type that an option does not take and for options that are unknown, with the
    name of the nearest one, and ``InvalidArgument`` for values that cannot be used or go together.
    """
    given = {name: value for name, value in options.items() if value is not None}
    limits = given.pop("container_limits", None)
    for name in given:
        if name not in _OPTIONS:
            raise TypeError(_unknown(name))
    query = {row.key: row.read(name, given[name]) for name, row in _OPTIONS.items() if name in given}
    if limits is not None:
        query |= _limits("container_limits", limits)
    with_buildkit = query.get("version") == "2"
    if with_buildkit and (limits or query.get("squash")):
        which = "container_limits" if limits else "squash"
        raise InvalidArgument(f"{which} is for the classic builder, and BuildKit ignores it; leave version='2' out")
    if query.get("outputs") and not with_buildkit:
        raise InvalidArgument("outputs needs BuildKit; give version='2' too")
    return query


def _unknown(name: str) -> str:
    from difflib import get_close_matches

    known = [*_OPTIONS, *BuildOptions.__annotations__, "stream", "timeout", "encoding", "fileobj", "progress"]
    nearest = get_close_matches(name, known, 1)
    return f"build() has no option {name!r}" + (f"; did you mean {nearest[0]!r}?" if nearest else "")
