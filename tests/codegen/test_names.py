"""Names of modules and request shapes; a clash says which line to write."""

import pytest

from codegen import names
from codegen.errors import SpecError


@pytest.mark.parametrize(
    ("class_name", "module"),
    [
        ("ContainerInspectResponse", "container_inspect_response"),
        ("HostConfig", "host_config"),
        ("IDResponse", "id_response"),
        ("OCIPlatform", "oci_platform"),
        ("TLSInfo", "tls_info"),
        ("Volume", "volume"),
    ],
)
def test_module_of_a_class(class_name: str, module: str) -> None:
    assert names.module_names([class_name]) == {class_name: module}


@pytest.mark.parametrize("name", ["lower", "With-Dash", "With.Dot", "1st", ""])
def test_a_name_that_is_no_class_name_is_refused(name: str) -> None:
    with pytest.raises(SpecError, match=r"does not have the name of a class; write in spec/overlay/names\.yaml"):
        names.check_class_name(name)


@pytest.mark.parametrize("name", ["Model", "Any", "Field", "TypedDict", "Exception", "True"])
def test_a_name_that_hides_another_is_refused(name: str) -> None:
    with pytest.raises(SpecError, match=r"write in spec/overlay/names\.yaml, under schemas: <place of"):
        names.check_class_name(name)


def test_a_module_named_like_a_keyword_is_refused() -> None:
    with pytest.raises(SpecError, match="keyword 'import'"):
        names.module_names(["Import"])


def test_a_numbered_class_is_refused() -> None:
    with pytest.raises(SpecError, match=r"would invent the name Mount1, .*: <place of Mount in the published file>"):
        names.check_class_names(["Mount"], ["Mount", "Mount1"])


def test_a_class_that_does_not_come_out_is_refused() -> None:
    with pytest.raises(SpecError, match="no class comes out for schema Port"):
        names.check_class_names(["Mount", "Port"], ["Mount"])


def test_request_shapes_are_named_after_who_else_uses_the_schema() -> None:
    assert names.request_shape_names(["CreateRequest", "HostConfig"], ["HostConfig", "Inspect"]) == {
        "CreateRequest": "CreateRequest",
        "HostConfig": "HostConfigParam",
    }


@pytest.mark.parametrize("requests", [["Mount"], ["Mount", "MountParam"], ["MountParam", "Mount"]])
def test_a_request_shape_never_takes_the_name_of_a_schema(requests: list[str]) -> None:
    with pytest.raises(SpecError, match="the request shape of Mount wants the name of schema MountParam"):
        names.request_shape_names(requests, ["Mount"] if "MountParam" in requests else ["Mount", "MountParam"])


@pytest.mark.parametrize(("noun", "module"), [("container", "containers"), ("system", "system"), ("shared", "shared")])
def test_module_of_a_noun(noun: str, module: str) -> None:
    assert names.noun_module(noun) == module
