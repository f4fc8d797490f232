# pyright: reportUnnecessaryTypeIgnoreComment=true
"""What type checkers make of the low-level client; the assertions are theirs, so this file is checked rather than run.

Lines that must be errors carry an ignore comment: should one stop being an error, the checkers call it unused.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, assert_type

from dockwright.sync import APIClient, Container, DockerClient, ReplyStream, RunOutput
from dockwright.sync.output import Pair, ProcessOutput
from dockwright.sync.sockets import AttachedSocket
from dockwright_api import models, shapes

if TYPE_CHECKING:

    def calls_give_plain_json(client: DockerClient, id: str) -> None:
        api = client.api
        assert_type(api, APIClient)
        assert_type(api.inspect_container(id), shapes.ContainerInspectResponse)
        assert_type(api.inspect_container(id)["State"]["Running"], bool)
        assert_type(api.create_container("busybox", "true"), shapes.ContainerCreateResponse)
        assert_type(api.start(api.create_container("busybox")), None)
        assert_type(api.wait(id), shapes.ContainerWaitResponse)
        assert_type(api.port(id, 80), list[dict[str, str]] | None)
        assert_type(api.remove_image("busybox"), list[shapes.ImageDeleteResponseItem])
        assert_type(api.inspect_network(id), shapes.NetworkInspect)
        assert_type(api.init_swarm(), str)
        assert_type(api.remove_service(id), bool)

    def nouns_are_both(api: APIClient, id: str) -> None:
        assert_type(api.containers(all=True), list[shapes.ContainerSummary])
        assert_type(api.containers.list(all=True), list[models.ContainerSummary])
        assert_type(api.images("busybox"), list[shapes.ImageSummary])
        assert_type(api.images("busybox", quiet=True), list[str])
        assert_type(api.volumes(), shapes.VolumeListResponse)
        assert_type(api.services.inspect(id), models.Service)
        assert_type(api.system.ping(), str)

    def arguments_choose_what_comes(api: APIClient, id: str) -> None:
        assert_type(api.logs(id), bytes)
        assert_type(api.logs(id, stream=True), ReplyStream[bytes])
        assert_type(api.stats(id, stream=False), shapes.ContainerStatsResponse)
        assert_type(api.stats(id, decode=True), ReplyStream[shapes.ContainerStatsResponse])
        assert_type(api.events(), ReplyStream[bytes])
        assert_type(api.events(decode=True), ReplyStream[shapes.EventMessage])
        assert_type(api.attach(id), bytes)
        assert_type(api.attach(id, demux=True), Pair)
        assert_type(api.exec_start(id), bytes)
        assert_type(api.exec_start(id, demux=True), Pair)
        assert_type(api.exec_start(id, stream=True), ProcessOutput[bytes])
        assert_type(api.exec_start(id, socket=True), AttachedSocket)
        assert_type(api.pull("busybox"), str)
        assert_type(api.pull("busybox", stream=True), Iterator[bytes])
        assert_type(api.push("busybox", stream=True, decode=True), ReplyStream[shapes.PushProgress])

    def options_of_any_type_leave_all_results_open(client: DockerClient, options: dict[str, Any]) -> None:
        # Were its type unknown, the strict checks of this tree would say so.
        result = client.containers.run("busybox", **options)
        print(result)
        assert_type(client.containers.run("busybox"), bytes)
        assert_type(client.containers.run("busybox", detach=True), Container)
        assert_type(client.containers.run("busybox", stream=True, detach=False, remove=True), RunOutput)

    def misspelt_names_are_errors(client: DockerClient, id: str) -> None:
        client.api.inspect_containr(id)  # type: ignore[attr-defined]  # misspelt
        client.api.kill(id, sginal="HUP")  # type: ignore[call-arg]  # misspelt
        client.inspect_container(id)  # type: ignore[attr-defined]  # a method of the low-level client
