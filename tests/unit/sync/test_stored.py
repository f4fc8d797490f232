"""Configs and secrets: what their attributes say and from where, and what each method asks for."""

import json
from typing import Any

import pytest

from dockwright.sync import Config, DockerClient, Secret
from tests.fakes.engine import FakeEngine

DOCUMENT: dict[str, Any] = {
    "ID": "0123456789abcdef",
    "Version": {"Index": 7},
    "Spec": {"Name": "n", "Labels": {"a": "b"}},
}
ID = DOCUMENT["ID"]
KINDS = [("configs", Config), ("secrets", Secret)]


@pytest.mark.parametrize(("noun", "kind"), KINDS)
def test_the_life_of_one(client: DockerClient, fake_engine: FakeEngine, noun: str, kind: Any) -> None:
    fake_engine.reply("POST", f"/{noun}/create", 201, {"ID": ID})
    fake_engine.reply("GET", f"/{noun}/{ID}", body=DOCUMENT)
    fake_engine.reply("POST", f"/{noun}/{ID}/update")
    fake_engine.reply("DELETE", f"/{noun}/{ID}", 204)
    things: Any = getattr(client, noun)
    made = things.create(name="n", data=b"x", labels={"a": "b"})
    assert (made.id, made.name, repr(made)) == (ID, "n", f"<{kind.__name__}: 'n'>")
    (request,) = fake_engine.requests
    assert request.json() == {"Name": "n", "Data": "eA==", "Labels": {"a": "b"}}
    assert made.attrs == DOCUMENT
    assert made == kind(DOCUMENT, client) == things.get(ID)
    assert len(fake_engine.requests) == 3

    made.update(labels={})
    asked, sent, again = fake_engine.requests[3:]
    assert (sent.query, sent.json()) == ({"version": ["7"]}, {"Name": "n", "Labels": {}})
    assert asked.path == again.path == f"/{noun}/{ID}"
    assert made.remove() is True
    assert repr(kind.of(client, ID)) == f"<{kind.__name__}: {ID[:12]}>"


@pytest.mark.parametrize(("noun", "kind"), KINDS)
def test_a_list_is_one_request(client: DockerClient, fake_engine: FakeEngine, noun: str, kind: Any) -> None:
    fake_engine.reply("GET", f"/{noun}", body=[DOCUMENT])
    filters = {"name": "n"}
    (found,) = getattr(client, noun).list(filters=filters)
    assert (found.name, found.attrs, type(found), filters) == ("n", DOCUMENT, kind, {"name": "n"})
    (request,) = fake_engine.requests
    assert json.loads(request.query["filters"][0]) == {"name": ["n"]}


def test_nothing_is_sent_for_bad_content(client: DockerClient, fake_engine: FakeEngine) -> None:
    for things in (client.configs, client.secrets):
        for data in (7, None, ["hunter2"]):
            given: Any = data
            with pytest.raises((TypeError, ValueError), match="data ") as caught:
                things.create("n", given)
            assert "hunter2" not in str(caught.value)
    assert fake_engine.requests == []
