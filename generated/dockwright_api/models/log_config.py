# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``LogConfig``."""

from typing import Annotated, Literal

from pydantic import Field

from ..base import Model


class LogConfig(Model):
    """The log driver of a container and its options."""

    type: Annotated[
        Literal["local", "json-file", "syslog", "journald", "gelf", "fluentd", "awslogs", "splunk", "etwlogs", "none"]
        | str
        | None,
        Field(alias="Type"),
    ] = None
    """Name of the log driver; empty for the engine's default. Plugins may add others, `none` keeps nothing. `local`
    since API 1.39."""
    config: Annotated[dict[str, str] | None, Field(alias="Config")] = None
    """Options for the driver, such as `max-size` and `max-file` of `json-file`."""
