"""What the headers of a table's columns state: days of sessions, and what their numbers of people are divided by."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from itertools import pairwise, takewhile

from liaison_metrics.domain.project import NOT_STATED, VocabularyKind
from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.model import Cell
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.words.cells import is_not_stated, number_of
from liaison_metrics.sheets.words.date_parts import days_without_year, only_school_year, year_at_school, years_in
from liaison_metrics.sheets.words.dates import StatedDate, find_dates, read_date
from liaison_metrics.sheets.words.headers import Manner
from liaison_metrics.sheets.words.lists import alternatives, is_planned, normal, people_words, tools, topics
from liaison_metrics.sheets.words.phrases.absence import says_who_does_not_count, speaks_of_coming
from liaison_metrics.sheets.words.phrases.ages import age_band_of
from liaison_metrics.sheets.words.phrases.numbers import names_entrance, without_of_whom
from liaison_metrics.sheets.words.phrases.prose.things import is_of_team, is_of_things
from liaison_metrics.sheets.words.phrases.titles.coming import counts_absent
from liaison_metrics.sheets.words.presence import names_people
from liaison_metrics.sheets.words.vocabulary import Vocabulary

_PATH = re.compile(r"(?=[^/]*_)[\w-]+(?:/[\w-]+)+")
_SESSION_DATE = re.compile(
    r"(?<!\d)(\d{1,2}\s*[./]\s*\d{1,2}(?:\s*[./-]\s*(?:\d{4}|\d{2}))?|\d{1,2}-\d{1,2}-(?:\d{4}|\d{2}))\.?(?!\d)"
)

_IN_BRACKETS = re.compile(r"\([^()]*\)")

_HOURS = re.compile(r"(?<![\d./-])(\d{1,2})\s*[-–]\s*(\d{1,2})(?![\d./-])")
"""Two numbers that are hours in one header ("Morning 9-12") and a day and a month in another ("9-12")."""

_CLOCKS = re.compile(
    r"(?<![\d./:-])\d{1,2}(?:[.:](\d{2})\s*[-–]\s*\d{1,2}(?:[.:]\d{2})?|\s*[-–]\s*\d{1,2}[.:](\d{2}))(?![\d./:-])"
)
"""Two times of day, of which one has minutes ("9.30-13"): a part of a date only if the minutes are a month."""

_CLOCK_BEFORE = re.compile(rf"(?<!\w){alternatives('before_time')}\s*$", re.I)
_CLOCK_BEHIND = re.compile(rf"^\s*(?:{alternatives('clock')}|{alternatives('half_day')})(?!\w)", re.I)
_SCALE = re.compile(r"(?<![\d./-])([01])\s*[-–]\s*([3-7]|10)(?![\d./-])")
"""The lowest and the highest rating, which look like a day and a month."""

_MOSTLY_RATED, _TICK = 0.8, 1
"""Some leave a question out; nothing but 1 and 0 are ticks."""

_FEWEST_WORDS = 2
"""A header of a question has more words than one ("Meeting 1-5"), or one of ratings."""

_LAST_HOUR, _LAST_MONTH = 24, 12
_SHORTEST_UNKNOWN = 5
"""A shorter header is an abbreviation."""


def without_hours(columns: Sequence[Column]) -> None:
    """Takes the date from columns whose headers state hours ("Morning 9-12"): beside a part of the day or a word for
    the clock, or where other headers are hours as well."""
    for column in columns:
        clocks, beside = _CLOCKS.search(column.header), _CLOCKS.sub(" ", column.header)
        hours = clocks and (int(clocks[1] or clocks[2]) > _LAST_MONTH or names_part_of_day(beside))
        if hours and not (find_dates(beside) or days_without_year(beside)):
            column.date = None
    stated = [(column, found) for column in columns if (found := _HOURS.search(column.header))]
    spans = {(int(found[1]), int(found[2])) for _column, found in stated}
    rising = all(start < end <= _LAST_HOUR for start, end in spans)
    hours = rising and (any(start > _LAST_MONTH for start, _end in spans) or _follow_one_another(spans))
    for column, found in stated:
        before, behind = column.header[: found.start()], column.header[found.end() :]
        said = names_part_of_day(column.header) or bool(_CLOCK_BEFORE.search(before) or _CLOCK_BEHIND.search(behind))
        if column.date and not (column.date.year or column.date.day) and (hours or said):
            column.date = None


def name_halves_of_day(columns: Sequence[Column]) -> None:
    """Takes two headers side by side that abbreviate the halves of a day ("a.m.", "p.m."; "form.", "eft.") as parts of
    the event, as "Morning" and "Afternoon" are: alone, such letters may mean something else."""
    for first, second in pairwise(columns):
        if are_halves_of_day(first.header, second.header):
            first.said = second.said = "session"
            first.manner = second.manner = Manner.WORD


@lru_cache(maxsize=20_000)
def are_halves_of_day(first: str, second: str) -> bool:
    """Returns whether two headers abbreviate the first half of a day and the second."""
    letters = normal(first).replace(" ", ""), normal(second).replace(" ", "")
    return all(letters) and "".join(letters) in _halves_of_day()


@cache
def _halves_of_day() -> frozenset[str]:
    return frozenset(form.replace(" ", "") for form in tools("halves_of_day"))


def names_only_people(header: str) -> bool:
    """Returns whether a header is a plain word for people, perhaps for new ones or those who came in ("Antal børn",
    "New guests", "Gæster ind ad døren")."""
    words = normal(without_count(header)).split()
    people = [word for word in words if names_people(word) or word in people_words("minors")]
    known = [word for word in words if word in people or word in tools("new_people") or speaks_of_coming(word)]
    return bool(people) and (known == words or names_entrance(header))


def names_part_of_day(header: str) -> bool:
    """Returns whether a header has a word for a part of the day ("Morning 9-12")."""
    return not tools("parts_of_day").isdisjoint(normal(header).split())


def _follow_one_another(spans: set[tuple[int, int]]) -> bool:
    """Whether each of several spans begins where another one ends, but the first. Days of a series have one month."""
    ends = {end for _start, end in spans}
    return len(spans) > 1 and len(ends) == len(spans) and all(start in ends for start, _end in sorted(spans)[1:])


def resolve_by_neighbours(columns: Sequence[Column]) -> None:
    """Resolves headers that depend on the others: "others" beside genders is another gender, beside communities no
    named community; d beside w and m is divers."""
    forms = {column.at: normal(without_of_whom(column.header)) for column in columns}
    by_gender = [
        c for c in columns if c.codes.keys() == {VocabularyKind.GENDER} and forms[c.at] not in tools("other_people")
    ]
    _genders_by_letter(columns, forms)
    gendered = any(VocabularyKind.GENDER in column.codes for column in columns)
    of_divers = _headed_by_letter(forms, "d", beside=("w", "m")) if gendered else ()
    for column in columns:
        if column.at in of_divers:
            column.codes = {VocabularyKind.GENDER: "non_binary"}
            column.said = "" if column.said == "people" else column.said
        elif column.codes and forms[column.at] in tools("other_people"):
            column.codes = _codes_of_others(column, columns, genders=len(by_gender))
        elif not (column.codes or column.said) and column.is_numeric and _says_unknown(column.header):
            column.codes = _codes_of_others(column, columns, genders=0)  # "not known" beside communities
        elif (
            column.codes.get(VocabularyKind.COMMUNITY) == NOT_STATED
            and len(by_gender) >= 2
            and not any(c.is_of_community and c.codes.get(VocabularyKind.COMMUNITY) != NOT_STATED for c in columns)
        ):
            column.codes = {VocabularyKind.GENDER: NOT_STATED}  # gender not stated


def _headed_by_letter(forms: Mapping[int, str], letter: str, *, beside: Sequence[str]) -> set[int]:
    """Returns the columns under a letter, perhaps behind a word ("Teilnehmende d"), that stand beside others under
    the same word and other letters."""
    parts = {at: form.rpartition(" ")[::2] for at, form in forms.items()}
    said = set(parts.values())
    return {at for at, (word, last) in parts.items() if last == letter and all((word, one) in said for one in beside)}


def _says_unknown(header: str) -> bool:
    """Whether a header says that something is not known, in no abbreviation ("NR" is of numbers)."""
    return len(header) >= _SHORTEST_UNKNOWN and is_not_stated(header)


def _codes_of_others(others: Column, columns: Sequence[Column], genders: int) -> dict[VocabularyKind, str]:
    """Returns what "others" says beside so many genders, beside communities, or beside quarters of a town: nothing."""
    if genders >= 2:
        return {VocabularyKind.GENDER: "non_binary"}
    named = any(column.is_of_community for column in columns if column is not others)
    return {VocabularyKind.COMMUNITY: NOT_STATED} if named else {}


def _genders_by_letter(columns: Sequence[Column], forms: Mapping[int, str]) -> None:
    """Reads the last letter of several number headers as a gender ("adults F", "adults M")."""
    letters = {**dict.fromkeys("fwkdγ", "female"), **dict.fromkeys("muα", "male")}
    numeric = (
        c for c in columns if not c.codes.keys() & {VocabularyKind.GENDER, VocabularyKind.COMMUNITY} and c.is_numeric
    )
    ending = {c.at: c for c in numeric if forms[c.at][-2:-1] == " "}
    found = {at: letters[forms[at][-1]] for at in ending if forms[at][-1] in letters}
    if set(found.values()) == {"female", "male"}:
        for at, gender in found.items():
            ending[at].codes[VocabularyKind.GENDER] = gender
            ending[at].meaning = "" if ending[at].meaning == "people" else ending[at].meaning


def without_path(text: str) -> str:
    """Returns the last part of a form question's path ("grp_people/syrian")."""
    return text.rpartition("/")[2] if _PATH.fullmatch(text) else text


def without_count(text: str) -> str:
    """Returns a header without leading words for counting ("number of women")."""
    words = text.split()
    starts = (end for end in (2, 1) if len(words) > end and normal(" ".join(words[:end])) in tools("count_of"))
    return " ".join(words[next(starts, 0) :]).lstrip("# ")


def date_of(table: Table, at: int, texts: list[str]) -> StatedDate | None:
    """Returns the date in a column's header, None if there is none."""
    for row in reversed(table.headers):
        cells = table.grid.rows[row]
        if at < len(cells) and (stated := read_date(cells[at])):
            return stated
    outside = [text for whole in texts if (text := _IN_BRACKETS.sub(" ", whole)) != whole]
    plain = [text for text in outside if find_dates(text) or days_without_year(text) or _SESSION_DATE.search(text)]
    for text in plain or texts:  # "14 July (moved from 13 July)"
        if (found := _SESSION_DATE.search(text)) and (stated := read_date(found[1])):  # "4.00PM" is no day
            return stated
        words = text.split()
        for start in range(len(words)):
            if stated := read_date(" ".join(words[start:])):
                return stated
        if len(dates := find_dates(text)) == 1:
            return dates[0]
        if len(days := days_without_year(text)) == 1:
            return days[0]
    return None


def codes_of(texts: list[str], vocabulary: Vocabulary) -> dict[VocabularyKind, str]:
    """Returns the project's words that the texts of a header are, one of each kind."""
    found: dict[VocabularyKind, str] = {}
    for kind in (
        VocabularyKind.COMMUNITY,
        VocabularyKind.GENDER,
        VocabularyKind.CITY,
        VocabularyKind.ACTIVITY,
        VocabularyKind.GROUP,
    ):
        for text in texts:
            # "Kinder" is one letter from the Danish word for women.
            whole = len(text) <= 2 or (kind is VocabularyKind.GENDER and age_band_of(text) is not None)
            whole = whole or (kind is VocabularyKind.ACTIVITY and _names_stand(text))  # "Infostand", no "Infostunde"
            code = vocabulary.exact(kind, text) if whole else vocabulary.code(kind, text)
            if code and kind not in found:
                found[kind] = code
    return found


def _names_stand(text: str) -> bool:
    return any(stand in normal(text) for stand in tools("stands"))


def gender_beside_age(texts: Sequence[str], vocabulary: Vocabulary) -> str:
    """Returns the gender that a header names beside an age ("Women under 30", "30+ Männer"), "" if there is none."""
    for text in texts:
        for label, age in parts_beside_age(text):
            if age_band_of(age) and (code := vocabulary.exact(VocabularyKind.GENDER, label)):
                return code
    return ""


def parts_beside_age(text: str) -> list[tuple[str, str]]:
    """Returns the ways to divide a header into one word and the rest, which may be an age: the first word, or the
    last."""
    words = text.replace(",", " ").split()
    if len(words) < _FEWEST_WORDS or not any(map(str.isdigit, text)):
        return []
    return [(words[0], " ".join(words[1:])), (words[-1], " ".join(words[:-1]))]


def complete_years(columns: Sequence[Column]) -> None:
    """Adds the year to session dates without one if the other headers agree on it ("7 Oct", "14 Oct 2021"), or the
    headers above the days do ("Dates 2021", "Termine 2021/22")."""
    dated = [column for column in columns if column.date]
    years = {column.date.year for column in dated if column.date} - {0}
    years = years or set().union(*(years_in(column.header) for column in dated))
    school_year = only_school_year(column.header for column in dated)
    for column in dated:
        if column.date and not column.date.year and not column.date.impossible:
            year = next(iter(years)) if len(years) == 1 else year_at_school(column.date, None, school_year)
            column.date = replace(column.date, year=year)


def is_scale(header: str, sample: Sequence[Cell]) -> bool:
    """Returns whether a header tells the numbers between which people rate something ("Rate the session 1-5"), and most
    cells are different ones of these: no day of a session."""
    found = next(_SCALE.finditer(header), None)
    words = [word for word in normal(header).split() if word.isalpha()]
    if found is None or not (len(words) >= _FEWEST_WORDS or any(topics().get(w) == "evaluation" for w in words)):
        return False
    lowest, highest = int(found[1]), int(found[2])
    numbers = [number for value in sample if (number := number_of(value)) is not None]
    rated = len(numbers) >= _MOSTLY_RATED * len(sample) and all(lowest <= number <= highest for number in numbers)
    return rated and max(numbers, default=0) > _TICK and len(set(numbers)) > 1


def without_things_on_days(columns: Sequence[Column]) -> list[Column]:
    """Returns the columns without those that count things, the team or absent people beside others of the same day
    ("12 June: people | bags", "19 June: people | bags"). Beside all people of a day, anything else is no further
    people."""
    days: dict[StatedDate, list[Column]] = {}
    for column in columns:
        if column.date and column.is_numeric:
            days.setdefault(column.date, []).append(column)
    left_out: list[int] = []
    for beside in days.values():
        heads = _under_day([c.header.split() for c in beside]) if len(beside) > 1 else []
        nobody = [c.at for c, head in zip(beside, heads, strict=False) if counts_no_people(head) or counts_absent(head)]
        whole = [c.at for c, head in zip(beside, heads, strict=False) if c.at not in nobody and _names_all(head)]
        if len(nobody) < len(beside):
            left_out += nobody
        if len(whole) == 1:
            left_out += [c.at for c in beside if c.at not in whole and not (c.codes or c.country or c.age_band)]
    return [column for column in columns if column.at not in left_out]


def _under_day(heads: Sequence[Sequence[str]]) -> list[str]:
    """Returns headers without the words with which all of them begin: those of their day."""
    same = len(list(takewhile(lambda some: len(set(some)) == 1, zip(*heads, strict=False))))
    return [" ".join(words[same:]) for words in heads]


def _names_all(head: str) -> bool:
    """Whether a header is of people, or of a number, and of nothing else."""
    words = normal(head).split()
    known = people_words("people") | people_words("fillers") | tools("plain_number") | people_words("present")
    return bool(words) and known.issuperset(words)


def counts_no_people(header: str) -> bool:
    """Returns whether a header is of things, or of the team or absent people."""
    team = is_of_team(header) or says_who_does_not_count(normal(header))
    return is_of_things(header) or team or is_planned(header)
