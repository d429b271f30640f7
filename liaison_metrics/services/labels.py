"""Labels of dimensions, codes and statuses, and the order of a breakdown's lines."""

from __future__ import annotations

from collections.abc import Sequence

from liaison_metrics import format as fmt
from liaison_metrics.domain.project import NOT_STATED, Project, VocabularyKind
from liaison_metrics.domain.reach import AGE_BANDS
from liaison_metrics.domain.reach.model import BreakdownLine
from liaison_metrics.services.figures import Status
from liaison_metrics.texts import _, language


def dimension_name(dimension: str) -> str:
    """Returns a dimension's name, as a column header."""
    names = {
        "community": _("Community"), "city": _("City"), "group": _("Group"), "gender": _("Gender"),
        "age_band": _("Age band"), "activity": _("Activity"), "month": _("Month"),
    }  # fmt: skip
    return names[dimension]


def by_dimension(dimension: str) -> str:
    """Returns a breakdown's heading, such as “By community”."""
    names = {
        "community": _("By community"), "city": _("By city"), "group": _("By group"), "gender": _("By gender"),
        "age_band": _("By age band"), "activity": _("By activity"), "month": _("By month"),
    }  # fmt: skip
    return names[dimension]


def in_more_than_one(dimension: str) -> str:
    """Returns the label of the line that takes off people counted in several lines of a breakdown."""
    names = {"city": _("in more than one city"), "activity": _("in more than one activity")}
    return names.get(dimension, _("in more than one month"))


def ordered(dimension: str, lines: Sequence[BreakdownLine]) -> Sequence[BreakdownLine]:
    """Returns a breakdown's lines in reading order: months and age bands ascending, all others largest first."""
    if dimension == "month":
        return sorted(lines, key=lambda line: line.code)
    if dimension == "age_band":
        return sorted(lines, key=lambda line: [*AGE_BANDS, NOT_STATED].index(line.code))
    return sorted(lines, key=lambda line: (-line.reached, line.code))


def label(project: Project, dimension: str, code: str) -> str:
    """Returns the label of a code of a dimension, or of a kind of the vocabulary, in the current language."""
    if code == NOT_STATED:
        return _("Not stated")
    if dimension == "month":
        return fmt.month(code)
    if dimension == "age_band":
        return age_band_words(code)
    return project.label(VocabularyKind(dimension), code, language())


def age_band_words(code: str) -> str:
    """Returns the label of an age band (code)."""
    words = {
        "under_18": _("under 18"),
        "18_24": _("18 to 24"),
        "25_34": _("25 to 34"),
        "35_49": _("35 to 49"),
        "50_64": _("50 to 64"),
        "65_plus": _("65 and over"),
    }
    return words.get(code, _("Not stated"))


def counting_sentence() -> str:
    """Returns how people are counted, in one sentence for pages, reports and the command line (docs/counting.md)."""
    return _(
        "Each person counts once, however often they came; a headcount adds only people who are not on a list of the "
        "same event; staff and absent people are not counted."
    )


def status_words(status: Status) -> str:
    """Returns the label of an indicator's status."""
    return {
        Status.SECURED: _("secured"),
        Status.REACHED: _("reached"),
        Status.ON_PLAN: _("on plan"),
        Status.BEHIND_PLAN: _("behind plan"),
        Status.NOT_HELD_YET: _("not held yet"),
    }[status]
