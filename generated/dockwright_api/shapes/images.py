# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""JSON as it goes over the wire: images."""

from typing import Any, TypedDict

from . import shared


class ImageHistoryResponseItem(TypedDict):
    """A step that an image was built in."""

    Id: str
    """Id of the image after the step, or `<missing>` if the engine has no such image."""
    Created: int
    """When the step was done, in seconds since 1970."""
    CreatedBy: str
    """The command of the step."""
    Tags: list[str]
    """Names of the image after the step; null if there are none."""
    Size: int
    """Size in bytes that the step added."""
    Comment: str
    """Comment of whoever made the step."""


class ImageInspectRootFS(TypedDict):
    """The layers of an image's file system."""

    Type: str
    """How the file system is kept, always `layers`."""
    Layers: list[str]
    """Digests of the layers when unpacked, the lowest first."""


class ImageInspectMetadata(TypedDict):
    """What only this engine knows of an image; it is not part of the image. Since API 1.31."""

    LastTagTime: str | None
    """When the image last got a name here; absent or year 1 if it never did. Since API 1.31."""


class ImageDeleteResponseItem(TypedDict):
    """One thing that was removed, either a name or an image."""

    Untagged: str
    """Name that was removed."""
    Deleted: str
    """Id of the image or digest of the layer that was removed."""


class BuildPruneResponse(TypedDict):
    """What was removed. Since API 1.31."""

    CachesDeleted: list[str]
    """Ids of the entries of the build cache; null if there were none. Since API 1.39."""
    SpaceReclaimed: int
    """Space freed on disk, in bytes. Since API 1.31."""


class ImageSearchResult(TypedDict):
    """An image found on Docker Hub."""

    description: str
    """What its owner writes about it."""
    is_official: bool
    """Whether it is one of the official images."""
    is_automated: bool
    """Whether Docker Hub built the image from source; always false on today's Docker Hub."""
    name: str
    """Name of the image, without a tag."""
    star_count: int
    """Number of users who marked it with a star."""


class ImagePruneResponse(TypedDict):
    """What was removed."""

    ImagesDeleted: list[ImageDeleteResponseItem]
    """Names and images that were removed, in order; null if there were none."""
    SpaceReclaimed: int
    """Space freed on disk, in bytes."""


class ImageID(TypedDict):
    """An image that a build made."""

    ID: str
    """Id of the image, as a digest such as `sha256:...`."""


class BuildProgress(shared.ProgressMessage):
    """One message in the stream of a build."""

    aux: ImageID | str
    """The image that was made or, as text, a message of BuildKit about its progress, in protobuf and base64."""


class ImageConfig(TypedDict):
    """What containers of an image run, unless told otherwise."""

    User: str
    """User and group that the main process runs as, as `user[:group]`, by name or number; empty for the default, root
    on Linux."""
    ExposedPorts: dict[str, dict[str, Any]] | None
    """Ports that containers listen on, as `80/tcp`. The values are empty objects."""
    Env: list[str]
    """Variables of the main process, as `NAME=value`."""
    Cmd: list[str]
    """Program and arguments that are run, or arguments for `Entrypoint`."""
    Healthcheck: shared.HealthConfig
    """How the engine finds out whether a container is healthy."""
    ArgsEscaped: bool | None
    """Whether the command is one line with its arguments already escaped. Windows only."""
    Volumes: dict[str, dict[str, Any]]
    """Paths in the container that become anonymous volumes. The values are empty objects."""
    WorkingDir: str
    """Directory that the main process runs in; empty for the root."""
    Entrypoint: list[str]
    """Program and first arguments that are run, followed by `Cmd`."""
    OnBuild: list[str] | None
    """Dockerfile instructions for builds that begin with the image."""
    Labels: dict[str, str]
    """Labels of the image."""
    StopSignal: str | None
    """Signal that asks the main process to end; `SIGTERM` if absent."""
    Shell: list[str] | None
    """Shell for commands that a Dockerfile gives as one line, such as `["/bin/sh", "-c"]`."""
    Hostname: str
    """Host name of the container that the image was made from; mostly empty, and without effect. Until API 1.49."""
    Domainname: str
    """Domain name of the container that the image was made from; mostly empty, and without effect. Until API 1.49."""
    AttachStdin: bool
    """A setting of containers, without effect for images. Until API 1.49."""
    AttachStdout: bool
    """A setting of containers, without effect for images. Until API 1.49."""
    AttachStderr: bool
    """A setting of containers, without effect for images. Until API 1.49."""
    Tty: bool
    """A setting of containers, without effect for images. Until API 1.49."""
    OpenStdin: bool
    """A setting of containers, without effect for images. Until API 1.49."""
    StdinOnce: bool
    """A setting of containers, without effect for images. Until API 1.49."""
    Image: str
    """Id of the image that the last step of a classic build started from; mostly empty, and without effect. Until API
    1.49."""
    NetworkDisabled: bool | None
    """A setting of containers, without effect for images. Until API 1.49."""
    MacAddress: str | None
    """A setting of containers, without effect for images. Until API 1.49."""
    StopTimeout: int | None
    """Seconds that the main process has to stop before it is killed. A setting of containers, mostly absent. Until API
    1.49."""


class AttestationStatement(TypedDict):
    """An attestation of an image, a signed or unsigned statement of how it was made or what is in it. Since API
    1.55."""

    Descriptor: shared.OCIDescriptor
    """Where the statement is stored, by digest. Since API 1.55."""
    PredicateType: str
    """What the statement is about, as a URI such as `https://spdx.dev/Document`. Since API 1.55."""
    Statement: dict[str, Any] | None
    """The in-toto statement itself, if `statement` was asked for. Since API 1.55."""


class ImageInspect(TypedDict):
    """Everything that the engine knows about an image."""

    Id: str
    """Id of the image, as `sha256:` and 64 hexadecimal digits. It is the digest of the manifest or index if images are
    stored in containerd, otherwise of the configuration."""
    Descriptor: shared.OCIDescriptor | None
    """The manifest or index that the image is. Present if images are stored in containerd. Since API 1.48."""
    Manifests: list[shared.ImageManifestSummary] | None
    """The manifests in the image's index, if `manifests` was asked for and images are stored in containerd. Since API
    1.48."""
    Identity: shared.Identity | None
    """Where the image comes from, by its signatures, its pulls and its builds. Present if images are stored in
    containerd. Since API 1.53."""
    RepoTags: list[str]
    """Names of the image, with their tags."""
    RepoDigests: list[str]
    """Names of the image with its digest in place of a tag. Unless images are stored in containerd, only for
    repositories that it was pulled from or pushed to."""
    Comment: str | None
    """Comment in the image's history."""
    Created: str | None
    """When the image was built; absent if the image does not tell."""
    Author: str | None
    """Who made the image."""
    Config: ImageConfig
    """What containers of the image run, unless told otherwise."""
    Architecture: str
    """Architecture of its programs, such as `amd64`."""
    Variant: str | None
    """Variant of the architecture, such as `v8`. Since API 1.39."""
    Os: str
    """Operating system of its programs, `linux` or `windows`."""
    OsVersion: str | None
    """Version of the operating system that it was built for; mainly for Windows."""
    Size: int
    """Size in bytes of all its layers, packed ones if images are stored in containerd."""
    GraphDriver: shared.DriverData | None
    """What the storage driver tells of the image; only its name, or absent, if images are stored in containerd."""
    RootFS: ImageInspectRootFS
    """The layers of its file system."""
    Metadata: ImageInspectMetadata
    """What only this engine knows of the image. Since API 1.31."""
    Parent: str
    """Id of the image that a classic build made this one from; empty or absent for others."""
    DockerVersion: str
    """Version of the engine that made the image in a classic build or by a commit; empty or absent for others."""
    Container: str
    """Id of the container that a classic build or a commit made the image from; empty for others. Until API 1.44."""
    ContainerConfig: shared.ContainerConfig
    """Configuration of the container that the image was made from. Its `Cmd` is the last step of a classic build. Until
    API 1.44."""
    VirtualSize: int
    """The same as `Size`. Until API 1.43."""


class BuildOutput(TypedDict, total=False):
    """Where BuildKit puts the result of a build."""

    Type: str
    """How to export it, such as `local`, `tar` or `image`; `cacheonly` fills the cache and exports nothing."""
    Attrs: dict[str, str]
    """Options of the exporter, such as `dest` for `local`."""
