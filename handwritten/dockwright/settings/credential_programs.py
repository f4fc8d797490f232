"""The programs that keep credentials, ``docker-credential-NAME``: asked for one registry at a time."""

import json
import os
import re
import shutil
from collections.abc import Mapping
from typing import Any, NamedTuple, cast

from ..errors import CredentialsError

LIMIT_SECONDS = 120
"""How long a program may take; it may ask its user for a password in a window."""
_NOT_FOUND = "credentials not found"
_TOKEN_USER = "<token>"  # noqa: S105  stands in place of a user, and is no secret
_PREFIX = "docker-credential-"


class Stored(NamedTuple):
    """What a program keeps for a registry."""

    user: str
    secret: str

    @property
    def fields(self) -> dict[str, str]:
        """The same, under the Engine's names."""
        if self.user == _TOKEN_USER:
            return {"identitytoken": self.secret}
        return {"username": self.user, "password": self.secret}

    def __repr__(self) -> str:
        return f"Stored(user={self.user!r}, secret=<hidden>)"


def ask(name: str, server: str, *, environment: Mapping[str, str] | None = None) -> Stored | None:
    """Ask a program for the credentials of a server, None where it has none.

    ``environment`` is that of the program, and where it is looked for. Raises ``CredentialsError``, naming the program
    and what to do, where it is missing or fails.
    """
    said = run(name, "get", server, server, environment=environment)
    return None if said is None else _read(name, server, said)


def run(
    name: str, action: str, given: str, server: str = "", *, environment: Mapping[str, str] | None = None
) -> bytes | None:
    """Let a program ``get``, ``store``, ``erase`` or ``list``, and give what it says; None where it has nothing.

    ``given`` is what it reads, and ``server`` what is named in errors. The rest is as for :func:`ask`.
    """
    import subprocess

    program = program_of(name, environment=environment)
    env = dict(os.environ if environment is None else environment)
    asked = f"{_PREFIX}{name} was asked for {server}" if server else f"{_PREFIX}{name} {action}"
    try:
        done = subprocess.run(
            [program, action],
            input=given.encode(),
            capture_output=True,
            check=False,
            env=env,
            timeout=LIMIT_SECONDS,
        )
    except (OSError, subprocess.SubprocessError) as error:
        # An expired time limit carries the output, which may be the secret.
        reason = f"no answer within {LIMIT_SECONDS} seconds" if isinstance(error, subprocess.TimeoutExpired) else error
        raise CredentialsError(f"{asked} and failed: {reason}") from None
    if done.returncode:
        said = (done.stdout or done.stderr).decode("utf-8", "replace").strip()
        if _NOT_FOUND in said.lower():
            return None
        raise CredentialsError(
            f"{asked} and failed with exit code {done.returncode}: "
            f"{said.splitlines()[0][:200] if said else 'it says nothing'}"
        )
    return done.stdout


def program_of(name: str, *, environment: Mapping[str, str] | None = None) -> str:
    """Find a program by the name that ``config.json`` gives it. Raises ``CredentialsError`` where there is none."""
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]*", name):
        raise CredentialsError(f"{name!r} cannot be the name of a program for credentials; correct config.json")
    search_path = (os.environ if environment is None else environment).get("PATH")
    program = shutil.which(f"{_PREFIX}{name}", path=search_path)
    if program is None:
        raise CredentialsError(
            f"config.json names {_PREFIX}{name}, which is not on the PATH; install it, or remove it from config.json"
        )
    return program


def _read(name: str, server: str, output: bytes) -> Stored | None:
    try:
        answer: object = json.loads(output)
    except ValueError:
        answer = None
    if not isinstance(answer, dict):
        # Neither the answer nor the parser's error is shown: they hold the secret.
        raise CredentialsError(f"{_PREFIX}{name} was asked for {server} and answered with something else than JSON")
    fields = cast("dict[str, Any]", answer)
    user, secret = fields.get("Username", ""), fields.get("Secret", "")
    if not isinstance(user, str) or not isinstance(secret, str):
        raise CredentialsError(f"{_PREFIX}{name} was asked for {server} and answered without a user and a secret")
    return Stored(user, secret) if user or secret else None
