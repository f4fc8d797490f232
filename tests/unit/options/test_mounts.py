"""Mounts in the long form: what does not fit together is refused before the engine sees it."""

from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from dockwright.errors import InvalidArgument
from dockwright.options.mounts import mount, mounts

VOLUME = {"Target": "/data", "Source": "data", "Type": "volume"}


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"target": "/data", "source": "data"}, VOLUME),
        ({"target": "/data"}, {"Target": "/data", "Type": "volume"}),
        ({"target": "/data", "source": None, "no_copy": None}, {"Target": "/data", "Type": "volume"}),
        (
            {"target": Path("/data"), "source": Path("/srv"), "type": "bind"},
            {**VOLUME, "Source": "/srv", "Type": "bind"},
        ),
        ({**VOLUME, "VolumeOptions": {"NoCopy": True}}, {**VOLUME, "VolumeOptions": {"NoCopy": True}}),
        (
            {**VOLUME, "VolumeOptions": {"NoCopy": True}, "subpath": "a"},
            {**VOLUME, "VolumeOptions": {"NoCopy": True, "Subpath": "a"}},
        ),
        ({**VOLUME, "BindOptions": {}}, VOLUME),
        ({**VOLUME, "propagation": None, "tmpfs_size": 0}, VOLUME),
        (
            {"target": "/t", "type": "tmpfs", "tmpfs_size": 0},
            {"Target": "/t", "Type": "tmpfs", "TmpfsOptions": {"SizeBytes": 0}},
        ),
        (
            {"target": "/i", "source": "busybox", "type": "image", "subpath": "bin"},
            {"Target": "/i", "Source": "busybox", "Type": "image", "ImageOptions": {"Subpath": "bin"}},
        ),
        (
            {"target": r"\\.\pipe\b", "source": r"\\.\pipe\a", "type": "npipe"},
            {"Target": r"\\.\pipe\b", "Source": r"\\.\pipe\a", "Type": "npipe"},
        ),
        (
            {"target": "/c", "source": "group:g", "type": "cluster"},
            {"Target": "/c", "Source": "group:g", "Type": "cluster"},
        ),
        (
            {"target": "/b", "source": "/a", "type": "bind", "read_only_force_recursive": True, "read_only": True},
            {
                "Target": "/b",
                "Source": "/a",
                "Type": "bind",
                "ReadOnly": True,
                "BindOptions": {"ReadOnlyForceRecursive": True},
            },
        ),
        ("/data", {"Target": "/data", "Type": "volume"}),
        ("data:/data", VOLUME),
        ("d:/data", {**VOLUME, "Source": "d"}),
        ("data:/data:ro,nocopy", {**VOLUME, "ReadOnly": True, "VolumeOptions": {"NoCopy": True}}),
        (
            "/a:/b:rw,rslave",
            {
                "Target": "/b",
                "Source": "/a",
                "Type": "bind",
                "ReadOnly": False,
                "BindOptions": {"Propagation": "rslave"},
            },
        ),
        (r"C:\a:D:\b:ro", {"Target": r"D:\b", "Source": r"C:\a", "Type": "bind", "ReadOnly": True}),
    ],
)
def test_what_is_taken(given: Any, expected: dict[str, Any]) -> None:
    before = deepcopy(given)
    assert mount("mount", given) == expected
    assert given == before


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"source": "data"}, "mounts[0] needs a target"),
        ({"target": "/d", "type": "nfs"}, "mounts[0] has the type 'nfs'; known are bind, volume, tmpfs, image, npipe"),
        (
            {"target": "/d", "source": "/srv"},
            "mounts[0] has the source '/srv', a path of the host; such a mount has the type 'bind'",
        ),
        ({"target": "/d", "type": "bind"}, "mounts[0] needs a source, for its type is 'bind'"),
        ({"target": "/d", "type": "tmpfs", "source": "a"}, "mounts[0] is a tmpfs, which has no source"),
        (
            {"target": "/d", "source": "a", "propagation": "rslave"},
            "mounts[0] has propagation, which is for the type bind; its type is 'volume'",
        ),
        ({"target": "/d", "source": "/a", "type": "bind", "subpath": "x"}, "which is for the type volume and image"),
        ({**VOLUME, "TmpfsOptions": {"Mode": 1}}, "mounts[0] has TmpfsOptions, which is for the type tmpfs"),
        (
            {**VOLUME, "VolumeOptions": {"Propagation": "x"}},
            "mounts[0]['VolumeOptions'] has the key 'Propagation'; known are NoCopy",
        ),
        ({**VOLUME, "VolumeOptions": {"NoCopy": True}, "no_copy": True}, "mounts[0] has NoCopy twice"),
        ({"target": "/d", "readonly": True}, "mounts[0] has the key 'readonly'; did you mean 'read_only'?"),
        ("a:/b:z", "mounts[0] has the option 'z'; known are rw, ro, nocopy"),
        ("a:b:c:d", "mounts[0] must be 'target' or 'source:target[:options]', not 'a:b:c:d'"),
        ("", "mounts[0] must be 'target' or 'source:target[:options]', not ''"),
    ],
)
def test_what_does_not_fit_is_refused(given: Any, says: str) -> None:
    with pytest.raises(InvalidArgument) as caught:
        mounts("mounts", [given])
    assert says in caught.value.message


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ("/data", "mounts must be a sequence such as [{'target': '/data', "),
        ([1], "mounts[0] must be a mapping such as {'target': '/data', "),
        ([{"target": 1}], "mounts[0]['target'] must be a str, not int: 1"),
        (
            [{"target": "/t", "type": "tmpfs", "tmpfs_mode": "700"}],
            "mounts[0]['tmpfs_mode'] must be an int, not str: '700'",
        ),
    ],
)
def test_another_type_is_refused(given: Any, says: str) -> None:
    with pytest.raises(TypeError) as caught:
        mounts("mounts", given)
    assert says in str(caught.value)
