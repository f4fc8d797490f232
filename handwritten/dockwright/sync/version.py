"""The release of this library: ``docker.version.__version__``."""

from importlib.metadata import PackageNotFoundError, version

try:
    __version__: str = version("dockwright")
except PackageNotFoundError:
    # Used from its folders, without being installed.
    __version__ = "0"
