"""Events as tables: those at which people were counted, and the list of all held and planned events."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

import pandas as pd

from liaison_metrics.domain.events.data import NOTHING_STATED
from liaison_metrics.domain.reach.scope import Scope
from liaison_metrics.exports.frames.rows import frame_of
from liaison_metrics.services import figures
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import Resource, allows_somewhere, check, requires
from liaison_metrics.services.events.describing import all_described
from liaison_metrics.services.events.details import signed_rows
from liaison_metrics.services.events.planned import EventChoice, Listed, listed, matching
from liaison_metrics.services.workspace.workspace import Workspace


@dataclass(frozen=True, kw_only=True)
class EventRow:
    """One event and the people counted there. Missing values occur in a report only."""

    activity: str
    city: str
    date: datetime.date
    title: str | None
    partner: str | None
    attendances: int | None
    identified: int | None
    unidentified: int | None


@dataclass(frozen=True, kw_only=True)
class CountedEventRow(EventRow):
    """One event, the people counted there, and how their number comes about."""

    listed: int
    stated: int
    unlisted: int
    additional: int
    signed: int | None
    signed_of: int | None
    format: str
    venue: str
    organisers: str
    description: str
    programme: str
    countries: str
    survey_answers: int | None
    survey_good: int | None


@dataclass(frozen=True, kw_only=True)
class EventListRow:
    """One held or planned event."""

    state: str
    activity: str
    city: str
    date: datetime.date
    title: str
    partner: str
    attendances: int
    identified: int
    unidentified: int
    expected: int | None


@requires(Action.EXPLORE_READ)
def events(
    workspace: Workspace, indicator: str | None = None, scope: Scope | None = None, *, actor: Actor
) -> pd.DataFrame:
    """Returns one row for each event at which somebody counts, the earliest first.

    ==============  =============  ==================================================================
    column          dtype          meaning
    ==============  =============  ==================================================================
    activity        str            code of the activity type
    city            str            code of the city
    date            datetime64[s]  day of the event
    title           str            title of the event; may be empty
    partner         str            code of the partner who held it
    attendances     Int64          people at the event: identified + unidentified
    identified      Int64          people recognised by name, e-mail or phone number
    unidentified    Int64          people listed without such details, additional or beyond the list
    listed          int64          people whom sheets list, of the whole event
    stated          int64          the largest number of people that a sheet states
    unlisted        int64          people beyond the listed and additional ones
    additional      int64          people whom sheets put beside the list
    signed          Int64          rows with a typed mark for a signature, where a sheet says it
    signed_of       Int64          rows of the sheets that say it
    format          str            in_person, online or hybrid
    venue           str            where it was held
    organisers      str            who held it
    description     str            what it was about
    programme       str            web address of the programme
    countries       str            participants by country, such as "AT 12, IT 3"
    survey_answers  Int64          answers to the survey of participants
    survey_good     Int64          of these, good or very good
    ==============  =============  ==================================================================

    *indicator* keeps the events that count towards an indicator (by its code), *scope* those in a part of the project.
    From *listed* on, the columns are of the whole event: its people are listed + unlisted + additional. From *signed*
    on, they are those of events that the actor may see, and empty where nothing is stated. Raises NotAllowed.
    """
    with workspace.snapshot() as (index, _connection):
        partners, signed = _partners(workspace), signed_rows(workspace, actor)
        described = all_described(workspace, actor)
        return frame_of(
            CountedEventRow,
            (
                CountedEventRow(
                    activity=figure.event.activity,
                    city=figure.event.city,
                    date=figure.event.date,
                    title=figure.event.title,
                    partner=partners.get(figure.event.city, ""),
                    attendances=figure.attendances,
                    identified=figure.identified,
                    unidentified=figure.unidentified,
                    listed=count.listed,
                    stated=count.stated,
                    unlisted=count.unlisted,
                    additional=count.additional,
                    signed=signed.get(figure.event.id, (None, None))[0],
                    signed_of=signed.get(figure.event.id, (None, None))[1],
                    format=data.format,
                    venue=data.venue,
                    organisers=data.organisers,
                    description=data.description,
                    programme=data.link,
                    countries=", ".join(f"{code} {number}" for code, number in data.countries),
                    survey_answers=data.survey_answers,
                    survey_good=data.survey_good,
                )
                for figure in figures.events(workspace, indicator, scope, actor=actor)
                for count in [index.count_of(figure.event.id)]
                for data in [described.get(figure.event.id, NOTHING_STATED)]
            ),
        )


@requires(Action.EVENT_READ)
def event_list(workspace: Workspace, choice: EventChoice | None = None, *, actor: Actor) -> pd.DataFrame:
    """Returns one row for each event, held or planned, whether or not it counts towards an indicator, in the cities
    whose events the actor may see.

    ============  =============  ==========================================================================
    column        dtype          meaning
    ============  =============  ==========================================================================
    state         str            held, planned or, of held ones, what is special about the event: to_check
                                 (it may be another one), corrected (files state something else) or series
    activity      str            code of the activity type
    city          str            code of the city
    date          datetime64[s]  day of the event
    title         str            title of the event; may be empty
    partner       str            code of the partner who works in the city
    attendances   int64          people at the event: identified + unidentified
    identified    int64          people recognised by name, e-mail or phone number
    unidentified  int64          people listed without such details, additional or beyond the list
    expected      Int64          people expected; missing if the event was not planned
    ============  =============  ==========================================================================

    *choice* keeps the events of one city, one activity type and one state, and those with some words. Raises NotAllowed
    where the actor may see no events, or not those of the city.
    """
    choice = choice or EventChoice()
    city = choice.city
    cities = [one.code for one in workspace.project.cities]
    if city in cities or not allows_somewhere(actor, Action.EVENT_READ):
        check(actor, Action.EVENT_READ, Resource.event(workspace.project, city if city in cities else cities[0]))
    partners = _partners(workspace)
    found = matching(workspace.project, listed(workspace, actor), choice)
    return frame_of(EventListRow, (_listed_row(entry, partners.get(entry.fact.city, "")) for entry in found))


def _listed_row(entry: Listed, partner: str) -> EventListRow:
    return EventListRow(
        state="planned" if entry.state == "no_sheet" else entry.state,
        activity=entry.fact.activity,
        city=entry.fact.city,
        date=entry.fact.date,
        title=entry.fact.title,
        partner=partner,
        attendances=entry.people,
        identified=entry.event.identified if entry.event else 0,
        unidentified=entry.event.unidentified if entry.event else 0,
        expected=entry.expected,
    )


def _partners(workspace: Workspace) -> dict[str, str]:
    return {city.code: city.partner for city in workspace.project.cities}
