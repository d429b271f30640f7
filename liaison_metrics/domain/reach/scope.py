"""Which part of the project a figure is about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

PERSON_DIMENSIONS = ("community", "group", "gender", "age_band")
"""What a person has one of: breakdowns by these add up to the total."""

EVENT_DIMENSIONS = ("city", "activity", "month")
"""What an event has one of: a person can be seen under several codes of these."""

DIMENSIONS = (*PERSON_DIMENSIONS, *EVENT_DIMENSIONS)


@dataclass(frozen=True, slots=True)
class Scope:
    """A choice of people and of events; None is all of them. Each value but ``until`` is a code of its dimension.

    ``month`` is written ``2021-03``; ``until`` is the last day whose events count.
    """

    city: str | None = None
    community: str | None = None
    group: str | None = None
    gender: str | None = None
    age_band: str | None = None
    activity: str | None = None
    month: str | None = None
    until: date | None = None

    @property
    def chosen(self) -> dict[str, str]:
        """The dimensions that are filtered by, each with its code."""
        return {one: code for one in DIMENSIONS if (code := getattr(self, one)) is not None}


EVERYTHING = Scope()
