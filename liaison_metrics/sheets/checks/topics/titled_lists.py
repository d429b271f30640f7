"""Lists whose title, or whose sheet's or file's name, says that they are for another purpose than attendance."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePath

from liaison_metrics.sheets.checks.topics.costs import is_of_payments
from liaison_metrics.sheets.checks.topics.sheet_names import names_things, reason_of_list, topic_of_name
from liaison_metrics.sheets.checks.topics.topic_words import MONEY, titles_of, topic_of_header
from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.columns.meanings import lists_people
from liaison_metrics.sheets.columns.session_marks import read_legend
from liaison_metrics.sheets.columns.value_shares import MAJORITY
from liaison_metrics.sheets.model import NotCountedReason, Reading
from liaison_metrics.sheets.rows.marking.sections.section_words import section_reason
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.tables.text_lines import mark_key
from liaison_metrics.sheets.words.cells import text_of
from liaison_metrics.sheets.words.headers import NAMES, PERSONAL, meaning_of, tells_arrival
from liaison_metrics.sheets.words.lists import evidence, normal, people_words, tools, topics, values
from liaison_metrics.sheets.words.people import additional_code
from liaison_metrics.sheets.words.phrases.titles.coming import heads_present, heads_registered
from liaison_metrics.sheets.words.phrases.titles.documents import document_named
from liaison_metrics.sheets.words.phrases.titles.moments import tells_only_way
from liaison_metrics.sheets.words.presence import counts_who_came

WAITING = "waiting"
"""The topic of lists of people who waited for a place."""

SHOWS_WHO_CAME = frozenset({"present", "joined"})
"""Meanings of columns that say of a list for another purpose who was there."""

_SIGNED = frozenset({"keys", "consent", "money"})
"""Documents that people sign for another reason than that they were there."""

_OF_PARTICIPANTS = frozenset({"community", "gender", "group", "age"})
"""Meanings of columns that describe participants, and nobody who is paid for work."""

_OF_CONTENTS = ("title", "activity")
"""Labels beside which stands what people did or heard at the event."""

_CLOCK = re.compile(r"\b\d{1,2}[.:]\d{2}\b")

_FEWEST_IN_TURN = 6
"""So many people who came one after another were at a door."""

_PLANNED = 5
"""Minutes between times that somebody plans, such as 10:15."""

_SAME_PEOPLE = 0.5
"""A list for another purpose names people of another sheet if so many of its names are theirs: the others are written
otherwise, or stayed away."""

_SERVED = 0.9
"""A list of who eats, sleeps or rides is beside other sheets if they list so many of its people: a name may be
written otherwise."""

_SHORTEST_COMPOUND = 5
"""Shorter words begin others ("bus", "business")."""

_ROOMS = "seating"
"""The topic of rooms and seats: its people were expected there."""

_OF_COUNTED_THINGS = frozenset({"stock", MONEY, "evaluation", "tasks", "keys"})
"""Documents whose numbers are no people."""


def topic_of_document(table: Table, columns: Sequence[Column], counted: Sequence[Column], file: str) -> str:
    """Returns what a list is for if a title or a name says that it isn't about attendance, and no column says who was
    there."""
    topic = document_named([*_own_titles(table), table.grid.name, PurePath(file).stem]) or topic_of_name(
        table.grid.name
    )
    # those who registered may have chosen between the ways
    meanings = {column.meaning for column in columns if not (column.moment and tells_only_way(column.header))}
    explained = topic == "registrations" and _holds_explained_marks(table, columns)
    if explained or (topic == "registrations" and any(_times_arrivals(table, column) for column in columns)):
        return ""
    refunded = topic == MONEY and meanings & _OF_PARTICIPANTS  # who came signs for the fare
    if not topic or meanings & SHOWS_WHO_CAME or ("signature" in meanings and (refunded or topic not in _SIGNED)):
        return ""
    if any(column.meaning in NAMES and _asks_who_came(column.header) for column in columns):
        return ""
    if any(column.date is not None for column in columns):  # a register of several days
        return ""
    if not lists_people(columns):
        things = topic in _OF_COUNTED_THINGS and not _are_of_people([*counted, *columns])
        return topic if things or topic == _ROOMS else ""
    rated = any(topic_of_header(column) == "evaluation" for column in columns)
    return topic if topic != "evaluation" or rated or not meanings & PERSONAL else ""


def _own_titles(table: Table) -> list[str]:
    """Returns the texts above a table without those beside a label for what the event was about ("Topic | Consent")."""
    found: list[str] = []
    for row in table.context_rows:
        texts = [text for value in table.grid.rows[row] if (text := text_of(value))]
        found += texts[:1] if len(texts) > 1 and meaning_of(texts[0]) in _OF_CONTENTS else texts
    return found


def _asks_who_came(header: str) -> bool:
    """Whether a header over names says that these people were there ("Who was there"), and isn't just a word for
    participants, who may only have registered."""
    return heads_present(header) and meaning_of(header) in ("", "present")


def _holds_explained_marks(table: Table, columns: Sequence[Column]) -> bool:
    """Whether a column holds marks of which the sheet says that they mean who was there ("x = present")."""
    present = {mark for mark, came in read_legend(table).items() if came}
    cells = (text_of(value) for column in columns if present for value in table.different_cells(column.at))
    return any(text and mark_key(text) in present for text in cells)


def _times_arrivals(table: Table, column: Column) -> bool:
    """Whether a column has the times at which most of those who registered arrived: its header says so, or they rise
    from row to row and are no times that somebody plans. Dates are when forms arrived."""
    clocks = [found[0] for value in table.values(column.at) if (found := _CLOCK.search(text_of(value)))]
    minutes = [int(hour) * 60 + int(minute) for hour, minute in (re.split("[.:]", clock) for clock in clocks)]
    unplanned = sum(minute % _PLANNED > 0 for minute in minutes) >= len(minutes) / 2
    rise = len(minutes) >= _FEWEST_IN_TURN and unplanned and minutes == sorted(minutes)
    timed = len(clocks) >= MAJORITY * max(1, column.filled)
    arrived = tells_arrival(column.header) and (not column.share("date") or column.filled < len(table.rows))
    return timed and (arrived or (rise and not column.share("date") and column.meaning == "time"))


def is_waiting_list(table: Table, reading: Reading) -> bool:
    """Returns whether the text above a table, or its sheet's name, says that its people waited for a place, and the
    reading has those who were there from another list."""
    return bool(reading.attendances) and document_named([*titles_of(table), table.grid.name]) == WAITING


def is_titled_absent(table: Table, columns: Sequence[Column]) -> bool:
    """Returns whether a line above a list without marks says that its people did not come."""
    if any(column.meaning in SHOWS_WHO_CAME for column in columns):
        return False
    return any(map(says_they_stayed_away, titles_of(table)))


def is_registered_beside_present(table: Table, tables: Sequence[Table], columns: Sequence[Column] = ()) -> bool:
    """Returns whether the line above a list says that its people had registered, and that above another one of the
    file that these were there; or those of its sheet do, or the name of the sheet, and none of its *columns* says who
    came. People who registered on the spot were there."""
    own = (table.grid.name, *titles_of(table))
    marked = any(column.meaning in (*SHOWS_WHO_CAME, "signature") or column.date for column in columns)
    if marked or any(map(additional_code, own)):
        return False
    others = [other for other in tables if other is not table]
    if heads_registered(_last_title(table)) and any(heads_present(_last_title(other)) for other in others):
        return True
    if not any(map(heads_registered, own)) or any(map(heads_present, own)):
        return False
    theirs = [other for other in others if other.grid is not table.grid]
    said = any(heads_present(text) for other in theirs for text in (other.grid.name, *titles_of(other)))
    return said or any(_notes_who_came_of(table, other) for other in theirs)


def _notes_who_came_of(table: Table, other: Table) -> bool:
    """Whether another list is of those who came among the registered people of a table: most of its people are
    theirs, and most have a time of arrival, a signature or a mark."""
    if any(map(heads_registered, (other.grid.name, *titles_of(other)))):
        return False
    noted = any(
        tells_arrival(header) or meaning_of(header) in (*SHOWS_WHO_CAME, "signature")
        for at in other.columns
        if sum(1 for _value in other.values(at)) >= MAJORITY * len(other.rows)
        for header in other.header_texts(at)[-1:]
    )
    people, registered = _people_of(other) if noted else [], _people_of(table)
    return bool(people) and sum(map(registered.__contains__, people)) >= _SAME_PEOPLE * len(people)


def _people_of(table: Table, named: Sequence[int] = ()) -> list[frozenset[str]]:
    """Returns the words of the name in each row, whatever their order and the columns that they stand in; these are
    *named*, or their headers are for names."""
    headed = [at for at in table.columns if any(meaning_of(text) in NAMES for text in table.header_texts(at)[-1:])]
    named = named or headed
    texts = (" ".join(map(text_of, cells)) for cells in zip(*map(table.cells, named), strict=True))
    return [words for text in texts if (words := frozenset(normal(text).split()))]


def reason_above(table: Table, tables: Sequence[Table]) -> NotCountedReason | None:
    """Returns why the people of one of several lists don't count, if the line above it says so ("Volunteers (not
    counted)", "Apologies", "Paid but did not come"), and not that above every other."""
    if not any(not _reason_in(_last_title(other)) for other in tables if other is not table):
        return None
    return _reason_in(_last_title(table)) or (NotCountedReason.STAFF if _lists_helpers(table) else None)


def _reason_in(title: str) -> NotCountedReason | None:
    """Returns why the people below a title don't count ("Apologies", "Paid but did not come"), None if they do."""
    return section_reason(title) or (NotCountedReason.ABSENT if says_they_stayed_away(title) else None)


def reason_of_table(
    table: Table, columns: Sequence[Column], reading: Reading, tables: Sequence[Table], names: Sequence[str]
) -> NotCountedReason | None:
    """Returns why the people of one of a file's *tables*, in sheets of these *names*, don't count; None if they do."""
    stayed_away = is_waiting_list(table, reading) or is_registered_beside_present(table, tables, columns)
    if stayed_away or (len(names) > 1 and is_titled_absent(table, columns)):
        return NotCountedReason.ABSENT
    shows = (c.meaning in SHOWS_WHO_CAME or (c.meaning == "signature" and c.filled) for c in columns)
    told = any(shows)  # of those below "Invited"
    own = reason_of_list(table.grid.name, names, columns[0].header if columns and not told else "")
    if own is NotCountedReason.STAFF and any(c.meaning == "role" and _are_of_all(table, c) for c in columns):
        own = None  # the list of the registration desk
    return own or reason_above(table, tables)


def _are_of_all(table: Table, roles: Column) -> bool:
    """Whether some of the roles of a list are of participants."""
    return any(normal(text_of(value)) in values("participant") for value in table.values(roles.at))


def is_known_not_to_count(table: Table, reading: Reading, tables: Sequence[Table]) -> bool:
    """Returns whether the text above a table says by itself that its people don't count: nobody has to be asked."""
    known = is_waiting_list(table, reading) or reason_above(table, tables) is not None
    return known or is_registered_beside_present(table, tables)


def repeats_people(table: Table, reading: Reading) -> bool:
    """Returns whether most texts of a table's sheet are names of people whom another sheet lists, as those of a plan of
    seats are."""
    known = {normal(row.name) for row in reading.attendances if row.name and row.sheet != table.grid.name}
    texts = [text for cells in table.grid.rows for value in cells if " " in (text := text_of(value))] if known else []
    return bool(texts) and sum(normal(text) in known for text in texts) >= _SAME_PEOPLE * len(texts)


def is_aside(table: Table, columns: Sequence[Column], counted: Sequence[Column], tables: Sequence[Table]) -> bool:
    """Returns whether a table stands beside other sheets that tell who came: it is of payments, or its sheet is named
    after things, or after a meal, rooms, journeys or seats, or about who gets a certificate, has no marks, and lists
    hardly anybody whom the others do not list."""
    if is_of_payments(table, columns, counted, tables) or _is_of_things(table, columns, counted, tables):
        return True
    marked = any(c.meaning in (*SHOWS_WHO_CAME, "signature", "session") or c.date is not None for c in columns)
    if counted or marked or not (_names_service(table.grid.name) or _is_of_certificates(table)):
        return False
    served = _people_of(table, [column.at for column in columns if column.meaning in NAMES])
    others = (one for one in tables if not (_names_service(one.grid.name) or _is_of_certificates(one)))
    listed = {words for other in others for words in _people_of(other)}
    known = sum(map(listed.__contains__, served))
    return known > 1 and known >= min(_SERVED * len(served), len(served) - 1)


def _is_of_things(table: Table, columns: Sequence[Column], counted: Sequence[Column], tables: Sequence[Table]) -> bool:
    """Whether the sheet of a table is named after something else than attendance ("Material", "Programme"), another
    sheet has a table, and no column here says anything of participants or who came."""
    if all(names_things(other.grid.name) for other in tables):
        return False
    if not names_things(table.grid.name) and not _is_of_contacts(table, columns):
        return False
    of_people = {*SHOWS_WHO_CAME, *_OF_PARTICIPANTS} - {"group"}  # "Supplier" may be one
    if any(column.meaning in NAMES for column in columns):
        of_people.add("signature")  # else "Firma" is a company
    texts = [column for column in columns if not column.is_numeric]
    marked = any(c.meaning in of_people for c in texts) or any(c.date is not None for c in columns)
    people = people_words("people") | values("participant")
    told = any(not people.isdisjoint(normal(column.header).split()) for column in counted)
    return not (marked or told or any(counts_who_came(column.header) for column in columns))


def _is_of_contacts(table: Table, columns: Sequence[Column]) -> bool:
    """Whether a sheet named after contacts only has organisations and how to reach them: nobody's name."""
    meanings = {column.meaning for column in columns if column.filled}
    reached = bool(meanings & {"phone", "email"}) and any(column.said == "organisation" for column in columns)
    return reached and meanings.isdisjoint(NAMES) and normal(table.grid.name) in evidence("of_contacts")


def _names_service(name: str) -> bool:
    """Whether the name of a sheet has a word for a meal, rooms, journeys or seats ("Lunch day 1", "Hotelliste")."""
    words, services = normal(name).split(), evidence("of_services")
    compound = tuple(word for word in services if len(word) >= _SHORTEST_COMPOUND)
    return any(word in services or word.startswith(compound) for word in words)


def _is_of_certificates(table: Table) -> bool:
    """Whether the sheet or title of a list says who gets a certificate."""
    compound = tuple(word for word in tools("certificate") if len(word) >= _SHORTEST_COMPOUND)
    words = {word for text in (table.grid.name, *titles_of(table)) for word in normal(text).split()}
    return bool(words & tools("certificate")) or any(word.startswith(compound) for word in words)


def _lists_helpers(table: Table) -> bool:
    """Whether a list is of helpers and their shifts or tasks: the line above it or its sheet's name says so, and a
    header is about shifts or tasks."""
    named = {word for text in (_last_title(table), table.grid.name) for word in normal(text).split()}
    headers = (word for at in table.columns for text in table.header_texts(at) for word in normal(text).split())
    of_shifts = any(topics().get(word) == "roster" or word in tools("task") for word in headers)
    return bool(named & evidence("helpers")) and of_shifts


def _last_title(table: Table) -> str:
    return next(iter(titles_of(table)[::-1]), "")


def says_they_stayed_away(title: str) -> bool:
    """Returns whether a title ends with words that say that the people of a list did not come."""
    form = "" if set("=:") & set(title) else normal(title)
    return any(form.endswith(f" {phrase}") for phrase in tools("stayed_away") if " " in phrase)


def _are_of_people(columns: Sequence[Column]) -> bool:
    """Whether the header of a column of numbers says that they are people."""
    numbers = (column for column in columns if column.is_numeric)
    return any(normal(one.header) in people_words("people") or one.meaning == "people" for one in numbers)
