"""A report as pictures for slides: the summary page, and each indicator's card and charts, at twice a screen's size."""

from __future__ import annotations

from dataclasses import replace

from liaison_metrics.reports.forms.typst import typesetting
from liaison_metrics.reports.model import Report
from liaison_metrics.reports.pages.contents import Picture, framed, pictures
from liaison_metrics.reports.pages.summary import summary, title
from liaison_metrics.reports.words import notes


def single_png(report: Report, picture: Picture, about: str) -> bytes:
    """Returns one picture. *about* stands under its title: what the picture shows, and up to which day."""
    document = replace(framed(report, picture.title, ()), running=about)
    [made] = typesetting.pngs(document, [(picture.title, picture.blocks)], " ".join(notes(report)))
    return made


def png(report: Report) -> dict[str, bytes]:
    """Returns the pictures by the names of their files: summary.png, IND1-card.png, IND1-over-time.png …"""
    found = list(pictures(report))
    document = framed(report, title(report), (summary(report),))
    made = typesetting.pngs(document, [(one.title, one.blocks) for one in found], " ".join(notes(report)))
    names = ["summary", *(one.name for one in found)]
    return {f"{name}.png": picture for name, picture in zip(names, made, strict=True)}
