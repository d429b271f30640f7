"""Telling what a file is by its first bytes, whatever it is called."""

from __future__ import annotations

import json
import re
from enum import StrEnum

from liaison_metrics.errors import Place, RefusedFile
from liaison_metrics.sheets.opening.archives import Archive
from liaison_metrics.sheets.opening.guards import Budget
from liaison_metrics.sheets.opening.xls.compound import SIGNATURE
from liaison_metrics.texts import _


class FileKind(StrEnum):
    """The kinds of file that can hold a sheet."""

    TEXT = "csv"
    XLSX = "xlsx"
    XLS = "xls"
    ODS = "ods"


_SIGNATURES = (
    (b"%PDF", "PDF"), (b"\x89PNG", "PNG"), (b"\xff\xd8\xff", "JPEG"), (b"GIF8", "GIF"), (b"BM", "BMP"),
    (b"II*\x00", "TIFF"), (b"MM\x00*", "TIFF"), (b"{\\rtf", "RTF"), (b"SQLite format 3", "SQLite"),
    (b"\x1f\x8b", "GZIP"), (b"7z\xbc\xaf\x27\x1c", "7-Zip"), (b"Rar!", "RAR"), (b"BZh", "BZIP2"),
    (b"\xfd7zXZ", "XZ"), (b"MZ", "EXE"), (b"\x7fELF", "ELF"), (b"OggS", "OGG"), (b"ID3", "MP3"),
)  # fmt: skip
_SHORT_SIGNATURE = 3
_LARGEST_JSON = 1_000_000


def detect_kind(file: str, data: bytes) -> FileKind:
    """Returns what kind of sheet a file is. Raises RefusedFile where it is none, with what it is instead."""
    head = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise _refused(file, _("{file} is empty."), _("Bring the file that holds the attendances."))
    if data.startswith(b"PK"):
        return _archive(file, data)
    if data.startswith(SIGNATURE):
        return _ole(file, data)
    for signature, name in _SIGNATURES:
        # Two letters alone could begin a text; such files hold zero bytes, which a text does not.
        if data.startswith(signature) and (len(signature) >= _SHORT_SIGNATURE or b"\x00" in data[:64]):
            raise _no_sheet(file, name)
    if data[:4] == b"RIFF" or data[4:8] == b"ftyp":
        raise _no_sheet(file, "media")
    _refuse_markup(file, head, data)
    return FileKind.TEXT


def _refuse_markup(file: str, head: bytes, data: bytes) -> None:
    start = re.sub(rb"^(<!--.*?-->\s*)+", b"", head, flags=re.S)[:1024].lower()
    if (
        re.match(rb"<(!doctype html|html|head|body|table|div|meta|style)\b", start)
        or (start.startswith(b"<?xml") and b"<html" in start)
        or start.startswith(b"mime-version:")
    ):
        raise _refused(
            file,
            _("{file} is a web page, not a sheet, whatever its name says."),
            _("Open it in your spreadsheet program, save it as XLSX, and bring that."),
        )
    if start.startswith(b"<svg"):
        raise _no_sheet(file, "SVG")
    if start.startswith((b"<?xml", b"<workbook", b"<office")):
        raise _refused(
            file,
            _("{file} is an XML file, a form of sheet that is not read."),
            _("Open it in your spreadsheet program, save it as XLSX, and bring that."),
        )
    if start[:1] in (b"{", b"[") and _is_json(data):
        raise _no_sheet(file, "JSON")


def _is_json(data: bytes) -> bool:
    if len(data) > _LARGEST_JSON:  # taken apart, it would need many times its size
        return bool(re.match(rb"\s*[\[{]\s*[\[{\"]", data))
    try:
        return isinstance(json.loads(data), dict | list)
    except (ValueError, RecursionError):
        return False


def _archive(file: str, data: bytes) -> FileKind:
    try:
        archive = Archive(file, data, Budget(file))
        names = archive.names
        mimetype, manifest = archive.start("mimetype")[:200], archive.start("META-INF/manifest.xml")
    except ValueError:
        raise damaged(file) from None
    if archive.locked:
        raise locked(file)
    if b"opendocument.spreadsheet" in mimetype:
        if b"encryption-data" in manifest:
            raise locked(file)
        return FileKind.ODS
    if "xl/workbook.bin" in names:
        raise _refused(
            file,
            _("{file} is a binary workbook (XLSB), a form of sheet that is not read."),
            _("Open it in your spreadsheet program, save it as XLSX, and bring that."),
        )
    if any(name.startswith("xl/") for name in names):
        return FileKind.XLSX
    known = {"word/": "Word", "ppt/": "PowerPoint"}
    other = next((title for start, title in known.items() if any(n.startswith(start) for n in names)), "")
    if other or b"opendocument" in mimetype:
        raise _no_sheet(file, other or "OpenDocument")
    raise _refused(
        file, _("{file} is a ZIP archive, not a sheet."), _("Unpack it and bring the sheets that are in it.")
    )


def _ole(file: str, data: bytes) -> FileKind:
    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if holds("EncryptedPackage"):
        raise locked(file)
    if holds("Workbook") or holds("Book"):
        return FileKind.XLS
    if holds("WordDocument") or holds("PowerPoint Document"):
        raise _no_sheet(file, "Word" if holds("WordDocument") else "PowerPoint")
    raise damaged(file)


def damaged(file: str) -> RefusedFile:
    """Returns the refusal of a file that is cut off or damaged."""
    return _refused(
        file,
        _("{file} is damaged or was cut off, so it cannot be read."),
        _("Open it in your spreadsheet program and save it anew; if that fails, ask for the file again."),
    )


def locked(file: str) -> RefusedFile:
    """Returns the refusal of a file that a password protects."""
    return _refused(
        file,
        _("{file} is protected by a password."),
        _("Open it with its password, save it without one, and bring it again."),
    )


def _no_sheet(file: str, what: str) -> RefusedFile:
    return _refused(
        file,
        _("{file} is no sheet: its content is {what}.").replace("{what}", what),
        _("Bring the attendance sheet itself, as CSV, XLSX, XLS or ODS."),
    )


def _refused(file: str, message: str, hint: str) -> RefusedFile:
    return RefusedFile(message.format(file=file), hint=hint, place=Place(file=file))
