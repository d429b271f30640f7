"""The health check of the audit record: that no line was changed or removed."""

from __future__ import annotations

from liaison_metrics.services.workspace.health_check import HealthCheck
from liaison_metrics.services.workspace.secret_key import open_key
from liaison_metrics.services.workspace.settings import Settings
from liaison_metrics.store.engine import open_store
from liaison_metrics.store.records.audit import AuditChain, Break, count
from liaison_metrics.texts import _, ngettext


def check_audit(settings: Settings) -> HealthCheck:
    """Returns the result of checking the chain of the record; where it breaks, at which line."""
    store = open_store(settings.url)
    try:
        with store.reading() as connection:
            broken = AuditChain(open_key(settings, store).secret).first_break(connection)
            lines = count(connection)
    finally:
        store.close()
    if broken is None:
        words = ngettext("Audit record: {n} line, unbroken", "Audit record: {n} lines, unbroken", lines)
        return HealthCheck(True, words.format(n=lines))
    message = {
        Break.CHANGED: _("The audit record was changed: line {n} is not as it was written."),
        Break.REMOVED: _("The audit record was changed: line {n} is missing."),
        Break.END_REMOVED: _("The audit record was changed: its last lines are missing, from line {n} on."),
    }[broken.how]
    return HealthCheck(
        False,
        message.format(n=broken.number),
        _("Somebody wrote to the database past the program. Compare it with a backup to see what was changed."),
    )
