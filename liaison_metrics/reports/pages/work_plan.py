"""The work plan on the pages of a report."""

from __future__ import annotations

from liaison_metrics import format as fmt
from liaison_metrics.reports.model import Gap, Report, ReportDeliverable
from liaison_metrics.reports.pages.document import DocumentColumn, DocumentTable, Row, Section
from liaison_metrics.reports.pages.tables import cell
from liaison_metrics.texts import _


def work_plan(report: Report) -> Section:
    """Returns the section with activities by city, and deliverables."""
    return Section("work-plan", _("Work plan"), (_activities(report), _deliverables(report)), own_page=True)


def _activities(report: Report) -> DocumentTable:
    with_people = any(one.people is not Gap.NOT_PUBLISHED for one in report.activities)
    heads = (_("planned"), _("held"), _("without a sheet"), *((_("people"),) if with_people else ()))
    columns = (
        DocumentColumn(_("Activity"), "words"), DocumentColumn(_("City"), "words"), *map(DocumentColumn, heads),
    )  # fmt: skip
    rows = tuple(
        Row(
            (
                one.activity.label, one.city.label,
                *(fmt.number(n) for n in (one.count.planned, one.count.held, one.count.no_sheet)),
                *((cell(one.people),) if with_people else ()),
            )
        )
        for one in report.activities
    )  # fmt: skip
    note = _("Planned: promised by the project, in the plan or held. Held: a sheet tells of it.")
    return DocumentTable(_("Activities by city"), columns, rows, note if rows else _("Not part of this report."))


def _deliverables(report: Report) -> DocumentTable:
    columns = tuple(
        DocumentColumn(head, "words") for head in (_("Code"), _("Deliverable"), _("Owner"), _("Due"), _("State"))
    )  # fmt: skip
    rows = tuple(
        Row((one.code, one.title, cell(one.owner), _due(one), one.state.label)) for one in report.deliverables
    )  # fmt: skip
    return DocumentTable(_("Deliverables"), columns, rows, "" if rows else _("Not part of this report."))


def _due(one: ReportDeliverable) -> str:
    return fmt.day(one.due) if not isinstance(one.due, Gap) else _("no due date")
