# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""JSON as it goes over the wire: secrets."""

from typing import TypedDict

from . import shared


class SecretCreateResponse(TypedDict):
    """The secret that was created."""

    ID: str
    """Id of the secret."""


class SecretSpec(TypedDict):
    """Name, labels and content of a secret."""

    Name: str
    """Name of the secret: up to 64 letters, digits, `-`, `_` and `.`, with a letter or digit at either end. A name in
    use is a conflict."""
    Labels: dict[str, str]
    """Labels of the secret. An update removes those that it does not repeat."""
    Data: str
    """The content in standard base64, at least 1 and less than 512000 bytes before encoding. It is not needed with a
    `Driver`, and never in replies."""
    Driver: shared.Driver
    """Plugin of the managers that supplies the content when a task needs it, in place of `Data`. Since API 1.31."""
    Templating: shared.Driver
    """Template language by which a node fills in the content for each task; `golang` is the only one. Absent, the
    content is taken as it is. Since API 1.37."""


class Secret(TypedDict):
    """A secret of the swarm, without its content."""

    ID: str
    """Id of the secret, 25 lower-case letters and digits."""
    Version: shared.ObjectVersion
    """Version of the secret; an update has to give its `Index`."""
    CreatedAt: str
    """When the secret was created."""
    UpdatedAt: str
    """When the secret last changed."""
    Spec: SecretSpec
    """Name and labels of the secret; `Data` is left out."""


class SecretSpecParam(TypedDict, total=False):
    """Name, labels and content of a secret."""

    Name: str
    """Name of the secret: up to 64 letters, digits, `-`, `_` and `.`, with a letter or digit at either end. A name in
    use is a conflict."""
    Labels: dict[str, str]
    """Labels of the secret. An update removes those that it does not repeat."""
    Data: str
    """The content in standard base64, at least 1 and less than 512000 bytes before encoding. It is not needed with a
    `Driver`, and never in replies."""
    Driver: shared.DriverParam
    """Plugin of the managers that supplies the content when a task needs it, in place of `Data`. Since API 1.31."""
    Templating: shared.DriverParam
    """Template language by which a node fills in the content for each task; `golang` is the only one. Absent, the
    content is taken as it is. Since API 1.37."""
