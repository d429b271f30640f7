"""How many people were reached: counting as set algebra, on nothing but sets and the project's definitions."""

from liaison_metrics.reach.ages import AGE_BANDS
from liaison_metrics.reach.cross import cross
from liaison_metrics.reach.figures import breakdown, contained, curve, event_figures, reach
from liaison_metrics.reach.grouped import grouped
from liaison_metrics.reach.index import AttendanceIndex
from liaison_metrics.reach.scope import DIMENSIONS, EVENT_DIMENSIONS, PERSON_DIMENSIONS, Scope

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
    "grouped",
    "reach",
]
