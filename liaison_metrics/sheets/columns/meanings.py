"""Decides what each column holds, by its header and its values."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import islice

from liaison_metrics.domain.project import NOT_STATED, VocabularyKind
from liaison_metrics.sheets.columns.breakdowns import find_breakdowns
from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.columns.neighbours import complete_years, settle_ambiguous_headers
from liaison_metrics.sheets.columns.session_marks import find_session_marks
from liaison_metrics.sheets.columns.type_inference import MAJORITY, meaning_by_values, value_shares
from liaison_metrics.sheets.model import Cell
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.words.answers import BESIDE, UNUSED, Answers
from liaison_metrics.sheets.words.cells import is_total, number_of, text_of
from liaison_metrics.sheets.words.dates import StatedDate, find_dates, read_date
from liaison_metrics.sheets.words.headers import NAMES, PERSONAL, counts_something_else, is_of_household, meaning_of
from liaison_metrics.sheets.words.lists import normal, tools
from liaison_metrics.sheets.words.names import without_number
from liaison_metrics.sheets.words.people import is_part, without_of_whom
from liaison_metrics.sheets.words.vocabulary import Vocabulary

_SAMPLE = 300
_DESCRIBED = frozenset(("community", "gender", "group", "birth_date", "birth_year", "age", "role"))
_PATH = re.compile(r"(?=[^/]*_)[\w-]+(?:/[\w-]+)+")
_SAYS_NO_WORD = frozenset(("number", "age", "time", "notes"))
_SESSION_DATE = re.compile(
    r"(?<!\d)(\d{1,2}\s*[./]\s*\d{1,2}(?:\s*[./-]\s*(?:\d{4}|\d{2}))?|\d{1,2}-\d{1,2}-(?:\d{4}|\d{2}))\.?(?!\d)"
)


def read_columns(table: Table, vocabulary: Vocabulary, period: tuple[date, date]) -> list[Column]:
    """Returns the columns of a table, each meaning used once. *period* is the project period."""
    columns = []
    for at in table.columns:
        texts = table.header_texts(at)
        sample = list(islice(table.values(at), _SAMPLE))
        if not texts and not sample:
            continue
        column = Column(at, " ".join(texts), table.known_meanings.get(at) or _meaning(texts))
        if column.meaning in PERSONAL:  # formulas that refer to empty cells show 0
            sample = [value for value in sample if text_of(value) != "0"] or sample
        column.partial = any(map(is_part, texts))
        whole = [_without_count(_without_path(without_of_whom(text))) for text in texts]
        column.filled, column.distinct = len(sample), len({text_of(value) for value in sample})
        column.date = _date_of(table, at, texts)
        column.shares = value_shares(sample, vocabulary, period)
        names_nobody = column.meaning in _SAYS_NO_WORD or counts_something_else(normal(column.header))
        column.codes = {} if names_nobody else _codes(whole, vocabulary)
        if column.meaning == "people":
            column.codes.pop(VocabularyKind.GROUP, None)  # "pupils" are people, not a school
            column.meaning = "" if column.codes.keys() & {VocabularyKind.GENDER, VocabularyKind.COMMUNITY} else "people"
        if VocabularyKind.COMMUNITY not in column.codes and not names_nobody:
            column.country = next(filter(None, map(vocabulary.country, reversed(whole))), "")
        columns.append(column)
    _resolve_by_neighbours(columns)
    complete_years(columns)
    for column in columns:
        column.meaning = meaning_by_values(column)
        if column.meaning == "present" and not column.header and 2 * column.filled < len(table.rows):
            column.meaning = "notes"  # a remark about a few (“came late”), not a presence column
        if column.meaning in ("", "activity", "session") and _are_row_numbers(
            list(islice(table.values(column.at), 50))
        ):
            column.meaning = "number"
    find_session_marks(columns, table)
    settle_ambiguous_headers(columns)
    _use_each_meaning_once(columns)
    _find_communities(columns)
    _find_people_by_header(columns)
    _find_names(columns, vocabulary, table)
    _find_counts(columns, table)
    find_breakdowns(columns, table, vocabulary)
    return columns


def _meaning(texts: list[str]) -> str:
    found = [meaning for text in (*reversed(texts), " ".join(texts)) if (meaning := meaning_of(text))]
    if found:
        return next((meaning for meaning in found if meaning != "unused"), found[0])
    return "total" if any(is_total(text) for text in texts) else ""


def _are_row_numbers(sample: Sequence[Cell]) -> bool:
    """Whether the values are row numbers: 1, 2, 3 …"""
    numbers = [number_of(value) for value in sample if not is_total(text_of(value))]
    return len(numbers) > 2 and numbers == list(range(1, len(numbers) + 1))


def _resolve_by_neighbours(columns: Sequence[Column]) -> None:
    """Resolves headers that depend on the others: "others" beside genders is another gender, beside communities no
    named community; d beside w and m is divers."""
    forms = {column.at: normal(without_of_whom(column.header)) for column in columns}
    by_gender = [
        c for c in columns if c.codes.keys() == {VocabularyKind.GENDER} and forms[c.at] not in tools("other_people")
    ]
    _genders_by_letter(columns, forms)
    for column in columns:
        if forms[column.at] == "d" and by_gender and {"w", "m"} <= set(forms.values()):
            column.codes = {VocabularyKind.GENDER: "non_binary"}
        elif column.codes and forms[column.at] in tools("other_people"):
            column.codes = (
                {VocabularyKind.GENDER: "non_binary"} if len(by_gender) >= 2 else {VocabularyKind.COMMUNITY: NOT_STATED}
            )
        elif (
            column.codes.get(VocabularyKind.COMMUNITY) == NOT_STATED
            and len(by_gender) >= 2
            and not any(c.is_of_community and c.codes.get(VocabularyKind.COMMUNITY) != NOT_STATED for c in columns)
        ):
            column.codes = {VocabularyKind.GENDER: NOT_STATED}  # gender not stated


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


def _without_path(text: str) -> str:
    """Returns the last part of a form question's path ("grp_people/syrian")."""
    return text.rpartition("/")[2] if _PATH.fullmatch(text) else text


def _without_count(text: str) -> str:
    """Returns a header without leading words for counting ("number of women")."""
    words = text.split()
    starts = (end for end in (2, 1) if len(words) > end and normal(" ".join(words[:end])) in tools("count_of"))
    return " ".join(words[next(starts, 0) :]).lstrip("# ")


def _date_of(table: Table, at: int, texts: list[str]) -> StatedDate | None:
    for row in reversed(table.headers):
        cells = table.grid.rows[row]
        if at < len(cells) and (stated := read_date(cells[at])):
            return stated
    for text in texts:
        if found := _SESSION_DATE.search(text):
            return read_date(found[1])
        words = text.split()
        for start in range(len(words)):
            if stated := read_date(" ".join(words[start:])):
                return stated
        if len(dates := find_dates(text)) == 1:
            return dates[0]
    return None


def _codes(texts: list[str], vocabulary: Vocabulary) -> dict[VocabularyKind, str]:
    found: dict[VocabularyKind, str] = {}
    for kind in (
        VocabularyKind.COMMUNITY,
        VocabularyKind.GENDER,
        VocabularyKind.CITY,
        VocabularyKind.ACTIVITY,
        VocabularyKind.GROUP,
    ):
        for text in texts:
            code = vocabulary.code(kind, text) if len(text) > 2 else vocabulary.exact(kind, text)
            if code and kind not in found:
                found[kind] = code
    return found


def _use_each_meaning_once(columns: list[Column]) -> None:
    """Keeps each meaning for the column whose values fit it best; the others become unused."""
    _names(columns)
    for column in columns:
        if column.meaning == "city if none":
            column.meaning = "residence" if any(c.meaning == "city" for c in columns) else "city"
        if column.meaning == "group if none":
            column.meaning = "" if any(c.meaning == "group" for c in columns) else "group"
        if column.meaning == "activity or title":
            column.meaning = "title" if any(c.meaning == "activity" for c in columns) else "activity"
    for meaning in ("date", "city", "activity", "title", "community", "group", "gender", "role", "email",
                    "phone", "birth_date", "birth_year", *NAMES):  # fmt: skip
        rivals = [column for column in columns if column.meaning == meaning]
        if len(rivals) > 1:
            key = "name" if meaning in NAMES else meaning
            kept = max(rivals, key=lambda c: (_is_named(c), -_stamped(c), c.share(key) if c.filled else -1.0, -c.at))
            for column in rivals:
                if column is not kept:
                    column.meaning = ""


def _stamped(column: Column) -> bool:
    """Whether a column of dates states when people clicked: not as good as one of days."""
    return column.meaning == "date" and column.share("stamp") >= MAJORITY


def _is_named(column: Column) -> bool:
    """Whether a column of communities is headed so, and not by nationality or origin."""
    form = normal(column.header)
    return column.meaning == "community" and any(stem in form for stem in tools("community_stems"))


def _names(columns: list[Column]) -> None:
    """Reads "Name" beside a family name column as given names, and the other way round ("Nome", "Cognome")."""
    by_meaning = {column.meaning: column for column in columns}
    whole, given, family = map(by_meaning.get, NAMES)
    if whole and family and not given:
        whole.meaning = "given_name"
    elif whole and given and not family:
        whole.meaning = "family_name"


def lists_people(columns: Sequence[Column]) -> bool:
    """Returns whether a table lists people: it has a column that identifies them, or at least two that describe them
    and no counts."""
    meanings = {column.meaning for column in columns}
    return bool(meanings & PERSONAL) or (len(meanings & _DESCRIBED) >= 2 and not _has_counts(columns))


def _find_communities(columns: Sequence[Column]) -> None:
    """Finds, in a table of counts, a community column with an unknown header: some of its words are known, the rest are
    asked."""
    if any(c.meaning in PERSONAL or c.meaning == "community" or c.is_of_community for c in columns):
        return
    numbers = any(c.share("number") >= MAJORITY for c in columns)
    for column in columns if numbers else ():
        if not column.meaning and not column.codes and column.share("community") >= 0.3:
            column.meaning = "community"
            return


def _find_counts(columns: Sequence[Column], table: Table) -> None:
    """Reads the only numbers beside communities as people, even under "N"."""
    if {c.meaning for c in columns if c.meaning} != {"community", "number"} or any(c.codes for c in columns):
        return
    for column in columns:
        if column.meaning == "number" and column.filled > 1 and not _are_row_numbers(list(table.values(column.at))):
            column.meaning = "people"


def _find_people_by_header(columns: Sequence[Column]) -> None:
    """Reads a column under "who" or "family" as names if none has a name and its values are nearly all different."""
    if any(c.meaning in NAMES for c in columns):
        return
    for column in columns:
        form = normal(column.header)
        asks = form in tools("asks_who") or is_of_household(form)
        named = column.share("name") >= 0.8 and column.distinct >= 0.8 * column.filled
        said = max(column.share(kind.value) for kind in (VocabularyKind.COMMUNITY, VocabularyKind.GROUP))
        if asks and column.meaning in ("", "unused") and named and said < MAJORITY and column.filled > 2:
            column.meaning, column.codes = "name", {}
            return


def _find_names(columns: Sequence[Column], vocabulary: Vocabulary, table: Table) -> None:
    """Finds a name column with an unknown header, or none, if no other column identifies people: two to four words,
    nearly all different, no organisations."""
    marked = any(c.date and c.share("session mark") >= MAJORITY for c in columns)
    described = {c.meaning for c in columns} & _DESCRIBED
    if any(c.meaning in PERSONAL for c in columns) or not (marked or described) or _has_counts(columns):
        return
    for column in columns:
        named = column.codes.keys() - {VocabularyKind.ACTIVITY}  # "Person in the interview" is about people
        if column.meaning or column.date or named or column.filled < 2 or column.share("name") < 0.8:
            continue
        texts = [text_of(value) for value in islice(table.values(column.at), _SAMPLE)]
        if len(set(texts)) >= 0.9 * len(texts) and sum(_is_full_name(t, vocabulary) for t in texts) >= 0.7 * len(texts):
            column.meaning = "name"
            return


def _is_full_name(text: str, vocabulary: Vocabulary) -> bool:
    words = without_number(text).replace(",", " ").split()
    named = 2 <= len(words) <= 4 and all(word[0].isupper() or len(word) <= 3 for word in words)
    return named and not any(
        vocabulary.inside(kind, text) for kind in (VocabularyKind.GROUP, VocabularyKind.ACTIVITY, VocabularyKind.CITY)
    )


def _has_counts(columns: Sequence[Column]) -> bool:
    """Whether the table has numbers of people."""
    return any(
        c.meaning in ("people", "total") or ((c.codes or c.date) and c.share("number") >= MAJORITY)
        for c in columns
        if c.meaning not in _DESCRIBED
    )


def apply_column_answers(columns: Sequence[Column], answers: Answers) -> None:
    """Sets the column meanings that people chose. A column that had such a meaning before becomes unused."""
    for column in columns if answers else ():
        meaning = answers.code("column", column.name)
        if meaning is None:
            continue
        for other in columns:
            if other.meaning == meaning and meaning not in ("", UNUSED, BESIDE):
                other.meaning = ""
        column.meaning = meaning
        if meaning == BESIDE:
            column.meaning, column.additional = "people", "plus"
        if meaning == UNUSED:
            column.date, column.codes = None, {}
