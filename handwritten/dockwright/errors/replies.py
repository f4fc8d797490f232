"""The engine refused: which class it is follows from the status and the operation."""

from typing import Any, NamedTuple, overload

from .base import DockerError


class ErrorReply(NamedTuple):
    """What an error reply said."""

    status_code: int
    text: str

    @property
    def reason(self) -> str:
        """The name of the status, such as ``Not Found``."""
        from http import HTTPStatus

        return HTTPStatus(self.status_code).phrase if self.status_code in set(HTTPStatus) else ""

    def json(self) -> dict[str, str]:
        """Give the document of the reply."""
        return {"message": self.text}


class ApiError(DockerError):
    """The engine answered with an error status.

    ``operation`` is the Engine's name of the operation, such as ``ContainerStart``. Tests of other programs may make
    one in the way of docker-py too: ``NotFound("no such container")``, with a ``response`` and an ``explanation``.
    """

    @overload
    def __init__(self, status: int, message: str, operation: str = "") -> None: ...
    @overload
    def __init__(self, status: str, message: Any = None, operation: str | None = None) -> None: ...
    @overload
    def __init__(self, status: str, *, response: Any = None, explanation: str | None = None) -> None: ...

    def __init__(
        self,
        status: int | str,
        message: Any = None,
        operation: str | None = "",
        *,
        response: Any = None,
        explanation: str | None = None,
    ) -> None:
        self._response: Any = None
        if isinstance(status, str):
            self._response = message if response is None else response
            message, operation = explanation or operation or status, ""
            status = int(getattr(self._response, "status_code", 0) or _status_of(type(self)))
        super().__init__(status, str(message))
        self.operation: str = operation or ""

    @property
    def response(self) -> ErrorReply:
        """The reply, as far as programs look at it: ``status_code``, ``reason``, ``text`` and ``json()``."""
        return self._response or ErrorReply(self.status, self.message)

    @property
    def status_code(self) -> int:
        """The HTTP status; the same as ``status``."""
        return self.status

    @property
    def explanation(self) -> str:
        """The engine's own sentence; the same as ``message``."""
        return self.message

    def is_error(self) -> bool:
        """Say whether the status is 400 or more."""
        return self.status >= 400

    def is_client_error(self) -> bool:
        """Say whether the status is one of 400 to 499: the engine does not accept the request."""
        return 400 <= self.status < 500

    def is_server_error(self) -> bool:
        """Say whether the status is one of 500 to 599: the engine failed."""
        return 500 <= self.status < 600


class BadRequest(ApiError):
    """400: the engine does not accept an argument."""


class Unauthorized(ApiError):
    """401: credentials are missing or wrong."""


class Forbidden(ApiError):
    """403: the engine does not allow this."""


class NotFound(ApiError):
    """404: what the operation names does not exist."""


class ContainerNotFound(NotFound):
    """404: no such container."""


class PathNotFound(NotFound):
    """404: no such file or folder in a container."""


class ImageNotFound(NotFound):
    """404: no such image."""


class NetworkNotFound(NotFound):
    """404: no such network."""


class VolumeNotFound(NotFound):
    """404: no such volume."""


class Conflict(ApiError):
    """409: the state of things, or a name in use, does not allow this now."""


class ServerError(ApiError):
    """5xx: the engine failed."""


_BY_STATUS: dict[int, type[ApiError]] = {
    400: BadRequest,
    401: Unauthorized,
    403: Forbidden,
    404: NotFound,
    409: Conflict,
}


def _status_of(kind: type[ApiError]) -> int:
    """Give the status that a class stands for, 0 where it stands for none."""
    return next((status for status, each in _BY_STATUS.items() if issubclass(kind, each)), 0)


_NOT_FOUND: dict[str, type[NotFound]] = {
    "Container": ContainerNotFound,
    "Image": ImageNotFound,
    "Network": NetworkNotFound,
    "Volume": VolumeNotFound,
}


# A 404 of these is about something else than what their names say; plain where it can be either of two things.
_NOT_FOUND_OF: dict[str, type[NotFound]] = {
    "ContainerArchive": NotFound,
    "ContainerArchiveInfo": NotFound,
    "PutContainerArchive": NotFound,
    "ContainerCreate": ImageNotFound,
    "ImageCommit": ContainerNotFound,
    "NetworkConnect": NotFound,
    "NetworkDisconnect": NotFound,
}


def api_error(status: int, message: str, operation: str) -> ApiError:
    """Choose the class of an error reply by its status and the operation that it answers."""
    kind = _BY_STATUS.get(status, ServerError if status >= 500 else ApiError)
    if kind is NotFound:
        by_noun = (each for noun, each in _NOT_FOUND.items() if operation.startswith(noun))
        kind = _NOT_FOUND_OF.get(operation) or next(by_noun, NotFound)
    return kind(status, message, operation)
