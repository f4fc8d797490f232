"""TLS: what asks for it, that it verifies the engine, and that files which cannot be used are named.

That a connection is encrypted and refused is tested against real engines, in ``tests/engine/test_tls.py``.
"""

import ssl
from pathlib import Path

import pytest
import trustme

from dockwright.errors import SettingsError
from dockwright.settings.tls import TLSFiles, checked_context, tls_of_environment
from dockwright.sync.tls import TLSConfig


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with all files of TLS."""
    authority = trustme.CA()
    certificate = authority.issue_cert("client@example.org")
    authority.cert_pem.write_to_path(tmp_path / "ca.pem")
    certificate.private_key_pem.write_to_path(tmp_path / "key.pem")
    certificate.cert_chain_pems[0].write_to_path(tmp_path / "cert.pem")
    return tmp_path


@pytest.mark.parametrize("environment", [{}, {"DOCKER_TLS_VERIFY": ""}, {"DOCKER_CERT_PATH": ""}, {"DOCKER_TLS": ""}])
def test_not_asked_for(environment: dict[str, str]) -> None:
    assert tls_of_environment(environment) is None


@pytest.mark.parametrize("verify", ["1", "0", ""])
def test_the_engine_is_always_verified(tmp_path: Path, verify: str) -> None:
    # As with the docker command, what is asked is whether the variable is empty, not what it says.
    files = tls_of_environment({"DOCKER_TLS_VERIFY": verify, "DOCKER_CERT_PATH": str(tmp_path)})
    assert files is not None
    context = files.context()
    assert (context.verify_mode, context.check_hostname) == (ssl.CERT_REQUIRED, True)
    assert context.minimum_version >= ssl.TLSVersion.TLSv1_2


@pytest.mark.parametrize("variable", ["DOCKER_TLS_VERIFY", "DOCKER_TLS"])
def test_the_folder_of_the_user_is_the_default(tmp_path: Path, folder: Path, variable: str) -> None:
    files = tls_of_environment({variable: "1", "DOCKER_CONFIG": str(folder)})
    assert files == TLSFiles(folder / "ca.pem", folder / "cert.pem", folder / "key.pem", rule=variable)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"DOCKER_CERT_PATH: there is no folder .*nowhere"):
        tls_of_environment({"DOCKER_CERT_PATH": str(tmp_path / "nowhere")})


@pytest.mark.parametrize("name", ["cert.pem", "key.pem"])
def test_a_certificate_and_its_key_go_together(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("")
    with pytest.raises(
        SettingsError, match=r"DOCKER_CERT_PATH: a certificate and its key .*(cert|key)\.pem is missing"
    ):
        tls_of_environment({"DOCKER_CERT_PATH": str(tmp_path)})


def test_whoever_names_an_authority_trusts_no_other(folder: Path) -> None:
    assert len(TLSFiles.of_folder(folder, rule="r").context().get_ca_certs()) == 1


@pytest.mark.parametrize("name", ["ca.pem", "cert.pem", "key.pem"])
@pytest.mark.parametrize("content", ["no certificate", "", None])
def test_files_that_cannot_be_used_are_named(folder: Path, name: str, content: str | None) -> None:
    (folder / name).unlink()
    if content is None:
        # A name that leads nowhere is a file that was meant, and not one that was left out.
        (folder / name).symlink_to("nowhere")
    else:
        (folder / name).write_text(content)
    with pytest.raises(SettingsError, match=f"^r: the TLS files in {folder} cannot be used: ") as caught:
        TLSFiles.of_folder(folder, rule="r").context()
    assert isinstance(caught.value.__cause__, OSError)


def test_a_key_with_a_password_is_refused_and_nobody_is_asked_for_it(folder: Path) -> None:
    from cryptography.hazmat.primitives import serialization

    key = serialization.load_pem_private_key((folder / "key.pem").read_bytes(), None)
    (folder / "key.pem").write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.BestAvailableEncryption(b"password"),
        )
    )
    with pytest.raises(SettingsError, match=r"the key .*key\.pem needs a password"):
        TLSFiles.of_folder(folder, rule="r").context()


def test_without_verification_nothing_is_checked(folder: Path) -> None:
    context = TLSFiles.of_folder(folder, rule="r", verify=False).context()
    assert (context.verify_mode, context.check_hostname) == (ssl.CERT_NONE, False)


def test_no_file_is_made_of_a_key(folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: object) -> None:
    """aiodocker writes the key of a context into temporary files."""
    import tempfile

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a temporary file")

    for name in ("NamedTemporaryFile", "TemporaryFile", "mkstemp", "mkdtemp"):
        monkeypatch.setattr(tempfile, name, refuse)
    before = sorted(folder.iterdir())
    TLSFiles.of_folder(folder, rule="r").context()
    assert sorted(folder.iterdir()) == before


def test_what_is_explained(folder: Path) -> None:
    said = TLSFiles.of_folder(folder, rule="DOCKER_CERT_PATH").explain()
    assert said == (f"the engine verified by {folder}/ca.pem, we show {folder}/cert.pem; asked for by DOCKER_CERT_PATH")
    assert "the engine is not verified, we show no certificate" in TLSFiles(verify=False).explain()
    assert "verified by the authorities of this machine" in TLSFiles().explain()


def test_a_context_of_the_callers_is_checked() -> None:
    context = ssl.create_default_context()
    assert checked_context(context, "ssl_context") is context
    with pytest.raises(TypeError, match=r"ssl_context must be an ssl\.SSLContext, not str"):
        checked_context("context", "ssl_context")  # type: ignore[arg-type]  # what is refused


class TestTLSConfig:
    """docker-py's class."""

    @pytest.mark.parametrize("verify", [None, True])
    def test_the_engine_is_verified_unless_that_is_refused(self, folder: Path, verify: bool | None) -> None:
        """Fault 1.13 of docker-py: without verify the engine's certificate is not looked at."""
        config = TLSConfig((folder / "cert.pem", str(folder / "key.pem")), folder / "ca.pem", verify)
        context = config.context()
        assert (context.verify_mode, context.check_hostname) == (ssl.CERT_REQUIRED, True)
        assert (config.cert, config.ca_cert, config.verify) == (
            (str(folder / "cert.pem"), str(folder / "key.pem")),
            str(folder / "ca.pem"),
            True,
        )
        assert TLSConfig(verify=verify).context().verify_mode is ssl.CERT_REQUIRED
        assert TLSConfig(verify=False).context().verify_mode is ssl.CERT_NONE

    def test_a_path_in_verify_is_the_authority(self, folder: Path) -> None:
        config = TLSConfig(verify=str(folder / "ca.pem"))
        assert config.files.ca == folder / "ca.pem"
        assert config.context().verify_mode is ssl.CERT_REQUIRED

    @pytest.mark.parametrize("given", [{"ca_cert": "x"}, {"client_cert": ("x", "y")}, {"verify": "x"}])
    def test_files_that_are_not_there(self, tmp_path: Path, given: dict[str, object]) -> None:
        with pytest.raises(SettingsError, match="TLSConfig: there is no file x"):
            TLSConfig(**given)  # type: ignore[arg-type]  # of every kind

    @pytest.mark.parametrize("pair", [("only",), ("one", "two", "three"), 7])
    def test_a_pair_is_two_paths(self, pair: object) -> None:
        with pytest.raises(SettingsError, match="client_cert must be a pair"):
            TLSConfig(client_cert=pair)  # type: ignore[arg-type]  # what is refused

    def test_what_is_shown(self, folder: Path) -> None:
        assert repr(TLSConfig(ca_cert=folder / "ca.pem")).startswith(f"<TLSConfig the engine verified by {folder}")
