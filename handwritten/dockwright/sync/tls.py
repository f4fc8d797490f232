"""docker-py's way to say which TLS is wanted: ``docker.tls.TLSConfig``."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import SettingsError
from ..settings.tls import TLSFiles

if TYPE_CHECKING:
    import ssl


class TLSConfig:
    """The files for TLS with one engine.

    ``client_cert`` is the pair of our certificate and its key, ``ca_cert`` the authority that signed the engine's
    certificate; without it the authorities count that this machine trusts. The engine is verified unless ``verify`` is
    False; a path there is the authority too. Raises ``SettingsError`` (``TLSParameterError``) for files that are not
    there.
    """

    cert: tuple[str, str] | None
    ca_cert: str | None
    verify: bool

    def __init__(
        self,
        client_cert: tuple[str | os.PathLike[str], str | os.PathLike[str]] | None = None,
        ca_cert: str | os.PathLike[str] | None = None,
        verify: bool | str | os.PathLike[str] | None = None,
    ) -> None:
        authority = ca_cert if verify is None or isinstance(verify, bool) else verify
        try:
            certificate, key = (None, None) if client_cert is None else map(Path, client_cert)
        except (TypeError, ValueError):
            raise SettingsError("client_cert must be a pair of paths: the certificate and its key") from None
        self.ca_cert = None if authority is None else str(authority)
        self.cert = None if certificate is None else (str(certificate), str(key))
        self.verify = verify is not False
        ca = None if authority is None else Path(authority)
        self.files: TLSFiles = TLSFiles(ca, certificate, key, self.verify, "TLSConfig")
        for path in (ca, certificate, key):
            if path is not None and not path.is_file():
                raise SettingsError(f"TLSConfig: there is no file {path}")

    def context(self) -> ssl.SSLContext:
        """Read the files. Raises ``SettingsError`` for files that cannot be used."""
        return self.files.context()

    def __repr__(self) -> str:
        return f"<TLSConfig {self.files.explain()}>"
