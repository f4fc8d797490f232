"""Progress on terminals, in files, and without rich."""

import base64
import io
import re
import subprocess
import sys
from typing import Any

import pytest
from rich.console import Console

from dockwright import progress
from dockwright_api import models
from tests.unit.wire.test_buildkit import field, trace

PULL: list[dict[str, Any]] = [
    {"status": "Pulling from library/name", "id": "latest"},
    {"status": "Pulling fs layer", "progressDetail": {}, "id": "aaaa"},
    {"status": "Pulling fs layer", "progressDetail": {}, "id": "bbbb"},
    {"status": "Downloading", "progressDetail": {"current": 600_000, "total": 1_200_000}, "id": "aaaa"},
    {"status": "Downloading", "progressDetail": {"current": 900, "total": 1000}, "id": "bbbb"},
    {"status": "Pull complete", "progressDetail": {}, "id": "bbbb"},
]
END: list[dict[str, Any]] = [
    {"status": "Pull complete", "progressDetail": {}, "id": "aaaa"},
    {"status": "Digest: sha256:0"},
    {"status": "Status: Downloaded newer image for name:latest"},
]


def terminal(width: int = 100) -> Console:
    """A terminal that notes what is written to it."""
    return Console(file=io.StringIO(), force_terminal=True, width=width, color_system=None)


def written(console: Console) -> str:
    """Tell what was written, without what moves the cursor."""
    assert isinstance(console.file, io.StringIO)
    return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]|\r", "", console.file.getvalue())


def shown(console: Console, show: progress.Show) -> list[str]:
    """Tell what a terminal shows in the lines that change."""
    screen = Console(file=io.StringIO(), width=console.width)
    screen.print(show._output)  # pyright: ignore[reportPrivateUsage]  what would be drawn next
    return written(screen).splitlines()


class TestTerminals:
    """A line with a bar for each layer, and text above."""

    def test_layers_have_a_line_each(self) -> None:
        console = terminal()
        with progress.bars(console=console) as show:
            for document in PULL:
                show(document)
            assert shown(console, show) == [
                f"aaaa: Downloading [{'=' * 25}>{' ' * 24}] 600kB/1.2MB",
                "bbbb: Pull complete",
            ]
            for document in END:
                show(document)
            assert shown(console, show) == []
        # What was done stays, in order, and once.
        assert written(console).splitlines()[-4:] == [
            "aaaa: Pull complete",
            "bbbb: Pull complete",
            "Digest: sha256:0",
            "Status: Downloaded newer image for name:latest",
        ]

    @pytest.mark.parametrize(
        ("detail", "line"),
        [
            ({"current": 5, "total": 10}, f"x: S [{'=' * 25}>{' ' * 24}] 5B/10B"),
            ({"current": 10, "total": 10}, f"x: S [{'=' * 50}] 10B/10B"),
            ({"current": 20, "total": 10}, f"x: S [{'=' * 50}] 20B"),
            ({"current": 0, "total": 10}, f"x: S [>{' ' * 49}] 0B/10B"),
            ({"current": 12_345_678}, "x: S 12.35MB"),
            # The containerd image store, which counts seconds and knows no end.
            ({"current": 3, "units": "s"}, "x: S 3 s"),
            ({"current": 3, "total": 4, "units": "files"}, f"x: S [{'=' * 37}>{' ' * 12}] 3/4 files"),
            ({"current": 5, "total": 10, "hidecounts": True}, f"x: S [{'=' * 25}>{' ' * 24}]"),
            ({}, "x: S"),
            (None, "x: S"),
            ({"current": None, "total": None}, "x: S"),
        ],
    )
    def test_how_far_it_is(self, detail: Any, line: str) -> None:
        console = terminal()
        with progress.bars(console=console) as show:
            show({"id": "x", "status": "S", "progressDetail": detail})
            assert shown(console, show) == [line]

    def test_a_narrow_terminal(self) -> None:
        for width, line in ((40, f"x: S [{'=' * 13}>{' ' * 12}] 5B/10B"), (20, "x: S 5B/10B"), (8, "x: S 5B…")):
            console = terminal(width)
            with progress.bars(console=console) as show:
                show({"id": "x", "status": "S", "progressDetail": {"current": 5, "total": 10}})
                assert shown(console, show) == [line]

    def test_steps_of_a_build_are_text(self) -> None:
        console = terminal()
        with progress.bars(console=console) as show:
            for text in ("Step 1/2 : FROM [red]x", "\n", " ---> 0123\n", "no end"):
                show({"stream": text})
        assert written(console).split("\n") == ["Step 1/2 : FROM [red]x", " ---> 0123", "no end", ""]


class TestFiles:
    """What is no terminal gets lines, and no numbers that grow."""

    EXPECTED = (
        "latest: Pulling from library/name\naaaa: Pulling fs layer\nbbbb: Pulling fs layer\nbbbb: Pull complete\n"
        "aaaa: Pull complete\nDigest: sha256:0\nStatus: Downloaded newer image for name:latest\n"
    )

    def test_lines(self) -> None:
        file = io.StringIO()
        with progress.bars(file) as show:
            for document in (*PULL, *END):
                show(document)
        assert file.getvalue() == self.EXPECTED

    def test_a_console_that_is_no_terminal(self) -> None:
        console = Console(file=io.StringIO(), width=20)
        with progress.bars(console=console) as show:
            for document in (*PULL, *END, {"stream": "[b]x"}):
                show(document)
        assert written(console) == self.EXPECTED + "[b]x"

    def test_the_standard_error_is_meant_where_nothing_is_said(self, capsys: pytest.CaptureFixture[str]) -> None:
        with progress.bars() as show:
            show({"status": "a"})
        assert capsys.readouterr() == ("", "a\n")

    def test_without_rich(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(sys.modules, "rich.console", None)

        class Terminal(io.StringIO):
            def isatty(self) -> bool:
                return True

        file = Terminal()
        with progress.bars(file) as show:
            for document in (*PULL, *END):
                show(document)
        assert file.getvalue() == self.EXPECTED

    def test_models(self) -> None:
        file = io.StringIO()
        with progress.bars(file) as show:
            show(models.ProgressMessage(id="x", status="done"))
        assert file.getvalue() == "x: done\n"

    def test_documents_that_say_nothing(self) -> None:
        file = io.StringIO()
        with progress.bars(file) as show:
            for document in ({}, {"aux": {"ID": "x"}}, {"stream": ""}, {"aux": "!"}, {"id": "x"}):
                show(document)
            with pytest.raises(TypeError, match="a document of a progress stream is a mapping, not str"):
                show("text")
        assert file.getvalue() == ""


def vertex(digest: bytes, name: bytes, **more: Any) -> bytes:
    times = {5: more.get("started"), 6: more.get("completed")}
    stamps = (field(number, field(1, at)) for number, at in times.items() if at is not None)
    parts = (
        field(1, digest),
        field(3, name),
        *stamps,
        field(4, more.get("cached", 0)),
        field(7, more.get("error", b"")),
    )
    return field(1, b"".join(parts))


def status(digest: bytes, name: bytes, current: int, total: int, *, completed: bool = False) -> bytes:
    parts = (field(1, name), field(2, digest), field(4, current), field(5, total))
    return field(2, b"".join((*parts, *([field(8, field(1, 5))] if completed else []))))


def log(digest: bytes, data: bytes) -> bytes:
    return field(3, field(1, digest) + field(3, 1) + field(4, data))


class TestBuildKit:
    """Steps by number, as the docker command writes them in plain text."""

    def test_steps(self) -> None:
        file = io.StringIO()
        with progress.bars(file) as show:
            for part in (
                vertex(b"a", b"waits"),
                vertex(b"b", b"FROM x", started=10),
                vertex(b"c", b"COPY", started=11, completed=11, cached=1),
                log(b"b", b"one\ntwo\n"),
                status(b"b", b"layer", 1, 4),
                status(b"b", b"layer", 4, 4, completed=True),
                vertex(b"b", b"FROM x", started=10, completed=12),
                vertex(b"b", b"FROM x", started=10, completed=12),
                vertex(b"d", b"RUN", started=12, completed=13, error=b"exit 7"),
                field(4, field(3, b"careful")),
            ):
                show({"id": "moby.buildkit.trace", "aux": trace(part)})
        assert file.getvalue() == (
            "#1 FROM x\n#2 COPY\n#2 CACHED\n#1 one\n#1 two\n#1 layer done\n#1 DONE 2.0s\n"
            "#3 RUN\n#3 ERROR: exit 7\nWARNING: careful\n"
        )

    def test_parts_have_bars(self) -> None:
        console = terminal()
        with progress.bars(console=console) as show:
            show({"aux": trace(vertex(b"a", b"FROM x", started=1), status(b"a", b"layer", 1, 2))})
            show({"aux": trace(log(b"a", b"meanwhile\n"))})
            assert shown(console, show) == [f"#1 layer [{'=' * 25}>{' ' * 24}] 1B/2B"]
            show({"aux": trace(status(b"a", b"layer", 2, 2, completed=True))})
            assert shown(console, show) == []

    def test_what_is_no_message_of_it(self) -> None:
        file = io.StringIO()
        with progress.bars(file) as show:
            show({"aux": base64.b64encode(b"\xff").decode()})
        assert file.getvalue() == ""


def test_rich_is_not_imported_before_it_is_needed() -> None:
    program = "import sys, dockwright.progress; sys.exit('rich' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
