"""The chance that a pair is one person, where everybody is at most one pair: belief propagation over all candidates."""

from __future__ import annotations

import numpy as np

from liaison_metrics.domain.near_matches.words import Floats, Numbers

ROUNDS = 25
"""After so many rounds of messages the chances hardly move."""

_LARGEST = 1e12
_SETTLED = 1e-3


def chances(left: Numbers, right: Numbers, weights: Floats, count: int) -> Floats:
    """Returns the chance of each pair of persons (numbers below *count*), given how likely it is before it is
    compared with the other candidates of both: its odds against no pair at all."""
    weights = np.minimum(weights, _LARGEST)
    to_right = np.ones(len(weights))  # what the left person says: how free it is for this pair
    to_left = np.ones(len(weights))
    nodes = np.concatenate((left, right))
    found = np.zeros(len(weights))
    for _round in range(ROUNDS):
        offers = np.concatenate((weights * to_left, weights * to_right))
        total = np.bincount(nodes, weights=offers, minlength=count)
        left_others = np.maximum(total[left] - offers[: len(left)], 0)
        right_others = np.maximum(total[right] - offers[len(left) :], 0)
        to_right, to_left = 1 / (1 + left_others), 1 / (1 + right_others)
        odds = weights * to_right * to_left
        before, found = found, odds / (1 + odds)
        if np.abs(found - before).max(initial=0) < _SETTLED:
            break
    return found
