"""A registry with one image, of which it never gives the whole: pulls from it last until somebody ends them."""

import hashlib
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Self

from .engine import PrivateEngine

_LAYER = bytes(1 << 20)
_ANNOUNCED = 50 << 20


def _digest(data: bytes) -> str:
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


_CONFIG = json.dumps(
    {"architecture": "amd64", "os": "linux", "rootfs": {"type": "layers", "diff_ids": [_digest(_LAYER)]}}
).encode()
_TYPE = "application/vnd.docker.distribution.manifest.v2+json"
_MANIFEST = json.dumps(
    {
        "schemaVersion": 2,
        "mediaType": _TYPE,
        "config": {
            "mediaType": "application/vnd.docker.container.image.v1+json",
            "size": len(_CONFIG),
            "digest": _digest(_CONFIG),
        },
        "layers": [
            {
                "mediaType": "application/vnd.docker.image.rootfs.diff.tar.gzip",
                "size": _ANNOUNCED,
                "digest": _digest(_LAYER),
            }
        ],
    }
).encode()


class StallingRegistry:
    """A context manager; ``image`` is what cannot be pulled to its end."""

    def __init__(self, engine: PrivateEngine) -> None:
        listener = engine.room.listen()
        self._done = threading.Event()
        registry = self

        class Handler(BaseHTTPRequestHandler):
            def do_HEAD(self) -> None:
                registry.answer(self)

            def do_GET(self) -> None:
                registry.answer(self)

            def log_message(self, format: str, *args: object) -> None:
                """Say nothing."""

        self._server = ThreadingHTTPServer(listener.getsockname(), Handler, bind_and_activate=False)
        self._server.socket.close()
        self._server.socket = listener
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05})
        self.image = f"localhost:{listener.getsockname()[1]}/stalling:1"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._done.set()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        """Answer as a registry does, but for the layer."""
        path = request.path
        layer = path.endswith(_digest(_LAYER))
        body = _MANIFEST if "/manifests/" in path else _CONFIG if path.endswith(_digest(_CONFIG)) else b"{}"
        request.send_response(200)
        request.send_header("Content-Type", _TYPE if "/manifests/" in path else "application/octet-stream")
        request.send_header("Content-Length", str(_ANNOUNCED if layer else len(body)))
        if "/manifests/" in path:
            request.send_header("Docker-Content-Digest", _digest(_MANIFEST))
        request.end_headers()
        if request.command == "GET":
            request.wfile.write(_LAYER if layer else body)
            if layer:
                self._done.wait()
