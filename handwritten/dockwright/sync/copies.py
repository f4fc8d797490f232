"""Copying into and out of a container: the part of ``Container`` that moves archives."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dockwright_api import operations
from dockwright_api.unset import UNSET

from ..errors import NotFound
from ..flows import copies as flows
from ..options.lifecycle import filled
from .resources import DEFAULT_CHUNK_SIZE, chunk_size_option

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from os import PathLike
    from pathlib import Path
    from tarfile import TarInfo
    from typing import IO

    from dockwright_api import models, shapes

    from ..archive.sources import CopySource
    from ..policy.timeouts import TimeoutOption
    from .client import DockerClient
    from .streams import ReplyStream


class ContainerCopies:
    """Files of one container."""

    client: DockerClient
    _id: str

    def path_stat(self, path: str) -> models.PathStat:
        """Describe what is at a path of the container. ``HEAD /containers/{id}/archive``.

        ``mode`` has the bits of Go's file modes: ``1 << 31`` marks a folder, ``1 << 27`` a symbolic link, and of that
        ``link_target`` says where it leads in the end. Raises ``PathNotFound`` and ``ContainerNotFound``.
        """
        return self.client.engine.drive(flows.path_stat(self._id, path))

    def diff(self) -> list[shapes.FilesystemChange]:
        """List what differs from the image: ``Path``, and ``Kind`` (0 changed, 1 added, 2 removed).

        ``GET /containers/{id}/changes``. What volumes hold does not count.
        """
        return self.client.engine.fetch(operations.containers.changes(self._id)) or []

    def put_archive(
        self,
        path: str,
        data: bytes | Iterable[bytes],
        *,
        no_overwrite_dir_non_dir: bool | None = None,
        copy_uid_gid: bool | None = None,
        timeout: TimeoutOption = UNSET,
    ) -> bool:
        """Unpack a tar archive in the container at ``path``, a folder. ``PUT /containers/{id}/archive``.

        ``data`` is the archive whole, a file, or an iterable of chunks. ``no_overwrite_dir_non_dir`` refuses to put a
        file in the place of a folder, or a folder in that of a file; ``copy_uid_gid`` gives everything to the
        container's own user. Always gives True; what fails raises, ``PathNotFound`` and ``ContainerNotFound`` among
        others.
        """
        self.client.engine.drive(
            flows.put_archive(
                self._id,
                path,
                data,
                no_overwrite_dir_non_dir=no_overwrite_dir_non_dir,
                copy_uid_gid=copy_uid_gid,
                timeout=timeout,
            )
        )
        return True

    def get_archive(
        self, path: str, chunk_size: int | None = DEFAULT_CHUNK_SIZE, encode_stream: bool = False
    ) -> tuple[ReplyStream[bytes], dict[str, Any]]:
        """Read a file or folder of the container as a tar archive, with what the engine says about the path.

        ``GET /containers/{id}/archive``. Gives an iterator of bytes, in pieces of at most ``chunk_size``, which can be
        closed, and a dict (``name``, ``size``, ``mode``, ``mtime``, ``linkTarget``). ``encode_stream`` has no effect:
        nothing is compressed on the way. Raises ``PathNotFound`` and ``ContainerNotFound``.
        """
        from ..wire.reply import PATH_STAT_HEADER, decode_path_stat

        largest = chunk_size_option(chunk_size)
        operation = operations.containers.get_archive(self._id, filled("path", path))
        engine = self.client.engine
        try:
            chunks = engine.chunks(operation, largest=largest).open()
        except NotFound as error:
            return engine.drive(flows.explain_missing(self._id, path, error))
        try:
            return chunks, decode_path_stat(chunks.headers.get(PATH_STAT_HEADER, ""))
        except BaseException:
            chunks.close()
            raise

    def export(
        self, chunk_size: int | None = DEFAULT_CHUNK_SIZE, *, timeout: TimeoutOption = UNSET
    ) -> ReplyStream[bytes]:
        """Read the whole file system of the container as a tar archive. ``GET /containers/{id}/export``.

        Gives an iterator of bytes, in pieces of at most ``chunk_size``, which can be closed. What volumes hold is not
        in it.
        """
        largest = chunk_size_option(chunk_size)
        operation = operations.containers.export(self._id)
        return self.client.engine.chunks(operation, timeout=timeout, largest=largest).open()

    def copy_to(
        self,
        source: CopySource,
        destination: str,
        *,
        size: int | None = None,
        mode: int = 0o644,
        uid: int | None = None,
        gid: int | None = None,
        mtime: int | None = None,
        no_overwrite_dir_non_dir: bool = True,
        copy_uid_gid: bool | None = None,
        timeout: TimeoutOption = UNSET,
        progress: Callable[[shapes.ProgressMessage], object] | None = None,
    ) -> None:
        """Copy files into the container by the rules of ``docker cp``; they are packed while they are sent.

        ``source`` is the path of a file or folder, where ``/.`` at its end means the contents of the folder; or the
        content of one file: bytes, a file that is open, or an iterable of chunks, whose sum is ``size``; or a mapping
        of names to bytes and Paths, which counts as the contents of a folder.
        A ``destination`` that is a folder takes the copy under its own name; otherwise it is the new name, in a folder
        that exists. Links below ``source`` are kept as links.
        ``mode`` is for files made of content, whose owner is root and whose time is 1970; what comes from the disk
        keeps its own. ``uid``, ``gid`` and ``mtime`` (seconds since 1970) replace either. The last two options are
        those of :meth:`put_archive`. ``progress`` is called with a document about each part that was sent, as
        ``dockwright.progress`` shows them. Raises ``PathNotFound`` where the folder of the destination is missing,
        ``InvalidArgument`` where the two do not go together, ``OSError`` and ``FileChanged`` for the source.
        """
        from ..archive.counting import counted_source
        from ..archive.sources import copy_source

        copied = copy_source(source, size=size, mode=mode, uid=uid, gid=gid, mtime=mtime)
        copied = counted_source(copied, progress, destination)
        self.client.engine.drive(
            flows.copy_to(
                self._id,
                copied,
                destination,
                no_overwrite_dir_non_dir=no_overwrite_dir_non_dir,
                copy_uid_gid=copy_uid_gid,
                timeout=timeout,
            )
        )

    def copy_from(
        self,
        path: str,
        destination: str | PathLike[str] | None = None,
        *,
        follow_links: bool = False,
        max_bytes: int | None = None,
        max_members: int | None = None,
        outside_links: bool = False,
        timeout: TimeoutOption = UNSET,
        progress: Callable[[shapes.ProgressMessage], object] | None = None,
    ) -> list[Path]:
        """Copy a file or folder of the container by the rules of ``docker cp``, and give the paths written.

        A ``destination`` that is a folder (the current one if nothing is given) takes the copy under its own name;
        otherwise it is the new name, in a folder that exists. ``/.`` at the end of ``path`` means the contents of the
        folder. With ``follow_links`` a link at ``path`` stands for what it leads to.
        It is unpacked while it arrives, belongs to whoever runs this, and appears when all of it is there; of a copy
        that fails nothing stays. Members that would land outside, devices, and links that lead out are refused;
        ``outside_links`` keeps such links. ``max_bytes`` and ``max_members`` limit what is unpacked.
        ``progress`` is called with a document about each part that came.
        ``GET /containers/{id}/archive``. Raises ``PathNotFound``, ``UnsafeArchive``, ``OSError``.
        """
        from ..archive.counting import counted
        from ..archive.placing import place

        total = None
        if progress is not None:
            total = self.client.engine.drive(flows.size_of_file(self._id, path, follow_links=follow_links))
        with self._archive(path, follow_links, timeout) as chunks:
            return place(
                counted(chunks, progress, path, total),
                path,
                destination,
                max_bytes=max_bytes,
                max_members=max_members,
                outside_links=outside_links,
            )

    def read_file(self, path: str, *, max_bytes: int | None = None, timeout: TimeoutOption = UNSET) -> bytes:
        """Read a file of the container into memory, links followed. ``GET /containers/{id}/archive``.

        Raises ``InvalidArgument`` for what is no file or has more than ``max_bytes``, and ``PathNotFound``.
        """
        from ..archive.members import read_single_file

        flow = flows.open_file(self._id, path, max_bytes=max_bytes, timeout=timeout)
        stream: ReplyStream[bytes] = self.client.engine.drive(flow)
        with stream as chunks:
            return read_single_file(chunks, max_bytes=max_bytes)

    def members(
        self, path: str, *, follow_links: bool = False, timeout: TimeoutOption = UNSET
    ) -> Iterator[tuple[TarInfo, IO[bytes]]]:
        """Read a file or folder of the container member by member.

        Gives pairs of a ``tarfile.TarInfo`` and its content, which is a file to read from until the next one is asked
        for. Nothing is written to the disk. ``GET /containers/{id}/archive``.
        """
        from ..archive.members import members

        with self._archive(path, follow_links, timeout) as chunks:
            yield from members(chunks)

    def _archive(self, path: str, follow_links: bool, timeout: TimeoutOption) -> ReplyStream[bytes]:
        flow = flows.open_archive(self._id, path, follow_links=follow_links, timeout=timeout)
        stream: ReplyStream[bytes] = self.client.engine.drive(flow)
        return stream
