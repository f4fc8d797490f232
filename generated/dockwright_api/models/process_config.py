# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ProcessConfig``."""

from ..base import Model


class ProcessConfig(Model):
    """The process that an exec runs."""

    privileged: bool | None = None
    """Whether it has all capabilities."""
    user: str | None = None
    """User that it runs as, as given at creation; empty for that of the container."""
    tty: bool
    """Whether it has a terminal."""
    entrypoint: str
    """Program that it runs."""
    arguments: list[str]
    """Arguments of the program."""
