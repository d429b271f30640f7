"""How many times likelier each level of agreement is for one person than for two (Fellegi and Sunter's weights)."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from liaison_metrics.domain.near_matches.comparison import (
    BIRTH_LEVELS,
    NOTHING,
    BirthLevel,
    CityLevel,
    Comparison,
    birth_levels,
)
from liaison_metrics.domain.near_matches.descriptions import Descriptions
from liaison_metrics.domain.near_matches.words import NO_LEVEL, Floats, NearWords, Numbers, Places

_WORDS_OF_ONE_PERSON = (0.75, 0.12, 0.03, 0.01, 0.01, 0.08)
_BIRTHS_OF_ONE_PERSON = (0.85, 0.06, 0.03, 0.01, 0.05)
"""How often two descriptions of one person agree to each level, before anything was learnt: most are equal, slips are
rarer than equal values, two of them rarer than one."""
_CITY_SHARED = 0.8
_DAYS = 20_000
"""On how many days people are born, as far as is known before a list is looked at: a short list cannot tell how rare a
date is. Each day weighs like one of so many people."""
_LEARNT_FROM = 20.0
"""So many matches weigh as much as what is assumed before: fewer teach little."""
_MISSING_RATIO = (0.2, 20.0)
"""What is missing is weak evidence, whatever a small list seems to teach."""
_SAMPLE = 200_000
_SMALLEST = 1e-9


@dataclass(frozen=True, slots=True)
class Chances:
    """How often pairs agree to each level: ``words`` and ``births`` by level, ``surplus`` words, a shared ``city``."""

    words: Floats
    births: Floats
    surplus: float
    city: float


@dataclass(frozen=True)
class FieldWeights:
    """FieldWeights of levels: chances among pairs of one person (learnt) and of two (counted)."""

    one: Chances
    two: Chances
    word_counts: Floats
    """How many descriptions have a word that agrees with a word just at a level: by level and word."""
    births: tuple[Numbers, Numbers]
    """Each birth that is stated, and how many descriptions state it."""
    size: int

    @classmethod
    def of(cls, people: Descriptions, near: NearWords) -> FieldWeights:
        """Returns the weights before anything was learnt: what people have in common by chance is counted."""
        within = np.zeros((NO_LEVEL, len(people.words)))
        first, second = near.key // max(near.count, 1), near.key % max(near.count, 1)
        bearers = people.bearers[second]
        for level in range(NO_LEVEL):
            some = near.level == level
            within[level] = np.bincount(first[some], weights=bearers[some], minlength=len(people.words))
        births = np.zeros(len(_BIRTHS_OF_ONE_PERSON) + 3)
        births[: len(_BIRTHS_OF_ONE_PERSON)] = _BIRTHS_OF_ONE_PERSON
        two = _by_chance(people, within)
        births[BirthLevel.SAME_YEAR] = 1 - _BIRTHS_OF_ONE_PERSON[-1]
        births[BirthLevel.ONE_MISSING :] = two.births[BirthLevel.ONE_MISSING :]
        one = Chances(np.array(_WORDS_OF_ONE_PERSON), births, two.surplus, _CITY_SHARED)
        return cls(one, two, within, np.unique(people.birth, return_counts=True), len(people))

    def log_ratios(self, pairs: Comparison) -> Floats:
        """Returns the natural logarithm of how many times likelier each pair is for one person than for two."""
        total = np.zeros(len(pairs))
        for place in range(pairs.words.shape[1]):
            some = np.flatnonzero(pairs.words[:, place] != NOTHING)
            level = pairs.words[some, place]
            chance = self._chance_of_words(pairs.ours[some, place], pairs.theirs[some, place], level)
            total[some] += np.log(self.one.words[level] / chance)
        total += np.where(pairs.surplus, _bounded(self.one.surplus, self.two.surplus), 0.0)
        total += self._births(pairs)
        same = np.log(max(self.one.city, _SMALLEST) / max(self.two.city, _SMALLEST))
        other = np.log(max(1 - self.one.city, _SMALLEST) / max(1 - self.two.city, _SMALLEST))
        total += np.select([pairs.city == CityLevel.SHARED, pairs.city == CityLevel.DIFFERENT], [same, other], 0.0)
        return total

    def _chance_of_words(self, ours: Places, theirs: Places, level: NDArray[np.int8]) -> Floats:
        """Returns how often two people agree so far in these words: by how many others bear words as near."""
        agreeing = np.minimum(level, NO_LEVEL - 1)
        left, right = self.word_counts[agreeing, ours], self.word_counts[agreeing, theirs]
        right = np.where(right > 0, right, left)  # the near words of some were not asked for
        of_pair = np.where(level == 0, 1.5, 0.5)  # two bear an equal word, one a near word; half of one may be missing
        # A rare slip of a common word looks common from one side and rare from the other: the mean of the logarithms.
        by_value = np.sqrt(np.maximum(left - of_pair, 0.5) * np.maximum(right - of_pair, 0.5)) / self.size
        chance: Floats = np.where(level < NO_LEVEL, np.minimum(by_value, 1.0), self.two.words[NO_LEVEL])
        return chance

    def _births(self, pairs: Comparison) -> Floats:
        ratio = np.zeros(BIRTH_LEVELS)
        for level in range(BIRTH_LEVELS):
            mine, others = self.one.births[level], self.two.births[level]
            missing = level in (BirthLevel.ONE_MISSING, BirthLevel.BOTH_MISSING)
            ratio[level] = _bounded(mine, others) if missing else np.log(max(mine, _SMALLEST) / max(others, _SMALLEST))
        total: Floats = ratio[pairs.birth]
        equal = np.flatnonzero(pairs.birth == BirthLevel.EQUAL)
        count = self.births[1][np.searchsorted(self.births[0], pairs.born[equal])]
        by_value = (1 + np.maximum(count - 2, 0)) / (_DAYS + self.size)  # rare dates weigh more than common ones
        total[equal] = np.log(max(self.one.births[BirthLevel.EQUAL], _SMALLEST) / by_value)
        return total

    def learnt(self, pairs: Comparison, chance: Floats) -> FieldWeights:
        """Returns the weights that pairs teach, each with the chance that it is one person."""
        compared = pairs.words != NOTHING
        each = np.broadcast_to(chance[:, None], pairs.words.shape)[compared]
        words = _shares(pairs.words[compared], each, np.array(_WORDS_OF_ONE_PERSON))
        dated = pairs.birth <= BirthLevel.DIFFERENT
        births = self.one.births.copy()
        births[: BirthLevel.DIFFERENT + 1] = _shares(pairs.birth[dated], chance[dated], np.array(_BIRTHS_OF_ONE_PERSON))
        total = chance.sum() + _LEARNT_FROM
        for level in (BirthLevel.ONE_MISSING, BirthLevel.BOTH_MISSING):
            births[level] = (chance[pairs.birth == level].sum() + _LEARNT_FROM * self.two.births[level]) / total
        surplus = (chance[pairs.surplus].sum() + _LEARNT_FROM * self.two.surplus) / total
        somewhere = pairs.city != NOTHING
        shared = chance[pairs.city == CityLevel.SHARED].sum() + _LEARNT_FROM * _CITY_SHARED
        city = float(shared / (chance[somewhere].sum() + _LEARNT_FROM))
        return replace(self, one=Chances(words, births, float(surplus), city))


def _bounded(one: float, two: float) -> float:
    least, most = _MISSING_RATIO
    return float(np.log(np.clip(max(one, _SMALLEST) / max(two, _SMALLEST), least, most)))


def _shares(levels: NDArray[np.int8], chance: Floats, assumed: Floats) -> Floats:
    counted = np.bincount(levels, weights=chance, minlength=len(assumed)) + _LEARNT_FROM * assumed
    shares: Floats = counted / counted.sum()
    return shares


def _by_chance(people: Descriptions, within: Floats) -> Chances:
    """Returns how often two people agree to each level, from pairs drawn with a fixed seed."""
    size = len(people)
    draw = np.random.default_rng(size)
    left, right = draw.integers(0, max(size, 1), (2, _SAMPLE if size else 0))
    kept = people.person[left] != people.person[right] if size else slice(0)
    left, right = left[kept], right[kept]
    total = max(len(left), 1)
    level = np.bincount(birth_levels(people, left, right), minlength=BIRTH_LEVELS) + 0.5
    dated = level[: BirthLevel.DIFFERENT + 1].sum()
    births = np.concatenate((level[: BirthLevel.DIFFERENT + 1] / dated, level[BirthLevel.DIFFERENT + 1 :] / total))
    year = people.date_parts[:, 0]
    births[BirthLevel.SAME_YEAR] = max(float((year[left] == year[right]).mean()) if len(left) else 0.0, 0.5 / total)
    counts = (people.name >= 0).sum(axis=1)
    surplus = (np.count_nonzero(counts[left] != counts[right]) + 0.5) / total
    known = (people.cities[left] != 0) & (people.cities[right] != 0)
    shared = np.count_nonzero((people.cities[left] & people.cities[right])[known])
    words = np.zeros(NO_LEVEL + 1)
    near = within.sum(axis=0)
    average = float(near[near > 0].mean()) / max(size, 1) if near.any() else 0.0
    words[NO_LEVEL] = max(1 - average, _SMALLEST)
    return Chances(words, births, surplus, (shared + 0.5) / (np.count_nonzero(known) + 1))
