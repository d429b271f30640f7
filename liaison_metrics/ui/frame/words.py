"""The assistant's words for what the reader and the store know by codes."""

from __future__ import annotations

from liaison_metrics.domain.project import NOT_STATED, Project, VocabularyKind
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.sheets.words.answers import LEFT_OUT
from liaison_metrics.sheets.words.dates import DateOrder
from liaison_metrics.texts import _
from liaison_metrics.ui.frame.head import label

KINDS = frozenset(kind.value for kind in VocabularyKind)


def meaning_words(meaning: str) -> str:
    """Returns what a column of a meaning holds, as the reader sees it."""
    known = {
        **meanings(),
        "age": _("Age, not used"),
        "organisation": _("Organisation, not used"),
        "residence": _("Place of residence, not used"),
        "consent": _("Consent, not used"),
        "notes": _("Notes, not used"),
        "number": _("Number of the row"),
        "time": _("Time of day"),
        "end_date": _("Last day of the event"),
        "joined": _("Time of joining"),
        "registered": _("Was registered"),
    }
    return known.get(meaning, known["unused"])


def meanings() -> dict[str, str]:
    """Returns the meanings that a person can give a column, in words, in the order to offer them."""
    return {
        "unused": _("not used"),
        "name": _("Name"),
        "given_name": _("First name"),
        "family_name": _("Family name"),
        "email": _("E-mail address"),
        "phone": _("Phone number"),
        "birth_date": _("Date of birth"),
        "birth_year": _("Year of birth"),
        "gender": _("Gender"),
        "community": _("Community"),
        "group": _("Group"),
        "role": _("Participant or staff"),
        "present": _("Was there or not"),
        "date": _("Date of the event"),
        "city": _("City of the event"),
        "activity": _("Activity"),
        "title": _("Title of the event"),
        "people": _("Number of people"),
        "session": _("Marks of one session"),
        "signature": _("Signature"),
        "total": _("Total"),
    }


def kind_words(kind: str) -> str:
    """Returns what an answer is about."""
    return {
        "community": _("Community"),
        "group": _("Group"),
        "gender": _("Gender"),
        "city": _("City"),
        "activity": _("Activity"),
        "role": _("Role"),
        "present": _("Mark"),
        "birth": _("Date of birth"),
        "date": _("Date"),
        "date_order": _("Order of dates"),
        "total": _("Total"),
        "column": _("Column"),
        "header_row": _("Row of headers"),
        "sheet": _("Sheet"),
    }.get(kind, kind)


def code_words(project: Project, kind: str, code: str) -> str:
    """Returns what an answer says."""
    if kind == "column":
        return meaning_words(code)
    if code == NOT_STATED:
        return _("not stated")
    if kind == "role":
        return _("staff, does not count") if code == "staff" else _("participant")
    if kind in KINDS:
        return label(project, kind, code)
    fixed = {
        LEFT_OUT: _("left out"),
        "present": _("was there"),
        "absent": _("was not there"),
        "rows": _("the rows are right"),
        DateOrder.DAY_FIRST.value: _("day first"),
        DateOrder.MONTH_FIRST.value: _("month first"),
    }
    return fixed.get(code, code)


def partner_words(project: Project, code: str) -> str:
    """Returns what a partner is called; the coordinator where there is none."""
    names = {partner.code: partner.name for partner in project.partners}
    return names.get(code, _("Coordinator")) if code != COORDINATOR.code else _("Coordinator")
