"""Which files a ``.dockerignore`` leaves out, by the rules of Docker's own builders.

One pattern a line. The last one that fits decides; ``!`` takes back in. ``*`` and ``?`` stop at a slash, ``**`` does
not and stands for any number of folders, ``[a-z]`` and ``[^a-z]`` are one character of a class, a backslash takes the
next one as it is. What fits a folder fits all that is below it, and still something below may be taken back in. A
slash at the beginning or end, and spaces around, mean nothing; case does, everywhere. ``#`` begins a comment in the
first column only.

A file is judged together with the folders above it, from the top: a pattern is not looked at where it could not change
what was found so far, and one that fitted a folder goes on to fit below. This is how builders do it, and it tells in
corners: ``a/b`` and then ``!a`` leaves ``a/b`` out.
"""

import posixpath
import re
from collections.abc import Iterable
from typing import NamedTuple

from ..errors import InvalidArgument

_SPECIAL = re.compile(r"[*?\[\]\\]")


class _Pattern(NamedTuple):
    taken_back: bool
    expression: re.Pattern[str]
    fixed: tuple[str, ...]
    """The folders that it names before anything in it is left open."""


class Verdict(NamedTuple):
    """What is known of a file or folder: whether it is left out, and which patterns fitted it or a folder above."""

    ignored: bool
    fitted: tuple[bool, ...] = ()


class IgnoreRules:
    """The patterns of one file, in order."""

    def __init__(self, patterns: Iterable[str] = (), *, origin: str = "the patterns") -> None:
        """Take patterns as they stand in the file, comments and all.

        Raises InvalidArgument, which names ``origin`` and the line, for a pattern that is none.
        """
        self._patterns: list[_Pattern] = []
        for number, line in enumerate(patterns, start=1):
            try:
                pattern = _read(line)
            except ValueError as error:
                raise InvalidArgument(f"{origin}, line {number}: {line.strip()!r} is no pattern: {error}") from None
            if pattern is not None:
                self._patterns.append(pattern)

    @classmethod
    def parse(cls, text: str, *, origin: str = ".dockerignore") -> "IgnoreRules":
        """Read the text of a file."""
        return cls(text.removeprefix("\ufeff").split("\n"), origin=origin)

    def judge(self, path: str, above: Verdict | None = None) -> Verdict:
        """Judge a path, relative and with slashes; ``above`` is the verdict on its folder, if that is not the root."""
        ignored = False
        fitted: list[bool] = []
        inherited = above.fitted if above is not None else (False,) * len(self._patterns)
        for pattern, fits in zip(self._patterns, inherited, strict=True):
            fits = fits or (pattern.taken_back == ignored and pattern.expression.fullmatch(path) is not None)
            fitted.append(fits)
            if fits:
                ignored = not pattern.taken_back
        return Verdict(ignored, tuple(fitted))

    def ignores(self, path: str) -> bool:
        """Say whether a path is left out, relative and with slashes; its folders are judged on the way."""
        verdict: Verdict | None = None
        for end in (at for at, each in enumerate(path + "/") if each == "/"):
            verdict = self.judge(path[:end], verdict)
        return verdict is not None and verdict.ignored

    def may_hold_more(self, folder: str) -> bool:
        """Say whether something below a folder that is left out may be taken back in."""
        names = tuple(folder.split("/"))
        return any(
            pattern.taken_back and all(a == b for a, b in zip(pattern.fixed, names, strict=False))
            for pattern in self._patterns
        )


def _read(line: str) -> _Pattern | None:
    if line.startswith("#") or not (text := line.strip()):
        return None
    taken_back = text.startswith("!")
    if taken_back:
        text = text[1:].strip()
        if not text:
            raise ValueError("nothing stands after the '!'")
    text = posixpath.normpath(text)
    # POSIX gives two slashes at the beginning a meaning of their own.
    text = text.lstrip("/") if text.strip("/") else "/"
    fixed = tuple(text[: found.start()].split("/")[:-1] if (found := _SPECIAL.search(text)) else text.split("/"))
    return _Pattern(taken_back, re.compile(_expression(text), re.DOTALL), fixed)


def _expression(pattern: str) -> str:
    """Translate a pattern into a regular expression."""
    # Builders compare the end only, where this is the only wildcard: **a fits xa, but **a* does not fit xab.
    if pattern.startswith("**") and not pattern.startswith("**/") and not _SPECIAL.search(pattern, 2):
        return ".*" + re.escape(pattern[2:])
    parts: list[str] = []
    at = 0
    while at < len(pattern):
        character = pattern[at]
        at += 1
        if pattern.startswith("**", at - 1):
            at += 1
            if pattern.startswith("/", at):
                at += 1
            parts.append("(?:.*/)?" if at < len(pattern) else ".*")
        elif character == "*":
            parts.append("[^/]*")
        elif character == "?":
            parts.append("[^/]")
        elif character == "[":
            expression, at = _class(pattern, at)
            parts.append(expression)
        elif character == "\\":
            if at == len(pattern):
                raise ValueError("nothing stands after the backslash")
            parts.append(re.escape(pattern[at]))
            at += 1
        else:
            parts.append(re.escape(character))
    return "".join(parts)


def _class(pattern: str, at: int) -> tuple[str, int]:
    """Translate what stands in brackets; give it, and where it ends."""
    negated = pattern.startswith("^", at)
    at += negated
    ranges: list[str] = []
    while not pattern.startswith("]", at) or not ranges:
        low, at = _class_character(pattern, at)
        high = low
        if pattern.startswith("-", at):
            high, at = _class_character(pattern, at + 1)
        if low > high:
            raise ValueError(f"the range {low}-{high} runs backwards")
        ranges.append(re.escape(low) if low == high else f"{re.escape(low)}-{re.escape(high)}")
    return f"[{'^' * negated}{''.join(ranges)}]", at + 1


def _class_character(pattern: str, at: int) -> tuple[str, int]:
    character = pattern[at : at + 1]
    if character == "\\":
        at += 1
        character = pattern[at : at + 1]
    elif character in ("-", "]"):
        raise ValueError(f"{character!r} in brackets needs a backslash before it")
    if not character or at + 1 >= len(pattern):
        raise ValueError("a '[' without its ']'")
    return character, at + 1
