"""The audit record as a table. It names accounts by number, never by e-mail address."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from liaison_metrics.exports.frames.rows import frame_of
from liaison_metrics.services.workspace.audit.reading import AuditLine


@dataclass(frozen=True, slots=True)
class AuditRow:
    """One line of the record. ``made_at`` is an ISO time in UTC."""

    number: int
    made_at: str
    account: int | None
    role: str
    partner: str
    action: str
    kind: str
    about: str
    before: str
    after: str


def audit(lines: Sequence[AuditLine]) -> pd.DataFrame:
    """Returns lines of the audit record, in the order given."""
    rows = (
        AuditRow(
            one.number, one.made_at.isoformat(timespec="seconds"), one.account, one.role, one.partner, one.action,
            one.kind, one.about, one.before, one.after,
        )
        for one in lines
    )  # fmt: skip
    return frame_of(AuditRow, rows)
