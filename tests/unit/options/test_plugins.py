"""Settings of plugins as people write them, and what plugins are granted."""

from typing import Any, cast

import pytest

from dockwright.errors import InvalidArgument
from dockwright.options.plugins import decide, enable_timeout, granted_privileges, plugin_settings
from dockwright_api import models, shapes

ASKED = cast(
    "list[shapes.PluginPrivilege]",
    [{"Name": "network", "Description": "d", "Value": ["host"]}, {"Name": "host pid namespace", "Value": None}],
)


def test_settings() -> None:
    assert plugin_settings({"DEBUG": 1, "state.source": "/srv"}) == ["DEBUG=1", "state.source=/srv"]
    assert plugin_settings(["DEBUG=1"]) == ["DEBUG=1"]


@pytest.mark.parametrize(
    ("options", "error", "message"),
    [
        ("DEBUG=1", TypeError, "options must be a sequence"),
        (["=1"], InvalidArgument, r"options\[0\] must be 'name=value'"),
        ({"A": None}, TypeError, r"options\['A'\]"),
    ],
)
def test_settings_that_are_refused(options: Any, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        plugin_settings(options)


def test_the_timeout_of_a_plugin() -> None:
    assert (enable_timeout(0), enable_timeout(5)) == (0, 5)
    with pytest.raises(InvalidArgument, match="timeout must be a number of seconds"):
        enable_timeout(-1)
    with pytest.raises(TypeError, match="timeout must be an int"):
        enable_timeout("5")  # type: ignore[arg-type]  # a wrong type is meant


def test_what_is_granted_without_asking() -> None:
    listed = [{"Name": "network", "Value": ["host"]}]
    assert granted_privileges(listed, None) == listed
    assert granted_privileges([models.PluginPrivilege.model_validate(listed[0])], None) == listed
    assert granted_privileges([], None) == []
    assert granted_privileges(None, True) is granted_privileges(None, None) is None


@pytest.mark.parametrize(
    ("privileges", "grant", "message"),
    [
        ([], True, "privileges and grant cannot be combined"),
        ("network", None, "privileges must be a sequence"),
        (["network"], None, r"privileges\[0\] must be a mapping"),
        (None, "yes", "grant must be True, False, or a function"),
    ],
)
def test_grants_that_are_refused(privileges: Any, grant: Any, message: str) -> None:
    with pytest.raises(TypeError, match=message):
        granted_privileges(privileges, grant)


class TestDecisions:
    """Whether a plugin gets what it asks for."""

    def test_granted(self) -> None:
        shown: list[Any] = []

        def agree(asked: list[Any]) -> bool:
            shown.extend(asked)
            return True

        assert decide(True, "p", ASKED) == ASKED
        assert decide(agree, "p", ASKED) == ASKED
        assert shown == ASKED
        assert decide(False, "p", []) == []

    @pytest.mark.parametrize("asks", [False, True])
    def test_not_granted(self, asks: bool) -> None:
        def refuse(_: list[Any]) -> bool:
            return False

        grant = refuse if asks else False
        with pytest.raises(InvalidArgument) as caught:
            decide(grant, "p", ASKED)
        assert "'p' asks for privileges that were not granted: network ['host'], host pid namespace []; " in str(
            caught.value
        )
        assert "grant=True" in str(caught.value)
