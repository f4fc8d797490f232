"""The settings of a new volume as people write them."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypedDict, cast

from . import values
from .bodies import refuse_beside
from .records import Row, fields_of, read_options, refuse_unknown

if TYPE_CHECKING:
    from dockwright_api import models, shapes


class VolumeOptions(TypedDict, total=False):
    """What a volume is made with, beside its name."""

    driver: str | None
    """``local`` by default; a plugin, for a cluster volume one of CSI."""
    driver_opts: Mapping[str, str | int] | None
    """Options of the driver; of ``local`` such as ``{"type": "tmpfs", "device": "tmpfs", "o": "size=10m"}``."""
    labels: Mapping[str, str] | None
    cluster_volume_spec: "models.ClusterVolumeSpec | shapes.ClusterVolumeSpecParam | Mapping[str, Any] | None"
    """Make a cluster volume, by the Engine's own JSON or a model; on a swarm manager. Since API 1.42."""


def _spec(name: str, value: object) -> dict[str, Any]:
    return fields_of(name, value, "{'AccessMode': {'Scope': 'single', 'Sharing': 'none', 'MountVolume': {}}}")


_VOLUME = {
    "driver": Row("Driver", values.text),
    "driver_opts": Row("DriverOpts", values.text_map),
    "labels": Row("Labels", values.labels),
    "cluster_volume_spec": Row("ClusterVolumeSpec", _spec),
}


def volume_config(
    name: str | None = None, options: VolumeOptions | None = None, *, caller: str = "create"
) -> "shapes.VolumeCreateRequest":
    """Translate options into the request for a volume; without a name the engine makes one up.

    ``caller`` is named in the error for an unknown option, a ``TypeError``; what is wrong in itself raises
    ``InvalidArgument``.
    """
    refuse_unknown(caller, options or (), _VOLUME)
    given = {key: value for key, value in (options or {}).items() if value is not None}
    body: dict[str, Any] = {} if name is None else {"Name": values.text("name", name)}
    return cast("shapes.VolumeCreateRequest", body | read_options(given, _VOLUME))


def created_volume(
    config: "models.VolumeCreateRequest | shapes.VolumeCreateRequest | Mapping[str, Any] | str | None",
    options: VolumeOptions,
) -> "models.VolumeCreateRequest | shapes.VolumeCreateRequest":
    """Take a volume as the Engine's own JSON or a model of it, or as its name (None for one made up) with options."""
    if config is None or isinstance(config, str):
        return volume_config(config, options)
    refuse_beside("config", config, options)
    return cast("shapes.VolumeCreateRequest", config)
