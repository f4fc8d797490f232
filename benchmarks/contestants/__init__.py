"""The same work once for each client.

A function here takes the address of the engine and gives a context manager: inside, ``work()`` does the work and
returns how many units that were. Names are the same in every module.
"""

import os
from collections.abc import Callable, Generator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.engine import FILE_SIZE, FILES

Work = Callable[[], int]
Contestant = Callable[[str], AbstractContextManager[Work]]

LISTS = 20
"""Listings in a round."""
INSPECTS = 1000
"""Inspections in a round, one after the other."""
CONCURRENT = 100
"""Inspections at the same time; a round does :data:`BATCHES` of them."""
BATCHES = 20
LOGS = 4
"""Logs read in a round, one after the other."""
FOLLOWERS = 500
"""Logs followed at the same time."""
EXECS = 200
"""Processes run in a round, one after the other."""
COPIED = FILES * FILE_SIZE
"""Bytes in the folder that is copied."""
IMAGE = os.environ.get("BENCHMARK_IMAGE", "busybox")
"""What containers of a real engine are made of."""


@contextmanager
def folder_to_copy() -> Generator[Path]:
    """Make a folder of 1 GiB; nothing of it lies on the disk, so that reading it costs no one much."""
    with TemporaryDirectory(prefix="dockwright-benchmarks-") as path:
        folder = Path(path, "data")
        folder.mkdir()
        for number in range(FILES):
            with open(folder / f"{number:04}.bin", "wb") as file:
                file.truncate(FILE_SIZE)
        yield folder
