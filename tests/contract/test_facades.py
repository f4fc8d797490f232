"""Every operation of the Engine API has a method in both faces, or a reason to be in ``api`` alone."""

import importlib
import inspect
from typing import Any

import pytest

from dockwright import errors
from tests.contract.facades import operations, reached

AIO, SYNC = "dockwright.aio", "dockwright.sync"

# The method of each face that sends the operation first of all, by its module, class and name.
FACADES: dict[str, tuple[str, str]] = {
    "BuildPrune": ("images.DockerImages.prune_builds", "images.ImageCollection.prune_builds"),
    "ConfigCreate": ("configs.DockerConfigs.create", "configs.ConfigCollection.create"),
    "ConfigDelete": ("configs.DockerConfigs.delete", "configs.Config.remove"),
    "ConfigInspect": ("configs.DockerConfigs.inspect", "configs.ConfigCollection.get"),
    "ConfigList": ("configs.DockerConfigs.list", "configs.ConfigCollection.list"),
    "ConfigUpdate": ("configs.DockerConfigs.update", "configs.Config.update"),
    "ContainerArchive": ("containers.DockerContainer.get_archive", "containers.Container.get_archive"),
    "ContainerArchiveInfo": ("containers.DockerContainer.path_stat", "containers.Container.path_stat"),
    "ContainerAttach": ("containers.DockerContainer.attach", "containers.Container.attach"),
    "ContainerAttachWebsocket": ("containers.DockerContainer.websocket", ""),
    "ContainerChanges": ("containers.DockerContainer.changes", "containers.Container.diff"),
    "ContainerCreate": ("containers.DockerContainers.create", "containers.ContainerCollection.create"),
    "ContainerDelete": ("containers.DockerContainer.delete", "containers.Container.remove"),
    "ContainerExec": ("containers.DockerContainer.exec", "containers.Container.exec_run"),
    "ContainerExport": ("containers.DockerContainer.export", "containers.Container.export"),
    "ContainerInspect": ("containers.DockerContainer.show", "containers.ContainerCollection.get"),
    "ContainerKill": ("containers.DockerContainer.kill", "containers.Container.kill"),
    "ContainerList": ("containers.DockerContainers.list", "containers.ContainerCollection.list"),
    "ContainerLogs": ("containers.DockerContainer.log", "containers.Container.logs"),
    "ContainerPause": ("containers.DockerContainer.pause", "containers.Container.pause"),
    "ContainerPrune": ("containers.DockerContainers.prune", "containers.ContainerCollection.prune"),
    "ContainerRename": ("containers.DockerContainer.rename", "containers.Container.rename"),
    "ContainerResize": ("containers.DockerContainer.resize", "containers.Container.resize"),
    "ContainerRestart": ("containers.DockerContainer.restart", "containers.Container.restart"),
    "ContainerStart": ("containers.DockerContainer.start", "containers.Container.start"),
    "ContainerStats": ("containers.DockerContainer.stats", "containers.Container.stats"),
    "ContainerStop": ("containers.DockerContainer.stop", "containers.Container.stop"),
    "ContainerTop": ("containers.DockerContainer.top", "containers.Container.top"),
    "ContainerUnpause": ("containers.DockerContainer.unpause", "containers.Container.unpause"),
    "ContainerUpdate": ("containers.DockerContainer.update", "containers.Container.update"),
    "ContainerWait": ("containers.DockerContainer.wait", "containers.Container.wait"),
    "DistributionInspect": ("images.DockerImages.distribution", "images.ImageCollection.get_registry_data"),
    "ExecInspect": ("execs.Exec.inspect", "commands.Command.collect"),
    "ExecResize": ("execs.Exec.resize", ""),
    "ExecStart": ("execs.Exec.start", "containers.Container.exec_run"),
    "GetPluginPrivileges": ("plugins.DockerPlugins.privileges", "plugins.PluginCollection.privileges"),
    "ImageAttestations": ("images.DockerImages.attestations", "images.Image.attestations"),
    "ImageBuild": ("images.DockerImages.build", "images.ImageCollection.build"),
    "ImageCommit": ("containers.DockerContainer.commit", "containers.Container.commit"),
    "ImageCreate": ("images.DockerImages.pull", "images.ImageCollection.pull"),
    "ImageDelete": ("images.DockerImages.delete", "images.ImageCollection.remove"),
    "ImageGet": ("images.DockerImages.export_image", "images.Image.save"),
    "ImageGetAll": ("images.DockerImages.export_image", "images.ImageCollection.save"),
    "ImageHistory": ("images.DockerImages.history", "images.Image.history"),
    "ImageInspect": ("images.DockerImages.inspect", "images.ImageCollection.get"),
    "ImageList": ("images.DockerImages.list", "images.ImageCollection.list"),
    "ImageLoad": ("images.DockerImages.import_image", "images.ImageCollection.load"),
    "ImagePrune": ("images.DockerImages.prune", "images.ImageCollection.prune"),
    "ImagePush": ("images.DockerImages.push", "images.ImageCollection.push"),
    "ImageSearch": ("images.DockerImages.search", "images.ImageCollection.search"),
    "ImageTag": ("images.DockerImages.tag", "images.Image.tag"),
    "NetworkConnect": ("networks.DockerNetwork.connect", "networks.Network.connect"),
    "NetworkCreate": ("networks.DockerNetworks.create", "networks.NetworkCollection.create"),
    "NetworkDelete": ("networks.DockerNetwork.delete", "networks.Network.remove"),
    "NetworkDisconnect": ("networks.DockerNetwork.disconnect", "networks.Network.disconnect"),
    "NetworkInspect": ("networks.DockerNetwork.show", "networks.NetworkCollection.get"),
    "NetworkList": ("networks.DockerNetworks.list", "networks.NetworkCollection.list"),
    "NetworkPrune": ("networks.DockerNetworks.prune", "networks.NetworkCollection.prune"),
    "NodeDelete": ("nodes.DockerSwarmNodes.remove", "nodes.Node.remove"),
    "NodeInspect": ("nodes.DockerSwarmNodes.inspect", "nodes.NodeCollection.get"),
    "NodeList": ("nodes.DockerSwarmNodes.list", "nodes.NodeCollection.list"),
    "NodeUpdate": ("nodes.DockerSwarmNodes.update", "nodes.Node.update"),
    "PluginCreate": ("plugins.DockerPlugins.create", "plugins.PluginCollection.create"),
    "PluginDelete": ("plugins.DockerPlugin.delete", "plugins.Plugin.remove"),
    "PluginDisable": ("plugins.DockerPlugin.disable", "plugins.Plugin.disable"),
    "PluginEnable": ("plugins.DockerPlugin.enable", "plugins.Plugin.enable"),
    "PluginInspect": ("plugins.DockerPlugin.show", "plugins.PluginCollection.get"),
    "PluginList": ("plugins.DockerPlugins.list", "plugins.PluginCollection.list"),
    "PluginPull": ("plugins.DockerPlugins.install", "plugins.PluginCollection.install"),
    "PluginPush": ("plugins.DockerPlugin.push", "plugins.Plugin.push"),
    "PluginSet": ("plugins.DockerPlugin.configure", "plugins.Plugin.configure"),
    "PluginUpgrade": ("plugins.DockerPlugin.upgrade", "plugins.Plugin.upgrade"),
    "PutContainerArchive": ("containers.DockerContainer.put_archive", "containers.Container.put_archive"),
    "SecretCreate": ("secrets.DockerSecrets.create", "secrets.SecretCollection.create"),
    "SecretDelete": ("secrets.DockerSecrets.delete", "secrets.Secret.remove"),
    "SecretInspect": ("secrets.DockerSecrets.inspect", "secrets.SecretCollection.get"),
    "SecretList": ("secrets.DockerSecrets.list", "secrets.SecretCollection.list"),
    "SecretUpdate": ("secrets.DockerSecrets.update", "secrets.Secret.update"),
    "ServiceCreate": ("services.DockerServices.create", "services.ServiceCollection.create"),
    "ServiceDelete": ("services.DockerServices.delete", "services.Service.remove"),
    "ServiceInspect": ("services.DockerServices.inspect", "services.ServiceCollection.get"),
    "ServiceList": ("services.DockerServices.list", "services.ServiceCollection.list"),
    "ServiceLogs": ("services.DockerServices.logs", "services.Service.logs"),
    "ServiceUpdate": ("services.DockerServices.update", "services.Service.update"),
    "SwarmInit": ("swarm.DockerSwarm.init", "swarm.Swarm.init"),
    "SwarmInspect": ("swarm.DockerSwarm.inspect", "swarm.Swarm.reload"),
    "SwarmJoin": ("swarm.DockerSwarm.join", "swarm.Swarm.join"),
    "SwarmLeave": ("swarm.DockerSwarm.leave", "swarm.Swarm.leave"),
    "SwarmUnlock": ("swarm.DockerSwarm.unlock", "swarm.Swarm.unlock"),
    "SwarmUnlockkey": ("swarm.DockerSwarm.get_unlock_key", "swarm.Swarm.get_unlock_key"),
    "SwarmUpdate": ("swarm.DockerSwarm.update", "swarm.Swarm.update"),
    "SystemAuth": ("docker.Docker.auth", "client.DockerClient.login"),
    "SystemDataUsage": ("system.DockerSystem.data_usage", "client.DockerClient.df"),
    "SystemEvents": ("events.DockerEvents.subscribe", "client.DockerClient.events"),
    "SystemInfo": ("system.DockerSystem.info", "client.DockerClient.info"),
    "SystemPing": ("system.DockerSystem.ping", "client.DockerClient.ping"),
    "SystemVersion": ("docker.Docker.version", "client.DockerClient.version"),
    "TaskInspect": ("tasks.DockerTasks.inspect", "tasks.TaskCollection.get"),
    "TaskList": ("tasks.DockerTasks.list", "services.Service.tasks"),
    "TaskLogs": ("tasks.DockerTasks.logs", "tasks.Task.logs"),
    "VolumeCreate": ("volumes.DockerVolumes.create", "volumes.VolumeCollection.create"),
    "VolumeDelete": ("volumes.DockerVolume.delete", "volumes.Volume.remove"),
    "VolumeInspect": ("volumes.DockerVolume.show", "volumes.VolumeCollection.get"),
    "VolumeList": ("volumes.DockerVolumes.list", "volumes.VolumeCollection.list"),
    "VolumePrune": ("volumes.DockerVolumes.prune", "volumes.VolumeCollection.prune"),
    "VolumeUpdate": ("volumes.DockerVolume.update", "volumes.Volume.update"),
}

API_ONLY: dict[str, dict[str, str]] = {
    AIO: {
        "Session": "what BuildKit asks for over it is gRPC, which this library does not speak",
        "SystemPingHead": "it says no more than ping does, which has a body as proof",
    },
    SYNC: {
        "Session": "what BuildKit asks for over it is gRPC, which this library does not speak",
        "SystemPingHead": "it says no more than ping does, which has a body as proof",
        "ContainerAttachWebsocket": "it mixes both outputs, and attach over any kind of address does all that it does",
        "ExecResize": "docker-py has it in its low-level client only, as exec_resize, and so has this face",
    },
}


def method_of(face: str, place: str) -> tuple[type[Any], str]:
    """Find a class and the name of its method by the place that the table gives."""
    module, kind, method = place.split(".")
    return getattr(importlib.import_module(f"{face}.{module}"), kind), method


PLACES = [
    pytest.param(face, operation, place, id=f"{face}-{operation}")
    for operation, places in FACADES.items()
    for face, place in zip((AIO, SYNC), places, strict=True)
    if place
]


@pytest.mark.parametrize(("face", "operation", "place"), PLACES)
def test_the_method_sends_the_operation(face: str, operation: str, place: str) -> None:
    owner, method = method_of(face, place)
    assert hasattr(owner, method), f"{face} has no {place}"
    assert operation in reached(owner, method)
    assert inspect.getdoc(getattr(owner, method)), f"{place} has no docstring"


@pytest.mark.parametrize(("face", "index"), [(AIO, 0), (SYNC, 1)])
def test_every_operation_has_a_method_or_a_reason(face: str, index: int) -> None:
    has_method = {operation for operation, places in FACADES.items() if places[index]}
    assert has_method.isdisjoint(API_ONLY[face])
    assert has_method | set(API_ONLY[face]) == set(operations().values())
    assert len(operations()) == 108


@pytest.mark.parametrize("face", [AIO, SYNC])
def test_what_is_in_api_alone_is_there(face: str) -> None:
    for operation in API_ONLY[face]:
        (noun, name), *_ = [key for key, each in operations().items() if each == operation]
        module = importlib.import_module(f"dockwright_api.{face.rpartition('.')[2]}.{noun}")
        assert any(hasattr(value, name) for value in vars(module).values() if inspect.isclass(value)), operation


def test_what_a_method_sends_is_told_from_what_it_does_not() -> None:
    stop, method = method_of(AIO, "containers.DockerContainer.stop")
    assert reached(stop, method) == {"ContainerStop"}
    run, method = method_of(SYNC, "containers.ContainerCollection.run")
    assert {"ContainerCreate", "ContainerStart"} <= reached(run, method)
    assert "ContainerKill" not in reached(run, method)


@pytest.mark.parametrize("face", [AIO, SYNC])
def test_every_error_and_warning_is_found_in_the_face(face: str) -> None:
    kinds = (errors.DockerError, Warning)
    for name, value in vars(errors).items():
        if inspect.isclass(value) and issubclass(value, kinds) and value.__module__ == errors.__name__:
            assert getattr(importlib.import_module(face), name) is value
