# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""Operations as values: containers."""

from __future__ import annotations

from typing import TYPE_CHECKING, overload

from dockwright_api import encode

from ..operation import ByteStream, Framing, JSONStream, LogStream, Operation, Timing, Upgrade

if TYPE_CHECKING:
    import builtins
    from collections.abc import AsyncIterable, Iterable
    from typing import Literal

    from dockwright_api import models, shapes


def archive_info(id: str, path: str) -> Operation[models.PathStat, shapes.PathStat]:
    """Tell size, mode and other facts of a file or directory in a container.

    The container may be stopped.

    Args:
        id: Id or name of the container, or a unique prefix of its id.
        path: Path in the container; a relative one begins at the root.

    Engine operation ContainerArchiveInfo: ``HEAD /containers/{id}/archive``.
    """
    return Operation(
        name="ContainerArchiveInfo",
        method="HEAD",
        path=encode.path("/containers/{id}/archive", id=id),
        query=encode.query(("path", path)),
        reply="PathStat",
        framing=Framing.HEADERS,
        timing=Timing.UNARY,
    )


def attach(
    id: str,
    *,
    detach_keys: str | None = None,
    logs: bool | None = None,
    stream: bool | None = None,
    stdin: bool | None = None,
    stdout: bool | None = None,
    stderr: bool | None = None,
) -> Upgrade:
    """Connect to the standard streams of a container's main process, over a connection that carries bytes both
    ways.

    With a terminal they are raw; without one, output comes in frames.

    Args:
        id: Id or name of the container, or a unique prefix of its id.
        detach_keys: Keys that end the connection and leave a container with a terminal running, joined by commas, such as the default `ctrl-p,ctrl-q`. Each is a single character, or `ctrl-` with a letter or one of `@`, `[`, `\\`, `]`, `^` and `_`.
        logs: Begin with the output so far, from the log.
        stream: Go on with output as it is written, and with input. Without it only `logs` gives anything.
        stdin: Send what the caller writes to standard input; the container must have been created with `OpenStdin`.
        stdout: Give standard output.
        stderr: Give standard error.

    Engine operation ContainerAttach: ``POST /containers/{id}/attach``.
    """
    return Upgrade(
        name="ContainerAttach",
        method="POST",
        path=encode.path("/containers/{id}/attach", id=id),
        query=encode.query(
            ("detachKeys", detach_keys),
            ("logs", logs),
            ("stream", stream),
            ("stdin", stdin),
            ("stdout", stdout),
            ("stderr", stderr),
        ),
        framing=Framing.HIJACKED,
        timing=Timing.UPGRADE,
    )


def attach_websocket(
    id: str,
    *,
    detach_keys: str | None = None,
    logs: bool | None = None,
    stream: bool | None = None,
    stdin: bool | None = None,
    stdout: bool | None = None,
    stderr: bool | None = None,
) -> Upgrade:
    """Connect to the standard streams of a container's main process over a WebSocket.

    Standard output and standard error come as one.

    Args:
        id: Id or name of the container, or a unique prefix of its id.
        detach_keys: Keys that end the connection and leave a container with a terminal running, joined by commas, such as the default `ctrl-p,ctrl-q`. Each is a single character, or `ctrl-` with a letter or one of `@`, `[`, `\\`, `]`, `^` and `_`.
        logs: Begin with the output so far, from the log.
        stream: Go on with output as it is written, and with input. Without it only `logs` gives anything.
        stdin: Send what the caller writes to standard input; the container must have been created with `OpenStdin`. Since API 1.42.
        stdout: Give standard output. Since API 1.42.
        stderr: Give standard error. Since API 1.42.

    Engine operation ContainerAttachWebsocket: ``GET /containers/{id}/attach/ws``.
    """
    return Upgrade(
        name="ContainerAttachWebsocket",
        method="GET",
        path=encode.path("/containers/{id}/attach/ws", id=id),
        query=encode.query(
            ("detachKeys", detach_keys),
            ("logs", logs),
            ("stream", stream),
            ("stdin", stdin),
            ("stdout", stdout),
            ("stderr", stderr),
        ),
        framing=Framing.WEBSOCKET,
        timing=Timing.UPGRADE,
    )


def changes(id: str) -> Operation[builtins.list[models.FilesystemChange], builtins.list[shapes.FilesystemChange]]:
    """List the files of a container that differ from its image.

    Files in volumes and other mounts do not count.

    Args:
        id: Id or name of the container, or a unique prefix of its id.

    Engine operation ContainerChanges: ``GET /containers/{id}/changes``.
    """
    return Operation(
        name="ContainerChanges",
        method="GET",
        path=encode.path("/containers/{id}/changes", id=id),
        reply="list[FilesystemChange]",
        framing=Framing.JSON,
        timing=Timing.WAIT,
    )


def create(
    body: models.ContainerCreateRequest | shapes.ContainerCreateRequest,
    *,
    name: str | None = None,
    platform: str | None = None,
) -> Operation[models.ContainerCreateResponse, shapes.ContainerCreateResponse]:
    """Create a container from an image that the engine has.

    It is not started, and a missing image is not pulled.

    Args:
        body: What the container runs, and how it is tied to the host and to networks.
        name: Name of the new container: at least two of letters, digits, `_`, `.` and `-`, the first a letter or digit. Without it the engine makes one up; a name in use is a conflict.
        platform: Platform that the image must have, as `os[/arch[/variant]]`. An image of another platform counts as not found. Since API 1.41.

    Engine operation ContainerCreate: ``POST /containers/create``.
    """
    return Operation(
        name="ContainerCreate",
        method="POST",
        path="/containers/create",
        query=encode.query(("name", name), ("platform", platform)),
        body=body,
        content_type="application/json",
        reply="ContainerCreateResponse",
        framing=Framing.JSON,
        timing=Timing.WAIT,
    )


def delete(
    id: str, *, v: bool | None = None, force: bool | None = None, link: bool | None = None
) -> Operation[None, None]:
    """Remove a container.

    One that runs must be stopped first, or removed with `force`.

    Args:
        id: Id or name of the container, or a unique prefix of its id; with `link` the name of the link, as `container/alias`.
        v: Remove the anonymous volumes of the container too. Named ones stay.
        force: Kill the container first if it runs.
        link: Remove only the link of that name, not the container.

    Engine operation ContainerDelete: ``DELETE /containers/{id}``.
    """
    return Operation(
        name="ContainerDelete",
        method="DELETE",
        path=encode.path("/containers/{id}", id=id),
        query=encode.query(("v", v), ("force", force), ("link", link)),
        framing=Framing.EMPTY,
        timing=Timing.WAIT,
    )


def export(id: str) -> ByteStream:
    """Read the whole file system of a container as a tar archive, without volumes and other mounts.

    The container may be stopped.

    Args:
        id: Id or name of the container, or a unique prefix of its id.

    Engine operation ContainerExport: ``GET /containers/{id}/export``.
    """
    return ByteStream(
        name="ContainerExport",
        method="GET",
        path=encode.path("/containers/{id}/export", id=id),
        framing=Framing.BYTES,
        timing=Timing.TRANSFER,
    )


def get_archive(id: str, path: str) -> ByteStream:
    """Read a file, or a directory with everything below it, from a container as a tar archive.

    The container may be stopped.

    Args:
        id: Id or name of the container, or a unique prefix of its id.
        path: Path in the container; a relative one begins at the root. The last part of the path is the top of the archive; with `/.` at the end only the content of the directory is in it.

    Engine operation ContainerArchive: ``GET /containers/{id}/archive``.
    """
    return ByteStream(
        name="ContainerArchive",
        method="GET",
        path=encode.path("/containers/{id}/archive", id=id),
        query=encode.query(("path", path)),
        framing=Framing.BYTES,
        timing=Timing.TRANSFER,
    )


def inspect(
    id: str, *, size: bool | None = None
) -> Operation[models.ContainerInspectResponse, shapes.ContainerInspectResponse]:
    """Give everything that the engine knows about a container.

    Args:
        id: Id or name of the container, or a unique prefix of its id.
        size: Work out `SizeRw` and `SizeRootFs`, which takes the engine time.

    Engine operation ContainerInspect: ``GET /containers/{id}/json``.
    """
    return Operation(
        name="ContainerInspect",
        method="GET",
        path=encode.path("/containers/{id}/json", id=id),
        query=encode.query(("size", size)),
        reply="ContainerInspectResponse",
        framing=Framing.JSON,
        timing=Timing.UNARY,
    )


def kill(id: str, *, signal: str | None = None) -> Operation[None, None]:
    """Send a signal to the main process of a running container.

    A container that does not run is a conflict.

    Args:
        id: Id or name of the container, or a unique prefix of its id.
        signal: Signal by name, with or without `SIG`, or by number. After `SIGKILL`, the default, the engine waits for the end.

    Engine operation ContainerKill: ``POST /containers/{id}/kill``.
    """
    return Operation(
        name="ContainerKill",
        method="POST",
        path=encode.path("/containers/{id}/kill", id=id),
        query=encode.query(("signal", signal)),
        framing=Framing.EMPTY,
        timing=Timing.UNARY,
    )


def list(
    *,
    all: bool | None = None,
    limit: int | None = None,
    size: bool | None = None,
    filters: encode.Filters | None = None,
    since: str | None = None,
    before: str | None = None,
) -> Operation[builtins.list[models.ContainerSummary], builtins.list[shapes.ContainerSummary]]:
    """List containers, the newest first.

    By default only those that run, paused ones included.

    Args:
        all: Give stopped containers too; only running ones by default.
        limit: Give at most this many containers, the newest ones, stopped ones included; 0 for no limit.
        size: Work out `SizeRw` and `SizeRootFs` of each container, which takes the engine time.
        filters: Which containers to give, as lists of values by filter: `ancestor`, `before`, `expose`, `exited`, `health`, `id`, `is-task`, `isolation`, `label`, `name`, `network`, `publish`, `since`, `status` or `volume`. An unknown filter is an error.
        since: Give only containers created after this one, by id or name, stopped ones included. The filter `since` is the same.
        before: Give only containers created before this one, by id or name, stopped ones included. The filter `before` is the same.

    Engine operation ContainerList: ``GET /containers/json``.
    """
    return Operation(
        name="ContainerList",
        method="GET",
        path="/containers/json",
        query=encode.query(
            ("all", all),
            ("limit", limit),
            ("size", size),
            ("filters", encode.filters(filters)),
            ("since", since),
            ("before", before),
        ),
        reply="list[ContainerSummary]",
        framing=Framing.JSON,
        timing=Timing.UNARY,
    )


def logs(
    id: str,
    *,
    follow: bool | None = None,
    stdout: bool | None = None,
    stderr: bool | None = None,
    since: float | None = None,
    until: float | None = None,
    timestamps: bool | None = None,
    tail: str | None = None,
    details: bool | None = None,
) -> LogStream:
    """Read what a container wrote to its output.

    It works with log drivers that can be read (`json-file`, `local` and `journald`), and with others while the
    engine keeps a copy.

    Args:
        id: Id or name of the container, or a unique prefix of its id.
        follow: Go on with new output until the container stops.
        stdout: Give standard output. At least one of `stdout` and `stderr` is needed.
        stderr: Give standard error. At least one of `stdout` and `stderr` is needed.
        since: Give only lines logged at this time or later, in seconds since 1970, with a fraction if need be; 0 for all.
        until: Give only lines logged up to this time, in seconds since 1970, with a fraction if need be; 0 for all. Since API 1.35.
        timestamps: Put the time before every line, in RFC 3339 with nanoseconds.
        tail: How many lines to give from the end, as a number, or `all`. Anything that is not a number counts as `all`.
        details: Put before every line, as `key=value` pairs, the labels and variables that the log driver was told to keep.

    Engine operation ContainerLogs: ``GET /containers/{id}/logs``.
    """
    return LogStream(
        name="ContainerLogs",
        method="GET",
        path=encode.path("/containers/{id}/logs", id=id),
        query=encode.query(
            ("follow", follow),
            ("stdout", stdout),
            ("stderr", stderr),
            ("since", since),
            ("until", until),
            ("timestamps", timestamps),
            ("tail", tail),
            ("details", details),
        ),
        framing=Framing.MULTIPLEXED,
        timing=Timing.STREAM,
    )


def pause(id: str) -> Operation[None, None]:
    """Freeze all processes of a running container.

    They keep their memory and do not notice; Linux with the freezer cgroup, or Windows with Hyper-V isolation.

    Args:
        id: Id or name of the container, or a unique prefix of its id.

    Engine operation ContainerPause: ``POST /containers/{id}/pause``.
    """
    return Operation(
        name="ContainerPause",
        method="POST",
        path=encode.path("/containers/{id}/pause", id=id),
        framing=Framing.EMPTY,
        timing=Timing.UNARY,
    )


def prune(
    *, filters: encode.Filters | None = None
) -> Operation[models.ContainerPruneResponse, shapes.ContainerPruneResponse]:
    """Remove all containers that do not run.

    Their volumes stay; a second prune at the same time is a conflict.

    Args:
        filters: Which containers to remove, as lists of values by filter: `until` for those created before a time, or longer ago than a duration such as `24h`; `label` and `label!` for those with and without a label.

    Engine operation ContainerPrune: ``POST /containers/prune``.
    """
    return Operation(
        name="ContainerPrune",
        method="POST",
        path="/containers/prune",
        query=encode.query(("filters", encode.filters(filters))),
        reply="ContainerPruneResponse",
        framing=Framing.JSON,
        timing=Timing.WAIT,
    )


def put_archive(
    id: str,
    path: str,
    content: bytes | Iterable[bytes] | AsyncIterable[bytes],
    *,
    no_overwrite_dir_non_dir: bool | None = None,
    copy_uid_gid: bool | None = None,
) -> Operation[None, None]:
    """Unpack a tar archive in a container.

    The container may be stopped; a read-only file system or volume is an error.

    Args:
        id: Id or name of the container, or a unique prefix of its id.
        path: Directory to unpack to, which must exist in the container. A relative path begins at the root.
        content: The archive, plain or compressed with gzip, bzip2 or xz.
        no_overwrite_dir_non_dir: Fail where a file would replace a directory, or a directory a file.
        copy_uid_gid: Make the user that the container runs as the owner of everything unpacked. Without it, or if the container has no `User`, owners are those in the archive. Since API 1.30.

    Engine operation PutContainerArchive: ``PUT /containers/{id}/archive``.
    """
    return Operation(
        name="PutContainerArchive",
        method="PUT",
        path=encode.path("/containers/{id}/archive", id=id),
        query=encode.query(
            ("path", path), ("noOverwriteDirNonDir", no_overwrite_dir_non_dir), ("copyUIDGID", copy_uid_gid)
        ),
        body=content,
        content_type="application/x-tar",
        framing=Framing.EMPTY,
        timing=Timing.TRANSFER,
    )


def rename(id: str, name: str) -> Operation[None, None]:
    """Give a container another name, running or not.

    Args:
        id: Present name of the container, its id, or a unique prefix of its id.
        name: New name: at least two of letters, digits, `_`, `.` and `-`, the first a letter or digit. A name in use is a conflict.

    Engine operation ContainerRename: ``POST /containers/{id}/rename``.
    """
    return Operation(
        name="ContainerRename",
        method="POST",
        path=encode.path("/containers/{id}/rename", id=id),
        query=encode.query(("name", name)),
        framing=Framing.EMPTY,
        timing=Timing.UNARY,
    )


def resize(id: str, h: int, w: int) -> Operation[None, None]:
    """Set the size of the terminal of a running container.

    A container that does not run is a conflict.

    Args:
        id: Id or name of the container, or a unique prefix of its id.
        h: Height in rows.
        w: Width in columns.

    Engine operation ContainerResize: ``POST /containers/{id}/resize``.
    """
    return Operation(
        name="ContainerResize",
        method="POST",
        path=encode.path("/containers/{id}/resize", id=id),
        query=encode.query(("h", h), ("w", w)),
        framing=Framing.EMPTY,
        timing=Timing.UNARY,
    )


def restart(id: str, *, signal: str | None = None, t: int | None = None) -> Operation[None, None]:
    """Stop a container if it runs, and start it.

    Args:
        id: Id or name of the container, or a unique prefix of its id.
        signal: Signal that asks the process to end, by name or number; the container's own `StopSignal` by default. Since API 1.42.
        t: Seconds to wait for the process to end before it is killed, -1 for no limit; the container's own `StopTimeout` by default.

    Engine operation ContainerRestart: ``POST /containers/{id}/restart``.
    """
    return Operation(
        name="ContainerRestart",
        method="POST",
        path=encode.path("/containers/{id}/restart", id=id),
        query=encode.query(("signal", signal), ("t", t)),
        framing=Framing.EMPTY,
        timing=Timing.WAIT,
        grace=max(t or 0, 0),
    )


def start(id: str, *, detach_keys: str | None = None) -> Operation[None, None]:
    """Start a container.

    A running one stays as it is, a paused one is a conflict.

    Args:
        id: Id or name of the container, or a unique prefix of its id.
        detach_keys: Accepted but not read by the engine; the keys that count are those given when attaching.

    Engine operation ContainerStart: ``POST /containers/{id}/start``.
    """
    return Operation(
        name="ContainerStart",
        method="POST",
        path=encode.path("/containers/{id}/start", id=id),
        query=encode.query(("detachKeys", detach_keys)),
        framing=Framing.EMPTY,
        timing=Timing.WAIT,
    )


@overload
def stats(
    id: str, *, stream: Literal[False], one_shot: bool | None = None
) -> Operation[models.ContainerStatsResponse, shapes.ContainerStatsResponse]: ...
@overload
def stats(
    id: str, *, stream: Literal[True] | None = None, one_shot: bool | None = None
) -> JSONStream[models.ContainerStatsResponse, shapes.ContainerStatsResponse]: ...
@overload
def stats(
    id: str, *, stream: bool | None = None, one_shot: bool | None = None
) -> (
    Operation[models.ContainerStatsResponse, shapes.ContainerStatsResponse]
    | JSONStream[models.ContainerStatsResponse, shapes.ContainerStatsResponse]
): ...
def stats(
    id: str, *, stream: bool | None = None, one_shot: bool | None = None
) -> (
    Operation[models.ContainerStatsResponse, shapes.ContainerStatsResponse]
    | JSONStream[models.ContainerStatsResponse, shapes.ContainerStatsResponse]
):
    """Read how much CPU, memory, network and disk a container uses, once or about once a second.

    A container that does not run gives zeroes when asked once.

    Args:
        id: Id or name of the container, or a unique prefix of its id.
        stream: Go on until the caller stops reading; true by default. If false, there is one document.
        one_shot: Give a single reading at once instead of waiting for a second one; `precpu_stats` is then empty, and the share of the CPU cannot be worked out. An error unless `stream` is false. Since API 1.41.

    Engine operation ContainerStats: ``GET /containers/{id}/stats``.
    """
    if stream is False:
        return Operation(
            name="ContainerStats",
            method="GET",
            path=encode.path("/containers/{id}/stats", id=id),
            query=encode.query(("stream", stream), ("one-shot", one_shot)),
            reply="ContainerStatsResponse",
            framing=Framing.JSON,
            timing=Timing.UNARY,
        )
    return JSONStream(
        name="ContainerStats",
        method="GET",
        path=encode.path("/containers/{id}/stats", id=id),
        query=encode.query(("stream", stream), ("one-shot", one_shot)),
        reply="ContainerStatsResponse",
        framing=Framing.JSON_STREAM,
        timing=Timing.STREAM,
    )


def stop(id: str, *, signal: str | None = None, t: int | None = None) -> Operation[None, None]:
    """Stop a container, by force once its grace period is over.

    A stopped one stays as it is.

    Args:
        id: Id or name of the container, or a unique prefix of its id.
        signal: Signal that asks the process to end, by name or number; the container's own `StopSignal` by default. Since API 1.42.
        t: Seconds to wait for the process to end before it is killed, -1 for no limit; the container's own `StopTimeout` by default.

    Engine operation ContainerStop: ``POST /containers/{id}/stop``.
    """
    return Operation(
        name="ContainerStop",
        method="POST",
        path=encode.path("/containers/{id}/stop", id=id),
        query=encode.query(("signal", signal), ("t", t)),
        framing=Framing.EMPTY,
        timing=Timing.WAIT,
        grace=max(t or 0, 0),
    )


def top(id: str, *, ps_args: str | None = None) -> Operation[models.ContainerTopResponse, shapes.ContainerTopResponse]:
    """List the processes of a running container, as `ps` on the host sees them.

    On Windows the engine asks the system instead.

    Args:
        id: Id or name of the container, or a unique prefix of its id.
        ps_args: Options for `ps`, which must leave a column `PID` in its output; `-ef` by default. An error on Windows.

    Engine operation ContainerTop: ``GET /containers/{id}/top``.
    """
    return Operation(
        name="ContainerTop",
        method="GET",
        path=encode.path("/containers/{id}/top", id=id),
        query=encode.query(("ps_args", ps_args)),
        reply="ContainerTopResponse",
        framing=Framing.JSON,
        timing=Timing.UNARY,
    )


def unpause(id: str) -> Operation[None, None]:
    """Let the processes of a paused container go on.

    Args:
        id: Id or name of the container, or a unique prefix of its id.

    Engine operation ContainerUnpause: ``POST /containers/{id}/unpause``.
    """
    return Operation(
        name="ContainerUnpause",
        method="POST",
        path=encode.path("/containers/{id}/unpause", id=id),
        framing=Framing.EMPTY,
        timing=Timing.UNARY,
    )


def update(
    id: str, body: models.ContainerUpdateRequest | shapes.ContainerUpdateRequest
) -> Operation[models.ContainerUpdateResponse, shapes.ContainerUpdateResponse]:
    """Change limits and the restart policy of a container, running or not.

    On Windows only the policy can be changed.

    Args:
        id: Id or name of the container, or a unique prefix of its id.
        body: The values to change. Those that are zero, empty or absent stay as they are, except `PidsLimit`, where 0 lifts the limit.

    Engine operation ContainerUpdate: ``POST /containers/{id}/update``.
    """
    return Operation(
        name="ContainerUpdate",
        method="POST",
        path=encode.path("/containers/{id}/update", id=id),
        body=body,
        content_type="application/json",
        reply="ContainerUpdateResponse",
        framing=Framing.JSON,
        timing=Timing.UNARY,
    )


def wait(
    id: str, *, condition: Literal["not-running", "next-exit", "removed"] | str | None = None
) -> Operation[models.ContainerWaitResponse, shapes.ContainerWaitResponse]:
    """Wait until a container stops, and give the exit code of its main process.

    Args:
        id: Id or name of the container, or a unique prefix of its id.
        condition: What to wait for: `not-running` (the default) ends at once if the container does not run, `next-exit` waits for the next exit in any case, `removed` until the container is gone. Since API 1.30.

    Engine operation ContainerWait: ``POST /containers/{id}/wait``.
    """
    return Operation(
        name="ContainerWait",
        method="POST",
        path=encode.path("/containers/{id}/wait", id=id),
        query=encode.query(("condition", condition)),
        reply="ContainerWaitResponse",
        framing=Framing.JSON,
        timing=Timing.WAIT,
    )
