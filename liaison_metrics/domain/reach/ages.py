"""Age bands: from the year of birth and the year of an event, since many sheets know no more."""

from __future__ import annotations

from bisect import bisect

import numpy as np
from numpy.typing import NDArray

from liaison_metrics.domain.facts import Int16s
from liaison_metrics.domain.project import NOT_STATED

_FIRST_YEARS = (0, 18, 25, 35, 50, 65)

AGE_BANDS = ("under_18", "18_24", "25_34", "35_49", "50_64", "65_plus")
"""The codes of the age bands, youngest first."""

BANDS_BY_NUMBER = (NOT_STATED, *AGE_BANDS)
"""The codes by their numbers. Number 0 is also for those who, as their sheets have it, came before they were born."""


def band_number(birth_year: int, year: int) -> int:
    """Returns the number of the age band in *year* of somebody born in *birth_year* (0: not stated)."""
    return bisect(_FIRST_YEARS, year - birth_year) if birth_year else 0


def band_numbers(birth_years: Int16s, years: Int16s) -> Int16s:
    """Returns the numbers of age bands, for whole columns."""
    ages = years.astype(np.int32) - birth_years
    numbers: NDArray[np.int16] = np.digitize(ages, _FIRST_YEARS).astype(np.int16)
    numbers[birth_years == 0] = 0
    return numbers
