"""Unnamed people in a list of people: a column says how many came with the person of a row."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from liaison_metrics.sheets.columns.column import NUMERIC_SHARE, Column
from liaison_metrics.sheets.columns.scoring.tickets import lists_tickets
from liaison_metrics.sheets.headcounts.beside_lists.closing_sums import LabelledNumber, lacks_usual, usual_places
from liaison_metrics.sheets.headcounts.beside_lists.party_sizes import (
    are_event_totals,
    companions_in,
    is_summed_up,
    is_summed_without_signs,
    leaves_most_open,
    more_people,
    names_companions,
    names_families,
    names_groups,
    names_several,
    numbers_by_event,
    people_in,
    says_nobody,
    ties_with_list,
)
from liaison_metrics.sheets.headcounts.beside_lists.ticket_numbers import (
    MOST_TICKETS,
    are_of_orders,
    counts_tickets,
    counts_used_tickets,
    without_fares,
)
from liaison_metrics.sheets.model import Cell, NotCountedReason
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.words.cells import has_total, is_total, number_of, text_of, without_brackets
from liaison_metrics.sheets.words.headers import (
    EVENT,
    counts_adults,
    includes_oneself,
    is_of_companions,
)
from liaison_metrics.sheets.words.lists import normal, people_words, tools
from liaison_metrics.sheets.words.people import additional_code
from liaison_metrics.sheets.words.phrases.absence import tells_absence
from liaison_metrics.sheets.words.phrases.others import accompanying_in_remark
from liaison_metrics.sheets.words.phrases.titles.coming import Told, asks_for_others, tells_coming, told_by
from liaison_metrics.sheets.words.presence import says_absent, says_present

NO_FOOTERS: Mapping[int, Sequence[LabelledNumber]] = MappingProxyType({})

_BOOKED = ("people", "registered", "unused", "number", "city", "residence", "")
"""Meanings of columns of numbers that may say for how many people somebody booked: Greek "that" looks like "where"."""

_WITH_NUMBERS = ("people", "total", "unused", "instructor", "")
"""Meanings of columns that may say how many people a row stands for: "Begleitung" is somebody's who leads, too."""

_FURTHER = ("plus", "others")
"""Codes of headers for people beside the person of a row ("Extra people")."""

_PLAIN_MORE = re.compile(r"\(?\+\s?\d{1,2}\)?")


class AccompanyingPeople:
    """Knows how many people came with the person a row names.

    A column for accompanying people says so directly. A column of people says so if it has a 1 (came alone) or a 0
    (nobody came along). A number of a family's people or adults includes the person; children come in addition. If
    all rows of an event have the same number, it is the event's total and says nothing about a row. A number of tickets
    includes the person's, unless an order has a row for each of its tickets. Of the booked, those who came count.
    """

    def __init__(
        self,
        columns: Sequence[Column],
        rows: Sequence[Sequence[Cell]],
        footers: Mapping[int, Sequence[LabelledNumber]] = NO_FOOTERS,
    ) -> None:
        """*footers* are the numbers that rows below the people state."""
        numeric = [c for c in columns if not c.moment and _is_of_numbers(c, rows)]
        self._came = _came_of_booked(numeric, rows) or _sum_of_marks(numeric, columns, rows)
        self._nobody_at_0, self._signs_are_0, self._sizes = False, False, people_in
        if self._came:
            self._columns, self._without, self._is_clear = [self._came], 1, True
            return
        of_orders = lists_tickets(columns)
        if tickets := next((c for c in numeric if counts_tickets(c, rows, of_orders=of_orders)), None):
            self._columns = [] if are_of_orders(tickets, columns, rows) else [tickets]
            self._without, self._is_clear = 1, True
            return
        if everybody := [c for c in numeric if _counts_with_oneself(c, rows)]:
            self._columns, self._without, self._is_clear = everybody[:1], 1, True
            return
        self._columns, self._without, self._is_clear = [c for c in columns if _adds_people(c, rows)], 0, True
        if self._columns:
            return
        told = [found for some in footers.values() for found in some]
        said, people = _party_sizes(numeric, rows, told)
        if not (said or people) and names_families(columns):
            people = next((c for c in numeric if c.meaning == "present"), None)  # "Family | came as"
        if not said and (named := [c for c in columns if c not in numeric and names_companions(c, rows)]):
            self._columns, self._sizes = named[:1], companions_in
            return
        adults = _adults_and_children(columns)
        may_divide = people is None or counts_adults(normal(people.header)) or _add_up_to(people, adults, rows)
        adults = adults if may_divide and not said else []
        self._columns = adults or [column for column in (said or people,) if column]
        summed = people is not None and is_summed_without_signs(
            people.at, [(people.value(cells), people_in(people.value(cells))) for cells in rows], told
        )
        of_those_who_came = people is not None and tells_coming(people.header)
        self._signs_are_0 = not (said or adults) and (of_those_who_came or summed)
        may_be_nobody = not (said or len(adults) > 1 or (adults and not names_families(columns)))
        includes = self._includes_oneself(columns, rows, may_be_nobody=may_be_nobody, clear=of_those_who_came or summed)
        if adults:
            self._without = int(includes)
            self._is_clear = includes or len(adults) > 1 or not tells_coming(adults[0].header)
        elif people and not said:
            numbers = numbers_by_event(people, [c.at for c in columns if c.meaning in EVENT], rows)
            every = {number for found in numbers for number in found}
            self._columns = [] if every <= {0, 1} or are_event_totals(numbers) else self._columns
            of_groups = names_groups(columns, rows)
            self._without = int(includes or of_groups or includes_oneself(normal(people.header)))
            known = every & ({1} if includes else {0, 1}) and not leaves_most_open(people, columns, rows)
            self._is_clear = bool(known) or of_groups or any(map(names_several, columns))
            together = len(rows) + sum(map(sum, numbers))
            if self._columns and any(one.people == together for one in told):
                self._without, self._is_clear, self._nobody_at_0 = 0, True, False  # a total that adds the people listed

    def _includes_oneself(
        self, columns: Sequence[Column], rows: Sequence[Sequence[Cell]], *, may_be_nobody: bool, clear: bool
    ) -> bool:
        """Returns whether who came alone has a 1, not a 0: rows with 0 people say that nobody came, as it is *clear* if
        the header says so or a sum below, or they lack what the others have, such as a signature."""
        numbers = [self._sum_of(cells) for cells in rows] if self._columns else []
        noughts = [cells for cells, number in zip(rows, numbers, strict=False) if number == 0]
        usual = usual_places([cells for cells, number in zip(rows, numbers, strict=False) if number])
        away = clear or all(lacks_usual(cells, usual) for cells in noughts)
        self._nobody_at_0 = may_be_nobody and bool(noughts) and away
        return self._nobody_at_0 or all(_says_absence(columns, cells) for cells in noughts)

    @property
    def header(self) -> str:
        """The header of the first column that says how many people a row stands for, "" if there is none."""
        return self._columns[0].header if self._columns else ""

    @property
    def any(self) -> bool:
        """Whether a row can stand for more than one person."""
        return bool(self._columns)

    def states(self, cells: Sequence[Cell]) -> bool:
        """Returns whether a row says how many people it stands for."""
        return self._is_clear and bool(self._sum_of(cells))

    def _sum_of(self, cells: Sequence[Cell]) -> int | None:
        """Returns how many people a row states, None if it states no number."""
        values = [column.value(cells) for column in self._columns]
        if self._signs_are_0:
            values = [0 if says_nobody(value) else value for value in values]
        stated = [number for value in values if (number := self._sizes(value)) is not None]
        return sum(stated) if stated else None

    def number_of_row(self, cells: Sequence[Cell]) -> int | None:
        """Returns the number of people who came along, None if the row stands for several people but not clearly how
        many."""
        number = self._sum_of(cells)
        if number is None or number <= self._without:
            return 0
        return number - self._without if self._is_clear else None

    def why_not_counted(self, cells: Sequence[Cell]) -> NotCountedReason | None:
        """Returns why a row doesn't count, None if it does: nobody came of the people whom it booked."""
        nobody = self._sum_of(cells) == 0 if self._nobody_at_0 else self._came and not self._sum_of(cells)
        return NotCountedReason.ABSENT if nobody else None


def accompanying(
    table: Table, columns: Sequence[Column], data: Sequence[int], footers: Mapping[int, Sequence[LabelledNumber]]
) -> AccompanyingPeople:
    """Returns who came along in the rows of a table but its *footers*. Tickets for the way are nobody."""
    rows = [table.grid.rows[row] for row in data if row not in footers]
    return AccompanyingPeople(without_fares(table, columns), rows, footers)


def _party_sizes(
    numeric: Sequence[Column], rows: Sequence[Sequence[Cell]], told: Sequence[LabelledNumber]
) -> tuple[Column | None, Column | None]:
    """Returns the column that says how many came along with each person, and the one that counts all of a row: by their
    headers, or by what rows below the list have *told*."""
    said = next((c for c in numeric if _counts_accompanying(c)), None)
    people = next((c for c in numeric if c.meaning == "people" or _counts_all_people(c)), None)
    if told and not (said and people):
        listed = [cells for cells in rows if not any(is_total(text_of(value)) for value in cells)]
        unknown = [c for c in numeric if c.meaning in ("unused", "")]
        numbers_of = {c.at: [people_in(c.value(cells)) or 0 for cells in listed] for c in unknown}
        said = said or next((c for c in unknown if ties_with_list(numbers_of[c.at], told)), None)
        people = people or next((c for c in unknown if is_summed_up(c.header, c.at, numbers_of[c.at], told)), None)
    return said, people


def _came_of_booked(numeric: Sequence[Column], rows: Sequence[Sequence[Cell]]) -> Column | None:
    """Returns the column that says how many came of the people whom each row booked, as another column counts them."""
    for came in numeric:
        if came.date is not None or _counts_accompanying(came):
            continue
        marks = came.meaning == "present"  # they stand beside how many came along
        for booked in (c for c in numeric if not (c.share("row number") or (marks and _counts_accompanying(c)))):
            if not (tells_coming(came.header) or counts_used_tickets(came, booked) or _marks_arrival(came, booked)):
                continue
            people = [cells for cells in rows if not any(is_total(text_of(value)) for value in cells)]
            pairs = [(people_in(came.value(cells)) or 0, people_in(booked.value(cells))) for cells in people]
            told = [(some, many) for some, many in pairs if many is not None]
            whole = booked is not came and booked.meaning in _BOOKED and len(told) >= NUMERIC_SHARE * len(people)
            most = max((many for _some, many in told), default=0)
            if whole and 1 < most <= MOST_TICKETS and all(some <= many for some, many in told):
                return came
    return None


def _marks_arrival(came: Column, booked: Column) -> bool:
    """Whether a column of who came ("Checked in") stands beside one that doesn't say that."""
    return came.meaning == "present" and told_by(came.header) is Told.CAME and told_by(booked.header) is not Told.CAME


def _sum_of_marks(
    numeric: Sequence[Column], columns: Sequence[Column], rows: Sequence[Sequence[Cell]]
) -> Column | None:
    """Returns the column whose numbers say how many of each row's people came, as the columns before it mark or count
    them ("Child: x", "Mother: x", "Siblings: 2", "People: 4")."""
    for whole in numeric:
        if not (whole.meaning == "people" or _counts_all_people(whole)):
            continue  # of somebody's sessions, say
        parts = [c for c in columns if c.at < whole.at and c.meaning in ("", "unused", "people") and c.date is None]
        marked = [c for c in parts if c.share("mark") >= NUMERIC_SHARE]
        told = [(number, cells) for cells in rows if (number := number_of(whole.value(cells))) is not None]
        people = [(number, cells) for number, cells in told if not any(is_total(text_of(value)) for value in cells)]
        ties = all(number == sum(_people_marked(c.value(cells)) for c in parts) for number, cells in people)
        if len(marked) > 1 and ties and max((number for number, _cells in people), default=0) > 1:
            return whole
    return None


def _says_absence(columns: Sequence[Column], cells: Sequence[Cell]) -> bool:
    """Whether a row says in a mark or a remark that nobody of it came."""
    says = {"present": says_absent, "notes": tells_absence}
    return any(says[c.meaning](c.text(cells)) for c in columns if c.meaning in says)


def _people_marked(value: Cell) -> int:
    return number_of(value) or int(says_present(text_of(value)))


def _is_of_numbers(column: Column, rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether a column holds numbers, also in words ("three") or with a sign ("+3")."""
    if column.is_numeric or column.meaning not in _WITH_NUMBERS:
        return column.is_numeric
    told = Counter((type(value), value) for cells in rows if text_of(value := column.value(cells)))
    possible, fewest = told.total(), NUMERIC_SHARE * told.total()
    for (_type, value), times in told.items():
        possible -= times if people_in(value) is None else 0
        if possible < fewest:
            return False
    return bool(told)


def _counts_all_people(column: Column) -> bool:
    """Whether a total is one of people ("Personen insgesamt"), not of sessions."""
    form = normal(column.header)
    return column.meaning == "total" and (bool({*form.split()} & people_words("people")) or includes_oneself(form))


def _counts_with_oneself(column: Column, rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether a header asks for a number to which whoever fills it in adds oneself ("How many are you? (incl. me)"), or
    is of all people, with those who came along ("People in total (with companions)")."""
    words, plain = set((form := normal(column.header)).split()), without_brackets(column.header)
    said = bool(words & tools("oneself") and includes_oneself(form) and words & tools("including_oneself"))
    said |= plain != column.header and has_total(plain) and not people_words("people").isdisjoint(normal(plain).split())
    few = all((people_in(column.value(cells)) or 0) <= MOST_TICKETS for cells in rows)
    return said and column.meaning in _WITH_NUMBERS and few and not words & tools("other_units")


def _adults_and_children(columns: Sequence[Column]) -> list[Column]:
    """Returns the columns of adults and children of a row, none if no column counts adults."""
    numeric = [c for c in columns if c.is_numeric and c.meaning in ("people", "present", "unused", "")]
    adults = [c for c in numeric if counts_adults(normal(c.header))]
    children = [c for c in numeric if set(normal(c.header).split()) & people_words("minors")]
    return [*adults[:1], *children[:1]] if adults else []


def _add_up_to(people: Column, parts: Sequence[Column], rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether the adults and children of each row are all its people."""
    stated = [(number_of(people.value(cells)), [number_of(part.value(cells)) or 0 for part in parts]) for cells in rows]
    return len(parts) > 1 and all(whole == sum(numbers) for whole, numbers in stated if whole is not None)


def _counts_accompanying(column: Column) -> bool:
    code = column.additional or additional_code(column.header)  # of an answer, or of the header
    may, form = column.meaning in _WITH_NUMBERS and column.meaning != "total", normal(column.header)
    plus = column.header.lstrip().startswith("+")
    return may and (plus or is_of_companions(form) or code in _FURTHER or asks_for_others(column.header))


def _adds_people(column: Column, rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether the numbers of a column have a plus ("+1", "+2 children"): so many came with a person, whatever its
    header says, unless something else is counted in it."""
    if column.meaning not in ("people", "total", "unused", "instructor", ""):
        return False
    at, form = column.at, normal(column.header)
    if not any("+" in text for cells in rows if at < len(cells) and isinstance(text := cells[at], str)):
        return False
    told = {text for cells in rows if any(map(str.isdigit, text := text_of(column.value(cells))))} - {"0"}
    known = any(_PLAIN_MORE.fullmatch(text) or accompanying_in_remark(text) for text in told)
    return (
        known
        and not tools("other_units").intersection(form.split())
        and all(more_people(text) is not None for text in told)
    )
