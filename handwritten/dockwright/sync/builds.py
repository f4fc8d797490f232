"""Building images: the part of ``ImageCollection`` that sends contexts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dockwright_api import operations
from dockwright_api.unset import UNSET

from ..options.filters import filters_option
from .image import Image
from .resources import Collection

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from os import PathLike
    from typing import Protocol

    from dockwright_api import models, shapes
    from dockwright_api.encode import Filters

    from ..flows.builds import Build
    from ..options.builds import BuildLimits, Size
    from ..options.resources import Ulimits
    from ..policy.timeouts import TimeoutOption
    from ..settings.credentials import Auth
    from .client import DockerClient
    from .streams import ReplyStream

    class Readable(Protocol):
        """A file that is open for reading."""

        def read(self, size: int = ..., /) -> bytes | str: ...

    Progress = Callable[[shapes.BuildProgress], object]


class ImageBuilds(Collection[Image]):
    """What makes images."""

    def build(
        self,
        path: str | PathLike[str] | Mapping[str, bytes | PathLike[str]] | None = None,
        *,
        tag: str | Sequence[str] | None = None,
        quiet: bool = False,
        fileobj: Readable | Iterable[bytes] | bytes | None = None,
        nocache: bool = False,
        rm: bool = False,
        timeout: TimeoutOption = UNSET,
        custom_context: bool = False,
        encoding: str | None = None,
        pull: bool = False,
        forcerm: bool = False,
        dockerfile: str | PathLike[str] | None = None,
        container_limits: BuildLimits | None = None,
        decode: bool = False,
        buildargs: Mapping[str, str | None] | None = None,
        gzip: bool = False,
        shmsize: Size | None = None,
        labels: Mapping[str, str] | None = None,
        cache_from: Sequence[str] | None = None,
        target: str | None = None,
        network_mode: str | None = None,
        squash: bool | None = None,
        extra_hosts: Mapping[str, str] | Sequence[str] | None = None,
        platform: str | None = None,
        isolation: str | None = None,
        use_config_proxy: bool = True,
        remote: str | None = None,
        ulimits: Ulimits | None = None,
        cgroup_parent: str | None = None,
        outputs: Sequence[models.BuildOutput | shapes.BuildOutput] | None = None,
        version: str | int | None = None,
        session: str | None = None,
        build_id: str | None = None,
        auth_config: Mapping[str, Auth] | None = None,
        progress: Progress | None = None,
    ) -> tuple[Image, Iterator[shapes.BuildProgress]]:
        """Build an image, and look it up. ``POST /build``.

        The context is ``path``, a folder (what its ``.dockerignore`` names stays), a URL, or a mapping of names to
        bytes and Paths; or ``remote``, a URL; or ``fileobj``: a Dockerfile without anything else, or with
        ``custom_context`` a tar archive, plain or compressed, as a file, bytes, or an iterable of chunks.
        ``dockerfile`` says where the Dockerfile is in the context, or outside of its folder.
        ``tag`` is a name for the image, or several. ``container_limits`` are the limits of ``BuildLimits``;
        ``gzip`` compresses the folder on its way. ``version="2"`` asks for BuildKit in place of the classic builder; it
        needs base images that are there or open to everybody, and ``outputs`` and ``session`` are for it alone.
        ``encoding`` and ``decode`` have no effect: engines see by themselves how an archive is compressed.
        Credentials are sent for the registries of the images that the Dockerfile and ``cache_from`` name, or for all
        that are known where the Dockerfile is not; ``auth_config`` gives other ones, by registry. Proxies of
        ``config.json`` go with the build arguments, unless ``use_config_proxy`` is False.
        Gives the image and an iterator of the documents of the build; ``progress`` is called with each of them when it
        arrives. Raises ``BuildError``, with the documents as ``build_log``, where the build fails, ``OSError`` for a
        folder that cannot be read, ``TypeError`` and ``InvalidArgument`` before anything is sent.
        """
        from ..flows.builds import context_of, image_id, new_build, raise_without_image

        client = self.client
        build = new_build(
            **context_of(path, fileobj, remote, custom_context=custom_context, encoding=encoding, gzip=gzip),
            tag=tag,
            quiet=quiet,
            nocache=nocache,
            rm=rm,
            pull=pull,
            forcerm=forcerm,
            dockerfile=dockerfile,
            container_limits=container_limits,
            buildargs=buildargs,
            shmsize=shmsize,
            labels=labels,
            cache_from=cache_from,
            target=target,
            network_mode=network_mode,
            squash=squash,
            extra_hosts=extra_hosts,
            platform=platform,
            isolation=isolation,
            use_config_proxy=use_config_proxy,
            ulimits=ulimits,
            cgroup_parent=cgroup_parent,
            outputs=outputs,
            version=version,
            session=session,
            build_id=build_id,
            auth=auth_config,
        )
        documents = build_documents(client, build, timeout).read_all(progress)
        raise_without_image(documents)
        return client.images.get(image_id(documents)), iter(documents)

    def prune_builds(
        self,
        filters: Filters | str | None = None,
        keep_storage: int | None = None,
        all: bool | None = None,
        *,
        reserved_space: int | None = None,
        max_used_space: int | None = None,
        min_free_space: int | None = None,
    ) -> shapes.BuildPruneResponse:
        """Remove unused entries of BuildKit's cache, and say what was removed. ``POST /build/prune``.

        ``filters`` is a mapping such as ``{"until": "24h"}``; ``all`` removes all of them. The three kinds of space are
        in bytes, since API 1.48: what is kept in any case, the most that is kept, and what should be free on the disk;
        older engines know ``keep_storage`` for the first of them.
        """
        operation = operations.images.prune_builds(
            reserved_space=reserved_space,
            max_used_space=max_used_space,
            min_free_space=min_free_space,
            all=all,
            filters=filters_option(filters),
            keep_storage=keep_storage,
        )
        return self.client.engine.fetch(operation)


def build_documents(client: DockerClient, build: Build, timeout: TimeoutOption) -> ReplyStream[shapes.BuildProgress]:
    """Give the documents of a build, which is made ready when the first of them is asked for."""
    engine = client.engine
    return engine.documents(
        build.operation, timeout=timeout, prepare=lambda _: build.ready(engine.keyring, client.endpoint)
    )
