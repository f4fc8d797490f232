# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""JSON as it goes over the wire: configs."""

from typing import TypedDict

from . import shared


class ConfigCreateResponse(TypedDict):
    """The config that was created."""

    ID: str
    """Id of the config."""


class ConfigSpec(TypedDict):
    """Name, labels and content of a config. Since API 1.30."""

    Name: str
    """Name of the config: up to 64 letters, digits, `-`, `_` and `.`, with a letter or digit at either end. A name in
    use is a conflict. Since API 1.30."""
    Labels: dict[str, str]
    """Labels of the config. An update removes those that it does not repeat. Since API 1.30."""
    Data: str
    """The content in standard base64, at least 1 and less than 1024000 bytes before encoding; older engines take half
    of that. Since API 1.30."""
    Templating: shared.Driver
    """Template language by which a node fills in the content for each task; `golang` is the only one. Absent, the
    content is taken as it is. Since API 1.37."""


class Config(TypedDict):
    """A config of the swarm. Since API 1.30."""

    ID: str
    """Id of the config, 25 lower-case letters and digits. Since API 1.30."""
    Version: shared.ObjectVersion
    """Version of the config; an update has to give its `Index`. Since API 1.30."""
    CreatedAt: str
    """When the config was created. Since API 1.30."""
    UpdatedAt: str
    """When the config last changed. Since API 1.30."""
    Spec: ConfigSpec
    """Name, labels and content of the config. Since API 1.30."""


class ConfigSpecParam(TypedDict, total=False):
    """Name, labels and content of a config. Since API 1.30."""

    Name: str
    """Name of the config: up to 64 letters, digits, `-`, `_` and `.`, with a letter or digit at either end. A name in
    use is a conflict. Since API 1.30."""
    Labels: dict[str, str]
    """Labels of the config. An update removes those that it does not repeat. Since API 1.30."""
    Data: str
    """The content in standard base64, at least 1 and less than 1024000 bytes before encoding; older engines take half
    of that. Since API 1.30."""
    Templating: shared.DriverParam
    """Template language by which a node fills in the content for each task; `golang` is the only one. Absent, the
    content is taken as it is. Since API 1.37."""
