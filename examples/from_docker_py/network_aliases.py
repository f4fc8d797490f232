"""Let containers find each other by name in a network of their own."""

import os
import time

import docker
from docker.types import IPAMConfig, IPAMPool

IMAGE = os.environ.get("IMAGE", "busybox:latest")
NAME = os.environ.get("NAME", "from-docker-py")
SUBNET = f"10.123.{sum(NAME.encode()) % 250}"

client = docker.from_env()
pool = IPAMPool(subnet=f"{SUBNET}.0/24", gateway=f"{SUBNET}.254", aux_addresses={"reserved": f"{SUBNET}.1"})
network = client.networks.create(
    f"{NAME}-net", driver="bridge", ipam=IPAMConfig(pool_configs=[pool]), labels={"of": NAME}, internal=True
)
server = None
try:
    network.reload()
    print(
        network.attrs["IPAM"]["Config"][0]["Subnet"] == f"{SUBNET}.0/24",
        network.attrs["Internal"],
        network.attrs["Labels"] == {"of": NAME},
    )
    server = client.containers.run(
        IMAGE,
        "sh -c 'echo found > /index.html; exec httpd -f -h /'",
        name=f"{NAME}-one",
        network=network.name,
        detach=True,
    )
    network.disconnect(server)
    network.connect(server, aliases=["web", "www"], ipv4_address=f"{SUBNET}.7")
    server.reload()
    settings = server.attrs["NetworkSettings"]["Networks"][network.name]
    print(settings["IPAddress"] == f"{SUBNET}.7", sorted({"web", "www"} & set(settings["Aliases"])))

    output = b""
    for _ in range(20):
        output = client.containers.run(
            IMAGE, "sh -c 'wget -q -O - http://web/ || true'", network=network.name, remove=True
        )
        if output:
            break
        time.sleep(0.05)
    print(output)

    network.reload()
    print([container.name == server.name for container in network.containers])
    print([each.name == network.name for each in client.networks.list(names=[network.name])])
    print([each.id == network.id for each in client.networks.list(filters={"label": f"of={NAME}"})])
    print(client.networks.get(network.id).name == network.name)
    network.disconnect(server, force=True)
    network.reload()
    print(network.containers)
finally:
    if server is not None:
        server.remove(force=True)
    network.remove()
print(client.networks.list(names=[f"{NAME}-net"]))
client.close()
