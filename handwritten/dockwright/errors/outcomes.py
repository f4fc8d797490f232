"""The engine accepted, and then the work failed: look into what it was to do."""

from collections.abc import Callable, Mapping
from typing import Any

from .base import DockerError, restore
from .excerpts import last_lines, task_errors


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
        return restore, (type(self), self.args, state)


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
            f"{last_lines(self.lines)}",
        )


class ServiceFailed(OutcomeError):
    """The tasks of a service will not become as its settings say.

    ``service`` names it, ``reason`` says why, and ``errors`` is what its tasks said went wrong.
    """

    def __init__(self, service: str, reason: str, errors: Any = ()) -> None:
        self.service = service
        self.reason = reason
        self.errors: tuple[str, ...] = tuple(errors)
        super().__init__(0, f"service {service}: {reason}{task_errors(self.errors)}")


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
