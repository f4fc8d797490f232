"""New volumes as people write them."""

from typing import Any

import pytest

from dockwright.options.new_volumes import VolumeOptions, created_volume, volume_config
from dockwright_api import models

SPEC: dict[str, Any] = {
    "AccessMode": {"Scope": "single", "Sharing": "none", "MountVolume": {}},
    "Availability": "active",
}
ROWS: list[tuple[str, Any, dict[str, Any]]] = [
    ("driver", "local", {"Driver": "local"}),
    ("driver_opts", {"size": 5, "type": "tmpfs"}, {"DriverOpts": {"size": "5", "type": "tmpfs"}}),
    ("labels", {"a": "b"}, {"Labels": {"a": "b"}}),
    ("cluster_volume_spec", SPEC, {"ClusterVolumeSpec": SPEC}),
    ("cluster_volume_spec", models.ClusterVolumeSpec.model_validate(SPEC), {"ClusterVolumeSpec": SPEC}),
    ("labels", None, {}),
]


@pytest.mark.parametrize(("name", "value", "expected"), ROWS)
def test_each_option(name: str, value: Any, expected: dict[str, Any]) -> None:
    given: Any = {name: value}
    assert volume_config("v", given) == {"Name": "v", **expected}


def test_no_option_is_forgotten() -> None:
    assert {row[0] for row in ROWS} == VolumeOptions.__annotations__.keys()


def test_a_volume_without_a_name_has_none() -> None:
    assert volume_config() == volume_config(None, {"driver": None}) == {}


def test_whole_requests_are_passed_on() -> None:
    for config in ({"Name": "v"}, models.VolumeCreateRequest(name="v")):
        assert created_volume(config, {}) is config
    assert created_volume(None, {"driver": "local"}) == {"Driver": "local"}
    assert created_volume("v", {}) == {"Name": "v"}


@pytest.mark.parametrize(
    ("config", "options", "message"),
    [
        ({"Name": "v"}, {"driver": "local"}, "driver cannot be given beside a whole config"),
        (7, {}, "config must be a name"),
        ("v", {"drivers": "local"}, r"create\(\) got an unexpected keyword argument 'drivers'; did you mean 'driver'"),
        ("v", {"driver_opts": "size=5"}, "driver_opts must be a mapping"),
        ("v", {"cluster_volume_spec": "any"}, "cluster_volume_spec must be a mapping"),
    ],
)
def test_what_is_refused(config: Any, options: Any, message: str) -> None:
    with pytest.raises(TypeError, match=message):
        created_volume(config, options)
