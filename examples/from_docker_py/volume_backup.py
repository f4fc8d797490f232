"""Save what a volume holds in an archive, lose the volume, and restore it into another."""

import io
import os
import tarfile

import docker

IMAGE = os.environ.get("IMAGE", "busybox:latest")
NAME = os.environ.get("NAME", "from-docker-py")

client = docker.from_env()


def mounted(volume):
    return client.containers.create(IMAGE, "sleep 600", volumes={volume.name: {"bind": "/data", "mode": "rw"}})


def archive_of(files):
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        for name, content in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            member.mtime = 1700000000
            archive.addfile(member, io.BytesIO(content))
    return packed.getvalue()


first = client.volumes.create(f"{NAME}-first", driver="local", labels={"of": NAME})
container = mounted(first)
try:
    print(container.put_archive("/data", archive_of({"one.txt": b"first\n", "two.txt": b"second\n" * 1000})))
    chunks, stat = container.get_archive("/data")
    backup = b"".join(chunks)
    print(stat["name"], stat["linkTarget"], sorted(stat))
finally:
    container.remove(v=True)
    first.remove()

second = client.volumes.create(f"{NAME}-second")
container = mounted(second)
try:
    container.put_archive("/", backup)
    container.start()
    print(container.exec_run("sh -c 'ls -1 /data; wc -c < /data/two.txt; stat -c %Y /data/one.txt'").output)
    chunks, stat = container.get_archive("/data/one.txt", chunk_size=None)
    with tarfile.open(fileobj=io.BytesIO(b"".join(chunks))) as archive:
        print(archive.getnames(), archive.extractfile("one.txt").read(), stat["size"])
    print([(change["Path"], change["Kind"]) for change in container.diff() or [] if "data" in change["Path"]])
    try:
        container.get_archive("/nowhere")
    except docker.errors.NotFound as error:
        print("not found:", error.status_code)
finally:
    container.remove(force=True)
    print([each.name == second.name for each in client.volumes.list(filters={"name": second.name})])
    print(client.volumes.get(second.id).attrs["Driver"])
    second.remove(force=True)
client.close()
