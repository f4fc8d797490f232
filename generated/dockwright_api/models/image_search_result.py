# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ImageSearchResult``."""

from ..base import Model


class ImageSearchResult(Model):
    """An image found on Docker Hub."""

    description: str | None = None
    """What its owner writes about it."""
    is_official: bool | None = None
    """Whether it is one of the official images."""
    is_automated: bool | None = None
    """Whether Docker Hub built the image from source; always false on today's Docker Hub."""
    name: str | None = None
    """Name of the image, without a tag."""
    star_count: int | None = None
    """Number of users who marked it with a star."""
