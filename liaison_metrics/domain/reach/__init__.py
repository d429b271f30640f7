"""How many people were reached: counting as set algebra, on nothing but sets and the project's definitions."""

from liaison_metrics.domain.reach.ages import AGE_BANDS
from liaison_metrics.domain.reach.counting import breakdown, contained, curve, event_figures, event_gains, reach
from liaison_metrics.domain.reach.cross import cross
from liaison_metrics.domain.reach.grouped import grouped
from liaison_metrics.domain.reach.scope import DIMENSIONS, EVENT_DIMENSIONS, PERSON_DIMENSIONS, Scope
from liaison_metrics.domain.reach.selection import AttendanceIndex

__all__ = [
    "AGE_BANDS",
    "DIMENSIONS",
    "EVENT_DIMENSIONS",
    "PERSON_DIMENSIONS",
    "AttendanceIndex",
    "Scope",
    "breakdown",
    "contained",
    "cross",
    "curve",
    "event_figures",
    "event_gains",
    "grouped",
    "reach",
]
