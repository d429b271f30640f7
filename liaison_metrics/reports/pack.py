"""The forms of a report by name, the files of each form, and the archive of all files."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextvars import copy_context
from dataclasses import dataclass

from liaison_metrics.exports.made_up import NAME_END
from liaison_metrics.reports.forms.event_sheets import event_sheets
from liaison_metrics.reports.forms.html import html
from liaison_metrics.reports.forms.iati import iati
from liaison_metrics.reports.forms.pdf import pdf
from liaison_metrics.reports.forms.png import png
from liaison_metrics.reports.forms.tidy import csv_files
from liaison_metrics.reports.forms.xlsx import xlsx
from liaison_metrics.reports.model import Report
from liaison_metrics.texts import _, speaking

Files = Mapping[str, bytes]

NO_TIME = (1980, 1, 1, 0, 0, 0)
"""The earliest time that an archive can state. The time of packing is not part of the report."""

READABLE = 0o644 << 16
_PICTURES, _SHEETS = "-pictures/", "-event-sheets.pdf"


@dataclass(frozen=True, slots=True)
class Form:
    """A form of the report. ``words`` is its label. ``files`` returns its files by the end of their names; ``main`` is
    the one to use if only one file is possible."""

    words: Callable[[], str]
    files: Callable[[Report], Files]
    main: str


def _csv(report: Report) -> Files:
    return {f"-{name}.csv": content for name, content in csv_files(report).items()}


def _pictures(report: Report) -> Files:
    return {f"{_PICTURES}{name}": picture for name, picture in png(report).items()}


FORMS: Mapping[str, Form] = {
    "pdf": Form(lambda: _("Report (PDF)"), lambda report: {".pdf": pdf(report)}, ".pdf"),
    "png": Form(lambda: _("Pictures (PNG)"), _pictures, f"{_PICTURES}summary.png"),
    "html": Form(lambda: _("Page (HTML)"), lambda report: {".html": html(report)}, ".html"),
    "xlsx": Form(lambda: _("Workbook (XLSX)"), lambda report: {".xlsx": xlsx(report)}, ".xlsx"),
    "csv": Form(lambda: _("Tables (CSV)"), _csv, "-indicators.csv"),
    "xml": Form(lambda: _("Open data (IATI XML)"), lambda report: {".xml": iati(report)}, ".xml"),
    "event_sheets": Form(lambda: _("Event sheets (PDF)"), lambda report: {_SHEETS: event_sheets(report)}, _SHEETS),
}
"""All forms in display order, by the suffix of their files if it is unique."""


def single(report: Report, form: str) -> bytes:
    """Returns the main file of a form. Raises KeyError for an unknown form."""
    found = FORMS[form]
    with speaking(report.language):
        return found.files(report)[found.main]


def stem(report: Report) -> str:
    """Returns the beginning of the names of a report's files: LIAISON-report-2022-04-02-graz-exact."""
    parts = [report.project.acronym, "report"]
    if isinstance(report.number, str):
        parts.append(report.number)
    parts += [report.as_of.isoformat(), report.scope.city or "", "exact" if report.threshold is None else ""]
    return "-".join(part for part in parts if part) + (NAME_END if report.made_up else "")


def render(report: Report, forms: Sequence[str], done: Callable[[str], None] = lambda form: None) -> dict[str, bytes]:
    """Returns the files of some forms of a report by name. Calls *done* with each form that is finished.

    The forms are made in parallel. Raises KeyError for an unknown form.
    """
    begin = stem(report)
    wanted = {form: FORMS[form].files for form in forms}
    with speaking(report.language), ThreadPoolExecutor(max_workers=len(wanted) or 1) as pool:
        # Each thread needs the context of this one, which holds the language.
        tasks = {pool.submit(copy_context().run, files, report): form for form, files in wanted.items()}
        for task in as_completed(tasks):
            task.result()
            done(tasks[task])
    files = {form: task.result() for task, form in tasks.items()}
    marked = NAME_END if report.made_up else ""
    return {f"{begin}{_marked(end, marked)}": content for form in forms for end, content in files[form].items()}


def _marked(end: str, mark: str) -> str:
    """Returns the end of a file's name. A file in a folder has the *mark* of made-up data in its own name too, because
    it can be passed on without the folder."""
    name, dot, suffix = end.rpartition(".")
    return f"{name}{mark}{dot}{suffix}" if "/" in end else end


def zipped(files: Files, *, for_ever: bool = False) -> bytes:
    """Returns an archive of the files, the same bytes for the same files.

    With *for_ever* this also holds for later versions of the program: nothing is compressed then, because different
    versions of a library compress differently.
    """
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name in sorted(files):
            member = zipfile.ZipInfo(name, NO_TIME)
            # Pictures are already compressed.
            member.compress_type = zipfile.ZIP_STORED if for_ever or name.endswith(".png") else zipfile.ZIP_DEFLATED
            member.create_system, member.external_attr = 3, READABLE
            archive.writestr(member, files[name])
    return content.getvalue()
