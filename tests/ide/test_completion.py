"""What editors offer where the cursor stands, compared with spec/ and with what the faces promise."""

import pytest

from dockwright.options.containers import RunOptions
from dockwright.options.updates import UpdateOptions
from tests.ide.conftest import Facts
from tests.ide.server import LanguageServer, Place

# What is written, by the program that it is written in, and some of the names that have to be there.
MEMBERS = [
    ("asynchronous", "docker.|", {"api", "api_version", "close", "containers", "images", "send", "system", "version"}),
    ("asynchronous", "docker.containers.|", {"container", "create", "exec", "get", "list", "run"}),
    ("asynchronous", "(await docker.containers.get('web')).|", {"delete", "inspect", "log", "show", "stop", "wait"}),
    (
        "asynchronous",
        "container.|",
        {"attach", "copy_to", "exec_run", "id", "kill", "messages", "put_archive", "start"},
    ),
    ("asynchronous", "(await container.inspect()).host_config.|", {"memory", "nano_cpus", "restart_policy"}),
    ("asynchronous", "(await container.exec_run(['true'])).|", {"exit_code", "output", "stderr", "stdout"}),
    ("synchronous", "docker.|", {"DockerClient", "from_env", "DockerError", "NotFound"}),
    ("synchronous", "client.|", {"api", "close", "containers", "images", "info", "login", "ping", "version"}),
    ("synchronous", "client.containers.|", {"create", "get", "list", "run"}),
    ("synchronous", "container.|", {"attrs", "exec_run", "id", "inspect", "labels", "logs", "name", "reload", "stop"}),
    ("synchronous", "container.image.|", {"attrs", "id", "tags"}),
    ("values", "operations.containers.create(configuration).|", {"body", "name", "path", "query", "reply"}),
    ("values", "models.|", {"ContainerInspectResponse", "HostConfig", "RestartPolicy"}),
    ("values", "shapes.|", {"ContainerCreateRequest", "ContainerInspectResponse"}),
]

MODELS = [
    ("(await container.inspect()).|", "ContainerInspectResponse"),
    ("(await container.inspect()).state.|", "ContainerState"),
    ("(await container.inspect()).network_settings.|", "NetworkSettings"),
    ("(await docker.api.system.info()).|", "SystemInfo"),
    ("[each.| for each in await docker.api.containers.list()]", "ContainerSummary"),
]

KEYS = [
    ("asynchronous", '(await container.show())["|"]', "ContainerInspectResponse"),
    ("asynchronous", '(await container.show())["|', "ContainerInspectResponse"),
    ("asynchronous", '(await container.show())["State"]["|"]', "ContainerState"),
    ("asynchronous", 'await docker.containers.create({"|"})', "ContainerCreateRequest"),
    ("asynchronous", 'await docker.containers.run({"Image": "busybox", "|"})', "ContainerCreateRequest"),
    ("asynchronous", 'await docker.containers.create({"HostConfig": {"|"}})', "HostConfig"),
    ("asynchronous", 'await docker.containers.create({"HostConfig": {"RestartPolicy": {"|"}}})', "RestartPolicy"),
    ("asynchronous", 'await docker.api.containers.create({"|"})', "ContainerCreateRequest"),
    ("synchronous", 'client.api.containers.create({"HostConfig": {"|"}})', "HostConfig"),
    ("synchronous", 'client.containers.run("busybox", restart_policy={"|"})', "RestartPolicy"),
    ("synchronous", 'client.containers.run("busybox", devices=[{"|"}])', "DeviceMapping"),
    ("values", 'other: shapes.ContainerCreateRequest = {"|"}', "ContainerCreateRequest"),
    ("values", 'operations.services.create({"TaskTemplate": {"ContainerSpec": {"|"}}})', "ContainerSpec"),
    ("values", 'configuration["|"]', "ContainerCreateRequest"),
]

VALUES = [
    ("asynchronous", 'await docker.containers.create({"HostConfig": {"RestartPolicy": {"Name": "|"}}})'),
    ("values", 'other: shapes.ContainerCreateRequest = {"HostConfig": {"RestartPolicy": {"Name": "|"}}}'),
    ("synchronous", 'client.containers.run("busybox", restart_policy={"Name": "|"})'),
    ("values", 'models.RestartPolicy(name="|")'),
    ("values", 'policy.name = "|"'),
    ("values", 'policy.name == "|"'),
]

LOG = {"stdout", "stderr", "follow", "timeout", "since", "until", "timestamps", "tail", "details", "reconnect"}
RUN = {"image", "command", "stdout", "stderr", "remove", "detach", "stream"}
WAIT = {"log", "port", "file", "any", "timeout"}
ARGUMENTS = [
    ("asynchronous", "container.log(|)", LOG),
    ("asynchronous", "docker.containers.list(|)", {"all", "limit", "size", "filters", "since", "before"}),
    ("asynchronous", "container.stop(|)", {"t", "signal", "timeout"}),
    (
        "asynchronous",
        'docker.containers.create("busybox", |)',
        {"config", "command"} | RunOptions.__annotations__.keys(),
    ),
    ("asynchronous", "container.update(|)", set(UpdateOptions.__annotations__)),
    ("asynchronous", "container.wait_for(|)", WAIT),
    ("synchronous", "container.wait_for(|)", WAIT),
    ("synchronous", "client.containers.run(|)", RUN | RunOptions.__annotations__.keys()),
    ("synchronous", 'client.containers.run("busybox", |)', RUN | RunOptions.__annotations__.keys()),
    ("synchronous", "container.stop(|)", {"timeout", "signal"}),
]

OPERATIONS = [
    ("asynchronous", "docker.api.containers.create(|)", "ContainerCreate"),
    ("asynchronous", "docker.api.containers.list(|)", "ContainerList"),
    ("synchronous", "client.api.containers.logs(|)", "ContainerLogs"),
    ("values", "operations.images.push(|)", "ImagePush"),
]


def offered(server: LanguageServer, program: str, typed: str) -> list[str]:
    return [each.name for each in server.completions(Place.after_typing(program, typed))]


def offered_arguments(server: LanguageServer, program: str, typed: str) -> set[str]:
    return {name.removesuffix("=") for name in offered(server, program, typed) if name.endswith("=")}


@pytest.mark.parametrize(("program", "typed", "expected"), MEMBERS)
def test_members(server: LanguageServer, program: str, typed: str, expected: set[str]) -> None:
    names = offered(server, program, typed)
    assert expected - set(names) == set()
    assert not names[0].startswith("_")


def test_nouns_of_operations(server: LanguageServer, facts: Facts) -> None:
    assert {name for name in offered(server, "asynchronous", "docker.api.|") if name[0] != "_"} == facts.modules()
    # The low-level calls of docker-py stand beside them.
    names = {name for name in offered(server, "synchronous", "client.api.|") if name[0] != "_"}
    assert {*facts.modules(), "inspect_container", "create_container", "exec_start"} - names == set()


@pytest.mark.parametrize(
    ("program", "typed"), [("asynchronous", "docker.api.services.|"), ("synchronous", "client.api.services.|")]
)
def test_operations_of_a_noun(server: LanguageServer, facts: Facts, program: str, typed: str) -> None:
    assert {name for name in offered(server, program, typed) if not name.startswith("_")} == facts.functions("services")


def test_operations_as_values(server: LanguageServer, facts: Facts) -> None:
    names = {name for name in offered(server, "values", "operations.containers.|") if not name.startswith("_")}
    assert names == facts.functions("containers")


@pytest.mark.parametrize(("typed", "schema"), MODELS)
def test_fields_of_a_model_come_first(server: LanguageServer, facts: Facts, typed: str, schema: str) -> None:
    fields = facts.attributes(schema)
    assert set(offered(server, "asynchronous", typed)[: len(fields)]) == fields


@pytest.mark.parametrize(("program", "typed", "schema"), KEYS)
def test_keys(server: LanguageServer, facts: Facts, program: str, typed: str, schema: str) -> None:
    there = {key for key in facts.keys(schema) if f'"{key}":' in typed}
    assert set(offered(server, program, typed)) == facts.keys(schema) - there


@pytest.mark.parametrize(("program", "typed"), VALUES)
def test_values(server: LanguageServer, facts: Facts, program: str, typed: str) -> None:
    assert set(offered(server, program, typed)) == facts.values("RestartPolicy", "Name")


@pytest.mark.parametrize(
    "typed", ['(await container.inspect()).state.status == "|"', '(await container.show())["State"]["Status"] == "|"']
)
def test_values_to_compare_with(server: LanguageServer, facts: Facts, typed: str) -> None:
    assert set(offered(server, "asynchronous", typed)) == facts.values("ContainerState", "Status")


@pytest.mark.parametrize(("program", "typed", "expected"), ARGUMENTS)
def test_arguments(server: LanguageServer, program: str, typed: str, expected: set[str]) -> None:
    assert offered_arguments(server, program, typed) == expected


@pytest.mark.parametrize(("program", "typed", "operation"), OPERATIONS)
def test_arguments_of_operations(
    server: LanguageServer, facts: Facts, program: str, typed: str, operation: str
) -> None:
    assert offered_arguments(server, program, typed) == facts.arguments(operation)


@pytest.mark.parametrize("schema", ["RestartPolicy", "ContainerCreateRequest", "HostConfig"])
def test_arguments_of_a_model(server: LanguageServer, facts: Facts, schema: str) -> None:
    assert offered_arguments(server, "values", f"models.{schema}(|)") == facts.attributes(schema)
