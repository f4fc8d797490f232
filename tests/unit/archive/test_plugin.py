"""The folder of a plugin as an archive."""

import io
import tarfile
from pathlib import Path

import pytest

from dockwright.archive.plugin import pack_plugin
from dockwright.errors import InvalidArgument


def test_everything_in_the_folder_is_packed(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text("{}")
    (tmp_path / "rootfs/bin").mkdir(parents=True)
    (tmp_path / "rootfs/bin/plugin").write_bytes(b"#!/bin/sh\n")
    (tmp_path / "rootfs/bin/plugin").chmod(0o755)
    with tarfile.open(fileobj=io.BytesIO(b"".join(pack_plugin(tmp_path)))) as archive:
        assert sorted(archive.getnames()) == ["config.json", "rootfs", "rootfs/bin", "rootfs/bin/plugin"]
        assert archive.getmember("rootfs/bin/plugin").mode == 0o755


def test_a_folder_that_is_no_plugin_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidArgument, match="plugin_data_dir must be a folder"):
        pack_plugin(tmp_path / "none")
    with pytest.raises(InvalidArgument, match=r"has no config\.json"):
        pack_plugin(tmp_path)
    (tmp_path / "config.json").write_text("{}")
    with pytest.raises(InvalidArgument, match="has no rootfs"):
        pack_plugin(tmp_path)
    (tmp_path / "rootfs").write_text("no folder")
    with pytest.raises(InvalidArgument, match="has no rootfs"):
        pack_plugin(tmp_path)
