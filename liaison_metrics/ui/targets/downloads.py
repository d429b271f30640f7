"""All figures to take away, and the link to this page."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from liaison_metrics.texts import _
from liaison_metrics.ui.frame.filters import Filters
from liaison_metrics.ui.frame.parts import joined


def downloads(filters: Filters, *, summary: bool, issued: int | None) -> Markup:
    """Returns the list of files with all figures, and the button that copies the link to the page. *summary* offers the
    report's summary as a picture, *issued* that of the issued report with this number."""
    links = joined(
        Markup('<li><a href="{}" download data-at="all-{}">{}</a></li>').format(address, words, words)
        for address, words in _files(filters, summary, issued)
    )
    return Markup(
        '<div class="row"><details class="menu-list"><summary data-at="download">{}</summary><ul>{}</ul></details>'
        '<button type="button" class="link small" data-copy="{}" data-at="copy">{}</button></div>'
    ).format(_("Download"), links, _("Link copied"), _("Copy link"))


def _files(filters: Filters, summary: bool, issued: int | None) -> Iterator[tuple[str, str]]:
    query = filters.showing(indicator="").query()
    yield f"export/indicators.csv?{query}", _("All figures (CSV)")
    yield f"export/indicators.xlsx?{query}", _("All figures (XLSX)")
    if summary:
        yield f"report-file/summary.png?{query}", _("Summary (PNG)")
    elif issued is not None:
        yield "report-file/issued-summary.png", _("Summary of report {number} (PNG)").format(number=issued)
