# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``DeviceRequest``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class DeviceRequest(Model):
    """A request to a device driver for devices, such as GPUs. Since API 1.40."""

    driver: Annotated[str | None, Field(alias="Driver")] = None
    """Name of the driver, such as `nvidia` or `cdi`; if empty, the engine looks for one with the capabilities. Since
    API 1.40."""
    count: Annotated[int | None, Field(alias="Count")] = None
    """How many devices to give, -1 for all. Not together with `DeviceIDs`. Since API 1.40."""
    device_ids: Annotated[list[str] | None, Field(alias="DeviceIDs")] = None
    """Which devices to give, by the ids that the driver knows. Not together with `Count`. Since API 1.40."""
    capabilities: Annotated[list[list[str]] | None, Field(alias="Capabilities")] = None
    """Alternatives, each a list of capabilities such as `gpu`, all of which the driver must have. Since API 1.40."""
    options: Annotated[dict[str, str] | None, Field(alias="Options")] = None
    """Further values for the driver. Since API 1.40."""
