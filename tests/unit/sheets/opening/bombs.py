"""Small files that claim or hold more than a machine has, or that lead a reader around in circles.

Run as a program it opens each and says what came of it, how long that took and how much memory: a reader that such a
file kills must not take the tests with it.
"""

from __future__ import annotations

import json
import re
import resource
import struct
import time
from collections.abc import Callable
from pathlib import Path

from liaison_metrics.errors import RefusedFile
from liaison_metrics.sheets.opening import open_workbook
from liaison_metrics.sheets.opening.xls.compound import stream_of, with_stream
from tests.corpus.files import Rows, Sheet, workbook
from tests.fuzz.seeds import packed, parts_of

MOST_MEMORY = 2_000_000_000
TABLE: Rows = [["Name", "City"], ["Amina Haddad", "Graz"], ["Lena Moser", "Vejle"]]
SHEET, TEXTS, PLACES, CONTENT = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml", "content.xml"
EMPTY_CELLS = '<table:table-cell table:number-columns-repeated="16383"/>'
Change = Callable[[bytes], bytes]


def changed(ending: str, part: str, change: Change) -> bytes:
    """Returns the table as a workbook, with a change in one of its parts."""
    parts = dict(parts_of(workbook([Sheet("S", TABLE)], ending)))
    assert part in parts
    parts[part] = change(parts[part])
    return packed(list(parts.items()))


def cells(*written: str) -> bytes:
    """Returns an XLSX workbook with further cells at the end of its sheet."""
    row = f'<row r="1048576">{"".join(written)}</row></sheetData>'.encode()
    return changed("xlsx", SHEET, lambda xml: xml.replace(b"</sheetData>", row))


def table_rows(times: int, row: str) -> bytes:
    """Returns an ODS workbook with further rows at the end of its sheet."""
    added = row.encode() * times + b"</table:table>"
    return changed("ods", CONTENT, lambda xml: xml.replace(b"</table:table>", added))


def row_of(repeated: int, cell: str) -> str:
    return f'<table:table-row table:number-rows-repeated="{repeated}">{cell}</table:table-row>'


def cell_of(repeated: int, text: str = "x") -> str:
    start = f'<table:table-cell table:number-columns-repeated="{repeated}" office:value-type="string">'
    return f"{start}<text:p>{text}</text:p></table:table-cell>"


def shared_text() -> bytes:
    text = b'<sst xmlns="x"><si><t>' + b"A" * 2_000_000 + b"</t></si></sst>"
    rows = b"".join(b'<row r="%d"><c r="A%d" t="s"><v>0</v></c></row>' % (n, n) for n in range(4, 3000))
    parts = dict(parts_of(workbook([Sheet("S", TABLE)], "xlsx")))
    parts[SHEET] = parts[SHEET].replace(b"</sheetData>", rows + b"</sheetData>")
    return packed(list((parts | {TEXTS: text}).items()))


def room_for_many_texts() -> bytes:
    parts = dict(parts_of(workbook([Sheet("S", TABLE)], "xlsx")))
    return packed(list((parts | {TEXTS: b'<sst uniqueCount="99999999999"></sst>'}).items()))


def one_sheet_often() -> bytes:
    again = b"".join(b'<sheet name="s%d" sheetId="%d" r:id="rId1"/>' % (n, n) for n in range(2, 3000))
    return changed("xlsx", PLACES, lambda xml: xml.replace(b"</sheets>", again + b"</sheets>"))


def entities(xml: bytes) -> bytes:
    more = b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9))
    start = b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "aaaaaaaaaa">' + more + b"]>"
    return start + xml.partition(b"?>")[2].replace(b"</text:p>", b"&j;</text:p>", 1)


def compound(offset: int, layout: str, *numbers: int) -> bytes:
    """Returns an XLS workbook with other numbers at a place of its file system."""
    harmed = bytearray(workbook([Sheet("S", TABLE)], "xls"))
    struct.pack_into(layout, harmed, offset, *numbers)
    return bytes(harmed)


def listing_in_a_circle() -> bytes:
    whole = workbook([Sheet("S", TABLE)], "xls")
    (table,), (listing,) = struct.unpack_from("<I", whole, 76), struct.unpack_from("<I", whole, 48)
    return compound((table + 1) * 512 + 4 * listing, "<I", listing)


def record(kind: int, layout: str, *numbers: int, at: int = 0) -> bytes:
    """Returns an XLS workbook with other numbers in the last record of a kind."""
    stream = bytearray(stream_of(workbook([Sheet("S", TABLE)], "xls"), "Workbook"))
    here, found = 0, -1
    while here + 4 <= len(stream):
        this, size = struct.unpack_from("<HH", stream, here)
        found = here + 4 if this == kind else found
        here += 4 + size
    struct.pack_into(layout, stream, found + at, *numbers)
    return with_stream("Workbook", bytes(stream))


BOMBS: dict[str, Callable[[], bytes]] = {
    "a sheet that claims all rows and columns": lambda: changed(
        "xlsx", SHEET, lambda xml: re.sub(rb'(?<=dimension ref=")[^"]*', b"A1:XFD1048576", xml)
    ),
    "one cell far away": lambda: cells('<c r="XFD1048576"><v>1</v></c>'),
    "one cell far away, in other marks": lambda: cells("<c r='XFD1048576'><v>1</v></c>"),
    "one cell far away, of another prefix": lambda: cells('<q:c r="XFD1048576"><v>1</v></q:c>'),
    "one cell far away, in small letters": lambda: cells('<c r="xfd1048576"><v>1</v></c>'),
    "one cell far away, by its neighbour": lambda: cells('<c r="XFC1"/>', "<c><v>1</v></c>"),
    "one cell beyond all sheets": lambda: cells('<c r="ZZZZZZ4294967295"><v>1</v></c>'),
    "one long text in many cells": shared_text,
    "one sheet under many names": one_sheet_often,
    "room for many texts": room_for_many_texts,
    "a million rows, repeated": lambda: table_rows(1, row_of(1_000_000, cell_of(10))),
    "99 times 99 cells, often": lambda: table_rows(3000, row_of(99, cell_of(99))),
    "five million columns, repeated": lambda: table_rows(1, row_of(1, cell_of(5_000_000))),
    "a long text, repeated": lambda: table_rows(1, row_of(100_000, cell_of(1, "x" * 30_000))),
    "four billion spaces": lambda: table_rows(1, row_of(1, cell_of(1, '<text:s text:c="4000000000"/>'))),
    "wide rows": lambda: table_rows(20_000, row_of(1, EMPTY_CELLS + cell_of(1))),
    "a sheet without an end": lambda: changed("ods", CONTENT, lambda xml: xml.partition(b"</table:table>")[0]),
    "a note without an end": lambda: changed(
        "ods", CONTENT, lambda xml: xml.replace(b"<text:p>", b"<office:annotation>", 1)
    ),
    "entities in entities": lambda: changed("ods", CONTENT, entities),
    "a long kind of file": lambda: changed("ods", "mimetype", lambda kind: kind + b" " * 400_000_000),
    "a listing in a circle": listing_in_a_circle,
    "tables in a circle": lambda: compound(68, "<II", 0, 1),
    "room for many tables": lambda: compound(44, "<I", 0xFFFF_FFFF),
    "room for many small tables": lambda: compound(60, "<II", 0, 0xFFFF_FFFF),
    "a sheet that claims four billion rows": lambda: record(0x0200, "<IIHH", 0, 0xFFFF_FFFF, 0, 0xFFFF),
    "a record far away": lambda: record(0x00FD, "<HH", 65_535, 65_535),
    "a text of a length that it has not": lambda: record(0x00FC, "<HBI", 2, 4, 0xFFFF_FFFF, at=8),
    "deep JSON": lambda: b"[" * 5_000_000,
    "wide JSON": lambda: b"[" + b"[]," * 5_000_000 + b"[]]",
    "many delimiters": lambda: b"," * 20_000_000,
    "many line ends": lambda: b"\n" * 20_000_000 + b"a",
    "many marks": lambda: b'"' * 20_000_000,
    "a long line of strange letters": lambda: bytes(range(128, 256)) * 200_000,
    "one strange letter after a long word": lambda: b"a" * 4_000_000 + b",\xff",
}


def main() -> None:
    """Opens each of them; prints its name, what came of it, seconds and megabytes."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    for name, make in BOMBS.items():
        data, start = make(), time.process_time()
        Path("/proc/self/clear_refs").write_text("5")  # the peak counts from here
        before = _megabytes("VmRSS")
        try:
            outcome = str(len(open_workbook("list.bin", data).grids))
        except RefusedFile as refusal:
            outcome = refusal.message
        print(json.dumps([name, outcome, time.process_time() - start, _megabytes("VmHWM") - before]), flush=True)


def _megabytes(what: str) -> int:
    status = Path("/proc/self/status").read_text()
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith(what)) // 1024


if __name__ == "__main__":
    main()
