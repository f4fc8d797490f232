"""A program that makes values to send, as far as it is written."""

from dockwright_api import models, operations, shapes

policy = models.RestartPolicy(name="always")
configuration: shapes.ContainerCreateRequest = {"Image": "busybox"}
operation = operations.containers.create(configuration)
# here
