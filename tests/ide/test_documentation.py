"""What editors tell about a name that the reader stops at: our sentences of spec/docs, and those of the faces."""

import re

import pytest

from tests.ide.conftest import Facts
from tests.ide.server import LanguageServer, Place

OPERATIONS = [
    ("asynchronous", "docker.api.containers.cre|ate()", "ContainerCreate"),
    ("synchronous", "client.api.images.bui|ld()", "ImageBuild"),
    ("values", "operations.services.upd|ate()", "ServiceUpdate"),
]

ARGUMENTS = [
    ("asynchronous", "docker.api.containers.stop(container.id, t=|)", "ContainerStop", "t"),
    ("synchronous", "client.api.containers.create({}, name=|)", "ContainerCreate", "name"),
    ("values", "operations.images.list(all=|)", "ImageList", "all"),
    ("values", "operations.images.list(filters=|)", "ImageList", "filters"),
]

PROPERTIES = [
    ("asynchronous", "(await container.inspect()).sta|te", "ContainerInspectResponse", "State"),
    ("asynchronous", "(await container.inspect()).state.exit_|code", "ContainerState", "ExitCode"),
    ("synchronous", "container.inspect().host_config.nano_|cpus", "Resources", "NanoCpus"),
    ("values", 'models.RestartPolicy(na|me="no")', "RestartPolicy", "Name"),
    ("values", "policy.maximum_retry_cou|nt", "RestartPolicy", "MaximumRetryCount"),
]

FACES = [
    ("asynchronous", "docker.containers.ru|n()", "Create a container and start it"),
    ("asynchronous", "container.st|op()", "Stop the container"),
    ("asynchronous", "docker.ap|i", "All operations of the Engine API"),
    ("synchronous", 'client.containers.run("busybox", mem_li|mit="1m")', "so are all sizes"),
    ("synchronous", "container.lo|gs()", "Read the log"),
]


def words(markdown: str) -> str:
    """Give the text alone, since servers break and indent lines as they like."""
    text = re.sub(r"\\([^\w\s])", r"\1", markdown.replace("&nbsp;", " "))
    return " ".join(text.split())


@pytest.mark.parametrize(("program", "typed", "operation"), OPERATIONS)
def test_operation(server: LanguageServer, facts: Facts, program: str, typed: str, operation: str) -> None:
    assert words(facts.told_of_operation(operation)) in words(server.hover(Place.after_typing(program, typed)))


@pytest.mark.parametrize(("program", "typed", "operation"), OPERATIONS)
def test_operation_that_is_offered(
    server: LanguageServer, facts: Facts, program: str, typed: str, operation: str
) -> None:
    name = re.sub(r"\W", "", typed.rpartition(".")[2])
    offered = server.completions(Place.after_typing(program, typed.rpartition(".")[0] + ".|"))
    (completion,) = (each for each in offered if each.name == name)
    assert words(facts.told_of_operation(operation)) in words(server.documentation(completion))


@pytest.mark.parametrize(("program", "typed", "operation", "name"), ARGUMENTS)
def test_argument(server: LanguageServer, facts: Facts, program: str, typed: str, operation: str, name: str) -> None:
    told = words(server.argument(Place.after_typing(program, typed))).removeprefix(f"{name}: ")
    assert told.startswith(words(facts.told_of_argument(operation, name)))


@pytest.mark.parametrize(("program", "typed", "schema", "key"), PROPERTIES)
def test_field(server: LanguageServer, facts: Facts, program: str, typed: str, schema: str, key: str) -> None:
    assert words(facts.told_of_property(schema, key)) in words(server.hover(Place.after_typing(program, typed)))


def test_model(server: LanguageServer, facts: Facts) -> None:
    shown = server.hover(Place.after_typing("values", "models.RestartPol|icy"))
    assert words(facts.told_of_schema("RestartPolicy")) in words(shown)
    shown = server.hover(Place.after_typing("values", "shapes.RestartPol|icy"))
    assert words(facts.told_of_schema("RestartPolicy")) in words(shown)


@pytest.mark.parametrize(("program", "typed", "sentence"), FACES)
def test_face(server: LanguageServer, program: str, typed: str, sentence: str) -> None:
    assert sentence in words(server.hover(Place.after_typing(program, typed)))


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ('await docker.containers.create({"Ima|ge": "busybox"})', "(key) Image: str"),
        ('await docker.containers.create({"HostConfig": {"Priv|ileged": True}})', "(key) Privileged: bool"),
    ],
)
def test_key_of_a_configuration(server: LanguageServer, typed: str, shown: str) -> None:
    # pyright tells the type of a key, and not what is written of it.
    assert shown in server.hover(Place.after_typing("asynchronous", typed))
