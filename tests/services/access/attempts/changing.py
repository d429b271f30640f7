"""Services that change something or give out what only its owner may have."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from liaison_metrics.domain.events.data import EventData
from liaison_metrics.domain.people.decisions import PersonDecisionKind
from liaison_metrics.domain.work_plan import WorkState
from liaison_metrics.reports import issued
from liaison_metrics.reports.audit_pack.making import make_audit_pack
from liaison_metrics.reports.making import make
from liaison_metrics.services import uploads
from liaison_metrics.services.access.actors import COORDINATOR, Role
from liaison_metrics.services.accounts import managing, sessions
from liaison_metrics.services.accounts.factors import authenticator, passkeys
from liaison_metrics.services.accounts.factors.passkeys import PasskeyAnswer
from liaison_metrics.services.accounts.managing import AccountEntry
from liaison_metrics.services.accounts.own import access_tokens, signing_out, visits
from liaison_metrics.services.accounts.own import language as own_language
from liaison_metrics.services.accounts.own import password as own_password
from liaison_metrics.services.answers import asked
from liaison_metrics.services.answers import saved as answers
from liaison_metrics.services.events import checks, corrections, describing, planned, series
from liaison_metrics.services.events.checks import EventAnswer
from liaison_metrics.services.events.evidence import keeping, packing
from liaison_metrics.services.events.evidence.packing import Draw, PackedFiles
from liaison_metrics.services.events.owed import digest as owed_digest
from liaison_metrics.services.events.owed import reminding
from liaison_metrics.services.events.owed.reminding import Delivery
from liaison_metrics.services.events.plans import adding
from liaison_metrics.services.events.plans.adding import LineState, PlanLine
from liaison_metrics.services.events.plans.sign_in.sheet import sign_in_sheet
from liaison_metrics.services.events.work_plan import deliverables, pieces, versions
from liaison_metrics.services.events.work_plan.committees import importing as members_importing
from liaison_metrics.services.events.work_plan.committees import members
from liaison_metrics.services.events.work_plan.lists.changes import ListChanges
from liaison_metrics.services.events.work_plan.lists.importing import ReadRow, RowState
from liaison_metrics.services.events.work_plan.skills import communities, skills
from liaison_metrics.services.events.work_plan.skills import importing as skills_importing
from liaison_metrics.services.figures.narrative import notes, report_texts
from liaison_metrics.services.installation import demo, demo_work_plan, rotating
from liaison_metrics.services.installation.making import make_backup
from liaison_metrics.services.installation.restoring import restore_backup
from liaison_metrics.services.intake import UploadedFile, import_file, preview_import, run_import
from liaison_metrics.services.intake.importing import prepare_import
from liaison_metrics.services.intake.manual_entry import import_entry
from liaison_metrics.services.issued_reports import archive, share_links
from liaison_metrics.services.people import deciding, readable, renewing
from liaison_metrics.services.uploads import together, waiting
from liaison_metrics.services.uploads.personal_data.disclosing import disclose
from liaison_metrics.services.uploads.personal_data.forgetting import forget
from liaison_metrics.services.uploads.personal_data.planning import plan_forgetting
from liaison_metrics.services.uploads.personal_data.retention import purge
from liaison_metrics.services.uploads.statements import stating
from liaison_metrics.services.workspace.audit import reading as audit
from tests.services.access.attempts.filled_store import (
    ACTIVE,
    AGENDA,
    ANA,
    CONFIRMED,
    DRAFT,
    FAIR,
    GHANA,
    LINK,
    MAPPED,
    MAYOR,
    MEMBER,
    OF_OWNER,
    OWN_NOTE,
    PEOPLE,
    PLAN,
    SESSION,
    SHAPE,
    SITE,
    SKILL,
    SPRING,
    STUDY,
    TO_IMPORT,
    TOKEN,
    UNDONE,
    Attempt,
    event_of,
    report_of,
)

ATTEMPTS: dict[Callable[..., object], Attempt] = {
    import_file: lambda w, actor: import_file(w, "x.csv", b"x", OF_OWNER, actor=actor),
    preview_import: lambda w, actor: preview_import(w, "x.csv", b"x", OF_OWNER, actor=actor),
    run_import: lambda w, actor: run_import(w, UploadedFile("x.csv", b"x"), OF_OWNER, actor=actor),
    import_entry: lambda w, actor: import_entry(w, FAIR, actor, replaces=ACTIVE),
    prepare_import: lambda w, actor: prepare_import(w, UploadedFile("x.csv", b"x"), OF_OWNER, actor=actor),
    together.preview_together: lambda w, actor: together.preview_together(w, [TO_IMPORT], actor),
    uploads.undo: lambda w, actor: uploads.undo(w, ACTIVE, actor),
    uploads.redo: lambda w, actor: uploads.redo(w, UNDONE, actor),
    keeping.add: lambda w, actor: keeping.add(w, event_of(w), AGENDA, actor),
    keeping.open_evidence: lambda w, actor: keeping.open_evidence(w, 1, actor),
    keeping.remove: lambda w, actor: keeping.remove(w, 1, actor),
    make_audit_pack: lambda w, actor: make_audit_pack(w, Draw((event_of(w),)), actor),
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
    corrections.correct: lambda w, actor: corrections.correct(w, event_of(w), actor, title="Other"),
    corrections.merge: lambda w, actor: corrections.merge(w, [event_of(w)], event_of(w, 1), actor),
    checks.decide: lambda w, actor: checks.decide(w, [event_of(w), event_of(w, 1)], EventAnswer.DIFFERENT, actor),
    checks.decide_several: lambda w, actor: checks.decide_several(
        w, [[event_of(w), event_of(w, 1)]], EventAnswer.DIFFERENT, actor
    ),
    checks.separate: lambda w, actor: checks.separate(w, event_of(w, 2), actor),
    checks.separate_events: lambda w, actor: checks.separate_events(w, (event_of(w), event_of(w, 1)), actor),
    checks.undo: lambda w, actor: checks.undo(w, 1, actor),
    series.make_series: lambda w, actor: series.make_series(w, [event_of(w), event_of(w, 1)], actor),
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
    describing.described: lambda w, actor: describing.described(w, event_of(w), actor),
    sign_in_sheet: lambda w, actor: sign_in_sheet(w, 1, "", actor),
    describing.describe: lambda w, actor: describing.describe(w, event_of(w), EventData(venue="Hall"), actor),
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
    archive.add: lambda w, actor: archive.add(w, report_of(w), lambda number: {"x": b"x"}, actor),
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
