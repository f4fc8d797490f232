"""Send requests to an engine, and keep what it answers as files."""

import io
import json
import platform
import re
import shutil
import tarfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from tests.engines import PrivateEngine
from tests.engines.packages import cache_folder
from tests.engines.rawhttp import Body, Reply

HERE = Path(__file__).parent
REQUESTS = HERE / "requests"
TAR = {"Content-Type": "application/x-tar"}
SECRETS = re.compile(r"SWMTKN-1-[0-9a-z-]+|SWMKEY-1-[0-9A-Za-z+/=]+")


class Recorder:
    """Sends requests to an engine and writes the replies down."""

    def __init__(self, engine: PrivateEngine) -> None:
        self.engine = engine
        self.folder = HERE / engine.name
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir()

    def send(
        self, method: str, path: str, /, body: Body = None, *, headers: dict[str, str] | None = None, **query: Any
    ) -> Reply:
        """Send a request; a reply that is not a success is an error. Names in the query have ``_`` for ``-``."""
        names = {name.replace("_", "-"): value for name, value in query.items()}
        target = f"/v{self.engine.api_version}{path}?{urlencode(names)}"
        reply = self.engine.request(method, target, body, headers=headers)
        if reply.status >= 400:
            raise RuntimeError(f"{method} {target}: {reply.status} {reply.body!r}")
        return reply

    def keep(self, name: str, method: str, path: str, /, body: Body = None, **query: Any) -> Any:
        """Send a request and keep its JSON."""
        document = self.send(method, path, body, **query).json()
        self.write(f"{name}.json", json.dumps(document, indent=1, ensure_ascii=False))
        return document

    def keep_requested(
        self, name: str, method: str, path: str, /, replace: dict[str, str] | None = None, **query: Any
    ) -> Any:
        """Send the body that is kept under a name, with some of its text replaced, and keep the reply's JSON."""
        return self.keep(name, method, path, requested(name, replace), **query)

    def keep_stream(
        self,
        name: str,
        method: str,
        path: str,
        /,
        body: Body = None,
        headers: dict[str, str] | None = None,
        **query: Any,
    ) -> None:
        """Send a request and keep the JSON documents of its reply."""
        text = self.send(method, path, body, headers=headers, **query).body.decode()
        documents = [json.dumps(json.loads(line), ensure_ascii=False) for line in text.splitlines() if line.strip()]
        self.write(f"{name}.jsonl", "\n".join(documents))

    def keep_events(self, since: int) -> None:
        """Keep the first event of each kind and action since a time, in seconds since 1970."""
        text = self.send("GET", "/events", since=since, until=int(time.time()) + 1).body.decode()
        first: dict[tuple[str, str], str] = {}
        for line in text.splitlines():
            event = json.loads(line)
            first.setdefault((event["Type"], event["Action"].partition(":")[0]), line)
        self.write("SystemEvents.jsonl", "\n".join(first.values()))

    def version_of(self, path: str) -> int:
        """Give the version of a swarm's object, which a change of it has to name."""
        version: int = self.send("GET", path).json()["Version"]["Index"]
        return version

    def write(self, name: str, text: str) -> None:
        """Write a reply, without what tells of the machine."""
        text = text.replace(str(self.engine.folder), "/var/lib/engine").replace(platform.release(), "6.12.0-amd64")
        text = re.sub(rf"{re.escape(str(cache_folder()))}/[^/]+", "", text)
        text = SECRETS.sub(lambda found: found[0][:9] + "x" * 24, text)
        (self.folder / name).write_text(text + "\n")

    def until(self, ready: Callable[[Any], bool], path: str, /, **query: Any) -> Any:
        """Ask again until the answer is as wanted."""
        deadline = time.monotonic() + 60
        while not ready(document := self.send("GET", path, **query).json()):
            if time.monotonic() > deadline:
                raise RuntimeError(f"{path} does not become ready: {json.dumps(document)[:2000]}")
            time.sleep(0.02)
        return document


def requested(name: str, replace: dict[str, str] | None = None) -> Any:
    """Give the body that is kept under a name."""
    text = (REQUESTS / f"{name}.json").read_text()
    for old, new in (replace or {}).items():
        text = text.replace(old, new)
    return json.loads(text)


def pack(files: dict[str, bytes | None]) -> bytes:
    """Pack files, and folders where there are no bytes, as a tar archive."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        for name, content in files.items():
            member = tarfile.TarInfo(name)
            member.type = tarfile.DIRTYPE if content is None else tarfile.REGTYPE
            member.mode, member.size = 0o755, len(content or b"")
            archive.addfile(member, io.BytesIO(content or b""))
    return packed.getvalue()
