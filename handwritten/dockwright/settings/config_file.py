"""The settings of the docker command: ``config.json`` in ``~/.docker``, or in the folder that ``DOCKER_CONFIG`` names.

It is read anew whenever something of it is needed, since logins and switched contexts change it under a running
program, and never otherwise.
"""

import json
import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

from ..errors import SettingsError

_HEADER_NAME = re.compile(r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+")
_HEADER_VALUE = re.compile(r"[\t\x20-\x7e]*")
_OWN_HEADERS = {
    *("accept-encoding", "connection", "content-length", "content-type", "expect", "host", "te", "trailer"),
    *("transfer-encoding", "upgrade", "user-agent", "x-registry-auth", "x-registry-config"),
}
"""Headers that requests have, or lack, by their own nature."""


def home_folder(environment: Mapping[str, str]) -> Path:
    """Give the home of the user; ``environment`` stands in for ``os.environ``."""
    # On Windows, HOME is of shells that come from elsewhere, and not of Docker.
    given = environment.get("USERPROFILE") if os.name == "nt" else environment.get("HOME")
    try:
        return Path(given) if given else Path.home()
    except RuntimeError:
        # A user without a name, as in some containers, and without HOME.
        return Path("/")


def config_folder(environment: Mapping[str, str]) -> Path:
    """Give the folder of the docker command's settings."""
    given = environment.get("DOCKER_CONFIG")
    return Path(given) if given else home_folder(environment) / ".docker"


class ConfigFile:
    """What ``config.json`` says; an absent file says nothing.

    A part of the wrong type counts as absent, as it does for the docker command, and whatever is no JSON object at all
    is an error.
    """

    def __init__(self, path: Path, content: Mapping[str, Any]) -> None:
        self.path = path
        self._content = content

    @classmethod
    def load(cls, environment: Mapping[str, str] | None = None) -> "ConfigFile":
        """Read the file of this user. Raises ``SettingsError``, naming it, where it cannot be read."""
        return cls.read(config_folder(os.environ if environment is None else environment) / "config.json")

    @classmethod
    def read(cls, path: Path) -> "ConfigFile":
        """Read one file. Raises ``SettingsError``, naming it, where it cannot be read."""
        try:
            content: object = json.loads(path.read_bytes())
        except (FileNotFoundError, NotADirectoryError):
            return cls(path, {})
        except OSError as error:
            raise SettingsError(f"{path} cannot be read: {error.strerror}; correct its permissions") from error
        except ValueError as error:
            # The text is not shown, and neither is the parser's error, which would hold it: it may have passwords.
            at = f" (line {error.lineno})" if isinstance(error, json.JSONDecodeError) else ""
            raise SettingsError(f"{path} is not JSON{at}; correct it, or move it away") from None
        if not isinstance(content, dict):
            raise SettingsError(f"{path} does not hold a JSON object; correct it, or move it away")
        return cls(path, cast("dict[str, Any]", content))

    @property
    def content(self) -> dict[str, Any]:
        """Everything that the file says, as a copy."""
        return dict(self._content)

    @property
    def current_context(self) -> str:
        """The name of the context that ``docker context use`` chose; empty for none."""
        return self._text("currentContext")

    @property
    def auths(self) -> Mapping[str, Mapping[str, Any]]:
        """What ``docker login`` wrote, by registry."""
        return {
            registry: cast("dict[str, Any]", entry)
            for registry, entry in self._object("auths").items()
            if isinstance(entry, dict)
        }

    @property
    def credentials_store(self) -> str:
        """The suffix of the program that keeps all credentials; empty for none."""
        return self._text("credsStore")

    @property
    def credential_helpers(self) -> Mapping[str, str]:
        """The suffixes of programs that keep the credentials of single registries."""
        return {key: value for key, value in self._object("credHelpers").items() if isinstance(value, str) and value}

    @property
    def proxies(self) -> Mapping[str, Mapping[str, Any]]:
        """The proxies that containers and builds shall use, by the address of the engine or ``default``."""
        return {
            key: cast("dict[str, Any]", value)
            for key, value in self._object("proxies").items()
            if isinstance(value, dict)
        }

    @property
    def http_headers(self) -> Mapping[str, str]:
        """The headers that are added to every request, for a proxy before the engine, or an authorization plugin of it.

        Without those that belong to the connection, or that say what a request itself says. Raises ``SettingsError``,
        naming it, for what cannot be a header.
        """
        headers: dict[str, str] = {}
        for name, value in self._object("HttpHeaders").items():
            if not isinstance(value, str):
                continue
            if not _HEADER_NAME.fullmatch(name) or not _HEADER_VALUE.fullmatch(value):
                # Not shown: as a rule it is a secret.
                raise SettingsError(f"{self.path}: {name!r} in HttpHeaders is no header of one line; correct it")
            if name.lower() not in _OWN_HEADERS:
                headers[name.title()] = value
        return headers

    def _text(self, key: str) -> str:
        value: object = self._content.get(key)
        return value if isinstance(value, str) else ""

    def _object(self, key: str) -> dict[str, Any]:
        value: object = self._content.get(key)
        return cast("dict[str, Any]", value) if isinstance(value, dict) else {}

    def __repr__(self) -> str:
        # Its content may have passwords.
        return f"<ConfigFile {self.path}>"
