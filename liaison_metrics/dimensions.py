"""What the dimensions are called, and in which order the lines of a breakdown stand."""

from __future__ import annotations

from collections.abc import Sequence

from liaison_metrics.project import NOT_STATED
from liaison_metrics.reach import AGE_BANDS
from liaison_metrics.reach.model import Line
from liaison_metrics.texts import _


def dimension_name(dimension: str) -> str:
    """Returns what a dimension is called, as the head of a column."""
    names = {
        "community": _("Community"), "city": _("City"), "group": _("Group"), "gender": _("Gender"),
        "age_band": _("Age band"), "activity": _("Activity"), "month": _("Month"),
    }  # fmt: skip
    return names[dimension]


def by_dimension(dimension: str) -> str:
    """Returns the heading of a breakdown: By community."""
    names = {
        "community": _("By community"), "city": _("By city"), "group": _("By group"), "gender": _("By gender"),
        "age_band": _("By age band"), "activity": _("By activity"), "month": _("By month"),
    }  # fmt: skip
    return names[dimension]


def in_more_than_one(dimension: str) -> str:
    """Returns what people are called who stand in several lines of a breakdown by *dimension*."""
    names = {"city": _("in more than one city"), "activity": _("in more than one activity")}
    return names.get(dimension, _("in more than one month"))


def ordered(dimension: str, lines: Sequence[Line]) -> Sequence[Line]:
    """Returns lines as people read them: months and ages in their order, others largest first."""
    if dimension == "month":
        return sorted(lines, key=lambda line: line.code)
    if dimension == "age_band":
        return sorted(lines, key=lambda line: [*AGE_BANDS, NOT_STATED].index(line.code))
    return sorted(lines, key=lambda line: (-line.reached, line.code))
