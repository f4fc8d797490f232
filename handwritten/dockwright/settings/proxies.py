"""Proxies: which ones containers and builds shall use, by ``config.json``.

The connection to the engine itself never goes through a proxy: the variables ``HTTP_PROXY`` and ``HTTPS_PROXY`` are of
web sites, and a proxy would see, and could be given, what is meant for an engine. The docker command does heed them for
``tcp://``; whoever wants that gives ``dockwright.aio.Docker`` an ``aiohttp.ClientSession`` with a proxy of its own.
"""

from .config_file import ConfigFile
from .endpoint import Endpoint

_VARIABLES = {
    "httpProxy": "HTTP_PROXY",
    "httpsProxy": "HTTPS_PROXY",
    "ftpProxy": "FTP_PROXY",
    "noProxy": "NO_PROXY",
    "allProxy": "ALL_PROXY",
}


def proxy_environment(config: ConfigFile, endpoint: Endpoint) -> dict[str, str]:
    """Give the environment variables that new containers and builds get, in capitals and in small letters.

    An entry of ``proxies`` for the address of the engine goes before ``default``, and is not mixed with it. The values
    may hold passwords.
    """
    # The docker command writes an address with TLS as tcp:// too.
    known = config.proxies
    addresses = (endpoint.url, endpoint.url.replace("https://", "tcp://", 1), "default")
    address = next((address for address in addresses if address in known), "default")
    values = {variable: known.get(address, {}).get(key) for key, variable in _VARIABLES.items()}
    given = {variable: value for variable, value in values.items() if isinstance(value, str) and value}
    return {name: value for variable, value in given.items() for name in (variable, variable.lower())}
