"""A service whose task reads a config and a secret; the engine manages a swarm already."""

import asyncio
import os

import aiodocker

IMAGE = os.environ.get("IMAGE", "busybox:latest")
NAME = os.environ.get("NAME", "from-aiodocker")


async def create_config(docker):
    created = await docker.configs.create(name=f"{NAME}-config", data="This is my config data\n")
    return await docker.configs.inspect(created["ID"])


async def create_secret(docker):
    created = await docker.secrets.create(name=f"{NAME}-secret", data="nobody knows\n", labels={"a": "b"})
    return await docker.secrets.inspect(created["ID"])


def mounted(thing, kind):
    name = thing["Spec"]["Name"]
    file = {"Name": name, "UID": "0", "GID": "0", "Mode": 292}
    return {"File": file, f"{kind}ID": thing["ID"], f"{kind}Name": name}


async def create_service(docker, config, secret):
    template = {
        "ContainerSpec": {
            "Image": IMAGE,
            "Command": ["sh", "-c", f"cat /{NAME}-config /run/secrets/{NAME}-secret; echo $WHO; sleep 600"],
            "Env": {"WHO": "me"},
            "Configs": [mounted(config, "Config")],
            "Secrets": [mounted(secret, "Secret")],
            "StopGracePeriod": 0,
        },
    }
    service = await docker.services.create(
        task_template=template, name=f"{NAME}-service", labels={"a": "b"}, mode={"Replicated": {"Replicas": 1}}
    )
    return service["ID"]


async def running(docker, service_id):
    while True:
        for task in await docker.tasks.list(filters={"service": service_id, "desired-state": "running"}):
            if task["Status"]["State"] == "running":
                return task
        await asyncio.sleep(0.1)


async def logged(docker, service_id):
    while True:
        text = "".join(await docker.services.logs(service_id, stdout=True))
        if text.count("\n") == 3:
            return text
        await asyncio.sleep(0.1)


async def main():
    docker = aiodocker.Docker()
    (node,) = await docker.nodes.list(filters={"role": "manager"})
    node = await docker.nodes.inspect(node_id=node["ID"])
    swarm = await docker.swarm.inspect()
    print(node["Spec"]["Role"], node["Spec"]["Availability"], "JoinTokens" in swarm)

    config, secret = await create_config(docker), await create_secret(docker)
    print(config["Spec"]["Name"], [each["Spec"]["Labels"] for each in await docker.secrets.list()])
    service = await create_service(docker, config, secret)
    try:
        task = await running(docker, service)
        print((await docker.tasks.inspect(task["ID"]))["ServiceID"] == service)
        print(await logged(docker, service))
        (listed,) = await docker.services.list(filters={"name": f"{NAME}-service"})
        print(listed["Spec"]["Name"], listed["Spec"]["TaskTemplate"]["ContainerSpec"]["Env"])
        # The swarm itself changes the version while tasks start.
        version = (await docker.services.inspect(service))["Version"]["Index"]
        print(await docker.services.update(service, version, image=IMAGE))
        changed = await docker.configs.update(config["ID"], config["Version"]["Index"], labels={"c": "d"})
        print(changed, (await docker.configs.inspect(config["ID"]))["Spec"]["Labels"])
    finally:
        print(await docker.services.delete(service))
        print(await docker.configs.delete(config["ID"]), await docker.secrets.delete(secret["ID"]))
        await docker.close()


if __name__ == "__main__":
    loop = asyncio.new_event_loop()
    loop.run_until_complete(main())
    loop.close()
