"""How long to wait before asking again."""

from itertools import islice

from dockwright.policy.retry import LONGEST_PAUSE, pauses


def test_pauses_grow_to_a_limit() -> None:
    first = list(islice(pauses(), 20))
    assert first == sorted(first)
    assert first[0] < first[1]
    assert first[-1] == LONGEST_PAUSE
