"""The content of Work plan: what the address asks for, the parts of the page, and its tables as CSV."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

import streamlit as st
from markupsafe import Markup

from liaison_metrics import format as fmt
from liaison_metrics.domain.project import Project
from liaison_metrics.exports import files
from liaison_metrics.exports.frames.work_plan import deliverable_table, work_plan_table
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import allows_somewhere
from liaison_metrics.services.events.work_plan.deliverables import DeliverableRecord
from liaison_metrics.services.events.work_plan.pieces import Place
from liaison_metrics.services.workspace.audit.recording import AuditAction, AuditEntry, AuditKind, record_alone
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.texts import _
from liaison_metrics.ui.frame.head import page_head
from liaison_metrics.ui.frame.language import later
from liaison_metrics.ui.frame.parts import stacked
from liaison_metrics.ui.work_plan import deliverables
from liaison_metrics.ui.work_plan.overview import PlanContent, activities_card, missing_card
from liaison_metrics.ui.work_plan.timeline import Timeline, timeline, timeline_picture, timeline_table


@dataclass(frozen=True, slots=True)
class PlanParts:
    """The parts of the page: before the timeline, the timeline, and after it."""

    before: Markup
    picture: Markup
    after: Markup
    timeline: Timeline


def chosen(content: PlanContent, address: Mapping[str, str]) -> tuple[DeliverableRecord | None, Place | None]:
    """Returns the deliverable, and the piece of work with its city, that an address asks for; None for none."""
    asked = address.get("deliverable", "")
    one = next((one for one in content.deliverables if one.entry.code == asked), None)
    place = address.get("piece", ""), address.get("place", "")
    return one, place if place in content.states else None


def head(project: Project, one: DeliverableRecord | None) -> Markup:
    """Returns the head of the page, or of the page of a deliverable."""
    if one:
        return page_head(_("Deliverable {code}").format(code=one.entry.code), _("Work plan"))
    period = _("{start} to {end}").format(start=fmt.day(project.start), end=fmt.day(project.end))
    return page_head(
        _("Work plan"), _("All that the project promised beside its targets · {period}").format(period=period)
    )


def detail_card(project: Project, one: DeliverableRecord, day: date) -> Markup:
    """Returns a deliverable with its facts, versions and signatories."""
    return deliverables.detail_card(project, one, day)


def parts(project: Project, content: PlanContent) -> PlanParts:
    """Returns the parts of the page."""
    shown = timeline(project, content.plan, content.deliverables)
    before = stacked(missing_card(project, content), activities_card(project, content))
    may_import = allows_somewhere(content.reader, Action.DELIVERABLE_CHANGE)
    listed = deliverables.deliverables_card(
        project, content.deliverables, content.plan.day, may_import=may_import
    )  # fmt: skip
    return PlanParts(before, timeline_picture(shown), stacked(timeline_table(shown), listed), shown)


def offer_files(workspace: Workspace, reader: Actor, content: PlanContent) -> None:
    """Shows the buttons that download the tables as CSV, which is recorded."""
    project = workspace.project
    tables = {
        "work_plan": (_("Activities as CSV"), lambda: work_plan_table(project, content.plan)),
        "deliverables": (_("Deliverables as CSV"), lambda: deliverable_table(content.deliverables)),
    }

    def make(name: str) -> bytes:
        entry = AuditEntry(AuditAction.TABLE_EXPORT, AuditKind.TABLE, f"{name}.csv")
        record_alone(workspace, reader, entry)
        return files.write(name, tables[name][1](), "csv")

    with st.container(horizontal=True):
        for name, (words, _table) in tables.items():
            st.download_button(
                words, later(partial(make, name)), f"{project.acronym}-{name}.csv", "text/csv", key=f"{name}-csv",
                on_click="ignore",
            )  # fmt: skip
