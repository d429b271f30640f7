"""What the audit record says, in words."""

from __future__ import annotations

import pytest

from liaison_metrics.services.workspace.audit.recording import AuditAction, AuditKind
from liaison_metrics.texts import speaking
from liaison_metrics.ui.accounts.audit_words import action_words, kind_words


@pytest.mark.parametrize("spoken", ["en", "el"])
def test_every_action_and_kind_has_words(spoken: str) -> None:
    with speaking(spoken):
        assert [one for one in AuditAction if action_words(one) == one] == []
        assert [one for one in AuditKind if kind_words(one) == one] == []


def test_a_code_of_another_version_stays() -> None:
    assert (action_words("moon.paint"), kind_words("moon"), action_words("upload.undo")) == (
        "moon.paint", "moon", "Upload: undone",
    )  # fmt: skip
