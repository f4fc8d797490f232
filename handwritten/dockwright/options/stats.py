"""What may be asked of a container's statistics."""

from typing import TYPE_CHECKING, overload

from dockwright_api import operations

from ..errors import InvalidArgument
from . import values

if TYPE_CHECKING:
    from typing import Literal

    from dockwright_api import models, shapes
    from dockwright_api.operation import JSONStream, Operation

    Once = Operation[models.ContainerStatsResponse, shapes.ContainerStatsResponse]
    Stream = JSONStream[models.ContainerStatsResponse, shapes.ContainerStatsResponse]


@overload
def container_stats(container: str, *, stream: "Literal[True]", one_shot: bool | None) -> "Stream": ...
@overload
def container_stats(container: str, *, stream: "Literal[False]", one_shot: bool | None) -> "Once": ...
def container_stats(container: str, *, stream: bool, one_shot: bool | None) -> "Once | Stream":
    """Ask for the statistics of a container, once or again and again."""
    values.flag("stream", stream)
    if one_shot is not None:
        values.flag("one_shot", one_shot)
    if stream and one_shot is not None:
        raise InvalidArgument("one_shot needs stream=False: a stream measures again and again")
    return operations.containers.stats(container, stream=None if stream else False, one_shot=one_shot)
