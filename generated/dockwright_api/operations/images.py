# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""Operations as values: images."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dockwright_api import encode

from ..operation import ByteStream, Framing, JSONStream, Operation, Timing

if TYPE_CHECKING:
    import builtins
    from collections.abc import AsyncIterable, Iterable, Mapping, Sequence
    from typing import Literal

    from dockwright_api import models, shapes


def attestations(
    name: str,
    *,
    platform: Sequence[models.OCIPlatform | shapes.OCIPlatformParam] | None = None,
    type: Sequence[str] | None = None,
    statement: bool | None = None,
) -> Operation[builtins.list[models.AttestationStatement], builtins.list[shapes.AttestationStatement]]:
    """List the attestations of an image for one platform, such as its provenance and bill of materials, as far as
    the engine has them.

    Needs images stored in containerd.

    Since API 1.55.

    Args:
        name: Name, digest or id of the image, or a unique prefix of the id. A name without a tag means `latest`.
        platform: Platform whose attestations to list; the one that fits the engine best by default. More than one is an error.
        type: Predicate types to give, as URIs such as `https://slsa.dev/provenance/v1`; all of them by default.
        statement: Give the statements themselves too.

    Engine operation ImageAttestations: ``GET /images/{name}/attestations``.
    """
    return Operation(
        name="ImageAttestations",
        method="GET",
        path=encode.path("/images/{name}/attestations", name=name),
        query=encode.query(("platform", encode.json_items(platform)), ("type", type), ("statement", statement)),
        reply="list[AttestationStatement]",
        framing=Framing.JSON,
        timing=Timing.UNARY,
    )


def build(
    content: bytes | Iterable[bytes] | AsyncIterable[bytes] | None = None,
    *,
    dockerfile: str | None = None,
    t: Sequence[str] | None = None,
    extrahosts: Sequence[str] | None = None,
    remote: str | None = None,
    q: bool | None = None,
    nocache: bool | None = None,
    cachefrom: Sequence[str] | None = None,
    pull: bool | None = None,
    rm: bool | None = None,
    forcerm: bool | None = None,
    memory: int | None = None,
    memswap: int | None = None,
    cpushares: int | None = None,
    cpusetcpus: str | None = None,
    cpuperiod: int | None = None,
    cpuquota: int | None = None,
    buildargs: Mapping[str, str] | None = None,
    shmsize: int | None = None,
    squash: bool | None = None,
    labels: Mapping[str, str] | None = None,
    networkmode: str | None = None,
    platform: str | None = None,
    target: str | None = None,
    outputs: Sequence[models.BuildOutput | shapes.BuildOutput] | None = None,
    version: Literal["1", "2"] | str | None = None,
    cpusetmems: str | None = None,
    cgroupparent: str | None = None,
    isolation: str | None = None,
    session: str | None = None,
    buildid: str | None = None,
    ulimits: Sequence[models.Ulimit | shapes.UlimitParam] | None = None,
    registry_config: Mapping[str, models.AuthConfig | shapes.AuthConfig] | str | None = None,
) -> JSONStream[models.BuildProgress, shapes.BuildProgress]:
    """Build an image from a Dockerfile and its context.

    Failures of the build come in the stream of the reply.

    Args:
        content: The context as a tar archive, plain or compressed with gzip, bzip2 or xz. It is not read with `remote`.
        dockerfile: Path of the Dockerfile in the context; `Dockerfile` by default.
        t: Names for the image, as `name[:tag]`; without a tag it is `latest`. Without a name the image has only its id.
        extrahosts: Lines for `/etc/hosts` while building, as `name:address`. The address `host-gateway` stands for the host. Since API 1.28.
        remote: URL of the context in place of a body, either of a Git repository or of a file over HTTP. A text file is taken for the Dockerfile, an archive for the context.
        q: Leave out progress, and give only the id of the image at the end.
        nocache: Run every step again instead of taking results from the cache.
        cachefrom: Images whose layers may serve as a cache.
        pull: Ask the registry for newer base images, even if the engine has some under the same name.
        rm: Remove containers of steps after a build that succeeds; true by default. Classic builder only.
        forcerm: Remove containers of steps even after a build that fails. Classic builder only.
        memory: Most memory for a step, in bytes; 0 for no limit. Classic builder only.
        memswap: Most memory and swap together for a step, in bytes; -1 for no limit of swap. Classic builder only.
        cpushares: Weight of the steps against other containers when CPU time is short. Classic builder only.
        cpusetcpus: CPUs that steps may run on, such as `0-3` or `0,2`. Classic builder only.
        cpuperiod: Length of the period that `cpuquota` refers to, in microseconds. Classic builder only.
        cpuquota: CPU time that a step gets in each `cpuperiod`, in microseconds. Classic builder only.
        buildargs: Values for `ARG` of the Dockerfile, by name; null names one without giving a value. They can be found in the image's history, so no secrets.
        shmsize: Size of `/dev/shm` in steps, in bytes; 0 for the default of 64 MiB.
        squash: Merge the layers of the build into a single one. Only with an engine in experimental mode.
        labels: Labels for the image, beside those of the Dockerfile.
        networkmode: Network for `RUN` steps, `default`, `host` or `none`. The classic builder also takes `bridge`, the name or id of a network and `container:<name or id>`.
        platform: Platform to build for, as `os[/arch[/variant]]`; that of the engine by default. Since API 1.32.
        target: Stage of the Dockerfile to build; the last one by default. Since API 1.29.
        outputs: Where the result goes instead of to the images of the engine. BuildKit only, and no more than one. Since API 1.40.
        version: Which builder to use. `1`, the default, is the classic one, `2` is BuildKit. Since API 1.38.
        cpusetmems: Memory nodes that steps may use, such as `0-1`, on NUMA systems. Classic builder only.
        cgroupparent: Cgroup under which those of the steps are made. Classic builder only.
        isolation: How steps are kept apart on Windows, `process` or `hyperv`. Linux only knows `default`.
        session: Id of the session through which BuildKit asks the client for files, secrets and credentials.
        buildid: Id that the caller chooses for the build, by which it can be cancelled. BuildKit only.
        ulimits: Limits for each process of a step.
        registry_config: Credentials for registries with base images, by host name; that of Docker Hub is `https://index.docker.io/v1/`. What cannot be decoded counts as none.

    Engine operation ImageBuild: ``POST /build``.
    """
    return JSONStream(
        name="ImageBuild",
        method="POST",
        path="/build",
        query=encode.query(
            ("dockerfile", dockerfile),
            ("t", t),
            ("extrahosts", extrahosts),
            ("remote", remote),
            ("q", q),
            ("nocache", nocache),
            ("cachefrom", encode.json(cachefrom)),
            ("pull", pull),
            ("rm", rm),
            ("forcerm", forcerm),
            ("memory", memory),
            ("memswap", memswap),
            ("cpushares", cpushares),
            ("cpusetcpus", cpusetcpus),
            ("cpuperiod", cpuperiod),
            ("cpuquota", cpuquota),
            ("buildargs", encode.json(buildargs)),
            ("shmsize", shmsize),
            ("squash", squash),
            ("labels", encode.json(labels)),
            ("networkmode", networkmode),
            ("platform", platform),
            ("target", target),
            ("outputs", encode.json(outputs)),
            ("version", version),
            ("cpusetmems", cpusetmems),
            ("cgroupparent", cgroupparent),
            ("isolation", isolation),
            ("session", session),
            ("buildid", buildid),
            ("ulimits", encode.json(ulimits)),
        ),
        headers=encode.headers(("X-Registry-Config", encode.base64_json(registry_config))),
        body=content,
        content_type="application/x-tar",
        reply="BuildProgress",
        framing=Framing.JSON_STREAM,
        timing=Timing.TRANSFER,
    )


def commit(
    container: str,
    body: models.ContainerConfig | shapes.ContainerConfigParam | shapes.ContainerConfig | None = None,
    *,
    repo: str | None = None,
    tag: str | None = None,
    comment: str | None = None,
    author: str | None = None,
    pause: bool | None = None,
    changes: Sequence[str] | None = None,
) -> Operation[models.IDResponse, shapes.IDResponse]:
    """Create an image from what a container has in its file system now.

    What is in volumes and other mounts is left out.

    Args:
        container: Id or name of the container, or a unique prefix of its id. It may run or be stopped.
        body: Values that take the place of those in the container's configuration; without a body that configuration is taken as it is.
        repo: Name for the image; without it the image has only its id.
        tag: Tag for the image; `latest` by default.
        comment: Comment in the history of the image.
        author: Who made the image, such as `Jane Doe <jane@example.com>`.
        pause: Pause the container meanwhile, so that its files belong to one moment; true by default.
        changes: Dockerfile instructions to apply to the image, such as `ENV DEBUG=1`.

    Engine operation ImageCommit: ``POST /commit``.
    """
    return Operation(
        name="ImageCommit",
        method="POST",
        path="/commit",
        query=encode.query(
            ("container", container),
            ("repo", repo),
            ("tag", tag),
            ("comment", comment),
            ("author", author),
            ("pause", pause),
            ("changes", changes),
        ),
        body=body,
        content_type="application/json",
        reply="IDResponse",
        framing=Framing.JSON,
        timing=Timing.WAIT,
    )


def create(
    content: bytes | Iterable[bytes] | AsyncIterable[bytes] | None = None,
    *,
    from_image: str | None = None,
    from_src: str | None = None,
    repo: str | None = None,
    tag: str | None = None,
    message: str | None = None,
    changes: Sequence[str] | None = None,
    platform: str | None = None,
    registry_auth: models.AuthConfig | shapes.AuthConfig | str | None = None,
) -> JSONStream[models.ProgressMessage, shapes.ProgressMessage]:
    """Pull an image from a registry, or import the file system of one from a tar archive.

    Failures after the start come in the stream of the reply.

    Args:
        content: The archive to import, with `fromSrc` as `-`, plain or compressed with gzip, bzip2 or xz.
        from_image: Image to pull, by name. Without a tag or digest, here or in `tag`, all tags are pulled.
        from_src: Where to import from, a URL or `-` for the body. Counts only without `fromImage`.
        repo: Name for the imported image; without it the image has only its id.
        tag: Tag or digest of the image to pull, or tag for the imported one.
        message: Comment in the history of the imported image.
        changes: Dockerfile instructions to apply to the imported image, such as `CMD ["sh"]`.
        platform: Platform to pull, or to note in the imported image, as `os[/arch[/variant]]`; that of the engine by default. Since API 1.32.
        registry_auth: Credentials for the registry to pull from. What cannot be decoded counts as none.

    Engine operation ImageCreate: ``POST /images/create``.
    """
    return JSONStream(
        name="ImageCreate",
        method="POST",
        path="/images/create",
        query=encode.query(
            ("fromImage", from_image),
            ("fromSrc", from_src),
            ("repo", repo),
            ("tag", tag),
            ("message", message),
            ("changes", changes),
            ("platform", platform),
        ),
        headers=encode.headers(("X-Registry-Auth", encode.base64_json(registry_auth))),
        body=content,
        content_type="application/octet-stream",
        reply="ProgressMessage",
        framing=Framing.JSON_STREAM,
        timing=Timing.TRANSFER,
    )


def delete(
    name: str,
    *,
    force: bool | None = None,
    noprune: bool | None = None,
    platforms: Sequence[models.OCIPlatform | shapes.OCIPlatformParam] | None = None,
) -> Operation[builtins.list[models.ImageDeleteResponseItem], builtins.list[shapes.ImageDeleteResponseItem]]:
    """Remove a name of an image and, with the last name, the image itself and its nameless parents.

    Args:
        name: Name to remove, or an id. An id with several names needs `force`.
        force: Go ahead even if stopped containers use the image or an id has several names. An image that a running container uses can lose its name but is kept.
        noprune: Keep the nameless parents of the image.
        platforms: Platforms to remove if the image has several; all of them by default. Since API 1.50.

    Engine operation ImageDelete: ``DELETE /images/{name}``.
    """
    return Operation(
        name="ImageDelete",
        method="DELETE",
        path=encode.path("/images/{name}", name=name),
        query=encode.query(("force", force), ("noprune", noprune), ("platforms", encode.json_items(platforms))),
        reply="list[ImageDeleteResponseItem]",
        framing=Framing.JSON,
        timing=Timing.WAIT,
    )


def export(name: str, *, platform: Sequence[models.OCIPlatform | shapes.OCIPlatformParam] | None = None) -> ByteStream:
    """Read an image as a tar archive, with all its layers.

    A name without a tag means all its tags.

    Args:
        name: Id or name of the image. With an id the archive holds no name.
        platform: Platforms to give if the image has several; by default all that the engine has. Since API 1.48.

    Engine operation ImageGet: ``GET /images/{name}/get``.
    """
    return ByteStream(
        name="ImageGet",
        method="GET",
        path=encode.path("/images/{name}/get", name=name),
        query=encode.query(("platform", encode.json_items(platform))),
        framing=Framing.BYTES,
        timing=Timing.TRANSFER,
    )


def export_all(
    *,
    names: Sequence[str] | None = None,
    platform: Sequence[models.OCIPlatform | shapes.OCIPlatformParam] | None = None,
) -> ByteStream:
    """Read several images as one tar archive, in which shared layers occur only once.

    Args:
        names: Ids or names of the images. A name without a tag means all its tags.
        platform: Platforms to give if images have several; by default all that the engine has. Since API 1.48.

    Engine operation ImageGetAll: ``GET /images/get``.
    """
    return ByteStream(
        name="ImageGetAll",
        method="GET",
        path="/images/get",
        query=encode.query(("names", names), ("platform", encode.json_items(platform))),
        framing=Framing.BYTES,
        timing=Timing.TRANSFER,
    )


def history(
    name: str, *, platform: models.OCIPlatform | shapes.OCIPlatformParam | None = None
) -> Operation[builtins.list[models.ImageHistoryResponseItem], builtins.list[shapes.ImageHistoryResponseItem]]:
    """List the steps that an image was built in, the last one first.

    Args:
        name: Name, digest or id of the image, or a unique prefix of the id. A name without a tag means `latest`.
        platform: Platform to describe if the image has several; the one that fits the engine best by default. Since API 1.48.

    Engine operation ImageHistory: ``GET /images/{name}/history``.
    """
    return Operation(
        name="ImageHistory",
        method="GET",
        path=encode.path("/images/{name}/history", name=name),
        query=encode.query(("platform", encode.json(platform))),
        reply="list[ImageHistoryResponseItem]",
        framing=Framing.JSON,
        timing=Timing.UNARY,
    )


def inspect(
    name: str, *, manifests: bool | None = None, platform: models.OCIPlatform | shapes.OCIPlatformParam | None = None
) -> Operation[models.ImageInspect, shapes.ImageInspect]:
    """Give everything that the engine knows about an image.

    Args:
        name: Name, digest or id of the image, or a unique prefix of the id. A name without a tag means `latest`.
        manifests: Give `Manifests` too. Needs images stored in containerd; an error together with `platform`. Since API 1.48.
        platform: Platform to describe if the image has several; the one that fits the engine best by default. Since API 1.49.

    Engine operation ImageInspect: ``GET /images/{name}/json``.
    """
    return Operation(
        name="ImageInspect",
        method="GET",
        path=encode.path("/images/{name}/json", name=name),
        query=encode.query(("manifests", manifests), ("platform", encode.json(platform))),
        reply="ImageInspect",
        framing=Framing.JSON,
        timing=Timing.UNARY,
    )


def list(
    *,
    all: bool | None = None,
    filters: encode.Filters | None = None,
    shared_size: bool | None = None,
    digests: bool | None = None,
    manifests: bool | None = None,
    identity: bool | None = None,
) -> Operation[builtins.list[models.ImageSummary], builtins.list[shapes.ImageSummary]]:
    """List images that the engine has.

    Args:
        all: Give also the untagged images that the steps of a classic build left behind.
        filters: Which images to give, as lists of values by filter: `before`, `dangling`, `label`, `reference`, `since` or `until`. An unknown filter is an error.
        shared_size: Work out `SharedSize` of each image, which takes the engine time. Since API 1.42.
        digests: Accepted but not read by the engine, which always gives `RepoDigests`.
        manifests: Give `Manifests` of each image. Needs images stored in containerd; without effect otherwise. Since API 1.47.
        identity: Give `Identity` in the image data of each manifest. An error without `manifests`. Since API 1.54.

    Engine operation ImageList: ``GET /images/json``.
    """
    return Operation(
        name="ImageList",
        method="GET",
        path="/images/json",
        query=encode.query(
            ("all", all),
            ("filters", encode.filters(filters)),
            ("shared-size", shared_size),
            ("digests", digests),
            ("manifests", manifests),
            ("identity", identity),
        ),
        reply="list[ImageSummary]",
        framing=Framing.JSON,
        timing=Timing.UNARY,
    )


def load(
    content: bytes | Iterable[bytes] | AsyncIterable[bytes],
    *,
    quiet: bool | None = None,
    platform: Sequence[models.OCIPlatform | shapes.OCIPlatformParam] | None = None,
) -> JSONStream[models.ProgressMessage, shapes.ProgressMessage]:
    """Add the images of a tar archive to those of the engine, with their names.

    Failures come in the stream of the reply.

    Args:
        content: The archive, as an engine gives it or in the OCI layout, plain or compressed with gzip, bzip2 or xz.
        quiet: Leave out progress; true by default. It takes `false` to see progress.
        platform: Platforms to load if images have several; by default all that are in the archive. Since API 1.48.

    Engine operation ImageLoad: ``POST /images/load``.
    """
    return JSONStream(
        name="ImageLoad",
        method="POST",
        path="/images/load",
        query=encode.query(("quiet", quiet), ("platform", encode.json_items(platform))),
        body=content,
        content_type="application/x-tar",
        reply="ProgressMessage",
        framing=Framing.JSON_STREAM,
        timing=Timing.TRANSFER,
    )


def prune(*, filters: encode.Filters | None = None) -> Operation[models.ImagePruneResponse, shapes.ImagePruneResponse]:
    """Remove images that no container uses, by default only those without a name.

    A second prune at the same time is a conflict.

    Args:
        filters: Which images to remove, as lists of values by filter: `dangling` with `true` (the default) for those without a name or `false` for all unused ones, `until` for those created before a time, or longer ago than a duration such as `24h`; `label` and `label!` for those with and without a label.

    Engine operation ImagePrune: ``POST /images/prune``.
    """
    return Operation(
        name="ImagePrune",
        method="POST",
        path="/images/prune",
        query=encode.query(("filters", encode.filters(filters))),
        reply="ImagePruneResponse",
        framing=Framing.JSON,
        timing=Timing.WAIT,
    )


def prune_builds(
    *,
    reserved_space: int | None = None,
    max_used_space: int | None = None,
    min_free_space: int | None = None,
    all: bool | None = None,
    filters: encode.Filters | None = None,
    keep_storage: int | None = None,
) -> Operation[models.BuildPruneResponse, shapes.BuildPruneResponse]:
    """Remove unused entries from the build cache of BuildKit.

    Since API 1.31.

    Args:
        reserved_space: Bytes of the cache that are kept in any case. Since API 1.48.
        max_used_space: Most bytes that the cache may keep; 0 for no such limit. Since API 1.48.
        min_free_space: Bytes that should be free on the disk afterwards; 0 for no such aim. Since API 1.48.
        all: Remove every unused entry, also those that images share and that the builder itself put there. Since API 1.39.
        filters: Which entries to remove, as one value by filter: `until` for those unused for a duration such as `24h`, or `description`, `id`, `inuse`, `parent`, `private`, `shared` or `type`. Since API 1.39.
        keep_storage: Bytes of the cache that are kept in any case, as with `reserved-space`. Since API 1.39, until API 1.51.

    Engine operation BuildPrune: ``POST /build/prune``.
    """
    return Operation(
        name="BuildPrune",
        method="POST",
        path="/build/prune",
        query=encode.query(
            ("reserved-space", reserved_space),
            ("max-used-space", max_used_space),
            ("min-free-space", min_free_space),
            ("all", all),
            ("filters", encode.filters(filters)),
            ("keep-storage", keep_storage),
        ),
        reply="BuildPruneResponse",
        framing=Framing.JSON,
        timing=Timing.WAIT,
    )


def push(
    name: str,
    registry_auth: models.AuthConfig | shapes.AuthConfig | str,
    *,
    tag: str | None = None,
    platform: models.OCIPlatform | shapes.OCIPlatformParam | None = None,
) -> JSONStream[models.PushProgress, shapes.PushProgress]:
    """Send an image to a registry, which its name tells.

    Failures after the start come in the stream of the reply.

    Args:
        name: Name of the image with the host of the registry in front, if that is not Docker Hub. An id will not do.
        registry_auth: Credentials for the registry, empty ones for none. What cannot be decoded counts as none.
        tag: Tag to push. Without one here or in the name, all tags of the name are pushed.
        platform: Platform to push alone if the image has several; by default all that the engine has. Since API 1.46.

    Engine operation ImagePush: ``POST /images/{name}/push``.
    """
    return JSONStream(
        name="ImagePush",
        method="POST",
        path=encode.path("/images/{name}/push", name=name),
        query=encode.query(("tag", tag), ("platform", encode.json(platform))),
        headers=encode.headers(("X-Registry-Auth", encode.base64_json(registry_auth))),
        reply="PushProgress",
        framing=Framing.JSON_STREAM,
        timing=Timing.TRANSFER,
    )


def search(
    term: str,
    *,
    limit: int | None = None,
    filters: encode.Filters | None = None,
    registry_auth: models.AuthConfig | shapes.AuthConfig | str | None = None,
) -> Operation[builtins.list[models.ImageSearchResult], builtins.list[shapes.ImageSearchResult]]:
    """Search Docker Hub for images.

    Args:
        term: What to look for in names and descriptions.
        limit: Most results, from 1 to 100; 25 by default.
        filters: Which images to give, as lists of values by filter: `is-official`, `is-automated`, or `stars` for at least that many.
        registry_auth: Credentials for the search. What cannot be decoded counts as none.

    Engine operation ImageSearch: ``GET /images/search``.
    """
    return Operation(
        name="ImageSearch",
        method="GET",
        path="/images/search",
        query=encode.query(("term", term), ("limit", limit), ("filters", encode.filters(filters))),
        headers=encode.headers(("X-Registry-Auth", encode.base64_json(registry_auth))),
        reply="list[ImageSearchResult]",
        framing=Framing.JSON,
        timing=Timing.WAIT,
    )


def tag(name: str, repo: str, *, tag: str | None = None) -> Operation[None, None]:
    """Give an image a further name.

    If another image had it, that one loses it.

    Args:
        name: Id or present name of the image. A name without a tag means `latest`.
        repo: The new name, with the host of a registry in front if it is to be pushed elsewhere than to Docker Hub.
        tag: Tag for the image under `repo`; `latest` by default.

    Engine operation ImageTag: ``POST /images/{name}/tag``.
    """
    return Operation(
        name="ImageTag",
        method="POST",
        path=encode.path("/images/{name}/tag", name=name),
        query=encode.query(("repo", repo), ("tag", tag)),
        framing=Framing.EMPTY,
        timing=Timing.UNARY,
    )
