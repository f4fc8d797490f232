"""Real engines for the tests: private ones, started for a run, or the one that is found on this machine.

A private engine is a ``dockerd`` of a known release with its own ``containerd``, unpacked from Debian's packages into
a cache folder and started in namespaces of its own, so that nothing is installed, several releases run side by side,
and all of it is gone when its owner is, however that ends.

``python -m tests.engines start`` gives developers the same engines to work with by hand.
"""

from .engine import Engine, EngineAbsent, PrivateEngine
from .found import find
from .packages import PackagesUnavailable
from .releases import RELEASES, Release
from .run import STARTED, Engines, why_no_private_engines

__all__ = [
    "Engine",
    "EngineAbsent",
    "Engines",
    "PackagesUnavailable",
    "PrivateEngine",
    "RELEASES",
    "Release",
    "STARTED",
    "find",
    "why_no_private_engines",
]
