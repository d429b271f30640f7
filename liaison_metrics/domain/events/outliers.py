"""Numbers far above the others of their kind: the people of an event, or how many more people a day brought.

Median and median absolute deviation (MAD) tell what is usual, because a few wrong numbers do not move them. Numbers are
compared as ratios (their logarithms): twice as many is as far as half as many, however large they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, log1p
from statistics import median

FEWEST = 8
"""Of fewer numbers nobody can say what is usual."""

MOST_DEVIATIONS = 3.5
"""How many deviations from the median are usual: the limit of Iglewicz and Hoaglin for median and MAD."""

SCALE = 1.4826
"""Turns a MAD into a standard deviation, for numbers that are normally distributed."""

LEAST_DEVIATION = 0.2
"""Where the numbers are nearly equal, a deviation is taken as this, as a logarithm: no number below twice the median is
far above it (3.5 × 0.2 = 0.7, the logarithm of 2)."""

LEAST_MORE = 10
"""People. Nearer to the median than this, no number is worth a look."""

MOST_OF_TEN = 8
"""What is usual are the numbers of so many of ten, without the largest and the smallest of them."""


@dataclass(frozen=True, slots=True)
class Outliers:
    """Which of some numbers are far above the others (their positions, the largest number first), and between which
    two numbers most others are: the usual."""

    positions: tuple[int, ...]
    low: int
    high: int


def far_above(numbers: Sequence[int]) -> Outliers:
    """Returns which numbers are far above the others, and what is usual. Of fewer than ``FEWEST`` none is."""
    if len(numbers) < FEWEST:
        return Outliers((), min(numbers, default=0), max(numbers, default=0))
    logs = [log1p(number) for number in numbers]
    middle = median(logs)
    deviation = max(SCALE * median(abs(one - middle) for one in logs), LEAST_DEVIATION)
    limit, least = middle + MOST_DEVIATIONS * deviation, median(numbers) + LEAST_MORE
    far = [at for at, one in enumerate(logs) if one > limit and numbers[at] >= least]
    others = sorted(number for at, number in enumerate(numbers) if at not in set(far))
    left_out = ceil(len(others) * (10 - MOST_OF_TEN) / 20) - 1
    return Outliers(tuple(sorted(far, key=lambda at: (-numbers[at], at))), others[left_out], others[-1 - left_out])
