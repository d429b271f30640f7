"""Every service that writes leaves a line in the audit record, in the same transaction."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pyotp
import pytest

from liaison_metrics.domain.events.data import EventData
from liaison_metrics.domain.people.decisions import PersonDecisionKind
from liaison_metrics.domain.work_plan import WorkState
from liaison_metrics.errors import SignInRefused
from liaison_metrics.reports.audit_pack.making import make_audit_pack
from liaison_metrics.services import figures, uploads
from liaison_metrics.services.access.actors import COORDINATOR, Actor, Role
from liaison_metrics.services.access.permissions import required_action
from liaison_metrics.services.accounts import links, managing, sessions, signing_in, throttling
from liaison_metrics.services.accounts.factors import authenticator, passkeys
from liaison_metrics.services.accounts.managing import AccountEntry
from liaison_metrics.services.accounts.own import password as own_password
from liaison_metrics.services.accounts.own import signing_out
from liaison_metrics.services.accounts.signing_in import PasswordConfirmed
from liaison_metrics.services.answers import asked
from liaison_metrics.services.answers import saved as answers
from liaison_metrics.services.events import checks, corrections, describing, planned, series
from liaison_metrics.services.events.checks import EventAnswer
from liaison_metrics.services.events.evidence import keeping
from liaison_metrics.services.events.evidence.packing import Draw
from liaison_metrics.services.events.work_plan import deliverables, pieces, versions
from liaison_metrics.services.events.work_plan.committees import importing as members_importing
from liaison_metrics.services.events.work_plan.committees import members
from liaison_metrics.services.events.work_plan.lists.changes import ListChanges
from liaison_metrics.services.events.work_plan.lists.importing import ReadRow, RowState
from liaison_metrics.services.events.work_plan.skills import communities, skills
from liaison_metrics.services.events.work_plan.skills import importing as skills_importing
from liaison_metrics.services.figures.narrative import notes, report_texts
from liaison_metrics.services.installation import demo, making, restoring
from liaison_metrics.services.intake import ImportRun, Options, UploadedFile, import_file, preview_import, run_import
from liaison_metrics.services.intake.manual_entry import HandEntry, HandLine, import_entry
from liaison_metrics.services.issued_reports import archive
from liaison_metrics.services.people import deciding, readable
from liaison_metrics.services.uploads.statements import stating
from liaison_metrics.services.workspace.audit.reading import AuditLine, entries
from liaison_metrics.services.workspace.settings import Settings
from liaison_metrics.services.workspace.workspace import Workspace, open_workspace
from liaison_metrics.sheets.words.answers import Answer
from liaison_metrics.store.records.audit import AuditChain
from tests.actors import partner
from tests.conftest import PROJECT_FILE
from tests.services.access.attempts.filled_store import (
    AGENDA,
    DRAFT,
    GHANA,
    MAPPED,
    MAYOR,
    MEMBER,
    OWN_NOTE,
    PLAN,
    SHAPE,
    SKILL,
    SPRING,
    STUDY,
    event_of,
    report_of,
)
from tests.services.access.store_services import RECORD, unrecorded_services, writing_services
from tests.services.access.test_permissions import services
from tests.services.accounts.conftest import PASSWORD
from tests.services.accounts.soft_passkey import SoftPasskey
from tests.services.conftest import row, sheet

OWNER = replace(partner("compass"), account=41)
BOSS = replace(COORDINATOR, account=40)

NOT_RECORDED = {
    ("liaison_metrics.services.accounts.throttling", "begin_attempt"): "that it failed is, once its password was wrong",
    ("liaison_metrics.services.uploads.waiting", "keep"): "a sheet that counts nothing yet; its import is recorded",
    ("liaison_metrics.services.uploads.waiting", "change_options"): "of a sheet that counts nothing yet",
    ("liaison_metrics.services.uploads.waiting", "remove"): "of a sheet that counted nothing",
    ("liaison_metrics.services.uploads.waiting", "remove_old"): "of sheets that counted nothing",
    ("liaison_metrics.services.accounts.sessions", "_see"): "when a session was last used, every five minutes",
    ("liaison_metrics.services.accounts.own.visits", "_keep"): "when an account last looked, every five minutes",
    (
        "liaison_metrics.services.installation.restoring",
        "_load",
    ): "the rows of a backup; that it was restored is, after",
}
"""What is written without a line in the record, and why."""

Act = Callable[[Workspace], object]


def test_every_function_that_writes_records_it() -> None:
    assert unrecorded_services() == set(NOT_RECORDED)
    assert RECORD[1] == "record" and RECORD[0].endswith("audit.recording")


def a_sheet(name: str, **values: str) -> bytes:
    return sheet(row(name, **values))


def dated_report(workspace: Workspace) -> archive.ReportToIssue:
    report = report_of(workspace)
    return replace(report, basis=replace(report.basis, issued_at=datetime.now(UTC)))


def first_person(workspace: Workspace, at: int = 0) -> str:
    return sorted({one.person for one in figures.attendances(workspace, actor=COORDINATOR) if one.person})[at]


def last_person(workspace: Workspace) -> str:
    return first_person(workspace, -1)


HELD = {
    import_file: (lambda w: import_file(w, "a.csv", a_sheet("Ana Korba"), actor=OWNER), ["upload.import"]),
    run_import: (
        lambda w: run_import(
            w, UploadedFile("b.csv", a_sheet("Cem Halost", community="Zubrowkan", title="Songs")),
            Options(answers=(Answer("community", "Zubrowkan", "bosnian"),)), actor=OWNER,
        ),
        ["upload.import", "answer.save"],
    ),
    import_entry: (
        lambda w: import_entry(w, HandEntry("project_fair", "graz", date(2021, 6, 1), "Fair", (HandLine(5),)), OWNER),
        ["upload.import"],
    ),
    uploads.undo: (lambda w: uploads.undo(w, 1, OWNER), ["upload.undo"]),
    uploads.redo: (lambda w: uploads.redo(w, 1, BOSS), ["upload.redo"]),
    uploads.original: (lambda w: uploads.original(w, 1, BOSS), ["original.open"]),
    answers.undo: (lambda w: answers.undo(w, [1, 77], OWNER), ["answer.undo"]),
    asked.ask: (lambda w: asked.ask(w, SHAPE, "a.csv", [GHANA], OWNER), ["question.ask"]),
    asked.settle: (lambda w: asked.settle(w, 1, "bosnian", BOSS), ["answer.save", "question.settle"]),
    answers.add_community: (lambda w: answers.add_community(w, "Zubrowkan", BOSS), ["community.add"]),
    answers.name_community: (
        lambda w: answers.name_community(w, answers.add_community(w, "Ruritanian", BOSS), "de", "Ruritanisch", BOSS),
        ["community.add", "community.add"],
    ),
    corrections.correct: (lambda w: corrections.correct(w, event_of(w), OWNER, title="Ana Korba"), ["event.correct"]),
    corrections.undo: (lambda w: corrections.undo(w, 1, OWNER), ["correction.undo"]),
    checks.decide: (
        lambda w: checks.decide(w, [event_of(w), event_of(w, 1)], EventAnswer.DIFFERENT, OWNER), ["event.decide"],
    ),
    checks.decide_several: (
        lambda w: checks.decide_several(w, [[event_of(w), event_of(w, 1)]], EventAnswer.DIFFERENT, OWNER),
        ["event.decide"],
    ),
    checks.separate_events: (
        lambda w: checks.separate_events(w, (event_of(w), event_of(w, 1)), OWNER),
        ["event.decide"],
    ),
    checks.undo: (lambda w: checks.undo(w, 1, OWNER), ["decision.undo"]),
    series.make_series: (lambda w: series.make_series(w, [event_of(w), event_of(w, 1)], OWNER), ["event.decide"]),
    corrections.merge: (lambda w: corrections.merge(w, [event_of(w)], event_of(w, 1), OWNER), ["event.merge"]),
    members.change_members: (lambda w: members.change_members(w, ListChanges([MEMBER]), OWNER), ["committee.change"]),
    notes.add_note: (lambda w: notes.add_note(w, OWN_NOTE, "Fair cancelled", False, OWNER), ["note.add"]),
    notes.change_note: (lambda w: notes.change_note(w, 1, "Moved", False, OWNER), ["note.change"]),
    notes.remove_note: (lambda w: notes.remove_note(w, 1, OWNER), ["note.remove"]),
    report_texts.keep_report_text: (
        lambda w: report_texts.keep_report_text(w, "IND1", SPRING, "Text", BOSS), ["report_text.change"],
    ),
    stating.make_statement: (lambda w: stating.make_statement(w, "compass", SPRING, OWNER), ["statement.make"]),
    stating.accept_statement: (lambda w: stating.accept_statement(w, "compass", SPRING, BOSS), ["statement.accept"]),
    stating.return_statement: (
        lambda w: stating.return_statement(w, "compass", SPRING, "The fair is missing", BOSS), ["statement.return"],
    ),
    members.set_up_committee: (
        lambda w: members.set_up_committee(w, "graz", date(2020, 9, 30), OWNER), ["committee.change"],
    ),
    members_importing.add_members: (
        lambda w: members_importing.add_members(w, [ReadRow(2, MEMBER, RowState.NEW)], OWNER), ["committee.change"],
    ),
    communities.change_communities: (
        lambda w: communities.change_communities(w, ListChanges([MAPPED]), OWNER), ["mapping.change"],
    ),
    communities.add_communities: (
        lambda w: communities.add_communities(w, [ReadRow(2, MAPPED, RowState.NEW)], OWNER), ["mapping.change"],
    ),
    skills.change_skills: (lambda w: skills.change_skills(w, ListChanges([SKILL]), OWNER), ["skill.change"]),
    skills_importing.add_skills: (
        lambda w: skills_importing.add_skills(w, [ReadRow(2, SKILL, RowState.NEW)], OWNER), ["skill.change"],
    ),
    checks.separate: (lambda w: checks.separate(w, event_of(w), OWNER), ["event.decide"]),
    deciding.decide: (
        lambda w: deciding.decide(w, [(first_person(w), last_person(w))], PersonDecisionKind.SAME, OWNER),
        ["people.decide"],
    ),
    deciding.undo: (lambda w: deciding.undo(w, [1], OWNER), ["people.decision_undo"]),
    readable.readable_rows: (
        lambda w: readable.readable_rows(w, (first_person(w), last_person(w)), OWNER), ["people_text.open"],
    ),
    describing.describe: (
        lambda w: describing.describe(w, event_of(w), EventData(venue="Hall"), OWNER), ["event.describe"],
    ),
    planned.plan: (lambda w: planned.plan(w, PLAN, 30, OWNER), ["event.plan"]),
    planned.remove: (lambda w: planned.remove(w, 1, OWNER), ["event.remove"]),
    pieces.set_piece_state: (
        lambda w: pieces.set_piece_state(w, ("desk_research", "graz"), WorkState.IN_WORK, OWNER), ["work.change"],
    ),
    deliverables.change_deliverables: (
        lambda w: deliverables.change_deliverables(w, [STUDY], BOSS), ["deliverable.change"],
    ),
    versions.add_version: (lambda w: versions.add_version(w, "D1", DRAFT, OWNER), ["version.add"]),
    versions.open_version: (lambda w: versions.open_version(w, 1, OWNER), ["deliverable.open"]),
    versions.remove_version: (lambda w: versions.remove_version(w, 1, OWNER), ["version.remove"]),
    versions.add_signatory: (lambda w: versions.add_signatory(w, "D1", MAYOR, OWNER), ["signatory.add"]),
    versions.remove_signatory: (lambda w: versions.remove_signatory(w, 1, OWNER), ["signatory.remove"]),
    keeping.add: (lambda w: keeping.add(w, event_of(w), AGENDA, OWNER), ["evidence.add"]),
    keeping.open_evidence: (lambda w: keeping.open_evidence(w, 1, OWNER), ["evidence.open"]),
    make_audit_pack: (lambda w: make_audit_pack(w, Draw((event_of(w),)), OWNER), ["audit_pack.make"]),
    keeping.remove: (lambda w: keeping.remove(w, 1, OWNER), ["evidence.remove"]),
    archive.add: (lambda w: archive.add(w, dated_report(w), lambda number: {"x": b"x"}, BOSS), ["report.issue"]),
    archive.withdraw: (lambda w: archive.withdraw(w, 1, BOSS), ["report.withdraw"]),
    archive.restore: (lambda w: archive.restore(w, 1, BOSS), ["report.restore"]),
}  # fmt: skip
"""Services in an order in which all of them can be called, and what each leaves in the record."""

OTHERWISE = {
    "managing.invite", "managing.add_with_password", "managing.change",
    "managing.disable", "managing.enable", "managing.reset_link", "sessions.end", "signing_out.end_sessions",
    "managing.remove_factors", "authenticator.set_up", "authenticator.remove_authenticator",
    "password.change_password", "language.choose_language", "passkeys.add_passkey", "passkeys.remove_passkey",
    "share_links.make_link", "share_links.revoke_link", "access_tokens.make_token", "access_tokens.revoke_token",
    "waiting.keep", "waiting.change_options", "waiting.remove", "visits.last_visit",
    "demo.fill_with_demonstration", "demo_work_plan.add_made_up_work_plan", "making.make_backup",
    "restoring.restore_backup",
    "rotating.rotate_key", "renewing.renew_names", "reminding.send_reminder", "reminding.deliver", "digest.send_digest",
    "adding.add_lines", "forgetting.forget", "disclosing.disclose", "retention.purge",
}  # fmt: skip
"""Services that other tests call: of this file, test_share_links, test_access_tokens, test_visits, test_language,
test_rotating, test_forgetting, test_disclosing and test_retention."""

THROUGH_OTHERS = {"packing.packed_files", "issued.issue", "importing.preview_import", "together.preview_together"}
"""Services that write through one of the others, or nothing in the end."""


def short(service: Callable[..., object]) -> str:
    return f"{service.__module__.split('.')[-1]}.{service.__name__}"


def test_no_service_is_forgotten() -> None:
    writing = {f"{module.split('.')[-1]}.{name}" for module, name in writing_services()}
    needing_permission = {short(function) for _module, _name, function in services() if required_action(function)}
    assert writing & needing_permission <= {short(one) for one in HELD} | OTHERWISE | THROUGH_OTHERS


def test_passkeys_leave_their_lines(workspace: Workspace) -> None:
    link = managing.invite(workspace, AccountEntry("graz@example.org", Role.PARTNER, ("graz",)), BOSS)
    number = links.choose_password(workspace, link, PASSWORD)
    own, site = replace(OWNER, account=number), passkeys.PasskeySite("x.example", "https://x.example")
    passkey = SoftPasskey(site.host, site.origin)
    asked = passkeys.ask_for_new(workspace, PasswordConfirmed(number), site, own)
    answer = passkeys.PasskeyAnswer(passkey.make(asked.options), asked.step, site)
    before = lines_since(workspace, 0)[-1].number
    passkeys.add_passkey(workspace, number, answer, own)
    with pytest.raises(SignInRefused):
        passkeys.check_passkey(workspace, _signed(workspace, SoftPasskey(), site), throttling.Visit("192.0.2.1"))
    passkeys.remove_passkey(workspace, PasswordConfirmed(number), 1, own)
    left = [(line.action, line.account, line.about) for line in lines_since(workspace, before)]
    assert left == [
        ("factor.add", number, str(number)), ("sign_in.fail", None, ""), ("factor.remove", number, str(number)),
    ]  # fmt: skip


def _signed(workspace: Workspace, passkey: SoftPasskey, site: passkeys.PasskeySite) -> passkeys.PasskeyAnswer:
    asked = passkeys.ask_for_passkey(workspace, site)
    return passkeys.PasskeyAnswer(passkey.sign(asked.options), asked.step, site)


def lines_since(workspace: Workspace, number: int) -> list[AuditLine]:
    return [line for line in reversed(entries(workspace, COORDINATOR)[1]) if line.number > number]


def test_each_service_leaves_its_line(workspace: Workspace) -> None:
    seen = 0
    for service, (act, expected) in HELD.items():
        act(workspace)
        left = lines_since(workspace, seen)
        assert [line.action for line in left] == expected, short(service)
        for line in left:
            actor = BOSS if line.account == 40 else OWNER
            assert (line.account, line.role, line.partner) == (actor.account, actor.role.value, actor.partner)
            assert line.kind and json.loads(line.before or "{}") is not None
        seen = left[-1].number
    with workspace.store.reading() as connection:
        assert AuditChain(workspace.secret).first_break(connection) is None


def test_nothing_is_recorded_of_what_is_refused_or_only_tried(workspace: Workspace) -> None:
    import_file(workspace, "x.csv", b"x", actor=OWNER)
    preview_import(workspace, "a.csv", a_sheet("Ana Korba"), actor=OWNER)
    run_import(workspace, UploadedFile("a.csv", a_sheet("Ana")), actor=OWNER, run=ImportRun(dry_run=True))
    assert lines_since(workspace, 0) == []


def test_a_replaced_upload_and_its_successor(workspace: Workspace) -> None:
    import_file(workspace, "a.csv", a_sheet("Ana Korba"), actor=OWNER)
    two = sheet(row("Ana Korba"), row("Cem Halost"))
    import_file(workspace, "a.csv", two, Options(replaces=1), actor=OWNER)
    replaced, new = lines_since(workspace, 1)
    assert (replaced.action, replaced.about, new.action, new.about) == ("upload.replace", "1", "upload.import", "2")
    assert json.loads(replaced.before)["attendances"] == 1
    assert json.loads(new.after)["attendances"] == 2 and json.loads(new.after)["replaces"] == 1


def test_the_record_names_no_file_person_word_or_title(workspace: Workspace) -> None:
    secret = "Quendelberg"
    options = Options(answers=(Answer("community", secret, "bosnian"),))
    import_file(
        workspace, f"{secret}.csv", a_sheet(f"Xanthippa {secret}", community=secret, title=secret), options, actor=OWNER
    )
    corrections.correct(workspace, event_of(workspace), OWNER, title=f"{secret} again")
    answers.undo(workspace, [1], OWNER)
    uploads.undo(workspace, 1, OWNER)
    planned.plan(workspace, replace(PLAN, title=secret), 30, OWNER)
    left = lines_since(workspace, 0)
    assert [line.action for line in left] == [
        "upload.import", "answer.save", "event.correct", "answer.undo", "upload.undo", "event.plan",
    ]  # fmt: skip
    assert secret.casefold() not in "".join(map(str, left)).casefold()


def test_accounts_links_and_sessions(workspace: Workspace) -> None:
    token = links.first_link(workspace)
    assert token
    boss = links.choose_password(workspace, token, PASSWORD, "boss@example.org")
    actor = Actor(Role.COORDINATOR, account=boss)
    link = managing.invite(workspace, AccountEntry("graz@example.org", Role.PARTNER, ("graz",)), actor)
    number = links.choose_password(workspace, link, PASSWORD)
    managing.change(workspace, number, AccountEntry("", Role.PARTNER, ("kassel", "graz")), actor)
    for email in ("graz@example.org", "nobody@example.org"):
        with pytest.raises(SignInRefused):
            signing_in.check_sign_in(workspace, email, "wrong", throttling.Visit("192.0.2.1"))
    sessions.begin(workspace, number, "Browser")
    confirmed, own = PasswordConfirmed(number), Actor(Role.PARTNER, "compass", account=number)
    token = sessions.begin(workspace, number, "Browser")
    used = sessions.session_of(workspace, token)
    assert used
    sessions.end(workspace, used, own)
    signing_out.end_sessions(workspace, confirmed, None, own)
    new = authenticator.new_authenticator(workspace, confirmed, own)
    authenticator.set_up(workspace, number, new.step, pyotp.TOTP(new.secret).now(), own)
    authenticator.remove_authenticator(workspace, confirmed, own)
    own_password.change_password(workspace, confirmed, PASSWORD, own)
    managing.remove_factors(workspace, number, actor)
    managing.reset_link(workspace, number, actor)
    managing.disable(workspace, number, actor)
    managing.enable(workspace, number, actor)
    managing.add_with_password(workspace, AccountEntry("more@example.org", Role.FUNDER), PASSWORD, actor)
    left = lines_since(workspace, 0)
    assert [(line.action, line.account, line.about) for line in left] == [
        ("link.make", None, ""), ("password.choose", boss, str(boss)),
        ("account.invite", boss, str(number)), ("link.make", boss, str(number)),
        ("password.choose", number, str(number)), ("account.change", boss, str(number)),
        ("sign_in.fail", None, str(number)), ("sign_in.fail", None, ""),
        ("sign_in", number, str(number)), ("sign_in", number, str(number)),
        ("sign_out", number, str(number)), ("sign_out", number, str(number)),
        ("factor.add", number, str(number)), ("factor.remove", number, str(number)),
        ("password.choose", number, str(number)), ("factor.remove", boss, str(number)),
        ("link.make", boss, str(number)), ("account.disable", boss, str(number)),
        ("account.enable", boss, str(number)), ("account.invite", boss, str(number + 1)),
    ]  # fmt: skip
    changed = left[5]
    assert json.loads(changed.before)["cities"] == ["graz"]
    assert json.loads(changed.after)["cities"] == ["graz", "kassel"]
    assert "@" not in "".join(map(str, left)), "by account number only"


def test_a_backup_and_its_restoration(workspace: Workspace, tmp_path: Path) -> None:
    import_file(workspace, "a.csv", a_sheet("Ana Korba"), actor=OWNER)
    backup = making.make_backup(workspace, tmp_path / "copy.backup", BOSS)
    settings = Settings(
        database_url=f"sqlite:///{tmp_path / 'new.db'}", project_file=PROJECT_FILE, secret_key_file=workspace.key_file
    )
    restoring.restore_backup(settings, backup.path, BOSS)
    restored = open_workspace(settings)
    assert [line.action for line in lines_since(workspace, 0)] == ["upload.import", "backup.make"]
    assert [line.action for line in lines_since(restored, 0)] == ["upload.import", "backup.restore"]
    with restored.store.reading() as connection:
        assert AuditChain(restored.secret).first_break(connection) is None, "the chain goes on"
    restored.close()


def test_sample_data_come_and_go(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(demo, "_sheets", lambda _project: [("made up.csv", a_sheet("Ana Korba").decode())])
    monkeypatch.setattr(demo, "add_made_up_work_plan", lambda *_args: None)
    demo.fill_with_demonstration(workspace, BOSS)
    import_file(workspace, "real.csv", a_sheet("Cem Halost"), actor=OWNER)
    assert [line.action for line in lines_since(workspace, 0)] == [
        "demonstration.add", "upload.import", "demonstration.remove", "upload.import",
    ]  # fmt: skip
