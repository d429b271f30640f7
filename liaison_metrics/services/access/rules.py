"""Who may do what: every permission of the program, in one table.

A permission is an action on a kind of resource. To add an action: add it to ``Action``, to ``RULES`` and to
``refusals.py``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from liaison_metrics.services.access.actions import Action


class ResourceKind(StrEnum):
    """The kinds of things that actions are about."""

    PROJECT = "project"
    """The project as a whole: its words, its figures, its reports."""

    SHEETS = "sheets"
    """Attendance sheets that are not stored yet. They belong to a partner, or to none."""

    FIGURES = "figures"
    """Figures about the people of some cities. They belong to a partner where all of these cities are its own."""

    UPLOAD = "upload"
    """A stored upload. It belongs to the partner that uploaded it."""

    EVENT = "event"
    """An event, held or planned. It belongs to the partners of its city."""

    PEOPLE = "people"
    """Persons who may be one. They belong to a partner where all cities in which they were seen are its own."""

    CORRECTION = "correction"
    """A correction of an event. It belongs to the partner that made it."""

    ANSWER = "answer"
    """A saved answer. It belongs to the partner whose sheets it is about."""

    OWED = "owed"
    """What a partner owes. It belongs to that partner."""

    WORK = "work"
    """Work in a city, such as its committee, or a deliverable. It belongs to the city's partners, or to its owner."""

    NOTE = "note"
    """A note. It belongs to the partner that it is about, or to the partners of its event's city; one on a figure of
    the whole project belongs to nobody."""

    ACCOUNT = "account"
    """What only the owner of an account may see and do."""


class Granted(StrEnum):
    """Whom a rule allows to act."""

    COORDINATOR = "coordinator"
    """The coordinator alone."""

    EVERYBODY = "everybody"
    """Each role."""

    PARTNERS = "partners"
    """The coordinator, and each partner."""

    OWNERS = "owners"
    """The coordinator, and each partner that owns the resource or all cities that it is about."""

    OWNER = "owner"
    """The owner of the account alone, whatever its role."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Whom an action on a kind of resource is granted to."""

    resource: ResourceKind
    granted: Granted


RULES: Mapping[Action, Rule] = MappingProxyType({
    Action.FIGURES_READ: Rule(ResourceKind.FIGURES, Granted.EVERYBODY),
    Action.EXPLORE_READ: Rule(ResourceKind.FIGURES, Granted.PARTNERS),
    Action.PROPERTIES_READ: Rule(ResourceKind.FIGURES, Granted.OWNERS),
    Action.ROWS_READ: Rule(ResourceKind.FIGURES, Granted.OWNERS),
    Action.EVENT_READ: Rule(ResourceKind.EVENT, Granted.OWNERS),
    Action.UPLOAD_READ: Rule(ResourceKind.UPLOAD, Granted.OWNERS),
    Action.UPLOAD_ROWS_READ: Rule(ResourceKind.UPLOAD, Granted.OWNERS),
    Action.UPLOAD_IMPORT: Rule(ResourceKind.SHEETS, Granted.OWNERS),
    Action.UPLOAD_REPLACE: Rule(ResourceKind.UPLOAD, Granted.OWNERS),
    Action.UPLOAD_UNDO: Rule(ResourceKind.UPLOAD, Granted.OWNERS),
    Action.UPLOAD_REDO: Rule(ResourceKind.UPLOAD, Granted.OWNERS),
    Action.ORIGINAL_DOWNLOAD: Rule(ResourceKind.UPLOAD, Granted.OWNERS),
    Action.EVENT_UPLOAD: Rule(ResourceKind.EVENT, Granted.OWNERS),
    Action.EVENT_CORRECT: Rule(ResourceKind.EVENT, Granted.OWNERS),
    Action.EVENT_MERGE: Rule(ResourceKind.EVENT, Granted.OWNERS),
    Action.EVENT_DECIDE: Rule(ResourceKind.EVENT, Granted.OWNERS),
    Action.EVENT_PLAN: Rule(ResourceKind.EVENT, Granted.OWNERS),
    Action.EVENT_REMOVE: Rule(ResourceKind.EVENT, Granted.OWNERS),
    Action.EVIDENCE_READ: Rule(ResourceKind.EVENT, Granted.OWNERS),
    Action.EVIDENCE_CHANGE: Rule(ResourceKind.EVENT, Granted.OWNERS),
    Action.EVIDENCE_KINDS_READ: Rule(ResourceKind.PROJECT, Granted.EVERYBODY),
    Action.AUDIT_PACK_MAKE: Rule(ResourceKind.EVENT, Granted.OWNERS),
    Action.SIGN_IN_SHEET_MAKE: Rule(ResourceKind.EVENT, Granted.OWNERS),
    Action.EVENT_DESCRIBE: Rule(ResourceKind.EVENT, Granted.OWNERS),
    Action.CORRECTION_UNDO: Rule(ResourceKind.CORRECTION, Granted.OWNERS),
    Action.OWED_READ: Rule(ResourceKind.OWED, Granted.OWNERS),
    Action.REMINDER_SEND: Rule(ResourceKind.PROJECT, Granted.COORDINATOR),
    Action.DIGEST_READ: Rule(ResourceKind.PROJECT, Granted.COORDINATOR),
    Action.WORK_PLAN_READ: Rule(ResourceKind.PROJECT, Granted.EVERYBODY),
    Action.WORK_CHANGE: Rule(ResourceKind.WORK, Granted.OWNERS),
    Action.DELIVERABLE_READ: Rule(ResourceKind.WORK, Granted.OWNERS),
    Action.DELIVERABLE_CHANGE: Rule(ResourceKind.WORK, Granted.OWNERS),
    Action.DELIVERABLE_PLAN: Rule(ResourceKind.PROJECT, Granted.COORDINATOR),
    Action.COMMITTEE_READ: Rule(ResourceKind.PROJECT, Granted.EVERYBODY),
    Action.MEMBER_READ: Rule(ResourceKind.PROJECT, Granted.PARTNERS),
    Action.COMMITTEE_CHANGE: Rule(ResourceKind.WORK, Granted.OWNERS),
    Action.MAPPING_READ: Rule(ResourceKind.PROJECT, Granted.EVERYBODY),
    Action.MAPPING_CHANGE: Rule(ResourceKind.WORK, Granted.OWNERS),
    Action.SKILL_READ: Rule(ResourceKind.PROJECT, Granted.PARTNERS),
    Action.SKILL_CHANGE: Rule(ResourceKind.WORK, Granted.OWNERS),
    Action.NOTE_READ: Rule(ResourceKind.PROJECT, Granted.EVERYBODY),
    Action.NOTE_CHANGE: Rule(ResourceKind.NOTE, Granted.OWNERS),
    Action.REPORT_TEXT_READ: Rule(ResourceKind.PROJECT, Granted.COORDINATOR),
    Action.REPORT_TEXT_CHANGE: Rule(ResourceKind.PROJECT, Granted.COORDINATOR),
    Action.STATEMENT_READ: Rule(ResourceKind.OWED, Granted.OWNERS),
    Action.STATEMENT_MAKE: Rule(ResourceKind.OWED, Granted.OWNERS),
    Action.STATEMENT_DECIDE: Rule(ResourceKind.PROJECT, Granted.COORDINATOR),
    Action.ANSWER_READ: Rule(ResourceKind.ANSWER, Granted.OWNERS),
    Action.ANSWER_UNDO: Rule(ResourceKind.ANSWER, Granted.OWNERS),
    Action.QUESTION_ASK: Rule(ResourceKind.ANSWER, Granted.OWNERS),
    Action.QUESTION_SETTLE: Rule(ResourceKind.PROJECT, Granted.COORDINATOR),
    Action.COMMUNITY_ADD: Rule(ResourceKind.PROJECT, Granted.COORDINATOR),
    Action.PEOPLE_READ: Rule(ResourceKind.PEOPLE, Granted.OWNERS),
    Action.PEOPLE_DECIDE: Rule(ResourceKind.PEOPLE, Granted.OWNERS),
    Action.PEOPLE_RENEW: Rule(ResourceKind.PROJECT, Granted.COORDINATOR),
    Action.PEOPLE_TEXT_READ: Rule(ResourceKind.PEOPLE, Granted.OWNERS),
    Action.REPORT_ISSUE: Rule(ResourceKind.PROJECT, Granted.COORDINATOR),
    Action.REPORT_EXACT: Rule(ResourceKind.PROJECT, Granted.COORDINATOR),
    Action.REPORT_PUBLISHED: Rule(ResourceKind.FIGURES, Granted.OWNERS),
    Action.REPORT_ISSUED_READ: Rule(ResourceKind.PROJECT, Granted.EVERYBODY),
    Action.REPORT_COMPARE: Rule(ResourceKind.PROJECT, Granted.COORDINATOR),
    Action.DEMONSTRATION_ADD: Rule(ResourceKind.PROJECT, Granted.COORDINATOR),
    Action.ACCOUNT_READ: Rule(ResourceKind.PROJECT, Granted.COORDINATOR),
    Action.ACCOUNT_INVITE: Rule(ResourceKind.PROJECT, Granted.COORDINATOR),
    Action.ACCOUNT_CHANGE: Rule(ResourceKind.PROJECT, Granted.COORDINATOR),
    Action.CREDENTIAL_READ: Rule(ResourceKind.ACCOUNT, Granted.OWNER),
    Action.CREDENTIAL_CHANGE: Rule(ResourceKind.ACCOUNT, Granted.OWNER),
    Action.LANGUAGE_CHOOSE: Rule(ResourceKind.ACCOUNT, Granted.OWNER),
    Action.LINK_SHARE: Rule(ResourceKind.PROJECT, Granted.COORDINATOR),
    Action.TOKEN_MAKE: Rule(ResourceKind.ACCOUNT, Granted.OWNER),
    Action.TOKEN_READ: Rule(ResourceKind.ACCOUNT, Granted.OWNER),
    Action.TOKEN_REVOKE: Rule(ResourceKind.ACCOUNT, Granted.OWNER),
    Action.TOKEN_READ_ALL: Rule(ResourceKind.PROJECT, Granted.COORDINATOR),
    Action.AUDIT_READ: Rule(ResourceKind.PROJECT, Granted.COORDINATOR),
    Action.SESSION_READ: Rule(ResourceKind.ACCOUNT, Granted.OWNER),
    Action.SESSION_END: Rule(ResourceKind.ACCOUNT, Granted.OWNER),
    Action.PERSON_FORGET: Rule(ResourceKind.PROJECT, Granted.COORDINATOR),
    Action.PERSON_DISCLOSE: Rule(ResourceKind.PROJECT, Granted.COORDINATOR),
    Action.DATA_PROTECTION_READ: Rule(ResourceKind.PROJECT, Granted.EVERYBODY),
    Action.PERSONAL_DATA_PURGE: Rule(ResourceKind.PROJECT, Granted.COORDINATOR),
    Action.BACKUP_MAKE: Rule(ResourceKind.PROJECT, Granted.COORDINATOR),
    Action.BACKUP_RESTORE: Rule(ResourceKind.PROJECT, Granted.COORDINATOR),
    Action.KEY_ROTATE: Rule(ResourceKind.PROJECT, Granted.COORDINATOR),
})  # fmt: skip
"""Every permission. An action that is missing here is denied to everybody."""
