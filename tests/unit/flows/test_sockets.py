"""Ports that are open inside a container: what its /proc says, and with what it is read."""

from typing import Any

import pytest

from dockwright.errors import BadRequest, Conflict, InvalidArgument
from dockwright.flows.sockets import READERS, listening, open_ports
from dockwright.options.conditions import Port
from dockwright.wire.demux import Message

from .conftest import Driven

TCP = """\
  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 00000000:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 5016 1
   1: 0100007F:0050 0100007F:C350 01 00000000:00000000 00:00000000 00000000     0        0 5017 1
"""
TCP6 = """\
  sl  local_address                         remote_address                        st tx_queue rx_queue tr tm->when
   0: 00000000000000000000000000000000:01BB 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000
"""
UDP = """\
   sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode ref pointer drops
  419: 00000000:0035 00000000:0000 07 00000000:00000000 00:00000000 00000000     0        0 5045 2 00000000ab 0
  420: 0100007F:0036 0100007F:0035 01 00000000:00000000 00:00000000 00000000     0        0 5045 2 00000000ab 0
"""
ALL = f"{TCP}{TCP6}{UDP}"


def test_who_listens() -> None:
    assert set(listening(ALL.splitlines())) == {Port(8080, "tcp"), Port(443, "tcp"), Port(53, "udp")}
    assert set(listening(["", "garbage", *UDP.splitlines()])) == {Port(53, "udp")}


def test_the_first_reader_that_works_is_kept(drive: Driven) -> None:
    shown = [Message(1, TCP.encode())]
    assert drive(open_ports("c"), {"Id": "a"}, shown) == (frozenset({Port(8080, "tcp")}), 0)
    missing = BadRequest(400, "no such program")
    assert drive(open_ports("c"), {"Id": "a"}, missing, {"Id": "b"}, shown) == (frozenset({Port(8080, "tcp")}), 1)
    assert drive(open_ports("c", reader=1), {"Id": "a"}, shown) == (frozenset({Port(8080, "tcp")}), 1)


def test_nothing_to_look_with(drive: Driven) -> None:
    early = [{"Id": "a"}, BadRequest(400, "no such program")]
    late = [{"Id": "a"}, [Message(2, b"exec failed")], {"ExitCode": 127}]
    for replies in (early * len(READERS), late * len(READERS), [*early, *late, *early]):
        with pytest.raises(InvalidArgument, match="neither cat nor a shell"):
            drive(open_ports("c"), *replies)
    # In a container that is ending, nothing can be run either.
    killed: list[Any] = [{"Id": "a"}, [], {"ExitCode": 137}]
    assert drive(open_ports("c"), *killed, *early, *late) == (frozenset(), 0)
    with pytest.raises(InvalidArgument):
        drive(open_ports("c", reader=1), *early, *late)


def test_one_that_does_not_run(drive: Driven) -> None:
    with pytest.raises(Conflict):
        drive(open_ports("c"), Conflict(409, "not running"))
    with pytest.raises(Conflict):
        drive(open_ports("c"), {"Id": "a"}, Conflict(409, "paused"))
