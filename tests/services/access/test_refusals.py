"""Each service that acts, tried by a partner who may not: it refuses, and nothing changes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from liaison_metrics.domain.facts import EventFact
from liaison_metrics.errors import NotAllowed
from liaison_metrics.reports import issued
from liaison_metrics.reports.making import make
from liaison_metrics.services import uploads
from liaison_metrics.services.access.actors import COORDINATOR, Actor, Role
from liaison_metrics.services.access.permissions import required_action
from liaison_metrics.services.accounts import managing, own_password, sessions
from liaison_metrics.services.accounts.factors import authenticator, passkeys
from liaison_metrics.services.accounts.factors.passkeys import PasskeyAnswer, PasskeySite
from liaison_metrics.services.accounts.managing import AccountEntry
from liaison_metrics.services.accounts.signing_in import PasswordConfirmed
from liaison_metrics.services.answers import saved as answers
from liaison_metrics.services.events import checks, corrections, listing, planned, series
from liaison_metrics.services.events.checks import EventAnswer
from liaison_metrics.services.installation import demo
from liaison_metrics.services.installation.making import make_backup
from liaison_metrics.services.installation.restoring import restore_backup
from liaison_metrics.services.intake import Options, UploadedFile, import_file, preview_import, run_import
from liaison_metrics.services.intake.manual_entry import HandEntry, HandLine, import_entry
from liaison_metrics.services.issued_reports import access_tokens, archive, comparison, share_links
from liaison_metrics.services.issued_reports.access_tokens import NewAccessToken
from liaison_metrics.services.issued_reports.share_links import NewShareLink, SharedPage
from liaison_metrics.services.workspace.audit import reading as audit
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.sheets.model import Hints
from liaison_metrics.sheets.words.answers import Answer
from tests.actors import partner
from tests.services.access.test_permissions import services
from tests.services.conftest import row, sheet

OWNER, OTHER = partner("compass"), partner("vifin")
OF_OWNER = Options(Hints(partner="compass"))
CONFIRMED = PasswordConfirmed(1)
SITE = PasskeySite("figures.example.org", "https://figures.example.org")
ACTIVE, UNDONE = 1, 2
FAIR = HandEntry("project_fair", "graz", date(2021, 6, 1), "Fair", (HandLine(5),))
PLAN = EventFact(0, "project_fair", "graz", date(2021, 9, 1), "Autumn fair")

LINK = NewShareLink("For the funder", SharedPage.TARGETS, 30)
TOKEN = NewAccessToken("A spreadsheet", 30, Role.PARTNER)

Attempt = Callable[[Workspace, Actor], object]

ATTEMPTS: dict[Callable[..., object], Attempt] = {
    import_file: lambda w, actor: import_file(w, "x.csv", b"x", OF_OWNER, actor=actor),
    preview_import: lambda w, actor: preview_import(w, "x.csv", b"x", OF_OWNER, actor=actor),
    run_import: lambda w, actor: run_import(w, UploadedFile("x.csv", b"x"), OF_OWNER, actor=actor),
    import_entry: lambda w, actor: import_entry(w, FAIR, actor, replaces=ACTIVE),
    uploads.undo: lambda w, actor: uploads.undo(w, ACTIVE, actor),
    uploads.redo: lambda w, actor: uploads.redo(w, UNDONE, actor),
    uploads.original: lambda w, actor: uploads.original(w, ACTIVE, actor),
    answers.undo: lambda w, actor: answers.undo(w, [1], actor),
    answers.add_community: lambda w, actor: answers.add_community(w, "Zubrowkan", actor),
    corrections.correct: lambda w, actor: corrections.correct(w, _event(w), actor, title="Other"),
    corrections.merge: lambda w, actor: corrections.merge(w, [_event(w)], _event(w, 1), actor),
    checks.decide: lambda w, actor: checks.decide(w, [_event(w), _event(w, 1)], EventAnswer.DIFFERENT, actor),
    checks.decide_several: lambda w, actor: checks.decide_several(
        w, [[_event(w), _event(w, 1)]], EventAnswer.DIFFERENT, actor
    ),
    checks.separate: lambda w, actor: checks.separate(w, _event(w, 2), actor),
    checks.separate_events: lambda w, actor: checks.separate_events(w, (_event(w), _event(w, 1)), actor),
    checks.undo: lambda w, actor: checks.undo(w, 1, actor),
    series.make_series: lambda w, actor: series.make_series(w, [_event(w), _event(w, 1)], actor),
    corrections.undo: lambda w, actor: corrections.undo(w, 1, actor),
    planned.plan: lambda w, actor: planned.plan(w, PLAN, 20, actor),
    planned.remove: lambda w, actor: planned.remove(w, 1, actor),
    archive.add: lambda w, actor: archive.add(w, _report(w), lambda number: {"x": b"x"}, actor),
    issued.issue: lambda w, actor: issued.issue(w, "x", lambda: make(w), lambda report: {"x": b"x"}, actor),
    demo.fill_with_demonstration: lambda w, actor: demo.fill_with_demonstration(w, actor),
    make_backup: lambda w, actor: make_backup(w, w.key_file.with_name("x.backup"), actor),
    restore_backup: lambda w, actor: restore_backup(w.settings, w.key_file, actor),
    managing.all_accounts: lambda w, actor: managing.all_accounts(w, actor),
    managing.invite: lambda w, actor: managing.invite(w, AccountEntry("new@example.org", Role.FUNDER), actor),
    managing.add_with_password: lambda w, actor: managing.add_with_password(
        w, AccountEntry("new@example.org", Role.FUNDER), "x", actor
    ),
    managing.change: lambda w, actor: managing.change(w, 1, AccountEntry("", Role.FUNDER), actor),
    managing.disable: lambda w, actor: managing.disable(w, 1, actor),
    managing.enable: lambda w, actor: managing.enable(w, 1, actor),
    managing.reset_link: lambda w, actor: managing.reset_link(w, 1, actor),
    managing.remove_factors: lambda w, actor: managing.remove_factors(w, 1, actor),
    own_password.change_password: lambda w, actor: own_password.change_password(w, CONFIRMED, "x", actor),
    authenticator.recovery_codes_left: lambda w, actor: authenticator.recovery_codes_left(w, 1, actor),
    authenticator.new_authenticator: lambda w, actor: authenticator.new_authenticator(w, CONFIRMED, actor),
    authenticator.shown_again: lambda w, actor: authenticator.shown_again(w, 1, "", actor),
    authenticator.set_up: lambda w, actor: authenticator.set_up(w, 1, "", "", actor),
    authenticator.remove_authenticator: lambda w, actor: authenticator.remove_authenticator(w, CONFIRMED, actor),
    passkeys.own_passkeys: lambda w, actor: passkeys.own_passkeys(w, 1, actor),
    passkeys.ask_for_new: lambda w, actor: passkeys.ask_for_new(w, CONFIRMED, SITE, actor),
    passkeys.add_passkey: lambda w, actor: passkeys.add_passkey(w, 1, PasskeyAnswer("", "", SITE), actor),
    passkeys.remove_passkey: lambda w, actor: passkeys.remove_passkey(w, CONFIRMED, 1, actor),
    sessions.own_sessions: lambda w, actor: sessions.own_sessions(w, 1, actor),
    share_links.make_link: lambda w, actor: share_links.make_link(w, LINK, actor),
    share_links.all_links: lambda w, actor: share_links.all_links(w, actor),
    share_links.revoke_link: lambda w, actor: share_links.revoke_link(w, 1, actor),
    access_tokens.make_token: lambda w, actor: access_tokens.make_token(w, 1, TOKEN, actor),
    access_tokens.own_tokens: lambda w, actor: access_tokens.own_tokens(w, 1, actor),
    access_tokens.all_tokens: lambda w, actor: access_tokens.all_tokens(w, actor),
    access_tokens.revoke_token: lambda w, actor: access_tokens.revoke_token(w, 1, actor),
    audit.entries: lambda w, actor: audit.entries(w, actor),
    audit.recorded_accounts: lambda w, actor: audit.recorded_accounts(w, actor),
    sessions.end: lambda w, actor: sessions.end(w, 1, None, actor),
}
READING = {answers.saved_answers}
"""Services that refuse nothing: they leave out what the actor may not see."""


def _report(workspace: Workspace) -> archive.ReportToIssue:
    return archive.ReportToIssue("x", comparison.current_basis(workspace, None), None)


def _event(workspace: Workspace, at: int = 0) -> int:
    return listing.all_events(workspace)[at].number


@pytest.fixture
def filled(workspace: Workspace) -> Workspace:
    """A store in which everything belongs to ``OWNER``: uploads, corrections, a decision, a plan, an answer."""
    answer = Options(answers=(Answer("community", "Zubrowkan", "bosnian"),))
    import_file(workspace, "one.csv", sheet(row("Ana Korba", community="Zubrowkan")), answer, actor=OWNER)
    second = import_file(workspace, "two.csv", sheet(row("Cem Halost", title="Songs")), actor=OWNER)
    assert second.upload == UNDONE
    uploads.undo(workspace, UNDONE, OWNER)
    corrections.correct(workspace, _event(workspace), OWNER, title="Bread")
    planned.plan(workspace, PLAN, 30, OWNER)
    days = [
        row("Eva Lang", date=f"2021-06-0{day}", title=title) for day, title in enumerate(("Dance", "Song", "Tea"), 1)
    ]
    import_file(workspace, "three.csv", sheet(*days), actor=OWNER)
    corrections.merge(workspace, [_event(workspace, 3)], _event(workspace, 2), OWNER)
    checks.decide(workspace, [_event(workspace, 1), _event(workspace, 2)], EventAnswer.DIFFERENT, OWNER)
    return workspace


def test_every_declared_service_is_tried() -> None:
    declared = {function for _module, _name, function in services() if required_action(function)}
    assert declared == set(ATTEMPTS) | READING


@pytest.mark.parametrize(
    "service", ATTEMPTS, ids=lambda service: f"{service.__module__.split('.')[-1]}.{service.__name__}"
)
def test_another_partner_is_refused_and_nothing_changes(filled: Workspace, service: Callable[..., object]) -> None:
    revision = filled.revision()
    with pytest.raises(NotAllowed):
        ATTEMPTS[service](filled, OTHER)
    assert filled.revision() == revision
    assert uploads.fetches(filled, ACTIVE) == [] and archive.all_reports(filled) == []


def test_a_partner_sees_its_own_answers_and_the_coordinator_all(filled: Workspace) -> None:
    assert [answer.value for answer in answers.saved_answers(filled, OWNER)] == ["Zubrowkan"]
    assert answers.saved_answers(filled, OTHER) == []
    assert answers.saved_answers(filled, COORDINATOR) == answers.saved_answers(filled, OWNER)
