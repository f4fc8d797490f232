"""Configs and secrets: what each method asks for."""

import json
from typing import Any

import pytest

from dockwright.aio import Docker
from tests.fakes.engine import FakeEngine

DOCUMENT: dict[str, Any] = {"ID": "i", "Version": {"Index": 7}, "Spec": {"Name": "n", "Labels": {"a": "b"}}}


@pytest.mark.parametrize("noun", ["configs", "secrets"])
async def test_the_life_of_one(docker: Docker, fake_engine: FakeEngine, noun: str) -> None:
    fake_engine.reply("POST", f"/{noun}/create", 201, {"ID": "i"})
    fake_engine.reply("GET", f"/{noun}", body=[DOCUMENT])
    fake_engine.reply("GET", f"/{noun}/i", body=DOCUMENT)
    fake_engine.reply("POST", f"/{noun}/i/update")
    fake_engine.reply("DELETE", f"/{noun}/i", 204)
    things: Any = getattr(docker, noun)
    created = await things.create("n", "x", labels={"a": "b"}, templating="golang")
    assert created == {"ID": "i", "Spec": {"Name": "n"}}
    assert fake_engine.requests[-1].json() == {
        "Name": "n",
        "Labels": {"a": "b"},
        "Templating": {"Name": "golang"},
        "Data": "eA==",
    }
    assert await things.inspect("i") == DOCUMENT
    assert (await things.model("i")).version.index == 7
    filters = {"name": "n"}
    assert await things.list(filters=filters) == [DOCUMENT]
    assert (filters, json.loads(fake_engine.requests[-1].query["filters"][0])) == ({"name": "n"}, {"name": ["n"]})
    # A version is a number; aiodocker says that it is a str.
    for version in (7, "7"):
        assert await things.update("i", version, labels={}) is True
        request = fake_engine.requests[-1]
        assert (request.query, request.json()) == ({"version": ["7"]}, {"Name": "n", "Labels": {}})
    assert await things.delete("i") is True


async def test_a_driver_in_place_of_data(docker: Docker, fake_engine: FakeEngine) -> None:
    fake_engine.reply("POST", "/secrets/create", 201, {"ID": "i"})
    await docker.secrets.create("n", None, driver={"Name": "vault"})
    assert fake_engine.requests[-1].json() == {"Name": "n", "Driver": {"Name": "vault"}}


async def test_nothing_is_sent_for_bad_arguments(docker: Docker, fake_engine: FakeEngine) -> None:
    wrong: list[Any] = [
        (docker.secrets.create, ("n", None), {}),
        (docker.secrets.create, ("n", ["hunter2"]), {}),
        (docker.configs.create, ("n", "hunter2!"), {"b64": True}),
        (docker.configs.update, ("i", "v7"), {"labels": {}}),
        (docker.secrets.update, ("i", 7), {"labels": 7}),
        (docker.secrets.inspect, ("",), {}),
    ]
    for method, arguments, options in wrong:
        with pytest.raises((TypeError, ValueError), match=r"data|version|labels|empty") as caught:
            await method(*arguments, **options)
        assert "hunter2" not in f"{caught.value}{caught.value!r}"
    assert fake_engine.requests == []
