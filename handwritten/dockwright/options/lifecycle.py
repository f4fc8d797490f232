"""What may be asked of the life of a container: the arguments of both faces, checked before anything is sent.

The faces call some of them by other names, which errors show.
"""

from collections.abc import AsyncIterable, Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from dockwright_api import operations
from dockwright_api.operation import Operation, Upgrade

from ..errors import InvalidArgument, InvalidType
from . import values
from .filters import filters_option

if TYPE_CHECKING:
    import builtins

    from dockwright_api import models, shapes
    from dockwright_api.encode import Filters

    from .containers import RunOptions

T = TypeVar("T")
Done = Operation[None, None]

WAIT_CONDITIONS = ("not-running", "next-exit", "removed")
WITHOUT_LIMIT = -1
_NOT_OF_OUTPUT = {
    "detach": "it waits for the end of the container; use run() for one that goes on",
    "stream": "it gives everything at the end; use run() and the log for what comes bit by bit",
    "remove": "it always removes the container at its end; leave it out",
}
_ATTACHED = ("stdin", "stdout", "stderr", "stream", "logs")


def container_list(
    *,
    all: bool | None = None,
    limit: int | None = None,
    size: bool | None = None,
    filters: "Filters | str | None" = None,
    since: str | None = None,
    before: str | None = None,
) -> "Operation[builtins.list[models.ContainerSummary], builtins.list[shapes.ContainerSummary]]":
    """List containers; a ``limit`` below 0 is none."""
    limit = _given(values.whole, "limit", limit)
    return operations.containers.list(
        all=_given(values.flag, "all", all),
        limit=None if limit is None or limit < 0 else limit,
        size=_given(values.flag, "size", size),
        filters=filters_option(filters),
        since=_given(values.text, "since", since),
        before=_given(values.text, "before", before),
    )


def container_stop(container: str, seconds: int | None, signal: str | int | None, *, name: str) -> Done:
    """Stop a container, by force after so many seconds, an argument of the ``name`` given."""
    return operations.containers.stop(container, t=_given(_grace, name, seconds), signal=signal_name(signal))


def container_restart(container: str, seconds: int | None, signal: str | int | None, *, name: str) -> Done:
    """Stop a container like :func:`container_stop`, and start it."""
    return operations.containers.restart(container, t=_given(_grace, name, seconds), signal=signal_name(signal))


def container_kill(container: str, signal: str | int | None) -> Done:
    """Send the process of a container a signal."""
    return operations.containers.kill(container, signal=signal_name(signal))


def container_rename(container: str, new: str, *, name: str) -> Done:
    """Give a container another name, an argument of the ``name`` given."""
    return operations.containers.rename(container, filled(name, new))


def container_resize(container: str, lines: int, columns: int, *, names: tuple[str, str]) -> Done:
    """Set the size of a terminal, with arguments of the ``names`` given."""
    return operations.containers.resize(container, positive(names[0], lines), positive(names[1], columns))


def container_delete(container: str, *, force: bool, v: bool, link: bool) -> Done:
    """Remove a container; what is False is not sent."""
    flags = {"force": force, "v": v, "link": link}
    return operations.containers.delete(
        container, **{name: True for name, value in flags.items() if values.flag(name, value)}
    )


def container_wait(
    container: str, condition: str | None
) -> "Operation[models.ContainerWaitResponse, shapes.ContainerWaitResponse]":
    """Wait for the end of a container; engines before 1.43 take any condition, and may wait for ever."""
    if condition is not None and values.text("condition", condition) not in WAIT_CONDITIONS:
        known = ", ".join(map(repr, WAIT_CONDITIONS))
        raise InvalidArgument(f"condition must be one of {known}, not {condition!r}; see wait_for() for others")
    return operations.containers.wait(container, condition=condition)


def container_top(
    container: str, ps_args: str | None
) -> "Operation[models.ContainerTopResponse, shapes.ContainerTopResponse]":
    """List the processes of a container."""
    return operations.containers.top(container, ps_args=_given(values.text, "ps_args", ps_args))


def container_attach(container: str, params: Mapping[str, Any]) -> Upgrade:
    """Attach to a container with the Engine's own arguments: ``stdin stdout stderr stream logs detachKeys``."""
    if not isinstance(params, Mapping):
        raise values.refused("params", "a mapping such as {'stdin': 1, 'stream': 1}", params)
    if unknown := params.keys() - {*_ATTACHED, "detachKeys"}:
        raise InvalidArgument(f"params has no {', '.join(sorted(unknown))}; it may have {', '.join(sorted(_ATTACHED))}")
    flags = {name: values.flag(f"params[{name!r}]", params[name]) for name in _ATTACHED if name in params}
    return operations.containers.attach(container, detach_keys=params.get("detachKeys"), **flags)


def signal_name(signal: str | int | None) -> str | None:
    """Take the name or the number of a signal, such as ``"HUP"``, 9 or ``signal.SIGHUP``; None stays None."""
    if signal is None:
        return None
    if isinstance(signal, int) and not isinstance(signal, bool):
        return str(int(signal))
    if not isinstance(signal, str):
        raise values.refused("signal", "the name or the number of a signal", signal)
    return filled("signal", signal)


def filled(name: str, value: object) -> str:
    """Take a str that is not empty."""
    if not (text := values.text(name, value)).strip():
        raise InvalidArgument(f"{name} must not be empty")
    return text


def positive(name: str, value: object) -> int:
    """Take an int of 1 or more."""
    if (number := values.whole(name, value)) < 1:
        raise InvalidArgument(f"{name} must be 1 or more, not {number}")
    return number


def check_input(name: str, value: object) -> None:
    """Refuse what is no content to send: it is bytes, a file, or an iterable of bytes."""
    kinds = (bytes, bytearray, memoryview, Iterable, AsyncIterable)
    given = type(value).__name__
    if isinstance(value, str | Mapping) or not (isinstance(value, kinds) or hasattr(value, "read")):
        hint = "; encode it first" if isinstance(value, str) else ""
        raise InvalidType(f"{name} must be bytes, a file or an iterable of bytes, not {given}{hint}")


def output_options(options: "RunOptions", stdin: object) -> "RunOptions":
    """Give the options of a container that is run to its end; it has an input where there is something to send.

    Raises ``TypeError`` for what ``run`` takes, and what means nothing here.
    """
    for name, reason in _NOT_OF_OUTPUT.items():
        if name in options:
            raise InvalidType(f"output() takes no {name}: {reason}")
    if stdin is None:
        return options
    check_input("stdin", stdin)
    return {**options, "stdin_open": True}


def _grace(name: str, value: object) -> int:
    if (seconds := values.whole(name, value)) < WITHOUT_LIMIT:
        raise InvalidArgument(f"{name} must be a number of whole seconds, or -1 to wait without limit, not {seconds}")
    return seconds


def _given(read: Callable[[str, Any], T], name: str, value: Any) -> T | None:
    return None if value is None else read(name, value)
