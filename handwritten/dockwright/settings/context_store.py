"""Contexts of the docker command, written: made, removed and chosen, in its own files.

What is written is there whole or not at all. Keys are readable by their owner only.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..errors import DockerContextInvalidError
from .config_file import ConfigFile, config_folder
from .tls import NAMES, TLSFiles


def meta_folder(name: str, environment: Mapping[str, str] | None = None) -> Path:
    """Give the folder of a context's description, whether it exists or not."""
    return _store(environment) / "meta" / _identifier(name)


def tls_folder(name: str, environment: Mapping[str, str] | None = None) -> Path:
    """Give the folder of a context's TLS files, whether it exists or not."""
    return _store(environment) / "tls" / _identifier(name)


def read_context(name: str, environment: Mapping[str, str] | None = None) -> dict[str, Any] | None:
    """Read the description of a context as JSON, None where there is none.

    Raises ``DockerContextInvalidError`` for a file that makes no sense.
    """
    file = meta_folder(name, environment) / "meta.json"
    try:
        content: object = json.loads(file.read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, ValueError) as error:
        raise DockerContextInvalidError(f"{file} cannot be read: {error}", name) from error
    if not isinstance(content, dict):
        raise DockerContextInvalidError(f"{file} does not hold a JSON object", name)
    return {str(key): value for key, value in content.items()}  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]  JSON


def write_context(
    name: str,
    content: Mapping[str, Any],
    tls: Mapping[str, TLSFiles],
    environment: Mapping[str, str] | None = None,
) -> None:
    """Write a context: its description, and for each of its endpoints copies of the TLS files."""
    for endpoint, files in tls.items():
        folder = tls_folder(name, environment) / endpoint
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        for target, source in zip(NAMES, (files.ca, files.cert, files.key), strict=True):
            if source is not None and source != folder / target:
                _write(folder / target, source.read_bytes(), 0o600)
    folder = meta_folder(name, environment)
    folder.mkdir(parents=True, exist_ok=True, mode=0o755)
    _write(folder / "meta.json", json.dumps(content).encode(), 0o644)


def delete_context(name: str, environment: Mapping[str, str] | None = None) -> None:
    """Remove a context with its TLS files; one that is not there is gone already."""
    for folder in (meta_folder(name, environment), tls_folder(name, environment)):
        shutil.rmtree(folder, ignore_errors=True)


def choose_context(name: str | None, environment: Mapping[str, str] | None = None) -> None:
    """Make a context the current one in ``config.json``, as ``docker context use`` does; None for none.

    Everything else in the file stays. Raises ``SettingsError`` for one that cannot be read.
    """
    path = config_folder(os.environ if environment is None else environment) / "config.json"
    content = ConfigFile.read(path).content
    if name is None:
        content.pop("currentContext", None)
    else:
        content["currentContext"] = name
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    # It may have passwords.
    mode = path.stat().st_mode & 0o777 if path.exists() else 0o600
    _write(path, json.dumps(content, indent="\t").encode(), mode)


def _store(environment: Mapping[str, str] | None) -> Path:
    return config_folder(os.environ if environment is None else environment) / "contexts"


def _identifier(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()


def _write(path: Path, content: bytes, mode: int) -> None:
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        os.replace(beside, path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
