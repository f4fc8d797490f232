"""Services: what is asked, in which order, and which credentials go with it."""

import base64
import json
from typing import Any

import pytest

from dockwright.errors import InvalidArgument, NotFound, ServerError
from dockwright.flows.services import Sending, create, make, replace, update
from dockwright.options.services import new_service
from dockwright_api import operations

from .conftest import Driven

SERVICE: dict[str, Any] = {
    "ID": "abc",
    "Version": {"Index": 7},
    "Spec": {
        "Name": "web",
        "Mode": {"Replicated": {"Replicas": 1}},
        "TaskTemplate": {"ContainerSpec": {"Image": "registry.example.org/web", "Env": ["A=1"]}},
    },
}
LOGIN = {"username": "u", "password": "hunter2"}


def changed(**changes: Any) -> dict[str, Any]:
    container = {**SERVICE["Spec"]["TaskTemplate"]["ContainerSpec"], **changes}
    return {**SERVICE["Spec"], "TaskTemplate": {"ContainerSpec": container}}


def sent(operation: Any) -> Any:
    """Decode the credentials of an operation."""
    headers = dict(operation.headers)
    return json.loads(base64.urlsafe_b64decode(headers["X-Registry-Auth"])) if headers else None


def test_create_and_make(drive: Driven) -> None:
    spec = new_service("busybox", {"name": "web"})
    created: Any = drive(create(spec), {"ID": "abc"})
    assert created == {"ID": "abc"}
    assert drive(make(spec), {"ID": "abc"}, SERVICE) == SERVICE
    creation: Any = operations.services.create(spec)  # type: ignore[arg-type]  # any JSON mapping
    assert drive.operations == [creation, creation, operations.services.inspect("abc")]
    assert [step.image for step in drive.steps] == ["", "", ""]


def test_credentials_of_the_caller(drive: Driven) -> None:
    spec = new_service("registry.example.org/web", {})
    drive(create(spec, sending=Sending(LOGIN)), {"ID": "abc"})
    drive(create(spec, sending=Sending(LOGIN, "other.example.org", credentials=True)), {"ID": "abc"})
    assert [sent(each) for each in drive.operations] == [
        {**LOGIN, "serveraddress": "registry.example.org"},
        {**LOGIN, "serveraddress": "other.example.org"},
    ]
    assert [step.image for step in drive.steps] == ["", ""], "and the face adds no others"
    assert "hunter2" not in repr(Sending(LOGIN))


def test_credentials_of_the_face(drive: Driven) -> None:
    drive(create(new_service("registry.example.org/web", {}), sending=Sending(credentials=True)), {"ID": "abc"})
    drive(update("web", {"image": "other.example.org/web"}, sending=Sending(credentials=True)), SERVICE, {})
    assert [step.image for step in drive.steps] == ["registry.example.org/web", "", "other.example.org/web"]


def test_names_of_secrets_and_configs_are_looked_up(drive: Driven) -> None:
    spec = new_service("busybox", {"secrets": ["pw", {"secret_id": "s2", "secret_name": "x"}], "configs": ["c"]})
    secrets = [{"ID": "s9", "Spec": {"Name": "pw-of-another"}}, {"ID": "s1", "Spec": {"Name": "pw"}}]
    drive(create(spec), secrets, [{"ID": "c1", "Spec": {"Name": "c"}}], {"ID": "abc"})
    assert drive.operations[:2] == [
        operations.secrets.list(filters={"name": ["pw"]}),
        operations.configs.list(filters={"name": ["c"]}),
    ]
    body: Any = drive.operations[2].body
    container = body["TaskTemplate"]["ContainerSpec"]
    assert [each["SecretID"] for each in container["Secrets"]] == ["s1", "s2"]
    assert container["Configs"][0]["ConfigID"] == "c1"


def test_a_secret_that_is_missing(drive: Driven) -> None:
    spec = new_service("busybox", {"secrets": ["pw"]})
    with pytest.raises(NotFound, match="the swarm has no secret of the name 'pw'"):
        drive(create(spec), [{"ID": "s9", "Spec": {"Name": "pw-of-another"}}])


def test_update(drive: Driven) -> None:
    result: Any = drive(update("web", {"env": {"A": 2}}), SERVICE, {"Warnings": None})
    assert result == {"Warnings": None}
    body: Any = changed(Env=["A=2"])
    assert drive.operations == [operations.services.inspect("web"), operations.services.update("abc", 7, body)]


def test_update_of_what_changes_meanwhile(drive: Driven) -> None:
    newer = {**SERVICE, "Version": {"Index": 8}, "Spec": changed(User="root")}
    failure = ServerError(500, "update out of sequence", "ServiceUpdate")
    drive(update("web", {"env": ["A=2"]}), SERVICE, failure, newer, {})
    assert drive.operations[-1] == operations.services.update("abc", 8, changed(Env=["A=2"], User="root"))  # type: ignore[arg-type]  # any JSON mapping


def test_update_of_a_version(drive: Driven) -> None:
    failure = ServerError(500, "update out of sequence", "ServiceUpdate")
    with pytest.raises(ServerError):
        drive(update("web", {"env": ["A=2"]}, version=3), SERVICE, failure)
    assert drive.operations[-1] == operations.services.update("abc", 3, changed(Env=["A=2"]))  # type: ignore[arg-type]  # any JSON mapping


def test_rollback(drive: Driven) -> None:
    sending = Sending(registry_auth_from="previous-spec", rollback=True)
    drive(update("web", {}, sending=sending), SERVICE, {})
    assert dict(drive.operations[-1].query) == {
        "version": "7",
        "rollback": "previous",
        "registryAuthFrom": "previous-spec",
    }


def test_replace(drive: Driven) -> None:
    drive(replace("abc", 3, {"Name": "web"}), {})
    assert drive.operations == [operations.services.update("abc", 3, {"Name": "web"})]


def test_what_is_wrong_in_itself_is_told_before_anything_is_sent(drive: Driven) -> None:
    with pytest.raises(InvalidArgument):
        drive(update("web", {"replicas": -1}))
    with pytest.raises(ValueError, match="base64 of user:password"):
        drive(update("web", {}, sending=Sending("no credentials")))
    with pytest.raises(ValueError, match="base64 of user:password"):
        drive(create(new_service("busybox", {"secrets": ["a"]}), sending=Sending("no credentials")))
    assert not drive.steps


def test_what_the_service_cannot_have(drive: Driven) -> None:
    everywhere: dict[str, Any] = {**SERVICE["Spec"], "Mode": {"Global": {}}}
    service: dict[str, Any] = {**SERVICE, "Spec": everywhere}
    with pytest.raises(InvalidArgument, match="this service has the mode 'global'"):
        drive(update("web", {"replicas": 2}), service)
