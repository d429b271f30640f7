"""What somebody reads who may not do something."""

from __future__ import annotations

from liaison_metrics.services.access.actions import Action
from liaison_metrics.texts import _


def page_refusal() -> tuple[str, str]:
    """Returns the message and the hint for a page that is not for somebody's role, in the language in use."""
    return _("You are not allowed to see this page."), _("Ask the coordinator if you need it.")


def refusal(action: Action) -> tuple[str, str]:
    """Returns the message and the hint for an action that is not allowed, in the language in use."""
    words = _of_uploads() | _of_events() | _of_cities() | _of_figures() | _of_project() | _of_accounts()
    return words.get(action, (_("You are not allowed to do this."), _("Ask the coordinator.")))


_Refusals = dict[Action, tuple[str, str]]
"""Message and hint by action."""


def _of_uploads() -> _Refusals:
    """Returns the refusals about uploads, sheets and original files."""
    other_upload = _("This upload belongs to another partner.")
    own_uploads = _("You can see your own uploads. Ask the coordinator about others.")
    return {
        Action.UPLOAD_IMPORT: (
            _("These sheets belong to another partner."), _("Upload your own sheets, or ask the coordinator."),
        ),
        Action.UPLOAD_REPLACE: (other_upload, _("You can replace your own uploads. Ask the coordinator about others.")),
        Action.UPLOAD_UNDO: (other_upload, _("You can undo your own uploads. Ask the coordinator about others.")),
        Action.UPLOAD_REDO: (other_upload, _("You can restore your own uploads. Ask the coordinator about others.")),
        Action.UPLOAD_READ: (other_upload, own_uploads),
        Action.UPLOAD_ROWS_READ: (other_upload, own_uploads),
        Action.ORIGINAL_DOWNLOAD: (other_upload, _("You can open your own files. Ask the coordinator about others.")),
    }  # fmt: skip


def _of_events() -> _Refusals:
    """Returns the refusals about events, people and corrections."""
    other_city = _("This event is in another partner’s city."), _("Ask the coordinator, who can change every event.")
    people = _("You can see people of your own cities only."), _("Ask the coordinator about other cities.")
    return {
        Action.EVENT_READ: (other_city[0], _("You can see the events of your own cities.")),
        Action.EVIDENCE_READ: (other_city[0], _("You can see the evidence of events in your own cities.")),
        Action.EVIDENCE_CHANGE: other_city,
        Action.AUDIT_PACK_MAKE: (other_city[0], _("You can make audit packs of events in your own cities.")),
        Action.EVENT_UPLOAD: other_city,
        Action.EVENT_CORRECT: other_city,
        Action.EVENT_MERGE: other_city,
        Action.EVENT_DECIDE: other_city,
        Action.EVENT_PLAN: other_city,
        Action.EVENT_REMOVE: other_city,
        Action.SIGN_IN_SHEET_MAKE: other_city,
        Action.EVENT_DESCRIBE: other_city,
        Action.PEOPLE_READ: people,
        Action.PEOPLE_DECIDE: people,
        Action.PEOPLE_TEXT_READ: people,
        Action.PEOPLE_RENEW: (_("Only the coordinator can read all files again."), _("Ask the coordinator.")),
        Action.REMINDER_SEND: (_("Only coordinators can send reminders."), _("Ask the coordinator.")),
        Action.DIGEST_READ: (_("Only coordinators can read the weekly digest."), _("Ask the coordinator.")),
        Action.WORK_PLAN_READ: (_("You can’t see the work plan."), _("Ask the coordinator.")),
        Action.WORK_CHANGE: (_("This work is in another partner’s city."), _("Ask the coordinator to change it.")),
        Action.DELIVERABLE_READ: (_("Another partner owns this deliverable."), _("Ask the coordinator for the file.")),
        Action.DELIVERABLE_CHANGE: (
            _("Another partner owns this deliverable."), _("Ask the coordinator, who can change every deliverable."),
        ),
        Action.DELIVERABLE_PLAN: (
            _("Only coordinators can change who owns a deliverable and when it is due."), _("Ask the coordinator."),
        ),
        Action.STATEMENT_READ: (
            _("You can see only your own statements."), _("Ask the coordinator about another partner."),
        ),
        Action.STATEMENT_MAKE: (
            _("You can state only that your own sheets are complete."), _("Ask the partner, or the coordinator."),
        ),
        Action.STATEMENT_DECIDE: (
            _("Only coordinators can accept or return a statement."), _("Ask the coordinator."),
        ),
        Action.OWED_READ: (
            _("You can see only what you owe yourself."), _("Ask the coordinator about another partner."),
        ),
        Action.CORRECTION_UNDO: (
            _("Somebody else made this correction or decision."), _("Ask the coordinator to undo it."),
        ),
    }  # fmt: skip


def _of_cities() -> _Refusals:
    """Returns the refusals about committees, communities and skills."""
    other_city = _("This city is another partner’s."), _("Change your own cities, or ask the coordinator.")
    return {
        Action.COMMITTEE_READ: (_("You can’t see the committees."), _("Ask the coordinator.")),
        Action.MEMBER_READ: (_("Only partners can see who is in a committee."), _("Ask the coordinator.")),
        Action.COMMITTEE_CHANGE: other_city,
        Action.MAPPING_READ: (_("You can’t see the communities."), _("Ask the coordinator.")),
        Action.MAPPING_CHANGE: other_city,
        Action.SKILL_READ: (_("Only partners can see who offers and seeks skills."), _("Ask the coordinator.")),
        Action.SKILL_CHANGE: other_city,
    }


def _of_figures() -> _Refusals:
    """Returns the refusals about figures and reports."""
    issued_reports = _("For the whole project, see the issued reports.")
    return {
        Action.EXPLORE_READ: (
            _("You can see totals and cities only."), _("Other figures are in the issued reports."),
        ),
        Action.PROPERTIES_READ: (
            _("You can see communities, groups, genders and ages in your own cities only."), issued_reports,
        ),
        Action.ROWS_READ: (
            _("You can see attendances in your own cities only."), _("Ask the coordinator about other cities."),
        ),
        Action.REPORT_PUBLISHED: (_("You can make a report about your own cities only."), issued_reports),
        Action.NOTE_CHANGE: (
            _("You can write notes on your own events and your own organisation only."),
            _("Ask the coordinator to write other notes."),
        ),
        Action.REPORT_TEXT_READ: (_("Only coordinators write the texts of the report."), issued_reports),
        Action.REPORT_TEXT_CHANGE: (_("Only coordinators write the texts of the report."), issued_reports),
        Action.REPORT_COMPARE: (
            _("Only the coordinator can compare reports."), _("Ask the coordinator what has changed."),
        ),
        Action.REPORT_ISSUE: (
            _("Only the coordinator can issue reports."), _("You can download the report without issuing it."),
        ),
        Action.REPORT_EXACT: (
            _("Only the coordinator can see exact figures."), _("Use the report for publication."),
        ),
    }  # fmt: skip


def _of_project() -> _Refusals:
    """Returns the refusals about the words of the project and saved answers."""
    return {
        Action.ANSWER_READ: (_("This answer belongs to another partner."), _("Ask the coordinator about it.")),
        Action.ANSWER_UNDO: (_("This answer belongs to another partner."), _("Ask the coordinator to undo it.")),
        Action.QUESTION_ASK: (_("These sheets belong to another partner."), _("Ask about your own sheets.")),
        Action.QUESTION_SETTLE: (
            _("Only the coordinator can answer this question."), _("Answer it for your own sheet on Upload."),
        ),
        Action.COMMUNITY_ADD: (
            _("Only the coordinator can add communities."), _("Choose one from the list, or “not stated”."),
        ),
        Action.DEMONSTRATION_ADD: (
            _("Only the coordinator can add sample data."), _("Ask the coordinator."),
        ),
    }  # fmt: skip


def _of_accounts() -> _Refusals:
    """Returns the refusals about accounts, links, tokens and the installation."""
    only_accounts = _("Only coordinators can see and change accounts."), _("Ask the coordinator.")
    only_owner = _("This belongs to another account."), _("You can change how you sign in yourself.")
    other_account = _("These sessions belong to another account."), _("You can end your own sessions.")
    other_token = _("This token belongs to another account."), _("You can make and revoke your own tokens.")
    return {
        Action.ACCOUNT_READ: only_accounts,
        Action.ACCOUNT_INVITE: only_accounts,
        Action.ACCOUNT_CHANGE: only_accounts,
        Action.CREDENTIAL_READ: only_owner,
        Action.CREDENTIAL_CHANGE: only_owner,
        Action.LANGUAGE_CHOOSE: only_owner,
        Action.LINK_SHARE: (_("Only coordinators can share links."), _("Ask the coordinator.")),
        Action.TOKEN_MAKE: other_token,
        Action.TOKEN_READ: other_token,
        Action.TOKEN_REVOKE: other_token,
        Action.TOKEN_READ_ALL: (_("Only coordinators can see everybody’s tokens."), _("Ask the coordinator.")),
        Action.AUDIT_READ: (_("Only coordinators can read the audit record."), _("Ask the coordinator.")),
        Action.SESSION_READ: other_account,
        Action.SESSION_END: other_account,
        Action.PERSON_FORGET: (_("Only the coordinator can delete a person’s data."), _("Ask the coordinator.")),
        Action.PERSON_DISCLOSE: (_("Only the coordinator can give out a person’s data."), _("Ask the coordinator.")),
        Action.PERSONAL_DATA_PURGE: (_("Only the coordinator can delete personal data."), _("Ask the coordinator.")),
        Action.BACKUP_MAKE: (_("Only the coordinator can make backups."), _("Ask the coordinator.")),
        Action.BACKUP_RESTORE: (_("Only the coordinator can restore backups."), _("Ask the coordinator.")),
        Action.KEY_ROTATE: (_("Only the coordinator can change the secret key."), _("Ask the coordinator.")),
    }  # fmt: skip
