"""A report as pictures for slides: the summary page, and the card and charts of each indicator, in high resolution."""

from __future__ import annotations

from dataclasses import replace

from liaison_metrics.reports.forms.typst import typesetting
from liaison_metrics.reports.model import Report
from liaison_metrics.reports.pages.contents import Picture, pictures, report_document
from liaison_metrics.reports.pages.summary import summary, title
from liaison_metrics.reports.words import notes
from liaison_metrics.services.labels import funding_words


def single_png(report: Report, picture: Picture, about: str) -> bytes:
    """Returns one picture. *about* stands under its title: what the picture shows, and up to which day."""
    document = replace(report_document(report, picture.title, ()), running=about)
    [made] = typesetting.pngs(document, [(picture.title, picture.blocks)], _note(report))
    return made


def summary_png(report: Report) -> bytes:
    """Returns the summary page as a picture."""
    document = report_document(report, title(report), (summary(report),))
    [made] = typesetting.pngs(document, [], _note(report))
    return made


def png(report: Report) -> dict[str, bytes]:
    """Returns the pictures by file name: summary.png, IND1-card.png, IND1-over-time.png …"""
    charts = list(pictures(report))
    document = report_document(report, title(report), (summary(report),))
    images = typesetting.pngs(document, [(one.title, one.blocks) for one in charts], _note(report))
    names = ["summary", *(one.name for one in charts)]
    return {f"{name}.png": image for name, image in zip(names, images, strict=True)}


def _note(report: Report) -> str:
    """Returns what stands below each picture: how people are counted, and who pays."""
    return " ".join((*notes(report), *funding_words(report.project, report.language)))
