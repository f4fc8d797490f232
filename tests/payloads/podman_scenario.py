"""What Podman is led through: the part of the Docker API that it serves, in its own way."""

import base64
import json
import time

from tests.engines.registry import PASSWORD, USER, Registry

from .recorder import TAR, Recorder, pack, requested

CONTAINER, JOB, NETWORK, VOLUME = "web", "job", "backend", "data"


def podman(at: Recorder) -> None:
    """Lead an engine through everything."""
    at.keep("SystemVersion", "GET", "/version")
    at.keep("SystemInfo", "GET", "/info")
    started = int(time.time())
    containers(at)
    registry, guarded = Registry.start(at.engine, 5000), Registry.start(at.engine, 5001, authenticates=True)
    images(at, registry, guarded)
    registry.stop()
    guarded.stop()
    secrets(at)
    the_end(at)
    at.keep_events(started)


def containers(at: Recorder) -> None:
    """Volumes, networks and containers; health checks, which need systemd, do not run."""
    at.keep_requested("VolumeCreate.podman", "POST", "/volumes/create")
    at.keep_requested("NetworkCreate", "POST", "/networks/create")
    at.keep_requested("ContainerCreate.podman", "POST", "/containers/create", name=CONTAINER)
    at.keep("ContainerInspect.created", "GET", f"/containers/{CONTAINER}/json")
    at.send("POST", f"/containers/{CONTAINER}/start")
    at.keep("ContainerInspect", "GET", f"/containers/{CONTAINER}/json")
    at.keep("ContainerInspect.size", "GET", f"/containers/{CONTAINER}/json", size=1)
    at.keep("ContainerTop", "GET", f"/containers/{CONTAINER}/top")
    at.keep("ContainerStats", "GET", f"/containers/{CONTAINER}/stats", stream=0)
    stat = at.send("HEAD", f"/containers/{CONTAINER}/archive", path="/etc/passwd")
    at.write("ContainerArchiveInfo.json", base64.b64decode(stat.headers["x-docker-container-path-stat"]).decode())

    exec_id = at.keep_requested("ContainerExec", "POST", f"/containers/{CONTAINER}/exec")["Id"]
    at.keep("ExecInspect.created", "GET", f"/exec/{exec_id}/json")
    at.send("POST", f"/exec/{exec_id}/start", requested("ExecStart"))
    at.keep("ExecInspect", "GET", f"/exec/{exec_id}/json")

    at.keep_requested("ContainerCreate.job", "POST", "/containers/create", name=JOB)
    at.send("POST", f"/containers/{JOB}/start")
    at.keep("ContainerWait", "POST", f"/containers/{JOB}/wait")
    at.keep("ContainerInspect.exited", "GET", f"/containers/{JOB}/json")
    at.keep("ContainerChanges", "GET", f"/containers/{JOB}/changes")
    at.keep_requested("ImageCommit", "POST", "/commit", container=JOB, repo="committed", comment="made", author="a")
    at.send("POST", f"/containers/{CONTAINER}/pause")
    at.keep("ContainerInspect.paused", "GET", f"/containers/{CONTAINER}/json")
    at.send("POST", f"/containers/{CONTAINER}/unpause")

    at.keep("ContainerList", "GET", "/containers/json", all=1)
    at.keep("ContainerList.size", "GET", "/containers/json", all=1, size=1)
    at.keep("VolumeInspect", "GET", f"/volumes/{VOLUME}")
    at.keep("VolumeList", "GET", "/volumes")
    at.keep("NetworkInspect", "GET", f"/networks/{NETWORK}")
    at.keep("NetworkList", "GET", "/networks")
    at.keep("SystemDataUsage", "GET", "/system/df")


def images(at: Recorder, registry: Registry, guarded: Registry) -> None:
    """Images, made, moved through registries and looked at."""
    image = at.engine.image
    dockerfile = b"FROM busybox\nLABEL made=here\nENV A=1\nEXPOSE 80/tcp\nVOLUME /data\nRUN echo built > /built\n"
    at.keep_stream("ImageBuild", "POST", "/build", pack({"Dockerfile": dockerfile}), TAR, t="built:1")
    broken = pack({"Dockerfile": b"FROM busybox\nRUN exit 7\n"})
    at.keep_stream("ImageBuild.failed", "POST", "/build", broken, TAR, t="broken")
    at.keep("ImageInspect", "GET", f"/images/{image}/json")
    at.keep("ImageInspect.built", "GET", "/images/built:1/json")
    at.keep("ImageHistory", "GET", "/images/built:1/history")
    at.keep("ImageList", "GET", "/images/json")
    repository = f"{registry.address}/stored"
    at.send("POST", f"/images/{image}/tag", repo=repository, tag="1")
    nobody = {"X-Registry-Auth": base64.urlsafe_b64encode(b"{}").decode()}
    at.keep_stream("ImagePush", "POST", f"/images/{repository}/push", None, nobody, tag="1")
    at.keep("ImageInspect.pushed", "GET", f"/images/{repository}:1/json")
    at.keep("ImageDelete", "DELETE", f"/images/{repository}:1")
    at.keep_stream("ImageCreate", "POST", "/images/create", fromImage=repository, tag="1")
    at.keep_stream("ImageCreate.absent", "POST", "/images/create", fromImage=repository, tag="absent")
    at.send("POST", f"/images/{image}/tag", repo=f"{guarded.address}/stored", tag="1")
    at.keep_stream("ImagePush.refused", "POST", f"/images/{guarded.address}/stored/push", None, nobody, tag="1")
    who = {"<user>": USER, "<password>": PASSWORD, "<address>": guarded.address}
    at.keep_requested("SystemAuth", "POST", "/auth", who)
    at.keep_stream("ImageCreate.imported", "POST", "/images/create", pack({"file": b"x"}), TAR, fromSrc="-", repo="im")
    saved = at.send("GET", "/images/built:1/get").body
    at.keep("ImageDelete.built", "DELETE", "/images/built:1")
    at.keep_stream("ImageLoad", "POST", "/images/load", saved, TAR)


def secrets(at: Recorder) -> None:
    """A secret; Podman has them without a swarm."""
    secret = at.keep_requested("SecretCreate", "POST", "/secrets/create")["ID"]
    at.keep("SecretInspect", "GET", f"/secrets/{secret}")
    at.keep("SecretList", "GET", "/secrets")
    at.send("DELETE", f"/secrets/{secret}")


def the_end(at: Recorder) -> None:
    """Everything is stopped and pruned."""
    at.send("POST", f"/containers/{CONTAINER}/kill")
    at.keep("ContainerPrune", "POST", "/containers/prune")
    at.keep("NetworkPrune", "POST", "/networks/prune")
    at.keep("VolumePrune", "POST", "/volumes/prune")
    at.keep("ImagePrune", "POST", "/images/prune", filters=json.dumps({"dangling": ["true"]}))
    at.keep("VolumeList.empty", "GET", "/volumes")
