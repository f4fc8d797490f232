"""The errors under docker-py's names, made and read as its programs do."""

import pickle
from types import SimpleNamespace

import pytest

from dockwright.errors import ApiError, Conflict, DockerError, ServerError
from dockwright.sync import errors


def test_docker_pys_names_are_classes_of_ours() -> None:
    for name in errors.__all__:
        kind = getattr(errors, name)
        assert not isinstance(kind, type) or issubclass(kind, DockerError), name
    assert issubclass(errors.ImageNotFound, errors.NotFound)
    assert issubclass(errors.NotFound, errors.APIError)
    assert issubclass(errors.APIError, errors.DockerException)
    assert issubclass(errors.NullResource, ValueError)
    assert issubclass(errors.ContextAlreadyExists, errors.ContextException)


@pytest.mark.parametrize(
    ("error", "status", "explanation"),
    [
        (errors.NotFound("gone"), 404, "gone"),
        (errors.ImageNotFound("gone", explanation="why"), 404, "why"),
        (errors.APIError("broken"), 0, "broken"),
        (errors.APIError("broken", SimpleNamespace(status_code=409), "why"), 409, "why"),
        (errors.APIError("broken", response=SimpleNamespace(status_code=500)), 500, "broken"),
        (Conflict(409, "in use", "ContainerCreate"), 409, "in use"),
    ],
)
def test_tests_of_programs_make_errors(error: ApiError, status: int, explanation: str) -> None:
    assert (error.status_code, error.explanation) == (status, explanation)
    assert error.response.status_code == status
    assert error.is_client_error() is (400 <= status < 500)
    assert error.is_server_error() is (status >= 500)


def test_a_reply_is_there_to_be_looked_at() -> None:
    error = pickle.loads(pickle.dumps(errors.NotFound(404, "gone", "ContainerInspect")))  # noqa: S301  our own
    assert (error.response.status_code, error.response.reason) == (404, "Not Found")
    assert (error.response.text, error.response.json()) == ("gone", {"message": "gone"})
    assert error.operation == "ContainerInspect"
    assert errors.APIError(799, "odd", "X").response.reason == ""


def test_errors_of_another_library_become_ours() -> None:
    def failed(status: int, body: object, text: str = "") -> Exception:
        error = Exception("other")
        error.response = SimpleNamespace(status_code=status, json=lambda: body, text=text)  # type: ignore[attr-defined]  # as requests has it
        return error

    with pytest.raises(errors.NotFound) as missing:
        errors.create_api_error_from_http_exception(failed(404, {"message": "gone"}))
    assert missing.value.explanation == "gone"
    assert isinstance(missing.value.__cause__, Exception)
    with pytest.raises(ServerError, match="plain"):
        errors.create_api_error_from_http_exception(failed(500, [], " plain "))


def test_unknown_arguments() -> None:
    error = errors.create_unexpected_kwargs_error("run", {"b": 1, "a": 2})
    assert isinstance(error, TypeError)
    assert str(error) == "run() takes no argument named 'a', 'b'"
