"""Build contexts as the builders of real engines read them."""

import io
import json
import tarfile
from pathlib import Path

import pytest

from dockwright.archive.context import build_context
from tests.engines import Engine


@pytest.mark.parametrize("gzip", [False, True])
@pytest.mark.parametrize("outside", [False, True])
def test_what_the_builder_copies(engine: Engine, unique_name: str, tmp_path: Path, gzip: bool, outside: bool) -> None:
    root = tmp_path / "project"
    for name in ("a", "docs/x", "docs/keep", "secret"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(name)
    (root / ".dockerignore").write_text("secret\ndocs\n!docs/keep\nDockerfile\n.dockerignore\n")
    dockerfile = tmp_path / "elsewhere" if outside else root / "Dockerfile"
    dockerfile.write_text(f"FROM {engine.image}\nCOPY . /copied\nLABEL done=1\n")
    images: list[str] = []
    for _ in range(2):
        context = build_context(root, dockerfile=dockerfile, gzip=gzip)
        target = f"/build?t={unique_name}&dockerfile={context.dockerfile}"
        reply = engine.request("POST", target, context.chunks, headers={"Content-Type": "application/x-tar"})
        progress = [json.loads(line) for line in reply.body.splitlines() if line.strip()]
        assert not [document for document in progress if "error" in document], progress
        (image,) = [document["aux"]["ID"] for document in progress if "ID" in document.get("aux", {})]
        images.append(image)
    try:
        # The same folder again, and the builder finds all of it in its cache.
        assert images[0] == images[1]
        created = engine.request("POST", f"/containers/create?name={unique_name}", {"Image": unique_name})
        container = created.json()["Id"]
        archive = engine.request("GET", f"/containers/{container}/archive?path=/copied").body
        engine.request("DELETE", f"/containers/{container}")
        assert sorted(_names(archive)) == ["copied", "copied/a", "copied/docs", "copied/docs/keep"]
    finally:
        engine.request("DELETE", f"/images/{unique_name}?force=1")


def _names(archive: bytes) -> list[str]:

    with tarfile.open(fileobj=io.BytesIO(archive)) as members:
        return members.getnames()
