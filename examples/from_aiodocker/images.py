"""Build, tag, export, load and remove images."""

import asyncio
import io
import os

import aiodocker
from aiodocker import utils

IMAGE = os.environ.get("IMAGE", "busybox:latest")
NAME = os.environ.get("NAME", "from-aiodocker")
DOCKERFILE = f"""
FROM {IMAGE}
ARG word
LABEL from="aiodocker"
RUN echo $word > /word
CMD ["cat", "/word"]
"""


async def build(docker):
    with utils.mktar_from_dockerfile(io.BytesIO(DOCKERFILE.encode())) as context:
        documents = await docker.images.build(
            fileobj=context,
            encoding="gzip",
            tag=f"{NAME}:built",
            buildargs={"word": "built"},
            nocache=True,
            labels={"kind": "example"},
        )
    print([each["stream"] for each in documents if "Successfully tagged" in each.get("stream", "")])
    image = await docker.images.inspect(f"{NAME}:built")
    print(image["Config"]["Cmd"], sorted(image["Config"]["Labels"].items()))
    print(len(await docker.images.history(f"{NAME}:built")) > 3)


async def build_fails(docker):
    failing = io.BytesIO(f"FROM {IMAGE}\nRUN exit 7\n".encode())
    with utils.mktar_from_dockerfile(failing) as context:
        try:
            async for _ in docker.images.build(fileobj=context, encoding="gzip", forcerm=True, stream=True):
                pass
        except aiodocker.DockerStreamError as error:
            print(error.status, "returned a non-zero code: 7" in error.message, sorted(error.error_detail))


async def travel(docker):
    print(await docker.images.tag(f"{NAME}:built", repo=f"{NAME}-again", tag="tagged"))
    async with docker.images.export_image(name=f"{NAME}-again:tagged") as exported:
        content = b"".join([chunk async for chunk, _ in exported.iter_chunks()])
    for name in (f"{NAME}-again:tagged", f"{NAME}:built"):
        print([next(iter(each)) for each in await docker.images.delete(name=name)][:1])
    loaded = await docker.images.import_image(data=content)
    print([f"{NAME}-again:tagged" in each.get("stream", "") for each in loaded][-1:])
    found = await docker.images.list(filters={"reference": [f"{NAME}-again"]})
    print([image["RepoTags"] for image in found])
    await docker.images.delete(f"{NAME}-again:tagged", force=True, noprune=False)
    try:
        await docker.images.inspect(f"{NAME}-again:tagged")
    except aiodocker.DockerError as error:
        print(error.status, error.message)


async def main():
    async with aiodocker.Docker() as docker:
        await build(docker)
        await build_fails(docker)
        await travel(docker)


asyncio.run(main())
