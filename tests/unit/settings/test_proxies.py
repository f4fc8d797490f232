"""Proxies of containers and builds."""

import pytest

from dockwright.settings.config_file import ConfigFile
from dockwright.settings.endpoint import parse
from dockwright.settings.proxies import proxy_environment

from .conftest import Home

DEFAULT = {"httpProxy": "http://p:1", "httpsProxy": "http://p:2", "noProxy": "a,b", "ftpProxy": "f", "allProxy": "s"}


def test_all_variables_come_in_both_spellings(home: Home) -> None:
    home.config({"proxies": {"default": DEFAULT}})
    found = proxy_environment(ConfigFile.load(home.environment), parse("unix:///s"))
    assert found == {
        name: value
        for upper, value in {
            "HTTP_PROXY": "http://p:1",
            "HTTPS_PROXY": "http://p:2",
            "NO_PROXY": "a,b",
            "FTP_PROXY": "f",
            "ALL_PROXY": "s",
        }.items()
        for name in (upper, upper.lower())
    }


@pytest.mark.parametrize(
    ("url", "tls", "proxy"),
    [
        ("tcp://h:1", False, "own"),
        ("tcp://h:1", True, "own"),
        ("tcp://h:2", False, "http://p:1"),
        ("unix:///s", False, "socket"),
    ],
)
def test_an_entry_of_the_engine_goes_before_the_default_and_is_not_mixed_with_it(
    home: Home, url: str, tls: bool, proxy: str
) -> None:
    own = {"tcp://h:1": {"httpProxy": "own"}, "unix:///s": {"httpProxy": "socket"}}
    home.config({"proxies": {"default": DEFAULT, **own}})
    found = proxy_environment(ConfigFile.load(home.environment), parse(url, tls=tls))
    assert found["HTTP_PROXY"] == proxy
    assert ("NO_PROXY" in found) is (proxy == "http://p:1")


@pytest.mark.parametrize("proxies", [None, {}, {"default": {}}, {"default": {"httpProxy": ""}}, {"default": 7}])
def test_without_an_entry_there_are_none(home: Home, proxies: object) -> None:
    home.config({"proxies": proxies})
    assert proxy_environment(ConfigFile.load(home.environment), parse("unix:///s")) == {}
