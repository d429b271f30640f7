"""Sheets that come together in one ZIP archive.

A workbook (XLSX, ODS) is such an archive too, and is one sheet: what a file is decides its content, not its name.
"""

from __future__ import annotations

import unicodedata
from contextlib import suppress

from liaison_metrics.errors import Place, RefusedFile
from liaison_metrics.sheets.opening.archives import Archive
from liaison_metrics.sheets.opening.guards import Budget
from liaison_metrics.sheets.opening.limits import LARGEST_UNPACKED
from liaison_metrics.texts import _

MOST_SHEETS = 500
"""Files of an archive that are taken at once."""

LONGEST_NAME = 160
"""Characters of a file's name with its folders; of a longer one the end is kept, which is the file's own."""

MB = 1_000_000

_SIGNATURES = (b"PK\x03\x04", b"PK\x05\x06")  # with parts, and without any
_JUNK = frozenset(("thumbs.db", "desktop.ini", "icon\r"))
_JUNK_FOLDERS = frozenset(("__macosx",))
_JUNK_STARTS = (".", "~$")
_OF_DOCUMENTS = ("[Content_Types].xml", "mimetype", "xl/", "word/", "ppt/", "Index/Document.iwa", "Index.zip")
"""What stands in the archives that are one document: OOXML, OpenDocument, the documents of Apple's programs."""


def unpacked(file: str, data: bytes) -> list[tuple[str, bytes]]:
    """Returns the files of a ZIP archive with their names, in the archive's order; any other file gives itself.

    What systems add to archives is left out. A name says the file's folders before its own, as in
    “Graz – May – list.csv”, and is never a path. Raises RefusedFile for an archive that is damaged, locked, empty, or
    holds more than the program takes at once.
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
        if any(sign.encode() in data[:4096] for sign in _OF_DOCUMENTS):
            return [(file, data)]  # a damaged workbook, and who reads it says so
        raise _refused(
            file,
            _("{file} is damaged or packed in a way that cannot be read."),
            _("Pack it anew as a ZIP file, or bring the sheets themselves: many can be chosen at once."),
        ) from None


def _check(file: str, archive: Archive, names: list[str]) -> None:
    if archive.locked:
        raise _refused(
            file,
            _("{file} is protected by a password."),
            _("Unpack it with its password and bring the sheets themselves: many can be chosen at once."),
        )
    if not names:
        raise _refused(file, _("{file} holds no files."), _("Bring the archive that holds the sheets."))
    smaller = _("Bring the sheets in several smaller archives.")
    if len(names) > MOST_SHEETS:
        many = _("{file} holds {n} files; at most {most} are taken at once.")
        raise _refused(file, many, smaller, n=f"{len(names):,}", most=MOST_SHEETS)
    if (size := archive.claimed(names)) > LARGEST_UNPACKED:
        large = _("{file} holds {size} MB of files; at most {most} MB are taken at once.")
        raise _refused(file, large, smaller, size=f"{size // MB:,}", most=LARGEST_UNPACKED // MB)


def _is_document(names: list[str]) -> bool:
    return any(name.startswith(_OF_DOCUMENTS) for name in names)


def _parts(name: str) -> list[str]:
    """Returns the folders of a name and the file's own, without what leads elsewhere; none for what systems add."""
    parts = [part for part in _decoded(name).replace("\\", "/").split("/") if part.strip(". ")]
    junk = not parts or parts[-1].lower() in _JUNK or parts[-1].startswith(_JUNK_STARTS)
    return [] if junk or any(part.lower() in _JUNK_FOLDERS for part in parts) else parts


def _decoded(name: str) -> str:
    """Returns a name with its own letters: some programs write UTF-8 and do not say so."""
    with suppress(UnicodeError):
        name = name.encode("cp437").decode("utf-8")
    return unicodedata.normalize("NFC", name)


def _name(parts: list[str]) -> str:
    text = " – ".join(part.strip() for part in parts)
    # Signs that steer a screen or turn the direction of writing would let a name look like another.
    return "".join(c for c in text if c.isprintable() and c not in ':"<>|?*')[-LONGEST_NAME:].strip()


def _refused(file: str, message: str, hint: str, **words: object) -> RefusedFile:
    return RefusedFile(message.format(file=file, **words), hint=hint, place=Place(file=file))
