"""Near words, against a count word by word."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from liaison_metrics.domain.near_matches.words import WORD_LEVELS, Words

WORDS = st.lists(st.sets(st.integers(0, 9), max_size=6), max_size=12)


def level_of(one: set[int], other: set[int]) -> int | None:
    alike = 2 * len(one & other) / (len(one) + len(other)) if one and other else 0
    return next((level for level, least in enumerate(WORD_LEVELS) if np.float32(alike) >= np.float32(least)), None)


@given(WORDS)
def test_words_are_near_as_their_letter_pairs_say(words: list[set[int]]) -> None:
    near = Words.of(words).near()
    found = {divmod(int(key), len(words)): int(level) for key, level in zip(near.key, near.level, strict=True)}
    every = {
        (a, b): level_of(one, other)
        for a, one in enumerate(words)
        for b, other in enumerate(words)
        if a != b and level_of(one, other) is not None
    }
    assert found == every | {(a, a): 0 for a in range(len(words))}


@given(WORDS)
def test_asked_for_some_words_it_tells_the_same(words: list[set[int]]) -> None:
    every = Words.of(words)
    wanted = np.arange(0, len(words), 2)
    all_of_them = every.near()
    of_wanted = np.isin(all_of_them.key // max(len(words), 1), wanted)
    assert every.near(wanted).key.tolist() == all_of_them.key[of_wanted].tolist()
