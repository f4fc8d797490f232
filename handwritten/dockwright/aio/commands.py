"""Commands that are run to their end: input in, exit code and output back, and no process left behind.

Whatever ends the waiting early (a limit, a cancellation, an error of the input) kills the command first.
"""

import asyncio
from typing import TYPE_CHECKING, Any

from ..errors import ApiError, ConnectionLost, DockerError, ExecTimeout, InvalidArgument
from ..flows.containers import discard, end, give_up, run, run_attached
from ..flows.execs import ExecResult, exec_attached, exec_end, exec_exit_code, marked
from ..flows.terminals import TypedInput
from ..policy.timeouts import time_limit
from .cleanup import see_through
from .uploads import payload

if TYPE_CHECKING:
    from collections.abc import AsyncIterable, AsyncIterator, Iterable

    from dockwright_api import shapes
    from dockwright_api.operation import JSONStream

    from ..flows.containers import Running
    from ..options.containers import NewContainer
    from ..wire.demux import Message
    from .session import Session
    from .stream import Stream

    Input = bytes | Iterable[bytes] | AsyncIterable[bytes]


async def run_command(
    engine: "Session",
    container: str,
    config: "shapes.ExecCreateRequest",
    *,
    stdin: "Input | None",
    timeout: float | None,
) -> ExecResult:
    """Run a command to its end, and give its exit code and output."""
    seconds = time_limit(timeout)
    config, mark = marked(config)
    messages: list[Message] = []
    exec_id: str | None = None
    scope = asyncio.timeout(seconds)
    try:
        async with scope:
            started, stream = await engine.drive(exec_attached(container, config))
            exec_id = started
            async with stream:
                await _converse(stream, stdin, messages, tty=bool(config.get("Tty")))
            return ExecResult(await engine.drive(exec_exit_code(started)), tuple(messages))
    except ApiError:
        raise  # it did not start
    except BaseException as error:
        reason = await _kill(engine, container, exec_id, config, mark)
        if seconds is not None and type(error) is TimeoutError and scope.expired():
            raise ExecTimeout(seconds, messages, reason, container=container) from None
        if reason:
            error.add_note(f"the command was not killed and may still run: {reason}")
        raise


async def start_container(engine: "Session", new: "NewContainer", *, pull: "JSONStream[Any, Any] | None") -> str:
    """Create a container and start it, and give its id; cancelled, nobody else could remove it."""
    made: list[str] = []
    try:
        return await engine.drive(run(new.body, name=new.name, platform=new.platform, pull=pull, made=made.append))
    except asyncio.CancelledError as error:
        if made:
            await see_through(engine.drive(give_up(made[0], error, timeout=engine.timeouts.cleanup)))
        raise


async def run_container(
    engine: "Session",
    new: "NewContainer",
    *,
    pull: "JSONStream[Any, Any] | None",
    stdin: "Input | None",
    timeout: float | None,
) -> tuple[str, ExecResult]:
    """Run a container to its end and remove it; give its id, its exit code and output.

    ``timeout`` counts from its start.
    """
    seconds = time_limit(timeout)
    made: list[str] = []
    messages: list[Message] = []
    running: Running | None = None
    code = 0
    scope = asyncio.timeout(None)
    try:
        flow = run_attached(new, pull=pull, remove=True, stdin=stdin is not None, made=made.append)
        running = await engine.drive(flow)
        async with scope:
            scope.reschedule(None if seconds is None else asyncio.get_running_loop().time() + seconds)
            async with running.output as stream:
                await _converse(stream, stdin, messages, tty=bool(new.body.get("Tty")))
            code = await engine.drive(end(running, remove=False))
    except BaseException as error:
        if made and (running is not None or not isinstance(error, DockerError)):
            limits = engine.timeouts.cleanup
            await see_through(engine.drive(give_up(made[0], error, timeout=limits)))
        if seconds is not None and type(error) is TimeoutError and scope.expired():
            reason = getattr(error, "__notes__", [""])[0]
            raise ExecTimeout(seconds, messages, reason, "ContainerStart", container=made[0]) from None
        raise
    finally:
        if running is not None:
            running.exit.close()
    await see_through(engine.drive(discard(made[0])))
    return made[0], ExecResult(code, tuple(messages))


async def _converse(stream: "Stream", stdin: "Input | None", messages: "list[Message]", *, tty: bool) -> None:
    if stdin is None:
        async for message in stream:
            messages.append(message)
        return
    if not tty and not stream.can_write_eof:
        raise InvalidArgument(
            "stdin cannot be given over this connection (TLS): its end could not be told to the command; copy a file "
            "into the container instead"
        )
    writing = asyncio.ensure_future(_write(stream, stdin, TypedInput() if tty else None))
    try:
        async for message in stream:
            messages.append(message)
    finally:
        # Where the command ended, it takes no more.
        writing.cancel()
        (outcome,) = await asyncio.gather(writing, return_exceptions=True)
    if isinstance(outcome, Exception):
        raise outcome


async def _write(stream: "Stream", stdin: "Input", typed: TypedInput | None) -> None:
    try:
        async for chunk in _chunks(stdin):
            await stream.write_in(chunk)
            if typed is not None:
                typed.add(chunk)
        if typed is None:
            await stream.write_eof()
        else:
            await stream.write_in(typed.end())
    except ConnectionLost:
        return  # the command takes no more, which is its right
    except BaseException:
        # Whoever reads would wait for a command that waits for its input.
        await stream.close()
        raise


async def _chunks(stdin: "Input") -> "AsyncIterator[bytes]":
    body = payload(stdin)
    if isinstance(body, bytes):
        yield body
    elif body is not None:
        async for chunk in body:
            yield bytes(chunk)


async def _kill(
    engine: "Session", container: str, exec_id: str | None, config: "shapes.ExecCreateRequest", mark: str
) -> str:
    limits = engine.timeouts.cleanup
    try:
        async with asyncio.timeout(limits.total):
            flow = exec_end(container, exec_id, mark, user=config.get("User", ""), timeout=limits)
            return await engine.drive(flow)
    except (DockerError, RuntimeError, TimeoutError) as error:
        return str(error) or "the engine did not answer in time"
