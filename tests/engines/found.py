"""The engine that is found on this machine, for tests on a developer's own computer."""

import os
from pathlib import Path
from urllib.parse import urlencode

from . import rawhttp
from .engine import Engine, EngineAbsent

SOCKETS = (
    "/var/run/docker.sock",
    "~/.docker/run/docker.sock",
    "~/.colima/default/docker.sock",
    "~/.orbstack/run/docker.sock",
    "~/.rd/docker.sock",
)


def find() -> Engine:
    """Give the engine that DOCKER_HOST names, or else the first that listens where engines usually do.

    It is given the image that the tests run, unless it has it. Raises EngineAbsent where there is no engine.
    """
    url = os.environ.get("DOCKER_HOST") or next((f"unix://{path}" for path in _sockets() if path.is_socket()), "")
    if not url:
        raise EngineAbsent("DOCKER_HOST is not set, and no engine listens at the usual sockets")
    try:
        engine = Engine("found", url)
    except (OSError, ValueError, KeyError) as error:
        raise EngineAbsent(f"no engine answers at {url}: {error}") from error
    _ensure_image(engine)
    return engine


def _sockets() -> list[Path]:
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    rootless = [Path(runtime) / "docker.sock"] if runtime else []
    return [*rootless, *(Path(path).expanduser() for path in SOCKETS)]


def _ensure_image(engine: Engine) -> None:
    if engine.request("GET", f"/images/{engine.image}/json").status == 200:
        return
    repository, _, tag = engine.image.partition(":")
    target = f"/images/create?{urlencode({'fromImage': repository, 'tag': tag})}"
    reply: rawhttp.Reply = engine.request("POST", target)
    if reply.status != 200 or b'"error"' in reply.body:
        raise EngineAbsent(f"the engine at {engine.url} has no image {engine.image} and cannot pull it")
