"""What goes wrong, and how a program tells."""

import os

import docker
import docker.errors
from docker import DockerClient

IMAGE = os.environ.get("IMAGE", "busybox:latest")
NAME = os.environ.get("NAME", "from-docker-py")

client = docker.from_env(timeout=30)
print(client.ping(), sorted({"ApiVersion", "Version", "Os"} & set(client.version())), client.info()["OSType"])


def report(what, call, *arguments, **options):
    try:
        call(*arguments, **options)
    except docker.errors.APIError as error:
        kinds = ("ImageNotFound", "NotFound", "APIError")
        kind = next(kind for kind in kinds if isinstance(error, getattr(docker.errors, kind)))
        print(what, kind, error.status_code, error.response.status_code, bool(error.explanation))
        print(error.is_client_error(), error.is_server_error())
    except docker.errors.DockerException:
        print(what, "is refused")
    else:
        print(what, "worked")


report("no container", client.containers.get, f"{NAME}-none")
report("no image", client.images.get, f"{NAME}-none")
report("no network", client.networks.get, f"{NAME}-none")
report("no volume", client.volumes.get, f"{NAME}-none")
report("create without image", client.containers.create, f"{NAME}-none", "true")

container = client.containers.create(IMAGE, "sleep 600", name=f"{NAME}-errors")
report("name in use", client.containers.create, IMAGE, "true", name=f"{NAME}-errors")
report("kill what does not run", container.kill)
report("pause what does not run", container.pause)
report("exec in what does not run", container.exec_run, "true")
container.start()
container.start()
report("remove what runs", container.remove)
report("wrong signal", container.kill, "SIGNOTHING")
report("wrong filter", client.containers.list, filters={"no-such-filter": "x"})
container.remove(force=True)
report("gone", container.reload)
report("program missing", client.containers.run, IMAGE, "no-such-program", name=f"{NAME}-missing")
client.containers.get(f"{NAME}-missing").remove()
report("wrong memory", client.containers.create, IMAGE, "true", mem_limit="12q")
report("too old", DockerClient, base_url=os.environ.get("DOCKER_HOST"), version="1.10")
report("bad address", DockerClient, base_url="unknown://here")
report("no files for TLS", docker.tls.TLSConfig, client_cert=("/nowhere/cert.pem", "/nowhere/key.pem"))
try:
    client.containers.run(IMAGE, "true", no_such_option=1)
except TypeError as error:
    print("no_such_option" in str(error))
try:
    client.containers()
except TypeError:
    print("a collection is no function")
print(hasattr(client, "inspect_container"), hasattr(client.api, "inspect_container"))
client.close()
