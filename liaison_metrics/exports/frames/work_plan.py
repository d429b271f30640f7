"""The work plan as tables: activities by city, and deliverables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from liaison_metrics.domain.project import Project
from liaison_metrics.exports.frames.rows import frame_of
from liaison_metrics.services.events.work_plan.activities import ActivityPlan
from liaison_metrics.services.events.work_plan.deliverables import DeliverableRecord
from liaison_metrics.services.labels import label


@dataclass(frozen=True, slots=True)
class WorkPlanRow:
    """An activity in a city: events planned, held, without a sheet, to come and without a date, and the people who
    came (empty where they are not to be seen)."""

    activity: str
    label: str
    city: str
    planned: int
    held: int
    without_sheet: int
    to_come: int
    without_date: int
    people: int | None


@dataclass(frozen=True, slots=True)
class DeliverableRow:
    """A deliverable. ``due`` is an ISO date; it and the others are empty where they are not known."""

    code: str
    title: str
    owner: str
    due: str
    state: str
    version: str
    link: str


@dataclass(frozen=True, slots=True)
class ReportDeliverableRow:
    """A deliverable in a report, with the name of its owner. ``due`` is an ISO date, "" for none."""

    code: str
    title: str
    owner: str
    due: str
    state: str


def work_plan_table(project: Project, plan: ActivityPlan) -> pd.DataFrame:
    """Returns the activities in each city."""
    rows = (
        WorkPlanRow(
            one.activity, label(project, "activity", one.activity), one.city, one.planned, one.held, one.no_sheet,
            one.to_come, one.not_planned, plan.reached(one.activity, one.city),
        )
        for one in plan.counts.values()
    )  # fmt: skip
    return frame_of(WorkPlanRow, rows)


def deliverable_table(deliverables: Sequence[DeliverableRecord]) -> pd.DataFrame:
    """Returns the deliverables with the number of the latest version."""
    rows = (
        DeliverableRow(
            one.entry.code, one.title, one.entry.owner, one.entry.due.isoformat() if one.entry.due else "",
            one.entry.state.value, one.versions[-1].version if one.versions else "", one.entry.link,
        )
        for one in deliverables
    )  # fmt: skip
    return frame_of(DeliverableRow, rows)
