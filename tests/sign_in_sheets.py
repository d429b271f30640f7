"""Sign-in sheets as somebody fills them in."""

from __future__ import annotations

import io

from openpyxl import load_workbook

from liaison_metrics.services.events.plans.sign_in.sheet import COLUMNS

PEOPLE = (("Alva Berg", "Verein A", 1990, "alva@example.org"), ("Tarek Nur", "", 1985, ""), ("Mira Lund", "", "", ""))


def filled_in(workbook: bytes, community: str = "", gender: str = "") -> bytes:
    """The workbook of a sign-in sheet with three people, the first and the second with a community and a gender."""
    book = load_workbook(io.BytesIO(workbook))
    page = book.active
    header = next(row for row in range(1, 30) if page.cell(row, len(COLUMNS)).value)
    for line, (name, organisation, born, email) in enumerate(PEOPLE, start=1):
        told = {"name": name, "organisation": organisation, "birth_year": born, "email": email}
        told |= {"community": community, "gender": gender} if line < 3 else {}
        for at, meaning in enumerate(COLUMNS, start=1):
            cell = page.cell(header + line, at)
            cell.value = told.get(meaning) or cell.value
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()
