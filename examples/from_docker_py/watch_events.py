"""Watch what happens on the engine while a container comes and goes."""

import json
import os
import time

import docker

IMAGE = os.environ.get("IMAGE", "busybox:latest")
NAME = os.environ.get("NAME", "from-docker-py")

client = docker.from_env()
begin = int(time.time()) - 1
mine = {"label": f"of={NAME}", "type": "container"}

container = client.containers.run(IMAGE, "true", labels={"of": NAME}, detach=True)
container.wait()
container.remove()

seen = []
for event in client.events(since=begin, filters=mine, decode=True):
    seen.append(event["Action"])
    if event["Action"] == "destroy":
        print(event["Actor"]["ID"] == container.id, event["Actor"]["Attributes"]["image"] == IMAGE)
        break
print([action for action in seen if action in ("create", "start", "die", "destroy")])

# Without decode they are bytes, and with an end they end.
texts = list(client.events(since=begin, until=int(time.time()) + 1, filters={"label": f"of={NAME}", "event": ["die"]}))
print(len(texts), json.loads(texts[0])["Actor"]["Attributes"]["exitCode"])

stream = client.events(decode=True, filters={"label": f"of={NAME}"})
stream.close()
print(mine == {"label": f"of={NAME}", "type": "container"})
client.close()
