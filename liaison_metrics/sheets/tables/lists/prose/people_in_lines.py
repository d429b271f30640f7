"""The people whom a line of minutes names: several, one with whom the person represents, or nothing but a name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.tables.lists.names_in_lines import is_written_as_name, people_listed
from liaison_metrics.sheets.tables.lists.prose.labels import ends_as_label
from liaison_metrics.sheets.tables.table import cell_text
from liaison_metrics.sheets.words.cells import begins_with_capital, number_of, text_of
from liaison_metrics.sheets.words.headers import NAMES, PERSONAL, is_header_word, meaning_of
from liaison_metrics.sheets.words.lists import normal, number_words, people_words, tools, values
from liaison_metrics.sheets.words.names import accompanying_count, is_full_name, is_placeholder, listed_names
from liaison_metrics.sheets.words.phrases.others import people_with, unnamed_people
from liaison_metrics.sheets.words.phrases.pasted_lines import is_listed_name

BETWEEN = "; "
LEAD = re.compile(r"^\s*(?:[-–—•*·]\s*|\d{1,3}\s*[.)]\s*|\(?[^\W\d_]{1,2}\)\s*)")
"""A bullet, a number or a letter before a name ("1.", "b)", "(c)")."""

FEWEST_PEOPLE = 3
_PAIR = 2
_MOST_CLOSING = 2
"""Lines right below names that state their number, or add others."""

_LONGEST_TYPED = 3
"""A name that lacks capitals has at most so many words: others may be anything."""

_NUMBER = re.compile(r"\d{1,3}\s*[.)]?")
_ASIDE = re.compile(r"\s*(?:\(([^()]*)\)|[,;]\s+(\S.*)|\s[-–—]\s+(\S.*))\s*$", re.S)
"""Whom somebody represents, behind the name."""


class PeopleNamed(NamedTuple):
    """The names in a line, whom all of them represent, what stands behind each name of a list, and whether brackets
    are around it."""

    names: str
    represents: str
    each: tuple[str, ...] = ()
    in_brackets: bool = False


def people_in(told: Sequence[str], *, one_each: bool) -> PeopleNamed | None:
    """Returns the names in a line and whom they represent; None if it names nobody. *one_each*: a line names one
    person, and what stands behind a comma is whom the person represents."""
    if numbered := _numbered_names(told):
        return PeopleNamed(BETWEEN.join(numbered), "")
    texts = list(told[1:]) if len(told) > 1 and number_of(told[0]) is not None else list(told)
    first, beside = LEAD.sub("", texts[0]).strip(), texts[1:]
    listed = people_listed(first) if not beside else [(name, "") for name in listed_names(first)]
    if len(listed) > (FEWEST_PEOPLE - 1 if one_each else 1) and all(is_written_as_name(name) for name, _ in listed):
        each = tuple(whom for _name, whom in listed)
        return PeopleNamed(BETWEEN.join(name for name, _whom in listed), ", ".join(beside), each, "(" in first)
    name, represents, along = _parts_of(first)
    if not is_full_name(name) or not is_written_as_name(name):
        return None
    along = along or next((text for text in beside if accompanying_count(f"A {text}")), "")
    whom = ", ".join(text for text in (represents, *beside) if text and text != along)
    return PeopleNamed(_with_company(name, along), whom, (), _ends_in_brackets(first))


def _numbered_names(told: Sequence[str]) -> list[str]:
    """Returns the names of a line in which several people stand side by side, each behind a number; none otherwise."""
    numbers, names = told[::2], told[1::2]
    paired = len(names) == len(numbers) > 1 and all(map(_NUMBER.fullmatch, numbers))
    return list(names) if paired and all(is_full_name(name) and is_written_as_name(name) for name in names) else []


def plain_names(rows: Sequence[Sequence[str]]) -> int:
    """Returns how many lines right below a label are nothing but names, one in each; 0 if other lines stand among them,
    or if they are few. A line or two below them may say how many they are."""
    lines = list(takewhile(bool, rows))
    ends = range(len(lines), max(0, len(lines) - _MOST_CLOSING) - 1, -1)
    lines = lines[: next((end for end in ends if end and plain_name(lines[end - 1])), 0)]
    names = all(plain_name(told) for told in lines) and not any(is_header_word(told[0]) for told in lines)
    written = sum(all(map(begins_with_capital, told[0].split()[:_PAIR])) for told in lines)
    return len(lines) if names and len(lines) >= FEWEST_PEOPLE and 2 * written > len(lines) else 0


def plain_name(told: Sequence[str]) -> PeopleNamed | None:
    """Returns the name that a line holds, and whom the person represents, None if it holds other words."""
    name, represents, along = _parts_of(told[0])
    written = is_written_as_name(name) or (_is_typed_name(name) and " " in name)
    if len(told) != 1 or not written or name.endswith((".", "!", "?")):
        return None
    return PeopleNamed(_with_company(name, along), represents, (), _ends_in_brackets(told[0]))


def led_name(told: Sequence[str], *, loose: bool = False) -> PeopleNamed | None:
    """Returns the name and whom the person represents in a line with a bullet or a number, None if it is none. Where
    such lines name people, they also do so in words that would be no names elsewhere ("Frank Gast"), or, if *loose*,
    without capitals ("awa Rossi")."""
    text = LEAD.sub("", told[0]).strip()
    name, represents, along = _parts_of(text)
    led = len(told) == 1 and text != told[0].strip()
    written = is_listed_name(name) and all(map(begins_with_capital, name.split()))
    if not (led and (written or (loose and _is_typed_name(name)))):
        return None
    return PeopleNamed(_with_company(name, along), represents, (), _ends_in_brackets(text))


def unnamed_in_line(told: Sequence[str]) -> PeopleNamed | None:
    """Returns people whom a line with a bullet counts among those present ("- 3 students of the grammar school"), as
    such lines give names; None if it counts something else."""
    text = LEAD.sub("", told[0]).strip()
    first, _space, noun = text.partition(" ")
    people = number_words().get(normal(first), 0)
    text = f"{people} {noun}" if people > 1 else text
    led = len(told) == 1 and LEAD.match(told[0]) is not None
    return PeopleNamed(text, "") if led and unnamed_people(text) > 1 else None


def _parts_of(text: str) -> tuple[str, str, str]:
    """Returns the name in a text, whom the person represents, and who came along, in the words of the text."""
    if found := people_with(text):
        name = found[0].rstrip(" ,;-–—(")
        return name, "", text[len(name) :].strip(" ,;-–—()[]")
    aside = _ASIDE.search(text)
    name = text[: aside.start()].strip() if aside else text
    return name, next((part for part in aside.groups() if part), "") if aside else "", ""


def _ends_in_brackets(text: str) -> bool:
    return text.rstrip(" .;").endswith(")")


def _with_company(name: str, along: str) -> str:
    return f"{name} ({along})" if along else name


def _is_typed_name(text: str) -> bool:
    """Whether a text may be a name that was typed without its capitals: it counts nobody and is no word for people."""
    words = normal(text).split()
    known = people_words("people") | people_words("minors") | people_words("and") | tools("companions")
    known |= values("participant") | number_words().keys() | tools("team") | values("staff")
    return (
        0 < len(text.split()) <= _LONGEST_TYPED
        and (is_listed_name(text) or is_placeholder(text) or sum(map(begins_with_capital, text.split())) >= _PAIR)
        and not any(map(str.isdecimal, words))
        and known.isdisjoint(words)
    )


def has_headers(grid: Grid) -> bool:
    """Returns whether a row heads people, though nobody knows its other words: most rows below fill its columns."""
    filled = [{at for at, value in enumerate(cells) if text_of(value)} for cells in grid.rows]
    for row, own in enumerate(filled):
        texts = [text_of(grid.rows[row][at]) for at in own]
        if len(own) == 1 and meaning_of(texts[0]) in NAMES and not (ends_as_label(texts[0]) or _names_one(texts[0])):
            below = [
                cell_text(grid, under, *own) for under in range(row + 1, min(row + 1 + FEWEST_PEOPLE, len(filled)))
            ]
            if len(below) == FEWEST_PEOPLE and all(map(is_full_name, below)):
                return True
        if len(own) > 1 and any(is_header_word(text) and meaning_of(text) in PERSONAL for text in texts):
            beside = [below for below in filled[row + 1 :] if len(below) > 1]
            alike = sum(below == own for below in beside)
            if alike >= FEWEST_PEOPLE and 2 * alike > len(beside):
                return True
    return False


def _names_one(text: str) -> bool:
    """Whether a text is a name with brackets behind it ("Ida Holm (participant)")."""
    name, bracket, _aside = text.partition("(")
    return bool(bracket) and is_full_name(name.strip()) and meaning_of(name) not in NAMES


def is_led(cells: Sequence[Cell]) -> bool:
    """Returns whether a row is a single text that a bullet or a number leads."""
    texts = [text for value in cells if (text := text_of(value))]
    return len(texts) == 1 and LEAD.match(texts[0]) is not None


def stands_for_one(cells: Sequence[Cell]) -> bool:
    """Returns whether a line has nothing in the place of a label, or is led by a number or a sign: each line then is
    about one person."""
    texts = [text_of(value) for value in cells]
    return is_led(cells) or (len(texts) > 1 and not texts[0] and bool(texts[1]))
