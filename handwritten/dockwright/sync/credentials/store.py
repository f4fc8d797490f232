"""A program that keeps credentials: ask it, tell it, and let it forget."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any, Final

from ...settings.credential_programs import run
from .errors import CredentialsNotFound

if TYPE_CHECKING:
    from collections.abc import Mapping

PROGRAM_PREFIX: Final = "docker-credential-"
DEFAULT_LINUX_STORE: Final = "secretservice"
DEFAULT_OSX_STORE: Final = "osxkeychain"
DEFAULT_WIN32_STORE: Final = "wincred"


class Store:
    """The program ``docker-credential-`` ``program``; ``environment`` is added to its own.

    Every call raises ``StoreError`` (``CredentialsError``) where it is missing or fails.
    """

    def __init__(self, program: str, environment: Mapping[str, str] | None = None) -> None:
        self.program: str = PROGRAM_PREFIX + program
        self.environment = environment
        self._name = program

    def get(self, server: str | bytes) -> dict[str, Any]:
        """Give the credentials for a server: ``Username`` and ``Secret``. Raises ``CredentialsNotFound``."""
        said = self._run("get", _text(server), _text(server))
        found: dict[str, Any] = {} if said is None else json.loads(said)
        if not found.get("Username") and not found.get("Secret"):
            raise CredentialsNotFound(f"{self.program} has no credentials for {_text(server)}")
        return found

    def store(self, server: str, username: str, secret: str) -> bytes:
        """Keep credentials for a server."""
        given = json.dumps({"ServerURL": server, "Username": username, "Secret": secret})
        return self._run("store", given, server) or b""

    def erase(self, server: str | bytes) -> None:
        """Forget the credentials for a server."""
        self._run("erase", _text(server), _text(server))

    def list(self) -> dict[str, str]:
        """Give the users that there are credentials for, by server."""
        found: dict[str, str] = json.loads(self._run("list", "") or b"{}")
        return found

    def _run(self, action: str, given: str, server: str = "") -> bytes | None:
        return run(self._name, action, given, server, environment={**os.environ, **(self.environment or {})})

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.program}>"


def _text(server: str | bytes) -> str:
    return server.decode() if isinstance(server, bytes) else server
