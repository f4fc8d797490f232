"""One context of the docker command: a name for an engine, and how it is verified."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, cast

from ...errors import DockerContextError
from ...settings import context_store
from ...settings.endpoint import full_address, parse
from ...settings.tls import TLSFiles
from ..tls import TLSConfig

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Self

_IN_MEMORY = "IN MEMORY"
_USUAL = "unix:///var/run/docker.sock"


class Context:
    """A context; in memory until :meth:`save`.

    ``host`` is the address of the engine, ``endpoints`` the same as the docker command writes it. The engine of one
    with TLS is verified unless the context says otherwise in so many words; ``tls`` has no effect.
    """

    def __init__(
        self,
        name: str,
        orchestrator: str | None = None,
        host: str | None = None,
        endpoints: Mapping[str, Any] | None = None,
        tls: bool = False,
    ) -> None:
        if not name:
            raise DockerContextError("a context needs a name")
        self.name = name
        self.orchestrator = orchestrator
        self.context_type: str | None = None
        self.meta_path: str = _IN_MEMORY
        self.tls_path: str = _IN_MEMORY
        self.tls_cfg: dict[str, TLSConfig] = {}
        self.endpoints: dict[str, dict[str, Any]] = {}
        for endpoint, settings in (endpoints or {self._key: {}}).items():
            if not isinstance(settings, dict):
                raise DockerContextError(f"the endpoint {endpoint!r} must be a mapping, not {settings!r}", name)
            given = cast("dict[str, Any]", settings)
            if endpoint == self._key:
                given = {"Host": _address(host), "SkipTLSVerify": False, **given}
            self.endpoints[endpoint] = dict(given)

    @property
    def _key(self) -> str:
        return self.orchestrator if self.orchestrator and self.orchestrator != "swarm" else "docker"

    @classmethod
    def load_context(cls, name: str) -> Self | None:
        """Read a context, None where there is none of that name.

        Raises ``ContextNotFound`` (``DockerContextInvalidError``) for one whose file makes no sense.
        """
        content = context_store.read_context(name)
        if content is None:
            return None
        described = cast("dict[str, Any]", content.get("Metadata") or {})
        self = cls(
            str(content.get("Name") or name),
            cast("str | None", described.get("StackOrchestrator")),
            endpoints=cast("Mapping[str, Any] | None", content.get("Endpoints")),
        )
        self.context_type = described.get("Type")
        self.meta_path = str(context_store.meta_folder(name))
        self.tls_path = str(context_store.tls_folder(name))
        for endpoint, settings in self.endpoints.items():
            folder = context_store.tls_folder(name) / endpoint
            verify = settings.get("SkipTLSVerify") is not True
            files = TLSFiles.of_folder(folder, rule=f"the context {name!r}", verify=verify)
            if files.ca is not None or files.cert is not None:
                pair = None if files.cert is None or files.key is None else (files.cert, files.key)
                self.tls_cfg[endpoint] = TLSConfig(pair, files.ca, verify)
        return self

    def set_endpoint(
        self,
        name: str = "docker",
        host: str | None = None,
        tls_cfg: TLSConfig | None = None,
        skip_tls_verify: bool = False,
        def_namespace: str | None = None,
    ) -> None:
        """Set the address of an engine, and its TLS files."""
        self.endpoints[name] = {
            "Host": _address(host),
            "SkipTLSVerify": skip_tls_verify,
            **({"DefaultNamespace": def_namespace} if def_namespace else {}),
        }
        if tls_cfg is not None:
            self.tls_cfg[name] = tls_cfg

    def save(self) -> None:
        """Write the context to the files of the docker command, with copies of its TLS files."""
        files = {endpoint: config.files for endpoint, config in self.tls_cfg.items()}
        context_store.write_context(self.name, self.Metadata, files)
        self.meta_path = str(context_store.meta_folder(self.name))
        self.tls_path = str(context_store.tls_folder(self.name))

    def remove(self) -> None:
        """Remove the context from the files of the docker command."""
        context_store.delete_context(self.name)

    def inspect(self) -> dict[str, Any]:
        """Give everything about the context as JSON."""
        return {**self.Metadata, **self.TLSMaterial, **self.Storage}

    def is_docker_host(self) -> bool:
        """Say whether the context names an engine; those of other kinds have a type."""
        return self.context_type is None

    # The names are those of the docker command's JSON.

    @property
    def Name(self) -> str:  # noqa: N802  docker-py's name
        """The name."""
        return self.name

    @property
    def Host(self) -> str | None:  # noqa: N802  docker-py's name
        """The address of the engine."""
        return self.endpoints.get(self._key, {}).get("Host")

    @property
    def Orchestrator(self) -> str | None:  # noqa: N802  docker-py's name
        """What older docker commands kept there."""
        return self.orchestrator

    @property
    def Metadata(self) -> dict[str, Any]:  # noqa: N802  docker-py's name
        """The description, as it is written."""
        described = {"StackOrchestrator": self.orchestrator} if self.orchestrator else {}
        return {"Name": self.name, "Metadata": described, "Endpoints": self.endpoints}

    @property
    def TLSConfig(self) -> TLSConfig | None:  # noqa: N802  docker-py's name
        """The TLS files, None where the context has none."""
        return self.tls_cfg.get(self._key)

    @property
    def TLSMaterial(self) -> dict[str, Any]:  # noqa: N802  docker-py's name
        """The names of the TLS files of each endpoint."""
        return {
            "TLSMaterial": {
                endpoint: [path.name for path in (config.files.ca, config.files.cert, config.files.key) if path]
                for endpoint, config in self.tls_cfg.items()
            }
        }

    @property
    def Storage(self) -> dict[str, Any]:  # noqa: N802  docker-py's name
        """Where the files are."""
        return {"Storage": {"MetadataPath": self.meta_path, "TLSPath": self.tls_path}}

    def __call__(self) -> dict[str, Any]:
        return self.inspect()

    def __str__(self) -> str:
        return json.dumps(self.inspect(), indent=2)

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {self.name!r}>"


def _address(host: str | None) -> str:
    """Give an address as it is written, which may be one; whether with TLS is told by the files."""
    address = full_address(host) if host else _USUAL
    parse(address, rule="host")
    return address
