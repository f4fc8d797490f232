"""The programs that keep credentials, ``docker-credential-NAME``, under docker-py's names."""

from .errors import CredentialsNotFound, InitializationError, StoreError
from .store import DEFAULT_LINUX_STORE, DEFAULT_OSX_STORE, DEFAULT_WIN32_STORE, PROGRAM_PREFIX, Store

__all__ = [
    "DEFAULT_LINUX_STORE",
    "DEFAULT_OSX_STORE",
    "DEFAULT_WIN32_STORE",
    "PROGRAM_PREFIX",
    "CredentialsNotFound",
    "InitializationError",
    "Store",
    "StoreError",
]
