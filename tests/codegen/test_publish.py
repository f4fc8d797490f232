"""Writing a tree and comparing it, in both directions."""

from pathlib import Path

from codegen.publish import differences, publish

FILES = {"a.txt": "one\n", "package/b.py": "two\n", "package/deep/c.py": "three\n"}


def tree(root: Path) -> dict[str, str]:
    return {path.relative_to(root).as_posix(): path.read_text("utf-8") for path in root.rglob("*") if path.is_file()}


def test_publish_writes_the_whole_tree(tmp_path: Path) -> None:
    assert sorted(publish(tmp_path, FILES)) == sorted(FILES)
    assert tree(tmp_path) == FILES


def test_publish_leaves_equal_files_untouched(tmp_path: Path) -> None:
    publish(tmp_path, FILES)
    before = {name: (tmp_path / name).stat().st_ino for name in FILES}
    assert publish(tmp_path, {**FILES, "a.txt": "new\n"}) == ["a.txt"]
    after = {name: (tmp_path / name).stat().st_ino for name in FILES}
    assert {name for name in FILES if before[name] != after[name]} <= {"a.txt"}
    assert (tmp_path / "a.txt").read_text("utf-8") == "new\n"


def test_publish_removes_what_no_longer_belongs_there(tmp_path: Path) -> None:
    publish(tmp_path, FILES)
    assert publish(tmp_path, {"a.txt": "one\n"}) == ["package/b.py", "package/deep/c.py"]
    assert tree(tmp_path) == {"a.txt": "one\n"}
    assert not (tmp_path / "package").exists()


def test_publish_keeps_caches_of_tools(tmp_path: Path) -> None:
    publish(tmp_path, FILES)
    cache = tmp_path / "package" / "__pycache__" / "b.pyc"
    cache.parent.mkdir()
    cache.write_bytes(b"")
    assert publish(tmp_path, FILES) == []
    assert cache.exists()
    assert differences(tmp_path, FILES) == []


def test_publish_removes_a_folder_that_holds_only_a_cache(tmp_path: Path) -> None:
    publish(tmp_path, FILES)
    cache = tmp_path / "package" / "deep" / "__pycache__" / "c.pyc"
    cache.parent.mkdir()
    cache.write_bytes(b"")
    publish(tmp_path, {"a.txt": "one\n"})
    assert not (tmp_path / "package").exists()


def test_differences_name_missing_extra_and_different_files(tmp_path: Path) -> None:
    publish(tmp_path, FILES)
    assert differences(tmp_path, FILES) == []
    (tmp_path / "a.txt").unlink()
    (tmp_path / "package" / "b.py").write_text("two", "utf-8")
    (tmp_path / "package" / "stray.py").write_text("", "utf-8")
    before = tree(tmp_path)
    assert differences(tmp_path, FILES) == ["missing: a.txt", "extra: package/stray.py", "different: package/b.py"]
    assert tree(tmp_path) == before


def test_line_ends_count(tmp_path: Path) -> None:
    publish(tmp_path, FILES)
    (tmp_path / "a.txt").write_bytes(b"one\r\n")
    assert differences(tmp_path, FILES) == ["different: a.txt"]
    publish(tmp_path, FILES)
    assert (tmp_path / "a.txt").read_bytes() == b"one\n"


def test_all_is_missing_where_nothing_is(tmp_path: Path) -> None:
    assert differences(tmp_path / "nowhere", {"a.txt": ""}) == ["missing: a.txt"]
