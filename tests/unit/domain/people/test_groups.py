"""Rows grouped by a value, against plain Python."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from liaison_metrics.domain.people.groups import Groups, are_among

NUMBERS = st.lists(st.integers(0, 9), max_size=12)


@given(NUMBERS, NUMBERS)
def test_merged_groups_find_the_rows_of_both(some: list[int], more: list[int]) -> None:
    first = Groups.of(np.array(some, dtype=np.int64))
    second = Groups.of(np.array(more, dtype=np.int64), np.arange(len(some), len(some) + len(more)))
    merged, together = first.merged(second), [*some, *more]
    assert merged.values.tolist() == sorted(value for value in together if value)
    for value in range(1, 10):
        found = merged.rows_of(np.array([value], dtype=np.int64)).tolist()
        assert sorted(found) == [row for row, stated in enumerate(together) if stated == value]


@given(NUMBERS, NUMBERS)
def test_values_are_among_the_known_ones(values: list[int], known: list[int]) -> None:
    found = are_among(np.array(values, dtype=np.int64), np.array(sorted(known), dtype=np.int64))
    assert found.tolist() == [value in known for value in values]
