"""What people state, ready for comparing: one description for each name and birth that a person states."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from liaison_metrics.domain.near_matches.words import Numbers, Words

MOST_WORDS = 4
"""How many words of a name are compared: more are rare, and cost time for everybody."""

NO_WORD = -1


@dataclass(frozen=True)
class Descriptions:
    """Columns, one element a description.

    ``person`` is the number of the person that states it. ``name`` holds the numbers of its words in ``words``, then
    ``NO_WORD``. ``birth`` is year × 10,000 + month × 100 + day, with month and day 0 where the year alone is stated,
    and 0 where nothing is. ``cities`` is a bit for each city in which the person was.
    """

    person: Numbers
    name: NDArray[np.int64]
    birth: Numbers
    cities: Numbers
    words: Words

    def __len__(self) -> int:
        return len(self.person)

    @cached_property
    def date_parts(self) -> NDArray[np.int64]:
        """Year, month and day of each description; 0 where not stated."""
        return np.stack((self.birth // 10_000, self.birth // 100 % 100, self.birth % 100), axis=1)

    @cached_property
    def dated(self) -> NDArray[np.bool_]:
        """Whether a description states a whole date."""
        stated: NDArray[np.bool_] = self.birth % 10_000 > 0
        return stated

    @cached_property
    def bearers(self) -> Numbers:
        """How many descriptions have each word."""
        return np.bincount(self.name[self.name >= 0], minlength=len(self.words))
