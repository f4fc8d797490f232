"""What a Dockerfile says about other images: those that a build of it may have to pull."""

import re
from collections.abc import Iterator, Mapping

_ESCAPE = re.compile(r"\s*#\s*escape\s*=\s*(\S)\s*", re.IGNORECASE)
_VARIABLE = re.compile(r"\$(?:(\w+)|\{(\w+)(?::([-+])([^}]*))?\})")
_MOUNT = re.compile(r"--mount=\S*\bfrom=([^\s,]+)")


def base_images(dockerfile: str | bytes, arguments: Mapping[str, str | None] | None = None) -> list[str]:
    """Find the images that a Dockerfile builds on or copies from, in order.

    ``arguments`` are those of the build, which names may hold. Its own stages are none of them, and neither is
    ``scratch``.
    """
    text = dockerfile.decode("utf-8", "replace") if isinstance(dockerfile, bytes) else dockerfile
    values: dict[str, str] = {}
    stages: set[str] = {"scratch"}
    images: dict[str, None] = {}
    in_stage = False
    for instruction, rest in _instructions(text):
        if instruction == "ARG" and not in_stage:
            for name, value in _arguments(rest, values):
                given = (arguments or {}).get(name)
                values[name] = value if given is None else given
        elif instruction == "FROM":
            in_stage = True
            image, *words = [word for word in rest.split() if not word.startswith("--")] or [""]
            image = _filled(image, values)
            if image and image.lower() not in stages:
                images[image] = None
            if len(words) == 2 and words[0].upper() == "AS":
                stages.add(words[1].lower())
        else:
            for image in _copied_from(instruction, rest):
                if image.lower() not in stages and not image.isdecimal():
                    images[image] = None
    return list(images)


def _instructions(text: str) -> Iterator[tuple[str, str]]:
    """Give each instruction in capitals, and what follows it, in one line."""
    escape = "\\"
    joined = ""
    for line in text.splitlines():
        # Directives come first, and only there.
        if not joined and (match := _ESCAPE.fullmatch(line)):
            escape = match[1]
        if line.lstrip().startswith("#"):
            continue
        line = line.rstrip()
        if line.endswith(escape):
            joined += line[: -len(escape)]
            continue
        words = (joined + line).split(maxsplit=1)
        joined = ""
        if words:
            yield words[0].upper(), "".join(words[1:])


def _arguments(rest: str, values: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for word in rest.split():
        name, _, value = word.partition("=")
        yield name, _filled(value, values)


def _filled(text: str, values: Mapping[str, str]) -> str:
    """Put the values of variables in, those without a value being empty."""

    def value(match: re.Match[str]) -> str:
        found = values.get(match[1] or match[2], "")
        if match[3] == "-":
            return found or match[4]
        return (match[4] if found else "") if match[3] else found

    return _VARIABLE.sub(value, text.strip("\"'"))


def _copied_from(instruction: str, rest: str) -> Iterator[str]:
    if instruction in ("COPY", "ADD"):
        for word in rest.split():
            if not word.startswith("--"):
                return
            option, _, value = word.partition("=")
            if option == "--from":
                yield value
    elif instruction == "RUN":
        yield from _MOUNT.findall(rest)
