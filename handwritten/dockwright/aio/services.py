"""Services of a swarm."""

from __future__ import annotations

from time import time
from typing import TYPE_CHECKING, Literal, overload

from dockwright_api import operations
from dockwright_api.unset import UNSET

from ..flows import services as flows
from ..options.filters import filters_option
from ..options.services import new_service, swarm_logs, wanted_changes
from ..options.stored import version_index

if TYPE_CHECKING:
    import builtins
    from collections.abc import AsyncIterator, Awaitable, Mapping, Sequence
    from typing import Unpack

    from dockwright_api import models, shapes
    from dockwright_api.encode import Filters

    from ..options.moments import Moment
    from ..options.services import LogOptions, ServiceChanges, Settings, SpecOptions, TaskTemplate
    from ..policy.retry import Reconnect
    from ..policy.timeouts import TimeoutOption
    from ..settings.credentials import Auth
    from ..wire.loglines import LogLine
    from .docker import Docker
    from .stream import Message
    from .streams import ReplyStream


class DockerServices:
    """The services of the swarm; ``docker.services``. The engine must be a manager."""

    def __init__(self, docker: Docker) -> None:
        self.docker = docker

    async def list(
        self, *, filters: Filters | str | None = None, status: bool | None = None
    ) -> builtins.list[shapes.Service]:
        """List services, as JSON. ``GET /services``.

        ``filters`` is a mapping such as ``{"name": "web", "mode": ["replicated", "global"]}``. ``status`` adds how many
        tasks run, as ``ServiceStatus``.
        """
        operation = operations.services.list(filters=filters_option(filters), status=status)
        return await self.docker.engine.fetch(operation)

    async def create(
        self,
        task_template: TaskTemplate | str,
        *,
        name: str | None = None,
        labels: Mapping[str, str] | None = None,
        mode: str | shapes.ServiceModeParam | Settings | None = None,
        update_config: shapes.ServiceSpecUpdateConfigParam | Settings | None = None,
        rollback_config: shapes.ServiceSpecRollbackConfigParam | Settings | None = None,
        networks: Sequence[str | shapes.NetworkAttachmentConfigParam | Settings] | None = None,
        endpoint_spec: shapes.EndpointSpecParam | Settings | None = None,
        auth: Auth | None = None,
        registry: str | None = None,
        with_registry_auth: bool = False,
        command: str | Sequence[str] | None = None,
        **options: Unpack[SpecOptions],
    ) -> shapes.ServiceCreateResponse:
        """Create a service, whose tasks the swarm then starts, and give its ``ID``. ``POST /services/create``.

        ``task_template`` is what the tasks run as the Engine has it, in which ``Env`` may be a mapping, or the name of
        an image; how it is run is then said by ``command`` and the other options, such as ``env``, ``mounts``,
        ``secrets``, ``replicas`` and ``ports``. ``mode`` is ``"replicated"``, ``"global"``, ``"replicated-job"``,
        ``"global-job"``, or the Engine's own. ``networks`` are names or ids, or mappings with a ``Target``.

        ``auth`` is for the registry of the image, or that of ``registry``, and kept by the swarm, whose nodes pull the
        image with it. With ``with_registry_auth`` it is what this client logged in with, or ``docker login`` did.
        """
        given = {
            **options,
            "name": name,
            "labels": labels,
            "mode": mode,
            "update_config": update_config,
            "rollback_config": rollback_config,
            "networks": networks,
            "endpoint_spec": endpoint_spec,
            "command": command,
        }
        spec = new_service(task_template, given)
        sending = flows.Sending(auth, registry, with_registry_auth)
        return await self.docker.engine.drive(flows.create(spec, sending=sending))

    async def update(
        self,
        service_id: str,
        version: int | str | None,
        *,
        image: str | None = None,
        rollback: bool = False,
        auth: Auth | None = None,
        registry: str | None = None,
        with_registry_auth: bool = False,
        registry_auth_from: Literal["spec", "previous-spec"] | str | None = None,
        **options: Unpack[ServiceChanges],
    ) -> bool:
        """Change a service; what is not given stays as it is. ``POST /services/{id}/update``.

        ``version`` is the ``Index`` of the ``Version`` that the change is based on; one that is not the newest any more
        raises a ``ServerError``. None is for a change of whatever there is now, which is made again where the service
        changed meanwhile. ``rollback`` puts all settings back as they were before the last update. The options are
        those of :meth:`create`, and ``force_update``. Without ``auth`` the swarm keeps the credentials that it has;
        ``registry_auth_from="previous-spec"`` takes those it had before. Always gives True; what fails raises.
        """
        changes = wanted_changes(image, rollback, options)
        sending = flows.Sending(auth, registry, with_registry_auth, registry_auth_from, rollback)
        flow = flows.update(service_id, changes, version=version_index(version), sending=sending)
        await self.docker.engine.drive(flow)
        return True

    async def scale(self, service_id: str, replicas: int) -> None:
        """Change how many tasks of a service run; of a job, how many have to succeed. ``POST /services/{id}/update``.

        Raises ``InvalidArgument`` for a service with tasks on every node.
        """
        await self.docker.engine.drive(flows.update(service_id, {"replicas": replicas}))

    async def wait_until_converged(self, service_id: str, *, timeout: float | None = None) -> shapes.Service:
        """Wait until the tasks of a service are as its settings say, and give the service as JSON.

        As many run as should, with the present settings, and no update goes on; of a job, as many have succeeded.
        Raises ``ServiceFailed`` where this cannot come any more (an update is paused or rolled back, tasks ended and
        are not replaced), and ``ServiceTimeout`` after ``timeout`` seconds; both have what the tasks said went wrong.
        """
        from time import monotonic

        from ..flows.converging import converge

        return await self.docker.engine.drive(converge(service_id, timeout=timeout, clock=monotonic))

    async def delete(self, service_id: str) -> bool:
        """Remove a service; the swarm then stops its tasks. ``DELETE /services/{id}``.

        Always gives True; what fails raises.
        """
        await self.docker.engine.fetch(operations.services.delete(service_id))
        return True

    async def inspect(self, service_id: str, *, insert_defaults: bool | None = None) -> shapes.Service:
        """Ask for everything about a service, by id or name, as JSON. ``GET /services/{id}``.

        ``insert_defaults`` fills in the swarm's defaults where the settings leave something open. Raises ``NotFound``.
        """
        operation = operations.services.inspect(service_id, insert_defaults=insert_defaults)
        return await self.docker.engine.fetch(operation)

    async def model(self, service_id: str, *, insert_defaults: bool | None = None) -> models.Service:
        """Give the same as :meth:`inspect`, as a model."""
        return await self.docker.engine.send(operations.services.inspect(service_id, insert_defaults=insert_defaults))

    @overload
    def logs(
        self,
        service_id: str,
        *,
        details: bool = ...,
        follow: Literal[False] = False,
        stdout: bool = ...,
        stderr: bool = ...,
        since: Moment | str = ...,
        timestamps: bool = ...,
        is_tty: bool = ...,
        tail: int | str = ...,
        timeout: TimeoutOption = ...,
        reconnect: Reconnect = ...,
    ) -> Awaitable[builtins.list[str]]: ...
    @overload
    def logs(
        self,
        service_id: str,
        *,
        details: bool = ...,
        follow: Literal[True],
        stdout: bool = ...,
        stderr: bool = ...,
        since: Moment | str = ...,
        timestamps: bool = ...,
        is_tty: bool = ...,
        tail: int | str = ...,
        timeout: TimeoutOption = ...,
        reconnect: Reconnect = ...,
    ) -> AsyncIterator[str]: ...

    def logs(
        self,
        service_id: str,
        *,
        details: bool = False,
        follow: bool = False,
        stdout: bool = False,
        stderr: bool = False,
        since: Moment | str = 0,
        timestamps: bool = False,
        is_tty: bool = False,
        tail: int | str = "all",
        timeout: TimeoutOption = UNSET,
        reconnect: Reconnect = False,
    ) -> Awaitable[builtins.list[str]] | AsyncIterator[str]:
        """Read what all tasks of a service wrote, as text. ``GET /services/{id}/logs``.

        At least one of ``stdout`` and ``stderr`` is needed. Without ``follow`` gives an awaitable list, with it an
        asynchronous iterator that goes on until it is closed. ``since`` is a ``datetime`` (local time without a zone),
        a ``timedelta`` for so long ago, seconds since 1970 or a time as in RFC 3339, ``tail`` a number of lines of each
        task. ``details`` names the task in front of every line. ``is_tty`` need not be told, and spares older engines a
        question. For lines see :meth:`lines`, and :meth:`messages` for messages that name their stream.

        Raises ``ConnectionLost`` where the engine goes away. With ``reconnect=True`` it waits for the engine instead
        and goes on without a gap or a repetition; a number limits the seconds of that. Of several tasks that holds as
        long as the log has fewer than 16384 messages. Of a longer one, and with ``tail``, what tasks wrote while the
        connection broke may be missing or come twice, as an engine gives their lines in no order: follow each by itself
        where that matters.
        """
        options: LogOptions = {"details": details, "since": since, "timestamps": timestamps, "tail": tail}
        operation = swarm_logs("services", service_id, options, stdout=stdout, stderr=stderr, follow=follow, now=time())
        stream = self.docker.engine.texts(operation, timeout=timeout, tty=is_tty or None, reconnect=reconnect)
        return stream if follow else stream.read_all()

    def messages(
        self,
        service_id: str,
        *,
        stdout: bool = True,
        stderr: bool = True,
        follow: bool = False,
        timeout: TimeoutOption = UNSET,
        reconnect: Reconnect = False,
        **options: Unpack[LogOptions],
    ) -> ReplyStream[Message]:
        """Read what all tasks of a service wrote as messages, each with its stream (1 or 2) and bytes.

        ``GET /services/{id}/logs``. The arguments are those of :meth:`logs`. Use it with ``async for`` or, to leave it
        early, ``async with``.
        """
        operation = swarm_logs("services", service_id, options, stdout=stdout, stderr=stderr, follow=follow, now=time())
        return self.docker.engine.output(operation, timeout=timeout, reconnect=reconnect)

    def lines(
        self,
        service_id: str,
        *,
        stdout: bool = True,
        stderr: bool = True,
        follow: bool = False,
        errors: str = "replace",
        timeout: TimeoutOption = UNSET,
        reconnect: Reconnect = False,
        **options: Unpack[LogOptions],
    ) -> ReplyStream[LogLine]:
        """Read what all tasks of a service wrote line by line, each with its stream and, if asked for, its time.

        ``GET /services/{id}/logs``. ``errors`` says what becomes of bytes that are no UTF-8, by the name of a codec
        error handler; the other arguments are those of :meth:`logs`.
        """
        operation = swarm_logs("services", service_id, options, stdout=stdout, stderr=stderr, follow=follow, now=time())
        return self.docker.engine.lines(
            operation,
            timeout=timeout,
            timestamps=bool(options.get("timestamps")),
            errors=errors,
            reconnect=reconnect,
        )
