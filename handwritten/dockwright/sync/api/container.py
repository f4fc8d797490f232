"""Containers and the commands in them, by docker-py's low-level names."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, cast

from dockwright_api import operations
from dockwright_api.sync import containers as generated

from ...options.commits import container_commit
from ...options.containers import new_container
from ...options.lifecycle import container_list
from ...options.ports import container_port
from ..containers import config_proxies
from ..resources import DEFAULT_CHUNK_SIZE
from .calls import Listing, resource_id
from .container_streams import ContainerStreamCalls

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dockwright_api import shapes
    from dockwright_api.encode import Filters

    from ...options.containers import RunOptions
    from ..streams import ReplyStream


class Containers(Listing, generated.Containers):
    """The operations of ``client.api.containers``; called, it lists containers as docker-py does."""

    def __call__(
        self,
        quiet: bool = False,
        all: bool = False,
        trunc: bool = False,
        latest: bool = False,
        since: str | None = None,
        before: str | None = None,
        limit: int = -1,
        size: bool = False,
        filters: Filters | str | None = None,
    ) -> list[shapes.ContainerSummary]:
        """List containers. ``GET /containers/json``.

        Running ones only, unless ``all``. ``quiet`` leaves only their ids, ``trunc`` shortens these, ``latest`` takes
        the newest one and ``limit`` the newest so many, ``size`` lets the engine work out their sizes.
        """
        limit = 1 if latest else limit
        operation = container_list(
            all=all or None, limit=limit, size=size or None, filters=filters, since=since, before=before
        )
        found = self._engine.fetch(operation)
        if quiet:
            return [cast("shapes.ContainerSummary", {"Id": each["Id"]}) for each in found]
        if trunc:
            return [cast("shapes.ContainerSummary", {**each, "Id": each["Id"][:12]}) for each in found]
        return found


class ContainerCalls(ContainerStreamCalls):
    """Containers."""

    @cached_property
    def containers(self) -> Containers:
        """List containers, ``client.api.containers(all=True)``; and the operations of ``client.api.containers``."""
        return Containers(self._engine)

    def commit(
        self,
        container: object,
        repository: str | None = None,
        tag: str | None = None,
        message: str | None = None,
        author: str | None = None,
        pause: bool = True,
        changes: str | Sequence[str] | None = None,
        conf: Mapping[str, Any] | None = None,
    ) -> shapes.IDResponse:
        """Make an image of a container. ``POST /commit``."""
        operation = container_commit(
            resource_id("container", container),
            repository=repository,
            tag=tag,
            message=message,
            author=author,
            changes=changes,
            config=cast("shapes.ContainerConfig | None", conf),
            pause=pause,
        )
        return self._fetch(operation)

    def create_container(
        self,
        image: str,
        command: str | Sequence[str] | None = None,
        hostname: str | None = None,
        user: str | int | None = None,
        detach: bool = False,
        stdin_open: bool = False,
        tty: bool = False,
        ports: Sequence[int | str | tuple[int | str, str]] | None = None,
        environment: Mapping[str, str | None] | Sequence[str] | None = None,
        volumes: str | Sequence[str] | Mapping[str, Any] | None = None,
        network_disabled: bool = False,
        name: str | None = None,
        entrypoint: str | Sequence[str] | None = None,
        working_dir: str | None = None,
        domainname: str | None = None,
        host_config: Mapping[str, Any] | None = None,
        mac_address: str | None = None,
        labels: Mapping[str, str] | Sequence[str] | None = None,
        stop_signal: str | None = None,
        networking_config: Mapping[str, Any] | None = None,
        healthcheck: Mapping[str, Any] | None = None,
        stop_timeout: int | None = None,
        runtime: str | None = None,
        use_config_proxy: bool = True,
        platform: str | None = None,
    ) -> shapes.ContainerCreateResponse:
        """Create a container and give its id. ``POST /containers/create``.

        ``ports`` are those that it exposes, and ``volumes`` the places in it; where they lead to is in ``host_config``,
        which :meth:`create_host_config` makes. ``networking_config`` is what :meth:`create_networking_config` makes.
        """
        options: dict[str, Any] = {
            "hostname": hostname,
            "user": user,
            "stdin_open": stdin_open,
            "tty": tty,
            "environment": environment,
            "network_disabled": network_disabled or None,
            "entrypoint": entrypoint,
            "working_dir": working_dir,
            "domainname": domainname,
            "mac_address": mac_address,
            "labels": labels,
            "stop_signal": stop_signal,
            "healthcheck": healthcheck,
            "stop_timeout": stop_timeout,
            "runtime": runtime,
            "use_config_proxy": use_config_proxy,
        }
        body = self._new_body(image, command, options, detach=detach)
        if ports:
            body["ExposedPorts"] = {_exposed(port): {} for port in ports}
        if volumes:
            targets = [volumes] if isinstance(volumes, str) else volumes
            body["Volumes"] = {target: {} for target in targets}
        body["HostConfig"] = {**(body.get("HostConfig") or {}), **(host_config or {})}
        if networking_config:
            body["NetworkingConfig"] = dict(networking_config)
        return self.create_container_from_config(body, name, platform)

    def create_container_from_config(
        self, config: Mapping[str, Any], name: str | None = None, platform: str | None = None
    ) -> shapes.ContainerCreateResponse:
        """Create a container of the engine's own JSON, and give its id. ``POST /containers/create``."""
        body = cast("shapes.ContainerCreateRequest", {key: value for key, value in config.items() if value is not None})
        return self._fetch(operations.containers.create(body, name=name, platform=platform))

    def create_container_config(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Make the settings of a container, apart from its host; as ``docker.types.ContainerConfig``."""
        from ..types import ContainerConfig

        return ContainerConfig(self._client.api_version, *args, **kwargs)

    def create_host_config(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Make the settings of a container that concern its host; as ``docker.types.HostConfig``."""
        from ..types import HostConfig

        return HostConfig(self._client.api_version, *args, **kwargs)

    def create_networking_config(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Make the settings of a container's networks; as ``docker.types.NetworkingConfig``."""
        from ..types import NetworkingConfig

        return NetworkingConfig(*args, **kwargs)

    def create_endpoint_config(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Make the settings of a container in one network; as ``docker.types.EndpointConfig``."""
        from ..types import EndpointConfig

        return EndpointConfig(self._client.api_version, *args, **kwargs)

    def _new_body(
        self, image: str, command: str | Sequence[str] | None, options: dict[str, Any], *, detach: bool
    ) -> dict[str, Any]:
        given = cast("RunOptions", {key: value for key, value in options.items() if value is not None})
        proxies = config_proxies(self._client, given)
        new = new_container(image, command, given, detach=detach, caller="create_container", proxies=proxies)
        return dict(cast("Mapping[str, Any]", new.body))

    def diff(self, container: object) -> list[shapes.FilesystemChange]:
        """List the files of a container that differ from its image. ``GET /containers/{id}/changes``."""
        return self._fetch(operations.containers.changes(resource_id("container", container)))

    def export(self, container: object, chunk_size: int | None = DEFAULT_CHUNK_SIZE) -> ReplyStream[bytes]:
        """Read the file system of a container as a tar archive. ``GET /containers/{id}/export``."""
        return self._container(container).export(chunk_size)

    def get_archive(
        self,
        container: object,
        path: str,
        chunk_size: int | None = DEFAULT_CHUNK_SIZE,
        encode_stream: bool = False,
    ) -> tuple[Iterable[bytes], dict[str, Any]]:
        """Read a file or folder of a container as a tar archive; as :meth:`Container.get_archive`."""
        chunks, stat = self._container(container).get_archive(path, chunk_size, encode_stream)
        return chunks, dict(stat)

    def inspect_container(self, container: object) -> shapes.ContainerInspectResponse:
        """Give everything about a container. ``GET /containers/{id}/json``."""
        return self._fetch(operations.containers.inspect(resource_id("container", container)))

    def kill(self, container: object, signal: str | int | None = None) -> None:
        """Send a container's process a signal; as :meth:`Container.kill`."""
        self._container(container).kill(signal)

    def pause(self, container: object) -> None:
        """Freeze the processes of a container. ``POST /containers/{id}/pause``."""
        self._fetch(operations.containers.pause(resource_id("container", container)))

    def port(self, container: object, private_port: int | str) -> list[dict[str, str]] | None:
        """Give the places where a port of a container, such as ``80`` or ``"53/udp"``, is published; None if nowhere.

        ``GET /containers/{id}/json``.
        """
        inspected = self.inspect_container(container)
        ports: dict[str, Any] = cast("dict[str, Any]", inspected["NetworkSettings"]).get("Ports") or {}
        # Without a protocol any of them will do.
        wanted = str(private_port)
        names = [wanted] if "/" in wanted else [f"{wanted}/{protocol}" for protocol in ("tcp", "udp", "sctp")]
        return next((ports[name] for name in names if ports.get(name)), None)

    def prune_containers(self, filters: Filters | None = None) -> shapes.ContainerPruneResponse:
        """Remove all stopped containers. ``POST /containers/prune``."""
        return self._client.containers.prune(filters)

    def put_archive(self, container: object, path: str, data: bytes | Iterable[bytes]) -> bool:
        """Unpack a tar archive in a container; as :meth:`Container.put_archive`."""
        return bool(self._container(container).put_archive(path, data))

    def remove_container(self, container: object, v: bool = False, link: bool = False, force: bool = False) -> None:
        """Remove a container. ``DELETE /containers/{id}``."""
        self._container(container).remove(v=v, link=link, force=force)

    def rename(self, container: object, name: str) -> None:
        """Give a container another name. ``POST /containers/{id}/rename``."""
        self._container(container).rename(name)

    def resize(self, container: object, height: int, width: int) -> None:
        """Set the size of a container's terminal. ``POST /containers/{id}/resize``."""
        self._container(container).resize(height, width)

    def restart(self, container: object, timeout: int = 10) -> None:
        """Stop a container and start it; as :meth:`Container.restart`."""
        self._container(container).restart(timeout=timeout)

    def start(self, container: object) -> None:
        """Start a container. ``POST /containers/{id}/start``."""
        self._fetch(operations.containers.start(resource_id("container", container)))

    def stop(self, container: object, timeout: int | None = None) -> None:
        """Stop a container; as :meth:`Container.stop`."""
        self._container(container).stop(timeout=timeout)

    def top(self, container: object, ps_args: str | None = None) -> shapes.ContainerTopResponse:
        """List the processes of a container. ``GET /containers/{id}/top``."""
        return self._container(container).top(ps_args=ps_args)

    def unpause(self, container: object) -> None:
        """Let the processes of a container go on. ``POST /containers/{id}/unpause``."""
        self._fetch(operations.containers.unpause(resource_id("container", container)))

    def update_container(
        self,
        container: object,
        blkio_weight: int | None = None,
        cpu_period: int | None = None,
        cpu_quota: int | None = None,
        cpu_shares: int | None = None,
        cpuset_cpus: str | None = None,
        cpuset_mems: str | None = None,
        mem_limit: int | str | None = None,
        mem_reservation: int | str | None = None,
        memswap_limit: int | str | None = None,
        kernel_memory: int | str | None = None,
        restart_policy: Mapping[str, Any] | None = None,
    ) -> shapes.ContainerUpdateResponse:
        """Change the limits of a container. ``POST /containers/{id}/update``. What is not given stays."""
        from ...options.updates import container_update

        options: dict[str, Any] = {
            "blkio_weight": blkio_weight,
            "cpu_period": cpu_period,
            "cpu_quota": cpu_quota,
            "cpu_shares": cpu_shares,
            "cpuset_cpus": cpuset_cpus,
            "cpuset_mems": cpuset_mems,
            "mem_limit": mem_limit,
            "mem_reservation": mem_reservation,
            "memswap_limit": memswap_limit,
            "kernel_memory": kernel_memory,
            "restart_policy": restart_policy,
        }
        body = container_update(**cast(Any, options))
        return self._fetch(operations.containers.update(resource_id("container", container), body))

    def wait(
        self, container: object, timeout: float | None = None, condition: str | None = None
    ) -> shapes.ContainerWaitResponse:
        """Wait until a container ends; as :meth:`Container.wait`."""
        return self._container(container).wait(timeout=timeout, condition=cast(Any, condition))


def _exposed(port: int | str | tuple[int | str, str]) -> str:
    number, protocol = port if isinstance(port, tuple) else (port, "")
    return container_port("ports", f"{number}/{protocol}" if protocol else number)
