"""Programs that keep credentials: real programs, good and bad ones."""

from pathlib import Path

import pytest

from dockwright.errors import CredentialsError
from dockwright.settings import credential_programs
from dockwright.settings.credential_programs import Stored, ask, program_of

from .conftest import Home

GOOD = """echo '{"ServerURL": "s", "Username": "me", "Secret": "hunter2"}'"""


def test_a_program_is_asked_for_one_server(home: Home) -> None:
    home.program("good", GOOD)
    stored = ask("good", "host:5000", environment=home.environment)
    assert stored is not None
    assert stored == Stored("me", "hunter2")
    assert stored.fields == {"username": "me", "password": "hunter2"}
    assert home.asked == ["good get host:5000"]
    assert "hunter2" not in f"{stored!r}{stored!s}"


def test_a_token_stands_for_user_and_password(home: Home) -> None:
    home.program("token", """echo '{"Username": "<token>", "Secret": "hunter2"}'""")
    stored = ask("token", "host", environment=home.environment)
    assert stored is not None
    assert stored.fields == {"identitytoken": "hunter2"}


@pytest.mark.parametrize(
    "script",
    [
        "echo 'credentials not found in native keychain'; exit 1",
        "echo 'credentials not found in native keychain' >&2; exit 1",
        "echo '{}'",
        """echo '{"Username": "", "Secret": ""}'""",
    ],
)
def test_a_program_that_has_nothing(home: Home, script: str) -> None:
    home.program("empty", script)
    assert ask("empty", "host", environment=home.environment) is None


@pytest.mark.parametrize(
    ("script", "says"),
    [
        ("echo 'pass is not set up'; exit 1", "failed with exit code 1: pass is not set up"),
        ("echo 'on the other way' >&2; exit 3", "failed with exit code 3: on the other way"),
        ("exit 2", "failed with exit code 2: it says nothing"),
        ("echo hunter2", "answered with something else than JSON"),
        ("echo '[\"hunter2\"]'", "answered with something else than JSON"),
        ("""echo '{"Username": 7, "Secret": "hunter2"}'""", "answered without a user and a secret"),
        ("kill -9 $$", "failed with exit code -9"),
    ],
)
def test_a_program_that_fails_is_named(home: Home, script: str, says: str) -> None:
    home.program("bad", script)
    with pytest.raises(CredentialsError, match=r"^docker-credential-bad was asked for host and ") as caught:
        ask("bad", "host", environment=home.environment)
    assert says in caught.value.message
    shown = f"{caught.value!r}{caught.value.__cause__!r}{caught.value.__context__!r}"
    assert "hunter2" not in shown


def test_a_program_that_is_not_there_is_named_with_the_way_out(home: Home) -> None:
    with pytest.raises(CredentialsError, match=r"names docker-credential-gone, which is not on the PATH; install it"):
        ask("gone", "host", environment=home.environment)


def test_a_program_that_cannot_be_started(home: Home) -> None:
    home.program("text", "").write_text("no program")
    with pytest.raises(CredentialsError, match="docker-credential-text was asked for host and failed"):
        ask("text", "host", environment=home.environment)


@pytest.mark.parametrize("name", ["../evil", "/bin/evil", "", "a b", "-x", "a;b"])
def test_a_name_that_leads_elsewhere_is_refused(home: Home, name: str) -> None:
    with pytest.raises(CredentialsError, match="cannot be the name of a program"):
        program_of(name, environment=home.environment)


def test_a_program_that_never_answers_is_given_up(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(credential_programs, "LIMIT_SECONDS", 0.05)
    home.program("slow", "echo hunter2; exec /bin/sleep 60")
    with pytest.raises(CredentialsError, match=r"no answer within 0\.05 seconds") as caught:
        ask("slow", "host", environment=home.environment)
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__


def test_the_path_of_the_environment_counts(home: Home) -> None:
    file = home.program("good", GOOD)
    assert Path(program_of("good", environment=home.environment)) == file
