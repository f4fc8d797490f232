"""What a program that keeps credentials can fail with."""

from ...errors import CredentialsError

StoreError = CredentialsError


class CredentialsNotFound(CredentialsError):
    """The program has none for this server."""


class InitializationError(CredentialsError):
    """The program is not set up."""
