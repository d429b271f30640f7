"""Chances of pairs where everybody is in at most one, against a sum over all ways to pair people."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from liaison_metrics.domain.near_matches.one_to_one import chances


def summed_up(pairs: list[tuple[int, int]], weights: list[float]) -> list[float]:
    total, with_pair = 0.0, [0.0] * len(pairs)
    for size in range(len(pairs) + 1):
        for chosen in combinations(range(len(pairs)), size):
            people = [person for at in chosen for person in pairs[at]]
            if len({*people}) == len(people):
                product = float(np.prod([weights[at] for at in chosen]))
                total += product
                for at in chosen:
                    with_pair[at] += product
    return [one / total for one in with_pair]


def test_a_better_candidate_makes_the_others_less_likely() -> None:
    pairs, weights = [(0, 1), (0, 2), (3, 2), (3, 4)], [5.0, 2.0, 0.5, 0.1]  # no circle: the result is exact
    left, right = np.array(pairs).T
    assert chances(left, right, np.array(weights), 5) == pytest.approx(summed_up(pairs, weights), abs=1e-3)
