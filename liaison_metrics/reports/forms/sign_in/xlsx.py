"""A sign-in sheet as a workbook, to fill in on a computer or to print."""

from __future__ import annotations

import io
from datetime import datetime, time
from typing import Any

import xlsxwriter

from liaison_metrics.reports.forms.sign_in.qr_code import qr_png
from liaison_metrics.reports.pages.emblem import emblem_png
from liaison_metrics.services.events.plans.sign_in.sheet import COLUMNS, SignInSheet

_NEVER_FORMULAS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_A4 = 9
_WIDTHS = {"number": 5, "name": 26, "organisation": 22, "community": 16, "gender": 12, "birth_year": 11, "email": 26,
           "consent": 13, "signature": 22}  # fmt: skip
_LONGEST_LIST = 255
"""Characters of a drop-down list that spreadsheets take."""

_LINE = 21
"""The height of a line to sign on, in points."""


def sign_in_xlsx(sheet: SignInSheet) -> bytes:
    """Returns the sheet as a workbook, the same bytes for the same sheet."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True, **_NEVER_FORMULAS}) as book:
        created = datetime.combine(sheet.day, time())
        book.set_properties({"title": f"{sheet.title} {sheet.code[1]}", "author": sheet.project, "created": created})
        page = book.add_worksheet(sheet.title[:31])
        for at, name in enumerate(COLUMNS):
            page.set_column(at, at, _WIDTHS[name])
        header = _head(book, page, sheet)
        _list(book, page, sheet, header)
        page.set_landscape()
        page.set_paper(_A4)
        page.fit_to_pages(1, 0)
        page.set_margins(left=0.4, right=0.4, top=0.4, bottom=0.7)
        page.repeat_rows(header)
        page.set_footer(f"&L{sheet.code[0]}: {sheet.code[1]}&R&P / &N")
    return file.getvalue()


def _head(book: Any, page: Any, sheet: SignInSheet) -> int:
    """Writes what stands above the list; returns the row of its header."""
    quiet = book.add_format({"font_color": "#595959", "text_wrap": True, "valign": "vcenter", "font_size": 9})
    bold, last = book.add_format({"bold": True}), len(COLUMNS) - 1
    page.write_string(0, 0, sheet.project, book.add_format({"font_color": "#595959"}))
    page.write_string(1, 0, sheet.title, book.add_format({"bold": True, "font_size": 16}))
    row = 2
    for label, words in (*sheet.facts, sheet.code):
        page.write_string(row, 0, f"{label}: {words}", bold)
        row += 1
    page.write_string(row, 0, sheet.keep, book.add_format({"font_color": "#595959", "font_size": 9}))
    page.insert_image(0, last, "qr.png", {
        "image_data": io.BytesIO(qr_png(sheet.code[1], 3)), "description": f"{sheet.code[0]} {sheet.code[1]}",
    })  # fmt: skip
    page.insert_image(row + 1, 0, "emblem.png", {
        "image_data": io.BytesIO(emblem_png(32)), "x_offset": 2, "y_offset": 2, "decorative": True,
    })  # fmt: skip
    page.set_row(row + 1, 28)
    page.merge_range(row + 1, 2, row + 1, last, " ".join(sheet.funding), quiet)
    page.set_row(row + 2, 62)
    page.merge_range(row + 2, 0, row + 2, last, sheet.notice, quiet)
    return row + 4


def _list(book: Any, page: Any, sheet: SignInSheet, header: int) -> None:
    """Writes the header of the list and its empty lines."""
    head = book.add_format({"bold": True, "border": 1, "bg_color": "#E4EEF2", "text_wrap": True, "valign": "top"})
    cell = book.add_format({"border": 1, "valign": "vcenter"})
    text = book.add_format({"border": 1, "valign": "vcenter", "num_format": "@"})
    number = book.add_format({"border": 1, "valign": "vcenter", "font_color": "#595959", "align": "center"})
    last = header + sheet.lines
    for at, (name, words) in enumerate(zip(COLUMNS, sheet.headers, strict=True)):
        page.write_string(header, at, words, head)
        for line in range(1, sheet.lines + 1):
            if name == "number":
                page.write_number(header + line, at, line, number)
            else:
                page.write_blank(header + line, at, None, text if name == "email" else cell)
        choices = sheet.choices.get(name, ())
        if choices and len(",".join(choices)) <= _LONGEST_LIST and not any("," in word for word in choices):
            rule = {"validate": "list", "source": list(choices), "error_type": "information"}
            page.data_validation(header + 1, at, last, at, rule)
    for line in range(header + 1, last + 1):
        page.set_row(line, _LINE)
    page.freeze_panes(header + 1, 0)
