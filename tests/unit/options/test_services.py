"""The settings of a service: each option in its place, what there was is kept, and nothing that was given changes."""

import json
from copy import deepcopy
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from dockwright.errors import InvalidArgument, MissingKey
from dockwright.options.services import (
    ServiceChanges,
    changed_service,
    check_changes,
    new_service,
    plain_spec,
    swarm_logs,
    wanted_changes,
)
from dockwright_api import models, operations

# Option, value, and where the Engine has which value.
CONTAINER: list[tuple[str, Any, dict[str, Any]]] = [
    ("image", "busybox", {"Image": "busybox"}),
    ("command", "sh -c 'exit 1'", {"Command": ["sh", "-c", "exit 1"]}),
    ("command", ["sh"], {"Command": ["sh"]}),
    ("args", ["a", "b c"], {"Args": ["a", "b c"]}),
    ("args", "a 'b c'", {"Args": ["a", "b c"]}),
    ("env", {"A": "1", "B": None, "C": b"raw", "D": 4}, {"Env": ["A=1", "B", "C=raw", "D=4"]}),
    ("env", ["A=1"], {"Env": ["A=1"]}),
    ("workdir", "/srv", {"Dir": "/srv"}),
    ("user", 1000, {"User": "1000"}),
    ("groups", ["audio", 1000], {"Groups": ["audio", "1000"]}),
    ("hostname", "h", {"Hostname": "h"}),
    ("hosts", {"b": "192.0.2.2", "a": "192.0.2.1"}, {"Hosts": ["192.0.2.1 a", "192.0.2.2 b"]}),
    ("hosts", ["192.0.2.1 a"], {"Hosts": ["192.0.2.1 a"]}),
    ("dns_config", {"nameservers": ["192.0.2.1"]}, {"DNSConfig": {"Nameservers": ["192.0.2.1"]}}),
    ("dns_config", {"Search": ["x"], "Options": ["y"]}, {"DNSConfig": {"Search": ["x"], "Options": ["y"]}}),
    ("tty", True, {"TTY": True}),
    ("open_stdin", True, {"OpenStdin": True}),
    ("read_only", True, {"ReadOnly": True}),
    ("init", False, {"Init": False}),
    ("stop_signal", "SIGINT", {"StopSignal": "SIGINT"}),
    ("stop_grace_period", 10**9, {"StopGracePeriod": 10**9}),
    ("stop_grace_period", "30s", {"StopGracePeriod": 30 * 10**9}),
    ("stop_grace_period", 1.5, {"StopGracePeriod": 1_500_000_000}),
    ("stop_grace_period", timedelta(minutes=1), {"StopGracePeriod": 60 * 10**9}),
    ("stop_grace_period", 0, {"StopGracePeriod": 0}),
    (
        "healthcheck",
        {"test": "true", "interval": "1s"},
        {"Healthcheck": {"Test": ["CMD-SHELL", "true"], "Interval": 10**9}},
    ),
    ("container_labels", {"a": "b"}, {"Labels": {"a": "b"}}),
    ("mounts", ["data:/v"], {"Mounts": [{"Type": "volume", "Source": "data", "Target": "/v"}]}),
    ("mounts", [{"Type": "tmpfs", "Target": "/t"}], {"Mounts": [{"Type": "tmpfs", "Target": "/t"}]}),
    ("privileges", {"NoNewPrivileges": True}, {"Privileges": {"NoNewPrivileges": True}}),
    ("isolation", "process", {"Isolation": "process"}),
    ("cap_add", ["CAP_NET_ADMIN"], {"CapabilityAdd": ["CAP_NET_ADMIN"]}),
    ("cap_drop", ["ALL"], {"CapabilityDrop": ["ALL"]}),
    ("sysctls", {"net.core.somaxconn": 5}, {"Sysctls": {"net.core.somaxconn": "5"}}),
    ("ulimits", [{"Name": "nofile", "Soft": 1, "Hard": 2}], {"Ulimits": [{"Name": "nofile", "Soft": 1, "Hard": 2}]}),
    ("oom_score_adj", -5, {"OomScoreAdj": -5}),
]
FILE = {"UID": "0", "GID": "0", "Mode": 0o444}
REFERENCES: list[tuple[str, Any, dict[str, Any]]] = [
    ("secrets", ["pw"], {"Secrets": [{"SecretName": "pw", "File": {"Name": "pw", **FILE}}]}),
    (
        "secrets",
        [SimpleNamespace(id="i", name="pw")],
        {"Secrets": [{"SecretID": "i", "SecretName": "pw", "File": {"Name": "pw", **FILE}}]},
    ),
    (
        "secrets",
        [{"SecretID": "i", "SecretName": "pw", "File": {"Name": "f", "UID": None, "GID": None, "Mode": 0o400}}],
        {"Secrets": [{"SecretID": "i", "SecretName": "pw", "File": {**FILE, "Name": "f", "Mode": 0o400}}]},
    ),
    (
        "configs",
        ({"config_id": "i", "config_name": "c", "filename": "/c", "uid": 5, "mode": 0o444},),
        {"Configs": [{"ConfigID": "i", "ConfigName": "c", "File": {**FILE, "Name": "/c", "UID": "5"}}]},
    ),
    (
        "configs",
        [{"ConfigID": "i", "ConfigName": "c", "Runtime": {}}],
        {"Configs": [{"ConfigID": "i", "ConfigName": "c", "Runtime": {}}]},
    ),
]
TASK: list[tuple[str, Any, dict[str, Any]]] = [
    (
        "resources",
        {"mem_limit": "64m", "cpu_limit": 0.5, "pids_limit": 10, "mem_reservation": 2**20, "cpu_reservation": 10**8},
        {
            "Resources": {
                "Limits": {"MemoryBytes": 2**26, "NanoCPUs": 5 * 10**8, "Pids": 10},
                "Reservations": {"MemoryBytes": 2**20, "NanoCPUs": 10**8},
            }
        },
    ),
    (
        "resources",
        {"Limits": {"NanoCPUs": 5, "MemoryBytes": 6}, "generic_resources": {"gpu": 2, "disk": "ssd"}},
        {
            "Resources": {
                "Limits": {"NanoCPUs": 5, "MemoryBytes": 6},
                "Reservations": {
                    "GenericResources": [
                        {"DiscreteResourceSpec": {"Kind": "gpu", "Value": 2}},
                        {"NamedResourceSpec": {"Kind": "disk", "Value": "ssd"}},
                    ]
                },
            }
        },
    ),
    (
        "restart_policy",
        {"condition": "on-failure", "delay": "5s", "max_attempts": 3, "window": 60.0},
        {"RestartPolicy": {"Condition": "on-failure", "Delay": 5 * 10**9, "MaxAttempts": 3, "Window": 60 * 10**9}},
    ),
    ("restart_policy", "none", {"RestartPolicy": {"Condition": "none"}}),
    (
        "networks",
        ["a", {"Target": "b", "Aliases": ["c"]}],
        {"Networks": [{"Target": "a"}, {"Target": "b", "Aliases": ["c"]}]},
    ),
    ("log_driver", "none", {"LogDriver": {"Name": "none"}}),
    ("force_update", True, {"ForceUpdate": 1}),
    ("force_update", 7, {"ForceUpdate": 7}),
]
PLACEMENT: list[tuple[str, Any, dict[str, Any]]] = [
    ("constraints", ["node.role==manager"], {"Constraints": ["node.role==manager"]}),
    ("preferences", [("spread", "x")], {"Preferences": [{"Spread": {"SpreadDescriptor": "x"}}]}),
    ("preferences", [{"Spread": {"SpreadDescriptor": "x"}}], {"Preferences": [{"Spread": {"SpreadDescriptor": "x"}}]}),
    ("platforms", [("x86_64", "linux")], {"Platforms": [{"Architecture": "x86_64", "OS": "linux"}]}),
    ("platforms", [{"OS": "linux"}], {"Platforms": [{"OS": "linux"}]}),
    ("maxreplicas", 2, {"MaxReplicas": 2}),
]
REPLACING = {
    "Parallelism": 0,
    "Delay": 10**10,
    "FailureAction": "pause",
    "Monitor": 5,
    "MaxFailureRatio": 0.5,
    "Order": "start-first",
}
SERVICE: list[tuple[str, Any, dict[str, Any]]] = [
    ("name", "web", {"Name": "web"}),
    ("labels", {"a": "b"}, {"Labels": {"a": "b"}}),
    ("mode", "global", {"Mode": {"Global": {}}}),
    ("mode", {"replicated": {"Replicas": 3}}, {"Mode": {"Replicated": {"Replicas": 3}}}),
    ("mode", {"ReplicatedJob": {}}, {"Mode": {"ReplicatedJob": {}}}),
    ("mode", "global-job", {"Mode": {"GlobalJob": {}}}),
    ("replicas", 0, {"Mode": {"Replicated": {"Replicas": 0}}}),
    (
        "update_config",
        {
            "parallelism": 0,
            "delay": "10s",
            "failure_action": "pause",
            "monitor": 5,
            "max_failure_ratio": 0.5,
            "order": "start-first",
        },
        {"UpdateConfig": REPLACING},
    ),
    ("rollback_config", REPLACING, {"RollbackConfig": REPLACING}),
    (
        "endpoint_spec",
        {"mode": "dnsrr", "ports": {8080: 80, 53: (53, "udp"), 81: (81, None, "host")}},
        {
            "EndpointSpec": {
                "Mode": "dnsrr",
                "Ports": [
                    {"Protocol": "tcp", "PublishedPort": 8080, "TargetPort": 80},
                    {"Protocol": "udp", "PublishedPort": 53, "TargetPort": 53},
                    {"Protocol": "tcp", "PublishedPort": 81, "TargetPort": 81, "PublishMode": "host"},
                ],
            }
        },
    ),
    (
        "ports",
        ["8080:80", "53/udp", 90, {"target_port": 1, "published_port": 2, "publish_mode": "host", "name": "n"}],
        {
            "EndpointSpec": {
                "Ports": [
                    {"TargetPort": 80, "Protocol": "tcp", "PublishedPort": 8080},
                    {"TargetPort": 53, "Protocol": "udp"},
                    {"TargetPort": 90, "Protocol": "tcp"},
                    {"TargetPort": 1, "PublishedPort": 2, "PublishMode": "host", "Name": "n"},
                ]
            }
        },
    ),
]
# What goes only with others.
TOGETHER = {"concurrency", "log_driver_options"}


@pytest.mark.parametrize(("option", "value", "expected"), [*CONTAINER, *REFERENCES])
def test_what_a_container_is_made_with(option: str, value: Any, expected: dict[str, Any]) -> None:
    given = deepcopy(value)
    assert changed_service({}, {option: value}) == {"TaskTemplate": {"ContainerSpec": expected}}
    assert value == given


@pytest.mark.parametrize(("option", "value", "expected"), TASK)
def test_what_a_task_is_made_with(option: str, value: Any, expected: dict[str, Any]) -> None:
    given = deepcopy(value)
    assert changed_service({}, {option: value}) == {"TaskTemplate": expected}
    assert value == given


@pytest.mark.parametrize(("option", "value", "expected"), PLACEMENT)
def test_where_tasks_run(option: str, value: Any, expected: dict[str, Any]) -> None:
    assert changed_service({}, {option: value}) == {"TaskTemplate": {"Placement": expected}}


@pytest.mark.parametrize(("option", "value", "expected"), SERVICE)
def test_what_a_service_is_made_with(option: str, value: Any, expected: dict[str, Any]) -> None:
    given = deepcopy(value)
    assert changed_service({}, {option: value}) == expected
    assert value == given


def test_every_option_is_tested() -> None:
    tested = {option for rows in (CONTAINER, REFERENCES, TASK, PLACEMENT, SERVICE) for option, _, _ in rows} | TOGETHER
    assert tested == {"image", *ServiceChanges.__annotations__}


def test_every_key_is_one_that_the_engine_has() -> None:
    for rows in (CONTAINER, REFERENCES, TASK, PLACEMENT, SERVICE):
        for option, value, _ in rows:
            spec = changed_service({}, {option: value})
            unknown = list(models.ServiceSpec.model_validate(spec).unknown_fields())
            assert not unknown, (option, unknown)


def test_numbers_of_jobs() -> None:
    job = new_service("busybox", {"mode": "replicated-job", "replicas": 10, "concurrency": 3})
    assert job["Mode"] == {"ReplicatedJob": {"TotalCompletions": 10, "MaxConcurrent": 3}}
    with pytest.raises(InvalidArgument, match=r"concurrency is for the mode 'replicated-job'; .* 'replicated'"):
        new_service("busybox", {"replicas": 10, "concurrency": 3})
    with pytest.raises(InvalidArgument, match=r"replicas is for the mode .*; this service has the mode 'global'"):
        changed_service({"Mode": {"Global": {}}}, {"replicas": 2})
    # Until the service is known, nobody knows its mode.
    check_changes({"replicas": 2})
    check_changes({"concurrency": 2})
    with pytest.raises(InvalidArgument, match="replicas is for the mode"):
        check_changes({"replicas": 2, "mode": "global"})


def test_a_log_driver_with_options() -> None:
    spec = changed_service({}, {"log_driver": "json-file", "log_driver_options": {"max-size": "1m"}})
    assert spec == {"TaskTemplate": {"LogDriver": {"Name": "json-file", "Options": {"max-size": "1m"}}}}


PRESENT: dict[str, Any] = {
    "Name": "web",
    "Labels": {"a": "b"},
    "Mode": {"Replicated": {"Replicas": 3}},
    "Networks": [{"Target": "old"}],
    "TaskTemplate": {
        "ContainerSpec": {"Image": "busybox", "Env": ["A=1"], "SomethingNew": {"x": 1}},
        "Placement": {"Constraints": ["a==b"], "Preferences": [{"Spread": {"SpreadDescriptor": "x"}}]},
        "ForceUpdate": 4,
        "Resources": None,
    },
    "AlsoNew": True,
}


def test_a_change_keeps_the_rest() -> None:
    present = deepcopy(PRESENT)
    changes = {"image": "other", "replicas": 5, "constraints": [], "force_update": True, "networks": ["n"]}
    changed = changed_service(present, {**changes, "restart_policy": "any", "env": None})
    assert present == PRESENT, "what was given is left alone"
    assert changed == {
        "Name": "web",
        "Labels": {"a": "b"},
        "Mode": {"Replicated": {"Replicas": 5}},
        "TaskTemplate": {
            "ContainerSpec": {"Image": "other", "Env": ["A=1"], "SomethingNew": {"x": 1}},
            "Placement": {"Constraints": [], "Preferences": [{"Spread": {"SpreadDescriptor": "x"}}]},
            "ForceUpdate": 5,
            "Resources": None,
            "RestartPolicy": {"Condition": "any"},
            "Networks": [{"Target": "n"}],
        },
        "AlsoNew": True,
    }
    assert changed_service(PRESENT, {"force_update": False}) == PRESENT


def test_what_a_whole_change_keeps() -> None:
    assert plain_spec(PRESENT) == {
        "Name": "web",
        "TaskTemplate": {"ContainerSpec": {"Image": "busybox"}, "ForceUpdate": 4},
    }


def test_a_template_of_the_engines_own() -> None:
    """aiodocker B15: the caller's template is not rewritten, so that it serves a second time."""
    template: dict[str, Any] = {"ContainerSpec": {"Image": "busybox", "Env": {"A": "1", "B": None}}}
    given = deepcopy(template)
    first = new_service(template, {"name": "one"})
    second = new_service(template, {"name": "two", "user": "root"})
    assert template == given
    assert first == {"Name": "one", "TaskTemplate": {"ContainerSpec": {"Image": "busybox", "Env": ["A=1", "B"]}}}
    assert second["TaskTemplate"]["ContainerSpec"] == {"Image": "busybox", "Env": ["A=1", "B"], "User": "root"}
    model = models.TaskSpec(container_spec=models.ContainerSpec(image="busybox", env=["A=1"]))
    assert new_service(model, {}) == {"TaskTemplate": {"ContainerSpec": {"Image": "busybox", "Env": ["A=1"]}}}
    plugin = {"PluginSpec": {"Name": "p", "Remote": "r"}, "Runtime": "plugin"}
    assert new_service(plugin, {}) == {"TaskTemplate": plugin}


@pytest.mark.parametrize("template", [{}, {"ContainerSpec": {}}, {"ContainerSpec": {"Image": ""}}])
def test_a_template_without_an_image(template: Any) -> None:
    with pytest.raises(MissingKey, match="names no image") as caught:
        new_service(template, {})
    assert isinstance(caught.value, KeyError)
    assert isinstance(caught.value, ValueError)


# Options that are wrong: which error says what.
WRONG: list[tuple[dict[str, Any], type[Exception], str]] = [
    ({"imagee": "x"}, TypeError, r"update\(\) got an unexpected keyword argument 'imagee'; did you mean 'image'\?"),
    ({"env": "A=1"}, TypeError, "env must be a mapping, or a sequence of str"),
    ({"env": {"A": True}}, TypeError, r"env\['A'\] must be a str, a number or None, not bool"),
    ({"env": [1]}, TypeError, r"env\[0\] must be a str such as 'NAME=value', not int"),
    ({"hosts": "a"}, TypeError, "hosts must be"),
    ({"stop_grace_period": 10}, InvalidArgument, r"10 seconds are written 10\.0 or '10s'"),
    ({"secrets": "pw"}, TypeError, "secrets must be a sequence of names"),
    ({"secrets": [{}]}, InvalidArgument, r"secrets\[0\] names no secret"),
    ({"configs": [{"ConfigID": "i", "secret_name": "x"}]}, InvalidArgument, r"configs\[0\] has the key 'secret_name'"),
    ({"mode": "replicate"}, InvalidArgument, "mode must be one of 'replicated'"),
    ({"mode": {}}, InvalidArgument, "mode must have one key"),
    ({"mode": {"Global": {}, "Replicated": {}}}, InvalidArgument, "mode must have one key"),
    ({"replicas": -1}, InvalidArgument, "replicas must be 0 or more, not -1"),
    ({"replicas": "3"}, TypeError, "replicas must be an int"),
    ({"update_config": {"order": "first"}}, InvalidArgument, "'stop-first', 'start-first'"),
    ({"update_config": {"max_failure_ratio": 2}}, InvalidArgument, "from 0 to 1"),
    ({"update_config": {"paralelism": 2}}, InvalidArgument, "did you mean 'parallelism'"),
    ({"rollback_config": {"failure_action": "rollback"}}, InvalidArgument, "'continue', 'pause'"),
    ({"restart_policy": "always"}, InvalidArgument, "'none', 'on-failure', 'any'"),
    ({"resources": {"cpu_limit": "1"}}, InvalidArgument, "a number of CPUs"),
    ({"resources": {"mem_limt": 1}}, InvalidArgument, "has the key 'mem_limt'"),
    ({"resources": {"generic_resources": {"gpu": 1.5}}}, TypeError, r"generic_resources.*\['gpu'\]"),
    ({"preferences": [("binpack", "x")]}, InvalidArgument, "the only strategy there is"),
    ({"platforms": [("x86_64",)]}, InvalidArgument, r"platforms\[0\] must be a pair"),
    ({"networks": "n"}, TypeError, "networks must be a sequence"),
    ({"networks": [{"Aliases": ["a"]}]}, InvalidArgument, r"networks\[0\] names no network"),
    ({"ports": ["80/icmp"]}, InvalidArgument, "'tcp', 'udp', 'sctp'"),
    ({"ports": ["a"]}, InvalidArgument, r"ports\[0\] must be '\[published:\]target"),
    ({"ports": {8080: 70000}}, InvalidArgument, "a port from 0 to 65535, not 70000"),
    ({"ports": {8080: (80, "tcp", "host", 1)}}, InvalidArgument, r"\(port, protocol, mode\)"),
    ({"ports": [{"PublishedPort": 1}]}, InvalidArgument, "needs a TargetPort"),
    ({"ports": ["80"], "endpoint_spec": {}}, InvalidArgument, "ports and endpoint_spec cannot be combined"),
    ({"log_driver_options": {"a": "b"}}, InvalidArgument, "log_driver_options needs log_driver"),
]


@pytest.mark.parametrize(("options", "kind", "match"), WRONG)
def test_what_is_wrong_is_refused(options: dict[str, Any], kind: type[Exception], match: str) -> None:
    with pytest.raises(kind, match=match):
        changed_service({}, options)


def test_the_first_argument() -> None:
    with pytest.raises(InvalidArgument, match="must be the name of an image, not an empty str"):
        new_service("", {})
    with pytest.raises(TypeError, match="task_template must be the name of an image, or a mapping, not int: 5"):
        new_service(5, {})  # type: ignore[arg-type]  # what is tested
    template = {"ContainerSpec": {"Image": "busybox"}, "Networks": [{"Target": "a"}]}
    with pytest.raises(InvalidArgument, match="task_template has Networks too"):
        new_service(template, {"networks": ["b"]})
    with pytest.raises(TypeError, match=r"create\(\) got an unexpected keyword argument 'nam'"):
        new_service("busybox", {"nam": "x"})


def test_values_of_variables_are_not_shown() -> None:
    for env in ("PASSWORD=hunter2", {"PASSWORD": [b"hunter2"]}, [b"PASSWORD=hunter2"], b"hunter2"):
        with pytest.raises(TypeError) as caught:
            changed_service({}, {"env": env})
        assert "hunter2" not in str(caught.value)


def test_what_an_update_is_asked_for() -> None:
    assert wanted_changes("i", False, {"env": ["A"], "user": None}) == {"image": "i", "env": ["A"]}
    assert wanted_changes("ignored", True, {}) == {}
    with pytest.raises(InvalidArgument, match="nothing to change: give an image, another setting, or rollback=True"):
        wanted_changes(None, False, {"user": None})
    with pytest.raises(InvalidArgument, match="leave env out"):
        wanted_changes(None, True, {"env": ["A"]})


def test_logs() -> None:
    options: Any = {"since": 1.5, "tail": 10, "timestamps": True, "details": False}
    service = swarm_logs("services", "s", options, stdout=True, stderr=False, follow=True)
    expected: Any = {"since": "1.5", "tail": "10", "timestamps": True, "details": False}
    assert service == operations.services.logs("s", stdout=True, stderr=False, follow=True, **expected)
    task = swarm_logs("tasks", "t", {}, stdout=True, stderr=True, follow=False)
    assert task == operations.tasks.logs("t", stdout=True, stderr=True, follow=False)
    with pytest.raises(TypeError, match="a log needs stdout=True or stderr=True, or both"):
        swarm_logs("services", "s", {}, stdout=False, stderr=False, follow=False)
    wrong: Any = {"until": 5}
    with pytest.raises(TypeError, match="unexpected keyword argument 'until'"):
        swarm_logs("services", "s", wrong, stdout=True, stderr=True, follow=False)
    with pytest.raises(InvalidArgument, match="tail must be a number of lines, or 'all', not -1"):
        swarm_logs("tasks", "t", {"tail": -1}, stdout=True, stderr=True, follow=False)


def test_it_is_json() -> None:
    """A service is sent as what it is: nothing but JSON is in it."""
    for rows in (CONTAINER, REFERENCES, TASK, PLACEMENT, SERVICE):
        for option, value, _ in rows:
            json.dumps(changed_service({}, {option: value}))
