"""What docker-py's programs take from ``docker.constants``.

Some of these say what docker-py itself does by default, and are kept for programs that hand them on; what this library
does is its own affair: see ``Timeouts`` for how long it waits.
"""

import sys
from typing import Final

from dockwright_api.version import API_VERSION, MIN_API_VERSION

from .resources import DEFAULT_CHUNK_SIZE

DEFAULT_DOCKER_API_VERSION: Final = API_VERSION
MINIMUM_DOCKER_API_VERSION: Final = MIN_API_VERSION
DEFAULT_TIMEOUT_SECONDS: Final = 60
STREAM_HEADER_SIZE_BYTES: Final = 8
CONTAINER_LIMITS_KEYS: Final = ["memory", "memswap", "cpushares", "cpusetcpus"]

DEFAULT_HTTP_HOST: Final = "127.0.0.1"
DEFAULT_UNIX_SOCKET: Final = "http+unix:///var/run/docker.sock"
DEFAULT_NPIPE: Final = "npipe:////./pipe/docker_engine"
IS_WINDOWS_PLATFORM: Final = sys.platform == "win32"
WINDOWS_LONGPATH_PREFIX: Final = "\\\\?\\"

BYTE_UNITS: Final = {"b": 1, "k": 2**10, "m": 2**20, "g": 2**30}
DEFAULT_DATA_CHUNK_SIZE: Final = DEFAULT_CHUNK_SIZE

DEFAULT_NUM_POOLS: Final = 25
DEFAULT_NUM_POOLS_SSH: Final = 9
DEFAULT_MAX_POOL_SIZE: Final = 10

DEFAULT_SWARM_ADDR_POOL: Final = ["10.0.0.0/8"]
DEFAULT_SWARM_SUBNET_SIZE: Final = 24
