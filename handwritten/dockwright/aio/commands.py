"""Commands that are run to their end: input in, exit code and output back, and no process left behind.

Whatever ends the waiting early (a limit, a cancellation, an error of the input) kills the command first.
"""

import asyncio
from typing import TYPE_CHECKING, Any

from dockwright_api import operations

from ..errors import ApiError, ConnectionLost, DockerError, ExecTimeout, InvalidArgument
from ..flows.execs import ExecResult, exec_attached, exec_end, marked
from ..policy.retry import pauses
from ..policy.timeouts import Deadlines
from .uploads import payload

if TYPE_CHECKING:
    from collections.abc import AsyncIterable, Iterable

    from dockwright_api import shapes

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
    seconds = Deadlines(total=timeout).total
    config, mark = marked(config)
    messages: list[Message] = []
    exec_id: str | None = None
    scope = asyncio.timeout(seconds)
    try:
        async with scope:
            started, stream = await engine.drive(exec_attached(container, config))
            exec_id = started
            async with stream:
                await _converse(stream, stdin, messages)
            return ExecResult(await _exit_code(engine, started), tuple(messages))
    except ApiError:
        raise  # it did not start
    except BaseException as error:
        reason = await _kill(engine, container, exec_id, config, mark)
        if seconds is not None and type(error) is TimeoutError and scope.expired():
            raise ExecTimeout(seconds, messages, reason) from None
        if reason:
            error.add_note(f"the command was not killed and may still run: {reason}")
        raise


async def _converse(stream: "Stream", stdin: "Input | None", messages: "list[Message]") -> None:
    if stdin is None:
        async for message in stream:
            messages.append(message)
        return
    if not stream.can_write_eof:
        raise InvalidArgument(
            "stdin cannot be given over this connection (TLS): its end could not be told to the command; copy a file "
            "into the container instead"
        )
    writing = asyncio.ensure_future(_write(stream, stdin))
    try:
        async for message in stream:
            messages.append(message)
    finally:
        # Where the command ended, it takes no more.
        writing.cancel()
        (outcome,) = await asyncio.gather(writing, return_exceptions=True)
    if isinstance(outcome, Exception):
        raise outcome


async def _write(stream: "Stream", stdin: "Input") -> None:
    try:
        body = payload(stdin)
        if isinstance(body, bytes):
            await stream.write_in(body)
        elif body is not None:
            async for chunk in body:
                await stream.write_in(bytes(chunk))
        await stream.write_eof()
    except ConnectionLost:
        return  # the command takes no more, which is its right
    except BaseException:
        # Whoever reads would wait for a command that waits for its input.
        await stream.close()
        raise


async def _exit_code(engine: "Session", exec_id: str) -> int:
    """Ask for the exit code, waiting for the end of a command that has only closed its output."""
    pause = pauses()
    while True:
        state = await engine.fetch(operations.execs.inspect(exec_id))
        code: Any = state["ExitCode"]
        if code is not None and not state.get("Running"):
            return int(code)
        await asyncio.sleep(next(pause))


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
