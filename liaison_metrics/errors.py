"""Errors that carry what a person needs: what was found, where, what was expected, how to fix it.

Each has a stable ``name`` for programs, a ``message`` and a ``hint`` for people. Whoever shows one draws it;
nothing here knows a page or a terminal. No error carries a participant's name, e-mail address or phone number.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Where in somebody's files something stands; what is not known is empty."""

    file: str = ""
    sheet: str = ""
    row: int | None = None
    column: str = ""


class LiaisonError(Exception):
    """Something that a person can understand and mend."""

    name = "error"

    def __init__(self, message: str, *, hint: str = "", place: Place | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.place = place or Place()

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class ProjectFileError(LiaisonError):
    """The project file or the vocabulary says something that the program cannot follow."""

    name = "project_file"


class SettingsError(LiaisonError):
    """A setting from the environment cannot be used."""

    name = "settings"


class RefusedFile(LiaisonError):
    """A file that is no sheet, or one that cannot be read safely; nothing was stored."""

    name = "refused_file"


class StoreError(LiaisonError):
    """The database cannot be used as asked."""

    name = "store"


class UnknownUpload(LiaisonError):
    """No such upload, or it was undone before."""

    name = "unknown_upload"


class UnknownEvent(LiaisonError):
    """No such event or planned event, or nothing of the kind to take back."""

    name = "unknown_event"


class NotAllowed(LiaisonError):
    """Something that the acting party may not do."""

    name = "not_allowed"


class LostOriginal(LiaisonError):
    """The kept file of an upload is not there or cannot be opened."""

    name = "lost_original"


class NotPublishable(LiaisonError):
    """A report that cannot be made for publication as asked."""

    name = "not_publishable"


class NotTypeset(LiaisonError):
    """Pages of a report that could not be made."""

    name = "not_typeset"


class TooManyLines(LiaisonError):
    """A table that is longer than the form that is asked for can be."""

    name = "too_many_lines"


class WrongEntry(LiaisonError):
    """Something entered by hand that cannot be so; ``place.column`` names the field."""

    name = "wrong_entry"


class UnknownReport(LiaisonError):
    """No such issued report."""

    name = "unknown_report"


class UnknownWord(LiaisonError):
    """A word that cannot be what it is said to be."""

    name = "unknown_word"
