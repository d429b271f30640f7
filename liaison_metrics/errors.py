"""Errors that tell a person what is wrong, where, and how to fix it.

Each has a stable ``name`` for programs, and a ``message`` and a ``hint`` for people; pages and the command line decide
how to show them. No error contains a participant's name, e-mail address or phone number.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a file. What is not known is empty."""

    file: str = ""
    sheet: str = ""
    row: int | None = None
    column: str = ""


class LiaisonError(Exception):
    """An error that a person can understand and fix.

    ``needs_a_person``: the command line ends with status 1, because the call itself was right.
    """

    name = "error"
    needs_a_person = False

    def __init__(self, message: str, *, hint: str = "", place: Place | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.place = place or Place()

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class ProjectFileError(LiaisonError):
    """The project file or the vocabulary has a mistake."""

    name = "project_file"


class SettingsError(LiaisonError):
    """A setting from the environment is not valid."""

    name = "settings"


class RefusedFile(LiaisonError):
    """A file that is not a sheet, or that cannot be read safely. Nothing was stored."""

    name = "refused_file"


class MailError(LiaisonError):
    """A mail was not sent."""

    name = "mail"


class StoreError(LiaisonError):
    """The database cannot be opened or used."""

    name = "store"


class WrongKey(LiaisonError):
    """The secret key is missing, is not the key of this store, or cannot be read or made."""

    name = "wrong_key"
    needs_a_person = True


class BackupError(LiaisonError):
    """A backup that cannot be made or restored. Nothing was changed."""

    name = "backup"
    needs_a_person = True


class UnknownUpload(LiaisonError):
    """There is no such upload, or it is not in the state that the action needs."""

    name = "unknown_upload"


class UnknownPerson(LiaisonError):
    """There is no such person, or not any more, or no such decision about people."""

    name = "unknown_person"


class UnknownEvent(LiaisonError):
    """There is no such event, planned event or correction."""

    name = "unknown_event"


class NotAllowed(LiaisonError):
    """An action that the actor has no permission for.

    ``action`` names it where a rule refused it; ``resource`` says in codes and numbers what it was about.
    """

    name = "not_allowed"
    action = ""
    resource: Mapping[str, object] = MappingProxyType({})


class LostOriginal(LiaisonError):
    """The original file of an upload is missing or cannot be decrypted."""

    name = "lost_original"


class UnknownEvidence(LiaisonError):
    """There is no such evidence file, or it cannot be decrypted."""

    name = "unknown_evidence"


class RetentionError(LiaisonError):
    """Personal data cannot be deleted yet, or were deleted already."""

    name = "retention"
    needs_a_person = True


class NotPublishable(LiaisonError):
    """A report that cannot be published with these settings."""

    name = "not_publishable"


class NotTypeset(LiaisonError):
    """A report that could not be typeset as PDF."""

    name = "not_typeset"


class TooManyLines(LiaisonError):
    """A table that has more lines than the file format allows."""

    name = "too_many_lines"


class WrongEntry(LiaisonError):
    """A value entered by hand that is not valid; ``place.column`` names the field."""

    name = "wrong_entry"


class UnknownLine(LiaisonError):
    """There is no such line in a list that somebody changes: a member, a community, a skill."""

    name = "unknown_line"


class UnknownReport(LiaisonError):
    """There is no such issued report."""

    name = "unknown_report"


class UnknownDeliverable(LiaisonError):
    """There is no such deliverable, version of one, signatory or piece of work."""

    name = "unknown_deliverable"


class UnknownWord(LiaisonError):
    """A word that is not valid, for example as the name of a community."""

    name = "unknown_word"


class UnknownAccount(LiaisonError):
    """There is no such account."""

    name = "unknown_account"


class InvalidLink(LiaisonError):
    """A one-time link that was used, replaced, or is too old."""

    name = "invalid_link"


class ProviderError(LiaisonError):
    """The OpenID Connect provider does not answer, or did not confirm who somebody is."""

    name = "provider"


class SignInRefused(LiaisonError):
    """A wrong e-mail address or password, or too many attempts: then the next may come after ``wait_seconds``."""

    name = "sign_in_refused"

    def __init__(self, message: str, *, hint: str = "", wait_seconds: int = 0) -> None:
        super().__init__(message, hint=hint)
        self.wait_seconds = wait_seconds
