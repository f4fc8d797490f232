"""Options of a build: where each goes in the request, and what is refused."""

from typing import Any

import pytest

from dockwright.options.builds import build_arguments, build_query, with_proxies
from dockwright_api import models, operations

OPTIONS: list[tuple[str, Any, dict[str, list[str]]]] = [
    ("tag", "a:b", {"t": ["a:b"]}),
    ("tag", ["a:b", "c"], {"t": ["a:b", "c"]}),
    ("remote", "https://host/x.git#main", {"remote": ["https://host/x.git#main"]}),
    ("quiet", True, {"q": ["1"]}),
    ("nocache", True, {"nocache": ["1"]}),
    ("pull", True, {"pull": ["1"]}),
    ("rm", False, {"rm": ["0"]}),
    ("forcerm", True, {"forcerm": ["1"]}),
    ("labels", {"a": "b"}, {"labels": ['{"a":"b"}']}),
    ("labels", ["a"], {"labels": ['{"a":""}']}),
    ("platform", "linux/arm64", {"platform": ["linux/arm64"]}),
    ("buildargs", {"A": "1", "B": None, "C": 3}, {"buildargs": ['{"A":"1","B":null,"C":"3"}']}),
    ("target", "stage", {"target": ["stage"]}),
    ("cache_from", ["a", "b"], {"cachefrom": ['["a","b"]']}),
    ("extra_hosts", {"b": "2", "a": "1"}, {"extrahosts": ["a:1", "b:2"]}),
    ("extra_hosts", ["a:1"], {"extrahosts": ["a:1"]}),
    ("network_mode", "host", {"networkmode": ["host"]}),
    ("shmsize", "1m", {"shmsize": ["1048576"]}),
    ("squash", True, {"squash": ["1"]}),
    ("isolation", "hyperv", {"isolation": ["hyperv"]}),
    ("container_limits", {"memory": "1k", "memswap": -1}, {"memory": ["1024"], "memswap": ["-1"]}),
    ("container_limits", {"cpushares": 0, "cpusetcpus": "0,1"}, {"cpushares": ["0"], "cpusetcpus": ["0,1"]}),
    (
        "container_limits",
        {"cpuperiod": 1, "cpuquota": 2, "cpusetmems": "0"},
        {"cpuperiod": ["1"], "cpuquota": ["2"], "cpusetmems": ["0"]},
    ),
    ("ulimits", ["nofile=1:2"], {"ulimits": ['[{"Name":"nofile","Soft":1,"Hard":2}]']}),
    ("cgroup_parent", "/x", {"cgroupparent": ["/x"]}),
    ("version", 1, {"version": ["1"]}),
    ("version", "2", {"version": ["2"]}),
    ("session", "s", {"session": ["s"]}),
    ("build_id", "b", {"buildid": ["b"]}),
]


@pytest.mark.parametrize(("name", "value", "query"), OPTIONS)
def test_where_an_option_goes(name: str, value: Any, query: dict[str, list[str]]) -> None:
    operation = operations.images.build(**build_query({name: value, "rest": None}))
    sent: dict[str, list[str]] = {}
    for key, item in operation.query:
        sent.setdefault(key, []).append(item)
    assert sent == query


def test_outputs_go_with_buildkit_only() -> None:
    for output in ({"Type": "cacheonly"}, models.BuildOutput(type="cacheonly")):
        operation = operations.images.build(**build_query({"outputs": [output], "version": "2"}))
        assert ("outputs", '[{"Type":"cacheonly"}]') in operation.query
    with pytest.raises(ValueError, match="outputs needs BuildKit; give version='2'"):
        build_query({"outputs": [{"Type": "cacheonly"}]})


@pytest.mark.parametrize(("name", "value"), [("container_limits", {"memory": 1}), ("squash", True)])
def test_what_buildkit_would_ignore_is_refused(name: str, value: object) -> None:
    with pytest.raises(ValueError, match=f"{name} is for the classic builder"):
        build_query({name: value, "version": "2"})


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("tag", "A", "tag must be a name in lower case"),
        ("version", "3", "version must be '1'"),
        ("version", True, "version must be '1'"),
        ("container_limits", {"mem": 1}, "container_limits has the key 'mem'; known are memory"),
        ("container_limits", {"memory": "much"}, r"container_limits\['memory'\] must be"),
    ],
)
def test_values_that_cannot_be_used(name: str, value: object, message: str) -> None:
    """docker-py 1.10: a wrong key of container_limits is reported as an invalid tag."""
    with pytest.raises(ValueError, match=message):
        build_query({name: value})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("nocache", "yes"),
        ("labels", "a=b"),
        ("buildargs", ["A=1"]),
        ("buildargs", {1: "a"}),
        ("cache_from", "image"),
        ("container_limits", 5),
        ("outputs", "cacheonly"),
        ("target", 5),
    ],
)
def test_values_of_another_type(name: str, value: object) -> None:
    with pytest.raises(TypeError, match=name):
        build_query({name: value})


def test_values_of_build_arguments_are_not_shown() -> None:
    with pytest.raises(TypeError, match=r"buildargs\['A'\] must be a str, a number or None, not list") as caught:
        build_arguments("buildargs", {"A": ["secret"]})
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(("name", "nearest"), [("cachefrom", "cache_from"), ("buildarg", "buildargs"), ("zzz", None)])
def test_unknown_options(name: str, nearest: str | None) -> None:
    hint = f"; did you mean {nearest!r}?" if nearest else ""
    with pytest.raises(TypeError) as caught:
        build_query({name: 1})
    assert str(caught.value) == f"build() has no option {name!r}{hint}"


def test_proxies_do_not_take_the_place_of_what_is_given() -> None:
    """docker-py 1.11: proxies are written into the caller's build arguments."""
    given: dict[str, str | None] = {"http_proxy": "mine", "A": "1", "NO_PROXY": None}
    proxies = {"HTTP_PROXY": "p", "http_proxy": "p", "HTTPS_PROXY": "q", "https_proxy": "q", "no_proxy": "n"}
    before = dict(given)
    assert with_proxies(given, proxies) == {**given, "HTTPS_PROXY": "q", "https_proxy": "q"}
    assert given == before
