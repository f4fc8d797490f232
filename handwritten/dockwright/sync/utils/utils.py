"""Small translations that docker-py's programs take from ``docker.utils``.

What options mean is decided in ``dockwright.options``; these are the same decisions under docker-py's names.
"""

from __future__ import annotations

import os
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from dockwright_api import encode

from ...errors import InvalidArgument, InvalidType
from ...options import devices as device_options
from ...options import networks as network_options
from ...options import values
from ...options.filters import filters_text
from ...options.ports import Ports, published_ports
from ...options.processes import command_line, environment_list
from ...options.sizes import size_in_bytes
from ...options.volumes import Volumes, mounted_volumes
from ...settings.endpoint import full_address, parse, parse_docker_host
from ...settings.tls import tls_of_environment

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


def compare_version(v1: str, v2: str) -> int:
    """Compare versions such as ``1.41``: 1 where the second is the newer one, -1 where the first is, else 0."""
    first, second = (_numbers(version) for version in (v1, v2))
    return (second > first) - (second < first)


def version_lt(v1: str, v2: str) -> bool:
    """Say whether the first version is older than the second."""
    return compare_version(v1, v2) > 0


def version_gte(v1: str, v2: str) -> bool:
    """Say whether the first version is the second, or newer."""
    return not version_lt(v1, v2)


def _numbers(version: str) -> list[int]:
    try:
        numbers = [int(part) for part in version.split(".")]
    except ValueError:
        raise InvalidArgument(f"a version is written such as '1.41', not {version!r}") from None
    while numbers and not numbers[-1]:
        numbers.pop()
    return numbers


def parse_bytes(s: str | float) -> float:
    """Read an amount of memory such as ``'128m'`` in bytes; the empty text is 0."""
    return 0 if s == "" else size_in_bytes("size", s)


def parse_repository_tag(repo_name: str) -> tuple[str, str | None]:
    """Split the name of an image from its tag or digest; None where it has neither."""
    repository, at, digest = repo_name.rpartition("@")
    if at:
        return repository, digest
    repository, colon, tag = repo_name.rpartition(":")
    # A colon before a slash belongs to the port of a registry.
    return (repository, tag) if colon and "/" not in tag else (repo_name, None)


def parse_devices(devices: Sequence[str | Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Read devices such as ``'/dev/fuse:/dev/fuse:rwm'``."""
    return device_options.devices("devices", devices)


def parse_env_file(env_file: str | os.PathLike[str]) -> dict[str, str]:
    """Read a file with a line ``NAME=value`` for each variable; empty lines and those after ``#`` say nothing.

    Raises ``InvalidArgument``, which names the line, for any other.
    """
    environment: dict[str, str] = {}
    with open(env_file, encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            text = line.strip()
            if not text or text.startswith("#"):
                continue
            name, equals, value = text.partition("=")
            if not equals:
                # The line is not shown: it may be half of a password.
                raise InvalidArgument(f"{os.fspath(env_file)}, line {number} must be NAME=value")
            environment[name] = value
    return environment


def parse_host(addr: str | None, is_win32: bool = False, tls: bool = False) -> str:
    """Write the address of an engine as docker-py does: ``http+unix://``, ``npipe://``, ``ssh://`` or ``http(s)://``.

    Raises ``SettingsError`` for what is none.
    """
    given = (addr or "").strip()
    if not given:
        return "npipe:////./pipe/docker_engine" if is_win32 else "http+unix:///var/run/docker.sock"
    endpoint = parse(full_address(given), tls=tls)
    if endpoint.scheme == "unix":
        return f"http+unix://{endpoint.path}"
    if endpoint.scheme in ("http", "https"):
        return endpoint.base_url
    if endpoint.scheme == "ssh" and not endpoint.port:
        return f"{endpoint.url}:22"
    return endpoint.url


def kwargs_from_env(environment: Mapping[str, str] | None = None) -> dict[str, Any]:
    """Give what the environment says of the engine, as ``base_url`` and ``tls`` of a client.

    ``environment`` stands in for ``os.environ``. TLS verifies the engine.
    """
    from ..tls import TLSConfig

    environment = environment or os.environ
    arguments: dict[str, Any] = {}
    if host := environment.get("DOCKER_HOST"):
        arguments["base_url"] = parse_docker_host(host).url
    files = tls_of_environment(environment)
    if files is not None:
        pair = None if files.cert is None or files.key is None else (files.cert, files.key)
        arguments["tls"] = TLSConfig(client_cert=pair, ca_cert=files.ca, verify=True)
    return arguments


def convert_filters(filters: encode.Filters) -> str:
    """Write filters as the engine reads them."""
    return filters_text(filters)


def convert_port_bindings(port_bindings: Ports) -> dict[str, Any]:
    """Write the option ``ports`` as the engine reads it."""
    return dict(published_ports(port_bindings).bindings)


def convert_volume_binds(binds: Volumes) -> list[str]:
    """Write the option ``volumes`` as the engine reads it."""
    return mounted_volumes(binds).binds


def convert_tmpfs_mounts(tmpfs: Mapping[str, str] | Sequence[str]) -> dict[str, str]:
    """Write the option ``tmpfs`` as the engine reads it."""
    return values.tmpfs("tmpfs", tmpfs)


def convert_service_networks(networks: Sequence[str | Mapping[str, Any]] | None) -> list[dict[str, Any]] | None:
    """Write the networks of a service as the engine reads them; a name stands for ``{"Target": name}``."""
    if networks is None:
        return None
    if isinstance(networks, str) or not hasattr(networks, "__iter__"):
        raise InvalidType(
            f"networks must be a sequence of names or mappings, not {type(networks).__name__}: {networks!r}"
        )
    return [{"Target": each} if isinstance(each, str) else dict(each) for each in networks]


def datetime_to_timestamp(dt: datetime) -> int:
    """Give a point in time as whole seconds since 1970; without a time zone it is local time."""
    from math import floor

    return floor(dt.astimezone(UTC).timestamp())


def decode_json_header(header: str | bytes) -> Any:
    """Read a header that holds JSON in base64, such as that of an archive."""
    import base64
    import json

    return json.loads(base64.b64decode(header))


def format_environment(environment: Mapping[str, str | None]) -> list[str]:
    """Write environment variables as ``NAME=value``; None leaves the name alone, which unsets it."""
    return environment_list(environment) or []


def format_extra_hosts(extra_hosts: Mapping[str, str], task: bool = False) -> list[str]:
    """Write names of hosts as ``name:address``, or for a ``task`` of a service as ``address name``."""
    hosts = sorted(extra_hosts.items())
    return [f"{address} {name}" if task else f"{name}:{address}" for name, address in hosts]


def normalize_links(links: Mapping[str, str | None] | Iterable[Sequence[str | None]]) -> list[str]:
    """Write links to other containers as ``name:alias``."""
    return sorted(network_options.links("links", links))


def split_command(command: str) -> list[str]:
    """Split a command the way a shell does."""
    return command_line(command, "command")
