# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""Every operation as an awaitable method: containers."""

from __future__ import annotations

from typing import TYPE_CHECKING, overload

from dockwright_api import operations

if TYPE_CHECKING:
    import builtins
    from collections.abc import AsyncIterable, Awaitable, Iterable
    from typing import Literal

    from dockwright_api import encode, models, shapes

    from ..sender import AsyncDuplex, AsyncSend, AsyncStream, Message


class Containers:
    """The operations of ``docker.api.containers``."""

    def __init__(self, send: AsyncSend) -> None:
        self._send = send

    def archive_info(self, id: str, path: str) -> Awaitable[models.PathStat]:
        """Tell size, mode and other facts of a file or directory in a container.

        The container may be stopped.

        Args:
            id: Id or name of the container, or a unique prefix of its id.
            path: Path in the container; a relative one begins at the root.

        Engine operation ContainerArchiveInfo: ``HEAD /containers/{id}/archive``.
        """
        return self._send(operations.containers.archive_info(id, path))

    def attach(
        self,
        id: str,
        *,
        detach_keys: str | None = None,
        logs: bool | None = None,
        stream: bool | None = None,
        stdin: bool | None = None,
        stdout: bool | None = None,
        stderr: bool | None = None,
    ) -> Awaitable[AsyncDuplex]:
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
        return self._send(
            operations.containers.attach(
                id, detach_keys=detach_keys, logs=logs, stream=stream, stdin=stdin, stdout=stdout, stderr=stderr
            )
        )

    def attach_websocket(
        self,
        id: str,
        *,
        detach_keys: str | None = None,
        logs: bool | None = None,
        stream: bool | None = None,
        stdin: bool | None = None,
        stdout: bool | None = None,
        stderr: bool | None = None,
    ) -> Awaitable[AsyncDuplex]:
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
        return self._send(
            operations.containers.attach_websocket(
                id, detach_keys=detach_keys, logs=logs, stream=stream, stdin=stdin, stdout=stdout, stderr=stderr
            )
        )

    def changes(self, id: str) -> Awaitable[builtins.list[models.FilesystemChange]]:
        """List the files of a container that differ from its image.

        Files in volumes and other mounts do not count.

        Args:
            id: Id or name of the container, or a unique prefix of its id.

        Engine operation ContainerChanges: ``GET /containers/{id}/changes``.
        """
        return self._send(operations.containers.changes(id))

    def create(
        self,
        body: models.ContainerCreateRequest | shapes.ContainerCreateRequest,
        *,
        name: str | None = None,
        platform: str | None = None,
    ) -> Awaitable[models.ContainerCreateResponse]:
        """Create a container from an image that the engine has.

        It is not started, and a missing image is not pulled.

        Args:
            body: What the container runs, and how it is tied to the host and to networks.
            name: Name of the new container: at least two of letters, digits, `_`, `.` and `-`, the first a letter or digit. Without it the engine makes one up; a name in use is a conflict.
            platform: Platform that the image must have, as `os[/arch[/variant]]`. An image of another platform counts as not found. Since API 1.41.

        Engine operation ContainerCreate: ``POST /containers/create``.
        """
        return self._send(operations.containers.create(body, name=name, platform=platform))

    def delete(
        self, id: str, *, v: bool | None = None, force: bool | None = None, link: bool | None = None
    ) -> Awaitable[None]:
        """Remove a container.

        One that runs must be stopped first, or removed with `force`.

        Args:
            id: Id or name of the container, or a unique prefix of its id; with `link` the name of the link, as `container/alias`.
            v: Remove the anonymous volumes of the container too. Named ones stay.
            force: Kill the container first if it runs.
            link: Remove only the link of that name, not the container.

        Engine operation ContainerDelete: ``DELETE /containers/{id}``.
        """
        return self._send(operations.containers.delete(id, v=v, force=force, link=link))

    def export(self, id: str) -> Awaitable[AsyncStream[bytes]]:
        """Read the whole file system of a container as a tar archive, without volumes and other mounts.

        The container may be stopped.

        Args:
            id: Id or name of the container, or a unique prefix of its id.

        Engine operation ContainerExport: ``GET /containers/{id}/export``.
        """
        return self._send(operations.containers.export(id))

    def get_archive(self, id: str, path: str) -> Awaitable[AsyncStream[bytes]]:
        """Read a file, or a directory with everything below it, from a container as a tar archive.

        The container may be stopped.

        Args:
            id: Id or name of the container, or a unique prefix of its id.
            path: Path in the container; a relative one begins at the root. The last part of the path is the top of the archive; with `/.` at the end only the content of the directory is in it.

        Engine operation ContainerArchive: ``GET /containers/{id}/archive``.
        """
        return self._send(operations.containers.get_archive(id, path))

    def inspect(self, id: str, *, size: bool | None = None) -> Awaitable[models.ContainerInspectResponse]:
        """Give everything that the engine knows about a container.

        Args:
            id: Id or name of the container, or a unique prefix of its id.
            size: Work out `SizeRw` and `SizeRootFs`, which takes the engine time.

        Engine operation ContainerInspect: ``GET /containers/{id}/json``.
        """
        return self._send(operations.containers.inspect(id, size=size))

    def kill(self, id: str, *, signal: str | None = None) -> Awaitable[None]:
        """Send a signal to the main process of a running container.

        A container that does not run is a conflict.

        Args:
            id: Id or name of the container, or a unique prefix of its id.
            signal: Signal by name, with or without `SIG`, or by number. After `SIGKILL`, the default, the engine waits for the end.

        Engine operation ContainerKill: ``POST /containers/{id}/kill``.
        """
        return self._send(operations.containers.kill(id, signal=signal))

    def list(
        self,
        *,
        all: bool | None = None,
        limit: int | None = None,
        size: bool | None = None,
        filters: encode.Filters | None = None,
        since: str | None = None,
        before: str | None = None,
    ) -> Awaitable[builtins.list[models.ContainerSummary]]:
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
        return self._send(
            operations.containers.list(all=all, limit=limit, size=size, filters=filters, since=since, before=before)
        )

    def logs(
        self,
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
    ) -> Awaitable[AsyncStream[Message]]:
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
        return self._send(
            operations.containers.logs(
                id,
                follow=follow,
                stdout=stdout,
                stderr=stderr,
                since=since,
                until=until,
                timestamps=timestamps,
                tail=tail,
                details=details,
            )
        )

    def pause(self, id: str) -> Awaitable[None]:
        """Freeze all processes of a running container.

        They keep their memory and do not notice; Linux with the freezer cgroup, or Windows with Hyper-V isolation.

        Args:
            id: Id or name of the container, or a unique prefix of its id.

        Engine operation ContainerPause: ``POST /containers/{id}/pause``.
        """
        return self._send(operations.containers.pause(id))

    def prune(self, *, filters: encode.Filters | None = None) -> Awaitable[models.ContainerPruneResponse]:
        """Remove all containers that do not run.

        Their volumes stay; a second prune at the same time is a conflict.

        Args:
            filters: Which containers to remove, as lists of values by filter: `until` for those created before a time, or longer ago than a duration such as `24h`; `label` and `label!` for those with and without a label.

        Engine operation ContainerPrune: ``POST /containers/prune``.
        """
        return self._send(operations.containers.prune(filters=filters))

    def put_archive(
        self,
        id: str,
        path: str,
        content: bytes | Iterable[bytes] | AsyncIterable[bytes],
        *,
        no_overwrite_dir_non_dir: bool | None = None,
        copy_uid_gid: bool | None = None,
    ) -> Awaitable[None]:
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
        return self._send(
            operations.containers.put_archive(
                id, path, content, no_overwrite_dir_non_dir=no_overwrite_dir_non_dir, copy_uid_gid=copy_uid_gid
            )
        )

    def rename(self, id: str, name: str) -> Awaitable[None]:
        """Give a container another name, running or not.

        Args:
            id: Present name of the container, its id, or a unique prefix of its id.
            name: New name: at least two of letters, digits, `_`, `.` and `-`, the first a letter or digit. A name in use is a conflict.

        Engine operation ContainerRename: ``POST /containers/{id}/rename``.
        """
        return self._send(operations.containers.rename(id, name))

    def resize(self, id: str, h: int, w: int) -> Awaitable[None]:
        """Set the size of the terminal of a running container.

        A container that does not run is a conflict.

        Args:
            id: Id or name of the container, or a unique prefix of its id.
            h: Height in rows.
            w: Width in columns.

        Engine operation ContainerResize: ``POST /containers/{id}/resize``.
        """
        return self._send(operations.containers.resize(id, h, w))

    def restart(self, id: str, *, signal: str | None = None, t: int | None = None) -> Awaitable[None]:
        """Stop a container if it runs, and start it.

        Args:
            id: Id or name of the container, or a unique prefix of its id.
            signal: Signal that asks the process to end, by name or number; the container's own `StopSignal` by default. Since API 1.42.
            t: Seconds to wait for the process to end before it is killed, -1 for no limit; the container's own `StopTimeout` by default.

        Engine operation ContainerRestart: ``POST /containers/{id}/restart``.
        """
        return self._send(operations.containers.restart(id, signal=signal, t=t))

    def start(self, id: str, *, detach_keys: str | None = None) -> Awaitable[None]:
        """Start a container.

        A running one stays as it is, a paused one is a conflict.

        Args:
            id: Id or name of the container, or a unique prefix of its id.
            detach_keys: Accepted but not read by the engine; the keys that count are those given when attaching.

        Engine operation ContainerStart: ``POST /containers/{id}/start``.
        """
        return self._send(operations.containers.start(id, detach_keys=detach_keys))

    @overload
    def stats(
        self, id: str, *, stream: Literal[False], one_shot: bool | None = None
    ) -> Awaitable[models.ContainerStatsResponse]: ...

    @overload
    def stats(
        self, id: str, *, stream: Literal[True] | None = None, one_shot: bool | None = None
    ) -> Awaitable[AsyncStream[models.ContainerStatsResponse]]: ...

    @overload
    def stats(
        self, id: str, *, stream: bool | None = None, one_shot: bool | None = None
    ) -> Awaitable[models.ContainerStatsResponse] | Awaitable[AsyncStream[models.ContainerStatsResponse]]: ...

    def stats(
        self, id: str, *, stream: bool | None = None, one_shot: bool | None = None
    ) -> Awaitable[models.ContainerStatsResponse] | Awaitable[AsyncStream[models.ContainerStatsResponse]]:
        """Read how much CPU, memory, network and disk a container uses, once or about once a second.

        A container that does not run gives zeroes when asked once.

        Args:
            id: Id or name of the container, or a unique prefix of its id.
            stream: Go on until the caller stops reading; true by default. If false, there is one document.
            one_shot: Give a single reading at once instead of waiting for a second one; `precpu_stats` is then empty, and the share of the CPU cannot be worked out. An error unless `stream` is false. Since API 1.41.

        Engine operation ContainerStats: ``GET /containers/{id}/stats``.
        """
        return self._send(operations.containers.stats(id, stream=stream, one_shot=one_shot))

    def stop(self, id: str, *, signal: str | None = None, t: int | None = None) -> Awaitable[None]:
        """Stop a container, by force once its grace period is over.

        A stopped one stays as it is.

        Args:
            id: Id or name of the container, or a unique prefix of its id.
            signal: Signal that asks the process to end, by name or number; the container's own `StopSignal` by default. Since API 1.42.
            t: Seconds to wait for the process to end before it is killed, -1 for no limit; the container's own `StopTimeout` by default.

        Engine operation ContainerStop: ``POST /containers/{id}/stop``.
        """
        return self._send(operations.containers.stop(id, signal=signal, t=t))

    def top(self, id: str, *, ps_args: str | None = None) -> Awaitable[models.ContainerTopResponse]:
        """List the processes of a running container, as `ps` on the host sees them.

        On Windows the engine asks the system instead.

        Args:
            id: Id or name of the container, or a unique prefix of its id.
            ps_args: Options for `ps`, which must leave a column `PID` in its output; `-ef` by default. An error on Windows.

        Engine operation ContainerTop: ``GET /containers/{id}/top``.
        """
        return self._send(operations.containers.top(id, ps_args=ps_args))

    def unpause(self, id: str) -> Awaitable[None]:
        """Let the processes of a paused container go on.

        Args:
            id: Id or name of the container, or a unique prefix of its id.

        Engine operation ContainerUnpause: ``POST /containers/{id}/unpause``.
        """
        return self._send(operations.containers.unpause(id))

    def update(
        self, id: str, body: models.ContainerUpdateRequest | shapes.ContainerUpdateRequest
    ) -> Awaitable[models.ContainerUpdateResponse]:
        """Change limits and the restart policy of a container, running or not.

        On Windows only the policy can be changed.

        Args:
            id: Id or name of the container, or a unique prefix of its id.
            body: The values to change. Those that are zero, empty or absent stay as they are, except `PidsLimit`, where 0 lifts the limit.

        Engine operation ContainerUpdate: ``POST /containers/{id}/update``.
        """
        return self._send(operations.containers.update(id, body))

    def wait(
        self, id: str, *, condition: Literal["not-running", "next-exit", "removed"] | str | None = None
    ) -> Awaitable[models.ContainerWaitResponse]:
        """Wait until a container stops, and give the exit code of its main process.

        Args:
            id: Id or name of the container, or a unique prefix of its id.
            condition: What to wait for: `not-running` (the default) ends at once if the container does not run, `next-exit` waits for the next exit in any case, `removed` until the container is gone. Since API 1.30.

        Engine operation ContainerWait: ``POST /containers/{id}/wait``.
        """
        return self._send(operations.containers.wait(id, condition=condition))
