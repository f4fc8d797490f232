"""Pull, import, and which image a configuration names."""

from typing import Any

import pytest

from dockwright.errors import DockerStreamError, UnexpectedReply
from dockwright.flows.images import image_of, import_filesystem, import_operation, load_operation, pull_operation
from dockwright_api import models, operations

from .conftest import Driven

ID = "sha256:" + "a" * 64


@pytest.mark.parametrize(
    ("image", "tag", "query"),
    [
        ("busybox", None, {"fromImage": "busybox", "tag": "latest"}),
        ("host:5000/a:b", None, {"fromImage": "host:5000/a", "tag": "b"}),
        (f"a@{ID}", None, {"fromImage": "a", "tag": ID}),
        ("busybox", "", {"fromImage": "busybox"}),
    ],
)
def test_a_name_that_picks_no_image_means_latest(image: str, tag: str | None, query: dict[str, str]) -> None:
    assert dict(pull_operation(image, tag=tag).query) == query


def test_pull_passes_the_rest_on() -> None:
    operation = pull_operation("a:b", platform="linux/arm64", registry_auth="secret")
    assert operation == operations.images.create(
        from_image="a", tag="b", platform="linux/arm64", registry_auth="secret"
    )


def test_import_gives_the_id_that_comes_last(drive: Driven) -> None:
    flow = import_filesystem(
        b"tar", repository="r", tag="t", message="m", changes=['CMD ["sh"]'], platform="linux/amd64"
    )
    assert drive(flow, [{"status": "Importing"}, {"status": ID}, {}]) == ID
    assert drive.operations == [
        operations.images.create(
            b"tar",
            from_src="-",
            repo="r",
            tag="t",
            message="m",
            changes=['CMD ["sh"]'],
            platform="linux/amd64",
        )
    ]


@pytest.mark.parametrize("progress", [[], [{"status": "done"}], [{"status": None}]])
def test_an_import_without_an_id_is_no_success(drive: Driven, progress: list[dict[str, str | None]]) -> None:
    with pytest.raises(UnexpectedReply, match="without telling the id"):
        drive(import_filesystem(b"tar"), progress)


def test_an_import_that_fails_raises(drive: Driven) -> None:
    with pytest.raises(DockerStreamError):
        drive(import_filesystem(b"tar"), DockerStreamError("no archive"))


@pytest.mark.parametrize(
    ("config", "image"),
    [
        ({"Image": "a"}, "a"),
        (models.ContainerCreateRequest(image="a"), "a"),
        ({}, None),
        ({"Image": ""}, None),
        ({"Image": None}, None),
        (models.ContainerCreateRequest(), None),
        (None, None),
    ],
)
def test_the_image_of_a_configuration(config: object, image: str | None) -> None:
    assert image_of(config) == image


@pytest.mark.parametrize("given", [{}, 5, None])
def test_what_is_no_archive_is_refused(given: Any) -> None:
    with pytest.raises(
        TypeError, match=f"data must be bytes, a file or an iterable of bytes, not {type(given).__name__}"
    ):
        load_operation(given)
    with pytest.raises(TypeError, match=f"content must be bytes, .*, not {type(given).__name__}"):
        import_operation(given)
    with pytest.raises(TypeError, match=r"data must be .* not str; encode it first"):
        load_operation("x")  # type: ignore[arg-type]  # what is refused
