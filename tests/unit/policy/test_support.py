"""What of a call an API version does not have, one test for each kind of thing."""

from typing import Any

import pytest

from dockwright.errors import UnsupportedByEngine, UnsupportedByEngineError
from dockwright.policy.support import Unsupported, check, message, unsupported
from dockwright_api import models, operations


def test_nothing_to_say_of_what_was_always_there() -> None:
    operation = operations.containers.create({"Image": "busybox", "HostConfig": {"Memory": 1}}, name="x")
    assert unsupported(operation, "1.25") == []


def test_an_operation() -> None:
    operation = operations.volumes.update("v", 1, {"Spec": {}})
    assert unsupported(operation, "1.41") == [Unsupported("operation VolumeUpdate", "1.42", "")]
    assert unsupported(operation, "1.42") == []


def test_a_query_argument() -> None:
    operation = operations.containers.create({"Image": "busybox"}, platform="linux/arm64")
    assert unsupported(operation, "1.40") == [Unsupported("argument platform", "1.41", "")]
    assert unsupported(operation, "1.41") == []


def test_an_argument_that_is_gone() -> None:
    operation = operations.images.prune_builds(keep_storage=1)
    assert unsupported(operation, "1.51") == []
    (found,) = unsupported(operation, "1.52")
    assert found == Unsupported("argument keep-storage", "", "1.51")
    assert str(found) == "argument keep-storage is gone since API 1.51"


@pytest.mark.parametrize(
    "body",
    [
        pytest.param({"Image": "busybox", "HostConfig": {"Annotations": {"a": "b"}}}, id="json"),
        pytest.param(
            models.ContainerCreateRequest(image="busybox", host_config=models.HostConfig(annotations={"a": "b"})),
            id="model",
        ),
    ],
)
def test_a_nested_body_field(body: models.ContainerCreateRequest) -> None:
    operation = operations.containers.create(body)
    assert unsupported(operation, "1.42") == [Unsupported("field HostConfig.Annotations", "1.43", "")]
    assert unsupported(operation, "1.43") == []


def test_a_body_field() -> None:
    operation = operations.networks.create({"Name": "n", "EnableIPv4": False})
    assert unsupported(operation, "1.46") == [Unsupported("field EnableIPv4", "1.47", "")]


def test_an_enum_value_in_a_list_of_objects() -> None:
    operation = operations.containers.create(
        {"Image": "busybox", "HostConfig": {"Mounts": [{"Type": "volume"}, {"Type": "image"}]}}
    )
    assert unsupported(operation, "1.47") == [
        Unsupported("value 'image' of field HostConfig.Mounts[1].Type", "1.48", "")
    ]


@pytest.mark.parametrize("unset", [None, "", [], {}])
def test_a_field_that_says_nothing_is_not_set(unset: object) -> None:
    # What callers of the untyped kind do.
    body: Any = {"Image": "busybox", "HostConfig": {"Annotations": unset}}
    operation = operations.containers.create(body)
    assert unsupported(operation, "1.41") == []


def test_what_is_inside_an_unknown_field_is_not_mentioned_again() -> None:
    operation = operations.volumes.create({"Name": "v", "ClusterVolumeSpec": {"Group": "g"}})
    assert [found.what for found in unsupported(operation, "1.41")] == ["field ClusterVolumeSpec"]


def test_the_message_names_operation_version_and_everything_found() -> None:
    operation = operations.containers.create({"Image": "x", "HostConfig": {"Annotations": {"a": "b"}}}, platform="p")
    found = unsupported(operation, "1.40")
    text = message(operation, "1.40", found)
    assert text == (
        "ContainerCreate: this engine is spoken to in API 1.40 and will ignore or refuse: "
        "argument platform needs API 1.41 or newer; field HostConfig.Annotations needs API 1.43 or newer"
    )
    with pytest.raises(UnsupportedByEngineError) as raised:
        check(operation, "1.40", strict=True)
    assert raised.value.message == text


def test_a_warning_points_at_the_program() -> None:
    operation = operations.containers.create({"Image": "x"}, platform="p")
    with pytest.warns(UnsupportedByEngine, match="argument platform needs API 1.41") as warned:
        check(operation, "1.40", strict=False)
    assert [warning.filename for warning in warned] == [__file__]


def test_nothing_is_said_where_all_is_known() -> None:
    check(operations.containers.create({"Image": "x"}, platform="p"), "1.41", strict=True)
