"""Percentages and sums, against numbers worked out by hand; Linux with both kinds of cgroups, and Windows."""

from dataclasses import replace
from typing import Any

import pytest

from dockwright.flows.stats import Usage, usage
from dockwright_api import models

LINUX: dict[str, Any] = {
    "read": "2024-05-01T12:00:01Z",
    "preread": "2024-05-01T12:00:00Z",
    "num_procs": 0,
    "pids_stats": {"current": 7},
    "cpu_stats": {"cpu_usage": {"total_usage": 1_500}, "system_cpu_usage": 20_000, "online_cpus": 4},
    "precpu_stats": {"cpu_usage": {"total_usage": 500}, "system_cpu_usage": 10_000},
    "memory_stats": {"usage": 1_000, "limit": 4_000, "stats": {"inactive_file": 200}},
    "networks": {"eth0": {"rx_bytes": 1, "tx_bytes": 2}, "eth1": {"rx_bytes": 10, "tx_bytes": 20}},
    "blkio_stats": {
        "io_service_bytes_recursive": [
            {"op": "Read", "value": 5},
            {"op": "write", "value": 6},
            {"op": "read", "value": 50},
            {"op": "Total", "value": 1000},
        ]
    },
}
EXPECTED = Usage(
    cpu_percent=40.0,
    memory=800,
    memory_limit=4_000,
    memory_percent=20.0,
    received=11,
    sent=22,
    read=55,
    written=6,
    processes=7,
)


def test_linux() -> None:
    assert usage(LINUX) == EXPECTED


def test_a_model_gives_the_same() -> None:
    assert usage(models.ContainerStatsResponse.model_validate(LINUX)) == EXPECTED


@pytest.mark.parametrize(
    ("details", "memory"),
    [
        ({"total_inactive_file": 300, "inactive_file": 200}, 700),
        ({"inactive_file": 2_000}, 1_000),
        ({}, 1_000),
        (None, 1_000),
    ],
)
def test_what_is_only_cached(details: object, memory: int) -> None:
    found = usage(LINUX | {"memory_stats": {"usage": 1_000, "limit": 4_000, "stats": details}})
    assert found == replace(EXPECTED, memory=memory, memory_percent=memory / 40)


def test_an_older_engine_counts_its_cpus() -> None:
    cpu = {"cpu_usage": {"total_usage": 1_500, "percpu_usage": [1, 1]}, "system_cpu_usage": 20_000}
    assert usage(LINUX | {"cpu_stats": cpu}).cpu_percent == 20.0


@pytest.mark.parametrize("previous", [{}, None, {"cpu_usage": {"total_usage": 0}}])
def test_the_first_document_has_no_share_of_cpu(previous: object) -> None:
    assert usage(LINUX | {"precpu_stats": previous}).cpu_percent == 0.0


def test_a_container_that_does_not_run() -> None:
    assert usage({"pids_stats": {}, "cpu_stats": {}, "memory_stats": {}, "networks": None}) == Usage(
        0.0, 0, 0, 0.0, 0, 0, 0, 0, 0
    )


def test_windows() -> None:
    document = {
        "read": "2024-05-01T12:00:01Z",
        "preread": "2024-05-01T12:00:00Z",
        "num_procs": 2,
        # Of 20 million intervals that two processors have in a second.
        "cpu_stats": {"cpu_usage": {"total_usage": 6_000_000}},
        "precpu_stats": {"cpu_usage": {"total_usage": 1_000_000}},
        "memory_stats": {"privateworkingset": 123, "commitbytes": 500},
        "storage_stats": {"read_size_bytes": 3, "write_size_bytes": 4},
        "networks": {"x": {"rx_bytes": 1, "tx_bytes": 2}},
    }
    assert usage(document) == Usage(25.0, 123, 0, 0.0, 1, 2, 3, 4, 2)
