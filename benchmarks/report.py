"""The table, readable as text and as Markdown."""

from collections.abc import Iterable, Sequence

from benchmarks.cases import Case
from benchmarks.contest import Result

_HEADINGS = ("work", "dockwright", "peer", "", "ratio", "budget", "kept")


def table(outcomes: Iterable[tuple[Case, Result | str]]) -> str:
    """Write the lines; where there is no result, why not."""
    rows = [_row(case, outcome) for case, outcome in outcomes]
    widths = [max(map(len, column)) for column in zip(_HEADINGS, *rows, strict=True)]
    rule = ["-" * width for width in widths]
    return "\n".join(_line(cells, widths) for cells in (_HEADINGS, rule, *rows))


def _row(case: Case, outcome: Result | str) -> tuple[str, ...]:
    bound = f"{'>=' if case.count.more_is_better else '<='} {case.budget:g}"
    if case.peer is None:
        bound = f"{bound} {case.count.value}"
    if isinstance(outcome, str):
        return (case.title, "-", "-", case.peer_name, "-", bound, f"broken: {outcome}")
    unit = case.count.value
    return (
        case.title,
        f"{_number(outcome.ours)} {unit}",
        "-" if outcome.peer is None else f"{_number(outcome.peer)} {unit}",
        case.peer_name,
        _ratio(outcome.ratio),
        bound,
        "yes" if outcome.met else "NO",
    )


def _ratio(ratio: float | None) -> str:
    if ratio is None:
        return "-"
    return f"{ratio:.3f}" if ratio < 0.1 else f"{ratio:.2f}"


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    return "| " + " | ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)) + " |"
