"""The list of events and the attendances of one as tables to take away, whatever indicator they count for."""

from __future__ import annotations

from liaison_metrics.domain.reach.scope import Scope
from liaison_metrics.exports.files import as_csv
from liaison_metrics.exports.frames import lines, write
from liaison_metrics.services.events.planned import listed
from liaison_metrics.services.workspace.workspace import Workspace

COLUMNS = (
    "state", "activity", "city", "date", "title", "partner", "attendances", "identified", "unidentified", "expected",
)  # fmt: skip


def event_list_csv(workspace: Workspace, city: str = "", activity: str = "") -> bytes:
    """Returns the events that took place or are planned, of a city and an activity where they are given, as CSV.

    ``state`` is held, corrected (held, and files state something else) or planned.
    """
    partners = {one.code: one.partner for one in workspace.project.cities}
    return as_csv(
        COLUMNS,
        [
            {
                "state": "corrected" if "corrected" in one.states else one.states[0],
                "activity": one.fact.activity,
                "city": one.fact.city,
                "date": one.fact.date.isoformat(),
                "title": one.fact.title,
                "partner": partners.get(one.fact.city, ""),
                "attendances": one.people,
                "identified": one.event.identified if one.event else 0,
                "unidentified": one.event.unidentified if one.event else 0,
                "expected": one.expected,
            }
            for one in listed(workspace)
            if city in ("", one.fact.city) and activity in ("", one.fact.activity)
        ],
    )


def event_attendances_csv(workspace: Workspace, event: int) -> bytes:
    """Returns all attendances of an event, each with the file's row that states it, as CSV."""
    scope = Scope(until=workspace.project.end)
    return write("attendances", lines(workspace, "attendances", scope=scope, event=event), "csv")
