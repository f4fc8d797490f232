"""Building images: the part of ``DockerImages`` that sends contexts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, overload

from dockwright_api import operations
from dockwright_api.unset import UNSET

from ..flows.images import refuse_both
from ..options.filters import filters_option

if TYPE_CHECKING:
    from collections.abc import AsyncIterable, AsyncIterator, Awaitable, Callable, Iterable, Mapping, Sequence
    from typing import Unpack

    from dockwright_api import shapes
    from dockwright_api.encode import Filters

    from ..archive.sources import Readable
    from ..flows.builds import Build, BuildResult
    from ..options.builds import BuildOptions
    from ..policy.timeouts import TimeoutOption
    from .docker import Docker
    from .streams import ReplyStream

    Archive = Readable | bytes | Iterable[bytes] | AsyncIterable[bytes]
    Progress = Callable[[shapes.BuildProgress], object]


class ImageBuilds:
    """What makes images."""

    docker: Docker

    @overload
    def build(
        self,
        *,
        remote: str | None = ...,
        fileobj: Archive | None = ...,
        path_dockerfile: str | None = ...,
        tag: str | Sequence[str] | None = ...,
        quiet: bool = ...,
        nocache: bool = ...,
        buildargs: Mapping[str, str | None] | None = ...,
        pull: bool = ...,
        rm: bool = ...,
        forcerm: bool = ...,
        labels: Mapping[str, str] | None = ...,
        platform: str | None = ...,
        stream: Literal[False] = False,
        encoding: str | None = ...,
        timeout: TimeoutOption = ...,
        progress: Progress | None = ...,
        **options: Unpack[BuildOptions],
    ) -> Awaitable[BuildResult]: ...
    @overload
    def build(
        self,
        *,
        remote: str | None = ...,
        fileobj: Archive | None = ...,
        path_dockerfile: str | None = ...,
        tag: str | Sequence[str] | None = ...,
        quiet: bool = ...,
        nocache: bool = ...,
        buildargs: Mapping[str, str | None] | None = ...,
        pull: bool = ...,
        rm: bool = ...,
        forcerm: bool = ...,
        labels: Mapping[str, str] | None = ...,
        platform: str | None = ...,
        stream: Literal[True],
        encoding: str | None = ...,
        timeout: TimeoutOption = ...,
        progress: None = ...,
        **options: Unpack[BuildOptions],
    ) -> AsyncIterator[shapes.BuildProgress]: ...

    def build(
        self,
        *,
        remote: str | None = None,
        fileobj: Archive | None = None,
        path_dockerfile: str | None = None,
        tag: str | Sequence[str] | None = None,
        quiet: bool = False,
        nocache: bool = False,
        buildargs: Mapping[str, str | None] | None = None,
        pull: bool = False,
        rm: bool = True,
        forcerm: bool = False,
        labels: Mapping[str, str] | None = None,
        platform: str | None = None,
        stream: bool = False,
        encoding: str | None = None,
        timeout: TimeoutOption = UNSET,
        progress: Progress | None = None,
        **options: Unpack[BuildOptions],
    ) -> Any:
        """Build an image. ``POST /build``.

        The context is ``path``, a folder (what its ``.dockerignore`` names stays), a URL, or a mapping of names to
        bytes and Paths; or ``remote``, a URL; or ``fileobj``, a tar archive, plain or compressed, as a file, bytes, or
        an iterable of chunks. ``path_dockerfile`` is the same as ``dockerfile``; ``tag`` is a name for the image, or
        several. The other options are those of ``BuildOptions``. ``encoding`` has no effect: engines see by themselves
        how an archive is compressed.
        Credentials are sent for the registries of the images that the Dockerfile and ``cache_from`` name, or for all
        that are known where the Dockerfile is not. Proxies of ``config.json`` go with the build arguments.
        The classic builder builds unless ``version="2"`` asks for BuildKit, which needs base images that are there or
        open to everybody.
        Gives an awaitable list of the documents of the build, whose ``id`` is that of the image; ``progress`` is called
        with each of them when it arrives. With ``stream`` an asynchronous iterator of them. Raises ``BuildError`` where
        the build fails, ``OSError`` for a folder that cannot be read, ``TypeError`` and ``InvalidArgument`` at once.
        """
        from ..flows.builds import dockerfile_option, new_build

        refuse_both(progress, stream)
        dockerfile = dockerfile_option(path_dockerfile, options.get("dockerfile"))
        others: dict[str, Any] = {**options, "dockerfile": dockerfile}
        build = new_build(
            archive=fileobj,
            remote=remote,
            tag=tag,
            quiet=quiet,
            nocache=nocache,
            buildargs=buildargs,
            pull=pull,
            rm=rm,
            forcerm=forcerm,
            labels=labels,
            platform=platform,
            **others,
        )
        documents = self._documents(build, timeout)
        return documents if stream else _result(build, documents, progress)

    def _documents(self, build: Build, timeout: TimeoutOption) -> ReplyStream[shapes.BuildProgress]:
        docker = self.docker
        return docker.engine.documents(
            build.operation, timeout=timeout, prepare=lambda _: build.ready(docker.engine.keyring, docker.endpoint)
        )

    async def prune_builds(
        self,
        *,
        reserved_space: int | None = None,
        max_used_space: int | None = None,
        min_free_space: int | None = None,
        all_builds: bool | None = None,
        filters: Filters | str | None = None,
        keep_storage: int | None = None,
    ) -> shapes.BuildPruneResponse:
        """Remove unused entries of BuildKit's cache, and say what was removed. ``POST /build/prune``.

        ``all_builds`` removes all of them. The three kinds of space are in bytes, since API 1.48: what is kept in any
        case, the most that is kept, and what should be free on the disk; older engines know ``keep_storage`` for the
        first of them. ``filters`` is a mapping such as ``{"until": "24h"}``.
        """
        operation = operations.images.prune_builds(
            reserved_space=reserved_space,
            max_used_space=max_used_space,
            min_free_space=min_free_space,
            all=all_builds,
            filters=filters_option(filters),
            keep_storage=keep_storage,
        )
        return await self.docker.engine.fetch(operation)


async def _result(build: Build, documents: ReplyStream[shapes.BuildProgress], progress: Progress | None) -> BuildResult:
    from ..flows.builds import BuildResult

    return BuildResult(await documents.read_all(progress), build.tags)
