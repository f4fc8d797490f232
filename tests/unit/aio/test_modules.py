"""The package under aiodocker's name: its modules, its errors, and what a program can reach of the client."""

import copy
import inspect
import pickle
import subprocess
import sys
from typing import Any

import aiohttp
import pytest

import dockwright.aio as aiodocker
from dockwright.aio import Docker, DockerError
from dockwright.aio.exceptions import (
    DockerContainerError,
    DockerContextError,
    DockerContextInvalidError,
    DockerContextTLSError,
    DockerStreamError,
)
from tests.fakes.engine import Do, FakeEngine, chunked_head
from tests.unit.aio.conftest import Closed, Received


def test_modules_are_reached_through_the_package_alone() -> None:
    statement = (
        "import dockwright.aio as aiodocker\n"
        "names = [aiodocker.exceptions.DockerError, aiodocker.docker.DockerContainers, aiodocker.types.SENTINEL,\n"
        "         aiodocker.utils.clean_filters, aiodocker.containers.DockerContainer, aiodocker.stream.Message]\n"
        "print(len(names), aiodocker.exceptions.DockerError is aiodocker.DockerError)"
    )
    done = subprocess.run([sys.executable, "-c", statement], capture_output=True, text=True, check=True)
    assert done.stdout == "6 True\n"
    assert {"exceptions", "utils", "__version__"} <= set(dir(aiodocker))
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        _ = aiodocker.nothing


def test_the_module_of_the_client_has_all_facades() -> None:
    from dockwright.aio import docker

    assert docker.DockerContainers is aiodocker.DockerContainers
    for name in docker.__all__:
        assert getattr(docker, name).__name__ == name
    assert set(docker.__all__) <= set(dir(docker))
    with pytest.raises(AttributeError, match="has no attribute 'DockerPods'"):
        _ = docker.DockerPods


def test_the_version_is_that_of_the_distribution() -> None:
    from importlib.metadata import version

    assert aiodocker.__version__ == version("dockwright")


def test_not_given_goes_by_three_names() -> None:
    from dockwright_api.unset import UNSET

    assert aiodocker.types.SENTINEL is aiodocker.types.Sentinel("unset") is UNSET
    assert vars(aiodocker.types.Sentinel)["TOKEN"] is UNSET
    assert Docker("unix:///s", timeout=aiodocker.types.SENTINEL).engine.timeouts is aiodocker.Timeouts.DEFAULT


class TestDeprecated:
    """What aiodocker warns of works as there, with the warning at the line that it is about."""

    async def test_calls(self, docker: Docker, fake_engine: FakeEngine) -> None:
        fake_engine.reply("GET", "/images/json", body=[])
        fake_engine.reply("GET", "/images/i/json", body={"Id": "i"})
        with pytest.warns(DeprecationWarning, match="give a mapping") as told:
            assert await docker.images.list(filters='{"dangling":["true"]}') == []
        with pytest.warns(DeprecationWarning, match=r"use images\.inspect") as told_again:
            assert (await docker.images.get("i"))["Id"] == "i"
        with pytest.warns(DeprecationWarning, match=r"use subscribe") as told_of_events:
            docker.events.listen().close()
        with pytest.warns(DeprecationWarning, match=r"use subscribe") as told_of_logs:
            docker.containers.container("c").logs.listen().close()
        for each in (told, told_again, told_of_events, told_of_logs):
            assert [warning.filename for warning in each] == [__file__]
        assert fake_engine.requests[0].query == {"filters": ['{"dangling":["true"]}']}


# How aiodocker 0.21 documented its calls, where later releases say nothing else.
OLDER: list[tuple[Any, dict[str, Any]]] = [
    (Docker, {"url": None, "connector": None, "session": None, "ssl_context": None, "api_version": "auto"}),
    (aiodocker.DockerConfigs.create, {"name": "n", "data": "d", "b64": False, "labels": None, "templating": None}),
    (aiodocker.DockerSecrets.update, {"secret_id": "s", "version": "7", "name": None, "data": None, "driver": None}),
    (aiodocker.DockerContainers.create_or_replace, {"config": {}, "name": "n"}),
    (aiodocker.DockerContainers.run, {"config": {}, "auth": None, "name": None}),
    (aiodocker.DockerContainer.attach, {"stdout": True, "stderr": False, "stdin": False, "detach_keys": None}),
    (aiodocker.DockerContainer.delete, {"force": True, "v": True, "link": False}),
    (aiodocker.DockerContainer.exec, {"cmd": "ls", "tty": False, "privileged": False, "user": "", "workdir": None}),
    (aiodocker.DockerContainer.kill, {"signal": "SIGKILL"}),
    (aiodocker.DockerContainer.stop, {"t": 5}),
    (aiodocker.DockerContainer.wait, {"timeout": None, "condition": "removed"}),
    (aiodocker.DockerContainer.websocket, {"stdin": True, "stdout": True, "stderr": True, "stream": True}),
    (aiodocker.DockerImages.build, {"remote": "u", "path_dockerfile": None, "tag": "t", "encoding": None}),
    (aiodocker.DockerImages.pull, {"from_image": "i", "auth": None, "tag": None, "repo": None, "stream": False}),
    (aiodocker.DockerImages.import_image, {"data": b"", "stream": False}),
    (aiodocker.DockerServices.create, {"task_template": {}, "networks": [], "auth": None, "registry": None}),
    (aiodocker.DockerServices.logs, {"service_id": "s", "since": 0, "is_tty": False, "tail": "all"}),
    (aiodocker.DockerSwarm.init, {"advertise_addr": None, "listen_addr": "a", "force_new_cluster": False}),
    (aiodocker.DockerSwarm.join, {"remote_addrs": [], "join_token": "t", "data_path_addr": None}),
    (aiodocker.DockerVolumes.create, {"config": {}}),
    (aiodocker.DockerLog.run, {"tail": 5}),
    (aiodocker.DockerEvents.subscribe, {"create_task": True, "filters": {}}),
]


@pytest.mark.parametrize(("call", "arguments"), OLDER, ids=[call.__qualname__ for call, _ in OLDER])
def test_calls_as_they_were_written_for_older_releases(call: Any, arguments: dict[str, Any]) -> None:
    parameters = inspect.signature(call)
    own = () if inspect.isclass(call) else ("self",)
    assert parameters.bind(*own, **arguments)


class TestErrors:
    """They are made, shown and pickled as aiodocker's are."""

    def test_forms(self) -> None:
        error = DockerError(404, "gone", "more")
        assert (error.status, error.message, error.args) == (404, "gone", ("gone", "more"))
        assert (str(error), repr(error)) == ("[404] gone", "DockerError(404, 'gone')")
        assert str(DockerError(900, "no engine")) == "[900] no engine"
        broken = DockerContainerError(500, "no such program", "4f53")
        assert (str(broken), broken.container_id) == ("[500] no such program (container: 4f53)", "4f53")
        assert repr(broken) == "DockerContainerError(500, 'no such program', '4f53')"
        stream = DockerStreamError("denied", error_detail={"code": 1}, status=0)
        assert repr(stream) == "DockerStreamError('denied', error_detail={'code': 1})"
        assert DockerStreamError("denied").error_detail == {}
        assert DockerStreamError("denied", error_detail="text").error_detail == {"raw": "text"}
        context = DockerContextInvalidError("bad", "mine")
        assert (str(context), repr(context)) == (
            "bad (context: mine)",
            "DockerContextInvalidError('bad', context='mine')",
        )
        assert (context.status, repr(DockerContextTLSError("bad"))) == (0, "DockerContextTLSError('bad')")

    def test_the_older_form_with_a_document(self) -> None:
        assert DockerError(404, {"message": "gone"}).message == "gone"

    def test_families(self) -> None:
        for kind in (DockerContainerError, DockerContextError, DockerStreamError):
            assert issubclass(kind, DockerError)
        for kind in (DockerContextInvalidError, DockerContextTLSError):
            assert issubclass(kind, DockerContextError)

    def test_copies(self) -> None:
        for error in (
            DockerContainerError(500, "a", "b", "c"),
            DockerContextTLSError("a", "b"),
            DockerStreamError("a", error_detail={"code": 1}),
        ):
            for again in (copy.copy(error), pickle.loads(pickle.dumps(error))):  # noqa: S301  made here
                assert (type(again), again.args, vars(again)) == (type(error), error.args, vars(error))


class TestSession:
    """The session of aiohttp behind a client, for what the library does not do."""

    async def test_of_the_client(self, docker: Docker, fake_engine: FakeEngine) -> None:
        session = docker.session
        assert session is docker.session
        assert docker.connector is session.connector
        async with session.get("http://docker/_ping") as response:
            assert await response.text() == "OK"
        await docker.close()
        assert session.closed

    async def test_of_the_caller(self, fake_engine: FakeEngine) -> None:
        """Aiodocker 0.26 closed what the caller had made."""
        connector = aiohttp.UnixConnector(fake_engine.url.removeprefix("unix://"))
        async with Docker(fake_engine.url, connector=connector) as docker:
            assert await docker.ping()
            assert docker.connector is connector
        assert not connector.closed
        async with aiohttp.ClientSession(connector=connector) as session:
            async with Docker(fake_engine.url, session=session) as docker:
                assert await docker.ping()
                assert docker.session is session
            assert not session.closed
            async with Docker(fake_engine.url, session=session) as docker:
                assert await docker.ping()


def test_private_methods_of_aiodocker_are_not_here_and_the_error_says_what_is() -> None:
    docker: Any = Docker("unix:///s")
    with pytest.raises(AttributeError, match=r"no attribute '_query_json'; send any operation with send\(\)"):
        docker._query_json("info")
    with pytest.raises(AttributeError, match=r"'Docker' object has no attribute 'pods'$"):
        _ = docker.pods


async def test_closing_stops_the_events(
    docker: Docker, fake_engine: FakeEngine, received: Received, closed: Closed
) -> None:
    fake_engine.script("GET", "/events", chunked_head("application/json"), Do.HANG)
    subscriber = docker.events.subscribe()
    await received("GET", "/events")
    await docker.close()
    assert await subscriber.get() is None
    assert docker.events.task is None
    await closed()


async def test_disk_usage(docker: Docker, fake_engine: FakeEngine) -> None:
    """Aiodocker D: SystemPing and SystemDataUsage are missing."""
    fake_engine.reply("GET", "/system/df", body={"LayersSize": 1})
    assert (await docker.df()).get("LayersSize") == 1
    await docker.system.data_usage(type=["image", "volume"])
    assert [request.query for request in fake_engine.requests] == [{}, {"type": ["image", "volume"]}]
    assert await docker.ping() is True


async def test_a_token_alone_is_a_login(docker: Docker, fake_engine: FakeEngine) -> None:
    fake_engine.reply("POST", "/auth", body={"Status": "Login Succeeded", "IdentityToken": "t2"})
    assert (await docker.auth(identitytoken="t1", serveraddress="host:5000"))["Status"] == "Login Succeeded"
    assert (await docker.system.auth(identitytoken="t1"))["IdentityToken"] == "t2"
    sent = [request.json() for request in fake_engine.requests]
    assert sent == [
        {"identitytoken": "t1", "serveraddress": "host:5000"},
        {"identitytoken": "t1", "serveraddress": "https://index.docker.io/v1/"},
    ]


WRONG_LOGINS: list[tuple[dict[str, Any], type[Exception], str]] = [
    ({"user": "me", "password": "hunter2"}, TypeError, "there is no credential 'user'; there are username, password"),
    ({"username": "me", "password": b"hunter2"}, TypeError, "password must be a str, not bytes"),
    ({"username": "me"}, ValueError, "password missing; give both, or an identitytoken"),
    ({}, ValueError, "username and password missing"),
    ({"username": "", "password": "hunter2"}, ValueError, "username missing"),
]


@pytest.mark.parametrize(("credentials", "kind", "says"), WRONG_LOGINS)
async def test_what_are_no_credentials(
    docker: Docker, fake_engine: FakeEngine, credentials: dict[str, Any], kind: type[Exception], says: str
) -> None:
    with pytest.raises(kind, match=says) as caught:
        await docker.auth(**credentials)
    assert "hunter2" not in str(caught.value)
    assert fake_engine.requests == []


async def test_a_login_is_forgotten(docker: Docker, fake_engine: FakeEngine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOCKER_CONFIG", "/nonexistent")
    fake_engine.reply("POST", "/auth", body={"Status": "Login Succeeded"})
    fake_engine.reply("POST", "/images/create", body=b'{"status": "done"}')
    await docker.auth(username="me", password="hunter2", serveraddress="host:5000")
    await docker.images.pull("host:5000/a")
    docker.logout("host:5000")
    await docker.images.pull("host:5000/a")
    first, second = fake_engine.received("POST", "/images/create")
    assert "x-registry-auth" in first.headers
    assert "x-registry-auth" not in second.headers
