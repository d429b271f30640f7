"""Opening what is uploaded: archives and the sheets in them.

A workbook (XLSX, ODS) is a ZIP archive too, but counts as one sheet. The content of a file decides, not its name.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

from liaison_metrics.errors import Place, RefusedFile
from liaison_metrics.sheets.model import Cell, Workbook
from liaison_metrics.sheets.opening import open_workbook
from liaison_metrics.sheets.opening.archives import Archive
from liaison_metrics.sheets.opening.guards import Budget
from liaison_metrics.sheets.opening.limits import LARGEST_UNPACKED
from liaison_metrics.texts import _

MOST_SHEETS = 500
"""The largest number of files in one archive."""

LONGEST_NAME = 160
"""The largest number of characters of a file name with its folders. Of a longer one the end is kept."""

MB = 1_000_000

_SIGNATURES = (b"PK\x03\x04", b"PK\x05\x06")  # with files, and without any
_JUNK = frozenset(("thumbs.db", "desktop.ini", "icon\r"))
_JUNK_FOLDERS = frozenset(("__macosx",))
_JUNK_STARTS = (".", "~$")
_DOCUMENT_PARTS = ("[Content_Types].xml", "mimetype", "xl/", "word/", "ppt/", "Index/Document.iwa", "Index.zip")
"""Parts of archives that are one document: OOXML, OpenDocument, and the documents of Apple's programs."""

_JOINERS = "\u200c\u200d"
"""Format characters that belong to words, in Persian for example."""


def unpacked(file: str, data: bytes) -> list[tuple[str, bytes]]:
    """Returns the files of a ZIP archive with their names, in the archive's order. Any other file is returned itself.

    Files that operating systems add to archives are left out. Names contain the folders, as in “Graz – May – list.csv”,
    and are never paths. Raises RefusedFile for an archive that is damaged, password-protected, empty or too large.
    """
    if not data.startswith(_SIGNATURES):
        return [(file, data)]
    try:
        archive = Archive(file, data, Budget(file))
        if _is_document(archive.names):
            return [(file, data)]
        inside = {name: parts for name in archive.names if (parts := _parts(name))}
        _check(file, archive, list(inside))
        return [(_name(parts), b"".join(archive.pieces(name))) for name, parts in inside.items()]
    except ValueError:
        if any(sign.encode() in data[:4096] for sign in _DOCUMENT_PARTS):
            return [(file, data)]  # a damaged workbook: the reader reports it
        raise _refused(
            file,
            _("{file} is damaged, or compressed in a way that cannot be read."),
            _("Save it again as a ZIP file, or upload the sheets themselves: you can choose several at once."),
        ) from None


def opened(file: str, data: bytes, largest: int) -> Workbook:
    """Returns an opened file of at most *largest* bytes, without signs that nobody sees in the text of its cells.

    Raises RefusedFile if it is not a sheet, or cannot be read safely.
    """
    workbook = open_workbook(file, data, largest)
    return replace(
        workbook, grids=[replace(g, name=visible(g.name), rows=_visible_rows(g.rows)) for g in workbook.grids]
    )


def visible(text: str) -> str:
    """Returns a text without format characters: among them are those that turn the writing direction of all that
    follows, so that "12" is shown as "21"."""
    if _is_visible(text):
        return text
    return "".join(letter for letter in text if unicodedata.category(letter) != "Cf" or letter in _JOINERS)


def _is_visible(text: str) -> bool:
    return text.isascii() or text.isprintable()


def _visible_rows(rows: Sequence[Sequence[Cell]]) -> Sequence[Sequence[Cell]]:
    if _is_visible(_all_text(rows)):  # once, for long ones
        return rows
    return [[visible(cell) if isinstance(cell, str) else cell for cell in cells] for cells in rows]


def _all_text(rows: Sequence[Sequence[Cell]]) -> str:
    try:
        return "".join(map("".join, rows))  # type: ignore[arg-type]  # cells of a text file are texts
    except TypeError:
        return "".join([cell for cells in rows for cell in cells if isinstance(cell, str)])


def _check(file: str, archive: Archive, names: list[str]) -> None:
    if archive.locked:
        raise _refused(
            file,
            _("{file} is protected by a password."),
            _("Unpack it and upload the sheets themselves: you can choose several at once."),
        )
    if not names:
        raise _refused(file, _("{file} contains no files."), _("Upload the archive that contains the sheets."))
    smaller = _("Upload the sheets in several smaller archives.")
    if len(names) > MOST_SHEETS:
        many = _("{file} contains {n} files. The limit is {most}.")
        raise _refused(file, many, smaller, n=f"{len(names):,}", most=MOST_SHEETS)
    if (size := archive.claimed(names)) > LARGEST_UNPACKED:
        large = _("{file} contains {size} MB of files. The limit is {most} MB.")
        raise _refused(file, large, smaller, size=f"{size // MB:,}", most=LARGEST_UNPACKED // MB)


def _is_document(names: list[str]) -> bool:
    return any(name.startswith(_DOCUMENT_PARTS) for name in names)


def _parts(name: str) -> list[str]:
    """Returns the folders of a name and the file name, without parts such as “..”; nothing for files that operating
    systems add."""
    parts = [part for part in _decoded(name).replace("\\", "/").split("/") if part.strip(". ")]
    junk = not parts or parts[-1].lower() in _JUNK or parts[-1].startswith(_JUNK_STARTS)
    return [] if junk or any(part.lower() in _JUNK_FOLDERS for part in parts) else parts


def _decoded(name: str) -> str:
    """Returns a name decoded as UTF-8 if possible: some programs write UTF-8 without the flag that says so."""
    with suppress(UnicodeError):
        name = name.encode("cp437").decode("utf-8")
    return unicodedata.normalize("NFC", name)


def _name(parts: list[str]) -> str:
    text = " – ".join(part.strip() for part in parts)
    # Control characters and changes of writing direction could make a name look like another.
    return "".join(c for c in text if c.isprintable() and c not in ':"<>|?*')[-LONGEST_NAME:].strip()


def _refused(file: str, message: str, hint: str, **words: object) -> RefusedFile:
    return RefusedFile(message.format(file=file, **words), hint=hint, place=Place(file=file))
