"""The low-level client: docker-py's names, and which operation each of them is."""

import inspect
from collections.abc import Callable
from typing import Any, cast

import pytest

import dockwright.sync as docker
from dockwright.flows import Flow
from dockwright.sync import APIClient, Container, DockerClient
from dockwright.sync.errors import APIError, DockerException, NotFound, NullResource
from dockwright.sync.resources import resource_id
from dockwright_api import operations
from dockwright_api.operation import Operation
from dockwright_api.sync import Api
from tests.fakes.engine import FakeEngine, reply

Call = Callable[[APIClient], Any]

# What a call sends, and what comes of the reply if that is not given back as it is.
FETCHED: dict[str, tuple[Call, Operation[Any, Any]]] = {
    "inspect_container": (lambda api: api.inspect_container({"Id": "c"}), operations.containers.inspect("c")),
    "create_container_from_config": (
        lambda api: api.create_container_from_config({"Image": "i", "Cmd": None}, "n", "linux"),
        operations.containers.create({"Image": "i"}, name="n", platform="linux"),
    ),
    "commit": (
        lambda api: api.commit("c", "r", "t", "m", "a", False, "ENV A=1", {"Cmd": ["x"]}),
        operations.images.commit(
            "c", {"Cmd": ["x"]}, repo="r", tag="t", comment="m", author="a", pause=False, changes=["ENV A=1"]
        ),
    ),
    "diff": (lambda api: api.diff("c"), operations.containers.changes("c")),
    "pause": (lambda api: api.pause("c"), operations.containers.pause("c")),
    "unpause": (lambda api: api.unpause("c"), operations.containers.unpause("c")),
    "prune_containers": (
        lambda api: api.prune_containers({"label": "a"}),
        operations.containers.prune(filters={"label": "a"}),
    ),
    "remove_container": (
        lambda api: api.remove_container("c", v=True, link=False, force=True),
        operations.containers.delete("c", v=True, force=True),
    ),
    "rename": (lambda api: api.rename("c", "n"), operations.containers.rename("c", "n")),
    "resize": (lambda api: api.resize("c", 24, 80), operations.containers.resize("c", h=24, w=80)),
    "start": (lambda api: api.start("c"), operations.containers.start("c")),
    "top": (lambda api: api.top("c", "-ef"), operations.containers.top("c", ps_args="-ef")),
    "update_container": (
        lambda api: api.update_container("c", mem_limit="1m", cpu_shares=0),
        operations.containers.update("c", {"Memory": 2**20, "CpuShares": 0}),
    ),
    "exec_inspect": (lambda api: api.exec_inspect({"Id": "e"}), operations.execs.inspect("e")),
    "exec_resize": (lambda api: api.exec_resize("e", height=24, width=80), operations.execs.resize("e", h=24, w=80)),
    "history": (lambda api: api.history("i"), operations.images.history("i")),
    "inspect_image": (lambda api: api.inspect_image({"Id": "i"}), operations.images.inspect("i")),
    "inspect_distribution": (lambda api: api.inspect_distribution("r/i"), operations.distribution.inspect("r/i")),
    "prune_images": (lambda api: api.prune_images(), operations.images.prune()),
    "prune_builds": (
        lambda api: api.prune_builds({"until": "1h"}, 10, True),
        operations.images.prune_builds(filters={"until": "1h"}, keep_storage=10, all=True),
    ),
    "remove_image": (lambda api: api.remove_image("i", force=True), operations.images.delete("i", force=True)),
    "search": (lambda api: api.search("t", 5), operations.images.search("t", limit=5)),
    "tag": (lambda api: api.tag("i", "r", "t", force=True), operations.images.tag("i", "r", tag="t")),
    "create_network": (
        # CheckDuplicate is no field of the version spoken any more.
        lambda api: api.create_network("n", "bridge", check_duplicate=True, labels={"a": "b"}, internal=True),
        operations.networks.create({"Name": "n", "Driver": "bridge", "Labels": {"a": "b"}, "Internal": True}),
    ),
    "connect_container_to_network": (
        lambda api: api.connect_container_to_network("c", {"Id": "n"}, aliases=["a"], ipv4_address="10.0.0.2"),
        operations.networks.connect(
            "n",
            {
                "Container": "c",
                "EndpointConfig": {"Aliases": ["a"], "IPAMConfig": {"IPv4Address": "10.0.0.2"}},
            },
        ),
    ),
    "disconnect_container_from_network": (
        lambda api: api.disconnect_container_from_network("c", "n", force=True),
        operations.networks.disconnect("n", {"Container": "c", "Force": True}),
    ),
    "inspect_network": (
        lambda api: api.inspect_network("n", verbose=True, scope="local"),
        operations.networks.inspect("n", verbose=True, scope="local"),
    ),
    "prune_networks": (lambda api: api.prune_networks(), operations.networks.prune()),
    "remove_network": (lambda api: api.remove_network("n"), operations.networks.delete("n")),
    "create_volume": (
        lambda api: api.create_volume("v", driver_opts={"type": "tmpfs"}),
        operations.volumes.create({"Name": "v", "DriverOpts": {"type": "tmpfs"}}),
    ),
    "inspect_volume": (lambda api: api.inspect_volume({"Name": "v"}), operations.volumes.inspect("v")),
    "prune_volumes": (lambda api: api.prune_volumes(), operations.volumes.prune()),
    "remove_volume": (lambda api: api.remove_volume("v", force=True), operations.volumes.delete("v", force=True)),
    "configure_plugin": (lambda api: api.configure_plugin("p", {"A": "1"}), operations.plugins.set("p", ["A=1"])),
    "disable_plugin": (lambda api: api.disable_plugin("p", True), operations.plugins.disable("p", force=True)),
    "enable_plugin": (lambda api: api.enable_plugin("p", 5), operations.plugins.enable("p", timeout=5)),
    "inspect_plugin": (lambda api: api.inspect_plugin("p"), operations.plugins.inspect("p")),
    "plugin_privileges": (lambda api: api.plugin_privileges("p"), operations.plugins.privileges("p")),
    "remove_plugin": (lambda api: api.remove_plugin("p", force=True), operations.plugins.delete("p", force=True)),
    "create_config": (
        lambda api: api.create_config("n", "data", {"a": "b"}),
        operations.configs.create({"Name": "n", "Labels": {"a": "b"}, "Data": "ZGF0YQ=="}),
    ),
    "inspect_config": (lambda api: api.inspect_config("x"), operations.configs.inspect("x")),
    "remove_config": (lambda api: api.remove_config({"ID": "x"}), operations.configs.delete("x")),
    "create_secret": (
        lambda api: api.create_secret("n", b"data"),
        operations.secrets.create({"Name": "n", "Data": "ZGF0YQ=="}),
    ),
    "inspect_secret": (lambda api: api.inspect_secret("x"), operations.secrets.inspect("x")),
    "remove_secret": (lambda api: api.remove_secret("x"), operations.secrets.delete("x")),
    "create_service": (
        lambda api: api.create_service(
            {"ContainerSpec": {"Image": "i"}}, "n", mode={"Global": {}}, networks=["net"], rollback_config={}
        ),
        operations.services.create(
            {
                "TaskTemplate": {"ContainerSpec": {"Image": "i"}},
                "Name": "n",
                "Mode": {"Global": {}},
                "RollbackConfig": {},
                "Networks": [{"Target": "net"}],
            }
        ),
    ),
    "inspect_service": (
        lambda api: api.inspect_service({"ID": "s"}, insert_defaults=True),
        operations.services.inspect("s", insert_defaults=True),
    ),
    "remove_service": (lambda api: api.remove_service("s"), operations.services.delete("s")),
    "update_service": (
        lambda api: api.update_service("s", 7, {"ContainerSpec": {"Image": "i"}}, name="n"),
        operations.services.update("s", 7, {"Name": "n", "TaskTemplate": {"ContainerSpec": {"Image": "i"}}}),
    ),
    "inspect_task": (lambda api: api.inspect_task("t"), operations.tasks.inspect("t")),
    "get_unlock_key": (lambda api: api.get_unlock_key(), operations.swarm.unlock_key()),
    "init_swarm": (
        lambda api: api.init_swarm("127.0.0.1", swarm_spec={"Name": "default"}, subnet_size=25),
        operations.swarm.init(
            {
                "AdvertiseAddr": "127.0.0.1",
                "ListenAddr": "0.0.0.0:2377",
                "ForceNewCluster": False,
                "Spec": {"Name": "default"},
                "SubnetSize": 25,
            }
        ),
    ),
    "inspect_swarm": (lambda api: api.inspect_swarm(), operations.swarm.inspect()),
    "join_swarm": (
        lambda api: api.join_swarm(["10.0.0.1"], "token"),
        operations.swarm.join({"RemoteAddrs": ["10.0.0.1"], "ListenAddr": "0.0.0.0:2377", "JoinToken": "token"}),
    ),
    "leave_swarm": (lambda api: api.leave_swarm(force=True), operations.swarm.leave(force=True)),
    "unlock_swarm": (
        lambda api: api.unlock_swarm({"UnlockKey": "key"}),
        operations.swarm.unlock({"UnlockKey": "key"}),
    ),
    "update_swarm": (
        lambda api: api.update_swarm(3, {"Name": "default"}, rotate_worker_token=True),
        operations.swarm.update(
            3,
            {"Name": "default"},
            rotate_worker_token=True,
            rotate_manager_token=False,
            rotate_manager_unlock_key=False,
        ),
    ),
    "inspect_node": (lambda api: api.inspect_node("n"), operations.nodes.inspect("n")),
    "remove_node": (lambda api: api.remove_node("n", force=True), operations.nodes.delete("n", force=True)),
    "update_node": (
        lambda api: api.update_node("n", 3, {"Role": "manager", "Availability": "drain"}),
        operations.nodes.update("n", 3, {"Role": "manager", "Availability": "drain"}),
    ),
    "df": (lambda api: api.df(), operations.system.data_usage()),
    "info": (lambda api: api.info(), operations.system.info()),
    "version": (lambda api: api.version(), operations.system.version()),
}
LISTED: dict[str, tuple[Call, Operation[Any, Any]]] = {
    "configs": (lambda api: api.configs({"name": "x"}), operations.configs.list(filters={"name": "x"})),
    "containers": (
        lambda api: api.containers(all=True, latest=True, size=True),
        operations.containers.list(all=True, limit=1, size=True),
    ),
    "images": (
        lambda api: api.images("busybox", filters={"dangling": False}),
        operations.images.list(filters={"dangling": False, "reference": "busybox"}),
    ),
    "networks": (
        lambda api: api.networks(["a"], ids=["b"]),
        operations.networks.list(filters={"name": ["a"], "id": ["b"]}),
    ),
    "nodes": (lambda api: api.nodes({"role": "manager"}), operations.nodes.list(filters={"role": "manager"})),
    "plugins": (lambda api: api.plugins(), operations.plugins.list()),
    "secrets": (lambda api: api.secrets(), operations.secrets.list()),
    "services": (lambda api: api.services(status=True), operations.services.list(status=True)),
    "tasks": (lambda api: api.tasks({"service": "s"}), operations.tasks.list(filters={"service": "s"})),
    "volumes": (lambda api: api.volumes({"dangling": True}), operations.volumes.list(filters={"dangling": True})),
}
# These do what a method of Container does; a real engine shows that.
OF_CONTAINER = (
    "attach",
    "attach_socket",
    "get_archive",
    "kill",
    "logs",
    "put_archive",
    "restart",
    "stats",
    "stop",
    "wait",
)
# And these are run with a real engine, or have tests of their own below.
OTHERS = {
    *("close", "reload_config", "of_client", "create_container", "exec_create", "exec_start", "export", "port", "ping"),
    *("create_container_config", "create_host_config", "create_networking_config", "create_endpoint_config"),
    *("create_swarm_spec", "get_image", "import_image", "import_image_from_data", "import_image_from_file"),
    *("import_image_from_image", "import_image_from_stream", "import_image_from_url", "load_image", "pull", "push"),
    *("build", "service_logs", "events", "login", "create_plugin", "pull_plugin", "push_plugin", "upgrade_plugin"),
}


class Recorder:
    """Stands in for the session: keeps what is to be sent, and answers all of it alike."""

    def __init__(self, answer: Any = None) -> None:
        self.sent: list[Operation[Any, Any]] = []
        self.answer = answer
        self.api_version = "1.45"
        self.keyring = None

    def fetch(self, operation: Operation[Any, Any], **_: Any) -> Any:
        self.sent.append(operation)
        return self.answer

    def authorized(self, operation: Operation[Any, Any], image: str) -> Operation[Any, Any]:
        return operation

    def send(self, operation: Operation[Any, Any]) -> Any:
        return self.fetch(operation)

    def drive(self, flow: Flow[Any]) -> Any:
        step = next(flow)
        while True:
            try:
                step = flow.send(self.fetch(step.operation))
            except StopIteration as end:
                return end.value

    def negotiate(self) -> str:
        return self.api_version

    def close(self) -> None: ...


@pytest.fixture
def recorder(client: DockerClient) -> Recorder:
    recorder = Recorder()
    client.engine = cast(Any, recorder)
    return recorder


@pytest.mark.parametrize(("call", "operation"), FETCHED.values(), ids=FETCHED.keys())
def test_a_call_is_an_operation(
    client: DockerClient, recorder: Recorder, call: Call, operation: Operation[Any, Any]
) -> None:
    answer = recorder.answer = {"an": "answer"}
    given = call(client.api)
    assert recorder.sent == [operation]
    if operation.reply:
        assert given is answer
    else:
        assert given in (None, True)


@pytest.mark.parametrize(("call", "operation"), LISTED.values(), ids=LISTED.keys())
def test_a_noun_lists_when_it_is_called(
    client: DockerClient, recorder: Recorder, call: Call, operation: Operation[Any, Any]
) -> None:
    recorder.answer = [{"Id": "0123456789abcdef"}]
    assert call(client.api) == recorder.answer
    assert recorder.sent == [operation]


def test_a_noun_has_the_operations_too(client: DockerClient, recorder: Recorder) -> None:
    for noun in LISTED:
        assert isinstance(getattr(client.api, noun), type(getattr(Api(cast(Any, None)), noun)))
    client.api.containers.stop("c", t=5)
    client.api.execs.inspect("e")
    assert recorder.sent == [operations.containers.stop("c", t=5), operations.execs.inspect("e")]


def test_a_listing_of_containers_can_be_cut(client: DockerClient, recorder: Recorder) -> None:
    recorder.answer = [{"Id": "0123456789abcdef", "State": "running"}]
    listed: list[Any] = [client.api.containers(quiet=True), client.api.containers(trunc=True)]
    assert listed == [[{"Id": "0123456789abcdef"}], [{"Id": "0123456789ab", "State": "running"}]]
    assert client.api.images(quiet=True) == ["0123456789abcdef"]
    assert recorder.answer == [{"Id": "0123456789abcdef", "State": "running"}]


@pytest.mark.parametrize("name", OF_CONTAINER)
def test_a_call_is_a_method_of_a_container(
    client: DockerClient, recorder: Recorder, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    called: list[tuple[str, tuple[Any, ...], dict[str, Any]]] = []
    original = inspect.signature(getattr(Container, name))

    def method(container: Container, *arguments: Any, **options: Any) -> Any:
        original.bind(container, *arguments, **options)
        called.append((container.id, arguments, options))
        return (), {}

    monkeypatch.setattr(Container, name, method)
    low = getattr(client.api, name)
    parameters = list(inspect.signature(low).parameters.values())[1:]
    given = {each.name: f"given {each.name}" for each in parameters}
    low({"Id": "c"}, **given)
    ((identifier, arguments, options),) = called
    assert identifier == "c"
    assert original.bind(None, *arguments, **options).arguments | {"self": None} == {"self": None, **given}


def test_every_call_is_tested_somewhere() -> None:
    own = {name for name in dir(APIClient) if not name.startswith("_")} - set(dir(Api))
    attributes = {name for name in own if not callable(getattr(APIClient, name))}
    assert attributes == {"api_version", "base_url", "timeout", "credstore_env", "headers"}
    known = {*FETCHED, *OF_CONTAINER, *OTHERS}
    assert own - attributes == known


@pytest.mark.parametrize("wrong", ["", None, {}, {"Id": ""}])
def test_an_id_is_needed(client: DockerClient, recorder: Recorder, wrong: object) -> None:
    for call in (client.api.inspect_container, client.api.start, client.api.inspect_image, client.api.remove_volume):
        with pytest.raises(NullResource, match="must not be empty"):
            call(wrong)
    with pytest.raises(NullResource, match="must not be empty"):
        client.api.stop(wrong)
    assert recorder.sent == []


def test_an_id_comes_in_many_forms(client: DockerClient) -> None:
    named = {"Id": "a", "ID": "b", "Name": "c"}
    assert [resource_id("x", {key: value}) for key, value in named.items()] == ["a", "b", "c"]
    assert resource_id("x", Container.of(client, "d")) == "d"
    with pytest.raises(TypeError, match="x must be an id or a name, or JSON that has one, not int: 7"):
        resource_id("x", 7)


def test_a_container_is_created_of_docker_pys_parts(client: DockerClient, recorder: Recorder) -> None:
    host: dict[str, Any] = {"Memory": 5}
    client.api.create_container(
        "i",
        "echo 'a b'",
        ports=[80, (53, "udp"), "90/tcp"],
        volumes="/data",
        environment={"A": "1"},
        host_config=host,
        networking_config={"EndpointsConfig": {"n": {}}},
        name="c",
        stop_timeout=3,
        detach=True,
    )
    (operation,) = recorder.sent
    body = operation.body
    assert operation.query == (("name", "c"),)
    assert (body["Image"], body["Cmd"], body["Env"]) == ("i", ["echo", "a b"], ["A=1"])
    assert body["ExposedPorts"] == {"80/tcp": {}, "53/udp": {}, "90/tcp": {}}
    assert body["Volumes"] == {"/data": {}}
    assert body["HostConfig"]["Memory"] == 5
    assert body["NetworkingConfig"] == {"EndpointsConfig": {"n": {}}}
    assert (body["StopTimeout"], body["AttachStdout"]) == (3, False)
    assert host == {"Memory": 5}


def test_settings_are_made_by_the_types(client: DockerClient) -> None:
    api = client.api
    assert api.create_host_config(binds=["/a:/b"], mem_limit="1m")["Memory"] == 2**20
    endpoint = api.create_endpoint_config(aliases=["a"])
    assert endpoint["Aliases"] == ["a"]
    assert api.create_networking_config({"n": endpoint}) == {"EndpointsConfig": {"n": endpoint}}
    assert api.create_swarm_spec(task_history_retention_limit=3)["Orchestration"] == {"TaskHistoryRetentionLimit": 3}
    assert api.create_container_config("i", "true")["Cmd"] == ["true"]


def test_a_service_needs_an_image(client: DockerClient, recorder: Recorder) -> None:
    with pytest.raises(ValueError, match="task_template must name an image"):
        client.api.create_service({"ContainerSpec": {}})
    assert recorder.sent == []


def test_an_update_of_a_service_keeps_what_is_not_given(client: DockerClient, recorder: Recorder) -> None:
    template = {"ContainerSpec": {"Image": "i", "Env": ["A=1"]}, "ForceUpdate": 2}
    recorder.answer = {"Spec": {"Name": "n", "Labels": {"a": "b"}, "TaskTemplate": template}}
    client.api.update_service("s", 7, {"ContainerSpec": {"Env": ["A=2"]}}, labels={}, fetch_current_spec=True)
    assert recorder.sent[0] == operations.services.inspect("s")
    assert recorder.sent[1].body == {
        "Name": "n",
        "Labels": {},
        "TaskTemplate": {"ContainerSpec": {"Image": "i", "Env": ["A=2"]}, "ForceUpdate": 2},
    }
    assert template["ContainerSpec"] == {"Image": "i", "Env": ["A=1"]}


def test_leaving_a_swarm_by_force_when_in_none(client: DockerClient, fake_engine: FakeEngine) -> None:
    fake_engine.script("POST", "/swarm/leave", reply(503, {"message": "this node is not part of a swarm"}))
    assert client.api.leave_swarm(force=True) is True
    with pytest.raises(APIError):
        client.api.leave_swarm()


def test_headers_go_with_every_request(fake_engine: FakeEngine) -> None:
    with docker.DockerClient(fake_engine.url, version="1.45", user_agent="mine/1") as client:
        client.ping()
        client.api.headers["X-Session"] = "a"
        client.ping()
    first, second = (request.headers for request in fake_engine.requests)
    assert (first["user-agent"], second["user-agent"]) == ("mine/1", "mine/1")
    assert ("x-session" in first, second["x-session"]) == (False, "a")


def test_a_low_level_client_stands_alone(fake_engine: FakeEngine) -> None:
    fake_engine.script("GET", "/containers/c/json", reply(404, {"message": "no such container"}))
    with docker.APIClient(base_url=fake_engine.url, version="1.45", timeout=5) as api:
        assert (api.api_version, api.base_url, api.timeout) == ("1.45", fake_engine.url, 5)
        assert vars(APIClient)["_version"].fget(api) == "1.45"
        api.timeout = 7
        assert api.timeout == 7
        with pytest.raises(NotFound) as caught:
            api.inspect_container("c")
        assert caught.value.response.status_code == 404
        assert caught.value.explanation == "no such container"
        assert repr(api) == f"<APIClient {fake_engine.url}>"
    assert api.ping(), "a closed client makes new connections"
    api.close()
    assert issubclass(APIError, DockerException)
