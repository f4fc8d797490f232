"""Services of a swarm."""

from __future__ import annotations

from time import monotonic, time
from typing import TYPE_CHECKING, Any, cast

from dockwright_api import operations
from dockwright_api.unset import UNSET

from ..flows import services as flows
from ..options.filters import filters_option
from ..options.services import changed_service, new_service, plain_spec, swarm_logs
from .resources import Collection, Model, resource_id

if TYPE_CHECKING:
    import builtins
    from collections.abc import Sequence
    from typing import Unpack

    from dockwright_api import models, shapes
    from dockwright_api.encode import Filters

    from ..options.moments import Moment
    from ..options.services import LogOptions, ServiceChanges, ServiceOptions
    from ..policy.retry import Reconnect
    from ..policy.timeouts import TimeoutOption
    from ..settings.credentials import Auth
    from ..wire.loglines import LogLine
    from .images import Image
    from .stream import Message
    from .streams import ReplyStream


class Service(Model):
    """One service."""

    id_attribute = "ID"

    @property
    def name(self) -> str:
        """The name."""
        return str(self.attrs["Spec"]["Name"])

    @property
    def version(self) -> int:
        """The number of the version that ``attrs`` shows."""
        return cast("int", self.attrs["Version"]["Index"])

    def inspect(self, *, insert_defaults: bool | None = None) -> models.Service:
        """Ask for everything about the service, as a model. ``GET /services/{id}``."""
        return self.client.engine.send(operations.services.inspect(self._id, insert_defaults=insert_defaults))

    def remove(self) -> bool:
        """Remove the service; the swarm then stops its tasks. ``DELETE /services/{id}``.

        Always gives True; what fails raises.
        """
        self.client.engine.fetch(operations.services.delete(self._id))
        return True

    def tasks(self, filters: Filters | str | None = None) -> builtins.list[shapes.Task]:
        """List the tasks of the service, old ones included, as JSON. ``GET /tasks``.

        ``filters`` is a mapping such as ``{"desired-state": "running"}``. ``client.tasks`` gives objects.
        """
        wanted: Filters = {**(filters_option(filters) or {}), "service": self._id}
        return self.client.engine.fetch(operations.tasks.list(filters=wanted))

    def update(
        self,
        *,
        image: str | Image | None = None,
        fetch_current_spec: bool = True,
        rollback: bool = False,
        auth_config: Auth | None = None,
        registry_auth_from: str | None = None,
        **options: Unpack[ServiceChanges],
    ) -> shapes.ServiceUpdateResponse:
        """Change the service; what is not given stays as it is now. ``POST /services/{id}/update``.

        The options are those of ``ServiceChanges``: those of ``client.services.create()``, and ``force_update``.
        Without ``fetch_current_spec`` nothing stays but the image and the name, and the service must be as ``attrs``
        shows it. ``rollback`` puts all settings back as they were before the last update. ``auth_config`` are
        credentials for the registry of the image, where this client's own do not do. ``attrs`` is asked for again when
        it is read next. Gives the engine's ``Warnings``.
        """
        sending = flows.Sending(auth_config, None, True, registry_auth_from, rollback)
        changes: dict[str, Any] = {**options, "image": None if image is None else _name_of(image)}
        if fetch_current_spec:
            flow = flows.update(self._id, changes, sending=sending)
        else:
            whole = changed_service(plain_spec(self.attrs["Spec"]), changes)
            flow = flows.replace(self._id, self.version, whole, sending=sending)
        result = self.client.engine.drive(flow)
        self._attrs = None
        return result

    def scale(self, replicas: int) -> shapes.ServiceUpdateResponse:
        """Change how many tasks run; of a job, how many have to succeed. ``POST /services/{id}/update``.

        Raises ``InvalidArgument`` for a service with tasks on every node. Gives the engine's ``Warnings``.
        """
        return self.update(replicas=replicas)

    def force_update(self) -> shapes.ServiceUpdateResponse:
        """Replace all tasks, although nothing else changes. ``POST /services/{id}/update``.

        Gives the engine's ``Warnings``.
        """
        return self.update(force_update=True)

    def wait_until_converged(self, *, timeout: float | None = None) -> None:
        """Wait until the tasks are as the settings of the service say; ``attrs`` is the service as it is then.

        As many run as should, with the present settings, and no update goes on; of a job, as many have succeeded.
        Raises ``ServiceFailed`` where this cannot come any more (an update is paused or rolled back, tasks ended and
        are not replaced), and ``ServiceTimeout`` after ``timeout`` seconds; both have what the tasks said went wrong.
        """
        from ..flows.converging import converge

        flow = converge(self._id, timeout=timeout, clock=monotonic)
        self._attrs = cast("dict[str, Any]", self.client.engine.drive(flow))

    def logs(
        self,
        *,
        details: bool = False,
        follow: bool = False,
        stdout: bool = False,
        stderr: bool = False,
        since: Moment | str = 0,
        timestamps: bool = False,
        tail: int | str = "all",
        timeout: TimeoutOption = UNSET,
        reconnect: Reconnect = False,
    ) -> ReplyStream[bytes]:
        """Read what all tasks wrote, piece by piece, as an iterator, which can be closed. ``GET /services/{id}/logs``.

        At least one of ``stdout`` and ``stderr`` is needed. With ``follow`` it goes on until it is closed. ``since`` is
        a ``datetime`` (local time without a zone), a ``timedelta`` for so long ago, seconds since 1970 or a time as in
        RFC 3339, ``tail`` a number of lines of each task. ``details`` names the task in front of every line. For lines
        see :meth:`lines`, and :meth:`messages` for messages that name their stream.

        Raises ``ConnectionLost`` where the engine goes away. With ``reconnect=True`` it waits for the engine instead
        and goes on without a gap or a repetition; a number limits the seconds of that. Of several tasks that holds as
        long as the log has fewer than 16384 messages. Of a longer one, and with ``tail``, what tasks wrote while the
        connection broke may be missing or come twice, as an engine gives their lines in no order: follow each by itself
        where that matters.
        """
        options: LogOptions = {"details": details, "since": since, "timestamps": timestamps, "tail": tail}
        operation = swarm_logs("services", self._id, options, stdout=stdout, stderr=stderr, follow=follow, now=time())
        return self.client.engine.payloads(operation, timeout=timeout, reconnect=reconnect).open()

    def messages(
        self,
        *,
        stdout: bool = True,
        stderr: bool = True,
        follow: bool = False,
        timeout: TimeoutOption = UNSET,
        reconnect: Reconnect = False,
        **options: Unpack[LogOptions],
    ) -> ReplyStream[Message]:
        """Read what all tasks wrote as messages, each with its stream (1 or 2) and bytes. ``GET /services/{id}/logs``.

        The arguments are those of :meth:`logs`. Use it with ``for`` or, to leave it early, ``with``.
        """
        operation = swarm_logs("services", self._id, options, stdout=stdout, stderr=stderr, follow=follow, now=time())
        return self.client.engine.output(operation, timeout=timeout, reconnect=reconnect)

    def lines(
        self,
        *,
        stdout: bool = True,
        stderr: bool = True,
        follow: bool = False,
        errors: str = "replace",
        timeout: TimeoutOption = UNSET,
        reconnect: Reconnect = False,
        **options: Unpack[LogOptions],
    ) -> ReplyStream[LogLine]:
        """Read what all tasks wrote line by line, each with its stream and, if asked for, its time.

        ``GET /services/{id}/logs``. ``errors`` says what becomes of bytes that are no UTF-8, by the name of a codec
        error handler; the other arguments are those of :meth:`logs`.
        """
        operation = swarm_logs("services", self._id, options, stdout=stdout, stderr=stderr, follow=follow, now=time())
        return self.client.engine.lines(
            operation,
            timeout=timeout,
            timestamps=bool(options.get("timestamps")),
            errors=errors,
            reconnect=reconnect,
        )

    def _inspect(self) -> dict[str, Any]:
        return cast("dict[str, Any]", self.client.engine.fetch(operations.services.inspect(self._id)))


class ServiceCollection(Collection[Service]):
    """The services of the swarm; ``client.services``. The engine must be a manager."""

    model = Service

    def create(
        self,
        image: str | Image,
        command: str | Sequence[str] | None = None,
        *,
        auth_config: Auth | None = None,
        **options: Unpack[ServiceOptions],
    ) -> Service:
        """Create a service, whose tasks the swarm then starts. ``POST /services/create``.

        The options are those of ``ServiceOptions``, such as ``name``, ``env``, ``mounts``, ``secrets``, ``mode``,
        ``replicas`` and ``endpoint_spec``. The swarm keeps the credentials for the registry of the image, with which
        its nodes pull it: ``auth_config``, or what this client logged in with, or ``docker login`` did.
        """
        spec = new_service(_name_of(image), {**options, "command": command})
        attrs = self.client.engine.drive(flows.make(spec, sending=flows.Sending(auth_config, credentials=True)))
        return Service.of(self.client, attrs["ID"], attrs=attrs)

    def get(self, service_id: str, insert_defaults: bool | None = None) -> Service:
        """Look a service up by id or name. ``GET /services/{id}``.

        ``insert_defaults`` fills in the swarm's defaults where the settings leave something open. Raises ``NotFound``.
        """
        operation = operations.services.inspect(resource_id("service_id", service_id), insert_defaults=insert_defaults)
        attrs = self.client.engine.fetch(operation)
        return Service.of(self.client, attrs["ID"], attrs=attrs)

    def list(self, filters: Filters | str | None = None, status: bool | None = None) -> builtins.list[Service]:
        """List services, with one request. ``GET /services``.

        ``filters`` is a mapping such as ``{"name": "web", "mode": ["replicated", "global"]}``. ``status`` adds how many
        tasks run, as ``ServiceStatus``.
        """
        operation = operations.services.list(filters=filters_option(filters), status=status)
        # The list says as much as an inspection.
        return [Service.of(self.client, attrs["ID"], attrs=attrs) for attrs in self.client.engine.fetch(operation)]


def _name_of(image: str | Image) -> str:
    return image if isinstance(image, str) else image.id
