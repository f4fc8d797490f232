"""Every value of every model and shape has a type of its own, down to the leaves; what has none says why."""

import inspect
import typing
from collections.abc import Iterator
from importlib import import_module
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

import pytest

from dockwright_api import models, operations, shapes

MARKER = "an empty object: what counts is whether it is there"
SET = "a set, which Go writes as a map to empty objects"
FREE = {
    "AttestationStatement.Statement": "an in-toto statement, whose type is told beside it",
    "ClusterVolumeAccessMode.BlockVolume": MARKER,
    "ContainerConfig.ExposedPorts": SET,
    "ContainerConfig.Volumes": SET,
    "ContainerInspectResponse.Node": "no engine sends it; the Swarm that once stood in front of engines did",
    "ContainerSpecConfig.Runtime": MARKER,
    "ImageConfig.ExposedPorts": SET,
    "ImageConfig.Volumes": SET,
    "ServiceMode.Global": MARKER,
    "ServiceMode.GlobalJob": MARKER,
    "Volume.Status": "what the driver of the volume likes to tell",
}
"""Schema and wire name of every value that is free-form JSON in the engine too."""
# These inherit or repeat the fields of a schema above.
SAME = {"ContainerCreateRequest": "ContainerConfig"}


def leaves(annotation: Any) -> Iterator[Any]:
    """Give the types that an annotation is built from."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is typing.Annotated:
        yield from leaves(arguments[0])
    elif origin in (typing.Union, UnionType) or (inspect.isclass(origin) and arguments):
        for argument in arguments:
            yield from leaves(argument)
    else:
        yield annotation


def is_free(annotation: Any) -> bool:
    """Tell whether a type says nothing of what is inside."""
    return any(leaf in (Any, object, dict, list, tuple) for leaf in leaves(annotation))


def free_fields_of_models() -> set[str]:
    found: set[str] = set()
    for name in models.__all__:
        for attribute, field in getattr(models, name).model_fields.items():
            if is_free(field.annotation):
                found.add(f"{SAME.get(name, name)}.{field.alias or attribute}")
    return found


def free_keys_of_shapes() -> set[str]:
    found: set[str] = set()
    for name in shapes.__all__:
        shape = getattr(shapes, name)
        schema = name.removesuffix("Param") if name.endswith("Param") else name
        for key, annotation in get_type_hints(shape).items():
            if is_free(annotation):
                found.add(f"{SAME.get(schema, schema)}.{key}")
    return found


@pytest.mark.parametrize("free", [free_fields_of_models, free_keys_of_shapes])
def test_only_what_the_engine_leaves_free_has_no_type(free: Any) -> None:
    found: set[str] = free()
    assert found - FREE.keys() == set(), "give these a type in spec/overlay, or a reason here"
    assert FREE.keys() - found == set(), "these have a type by now; take them out here"


def test_arguments_and_replies_have_types() -> None:
    for place in operations.OPERATIONS.values():
        module, _, name = place.partition(".")
        function = getattr(import_module(f"{operations.__name__}.{module}"), name)
        signature = inspect.signature(function)
        annotations = [signature.return_annotation, *(each.annotation for each in signature.parameters.values())]
        for annotation in annotations:
            assert not {"Any", "object", "dict"} & set(annotation.replace("[", " ").replace("]", " ").split()), place


@pytest.mark.parametrize(
    ("annotation", "free"),
    [
        (str | None, False),
        (dict[str, list[int] | None], False),
        (dict[str, Any], True),
        (list[dict[str, object]] | None, True),
        (typing.Annotated[list[list[Any]], 1], True),
        (dict, True),
        (typing.Literal["a"] | str, False),
    ],
)
def test_what_counts_as_free(annotation: Any, free: bool) -> None:
    assert is_free(annotation) is free
