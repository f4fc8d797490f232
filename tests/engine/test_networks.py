"""Networks of real engines, in both faces: what is asked for is what the engine has, and nothing stays."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest

from dockwright.aio import Docker, DockerContainer
from dockwright.errors import Conflict, Forbidden, InvalidArgument, NetworkNotFound, NotFound
from dockwright.options.networks import network_config
from dockwright.sync import DockerClient
from dockwright_api import models
from tests.engines import Engine
from tests.faces import FACES, block, connected, remove, settled


@pytest.fixture(params=FACES)
async def client(request: pytest.FixtureRequest, engine: Engine) -> AsyncIterator[Any]:
    """A client of each face in turn."""
    async with connected(request.param, engine.url) as client:
        yield client


@pytest.fixture
def subnet(unique_name: str) -> str:
    """The start of a subnet that no other test uses at the same time."""
    number = int(unique_name[-4:], 16)
    return f"10.{150 + number // 256 % 50}.{number % 256}"


def ipam(subnet: str) -> dict[str, Any]:
    return {
        "Driver": "default",
        "Config": [
            {
                "Subnet": f"{subnet}.0/24",
                "IPRange": f"{subnet}.128/25",
                "Gateway": f"{subnet}.1",
                "AuxiliaryAddresses": {"printer": f"{subnet}.9"},
            }
        ],
        "Options": {"k": "v"},
    }


async def test_every_option_reaches_the_engine(
    client: Any, unique_name: str, labels: dict[str, str], subnet: str
) -> None:
    network = await settled(
        client.networks.create(
            unique_name,
            driver="bridge",
            options={"com.docker.network.driver.mtu": 1400},
            ipam=ipam(subnet),
            check_duplicate=True,
            internal=True,
            labels=labels,
            enable_ipv6=False,
            attachable=True,
        )
    )
    assert network.name == unique_name
    found: models.NetworkInspect = await settled(network.inspect())
    assert (found.id, found.name, found.driver, found.scope) == (network.id, unique_name, "bridge", "local")
    assert found.options == {"com.docker.network.driver.mtu": "1400"}
    assert found.to_json()["IPAM"] == ipam(subnet)
    assert (found.internal, found.enable_ipv6, found.attachable, found.labels) == (True, False, True, labels)
    with pytest.raises(Conflict):
        await settled(client.networks.create(unique_name, check_duplicate=True))
    await remove(network)
    with pytest.raises(NetworkNotFound):
        await settled(client.networks.get(unique_name))


async def test_a_network_from_a_configuration(
    client: Any, unique_name: str, labels: dict[str, str], subnet: str
) -> None:
    config = await settled(
        client.networks.create(f"{unique_name}-c", config_only=True, ipam=ipam(subnet), labels=labels)
    )
    network = await settled(client.networks.create(unique_name, config_from=config.name))
    found: models.NetworkInspect = await settled(network.inspect())
    assert found.to_json()["ConfigFrom"] == {"Network": config.name}
    assert found.to_json()["IPAM"]["Config"] == ipam(subnet)["Config"]
    await remove(network)
    await remove(config)


async def test_without_ipv4(client: Any, engine: Engine, unique_name: str, labels: dict[str, str]) -> None:
    if engine.api < (1, 47):
        pytest.skip("EnableIPv4 is newer than this engine")
    pool = {"Config": [{"Subnet": "fd00:d0c::/64"}]}
    network = await settled(
        client.networks.create(unique_name, enable_ipv4=False, enable_ipv6=True, ipam=pool, labels=labels)
    )
    found: models.NetworkInspect = await settled(network.inspect())
    assert (found.enable_ipv4, found.enable_ipv6) == (False, True)
    await remove(network)


async def test_connect_with_every_option(
    client: Any,
    docker: Docker,
    engine: Engine,
    sleeper: DockerContainer,
    unique_name: str,
    labels: dict[str, str],
    subnet: str,
) -> None:
    async with await docker.networks.create(f"{unique_name}-net", ipam=ipam(subnet), labels=labels) as made:
        network = await settled(client.networks.get(made.id))
        options: dict[str, Any] = {"gw_priority": 7} if engine.api >= (1, 48) else {}
        if engine.api >= (1, 44):
            options["mac_address"] = "02:42:ac:11:00:77"
        await settled(
            network.connect(
                sleeper,
                ipv4_address=f"{subnet}.77",
                aliases=["www", "web"],
                links={"other": "db"},
                link_local_ips=["169.254.8.8"],
                driver_opt={"a": 1},
                **options,
            )
        )
        data = (await sleeper.show())["NetworkSettings"]["Networks"][f"{unique_name}-net"]
        assert data["IPAMConfig"]["IPv4Address"] == data["IPAddress"] == f"{subnet}.77"
        assert data["IPAMConfig"]["LinkLocalIPs"] == ["169.254.8.8"]
        assert set(data["Aliases"]) >= {"www", "web"}
        assert data["Links"] == ["other:db"]
        assert data["DriverOpts"] == {"a": "1"}
        if "gw_priority" in options:
            assert data["GwPriority"] == 7
        if isinstance(client, DockerClient):
            assert [each.id for each in network.containers] == [sleeper.id]
        assert list((await made.show())["Containers"]) == [sleeper.id]
        await settled(network.disconnect(sleeper.id, force=True))
        assert not (await made.show())["Containers"]
        with pytest.raises(NotFound):
            await settled(network.connect(f"{unique_name}-missing"))


async def test_the_engines_own_json_still_serves(
    docker: Docker, sleeper: DockerContainer, unique_name: str, labels: dict[str, str]
) -> None:
    config = {"Name": f"{unique_name}-net", "Driver": "bridge", "Labels": labels}
    network = await docker.networks.create(config)
    assert (network.name, network.driver, network.labels) == (config["Name"], "bridge", labels)
    again = await docker.networks.get(network.id)
    assert (again.id, again["Driver"], "Scope" in again, again.labels) == (network.id, "bridge", True, labels)
    (entry,) = await docker.networks.list(filters={"id": network.id})
    assert entry["Name"] == config["Name"]
    await network.connect({"Container": sleeper.id, "EndpointConfig": {"Aliases": ["a"]}})
    await network.disconnect({"Container": sleeper.id, "Force": True})
    assert await network.delete() is True
    with pytest.raises(NetworkNotFound):
        await network.show()
    model = models.NetworkCreateRequest(name=f"{unique_name}-net", labels=labels)
    made = await docker.networks.create(model)
    assert made.name == model.name
    await made.delete()


async def test_prune_takes_what_the_filter_names(client: Any, unique_name: str, labels: dict[str, str]) -> None:
    await settled(client.networks.create(unique_name, labels=labels))
    ((key, value),) = labels.items()
    pruned = await settled(client.networks.prune(filters={"label": f"{key}={value}"}))
    assert pruned["NetworksDeleted"] == [unique_name]
    assert not (await settled(client.networks.prune(filters={"label": f"{key}={value}"})))["NetworksDeleted"]


class TestBlocks:
    """Leaving a block removes the network, whatever happened inside."""

    async def test_with_a_container_that_is_still_connected(
        self, client: Any, docker: Docker, sleeper: DockerContainer, unique_name: str, labels: dict[str, str]
    ) -> None:
        network = await settled(client.networks.create(f"{unique_name}-net", labels=labels))

        async def fail() -> None:
            async with block(network) as entered:
                await settled(entered.connect(sleeper.id))
                raise ZeroDivisionError

        with pytest.raises(ZeroDivisionError) as caught:
            await fail()
        assert not getattr(caught.value, "__notes__", [])
        with pytest.raises(NetworkNotFound):
            await docker.networks.get(network.id)

    async def test_gone_already(self, client: Any, unique_name: str, labels: dict[str, str]) -> None:
        async with block(await settled(client.networks.create(unique_name, labels=labels))) as network:
            await remove(network)

    @pytest.mark.private_engine
    async def test_what_cannot_be_removed_is_told_beside_the_first_error(
        self, client: Any, docker: Docker, sleeper: DockerContainer
    ) -> None:
        network = await settled(client.networks.get("bridge"))
        with pytest.raises(ZeroDivisionError) as caught:
            async with block(network):
                raise ZeroDivisionError
        (note,) = caught.value.__notes__
        assert "is left behind" in note
        with pytest.raises(Forbidden):
            async with block(network):
                pass
        # It is the engine's own, and nobody was disconnected from it.
        assert sleeper.id in (await docker.networks.network("bridge").show())["Containers"]

    async def test_cancelled_inside(self, docker: Docker, unique_name: str, labels: dict[str, str]) -> None:
        inside = asyncio.Event()

        async def work() -> None:
            async with await docker.networks.create(unique_name, labels=labels):
                inside.set()
                await asyncio.Event().wait()

        task = asyncio.create_task(work())
        await inside.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        with pytest.raises(NetworkNotFound):
            await docker.networks.get(unique_name)


class TestSync:
    """What docker-py's programs read."""

    @pytest.fixture
    def client(self, engine: Engine) -> Any:
        with DockerClient(engine.url) as client:
            yield client

    def test_lists_and_attributes(self, client: DockerClient, unique_name: str, labels: dict[str, str]) -> None:
        made = client.networks.create(unique_name, labels=labels)
        filters = {"driver": "bridge"}
        (found,) = client.networks.list(names=[unique_name], ids=[made.id], filters=filters)
        assert filters == {"driver": "bridge"}
        assert found == made == client.networks.get(unique_name, scope="local")
        assert (found.name, found.short_id, found.attrs["Containers"]) == (unique_name, made.id[:12], {})
        assert found.attrs["Labels"] == labels
        assert unique_name in [network.name for network in client.networks.list(greedy=True)]
        assert client.networks.list(names=["no-such-network"]) == []
        made.remove()


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"ipv4_address": "fd00::1"}, "ipv4_address must be an IPv4 address"),
        ({"ipv6_address": "10.0.0.1"}, "ipv6_address must be an IPv6 address"),
        ({"links": {"": "a"}}, "no container"),
    ],
)
async def test_bad_options_are_refused_here(client: Any, options: dict[str, Any], message: str) -> None:
    network = await settled(client.networks.get("bridge"))
    with pytest.raises(InvalidArgument, match=message):
        await settled(network.connect("any", **options))


def test_a_whole_request_is_what_the_options_make() -> None:
    assert network_config("n", {"internal": True, "labels": None}) == {"Name": "n", "Internal": True}
