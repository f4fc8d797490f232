"""Plugins: the folder of one, with its configuration and its file system, packed while it is sent."""

import os
from collections.abc import Iterator

from ..errors import InvalidArgument
from .pack import StrPath, pack_tree


def pack_plugin(folder: StrPath) -> Iterator[bytes]:
    """Pack the folder of a plugin: the file ``config.json`` and the folder ``rootfs``, and whatever else is there.

    Owners, modes and times are those of the disk. Raises ``InvalidArgument`` for a folder that is none of a plugin;
    OSError and FileChanged may come while the bytes are taken.
    """
    if not os.path.isdir(folder):
        raise InvalidArgument(f"plugin_data_dir must be a folder, and {os.fspath(folder)!r} is none")
    for name, there in (("config.json", os.path.isfile), ("rootfs", os.path.isdir)):
        if not there(os.path.join(folder, name)):
            raise InvalidArgument(f"plugin_data_dir {os.fspath(folder)!r} has no {name}, which every plugin has")
    return pack_tree(folder, ".")
