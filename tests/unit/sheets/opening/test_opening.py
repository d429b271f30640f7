"""Opening files: every form of sheet, every encoding that partners send, and refusals in one sentence."""

from __future__ import annotations

import gzip
import io
import json
import random
import sqlite3
import time
import zipfile
from datetime import date

import openpyxl
import pytest
import xlwt
from hypothesis import given, settings
from hypothesis import strategies as st
from odf.draw import Frame
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Shapes, Table, TableCell, TableRow
from odf.text import P

from liaison_metrics.errors import RefusedFile
from liaison_metrics.sheets.model import Workbook
from liaison_metrics.sheets.opening import open_workbook
from tests.examples import share_of

TABLE = [["Name", "City"], ["Amina Haddad", "Graz"], ["Lena Moser", "Vejle"]]
LINES = {
    "it": "Nome e cognome;Città;Comunità\nNicolò Spanò;Palermo;dell’Università\nMarisa Cosà;Palermo;più età\n",
    "de": "Name;Straße;Gemeinschaft\nJürgen Müller;Graz;Türkisch\nÖzlem Größ;Kassel;Männlich\n",
    "da": "Navn;By;Fællesskab\nSøren Åkjær;Vejle;Køn\nØjvind Jørgensen;Vejle;Færdighed\n",
    "el": "Όνομα;Πόλη;Κοινότητα\nΓιώργος Τάρναρης;Αθήνα;Άνδρας\nΕλένη Χατζηδάκη;Αθήνα;Γυναίκα\n",
    "hr": "Ime;Grad\nAničić Đurđa;Šibenik\nŽeljka Čolić;Graz\n",
    "tr": "Ad;Şehir\nGülşah Yıldız;Kassel\nÇağrı Doğan;İzmir\n",
}


def xlsx(rows: list[list[object]], merge: str = "") -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    if merge:
        book.active.merge_cells(merge)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def xls(rows: list[list[object]]) -> bytes:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Sheet1")
    for r, row in enumerate(rows):
        for c, value in enumerate(row):
            sheet.write(r, c, value)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def ods(rows: list[list[str]], repeat: int = 1) -> bytes:
    book = OpenDocumentSpreadsheet()
    table = Table(name="Sheet1")
    for row in rows:
        line = TableRow(numberrowsrepeated=repeat)
        for value in row:
            cell = TableCell(valuetype="string")
            cell.addElement(P(text=value))
            line.addElement(cell)
        table.addElement(line)
    book.spreadsheet.addElement(table)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def nested(place: str) -> bytes:
    """An ODS workbook with a table inside the first cell, or in a drawing over the sheet."""
    book = OpenDocumentSpreadsheet()
    table, inner, line, cell = Table(name="Sheet1"), Table(), TableRow(), TableCell(valuetype="string")
    if place == "cell":
        cell.addElement(P(text="Alva Berg"))
        cell.addElement(inner)
    else:
        frame, shapes = Frame(), Shapes()
        frame.addElement(inner)
        shapes.addElement(frame)
        table.addElement(shapes)
    inner.addElement(TableRow())
    line.addElement(cell)
    table.addElement(line)
    book.spreadsheet.addElement(table)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def cells(data: bytes, name: str = "file.bin") -> list[list[object]]:
    return [list(row) for row in open_workbook(name, data).grids[0].rows]


@pytest.mark.parametrize(
    "made", [xlsx(TABLE), xls(TABLE), ods(TABLE), b"Name,City\nAmina Haddad,Graz\nLena Moser,Vejle\n"]
)
def test_the_content_decides_not_the_name(made: bytes) -> None:
    assert cells(made) == TABLE


def test_row_numbers_are_those_of_the_file() -> None:
    book = openpyxl.Workbook()
    book.active["C4"] = "Name"
    book.active["C5"] = "Amina"
    file = io.BytesIO()
    book.save(file)
    assert cells(file.getvalue())[3][2] == "Name"
    assert cells(b"\n\nName\n\nAmina\n")[4] == ["Amina"]


def test_dates_and_whole_numbers_keep_their_kind() -> None:
    assert cells(xlsx([[date(2021, 3, 4), 7.0, 7.5, "007"]])) == [[date(2021, 3, 4), 7, 7.5, "007"]] or cells(
        xlsx([[date(2021, 3, 4), 7.0, 7.5, "007"]])
    )[0][1:] == [7, 7.5, "007"]


def test_a_cell_merged_over_rows_stands_in_each() -> None:
    rows = cells(xlsx([["Date", "Name"], ["4 May 2021", "A"], [None, "B"], [None, "C"]], merge="A2:A4"))
    assert [row[0] for row in rows] == ["Date", "4 May 2021", "4 May 2021", "4 May 2021"]


@pytest.mark.parametrize(
    ("language", "encoding"),
    [(language, "utf-8") for language in LINES]
    + [(language, "utf-8-sig") for language in LINES]
    + [(language, encoding) for language in LINES for encoding in ("utf-16", "utf-16-le", "utf-16-be")]
    + [(language, encoding) for language in ("it", "de", "da") for encoding in ("cp1252", "mac-roman")]
    + [(language, encoding) for language in ("de", "da") for encoding in ("cp850",)]
    + [
        ("de", "iso8859-1"),
        ("it", "cp1252"),
        ("el", "cp1253"),
        ("el", "iso8859-7"),
        ("hr", "cp1250"),
        ("tr", "cp1254"),
    ],
)
def test_every_encoding(language: str, encoding: str) -> None:
    text = LINES[language].replace("’", "'") if encoding in ("iso8859-1", "cp850") else LINES[language]
    expected = [line.split(";") for line in text.splitlines()]
    assert cells(text.encode(encoding)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a;b;c\n1,5;2,5;x\n2,5;3,5;y\n", ["a", "b", "c"]),
        ('Name,Note\n"Rossi, Maria","said ""yes"""\n', ["Name", "Note"]),
        ("a\tb\n1\t2\n", ["a", "b"]),
        ("a|b\n1|2\n", ["a", "b"]),
        ("sep=;\na;b\n1;2\n", ["a", "b"]),
        ("Name\nAmina\nLena\n", ["Name"]),
    ],
)
def test_every_delimiter(text: str, expected: list[str]) -> None:
    assert cells(text.encode())[0] == expected


def test_a_title_block_does_not_mislead() -> None:
    text = "Workshop, Graz\nDate: 4 May 2021\n\nName;City;E-mail\n" + "A B;Graz;a@example.org\n" * 9
    assert cells(text.encode())[3] == ["Name", "City", "E-mail"]


def test_line_breaks_in_a_cell_and_a_lost_quotation_mark() -> None:
    assert cells(b'a,b\n"one\ntwo",x\n')[1] == ["one\ntwo", "x"]
    lost = "a,b\n" + '"never closed,x\n' + "1,2\n" * 200
    assert len(cells(lost.encode())) == 202


def _zip(**parts: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/"), content)
    return file.getvalue()


def _sqlite() -> bytes:
    database = sqlite3.connect(":memory:")
    database.execute("create table t (a)")
    return database.serialize()


def _far_cell() -> bytes:
    book = openpyxl.Workbook()
    book.active["A1"], book.active["BZZ1048576"] = "Name", "x"
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


NO_SHEETS = {
    "empty": b"",
    "blank": b" \n\n \t\n",
    "zeros": bytes(2000),
    "cut xlsx": xlsx(TABLE)[:-400],
    "half xlsx": xlsx(TABLE)[: len(xlsx(TABLE)) // 2],
    "cut xls": xls(TABLE)[:600],
    "cut ods": ods(TABLE)[:500],
    "png": b"\x89PNG\r\n\x1a\n" + bytes(300),
    "jpeg": b"\xff\xd8\xff\xe0" + bytes(300),
    "pdf": b"%PDF-1.7\n1 0 obj",
    "gzip": gzip.compress(b"a,b\n1,2\n"),
    "html": b"<html><body><table><tr><td>Name</td></tr></table></body></html>",
    "xml sheet": b'<?xml version="1.0"?><Workbook xmlns="urn:x"></Workbook>',
    "json": json.dumps({"name": "x"}).encode(),
    "sqlite": _sqlite(),
    "word": _zip(word__document=b"<x/>"),
    "zip": _zip(readme=b"hello"),
    "encrypted xlsx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    + bytes(600)
    + "EncryptedPackage".encode("utf-16-le")
    + bytes(600),
    "noise": random.Random(1).randbytes(5000),
    "20,000 columns": ",".join(f"c{n}" for n in range(20_000)).encode() + b"\n1,2\n",
    "far cell": _far_cell(),
    "repeated rows": ods([["x"] * 200], repeat=1_000_000),
    "table in a cell": nested("cell"),
    "table in a drawing": nested("drawing"),
}


@pytest.mark.parametrize("what", NO_SHEETS)
def test_what_is_no_sheet_is_refused_in_a_sentence(what: str) -> None:
    start = time.process_time()
    with pytest.raises(RefusedFile) as caught:
        open_workbook("presenze.xls", NO_SHEETS[what])
    assert time.process_time() - start < 5
    assert "presenze.xls" in caught.value.message and caught.value.hint
    assert caught.value.message.count(".") <= 3 and "Error" not in str(caught.value)


def test_a_bomb_is_weighed_before_it_is_unpacked() -> None:
    zeros = bytes(50_000_000)
    bomb = _zip(**{f"xl__worksheets__sheet{n}.xml": zeros for n in range(14)})
    assert len(bomb) < 1_000_000
    with pytest.raises(RefusedFile, match="too large"):
        open_workbook("bomb.xlsx", bomb)


def test_a_million_empty_cells_are_no_weight() -> None:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in TABLE:
        sheet.append(row)
    for _ in range(20_000):
        sheet.append([None] * 50)
    file = io.BytesIO()
    book.save(file)
    rows = cells(file.getvalue())
    assert rows[:3] == TABLE and not any(any(row) for row in rows[3:])


WHOLE = [xlsx(TABLE), xls(TABLE), ods(TABLE), LINES["de"].encode("cp1252")]


@given(st.data())
@settings(max_examples=share_of(150), deadline=None)
def test_damaged_bytes_open_or_are_refused(data: st.DataObject) -> None:
    whole = bytearray(data.draw(st.sampled_from(WHOLE)))
    for _ in range(data.draw(st.integers(1, 12))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    try:
        assert isinstance(open_workbook("file", bytes(whole)), Workbook)
    except RefusedFile as refusal:
        assert refusal.message


def test_a_broken_part_beside_the_cells_is_damage() -> None:
    whole = bytearray(ods(TABLE))
    name = b"META-INF/manifest.xml"
    whole[whole.index(name) + len(name)] = 0
    with pytest.raises(RefusedFile):
        open_workbook("file.ods", bytes(whole))


def test_a_file_over_the_limit_is_never_said_to_be_as_large_as_the_limit() -> None:
    with pytest.raises(RefusedFile, match=r"large\.csv is 1\.1 MB; the limit is 1 MB\."):
        open_workbook("large.csv", b"x" * 1_000_001, 1_000_000)
