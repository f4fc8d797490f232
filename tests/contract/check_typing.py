# pyright: reportUnnecessaryTypeIgnoreComment=true
"""What type checkers make of the generated package; the assertions are theirs, so this file is checked rather than run.

Lines that must be errors carry an ignore comment: should one stop being an error, the checkers call it unused.
"""

from collections.abc import Awaitable
from typing import TYPE_CHECKING, assert_type

from dockwright_api import aio, models, operations, shapes, sync
from dockwright_api.operation import JSONStream, LogStream, Operation
from dockwright_api.sender import AsyncDuplex, AsyncStream, Duplex, Message, Stream

if TYPE_CHECKING:

    def operations_tell_the_type_of_their_reply(id: str, stream: bool) -> None:
        listed = operations.containers.list(all=True, filters={"label": ["a=b"], "is-task": False})
        assert_type(listed, Operation[list[models.ContainerSummary], list[shapes.ContainerSummary]])
        assert_type(operations.containers.stop(id, t=5), Operation[None, None])
        assert_type(operations.system.ping(), Operation[str, str])
        assert_type(operations.containers.logs(id, stdout=True), LogStream)
        assert_type(operations.system.events(), JSONStream[models.EventMessage, shapes.EventMessage])
        assert_type(
            operations.containers.stats(id, stream=False),
            Operation[models.ContainerStatsResponse, shapes.ContainerStatsResponse],
        )
        assert_type(
            operations.containers.stats(id), JSONStream[models.ContainerStatsResponse, shapes.ContainerStatsResponse]
        )

    async def asynchronous_calls_give_what_they_promise(api: aio.Api, id: str) -> None:
        assert_type(api.containers.stop(id, t=5), Awaitable[None])
        assert_type(await api.containers.list(), list[models.ContainerSummary])
        assert_type(await api.containers.stats(id, stream=False), models.ContainerStatsResponse)
        assert_type(await api.containers.stats(id), AsyncStream[models.ContainerStatsResponse])
        async with await api.containers.logs(id, stdout=True) as messages:
            assert_type(messages, AsyncStream[Message])
            async for message in messages:
                assert_type(message.stream, int)
                assert_type(message.data, bytes)
        async for chunk in await api.images.export("busybox"):
            assert_type(chunk, bytes)
        async with await api.containers.attach(id, stdin=True) as connection:
            assert_type(connection, AsyncDuplex)
            await connection.write(b"x")
            assert_type(await connection.read(), Message | None)
            async for message in connection:
                assert_type(message, Message)

    def blocking_calls_give_what_they_promise(api: sync.Api, id: str) -> None:
        assert_type(api.containers.list(), list[models.ContainerSummary])
        assert_type(api.containers.stats(id), Stream[models.ContainerStatsResponse])
        with api.containers.logs(id, stdout=True) as messages:
            for message in messages:
                assert_type(message.data, bytes)
        with api.containers.attach(id) as connection:
            assert_type(connection, Duplex)

    def bodies_are_models_or_plain_json(api: sync.Api, service: shapes.Service, id: str) -> None:
        api.containers.create(models.ContainerCreateRequest(image="busybox", host_config=models.HostConfig(memory=5)))
        api.containers.create({"Image": "busybox", "HostConfig": {"Memory": 5, "PortBindings": {"80/tcp": None}}})
        # Read, modify, write: what a reply gave can be sent back.
        spec = service["Spec"]
        spec["Name"] = "renamed"
        api.services.update(id, service["Version"]["Index"], spec)

    def misspelt_names_are_errors(api: sync.Api) -> None:
        models.HostConfig(Memory=5)  # type: ignore[call-arg]  # the wire's name
        models.HostConfig(memry=5)  # type: ignore[call-arg]  # misspelt
        api.containers.stop("x", timeout=5)  # type: ignore[call-arg]  # misspelt
        typo = {"Imge": "busybox"}
        api.containers.create(typo)  # type: ignore[arg-type]  # no such key
        _ = models.Nonsense  # type: ignore[attr-defined]  # no such model

    def keys_of_replies_need_no_guard(info: shapes.ContainerInspectResponse, summary: models.ContainerSummary) -> None:
        assert_type(info["State"]["Running"], bool)
        assert_type(summary.names, list[str])
        assert_type(info["Mounts"][0]["Source"], str)
