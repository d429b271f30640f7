"""The tables by community, gender and age as in the latest issued report, for those who may not see them live."""

from __future__ import annotations

from markupsafe import Markup

from liaison_metrics import format as fmt
from liaison_metrics.domain.project import Project
from liaison_metrics.reports.published_tables import PublishedLine, PublishedTables
from liaison_metrics.reports.publishing import SENSITIVE
from liaison_metrics.reports.words import other_lines, shown
from liaison_metrics.services.labels import by_dimension, dimension_name, label
from liaison_metrics.texts import _
from liaison_metrics.ui.frame.parts import bar, joined, stacked


def published_cards(project: Project, tables: PublishedTables | None) -> Markup:
    """Returns a card for each table of the latest issued report, or a card that says that there is no report yet."""
    if tables is None:
        heading = _("By community, gender and age")
        words = _("No report has been issued yet. These figures appear here with the first one.")
        return Markup('<section class="card" aria-label="{}"><h2>{}</h2><p class="muted">{}</p></section>').format(
            heading, heading, words
        )
    return stacked(*(_card(project, tables, dimension) for dimension in SENSITIVE))


def _card(project: Project, tables: PublishedTables, dimension: str) -> Markup:
    heading = by_dimension(dimension)
    about = _("Whole project, as of the report of {day} (report {number}, “{name}”).").format(
        day=fmt.day(tables.as_of), number=tables.number, name=tables.name
    )
    lines = tables.lines[dimension]
    if all(not line.code for line in lines):
        body = Markup("<p>{}</p>").format(_("The report does not publish this table.") if lines else _("Nobody yet."))
    else:
        body = _table(project, dimension, lines, tables.reached)
    return Markup(
        '<section class="card part" aria-label="{}"><div class="row"><h2>{}</h2></div><p class="muted small">{}</p>{}'
        "</section>"
    ).format(heading, heading, about, body)


def _table(project: Project, dimension: str, lines: tuple[PublishedLine, ...], total: int) -> Markup:
    full = max((line.reached for line in lines if isinstance(line.reached, int)), default=0)
    head = Markup(
        '<tr><th scope="col">{}</th><th class="bar-cell"><span class="unseen">{}</span></th>'
        '<th scope="col" class="n">{}</th></tr>'
    ).format(dimension_name(dimension), _("Bar"), _("reached"))
    rows = joined(
        Markup('<tr><th scope="row">{}</th><td class="bar-cell">{}</td><td class="n">{}</td></tr>').format(
            other_lines(dimension, line.folded) if line.folded else label(project, dimension, line.code),
            bar(line.reached if isinstance(line.reached, int) else 0, 0, full),
            shown(line.reached),
        )
        for line in lines
    )
    return Markup(
        '<table class="lines"><caption class="unseen">{}</caption><thead>{}</thead><tbody>{}</tbody>'
        '<tfoot><tr class="sum"><th scope="row" colspan="2">{}</th><td class="n">{}</td></tr></tfoot></table>'
    ).format(by_dimension(dimension), head, rows, _("Total"), fmt.number(total))
