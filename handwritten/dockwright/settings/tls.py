"""TLS: which files prove who the engine is and who we are, and what asks for them.

It fails closed. Whatever spelling asks for TLS gets it, and the engine is verified, by its certificate and its name,
unless a context or a caller says in so many words that it is not to be. Keys are read where they lie and never copied.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import InvalidType, SettingsError
from .config_file import config_folder

if TYPE_CHECKING:
    import ssl

NAMES = ("ca.pem", "cert.pem", "key.pem")
"""The files of a folder, as the docker command names them: the authority, our certificate, its key."""


@dataclass(frozen=True, slots=True)
class TLSFiles:
    """The files of one TLS set-up.

    Without ``ca`` the engine is verified by the authorities that this machine trusts; without ``cert`` and ``key`` we
    show no certificate. ``rule`` says what asked for TLS.
    """

    ca: Path | None = None
    cert: Path | None = None
    key: Path | None = None
    verify: bool = True
    rule: str = "the program"

    @classmethod
    def of_folder(cls, folder: Path, *, rule: str, verify: bool = True) -> "TLSFiles":
        """Take what there is of ``ca.pem``, ``cert.pem`` and ``key.pem`` in a folder.

        Raises ``SettingsError`` where a certificate has no key or the other way round.
        """
        ca, cert, key = (path if os.path.lexists(path := folder / name) else None for name in NAMES)
        if (cert is None) != (key is None):
            missing = folder / (NAMES[1] if cert is None else NAMES[2])
            raise SettingsError(f"{rule}: a certificate and its key go together, and {missing} is missing")
        return cls(ca, cert, key, verify, rule)

    def context(self) -> "ssl.SSLContext":
        """Read the files. Raises ``SettingsError``, naming the file that cannot be used."""
        import ssl

        if self.ca is None:
            context = ssl.create_default_context()
        else:
            # Whoever names an authority trusts no other.
            with _naming(self.rule, self.ca):
                context = ssl.create_default_context(cafile=self.ca)
            # Certificates made by the engine's own manual lack fields that only newer Pythons, and no other client of
            # the engine, insist on.
            context.verify_flags &= ~ssl.VERIFY_X509_STRICT
        if not self.verify:
            context.check_hostname = False
            context.verify_mode = ssl.CERT_NONE
        if self.cert is not None:
            with _naming(self.rule, self.cert):
                # Without a password of its own, OpenSSL would stop the program and ask for one at the terminal.
                context.load_cert_chain(self.cert, self.key, password=self._no_password)
        return context

    def explain(self) -> str:
        """Say how both sides are verified."""
        engine = "is not verified" if not self.verify else f"verified by {self.ca or 'the authorities of this machine'}"
        return f"the engine {engine}, we show {self.cert or 'no certificate'}; asked for by {self.rule}"

    def _no_password(self) -> str:
        raise SettingsError(f"{self.rule}: the key {self.key} needs a password; store it without one")


def checked_context(context: "ssl.SSLContext", argument: str) -> "ssl.SSLContext":
    """Give back a context of the caller's. Raises ``TypeError``, naming the argument, for anything else."""
    import ssl

    if not isinstance(context, ssl.SSLContext):
        raise InvalidType(f"{argument} must be an ssl.SSLContext, not {type(context).__name__}")
    return context


class _naming:  # noqa: N801  reads as a statement
    """Tell in an error which file cannot be used."""

    def __init__(self, rule: str, path: Path) -> None:
        self._rule = rule
        self._path = path

    def __enter__(self) -> None: ...

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: object) -> None:
        if isinstance(error, OSError):
            reason = getattr(error, "reason", None) or error.strerror or "it holds no such thing"
            raise SettingsError(
                f"{self._rule}: the TLS files in {self._path.parent} cannot be used: {self._path.name}: {reason}"
            ) from error


def tls_of_environment(environment: Mapping[str, str]) -> TLSFiles | None:
    """Give the TLS set-up that the environment asks for, None where it asks for none.

    ``DOCKER_TLS_VERIFY``, ``DOCKER_TLS`` and ``DOCKER_CERT_PATH`` ask for it, whatever they say, unless they are empty.
    The files are those of ``DOCKER_CERT_PATH``, or of the folder of the docker command's settings. Raises
    ``SettingsError`` for a folder that is not there, and for half of a certificate and its key.
    """
    asked = [name for name in ("DOCKER_TLS_VERIFY", "DOCKER_TLS", "DOCKER_CERT_PATH") if environment.get(name)]
    if not asked:
        return None
    given = environment.get("DOCKER_CERT_PATH")
    if given and not os.path.isdir(given):
        raise SettingsError(f"DOCKER_CERT_PATH: there is no folder {given}")
    folder = Path(given) if given else config_folder(environment)
    return TLSFiles.of_folder(folder, rule="DOCKER_CERT_PATH" if given else asked[0])
