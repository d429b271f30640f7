"""The sheets of a report's workbook about what was promised beside figures: work plan, committees, objectives,
communities and skills."""

from __future__ import annotations

from liaison_metrics.reports.forms.workbook import Cell, ReportWorkbook
from liaison_metrics.reports.model import Gap, Report
from liaison_metrics.reports.pages.promised import community_size, group_words, served_by
from liaison_metrics.services.events.work_plan.skills.city_lists import (
    holder_words,
    offering_words,
    side_words,
    where_words,
)
from liaison_metrics.services.labels import label
from liaison_metrics.texts import _


def promised_sheets(book: ReportWorkbook, report: Report) -> None:
    """Adds the sheets to the workbook. One without rows has its heads alone."""
    _work_plan(book, report)
    _committees(book, report)
    _objectives(book, report)
    _communities(book, report)
    _skills(book, report)


def _work_plan(book: ReportWorkbook, report: Report) -> None:
    heads = (
        _("Activity"), _("City"), _("Planned"), _("Held"), _("Without a sheet"), _("To come"), _("Without a date"),
        _("People"),
    )  # fmt: skip
    rows: list[list[Cell]] = [
        [
            one.activity.label, one.city.label, one.count.planned, one.count.held, one.count.no_sheet,
            one.count.to_come, one.count.not_planned, one.people,
        ]
        for one in report.activities
    ]  # fmt: skip
    book.table(_("Work plan"), heads, rows)
    rows = [[one.code, one.title, one.owner, one.due, one.state.label] for one in report.deliverables]
    book.table(_("Deliverables"), (_("Code"), _("Deliverable"), _("Owner"), _("Due"), _("State")), rows)


def _committees(book: ReportWorkbook, report: Report) -> None:
    heads = (_("City"), _("Set up on"), _("Groups with a member"), _("Groups still missing"), _("Meetings held"))
    rows: list[list[Cell]] = [
        [
            label(report.project, "city", one.city), one.set_up or Gap.NOT_STATED, group_words(report, one.present),
            group_words(report, one.missing), one.meetings,
        ]
        for one in report.committees
    ]  # fmt: skip
    book.table(_("Committees"), heads, rows)


def _objectives(book: ReportWorkbook, report: Report) -> None:
    heads = (_("Objective"), _("Text"), _("Served by"), _("How far"))
    rows: list[list[Cell]] = [
        [one.code, one.text, kind, str(words)]
        for one in report.objectives
        for kind, found in served_by(report, one)
        for words in found
    ]
    book.table(_("Objectives"), heads, rows)


def _communities(book: ReportWorkbook, report: Report) -> None:
    exact = report.threshold is None
    heads = (_("City"), _("Community"), _("People"), _("Year"), _("Source"), _("Associations"))
    rows: list[list[Cell]] = [
        [
            label(report.project, "city", one.city), label(report.project, "community", one.community),
            community_size(one), one.year or Gap.NOT_STATED,
            *((one.source or Gap.NOT_STATED, one.associations or Gap.NOT_STATED) if exact else [Gap.NOT_PUBLISHED] * 2),
        ]
        for one in report.lists.communities
    ]  # fmt: skip
    book.table(_("Communities"), heads, rows)


def _skills(book: ReportWorkbook, report: Report) -> None:
    lists, project = report.lists, report.project
    rows: list[list[Cell]] = [
        [label(project, "city", one.city), one.offered, one.sought, one.matched] for one in lists.counts
    ]
    book.table(_("Skills in each city"), (_("City"), _("Offered"), _("Sought"), _("Sought and found")), rows)
    if lists.skills is not None and lists.teachers is not None:
        rows = [[one.skill, holder_words(project, one), side_words(one.side)] for one in lists.skills]
        heads = (_("Skill"), _("By whom"), _("Offered or sought"))
        book.table(_("Skills offered and sought"), heads, rows)
        rows = [
            [one.sought.skill, holder_words(project, one.sought), offering_words(project, one), where_words(one)]
            for one in lists.teachers
        ]
        book.table(_("Who could teach whom"), (_("Skill"), _("Sought by"), _("Offered by"), _("Where")), rows)
