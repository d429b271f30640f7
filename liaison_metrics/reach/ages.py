"""Age bands: from the year of birth and the year of the latest event, since many sheets know no more."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from liaison_metrics.project import NOT_STATED

_FIRST_YEARS = (0, 18, 25, 35, 50, 65)

AGE_BANDS = ("under_18", "18_24", "25_34", "35_49", "50_64", "65_plus")
"""The codes of the age bands, youngest first."""


def band_numbers(birth_years: NDArray[np.int16], years: NDArray[np.int16]) -> NDArray[np.int16]:
    """Returns the number of each age band: a position in ``AGE_BANDS`` plus 1, and 0 where it is not known
    (or the sheets say that somebody came before being born)."""
    ages = years.astype(np.int32) - birth_years
    numbers: NDArray[np.int16] = np.digitize(ages, _FIRST_YEARS).astype(np.int16)
    numbers[birth_years == 0] = 0
    return numbers


def band_code(number: int) -> str:
    """Returns the code of the age band with that number."""
    return AGE_BANDS[number - 1] if number else NOT_STATED


def age_band(birth_year: int, year: int) -> str:
    """Returns the code of the age band in *year* of somebody born in *birth_year* (0: not stated)."""
    return band_code(int(band_numbers(np.array([birth_year], np.int16), np.array([year], np.int16))[0]))
