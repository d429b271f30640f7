"""The work plan of a report: activities by city, deliverables, committees, objectives, communities and skills."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from liaison_metrics.reports.model import Gap, Labelled, Report, ReportActivity, ReportDeliverable
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import requires
from liaison_metrics.services.events.work_plan.activities import activity_plan
from liaison_metrics.services.events.work_plan.committees.committees import committee_summaries
from liaison_metrics.services.events.work_plan.deliverables import DeliverableRecord, deliverables
from liaison_metrics.services.events.work_plan.objectives import objectives
from liaison_metrics.services.events.work_plan.skills.city_lists import city_lists, for_everybody
from liaison_metrics.services.events.work_plan.words import state_words
from liaison_metrics.services.labels import label
from liaison_metrics.services.workspace.workspace import Workspace


@requires(Action.WORK_PLAN_READ)
def with_work_plan(workspace: Workspace, report: Report, actor: Actor) -> Report:
    """Returns the report with the work plan and the committees by its day, communities and skills: of the project or of
    a city. A report on any other part has none. Objectives are those of the whole project alone. Raises NotAllowed."""
    if set(report.scope.chosen) - {"city"}:
        return report
    known = committee_summaries(workspace, actor, report.as_of)
    plan, project = activity_plan(workspace, actor, report.as_of), report.project
    return replace(
        report,
        activities=tuple(
            ReportActivity(
                Labelled(one.activity, label(project, "activity", one.activity)),
                Labelled(one.city, label(project, "city", one.city)),
                one,
                people if (people := plan.reached(one.activity, one.city)) is not None else Gap.NOT_PUBLISHED,
            )
            for one in plan.counts.values()
            if report.scope.city in (None, one.city) and (one.planned or one.expected)
        ),
        deliverables=tuple(_deliverable(report, one) for one in deliverables(workspace, actor)),
        committees=tuple(one for one in known if report.scope.city in (None, one.city)),
        objectives=tuple(() if report.scope.chosen else objectives(workspace, actor, report.as_of)),
        lists=city_lists(workspace, actor, report.scope.city),
    )


def published_work_plan(report: Report, threshold: int) -> Report:
    """Returns the report with its work plan for publication: numbers of events alone, since people stand in the tables
    whose small numbers are hidden; communities and skills without what can name people and without small sizes."""
    activities = tuple(replace(one, people=Gap.NOT_PUBLISHED) for one in report.activities)
    return replace(report, activities=activities, lists=for_everybody(report.lists, threshold))


def _deliverable(report: Report, one: DeliverableRecord) -> ReportDeliverable:
    partners = {partner.code: partner.name for partner in report.project.partners}
    due: date | Gap = one.entry.due or Gap.NOT_STATED
    state = Labelled(one.entry.state.value, state_words(one.entry.state))
    return ReportDeliverable(one.entry.code, one.title, partners.get(one.entry.owner) or Gap.NOT_STATED, due, state)
