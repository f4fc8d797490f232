"""Changes of nodes, which the engine takes only as a whole spec of a known version."""

from typing import TYPE_CHECKING, cast

from dockwright_api import operations

from ..options.swarm import node_spec, whole_node_spec
from . import Flow, call
from .rewriting import rewrite

if TYPE_CHECKING:
    from dockwright_api import shapes


def update(node: str, spec: object, *, version: int | None = None) -> Flow[None]:
    """Give a node new settings, all of them where a ``version`` is given.

    Without one what is left out stays as it is, and the change is made again where the node changed meanwhile.
    """
    if version is not None:
        whole = cast("shapes.NodeSpecParam", whole_node_spec(spec))
        yield from call(operations.nodes.update(node, version, whole))
        return
    changes = node_spec(spec)

    def write(found: "shapes.Node") -> Flow[None]:
        merged = cast("shapes.NodeSpecParam", {**found["Spec"], **changes})
        yield from call(operations.nodes.update(found["ID"], found["Version"]["Index"], merged))

    yield from rewrite(operations.nodes.inspect(node), write)
