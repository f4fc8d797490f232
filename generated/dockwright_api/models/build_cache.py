# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``BuildCache``."""

from typing import Annotated, Literal

from pydantic import Field

from ..base import Model


class BuildCache(Model):
    """An entry of the build cache of BuildKit. Since API 1.39."""

    id: Annotated[str | None, Field(alias="ID")] = None
    """Id of the entry. Since API 1.39."""
    parents: Annotated[list[str] | None, Field(alias="Parents")] = None
    """Ids of the entries that it builds on; null or absent if there are none. Since API 1.42."""
    type: Annotated[
        Literal["internal", "frontend", "source.local", "source.git.checkout", "exec.cachemount", "regular"]
        | str
        | None,
        Field(alias="Type"),
    ] = None
    """What the entry holds, such as `regular` for the result of a step, `source.local` for files from the client and
    `exec.cachemount` for a cache mount of `RUN`. Since API 1.39."""
    description: Annotated[str | None, Field(alias="Description")] = None
    """How the entry came to be, such as the step that made it. Since API 1.39."""
    in_use: Annotated[bool | None, Field(alias="InUse")] = None
    """Whether a build uses the entry right now. Since API 1.39."""
    shared: Annotated[bool | None, Field(alias="Shared")] = None
    """Whether an image of the engine holds the same data. Since API 1.39."""
    size: Annotated[int | None, Field(alias="Size")] = None
    """Size in bytes. Since API 1.39."""
    created_at: Annotated[str | None, Field(alias="CreatedAt")] = None
    """When the entry was made. Since API 1.39."""
    last_used_at: Annotated[str | None, Field(alias="LastUsedAt")] = None
    """When a build last used the entry; null if none has. Since API 1.39."""
    usage_count: Annotated[int | None, Field(alias="UsageCount")] = None
    """How often builds have used the entry. Since API 1.39."""
    parent: Annotated[str | None, Field(alias="Parent")] = None
    """Id of the entry that it builds on; empty or absent if there is none. Engines with `Parents` leave it out. Since
    API 1.39, until API 1.41."""
