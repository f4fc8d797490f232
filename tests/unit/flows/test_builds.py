"""Builds: contexts, credentials and proxies that go with them, and what came of them."""

import base64
import gzip
import io
import json
import tarfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, cast

import pytest

from dockwright.errors import BuildError, InvalidType
from dockwright.flows.builds import (
    BuildResult,
    context_of,
    dockerfile_option,
    image_id,
    new_build,
    raise_without_image,
    written,
)
from dockwright.settings.endpoint import parse
from dockwright.settings.keyring import Keyring
from dockwright_api.operation import Operation

SECRET = "hidden-word"
ID = "sha256:" + "a" * 64
HERE = parse("unix:///s")
AUTHS = {"auths": {name: {"username": "u", "password": SECRET} for name in ("own:1", "cache:1", "other:1")}}
CLASSIC: list[Any] = [
    {"stream": "Step 1/1 : FROM scratch"},
    {"stream": "\n"},
    {"aux": {"ID": ID}},
    {"stream": "Successfully built aaaaaaaaaaaa\n"},
    {"stream": "Successfully tagged x:latest\n"},
]
# "hi" on the standard output of a step.
LOG = "GhQKAWQSAggBGAEiCWhpIHRoZXJlCg=="


@pytest.fixture
def settings(tmp_path: Path) -> Callable[[Any], Keyring]:
    """Make a keyring on a ``config.json``."""

    def make(config: Any) -> Keyring:
        (tmp_path / "config.json").write_text(json.dumps(config))
        return Keyring({"DOCKER_CONFIG": str(tmp_path), "PATH": ""})

    return make


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder to build from."""
    root = tmp_path / "project"
    root.mkdir()
    (root / "Dockerfile").write_text("FROM own:1/base\nCOPY . /\n")
    (root / "file").write_text("x")
    return root


def names(operation: Operation[Any, Any], expand: Callable[[bytes], bytes] = bytes) -> list[str]:
    """Tell what is in the context that an operation sends."""
    content = expand(b"".join(cast("Iterable[bytes]", operation.body)))
    with tarfile.open(fileobj=io.BytesIO(content)) as archive:
        return archive.getnames()


def sent(operation: Operation[Any, Any]) -> dict[str, Any]:
    """Decode the credentials that an operation sends."""
    headers = dict(operation.headers)
    return json.loads(base64.urlsafe_b64decode(headers["X-Registry-Config"])) if headers else {}


class TestContexts:
    """Where the files of a build come from."""

    def test_a_folder(self, folder: Path) -> None:
        for path in (folder, str(folder)):
            operation = new_build(path=path, tag="a").ready(None, HERE)
            assert names(operation) == ["Dockerfile", "file"]
            assert dict(operation.query) == {"dockerfile": "Dockerfile", "t": "a"}

    def test_a_folder_is_read_late_and_can_be_compressed(self, folder: Path) -> None:
        build = new_build(path=folder, gzip=True)
        (folder / "late").write_text("x")
        assert names(build.ready(None, HERE), gzip.decompress) == ["Dockerfile", "file", "late"]

    def test_names_with_their_content(self, folder: Path) -> None:
        build = new_build(path={"x/d": b"FROM scratch", "f": folder / "file"}, dockerfile="x/d")
        operation = build.ready(None, HERE)
        assert names(operation) == ["x/d", "f"]
        assert dict(operation.query)["dockerfile"] == "x/d"

    def test_a_dockerfile_alone(self) -> None:
        assert names(new_build(instructions=b"FROM scratch").ready(None, HERE)) == ["Dockerfile"]

    @pytest.mark.parametrize("url", ["https://host/x.git", "git://x", "git@host:x", "github.com/a/b", "http://h/t.tar"])
    def test_a_url(self, url: str) -> None:
        operation = new_build(path=url).ready(None, HERE)
        assert (dict(operation.query), operation.body) == ({"remote": url}, None)
        assert new_build(remote=url).ready(None, HERE) == operation

    def test_an_archive_that_can_only_be_read(self) -> None:
        class Readable:
            def __init__(self) -> None:
                self.parts = [b"a", b"b", b""]

            def read(self, size: int = -1) -> bytes:
                return self.parts.pop(0)

        operation = new_build(archive=Readable()).ready(None, HERE)
        assert b"".join(cast("Iterable[bytes]", operation.body)) == b"ab"

    @pytest.mark.parametrize(
        ("given", "message"),
        [
            ({}, "a build needs a context"),
            ({"path": ".", "archive": b"x"}, "here are path and an archive; give one of them"),
            ({"path": "https://a", "remote": "https://b"}, "give one of them"),
            ({"archive": b"x", "gzip": True}, "gzip is for the context at path"),
            ({"path": {"a": b""}}, "path has no 'Dockerfile' among its names"),
            ({"path": {"Dockerfile": b"", "/abs": b""}}, "/abs"),
        ],
    )
    def test_contexts_that_make_no_sense(self, given: dict[str, Any], message: str) -> None:
        with pytest.raises(ValueError, match=message):
            new_build(**given)

    def test_what_is_no_folder(self, folder: Path) -> None:
        for path in ("/nosuch", folder / "file"):
            with pytest.raises(TypeError, match="path must be a folder"):
                new_build(path=path)
        with pytest.raises(TypeError, match=r"files\['f'\] must be bytes"):
            new_build(path=cast(Any, {"Dockerfile": b"", "f": "text"}))

    def test_a_path_of_another_type_is_named(self) -> None:
        with pytest.raises(InvalidType, match=r"^path must be a folder, the URL .*, not int: 1$"):
            new_build(path=cast(Any, 1))
        with pytest.raises(InvalidType, match=r"^dockerfile must be the path of the Dockerfile, not int: 1$"):
            new_build(archive=b"", dockerfile=cast(Any, 1))

    def test_a_folder_without_a_dockerfile_says_so_when_it_is_read(self, folder: Path) -> None:
        with pytest.raises(FileNotFoundError, match="no Dockerfile at"):
            new_build(path=folder, dockerfile="other").ready(None, HERE)

    def test_both_names_of_the_dockerfile(self) -> None:
        assert dockerfile_option("a", None) == dockerfile_option(None, "a") == dockerfile_option("a", "a") == "a"
        with pytest.raises(ValueError, match="differ"):
            dockerfile_option("a", "b")

    def test_docker_pys_forms(self) -> None:
        def of(**given: Any) -> dict[str, Any]:
            others: dict[str, Any] = dict.fromkeys(("path", "fileobj", "remote", "encoding"))
            found = context_of(**{**others, "custom_context": False, "gzip": False, **given})
            return {key: value for key, value in found.items() if value not in (None, False)}

        archive = io.BytesIO(b"tar")
        assert of(path="x") == {"path": "x"}
        assert of(fileobj=archive, custom_context=True) == {"archive": archive}
        for dockerfile in (io.BytesIO(b"FROM a"), io.StringIO("FROM a"), b"FROM a"):
            assert of(fileobj=dockerfile) == {"instructions": b"FROM a"}
        for wrong, message in (
            ({}, "a build needs a context"),
            ({"custom_context": True, "path": "x"}, "there is no fileobj"),
            ({"fileobj": [b"a"]}, "with custom_context=True it is an archive"),
        ):
            with pytest.raises(TypeError, match=message):
                of(**wrong)
        with pytest.raises(ValueError, match="leave one out"):
            of(path="x", gzip=True, encoding="gzip")


class TestCredentials:
    """Which of them go with a build."""

    def test_only_what_the_build_needs(self, settings: Callable[[Any], Keyring], folder: Path) -> None:
        keyring = settings(AUTHS)
        assert set(sent(new_build(path=folder).ready(keyring, HERE))) == {"own:1"}
        build = new_build(
            path={"Dockerfile": b"ARG R\nFROM $R/x"}, buildargs={"R": "other:1"}, cache_from=["cache:1/x"]
        )
        assert set(sent(build.ready(keyring, HERE))) == {"other:1", "cache:1"}
        assert sent(new_build(instructions=b"FROM scratch").ready(keyring, HERE)) == {}

    def test_of_an_archive_everything_that_is_known(self, settings: Callable[[Any], Keyring]) -> None:
        keyring = settings(AUTHS)
        keyring.remember("mine:1", {"username": "m", "password": SECRET})
        for build in (new_build(archive=b"tar"), new_build(remote="https://x")):
            assert set(sent(build.ready(keyring, HERE))) == {"own:1", "cache:1", "other:1", "mine:1"}

    def test_those_of_the_caller_go_in_place_of_them(self, settings: Callable[[Any], Keyring], folder: Path) -> None:
        pair = base64.b64encode(f"u:{SECRET}".encode()).decode()
        build = new_build(path=folder, auth={"docker.io": {"username": "u", "password": "p"}, "x:1": pair})
        found = sent(build.ready(settings(AUTHS), HERE))
        assert set(found) == {"https://index.docker.io/v1/", "x:1"}
        assert found["x:1"]["password"] == SECRET
        assert sent(new_build(path=folder, auth={}).ready(settings(AUTHS), HERE)) == {}
        with pytest.raises(TypeError, match="auth must be a mapping from registries"):
            new_build(path=folder, auth=cast(Any, "u:p"))

    def test_a_program_that_is_missing_does_not_stop_a_build(
        self, settings: Callable[[Any], Keyring], folder: Path, caplog: pytest.LogCaptureFixture
    ) -> None:
        keyring = settings({"credHelpers": {"own:1": "gone"}})
        assert sent(new_build(path=folder).ready(keyring, HERE)) == {}
        assert "the build goes without credentials for own:1" in caplog.text

    def test_nothing_shows_a_secret(self, settings: Callable[[Any], Keyring], folder: Path) -> None:
        build = new_build(path=folder, auth={"x": {"password": SECRET}}, buildargs={"A": SECRET})
        assert SECRET not in f"{build!r}{build.operation!r}{build.ready(settings({}), HERE)!r}"


def test_proxies_go_with_the_arguments(settings: Callable[[Any], Keyring]) -> None:
    """docker-py 1.11: proxies are written into the caller's build arguments."""
    keyring = settings({"proxies": {"default": {"httpProxy": "p", "noProxy": "n"}}})
    arguments = {"http_proxy": "mine"}
    build = new_build(instructions=b"FROM scratch", buildargs=arguments)
    found = json.loads(dict(build.ready(keyring, HERE).query)["buildargs"])
    assert found == {"http_proxy": "mine", "NO_PROXY": "n", "no_proxy": "n"}
    assert arguments == {"http_proxy": "mine"}
    without = new_build(instructions=b"FROM scratch", use_config_proxy=False)
    assert "buildargs" not in dict(without.ready(keyring, HERE).query)


IDS: list[tuple[list[Any], str]] = [
    (CLASSIC, ID),
    ([{"stream": "Successfully built 0123\n"}], "0123"),
    ([{"stream": f"{ID}\n"}], ID),
    ([{"id": "moby.image.id", "aux": {"ID": ID}}], ID),
    ([{"aux": {"ID": "sha256:0"}}, {"aux": {"ID": ID}}], ID),
    ([{"stream": "RUN echo Successfully built 0123 maybe"}], ""),
    ([{"aux": None}, {"aux": {}}, {"stream": None}, {}], ""),
    ([], ""),
]


class TestResults:
    """What the documents of a build say."""

    @pytest.mark.parametrize(("documents", "image"), IDS)
    def test_the_id(self, documents: list[Any], image: str) -> None:
        assert image_id(documents) == image
        if not image:
            with pytest.raises(BuildError, match="without an image") as caught:
                raise_without_image(documents)
            assert caught.value.build_log[:-1] == documents
        else:
            raise_without_image(documents)

    def test_a_result_is_the_list_and_knows_the_image(self) -> None:
        result = BuildResult(cast(Any, CLASSIC), ["x"])
        assert result == CLASSIC
        assert (result.id, result.tags) == (ID, ["x"])
        assert result.text.startswith("Step 1/1 : FROM scratch\nSuccessfully built")

    def test_text_of_buildkit(self) -> None:
        assert written({"id": "moby.buildkit.trace", "aux": LOG}) == "hi there\n"
        assert written({"aux": {"ID": ID}}) == written({"status": "x"}) == written({}) == ""
