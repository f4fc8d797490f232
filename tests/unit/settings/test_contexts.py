"""Contexts of the docker command: what is read, and what each fault is called."""

import json

import pytest

from dockwright.errors import DockerContextError, DockerContextInvalidError, DockerContextTLSError, SettingsError
from dockwright.settings.contexts import Context, DockerContextEndpoint, list_contexts, load_context

from .conftest import Home


def test_a_context_is_found_by_the_hash_of_its_name(home: Home) -> None:
    home.context("a name/with ünusual signs", "tcp://h:1")
    assert load_context("a name/with ünusual signs", environment=home.environment) == Context(
        "a name/with ünusual signs", "tcp://h:1"
    )


def test_an_unknown_one_names_those_that_exist(home: Home) -> None:
    with pytest.raises(DockerContextInvalidError, match=r"there is no context 'x'; there are none in .*contexts"):
        load_context("x", environment=home.environment)
    home.context("b", "tcp://h:1")
    home.context("a", "tcp://h:1")
    with pytest.raises(DockerContextInvalidError, match="there is no context 'x'; there are a, b") as caught:
        load_context("x", environment=home.environment)
    assert caught.value.context_name == "x"
    assert str(caught.value).endswith("(context: x)")
    assert isinstance(caught.value, DockerContextError | SettingsError)
    assert caught.value.status == 0


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("{broken", "is not JSON"),
        ("[]", "names no engine"),
        ("{}", "names no engine"),
        ('{"Endpoints": {}}', "names no engine"),
        ('{"Endpoints": {"docker": {"Host": ""}}}', "names no engine"),
        ('{"Endpoints": {"docker": {"Host": 7}}}', "names no engine"),
        ('{"Endpoints": [], "Metadata": 7}', "names no engine"),
    ],
)
def test_a_file_that_makes_no_sense(home: Home, content: str, says: str) -> None:
    home.context("x", "tcp://h:1")
    (meta,) = (home.docker / "contexts" / "meta").glob("*/meta.json")
    meta.write_text(content)
    with pytest.raises(DockerContextInvalidError, match=f"{meta} {says}"):
        load_context("x", environment=home.environment)


def test_a_file_that_cannot_be_read(home: Home) -> None:
    home.context("x", "tcp://h:1")
    (meta,) = (home.docker / "contexts" / "meta").glob("*/meta.json")
    meta.unlink()
    meta.mkdir()
    with pytest.raises(DockerContextInvalidError, match="cannot be read"):
        load_context("x", environment=home.environment)


@pytest.mark.parametrize("skip", ["true", 1, None, False, "absent"])
def test_only_the_word_itself_turns_verifying_off(home: Home, skip: object) -> None:
    """docker-py takes an absent word for a yes."""
    given = {} if skip == "absent" else {"SkipTLSVerify": skip}
    home.context("x", "tcp://h:1", tls=("ca.pem",), **given)
    context = load_context("x", environment=home.environment)
    assert not context.skip_tls_verify
    assert context.tls is not None
    assert context.tls.verify


def test_without_tls_files_there_is_no_tls(home: Home) -> None:
    home.context("x", "tcp://h:1")
    assert load_context("x", environment=home.environment).tls is None


def test_all_contexts_are_listed_and_a_broken_one_says_why(home: Home) -> None:
    home.context("good", "tcp://h:1")
    home.context("half", "tcp://h:1", tls=("key.pem",))
    home.context("bad", "tcp://h:1")
    identifier = ""
    for meta in (home.docker / "contexts" / "meta").glob("*/meta.json"):
        if json.loads(meta.read_text())["Name"] == "bad":
            meta.write_text("{broken")
            identifier = meta.parent.name
    home.config({"currentContext": "good"})
    default, *rest = list_contexts(home.environment)
    assert (default.name, default.current) == ("default", False)
    by_name = {context.name: context for context in rest}
    assert by_name["good"] == Context("good", "tcp://h:1", current=True)
    assert "cert.pem is missing" in by_name["half"].fault
    assert "cannot be read" in by_name[identifier].fault
    assert len(rest) == 3


@pytest.mark.parametrize(
    ("variable", "current", "expected"),
    [("", "", "default"), ("x", "", "x"), ("", "x", "x"), ("default", "x", "default")],
)
def test_the_current_context_is_marked(home: Home, variable: str, current: str, expected: str) -> None:
    home.context("x", "tcp://h:1")
    home.config({"currentContext": current})
    contexts = list_contexts(home.environment | {"DOCKER_CONTEXT": variable})
    assert [context.name for context in contexts if context.current] == [expected]


def test_nothing_is_read_from_the_working_folder(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    """docker-py looks for contexts in the working folder where there is no config.json."""
    home.context("x", "tcp://h:1")
    monkeypatch.chdir(home.docker)
    environment = {"HOME": str(home.folder / "elsewhere")}
    assert [context.name for context in list_contexts(environment)] == ["default"]
    with pytest.raises(DockerContextInvalidError):
        load_context("x", environment=environment)


def test_aiodockers_view_has_the_content_of_the_files_and_hides_it(home: Home) -> None:
    folder = home.context("x", "tcp://h:1", tls=("ca.pem", "cert.pem", "key.pem"), SkipTLSVerify=True)
    (folder / "key.pem").write_text("hunter2")
    (folder / "ca.pem").write_text("authority")
    endpoint = DockerContextEndpoint.load("x", environment=home.environment)
    assert (endpoint.host, endpoint.context_name, endpoint.skip_tls_verify) == ("tcp://h:1", "x", True)
    assert (endpoint.tls_key, endpoint.tls_ca, endpoint.has_tls) == (b"hunter2", b"authority", True)
    assert "hunter2" not in repr(endpoint)
    assert not DockerContextEndpoint("tcp://h:1", tls_key=b"k").has_tls
    (folder / "key.pem").unlink()
    (folder / "key.pem").mkdir()
    with pytest.raises(DockerContextTLSError, match="cannot be read"):
        DockerContextEndpoint.load("x", environment=home.environment)
