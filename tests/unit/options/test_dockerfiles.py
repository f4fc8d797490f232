"""Which images a Dockerfile names."""

import pytest

from dockwright.options.dockerfiles import base_images


@pytest.mark.parametrize(
    ("text", "images"),
    [
        ("FROM busybox", ["busybox"]),
        ("from --platform=linux/arm64 host:5000/a:b as x\nFROM x\n", ["host:5000/a:b"]),
        (
            "FROM a AS One\nFROM b\nCOPY --from=one /x /\nCOPY --chown=1 --from=0 /x /\nCOPY --from=c:1 /x /",
            ["a", "b", "c:1"],
        ),
        ("FROM scratch\nADD x /\n", []),
        ("FROM a\nFROM a\n", ["a"]),
        ("# FROM comment\n\n  FROM \\\n  # another\n  a\\\n:b\n", ["a:b"]),
        ("# escape=`\nFROM `\n  windows\n", ["windows"]),
        ("FROM a\nRUN --mount=type=bind,from=d:2,target=/d --mount=type=cache,target=/c true", ["a", "d:2"]),
        ("FROM a\nRUN echo FROM b\nLABEL x='FROM c'\nCMD --from=e\n", ["a"]),
        ("ARG A=one\nARG B=${A}/two\nFROM $B\n", ["one/two"]),
        ("ARG A\nFROM ${A:-default}\nARG A=late\nFROM x$A\n", ["default", "x"]),
        ('ARG A=1 B="2"\nFROM ${A}.${B}\nFROM n${C:+no}${A:+yes}\n', ["1.2", "nyes"]),
        ('FROM "quoted"', ["quoted"]),
        ("", []),
        ("FROM\n", []),
        ("FROM\tb", ["b"]),
        ("MAINTAINER x", []),
    ],
)
def test_images(text: str, images: list[str]) -> None:
    assert base_images(text) == images
    assert base_images(text.replace("\n", "\r\n").encode()) == images


def test_arguments_of_the_build_go_first() -> None:
    text = "ARG A=1\nARG B\nFROM x:$A\nFROM y:$B\nFROM z:$C\n"
    assert base_images(text, {"A": "2", "B": "3", "C": "4"}) == ["x:2", "y:3", "z:"]
    assert base_images(text, {"A": None}) == ["x:1", "y:", "z:"]


def test_bytes_that_are_no_text() -> None:
    assert base_images(b"FROM a\nRUN echo \xff\n") == ["a"]
