"""A report as an accessible PDF: A4, tagged, with a table of contents and vector charts."""

from __future__ import annotations

from liaison_metrics.reports.forms.typst import typesetting
from liaison_metrics.reports.model import Report
from liaison_metrics.reports.pages.contents import document


def pdf(report: Report) -> bytes:
    """Returns the whole report as PDF/UA-1: tagged, with its language and fonts."""
    return typesetting.pdf(document(report))
