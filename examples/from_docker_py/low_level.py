"""The same engine by the low-level client: one call for each request."""

import os

import docker

IMAGE = os.environ.get("IMAGE", "busybox:latest")
NAME = os.environ.get("NAME", "from-docker-py")

api = docker.APIClient(base_url=os.environ.get("DOCKER_HOST"), version="auto", timeout=30)
print(api.ping(), api.version()["ApiVersion"] == api.api_version, api.info()["OSType"])

network = api.create_network(f"{NAME}-low", driver="bridge", labels={"of": NAME})
volume = api.create_volume(name=f"{NAME}-low", labels={"of": NAME})
host_config = api.create_host_config(
    binds={volume["Name"]: {"bind": "/data", "mode": "rw"}},
    port_bindings={8000: ("127.0.0.1", None)},
    mem_limit="64m",
    restart_policy={"Name": "no"},
    extra_hosts={"other": "10.0.0.1"},
)
networking_config = api.create_networking_config({f"{NAME}-low": api.create_endpoint_config(aliases=["low"])})
container = api.create_container(
    IMAGE,
    ["sh", "-c", "echo out; echo err >&2; exec sleep 600"],
    name=f"{NAME}-low",
    ports=[8000, (53, "udp")],
    volumes=["/data"],
    environment={"A": "1", "B": None},
    labels=["plain"],
    host_config=host_config,
    networking_config=networking_config,
)
try:
    print(sorted(container), container["Warnings"] or [])
    print(api.start(container), api.start(container["Id"]))
    details = api.inspect_container(container)
    print(sorted(details["Config"]["ExposedPorts"]), details["Config"]["Labels"], "A=1" in details["Config"]["Env"])
    print(
        details["HostConfig"]["Memory"],
        details["HostConfig"]["ExtraHosts"],
        list(details["NetworkSettings"]["Networks"]) == [f"{NAME}-low"],
    )
    print([place["HostIp"] for place in api.port(container, 8000)], api.port(container, 53))
    found = api.containers(filters={"name": f"{NAME}-low"})
    print([each["Id"] == container["Id"] for each in found])
    print(api.containers(quiet=True, all=True, filters={"id": container["Id"]}) == [{"Id": container["Id"]}])

    command = api.exec_create(container, "sh -c 'echo in; exit 4'")
    print(api.exec_start(command), api.exec_inspect(command["Id"])["ExitCode"])
    command = api.exec_create(container, ["cat", "/etc/hosts"])
    print(b"10.0.0.1" in api.exec_start(command["Id"]))
    print(sorted(api.logs(container).splitlines()))
    print(sorted(api.top(container)), "cpu_stats" in api.stats(container, stream=False, one_shot=True))
    print(api.update_container(container, mem_limit="128m", memswap_limit="256m")["Warnings"] or [])
    print(api.inspect_container(container)["HostConfig"]["Memory"])
    api.rename(container, f"{NAME}-renamed")
    api.pause(container)
    print(api.inspect_container(container)["State"]["Status"])
    api.unpause(container)
    api.kill(container, "SIGKILL")
    print(api.wait(container)["StatusCode"])
    api.disconnect_container_from_network(container, network["Id"])
    print(list(api.inspect_network(network["Id"])["Containers"]))
finally:
    print(api.remove_container(container, v=True, force=True))
    api.remove_network(network["Id"])
    api.remove_volume(volume["Name"])

print([IMAGE in each["RepoTags"] for each in api.images(name=IMAGE)], len(api.images(IMAGE, quiet=True)))
print(api.inspect_image(IMAGE)["Id"] == api.images(IMAGE, quiet=True)[0], api.history(IMAGE)[0]["Size"] > 0)
print(api.tag(IMAGE, f"{NAME}-low", "1"), [sorted(each) for each in api.remove_image(f"{NAME}-low:1")])
print(
    [each["Name"] == f"{NAME}-low" for each in api.networks(names=[f"{NAME}-low"])],
    api.volumes()["Volumes"] is not None,
)
for wrong in ("", None, {}):
    try:
        api.inspect_container(wrong)
    except docker.errors.NullResource:
        print("an id is needed")
try:
    api.inspect_container(f"{NAME}-none")
except docker.errors.NotFound as error:
    print(error.response.status_code, error.is_client_error(), error.explanation == f"No such container: {NAME}-none")
api.close()
