"""Rows without identifier: whichever file comes first, the same ones count."""

from __future__ import annotations

from collections import Counter
from itertools import permutations

from liaison_metrics.domain.events.anonymous import AnonymousRows, counted_rows
from liaison_metrics.domain.events.statements import PeopleKind

WOMAN, UNKNOWN = PeopleKind(gender=1), PeopleKind()


def test_of_equal_files_the_one_that_states_more_counts_in_any_order() -> None:
    """Each file names one person whom the other does not, so only those whom the rows brought along are left."""
    files = {
        1: AnonymousRows(Counter([WOMAN]), Counter([WOMAN])),
        2: AnonymousRows(Counter([UNKNOWN]), Counter([UNKNOWN])),
        3: AnonymousRows(),
    }
    elsewhere = {1: Counter([0]), 2: Counter([0])}
    for order in permutations(files):
        found = counted_rows({upload: files[upload] for upload in order}, elsewhere)
        assert (found.rows, found.companions) == (Counter(), Counter([WOMAN]))
