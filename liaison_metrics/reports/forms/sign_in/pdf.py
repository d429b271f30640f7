"""A sign-in sheet as PDF, to print: A4, the code and the header on every page."""

from __future__ import annotations

from dataclasses import asdict

from liaison_metrics.reports.forms.sign_in.qr_code import qr_svg
from liaison_metrics.reports.forms.typst.typesetting import drawing_data, typeset
from liaison_metrics.reports.pages.emblem import emblem
from liaison_metrics.services.events.plans.sign_in.sheet import COLUMNS, SignInSheet


def sign_in_pdf(sheet: SignInSheet) -> bytes:
    """Returns the sheet as a tagged PDF/UA-1, the same bytes for the same sheet."""
    day = sheet.day
    data = asdict(sheet) | {
        "day": (day.year, day.month, day.day), "columns": COLUMNS, "emblem": drawing_data(emblem()),
        "qr": qr_svg(sheet.code[1]),
    }  # fmt: skip
    [file] = typeset("sign_in.typ", data, format="pdf", pdf_standards=["ua-1"])
    return file
