"""What was done, and on what, in words: the codes of the audit record stay as they are in files."""

from __future__ import annotations

from liaison_metrics.texts import _, pgettext

KINDS = {"access_token": "token"}
"""Kinds of things that have another code in actions."""


def action_words(code: str) -> str:
    """Returns what was done by its code ("upload.undo") in words; an unknown code as it is."""
    thing, _dot, done = code.partition(".")
    if thing not in (things := _things()) or (done and done not in _done()):
        return code
    return _("{thing}: {done}").format(thing=things[thing], done=_done()[done]) if done else things[thing]


def kind_words(code: str) -> str:
    """Returns the kind of a thing ("share_link") in words; an unknown code as it is."""
    return _things().get(KINDS.get(code, code), code)


def _things() -> dict[str, str]:
    return {
        "sign_in": pgettext("audit", "Signing in"),
        "sign_out": pgettext("audit", "Signing out"),
        "password": pgettext("audit", "Password"),
        "language": pgettext("audit", "Language"),
        "factor": pgettext("audit", "Second factor"),
        "account": pgettext("audit", "Account"),
        "link": pgettext("audit", "One-time link"),
        "upload": pgettext("audit", "Upload"),
        "original": pgettext("audit", "Original file"),
        "answer": pgettext("audit", "Answer"),
        "question": pgettext("audit", "Question"),
        "community": pgettext("audit", "Community"),
        "event": pgettext("audit", "Event"),
        "planned_event": pgettext("audit", "Planned event"),
        "evidence": pgettext("audit", "Evidence"),
        "audit_pack": pgettext("audit", "Audit pack"),
        "correction": pgettext("audit", "Correction"),
        "decision": pgettext("audit", "Decision on events"),
        "person_decision": pgettext("audit", "Decision on people"),
        "people": pgettext("audit", "People"),
        "people_text": pgettext("audit", "Readable names"),
        "person": pgettext("audit", "Person"),
        "personal_data": pgettext("audit", "Personal data"),
        "report": pgettext("audit", "Report"),
        "report_text": pgettext("audit", "Text of the report"),
        "share_link": pgettext("audit", "Share link"),
        "token": pgettext("audit", "Access token"),
        "table": pgettext("audit", "Table"),
        "picture": pgettext("audit", "Picture"),
        "reminder": pgettext("audit", "Reminder"),
        "work": pgettext("audit", "Work plan"),
        "deliverable": pgettext("audit", "Deliverable"),
        "version": pgettext("audit", "Version of a deliverable"),
        "signatory": pgettext("audit", "Signatory"),
        "committee": pgettext("audit", "Committee"),
        "mapping": pgettext("audit", "Mapping of communities"),
        "skill": pgettext("audit", "Skill"),
        "note": pgettext("audit", "Note"),
        "statement": pgettext("audit", "Statement"),
        "city": pgettext("audit", "City"),
        "project": pgettext("audit", "Project"),
        "action": pgettext("audit", "Action"),
        "backup": pgettext("audit", "Backup"),
        "key": pgettext("audit", "Secret key"),
        "demonstration": pgettext("audit", "Sample data"),
    }


def _done() -> dict[str, str]:
    return {
        "fail": pgettext("audit", "failed"),
        "choose": pgettext("audit", "chosen"),
        "add": pgettext("audit", "added"),
        "remove": pgettext("audit", "removed"),
        "invite": pgettext("audit", "invited"),
        "change": pgettext("audit", "changed"),
        "disable": pgettext("audit", "disabled"),
        "enable": pgettext("audit", "enabled"),
        "make": pgettext("audit", "made"),
        "import": pgettext("audit", "imported"),
        "replace": pgettext("audit", "replaced"),
        "undo": pgettext("audit", "undone"),
        "redo": pgettext("audit", "redone"),
        "open": pgettext("audit", "opened"),
        "save": pgettext("audit", "saved"),
        "ask": pgettext("audit", "asked"),
        "settle": pgettext("audit", "settled"),
        "correct": pgettext("audit", "corrected"),
        "merge": pgettext("audit", "merged"),
        "decide": pgettext("audit", "decided"),
        "decision_undo": pgettext("audit", "decision undone"),
        "plan": pgettext("audit", "planned"),
        "describe": pgettext("audit", "described"),
        "renew": pgettext("audit", "files read again"),
        "issue": pgettext("audit", "issued"),
        "withdraw": pgettext("audit", "withdrawn"),
        "restore": pgettext("audit", "restored"),
        "download": pgettext("audit", "downloaded"),
        "refuse": pgettext("audit", "refused"),
        "revoke": pgettext("audit", "revoked"),
        "use": pgettext("audit", "used"),
        "export": pgettext("audit", "exported"),
        "send": pgettext("audit", "sent"),
        "accept": pgettext("audit", "accepted"),
        "return": pgettext("audit", "returned"),
        "forget": pgettext("audit", "forgotten"),
        "disclose": pgettext("audit", "disclosed"),
        "purge": pgettext("audit", "deleted"),
        "rotate": pgettext("audit", "changed for a new one"),
    }
