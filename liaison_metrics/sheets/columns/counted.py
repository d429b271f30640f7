"""Finds the columns that hold numbers of people."""

from __future__ import annotations

from collections.abc import Sequence

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.columns.meanings import lists_people
from liaison_metrics.sheets.words.cells import is_total
from liaison_metrics.sheets.words.lists import normal, tools

NUMERIC_SHARE = 0.5


_NUMERIC_SHARE_IF_NAMED = 0.3


_NO_COUNT = frozenset(
    ("number", "age", "unused", "time", "notes", "birth_year", "birth_date", "date", "phone", "email", "consent",
     "city", "activity", "title", "session", "instructor")
)  # fmt: skip


BREAKDOWN_KINDS = (
    VocabularyKind.COMMUNITY,
    VocabularyKind.GENDER,
    VocabularyKind.GROUP,
    VocabularyKind.CITY,
    VocabularyKind.ACTIVITY,
)


def count_columns(columns: Sequence[Column]) -> list[Column]:
    """Returns the columns whose numbers are people; none if the table lists people by name.

    Totals are left out if their parts are columns too. Of two breakdowns of the same people, the one by community is
    used.
    """
    if lists_people(columns):
        return []
    numeric = [
        c
        for c in columns
        if c.filled
        and c.shares.get("number", 0.0) >= (_NUMERIC_SHARE_IF_NAMED if c.meaning == "people" else NUMERIC_SHARE)
        and c.meaning not in _NO_COUNT
    ]
    numeric += [
        c for c in columns if c.date and c.filled and c.shares.get("number", 0.0) >= NUMERIC_SHARE and c not in numeric
    ]
    if any(c.partial for c in numeric) and any(map(is_sum_column, numeric)):
        kinds = [kind for kind in BREAKDOWN_KINDS[:3] for c in numeric if c.partial and c.codes.keys() == {kind}]
        kind = VocabularyKind.GENDER if VocabularyKind.GENDER in kinds else next(iter(kinds), None)
        numeric = [c for c in numeric if not c.partial or kind in c.codes]
    broken_down = [c for c in numeric if not is_sum_column(c) and (c.codes or c.date or c.country)]
    if broken_down:
        return _choose_breakdown(
            broken_down + _unnamed_between(numeric, broken_down) + _besides_genders(numeric, broken_down)
        )
    parts = [c for c in columns if c.filled and normal(c.header) in tools("parts_of_people")]
    if len(parts) > 1:
        return parts
    numeric += [c for c in columns if c.meaning == "people" and c not in numeric and c.shares.get("rough", 0.0) >= 0.9]
    several = [c for c in numeric if c.meaning == "people"]
    if len(several) > 1 and (sums := [c for c in numeric if c.meaning == "total"]):
        return sums[-1:]
    people = several or [c for c in numeric if c.meaning in ("total", "present")]
    return people[:1] or (numeric if len(numeric) == 1 and numeric[0].meaning == "" else [])


def remainder_column(columns: Sequence[Column], counted: Sequence[Column]) -> Column | None:
    """Returns the column with all people if the counted columns are only a part of them (women, or "of whom")."""
    by_gender = all(c.codes.keys() == {VocabularyKind.GENDER} for c in counted)
    if not (by_gender or all(c.partial for c in counted)):
        return None
    sums = [
        c for c in columns if c not in counted and is_sum_column(c) and c.shares.get("number", 0.0) >= NUMERIC_SHARE
    ]
    return sums[-1] if sums else None


def _unnamed_between(numeric: Sequence[Column], coded: Sequence[Column]) -> list[Column]:
    """Returns number columns among those by community whose header is unknown: their people count too."""
    places = [column.at for column in coded if column.is_of_community]
    if len(places) < 2:
        return []
    near = range(min(places) - 1, max(places) + 2)
    return [
        c for c in numeric if c.at in near and c not in coded and not c.codes and not c.date and not is_sum_column(c)
    ]


def _besides_genders(numeric: Sequence[Column], coded: Sequence[Column]) -> list[Column]:
    """Returns the columns of children or adults beside women and men if no total includes them."""
    if any(map(is_sum_column, numeric)) or any(column.codes.keys() != {VocabularyKind.GENDER} for column in coded):
        return []
    return [c for c in numeric if c not in coded and not c.partial and normal(c.header) in tools("children_or_adults")]


def is_sum_column(column: Column) -> bool:
    """Returns whether a column holds totals or all people."""
    words = column.header.split()
    return is_total(column.header) or column.meaning in ("total", "people") or (bool(words) and is_total(words[-1]))


def _choose_breakdown(columns: list[Column]) -> list[Column]:
    by_both = [c for c in columns if {VocabularyKind.COMMUNITY, VocabularyKind.GENDER} <= c.codes.keys()]
    if by_both:
        covered = {c.codes[VocabularyKind.COMMUNITY] for c in by_both}
        return [
            c for c in columns
            if c in by_both
            or (VocabularyKind.COMMUNITY in c.codes and c.codes[VocabularyKind.COMMUNITY] not in covered)
        ]  # fmt: skip
    by_community = [c for c in columns if c.is_of_community]
    by_gender = [c for c in columns if VocabularyKind.GENDER in c.codes]
    if by_community and by_gender:
        return [column for column in columns if column not in by_gender]
    return columns
