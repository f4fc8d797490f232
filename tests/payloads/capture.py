"""Record what real engines answer: ``python -m tests.payloads.capture [release ...]``.

Each release is started afresh and led through one scenario that makes an object of every kind that is possible without
a network; Podman, which does less, through its own. A reply goes to ``<release>/<operation>.json``, a stream of
documents to ``<operation>.jsonl``, one per line; a word after a dot tells variants apart. The bodies that are sent lie
in ``requests/`` under the same names. Replies are kept as they came, but for what tells of the machine and for secrets.
"""

import base64
import json
import sys
import time
from urllib.parse import quote

from tests.engines import STARTED, Engines
from tests.engines.podman import PODMAN
from tests.engines.registry import PASSWORD, USER, Registry

from . import podman_scenario
from .recorder import TAR, Recorder, pack, requested

CONTAINER, JOB, TERMINAL, NETWORK, VOLUME = "web", "job", "terminal", "backend", "data"


def containers(at: Recorder) -> None:
    """Volumes, networks and containers, with everything that is asked of them."""
    at.keep_requested("VolumeCreate", "POST", "/volumes/create")
    at.keep_requested("NetworkCreate", "POST", "/networks/create")
    at.keep_requested("ContainerCreate", "POST", "/containers/create", name=CONTAINER)
    at.keep("ContainerInspect.created", "GET", f"/containers/{CONTAINER}/json")
    at.send("POST", f"/networks/{NETWORK}/connect", requested("NetworkConnect"))
    at.send("POST", f"/containers/{CONTAINER}/start")
    at.until(lambda health: health["State"]["Health"]["Status"] == "healthy", f"/containers/{CONTAINER}/json")
    at.keep("ContainerInspect", "GET", f"/containers/{CONTAINER}/json")
    at.keep("ContainerInspect.size", "GET", f"/containers/{CONTAINER}/json", size=1)
    at.keep("ContainerTop", "GET", f"/containers/{CONTAINER}/top")
    at.keep("ContainerStats", "GET", f"/containers/{CONTAINER}/stats", stream=0)
    at.keep("ContainerStats.once", "GET", f"/containers/{CONTAINER}/stats", stream=0, one_shot=1)
    at.keep_requested("ContainerUpdate", "POST", f"/containers/{CONTAINER}/update")
    stat = at.send("HEAD", f"/containers/{CONTAINER}/archive", path="/etc/passwd")
    at.write("ContainerArchiveInfo.json", base64.b64decode(stat.headers["x-docker-container-path-stat"]).decode())

    exec_id = at.keep_requested("ContainerExec", "POST", f"/containers/{CONTAINER}/exec")["Id"]
    at.keep("ExecInspect.created", "GET", f"/exec/{exec_id}/json")
    at.send("POST", f"/exec/{exec_id}/start", requested("ExecStart"))
    at.keep("ExecInspect", "GET", f"/exec/{exec_id}/json")

    at.keep_requested("ContainerCreate.terminal", "POST", "/containers/create", name=TERMINAL)
    at.send("POST", f"/containers/{TERMINAL}/start")
    at.send("POST", f"/containers/{TERMINAL}/resize", h=24, w=80)
    at.send("POST", f"/containers/{TERMINAL}/pause")
    at.keep("ContainerInspect.paused", "GET", f"/containers/{TERMINAL}/json")
    at.keep("ContainerList.paused", "GET", "/containers/json", filters=json.dumps({"status": ["paused"]}))
    at.send("POST", f"/containers/{TERMINAL}/unpause")
    at.send("POST", f"/containers/{TERMINAL}/rename", name=f"{TERMINAL}-2")
    at.send("PUT", f"/containers/{TERMINAL}-2/archive", pack({"put": b"x"}), headers=TAR, path="/tmp")
    at.send("GET", f"/containers/{TERMINAL}-2/archive", path="/tmp/put")
    at.send("GET", f"/containers/{TERMINAL}-2/export")
    at.send("POST", f"/networks/{NETWORK}/disconnect", requested("NetworkDisconnect"))
    at.send("POST", f"/containers/{TERMINAL}-2/restart", t=0)
    at.send("POST", f"/containers/{TERMINAL}-2/stop", t=0)

    at.keep_requested("ContainerCreate.job", "POST", "/containers/create", name=JOB)
    at.send("POST", f"/containers/{JOB}/start")
    at.keep("ContainerWait", "POST", f"/containers/{JOB}/wait")
    at.keep("ContainerInspect.exited", "GET", f"/containers/{JOB}/json")
    at.keep("ContainerChanges", "GET", f"/containers/{JOB}/changes")
    at.keep_requested("ImageCommit", "POST", "/commit", container=JOB, repo="committed", comment="made", author="a")

    at.keep("ContainerList", "GET", "/containers/json", all=1)
    at.keep("ContainerList.size", "GET", "/containers/json", all=1, size=1)
    at.keep("VolumeInspect", "GET", f"/volumes/{VOLUME}")
    at.keep("VolumeList", "GET", "/volumes")
    at.keep("NetworkInspect", "GET", f"/networks/{NETWORK}")
    at.keep("NetworkInspect.verbose", "GET", f"/networks/{NETWORK}", verbose=1)
    at.keep("NetworkList", "GET", "/networks")
    at.keep("SystemDataUsage", "GET", "/system/df")


def images(at: Recorder, registry: Registry, guarded: Registry) -> None:
    """Images, made, moved through registries and looked at."""
    image = at.engine.image
    instructions = (
        "FROM busybox",
        "LABEL made=here",
        "ENV A=1",
        "EXPOSE 80/tcp",
        "VOLUME /data",
        "HEALTHCHECK CMD true",
    )
    dockerfile = "\n".join((*instructions, "RUN echo built > /built")).encode()
    at.keep_stream("ImageBuild", "POST", "/build", pack({"Dockerfile": dockerfile}), TAR, t="built:1", version=1)
    broken = pack({"Dockerfile": b"FROM busybox\nRUN exit 7\n"})
    at.keep_stream("ImageBuild.failed", "POST", "/build", broken, TAR, t="broken", version=1)
    at.keep("ImageInspect", "GET", f"/images/{image}/json")
    at.keep("ImageInspect.built", "GET", "/images/built:1/json")
    at.keep("ImageHistory", "GET", "/images/built:1/history")
    at.keep("ImageList", "GET", "/images/json", digests=1)
    repository = f"{registry.address}/stored"
    at.send("POST", f"/images/{image}/tag", repo=repository, tag="1")
    nobody = {"X-Registry-Auth": base64.urlsafe_b64encode(b"{}").decode()}
    at.keep_stream("ImagePush", "POST", f"/images/{repository}/push", None, nobody, tag="1")
    at.keep("ImageInspect.pushed", "GET", f"/images/{repository}:1/json")
    at.keep("DistributionInspect", "GET", f"/distribution/{quote(repository)}:1/json")
    at.keep("ImageDelete", "DELETE", f"/images/{repository}:1")
    at.keep_stream("ImageCreate", "POST", "/images/create", fromImage=repository, tag="1")
    at.keep_stream("ImageCreate.current", "POST", "/images/create", fromImage=repository, tag="1")
    at.send("POST", f"/images/{image}/tag", repo=f"{guarded.address}/stored", tag="1")
    at.keep_stream("ImagePush.refused", "POST", f"/images/{guarded.address}/stored/push", None, nobody, tag="1")
    who = {"<user>": USER, "<password>": PASSWORD, "<address>": guarded.address}
    at.keep_requested("SystemAuth", "POST", "/auth", who)
    at.keep_stream("ImageCreate.imported", "POST", "/images/create", pack({"file": b"x"}), TAR, fromSrc="-", repo="im")
    saved = at.send("GET", "/images/built:1/get").body
    at.keep_stream("ImageLoad", "POST", "/images/load", saved, TAR)

    # What is gone comes back layer by layer.
    kept = f"{registry.address}/built"
    at.send("POST", "/images/built:1/tag", repo=kept, tag="1")
    at.keep_stream("ImagePush.layers", "POST", f"/images/{kept}/push", None, nobody, tag="1")
    at.send("DELETE", f"/images/{kept}:1")
    at.keep("ImageDelete.built", "DELETE", "/images/built:1")
    at.keep_stream("ImageLoad.layers", "POST", "/images/load", saved, TAR)
    at.send("DELETE", "/images/built:1")
    at.keep_stream("ImageCreate.layers", "POST", "/images/create", fromImage=kept, tag="1")
    at.keep("BuildPrune", "POST", "/build/prune")


def plugins(at: Recorder, registry: Registry) -> None:
    """A plugin that is made, moved through a registry and never started."""
    configuration = json.dumps(requested("PluginCreate.config")).encode()
    made = pack({"config.json": configuration, "rootfs": None, "rootfs/plugin": b"#!/bin/sh\n"})
    name = f"{registry.address}/sample:latest"
    at.send("POST", "/plugins/create", made, headers=TAR, name=name)
    at.keep("PluginList", "GET", "/plugins")
    at.keep("PluginInspect", "GET", f"/plugins/{name}/json")
    at.keep_stream("PluginPush", "POST", f"/plugins/{name}/push")
    # Described with a reply, which the engine does not give.
    at.send("DELETE", f"/plugins/{name}")
    privileges = at.keep("GetPluginPrivileges", "GET", "/plugins/privileges", remote=name)
    at.keep_stream("PluginPull", "POST", "/plugins/pull", privileges, remote=name)
    at.send("POST", f"/plugins/{name}/set", ["DEBUG=1"])
    at.keep("PluginInspect.pulled", "GET", f"/plugins/{name}/json")
    at.keep_stream("PluginUpgrade", "POST", f"/plugins/{name}/upgrade", privileges, remote=name)
    at.send("DELETE", f"/plugins/{name}")


def swarm(at: Recorder) -> None:
    """A swarm of one node, with a service."""
    at.keep_requested("SwarmInit", "POST", "/swarm/init")
    at.keep("SwarmInspect", "GET", "/swarm")
    at.keep("SystemInfo.swarm", "GET", "/info")
    at.keep("SwarmUnlockkey", "GET", "/swarm/unlockkey")
    at.send("POST", "/swarm/update", requested("SwarmUpdate"), version=at.version_of("/swarm"))
    at.keep("SwarmUnlockkey.none", "GET", "/swarm/unlockkey")
    (node,) = at.keep("NodeList", "GET", "/nodes")
    at.send("POST", f"/nodes/{node['ID']}/update", requested("NodeUpdate"), version=node["Version"]["Index"])
    at.keep("NodeInspect", "GET", f"/nodes/{node['ID']}")
    secret = at.keep_requested("SecretCreate", "POST", "/secrets/create")["ID"]
    at.keep("SecretInspect", "GET", f"/secrets/{secret}")
    at.keep("SecretList", "GET", "/secrets")
    at.send("POST", f"/secrets/{secret}/update", requested("SecretUpdate"), version=at.version_of(f"/secrets/{secret}"))
    config = at.keep_requested("ConfigCreate", "POST", "/configs/create")["ID"]
    at.keep("ConfigInspect", "GET", f"/configs/{config}")
    at.keep("ConfigList", "GET", "/configs")
    at.send("POST", f"/configs/{config}/update", requested("ConfigUpdate"), version=at.version_of(f"/configs/{config}"))
    network = at.keep_requested("NetworkCreate.overlay", "POST", "/networks/create")
    at.keep("NetworkInspect.overlay", "GET", f"/networks/{network.get('Id')}")
    ids = {"<secret>": secret, "<config>": config}
    service = at.keep_requested("ServiceCreate", "POST", "/services/create", ids)["ID"]
    by_service = json.dumps({"service": [service]})
    at.until(lambda tasks: tasks and tasks[0]["Status"]["State"] == "running", "/tasks", filters=by_service)
    version = at.version_of(f"/services/{service}")
    at.keep_requested("ServiceUpdate", "POST", f"/services/{service}/update", ids, version=version)
    at.until(lambda found: found.get("UpdateStatus", {}).get("State") == "completed", f"/services/{service}")
    at.keep("ServiceInspect", "GET", f"/services/{service}")
    at.keep_requested("ServiceCreate.global", "POST", "/services/create")
    at.until(lambda tasks: len(tasks) > 2 and all(task["Status"]["State"] != "new" for task in tasks), "/tasks")
    at.keep("ServiceList", "GET", "/services", status=1)
    tasks = at.keep("TaskList", "GET", "/tasks")
    at.keep("TaskInspect", "GET", f"/tasks/{tasks[0]['ID']}")
    running = at.send("GET", "/tasks", filters=json.dumps({"desired-state": ["running"], "service": [service]})).json()
    container = running[0]["Status"]["ContainerStatus"]["ContainerID"]
    at.keep("ContainerInspect.task", "GET", f"/containers/{container}/json")
    at.keep_requested("ServiceCreate.job", "POST", "/services/create")
    jobs = json.dumps({"name": ["once"]})
    done = at.until(
        lambda found: found[0].get("ServiceStatus", {}).get("CompletedTasks"), "/services", status=1, filters=jobs
    )
    at.keep("ServiceInspect.job", "GET", f"/services/{done[0]['ID']}")
    at.keep("TaskList.job", "GET", "/tasks", filters=json.dumps({"service": ["once"]}))
    at.send(
        "POST",
        f"/services/{service}/update",
        requested("ServiceUpdate", ids),
        rollback="previous",
        version=at.version_of(f"/services/{service}"),
    )
    at.until(lambda found: found["UpdateStatus"]["State"].startswith("rollback"), f"/services/{service}")
    at.keep("ServiceInspect.rollback", "GET", f"/services/{service}")
    at.send("DELETE", f"/services/{service}")
    at.send("DELETE", f"/configs/{config}")
    at.send("DELETE", f"/secrets/{secret}")
    at.send("POST", "/swarm/leave", force=1)


def the_end(at: Recorder) -> None:
    """Everything is stopped and pruned, and the events tell of it."""
    at.engine.signal("HUP")
    at.send("POST", f"/containers/{CONTAINER}/kill")
    at.keep("ContainerPrune", "POST", "/containers/prune")
    at.keep("NetworkPrune", "POST", "/networks/prune")
    everything = json.dumps({"all": ["true"]}) if at.engine.api >= (1, 42) else "{}"
    at.keep("VolumePrune", "POST", "/volumes/prune", filters=everything)
    at.keep("ImagePrune", "POST", "/images/prune", filters=json.dumps({"dangling": ["false"]}))
    at.keep("VolumeList.empty", "GET", "/volumes")


def docker(at: Recorder) -> None:
    """Lead an engine through everything."""
    at.keep("SystemVersion", "GET", "/version")
    at.keep("SystemInfo", "GET", "/info")
    started = int(time.time())
    containers(at)
    registry, guarded = Registry.start(at.engine, 5000), Registry.start(at.engine, 5001, authenticates=True)
    images(at, registry, guarded)
    plugins(at, registry)
    registry.stop()
    guarded.stop()
    swarm(at)
    the_end(at)
    at.keep_events(started)


if __name__ == "__main__":
    with Engines() as running:
        for release in sys.argv[1:] or STARTED:
            recorder = Recorder(running.start(release))
            (podman_scenario.podman if release == PODMAN.name else docker)(recorder)
            print(f"{release}: {len(list(recorder.folder.iterdir()))} replies of {recorder.engine.version}")
