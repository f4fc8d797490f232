"""Run services in a swarm, with a config and a secret; scale and update them."""

import os
import time

import docker
from docker.types import (
    ConfigReference,
    EndpointSpec,
    Resources,
    RestartPolicy,
    SecretReference,
    ServiceMode,
    UpdateConfig,
)

IMAGE = os.environ.get("IMAGE", "busybox:latest")
NAME = os.environ.get("NAME", "from-docker-py")

client = docker.from_env()
print(client.swarm.attrs["Spec"]["Name"], client.info()["Swarm"]["LocalNodeState"])
node = client.nodes.list(filters={"role": "manager"})[0]
print(node.attrs["Status"]["State"], client.nodes.get(node.id) == node, node.version > 0)


def wait_until(condition):
    for _ in range(600):
        if condition():
            return True
        time.sleep(0.05)
    return False


def updated(service):
    service.reload()
    return service.attrs.get("UpdateStatus", {}).get("State") == "completed"


def running(service):
    return [task for task in service.tasks({"desired-state": "running"}) if task["Status"]["State"] == "running"]


config = client.configs.create(name=f"{NAME}-config", data=b"configured", labels={"of": NAME})
secret = client.secrets.create(name=f"{NAME}-secret", data=b"hush", labels={"of": NAME})
print(config.name == f"{NAME}-config", client.configs.get(config.id).attrs["Spec"]["Data"])
print(secret.name == f"{NAME}-secret", "Data" in client.secrets.get(secret.id).attrs["Spec"])
service = client.services.create(
    IMAGE,
    ["sh", "-c", "cat /config /run/secrets/hush; echo; exec sleep 600"],
    name=f"{NAME}-service",
    labels={"of": NAME},
    container_labels={"in": NAME},
    env=["A=1"],
    mode=ServiceMode("replicated", replicas=1),
    resources=Resources(mem_limit=64 * 1024 * 1024, cpu_limit=500_000_000),
    restart_policy=RestartPolicy("on-failure", max_attempts=3),
    update_config=UpdateConfig(parallelism=1, delay=0, order="start-first"),
    endpoint_spec=EndpointSpec(ports={18080: 80}),
    configs=[ConfigReference(config.id, config.name, filename="/config")],
    secrets=[SecretReference(secret.id, secret.name, filename="hush")],
    constraints=["node.role==manager"],
    stop_grace_period=0,
)
try:
    print(wait_until(lambda: len(running(service)) == 1))
    service.reload()
    spec = service.attrs["Spec"]
    print(service.name == f"{NAME}-service", spec["Mode"], spec["TaskTemplate"]["Placement"]["Constraints"])
    print(spec["TaskTemplate"]["Resources"]["Limits"], spec["TaskTemplate"]["RestartPolicy"]["Condition"])
    print([(port["PublishedPort"], port["TargetPort"]) for port in spec["EndpointSpec"]["Ports"]])
    print(wait_until(lambda: b"configuredhush" in b"".join(service.logs(stdout=True))))
    print([each.id == service.id for each in client.services.list(filters={"name": service.name})])

    print(sorted(service.scale(2)))
    print(wait_until(lambda: len(running(service)) == 2))
    service.reload()
    service.update(env=["A=2"], labels={"of": "another"})
    service.reload()
    print(service.attrs["Spec"]["TaskTemplate"]["ContainerSpec"]["Env"], service.attrs["Spec"]["Labels"])
    print(service.attrs["Spec"]["Mode"])
    print(wait_until(lambda: sum("A=2" in task["Spec"]["ContainerSpec"]["Env"] for task in running(service)) == 2))
    print(wait_until(lambda: updated(service)))
    service.force_update()
    service.reload()
    print(service.attrs["Spec"]["TaskTemplate"]["ForceUpdate"])
    node.reload()
    node.update({"Availability": "active", "Role": "manager", "Labels": {"of": "example"}})
    node.reload()
    print(node.attrs["Spec"]["Labels"])
    node.update({"Availability": "active", "Role": "manager"})
finally:
    print(service.remove())
    mine = {"label": f"in={NAME}"}
    wait_until(lambda: not client.containers.list(all=True, filters=mine, ignore_removed=True))
    config.remove()
    secret.remove()
try:
    service.reload()
except docker.errors.NotFound as error:
    print(error.status_code)
client.close()
