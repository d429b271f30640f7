"""Each service, tried by those who may not: it refuses, and nothing changes; each reading one by those who may."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from liaison_metrics.domain.events.data import EventData
from liaison_metrics.domain.events.periods import Quarter
from liaison_metrics.domain.facts import EventFact
from liaison_metrics.domain.index import IndexChange
from liaison_metrics.domain.people.decisions import PersonDecisionKind
from liaison_metrics.domain.project import EvidenceKind
from liaison_metrics.domain.reach.scope import Scope
from liaison_metrics.domain.work_plan import WorkState
from liaison_metrics.errors import NotAllowed
from liaison_metrics.exports import frames
from liaison_metrics.exports.indicators_json import indicators_as_json
from liaison_metrics.reports import issued, making
from liaison_metrics.reports.audit_pack.making import make_audit_pack
from liaison_metrics.reports.making import make
from liaison_metrics.reports.published_tables import latest_tables
from liaison_metrics.reports.words.narrative import with_narrative
from liaison_metrics.reports.work_plan import with_work_plan
from liaison_metrics.services import figures, uploads
from liaison_metrics.services.access.actors import COORDINATOR, FUNDER, Actor, Role
from liaison_metrics.services.access.permissions import required_action
from liaison_metrics.services.access.rules import RULES, Granted
from liaison_metrics.services.accounts import managing, sessions
from liaison_metrics.services.accounts.account import Account
from liaison_metrics.services.accounts.factors import authenticator, passkeys
from liaison_metrics.services.accounts.factors.passkeys import PasskeyAnswer, PasskeySite
from liaison_metrics.services.accounts.managing import AccountEntry
from liaison_metrics.services.accounts.own import access_tokens, signing_out, visits
from liaison_metrics.services.accounts.own import language as own_language
from liaison_metrics.services.accounts.own import password as own_password
from liaison_metrics.services.accounts.own.access_tokens import NewAccessToken
from liaison_metrics.services.accounts.sessions import SignedIn
from liaison_metrics.services.accounts.signing_in import PasswordConfirmed
from liaison_metrics.services.answers import asked
from liaison_metrics.services.answers import saved as answers
from liaison_metrics.services.answers.saved import SheetShape
from liaison_metrics.services.events import checks, corrections, describing, details, history, listing, planned, series
from liaison_metrics.services.events.checks import EventAnswer
from liaison_metrics.services.events.evidence import keeping, packing
from liaison_metrics.services.events.evidence import listing as evidence
from liaison_metrics.services.events.evidence.keeping import NewEvidence
from liaison_metrics.services.events.evidence.packing import Draw, PackedFiles
from liaison_metrics.services.events.owed import digest as owed_digest
from liaison_metrics.services.events.owed import finding, partners, reminding
from liaison_metrics.services.events.owed.reminding import Delivery
from liaison_metrics.services.events.planned import EventChoice
from liaison_metrics.services.events.plans import adding, feed
from liaison_metrics.services.events.plans.adding import LineState, PlanLine
from liaison_metrics.services.events.plans.sign_in.sheet import sign_in_sheet
from liaison_metrics.services.events.work_plan import activities, deliverables, importing, objectives, pieces, versions
from liaison_metrics.services.events.work_plan.committees import committees, members
from liaison_metrics.services.events.work_plan.committees import importing as members_importing
from liaison_metrics.services.events.work_plan.committees.members import CommitteeMember
from liaison_metrics.services.events.work_plan.deliverables import DeliverableEntry
from liaison_metrics.services.events.work_plan.lists.changes import ListChanges
from liaison_metrics.services.events.work_plan.lists.importing import ReadRow, RowState
from liaison_metrics.services.events.work_plan.skills import city_lists, communities, skills
from liaison_metrics.services.events.work_plan.skills import importing as skills_importing
from liaison_metrics.services.events.work_plan.skills.communities import MappedCommunity
from liaison_metrics.services.events.work_plan.skills.matching import Skill, SkillSide
from liaison_metrics.services.events.work_plan.versions import NewSignatory, NewVersion
from liaison_metrics.services.figures import forecasts
from liaison_metrics.services.figures.basis import basis
from liaison_metrics.services.figures.narrative import notes, report_texts
from liaison_metrics.services.figures.narrative.notes import NoteKind, NoteSubject
from liaison_metrics.services.figures.preview import preview
from liaison_metrics.services.installation import demo, demo_work_plan, rotating
from liaison_metrics.services.installation.making import make_backup
from liaison_metrics.services.installation.manifest import figures_of
from liaison_metrics.services.installation.restoring import restore_backup
from liaison_metrics.services.intake import Options, UploadedFile, import_file, manual_entry, preview_import, run_import
from liaison_metrics.services.intake.importing import prepare_import
from liaison_metrics.services.intake.manual_entry import HandEntry, HandLine, import_entry
from liaison_metrics.services.issued_reports import archive, comparison, share_links
from liaison_metrics.services.issued_reports.share_links import NewShareLink, SharedPage
from liaison_metrics.services.people import deciding, readable, renewing, review
from liaison_metrics.services.people.quality.finding import data_quality
from liaison_metrics.services.uploads import together, waiting
from liaison_metrics.services.uploads.personal_data.disclosing import disclose
from liaison_metrics.services.uploads.personal_data.finding import TypedPerson
from liaison_metrics.services.uploads.personal_data.forgetting import forget
from liaison_metrics.services.uploads.personal_data.planning import plan_forgetting
from liaison_metrics.services.uploads.personal_data.receipts import receipts
from liaison_metrics.services.uploads.personal_data.retention import preview_purge, purge, retention
from liaison_metrics.services.uploads.statements import stating
from liaison_metrics.services.uploads.together import SheetToImport
from liaison_metrics.services.workspace.audit import reading as audit
from liaison_metrics.services.workspace.settings import Settings
from liaison_metrics.services.workspace.workspace import Workspace, open_workspace
from liaison_metrics.sheets.model import Hints, Question
from liaison_metrics.sheets.words.answers import Answer
from tests.actors import partner
from tests.conftest import PROJECT_FILE
from tests.services.access.test_permissions import services
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

ATTEMPTS: dict[Callable[..., object], Attempt] = {
    import_file: lambda w, actor: import_file(w, "x.csv", b"x", OF_OWNER, actor=actor),
    preview_import: lambda w, actor: preview_import(w, "x.csv", b"x", OF_OWNER, actor=actor),
    run_import: lambda w, actor: run_import(w, UploadedFile("x.csv", b"x"), OF_OWNER, actor=actor),
    import_entry: lambda w, actor: import_entry(w, FAIR, actor, replaces=ACTIVE),
    prepare_import: lambda w, actor: prepare_import(w, UploadedFile("x.csv", b"x"), OF_OWNER, actor=actor),
    together.preview_together: lambda w, actor: together.preview_together(w, [TO_IMPORT], actor),
    uploads.undo: lambda w, actor: uploads.undo(w, ACTIVE, actor),
    uploads.redo: lambda w, actor: uploads.redo(w, UNDONE, actor),
    keeping.add: lambda w, actor: keeping.add(w, _event(w), AGENDA, actor),
    keeping.open_evidence: lambda w, actor: keeping.open_evidence(w, 1, actor),
    keeping.remove: lambda w, actor: keeping.remove(w, 1, actor),
    make_audit_pack: lambda w, actor: make_audit_pack(w, Draw((_event(w),)), actor),
    packing.packed_files: lambda w, actor: packing.packed_files(
        w, packing.drawn_events(w, Draw(size=1), COORDINATOR, date(2022, 1, 1)), PackedFiles((), ()), actor
    ),
    uploads.original: lambda w, actor: uploads.original(w, ACTIVE, actor),
    plan_forgetting: lambda w, actor: plan_forgetting(w, ANA, actor),
    forget: lambda w, actor: forget(w, ANA, actor),
    disclose: lambda w, actor: disclose(w, ANA, actor),
    purge: lambda w, actor: purge(w, actor),
    answers.undo: lambda w, actor: answers.undo(w, [1], actor),
    asked.ask: lambda w, actor: asked.ask(w, SHAPE, "x.csv", [GHANA], actor),
    asked.settle: lambda w, actor: asked.settle(w, 1, "bosnian", actor),
    waiting.keep: lambda w, actor: waiting.keep(w, "x.csv", b"x", OF_OWNER, actor),
    waiting.change_options: lambda w, actor: waiting.change_options(w, 1, OF_OWNER, actor),
    waiting.remove: lambda w, actor: waiting.remove(w, [1], actor),
    answers.add_community: lambda w, actor: answers.add_community(w, "Zubrowkan", actor),
    answers.name_community: lambda w, actor: answers.name_community(w, "zubrowkan", "de", "Zubrowkisch", actor),
    answers.unnamed_communities: lambda w, actor: answers.unnamed_communities(w, actor),
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
    deciding.decide: lambda w, actor: deciding.decide(w, [PEOPLE], PersonDecisionKind.SAME, actor),
    deciding.preview_decision: lambda w, actor: deciding.preview_decision(w, [PEOPLE], PersonDecisionKind.SAME, actor),
    deciding.undo: lambda w, actor: deciding.undo(w, [1], actor),
    renewing.outdated_names: lambda w, actor: renewing.outdated_names(w, actor),
    renewing.renew_names: lambda w, actor: renewing.renew_names(w, actor),
    readable.readable_rows: lambda w, actor: readable.readable_rows(w, PEOPLE, actor),
    planned.plan: lambda w, actor: planned.plan(w, PLAN, 20, actor),
    reminding.send_reminder: lambda w, actor: reminding.send_reminder(w, "compass", actor),
    reminding.deliver: lambda w, actor: reminding.deliver(w, Delivery("", ("a@example.org",), "x", "x", 0), actor),
    owed_digest.send_digest: lambda w, actor: owed_digest.send_digest(w, actor),
    planned.remove: lambda w, actor: planned.remove(w, 1, actor),
    describing.described: lambda w, actor: describing.described(w, _event(w), actor),
    sign_in_sheet: lambda w, actor: sign_in_sheet(w, 1, "", actor),
    describing.describe: lambda w, actor: describing.describe(w, _event(w), EventData(venue="Hall"), actor),
    adding.add_lines: lambda w, actor: adding.add_lines(w, [PlanLine(1, PLAN, 20, LineState.NEW)], actor),
    pieces.set_piece_state: lambda w, actor: pieces.set_piece_state(
        w, ("desk_research", "graz"), WorkState.PUBLISHED, actor
    ),
    deliverables.change_deliverables: lambda w, actor: deliverables.change_deliverables(
        w, [replace(STUDY, state=WorkState.PUBLISHED)], actor
    ),
    versions.add_version: lambda w, actor: versions.add_version(w, "D1", DRAFT, actor),
    versions.remove_version: lambda w, actor: versions.remove_version(w, 1, actor),
    versions.open_version: lambda w, actor: versions.open_version(w, 1, actor),
    versions.add_signatory: lambda w, actor: versions.add_signatory(w, "D1", MAYOR, actor),
    versions.remove_signatory: lambda w, actor: versions.remove_signatory(w, 1, actor),
    members.change_members: lambda w, actor: members.change_members(w, ListChanges([MEMBER]), actor),
    notes.add_note: lambda w, actor: notes.add_note(w, OWN_NOTE, "Fair cancelled", False, actor),
    notes.change_note: lambda w, actor: notes.change_note(w, 1, "Fair cancelled", False, actor),
    notes.remove_note: lambda w, actor: notes.remove_note(w, 1, actor),
    report_texts.keep_report_text: lambda w, actor: report_texts.keep_report_text(w, "IND1", SPRING, "Text", actor),
    report_texts.texts_to_report: lambda w, actor: report_texts.texts_to_report(w, SPRING, actor),
    stating.make_statement: lambda w, actor: stating.make_statement(w, "compass", SPRING, actor),
    stating.accept_statement: lambda w, actor: stating.accept_statement(w, "compass", SPRING, actor),
    stating.return_statement: lambda w, actor: stating.return_statement(w, "compass", SPRING, "Missing", actor),
    members.set_up_committee: lambda w, actor: members.set_up_committee(w, "graz", date(2020, 9, 30), actor),
    members_importing.add_members: lambda w, actor: members_importing.add_members(
        w, [ReadRow(2, MEMBER, RowState.NEW)], actor
    ),
    communities.change_communities: lambda w, actor: communities.change_communities(w, ListChanges([MAPPED]), actor),
    communities.add_communities: lambda w, actor: communities.add_communities(
        w, [ReadRow(2, MAPPED, RowState.NEW)], actor
    ),
    skills.change_skills: lambda w, actor: skills.change_skills(w, ListChanges([SKILL]), actor),
    skills_importing.add_skills: lambda w, actor: skills_importing.add_skills(
        w, [ReadRow(2, SKILL, RowState.NEW)], actor
    ),
    archive.add: lambda w, actor: archive.add(w, _report(w), lambda number: {"x": b"x"}, actor),
    archive.withdraw: lambda w, actor: archive.withdraw(w, 1, actor),
    archive.restore: lambda w, actor: archive.restore(w, 1, actor),
    issued.issue: lambda w, actor: issued.issue(
        w, "x", lambda: make(w, actor=COORDINATOR), lambda report: {"x": b"x"}, actor
    ),
    demo.fill_with_demonstration: lambda w, actor: demo.fill_with_demonstration(w, actor),
    demo_work_plan.add_made_up_work_plan: lambda w, actor: demo_work_plan.add_made_up_work_plan(w, {}, actor),
    make_backup: lambda w, actor: make_backup(w, w.key_file.with_name("x.backup"), actor),
    restore_backup: lambda w, actor: restore_backup(w.settings, w.key_file, actor),
    rotating.lost_files: lambda w, actor: rotating.lost_files(w, actor),
    rotating.rotate_key: lambda w, actor: rotating.rotate_key(w, actor),
    managing.all_accounts: lambda w, actor: managing.all_accounts(w, actor),
    managing.partner_cities: lambda w, actor: managing.partner_cities(w, actor),
    managing.invite: lambda w, actor: managing.invite(w, AccountEntry("new@example.org", Role.FUNDER), actor),
    managing.add_with_password: lambda w, actor: managing.add_with_password(
        w, AccountEntry("new@example.org", Role.FUNDER), "x", actor
    ),
    managing.change: lambda w, actor: managing.change(w, 1, AccountEntry("", Role.FUNDER), actor),
    managing.disable: lambda w, actor: managing.disable(w, 1, actor),
    managing.enable: lambda w, actor: managing.enable(w, 1, actor),
    managing.reset_link: lambda w, actor: managing.reset_link(w, 1, actor),
    managing.remove_factors: lambda w, actor: managing.remove_factors(w, 1, actor),
    own_language.choose_language: lambda w, actor: own_language.choose_language(w, 1, "en", actor),
    own_language.own_language: lambda w, actor: own_language.own_language(w, 1, actor),
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
    sessions.end: lambda w, actor: sessions.end(w, SESSION, actor),
    signing_out.end_sessions: lambda w, actor: signing_out.end_sessions(w, CONFIRMED, None, actor),
    visits.last_visit: lambda w, actor: visits.last_visit(w, 1, actor),
}
GRAZ = Scope(city="graz")

READERS: dict[Callable[..., object], Attempt] = {
    preview: lambda w, actor: preview(w, IndexChange(), actor=actor),
    reminding.reminders: lambda w, actor: reminding.reminders(w, actor),
    owed_digest.digest: lambda w, actor: owed_digest.digest(w, actor),
    owed_digest.digest_text: lambda w, actor: owed_digest.digest_text(w, owed_digest.digest(w, COORDINATOR), actor),
    activities.activity_plan: lambda w, actor: activities.activity_plan(w, actor),
    pieces.piece_states: lambda w, actor: pieces.piece_states(w, actor),
    importing.read_list: lambda w, actor: importing.read_list(w, "x.csv", b"Code,Status\nD1,done", actor),
    with_work_plan: lambda w, actor: with_work_plan(w, making.make(w, actor=COORDINATOR), actor),
    deliverables.deliverables: lambda w, actor: deliverables.deliverables(w, actor),
    feed.feed: lambda w, actor: feed.feed(w, actor, "graz"),
    history.effects_of: lambda w, actor: history.effects_of(w, lambda: None, actor),
    figures.indicators: lambda w, actor: figures.indicators(w, actor=actor),
    figures.indicator: lambda w, actor: figures.indicator(w, "IND1", actor=actor),
    basis: lambda w, actor: basis(w, "IND1", actor=actor),
    forecasts.forecast: lambda w, actor: forecasts.forecast(w, "IND1", actor=actor),
    figures.breakdown: lambda w, actor: figures.breakdown(w, "IND1", "city", actor=actor),
    figures.curve: lambda w, actor: figures.curve(w, "IND1", actor=actor),
    figures.cross: lambda w, actor: figures.cross(w, "IND1", ("activity", "month"), actor=actor),
    figures.events: lambda w, actor: figures.events(w, actor=actor),
    figures.groups: lambda w, actor: figures.groups(
        w, figures.Grouping(lambda fact: fact.city, ["gender"]), None, GRAZ, actor=actor
    ),
    figures.attendances: lambda w, actor: figures.attendances(w, None, GRAZ, actor=actor),
    figures.attendances_in_parts: lambda w, actor: figures.attendances_in_parts(w, None, GRAZ, actor=actor),
    frames.indicators: lambda w, actor: frames.indicators(w, actor=actor),
    frames.breakdown: lambda w, actor: frames.breakdown(w, "IND1", "city", actor=actor),
    frames.curve: lambda w, actor: frames.curve(w, "IND1", actor=actor),
    frames.cross: lambda w, actor: frames.cross(w, "IND1", ("activity", "month"), actor=actor),
    frames.events: lambda w, actor: frames.events(w, actor=actor),
    frames.event_list: lambda w, actor: frames.event_list(w, EventChoice("graz"), actor=actor),
    frames.attendances: lambda w, actor: frames.attendances(w, None, GRAZ, actor=actor),
    frames.attendances_in_chunks: lambda w, actor: frames.attendances_in_chunks(w, None, GRAZ, actor=actor),
    indicators_as_json: lambda w, actor: indicators_as_json(w, GRAZ, actor=actor),
    making.make: lambda w, actor: making.make(w, GRAZ, 5, actor=actor),
    making.make_indicator: lambda w, actor: making.make_indicator(w, "IND1", actor=actor),
    uploads.changes_since: lambda w, actor: uploads.changes_since(w, "IND1", LONG_AGO, actor=actor),
    comparison.current_basis: lambda w, actor: comparison.current_basis(w, None, actor=actor),
    comparison.explain_changes: lambda w, actor: comparison.explain_changes(w, *[_report(w).basis] * 2, actor),
    archive.compare: lambda w, actor: archive.compare(w, 1, actor=actor),
    archive.files_of: lambda w, actor: archive.files_of(w, 1, actor),
    evidence.evidence_of_events: lambda w, actor: evidence.evidence_of_events(w, [_event(w)], actor),
    packing.drawn_events: lambda w, actor: packing.drawn_events(w, Draw((_event(w),)), actor, date(2022, 1, 1)),
    evidence.evidence_of_event: lambda w, actor: evidence.evidence_of_event(w, _event(w), actor),
    evidence.evidence_kinds: lambda w, actor: evidence.evidence_kinds(w, actor),
    listing.find_event: lambda w, actor: listing.find_event(w, _event(w), actor),
    details.find: lambda w, actor: details.find(w, _event(w), actor),
    checks.preview_answer: lambda w, actor: checks.preview_answer(
        w, [[_event(w), _event(w, 1)]], EventAnswer.DIFFERENT, actor
    ),
    review.seen: lambda w, actor: review.seen(w, PEOPLE, actor),
    series.preview_series: lambda w, actor: series.preview_series(w, [_event(w)], actor),
    manual_entry.statements: lambda w, actor: manual_entry.statements(w, FAIR, actor),
    uploads.find: lambda w, actor: uploads.find(w, ACTIVE, actor),
    notes.notes: lambda w, actor: notes.notes(w, actor),
    notes.report_notes: lambda w, actor: notes.report_notes(w, GRAZ, actor),
    with_narrative: lambda w, actor: with_narrative(w, making.make(w, GRAZ, 5, actor=OWNER), actor),
    report_texts.report_texts: lambda w, actor: report_texts.report_texts(w, SPRING, actor),
    stating.later_corrections: lambda w, actor: stating.later_corrections(w, "compass", SPRING, actor),
    objectives.objectives: lambda w, actor: objectives.objectives(w, actor),
    committees.committee_summaries: lambda w, actor: committees.committee_summaries(w, actor),
    committees.committees: lambda w, actor: committees.committees(w, actor),
    members.members: lambda w, actor: members.members(w, actor),
    communities.communities: lambda w, actor: communities.communities(w, actor),
    city_lists.city_lists: lambda w, actor: city_lists.city_lists(w, actor),
    skills.skills: lambda w, actor: skills.skills(w, actor),
    skills.teachers: lambda w, actor: skills.teachers(w, actor),
    skills.skill_counts: lambda w, actor: skills.skill_counts(w, actor),
    figures_of: lambda w, actor: figures_of(w, actor),
    receipts: lambda w, actor: receipts(w, actor),
    retention: lambda w, actor: retention(w, actor),
    preview_purge: lambda w, actor: preview_purge(w, actor),
    uploads.sums: lambda w, actor: uploads.sums(w, actor=actor),
    uploads.remarks: lambda w, actor: uploads.remarks(w, ACTIVE, actor=actor),
    together.effect_of: lambda w, actor: together.effect_of(w, [ACTIVE], actor),
    uploads.preview_undo: lambda w, actor: uploads.preview_undo(w, ACTIVE, actor),
    uploads.keeps_original: lambda w, actor: uploads.keeps_original(w, ACTIVE, actor),
    uploads.fetches: lambda w, actor: uploads.fetches(w, ACTIVE, actor),
}
"""Services that read one thing: they refuse where it is not for the actor. ``OWNER`` may read all of these, but what is
the coordinator's alone."""

LISTED = b"Name,Group,City\nOther Circle,Migrant association,Graz\n"
LEARNT = b"Skill,Offered or sought,Community,City\nBread,offered,Syrian,Graz\n"
PASTED = b"Date,City,Activity,Title\n2021-10-12,Graz,Info-session,Tea\n"

LISTS: dict[Callable[..., object], Attempt] = {
    answers.saved_answers: lambda w, actor: answers.saved_answers(w, actor),
    asked.asked_questions: lambda w, actor: asked.asked_questions(w, actor),
    waiting.waiting_sheets: lambda w, actor: [one for one in waiting.waiting_sheets(w, actor) if actor != OWNER],
    listing.all_events: lambda w, actor: listing.all_events(w, actor),
    packing.openable_uploads: lambda w, actor: packing.openable_uploads(w, [ACTIVE], actor),
    details.signed_rows: lambda w, actor: [*details.signed_rows(w, actor).items()],
    evidence.left_evidence: lambda w, actor: evidence.left_evidence(w, actor),
    evidence.missing_evidence: lambda w, actor: evidence.missing_evidence(w, actor, date(2022, 1, 1)),
    planned.planned: lambda w, actor: planned.planned(w, actor),
    describing.all_described: lambda w, actor: list(describing.all_described(w, actor)),
    planned.listed: lambda w, actor: planned.listed(w, actor),
    history.decided: lambda w, actor: [one for part in history.decided(w, actor) for one in part],
    checks.pairs: lambda w, actor: checks.pairs(w, actor),
    checks.groups: lambda w, actor: checks.groups(w, actor),
    checks.held_back: lambda w, actor: checks.held_back(w, actor),
    review.pairs: lambda w, actor: review.pairs(w, actor),
    deciding.decisions: lambda w, actor: deciding.decisions(w, actor),
    series.suggestions: lambda w, actor: series.suggestions(w, actor),
    uploads.latest: lambda w, actor: uploads.latest(w, actor=actor),
    uploads.history: lambda w, actor: uploads.history(w, 9, actor=actor).latest,
    uploads.uploaders: lambda w, actor: uploads.uploaders(w, actor),
    adding.read_lines: lambda w, actor: [
        one for one in adding.read_lines(w, "plan.csv", PASTED, Hints(), actor) if one.state is not LineState.WRONG
    ],
    members_importing.read_members: lambda w, actor: [
        one
        for one in members_importing.read_members(w, "list.csv", LISTED, "", actor)
        if one.state is not RowState.WRONG
    ],
    communities.read_communities: lambda w, actor: [
        one for one in communities.read_communities(w, "list.csv", LEARNT, "", actor) if one.state is not RowState.WRONG
    ],
    skills_importing.read_skill_rows: lambda w, actor: [
        one
        for one in skills_importing.read_skill_rows(w, "list.csv", LEARNT, "", actor)
        if one.state is not RowState.WRONG
    ],
    skills.workshops: lambda w, actor: skills.workshops(w, actor),
    stating.statements: lambda w, actor: [one for one in stating.statements(w, actor) if one.partner == "compass"],
    finding.owed: lambda w, actor: finding.owed(w, actor),
    data_quality: lambda w, actor: [*data_quality(w, actor, []).findings.items()],
    # Who sees partners sees itself among them.
    partners.partners: lambda w, actor: [one for one in partners.partners(w, actor) if one.partner == "compass"],
}
"""Services that list: they leave out what the actor may not see."""

OF_REPORTS: dict[Callable[..., object], Attempt] = {
    archive.all_reports: lambda w, actor: archive.all_reports(w, actor),
    archive.latest_published: lambda w, actor: archive.latest_published(w, actor),
    latest_tables: lambda w, actor: latest_tables(w, "IND1", actor),
}
"""Services that give everybody who is somebody the published reports."""


def _report(workspace: Workspace) -> archive.ReportToIssue:
    return archive.ReportToIssue(
        "x", replace(comparison.current_basis(workspace, None, actor=COORDINATOR), issued_at=datetime.now(UTC)), None
    )


def _event(workspace: Workspace, at: int = 0) -> int:
    return listing.all_events(workspace, actor=COORDINATOR)[at].number


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """A store in which everything belongs to ``OWNER``, for all tests, since what is refused changes nothing. It is on
    SQLite alone: what is refused does not depend on the database."""
    with _filled(tmp_path_factory.mktemp("filled")) as workspace:
        yield workspace


@contextmanager
def _filled(folder: Path) -> Iterator[Workspace]:
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
    corrections.correct(workspace, _event(workspace), OWNER, title="Bread")
    planned.plan(workspace, PLAN, 30, OWNER)
    deliverables.change_deliverables(workspace, [STUDY], COORDINATOR)
    versions.add_version(workspace, "D1", DRAFT, OWNER)
    versions.add_signatory(workspace, "D1", MAYOR, OWNER)
    keeping.add(workspace, _event(workspace), AGENDA, OWNER)
    days = [
        row("Eva Lang", date=f"2021-06-0{day}", title=title) for day, title in enumerate(("Dance", "Song", "Tea"), 1)
    ]
    waiting.keep(workspace, "next.csv", b"x", OF_OWNER, OWNER)
    asked.ask(workspace, SHAPE, "one.csv", [GHANA], OWNER)
    import_file(workspace, "three.csv", sheet(*days), actor=OWNER)
    corrections.merge(workspace, [_event(workspace, 3)], _event(workspace, 2), OWNER)
    checks.decide(workspace, [_event(workspace, 1), _event(workspace, 2)], EventAnswer.DIFFERENT, OWNER)
    deciding.decide(workspace, [PEOPLE], PersonDecisionKind.LATER, OWNER)
    notes.add_note(workspace, OWN_NOTE, "New staff", False, OWNER)
    stating.make_statement(workspace, "compass", SPRING, OWNER)


def test_every_declared_service_is_tried() -> None:
    declared = {function for _module, _name, function in services() if required_action(function)}
    assert declared == {*ATTEMPTS, *READERS, *LISTS, *OF_REPORTS}


def name_of(service: Callable[..., object]) -> str:
    return f"{service.__module__.split('.')[-1]}.{service.__name__}"


@pytest.mark.parametrize("service", ATTEMPTS, ids=name_of)
def test_another_partner_is_refused_and_nothing_changes(filled: Workspace, service: Callable[..., object]) -> None:
    revision = filled.revision()
    for actor in (OTHER, FUNDER, NOBODY):
        with pytest.raises(NotAllowed):
            ATTEMPTS[service](filled, actor)
    assert filled.revision() == revision
    assert uploads.fetches(filled, ACTIVE, COORDINATOR) == [] and archive.all_reports(filled, COORDINATOR) == []


@pytest.fixture(scope="module")
def to_read(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """A store to read, in which everything belongs to ``OWNER``, with an issued report."""
    files = lambda _number: {"x-indicators.csv": b"\xef\xbb\xbfindicator,breakdown,code,reached,mark\r\n"}  # noqa: E731
    with _filled(tmp_path_factory.mktemp("to_read")) as workspace:
        archive.add(workspace, replace(_report(workspace), threshold=5), files, COORDINATOR)
        archive.add(workspace, _report(workspace), files, COORDINATOR)
        yield workspace


@pytest.mark.parametrize("service", READERS, ids=name_of)
def test_a_service_that_reads_refuses_by_its_rule(to_read: Workspace, service: Callable[..., object]) -> None:
    granted = RULES[required_action(service)].granted  # type: ignore[index]
    may = {
        Granted.EVERYBODY: (COORDINATOR, OWNER, OTHER, FUNDER),
        Granted.PARTNERS: (COORDINATOR, OWNER, OTHER),
        Granted.OWNERS: (COORDINATOR, OWNER),
        Granted.COORDINATOR: (COORDINATOR,),
    }[granted]
    for actor in (COORDINATOR, OWNER, OTHER, FUNDER, NOBODY):
        if actor in may:
            READERS[service](to_read, actor)
        else:
            with pytest.raises(NotAllowed):
                READERS[service](to_read, actor)


@pytest.mark.parametrize("service", LISTS, ids=name_of)
def test_a_service_that_lists_leaves_out_what_others_have(to_read: Workspace, service: Callable[..., object]) -> None:
    assert LISTS[service](to_read, OWNER) == LISTS[service](to_read, COORDINATOR)
    for actor in (OTHER, FUNDER, NOBODY):
        assert LISTS[service](to_read, actor) == []


def test_exact_reports_are_the_coordinator_s(to_read: Workspace) -> None:
    assert [one.number for one in archive.all_reports(to_read, COORDINATOR)] == [2, 1]
    for actor in (OWNER, OTHER, FUNDER):
        assert [one.number for one in archive.all_reports(to_read, actor)] == [1]
        assert latest_tables(to_read, "IND1", actor).number == 1  # type: ignore[union-attr]
        with pytest.raises(NotAllowed):
            archive.files_of(to_read, 2, actor)
        with pytest.raises(NotAllowed):
            making.make(to_read, GRAZ, actor=actor)
        with pytest.raises(NotAllowed):
            making.make(to_read, None, 5, actor=actor)
    assert archive.all_reports(to_read, NOBODY) == [] and latest_tables(to_read, "IND1", NOBODY) is None


def test_rows_of_another_city_are_refused_and_left_out(to_read: Workspace) -> None:
    number = _event(to_read)
    for query in ({"scope": GRAZ}, {"event": number}):
        with pytest.raises(NotAllowed):
            figures.attendances(to_read, actor=OTHER, **query)  # type: ignore[arg-type]
    assert figures.attendances(to_read, actor=OTHER) == []
    assert figures.attendances(to_read, actor=OWNER) == figures.attendances(to_read, actor=COORDINATOR) != []
