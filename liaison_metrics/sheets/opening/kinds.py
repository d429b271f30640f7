"""Detects a file's format from its content, whatever its name."""

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
    """The supported spreadsheet formats."""

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
_IMAGES = frozenset(("PNG", "JPEG", "GIF", "BMP", "TIFF", "SVG"))
_SHORT_SIGNATURE = 3
_LARGEST_JSON = 1_000_000


def detect_kind(file: str, data: bytes) -> FileKind:
    """Returns a file's format. Raises RefusedFile, naming the actual type, if it isn't a spreadsheet."""
    head = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise _refused(file, _("{file} is empty."), _("Upload the file with the attendances."))
    if data.startswith(b"PK"):
        return _archive(file, data)
    if data.startswith(SIGNATURE):
        return _ole(file, data)
    for signature, name in _SIGNATURES:
        # Two letters could begin a text, but such files contain zero bytes and text doesn't.
        if data.startswith(signature) and (len(signature) >= _SHORT_SIGNATURE or b"\x00" in data[:64]):
            raise _not_a_spreadsheet(file, name)
    if data[:4] == b"RIFF" or data[4:8] == b"ftyp":
        raise _not_a_spreadsheet(file, "media")
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
            _("{file} is a web page, not a spreadsheet."),
            _("Open it in your spreadsheet program, save it as XLSX and upload that."),
        )
    if start.startswith(b"<svg"):
        raise _not_a_spreadsheet(file, "SVG")
    if start.startswith((b"<?xml", b"<workbook", b"<office")):
        raise _refused(
            file,
            _("{file} is an XML file, which can't be read."),
            _("Open it in your spreadsheet program, save it as XLSX and upload that."),
        )
    if start[:1] in (b"{", b"[") and _is_json(data):
        raise _not_a_spreadsheet(file, "JSON")


def _is_json(data: bytes) -> bool:
    if len(data) > _LARGEST_JSON:  # parsing would take many times its size in memory
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
            _("{file} is a binary workbook (XLSB), which can't be read."),
            _("Open it in your spreadsheet program, save it as XLSX and upload that."),
        )
    if any(name.startswith("xl/") for name in names):
        return FileKind.XLSX
    known = {"word/": "Word", "ppt/": "PowerPoint"}
    other = next((title for start, title in known.items() if any(n.startswith(start) for n in names)), "")
    if other or b"opendocument" in mimetype:
        raise _not_a_spreadsheet(file, other or "OpenDocument")
    raise _refused(file, _("{file} is a ZIP archive, not a spreadsheet."), _("Unpack it and upload the sheets inside."))


def _ole(file: str, data: bytes) -> FileKind:
    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if holds("EncryptedPackage"):
        raise locked(file)
    if holds("Workbook") or holds("Book"):
        return FileKind.XLS
    if holds("WordDocument") or holds("PowerPoint Document"):
        raise _not_a_spreadsheet(file, "Word" if holds("WordDocument") else "PowerPoint")
    raise damaged(file)


def damaged(file: str) -> RefusedFile:
    """Returns the refusal of a damaged or incomplete file."""
    return _refused(
        file,
        _("{file} is damaged or incomplete and can't be read."),
        _("Open it in your spreadsheet program and save it again. If that fails, ask for a new copy."),
    )


def locked(file: str) -> RefusedFile:
    """Returns the refusal of a password-protected file."""
    return _refused(
        file,
        _("{file} is protected with a password."),
        _("Open it, save it without a password and upload it again."),
    )


def _not_a_spreadsheet(file: str, kind: str) -> RefusedFile:
    image = _("{file} is an image ({kind}), not a spreadsheet.")
    message = image if kind in _IMAGES else _("{file} isn't a spreadsheet; its file type is {kind}.")
    return _refused(
        file,
        message.replace("{kind}", kind),
        _("Upload the attendance sheet as CSV, XLSX, XLS or ODS."),
    )


def _refused(file: str, message: str, hint: str) -> RefusedFile:
    return RefusedFile(message.format(file=file), hint=hint, place=Place(file=file))
