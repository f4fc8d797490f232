"""Documents of JSON streams: JSON or models, and failures that come after a success status."""

from typing import Any

import pytest

from dockwright.errors import DockerStreamError, MalformedStream
from dockwright.wire.documents import document_decoder
from dockwright.wire.jsonstream import JSONDocuments
from dockwright_api import models, operations
from dockwright_api.operation import JSONStream

PULL = operations.images.create(from_image="a")
EVENTS = operations.system.events()


def read(operation: JSONStream[Any, Any], data: bytes, *, models: bool = False) -> list[Any]:
    reader = JSONDocuments(document_decoder(operation, models=models))
    return reader.feed(data) + reader.close()


def test_plain_json() -> None:
    assert read(PULL, b'{"status":"a"}\r\n{"status":"b"}\r\n') == [{"status": "a"}, {"status": "b"}]


def test_models() -> None:
    first, second = read(EVENTS, b'{"Type":"container","time":5}\n{"Action":"die","New":1}\n', models=True)
    assert isinstance(first, models.EventMessage)
    assert (first.type, first.time, second.action) == ("container", 5, "die")
    assert second.to_json() == {"Action": "die", "New": 1}


def test_attributes_names_are_no_names_of_the_wire() -> None:
    (event,) = read(EVENTS, b'{"action":"die"}\n', models=True)
    assert event.action is None


@pytest.mark.parametrize("as_models", [False, True])
@pytest.mark.parametrize(
    "document",
    [b'{"error":"boom"}', b'{"errorDetail":{"message":"boom"},"error":"boom"}', b'{"errorDetail":{"message":"boom"}}'],
)
def test_a_failure_raises_after_the_documents_before_it(document: bytes, *, as_models: bool) -> None:
    reader = JSONDocuments(document_decoder(PULL, models=as_models))
    assert len(reader.feed(b'{"status":"a"}\n' + document + b"\n")) == 1
    with pytest.raises(DockerStreamError, match="boom"):
        reader.feed(b"")


def test_the_word_in_a_value_is_no_failure() -> None:
    document = {"status": 'no "error" here', "errors": 0, "errorDetail": None, "error": ""}
    assert read(PULL, b'{"status":"no \\"error\\" here","errors":0,"errorDetail":null,"error":""}\n') == [document]
    assert read(PULL, b'["error"]\n') == [["error"]]


def test_events_may_hold_such_keys() -> None:
    assert read(EVENTS, b'{"error":"of a health check"}\n') == [{"error": "of a health check"}]


def test_a_document_of_the_wrong_form_is_malformed() -> None:
    with pytest.raises(MalformedStream):
        read(EVENTS, b'{"time":"never"}\n', models=True)
