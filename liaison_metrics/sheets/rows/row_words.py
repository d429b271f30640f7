"""Rows of a list that are lines of the sheet and list nobody: totals, legends, signature lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from liaison_metrics.sheets.ledger.fates import Reason
from liaison_metrics.sheets.rows.likeness import is_blank_line
from liaison_metrics.sheets.rows.thresholds import LONGEST_LABEL_OF_SUM, LONGEST_MARK
from liaison_metrics.sheets.tables.text_lines import is_legend, is_signature, names_contact, tells_of_break
from liaison_metrics.sheets.words.cells import is_email, is_phone, is_total, starts_total_row
from liaison_metrics.sheets.words.dates import read_date
from liaison_metrics.sheets.words.headers import is_header_word, meaning_of
from liaison_metrics.sheets.words.lists import normal, pattern_words, people_words, tools, values
from liaison_metrics.sheets.words.phrases.titles.pages import stands_for_nobody

_LONGEST_LINK = 5
"""So short words between "with" and those who came along say nothing of them ("με τους συνοδούς")."""


class ListLine(NamedTuple):
    """A row of a list, and what is usual around it."""

    texts: Sequence[str]
    """Its filled cells."""

    unsigned: Sequence[str]
    """Those outside the columns in which people sign or are marked as present."""

    header: Sequence[str]
    usual: int
    """How many cells other rows fill."""

    similar: bool
    """Whether it is filled like the rows around it."""

    numbered: bool
    """Whether the list has a column of numbers of rows."""

    sessions: bool
    """Whether the list marks who came to which session."""


class LineRule(NamedTuple):
    """Which rows are lines of the sheet. ``outweighed``: a row that fills enough columns like the others is a person,
    whatever it says. ``fires`` and ``silent`` are rows that are such lines, and rows that aren't, their cells divided
    by "|"; a test reads each of them at the end of a list of names, communities and phone numbers."""

    name: str
    reason: Reason
    holds: Callable[[ListLine], bool]
    outweighed: bool
    fires: tuple[str, ...]
    silent: tuple[str, ...]


def _lists_nobody(line: ListLine) -> bool:
    """Whether a row has nothing beside its number but words for nobody."""
    said = line.texts[1:] if line.numbered and line.texts[0].rstrip(".)").isdecimal() else line.texts
    return len(said) == 1 and stands_for_nobody(said[0])


def _dates_event(line: ListLine) -> bool:
    """Whether a row is a label for a day and that day."""
    label, *rest = line.texts
    named = is_header_word(label) and meaning_of(label) == "date" and normal(label) not in values("also_name")
    return named and len(rest) == 1 and read_date(rest[0]) is not None


def _refers_to_blank_cells(line: ListLine) -> bool:
    """Whether a row shows only noughts, beside its number: formulas that refer to empty cells."""
    shown = line.texts[1:] if line.numbered and len(line.texts) > 1 else line.texts
    return set(shown) == {"0"} and not line.sessions


def _counts_people(line: ListLine) -> bool:
    """Whether a row is a header of numbers of people and a number of several."""
    label, *rest = line.texts
    named = meaning_of(label) == "people" and normal(label) not in values("also_name")
    return named and len(rest) == 1 and rest[0].isdecimal() and int(rest[0]) > 1


LINES = (
    LineRule(
        "noughts", Reason.NOUGHTS, _refers_to_blank_cells, False,
        ("0 | 0 | 0", "0 | |"),
        ("Ugo Berg | 0 | 0", "Ugo Berg | |"),
    ),
    LineRule(
        "total", Reason.TOTAL_WORD, lambda line: is_total_row(line.texts), True,
        ("Totale | 12 |", "Subtotal Kassel | 4 |", "Suma | 6 |", "Gesamt | |", "Σύνολο | 12 |"),
        ("Suma Neri | Syrian |", "Total Seck | Syrian | +43 660 765432", "Totale | Syrian | +43 660 765432"),
    ),
    LineRule(
        "number of people", Reason.TOTAL_WORD, _counts_people, False,
        ("Number present | 12 |", "Fremmødte deltagere | | 9", "Persone presenti | 7 |"),
        ("Ugo Berg | Syrian | 5",),
    ),
    LineRule(
        "header again", Reason.HEADER_AGAIN, lambda line: line.texts == line.header, False,
        ("Name | Community | Phone",),
        ("Name | Syrian |",),
    ),
    LineRule(
        "day of the event", Reason.LABELLED, _dates_event, False,
        ("Datum der Veranstaltung | 05.04.2021 |", "Held on: | 5 April 2021 |", "Data | | 05/04/2021",
         "Afholdt den | 5. april 2021 |", "Ημερομηνία διεξαγωγής | 05/04/2021 |"),
        ("Ugo Berg | 05.04.2021 |", "Data Neri | Syrian | +43 660 765432"),
    ),
    LineRule(
        "legend", Reason.LEGEND, lambda line: is_legend(line.texts, line.usual), False,
        ("x = present, - = absent | |", "x | anwesend |", "TN = Teilnehmer/in | |", "del. = deltager | |"),
        ("Ugo Berg | Syrian | -",),
    ),
    LineRule(
        "break", Reason.TEXT_BETWEEN, lambda line: not line.similar and tells_of_break(line.texts), True,
        ("Pause | |", "12:30 | Lunch break |", "(kurz geschlossen wegen Regen, 14 Uhr weiter) | |",
         "--- pausa pranzo --- | |", "Διάλειμμα 12:00 | |", "lukket en time pga. regn | |"),
        ("Regen Pause | Syrian |", "Anna Regen | |", "Marion Pausa | Syrian | +43 660 765432"),
    ),
    LineRule(
        "contact", Reason.NO_PERSON, lambda line: not line.similar and names_contact(line.texts[0]), False,
        ("Ansprechpartnerin: Ida Holm | | +43 660 765432", "Contact: Ugo Berg | |", "Referente: Ugo Berg | |"),
        ("Ugo Berg | | +43 660 765432", "Kontakt | Syrian | +43 660 765432"),
    ),
    LineRule(
        "nobody", Reason.NO_PERSON, _lists_nobody, False,
        ("posto libero | |", "(empty) | |", "--- | |", "pausa pranzo | |", "libero | |"),
        ("Libero Neri | Syrian |", "Libero | |", "posto libero | Syrian |"),
    ),
    LineRule(
        "signature line", Reason.SIGNATURE,
        lambda line: is_signature_row(line.unsigned, line.texts, similar=line.similar), True,
        ("Firma | |", "Unterschrift Kursleitung: | Anna Neri |", "Luogo e data | Firma |", "__________ | |"),
        ("Firma Tim | Syrian |", "Ugo Signorini | Syrian |", "Stempel | Syrian | +43 660 765432"),
    ),
)  # fmt: skip
"""What makes a row a line of the sheet; the first rule that holds says what it is."""


def reason_of_line(line: ListLine, *, alike: bool) -> Reason | None:
    """Returns what a row of a list is if it is a line of the sheet, None if no rule says so. *alike*: it fills enough
    columns like the others to be a person whatever it says."""
    for rule in LINES:
        if not (alike and rule.outweighed) and rule.holds(line):
            return rule.reason
    return None


def is_total_row(texts: Sequence[str]) -> bool:
    """Returns whether a row's texts are those of a total. A total word that is also a name ("Suma") needs a number
    beside it."""
    if any(is_email(text) for text in texts):
        return False
    words = {normal(text) for text in texts if is_total(text)}
    if not words and starts_total_row(texts[0]):
        words = {normal(texts[0]).split()[0]}
    if not words and sums_up_people(texts[0]):
        return any(map(_states_number, texts))
    return bool(words) and (not words <= values("also_name") or any(map(_states_number, texts)))


def sums_up_people(text: str) -> bool:
    """Returns whether a text is a total of people, of who came with them or of those present ("children in total",
    "present altogether")."""
    words = normal(text).split()
    if len(words) > LONGEST_LABEL_OF_SUM:
        return False
    if _joins_companions(words):
        return True
    parts = [(words[:cut], words[cut:]) for cut in range(1, len(words))]
    parts += [(other, one) for one, other in parts]
    return any(" ".join(total) in values("total") and _are_people(people) for total, people in parts)


def _joins_companions(words: Sequence[str]) -> bool:
    """Whether words put all people together with those who came along ("altogether with their guests")."""
    start = next((at for at, word in enumerate(words) if word in tools("together_with")), len(words))
    before, behind = words[:start], [word for word in words[start + 1 :] if len(word) > _LONGEST_LINK]
    joined = tools("together_with")
    whole = before or len(joined.intersection(words)) > 1  # "together with"
    known = values("total") | people_words("total") | people_words("people").union(pattern_words("everybody"))
    along = [word for word in behind if word not in joined]
    return (
        bool(whole and along)
        and known.issuperset(before)
        and (tools("companions") | people_words("minors")).issuperset(along)
    )


def _are_people(words: Sequence[str]) -> bool:
    """Whether words beside one for a total are for people or those present. Marks such as "x" are not."""
    people = people_words("people") | people_words("minors") | tools("adults") | tools("companions")
    form = " ".join(words)
    return people.issuperset(words) or (form in values("present") and len(form) > LONGEST_MARK)


def _states_number(text: str) -> bool:
    return any(map(str.isdigit, text)) and not is_phone(text) and read_date(text) is None


def is_signature_row(texts: Sequence[str], row: Sequence[str], *, similar: bool) -> bool:
    """Returns whether one of the *texts* begins like a signature line. *row* has all texts of the row, *similar* says
    that it is filled like the rows around it. A word that is also a name ("Firma") needs more than itself: the row
    differs from those around it, or the other cells are words of such a line too."""
    signed = [text for text in texts if is_signature(text)]
    if not signed or not all(map(is_also_a_name, signed)):
        return bool(signed)
    others = [text for text in row if text not in signed]
    if any(map(is_blank_line, others)):
        return True
    whole_names = all(" " in text for text in signed)
    if not others:
        return not (similar and whole_names)
    return not whole_names and (not similar or any(map(is_header_word, others)))


@lru_cache(maxsize=50_000)
def is_also_a_name(text: str) -> bool:
    """Returns whether a text begins like a signature line only by a word that is also a name ("Firma Tim")."""
    first, _space, rest = normal(text).partition(" ")
    return first in values("also_name") and not (rest and is_signature(" ".join(text.split()[1:])))
