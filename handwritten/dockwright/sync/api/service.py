"""Services and their tasks, by docker-py's low-level names."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, cast

from dockwright_api import operations
from dockwright_api.sync import services as generated_services
from dockwright_api.sync import tasks as generated_tasks

from ...errors import InvalidArgument
from ...flows.images import image_of
from ...options.filters import filters_option
from .calls import Calls, Listing, resource_id

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dockwright_api import shapes
    from dockwright_api.encode import Filters

    from ...options.moments import Moment
    from ..streams import ReplyStream


class Services(Listing, generated_services.Services):
    """The operations of ``client.api.services``; called, it lists services as docker-py does."""

    def __call__(self, filters: Filters | str | None = None, status: bool | None = None) -> list[shapes.Service]:
        """List services. ``GET /services``. ``status`` adds how many of their tasks run."""
        return self._engine.fetch(operations.services.list(filters=filters_option(filters), status=status))


class Tasks(Listing, generated_tasks.Tasks):
    """The operations of ``client.api.tasks``; called, it lists tasks as docker-py does."""

    def __call__(self, filters: Filters | str | None = None) -> list[shapes.Task]:
        """List tasks. ``GET /tasks``."""
        return self._engine.fetch(operations.tasks.list(filters=filters_option(filters)))


class ServiceCalls(Calls):
    """Services and tasks."""

    @cached_property
    def services(self) -> Services:
        """List services, ``client.api.services()``; and the operations of ``client.api.services``."""
        return Services(self._engine)

    @cached_property
    def tasks(self) -> Tasks:
        """List tasks, ``client.api.tasks()``; and the operations of ``client.api.tasks``."""
        return Tasks(self._engine)

    def create_service(
        self,
        task_template: Mapping[str, Any],
        name: str | None = None,
        labels: Mapping[str, str] | None = None,
        mode: Mapping[str, Any] | str | None = None,
        update_config: Mapping[str, Any] | None = None,
        networks: Sequence[str | Mapping[str, Any]] | None = None,
        endpoint_config: Mapping[str, Any] | None = None,
        endpoint_spec: Mapping[str, Any] | None = None,
        rollback_config: Mapping[str, Any] | None = None,
    ) -> shapes.ServiceCreateResponse:
        """Create a service of the engine's own JSON, and give its id. ``POST /services/create``.

        ``task_template`` is a ``docker.types.TaskTemplate``; ``endpoint_config`` is an older name of
        ``endpoint_spec``.
        """
        image = image_of(task_template.get("ContainerSpec") or {})
        if image is None:
            raise InvalidArgument("task_template must name an image: {'ContainerSpec': {'Image': 'busybox'}}")
        spec = _spec(
            TaskTemplate=dict(task_template),
            Name=name,
            Labels=labels,
            Mode=_mode(mode),
            UpdateConfig=update_config,
            RollbackConfig=rollback_config,
            Networks=_networks(networks),
            EndpointSpec=endpoint_spec or endpoint_config,
        )
        operation = operations.services.create(cast("shapes.ServiceSpecParam", spec))
        return cast("shapes.ServiceCreateResponse", self._fetch(self._engine.authorized(operation, image)))

    def inspect_service(self, service: object, insert_defaults: bool | None = None) -> shapes.Service:
        """Give everything about a service. ``GET /services/{id}``."""
        return self._fetch(
            operations.services.inspect(resource_id("service", service), insert_defaults=insert_defaults)
        )

    def inspect_task(self, task: object) -> shapes.Task:
        """Give everything about a task. ``GET /tasks/{id}``."""
        return self._fetch(operations.tasks.inspect(resource_id("task", task)))

    def remove_service(self, service: object) -> bool:
        """Remove a service. ``DELETE /services/{id}``."""
        return self._done(operations.services.delete(resource_id("service", service)))

    def service_logs(
        self,
        service: object,
        details: bool = False,
        follow: bool = False,
        stdout: bool = False,
        stderr: bool = False,
        since: Moment = 0,
        timestamps: bool = False,
        tail: int | str = "all",
        is_tty: bool | None = None,
    ) -> ReplyStream[bytes]:
        """Read the log of a service, piece by piece. ``GET /services/{id}/logs``.

        ``is_tty`` says whether its tasks have a terminal; where it is not given it is found out.
        """
        from ...options.moments import moment

        operation = operations.services.logs(
            resource_id("service", service),
            details=details or None,
            follow=follow or None,
            stdout=stdout,
            stderr=stderr,
            since=int(moment("since", since) or 0) or None,
            timestamps=timestamps or None,
            tail=str(tail),
        )
        return self._engine.payloads(operation, tty=is_tty).open()

    def update_service(
        self,
        service: object,
        version: int,
        task_template: Mapping[str, Any] | None = None,
        name: str | None = None,
        labels: Mapping[str, str] | None = None,
        mode: Mapping[str, Any] | str | None = None,
        update_config: Mapping[str, Any] | None = None,
        networks: Sequence[str | Mapping[str, Any]] | None = None,
        endpoint_config: Mapping[str, Any] | None = None,
        endpoint_spec: Mapping[str, Any] | None = None,
        fetch_current_spec: bool = False,
        rollback_config: Mapping[str, Any] | None = None,
    ) -> shapes.ServiceUpdateResponse:
        """Change a service, which is at ``version`` now. ``POST /services/{id}/update``.

        What is not given is taken away, unless ``fetch_current_spec`` asks for what it is now first.
        """
        identifier = resource_id("service", service)
        current: Mapping[str, Any] = {}
        if fetch_current_spec:
            current = cast("Mapping[str, Any]", self.inspect_service(identifier)["Spec"])
        given = _spec(
            Name=name,
            Labels=labels,
            Mode=_mode(mode),
            UpdateConfig=update_config,
            RollbackConfig=rollback_config,
            Networks=_networks(networks),
            EndpointSpec=endpoint_spec or endpoint_config,
        )
        template = _merged(current.get("TaskTemplate") or {}, task_template or {})
        spec = {**current, **given, **({"TaskTemplate": template} if template else {})}
        operation = operations.services.update(identifier, version, cast("shapes.ServiceSpecParam", spec))
        image = image_of(template.get("ContainerSpec") or {})
        return cast("shapes.ServiceUpdateResponse", self._fetch(self._engine.authorized(operation, image or "")))


def _spec(**parts: Any) -> dict[str, Any]:
    return {key: value for key, value in parts.items() if value is not None}


def _mode(mode: Mapping[str, Any] | str | None) -> Mapping[str, Any] | None:
    if not isinstance(mode, str):
        return mode
    from ..types import ServiceMode

    return ServiceMode(mode)


def _networks(networks: Sequence[str | Mapping[str, Any]] | None) -> list[dict[str, Any]] | None:
    from ..utils import convert_service_networks

    return convert_service_networks(networks)


def _merged(current: Mapping[str, Any], given: Mapping[str, Any]) -> dict[str, Any]:
    """Lay a task template over another; of their containers, part by part."""
    merged = {**current, **{key: value for key, value in given.items() if value is not None}}
    if current.get("ContainerSpec") and given.get("ContainerSpec"):
        changed = {key: value for key, value in given["ContainerSpec"].items() if value is not None}
        merged["ContainerSpec"] = {**current["ContainerSpec"], **changed}
    return merged
