"""Services of real swarms, in both faces: what they are made with, their tasks, changes, and waiting for them."""

import asyncio
import threading
from typing import Any

import pytest

from dockwright.aio import Docker
from dockwright.errors import InvalidArgument, NotFound, ServerError, ServiceFailed, ServiceTimeout
from dockwright.sync import DockerClient
from dockwright_api import models
from tests.engines import Engine
from tests.faces import settled

from .services import QUICK, SECONDS, Services, everything

SLEEP = ["sleep", "600"]


async def test_the_life_of_a_service(services: Services, engine: Engine, unique_name: str) -> None:
    service = await services.create(
        engine.image, SLEEP, name=unique_name, env={"A": 1, "B": "b=c"}, labels={"of": unique_name}, **QUICK
    )
    found = await services.wait(service)
    assert (found["ID"], found["Spec"]["Name"]) == (service, unique_name)
    assert found["Spec"]["TaskTemplate"]["ContainerSpec"]["Env"] == ["A=1", "B=b=c"]
    (task,) = await services.tasks(service)
    assert (task["Status"]["State"], task["DesiredState"]) == ("running", "running")
    assert await services.tasks(service, **{"desired-state": "shutdown"}) == []

    await services.scale(unique_name, 2)
    assert (await services.wait(service))["Spec"]["Mode"] == {"Replicated": {"Replicas": 2}}
    assert len([task for task in await services.tasks(service) if task["Status"]["State"] == "running"]) == 2

    await services.update(service, env=["A=2"], replicas=1)
    found = await services.wait(service)
    assert found["UpdateStatus"]["State"] == "completed"
    assert found["Spec"]["Labels"] == {"of": unique_name}, "what was not changed is kept"
    (task,) = (task for task in await services.tasks(service) if task["DesiredState"] == "running")
    assert task["Spec"]["ContainerSpec"]["Env"] == ["A=2"]

    await services.update(service, rollback=True)
    found = await services.wait(service)
    assert found["Spec"]["TaskTemplate"]["ContainerSpec"]["Env"] == ["A=1", "B=b=c"]
    assert found["UpdateStatus"]["State"] == "rollback_completed"

    listing = await settled(services.client.services.list(filters={"name": unique_name}, status=True))
    (listed,) = [each.attrs if services.is_sync else each for each in listing]
    assert listed["ServiceStatus"]["DesiredTasks"] == 2
    assert await services.remove(service)
    with pytest.raises(NotFound):
        await services.inspect(service)


async def test_what_a_service_is_made_with_reaches_the_engine(
    services: Services, engine: Engine, unique_name: str
) -> None:
    """Nothing starts here, so that everything can be asked for."""
    options: dict[str, Any] = {
        "args": ["a b"],
        "workdir": "/tmp",
        "user": "nobody",
        "groups": [10],
        "hostname": "h-{{.Task.Slot}}",
        "hosts": {"name": "192.0.2.1"},
        "dns_config": {"nameservers": ["192.0.2.1"], "search": ["example.org"], "options": ["timeout:3"]},
        "tty": True,
        "open_stdin": True,
        "read_only": True,
        "stop_signal": "SIGINT",
        "healthcheck": {"test": ["CMD", "true"], "interval": "5s", "retries": 2},
        "container_labels": {"in": "it"},
        "mounts": ["data:/data", {"target": "/tmp", "type": "tmpfs", "tmpfs_size": "1m"}],
        "cap_add": ["CAP_NET_ADMIN"],
        "cap_drop": ["CAP_NET_RAW"],
        "sysctls": {"net.core.somaxconn": 5},
        "ulimits": ["nofile=10:20"],
        "resources": {"mem_limit": "64m", "cpu_limit": 0.5, "pids_limit": 9, "mem_reservation": "8m"},
        "constraints": ["node.labels.nowhere==1"],
        "preferences": [("spread", "node.labels.zone")],
        "platforms": [("x86_64", "linux")],
        "maxreplicas": 3,
        "log_driver": "json-file",
        "log_driver_options": {"max-size": "1m"},
        "mode": "replicated",
        "replicas": 2,
        "ports": {0: (81, "udp", "host")},
    }
    service = await services.create(engine.image, "echo", name=unique_name, **{**QUICK, **options})
    spec = await services.spec(service)
    task, container = spec["TaskTemplate"], spec["TaskTemplate"]["ContainerSpec"]
    assert {key: container[key] for key in ("Command", "Args", "Dir", "User", "Groups", "Hostname", "Hosts")} == {
        "Command": ["echo"],
        "Args": ["a b"],
        "Dir": "/tmp",
        "User": "nobody",
        "Groups": ["10"],
        "Hostname": "h-{{.Task.Slot}}",
        "Hosts": ["192.0.2.1 name"],
    }
    assert container["DNSConfig"] == {
        "Nameservers": ["192.0.2.1"],
        "Search": ["example.org"],
        "Options": ["timeout:3"],
    }
    assert all(container[key] is True for key in ("TTY", "OpenStdin", "ReadOnly", "Init"))
    assert (container["StopSignal"], container["StopGracePeriod"]) == ("SIGINT", 10**9)
    assert container["Healthcheck"] == {"Test": ["CMD", "true"], "Interval": 5 * 10**9, "Retries": 2}
    assert container["Labels"] == {"in": "it"}
    assert [mount["Target"] for mount in container["Mounts"]] == ["/data", "/tmp"]
    assert container["Mounts"][1]["TmpfsOptions"]["SizeBytes"] == 2**20
    assert (container["CapabilityAdd"], container["CapabilityDrop"]) == (["CAP_NET_ADMIN"], ["CAP_NET_RAW"])
    assert container["Sysctls"] == {"net.core.somaxconn": "5"}
    assert container["Ulimits"] == [{"Name": "nofile", "Hard": 20, "Soft": 10}]
    assert task["Resources"]["Limits"] == {"NanoCPUs": 5 * 10**8, "MemoryBytes": 2**26, "Pids": 9}
    assert task["Resources"]["Reservations"] == {"MemoryBytes": 2**23}
    assert task["Placement"] == {
        "Constraints": ["node.labels.nowhere==1"],
        "Preferences": [{"Spread": {"SpreadDescriptor": "node.labels.zone"}}],
        "Platforms": [{"Architecture": "x86_64", "OS": "linux"}],
        "MaxReplicas": 3,
    }
    assert task["LogDriver"] == {"Name": "json-file", "Options": {"max-size": "1m"}}
    assert task["RestartPolicy"] == {"Condition": "any", "Delay": 0, "MaxAttempts": 0}
    assert spec["Mode"] == {"Replicated": {"Replicas": 2}}
    assert spec["UpdateConfig"]["Parallelism"] == 0
    assert spec["RollbackConfig"]["Monitor"] == 10**8
    assert spec["EndpointSpec"]["Ports"] == [{"Protocol": "udp", "TargetPort": 81, "PublishMode": "host"}]

    with pytest.raises(ServiceTimeout, match=r"0 of 2 tasks run.*\n.*no suitable node") as caught:
        await services.wait(service, timeout=1)
    assert caught.value.errors[0].startswith("no suitable node")
    assert await services.remove(service)


async def test_the_engines_own_form(docker: Docker, engine: Engine, unique_name: str) -> None:
    template = {"ContainerSpec": {"Image": engine.image, "Env": {"A": "1"}, "Command": ["true"]}}
    before = repr(template)
    mode = {"Replicated": {"Replicas": 0}}
    first = await docker.services.create(template, name=unique_name, mode=mode, labels={"a": "b"})
    second = await docker.services.create(template, name=f"{unique_name}-2", mode=mode)
    assert repr(template) == before
    found = await docker.services.model(first["ID"])
    assert isinstance(found, models.Service)
    assert (await docker.services.inspect(second["ID"]))["Spec"]["TaskTemplate"]["ContainerSpec"]["Env"] == ["A=1"]
    filled = await docker.services.inspect(first["ID"], insert_defaults=True)
    assert filled["Spec"]["UpdateConfig"]["Parallelism"] == 1

    async def image() -> str:
        service = await docker.services.inspect(unique_name)
        return service["Spec"]["TaskTemplate"]["ContainerSpec"]["Image"]

    version = found.version.index
    assert await docker.services.update(first["ID"], str(version), image="other:1")
    assert await image() == "other:1"
    with pytest.raises(ServerError, match="update out of sequence"):
        await docker.services.update(first["ID"], version, image="other:2")
    assert await docker.services.update(first["ID"], None, rollback=True, registry_auth_from="previous-spec")
    assert (await docker.services.inspect(unique_name))["Spec"]["TaskTemplate"]["ContainerSpec"][
        "Image"
    ] == engine.image
    for each in (first, second):
        assert await docker.services.delete(each["ID"])


async def test_changes_at_the_same_time(services: Services, engine: Engine, unique_name: str) -> None:
    """Each change is based on whatever there is, so that none of them fails, and none is lost."""
    service = await services.create(engine.image, SLEEP, name=unique_name, replicas=0, **QUICK)
    changes: list[dict[str, Any]] = [{"labels": {"a": "b"}}, {"env": ["A=1"]}, {"user": "root"}]
    if services.is_sync:
        threads = [
            threading.Thread(target=services.client.services.get(service).update, kwargs=change) for change in changes
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    else:
        await asyncio.gather(*(services.update(service, **change) for change in changes))
    spec = await services.spec(service)
    container = spec["TaskTemplate"]["ContainerSpec"]
    assert (spec["Labels"], container["Env"], container["User"]) == ({"a": "b"}, ["A=1"], "root")
    await services.remove(service)


async def test_jobs(services: Services, engine: Engine, unique_name: str) -> None:
    options: dict[str, Any] = {"restart_policy": "none", "mode": "replicated-job", "replicas": 2, "concurrency": 2}
    job = await services.create(engine.image, "true", name=unique_name, **options)
    everywhere = await services.create(engine.image, "true", name=f"{unique_name}-2", mode="global-job")
    await services.wait(job)
    assert [task["Status"]["State"] for task in await services.tasks(job)] == ["complete"] * 2
    assert "JobStatus" in await services.wait(everywhere)
    # An update is another run.
    await services.update(job, force_update=True)
    await services.wait(job)
    runs = [task["JobIteration"].get("Index", 0) for task in await services.tasks(job)]
    assert sorted(runs) == [0, 0, 1, 1]
    for each in (job, everywhere):
        await services.remove(each)


async def test_on_every_node(services: Services, engine: Engine, unique_name: str) -> None:
    service = await services.create(engine.image, SLEEP, name=unique_name, mode="global", **QUICK)
    found = await services.wait(service)
    assert list(found["Spec"]["Mode"]) == ["Global"]
    with pytest.raises(InvalidArgument, match=r"replicas is for .*; this service has the mode 'global'"):
        await services.scale(service, 3)
    await services.remove(service)


async def test_what_fails_is_told(services: Services, engine: Engine, unique_name: str) -> None:
    service = await services.create(
        engine.image, "nosuchcommand", name=unique_name, restart_policy="none", update_config={"monitor": "2s"}
    )
    with pytest.raises(ServiceFailed, match="restart policy 'none'") as caught:
        await services.wait(service)
    assert "nosuchcommand" in caught.value.errors[0]
    await services.remove(service)

    good = await services.create(engine.image, SLEEP, name=f"{unique_name}-2", **QUICK)
    await services.wait(good)
    failing = {"parallelism": 0, "monitor": "3s", "failure_action": "rollback"}
    await services.update(good, command=["false"], update_config=failing)
    with pytest.raises(ServiceFailed, match="it was rolled back: ") as rolled_back:
        await services.wait(good)
    assert "task: non-zero exit (1)" in rolled_back.value.errors
    assert (await services.container(good))["Command"] == SLEEP
    await services.remove(good)


async def test_secrets_and_configs_by_name(
    services: Services, client: DockerClient, engine: Engine, unique_name: str
) -> None:
    # The shorter name begins the longer one, which is another.
    names = [unique_name, f"{unique_name}-longer"]
    secrets = [client.secrets.create(name, f"secret of {name}") for name in names]
    config = client.configs.create(unique_name, "the config")
    service = await services.create(
        engine.image,
        f"sh -c 'cat /run/secrets/{unique_name} /etc/it /run/secrets/second; echo; exec sleep 600'",
        name=unique_name,
        secrets=[unique_name, {"SecretID": secrets[1].id, "SecretName": names[1], "File": {"Name": "second"}}],
        configs=[{"config_name": unique_name, "filename": "/etc/it", "mode": 0o400}],
        **QUICK,
    )
    lines = await written(services, service, 1)
    assert [line.text for line in lines] == [f"secret of {unique_name}the configsecret of {names[1]}"]
    await services.update(service, secrets=[])
    assert not (await services.container(service)).get("Secrets")
    with pytest.raises(NotFound, match="the swarm has no config of the name 'nosuch'"):
        await services.update(service, configs=["nosuch"])
    await services.remove(service)
    for secret in secrets:
        secret.remove()
    config.remove()


async def test_logs(services: Services, engine: Engine, unique_name: str) -> None:
    command = ["sh", "-c", "echo out; echo err >&2; echo ä; exec sleep 600"]
    service = await services.create(engine.image, command, name=unique_name, replicas=2, **QUICK)
    lines = await written(services, service, 6, timestamps=True)
    texts = sorted((line.stream, line.text) for line in lines)
    assert texts == [*[("stderr", "err")] * 2, *[("stdout", "out")] * 2, *[("stdout", "ä")] * 2]
    assert all(line.timestamp is not None for line in lines)
    messages = await everything(services.logs(service, "messages", stdout=False))
    assert [(message.stream, message.data) for message in messages] == [(2, b"err\n")] * 2
    plain = await everything(services.logs(service, "logs", stdout=True))
    assert sorted(plain) == sorted([b"out\n", "ä\n".encode()] * 2 if services.is_sync else ["out\n", "ä\n"] * 2)
    assert len(await everything(services.logs(service, "lines", tail=1))) == 2
    assert await everything(services.logs(service, "lines", since=4_000_000_000)) == []
    detailed = await everything(services.logs(service, "lines", details=True, stdout=False))
    assert all(f"com.docker.swarm.service.id={service}" in line.text for line in detailed)
    with pytest.raises(TypeError, match="a log needs stdout=True or stderr=True, or both"):
        await everything(services.logs(service, "logs"))

    task = (await services.tasks(service))[0]
    of_task = await everything(await services.task_logs(task["ID"], "lines"))
    assert sorted(line.text for line in of_task) == ["err", "out", "ä"]
    pieces = await everything(await services.task_logs(task["ID"], "logs", stdout=False, stderr=True))
    assert pieces == ([b"err\n"] if services.is_sync else ["err\n"])
    of_stream = await everything(await services.task_logs(task["ID"], "messages", stderr=False))
    assert b"".join(message.data for message in of_stream) == "out\nä\n".encode()
    await services.remove(service)


async def test_logs_of_a_terminal(services: Services, engine: Engine, unique_name: str) -> None:
    """aiodocker B20: whether there is a terminal need not be told."""
    service = await services.create(engine.image, "sh -c 'tty; exec sleep 600'", name=unique_name, tty=True, **QUICK)
    (line,) = await written(services, service, 1)
    assert (line.stream, line.text) == ("stdout", "/dev/pts/0")
    if not services.is_sync:
        told = await services.client.services.logs(service, stdout=True, is_tty=True)
        assert told == await services.client.services.logs(service, stdout=True) == ["/dev/pts/0\r\n"]
    (task,) = await services.tasks(service)
    (line,) = await everything(await services.task_logs(task["ID"], "lines"))
    assert line.text == "/dev/pts/0"
    await services.remove(service)


async def test_a_log_is_followed(services: Services, engine: Engine, unique_name: str) -> None:
    """aiodocker B20: the timeout of the client is not one for a log that is followed."""
    command = ["sh", "-c", "while true; do date; usleep 100000; done"]
    service = await services.create(engine.image, command, name=unique_name, **QUICK)
    await services.wait(service)
    stream = services.logs(service, "lines", follow=True)
    seen: list[Any] = []
    if services.is_sync:
        with stream:
            for line in stream:
                seen.append(line)
                if len(seen) == 5:
                    break
    else:
        async with stream:
            async for line in stream:
                seen.append(line)
                if len(seen) == 5:
                    break
    assert len({line.text for line in seen}) >= 1
    await services.remove(service)


async def written(services: Services, service: str, count: int, **options: Any) -> list[Any]:
    """Read a log until it has so many lines; the time limit of the test is the only one."""
    lines: list[Any] = []
    while len(lines) < count:
        lines = await everything(services.logs(service, "lines", **options))
    return lines


def test_objects(client: DockerClient, engine: Engine, unique_name: str) -> None:
    """docker-py 1.11: the caller's filters are left alone; after a change ``attrs`` is new."""
    service = client.services.create(engine.image, SLEEP, name=unique_name, replicas=0, **QUICK)
    version = service.version
    filters = {"desired-state": "running"}
    assert service.tasks(filters) == []
    assert filters == {"desired-state": "running"}
    service.force_update()
    assert service.version > version
    assert service.attrs["Spec"]["TaskTemplate"]["ForceUpdate"] == 1
    assert service.attrs["Spec"]["Mode"] == {"Replicated": {"Replicas": 0}}
    assert service.inspect().id == service.id
    assert client.services.get(unique_name) == service
    assert client.services.get(unique_name, insert_defaults=True).name == unique_name
    assert repr(service) == f"<Service: {service.id[:12]}>"

    service.update(fetch_current_spec=False, user="root", command=SLEEP, replicas=0)
    spec = service.attrs["Spec"]
    assert (spec["Name"], spec["TaskTemplate"]["ForceUpdate"]) == (unique_name, 1)
    container = {key: value for key, value in spec["TaskTemplate"]["ContainerSpec"].items() if key != "Isolation"}
    assert container == {"Image": engine.image, "Command": SLEEP, "User": "root"}
    version = service.version
    client.services.get(unique_name).update(labels={"a": "b"})
    assert service.version == version
    with pytest.raises(ServerError, match="out of sequence"):
        service.update(fetch_current_spec=False, replicas=0)

    service.scale(1)
    service.wait_until_converged(timeout=SECONDS)
    (task,) = client.tasks.list(filters={"service": unique_name})
    again = client.tasks.get(task.id)
    assert (again, again.service_id, again.inspect().id) == (task, service.id, task.id)
    assert (again.node_id, again.status) == (client.nodes.list()[0].id, "running")
    assert client.containers.get(again.container_id).labels["com.docker.swarm.task.id"] == task.id
    assert service.remove()
