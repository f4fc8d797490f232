"""Who we are to a registry: what this client logged in with, then what ``docker login`` left on this machine.

``config.json`` is read, and a program for credentials asked, when a registry is to be used and not before; of several
programs only the one that is set up for this registry. Whatever is wrong with them is nobody's business who uses
another registry.

A program that keeps all credentials may be left over from another machine. It is an error that it fails where
``docker login`` noted that it has something for the registry; elsewhere a warning is logged, and no credentials go out.
"""

import logging
import os
from collections.abc import Iterable, Mapping
from threading import Lock
from typing import TYPE_CHECKING, Any

from ..errors import CredentialsError, SettingsError
from .config_file import ConfigFile
from .credentials import decode_pair, registry_auth, registry_config
from .registries import canonical, registry_of, server_key

if TYPE_CHECKING:
    from .credential_programs import Stored
    from .endpoint import Endpoint

logger: logging.Logger = logging.getLogger("dockwright")


class Keyring:
    """The credentials of one client; threads may share it.

    ``environment`` stands in for ``os.environ``; ``program_environment`` is added to that of programs for credentials.
    ``config`` stands in for the ``config.json`` of this user, which is read anew each time.
    """

    def __init__(
        self,
        environment: Mapping[str, str] | None = None,
        *,
        program_environment: Mapping[str, str] | None = None,
        config: ConfigFile | None = None,
    ) -> None:
        self._environment = environment
        self.config = config
        self.program_environment: Mapping[str, str] = dict(program_environment or {})
        self._own: dict[str, dict[str, Any]] = {}
        self._lock = Lock()

    def remember(self, registry: str, fields: Mapping[str, Any]) -> None:
        """Keep credentials for a registry as long as this client lives; they go before those of this machine."""
        with self._lock:
            self._own[canonical(registry)] = dict(fields)

    def remembered(self, registry: str) -> Mapping[str, Any] | None:
        """Give what :meth:`remember` got for a registry."""
        with self._lock:
            return self._own.get(canonical(registry))

    def forget(self, registry: str) -> None:
        """Forget what :meth:`remember` got for a registry."""
        with self._lock:
            self._own.pop(canonical(registry), None)

    def lookup(self, registry: str) -> dict[str, Any] | None:
        """Find the credentials for a registry, None where there are none.

        This reads files and may start a program. Raises ``CredentialsError``, naming what is to be corrected, where
        those that are set up for this registry cannot be had, and ``SettingsError`` for a ``config.json`` that cannot
        be read.
        """
        registry = canonical(registry)
        if (own := self.remembered(registry)) is not None:
            return dict(own)
        config = self._config()
        entry = _entry(config.auths, registry)
        stored = self._stored(config, registry, entry is not None)
        if stored is not None:
            return {**stored.fields, "serveraddress": server_key(registry)}
        return None if entry is None else _fields(entry, registry, config)

    def header(self, image: str) -> str | None:
        """Encode the credentials for the registry of an image as ``X-Registry-Auth``; as :meth:`lookup`."""
        found = self.lookup(registry_of(image))
        return None if found is None else registry_auth(found)

    def build_header(self, images: Iterable[str] | None) -> str | None:
        """Encode what a build needs to pull its base images as ``X-Registry-Config``, and nothing else.

        None as the images stands for those that are not known, and then it is everything that this client and
        ``config.json`` have. Whether a build pulls at all is the engine's business, so credentials that cannot be had
        are only warned of in the log. None where there are no credentials; raises ``SettingsError`` for a
        ``config.json`` that cannot be read.
        """
        registries = self._registries() if images is None else dict.fromkeys(registry_of(image) for image in images)
        found: list[tuple[str, Mapping[str, Any]]] = []
        for registry in registries:
            try:
                fields = self.lookup(registry)
            except CredentialsError as error:
                logger.warning("the build goes without credentials for %s: %s", registry, error.message)
                continue
            if fields:
                found.append((server_key(registry), fields))
        return registry_config(found) if found else None

    def proxies(self, endpoint: "Endpoint") -> dict[str, str]:
        """Give the variables with proxies that new containers and builds get; see :mod:`.proxies`."""
        from .proxies import proxy_environment

        return proxy_environment(self._config(), endpoint)

    def http_headers(self) -> Mapping[str, str]:
        """Give the headers that are added to every request; none, with a warning in the log, where they cannot be read.

        Raises ``SettingsError`` for what cannot be a header.
        """
        try:
            config = self._config()
        except SettingsError as error:
            logger.warning("requests go without HttpHeaders: %s", error.message)
            return {}
        return config.http_headers

    def _config(self) -> ConfigFile:
        return ConfigFile.load(self._environment) if self.config is None else self.config

    def _registries(self) -> Iterable[str]:
        config = self._config()
        with self._lock:
            own = list(self._own)
        return dict.fromkeys(canonical(each) for each in (*own, *config.auths, *config.credential_helpers))

    def _stored(self, config: ConfigFile, registry: str, noted: bool) -> "Stored | None":
        own = next((name for key, name in config.credential_helpers.items() if canonical(key) == registry), None)
        name = own or config.credentials_store
        if not name:
            return None
        from .credential_programs import ask

        environment = {**(os.environ if self._environment is None else self._environment), **self.program_environment}
        try:
            return ask(name, server_key(registry), environment=environment)
        except CredentialsError as error:
            if own or noted:
                raise
            logger.warning("%s goes without credentials: %s", registry, error.message)
            return None

    def __repr__(self) -> str:
        return f"<Keyring with credentials for {', '.join(sorted(self._own)) or 'no registry'}>"


def _entry(auths: Mapping[str, Mapping[str, Any]], registry: str) -> Mapping[str, Any] | None:
    exact = auths.get(server_key(registry))
    return exact or next((entry for key, entry in auths.items() if canonical(key) == registry), exact)


def _fields(entry: Mapping[str, Any], registry: str, config: ConfigFile) -> dict[str, Any] | None:
    """Read an entry of ``auths``; an empty one only notes that a program has the credentials."""
    server = {"serveraddress": server_key(registry)}
    for token in ("identitytoken", "registrytoken"):
        if entry.get(token):
            return {token: entry[token], **server}
    if entry.get("username") and entry.get("password"):
        return {"username": entry["username"], "password": entry["password"], **server}
    if not entry.get("auth"):
        return None
    try:
        return {**decode_pair(entry["auth"]), **server}
    except (TypeError, ValueError):
        raise CredentialsError(
            f"{config.path}: the entry for {registry} in auths is not base64 of user:password; log in anew"
        ) from None
