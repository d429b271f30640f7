"""Finds the columns that hold numbers of people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from liaison_metrics.domain.project import NOT_STATED, VocabularyKind
from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.columns.header_parts import counts_no_people, without_things_on_days
from liaison_metrics.sheets.columns.meanings import lists_people
from liaison_metrics.sheets.words.cells import is_total
from liaison_metrics.sheets.words.lists import (
    additional_words,
    header_starts,
    is_actual,
    is_planned,
    normal,
    people_words,
    tools,
)
from liaison_metrics.sheets.words.people import WEAK_CODES
from liaison_metrics.sheets.words.phrases.numbers import names_counter, names_entrance
from liaison_metrics.sheets.words.phrases.prose.things import is_of_nobody, is_of_team, is_of_things
from liaison_metrics.sheets.words.phrases.titles.coming import counts_absent, tells_coming
from liaison_metrics.sheets.words.phrases.titles.team.people_told import (
    counts_escorts,
    heads_numbers_of_team,
    names_pupils,
)
from liaison_metrics.sheets.words.presence import counts_who_came, names_people, names_registration

_NUMERIC_SHARE_IF_NAMED = 0.3
"""Under a header for people, a column holds numbers from this share on."""

_COUNTED_SHARE = 0.6
"""From this share of values on that are numbers of people, also in words, the others are rejected one by one."""

_NO_COUNT = frozenset(
    ("number", "age", "unused", "time", "notes", "birth_year", "birth_date", "date", "phone", "email", "consent",
     "city", "activity", "title", "session", "instructor")
)  # fmt: skip


_PARTS = (VocabularyKind.COMMUNITY, VocabularyKind.GENDER, VocabularyKind.GROUP)


_OF_ANYTHING = ("", "unused", "present")
"""Meanings of columns of numbers that may be all people of whom the next columns are a part."""


_OF_GATES = ("", "unused", "people", "present")
"""Meanings of columns that may be of people who came in at one of several gates."""


_BESIDE = frozenset({"others", "plus"})
"""Codes of words that put people beside others."""


@dataclass(slots=True)
class Division:
    """Columns whose numbers add up to the people of a row. ``rest`` is the column with all people if these columns are
    only a part of them (women, or "of whom")."""

    columns: list[Column]
    rest: Column | None = None


@dataclass(slots=True)
class CountedColumns:
    """The columns of people in a table: divisions of the same people, the main one first, and the columns of people in
    addition to them ("walk-ins"). ``beside``: those of a division that count people beside each other, in the morning
    and in the afternoon, and not each a kind of them."""

    divisions: list[Division] = field(default_factory=list)
    additional: list[Column] = field(default_factory=list)
    beside: list[Column] = field(default_factory=list)

    @property
    def all(self) -> list[Column]:
        """All these columns."""
        return [*(column for division in self.divisions for column in division.columns), *self.additional]


def count_columns(columns: Sequence[Column]) -> list[Column]:
    """Returns the columns whose numbers are people; none if the table lists people by name.

    Totals are left out if their parts are columns too.
    """
    return find_counted(columns).all


def find_counted(columns: Sequence[Column]) -> CountedColumns:
    """Returns the divisions of people that a table's columns make, and the columns of additional people."""
    if lists_people(columns):
        return CountedColumns()
    columns = _without_team(columns)
    additional = _additional_columns(columns)
    others = _without_absent([column for column in columns if column not in additional])
    divisions = _divisions(without_things_on_days(others))
    for division in divisions:
        division.rest = _rest_column(others, division.columns)
    return CountedColumns(divisions, additional if divisions else [])


def _without_team(columns: Sequence[Column]) -> Sequence[Column]:
    """Returns the columns without numbers of the team and of those who came with pupils, beside those of people."""
    pupils = any(column.is_numeric and names_pupils(column.header) for column in columns)
    numbers = [column for column in columns if column.is_numeric and column.meaning not in _NO_COUNT - {"unused"}]
    team = [
        column for column in numbers
        if heads_numbers_of_team(column.header)
        or counts_escorts(column.header, pupils=pupils)
    ]  # fmt: skip
    return [column for column in columns if column not in team] if len(team) < len(numbers) else columns


def _without_absent(columns: Sequence[Column]) -> list[Column]:
    """Returns the columns without numbers of people who stayed away and, where another says who came, of those who
    registered."""
    there = [column for column in columns if not (column.is_numeric and counts_absent(column.header))]
    if not any(c.is_numeric and not c.partial and tells_coming(c.header) for c in there):
        return there
    return [c for c in there if not c.is_numeric or tells_coming(c.header) or not names_registration(c.header)]


def _additional_columns(columns: Sequence[Column]) -> list[Column]:
    """Returns the columns of people in addition to others. "Others" or "guests" are so only beside a number of all
    people, not beside parts of them."""
    numeric = [c for c in columns if not c.additional and c.is_numeric]
    parts = any(column.is_of_community or column.codes.keys() & set(_PARTS) for column in numeric)
    sums = [column for column in numeric if is_sum_column(column)]
    return [
        column
        for column in columns
        if column.additional
        and not (column.partial or is_planned(column.header))
        and column.is_numeric
        and (
            column.additional not in WEAK_CODES
            or (sums and not parts and not column.age_band and not _are_counted_in(column, sums))
        )
    ]


def _are_counted_in(column: Column, sums: Sequence[Column]) -> bool:
    """Whether another column counts the same children or guests ("Children (forecast)", "Children who came"), unless
    this one is of others of them."""
    told = {word: additional_words().get(word, "") for word in normal(column.header).split()}
    if not _BESIDE.isdisjoint(told.values()):
        return False
    same = {word for word, code in told.items() if code == column.additional}
    return any(not same.isdisjoint(normal(other.header).split()) for other in sums)


def _divisions(columns: Sequence[Column]) -> list[Division]:
    numeric = [
        c
        for c in columns
        if c.filled
        and (c.is_numeric or (c.meaning == "people" and c.share("number") >= _NUMERIC_SHARE_IF_NAMED))
        and (c.meaning not in _NO_COUNT or (c.meaning == "number" and c.codes.keys() & set(_PARTS)))  # 1, 2 Bosnians
    ]
    numeric += [c for c in columns if c.date and c.filled and c.is_numeric and c not in numeric]
    if any(counts_who_came(c.header) for c in numeric):
        numeric = [c for c in numeric if c.meaning != "registered"]
    if any(map(is_sum_column, numeric)):
        numeric = [c for c in numeric if not c.partial or c.age_band or len(c.codes.keys() & set(_PARTS)) == 1]
    broken_down = [c for c in numeric if not is_sum_column(c) and (c.codes or c.date or c.country or c.age_band)]
    if any(map(is_sum_column, numeric)) and all(set(c.codes.values()) == {NOT_STATED} for c in broken_down):
        broken_down = []  # "Prefer not to say" beside columns of unknown kinds
    first = min(columns, key=lambda column: column.at, default=None)
    if first and first.share("row number") and any(c.meaning in ("people", "total") for c in numeric):
        broken_down = [c for c in broken_down if c is not first]  # "Lokale" 1, 2, 3: rooms, and no locals
    if broken_down:
        return _by_kind(numeric, broken_down)
    parts = [c for c in columns if c.filled and normal(c.header) in tools("parts_of_people")]
    counters = [c for c in numeric if names_counter(c.header)]  # one at each gate
    if len(parts) > 1 or (len(counters) > 1 and counters == numeric):
        return [Division(parts or counters)]
    if gates := _gates([*numeric, *(c for c in columns if c.meaning == "unused" and c.filled and c.is_numeric)]):
        return [Division(gates)]
    numeric += [c for c in columns if c.meaning == "people" and c not in numeric and _holds_counts(c)]
    several = sorted(
        (c for c in numeric if c.meaning == "people"),
        key=lambda c: (is_planned(c.header) or is_of_nobody(c.header), not is_actual(c.header), is_of_tallies(c)),
    )
    several = sorted(several, key=lambda c: not (counts_who_came(c.header) and _are_of(several, c.header)))
    if len(several) > 1 and (sums := [c for c in numeric if c.meaning == "total"]):
        return [Division(sums[-1:])]
    people = several or [c for c in numeric if c.meaning in ("total", "present")]
    if sum(c.meaning == "present" for c in people) > 1:  # of several doors or hours, with their sum
        people = [c for c in people if c.meaning == "total"] or people
    only = numeric if len(numeric) == 1 and numeric[0].meaning in ("", "signature") else []  # "Signatures: 12"
    return [Division(people[:1] or only)] if people or only else []


def _gates(numeric: Sequence[Column]) -> list[Column]:
    """Returns the columns of several gates ("North gate", "South gate") at which people were counted as they came in,
    none if other numbers may be of people too."""
    gates = [c for c in numeric if c.meaning in _OF_GATES and names_entrance(c.header) and not is_of_things(c.header)]
    words = {word for column in gates for word in normal(column.header).split()}
    beside = {c.at for c in numeric if counts_no_people(c.header) or header_starts(c.header, "other_numbers")}
    others = [c for c in numeric if c not in gates and not (is_sum_column(c) or c.at in beside)]
    return gates if len(gates) > 1 and words.isdisjoint(tools("goings")) and not others else []


def _are_of(columns: Sequence[Column], header: str) -> bool:
    """Whether a header names no other people than those of the other columns ("Alunni in elenco", "Alunni venuti")."""
    known = people_words("people") | {
        word for one in columns if one.header != header for word in normal(one.header).split()
    }
    return all(word in known for word in normal(header).split() if names_people(word))


def is_of_tallies(column: Column) -> bool:
    """Returns whether a column holds strokes: where numbers stand beside them, these say how many they are."""
    return column.share("tally") >= _COUNTED_SHARE


def _holds_counts(column: Column) -> bool:
    """Whether most of a column's values say how many people there were, also in words."""
    return column.share("rough") + column.share("number") >= _COUNTED_SHARE


def _by_kind(numeric: Sequence[Column], broken_down: Sequence[Column]) -> list[Division]:
    """Returns a division for each kind that the columns divide the people by: community, gender, group, age band."""
    found: dict[str, list[Column]] = {}
    for column in broken_down:
        found.setdefault(_kind(column), []).append(column)
    if both := [c for c in found.get("community", ()) if VocabularyKind.GENDER in c.codes]:
        covered = {c.codes.get(VocabularyKind.COMMUNITY) for c in both}
        found["community"] = [
            c for c in found["community"] if c in both or c.codes.get(VocabularyKind.COMMUNITY) not in covered
        ]
        found.pop("gender", None)
    sums = any(map(is_sum_column, numeric))
    if "gender" in found and not sums:
        _join_beside_genders(found)
    main = next(kind for kind in ("community", "gender", "group", "age_band", "") if kind in found)
    if "gender" in found and all(c.partial for c in broken_down):
        main = "gender"
    first = [c for c in broken_down if c in found[main] or _kind(c) == ""]
    if main == "community":
        first += _unnamed_between(numeric, [c for c in broken_down if c in first])
    return [Division(first), *(Division(parts) for kind, parts in found.items() if kind not in (main, ""))]


def _kind(column: Column) -> str:
    if column.is_of_community:
        return "community"
    if VocabularyKind.GENDER in column.codes:
        return "gender"
    if VocabularyKind.GROUP in column.codes:
        return "group"
    return "age_band" if column.age_band else ""


def _join_beside_genders(found: dict[str, list[Column]]) -> None:
    """Counts a column of children beside women and men with these, or one of a group: no total includes them."""
    for kind in ("age_band", "group"):
        beside = found.get(kind, [])
        if len(beside) == 1 and not beside[0].partial and "community" not in found:
            found["gender"] += found.pop(kind)


def _rest_column(columns: Sequence[Column], counted: Sequence[Column]) -> Column | None:
    """Returns the column with all people if the counted columns are only a part of them."""
    if len(counted) == 1 and counts_who_came(counted[0].header):
        return None  # "of whom present": the others were absent
    by_gender = all(c.codes.keys() == {VocabularyKind.GENDER} for c in counted)
    by_age = all(c.age_band and not c.codes for c in counted)
    beside_ages = any(c.age_band for c in columns if c.is_numeric)  # "Families' adults" beside "Children"
    of_kind = bool(counted[0].codes) or counted[0].is_of_community
    one_of_several = len(counted) == 1 and of_kind and not beside_ages
    if not (by_gender or by_age or one_of_several or all(c.partial for c in counted)):
        return None
    sums = sum_columns(columns, counted)
    if sums or not all(c.partial for c in counted):
        return sums[-1] if sums else None
    before = [c for c in columns if c.at < counted[0].at and c.is_numeric and c not in counted]
    whole = before[-1] if before else None  # that of whom they are a part, whatever its header
    free = whole is not None and whole.meaning in _OF_ANYTHING and not (whole.codes or whole.date or whole.age_band)
    return whole if whole is not None and free and not is_planned(whole.header) else None


def _unnamed_between(numeric: Sequence[Column], coded: Sequence[Column]) -> list[Column]:
    """Returns number columns among those by community whose header is unknown: their people count too."""
    places = [column.at for column in coded if column.is_of_community]
    if len(places) < 2:
        return []
    near = range(min(places) - 1, max(places) + 2)
    unnamed = [c for c in numeric if c not in coded and not (c.codes or c.date or c.age_band or is_sum_column(c))]
    return [c for c in unnamed if c.at in near and not counts_no_people(c.header)]


def sum_columns(columns: Sequence[Column], counted: Sequence[Column]) -> list[Column]:
    """Returns the columns of totals beside the counted columns; those of people only if no header says that it sums
    up."""
    sums = [c for c in columns if c not in counted and is_sum_column(c) and c.is_numeric and not is_of_team(c.header)]
    return [c for c in sums if c.meaning != "people" or is_total(c.header)] or sums


def is_sum_column(column: Column) -> bool:
    """Returns whether a column holds totals or all people."""
    words = column.header.split()
    came = column.meaning == "present" and not (column.codes or column.partial) and tells_coming(column.header)
    if is_total(column.header) or column.meaning in ("total", "people") or (came and column.is_numeric):
        return True
    return bool(words) and is_total(words[-1])
