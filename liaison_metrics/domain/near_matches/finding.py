"""Finding the pairs of people who may be one person: candidates, weights, chances."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from liaison_metrics.domain.near_matches.candidates import FEW_PEOPLE, candidates
from liaison_metrics.domain.near_matches.comparison import NOTHING, BirthLevel, CityLevel, Comparison, compare
from liaison_metrics.domain.near_matches.descriptions import Descriptions
from liaison_metrics.domain.near_matches.one_to_one import chances
from liaison_metrics.domain.near_matches.weights import FieldWeights
from liaison_metrics.domain.near_matches.words import Floats, NearWords, Places

PROPOSED = 0.5
"""A pair is proposed from this chance on."""

_LEAST_RATIO = -3.0
"""Logarithm of the least ratio that is kept: a pair that is 20 times likelier to be two people is none."""
_LESS_THAN_CHANCE = 6.0
"""So it is for up to ``FEW_PEOPLE`` descriptions. Among more, a pair also needs a ratio of 1 to 400 of their number:
below it, it is never proposed, and most pairs are below it."""
_AT_A_TIME = 250_000
_STEPS = 80
_SETTLED = 1e-3
_PAIRED_AT_FIRST = 0.3
_PAIRED_AT_LEAST = 0.02
"""Shares of the people who have a pair: before anything is learnt, and whatever is learnt. Where nearly nobody has one,
the pairs that there are should still be shown."""


class NearMatch(NamedTuple):
    """Two people (numbers, the smaller first) who may be one: the chance that they are, and what speaks for it.

    ``name`` is how similar the words of their names are, ``fewer_words`` whether one name has fewer words than the
    other, ``birth`` and ``city`` are levels of agreement.
    """

    person: int
    other: int
    score: float
    name: float
    fewer_words: bool
    birth: BirthLevel
    city: CityLevel | None


def near_matches(people: Descriptions, new: NDArray[np.bool_] | None = None) -> list[NearMatch]:
    """Returns the pairs of people who are likelier to be one person than not, the likeliest first.

    With *new*, which marks the descriptions of new people, only the pairs of one of them and one of the others.
    """
    near = people.words.near(None if new is None else people.name[new][people.name[new] >= 0])
    weights = FieldWeights.of(people, near)
    pairs = _worth_a_look(people, near, weights, *candidates(people, near, new))
    chance = _learn(people, pairs, weights, new)
    order = np.argsort(-chance, kind="stable")
    order = order[chance[order] >= PROPOSED]
    return _matches(people, pairs.at(order), chance[order])


def _matches(people: Descriptions, pairs: Comparison, chance: Floats) -> list[NearMatch]:
    compared = (pairs.words != NOTHING).sum(axis=1)
    name = pairs.alike.sum(axis=1) / np.maximum(compared, 1)
    persons = np.sort(people.person[np.stack((pairs.left, pairs.right), axis=1)], axis=1).tolist()
    fields = (chance.tolist(), name.tolist(), pairs.surplus.tolist(), pairs.birth.tolist(), pairs.city.tolist())
    return [
        NearMatch(a, b, score, alike, more, BirthLevel(birth), None if city == NOTHING else CityLevel(city))
        for (a, b), score, alike, more, birth, city in zip(persons, *fields, strict=True)
    ]


def _worth_a_look(
    people: Descriptions, near: NearWords, weights: FieldWeights, left: Places, right: Places
) -> Comparison:
    """Returns the candidates that may be one person, of each two people the likeliest descriptions."""
    parts = [compare(people, near, left[:0], right[:0])]
    least = _LEAST_RATIO if len(people) <= FEW_PEOPLE else float(np.log(len(people))) - _LESS_THAN_CHANCE
    for start in range(0, len(left), _AT_A_TIME):
        some = compare(people, near, left[start : start + _AT_A_TIME], right[start : start + _AT_A_TIME])
        ratio = weights.log_ratios(some)
        parts.append(some.at(ratio > least))
    pairs = Comparison.joined(parts)
    ratio = weights.log_ratios(pairs)
    one, other = people.person[pairs.left], people.person[pairs.right]
    both = np.minimum(one, other) * (int(people.person.max(initial=0)) + 1) + np.maximum(one, other)
    order = np.lexsort((-ratio, both))
    first = np.flatnonzero(np.diff(both[order], prepend=-1))
    return pairs.at(order[first])


def _learn(people: Descriptions, pairs: Comparison, weights: FieldWeights, new: NDArray[np.bool_] | None) -> Floats:
    """Returns the chance of each pair. The weights are learnt from the pairs (expectation and maximisation)."""
    if not len(pairs):
        return np.zeros(0)
    everybody = len(np.unique(people.person))
    of_new = 0 if new is None else len(np.unique(people.person[new]))
    most = (everybody / 2 if new is None else min(of_new, everybody - of_new)) - 0.25
    persons, both = np.unique(people.person[np.stack((pairs.left, pairs.right))], return_inverse=True)
    one, other, count = both[0], both[1], len(persons)
    matched, chance = max(_PAIRED_AT_FIRST * most, 0.25), np.zeros(0)
    for _step in range(_STEPS):
        if new is None:
            odds = 2 * matched / max(everybody - 2 * matched, 1.0) ** 2
        else:
            odds = matched / (max(of_new - matched, 0.5) * max(everybody - of_new - matched, 0.5))
        ratio = np.exp(np.minimum(weights.log_ratios(pairs), 60))
        chance = chances(one, other, odds * ratio, count)
        before, matched = matched, float(np.clip(chance.sum(), min(_PAIRED_AT_LEAST * most + 0.5, most), most))
        weights = weights.learnt(pairs, chance)
        if abs(matched - before) < _SETTLED * before:
            break
    return chance
