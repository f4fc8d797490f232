"""Builds, by docker-py's low-level names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dockwright_api.unset import UNSET

from ..builds import build_documents
from ..documents import lines
from .calls import Calls

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from os import PathLike

    from dockwright_api import shapes
    from dockwright_api.encode import Filters

    from ...options.builds import BuildLimits, Size
    from ...policy.timeouts import TimeoutOption
    from ..builds import Readable


class BuildCalls(Calls):
    """Builds."""

    def build(
        self,
        path: str | PathLike[str] | None = None,
        tag: str | None = None,
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
    ) -> Iterator[Any]:
        """Build an image, and give an iterator of the progress: lines, or with ``decode`` documents. ``POST /build``.

        The arguments are those of ``client.images.build``. Raises ``BuildError`` where the build fails.
        """
        from ...flows.builds import context_of, new_build

        build = new_build(
            **context_of(path, fileobj, None, custom_context=custom_context, encoding=encoding, gzip=gzip),
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
        )
        documents = build_documents(self._client, build, timeout).open()
        return documents if decode else lines(documents)

    def prune_builds(
        self, filters: Filters | None = None, keep_storage: int | None = None, all: bool | None = None
    ) -> shapes.BuildPruneResponse:
        """Remove what builds have cached. ``POST /build/prune``. ``keep_storage`` is bytes that may stay."""
        return self._client.images.prune_builds(filters, keep_storage, all)
