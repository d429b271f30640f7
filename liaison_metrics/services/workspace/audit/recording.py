"""Recording who did what, in the transaction of the change itself: either both are stored, or none.

What is recorded never holds a participant's name, e-mail address or phone number, nor a text from a sheet: it holds
numbers, codes, days and counts.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from sqlalchemy import Connection

from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import open_to_anybody
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store.records.audit import AuditChain


class AuditAction(StrEnum):
    """What was done."""

    SIGN_IN = "sign_in"
    SIGN_IN_FAIL = "sign_in.fail"
    SIGN_OUT = "sign_out"
    PASSWORD_CHOOSE = "password.choose"
    LANGUAGE_CHOOSE = "language.choose"
    FACTOR_ADD = "factor.add"
    FACTOR_REMOVE = "factor.remove"
    ACCOUNT_INVITE = "account.invite"
    ACCOUNT_CHANGE = "account.change"
    ACCOUNT_DISABLE = "account.disable"
    ACCOUNT_ENABLE = "account.enable"
    LINK_MAKE = "link.make"
    UPLOAD_IMPORT = "upload.import"
    UPLOAD_REPLACE = "upload.replace"
    UPLOAD_UNDO = "upload.undo"
    UPLOAD_REDO = "upload.redo"
    ORIGINAL_OPEN = "original.open"
    ANSWER_SAVE = "answer.save"
    ANSWER_UNDO = "answer.undo"
    QUESTION_ASK = "question.ask"
    QUESTION_SETTLE = "question.settle"
    COMMUNITY_ADD = "community.add"
    EVENT_CORRECT = "event.correct"
    EVENT_MERGE = "event.merge"
    EVENT_DECIDE = "event.decide"
    EVENT_PLAN = "event.plan"
    EVENT_REMOVE = "event.remove"
    EVIDENCE_ADD = "evidence.add"
    EVIDENCE_OPEN = "evidence.open"
    EVIDENCE_REMOVE = "evidence.remove"
    AUDIT_PACK_MAKE = "audit_pack.make"
    EVENT_DESCRIBE = "event.describe"
    CORRECTION_UNDO = "correction.undo"
    DECISION_UNDO = "decision.undo"
    PEOPLE_DECIDE = "people.decide"
    PEOPLE_DECISION_UNDO = "people.decision_undo"
    PEOPLE_RENEW = "people.renew"
    PEOPLE_TEXT_OPEN = "people_text.open"
    REPORT_ISSUE = "report.issue"
    REPORT_WITHDRAW = "report.withdraw"
    REPORT_RESTORE = "report.restore"
    REPORT_DOWNLOAD = "report.download"
    SHARE_LINK_MAKE = "share_link.make"
    SHARE_LINK_OPEN = "share_link.open"
    SHARE_LINK_REFUSE = "share_link.refuse"
    SHARE_LINK_REVOKE = "share_link.revoke"
    TOKEN_MAKE = "token.make"
    TOKEN_USE = "token.use"
    TOKEN_REVOKE = "token.revoke"
    TABLE_EXPORT = "table.export"
    PICTURE_EXPORT = "picture.export"
    REMINDER_SEND = "reminder.send"
    REMINDER_FAIL = "reminder.fail"
    WORK_CHANGE = "work.change"
    DELIVERABLE_CHANGE = "deliverable.change"
    DELIVERABLE_OPEN = "deliverable.open"
    VERSION_ADD = "version.add"
    VERSION_REMOVE = "version.remove"
    SIGNATORY_ADD = "signatory.add"
    SIGNATORY_REMOVE = "signatory.remove"
    COMMITTEE_CHANGE = "committee.change"
    MAPPING_CHANGE = "mapping.change"
    SKILL_CHANGE = "skill.change"
    NOTE_ADD = "note.add"
    NOTE_CHANGE = "note.change"
    NOTE_REMOVE = "note.remove"
    REPORT_TEXT_CHANGE = "report_text.change"
    STATEMENT_MAKE = "statement.make"
    STATEMENT_ACCEPT = "statement.accept"
    STATEMENT_RETURN = "statement.return"
    ACTION_REFUSE = "action.refuse"
    PERSON_FORGET = "person.forget"
    PERSON_DISCLOSE = "person.disclose"
    PERSONAL_DATA_PURGE = "personal_data.purge"
    BACKUP_MAKE = "backup.make"
    BACKUP_RESTORE = "backup.restore"
    KEY_ROTATE = "key.rotate"
    DEMONSTRATION_ADD = "demonstration.add"
    DEMONSTRATION_REMOVE = "demonstration.remove"


class AuditKind(StrEnum):
    """The kinds of things that something was done on."""

    ACCOUNT = "account"
    UPLOAD = "upload"
    EVENT = "event"
    EVIDENCE = "evidence"
    PLANNED_EVENT = "planned_event"
    CORRECTION = "correction"
    DECISION = "decision"
    PERSON_DECISION = "person_decision"
    ANSWER = "answer"
    QUESTION = "question"
    COMMUNITY = "community"
    PERSON = "person"
    REPORT = "report"
    SHARE_LINK = "share_link"
    ACCESS_TOKEN = "access_token"
    TABLE = "table"
    PICTURE = "picture"
    REMINDER = "reminder"
    WORK = "work"
    DELIVERABLE = "deliverable"
    NOTE = "note"
    STATEMENT = "statement"
    REPORT_TEXT = "report_text"
    CITY = "city"
    PROJECT = "project"
    ACTION = "action"


Values = Mapping[str, object]
"""Numbers, codes, days and counts by name."""


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """Something that was done: on what (*about* is its number or code), and what it changed."""

    action: AuditAction
    kind: AuditKind
    about: int | str = ""
    before: Values = field(default_factory=dict)
    after: Values = field(default_factory=dict)


def record(connection: Connection, workspace: Workspace, actor: Actor | None, entry: AuditEntry) -> None:
    """Records what an actor did (None: somebody who is not signed in), within the writing transaction of the change."""
    AuditChain(workspace.secret).append(
        connection,
        {
            "account": actor.account if actor else None, "role": actor.role.value if actor else "",
            "partner": actor.partner if actor else "", "action": entry.action.value, "kind": entry.kind.value,
            "about": str(entry.about), "before": _as_json(entry.before), "after": _as_json(entry.after),
        },
    )  # fmt: skip


@open_to_anybody("what it records was allowed before")
def record_alone(workspace: Workspace, actor: Actor | None, entry: AuditEntry) -> None:
    """Records something that changes nothing else, such as a download."""
    with workspace.store.writing() as connection:
        record(connection, workspace, actor, entry)


def _as_json(values: Values) -> str:
    return json.dumps(values, ensure_ascii=False, sort_keys=True, default=str) if values else ""
