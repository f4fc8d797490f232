"""Devices, limits of block devices, and requests for GPUs."""

from collections.abc import Callable
from typing import Any

import pytest

from dockwright.errors import InvalidArgument
from dockwright.options import devices

GPU = [["gpu"]]


def _device(host: str, container: str, rights: str = "rwm") -> dict[str, str]:
    return {"PathOnHost": host, "PathInContainer": container, "CgroupPermissions": rights}


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("/dev/a", _device("/dev/a", "/dev/a")),
        ("/dev/a:/dev/b", _device("/dev/a", "/dev/b")),
        ("/dev/a:/dev/b:r", _device("/dev/a", "/dev/b", "r")),
        ("/dev/a::r", _device("/dev/a", "/dev/a", "r")),
        ("/dev/a:rw", _device("/dev/a", "/dev/a", "rw")),
        ({"PathOnHost": "/dev/c"}, {"PathOnHost": "/dev/c"}),
    ],
)
def test_devices(given: Any, expected: dict[str, str]) -> None:
    assert devices.devices("devices", [given]) == [expected]


@pytest.mark.parametrize(
    ("given", "request_"),
    [
        ("all", {"Count": -1, "Capabilities": GPU}),
        ("2", {"Count": 2, "Capabilities": GPU}),
        (2, {"Count": 2, "Capabilities": GPU}),
        (-1, {"Count": -1, "Capabilities": GPU}),
        ("device=0", {"DeviceIDs": ["0"], "Capabilities": GPU}),
        ('"device=0,2"', {"DeviceIDs": ["0", "2"], "Capabilities": GPU}),
        (["0", 2], {"DeviceIDs": ["0", "2"], "Capabilities": GPU}),
        (
            'driver=nvidia,count=1,"capabilities=utility,compute","options=a=b"',
            {"Driver": "nvidia", "Count": 1, "Capabilities": [["utility", "compute", "gpu"]], "Options": {"a": "b"}},
        ),
        ("driver=nvidia", {"Driver": "nvidia", "Count": 1, "Capabilities": GPU}),
        ({"driver": "nvidia"}, {"Driver": "nvidia", "Count": 1, "Capabilities": GPU}),
        ({"Count": -1, "Capabilities": [["gpu", "utility"]]}, {"Count": -1, "Capabilities": [["gpu", "utility"]]}),
    ],
)
def test_gpus(given: Any, request_: dict[str, Any]) -> None:
    assert devices.gpus("gpus", given) == [request_]


@pytest.mark.parametrize(
    ("read", "given", "error", "says"),
    [
        (
            devices.devices,
            "/dev/a",
            TypeError,
            "option must be a sequence such as ['/dev/fuse:/dev/fuse:rwm'], not str",
        ),
        (devices.devices, [1], TypeError, "option[0] must be a mapping such as {'PathOnHost': '/dev/fuse'}, or text"),
        (devices.devices, [":/dev/b"], InvalidArgument, "option[0] must be 'host[:container[:rwm]]', not ':/dev/b'"),
        (devices.devices, ["a:b:c:d"], InvalidArgument, "not 'a:b:c:d'"),
        (devices.devices, ["a:b:x"], InvalidArgument, "not 'a:b:x'"),
        (devices.devices, [{"PathOnhost": "a"}], InvalidArgument, "did you mean 'PathOnHost'?"),
        (devices.byte_rates, [{"Path": "/dev/sda"}], InvalidArgument, "option[0] needs both Path and Rate"),
        (devices.byte_rates, {"/dev/sda": "fast"}, InvalidArgument, "option['/dev/sda'] must be a number of bytes"),
        (devices.operation_rates, {"/dev/sda": "1m"}, TypeError, "option['/dev/sda'] must be an int, not str: '1m'"),
        (
            devices.block_weights,
            "/dev/sda",
            TypeError,
            "option must be a mapping such as {'/dev/sda': 100}, or a sequence",
        ),
        (
            devices.device_requests,
            [{"count": 1, "device_ids": ["0"]}],
            InvalidArgument,
            "option[0] has a count and device ids",
        ),
        (
            devices.device_requests,
            [{"capabilities": ["gpu"]}],
            TypeError,
            "option[0]['capabilities'][0] must be a sequence of str",
        ),
        (devices.gpus, 0, InvalidArgument, "leave it out for none"),
        (devices.gpus, [], InvalidArgument, "leave it out for none"),
        (devices.gpus, -2, InvalidArgument, "option must be 'all', a number"),
        (devices.gpus, True, TypeError, "option must be 'all', a number"),
        (
            devices.gpus,
            "",
            InvalidArgument,
            "option must be 'all', a number, or text such as 'device=0,driver=nvidia', not ''",
        ),
        (devices.gpus, "device=0,2", InvalidArgument, "several devices as ['0', '1']"),
        (devices.gpus, "vendor=x", InvalidArgument, "option has the field 'vendor'; known are count, device"),
    ],
)
def test_what_cannot_be_is_refused(
    read: Callable[[str, object], Any], given: Any, error: type[Exception], says: str
) -> None:
    with pytest.raises(error) as caught:
        read("option", given)
    assert says in str(caught.value)
