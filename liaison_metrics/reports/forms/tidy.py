"""A report as tidy tables, one row for each figure, and as CSV."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from liaison_metrics.domain.reach import EVENT_DIMENSIONS
from liaison_metrics.exports import files
from liaison_metrics.exports.frames.report import (
    CommitteeRow,
    CommunityRow,
    NarrativeRow,
    ObjectiveRow,
    ReportEventRow,
    ReportIndicatorRow,
    SkillCountRow,
    SkillMatchRow,
    SkillRow,
    StrandRow,
    report_committees,
    report_communities,
    report_events,
    report_indicators,
    report_narrative,
    report_objectives,
    report_skill_counts,
    report_skill_matches,
    report_skills,
    report_strands,
)
from liaison_metrics.exports.frames.rows import frame_of
from liaison_metrics.exports.frames.work_plan import ReportDeliverableRow, WorkPlanRow
from liaison_metrics.exports.made_up import marked
from liaison_metrics.reports.model import (
    Count,
    Event,
    Figures,
    Gap,
    Report,
    ReportBreakdown,
    ReportIndicator,
    StrandPart,
    Text,
)
from liaison_metrics.reports.pages.promised import community_size
from liaison_metrics.reports.words import mark
from liaison_metrics.reports.words.narrative import narrative_lines
from liaison_metrics.services.events.work_plan.objectives import ObjectiveProgress
from liaison_metrics.texts import _


def indicators(report: Report) -> pd.DataFrame:
    """Returns the indicators and their breakdowns; a column says why a number is missing."""
    return report_indicators(row for one in report.indicators for row in _indicator_rows(report, one))


def events(report: Report) -> pd.DataFrame:
    """Returns the events, the earliest first, each with its number in the report."""
    return report_events(map(_event_row, report.events))


def strands(report: Report) -> pd.DataFrame:
    """Returns the people by strand, country and gender; "total" stands for all strands and for all countries."""
    return report_strands(row for one in report.strands for row in _strand_rows(report, one))


def work_plan(report: Report) -> pd.DataFrame:
    """Returns the activities in each city: events planned and held, and people where the report shows them."""
    rows = (
        WorkPlanRow(
            one.activity.code, one.activity.label, one.city.code, one.count.planned, one.count.held, one.count.no_sheet,
            one.count.to_come, one.count.not_planned, _number(one.people),
        )
        for one in report.activities
    )  # fmt: skip
    return frame_of(WorkPlanRow, rows)


def deliverables(report: Report) -> pd.DataFrame:
    """Returns the deliverables: owner, due date and state."""
    rows = (
        ReportDeliverableRow(
            one.code, one.title, _words(one.owner) or "", "" if isinstance(one.due, Gap) else one.due.isoformat(),
            one.state.code,
        )
        for one in report.deliverables
    )  # fmt: skip
    return frame_of(ReportDeliverableRow, rows)


def committees(report: Report) -> pd.DataFrame:
    """Returns the committees of the report's cities."""
    return report_committees(
        CommitteeRow(
            city=one.city,
            set_up=one.set_up.isoformat() if one.set_up else "",
            present=" ".join(one.present),
            missing=" ".join(one.missing),
            meetings=one.meetings,
        )
        for one in report.committees
    )


def objectives(report: Report) -> pd.DataFrame:
    """Returns what serves each objective, and how far it is."""
    return report_objectives(row for one in report.objectives for row in _objective_rows(one))


def narrative(report: Report) -> pd.DataFrame:
    """Returns the texts of a report on its indicators, and the notes that are marked for it."""
    return report_narrative(
        NarrativeRow(
            kind="note" if one.is_note else "text", about=one.about, code=one.code, label=one.label,
            date=one.date.isoformat() if one.date else "", city=one.city, text=one.text,
        )
        for one in narrative_lines(report)
    )  # fmt: skip


def _objective_rows(one: ObjectiveProgress) -> Iterator[ObjectiveRow]:
    found = (
        *(("activity", by.code, "", by.held, by.planned) for by in one.activities),
        *(("deliverable", by.code, by.state.value, None, None) for by in one.deliverables),
        *(("indicator", by.code, "", by.reached, by.target) for by in one.indicators),
    )
    for kind, code, state, reached, planned in found:
        yield ObjectiveRow(
            objective=one.code, text=one.text, kind=kind, code=code, state=state, reached=reached, planned=planned
        )


def communities(report: Report) -> pd.DataFrame:
    """Returns the communities of the report's cities; a column says why a size is missing."""
    return report_communities(
        CommunityRow(
            city=one.city, community=one.community, people=_number(community_size(one)), year=one.year,
            source=one.source, associations=one.associations,
            mark="hidden" if one.size_hidden else mark(community_size(one)),
        )
        for one in report.lists.communities
    )  # fmt: skip


def skill_counts(report: Report) -> pd.DataFrame:
    """Returns the numbers of skills in the report's cities."""
    return report_skill_counts(
        SkillCountRow(city=one.city, offered=one.offered, sought=one.sought, found=one.matched)
        for one in report.lists.counts
    )


def skills(report: Report) -> pd.DataFrame:
    """Returns the skills and whose they are: none in a report for publication."""
    return report_skills(
        SkillRow(city=one.city, skill=one.skill, side=one.side, community=one.community, organisation=one.organisation)
        for one in report.lists.skills or ()
    )


def skill_matches(report: Report) -> pd.DataFrame:
    """Returns who could teach whom: nobody in a report for publication."""
    return report_skill_matches(
        SkillMatchRow(
            skill=one.sought.skill, city=one.sought.city, community=one.sought.community,
            organisation=one.sought.organisation, teacher_city=one.offered.city,
            teacher_community=one.offered.community, teacher_organisation=one.offered.organisation,
        )
        for one in report.lists.teachers or ()
    )  # fmt: skip


def csv_files(report: Report) -> dict[str, bytes]:
    """Returns all tidy tables as CSV, by their names. A report for publication has none of single skills."""
    tables = {
        "indicators": indicators, "events": events, "strands": strands, "work_plan": work_plan,
        "deliverables": deliverables, "committees": committees, "objectives": objectives, "communities": communities,
        "skill_counts": skill_counts, "narrative": narrative,
    }  # fmt: skip
    if report.lists.skills is not None:
        tables |= {"skills": skills, "skill_matches": skill_matches}
    return {name: files.write(name, marked(table(report), report.made_up), "csv") for name, table in tables.items()}


@dataclass(frozen=True, slots=True)
class _Figure:
    """One figure of a breakdown."""

    breakdown: str
    code: str
    label: str
    people: Figures
    folded: tuple[str, ...] = ()


def _indicator_rows(report: Report, indicator: ReportIndicator) -> Iterator[ReportIndicatorRow]:
    for figure in _indicator_figures(indicator):
        yield ReportIndicatorRow(
            indicator=indicator.code,
            breakdown=figure.breakdown,
            code=figure.code,
            label=figure.label,
            reached=_number(figure.people.reached),
            identified=_number(figure.people.identified),
            unidentified=_number(figure.people.unidentified),
            target=indicator.target,
            as_of=report.as_of,
            mark=mark(figure.people.reached, figure.folded),
        )


def _indicator_figures(indicator: ReportIndicator) -> Iterator[_Figure]:
    yield _Figure("total", "", indicator.title, indicator.people)
    for breakdown in indicator.breakdowns:
        yield from _breakdown_figures(breakdown)
        if breakdown.dimension in EVENT_DIMENSIONS:
            overlap = Figures(breakdown.overlap, breakdown.overlap, 0)
            yield _Figure("overlap", breakdown.dimension, _("in more than one"), overlap)


def _breakdown_figures(breakdown: ReportBreakdown) -> Iterator[_Figure]:
    for line in breakdown.lines:
        yield _Figure(breakdown.dimension, line.code, line.label, line.people, line.folded)
    if not breakdown.shown:
        nothing = Figures(Gap.NOT_PUBLISHED, Gap.NOT_PUBLISHED, Gap.NOT_PUBLISHED)
        yield _Figure(breakdown.dimension, "", breakdown.name, nothing)


def _event_row(event: Event) -> ReportEventRow:
    return ReportEventRow(
        number=event.number,
        activity=event.activity.code,
        city=event.city.code,
        date=event.date,
        title=_words(event.title),
        partner=_words(event.partner),
        attendances=_number(event.people.reached),
        identified=_number(event.people.identified),
        unidentified=_number(event.people.unidentified),
    )


def _strand_rows(report: Report, one: StrandPart) -> Iterator[StrandRow]:
    figures = [_Figure("total", "", _("Total"), one.part.people)]
    for breakdown in one.part.breakdowns:
        figures += _breakdown_figures(breakdown)
    for figure in figures:
        yield StrandRow(
            strand=one.strand.code if one.strand else "total",
            country="total" if one.country is None else _words(one.country),
            breakdown=figure.breakdown,
            code=figure.code,
            label=figure.label,
            reached=_number(figure.people.reached),
            identified=_number(figure.people.identified),
            unidentified=_number(figure.people.unidentified),
            as_of=report.as_of,
            mark=mark(figure.people.reached, figure.folded),
        )


def _number(count: Count) -> int | None:
    return count if isinstance(count, int) else None


def _words(text: Text) -> str | None:
    return text if isinstance(text, str) else None
