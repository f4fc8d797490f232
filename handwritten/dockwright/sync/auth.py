"""Credentials for registries, as docker-py's programs look them up by hand.

Pulls, pushes and builds of this library find them by themselves.
"""

from __future__ import annotations

import base64
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, cast

from ..errors import InvalidArgument, SettingsError
from ..settings.config_file import ConfigFile
from ..settings.credentials import auth_fields, decode_pair
from ..settings.keyring import Keyring
from ..settings.registries import HUB, HUB_KEY, canonical

INDEX_NAME: Final = HUB
INDEX_URL: Final = HUB_KEY
TOKEN_USERNAME: Final = "<token>"  # noqa: S105  stands in place of a user, and is no secret


class AuthConfig(dict[str, Any]):
    """What ``config.json`` says of credentials, as JSON; :meth:`resolve_authconfig` finds those for one registry."""

    def __init__(self, dct: Mapping[str, Any], credstore_env: Mapping[str, str] | None = None) -> None:
        super().__init__(dct)
        self.setdefault("auths", {})
        self._keyring = Keyring(program_environment=credstore_env, config=ConfigFile(Path("config.json"), self))

    @classmethod
    def parse_auth(cls, entries: Mapping[str, Any], raise_on_error: bool = False) -> dict[str, dict[str, Any]]:
        """Take what ``docker login`` wrote for several registries apart; an entry without credentials stays empty.

        What is no such thing gives an empty mapping, or with ``raise_on_error`` an ``InvalidConfigFile``
        (``SettingsError``), which does not repeat it.
        """
        try:
            return {registry: _taken_apart(registry, entry) for registry, entry in entries.items()}
        except SettingsError:
            if raise_on_error:
                raise
            return {}

    @classmethod
    def load_config(
        cls,
        config_path: str | os.PathLike[str] | None,
        config_dict: Mapping[str, Any] | None,
        credstore_env: Mapping[str, str] | None = None,
    ) -> AuthConfig:
        """Read them from a file, ``config.json`` of this user if none is given, or take them from a mapping."""
        if config_dict is None:
            config = ConfigFile.load() if config_path is None else ConfigFile.read(Path(config_path))
            config_dict = config.content
        return cls(config_dict, credstore_env)

    @property
    def auths(self) -> dict[str, Any]:
        """What ``docker login`` wrote, by registry."""
        auths: dict[str, Any] = self.get("auths") or {}
        return auths

    @property
    def creds_store(self) -> str | None:
        """The program that keeps all credentials."""
        return self.get("credsStore")

    @property
    def cred_helpers(self) -> dict[str, str]:
        """The programs that keep the credentials of single registries."""
        helpers: dict[str, str] = self.get("credHelpers") or {}
        return helpers

    @property
    def is_empty(self) -> bool:
        """Whether there are none at all."""
        return not (self.auths or self.creds_store or self.cred_helpers)

    def get_credential_store(self, registry: str | None) -> str | None:
        """Name the program that keeps the credentials of a registry; None for none."""
        wanted = canonical(registry or HUB)
        own = (name for key, name in self.cred_helpers.items() if canonical(key) == wanted)
        return next(own, None) or self.creds_store

    def add_auth(self, reg: str, data: Mapping[str, Any]) -> None:
        """Keep credentials for a registry, in memory only."""
        self["auths"] = {**self.auths, reg: dict(data)}

    def resolve_authconfig(self, registry: str | None = None) -> dict[str, Any] | None:
        """Find the credentials for a registry, Docker Hub's unless another is given; None where there are none.

        Raises ``CredentialsError`` where those that are set up for it cannot be had.
        """
        return self._keyring.lookup(registry or HUB)

    def __repr__(self) -> str:
        # It may hold passwords.
        return f"<{type(self).__name__} for {', '.join(sorted(self.auths)) or 'no registry'}>"


def _taken_apart(registry: str, entry: object) -> dict[str, Any]:
    if not isinstance(entry, Mapping):
        raise SettingsError(f"the entry for {registry} is no mapping with auth or identitytoken")
    fields = cast("Mapping[str, Any]", entry)
    if "identitytoken" in fields:
        return {"IdentityToken": fields["identitytoken"]}
    if "auth" not in fields:
        return {}
    try:
        pair = decode_pair(fields["auth"])
    except (TypeError, ValueError):
        raise SettingsError(f"the entry for {registry} is not base64 of user:password") from None
    return {**pair, "email": fields.get("email"), "serveraddress": registry}


def parse_auth(entries: Mapping[str, Any], raise_on_error: bool = False) -> dict[str, dict[str, Any]]:
    """Take what ``docker login`` wrote for several registries apart; as :meth:`AuthConfig.parse_auth`."""
    return AuthConfig.parse_auth(entries, raise_on_error)


def load_config(
    config_path: str | os.PathLike[str] | None = None,
    config_dict: Mapping[str, Any] | None = None,
    credstore_env: Mapping[str, str] | None = None,
) -> AuthConfig:
    """Read what ``config.json`` says of credentials; as :meth:`AuthConfig.load_config`."""
    return AuthConfig.load_config(config_path, config_dict, credstore_env)


def resolve_authconfig(
    authconfig: Mapping[str, Any], registry: str | None = None, credstore_env: Mapping[str, str] | None = None
) -> dict[str, Any] | None:
    """Find the credentials for a registry; as :meth:`AuthConfig.resolve_authconfig`."""
    config = authconfig if isinstance(authconfig, AuthConfig) else AuthConfig(authconfig, credstore_env)
    return config.resolve_authconfig(registry)


def get_credential_store(authconfig: Mapping[str, Any], registry: str | None) -> str | None:
    """Name the program that keeps the credentials of a registry; as :meth:`AuthConfig.get_credential_store`."""
    config = authconfig if isinstance(authconfig, AuthConfig) else AuthConfig(authconfig)
    return config.get_credential_store(registry)


def resolve_repository_name(repo_name: str) -> tuple[str, str]:
    """Split the name of an image from its registry, ``docker.io`` where it names none.

    Raises ``InvalidRepository`` (``InvalidArgument``) for what cannot be one.
    """
    if "://" in repo_name:
        raise InvalidArgument(f"the name of an image has no scheme: {repo_name!r}; leave it out")
    registry, name = split_repo_name(repo_name)
    if registry.startswith("-") or registry.endswith("-"):
        raise InvalidArgument(f"the name of a registry has no hyphen at its ends: {registry!r}")
    return resolve_index_name(registry), name


def split_repo_name(repo_name: str) -> tuple[str, str]:
    """Split the name of an image from its registry as it is written; ``docker.io`` where it names none."""
    first, slash, rest = repo_name.partition("/")
    is_host = slash and ("." in first or ":" in first or first == "localhost")
    return (first, rest) if is_host else (INDEX_NAME, repo_name)


def resolve_index_name(index_name: str) -> str:
    """Give the one name of a registry, from its host or its address."""
    return canonical(index_name)


def convert_to_hostname(url: str) -> str:
    """Give the host of an address."""
    return url.partition("://")[2].partition("/")[0] if "://" in url else url.partition("/")[0]


def decode_auth(auth: str | bytes) -> tuple[str, str]:
    """Take base64 of ``user:password`` apart. Raises ``ValueError``, which does not repeat it."""
    fields = decode_pair(auth)
    return fields["username"], fields["password"]


def encode_header(auth: Mapping[str, Any]) -> bytes:
    """Encode credentials as the engine takes them in a header."""
    return base64.urlsafe_b64encode(json.dumps(auth_fields(auth)).encode())


__all__ = [
    "INDEX_NAME",
    "INDEX_URL",
    "TOKEN_USERNAME",
    "AuthConfig",
    "convert_to_hostname",
    "decode_auth",
    "encode_header",
    "get_credential_store",
    "load_config",
    "parse_auth",
    "resolve_authconfig",
    "resolve_index_name",
    "resolve_repository_name",
    "split_repo_name",
]
