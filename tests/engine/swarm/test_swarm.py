"""A swarm of two engines, from its beginning to its end, in both faces."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import pytest

from dockwright.errors import ApiError, InvalidArgument, NotFound, ServerError
from dockwright.sync import DockerClient
from dockwright_api import models
from tests.engines import PrivateEngine
from tests.engines.swarms import ADDRESSES
from tests.faces import FACES, connected, settled

from .services import QUICK, Services, everything

pytestmark = pytest.mark.private_engine
MANAGER, WORKER = ADDRESSES


class Member:
    """A client of an engine that can be in a swarm, of either face."""

    def __init__(self, client: Any) -> None:
        self.client = client
        self.is_sync = isinstance(client, DockerClient)
        self.services = Services(client)

    async def swarm(self) -> dict[str, Any]:
        """Inspect the swarm; an error where the engine is no manager."""
        if not self.is_sync:
            return dict(await self.client.swarm.inspect())
        swarm = self.client.swarm
        swarm.reload()
        return dict(swarm.attrs)

    async def call(self, method: str, *arguments: Any, **options: Any) -> Any:
        """Call a method of the swarm."""
        return await settled(getattr(self.client.swarm, method)(*arguments, **options))

    async def node(self, node: str) -> dict[str, Any]:
        """Inspect a node."""
        if self.is_sync:
            return dict(self.client.nodes.get(node).attrs)
        return dict(await self.client.nodes.inspect(node_id=node))

    async def change_node(self, node: str, spec: Any, version: int | None) -> bool:
        """Change a node; without a version, a part of it."""
        if not self.is_sync:
            return bool(await self.client.nodes.update(node_id=node, version=version, spec=spec))
        found = self.client.nodes.get(node)
        if version is not None:
            found.attrs["Version"]["Index"] = version
        return bool(found.update(spec, merge=version is None))

    async def remove_node(self, node: str, *, force: bool = False) -> bool:
        """Remove a node."""
        if self.is_sync:
            return bool(self.client.nodes.get(node).remove(force=force))
        return bool(await self.client.nodes.remove(node_id=node, force=force))


@pytest.fixture
async def members(engine_pair: tuple[PrivateEngine, PrivateEngine]) -> AsyncIterator[tuple[Member, Member]]:
    """Clients of both engines, of one face, not the same on each release."""
    face = FACES[engine_pair[0].api != (1, 45)]
    async with connected(face, engine_pair[0].url) as first, connected(face, engine_pair[1].url) as second:
        yield Member(first), Member(second)
    for engine in engine_pair:
        engine.request("POST", "/swarm/leave?force=1")


async def until(condition: Callable[[], Awaitable[bool]]) -> None:
    """Ask until a condition holds; the time limit of the test is the only one."""
    while not await condition():  # noqa: ASYNC110  a swarm tells nothing by itself
        await asyncio.sleep(0.05)


async def test_an_engine_in_no_swarm(members: tuple[Member, Member]) -> None:
    member, _ = members
    with pytest.raises(ServerError, match="not a swarm manager"):
        await member.swarm()
    with pytest.raises(ServerError, match="not part of a swarm"):
        await member.call("leave")
    if member.is_sync:
        assert await member.call("leave", force=True)
        swarm = member.client.swarm
        assert (swarm.attrs, swarm.id, swarm.short_id) == ({}, "", "")
        with pytest.raises(ApiError, match="not a swarm manager"):
            _ = swarm.version
    else:
        with pytest.raises(ServerError, match="not part of a swarm"):
            await member.call("leave", force=True)
    with pytest.raises(ServerError):
        await member.call("join", remote_addrs=[f"{MANAGER}:2377"], join_token="SWMTKN-hunter2")


async def test_a_swarm_of_two_engines(
    members: tuple[Member, Member],
    engine_pair: tuple[PrivateEngine, PrivateEngine],
    unique_name: str,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """aiodocker B6: an engine can join; all the way nothing is logged that opens a swarm."""
    caplog.set_level(logging.DEBUG)
    manager, worker = members
    node = await manager.call(
        "init",
        advertise_addr=MANAGER,
        listen_addr=f"{MANAGER}:2377",
        default_addr_pool=["10.30.0.0/16"],
        subnet_size=25,
        data_path_port=4790,
        autolock_managers=True,
        task_history_retention_limit=3,
        node_cert_expiry=3600.0,
        dispatcher_heartbeat_period="1s",
        labels={"of": unique_name},
    )
    swarm = await manager.swarm()
    assert (swarm["DefaultAddrPool"], swarm["SubnetSize"], swarm["DataPathPort"]) == (["10.30.0.0/16"], 25, 4790)
    spec = swarm["Spec"]
    assert (spec["Labels"], spec["EncryptionConfig"]) == ({"of": unique_name}, {"AutoLockManagers": True})
    assert (spec["Orchestration"]["TaskHistoryRetentionLimit"], spec["CAConfig"]["NodeCertExpiry"]) == (3, 3600 * 10**9)
    with pytest.raises(ServerError, match="already part of a swarm"):
        await manager.call("init", advertise_addr=MANAGER)

    tokens = swarm["JoinTokens"]
    joining = {"remote_addrs": [f"{MANAGER}:2377"], "advertise_addr": WORKER, "listen_addr": f"{WORKER}:2377"}
    assert await worker.call("join", join_token=tokens["Worker"], **joining)
    with pytest.raises(ServerError, match="not a swarm manager"):
        await worker.swarm()

    other = await a_second_node(manager, node)
    await tasks_on_nodes(manager, engine_pair[0].image, unique_name, node, other)
    await settings_of_nodes(manager, node, other)
    secrets = await settings_of_the_swarm(manager, tokens)
    await leaving(manager, worker, other)
    secrets |= await restarted(manager, engine_pair[0])
    with pytest.raises(ServerError, match="leav"):
        await manager.call("leave")
    assert await manager.call("leave", force=True)
    with pytest.raises(ServerError):
        await manager.swarm()
    secrets |= set(tokens.values())
    assert not [secret for secret in secrets if secret in caplog.text]
    assert "/swarm/update" in caplog.text


async def a_second_node(manager: Member, node: str) -> str:
    """Wait until another node is ready, and give its id."""
    nodes = manager.client.nodes

    async def ready() -> bool:
        workers = await settled(nodes.list(filters={"role": "worker"}))
        found = [each.attrs if manager.is_sync else each for each in workers]
        return [each["Status"]["State"] for each in found] == ["ready"]

    await until(ready)
    (other,) = await settled(nodes.list(filters={"role": "worker"}))
    other_id: str = other.id if manager.is_sync else other["ID"]
    model = nodes.get(node).inspect() if manager.is_sync else await nodes.model(node_id=node)
    assert isinstance(model, models.Node)
    assert model.id == node
    assert model.manager_status is not None
    return other_id


async def tasks_on_nodes(manager: Member, image: str, name: str, node: str, other: str) -> None:
    """Run a service on both nodes, then on one of them."""
    services = manager.services
    service = await services.create(image, "sh -c 'echo here; exec sleep 600'", name=name, mode="global", **QUICK)

    async def on_both() -> bool:
        tasks = await services.tasks(service)
        return {task.get("NodeID") for task in tasks if task["Status"]["State"] == "running"} == {node, other}

    await until(on_both)
    await services.wait(service)

    async def both_wrote() -> bool:
        lines = await everything(services.logs(service, "lines", details=True))
        return {id for id in (node, other) for line in lines if id in line.text} == {node, other}

    await until(both_wrote)
    assert await manager.change_node(other, {"Availability": "drain"}, None)
    assert (await manager.node(other))["Spec"]["Role"] == "worker"

    async def on_one() -> bool:
        tasks = await services.tasks(service, **{"desired-state": "running"})
        return {task["NodeID"] for task in tasks} == {node}

    await until(on_one)
    await services.wait(service)
    await services.remove(service)


async def settings_of_nodes(manager: Member, node: str, other: str) -> None:
    """Change nodes as a whole, and by what they were before."""
    version = (await manager.node(other))["Version"]["Index"]
    spec = {"Role": "worker", "Availability": "pause", "Labels": {"a": "b"}}
    assert await manager.change_node(other, spec, version)
    found = await manager.node(other)
    assert found["Spec"] == spec
    with pytest.raises(ServerError, match="update out of sequence"):
        await manager.change_node(other, spec, version)
    assert await manager.change_node(other, {"Labels": {}, "Availability": "active"}, None)
    assert (await manager.node(other))["Spec"]["Role"] == "worker"
    with pytest.raises(InvalidArgument, match=r"spec\['Availability'\] must be one of"):
        await manager.change_node(other, {"Availability": "off"}, None)
    with pytest.raises(ApiError):
        await manager.remove_node(node)
    with pytest.raises(NotFound):
        await manager.node("nosuchnode")


async def settings_of_the_swarm(manager: Member, tokens: dict[str, str]) -> set[str]:
    """Change settings and replace secrets, each of which leaves the others alone."""
    before = (await manager.call("get_unlock_key"))["UnlockKey"]
    assert await manager.call("update", rotate_worker_token=True)
    swarm = await manager.swarm()
    assert swarm["JoinTokens"]["Worker"] != tokens["Worker"]
    assert swarm["JoinTokens"]["Manager"] == tokens["Manager"]
    assert swarm["Spec"]["EncryptionConfig"] == {"AutoLockManagers": True}
    assert swarm["Spec"]["CAConfig"]["NodeCertExpiry"] == 3600 * 10**9

    assert await manager.call("update", rotate_manager_token=True, rotate_manager_unlock_key=True, heartbeat_tick=2)
    swarm = await manager.swarm()
    after = (await manager.call("get_unlock_key"))["UnlockKey"]
    assert before.startswith("SWMKEY-")
    assert after not in (before, "")
    assert swarm["JoinTokens"]["Manager"] != tokens["Manager"]
    assert (swarm["Spec"]["Raft"]["HeartbeatTick"], swarm["Spec"]["Raft"]["ElectionTick"]) == (2, 10)
    if not manager.is_sync:
        version = swarm["Version"]["Index"]
        assert await manager.call("update", version=version, swarm_spec={**swarm["Spec"], "Labels": {}})
        with pytest.raises(ServerError, match="update out of sequence"):
            await manager.call("update", version=version, swarm_spec=swarm["Spec"])
        model = await manager.client.swarm.model()
    else:
        model = manager.client.swarm.inspect()
    assert isinstance(model, models.Swarm)
    secrets = {before, after, *swarm["JoinTokens"].values()}
    assert not [secret for secret in secrets if secret in repr(model)]
    assert not [secret for secret in secrets if secret in repr(manager.client.swarm)]
    return secrets


async def restarted(manager: Member, engine: PrivateEngine) -> set[str]:
    """Start the manager again, which is locked then, and unlock it."""
    key = await manager.call("get_unlock_key")
    await asyncio.to_thread(engine.restart)
    with pytest.raises(ServerError, match="locked"):
        await manager.swarm()
    wrong = "SWMKEY-1-" + "A" * 43
    with pytest.raises(ApiError) as refused:
        await manager.call("unlock", wrong)
    assert wrong not in str(refused.value)
    assert await manager.call("unlock", key)

    async def is_back() -> bool:
        try:
            await manager.swarm()
        except ServerError:
            return False
        return True

    await until(is_back)
    with pytest.raises(ApiError):
        await manager.call("unlock", key["UnlockKey"])
    return {wrong, key["UnlockKey"]}


async def leaving(manager: Member, worker: Member, other: str) -> None:
    """Let the worker leave, and be forgotten."""
    assert await worker.call("leave")

    async def is_down() -> bool:
        return str((await manager.node(other))["Status"]["State"]) == "down"

    await until(is_down)
    assert await manager.remove_node(other)
    with pytest.raises(NotFound):
        await manager.node(other)
