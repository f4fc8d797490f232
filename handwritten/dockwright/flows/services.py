"""Work on services that takes several calls."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

from dockwright_api import operations

from ..errors import NotFound
from ..options.services import changed_service, check_changes, container_of, image_of
from ..settings.credentials import pull_auth, registry_auth
from . import Flow, fetch
from .rewriting import rewrite

if TYPE_CHECKING:
    from dockwright_api import shapes

    from ..settings.credentials import Auth

    Spec = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Sending:
    """What goes with the settings of a service."""

    auth: "Auth | None" = field(default=None, repr=False)
    """Credentials for the registry of the image."""
    registry: str | None = None
    """The registry that they are for, if it is not that of the image."""
    credentials: bool = False
    """Without others, add those that the face has."""
    registry_auth_from: str | None = None
    rollback: bool = False
    """Go back to the settings before; those that are sent are only checked."""

    def header(self, image: str) -> str | None:
        """Encode the credentials for an image."""
        if self.auth is None:
            return None
        return registry_auth(self.auth, self.registry) if self.registry else pull_auth(self.auth, image)

    def wanting(self, image: str) -> str:
        """Give the image for whose registry the face has to add credentials; empty for none."""
        return image if self.credentials and self.auth is None else ""


PLAIN = Sending()


def create(spec: "Spec", *, sending: Sending = PLAIN) -> "Flow[shapes.ServiceCreateResponse]":
    """Create a service."""
    image = image_of(spec)
    header = sending.header(image)
    yield from _find_references(spec)
    operation = operations.services.create(cast("shapes.ServiceSpecParam", spec), registry_auth=header)
    return (yield from fetch(operation, image=sending.wanting(image)))


def make(spec: "Spec", *, sending: Sending = PLAIN) -> "Flow[shapes.Service]":
    """Create a service and inspect it."""
    created = yield from create(spec, sending=sending)
    return (yield from fetch(operations.services.inspect(created["ID"])))


def update(
    service: str,
    changes: Mapping[str, Any],
    *,
    version: int | None = None,
    sending: Sending = PLAIN,
) -> "Flow[shapes.ServiceUpdateResponse]":
    """Change a service; what is not among the changes stays as it is.

    With ``version`` the change holds only if that is the newest; without one it is made again where the service changed
    meanwhile.
    """
    # What is wrong in itself shows before anything is sent.
    check_changes(changes)
    sending.header("")

    def write(found: "shapes.Service") -> "Flow[shapes.ServiceUpdateResponse]":
        spec = changed_service(found["Spec"], changes)
        based_on = found["Version"]["Index"] if version is None else version
        return (yield from replace(found["ID"], based_on, spec, sending=sending))

    inspect = operations.services.inspect(service)
    if version is None:
        return (yield from rewrite(inspect, write))
    return (yield from write((yield from fetch(inspect))))


def replace(
    service: str, version: int, spec: "Spec", *, sending: Sending = PLAIN
) -> "Flow[shapes.ServiceUpdateResponse]":
    """Give a service new settings, of which nothing stays as it is."""
    yield from _find_references(spec)
    image = image_of(spec)
    operation = operations.services.update(
        service,
        version,
        cast("shapes.ServiceSpecParam", spec),
        rollback="previous" if sending.rollback else None,
        registry_auth=sending.header(image),
        registry_auth_from=sending.registry_auth_from,
    )
    return (yield from fetch(operation, image=sending.wanting(image)))


def _find_references(spec: "Spec") -> Flow[None]:
    """Find the ids of secrets and configs that are given by name alone."""
    container = container_of(spec)
    for noun, listing in (("Secret", operations.secrets.list), ("Config", operations.configs.list)):
        references: list[dict[str, Any]] = container.get(f"{noun}s") or []
        unknown = [reference for reference in references if not reference.get(f"{noun}ID")]
        if not unknown:
            continue
        names = [reference[f"{noun}Name"] for reference in unknown]
        found = yield from fetch(cast("Any", listing(filters={"name": names})))
        # The filter finds names by their beginning too.
        ids = {each["Spec"]["Name"]: each["ID"] for each in found or ()}
        for reference in unknown:
            name = reference[f"{noun}Name"]
            if name not in ids:
                raise NotFound(404, f"the swarm has no {noun.lower()} of the name {name!r}", f"{noun}List")
            reference[f"{noun}ID"] = ids[name]
