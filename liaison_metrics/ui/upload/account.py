"""The words of the preview: what became of a row, what gave a column its meaning, and the account of a sheet's rows."""

from __future__ import annotations

from dataclasses import dataclass

from liaison_metrics import format as fmt
from liaison_metrics.sheets.ledger.fates import Fate
from liaison_metrics.sheets.ledger.ledger import REASONS, SheetLedger
from liaison_metrics.sheets.model import ColumnReason, ReadColumn
from liaison_metrics.texts import _, ngettext
from liaison_metrics.ui.frame.words import meaning_words

DATA = frozenset((Fate.PERSON, Fate.HEADS))
"""Rows that count."""

_IN_ORDER = (
    Fate.PERSON, Fate.HEADS, Fate.ABSENT, Fate.STAFF, Fate.REPEATED, Fate.KNOWN, Fate.REJECTED, Fate.QUESTION,
    Fate.TITLE, Fate.CONTEXT, Fate.HEADER, Fate.HEADING, Fate.TOTAL, Fate.EXAMPLE, Fate.BLANK_FORM, Fate.PAGE_LINE,
    Fate.SIGNATURE_LINE, Fate.LEGEND, Fate.INSTRUCTION, Fate.NOTE, Fate.OTHER_TABLE,
)  # fmt: skip
"""The order in which an account names the fates: people first."""


def fate_words(fate: Fate) -> str:
    """Returns the label of what became of a row."""
    return {
        Fate.TITLE: _("title"),
        Fate.CONTEXT: _("event details"),
        Fate.HEADER: _("header row"),
        Fate.PERSON: _("person"),
        Fate.HEADS: _("headcount"),
        Fate.ABSENT: _("absent"),
        Fate.STAFF: _("staff"),
        Fate.REPEATED: _("listed again"),
        Fate.KNOWN: _("already known"),
        Fate.EXAMPLE: _("example"),
        Fate.BLANK_FORM: _("blank form line"),
        Fate.HEADING: _("heading"),
        Fate.TOTAL: _("total"),
        Fate.PAGE_LINE: _("page number"),
        Fate.SIGNATURE_LINE: _("signature line"),
        Fate.LEGEND: _("legend"),
        Fate.INSTRUCTION: _("instruction"),
        Fate.NOTE: _("note"),
        Fate.OTHER_TABLE: _("other table"),
        Fate.QUESTION: _("question"),
        Fate.REJECTED: _("rejected"),
    }[fate]


@dataclass(frozen=True, slots=True)
class AccountPart:
    """A part of the account of a sheet: “3 absent”, and the numbers of these rows."""

    words: str
    rows: tuple[int, ...]


def account(sheet: SheetLedger) -> list[AccountPart]:
    """Returns what became of the rows of a sheet that are not empty, people first: 24 people, 3 absent, 1 total. In a
    table on its side a row says something of all its people, so its rows are not counted as people."""
    rows: dict[Fate | None, list[int]] = {None: []}
    for number, code in enumerate(sheet.codes, start=1):
        if code:
            rows.setdefault(None if number - 1 in sheet.turned else REASONS[code - 1].fate, []).append(number)
    parts = [AccountPart(_counted(fate, len(rows[fate])), tuple(rows[fate])) for fate in _IN_ORDER if fate in rows]
    if turned := len(rows[None]):
        words = ngettext(
            "{n} row of a table with a column for each person",
            "{n} rows of a table with a column for each person",
            turned,
        )
        parts.insert(0, AccountPart(words.format(n=fmt.number(turned)), tuple(rows[None])))
    return parts


def _counted(fate: Fate, n: int) -> str:
    words = {
        Fate.TITLE: ngettext("{n} title line", "{n} title lines", n),
        Fate.CONTEXT: ngettext("{n} line of event details", "{n} lines of event details", n),
        Fate.HEADER: ngettext("{n} header row", "{n} header rows", n),
        Fate.PERSON: ngettext("{n} person", "{n} people", n),
        Fate.HEADS: ngettext("{n} headcount", "{n} headcounts", n),
        Fate.ABSENT: ngettext("{n} absent", "{n} absent", n),
        Fate.STAFF: ngettext("{n} staff", "{n} staff", n),
        Fate.REPEATED: ngettext("{n} listed again", "{n} listed again", n),
        Fate.KNOWN: ngettext("{n} already known", "{n} already known", n),
        Fate.EXAMPLE: ngettext("{n} example", "{n} examples", n),
        Fate.BLANK_FORM: ngettext("{n} blank form line", "{n} blank form lines", n),
        Fate.HEADING: ngettext("{n} heading", "{n} headings", n),
        Fate.TOTAL: ngettext("{n} total", "{n} totals", n),
        Fate.PAGE_LINE: ngettext("{n} page number", "{n} page numbers", n),
        Fate.SIGNATURE_LINE: ngettext("{n} signature line", "{n} signature lines", n),
        Fate.LEGEND: ngettext("{n} legend", "{n} legends", n),
        Fate.INSTRUCTION: ngettext("{n} line of instructions", "{n} lines of instructions", n),
        Fate.NOTE: ngettext("{n} note", "{n} notes", n),
        Fate.OTHER_TABLE: ngettext("{n} row of another table", "{n} rows of other tables", n),
        Fate.QUESTION: ngettext("{n} waiting for an answer", "{n} waiting for an answer", n),
        Fate.REJECTED: ngettext("{n} rejected", "{n} rejected", n),
    }[fate]
    return words.format(n=fmt.number(n))


def column_words(column: ReadColumn) -> tuple[str, str]:
    """Returns the meaning of a column, and what gave it that meaning, with the runner-up where it is near."""
    meaning = "people" if column.reason is ColumnReason.COUNTED else column.meaning
    why = {
        ColumnReason.ANSWER: _("you chose it"),
        ColumnReason.HEADER: _("by its header"),
        ColumnReason.VALUES: _("by its values"),
        ColumnReason.SESSION: _("by the date in its header"),
        ColumnReason.COUNTED: _("numbers of people"),
        ColumnReason.UNKNOWN: _("unknown header") if column.header else _("no header"),
    }[column.reason]
    if column.reason is ColumnReason.VALUES and column.because:
        why = _(column.because[0])
    if column.or_else is not None:
        other = meaning_words(column.or_else)
        return meaning_words(meaning), _("{why}; perhaps also “{meaning}”").format(why=why, meaning=other)
    if column.fits is None:
        return meaning_words(meaning), why
    share = fmt.share(round(column.fits * 1000), 1000)
    fit = _("all values fit") if column.fits == 1 else _("{share} of the values fit").format(share=share)
    return meaning_words(meaning), _("{why}, {fit}").format(why=why, fit=fit)
