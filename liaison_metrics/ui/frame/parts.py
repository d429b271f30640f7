"""Small pieces that several boards are made of: links to take away, the legend, notes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from liaison_metrics import format as fmt
from liaison_metrics.errors import LiaisonError
from liaison_metrics.texts import _
from liaison_metrics.ui.frame.filters import MANY_LINES, Filters

NOTHING = Markup("")

LONG = 16
"""Characters from which the head of a column of figures is given room for a line of several words."""


def joined(pieces: Iterable[Markup], between: str = "") -> Markup:
    """Returns pieces of HTML one after the other."""
    return Markup(between).join(pieces)


def stacked(*pieces: Markup) -> Markup:
    """Returns pieces one under the other."""
    return Markup('<div class="stack">{}</div>').format(joined(pieces))


def titled(heading: str, body: Markup) -> Markup:
    """Returns a part of a card under a heading of its own."""
    return Markup("<div><h3>{}</h3>{}</div>").format(heading, body)


def folded(summary: str, body: Markup) -> Markup:
    """Returns a part of a card that is shown when it is asked for."""
    return Markup("<details><summary>{}</summary>{}</details>").format(summary, body)


def download_links(filters: Filters, what: str, *, picture: str = "", table: str = "") -> Markup:
    """Returns the links that save a figure: *table* as CSV, *picture* as PNG; *what* names it for those who listen."""
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
    """Returns what solid and hatched mean."""
    return Markup(
        '<div class="legend"><span><span class="swatch solid"></span>{}</span>'
        '<span><span class="swatch hatched"></span>{}</span></div>'
    ).format(_("identified, each person once"), _("unidentified headcount"))


def bar(identified: int, unidentified: int, full: float) -> Markup:
    """Returns the two parts of a bar, solid and hatched, of which *full* people fill the whole width.

    It is drawn beside the figures that it stands for, so listeners hear the figures and not the bar.
    """
    parts = (("solid", identified), ("hatched", unidentified))
    drawn = (
        Markup('<span class="{}" style="width:{:.2f}%"></span>').format(kind, 100 * people / full)
        for kind, people in parts
        if people and full
    )
    return Markup('<span class="bar" aria-hidden="true">{}</span>').format(joined(drawn))


def lines_table(name: str, heads: Sequence[str], figures: Sequence[str], rows: Iterable[Sequence[str]]) -> Markup:
    """Returns a plain table of texts: *heads* of the columns, then *figures*, which are aligned to the right."""
    return table_of(name, heads, figures, joined(_row(row, len(heads)) for row in rows))


def table_of(name: str, heads: Sequence[str], figures: Sequence[str], rows: Markup) -> Markup:
    """Returns a wide table, that scrolls in its own frame where the page is narrow, around rows drawn elsewhere."""
    return Markup(
        '<div class="scroll" tabindex="0" role="group" aria-label="{}"><table class="wide"><caption class="unseen">{}'
        "</caption><thead><tr>{}{}</tr></thead><tbody>{}</tbody></table></div>"
    ).format(
        name,
        name,
        joined(Markup('<th scope="col">{}</th>').format(head) for head in heads),
        joined(
            Markup('<th scope="col" class="n{}">{}</th>').format(" long" if len(head) > LONG else "", head)
            for head in figures
        ),
        rows,
    )


def _row(cells: Sequence[str], texts: int) -> Markup:
    drawn = (
        Markup('<td class="{}">{}</td>').format("n" if at >= texts else "text" if len(cell) > 24 else "nowrap", cell)
        for at, cell in enumerate(cells)
    )
    return Markup("<tr>{}</tr>").format(joined(drawn))


def more_lines(filters: Filters, lines: int) -> Markup:
    """Returns the way to more of a list's lines where it has more than are shown, and a word where those are most."""
    if lines <= filters.lines:
        return NOTHING
    if filters.lines >= MANY_LINES:
        words = _("The first {n} of {all} are shown.").format(n=fmt.number(filters.lines), all=fmt.number(lines))
        return Markup('<p class="muted small">{}</p>').format(words)
    words = _("Show all {n}") if lines <= MANY_LINES else _("Show the first {n}")
    shown = fmt.number(min(lines, MANY_LINES))
    return line_link(filters.showing(lines=MANY_LINES), words.format(n=shown), "more")


def line_link(to: Filters, words: str, at: str) -> Markup:
    """Returns a link that stands in a line of its own."""
    return Markup('<p class="small"><a data-go href="{}" data-at="{}">{}</a></p>').format(to.link, at, words)


def error_note(error: LiaisonError) -> Markup:
    """Returns an error as a sentence and what to do about it."""
    return Markup('<div class="note refused" role="alert"><strong>{}</strong> {}</div>').format(
        error.message, error.hint
    )


def note(text: str, kind: str = "") -> Markup:
    """Returns a quiet note; *kind* "done" or "refused" colours it."""
    return Markup('<div class="note {}" role="status">{}</div>').format(kind, text)


def nothing_yet() -> Markup:
    """Returns what to do where nothing has been brought yet."""
    return Markup(
        '<section class="card text"><h2>{}</h2><p>{}</p>'
        '<p><a class="call" data-go href="upload?" data-at="first">{}</a></p></section>'
    ).format(
        _("No sheet has come yet"),
        _(
            "Bring the first attendance sheet, just as a partner made it: Excel, CSV or OpenDocument, in any of the "
            "project’s languages. The figures appear here at once."
        ),
        _("Bring your first sheet"),
    )
