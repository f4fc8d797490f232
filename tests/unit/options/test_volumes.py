"""Volumes: every accepted form, and errors that name the volume."""

from pathlib import Path
from typing import Any

import pytest

from dockwright.errors import InvalidArgument
from dockwright.options.volumes import mounted_volumes


@pytest.mark.parametrize(
    ("given", "binds", "targets"),
    [
        ([], [], []),
        (["/src:/dst"], ["/src:/dst"], ["/dst"]),
        (["/src:/dst:ro", "name:/data:rw,z"], ["/src:/dst:ro", "name:/data:rw,z"], ["/dst", "/data"]),
        (("/data",), ["/data"], ["/data"]),
        (["/data:ro"], ["/data:ro"], ["/data"]),
        ([r"C:\a:D:\b:ro", r"v:D:\b"], [r"C:\a:D:\b:ro", r"v:D:\b"], [r"D:\b"]),
        (["d:/dst:ro"], ["d:/dst:ro"], ["/dst"]),
        ({b"/src": "/dst"}, ["/src:/dst:rw"], ["/dst"]),
        ({"/src": "/dst"}, ["/src:/dst:rw"], ["/dst"]),
        ({Path("/src"): "/dst"}, ["/src:/dst:rw"], ["/dst"]),
        ({"name": {"bind": "/dst"}}, ["name:/dst:rw"], ["/dst"]),
        ({"name": {"bind": "/dst", "mode": "ro,Z"}}, ["name:/dst:ro,Z"], ["/dst"]),
        ({"name": {"bind": "/dst", "mode": None}}, ["name:/dst:rw"], ["/dst"]),
        ({"name": {"bind": "/dst", "ro": True}}, ["name:/dst:ro"], ["/dst"]),
        ({"name": {"bind": "/dst", "ro": False}}, ["name:/dst:rw"], ["/dst"]),
        ({"/s": {"bind": "/d", "mode": "ro", "propagation": "rshared"}}, ["/s:/d:ro,rshared"], ["/d"]),
    ],
)
def test_every_form(given: Any, binds: list[str], targets: list[str]) -> None:
    mounted = mounted_volumes(given)
    assert mounted.binds == binds
    assert mounted.targets == {target: {} for target in targets}


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ([""], "volumes holds an empty str"),
        ({"v": {}}, "volumes['v'] needs the place in the container: {'bind': '/target'}, not {}"),
        ({"v": {"bind": "/d", "ro": True, "mode": "ro"}}, "volumes['v'] has 'ro' and 'mode'; give one of them"),
        ({"v": {"bind": "/d", "propagation": "x"}}, "volumes['v'] has the propagation 'x'; it must be one of private,"),
        ({"v": {"bind": "/d", "readonly": True}}, "volumes['v'] has the key 'readonly'; known are bind, mode,"),
    ],
)
def test_what_cannot_be_mounted_is_refused(given: Any, says: str) -> None:
    with pytest.raises(InvalidArgument) as caught:
        mounted_volumes(given)
    assert says in caught.value.message


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ("/src:/dst", "volumes must be a mapping, or a sequence such as ['/src:/dst:ro'], not str: '/src:/dst'"),
        ([Path("/src")], "which is no str such as '/src:/dst:ro'"),
        ({1: "/dst"}, "volumes has the key 1; a source is the name of a volume or a folder of the host"),
        ({"v": None}, "volumes['v'] must be the place in the container, or a mapping with 'bind', not None"),
        ({"v": {"bind": "/d", "mode": 4}}, "volumes['v'] has a mode that is no str such as 'ro': 4"),
    ],
)
def test_what_is_of_another_type_is_refused(given: Any, says: str) -> None:
    with pytest.raises(TypeError) as caught:
        mounted_volumes(given)
    assert says in str(caught.value)


def test_arguments_stay_as_they_are() -> None:
    given = {"v": {"bind": "/d", "mode": "ro"}}
    mounted_volumes(given)
    assert given == {"v": {"bind": "/d", "mode": "ro"}}
