"""The canned engine: a process that answers with bytes made beforehand, so that it is never what one waits for.

It sends as engines do: JSON of more than 2 KiB is one HTTP chunk, archives come in HTTP chunks of 32 KiB, and in a log
every frame is an HTTP chunk of its own, for the engine flushes each. What a log holds depends on the name of the
container:

================= ===============================================================================
``lines``         80 bytes a message
``lines-joined``  the same, in HTTP chunks of 64 KiB, as a proxy that joins small chunks passes it on
``few-lines``     80 bytes a message, and not many of them
``blocks``        16 KiB a message
``endless``       the same, 2 GiB of it
================= ===============================================================================

The container ``archive`` has a folder ``/data`` of 1 GiB, and takes every archive that is sent to it.
"""

import asyncio
import base64
import itertools
import sys
import tarfile
from collections.abc import Iterable, Iterator

from benchmarks import payloads
from dockwright.wire.chunked import ChunkedBody

LINES = 60_000
FEW_LINES = 200
BLOCKS = 4_000
ENDLESS = 131_072
FILES, FILE_SIZE = 1024, 1 << 20
"""What is in the folder of 1 GiB."""
_CHUNKED_FROM = 2048
_PIECE = 1 << 18
_ARCHIVE_PIECE = 1 << 15


class Replies:
    """What is answered to which path, once the version prefix and the query are off."""

    def __init__(self) -> None:
        listing = [payloads.summary(index) for index in range(payloads.CONTAINERS)]
        self._whole = {
            b"/_ping": _reply(b"OK", "text/plain; charset=utf-8"),
            b"/version": _reply(payloads.to_json(payloads.version())),
            b"/info": _reply(payloads.to_json(payloads.info())),
            b"/containers/json": _reply(payloads.to_json(listing)),
        }
        for index in range(payloads.CONTAINERS):
            self._add(index)
        logs = {
            "lines": _log(payloads.LINE, LINES),
            "lines-joined": _log(payloads.LINE, LINES, joined=1 << 16),
            "few-lines": _log(payloads.LINE, FEW_LINES),
            "blocks": _log(payloads.BLOCK, BLOCKS),
            "archive": b"",
            "endless": b"",
        }
        for index, (name, log) in enumerate(logs.items(), payloads.CONTAINERS):
            self._add(index, name=name, log=log)
        self._missing = _reply(payloads.to_json({"message": "page not found"}), status="404 Not Found")
        # What is no GET, or too large to be kept.
        self._made: dict[tuple[bytes, bytes], Iterable[bytes]] = {}
        for known_as in ("archive", payloads.container_id(payloads.CONTAINERS + [*logs].index("archive"))):
            path = f"/containers/{known_as}/archive".encode()
            self._made[b"GET", path] = Archive()
            self._made[b"HEAD", path] = (_stat(payloads.to_json(payloads.folder_stat())),)
            self._made[b"PUT", path] = (_reply(b""),)
        for known_as in ("endless", payloads.container_id(payloads.CONTAINERS + [*logs].index("endless"))):
            self._made[b"GET", f"/containers/{known_as}/logs".encode()] = EndlessLog()

    def _add(self, index: int, *, name: str = "", log: bytes = b"") -> None:
        inspection = _reply(payloads.to_json(payloads.inspection(index)))
        for known_as in (payloads.container_id(index), name or f"worker-{index}"):
            self._whole[f"/containers/{known_as}/json".encode()] = inspection
            if log:
                self._whole[f"/containers/{known_as}/logs".encode()] = log

    def to(self, method: bytes, target: bytes) -> Iterable[bytes]:
        """Give the reply to a request, in parts of any size."""
        path = target.partition(b"?")[0]
        if path.startswith(b"/v1."):
            path = path[path.index(b"/", 1) :]
        return self._made.get((method, path)) or (self._whole.get(path, self._missing),)


class Archive:
    """The reply with the folder of 1 GiB, as a tar archive; the files differ in their names."""

    def __init__(self) -> None:
        content = bytes(range(256)) * (_ARCHIVE_PIECE // 256)
        self._content = _chunk(content) * (FILE_SIZE // _ARCHIVE_PIECE)

    def __iter__(self) -> Iterator[bytes]:
        yield _head("200 OK", "application/x-tar", "Transfer-Encoding: chunked")
        yield _chunk(_tar_header("data/", tarfile.DIRTYPE, 0))
        for number in range(FILES):
            yield _chunk(_tar_header(f"data/{number:04}.bin", tarfile.REGTYPE, FILE_SIZE))
            yield self._content
        yield _chunk(bytes(2 * tarfile.BLOCKSIZE)) + _chunk(b"")


class EndlessLog:
    """The reply with a log of 2 GiB."""

    def __iter__(self) -> Iterator[bytes]:
        yield _log_head()
        several = b"".join(_chunk(payloads.frame(1 + number % 2, payloads.BLOCK)) for number in range(16))
        yield from itertools.repeat(several, ENDLESS // 16)
        yield _chunk(b"")


class Connection(asyncio.Protocol):
    """One client: its requests are answered in their order, as fast as it reads."""

    def __init__(self, replies: Replies) -> None:
        self._replies = replies
        self._received = b""
        self._pieces: Iterator[memoryview] = iter(())
        self._body: ChunkedBody | None = None
        self._left = 0
        """Bytes of a body with a length that are still to come."""
        self._waiting = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        transport.set_write_buffer_limits(high=_PIECE)

    def data_received(self, data: bytes) -> None:
        if self._body is not None:
            self._body.feed(data)
            if not self._body.ended:
                return
            data, self._body = self._body.rest, None
        if self._left:
            self._left, data = max(self._left - len(data), 0), data[self._left :]
        self._received += data
        self._answer()

    def pause_writing(self) -> None:
        self._waiting = True

    def resume_writing(self) -> None:
        self._waiting = False
        self._answer()

    def _answer(self) -> None:
        while not self._waiting and self._body is None and not self._left:
            piece = next(self._pieces, None)
            if piece is not None:
                self._transport.write(piece)
                continue
            head, end, rest = self._received.partition(b"\r\n\r\n")
            if not end:
                return
            self._received = rest
            method, target, _ = head.split(b" ", 2)
            self._pieces = _pieces(self._replies.to(method, target))
            head = head.lower()
            # Answered when it is over.
            if b"transfer-encoding: chunked" in head:
                self._body = ChunkedBody()
            elif (length := head.partition(b"content-length:")[2].partition(b"\r")[0]).strip():
                self._left = int(length)
            else:
                continue
            self._received = b""
            self.data_received(rest)


def _pieces(parts: Iterable[bytes]) -> Iterator[memoryview]:
    for part in parts:
        view = memoryview(part)
        for start in range(0, len(view), _PIECE):
            yield view[start : start + _PIECE]


def _reply(body: bytes, content_type: str = "application/json", status: str = "200 OK") -> bytes:
    if len(body) > _CHUNKED_FROM:
        return _head(status, content_type, "Transfer-Encoding: chunked") + _chunk(body) + _chunk(b"")
    return _head(status, content_type, f"Content-Length: {len(body)}") + body


def _log(payload: bytes, count: int, *, joined: int = 0) -> bytes:
    pair = [payloads.frame(1, payload), payloads.frame(2, payload)]
    if joined:
        frames = b"".join(pair * (count // 2))
        chunks = b"".join(_chunk(frames[start : start + joined]) for start in range(0, len(frames), joined))
    else:
        chunks = b"".join(map(_chunk, pair)) * (count // 2)
    return _log_head() + chunks + _chunk(b"")


def _tar_header(name: str, kind: bytes, size: int) -> bytes:
    member = tarfile.TarInfo(name)
    member.type, member.size, member.mode = kind, size, 0o755 if kind == tarfile.DIRTYPE else 0o644
    return member.tobuf(tarfile.GNU_FORMAT)


def _stat(document: bytes) -> bytes:
    described = base64.b64encode(document).decode()
    return _head("200 OK", "application/json", f"X-Docker-Container-Path-Stat: {described}")


def _log_head() -> bytes:
    return _head("200 OK", "application/vnd.docker.multiplexed-stream", "Transfer-Encoding: chunked")


def _head(status: str, content_type: str, length: str) -> bytes:
    lines = (
        f"HTTP/1.1 {status}",
        f"Api-Version: {payloads.API_VERSION}",
        f"Content-Type: {content_type}",
        "Docker-Experimental: false",
        "Ostype: linux",
        "Server: Docker/26.1.5 (linux)",
        "Date: Fri, 20 Nov 2026 16:11:08 GMT",
        length,
    )
    return "\r\n".join(lines).encode() + b"\r\n\r\n"


def _chunk(data: bytes) -> bytes:
    return b"%x\r\n%b\r\n" % (len(data), data)


async def serve(path: str) -> None:
    """Answer on a unix socket until the process is ended; says ``ready`` on standard output."""
    replies = Replies()
    server = await asyncio.get_running_loop().create_unix_server(lambda: Connection(replies), path)
    print("ready", flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(serve(sys.argv[1]))
