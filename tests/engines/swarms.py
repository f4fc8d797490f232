"""Swarms of private engines: one manager alone, or engines that reach each other by a cable."""

import time
from collections.abc import Callable
from urllib.parse import quote

from . import cable
from .engine import Engine, PrivateEngine

SECONDS = 30
ADDRESSES = ("10.99.0.1", "10.99.0.2")
# Not where the bridges of single engines take theirs.
_POOL = ["10.200.0.0/16"]


def form(manager: PrivateEngine) -> None:
    """Make an engine the manager of a swarm of its own, which nobody else can join."""
    body = {"ListenAddr": "127.0.0.1:2377", "AdvertiseAddr": "127.0.0.1", "DefaultAddrPool": _POOL, "SubnetSize": 24}
    reply = manager.request("POST", "/swarm/init", body)
    if reply.status != 200:
        raise RuntimeError(f"{manager!r} did not form a swarm: {reply.status} {reply.body!r}")


def connect(first: PrivateEngine, second: PrivateEngine) -> None:
    """Let two engines reach each other at the ADDRESSES."""
    cable.connect(first.room, f"{ADDRESSES[0]}/24", second.room, f"{ADDRESSES[1]}/24")


def things(engine: Engine) -> dict[str, str]:
    """Give the services, configs and secrets of a swarm: how to delete each, and its name."""
    return {
        f"/{noun}/{each['ID']}": each["Spec"]["Name"]
        for noun in ("services", "configs", "secrets")
        for each in engine.request("GET", f"/{noun}").json()
    }


def wait_until_empty(engine: Engine) -> None:
    """Wait until the containers of removed services are gone, which the swarm removes by itself, if not as quickly."""
    filters = quote('{"label":["com.docker.swarm.task.id"]}')

    def empty() -> bool:
        containers = engine.request("GET", f"/containers/json?all=1&filters={filters}").json()
        for container in containers:
            engine.request("DELETE", f"/containers/{container['Id']}?force=1&v=1")
        return not containers

    wait_for(empty, f"containers of removed services are still on {engine!r}")


def wait_for(condition: Callable[[], bool], otherwise: str) -> None:
    """Ask until a condition holds; the error after a long while is what stands in ``otherwise``."""
    deadline = time.monotonic() + SECONDS
    while not condition():
        if time.monotonic() > deadline:
            raise AssertionError(otherwise)
        time.sleep(0.05)
