"""What the engine says about a container, whichever way it was asked.

An entry of a listing and an inspection say the same things in different places, and a container that was only just
made has neither. None stands for what a document does not tell.
"""

from collections.abc import Mapping
from typing import Any, cast

Document = Mapping[str, Any]
Ports = dict[str, list[dict[str, str]] | None]

UNKNOWN = "unknown"
_HEALTH = {"(healthy)": "healthy", "(unhealthy)": "unhealthy", "(health: starting)": "starting"}
"""What a listing writes behind the state, as older engines have it nowhere else."""


def name_of(document: Document) -> str | None:
    """Give the name, without the slash that the engine puts in front."""
    name = document.get("Name")
    if isinstance(name, str):
        return name.removeprefix("/")
    names: list[str] | None = document.get("Names")
    if names is None:
        return None
    # A link gives a container further names, below that of the other container.
    return next((name[1:] for name in names if name.count("/") == 1), "")


def status_of(document: Document) -> str | None:
    """Give the state, such as ``running``."""
    state: Any = document.get("State")
    return str(cast("Document", state)["Status"]) if isinstance(state, Mapping) else state


def health_of(document: Document) -> str | None:
    """Give the health, which is ``unknown`` without a health check."""
    state: Any = document.get("State")
    if state is None:
        return None
    # Of these, the second is that of newer engines' listings.
    health = cast("Document", state).get("Health") if isinstance(state, Mapping) else document.get("Health")
    if health:
        status = health.get("Status") or UNKNOWN
        return UNKNOWN if status == "none" else status
    text: str = document.get("Status") or ""
    return next((status for mark, status in _HEALTH.items() if text.endswith(mark)), UNKNOWN)


def labels_of(document: Document) -> dict[str, str] | None:
    """Give the labels."""
    config = document.get("Config") or document
    return (config.get("Labels") or {}) if "Labels" in config else None


def image_name_of(document: Document) -> str | None:
    """Give the image by the name with which the container was made of it."""
    config = document.get("Config") or document
    return config.get("Image")


def image_id_of(document: Document) -> str | None:
    """Give the id of the image."""
    return document.get("ImageID") or document.get("Image")


def ports_of(document: Document) -> Ports | None:
    """Give the ports with the places where they are published, by names such as ``80/tcp``; None where nowhere."""
    settings: Document = document.get("NetworkSettings") or {}
    if "Ports" in settings:
        known: Ports | None = settings["Ports"]
        return known or {}
    if "Ports" not in document:
        return None
    ports: Ports = {}
    for port in document["Ports"] or ():
        name = f"{port['PrivatePort']}/{port['Type']}"
        places = ports.setdefault(name, None)
        if port.get("PublicPort"):
            place = {"HostIp": port.get("IP", ""), "HostPort": str(port["PublicPort"])}
            ports[name] = [*(places or ()), place]
    return ports


def terminal_of(document: Document) -> bool | None:
    """Say whether the process has a terminal."""
    config: Document = document.get("Config") or {}
    tty = config.get("Tty")
    return tty if isinstance(tty, bool) else None


def published(document: Document, port: int | str) -> list[dict[str, str]] | None:
    """Give the places where a port is published; without a protocol it is one of TCP, or else of UDP."""
    ports = ports_of(document) or {}
    names = [str(port)] if "/" in str(port) else [f"{port}/tcp", f"{port}/udp"]
    return next((places for name in names if (places := ports.get(name)) is not None), None)


def renamed(document: Document, name: str) -> Document:
    """Give the same with another name, where it tells one."""
    if "Name" in document:
        return {**document, "Name": f"/{name}"}
    return {**document, "Names": [f"/{name}"]} if "Names" in document else document
