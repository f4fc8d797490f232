"""What is generated keeps its word: every operation, every model, every shape, and what importing them costs."""

import copy
import dataclasses
import importlib
import inspect
import json
import pickle
import pkgutil
import re
import subprocess
import sys
import typing
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, get_type_hints

import pytest
import yaml
from pydantic import ValidationError

from dockwright_api import aio, encode, models, operation, operations, sender, shapes, sync, version
from dockwright_api.base import Model
from dockwright_api.operation import Framing, JSONStream, Operation
from dockwright_api.reply import adapter, parse

ROOT = Path(__file__).parent.parent.parent


def read_facts() -> dict[str, Any]:
    """Read the facts of every operation straight from ``spec``, past the generator."""
    facts: dict[str, Any] = {}
    for path in sorted((ROOT / "spec" / "api").glob("*.yaml")):
        facts |= yaml.safe_load(path.read_text("utf-8")).get("operations", {})
    for fix in yaml.safe_load((ROOT / "spec" / "overlay" / "fixes.yaml").read_text("utf-8"))["fixes"]:
        for at in [fix["at"]] if isinstance(fix["at"], str) else fix["at"]:
            match at.split("/"):
                case ["operations", name, "parameters", wire]:
                    facts[name].setdefault("parameters", {})[wire] = fix["new"]
                case _:
                    continue
    return facts


FACTS = read_facts()


def function(name: str) -> Callable[..., Operation[Any, Any]]:
    """Find the function of an operation by the Engine's name."""
    module, _, attribute = operations.OPERATIONS[name].partition(".")
    found: Callable[..., Operation[Any, Any]] = getattr(getattr(operations, module), attribute)
    return found


def signature(target: Callable[..., Any]) -> dict[str, Any]:
    """Give the evaluated annotations of a generated function, which names most things for type checkers only."""
    names = {**vars(typing), **vars(importlib.import_module("collections.abc")), **vars(sender), **vars(operation)}
    names |= {"models": models, "shapes": shapes, "encode": encode, "builtins": importlib.import_module("builtins")}
    scope = {**importlib.import_module(target.__module__).__dict__, "list": list, **names}
    return get_type_hints(inspect.unwrap(target), globalns=scope)


def sample(annotation: Any) -> Any:
    """Make a value of the first type that an annotation allows."""
    origin = typing.get_origin(annotation)
    arguments = typing.get_args(annotation)
    if annotation in (str, int, bool, float, bytes):
        return {str: "a/b", int: 7, bool: True, float: 1.5, bytes: b"tar"}[annotation]
    if origin is typing.Literal:
        return arguments[0]
    if origin in (typing.Union, importlib.import_module("types").UnionType):
        return sample(arguments[0])
    if inspect.isclass(origin) and issubclass(origin, Mapping):
        return {"key": sample(arguments[1])}
    if inspect.isclass(origin) and issubclass(origin, typing.Sequence):
        return [sample(arguments[0])]
    if inspect.isclass(annotation) and issubclass(annotation, Model):
        return annotation.model_construct()
    raise AssertionError(f"no sample for {annotation!r}")


def build(name: str) -> Operation[Any, Any]:
    """Make an operation with a sample for each of its arguments."""
    target = function(name)
    hints = signature(target)
    positional: list[Any] = []
    by_keyword: dict[str, Any] = {}
    for parameter in inspect.signature(target).parameters.values():
        value = sample(hints[parameter.name])
        if parameter.kind is parameter.KEYWORD_ONLY:
            by_keyword[parameter.name] = value
        else:
            positional.append(value)
    return target(*positional, **by_keyword)


def test_every_operation_of_the_facts_has_its_function() -> None:
    assert operations.OPERATIONS.keys() == FACTS.keys()
    assert len(operations.OPERATIONS) == 108
    assert len(set(operations.OPERATIONS.values())) == 108


@pytest.mark.parametrize("name", sorted(FACTS))
def test_operation_says_what_the_facts_say(name: str) -> None:
    facts = FACTS[name]
    made = build(name)
    assert made.name == name
    assert made.method == facts["method"]
    # Samples of text are "a/b": each place of the path holds one, and as one segment.
    parameters = facts.get("parameters", {})
    path = facts["path"]
    for wire, parameter in parameters.items():
        if parameter["in"] == "path":
            path = path.replace(f"{{{wire}}}", "a%2Fb")
    assert made.path == path
    assert {key for key, _ in made.query} == {wire for wire, each in parameters.items() if each["in"] == "query"}
    assert made == build(name)
    if made.reply and made.framing in (Framing.JSON, Framing.JSON_STREAM, Framing.HEADERS):
        adapter(made.reply)


@pytest.mark.parametrize("name", sorted(FACTS))
def test_operation_needs_only_what_the_facts_require(name: str) -> None:
    target = function(name)
    hints = signature(target)
    required = [
        each.name for each in inspect.signature(target).parameters.values() if each.default is inspect.Parameter.empty
    ]
    made = target(*(sample(hints[each]) for each in required))
    queried = {key for key, _ in made.query}
    parameters = FACTS[name].get("parameters", {})
    assert queried <= {wire for wire, each in parameters.items() if each["in"] == "query"}
    assert len(queried) < 3
    assert (made.body is None) == ("body" not in required and "content" not in required)


@pytest.mark.parametrize("face", [aio, sync])
def test_methods_make_the_same_operations_as_functions(face: Any) -> None:
    sent: list[Any] = []
    api = face.Api(sent.append)
    for name, place in operations.OPERATIONS.items():
        module, _, attribute = place.partition(".")
        made = build(name)
        target = function(name)
        hints = signature(target)
        parameters = inspect.signature(target).parameters.values()
        positional = [sample(hints[each.name]) for each in parameters if each.kind is not each.KEYWORD_ONLY]
        by_keyword = {each.name: sample(hints[each.name]) for each in parameters if each.kind is each.KEYWORD_ONLY}
        method = getattr(getattr(api, module), attribute)
        method(*positional, **by_keyword)
        assert sent.pop() == made
        ours = inspect.signature(method).parameters
        assert list(ours) == [each.name for each in parameters]
        assert [each.default for each in ours.values()] == [each.default for each in parameters]
        assert inspect.getdoc(method) == inspect.getdoc(target)
    assert not sent


@pytest.mark.parametrize("package", [models, shapes])
def test_lazy_packages_give_exactly_what_they_name(package: Any) -> None:
    assert dir(package) == package.__all__
    assert len(package.__all__) > 200
    for name in package.__all__:
        assert getattr(package, name).__name__ == name
    with pytest.raises(AttributeError, match=r"has no attribute 'Nonsense'"):
        _ = package.Nonsense


def test_every_module_of_the_package_imports() -> None:
    import dockwright_api

    names = [each.name for each in pkgutil.walk_packages(dockwright_api.__path__, "dockwright_api.")]
    assert len(names) > 300
    for name in names:
        importlib.import_module(name)


def run(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_every_model_imports_alone_and_brings_only_its_closure() -> None:
    # One process: what a model leaves behind is taken out again before the next one.
    out = run(
        "import json, sys\n"
        "from dockwright_api import models\n"
        "closures = {}\n"
        "for name in models.__all__:\n"
        "    for module in [each for each in sys.modules if each.startswith('dockwright_api.models.')]:\n"
        "        del sys.modules[module]\n"
        "    vars(models).pop(name, None)\n"
        "    model = getattr(models, name)\n"
        "    model.model_rebuild()\n"
        "    closures[name] = sum(each.startswith('dockwright_api.models.') for each in sys.modules)\n"
        "print(json.dumps(closures))\n"
    )
    closures = json.loads(out)
    assert sorted(closures) == sorted(models.__all__)
    assert closures["ObjectVersion"] == 1
    assert closures["ContainerSummary"] < 20
    assert max(closures.values()) < 80


def test_making_operations_imports_neither_pydantic_nor_asyncio() -> None:
    loaded = run(
        "import sys\n"
        "import dockwright_api, dockwright_api.operations, dockwright_api.models, dockwright_api.shapes\n"
        "from dockwright_api import aio, models, operations, shapes, sync, version\n"
        "operations.containers.create({'Image': 'busybox'}, name='x')\n"
        "aio.Api(print).containers.stop('x', t=5)\n"
        "print(*sys.modules, sep='\\n')\n"
    ).splitlines()
    banned = {"pydantic", "pydantic_core", "asyncio", "typing_extensions", "ssl", "socket"}
    assert not banned.intersection(loaded)
    assert not [name for name in loaded if name.startswith(("dockwright_api.models.", "dockwright_api.shapes."))]


def test_streams_say_how_one_document_looks() -> None:
    for name in FACTS:
        made = build(name)
        assert isinstance(made, JSONStream) == (made.framing is Framing.JSON_STREAM)
        assert bool(made.reply) or not isinstance(made, JSONStream)


def test_operations_are_values() -> None:
    made = operations.system.events(since="1")
    assert made == operations.system.events(since="1")
    assert made != operations.system.events(since="2")
    assert pickle.loads(pickle.dumps(made)) == copy.deepcopy(made) == made  # noqa: S301  our own bytes
    assert type(dataclasses.replace(made, path="/elsewhere")) is JSONStream
    with pytest.raises(dataclasses.FrozenInstanceError):
        made.path = "/elsewhere"  # type: ignore[misc]  # must not work
    with pytest.raises(dataclasses.FrozenInstanceError):
        made.pth = "/elsewhere"  # type: ignore[attr-defined]  # must not work
    assert Operation[None, None](name="X", method="GET", path="/") == Operation(name="X", method="GET", path="/")
    assert "secret" not in repr(operations.system.auth({"password": "secret"}))
    assert "secret" not in repr(operations.images.push("x", {"password": "secret"}))


def test_an_operation_shows_names_of_arguments_and_not_what_they_hold() -> None:
    build = operations.images.build(
        b"secret", remote="https://me:secret@host/x.git", buildargs={"A": "secret"}, t=["secret", "secret"]
    )
    assert repr(build) == "<JSONStream ImageBuild: POST /build?t&remote&buildargs>"
    assert repr(operations.system.ping()) == "<Operation SystemPing: GET /_ping>"


def test_an_argument_that_engines_fail_without_is_always_sent() -> None:
    assert operations.plugins.enable("x").query == (("timeout", "0"),)
    assert operations.plugins.enable("x", timeout=5).query == (("timeout", "5"),)


def test_a_cluster_volume_has_beside_its_access_mode_what_engines_read_there() -> None:
    assert {"secrets", "capacity_range", "availability"} < models.ClusterVolumeSpec.model_fields.keys()
    assert models.ClusterVolumeAccessMode.model_fields.keys() == {"scope", "sharing", "mount_volume", "block_volume"}


def test_stats_are_one_reply_or_a_stream() -> None:
    stats = operations.containers.stats
    assert isinstance(stats("x"), JSONStream)
    assert isinstance(stats("x", stream=True), JSONStream)
    single = stats("x", stream=False)
    assert not isinstance(single, JSONStream)
    assert single.framing is Framing.JSON
    assert single.query == (("stream", "0"),)


def test_the_engine_own_waiting_is_told() -> None:
    assert operations.containers.stop("x", t=30).grace == 30
    assert operations.containers.stop("x").grace == 0
    assert operations.containers.stop("x", t=-1).grace == 0


def test_models_take_python_names_and_dump_wire_names() -> None:
    config = models.HostConfig(memory=5, nano_cpus=None, port_bindings={"80/tcp": [models.PortBinding(host_port="1")]})
    assert config.to_json() == {"Memory": 5, "NanoCpus": None, "PortBindings": {"80/tcp": [{"HostPort": "1"}]}}


def test_models_accept_wire_names_too() -> None:
    by_wire: dict[str, Any] = {"Memory": 5}
    assert models.HostConfig(**by_wire).memory == 5


def test_a_misspelt_field_is_refused_with_the_nearest_name() -> None:
    wrong: dict[str, Any] = {"memry": 5}
    with pytest.raises(TypeError, match=r"^HostConfig has no field 'memry'; did you mean 'memory'\?$"):
        models.HostConfig(**wrong)
    with pytest.raises(TypeError, match=r"^PushResult has no field 'memry'$"):
        models.PushResult(**wrong)


def test_a_misspelt_field_is_refused_before_missing_ones_are_reported() -> None:
    wrong: dict[str, Any] = {"nmae": "x"}
    with pytest.raises(TypeError, match="did you mean 'name'"):
        models.Volume(**wrong)


def test_misspelt_fields_deep_inside_are_found() -> None:
    body = models.ContainerCreateRequest(host_config=models.HostConfig.model_validate({"Memry": 1, "Memory": 2}))
    assert list(body.unknown_fields()) == [("host_config.Memry", "memory")]


def test_models_are_encoded_in_arguments() -> None:
    platform = models.OCIPlatform(os="linux")
    assert operations.images.inspect("x", platform=platform).query == (("platform", '{"os":"linux"}'),)
    exported = operations.images.export("x", platform=[platform, {"architecture": "arm64"}])
    assert exported.query == (("platform", '{"os":"linux"}'), ("platform", '{"architecture":"arm64"}'))
    misspelt = models.OCIPlatform.model_validate({"Os": "linux"})
    with pytest.raises(TypeError, match=r"^OCIPlatform has no field 'Os'; did you mean 'os'\?$"):
        operations.images.inspect("x", platform=misspelt)


def test_replies_keep_unknown_keys_values_and_nulls() -> None:
    document = {
        "Id": "abc",
        "Names": None,
        "State": "levitating",
        "Ports": [{"PrivatePort": 80, "Type": "carrier-pigeon", "New": {"a": [1, None]}}],
        "Labels": {},
        "Brand": {"new": True},
    }
    model = parse("ContainerSummary", json.dumps(document).encode())
    assert model.state == "levitating"
    assert model.to_json() == document


def test_null_for_a_list_or_a_map_reads_as_an_empty_one_and_is_dumped_as_null() -> None:
    document: dict[str, Any] = {"Names": None, "Labels": None, "Ports": [], "NetworkSettings": {"Networks": None}}
    model = parse("ContainerSummary", json.dumps(document).encode())
    assert (model.names, model.labels, model.network_settings.networks) == ([], {}, {})
    assert model.mounts is None
    assert model.to_json() == document
    assert json.loads(model.model_dump_json(by_alias=True, exclude_unset=True)) == document
    assert pickle.loads(pickle.dumps(model)) == copy.deepcopy(model) == model  # noqa: S301  our own bytes
    model.names.append("/x")
    model.labels["a"] = "b"
    assert model.to_json() == {**document, "Names": ["/x"], "Labels": {"a": "b"}}


def test_null_for_a_list_inside_of_a_map_reads_as_an_empty_one() -> None:
    document = {"Ports": {"80/tcp": None, "81/tcp": [{"HostIp": "::", "HostPort": "81"}]}}
    settings = parse("NetworkSettings", json.dumps(document).encode())
    assert [len(bindings) for bindings in settings.ports.values()] == [0, 1]
    assert settings.to_json() == document


def test_null_stays_none_where_the_type_says_so() -> None:
    config = models.HostConfig(binds=None, port_bindings={})
    assert config.to_json() == {"Binds": None, "PortBindings": {}}
    assert config.binds is None
    assert parse("HostConfig", b'{"Binds": null}') == models.HostConfig(binds=None)


def test_what_other_engines_leave_out_is_none() -> None:
    model = parse("ContainerInspectResponse", b'{"Id": "abc", "State": {"Running": true}}')
    assert model.state.running is True
    assert model.state.pid is None
    assert model.name is None
    assert model.to_json() == {"Id": "abc", "State": {"Running": True}}
    assert models.ContainerInspectResponse.model_fields["name"].annotation is str


def test_what_other_engines_have_null_is_none_and_is_dumped_as_null() -> None:
    document: dict[str, Any] = {"Id": None, "State": None, "Config": {"Env": None}, "HostConfig": {}}
    model = parse("ContainerInspectResponse", json.dumps(document).encode())
    assert model.id is None
    assert model.state is None
    assert model.to_json() == document


def test_what_is_wrong_with_a_reply_is_told_without_its_null() -> None:
    with pytest.raises(ValidationError) as caught:
        parse("list[ContainerSummary]", b'[{"Names": ["x", 5], "Labels": 7, "Ports": [{"PrivatePort": "x"}]}]')
    assert {each["loc"]: each["type"] for each in caught.value.errors()} == {
        (0, "Names", 1): "string_type",
        (0, "Labels"): "dict_type",
        (0, "Ports", 0, "PrivatePort"): "int_parsing",
    }
    wrong: dict[str, Any] = {"binds": [{}]}
    with pytest.raises(ValidationError) as caught:
        models.HostConfig(**wrong)
    assert [each["loc"] for each in caught.value.errors()] == [("binds", 0)]


def test_what_a_caller_leaves_out_is_an_error_that_names_it() -> None:
    some: dict[str, Any] = {"name": "x", "size": 1, "mtime": ""}
    with pytest.raises(TypeError, match=r"^PathStat needs mode, link_target$"):
        models.PathStat(**some)
    nothing: dict[str, Any] = {"mode": None, "linkTarget": None}
    with pytest.raises(TypeError, match=r"^PathStat needs mode, link_target$"):
        models.PathStat(**some, **nothing)
    by_wire: dict[str, Any] = {"linkTarget": "", "mode": 0}
    assert models.PathStat(**some, **by_wire).link_target == ""


def test_documentation_is_no_cost_at_run_time() -> None:
    assert models.ContainerState.__doc__
    assert all(field.description is None for field in models.ContainerState.model_fields.values())
    source = inspect.getsource(models.ContainerState)
    assert len(re.findall(r'(?:= None|\])\n    """', source)) == len(models.ContainerState.model_fields)


def test_documentation_of_an_operation_names_its_arguments_and_what_it_is_to_the_engine() -> None:
    lines = inspect.cleandoc(operations.containers.stop.__doc__ or "").splitlines()
    assert re.fullmatch(r"[A-Z].+\.", lines[0])
    arguments = lines.index("Args:")
    assert re.findall(r"^    (\w+):", "\n".join(lines[arguments:]), re.MULTILINE) == ["id", "signal", "t"]
    assert lines[-1] == "Engine operation ContainerStop: ``POST /containers/{id}/stop``."
    assert "Since API 1.42." in (operations.volumes.update.__doc__ or "")


def test_replies_go_by_wire_names_only() -> None:
    model = parse("ContainerSummary", b'{"Id": "abc", "id": 5, "names": ["x"]}')
    assert model.id == "abc"
    assert model.names is None
    assert model.to_json()["Id"] == "abc"
    assert model.to_json()["id"] == 5
    assert model.to_json()["names"] == ["x"]


def test_a_list_that_the_engine_writes_as_null_is_empty() -> None:
    assert parse("list[FilesystemChange]", b"null\n") == []
    assert parse("dict[str, Any]", b"null") == {}


def test_whole_numbers_of_any_size_pass() -> None:
    document = b'{"cpu_stats":{"system_cpu_usage":18446744073709551615}}'
    assert json.loads(document) == parse("ContainerStatsResponse", document).to_json()


def test_times_stay_as_the_engine_wrote_them() -> None:
    document = {"Id": "x", "Created": "2026-01-02T03:04:05.123456789Z"}
    assert parse("ContainerInspectResponse", json.dumps(document).encode()).to_json() == document


def test_shapes_have_all_keys_in_replies_and_need_none_in_requests() -> None:
    assert shapes.ContainerInspectResponse.__optional_keys__ == frozenset()
    assert {"Id", "State"} <= shapes.ContainerInspectResponse.__required_keys__
    assert shapes.ContainerCreateRequest.__required_keys__ == frozenset()
    assert {"Image", "HostConfig"} <= shapes.ContainerCreateRequest.__optional_keys__
    assert shapes.HostConfigParam.__required_keys__ == frozenset()
    assert shapes.HostConfig.__optional_keys__ == frozenset()


def test_models_and_shapes_have_the_same_keys() -> None:
    checked = 0
    for name in models.__all__:
        model = getattr(models, name)
        wire = {field.alias or attribute for attribute, field in model.model_fields.items()}
        for shape in (name, f"{name}Param"):
            if shape in shapes.__all__:
                keys = getattr(shapes, shape)
                assert keys.__required_keys__ | keys.__optional_keys__ == wire, shape
                checked += 1
    assert checked == len(shapes.__all__)


def test_no_name_is_numbered() -> None:
    assert not [name for name in (*models.__all__, *shapes.__all__) if name[-1].isdigit()]


def test_versions_are_those_of_the_description() -> None:
    assert version.API_VERSION == "1.55"
    assert version.MIN_API_VERSION == "1.25"
    assert len(version.DESCRIPTION_SHA256) == 64


def test_generated_files_are_what_the_generator_gives() -> None:
    from codegen.__main__ import main

    assert main(["check"]) == 0, "run `python -m codegen build`"


def test_every_generated_file_says_so() -> None:
    files = [path for path in (ROOT / "generated").rglob("*.py") if "__pycache__" not in path.parts]
    assert len(files) > 300
    for path in files:
        first = path.read_text("utf-8").splitlines()[0]
        assert first == "# Written by `python -m codegen build`; not edited by hand.", path
