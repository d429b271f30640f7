"""A report as a PDF to print, to send and to read aloud: A4, tagged, with contents, and charts as vectors."""

from __future__ import annotations

from liaison_metrics.reports.forms.typst import typesetting
from liaison_metrics.reports.model import Report
from liaison_metrics.reports.pages.contents import document


def pdf(report: Report) -> bytes:
    """Returns the whole report: tagged, in its language, with its fonts, as PDF/UA-1 asks."""
    return typesetting.pdf(document(report))
