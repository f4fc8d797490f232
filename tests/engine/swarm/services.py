"""Services in both faces behind one, so that a scenario is written once: one face has objects, the other ids."""

from typing import Any

from dockwright.sync import DockerClient
from tests.faces import settled

QUICK: dict[str, Any] = {
    "init": True,
    "stop_grace_period": "1s",
    "restart_policy": {"condition": "any", "delay": 0},
    "update_config": {"parallelism": 0, "monitor": "100ms"},
    "rollback_config": {"parallelism": 0, "monitor": "100ms"},
}
"""Options for a service that is replaced and removed quickly."""
SECONDS = 30
"""How long a test waits for a service, if need be."""


class Services:
    """The services of a client of either face."""

    def __init__(self, client: Any) -> None:
        self.client = client
        self.is_sync = isinstance(client, DockerClient)

    async def create(self, image: str, command: Any = None, **options: Any) -> str:
        """Create a service, and give its id."""
        made = await settled(self.client.services.create(image, command=command, **options))
        return str(made.id if self.is_sync else made["ID"])

    async def inspect(self, service: str, **options: Any) -> dict[str, Any]:
        """Give a service as JSON."""
        if self.is_sync:
            found: dict[str, Any] = self.client.services.get(service, **options).attrs
            return found
        return dict(await self.client.services.inspect(service, **options))

    async def spec(self, service: str) -> dict[str, Any]:
        """Give the settings of a service."""
        spec: dict[str, Any] = (await self.inspect(service))["Spec"]
        return spec

    async def container(self, service: str) -> dict[str, Any]:
        """Give what the containers of a service are made with."""
        container: dict[str, Any] = (await self.spec(service))["TaskTemplate"]["ContainerSpec"]
        return container

    async def update(self, service: str, **changes: Any) -> None:
        """Change a service as it is now."""
        if self.is_sync:
            self.client.services.get(service).update(**changes)
        else:
            await self.client.services.update(service, None, **changes)

    async def scale(self, service: str, replicas: int) -> None:
        """Change the number of tasks."""
        if self.is_sync:
            self.client.services.get(service).scale(replicas)
        else:
            await self.client.services.scale(service, replicas)

    async def wait(self, service: str, timeout: float = SECONDS) -> dict[str, Any]:
        """Wait until a service is as it should be, and give it."""
        if not self.is_sync:
            return dict(await self.client.services.wait_until_converged(service, timeout=timeout))
        found = self.client.services.get(service)
        found.wait_until_converged(timeout=timeout)
        attrs: dict[str, Any] = found.attrs
        return attrs

    async def remove(self, service: str) -> bool:
        """Remove a service."""
        if self.is_sync:
            return bool(self.client.services.get(service).remove())
        return bool(await self.client.services.delete(service))

    async def tasks(self, service: str, **filters: Any) -> list[dict[str, Any]]:
        """List the tasks of a service, as JSON."""
        if self.is_sync:
            found: list[dict[str, Any]] = self.client.services.get(service).tasks(filters)
            return found
        return [dict(task) for task in await self.client.tasks.list(filters={**filters, "service": service})]

    def logs(self, service: str, method: str, **options: Any) -> Any:
        """Read the log of a service by one of the methods for that."""
        if self.is_sync:
            return getattr(self.client.services.get(service), method)(**options)
        return getattr(self.client.services, method)(service, **options)

    async def task_logs(self, task: str, method: str, **options: Any) -> Any:
        """Read the log of a task by one of the methods for that."""
        if self.is_sync:
            return getattr(self.client.tasks.get(task), method)(**options)
        return getattr(self.client.tasks, method)(task, **options)


async def everything(stream: Any) -> list[Any]:
    """Read what a face gives for a log to its end."""
    if hasattr(stream, "__aiter__"):
        return [each async for each in stream]
    return list(await settled(stream))
