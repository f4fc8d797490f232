"""Builds: where the context comes from, what goes with it, and what came of it.

What is given is checked at once. Files are read when the request is about to be sent, by :meth:`Build.ready`, which a
face calls where it may take its time.
"""

import os
import re
from collections.abc import AsyncIterable, Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, cast

from dockwright_api import operations
from dockwright_api.operation import JSONStream, Operation

from ..archive.context import DOCKERFILE, build_context, compressed
from ..archive.pack import READ_SIZE, pack_files
from ..errors import BuildError, InvalidArgument, InvalidType
from ..options.builds import build_query, with_proxies
from ..options.dockerfiles import base_images
from ..options.values import local_path
from ..settings.credentials import auth_fields, registry_config
from ..settings.registries import server_key
from ..wire.buildkit import read_trace

if TYPE_CHECKING:
    from os import PathLike

    from dockwright_api import models, shapes

    from ..settings.endpoint import Endpoint
    from ..settings.keyring import Keyring


AUTH_HEADER = "X-Registry-Config"
_URLS = ("http://", "https://", "git://", "git@", "github.com/")
_BUILT = re.compile(r"(?:^Successfully built |sha256:)([0-9a-f]+)\s*$")


@dataclass(frozen=True, slots=True)
class Context:
    """The files of a build: what their Dockerfile is called, what it says if that is known, and an archive of them."""

    dockerfile: str | None
    instructions: bytes | None = field(repr=False)
    archive: Any = field(repr=False)


@dataclass(frozen=True, slots=True)
class Build:
    """A build that was asked for; nothing of its context has been read yet."""

    query: Mapping[str, Any] = field(repr=False)
    """What the operation is told; it may hold passwords."""
    context: Callable[[], Context] = field(repr=False)
    auth: str | None = field(repr=False)
    """The header with credentials of the caller's, None for those that there are on this machine."""
    use_proxies: bool

    @property
    def operation(self) -> "JSONStream[models.BuildProgress, shapes.BuildProgress]":
        """The operation, still without its context."""
        return operations.images.build(**self.query)

    @property
    def tags(self) -> list[str]:
        """The names that the image is to get."""
        return list(self.query.get("t", ()))

    def ready(self, keyring: "Keyring | None", endpoint: "Endpoint") -> Operation[Any, Any]:
        """Read what is to be read, and give the whole operation; without a keyring nothing is added to it.

        Raises ``OSError`` for a context that cannot be read and ``SettingsError`` for such a ``config.json``.
        """
        context = self.context()
        arguments: Mapping[str, str | None] = self.query.get("buildargs", {})
        header = self.auth
        if header is None and keyring is not None:
            images = None if context.instructions is None else base_images(context.instructions, arguments)
            header = keyring.build_header(None if images is None else [*images, *self.query.get("cachefrom", ())])
        if self.use_proxies and keyring is not None:
            arguments = with_proxies(arguments, keyring.proxies(endpoint))
        query: dict[str, Any] = {**self.query, "dockerfile": context.dockerfile, "buildargs": arguments or None}
        operation = operations.images.build(context.archive, **query)
        return replace(operation, headers=((AUTH_HEADER, header),)) if header else operation


def context_of(
    path: object, fileobj: Any, remote: object, *, custom_context: bool, encoding: object, gzip: bool
) -> dict[str, Any]:
    """Sort out what docker-py takes as a context, for :func:`new_build`."""
    if path is None and fileobj is None and remote is None:
        raise InvalidType("a build needs a context: path (a folder), fileobj (a Dockerfile or an archive) or remote")
    if custom_context and fileobj is None:
        raise InvalidType("custom_context says that fileobj is an archive, and there is no fileobj")
    if gzip and encoding is not None:
        raise InvalidArgument("encoding says how an archive is compressed, and gzip compresses a folder; leave one out")
    found: dict[str, Any] = {"path": path, "remote": remote, "gzip": gzip}
    if fileobj is None or custom_context:
        return {**found, "archive": fileobj}
    content: object = fileobj.read() if callable(getattr(fileobj, "read", None)) else fileobj
    content = content.encode() if isinstance(content, str) else content
    if not isinstance(content, bytes):
        raise InvalidType(
            f"fileobj must be an open Dockerfile, or bytes, not {type(fileobj).__name__}; with custom_context=True it "
            "is an archive"
        )
    return {**found, "instructions": content}


def dockerfile_option(path_dockerfile: str | None, dockerfile: "str | PathLike[str] | None") -> Any:
    """Take the place of the Dockerfile by either of its names."""
    if path_dockerfile is not None and dockerfile is not None and path_dockerfile != str(dockerfile):
        raise InvalidArgument(f"path_dockerfile {path_dockerfile!r} and dockerfile {dockerfile!r} differ; give one")
    return dockerfile if path_dockerfile is None else path_dockerfile


def new_build(
    *,
    path: "str | PathLike[str] | Mapping[str, bytes | PathLike[str]] | None" = None,
    archive: Any = None,
    instructions: bytes | None = None,
    dockerfile: "str | PathLike[str] | None" = None,
    gzip: bool | None = None,
    auth: "Mapping[str, Any] | None" = None,
    use_config_proxy: bool | None = None,
    **options: Any,
) -> Build:
    """Check what a build was given.

    The context is one of ``path`` (a folder, names with their content, or a URL), ``archive`` (of tar),
    ``instructions`` (a Dockerfile alone) and ``remote``, a URL. The rest is that of ``options.builds``.
    Raises ``TypeError`` and ``InvalidArgument``, which name the argument and the way out.
    """
    if isinstance(path, str) and path.startswith(_URLS):
        if options.get("remote") is not None:
            raise InvalidArgument(f"path is the URL {path!r}, and remote another; give one of them")
        options["remote"], path = path, None
    query = build_query(options)
    given = {"path": path, "an archive": archive, "a Dockerfile": instructions, "remote": query.get("remote")}
    sources = [name for name, value in given.items() if value is not None]
    if not sources:
        raise InvalidArgument("a build needs a context: path (a folder), fileobj (an archive) or remote (a URL)")
    if len(sources) > 1:
        raise InvalidArgument(f"a build has one context, and here are {' and '.join(sources)}; give one of them")
    if gzip and sources != ["path"]:
        raise InvalidArgument(f"gzip is for the context at path, and the context is {sources[0]}; compress it yourself")
    name = None if dockerfile is None else local_path("dockerfile", dockerfile, "the path of the Dockerfile")
    return Build(
        query=query,
        context=_context(path, archive, instructions, name, gzip=bool(gzip)),
        auth=None if auth is None else _auth_header(auth),
        use_proxies=use_config_proxy is None or use_config_proxy,
    )


_CONTEXT = "a folder, the URL of a context, or a mapping of names"


def _context(
    path: "str | PathLike[str] | Mapping[str, bytes | PathLike[str]] | None",
    archive: Any,
    instructions: bytes | None,
    dockerfile: str | None,
    *,
    gzip: bool,
) -> Callable[[], Context]:
    if isinstance(path, Mapping):
        files = dict(path)
        wanted = dockerfile or DOCKERFILE
        if wanted not in files:
            raise InvalidArgument(f"path has no {wanted!r} among its names; dockerfile=... says which it is")
        # What is wrong with a name or a value is said now.
        pack_files(files)
        return lambda: _of_names(files, wanted, gzip=gzip)
    if path is not None:
        folder = local_path("path", path, _CONTEXT)
        if not os.path.isdir(folder):
            state = "is none" if os.path.lexists(folder) else "does not exist"
            raise InvalidType(f"path must be {_CONTEXT}, and {folder!r} {state}")
        return lambda: _of_folder(folder, dockerfile, gzip=gzip)
    if instructions is not None:
        return lambda: _of_names({dockerfile or DOCKERFILE: instructions}, dockerfile or DOCKERFILE, gzip=False)
    body = archive
    if callable(getattr(archive, "read", None)) and not isinstance(archive, Iterable | AsyncIterable):
        body = iter(lambda: archive.read(READ_SIZE), b"")
    return lambda: Context(dockerfile, None, body)


def _of_folder(folder: str, dockerfile: str | None, *, gzip: bool) -> Context:
    packed = build_context(folder, dockerfile=dockerfile, gzip=gzip)
    return Context(packed.dockerfile, packed.instructions, packed.chunks)


def _of_names(files: "Mapping[str, bytes | PathLike[str]]", dockerfile: str, *, gzip: bool) -> Context:
    given = files[dockerfile]
    if isinstance(given, bytes):
        content = given
    else:
        with open(given, "rb") as file:
            content = file.read()
    chunks = pack_files(files, uid=0, gid=0)
    return Context(dockerfile, content, compressed(chunks) if gzip else chunks)


def _auth_header(auth: Mapping[str, Any]) -> str:
    if not isinstance(auth, Mapping):
        raise InvalidType("auth must be a mapping from registries to credentials, such as {'registry:5000': {...}}")
    return registry_config((server_key(registry), auth_fields(fields)) for registry, fields in auth.items())


def image_id(documents: "Iterable[shapes.BuildProgress]") -> str:
    """Find the id of the image in the documents of a build; empty where it made none."""
    found = ""
    for document in documents:
        aux: object = document.get("aux")
        if isinstance(aux, Mapping):
            found = str(cast("Mapping[str, object]", aux).get("ID") or found)
        elif match := _BUILT.search(document.get("stream") or ""):
            # The line names the image by a part of its id, which was told before in full by all but a quiet build.
            found = found if found.partition(":")[2].startswith(match[1]) else match[0].strip().removeprefix(_SAYS)
    return found


_SAYS = "Successfully built "


def written(document: "Mapping[str, Any]") -> str:
    """Give what a document of a build says as text: the output of the builder, and of the steps."""
    text: object = document.get("stream")
    if isinstance(text, str) and text:
        return text
    aux: object = document.get("aux")
    return b"".join(log.data for log in read_trace(aux).logs).decode("utf-8", "replace") if isinstance(aux, str) else ""


def raise_without_image(documents: "list[shapes.BuildProgress]") -> None:
    """Raise ``BuildError`` for a build that ended without an image."""
    if not image_id(documents):
        raise BuildError("the build ended without an image", documents)


class BuildResult(list["shapes.BuildProgress"]):
    """The documents of a build that succeeded, and the image that it made."""

    def __init__(self, documents: "Iterable[shapes.BuildProgress]", tags: Iterable[str] = ()) -> None:
        super().__init__(documents)
        self.id: str = image_id(self)
        """The id of the image; empty where the build made none, as some ``outputs`` ask for."""
        self.tags: list[str] = list(tags)
        """The names that it got, as they were given."""

    @property
    def text(self) -> str:
        """What the builder and the steps wrote."""
        return "".join(map(written, self))
