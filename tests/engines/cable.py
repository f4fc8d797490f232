"""A cable between two rooms: a pair of virtual Ethernet interfaces, made with the kernel's own protocol.

Programs for this are not on every system, and that of busybox cannot make a pair.
"""

import os
import socket
import struct

from .room import Room

INTERFACE = "cable0"
_NEW_LINK = 16
_REQUEST_ACKNOWLEDGED_CREATE = 0x1 | 0x4 | 0x200 | 0x400
_INTERFACE_NAME, _LINK_INFO, _NAMESPACE_OF_PROCESS = 3, 18, 19
_KIND, _DATA = 1, 2
_PEER = 1
_ANY_INTERFACE = struct.pack("=BxHiII", socket.AF_UNSPEC, 0, 0, 0, 0)


def connect(first: Room, first_address: str, second: Room, second_address: str) -> None:
    """Lay a cable between two rooms, each of which gets an address with the length of its prefix on its end."""
    peer = _ANY_INTERFACE + _end_in(second)
    link = _attribute(_KIND, b"veth") + _attribute(_DATA, _attribute(_PEER, peer))
    _send(_ANY_INTERFACE + _end_in(first) + _attribute(_LINK_INFO, link))
    for room, address in ((first, first_address), (second, second_address)):
        room.run([room.busybox, "ip", "address", "add", address, "dev", INTERFACE])
        room.run([room.busybox, "ip", "link", "set", INTERFACE, "up"])


def _end_in(room: Room) -> bytes:
    name = _attribute(_INTERFACE_NAME, INTERFACE.encode() + b"\0")
    return name + _attribute(_NAMESPACE_OF_PROCESS, struct.pack("=I", room.pid))


def _attribute(kind: int, content: bytes) -> bytes:
    head = struct.pack("=HH", 4 + len(content), kind)
    return head + content + b"\0" * (-len(content) % 4)


def _send(message: bytes) -> None:
    head = struct.pack("=IHHII", 16 + len(message), _NEW_LINK, _REQUEST_ACKNOWLEDGED_CREATE, 1, 0)
    with socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, socket.NETLINK_ROUTE) as netlink:
        netlink.send(head + message)
        answer = netlink.recv(65536)
    (code,) = struct.unpack_from("=i", answer, 16)
    if code:
        raise OSError(-code, f"no cable could be laid: {os.strerror(-code)}")
