"""The end of the retention time: personal data go, figures stay."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import func, select

from liaison_metrics.domain.funding import DataProtection
from liaison_metrics.domain.project import Project
from liaison_metrics.domain.work_plan import WorkState
from liaison_metrics.errors import LostOriginal, RetentionError
from liaison_metrics.services import uploads
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.events.work_plan import deliverables, versions
from liaison_metrics.services.events.work_plan.deliverables import DeliverableEntry
from liaison_metrics.services.events.work_plan.versions import NewSignatory, NewVersion
from liaison_metrics.services.intake import FileStatus, import_file
from liaison_metrics.services.uploads.personal_data.retention import preview_purge, purge, retention
from liaison_metrics.services.workspace.audit.reading import entries
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store.facts import read_facts
from liaison_metrics.store.records.name_forms import NAME_FORM
from liaison_metrics.store.records.uploads.originals import ORIGINAL
from tests.services.figures import all_figures
from tests.services.test_forgetting import FAIR, bring


def with_rule(workspace: Workspace, rule: DataProtection) -> Workspace:
    project = workspace.project.model_copy(update={"data_protection": rule})
    return Workspace(workspace.settings, project, workspace.store)


def test_the_day_follows_from_payment_and_grant() -> None:
    paid = date(2022, 9, 30)
    assert DataProtection(final_payment=paid).purge_day == date(2027, 9, 30)
    assert DataProtection(final_payment=paid, grant=60_000).purge_day == date(2025, 9, 30)
    assert DataProtection(final_payment=paid, grant=60_001).purge_day == date(2027, 9, 30)
    assert DataProtection(final_payment=paid, grant=60_000, years_kept=10).purge_day == date(2032, 9, 30)
    assert DataProtection(final_payment=date(2024, 2, 29)).purge_day == date(2029, 3, 1)
    assert DataProtection().purge_day is None


def test_notices_come_before_and_deleting_too_early_is_refused(
    workspace: Workspace, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    for rule in (DataProtection(), DataProtection(final_payment=date(2022, 9, 30))):
        asked = with_rule(workspace, rule)
        monkeypatch.setattr("liaison_metrics.services.uploads.personal_data.retention.today", lambda: date(2027, 6, 1))
        with pytest.raises(RetentionError):
            purge(asked, COORDINATOR)
        found = retention(asked, COORDINATOR)
        assert not found.is_due and found.is_near is (rule.purge_day is not None)


def test_personal_data_go_and_figures_stay(workspace: Workspace) -> None:
    due = with_rule(workspace, DataProtection(final_payment=date(2010, 1, 1)))
    numbers = bring(due)
    before = all_figures(due)
    assert retention(due, COORDINATOR).is_due
    assert preview_purge(due, COORDINATOR)["attendances"] == 6
    deleted = purge(due, COORDINATOR)
    assert deleted["originals"] == 3 and all_figures(due) == before
    assert all_figures(with_rule(workspace, due.project.data_protection)) == before
    with due.store.reading() as connection:
        rows = read_facts(connection, due.codebooks).attendances
        assert [connection.scalar(select(func.count()).select_from(t)) for t in (NAME_FORM, ORIGINAL)] == [0, 0]
    assert not rows.name.any() and not rows.phone.any() and not rows.birth.any() and len(set(rows.email.tolist())) == 2
    assert {one.checksum for one in uploads.latest(due, actor=COORDINATOR)} == {""}
    assert not any("csv" in one.file for one in uploads.latest(due, actor=COORDINATOR))
    found = retention(due, COORDINATOR)
    assert found.deleted_at is not None and not found.is_due and found.deleted["attendances"] == 6
    _total, lines = entries(due, COORDINATOR)
    assert lines[0].action == "personal_data.purge" and '"originals": 3' in lines[0].after
    with pytest.raises(RetentionError):
        purge(due, COORDINATOR)
    with pytest.raises(LostOriginal, match="deleted on"):
        uploads.original(due, numbers[0], COORDINATOR)
    report = import_file(due, "fair.csv", FAIR.encode(), actor=COORDINATOR)
    assert report.status is FileStatus.REFUSED and "deleted on" in report.message


def test_signatories_lose_their_names_and_published_files_stay(workspace: Workspace) -> None:
    due = with_rule(workspace, DataProtection(final_payment=date(2010, 1, 1)))
    entry = DeliverableEntry("D5", "compass", date(2021, 12, 31), WorkState.PUBLISHED, "https://example.org/d5")
    deliverables.change_deliverables(due, [entry], COORDINATOR)
    version = NewVersion("1", date(2021, 6, 1), "Proofread by Ana Korba", "memorandum.pdf", b"%PDF-1.7")
    number = versions.add_version(due, "D5", version, COORDINATOR)
    versions.add_signatory(due, "D5", NewSignatory("City of Graz", "Ana Korba", date(2021, 6, 1)), COORDINATOR)
    purge(due, COORDINATOR)
    kept = next(one for one in deliverables.deliverables(due, COORDINATOR) if one.entry.code == "D5")
    assert kept.entry.link == "https://example.org/d5" and "Korba" not in repr(kept)
    assert versions.open_version(due, number, COORDINATOR)[1] == b"%PDF-1.7"
