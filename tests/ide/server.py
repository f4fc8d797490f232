"""A client of a language server, as an editor is one: what it shows where the cursor stands.

The Language Server Protocol is JSON-RPC over the standard streams of the server, each message after a header with its
length. Requests are sent one at a time, so that everything that arrives before the answer is a notification, which is
dropped, or a question of the server, which is answered.
"""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

PROGRAMS = Path(__file__).parent / "programs"
HERE = "# here"
CURSOR = "|"
PYRIGHT = (sys.executable, "-m", "pyright.langserver", "--stdio")


@dataclass(frozen=True, slots=True)
class Place:
    """A program, and where the cursor stands in it, counted from 0."""

    text: str
    line: int
    character: int

    @classmethod
    def after_typing(cls, program: str, typed: str) -> "Place":
        """Type a line, with ``|`` where the cursor stands, into one of the programs that are kept here."""
        text = (PROGRAMS / f"{program}.py").read_text()
        before, here, after = text.partition(HERE)
        left, cursor, right = typed.partition(CURSOR)
        if not here or not cursor:
            raise ValueError(f"{program} needs a line {HERE!r}, and {typed!r} a cursor {CURSOR!r}")
        before += left
        return cls(before + right + after, before.count("\n"), len(before.rpartition("\n")[2]))


@dataclass(frozen=True, slots=True)
class Completion:
    """One entry of the list that the editor offers."""

    name: str
    """What is shown; the quotes that belong to a text are left out."""
    sort_text: str
    data: Mapping[str, Any]
    """The entry as it came, to ask for the rest of it."""


class LanguageServer:
    """A running server, whose workspace is ``folder``; a context manager that ends it."""

    def __init__(self, folder: Path, command: Sequence[str] = PYRIGHT) -> None:
        self._folder = folder
        self._version = 0
        self._sent = 0
        self._process = subprocess.Popen(command, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        capabilities = {
            "textDocument": {
                "completion": {"completionItem": {"documentationFormat": ["markdown"]}},
                "hover": {"contentFormat": ["markdown"]},
                "signatureHelp": {"signatureInformation": {"documentationFormat": ["markdown"]}},
            },
            "workspace": {"configuration": True, "workspaceFolders": True},
        }
        root = {"uri": folder.as_uri(), "name": folder.name}
        # The server ends when the process that is named here does.
        start = {"processId": os.getpid(), "rootUri": root["uri"], "workspaceFolders": [root]}
        self.request("initialize", {**start, "capabilities": capabilities})
        self._notify("initialized", {})

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if error is None:
            self.request("shutdown", None)
            self._notify("exit", None)
        else:
            self._process.terminate()
        self._process.communicate()

    def completions(self, place: Place) -> list[Completion]:
        """Give what is offered at a place, in the order in which editors show it."""
        reply = self.request("textDocument/completion", self._show(place))
        entries: list[dict[str, Any]] = reply["items"] if reply else []
        found = [Completion(entry["label"].strip("\"'"), entry.get("sortText", ""), entry) for entry in entries]
        return sorted(found, key=lambda each: (each.sort_text, each.name))

    def documentation(self, completion: Completion) -> str:
        """Give what is shown beside a completion that was given last, when the reader stops at it."""
        resolved = self.request("completionItem/resolve", completion.data)
        return _text(resolved.get("documentation"))

    def hover(self, place: Place) -> str:
        """Give what is shown for the name at a place."""
        reply = self.request("textDocument/hover", self._show(place))
        return _text(reply["contents"]) if reply else ""

    def argument(self, place: Place) -> str:
        """Give what is shown for the argument that is being written at a place in a call."""
        reply = self.request("textDocument/signatureHelp", self._show(place))
        signature = reply["signatures"][reply.get("activeSignature") or 0]
        return _text(signature["parameters"][signature["activeParameter"]]["documentation"])

    def request(self, method: str, params: object) -> Any:
        """Send a request and give its result; an error of the server is raised."""
        self._sent += 1
        self._write({"id": self._sent, "method": method, "params": params})
        while True:
            message = self._read()
            if "method" in message:
                self._attend(message)
            elif message.get("id") == self._sent:
                if "error" in message:
                    raise RuntimeError(f"{method}: {message['error']}")
                return message["result"]

    def _show(self, place: Place) -> dict[str, object]:
        """Have the program of a place in the editor, and give the place as the server is told it."""
        self._version += 1
        document = {"uri": (self._folder / "program.py").as_uri(), "version": self._version}
        if self._version == 1:
            opened = {**document, "languageId": "python", "text": place.text}
            self._notify("textDocument/didOpen", {"textDocument": opened})
        else:
            changes = {"textDocument": document, "contentChanges": [{"text": place.text}]}
            self._notify("textDocument/didChange", changes)
        position = {"line": place.line, "character": place.character}
        return {"textDocument": {"uri": document["uri"]}, "position": position}

    def _attend(self, message: Mapping[str, Any]) -> None:
        """Answer what the server asks: which settings there are, and else only that it was heard."""
        if "id" not in message:
            return
        result = None
        if message["method"] == "workspace/configuration":
            # What is wrong with a program is not asked here.
            settings = {"python": {"pythonPath": sys.executable}, "python.analysis": {"typeCheckingMode": "off"}}
            result = [settings.get(item.get("section"), {}) for item in message["params"]["items"]]
        self._write({"id": message["id"], "result": result})

    def _notify(self, method: str, params: object) -> None:
        self._write({"method": method, "params": params})

    def _write(self, message: Mapping[str, object]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        stream = _opened(self._process.stdin)
        stream.write(f"Content-Length: {len(body)}\r\n\r\n".encode() + body)
        stream.flush()

    def _read(self) -> dict[str, Any]:
        stream = _opened(self._process.stdout)
        length = 0
        while line := stream.readline().strip():
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        if not length:
            raise RuntimeError(f"the language server ended with code {self._process.wait()}")
        message: dict[str, Any] = json.loads(stream.read(length))
        return message


def _opened(stream: IO[bytes] | None) -> IO[bytes]:
    assert stream is not None
    return stream


def _text(contents: str | Mapping[str, str] | None) -> str:
    return contents if isinstance(contents, str) else (contents or {}).get("value", "")
