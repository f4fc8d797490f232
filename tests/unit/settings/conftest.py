"""A home folder with settings of the docker command, and an environment that leads there and nowhere else."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest


class Home:
    """A home folder; ``environment`` names it, and what a test adds."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.docker = folder / ".docker"
        self.docker.mkdir(parents=True)
        self.environment: dict[str, str] = {"HOME": str(folder), "PATH": str(folder / "bin")}

    def config(self, content: Mapping[str, Any] | str) -> Path:
        """Write ``config.json``."""
        file = self.docker / "config.json"
        file.write_text(content if isinstance(content, str) else json.dumps(content))
        return file

    def context(self, name: str, host: str, *, tls: tuple[str, ...] = (), **endpoint: object) -> Path:
        """Make a context as the docker command does, and give its folder for TLS files; ``tls`` are empty ones."""
        identifier = hashlib.sha256(name.encode()).hexdigest()
        meta = self.docker / "contexts" / "meta" / identifier / "meta.json"
        meta.parent.mkdir(parents=True, exist_ok=True)
        content = {"Name": name, "Metadata": {}, "Endpoints": {"docker": {"Host": host, **endpoint}}}
        meta.write_text(json.dumps(content))
        folder = self.docker / "contexts" / "tls" / identifier / "docker"
        if tls:
            folder.mkdir(parents=True)
        for file in tls:
            (folder / file).touch()
        return folder

    def program(self, name: str, script: str) -> Path:
        """Make a program that keeps credentials, as a shell script; what it is asked for is noted in ``asked``."""
        file = self.folder / "bin" / f"docker-credential-{name}"
        file.parent.mkdir(exist_ok=True)
        file.write_text(f'#!/bin/sh\nread -r server\necho "{name} $1 $server" >>{self.folder}/asked\n{script}\n')
        file.chmod(0o755)
        return file

    @property
    def asked(self) -> list[str]:
        """What programs were asked for, in order: name, verb, server."""
        file = self.folder / "asked"
        return file.read_text().splitlines() if file.exists() else []


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A home folder of nobody."""
    return Home(tmp_path / "home")
