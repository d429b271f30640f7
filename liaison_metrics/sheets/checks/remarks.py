"""Checks of remarks: words of absence, or for the team, inside a text about somebody who counts; lines that add people
to a list."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

from liaison_metrics.sheets.checks.doubts import ROWS, STATED, Doubt, people_or
from liaison_metrics.sheets.checks.evidence import CheckedTable, Circumstances
from liaison_metrics.sheets.checks.rows.beside_absent import are_marked_beside_absent, tells_of_some
from liaison_metrics.sheets.checks.thresholds import MOST_MORE, MOST_REMARKS, REMARKED_SHARE, SAMPLE, USUAL_SHARE
from liaison_metrics.sheets.headcounts.beside_lists.named_and_others import restates_list
from liaison_metrics.sheets.headcounts.beside_lists.notes_beside import columns_of_notes
from liaison_metrics.sheets.model import NotCountedReason, ReadColumn
from liaison_metrics.sheets.rows.thresholds import MOST_LEADING, MOST_OF_THE_TEAM
from liaison_metrics.sheets.words.answers import PERSON, UNUSED
from liaison_metrics.sheets.words.cells import has_total, is_not_stated, number_of, text_of
from liaison_metrics.sheets.words.lists import (
    additional_words,
    alternatives,
    evidence,
    headers,
    normal,
    people_words,
    tools,
    values,
)
from liaison_metrics.sheets.words.names import text_beside_name
from liaison_metrics.sheets.words.people import BESIDE_LIST, PRESENT, TOTAL, statements_among
from liaison_metrics.sheets.words.phrases.absence import speaks_of_coming, tells_absence, without_other_doings
from liaison_metrics.sheets.words.phrases.found import has_phrase
from liaison_metrics.sheets.words.phrases.prose.things import counts_proxies
from liaison_metrics.sheets.words.phrases.remarks.consent import gives_no_name
from liaison_metrics.sheets.words.phrases.titles.team.people_told import tells_of_minutes
from liaison_metrics.sheets.words.presence import says_absent, says_present
from liaison_metrics.texts import _

_SHORTEST_WORD = 5
"""Shorter words for the team ("host") are parts of other texts."""

_MOST_KINDS = 6
"""A column of capacities has so few different words."""

_OF_ORGANISATIONS = ("", UNUSED, "organisation")
_SHORTEST_ORGANISATION = 4
"""Shorter words in headers of organisations join others ("name of")."""

_ACCOMPANIED = re.compile(rf"\s*{alternatives('accompanied_by')}\s", re.I)
"""Somebody of the team who came along with a participant."""

_MOST_WITH_A_JOB = 0.5
_FEWEST_JOBS = 3
"""A column of jobs has one for so large a share of the people, and so many different ones."""

_NEAR_KIN = 2
"""Of so many words behind a "for", one says for whom ("for her sister")."""

_NEAR = 6
"""A word of coming this near behind a “not” is what it denies."""


_FEWEST_WORDS, _MOST_WORDS = 2, 8
"""How many words a line has that adds people: a number and a word for them. Longer ones are sentences."""

_MOST_CELLS = 2
"""A comma in a line of a text begins another cell."""


def remarks_of_absence(table: CheckedTable, known: Circumstances) -> Iterator[Doubt]:
    """Asks about remarks that seem to say that somebody who counts wasn't there."""
    days = len({(one.event, one.column) for one in table.attendances if one.column})
    marked = Counter(one.row for one in table.attendances if one.column)
    for text, rows in remarks_on(table, ("notes", "", UNUSED), _speaks_of_absence):
        if all(0 < marked[row] < days for row in rows):
            continue  # it says why the person has no mark on the other days
        denied = tools("not").intersection(normal(text).split())
        if not (denied or tells_absence(text)) and are_marked_beside_absent(table, rows):
            continue  # a paper is missing, not the person ("CV missing")
        if tells_of_some(table, text, rows):
            continue  # the others of the party came ("one ill")
        asked = _("Does “{text}” mean that the person wasn't there?").format(text=text)
        figures = people_or(table.people, table.people - len(rows))
        yield Doubt("present", text, ("present", "absent"), asked, figures, len(rows), table.sheet, rows)


def remarks_about_the_team(table: CheckedTable, known: Circumstances) -> Iterator[Doubt]:
    """Asks about remarks with a word for the team beside somebody who counts, and about such a word alone in a column
    that nothing uses, unless that is a column of posts in people's own organisations: where another column names the
    team, a word that several people have is such a post."""
    told = dict(remarks_on(table, ("notes", ""), _speaks_of_the_team))
    is_staff = known.vocabulary.is_staff
    posts = dict(remarks_on(table, (UNUSED,), lambda text: normal(text) in values("staff"), besides=_holds_jobs))
    posts |= dict(_words_of_the_team(table, lambda text: bool(is_staff(text))))
    posts |= dict(_roles_among_organisations(table))
    of_team = any(why is NotCountedReason.STAFF and row in table.rows for row, why in table.fates.not_counted.items())
    told |= {text: rows for text, rows in posts.items() if not (of_team and len(rows) > MOST_LEADING)}
    told |= dict(remarks_on(table, ("organisation", ""), lambda text: text in evidence("hired"), own_too=True))
    for text, rows in told.items():
        if normal(text) in evidence("hired") and _states_those_who_came(table):
            continue  # they needed an interpreter: the sheet's own number has them
        asked = _("Does “{text}” mean that the person belongs to the team?").format(text=text)
        figures = people_or(table.people, table.people - len(rows))
        yield Doubt("role", text, ("participant", "staff"), asked, figures, len(rows), table.sheet, rows)


def _words_of_the_team(table: CheckedTable, is_staff: Callable[[str], bool]) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Yields the words for a project's team in a column that nobody knows, one of a few words for all."""
    of_team = values("staff") | tools("team")  # exactly: "training" is a field of work
    for column in table.read.columns:
        if column.meaning or not column.header or _holds_jobs(table, column) or _holds_remarks(table, column):
            continue
        if set(normal(column.header).split()) & _organisations():
            continue  # "Trainer" may be the name of a firm
        words = table.values(column)
        if len(words) > _MOST_KINDS or words.total() < USUAL_SHARE * len(table.counted):
            continue
        for text in words:
            if is_staff(text) and not of_team.isdisjoint(normal(text).split()):
                yield text, tuple(row for row in table.counted if table.text(row, column.at) == text)


def _roles_among_organisations(table: CheckedTable) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Yields the words for the team that stand in a column of organisations, alone or with brackets: of a few people
    who do something at the event."""
    for column in table.read.columns:
        words = set(normal(column.header).split())
        if column.meaning not in _OF_ORGANISATIONS or not words & _organisations() or words & tools("office"):
            continue
        if _holds_jobs(table, column):
            continue
        found: dict[str, list[int]] = {}
        wanted = {text for text in table.values(column) if text and _is_role(text)}
        for row in table.counted if wanted else ():
            if (text := table.text(row, column.at)) in wanted:
                found.setdefault(text, []).append(row)
        people = sum(map(len, found.values()))
        clear = people > 1 or any("(" in text for text in found)  # one "Trainer" may be from a firm of trainers
        if clear and people <= max(1.0, MOST_OF_THE_TEAM * len(table.counted)):
            yield from ((text, tuple(rows)) for text, rows in found.items())


def _organisations() -> frozenset[str]:
    named = (word for form, meaning in headers().items() if meaning == "organisation" for word in form.split())
    return tools("own_organisation") | {word for word in named if len(word) >= _SHORTEST_ORGANISATION}


def _is_role(text: str) -> bool:
    """Whether a text is a word for the team, perhaps with whom they work for, or has a word for it in brackets."""
    aside = normal(text_beside_name(text))
    own = normal(text.partition("(")[0])
    return own in values("staff") or (bool(aside) and (aside in values("staff") or aside in tools("organising")))


def lines_of_absence(table: CheckedTable, known: Circumstances) -> Iterator[Doubt]:
    """Asks about people who count, but whom a line around the table names as absent."""
    lines = [" ".join(table.texts(row)) for row in (*table.lines_below(), *table.lost)]
    spoken = [f" {normal(line)} " for line in lines if _speaks_of_absence(line)]
    if not spoken:
        return
    named = [(row, normal(table.name(row))) for row in table.counted]
    rows = tuple(row for row, name in named if " " in name and any(f" {name} " in line for line in spoken))
    if rows:
        text = _("A line of the sheet speaks of absence and names somebody in row {rows}. Was this person there?")
        listed = ", ".join(map(str, rows))
        figures = people_or(table.people, table.people - len(rows))
        yield Doubt(
            "row", f"{table.sheet}!{listed}", (PERSON, "absent"), text.format(rows=listed), figures, len(rows),
            table.sheet, rows,
        )  # fmt: skip


def remarks_on(
    table: CheckedTable,
    meanings: tuple[str, ...],
    speaks: Callable[[str], bool],
    *,
    own_too: bool = False,
    besides: Callable[[CheckedTable, ReadColumn], bool] | None = None,
) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Yields each text that *speaks* of something, in columns of remarks and beside names, with its rows. *own_too*:
    also in columns of people's own organisations; *besides*: not in these columns."""
    found: dict[str, list[int]] = {}
    beside = columns_of_notes(table.read.columns, [table.grid.rows[row - 1] for row in table.rows])
    for column in (one for one in table.read.columns if one.at not in beside):
        own = set(normal(column.header).split()) & (tools("office") | tools("own_organisation"))
        left_out = besides is not None and besides(table, column)
        if column.meaning in meanings and not left_out and (own_too or (not own and _holds_remarks(table, column))):
            wanted = {text for text in table.values(column) if text and speaks(text)}
            for row in table.counted if wanted else ():
                if (text := table.text(row, column.at)) in wanted:
                    found.setdefault(text, []).append(row)
    for row in table.counted if _may_have_asides(table) else ():
        if (text := text_beside_name(table.name(row))) and speaks(text):
            found.setdefault(text, []).append(row)
    for text, rows in found.items():
        yield text, tuple(rows)


def _holds_jobs(table: CheckedTable, column: ReadColumn) -> bool:
    """Whether a column says what work most people do elsewhere: its header says so, and they have several jobs. A word
    for what people only are at an event is none."""
    if normal(column.header) not in tools("job"):
        return False
    found = Counter({text: times for text, times in table.values(column).items() if text})
    elsewhere = not any(normal(text) in tools("only_at_events") for text in found)
    most = found.total() >= _MOST_WITH_A_JOB * len(table.counted)
    return elsewhere and most and len(found) >= _FEWEST_JOBS


def _holds_remarks(table: CheckedTable, column: ReadColumn) -> bool:
    values_there = table.values(column)
    filled = len(table.counted) - values_there[""]
    usual = max((times for text, times in values_there.items() if text and not _is_answer(text)), default=0)
    filled -= usual if 2 * usual > len(table.counted) else 0  # "done" beside most, who need no remark
    few = filled <= max(1.0, REMARKED_SHARE * len(table.counted))
    return filled > 0 and few and len(values_there) <= MOST_REMARKS + 1


def _is_answer(text: str) -> bool:
    return says_present(text) or says_absent(text)


def _may_have_asides(table: CheckedTable) -> bool:
    """Whether names may have asides, as the sheet writes them: names that count are read without."""
    return any(mark in table.name(row) for row in table.counted[:SAMPLE] for mark in "([–-")


def _speaks_of_absence(text: str) -> bool:
    text = without_other_doings(text)
    words = f" {normal(text)} "
    if gives_no_name(text):  # "did not give her name"
        return False
    if has_phrase(words, evidence("stayed_away")):
        return True
    said = words.split()
    denied = next((at for at, word in enumerate(said) if word in tools("not")), len(said))
    return any(map(speaks_of_coming, said[denied + 1 : denied + _NEAR]))


def _speaks_of_the_team(text: str) -> bool:
    if _ACCOMPANIED.match(text):  # "with interpreter"
        return False
    form = normal(text)
    if has_phrase(form, evidence("of_somebody_else")) or _is_for_kin(form):
        return False
    rest = [word for word in form.split() if word not in values("staff") | evidence("hired")]
    if rest and says_present(" ".join(rest)):
        return False  # "interpreter present": somebody else
    words = {word for word in form.split() if len(word) >= _SHORTEST_WORD}
    if tells_of_minutes(text):
        return True
    employed = any(f" {stem}" in f" {form}" for stem in evidence("employed"))
    named = bool(words & values("staff")) or form in evidence("hired")
    return (employed or named) and not _speaks_of_absence(text)


def _states_those_who_came(table: CheckedTable) -> bool:
    """Whether a line below states as many people as count, while more are listed."""
    if not any(row in table.rows for row in table.fates.not_counted):
        return False
    lines = [table.grid.rows[row - 1] for row in (*table.lost, *table.lines_below())]
    stated = {one.people for cells in lines for one in statements_among(cells) if one.kind in (PRESENT, TOTAL)}
    summed = (cells for cells in lines if any(has_total(text_of(value)) for value in cells))
    return table.people in stated or any(number_of(value) == table.people for cells in summed for value in cells)


def _is_for_kin(form: str) -> bool:
    """Whether a remark says what somebody does for their family or friends ("interprets for her sister")."""
    said = form.split()
    told = (said[at + 1 : at + 1 + _NEAR_KIN] for at, word in enumerate(said) if at and word in tools("done_for"))
    return any(word in tools("kin") for words in told for word in words)


def lines_of_more_people(table: CheckedTable, known: Circumstances) -> Iterator[Doubt]:
    """Asks about a line below people that adds a number to them and was not understood ("+ 3 neighbours")."""
    if not table.attendances or len(table.events) != 1:
        return
    for row in (*table.lost, *table.lines_below()):
        texts = table.texts(row)
        labelled = len(texts) > 1 and number_of(texts[-1]) is not None
        line = ": ".join(texts) if labelled else "".join(texts[:1])
        few = 0 < len(texts) <= _MOST_CELLS and row not in table.fates.heads
        more = _more_in(line, labelled=labelled) if few and not counts_proxies(line) else 0
        if more and more == sum(one.people for one in table.headcounts if one.additional):
            continue  # the sum of those who came along with the people of the list
        if any(not one.additional and one.people >= len(table.attendances) + more for one in table.headcounts):
            continue  # a total that counts includes them
        stated = statements_among(table.grid.rows[row - 1])
        if any(restates_list(one, {len(table.counted)}) for one in stated):
            continue
        if more and all(one.is_additional for one in stated):
            together = table.people + more
            text = _("“{line}” in row {row} seems to add people to the list. Were they there too?")
            yield Doubt(
                "total", str(together), (ROWS, STATED), text.format(line=line, row=row),
                people_or(table.people, together), more, table.sheet, tuple(table.counted), blocking=True,
            )  # fmt: skip
            return


def _more_in(text: str, *, labelled: bool) -> int:
    """Returns the number of people that a line adds to those above it, 0 if it adds none. A label with its number in a
    cell of its own sums up others, unless it begins with those who stand on no list."""
    words, phrases = normal(text).split(), additional_words()
    begins = {" ".join(words[:end]) for end in (1, 2)}
    unlisted = {phrase for phrase, code in phrases.items() if code in BESIDE_LIST}
    adds = text.startswith("+") or not begins.isdisjoint(unlisted if labelled else people_words("and") | phrases.keys())
    numbers = [int(word) for word in words if word.isdecimal()]
    adds = adds and not is_not_stated(" ".join(word for word in words if not word.isdecimal()))
    if not adds or len(numbers) != 1 or len(words) < _FEWEST_WORDS or len(words) > _MOST_WORDS:
        return 0
    return numbers[0] if numbers[0] <= MOST_MORE else 0
