"""The actions that need a permission, each named by its resource and its verb."""

from __future__ import annotations

from enum import StrEnum


class Action(StrEnum):
    """What somebody may do, or not. ``permissions.RULES`` says who."""

    UPLOAD_IMPORT = "upload.import"
    UPLOAD_REPLACE = "upload.replace"
    UPLOAD_UNDO = "upload.undo"
    UPLOAD_REDO = "upload.redo"
    ORIGINAL_DOWNLOAD = "original.download"
    EVENT_CORRECT = "event.correct"
    EVENT_MERGE = "event.merge"
    EVENT_DECIDE = "event.decide"
    EVENT_PLAN = "event.plan"
    EVENT_REMOVE = "event.remove"
    CORRECTION_UNDO = "correction.undo"
    ANSWER_READ = "answer.read"
    ANSWER_UNDO = "answer.undo"
    COMMUNITY_ADD = "community.add"
    REPORT_ISSUE = "report.issue"
    REPORT_EXACT = "report.exact"
    DEMONSTRATION_ADD = "demonstration.add"
    ACCOUNT_READ = "account.read"
    ACCOUNT_INVITE = "account.invite"
    ACCOUNT_CHANGE = "account.change"
    CREDENTIAL_READ = "credential.read"
    CREDENTIAL_CHANGE = "credential.change"
    LINK_SHARE = "link.share"
    TOKEN_MAKE = "token.make"
    TOKEN_READ = "token.read"
    TOKEN_REVOKE = "token.revoke"
    TOKEN_READ_ALL = "token.read_all"
    AUDIT_READ = "audit.read"
    SESSION_READ = "session.read"
    SESSION_END = "session.end"
    BACKUP_MAKE = "backup.make"
    BACKUP_RESTORE = "backup.restore"
