"""Messages of an exported chat: the time and the sender before each are left out, unless the senders say of themselves
whether they were there."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.tables.lists.names_in_lines import closes_letter
from liaison_metrics.sheets.words.cells import is_phone, text_of
from liaison_metrics.sheets.words.dates import find_dates
from liaison_metrics.sheets.words.lists import normal, tools, values
from liaison_metrics.sheets.words.names import is_person
from liaison_metrics.sheets.words.phrases.absence import tells_absence
from liaison_metrics.sheets.words.phrases.found import has_phrase
from liaison_metrics.sheets.words.phrases.pasted_lines import says_came, says_stayed_away, without_pictures

_TYPED_ROWS = 2_000
_STAMP = re.compile(
    r"[^\w\[]{0,2}\[?\d{1,2}(?:[./-]\d{1,2}[./-]\d{2,4}|\.?\s[^\W\d]{3,10}\.?\s\d{4}),?\s+\d{1,2}[:.]\d{2}"
    r"(?:[:.]\d{2})?(?:\s?[apAP]\.?[mM]\.?)?\]?\s*(?:[-–]\s*)?([^:]{1,40}):\s+"
)
"""The time of a message and who sent it ("[09.06.21, 18:22:41] Ida Holm: ")."""

_STAMP_ALONE = re.compile(
    r"(?:[^:\d\[(]{2,40}?,?\s*)?[\[(]?(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}\.?\s[^\W\d]{3,}\.?\s\d{4}),?\s+"
    r"\d{1,2}[:.](\d{2})(?:[:.]\d{2})?(?:\s?[apAP]\.?[mM]\.?)?[\])]?(?:\s*[-–,]?\s*[^:\d]{2,40})?:?"
)
"""The same in a line of its own above the message ("Ida Holm, [09.06.21 18:22]")."""

_PLANNED_MINUTES = 5
"""Events begin at round times, messages at any."""

_FEWEST_MESSAGES, _FEWEST_ALONE = 3, 2

_FEWEST_REPLIES = 3
_MOSTLY = 0.6
"""From this share of the senders on, beside who asks, the messages are replies to the question who was there."""

_LONGEST_REPLY, _SHORTEST_WORD = 8, 4
_COLUMNS = {0: "name", 1: "present"}


def without_stamps(grid: Grid) -> Grid:
    """Returns an exported chat without the time and the sender before each message: neither is about the event. Where
    the senders reply whether they were there, they are its people."""
    texts = [cells[0] if cells and isinstance(cells[0], str) else "" for cells in grid.rows[:_TYPED_ROWS]]
    alone = {
        row: int(stamp[1]) for row, text in enumerate(texts)
        if (stamp := _STAMP_ALONE.fullmatch(text.strip())) and not any(map(text_of, grid.rows[row][1:]))
    }  # fmt: skip
    sent = any(minute % _PLANNED_MINUTES for minute in alone.values()) and len(alone) >= _FEWEST_ALONE
    alone = alone if sent else {}
    found = {row: stamp for row, text in enumerate(texts) if (stamp := _STAMP.match(text))}
    found = found if len(found) >= _FEWEST_MESSAGES or _is_exported(texts, found) else {}
    if not found and not alone:
        return grid
    if replies := _replies(grid, texts, found):
        return replies
    rows = [
        [] if row in alone else [texts[row][found[row].end() :], *cells[1:]] if row in found else cells
        for row, cells in enumerate(grid.rows)
    ]
    return replace(grid, rows=rows)


def _is_exported(texts: Sequence[str], found: Mapping[int, re.Match[str]]) -> bool:
    """Whether few messages have a time in brackets, as exported ones do, and the day of the event stands elsewhere."""
    own = [text[found[row].end() :] if row in found else text for row, text in enumerate(texts)]
    return bool(found) and all("[" in stamp[0] for stamp in found.values()) and any(map(find_dates, own))


def _replies(grid: Grid, texts: Sequence[str], found: Mapping[int, re.Match[str]]) -> Grid | None:
    """Returns the messages as rows of a name and whether the person was there, None if few of them say so. Who asks
    must say so in more than a word ("ok")."""
    said = {row: (stamp[1].strip(" ~\u200e"), texts[row][stamp.end() :]) for row, stamp in found.items()}
    asks = next(iter(said.values()), ("", ""))[0]
    came = {
        row: told for row, (name, text) in said.items()
        if (is_person(name) or is_phone(name)) and (told := _says_whether_there(text, short=name != asks)) is not None
    }  # fmt: skip
    senders, replied = {name for name, _text in said.values()} - {asks}, {said[row][0] for row in came}
    if len(replied) < max(_FEWEST_REPLIES, _MOSTLY * len(senders)):
        return None
    rows: list[Sequence[Cell]] = list(grid.rows)
    for row, (name, text) in said.items():
        if row in came:
            rows[row] = [name, "present" if came[row] else "absent"]
        elif name == asks:
            rows[row] = [text]
        else:
            rows[row] = [] if name in replied or closes_letter(without_pictures(text)) else [name, text]
    people = [row for row in said if len(rows[row]) > 1]
    return replace(grid, rows=rows, gathered=range(people[0], people[-1] + 1), pasted=dict(_COLUMNS))


def _says_whether_there(text: str, *, short: bool) -> bool | None:
    """Returns whether a message says that its sender was there, None if it says something else, or asks. *short*: also
    in a word that may answer another question."""
    plain = without_pictures(text)
    form = normal(plain)
    if "?" in plain or len(form.split()) > _LONGEST_REPLY:
        return None
    if has_phrase(form, tools("replied_away")) or says_stayed_away(plain) or tells_absence(plain):
        return False
    if tools("not") & set(form.split()):
        return None
    if has_phrase(form, tools("replied_came")):
        return True
    there = frozenset(phrase for phrase in values("present") if len(phrase) >= _SHORTEST_WORD)
    return True if short and (says_came(plain) or has_phrase(form, there)) else None
