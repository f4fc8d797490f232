"""What is wrong before anything is sent: correct the settings, or the call."""

from .base import DockerError


class SettingsError(DockerError, ValueError):
    """A setting is wrong; nothing was sent."""

    def __init__(self, message: str) -> None:
        super().__init__(0, message)


class EndpointNotFound(SettingsError):
    """No engine was named, and none was found where engines usually listen."""


class DockerContextError(SettingsError):
    """A context of the docker command cannot be used; ``context_name`` names it."""

    def __init__(self, message: str, context_name: str | None = None) -> None:
        super().__init__(message)
        self.context_name = context_name

    def __str__(self) -> str:
        return f"{self.message} (context: {self.context_name})" if self.context_name else self.message

    def __repr__(self) -> str:
        context = f", context={self.context_name!r}" if self.context_name else ""
        return f"{type(self).__name__}({self.message!r}{context})"


class DockerContextInvalidError(DockerContextError):
    """A context does not exist, or its files make no sense."""


class DockerContextTLSError(DockerContextError):
    """The TLS files of a context cannot be used."""


class CredentialsError(SettingsError):
    """The program or file that is set up for a registry gives no credentials; they are never repeated here."""


class VersionMismatch(SettingsError):
    """The engine and this client have no API version in common."""


class UnsupportedByEngineError(SettingsError):
    """Something of a call is newer than the API version spoken, and the client is strict about that."""


class UnsupportedByEngine(UserWarning):
    """Something of a call is newer than the API version spoken; the engine will ignore or refuse it."""


class InvalidArgument(DockerError, ValueError):
    """An argument cannot be used; nothing was sent."""

    def __init__(self, message: str) -> None:
        super().__init__(0, message)


class InvalidType(InvalidArgument, TypeError):
    """An argument is of a type that is not taken, or the arguments do not go together; nothing was sent."""


class MissingKey(InvalidArgument, KeyError):
    """A mapping that was given lacks something that it must have; nothing was sent."""
