"""Sets that hang together."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from liaison_metrics.domain.connected import connected


def test_sets_hang_together_directly_or_by_others() -> None:
    assert set(connected([{1, 2}, {3}, {4, 5}, {2, 4}])) == {frozenset({1, 2, 4, 5}), frozenset({3})}


@given(st.lists(st.frozensets(st.integers(0, 9), min_size=1), max_size=8))
def test_each_set_is_in_exactly_one_part(sets: list[frozenset[int]]) -> None:
    parts = connected(sets)
    assert all(sum(not part.isdisjoint(one) for part in parts) == 1 for one in sets)
    assert sum(map(len, parts)) == len(frozenset[int]().union(*sets))
