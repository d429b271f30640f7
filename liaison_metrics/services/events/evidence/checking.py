"""Which files may be kept as evidence. The content decides what a file is, not its name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from liaison_metrics.errors import Place, RefusedFile, WrongEntry
from liaison_metrics.services.events.evidence.photos import without_metadata
from liaison_metrics.sheets.opening.archives import Archive
from liaison_metrics.sheets.opening.guards import Budget
from liaison_metrics.texts import _

LARGEST_EVIDENCE = 20_000_000
"""Bytes of one file: a list of 40 scanned pages, or a photo as a phone takes it."""

LONGEST_LINK = 2_000
"""Characters. Browsers and mail programs cut longer addresses."""

_LONGEST_NAME = 200
"""Characters, fewer than file systems allow."""

_LONGEST_SUFFIX = 5
"""Characters. What is longer behind a full stop is a part of the name."""

LINK = "link"
"""The form of a link; every other form is that of a file."""

MEDIA_TYPES: Mapping[str, str] = {
    "pdf": "application/pdf", "jpeg": "image/jpeg", "png": "image/png",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "odt": "application/vnd.oasis.opendocument.text", "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "odp": "application/vnd.oasis.opendocument.presentation",
}  # fmt: skip
"""The forms of files, with their media types."""

SUFFIXES = {form: form for form in MEDIA_TYPES} | {"jpeg": "jpg"}
_OFFICE = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx", "ppt/presentation.xml": "pptx"}
_OPEN_DOCUMENT = {MEDIA_TYPES[form].encode(): form for form in ("odt", "ods", "odp")}
_UNSAFE = re.compile(r"[\x00-\x1f\x7f/\\:*?\"<>|\u202a-\u202e\u2066-\u2069]+")
"""What file systems do not take in names, and what turns the direction of writing, which can hide a suffix."""


@dataclass(frozen=True, slots=True)
class CheckedEvidence:
    """What is kept of a file or link: its form, its name (of a link: its address), and its content."""

    form: str
    name: str
    content: bytes


def checked_file(name: str, data: bytes) -> CheckedEvidence:
    """Returns a file as it may be kept: with the suffix of what it is; a photo without place, time and device.

    Raises RefusedFile where it is empty, too large, damaged, protected, holds macros or is of another kind.
    """
    if not data:
        raise _refused(name, _("{file} is empty."), _("Choose another file."))
    if len(data) > LARGEST_EVIDENCE:
        raise _refused(
            name, _("{file} is larger than {n} MB.").replace("{n}", str(LARGEST_EVIDENCE // 1_000_000)),
            _("Save it smaller or in several parts, or add a link to it."),
        )  # fmt: skip
    form = _form_of(name, data)
    if form in ("jpeg", "png"):
        try:
            data = without_metadata(form, data)
        except ValueError:
            raise _damaged(name) from None
    return CheckedEvidence(form, safe_name(name, SUFFIXES[form]), data)


def checked_link(link: str) -> CheckedEvidence:
    """Returns a link as it may be kept. Raises WrongEntry where it is no https address, or holds a password."""
    link = link.strip()
    try:
        parts = urlsplit(link)
        host, credentials = parts.hostname or "", parts.username or parts.password
    except ValueError:
        host, parts, credentials = "", urlsplit(""), None
    is_clean = link.isprintable() and " " not in link and len(link) <= LONGEST_LINK
    if parts.scheme != "https" or "." not in host or credentials or not is_clean:
        raise WrongEntry(
            _("That isn’t a link that can be kept."),
            hint=_("Use a whole address that begins with https:// and holds no password."), place=Place(column="link"),
        )  # fmt: skip
    return CheckedEvidence(LINK, link, link.encode())


def _form_of(name: str, data: bytes) -> str:
    if data.startswith(b"%PDF-"):
        return "pdf"
    if data.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if data.startswith(b"\x89PNG"):
        return "png"
    form = _form_of_archive(name, data) if data.startswith(b"PK\x03\x04") else ""
    if not form:
        raise _refused(
            name, _("{file} is of a kind that isn’t kept as evidence."),
            _("Use PDF, JPEG, PNG, Word (DOCX), Excel (XLSX), PowerPoint (PPTX) or OpenDocument (ODT, ODS, ODP)."),
        )  # fmt: skip
    return form


def _form_of_archive(name: str, data: bytes) -> str:
    try:
        archive = Archive(name, data, Budget(name))
        names, mimetype = set(archive.names), archive.start("mimetype")
    except ValueError:
        raise _damaged(name) from None
    if archive.locked:
        raise _refused(name, _("{file} is protected with a password."), _("Save it without a password."))
    if any(one.lower().endswith("vbaproject.bin") or one.startswith("Basic/") for one in names):
        raise _refused(name, _("{file} contains macros."), _("Save it without macros, or as PDF."))
    if "[Content_Types].xml" in names:
        return next((form for part, form in _OFFICE.items() if part in names), "")
    return _OPEN_DOCUMENT.get(mimetype.strip(), "")


def safe_name(name: str, suffix: str = "") -> str:
    """Returns a name that every file system takes, with that suffix ("": the one that it has)."""
    clean = " ".join(_UNSAFE.sub(" ", name).split())
    stem, dot, given = clean.rpartition(".")
    if not dot or len(given) > _LONGEST_SUFFIX:
        stem, given = clean, ""
    stem = stem.strip(". ")[:_LONGEST_NAME] or _("evidence")
    return ".".join(filter(None, (stem, suffix or given)))


def _damaged(name: str) -> RefusedFile:
    return _refused(name, _("{file} is damaged or incomplete."), _("Open it, save it again and add that."))


def _refused(name: str, message: str, hint: str) -> RefusedFile:
    return RefusedFile(message.format(file=name), hint=hint, place=Place(file=name))
