"""Which version is agreed on, and what is said where none is."""

import pytest

from dockwright.errors import NotFound, ServerError, SettingsError, UnexpectedReply, VersionMismatch
from dockwright.flows.negotiation import negotiation, pinned_version
from dockwright_api import operations, version

from .conftest import Driven


@pytest.mark.parametrize(
    ("newest", "oldest", "agreed"),
    [
        ("1.41", "1.12", "1.41"),
        ("1.99", "1.40", version.API_VERSION),
        (version.MIN_API_VERSION, None, version.MIN_API_VERSION),
        ("1.99", None, version.API_VERSION),
        ("1.99", "", version.API_VERSION),
    ],
)
def test_the_newest_that_both_know(drive: Driven, newest: str, oldest: str | None, agreed: str) -> None:
    assert drive(negotiation(), {"ApiVersion": newest, "MinAPIVersion": oldest}) == agreed
    assert drive.operations == [operations.system.version()]
    assert not drive.steps[0].versioned


@pytest.mark.parametrize(
    ("newest", "oldest", "says"),
    [("1.24", "1.12", "1.12 to 1.24"), ("1.99", "1.98", "1.98 to 1.99"), ("1.24", None, "up to 1.24")],
)
def test_no_common_version_names_both_ranges_and_the_address(
    drive: Driven, newest: str, oldest: str | None, says: str
) -> None:
    with pytest.raises(VersionMismatch) as caught:
        drive(negotiation("tcp://h:1"), {"ApiVersion": newest, "MinAPIVersion": oldest})
    for part in (says, f"{version.MIN_API_VERSION} to {version.API_VERSION}", "tcp://h:1", "use another version"):
        assert part in caught.value.message


@pytest.mark.parametrize(
    "reply",
    [
        {},
        {"ApiVersion": ""},
        {"ApiVersion": "soon"},
        NotFound(404, "404 page not found"),
        UnexpectedReply("a web page"),
    ],
)
def test_what_is_no_engine_is_called_so(drive: Driven, reply: object) -> None:
    with pytest.raises(UnexpectedReply, match=r"tcp://h:1, is no Docker engine; is this its address\?"):
        drive(negotiation("tcp://h:1"), reply)


def test_an_engine_in_trouble_is_an_engine(drive: Driven) -> None:
    with pytest.raises(ServerError, match="starting"):
        drive(negotiation(), ServerError(503, "starting"))


def test_pinned_versions() -> None:
    assert pinned_version("v1.43") == pinned_version("1.43") == "1.43"
    with pytest.raises(VersionMismatch, match=f"1.99 is not known.*{version.MIN_API_VERSION} to {version.API_VERSION}"):
        pinned_version("1.99")
    with pytest.raises(SettingsError, match=r"must be a version such as '1\.41', not 'new'"):
        pinned_version("new")
