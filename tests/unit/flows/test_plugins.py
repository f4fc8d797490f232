"""Plugins: what is asked before one is pulled, and in which order."""

from typing import Any

import pytest

from dockwright.errors import InvalidArgument
from dockwright.flows.plugins import configure, create, disable, enable, install, privileges_of, upgrade
from dockwright_api import operations
from dockwright_api.unset import UNSET

from .conftest import Driven

ASKED: list[Any] = [{"Name": "network", "Description": "", "Value": ["host"]}]
DOCUMENT: Any = {"Id": "i", "Name": "n"}


class TestInstallation:
    """A pull, with what is granted."""

    def test_what_it_asks_for_is_granted(self, drive: Driven) -> None:
        assert drive(install("h:1/p", grant=True), ASKED, [], DOCUMENT) == DOCUMENT
        assert drive.operations == [
            operations.plugins.privileges("h:1/p"),
            operations.plugins.pull("h:1/p", ASKED),
            operations.plugins.inspect("h:1/p:latest"),
        ]
        # The face adds credentials to both calls of the registry.
        assert [step.image for step in drive.steps] == ["h:1/p", "h:1/p", ""]

    def test_a_list_is_granted_without_asking(self, drive: Driven) -> None:
        drive(install("p", "n", privileges=ASKED, registry_auth="a"), [], DOCUMENT)
        assert drive.operations == [
            operations.plugins.pull("p", ASKED, name="n", registry_auth="a"),
            operations.plugins.inspect("n"),
        ]
        assert [step.image for step in drive.steps] == ["", ""]

    @pytest.mark.parametrize("grant", [None, False])
    def test_nothing_is_pulled_without_a_grant(self, drive: Driven, grant: bool | None) -> None:
        with pytest.raises(InvalidArgument, match="not granted"):
            drive(install("p", grant=grant), ASKED)

    @pytest.mark.parametrize("asked", [[], None])
    def test_one_that_asks_for_nothing(self, drive: Driven, asked: Any) -> None:
        drive(install("p"), asked, [], DOCUMENT)
        assert drive.operations[1] == operations.plugins.pull("p", [])

    @pytest.mark.parametrize(
        ("remote", "local"), [("p", "p:latest"), ("p:1", "p:1"), ("h:1/p@sha256:ab", "h:1/p:latest")]
    )
    def test_its_name_on_this_engine(self, drive: Driven, remote: str, local: str) -> None:
        drive(install(remote, privileges=[]), [], DOCUMENT)
        assert drive.operations[-1] == operations.plugins.inspect(local)

    @pytest.mark.parametrize("remote", ["", "  "])
    def test_a_name_that_is_none_is_refused_first(self, drive: Driven, remote: str) -> None:
        with pytest.raises(ValueError, match="must not be empty"):
            drive(install(remote, grant=True))


@pytest.mark.parametrize(("remote", "asked"), [(None, "n:1"), ("other:2", "other:2")])
def test_upgrade(drive: Driven, remote: str | None, asked: str) -> None:
    progress: Any = [{"status": "s"}]
    assert drive(upgrade("n:1", remote, grant=True), ASKED, progress) == progress
    assert drive.operations == [operations.plugins.privileges(asked), operations.plugins.upgrade("n:1", asked, ASKED)]


def test_privileges(drive: Driven) -> None:
    assert drive(privileges_of("p", registry_auth="a"), None) == []
    assert drive.operations == [operations.plugins.privileges("p", registry_auth="a")]


@pytest.mark.parametrize(
    ("flow", "operation"),
    [
        (create("n", b"tar", timeout=UNSET), operations.plugins.create("n", b"tar")),
        (configure("n", ["A=1"]), operations.plugins.set("n", ["A=1"])),
        (enable("n", 5), operations.plugins.enable("n", timeout=5)),
        (disable("n", force=False), operations.plugins.disable("n")),
        (disable("n", force=True), operations.plugins.disable("n", force=True)),
    ],
)
def test_a_change_is_followed_by_an_inspection(drive: Driven, flow: Any, operation: Any) -> None:
    assert drive(flow, None, DOCUMENT) == DOCUMENT
    assert drive.operations == [operation, operations.plugins.inspect("n")]
