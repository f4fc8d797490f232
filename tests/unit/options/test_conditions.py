"""What a container can be waited for: what is understood, and what is refused."""

import re
from typing import Any

import pytest

from dockwright.errors import InvalidArgument
from dockwright.options.conditions import Conditions, Port, conditions

NOTHING: dict[str, Any] = {"log": None, "port": None, "file": None, "any": False}


def test_one_and_several() -> None:
    pattern = re.compile("b+")
    assert conditions(["running", "running"], log="a", port=80, file="/x", any=True) == Conditions(
        ("running",), ("a",), (Port(80, "tcp"),), ("/x",), True
    )
    assert conditions((), log=["a", pattern], port=("80/TCP", "53/udp"), file=["/x", "/y"], any=False) == Conditions(
        (), ("a", pattern), (Port(80, "tcp"), Port(53, "udp")), ("/x", "/y"), False
    )


@pytest.mark.parametrize(
    ("states", "wanted", "error", "says"),
    [
        ([], {}, TypeError, "needs something to wait for"),
        (["ready"], {}, InvalidArgument, "'ready' is nothing to wait for"),
        ([], {"log": ""}, InvalidArgument, "log must not be empty"),
        ([], {"log": b"x"}, TypeError, "log must be a str"),
        ([], {"log": re.compile(b"x")}, TypeError, "log must be a str"),
        ([], {"port": 0}, InvalidArgument, "port must be 1 to 65535"),
        ([], {"port": 65536}, InvalidArgument, "port must be 1 to 65535"),
        ([], {"port": "80/sctp"}, InvalidArgument, "port must be 1 to 65535"),
        ([], {"port": True}, TypeError, "port must be a number"),
        ([], {"port": 80.0}, TypeError, "port must be a number"),
        ([], {"file": "ready"}, InvalidArgument, "file must be a whole path"),
        ([], {"file": 1}, TypeError, "file must be a path"),
    ],
)
def test_what_is_refused(states: Any, wanted: dict[str, Any], error: type[Exception], says: str) -> None:
    with pytest.raises(error, match=re.escape(says)):
        conditions(states, **NOTHING | wanted)
