"""What EU programmes ask for of an event: as its sheets state it, and as people say on its page.

What people say is kept beside the sheets, as corrections are: it stays when a sheet is undone or imported again.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from liaison_metrics import format as fmt
from liaison_metrics.domain.events.data import EventData, EventFormat, data_of_json, together
from liaison_metrics.domain.events.decisions import key_of
from liaison_metrics.domain.index import IndexState
from liaison_metrics.domain.index.checks import keys_of
from liaison_metrics.errors import Place, UnknownEvent, WrongEntry
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import Resource, check, requires
from liaison_metrics.services.events.listing import find_event, readable_cities
from liaison_metrics.services.workspace.audit.recording import AuditAction, AuditEntry, AuditKind, record
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.sheets.events.stated.event_data import LONGEST_TEXT, country_of
from liaison_metrics.store.encryption import Encryption
from liaison_metrics.store.records.events.event_data import add_data_edit, read_data_edits, read_stated_data
from liaison_metrics.texts import _, ngettext

_LINK = re.compile(r"https?://[^\s/]+\.[^\s]+", re.I)
_COUNTRY = re.compile(r"^\s*(.+?)[\s:=]+(\d{1,6})\s*$")


@dataclass(frozen=True, slots=True)
class DescribedEvent:
    """What is stated of an event: ``data`` holds, ``stated`` is that of its sheets alone. ``made_by`` (an actor's code;
    "" for nobody) changed it at ``made_at``."""

    data: EventData
    stated: EventData
    made_by: str = ""
    made_at: datetime | None = None


@requires(Action.EVENT_READ)
def described(workspace: Workspace, number: int, actor: Actor) -> DescribedEvent:
    """Returns what is stated of an event, by the number of any of its source events. Raises UnknownEvent, and
    NotAllowed where it is in another partner's city."""
    with workspace.snapshot() as (index, connection):
        event = find_event(workspace, number, actor)
        if event is None:
            raise _unknown(number)
        return _All(workspace, index, connection).of(event.number)


@requires(Action.EVENT_READ)
def all_described(workspace: Workspace, actor: Actor) -> Mapping[int, EventData]:
    """Returns what is stated of the events in the cities whose events the actor may see, by their numbers, without
    those of which nothing is stated."""
    cities = readable_cities(workspace.project, actor)
    with workspace.snapshot() as (index, connection):
        return {
            number: one.data
            for number, one in _All(workspace, index, connection).each()
            if one.data and index.calendar.derived[number].fact.city in cities
        }


class _All:
    """What is stated of all events."""

    def __init__(self, workspace: Workspace, index: IndexState, connection: Connection) -> None:
        encryption = Encryption(workspace.secret)
        self._index, self._edits = index, read_data_edits(connection, encryption)
        self._stated: dict[int, list[EventData]] = {}
        for source, data in read_stated_data(connection, encryption):
            number = index.calendar.event_of.get(source)
            if number is not None:
                self._stated.setdefault(number, []).append(data_of_json(data))

    def each(self) -> Iterator[tuple[int, DescribedEvent]]:
        """Yields the events of which anything is stated, by their numbers."""
        facts = self._index.calendar.sources.facts.items() if self._edits else ()
        edited = {self._index.calendar.event_of[source] for source, fact in facts if key_of(fact) in self._edits}
        for number in sorted(self._stated.keys() | edited):
            yield number, self.of(number)

    def of(self, number: int) -> DescribedEvent:
        """Returns what is stated of one event."""
        stated = together(self._stated.get(number, ()))
        keys = keys_of(self._index, number) if self._edits else ()
        edit = max((self._edits[key] for key in keys if key in self._edits), key=lambda row: row["id"], default=None)
        if edit is None:
            return DescribedEvent(stated, stated)
        changes = json.loads(edit["data"] or "{}")
        return DescribedEvent(stated.with_changes(changes), stated, edit["made_by"], edit["made_at"])


@requires(Action.EVENT_DESCRIBE)
def describe(workspace: Workspace, number: int, data: EventData, actor: Actor) -> EventData:
    """Keeps what somebody says of an event; returns what was held of it before.

    Raises UnknownEvent, WrongEntry for what no event can have or where nothing changes, and NotAllowed where the event
    is in another partner's city.
    """
    with workspace.snapshot() as (index, _connection):
        event = find_event(workspace, number, actor)
        if event is None:
            raise _unknown(number)
        check(actor, Action.EVENT_DESCRIBE, Resource.event(workspace.project, event.fact.city))
        before, keys = described(workspace, number, actor), keys_of(index, event.number)
    data = _tidy(data)
    for problem in _problems(data, event.people):
        raise problem
    if data == before.data:
        raise WrongEntry(_("No change: this is stated already."), hint=_("Change what is wrong, then save."))
    changed = data.changes_from(before.data)
    with workspace.store.writing() as connection:
        encryption = Encryption(workspace.secret)
        text = json.dumps(data.changes_from(before.stated), ensure_ascii=False)
        add_data_edit(connection, encryption, keys, text, actor.code)
        after = {"changed": sorted(changed)}
        record(
            connection, workspace, actor,
            AuditEntry(AuditAction.EVENT_DESCRIBE, AuditKind.EVENT, event.number, after=after),
        )  # fmt: skip
    return before.data


def countries_in(text: str) -> tuple[tuple[str, int], ...]:
    """Returns numbers of people by country from a text such as "Austria 12, IT 3", the largest first. Raises WrongEntry
    for a part that is not a country with a number."""
    found: dict[str, int] = {}
    for part in filter(str.strip, re.split(r"(?<=\d)\s*,|[;\n]", text)):
        told = _COUNTRY.match(part)
        code = country_of(told[1]) or fmt.country_code(told[1]) if told else ""
        if told is None or not code:
            raise WrongEntry(
                _("“{text}” is not a country with a number of people.").format(text=part.strip()),
                hint=_("Write for instance: Austria 12, Italy 3."), place=Place(column=_("Participants by country")),
            )  # fmt: skip
        found[code] = found.get(code, 0) + int(told[2])
    return tuple(sorted(((code, n) for code, n in found.items() if n), key=lambda one: (-one[1], one[0])))


def _tidy(data: EventData) -> EventData:
    texts = ("venue", "link", "organisers")
    tidied = {name: " ".join(getattr(data, name).split()) for name in texts}
    return data.with_changes({**tidied, "description": data.description.strip()})


def _problems(data: EventData, people: int) -> Iterator[WrongEntry]:
    def wrong(column: str, message: str, hint: str) -> WrongEntry:
        return WrongEntry(message, hint=hint, place=Place(column=column))

    if data.format and data.format not in set(EventFormat):
        yield wrong(_("In person or online"), _("An event is in person, online or hybrid."), _("Choose one of them."))
    for column, text in ((_("Venue"), data.venue), (_("Description"), data.description),
                         (_("Organisers"), data.organisers), (_("Programme"), data.link)):  # fmt: skip
        if len(text) > LONGEST_TEXT:
            most = _("Use {n} characters or less.").format(n=fmt.number(LONGEST_TEXT))
            yield wrong(column, _("The text is too long."), most)
    if data.link and not _LINK.fullmatch(data.link):
        yield wrong(_("Programme"), _("This is no web address."), _("Write an address that begins with https://."))
    countries = sum(number for _code, number in data.countries)
    if countries > people:
        yield wrong(
            _("Participants by country"),
            ngettext(
                "{n} person by country is more than the {all} who took part.",
                "{n} people by country are more than the {all} who took part.",
                countries,
            ).format(n=fmt.number(countries), all=fmt.number(people)),
            _("Correct the numbers, or upload the missing sheet first."),
        )
    yield from _survey_problems(data, people)


def _survey_problems(data: EventData, people: int) -> Iterator[WrongEntry]:
    answers, good, place = data.survey_answers, data.survey_good, Place(column=_("Survey"))
    if answers is None and good is None:
        return
    if answers is None or good is None:
        hint = _("Enter how many answered, and how many of them said good or very good.")
        yield WrongEntry(_("One of the two numbers of the survey is missing."), hint=hint, place=place)
    elif not 0 <= good <= answers:
        yield WrongEntry(
            _("{good} of {all} answers can’t be good or very good.").format(
                good=fmt.number(good), all=fmt.number(answers)
            ),
            hint=_("Enter a number from 0 to that of all answers."), place=place,
        )  # fmt: skip
    elif answers > people:
        yield WrongEntry(
            ngettext(
                "{n} answer is more than the {all} people who took part.",
                "{n} answers are more than the {all} people who took part.", answers,
            ).format(n=fmt.number(answers), all=fmt.number(people)),
            hint=_("Correct the number, or upload the missing sheet first."), place=place,
        )  # fmt: skip


def _unknown(number: int) -> UnknownEvent:
    return UnknownEvent(_("There is no event {number}.").format(number=number), hint=_("Reload the page."))


def format_label(code: str) -> str:
    """Returns the words for how an event was held, by an ``EventFormat``; "" for none."""
    labels = {"in_person": _("in person"), "online": _("online"), "hybrid": _("hybrid: in person and online")}
    return labels.get(code, "")


def survey_label(data: EventData) -> str:
    """Returns what participants said of an event in a survey, "" where nothing is stated."""
    if data.good_share is None or data.survey_good is None:
        return ""
    answers = data.survey_answers or 0
    words = ngettext("{n} answer, {share} good or very good", "{n} answers, {share} good or very good", answers)
    return words.format(n=fmt.number(answers), share=fmt.share(data.survey_good, answers))
