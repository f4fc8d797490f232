"""What changes in a container: every limit there is, and zeros too."""

from typing import Any

import pytest

from dockwright.errors import InvalidArgument
from dockwright.options.resources import RESOURCES
from dockwright.options.updates import UpdateOptions, container_update
from dockwright_api import models

# Zeros of every option; what each of them becomes stands in test_containers.py.
ZEROS: dict[str, tuple[Any, Any]] = {
    "blkio_weight": (0, 0),
    "cpu_period": (0, 0),
    "cpu_quota": (0, 0),
    "cpu_shares": (0, 0),
    "cpuset_cpus": ("", ""),
    "cpuset_mems": ("", ""),
    "mem_limit": (0, 0),
    "mem_reservation": ("0", 0),
    "memswap_limit": (-1, -1),
    "kernel_memory": (0, 0),
    "restart_policy": ({"Name": "no", "MaximumRetryCount": 0}, {"Name": "no", "MaximumRetryCount": 0}),
    "nano_cpus": (0, 0),
    "pids_limit": (0, 0),
    "oom_kill_disable": (False, False),
    "init": (False, False),
    "mem_swappiness": (0, 0),
    "ulimits": ([], []),
    "devices": ([], []),
}


@pytest.mark.parametrize("name", ZEROS)
def test_a_zero_is_sent(name: str) -> None:
    """docker-py 1.15: a limit can be set back to 0."""
    given, expected = ZEROS[name]
    options: Any = {name: given}
    assert list(container_update(**options).values()) == [expected]


def test_none_is_not_sent() -> None:
    options: Any = dict.fromkeys(UpdateOptions.__annotations__)
    assert container_update(**options) == {}


def test_every_field_of_the_engine_has_an_option() -> None:
    fields = {field.alias or name for name, field in models.ContainerUpdateRequest.model_fields.items()}
    gone = {"DiskQuota"}
    assert {row.key for row in RESOURCES.values()} | {"RestartPolicy"} == fields - gone
    assert UpdateOptions.__annotations__.keys() == RESOURCES.keys() | {"restart_policy"}


def test_cpus_and_nano_cpus_are_the_same() -> None:
    assert container_update(cpus=1.5) == container_update(nano_cpus=1_500_000_000) == container_update(cpus="1.5")
    assert container_update(cpus=0.1) == {"NanoCpus": 100_000_000}
    assert container_update(cpus=2, cpu_period=0) == {"NanoCpus": 2 * 10**9, "CpuPeriod": 0}


@pytest.mark.parametrize(
    ("options", "error", "says"),
    [
        ({"memory": 1}, TypeError, "update() got an unexpected keyword argument 'memory'"),
        ({"cpu_quotas": 1}, TypeError, "did you mean 'cpu_quota'?"),
        ({"cpus": 1, "nano_cpus": 1}, InvalidArgument, "cpus and nano_cpus limit the same time; give one of them"),
        ({"nano_cpus": 1, "cpu_quota": 1}, InvalidArgument, "nano_cpus and cpu_quota limit the same time"),
        ({"cpus": "many"}, InvalidArgument, "cpus must be a number of processors such as 1.5, not 'many'"),
        ({"cpus": -1.0}, InvalidArgument, "cpus must be a number of processors such as 1.5, not -1.0"),
        ({"cpus": True}, TypeError, "cpus must be a number of processors such as 1.5, not bool: True"),
        ({"mem_limit": "much"}, InvalidArgument, "mem_limit must be a number of bytes"),
        ({"restart_policy": {"Name": "always", "Retries": 3}}, InvalidArgument, "restart_policy has the key 'Retries'"),
        (
            {"restart_policy": "always:3"},
            InvalidArgument,
            "restart_policy has a count of retries, which only 'on-failure'",
        ),
        ({"restart_policy": "on-failure:x"}, InvalidArgument, "restart_policy must be a policy such as 'always' or "),
        ({"restart_policy": 1}, TypeError, "restart_policy must be a mapping such as {'Name': 'on-failure', "),
        ({"ulimits": [{"soft": 1}]}, InvalidArgument, "ulimits[0] needs a name such as 'nofile'"),
        ({"ulimits": [{"name": "nofile"}]}, InvalidArgument, "ulimits[0] needs a soft limit, a hard limit, or both"),
        ({"ulimits": ["nofile"]}, InvalidArgument, "ulimits[0] must be text such as 'nofile=1024:2048'"),
        ({"ulimits": {"nofile": "1"}}, TypeError, "ulimits['nofile'] must be a number, or (soft, hard), not str: '1'"),
        ({"ulimits": {"nofile": (1, 2, 3)}}, InvalidArgument, "ulimits['nofile'] must be a number, or (soft, hard)"),
        ({"ulimits": {"nofile": True}}, TypeError, "ulimits['nofile'] must be an int, not bool: True"),
        ({"ulimits": "nofile=1"}, TypeError, "ulimits must be a sequence such as [{'Name': 'nofile', "),
    ],
)
def test_what_cannot_be_is_refused(options: Any, error: type[Exception], says: str) -> None:
    with pytest.raises(error) as caught:
        container_update(**options)
    assert says in str(caught.value)


@pytest.mark.parametrize("given", [{"name": "core", "soft": 5}, {"name": "core", "hard": 5}, "core=5", "core=5:5"])
def test_one_value_of_a_limit_counts_for_both(given: Any) -> None:
    assert container_update(ulimits=[given]) == {"Ulimits": [{"Name": "core", "Soft": 5, "Hard": 5}]}
