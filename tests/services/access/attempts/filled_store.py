"""A store in which everything belongs to ``OWNER``, and the values that services are tried with."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from liaison_metrics.domain.events.periods import Quarter
from liaison_metrics.domain.facts import EventFact
from liaison_metrics.domain.people.decisions import PersonDecisionKind
from liaison_metrics.domain.project import EvidenceKind
from liaison_metrics.domain.reach.scope import Scope
from liaison_metrics.domain.work_plan import WorkState
from liaison_metrics.services import uploads
from liaison_metrics.services.access.actors import COORDINATOR, Actor, Role
from liaison_metrics.services.accounts.account import Account
from liaison_metrics.services.accounts.factors.passkeys import PasskeySite
from liaison_metrics.services.accounts.own.access_tokens import NewAccessToken
from liaison_metrics.services.accounts.sessions import SignedIn
from liaison_metrics.services.accounts.signing_in import PasswordConfirmed
from liaison_metrics.services.answers import asked
from liaison_metrics.services.answers.saved import SheetShape
from liaison_metrics.services.events import checks, corrections, listing, planned
from liaison_metrics.services.events.checks import EventAnswer
from liaison_metrics.services.events.evidence import keeping
from liaison_metrics.services.events.evidence.keeping import NewEvidence
from liaison_metrics.services.events.work_plan import deliverables, versions
from liaison_metrics.services.events.work_plan.committees.members import CommitteeMember
from liaison_metrics.services.events.work_plan.deliverables import DeliverableEntry
from liaison_metrics.services.events.work_plan.skills.communities import MappedCommunity
from liaison_metrics.services.events.work_plan.skills.matching import Skill, SkillSide
from liaison_metrics.services.events.work_plan.versions import NewSignatory, NewVersion
from liaison_metrics.services.figures.narrative import notes
from liaison_metrics.services.figures.narrative.notes import NoteKind, NoteSubject
from liaison_metrics.services.intake import Options, UploadedFile, import_file
from liaison_metrics.services.intake.manual_entry import HandEntry, HandLine
from liaison_metrics.services.issued_reports import archive, comparison
from liaison_metrics.services.issued_reports.share_links import NewShareLink, SharedPage
from liaison_metrics.services.people import deciding
from liaison_metrics.services.uploads import waiting
from liaison_metrics.services.uploads.personal_data.finding import TypedPerson
from liaison_metrics.services.uploads.statements import stating
from liaison_metrics.services.uploads.together import SheetToImport
from liaison_metrics.services.workspace.settings import Settings
from liaison_metrics.services.workspace.workspace import Workspace, open_workspace
from liaison_metrics.sheets.model import Hints, Question
from liaison_metrics.sheets.words.answers import Answer
from tests.actors import partner
from tests.conftest import PROJECT_FILE
from tests.services.conftest import row, sheet

OWNER, OTHER = partner("compass"), partner("vifin")
NOBODY: Actor = None  # type: ignore[assignment]
OF_OWNER = Options(Hints(partner="compass"))
CONFIRMED = PasswordConfirmed(1)
SESSION = SignedIn(
    1, Account(1, "", Role.FUNDER, "", frozenset(), True, datetime.now(UTC), None, None, False, 0), datetime.now(UTC)
)
SITE = PasskeySite("figures.example.org", "https://figures.example.org")
ACTIVE, UNDONE = 1, 2
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
FAIR = HandEntry("project_fair", "graz", date(2021, 6, 1), "Fair", (HandLine(5),))
PLAN = EventFact(0, "project_fair", "graz", date(2021, 9, 1), "Autumn fair")

TO_IMPORT = SheetToImport(UploadedFile("x.csv", b"x"), OF_OWNER)
ANA = TypedPerson(name="Ana Korba", email="ana@example.org")
SHAPE, GHANA = SheetShape("compass", "abc"), Question("community", "Ghana", rows=(2, 3))
LINK = NewShareLink("For the funder", SharedPage.TARGETS, 30)
AGENDA = NewEvidence(EvidenceKind.PROGRAMME, b"https://example.org/agenda")
PEOPLE = "P-000001", "P-000003"
STUDY = DeliverableEntry("D1", "compass", date(2021, 12, 31), WorkState.IN_WORK, "")
DRAFT, MAYOR = NewVersion("0.1", date(2021, 6, 1), "", "x.pdf", b"x"), NewSignatory("City", "", date(2021, 6, 1))
MEMBER = CommitteeMember("graz", "migrant_association", "Zubrowka Circle")
MAPPED, SKILL = MappedCommunity("graz", "syrian", 900), Skill("graz", SkillSide.OFFERED, "Bread", "syrian")
OWN_NOTE, SPRING = NoteSubject(NoteKind.PARTNER, "compass"), Quarter(2021, 2)
TOKEN = NewAccessToken("A spreadsheet", 30, Role.PARTNER)

Attempt = Callable[[Workspace, Actor], object]
GRAZ = Scope(city="graz")


def report_of(workspace: Workspace) -> archive.ReportToIssue:
    return archive.ReportToIssue(
        "x", replace(comparison.current_basis(workspace, None, actor=COORDINATOR), issued_at=datetime.now(UTC)), None
    )


def event_of(workspace: Workspace, at: int = 0) -> int:
    return listing.all_events(workspace, actor=COORDINATOR)[at].number


@contextmanager
def filled_store(folder: Path) -> Iterator[Workspace]:
    url = f"sqlite:///{folder}/liaison.db"
    opened = open_workspace(
        Settings(database_url=url, project_file=PROJECT_FILE, secret_key_file=folder / "secret.key")
    )
    fill(opened)
    yield opened
    opened.close()


def fill(workspace: Workspace) -> None:
    """Stores uploads, corrections, a decision, a plan and an answer, all of ``OWNER``."""
    answer = Options(answers=(Answer("community", "Zubrowkan", "bosnian"),))
    import_file(workspace, "one.csv", sheet(row("Ana Korba", community="Zubrowkan")), answer, actor=OWNER)
    second = import_file(workspace, "two.csv", sheet(row("Cem Halost", title="Songs")), actor=OWNER)
    assert second.upload == UNDONE
    uploads.undo(workspace, UNDONE, OWNER)
    corrections.correct(workspace, event_of(workspace), OWNER, title="Bread")
    planned.plan(workspace, PLAN, 30, OWNER)
    deliverables.change_deliverables(workspace, [STUDY], COORDINATOR)
    versions.add_version(workspace, "D1", DRAFT, OWNER)
    versions.add_signatory(workspace, "D1", MAYOR, OWNER)
    keeping.add(workspace, event_of(workspace), AGENDA, OWNER)
    days = [
        row("Eva Lang", date=f"2021-06-0{day}", title=title) for day, title in enumerate(("Dance", "Song", "Tea"), 1)
    ]
    waiting.keep(workspace, "next.csv", b"x", OF_OWNER, OWNER)
    asked.ask(workspace, SHAPE, "one.csv", [GHANA], OWNER)
    import_file(workspace, "three.csv", sheet(*days), actor=OWNER)
    corrections.merge(workspace, [event_of(workspace, 3)], event_of(workspace, 2), OWNER)
    checks.decide(workspace, [event_of(workspace, 1), event_of(workspace, 2)], EventAnswer.DIFFERENT, OWNER)
    deciding.decide(workspace, [PEOPLE], PersonDecisionKind.LATER, OWNER)
    notes.add_note(workspace, OWN_NOTE, "New staff", False, OWNER)
    stating.make_statement(workspace, "compass", SPRING, OWNER)
