"""Which engine is used: the order of the rules, each against its neighbour, and that none is passed over in silence.

aiodocker 0.26 lets ``currentContext`` and ``DOCKER_CONTEXT`` win over ``DOCKER_HOST``, and raises a bare
``AssertionError`` where it finds nothing; docker-py passes over a context that it does not know.
"""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from dockwright.errors import (
    DockerContextInvalidError,
    DockerContextTLSError,
    EndpointNotFound,
    SettingsError,
)
from dockwright.settings.endpoint import Endpoint
from dockwright.settings.resolution import resolve
from dockwright.settings.sockets import State, usual_sockets

from .conftest import Home

LISTENING: Callable[[str], State] = lambda _: State.LISTENING  # noqa: E731  as short as what it does
MISSING: Callable[[str], State] = lambda _: State.MISSING  # noqa: E731

RULES: list[tuple[str, str, dict[str, Any]]] = [
    # What is given, the host that it leads to, and where it is given; the first of two wins.
    ("the url argument", "url", {"url": "tcp://url:1"}),
    ("the context 'argument'", "argument", {"context": "argument"}),
    ("DOCKER_HOST", "host", {"DOCKER_HOST": "tcp://host:1"}),
    ("the context 'environment'", "environment", {"DOCKER_CONTEXT": "environment"}),
    ("the context 'current'", "current", {"currentContext": "current"}),
    ("the search for sockets", "", {}),
]


def found(home: Home, *given: Mapping[str, Any], **more: Any) -> Endpoint:
    for name in ("argument", "environment", "current"):
        home.context(name, f"tcp://{name}:1")
    everything = {key: value for each in given for key, value in each.items()}
    if "currentContext" in everything:
        home.config({"currentContext": everything.pop("currentContext")})
    arguments: dict[str, Any] = {key: everything.pop(key) for key in ("url", "context") if key in everything}
    settings: dict[str, Any] = {"probe": LISTENING, **arguments, **more}
    return resolve(environment=home.environment | everything, **settings)


@pytest.mark.parametrize(("rule", "host", "given"), RULES, ids=[rule for rule, _, _ in RULES])
def test_each_rule_alone(home: Home, rule: str, host: str, given: dict[str, Any]) -> None:
    endpoint = found(home, given)
    assert (endpoint.rule, endpoint.host) == (rule, host)
    assert endpoint.explain().startswith(f"{endpoint.url}, chosen by {rule}")


@pytest.mark.parametrize(
    ("first", "second"),
    [(RULES[i], RULES[j]) for i in range(len(RULES)) for j in range(i + 1, len(RULES))],
    ids=[f"{RULES[i][0]} over {RULES[j][0]}" for i in range(len(RULES)) for j in range(i + 1, len(RULES))],
)
def test_each_rule_wins_over_all_that_follow(
    home: Home, first: tuple[str, str, dict[str, Any]], second: tuple[str, str, dict[str, Any]]
) -> None:
    assert found(home, first[2], second[2]).rule == first[0]


def test_all_rules_at_once_are_answered_by_the_first(home: Home) -> None:
    assert found(home, *(given for _, _, given in RULES)).rule == "the url argument"


@pytest.mark.parametrize(
    ("given", "because"),
    [
        ({"context": "argument"}, "named by the context argument"),
        ({"DOCKER_CONTEXT": "environment"}, "named by DOCKER_CONTEXT"),
        ({"currentContext": "current"}, "named by currentContext in "),
    ],
)
def test_a_context_says_who_named_it(home: Home, given: dict[str, str], because: str) -> None:
    endpoint = found(home, given)
    assert endpoint.because.startswith(because)
    assert f"({because}" in endpoint.explain()


@pytest.mark.parametrize(
    ("given", "rule"),
    [
        ({"DOCKER_HOST": "", "DOCKER_CONTEXT": "environment"}, "the context 'environment'"),
        ({"DOCKER_CONTEXT": "", "currentContext": "current"}, "the context 'current'"),
        ({"currentContext": ""}, "the search for sockets"),
        ({"url": "", "context": "", "DOCKER_HOST": "tcp://host:1"}, "DOCKER_HOST"),
    ],
)
def test_what_is_empty_says_nothing(home: Home, given: dict[str, str], rule: str) -> None:
    assert found(home, given).rule == rule


@pytest.mark.parametrize(
    ("given", "rule"),
    [
        ({"context": "default", "DOCKER_CONTEXT": "environment"}, "the search for sockets"),
        ({"context": "default", "DOCKER_HOST": "tcp://host:1"}, "DOCKER_HOST"),
        ({"DOCKER_CONTEXT": "default", "currentContext": "current"}, "the search for sockets"),
        ({"currentContext": "default"}, "the search for sockets"),
    ],
)
def test_the_context_default_stands_for_none(home: Home, given: dict[str, str], rule: str) -> None:
    assert found(home, given).rule == rule


def test_contexts_can_be_left_out(home: Home) -> None:
    given = {"DOCKER_CONTEXT": "environment", "currentContext": "current"}
    assert found(home, given, use_context=False).rule == "the search for sockets"


def test_the_folder_of_settings_may_be_elsewhere(home: Home) -> None:
    home.context("there", "tcp://there:1")
    home.config({"currentContext": "there"})
    elsewhere = home.docker.rename(home.folder / "elsewhere")
    environment = {**home.environment, "DOCKER_CONFIG": str(elsewhere)}
    assert resolve(environment=environment, probe=LISTENING).host == "there"
    assert resolve(environment=home.environment, probe=LISTENING).scheme == "unix"


@pytest.mark.parametrize("given", [{"context": "gone"}, {"DOCKER_CONTEXT": "gone"}, {"currentContext": "gone"}])
def test_a_context_that_does_not_exist_is_an_error_that_names_those_that_do(home: Home, given: dict[str, str]) -> None:
    with pytest.raises(DockerContextInvalidError, match="argument, current, environment") as caught:
        found(home, given)
    assert caught.value.context_name == "gone"


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"url": "nonsense", "DOCKER_HOST": "tcp://host:1"}, "the url argument: 'nonsense' has no scheme"),
        ({"DOCKER_HOST": "nonsense", "DOCKER_CONTEXT": "environment"}, "DOCKER_HOST: 'nonsense' has no scheme"),
        ({"DOCKER_CONTEXT": "nonsense"}, "the context 'nonsense': 'nonsense' has no scheme"),
    ],
)
def test_a_rule_that_cannot_be_used_is_not_passed_over(home: Home, given: dict[str, str], says: str) -> None:
    home.context("nonsense", "nonsense")
    with pytest.raises(SettingsError, match=f"^{says}"):
        found(home, given)


def test_a_config_file_that_is_broken_counts_only_where_it_would_decide(home: Home) -> None:
    file = home.config("{broken")
    assert found(home, {"DOCKER_HOST": "tcp://host:1"}).rule == "DOCKER_HOST"
    with pytest.raises(SettingsError, match=rf"{file} is not JSON \(line 1\)"):
        resolve(environment=home.environment, probe=LISTENING)


def test_a_context_of_another_type_is_refused(home: Home) -> None:
    with pytest.raises(TypeError, match="context must be the name of a context, not int"):
        resolve(context=7, environment=home.environment)  # type: ignore[arg-type]  # what is refused


def test_the_process_environment_is_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOCKER_HOST", "tcp://from-the-process:1")
    assert resolve().host == "from-the-process"


# The search for sockets


def test_nothing_found_lists_what_was_tried_and_why_it_failed(home: Home) -> None:
    environment = {**home.environment, "XDG_RUNTIME_DIR": "/run/user/1"}
    sockets = usual_sockets(environment)
    states = {path: State.OTHER if "podman" in path else State.MISSING for path in sockets}
    with pytest.raises(EndpointNotFound) as caught:
        resolve(environment=environment, probe=states.__getitem__)
    for path in sockets:
        assert f"{path} ({states[path].value})" in caught.value.message
    assert "DOCKER_HOST is not set" in caught.value.message
    assert "name one by the url argument or DOCKER_HOST" in caught.value.message


@pytest.mark.parametrize(
    ("states", "index"),
    [
        ([State.MISSING, State.LISTENING, State.LISTENING], 1),
        ([State.SILENT, State.LISTENING], 1),
        ([State.DENIED, State.OTHER, State.LISTENING], 2),
        ([State.MISSING, State.DENIED, State.SILENT], 1),
        ([State.OTHER, State.SILENT], 1),
    ],
)
def test_the_first_socket_that_can_be_used_wins_else_the_first_that_is_there(
    home: Home, states: list[State], index: int
) -> None:
    sockets = usual_sockets(home.environment)
    known = dict(zip(sockets, states, strict=False))
    endpoint = resolve(environment=home.environment, probe=lambda path: known.get(path, State.MISSING))
    assert endpoint == Endpoint("unix", sockets[index], rule="the search for sockets")
    assert str(endpoint.tried[0]) == f"{sockets[0]} ({states[0].value})"


def test_windows_has_named_pipes(home: Home) -> None:
    endpoint = resolve(environment=home.environment, platform="win32", probe=LISTENING)
    assert endpoint.url == "npipe:////./pipe/docker_engine"
    named = resolve("npipe:////./pipe/other", environment=home.environment, platform="win32")
    assert (named.scheme, named.path) == ("npipe", "//./pipe/other")
    with pytest.raises(EndpointNotFound, match="pipe/docker_engine"):
        resolve(environment=home.environment, platform="win32", probe=MISSING)


@pytest.mark.parametrize("platform", ["linux", "darwin"])
def test_named_pipes_are_of_windows(home: Home, platform: str) -> None:
    with pytest.raises(SettingsError, match=f"named pipes are of Windows, and this is {platform}"):
        resolve("npipe:////./pipe/docker_engine", environment=home.environment, platform=platform)


# TLS: what asks for it gets it

TLS_VARIABLES = ["DOCKER_TLS_VERIFY", "DOCKER_TLS", "DOCKER_CERT_PATH"]


def with_tls(home: Home, variable: str, value: str = "1") -> dict[str, str]:
    return {variable: str(home.folder) if variable == "DOCKER_CERT_PATH" else value}


@pytest.mark.parametrize("variable", TLS_VARIABLES)
@pytest.mark.parametrize("rule", RULES[:-1], ids=[rule for rule, _, _ in RULES[:-1]])
def test_the_environment_asks_for_tls_whatever_names_the_engine(
    home: Home, rule: tuple[str, str, dict[str, Any]], variable: str
) -> None:
    endpoint = found(home, rule[2], with_tls(home, variable))
    assert (endpoint.scheme, endpoint.rule) == ("https", rule[0])
    assert endpoint.tls is not None
    assert endpoint.tls.verify
    assert endpoint.tls.rule == variable
    assert endpoint.base_url.startswith("https://")


@pytest.mark.parametrize("value", ["1", "true", "yes", "0", "false", "no", " "])
def test_any_spelling_asks_for_tls(home: Home, value: str) -> None:
    """aiodocker takes nothing but 1, and talks in clear text to whoever wrote true."""
    assert found(home, {"DOCKER_HOST": "tcp://h", "DOCKER_TLS_VERIFY": value}).base_url == "https://h:2376"


@pytest.mark.parametrize("url", ["tcp://h:2376", "http://h:2376", "https://h:2376"])
def test_tls_of_the_program_is_never_clear_text(home: Home, url: str) -> None:
    """Fault A1 of aiodocker: an ssl_context with tcp:// is sent in clear text."""
    endpoint = found(home, {"url": url}, tls=True)
    assert (endpoint.base_url, endpoint.tls) == ("https://h:2376", None)


def test_the_usual_port_is_that_of_tls(home: Home) -> None:
    assert found(home, {"DOCKER_HOST": "tcp://h", "DOCKER_TLS_VERIFY": "1"}).port == 2376
    assert found(home, {"DOCKER_HOST": "tcp://h"}).port == 2375
    assert found(home, {"DOCKER_HOST": "tcp://h:1", "DOCKER_TLS_VERIFY": "1"}).port == 1


@pytest.mark.parametrize("given", [{"url": "unix:///s"}, {"url": "ssh://h"}, {}])
def test_tls_of_the_program_without_tcp_is_refused(home: Home, given: dict[str, str]) -> None:
    with pytest.raises(SettingsError, match=r"the program asks for TLS, and .* has none"):
        found(home, given, tls=True)


@pytest.mark.parametrize("given", [{"url": "unix:///s"}, {"url": "ssh://h"}, {}])
def test_tls_of_the_environment_is_for_tcp(home: Home, given: dict[str, str]) -> None:
    # Not even the folder is looked at.
    assert found(home, given, {"DOCKER_TLS_VERIFY": "1", "DOCKER_CERT_PATH": "/nowhere"}).tls is None


def test_the_program_may_ask_for_no_tls(home: Home) -> None:
    assert found(home, {"url": "tcp://h:1"}, with_tls(home, "DOCKER_TLS_VERIFY"), tls=False).base_url == "http://h:1"
    home.context("secure", "tcp://secure:1", tls=("ca.pem",))
    with pytest.raises(SettingsError, match="asks for TLS, and the program for none"):
        found(home, {"context": "secure"}, tls=False)


def test_a_context_brings_its_own_files(home: Home) -> None:
    folder = home.context("secure", "tcp://secure", tls=("ca.pem", "cert.pem", "key.pem"))
    endpoint = found(home, {"context": "secure"}, with_tls(home, "DOCKER_CERT_PATH"))
    assert endpoint.base_url == "https://secure:2376"
    assert endpoint.tls is not None
    assert (endpoint.tls.ca, endpoint.tls.cert, endpoint.tls.key, endpoint.tls.verify) == (
        folder / "ca.pem",
        folder / "cert.pem",
        folder / "key.pem",
        True,
    )


def test_skipping_verification_needs_no_files(home: Home) -> None:
    """Fault A5 of aiodocker: SkipTLSVerify counts for nothing where the context has no TLS files."""
    home.context("lax", "tcp://lax", SkipTLSVerify=True)
    endpoint = found(home, {"context": "lax"})
    assert endpoint.base_url == "https://lax:2376"
    assert endpoint.tls is not None
    assert not endpoint.tls.verify


def test_a_context_that_does_not_say_is_verified(home: Home) -> None:
    """docker-py reads a context without SkipTLSVerify as one that skips it."""
    home.context("silent", "tcp://silent", tls=("ca.pem",))
    endpoint = found(home, {"context": "silent"})
    assert endpoint.tls is not None
    assert endpoint.tls.verify


def test_half_a_pair_in_a_context_is_refused(home: Home) -> None:
    home.context("half", "tcp://half", tls=("cert.pem",))
    with pytest.raises(DockerContextTLSError, match=r"key\.pem is missing") as caught:
        found(home, {"context": "half"})
    assert caught.value.context_name == "half"


def test_a_socket_of_a_context_has_no_tls(home: Home) -> None:
    home.context("local", "unix:///s", tls=("ca.pem",))
    assert found(home, {"context": "local"}).tls is None
