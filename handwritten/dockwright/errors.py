"""Everything that dockwright raises on purpose.

::

    DockerError                       status, message
    ├── SettingsError                 the settings are wrong; nothing was sent            (ValueError)
    │   ├── EndpointNotFound          no engine was named and none was found
    │   ├── DockerContextError        → DockerContextInvalidError, DockerContextTLSError: of the docker command's
    │   ├── CredentialsError          what is set up for a registry gives no credentials
    │   ├── VersionMismatch           the engine and this client share no API version
    │   └── UnsupportedByEngineError  strict_versions: an argument is newer than what the engine speaks
    ├── InvalidArgument               an argument cannot be used; nothing was sent        (ValueError)
    │   └── MissingKey                a mapping lacks something                           (KeyError)
    ├── EngineUnreachable             no connection to the engine                         (ConnectionError)
    ├── ConnectionLost                the connection broke while it was in use            (ConnectionError)
    ├── DeadlineExceeded              a limit of the timeout policy passed                (TimeoutError)
    │   ├── ExecTimeout               a command in a container took too long; says whether it was killed
    │   ├── WaitTimeout               a container was not in time as it was waited for
    │   └── ServiceTimeout            the tasks of a service were not in time as they should
    ├── ApiError                      the engine refused: status and its own message
    │   ├── BadRequest 400 · Unauthorized 401 · Forbidden 403 · Conflict 409
    │   ├── NotFound 404              → ContainerNotFound, PathNotFound, ImageNotFound, ... by operation
    │   └── ServerError 5xx
    ├── OutcomeError                  the engine accepted, and then it went wrong
    │   ├── DockerStreamError         an error document inside a progress stream
    │   │   └── BuildError, ImageLoadError: that of a build, of an archive of images
    │   ├── DockerContainerError      a container was made and could not be started
    │   ├── ContainerError            a container ran and failed
    │   ├── ContainerEnded            a container ended before it was as it was waited for
    │   └── ServiceFailed             the tasks of a service will not become as they should
    ├── SubscriberLagged              a subscriber did not read in time what was published
    ├── FileChanged                   a local file changed while it was being packed      (OSError)
    └── ProtocolError                 the bytes are not what the Engine API promises
        ├── TruncatedStream           input ended inside a frame, line, document or archive
        ├── MalformedStream           a frame header, document or archive that cannot be right
        ├── UnsafeArchive             an archive that would write outside its destination, or without limit
        └── UnexpectedReply           a status or body that the operation cannot give

The branches answer "what can I do about it?". Which class of ``ApiError`` is raised follows from the status and the
operation, never from the wording of a message. Every error pickles and copies.
"""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, overload


class DockerError(Exception):
    """The root of all errors of this library.

    ``status`` is the HTTP status where the engine gave one, 900 where it could not be reached, and 0 elsewhere;
    ``message`` is the engine's own sentence, or ours; who makes an error may give it in the engine's document too,
    ``{"message": ...}``.
    """

    status: int
    message: str

    def __init__(self, status: int, message: str | Mapping[str, str], *args: Any) -> None:
        text = message["message"] if isinstance(message, Mapping) else message
        super().__init__(text, *args)
        self.status = status
        self.message = text

    def __str__(self) -> str:
        return f"[{self.status}] {self.message}" if self.status else self.message

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.status}, {self.message!r})"

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        return _restore, (type(self), self.args, self.__dict__)


def _restore(kind: type[DockerError], args: tuple[Any, ...], state: dict[str, Any]) -> DockerError:
    error = kind.__new__(kind, *args)
    error.args = args
    error.__dict__.update(state)
    return error


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


class InvalidArgument(DockerError, ValueError):
    """An argument cannot be used; nothing was sent."""

    def __init__(self, message: str) -> None:
        super().__init__(0, message)


class MissingKey(InvalidArgument, KeyError):
    """A mapping that was given lacks something that it must have; nothing was sent."""


class UnsupportedByEngineError(SettingsError):
    """Something of a call is newer than the API version spoken, and the client is strict about that."""


class UnsupportedByEngine(UserWarning):
    """Something of a call is newer than the API version spoken; the engine will ignore or refuse it."""


class EngineUnreachable(DockerError, ConnectionError):
    """No connection to the engine could be made."""

    def __init__(self, message: str) -> None:
        super().__init__(900, message)

    def __str__(self) -> str:
        return self.message


class ConnectionLost(DockerError, ConnectionError):
    """The connection to the engine broke while it was in use.

    ``progress`` holds what was read of a stream before, where it was to be read as a whole.
    """

    def __init__(self, message: str, *, progress: Any = ()) -> None:
        super().__init__(0, message)
        self.progress: list[Any] = list(progress)


class DeadlineExceeded(DockerError, TimeoutError):
    """A limit of the timeout policy passed.

    ``limit`` names it (connect, first_byte, idle, total), ``seconds`` is its value, ``operation`` what was being done.
    """

    def __init__(self, limit: str, seconds: float, operation: str) -> None:
        super().__init__(0, f"{operation}: the {limit} limit of {seconds:g} seconds passed")
        self.limit = limit
        self.seconds = seconds
        self.operation = operation


class ExecTimeout(DeadlineExceeded):
    """A command in a container took longer than it was given.

    ``messages`` is what it wrote until then, ``stdout`` and ``stderr`` the same by stream. ``killed`` says whether it
    was killed with everything it had started; if not, ``reason`` says why, and it may still run.
    """

    def __init__(self, seconds: float, messages: Any = (), reason: str = "", operation: str = "ExecStart") -> None:
        super().__init__("total", seconds, operation)
        end = "the command was killed" if not reason else f"the command was not killed and may still run: {reason}"
        self.message: str = f"{self.message}; {end}"
        self.messages: tuple[Any, ...] = tuple(messages)
        self.reason = reason

    @property
    def killed(self) -> bool:
        """Whether the command and everything it started was killed."""
        return not self.reason

    @property
    def stdout(self) -> bytes:
        """What the command wrote to its standard output."""
        return b"".join(data for stream, data in self.messages if stream == 1)

    @property
    def stderr(self) -> bytes:
        """What the command wrote to its standard error."""
        return b"".join(data for stream, data in self.messages if stream == 2)


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


class WaitTimeout(DeadlineExceeded):
    """A container was not in time as it was waited for.

    ``container_id`` names it, ``missing`` is what was still waited for, and ``lines`` are the last lines of its log.
    """

    def __init__(self, seconds: float, container_id: str, missing: Any, lines: Any = (), now: str = "") -> None:
        super().__init__("total", seconds, "wait_for")
        self.container_id = container_id
        self.missing: tuple[str, ...] = tuple(missing)
        self.lines: tuple[Any, ...] = tuple(lines)
        state = f", which is {now}" if now else ""
        self.message: str = (
            f"container {container_id}{state}: waited {seconds:g} seconds for {' and '.join(self.missing)}"
            f"{_last_lines(self.lines)}"
        )


class ServiceTimeout(DeadlineExceeded):
    """The tasks of a service were not in time as its settings say.

    ``service`` names it, ``state`` says how it was when last looked at, and ``errors`` is what its tasks said went
    wrong.
    """

    def __init__(self, seconds: float, service: str, state: str, errors: Any = ()) -> None:
        super().__init__("total", seconds, "wait_until_converged")
        self.service = service
        self.state = state
        self.errors: tuple[str, ...] = tuple(errors)
        self.message: str = f"service {service}: after {seconds:g} seconds {state}{_task_errors(self.errors)}"


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
    def response(self) -> Any:
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


class OutcomeError(DockerError):
    """The engine accepted the request, and then the work failed."""


class DockerStreamError(OutcomeError):
    """A progress stream reported an error.

    ``error_detail`` is the document's ``errorDetail``, a mapping, empty where there is none; ``progress`` holds the
    documents that were read before it.
    """

    def __init__(self, message: str, *, error_detail: Any = None, status: int = 0, progress: Any = ()) -> None:
        super().__init__(status, message)
        mapping = isinstance(error_detail, Mapping)
        self.error_detail: Any = error_detail if mapping else {} if error_detail is None else {"raw": error_detail}
        self.progress: list[Any] = list(progress)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.message!r}, error_detail={self.error_detail!r})"


class BuildError(DockerStreamError):
    """A build failed; ``msg`` says why.

    ``build_log`` holds the documents of the build, the one that reports the failure among them.
    """

    def __init__(self, reason: str, build_log: Any = (), *, error_detail: Any = None, status: int = 0) -> None:
        super().__init__(reason, error_detail=error_detail, status=status, progress=build_log)

    @property
    def msg(self) -> str:
        """Why it failed; the same as ``message``."""
        return self.message

    @property
    def build_log(self) -> list[Any]:
        """The documents of the build as far as they were read, and then the failure."""
        return [*self.progress, {"errorDetail": self.error_detail, "error": self.message}]


class ImageLoadError(DockerStreamError):
    """The engine could not take the images out of an archive."""


class DockerContainerError(OutcomeError):
    """A container was created but could not be started; ``container_id`` names it."""

    def __init__(self, status: int, message: str, container_id: str, *args: Any) -> None:
        super().__init__(status, message, *args)
        self.container_id = container_id

    def __str__(self) -> str:
        return f"{super().__str__()} (container: {self.container_id})"

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.status}, {self.message!r}, {self.container_id!r})"


class ContainerError(OutcomeError):
    """A container ran and ended with an exit status other than 0.

    ``container`` is what ran, as an object or by its id (the id alone survives a pickle), ``exit_status``, ``command``
    and ``image`` say how; ``stderr`` and ``stdout`` are what it wrote, as bytes, None where that was not read.
    """

    def __init__(
        self,
        container: Any,
        exit_status: int,
        command: Any,
        image: str,
        stderr: bytes | None = None,
        stdout: bytes | None = None,
    ) -> None:
        wrote = f": {stderr.decode('utf-8', 'replace').strip()}" if stderr else ""
        super().__init__(0, f"command {command!r} in image {image!r} ended with exit status {exit_status}{wrote}")
        self.container = container
        self.exit_status = exit_status
        self.command = command
        self.image = image
        self.stderr = stderr
        self.stdout = stdout

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        state = self.__dict__ | {"container": getattr(self.container, "id", self.container)}
        return _restore, (type(self), self.args, state)


class ContainerEnded(OutcomeError):
    """A container ended before it was as it was waited for.

    ``container_id`` names it, ``exit_code`` is None where nobody knows it any more, ``missing`` is what was still
    waited for, and ``lines`` are the last lines of its log.
    """

    def __init__(
        self, container_id: str, exit_code: int | None, missing: Any, lines: Any = (), reason: str = ""
    ) -> None:
        self.container_id = container_id
        self.exit_code = exit_code
        self.missing: tuple[str, ...] = tuple(missing)
        self.lines: tuple[Any, ...] = tuple(lines)
        end = "ended" if exit_code is None else f"ended with exit code {exit_code}"
        why = f" ({reason})" if reason else ""
        super().__init__(
            0,
            f"container {container_id} {end}{why} before there was {' and '.join(self.missing)}"
            f"{_last_lines(self.lines)}",
        )


class ServiceFailed(OutcomeError):
    """The tasks of a service will not become as its settings say.

    ``service`` names it, ``reason`` says why, and ``errors`` is what its tasks said went wrong.
    """

    def __init__(self, service: str, reason: str, errors: Any = ()) -> None:
        self.service = service
        self.reason = reason
        self.errors: tuple[str, ...] = tuple(errors)
        super().__init__(0, f"service {service}: {reason}{_task_errors(self.errors)}")


def _task_errors(errors: tuple[str, ...]) -> str:
    return "".join(["; its tasks said:", *(f"\n  {error}" for error in errors)]) if errors else ""


def _last_lines(lines: tuple[Any, ...]) -> str:
    return "".join(["; the end of its log:", *(f"\n  {line.text}" for line in lines)]) if lines else ""


class SubscriberLagged(DockerError):
    """A subscriber of a channel did not read in time; ``missed`` is how many items it does not get."""

    def __init__(self, missed: int) -> None:
        super().__init__(0, f"{missed} items were not read in time and are missing here; what follows is complete")
        self.missed = missed


class FileChanged(DockerError, OSError):
    """A local file became shorter or longer while it was being packed; ``path`` names it.

    So does content that comes in chunks and is not as long as was said, which ``path`` names as it is in the archive.
    What was sent until then is no archive. Pack again when nothing writes to the file, or pack a copy.
    """

    def __init__(self, path: str, *, expected: int, received: int | None) -> None:
        change = "is longer now" if received is None else f"ended after {received}"
        super().__init__(0, f"{path} changed while it was being packed: it had {expected} bytes and {change}")
        self.path = path
        self.expected = expected
        self.received = received


class ProtocolError(DockerError):
    """The peer sent bytes that the Engine API does not allow."""

    def __init__(self, message: str) -> None:
        super().__init__(0, message)


class TruncatedStream(ProtocolError):
    """Input ended in the middle of something.

    ``expected`` and ``received`` count bytes of the unfinished part; ``expected`` is None where no length was
    announced. ``progress`` holds what was read before, where the stream was to be read as a whole.
    """

    def __init__(self, what: str, *, expected: int | None, received: int) -> None:
        announced = "" if expected is None else f" of {expected}"
        super().__init__(f"the stream ended inside {what}: {received}{announced} bytes received")
        self.what = what
        self.expected = expected
        self.received = received
        self.progress: list[Any] = []


class MalformedStream(ProtocolError):
    """A frame header, a document or an archive cannot be right."""


class UnsafeArchive(ProtocolError):
    """An archive that would write outside of its destination, make devices, or pass a limit; ``member`` names where."""

    def __init__(self, message: str, member: str = "") -> None:
        super().__init__(message)
        self.member = member


class UnexpectedReply(ProtocolError):
    """A reply that the operation cannot give, such as a web page from a server that is not an engine."""


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


_NO_SESSION = (
    "; here BuildKit asks the client for credentials or a secret, which this client does not give: pull the image "
    "before, or leave version='2' out"
)
_STREAM_ERRORS: dict[str, type[DockerStreamError]] = {"ImageBuild": BuildError, "ImageLoad": ImageLoadError}


def stream_error(message: str, operation: str, *, error_detail: Any = None, status: int = 0) -> DockerStreamError:
    """Choose the class of an error document by the operation whose progress it ends."""
    if operation == "ImageBuild" and "no active session" in message:
        message += _NO_SESSION
    return _STREAM_ERRORS.get(operation, DockerStreamError)(message, error_detail=error_detail, status=status)


def api_error(status: int, message: str, operation: str) -> ApiError:
    """Choose the class of an error reply by its status and the operation that it answers."""
    kind = _BY_STATUS.get(status, ServerError if status >= 500 else ApiError)
    if kind is NotFound:
        by_noun = (each for noun, each in _NOT_FOUND.items() if operation.startswith(noun))
        kind = _NOT_FOUND_OF.get(operation) or next(by_noun, NotFound)
    return kind(status, message, operation)
