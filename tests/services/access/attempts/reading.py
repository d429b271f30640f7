"""Services that read: one thing, a list, or the published reports."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from liaison_metrics.domain.index import IndexChange
from liaison_metrics.exports import frames
from liaison_metrics.exports.indicators_json import indicators_as_json
from liaison_metrics.reports import making
from liaison_metrics.reports.published_tables import latest_tables
from liaison_metrics.reports.words.narrative import with_narrative
from liaison_metrics.reports.work_plan import with_work_plan
from liaison_metrics.services import figures, uploads
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.answers import asked
from liaison_metrics.services.answers import saved as answers
from liaison_metrics.services.events import checks, describing, details, history, listing, planned, series
from liaison_metrics.services.events.checks import EventAnswer
from liaison_metrics.services.events.evidence import listing as evidence
from liaison_metrics.services.events.evidence import packing
from liaison_metrics.services.events.evidence.packing import Draw
from liaison_metrics.services.events.owed import digest as owed_digest
from liaison_metrics.services.events.owed import finding, partners, reminding
from liaison_metrics.services.events.planned import EventChoice
from liaison_metrics.services.events.plans import adding, feed
from liaison_metrics.services.events.plans.adding import LineState
from liaison_metrics.services.events.work_plan import activities, deliverables, importing, objectives, pieces
from liaison_metrics.services.events.work_plan.committees import committees, members
from liaison_metrics.services.events.work_plan.committees import importing as members_importing
from liaison_metrics.services.events.work_plan.lists.importing import RowState
from liaison_metrics.services.events.work_plan.skills import city_lists, communities, skills
from liaison_metrics.services.events.work_plan.skills import importing as skills_importing
from liaison_metrics.services.figures import forecasts
from liaison_metrics.services.figures.basis import basis
from liaison_metrics.services.figures.narrative import notes, report_texts
from liaison_metrics.services.figures.preview import preview
from liaison_metrics.services.installation.manifest import figures_of
from liaison_metrics.services.intake import manual_entry
from liaison_metrics.services.issued_reports import archive, comparison
from liaison_metrics.services.people import deciding, review
from liaison_metrics.services.people.quality.finding import data_quality
from liaison_metrics.services.uploads import together, waiting
from liaison_metrics.services.uploads.personal_data.receipts import receipts
from liaison_metrics.services.uploads.personal_data.retention import preview_purge, retention
from liaison_metrics.services.uploads.statements import stating
from liaison_metrics.sheets.model import Hints
from tests.services.access.attempts.filled_store import (
    ACTIVE,
    FAIR,
    GRAZ,
    LONG_AGO,
    OWNER,
    PEOPLE,
    SPRING,
    Attempt,
    event_of,
    report_of,
)

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
    comparison.explain_changes: lambda w, actor: comparison.explain_changes(w, *[report_of(w).basis] * 2, actor),
    archive.compare: lambda w, actor: archive.compare(w, 1, actor=actor),
    archive.files_of: lambda w, actor: archive.files_of(w, 1, actor),
    evidence.evidence_of_events: lambda w, actor: evidence.evidence_of_events(w, [event_of(w)], actor),
    packing.drawn_events: lambda w, actor: packing.drawn_events(w, Draw((event_of(w),)), actor, date(2022, 1, 1)),
    evidence.evidence_of_event: lambda w, actor: evidence.evidence_of_event(w, event_of(w), actor),
    evidence.evidence_kinds: lambda w, actor: evidence.evidence_kinds(w, actor),
    listing.find_event: lambda w, actor: listing.find_event(w, event_of(w), actor),
    details.find: lambda w, actor: details.find(w, event_of(w), actor),
    checks.preview_answer: lambda w, actor: checks.preview_answer(
        w, [[event_of(w), event_of(w, 1)]], EventAnswer.DIFFERENT, actor
    ),
    review.seen: lambda w, actor: review.seen(w, PEOPLE, actor),
    series.preview_series: lambda w, actor: series.preview_series(w, [event_of(w)], actor),
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
