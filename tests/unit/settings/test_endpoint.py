"""Where the engine is: every form of an address, and errors that say what to write instead."""

import errno
import ssl

import pytest

from dockwright.errors import EngineUnreachable, SettingsError
from dockwright.settings.endpoint import Endpoint, full_address, parse, parse_docker_host, tls_fault, unreachable
from dockwright.settings.sockets import Attempt, State


@pytest.mark.parametrize(
    ("url", "endpoint", "base_url"),
    [
        ("unix:///run/docker.sock", ("unix", "/run/docker.sock", "", 0), "http://localhost"),
        ("unix://run/docker.sock", ("unix", "/run/docker.sock", "", 0), "http://localhost"),
        ("unix:///a b/#1?.sock", ("unix", "/a b/#1?.sock", "", 0), "http://localhost"),
        ("http+unix://%2Frun%2Fdocker.sock", ("unix", "/run/docker.sock", "", 0), "http://localhost"),
        ("tcp://host:1234", ("http", "", "host", 1234), "http://host:1234"),
        ("tcp://host", ("http", "", "host", 2375), "http://host:2375"),
        ("http://host:1234/", ("http", "", "host", 1234), "http://host:1234"),
        ("https://host", ("https", "", "host", 2376), "https://host:2376"),
        ("tcp://[::1]:1234", ("http", "", "::1", 1234), "http://[::1]:1234"),
        ("tcp://[fe80::2]", ("http", "", "fe80::2", 2375), "http://[fe80::2]:2375"),
        ("  tcp://192.0.2.1:1  ", ("http", "", "192.0.2.1", 1), "http://192.0.2.1:1"),
        ("ssh://me@host:22", ("ssh", "", "host", 22), "http://localhost"),
        ("ssh://MyHost", ("ssh", "", "MyHost", 0), "http://localhost"),
        ("ssh://me@[fe80::2]:22", ("ssh", "", "fe80::2", 22), "http://localhost"),
        ("ssh://host/run/docker.sock", ("ssh", "/run/docker.sock", "host", 0), "http://localhost"),
        ("npipe:////./pipe/docker_engine", ("npipe", "//./pipe/docker_engine", "", 0), "http://localhost"),
    ],
)
def test_addresses_are_read(url: str, endpoint: tuple[str, str, str, int], base_url: str) -> None:
    found = parse(url)
    assert (found.scheme, found.path, found.host, found.port) == endpoint
    assert found.base_url == base_url


@pytest.mark.parametrize(
    "url",
    [
        "unix:///run/docker.sock",
        "tcp://host:1234",
        "tcp://[::1]:1234",
        "https://host:1",
        "ssh://me@host:22/run/docker.sock",
        "ssh://host",
        "npipe:////./pipe/docker_engine",
    ],
)
def test_an_endpoint_shows_its_address(url: str) -> None:
    assert str(parse(url)) == parse(url).url == url
    assert parse(url, rule="DOCKER_HOST").explain() == f"{url}, chosen by DOCKER_HOST"


@pytest.mark.parametrize("url", ["tcp://host", "http://host", "https://host"])
def test_tls_is_never_dropped(url: str) -> None:
    assert parse(url, tls=True) == Endpoint("https", host="host", port=2376, rule="the url argument")


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("gopher://host", "unknown scheme 'gopher'"),
        ("host:2375", "has no scheme"),
        ("/run/docker.sock", "has no scheme"),
        ("unix://", "names no socket"),
        ("unix:///", "names no socket"),
        ("tcp://", "names no host"),
        ("tcp://:2375", "names no host"),
        ("tcp://host:port", "is not an address"),
        ("tcp://host:99999", "is not an address"),
        ("tcp://[::1:2375", "is not an address"),
        ("tcp://host:1/prefix", "more than a host and a port"),
        ("tcp://host:1?query", "more than a host and a port"),
        ("ssh://", "names no host"),
        ("ssh://-oProxyCommand=evil", "must not begin with a dash"),
        ("ssh://-oProxyCommand=evil@host", "must not begin with a dash"),
        ("ssh://%2DoProxyCommand=evil@host", "must not begin with a dash"),
        ("ssh://`evil`", "characters that are in no name of a user or host; write ssh://user@host"),
        ("ssh://me@host;evil", "characters that are in no name of a user or host; write ssh://user@host"),
        ("ssh://$(evil)@host", "characters that are in no name of a user or host; write ssh://user@host"),
        ("ssh://a%0Ab@host", "characters that are in no name of a user or host; write ssh://user@host"),
        ("ssh://me%5C@host", "characters that are in no name of a user or host; write ssh://user@host"),
        ("ssh://host?query", "more than a user, a host, a port and a socket"),
        ("npipe://", "names no socket"),
        ("fd://", "unknown scheme 'fd'"),
    ],
)
def test_what_is_no_address_is_refused_with_the_accepted_form(url: str, says: str) -> None:
    with pytest.raises(SettingsError, match=r"^DOCKER_HOST: ") as caught:
        parse(url, rule="DOCKER_HOST")
    assert says in caught.value.message
    assert isinstance(caught.value, ValueError)
    if "not an address" not in says:
        assert any(
            form in caught.value.message for form in ("unix:///path", "tcp://host:port", "ssh://user@host", "dash")
        )


def test_the_user_of_an_address_for_ssh() -> None:
    assert parse("ssh://host").user == ""
    assert parse("ssh://me@host").user == "me"
    assert parse("ssh://me%40example.org@host").user == "me@example.org"
    assert parse("ssh://DOMAIN%5Cme@host").user == "DOMAIN\\me"


def test_a_password_is_refused_and_not_repeated() -> None:
    with pytest.raises(SettingsError) as caught:
        parse("tcp://user:hunter2@host:1")
    assert "password" in caught.value.message
    assert "hunter2" not in caught.value.message


def test_an_address_of_another_type_is_refused() -> None:
    with pytest.raises(TypeError, match="the url argument must be a str"):
        parse(b"tcp://host")  # type: ignore[arg-type]  # what is refused


@pytest.mark.parametrize(
    ("value", "url"), [("127.0.0.1:2375", "tcp://127.0.0.1:2375"), ("[::1]:1", "tcp://[::1]:1"), ("h:1", "tcp://h:1")]
)
def test_docker_host_takes_a_host_and_a_port_as_the_docker_command_does(value: str, url: str) -> None:
    assert parse_docker_host(value).url == url
    with pytest.raises(SettingsError, match="has no scheme"):
        parse(value)


@pytest.mark.parametrize(
    ("url", "number", "says"),
    [
        ("unix:///s", errno.ENOENT, "there is no such socket"),
        ("unix:///s", errno.ECONNREFUSED, "no engine listens on it"),
        ("unix:///s", errno.EACCES, "group docker"),
        ("unix:///s", errno.ENOTSOCK, "name the socket of the engine"),
        ("tcp://h:1", errno.ECONNREFUSED, "nothing listens there"),
        ("tcp://h:1", errno.EHOSTUNREACH, "is the engine running, and is this its address?"),
    ],
)
def test_why_an_engine_is_not_reached(url: str, number: int, says: str) -> None:
    wrapper = RuntimeError("a library's own words")
    wrapper.__cause__ = OSError(number, "what the system says")
    error = unreachable(parse(url, rule="DOCKER_HOST"), wrapper)
    assert isinstance(error, EngineUnreachable)
    assert error.status == 900
    assert f"{url}, chosen by DOCKER_HOST" in error.message
    assert says in error.message


def test_without_an_error_of_the_system_the_library_is_quoted() -> None:
    looping = RuntimeError("bad certificate")
    looping.__context__ = ValueError()
    looping.__context__.__context__ = looping
    assert "bad certificate" in unreachable(parse("https://h"), looping).message
    assert "RuntimeError" in unreachable(parse("https://h"), RuntimeError()).message


def test_what_else_was_looked_at_is_told() -> None:
    tried = (Attempt("/s", State.DENIED), Attempt("/other", State.SILENT))
    error = unreachable(Endpoint("unix", "/s", tried=tried), PermissionError(errno.EACCES, "denied"))
    assert error.message.endswith("nothing else was found: /other (it exists, but nothing listens on it)")


def ssl_error(reason: str, **facts: object) -> ssl.SSLError:
    error = ssl.SSLError(1, f"[SSL: {reason}]")
    error.library, error.reason = "SSL", reason
    for name, value in facts.items():
        setattr(error, name, value)
    return error


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (ssl_error("CERTIFICATE_VERIFY_FAILED", verify_code=10, verify_message="certificate has expired"), "renew"),
        (ssl_error("CERTIFICATE_VERIFY_FAILED", verify_code=62, verify_message="Hostname mismatch"), "use a name"),
        (ssl_error("CERTIFICATE_VERIFY_FAILED", verify_code=64, verify_message="IP mismatch"), "use an address"),
        (ssl_error("CERTIFICATE_VERIFY_FAILED", verify_code=19, verify_message="self-signed"), "name the authority"),
        (ssl_error("CERTIFICATE_VERIFY_FAILED"), "it cannot be verified"),
        (ssl_error("TLSV13_ALERT_CERTIFICATE_REQUIRED"), "we show none"),
        (ssl_error("TLSV1_ALERT_UNKNOWN_CA"), "refuses our certificate"),
        (ssl_error("SSLV3_ALERT_CERTIFICATE_EXPIRED"), "has expired"),
        (ssl_error("WRONG_VERSION_NUMBER"), "does not speak TLS"),
        (ssl_error("SOMETHING_ELSE"), "TLS failed: something else"),
    ],
)
def test_what_went_wrong_with_tls_is_said_with_the_way_out(error: ssl.SSLError, says: str) -> None:
    assert says in " ".join(tls_fault(error) or ())
    wrapper = RuntimeError("a library's own words")
    wrapper.__cause__ = error
    assert says in unreachable(parse("https://h:1"), wrapper).message


@pytest.mark.parametrize("error", [OSError(errno.ECONNREFUSED, "refused"), RuntimeError("x"), UnicodeError("x")])
def test_other_errors_are_not_of_tls(error: Exception) -> None:
    assert tls_fault(error) is None


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("unix://", "unix:///var/run/docker.sock"),
        (" h:1 ", "tcp://h:1"),
        (":1", "tcp://127.0.0.1:1"),
        ("tcp://:1", "tcp://127.0.0.1:1"),
        ("[::1]:1", "tcp://[::1]:1"),
        ("unix:///s:1", "unix:///s:1"),
        ("h", "h"),
        ("", ""),
    ],
)
def test_short_forms_of_an_address(short: str, full: str) -> None:
    assert full_address(short) == full
