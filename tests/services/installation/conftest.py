"""A store with everything that a backup contains, and places to restore it to."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import URL, create_engine, text

from liaison_metrics.domain.project import EvidenceKind
from liaison_metrics.domain.work_plan import WorkState
from liaison_metrics.services import uploads
from liaison_metrics.services.access.actors import COORDINATOR, Role
from liaison_metrics.services.accounts import managing
from liaison_metrics.services.events import corrections, listing
from liaison_metrics.services.events.evidence import keeping
from liaison_metrics.services.events.evidence.keeping import NewEvidence
from liaison_metrics.services.events.work_plan import pieces, versions
from liaison_metrics.services.events.work_plan.deliverables import DeliverableEntry, change_deliverables
from liaison_metrics.services.events.work_plan.versions import NewSignatory, NewVersion
from liaison_metrics.services.intake import Options, import_file
from liaison_metrics.services.issued_reports import archive, comparison
from liaison_metrics.services.workspace.settings import Settings
from liaison_metrics.services.workspace.workspace import Workspace, open_workspace
from liaison_metrics.sheets.words.answers import Answer
from tests.conftest import PROJECT_FILE
from tests.services.conftest import row, sheet

ORIGINAL = sheet(
    row("Ana Korba", community="Zubrowkan"),
    *(row(f"A{n} B{n}", email=f"p{n}@example.org", born=str(1950 + n)) for n in range(20)),
)
PDF = b"%PDF-1.7\n" + b"minutes " * 50
ISSUED = {"report.pdf": b"%PDF \x00\xff" * 1000, "empty.csv": b""}

OtherDatabase = Callable[[str], str]


def fill(workspace: Workspace) -> None:
    """Uploads sheets, undoes the last, corrects an event, adds evidence and a community, issues a report."""
    answer = Options(answers=(Answer("community", "Zubrowkan", "bosnian"),))
    import_file(workspace, "grüße.csv", ORIGINAL, answer, actor=COORDINATOR)
    import_file(workspace, "vejle.csv", sheet(row("A1 B1", email="p1@example.org", city="Vejle")), actor=COORDINATOR)
    corrections.correct(
        workspace, listing.all_events(workspace, actor=COORDINATOR)[0].number, COORDINATOR, title="Bread, Wörter"
    )
    study = NewVersion("1.0", date(2021, 6, 1), "Grüße", "größe.pdf", b"%PDF \x00\xff" * 1000)
    versions.add_version(workspace, "D1", study, COORDINATOR)
    versions.add_signatory(workspace, "D5", NewSignatory("Città", "Xanthippa Q", date(2021, 6, 1)), COORDINATOR)
    entry = DeliverableEntry("D1", "cesie", date(2021, 12, 31), WorkState.PUBLISHED, "https://example.org/study")
    change_deliverables(workspace, [entry], COORDINATOR)
    pieces.set_piece_state(workspace, ("desk_research", "graz"), WorkState.IN_WORK, COORDINATOR)
    number = listing.all_events(workspace, actor=COORDINATOR)[0].number
    keeping.add(workspace, number, NewEvidence(EvidenceKind.MINUTES, PDF, "Protokoll Ana Korba.pdf"), COORDINATOR)
    basis = replace(
        comparison.current_basis(workspace, None, actor=COORDINATOR), issued_at=datetime(2021, 6, 1, 12, tzinfo=UTC)
    )
    report = archive.ReportToIssue("Interim", basis, None)
    archive.add(workspace, report, lambda number: ISSUED, COORDINATOR)
    managing.invite(workspace, managing.AccountEntry("funder@example.org", Role.FUNDER), COORDINATOR)
    last = import_file(workspace, "late.csv", sheet(row("Ida Holm", title="Late")), actor=COORDINATOR).upload
    assert last == 3
    uploads.undo(workspace, last, COORDINATOR)


def settings_of(url: str, key: Path) -> Settings:
    return Settings(database_url=url, project_file=PROJECT_FILE, secret_key_file=key)


@pytest.fixture
def filled(database_url: str, tmp_path: Path) -> Iterator[Workspace]:
    """A store with something of everything, once on SQLite and once on PostgreSQL."""
    workspace = open_workspace(settings_of(database_url, tmp_path / "secret.key"))
    fill(workspace)
    yield workspace
    workspace.close()


@pytest.fixture
def other_database(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[OtherDatabase]:
    """Gives a function that returns the URL of another empty database of a kind."""
    names = []

    def make(kind: str) -> str:
        if kind == "sqlite":
            return f"sqlite:///{tmp_path / 'restored' / 'liaison.db'}"
        names.append(f"restored_{os.getpid()}_{len(names)}")
        _on(request.getfixturevalue("postgres_server"), f"CREATE DATABASE {names[-1]}")
        server: URL = request.getfixturevalue("postgres_server")
        return server.set(database=names[-1]).render_as_string(hide_password=False)

    yield make
    for name in names:
        _on(request.getfixturevalue("postgres_server"), f"DROP DATABASE {name} WITH (FORCE)")


def _on(server: URL, statement: str) -> None:
    admin = create_engine(server, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text(statement))
    admin.dispose()
