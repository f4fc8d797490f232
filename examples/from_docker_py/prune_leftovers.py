"""Clean up what bears a label, and nothing else."""

import os

import docker

IMAGE = os.environ.get("IMAGE", "busybox:latest")
NAME = os.environ.get("NAME", "from-docker-py")

client = docker.from_env()
mine = {"label": f"of={NAME}"}

stopped = [client.containers.create(IMAGE, "true", labels={"of": NAME}) for _ in range(2)]
kept = client.containers.create(IMAGE, "true", labels={"of": f"{NAME}-kept"})
network = client.networks.create(f"{NAME}-unused", labels={"of": NAME})
container = client.containers.create(IMAGE, "true")
image = container.commit(f"{NAME}-unused", "1", changes=[f"LABEL of={NAME}"])
container.remove()

pruned = client.containers.prune(filters=mine)
print(sorted(pruned["ContainersDeleted"]) == sorted(each.id for each in stopped), pruned["SpaceReclaimed"])
print(client.networks.prune(filters=mine)["NetworksDeleted"] == [network.name])
deleted = client.images.prune(filters={**mine, "dangling": False})["ImagesDeleted"]
print([each["Untagged"] for each in deleted if "Untagged" in each], any("Deleted" in each for each in deleted))
print(client.containers.prune(filters=mine)["ContainersDeleted"] or [])

print([each.id == kept.id for each in client.containers.list(all=True, filters={"label": f"of={NAME}-kept"})])
kept.remove()
for thing in (stopped[0], network):
    try:
        thing.reload()
    except docker.errors.NotFound as error:
        print(type(thing).__name__, "is gone:", error.status_code)
print(mine == {"label": f"of={NAME}"})
client.close()
