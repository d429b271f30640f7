"""The calendar (ICS) of planned events, to which calendar programs subscribe."""

from __future__ import annotations

from datetime import timedelta

from icalendar import Calendar, Event

from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import Resource, check, requires
from liaison_metrics.services.events.listing import readable_cities
from liaison_metrics.services.events.planned import PlannedEvent, planned
from liaison_metrics.services.labels import event_name, label
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.texts import _, ngettext

REFRESH = timedelta(hours=12)
"""How often a calendar program should look for changes."""


@requires(Action.EVENT_READ)
def feed(workspace: Workspace, actor: Actor, city: str | None = None) -> bytes:
    """Returns the planned events of a city (None: of all cities that the actor may see) as a calendar. Raises
    NotAllowed where the actor may see none of them, KeyError for an unknown city."""
    project = workspace.project
    cities = readable_cities(project, actor) if city is None else frozenset({city})
    for code in [city or project.cities[0].code] if city or not cities else []:
        check(actor, Action.EVENT_READ, Resource.event(project, code))
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", f"-//{project.acronym}//liaison-metrics//EN")
    calendar.add("method", "PUBLISH")
    calendar.add("name", _("{project}: planned events").format(project=project.acronym))
    calendar.add("x-wr-calname", _("{project}: planned events").format(project=project.acronym))
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    for plan in planned(workspace, actor):
        if plan.city in cities:
            calendar.add_component(_entry(workspace, plan))
    return bytes(calendar.to_ical())


def _entry(workspace: Workspace, plan: PlannedEvent) -> Event:
    project, entry = workspace.project, Event()
    activity = label(project, "activity", plan.activity)
    entry.add("uid", f"planned-{plan.number}@{project.acronym.lower()}.liaison-metrics")
    entry.add("dtstamp", plan.made_at)
    entry.add("dtstart", plan.date)
    entry.add("dtend", plan.date + timedelta(days=1))
    entry.add("summary", event_name(project, plan.fact))
    entry.add("location", label(project, "city", plan.city))
    entry.add("categories", [activity])
    told = [
        activity,
        ngettext("{n} expected", "{n} expected", plan.expected).format(n=plan.expected) if plan.expected else "",
    ]
    told.append(_("A sheet has come.") if plan.held else _("No sheet yet."))
    entry.add("description", "\n".join(filter(None, told)))
    entry.add("transp", "TRANSPARENT")
    return entry
