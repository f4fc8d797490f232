"""What errors quote at the end of their messages."""

from typing import Any


def task_errors(errors: tuple[str, ...]) -> str:
    """Quote what tasks said."""
    return "".join(["; its tasks said:", *(f"\n  {error}" for error in errors)]) if errors else ""


def last_lines(lines: tuple[Any, ...]) -> str:
    """Quote the end of a log."""
    return "".join(["; the end of its log:", *(f"\n  {line.text}" for line in lines)]) if lines else ""
