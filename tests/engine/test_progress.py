"""Progress of real engines, as terminals and files show it."""

import asyncio
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.console import Console

from dockwright import progress
from dockwright.aio import Docker, DockerContainer
from dockwright.sync import DockerClient
from dockwright_api import shapes
from tests.engines import Engine
from tests.engines.registry import Registry


class Screens:
    """A terminal that notes what is written to it, and a file beside it."""

    def __init__(self) -> None:
        self.console = Console(file=io.StringIO(), force_terminal=True, width=120, color_system=None)
        self.file = io.StringIO()

    @property
    def on_terminal(self) -> str:
        """What was written to the terminal, without what moves the cursor."""
        assert isinstance(self.console.file, io.StringIO)
        return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]|\r", "", self.console.file.getvalue())

    @property
    def in_file(self) -> str:
        """What was written to the file."""
        return self.file.getvalue()


@pytest.fixture
def screens() -> Screens:
    """Where progress is shown."""
    return Screens()


@pytest.fixture
def client(engine: Engine) -> Iterator[DockerClient]:
    """A synchronous client."""
    with DockerClient(engine.url) as client:
        yield client


@pytest.mark.private_engine
async def test_pushes_and_pulls(
    docker: Docker, client: DockerClient, engine: Engine, registry: Registry, unique_name: str, screens: Screens
) -> None:
    image = f"{registry.address}/{unique_name}:1"
    await docker.images.tag(engine.image, image)
    with progress.bars(console=screens.console) as show:
        await docker.images.push(image, progress=show)
    with progress.bars(screens.file) as show:
        await asyncio.to_thread(lambda: client.images.push(image, progress=show))
    for shown in (screens.on_terminal, screens.in_file):
        assert f"The push refers to repository [{registry.address}/{unique_name}]\n" in shown
        assert re.search(r"\n1: digest: sha256:[0-9a-f]{64} size: [0-9]+\n", shown)
    # The registry may have it already, of another test.
    assert re.search(r"[0-9a-f]{12}: (Pushed|Mounted from \S+)\n", screens.on_terminal)
    assert re.search(r"\n[0-9a-f]{12}: Layer already exists\n", screens.in_file)
    await docker.images.delete(image)
    with progress.bars(console=screens.console) as show:
        async for document in docker.images.pull(image, stream=True):
            show(document)
    await docker.images.delete(image)
    with progress.bars(screens.file) as show:
        await asyncio.to_thread(lambda: client.images.pull(image, progress=show))
    for shown in (screens.on_terminal, screens.in_file):
        assert f"1: Pulling from {unique_name}\n" in shown
        assert re.search(rf"\nDigest: sha256:[0-9a-f]{{64}}\nStatus: .* for {image}\n", shown)
    # Numbers that grow are for terminals.
    assert "ing  [" not in screens.in_file
    await docker.images.delete(image)


async def test_a_pull_of_many_layers(
    docker: Docker, engine: Engine, registry: Registry, unique_name: str, tmp_path: Path, screens: Screens
) -> None:
    image = f"{registry.address}/{unique_name}:1"
    steps = [f"FROM {engine.image}", *(f"COPY f{number} /" for number in range(3))]
    files = {f"f{number}": bytes([number]) * 1_000_000 for number in range(3)}
    built = await docker.images.build(path={"Dockerfile": "\n".join(steps).encode(), **files}, tag=image)
    await docker.images.push(image)
    await docker.images.delete(built.id, force=True)
    with progress.bars(console=screens.console) as show:
        await docker.images.pull(image, progress=show)
    last = screens.on_terminal.splitlines()[-6:]
    assert sum(line.endswith(": Pull complete") for line in last) == 3
    assert last[-1].startswith("Status: ")
    await docker.images.delete(image)


async def test_builds(docker: Docker, client: DockerClient, engine: Engine, screens: Screens) -> None:
    files = {"Dockerfile": f"FROM {engine.image}\nRUN echo [said]\n".encode()}
    with progress.bars(console=screens.console) as show:
        first = await docker.images.build(path=files, nocache=True, progress=show)
    with progress.bars(screens.file) as show:
        second, _ = await asyncio.to_thread(
            lambda: client.images.build(files, version="2", nocache=True, progress=show)
        )
    assert re.match(
        r"Step 1/2 : FROM busybox:latest\n(?s:.*)\n\[said\]\n(?s:.*)\nSuccessfully built", screens.on_terminal
    )
    assert re.search(r"#(\d+) \[2/2\] RUN echo \[said\]\n(?s:.*)#\1 \[said\]\n(?s:.*)#\1 DONE \d", screens.in_file)
    for image in (first.id, second.id):
        await docker.images.delete(image, force=True)


async def test_loads(docker: Docker, client: DockerClient, unique_name: str, screens: Screens) -> None:
    built = await docker.images.build(
        path={"Dockerfile": b"FROM scratch\nCOPY f /\n", "f": b"x" * 100}, tag=unique_name
    )
    packed = await docker.images.export_image(unique_name).read()
    await docker.images.delete(built.id, force=True)
    with progress.bars(console=screens.console) as show:
        await docker.images.import_image(packed, progress=show)
    await docker.images.delete(unique_name)
    with progress.bars(screens.file) as show:
        await asyncio.to_thread(lambda: client.images.load(packed, progress=show))
    assert "Loading layer" in screens.on_terminal
    assert screens.in_file == f"Loaded image: {unique_name}:latest\n"
    await docker.images.delete(unique_name)


async def test_copies(
    docker: Docker, client: DockerClient, sleeper: DockerContainer, tmp_path: Path, screens: Screens
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "big").write_bytes(b"x" * 1_000_000)
    with progress.bars(console=screens.console) as show:
        await sleeper.copy_to(tmp_path / "folder" / "big", "/tmp/one", progress=show)
        await sleeper.copy_from("/tmp/one", tmp_path / "back", progress=show)
    assert "/tmp/one: Copied" in screens.on_terminal
    assert (tmp_path / "back").stat().st_size == 1_000_000

    def synchronous() -> None:
        container = client.containers.get(sleeper.id)
        container.copy_to(tmp_path / "folder", "/tmp", progress=show)
        container.copy_from("/tmp/folder", tmp_path / "other", progress=show)

    with progress.bars(screens.file) as show:
        await asyncio.to_thread(synchronous)
    assert screens.in_file == "/tmp: Copied\n/tmp/folder: Copied\n"


async def test_copies_say_how_much(
    docker: Docker, client: DockerClient, sleeper: DockerContainer, tmp_path: Path
) -> None:
    seen: list[dict[str, object]] = []

    def note(document: shapes.ProgressMessage) -> None:
        seen.append(dict(document))

    def checked(name: str) -> None:
        counts = [each["progressDetail"] for each in seen[:-1]]
        assert counts[-1] == {"current": 1_000_000, "total": 1_000_000}
        assert seen[-1] == {"id": name, "status": "Copied", "progressDetail": {}}
        seen.clear()

    (tmp_path / "big").write_bytes(b"x" * 1_000_000)
    await sleeper.copy_to(tmp_path / "big", "/tmp/one", progress=note)
    checked("/tmp/one")
    await sleeper.copy_from("/tmp/one", tmp_path / "back", progress=note)
    checked("/tmp/one")
    (tmp_path / "links").mkdir()
    (tmp_path / "links" / "link").symlink_to("one")
    await sleeper.copy_to(f"{tmp_path}/links/.", "/tmp")
    await sleeper.copy_from("/tmp/link", tmp_path / "link", follow_links=True, progress=note)
    checked("/tmp/link")
    container = await asyncio.to_thread(client.containers.get, sleeper.id)
    await asyncio.to_thread(lambda: container.copy_from("/tmp/one", tmp_path / "again", progress=note))
    checked("/tmp/one")
    await sleeper.copy_from("/tmp", tmp_path / "folder", progress=note)
    assert all("total" not in str(each) for each in seen)
