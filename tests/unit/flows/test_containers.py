"""Create and run: what is asked, in which order, and what a failure tells."""

import pytest

from dockwright.errors import (
    ConnectionLost,
    DockerContainerError,
    DockerError,
    DockerStreamError,
    ImageNotFound,
    NotFound,
    ServerError,
)
from dockwright.flows import Wanted
from dockwright.flows.containers import create, run
from dockwright.flows.images import pull_operation
from dockwright_api import models, operations, shapes

from .conftest import Driven

CONFIG: shapes.ContainerCreateRequest = {"Image": "busybox"}
CREATE = operations.containers.create(CONFIG, name="n", platform="linux/arm64")
PULL = pull_operation("busybox", platform="linux/arm64")
START = operations.containers.start("abc")
MISSING = ImageNotFound(404, "No such image: busybox:latest", "ContainerCreate")


def test_run_creates_and_starts(drive: Driven) -> None:
    assert drive(run(CONFIG, name="n", platform="linux/arm64", pull=PULL), {"Id": "abc"}, None) == "abc"
    assert drive.operations == [CREATE, START]


def test_run_pulls_a_missing_image_and_tries_once_more(drive: Driven) -> None:
    flow = run(CONFIG, name="n", platform="linux/arm64", pull=PULL)
    assert drive(flow, MISSING, [{"status": "done"}], {"Id": "abc"}, None) == "abc"
    assert drive.operations == [CREATE, PULL, CREATE, START]
    assert drive.steps[1].wanted is Wanted.DOCUMENTS


def test_a_pull_that_fails_is_what_is_raised(drive: Driven) -> None:
    failure = DockerStreamError("manifest unknown")
    with pytest.raises(DockerStreamError) as caught:
        drive(run(CONFIG, pull=PULL), MISSING, failure)
    assert caught.value is failure
    assert len(drive.steps) == 2


def test_an_image_that_is_missing_after_the_pull_is_not_pulled_again(drive: Driven) -> None:
    with pytest.raises(ImageNotFound):
        drive(run(CONFIG, pull=PULL), MISSING, [], ImageNotFound(404, "still missing", "ContainerCreate"))
    assert len(drive.steps) == 3


@pytest.mark.parametrize("error", [ServerError(500, "boom"), NotFound(404, "no such network"), ConnectionLost("gone")])
def test_other_errors_pull_nothing(drive: Driven, error: DockerError) -> None:
    with pytest.raises(type(error)) as caught:
        drive(run(CONFIG, pull=PULL), error)
    assert caught.value is error
    assert len(drive.steps) == 1


def test_create_without_a_pull_raises(drive: Driven) -> None:
    with pytest.raises(ImageNotFound):
        drive(create(CONFIG), MISSING)
    assert drive.operations == [operations.containers.create(CONFIG)]


@pytest.mark.parametrize("error", [ServerError(500, "no such program"), ConnectionLost("gone")])
def test_what_does_not_start_is_named(drive: Driven, error: DockerError) -> None:
    with pytest.raises(DockerContainerError) as caught:
        drive(run(CONFIG, pull=PULL), {"Id": "abc"}, error)
    raised = caught.value
    assert (raised.container_id, raised.status, raised.message) == ("abc", error.status, error.message)
    assert raised.__cause__ is error
    assert "abc" in str(raised)


def test_models_serve_as_well(drive: Driven) -> None:
    config = models.ContainerCreateRequest(image="busybox")
    assert drive(run(config), {"Id": "abc"}, None) == "abc"
    assert drive.operations[0].body is config
