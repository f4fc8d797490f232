"""Build contexts: what is sent, what is left out, and that the same folder gives the same bytes."""

import io
import os
import tarfile
import zlib
from pathlib import Path

import pytest

from dockwright.archive.context import BuildContext, build_context
from dockwright.errors import InvalidArgument

FILES = ("Dockerfile", "a.txt", "b.md", "docs/keep.md", "docs/x.md", "src/deep/m.py", "src/m.py")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    for name in FILES:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(f"content of {name}")
    return root


def archived(context: BuildContext) -> dict[str, tarfile.TarInfo]:
    with tarfile.open(fileobj=io.BytesIO(b"".join(context.chunks))) as archive:
        return {member.name: member for member in archive}


def content(context: BuildContext) -> dict[str, bytes]:
    with tarfile.open(fileobj=io.BytesIO(b"".join(context.chunks))) as archive:
        regular = [member for member in archive if member.isfile()]
        return {member.name: file.read() for member in regular if (file := archive.extractfile(member)) is not None}


def files(context: BuildContext) -> list[str]:
    return [name for name, member in archived(context).items() if member.isfile()]


class TestContents:
    def test_everything_sorted_with_folders_before_their_contents(self, folder: Path) -> None:
        context = build_context(folder)
        assert context.dockerfile == "Dockerfile"
        names = ["Dockerfile", "a.txt", "b.md", "docs", "docs/keep.md", "docs/x.md", "src"]
        assert list(archived(context)) == [*names, "src/deep", "src/deep/m.py", "src/m.py"]

    def test_owned_by_root_with_the_times_of_the_disk(self, folder: Path) -> None:
        os.utime(folder / "a.txt", (5, 1_600_000_000))
        (folder / "a.txt").chmod(0o751)
        if os.geteuid() == 0:
            os.chown(folder / "a.txt", 1000, 1000)
        member = archived(build_context(folder))["a.txt"]
        assert (member.uid, member.gid, member.uname, member.gname) == (0, 0, "", "")
        assert (member.mtime, member.mode) == (1_600_000_000, 0o751)

    def test_one_time_for_all(self, folder: Path) -> None:
        assert {member.mtime for member in archived(build_context(folder, mtime=7)).values()} == {7}

    def test_the_same_folder_gives_the_same_bytes(self, folder: Path, tmp_path: Path) -> None:
        other = tmp_path / "other"
        for name in reversed(FILES):
            (other / name).parent.mkdir(parents=True, exist_ok=True)
            (other / name).write_text(f"content of {name}")
        for gzip in (False, True):
            first, second = (b"".join(build_context(each, mtime=0, gzip=gzip).chunks) for each in (folder, other))
            assert first == second

    def test_compressed(self, folder: Path) -> None:
        plain, packed = (b"".join(build_context(folder, gzip=gzip).chunks) for gzip in (False, True))
        assert len(packed) < len(plain)
        assert zlib.decompress(packed, wbits=16 + zlib.MAX_WBITS) == plain

    def test_links_are_kept(self, folder: Path) -> None:
        (folder / "link").symlink_to("/etc/passwd")
        member = archived(build_context(folder))["link"]
        assert (member.issym(), member.linkname) == (True, "/etc/passwd")

    def test_a_folder_behind_a_link(self, folder: Path, tmp_path: Path) -> None:
        (tmp_path / "link").symlink_to(folder)
        for dockerfile in (None, "Dockerfile", tmp_path / "link" / "Dockerfile", folder / "Dockerfile"):
            context = build_context(tmp_path / "link", dockerfile=dockerfile)
            assert (context.dockerfile, files(context)) == ("Dockerfile", list(FILES))


class TestIgnored:
    def test_by_the_folders_file(self, folder: Path) -> None:
        (folder / ".dockerignore").write_text("*.md\ndocs\n!docs/keep.md\n**/deep\n")
        context = build_context(folder)
        assert files(context) == [".dockerignore", "Dockerfile", "a.txt", "docs/keep.md", "src/m.py"]
        # A folder that is left out comes for the sake of what is taken back in below, and before it.
        names = list(archived(build_context(folder)))
        assert names.index("docs") < names.index("docs/keep.md")
        assert "src/deep" not in names

    def test_by_the_dockerfiles_own_file_first(self, folder: Path) -> None:
        (folder / ".dockerignore").write_text("a.txt")
        (folder / "docs" / "app").write_text("FROM scratch")
        (folder / "docs" / "app.dockerignore").write_text("b.md")
        names = files(build_context(folder, dockerfile="docs/app"))
        assert "a.txt" in names
        assert "b.md" not in names

    def test_what_the_builder_reads_is_sent_all_the_same(self, folder: Path) -> None:
        (folder / ".dockerignore").write_text("**")
        assert files(build_context(folder)) == [".dockerignore", "Dockerfile"]
        (folder / "docs" / "app").write_text("FROM scratch")
        context = build_context(folder, dockerfile="docs/app")
        assert list(archived(context)) == [".dockerignore", "docs", "docs/app"]
        assert context.dockerfile == "docs/app"

    def test_folders_left_out_are_not_read(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (folder / ".dockerignore").write_text("docs\nsrc/deep\n!src/m.py\n")
        read: list[str] = []
        listdir = os.listdir

        def noted(path: str) -> list[str]:
            read.append(os.path.relpath(path, folder))
            return listdir(path)

        monkeypatch.setattr(os, "listdir", noted)
        assert "docs/x.md" not in files(build_context(folder))
        assert read == [".", "src"]

    def test_a_pattern_that_is_none_names_file_and_line(self, folder: Path) -> None:
        (folder / ".dockerignore").write_text("a\n[\n")
        with pytest.raises(InvalidArgument, match=r"project/\.dockerignore, line 2"):
            build_context(folder)

    def test_case_counts(self, folder: Path) -> None:
        (folder / ".dockerignore").write_text("A.TXT\nDOCS")
        assert "a.txt" in files(build_context(folder))


class TestDockerfile:
    def test_outside_of_the_folder(self, folder: Path, tmp_path: Path) -> None:
        (tmp_path / "other.Dockerfile").write_text("FROM elsewhere")
        for dockerfile in ("../other.Dockerfile", tmp_path / "other.Dockerfile"):
            context = build_context(folder, dockerfile=dockerfile)
            found = content(context)
            assert found[context.dockerfile] == b"FROM elsewhere"
            # The builder reads this file, and drops what it names: COPY must not see the Dockerfile.
            assert found[".dockerignore"] == f".dockerignore\n{context.dockerfile}\n".encode()
            assert found["Dockerfile"] == b"content of Dockerfile"

    def test_outside_beside_rules(self, folder: Path, tmp_path: Path) -> None:
        (folder / ".dockerignore").write_text("a.txt\n")
        (tmp_path / "other").write_text("FROM elsewhere")
        context = build_context(folder, dockerfile="../other")
        found = content(context)
        assert found[".dockerignore"] == f"a.txt\n{context.dockerfile}\n".encode()
        assert "a.txt" not in found
        names = [member.name for member in archived(build_context(folder, dockerfile="../other")).values()]
        assert len(names) == len(set(names))

    def test_a_link_that_leads_out_is_followed(self, folder: Path, tmp_path: Path) -> None:
        (tmp_path / "other").write_text("FROM elsewhere")
        (folder / "linked").symlink_to("../other")
        context = build_context(folder, dockerfile="linked")
        assert content(context)[context.dockerfile] == b"FROM elsewhere"

    def test_its_name_outside_follows_from_its_content(self, folder: Path, tmp_path: Path) -> None:
        (tmp_path / "one").write_text("FROM a")
        (tmp_path / "two").write_text("FROM a")
        (tmp_path / "three").write_text("FROM b")
        one, two, three = (
            build_context(folder, dockerfile=f"../{each}").dockerfile for each in ("one", "two", "three")
        )
        assert one == two != three

    @pytest.mark.parametrize("dockerfile", ["nosuch", "../nosuch", "docs"])
    def test_missing(self, folder: Path, dockerfile: str) -> None:
        with pytest.raises(OSError, match=r"Dockerfile|directory"):
            build_context(folder, dockerfile=dockerfile)


def test_a_folder_that_is_none(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        build_context(tmp_path / "nosuch")
    with pytest.raises(InvalidArgument, match="must be a folder"):
        build_context(folder / "a.txt")
