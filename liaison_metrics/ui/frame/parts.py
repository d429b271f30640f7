"""Small HTML parts that pages share: download links, legend, bars, tables, notes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from markupsafe import Markup

from liaison_metrics import format as fmt
from liaison_metrics.errors import LiaisonError
from liaison_metrics.services.labels import identified_words, unidentified_words
from liaison_metrics.texts import _
from liaison_metrics.ui.frame.filters import MANY_LINES, Filters

NOTHING = Markup("")

LONG = 16
"""Characters from which the header of a number column gets extra width."""


FEW_MORE = 10
"""Lines that a list shows beyond its length rather than leave them to a click."""


class Linkable(Protocol):
    """A state of a page that has an address."""

    @property
    def link(self) -> str:
        """The address of this state."""


def joined(pieces: Iterable[Markup], between: str = "") -> Markup:
    """Returns pieces of HTML joined together."""
    return Markup(between).join(pieces)


def stacked(*pieces: Markup) -> Markup:
    """Returns pieces of HTML in a vertical stack."""
    return Markup('<div class="stack">{}</div>').format(joined(pieces))


def titled(heading: str, body: Markup) -> Markup:
    """Returns a section of a card with its own heading."""
    return Markup("<div><h3>{}</h3>{}</div>").format(heading, body)


def folded(summary: str, body: Markup) -> Markup:
    """Returns a collapsed section of a card."""
    return Markup("<details><summary>{}</summary>{}</details>").format(summary, body)


def download_links(filters: Filters, what: str, *, picture: str = "", table: str = "") -> Markup:
    """Returns download links for a figure: *table* as CSV, *picture* as PNG; *what* names it for screen readers."""
    query = filters.query(whole=True)
    kinds = (
        (f"export/{table}.csv", "CSV", _("{what} as a table (CSV)")) if table else None,
        (f"picture/{picture}.png", "PNG", _("{what} as a picture (PNG)")) if picture else None,
    )
    links = (
        Markup('<a href="{}?{}" download data-at="{}" aria-label="{}"><span aria-hidden="true">↓</span> {}</a>').format(
            kind[0], query, f"{kind[0]}-{filters.indicator}", kind[2].format(what=what), kind[1]
        )
        for kind in kinds
        if kind
    )
    return Markup('<span class="tools">{}</span>').format(joined(links))


def legend() -> Markup:
    """Returns the legend for solid and hatched."""
    return Markup(
        '<div class="legend"><span><span class="swatch solid"></span>{}{}</span>'
        '<span><span class="swatch hatched"></span>{}{}</span></div>'
    ).format(
        identified_words(), help_mark("identified", "legend"), unidentified_words(), help_mark("unidentified", "legend")
    )


def help_mark(term: str, at: str) -> Markup:
    """Returns a button that explains a term: "identified", "unidentified", "at_least" or "expected".

    *at* names the place, because the same term may be explained at several places of a page.
    """
    word, text = {
        "identified": (
            _("identified"),
            _(
                "People with a name, e-mail address or phone number on a list. Each is counted once, however often "
                "they came."
            ),
        ),
        "unidentified": (
            _("unidentified"),
            _(
                "People given only as a number, or listed without a name, e-mail address or phone number. Somebody who "
                "came to several events is counted at each of them."
            ),
        ),
        "at_least": (
            _("at least"),
            _(
                "The smallest possible number of different people: all identified people or, if that is more, everyone "
                "at the largest single event."
            ),
        ),
        "expected": (
            _("expected"),
            _(
                "How many people the plan expects by this day: those of planned events and, of the rest of the target, "
                "the part of the project’s time that has passed. For a single event: everybody from its day on."
            ),
        ),
    }[term]  # fmt: skip
    return Markup(
        '<button type="button" class="help-mark" popovertarget="help-{}-{}" data-at="help-{}-{}" aria-label="{}">'
        '<span aria-hidden="true">?</span></button>'
        '<span class="help" id="help-{}-{}" popover role="note"><strong>{}</strong><br>{} '
        '<a data-go href="counting?" data-at="rules-{}-{}">{}</a></span>'
    ).format(
        term, at, term, at, _("What “{word}” means").format(word=word), term, at, word.capitalize(), text, term, at,
        _("Counting rules"),
    )  # fmt: skip


def bar(identified: int, unidentified: int, full: float) -> Markup:
    """Returns a bar with a solid and a hatched part; *full* is the number of people at full width.

    It is hidden from screen readers, because the numbers stand beside it.
    """
    parts = (("solid", identified), ("hatched", unidentified))
    spans = (
        Markup('<span class="{}" style="width:{:.2f}%"></span>').format(kind, 100 * people / full)
        for kind, people in parts
        if people and full
    )
    return Markup('<span class="bar" aria-hidden="true">{}</span>').format(joined(spans))


@dataclass(frozen=True, slots=True)
class HeadCell:
    """The header of a column: its words or HTML, CSS classes, and by which direction the table is sorted by it."""

    words: str | Markup
    classes: str = ""
    sorted: str = ""


Head = str | HeadCell


def lines_table(name: str, heads: Sequence[Head], figures: Sequence[Head], rows: Iterable[Sequence[str]]) -> Markup:
    """Returns a plain table: text columns (*heads*), then right-aligned number columns (*figures*)."""
    return table_of(name, heads, figures, joined(_row(row, len(heads)) for row in rows))


def table_of(name: str, heads: Sequence[Head], figures: Sequence[Head], rows: Markup, layout: str = "") -> Markup:
    """Returns a wide table around finished *rows*; on a narrow page it scrolls in its own frame.

    *layout* "compact" makes each row one line and one number on a narrow page: cells of the class "apart" are left out,
    the one of the class "lead" is the number. "heat" is for coloured cells.
    """
    table = Markup(
        '<table class="wide {}"><caption class="unseen">{}</caption><thead><tr>{}{}</tr></thead>'
        "<tbody>{}</tbody></table>"
    ).format(layout, name, joined(map(_head, heads)), joined(_head(head, "n") for head in figures), rows)
    return scrolling(name, table)


def scrolling(name: str, table: Markup, kind: str = "") -> Markup:
    """Returns a table in a frame of its own, in which it scrolls on a narrow page. *kind* is a class of the frame."""
    return Markup('<div class="{}" tabindex="0" role="group" aria-label="{}">{}</div>').format(
        " ".join(filter(None, ("scroll", kind))), name, table
    )


def _head(head: Head, kind: str = "") -> Markup:
    cell = head if isinstance(head, HeadCell) else HeadCell(head)
    long = "long" if kind and len(Markup(cell.words).striptags()) > LONG else ""
    return Markup('<th scope="col" class="{}"{}>{}</th>').format(
        " ".join(filter(None, (kind, long, cell.classes))),
        Markup(' aria-sort="{}"').format(cell.sorted) if cell.sorted else NOTHING,
        cell.words,
    )


def _row(cells: Sequence[str], texts: int) -> Markup:
    columns = (
        Markup('<td class="{}">{}</td>').format("n" if at >= texts else "text" if len(cell) > 24 else "nowrap", cell)
        for at, cell in enumerate(cells)
    )
    return Markup("<tr>{}</tr>").format(joined(columns))


def lines_shown(filters: Filters, lines: int) -> int:
    """Returns how many lines of a list to show: all if only a few more would be left out."""
    return lines if lines <= filters.lines + FEW_MORE else filters.lines


def more_lines(filters: Filters, lines: int, longer: Linkable | None = None) -> Markup:
    """Returns the link to more lines of a list, or a note if the maximum is shown already. *longer* is the page with
    more lines where its address is more than the filters."""
    if lines_shown(filters, lines) == lines:
        return NOTHING
    if filters.lines >= MANY_LINES:
        words = _("Showing the first {n} of {all}.").format(n=fmt.number(filters.lines), all=fmt.number(lines))
        return Markup('<p class="muted small">{}</p>').format(words)
    words = _("Show all {n}") if lines <= MANY_LINES else _("Show the first {n}")
    shown = fmt.number(min(lines, MANY_LINES))
    return line_link(longer or filters.showing(lines=MANY_LINES), words.format(n=shown), "more")


def line_link(to: Linkable, words: str, at: str) -> Markup:
    """Returns a link on its own line."""
    return Markup('<p class="small"><a data-go href="{}" data-at="{}">{}</a></p>').format(to.link, at, words)


def error_note(error: LiaisonError) -> Markup:
    """Returns an error as a note: message and hint."""
    return Markup('<div class="note refused" role="alert"><strong>{}</strong> {}</div>').format(
        error.message, error.hint
    )


def note(text: str, kind: str = "") -> Markup:
    """Returns a note; *kind* "info", "done" or "refused" sets its colour."""
    return Markup('<div class="note {}" role="status">{}</div>').format(kind, text)


def focusable(name: str) -> Markup:
    """Returns the attributes of an element that gets the focus of the keyboard, nothing without a name."""
    return Markup(' tabindex="-1" data-focus="{}"').format(name) if name else NOTHING


def nothing_yet() -> Markup:
    """Returns what an empty store needs: the four steps to the first figures."""
    steps = (
        (
            _("Upload a sheet as it is."),
            _("Excel, CSV and OpenDocument files work, in any of the project’s languages. No preparation is needed."),
        ),
        (_("Check how it was read."), _("You see what each column means and what became of each row.")),
        (_("Answer what only you can know."), _("For example, which community an unknown word means.")),
        (_("Import it."), _("You see its effect on each target first. Figures appear here at once. You can undo it.")),
    )  # fmt: skip
    items = joined(Markup("<li><strong>{}</strong> {}</li>").format(*step) for step in steps)
    return Markup(
        '<section class="card text"><h2>{}</h2><ol class="steps">{}</ol>'
        '<p><a class="call" data-go href="upload?" data-at="first">{}</a></p></section>'
    ).format(_("No attendance sheets yet"), items, _("Upload your first sheet"))
