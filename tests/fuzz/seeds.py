"""Valid files of every format as seeds for mutation; the same bytes on every run."""

from __future__ import annotations

import io
import warnings
import zipfile
from datetime import date
from functools import lru_cache

from tests.corpus import files
from tests.corpus.files import Rows, Sheet

_REGISTER: Rows = [
    ["Skill-transfer workshop, Graz, 4 May 2021"],
    [],
    ["Name", "E-mail", "Community", "Gender", "Date of birth", "Note"],
    ["Alva Berg", "alva@example.org", "Local", "female", date(1990, 2, 3), 'came "late", left early'],
    ["Bruno Conti", "bruno@example.org", "Turkish", "male", date(1985, 11, 30), "two\nlines"],
    ["Chiara Dahl", "", "Syrian", "f", 1979, ""],
    ["Đorđe Ünsal", "dorde@example.org", "Bosnian", "m", "12.4.2001", "λόγος"],
]
_SESSIONS: Rows = [
    ["Name", "City", "Activity", "2021-03-04", "2021-03-11", "18/03/2021"],
    ["Emil Fuchs", "Vejle", "Info-session", "x", "", "x"],
    ["Fatma Gül", "Vejle", "Info-session", "", "x", "x"],
    ["Guest 1", "Vejle", "Info-session", "x", "x", "-"],
]
_COUNTS: Rows = [
    ["Date", "City", "Event", "Local", "Turkish", "Total"],
    [date(2021, 3, 4), "Palermo", "Project fair", 12, 7, 19],
    [date(2021, 6, 1), "Athens", "Project fair", 30.5, -2, "thirty"],
]
_TABLES = (_REGISTER, _SESSIONS, _COUNTS)
_TEXTS = (("utf-8-sig", ",", "\r\n"), ("cp1252", ";", "\n"), ("utf-16", "\t", "\r\n"), ("utf-8", "|", "\r"))


def packed(parts: list[tuple[str, bytes]], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Returns an archive of these parts, all with the same date."""
    file = io.BytesIO()
    with warnings.catch_warnings(action="ignore"), zipfile.ZipFile(file, "w") as archive:  # parts with the same name
        for name, content in parts:
            archive.writestr(zipfile.ZipInfo(name), content, method)
    return file.getvalue()


def parts_of(data: bytes) -> list[tuple[str, bytes]]:
    """Returns the parts of an archive."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]


@lru_cache(maxsize=1)
def seeds() -> tuple[tuple[str, bytes], ...]:
    """Returns the names and contents of the valid files."""
    made = []
    for number, rows in enumerate(_TABLES):
        for encoding, delimiter, end in _TEXTS:
            text = files.text_file(rows, "utf-8", delimiter, end).decode()
            made.append((f"table{number}.csv", text.encode(encoding, "replace")))
        sheets = [Sheet("First", rows, {(0, 0): 3} if len(rows[0]) == 1 else {}), Sheet("Second", _TABLES[number - 1])]
        for ending in ("xlsx", "ods"):
            parts = [part for part in parts_of(files.workbook(sheets, ending)) if not part[0].startswith(_DATED)]
            made.append((f"table{number}.{ending}", packed(parts)))
        made.append((f"table{number}.xls", files.workbook(sheets, "xls")))
    return tuple(made)


_DATED = ("docProps/", "meta.xml")
