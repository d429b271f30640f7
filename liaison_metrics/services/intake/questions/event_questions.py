"""What only a person can say of a file's events: whether two are one, whether a headcount is in addition to a list,
whether the file corrects an earlier one, whether additional people are the same people."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum

from liaison_metrics import format as fmt
from liaison_metrics.domain.events.decisions import EventDecisionKind, EventKey, NewEventDecision
from liaison_metrics.domain.events.headcounts import count
from liaison_metrics.domain.events.statements import largest, statements_of
from liaison_metrics.domain.facts import EventFact, HeadcountFact
from liaison_metrics.domain.index import IndexState
from liaison_metrics.domain.index.calendar import Calendar
from liaison_metrics.domain.index.checks import EventPair, evidence_of, keys_in
from liaison_metrics.domain.project import Project, VocabularyKind
from liaison_metrics.services.workspace.workspace import PREVIEW
from liaison_metrics.sheets.model import COMPANIONS, AnswerFigures, Question, Reading
from liaison_metrics.sheets.words.answers import LATER, Answer, way_out
from liaison_metrics.texts import _, ngettext

IN_ADDITION = "in_addition"
"""The words of people whom a file states in addition to the listed ones because somebody said so."""

CORRECTED_EVENTS = 2
"""From so many events with other numbers on, a partner's later file may be a correction (counting.md, "Headcounts")."""


class EventQuestion(StrEnum):
    """The kinds of questions about a file's events."""

    SAME_EVENT = "same_event"
    HEADCOUNT_AND_LIST = "headcount_and_list"
    CORRECTION = "correction"
    ADDITIONAL = "additional"


def in_addition(reading: Reading, answers: Iterable[Answer]) -> Reading:
    """Returns a reading whose headcounts are in addition to the lists, where the last answer says so."""
    said = [answer.code for answer in answers if answer.kind == EventQuestion.HEADCOUNT_AND_LIST]
    if said[-1:] != [IN_ADDITION]:
        return reading
    rows = [row if row.additional else replace(row, additional=IN_ADDITION) for row in reading.headcounts]
    return replace(reading, headcounts=rows)


def replaced_upload(answers: Iterable[Answer]) -> int | None:
    """Returns the upload that a file corrects, where an answer says so."""
    said = [answer for answer in answers if answer.kind == EventQuestion.CORRECTION and answer.code == "replaces"]
    return int(said[-1].value) if said and said[-1].value.isdecimal() else None


def is_put_off(question: Question, answers: Iterable[Answer]) -> bool:
    """Returns whether the last answer to a question says that somebody will decide later."""
    said = [one.code for one in answers if (one.kind, one.value) == (question.kind, question.value)]
    return said[-1:] == [LATER]


def decided(calendar: Calendar, answers: Iterable[Answer]) -> list[NewEventDecision]:
    """Returns what answers decide about the events of a file, each answer as of the calendar without any."""
    same = {answer.value: answer.code for answer in answers if answer.kind == EventQuestion.SAME_EVENT}
    differing = {answer.value: answer.code for answer in answers if answer.kind == EventQuestion.ADDITIONAL}
    found = []
    for (_activity, city, _date), day in calendar.days.items():
        for a, b in day.checks:
            code = same.get(_pair_value(calendar.derived[a].fact, calendar.derived[b].fact), "")
            sides: tuple[frozenset[EventKey], ...] = (keys_in(calendar, a), keys_in(calendar, b))
            if code == "same":
                found.append(NewEventDecision(frozenset([city]), sides, truth=_kept(calendar, a, b)))
            elif code in ("different", "covered"):
                kind = EventDecisionKind.SEPARATE if code == "different" else EventDecisionKind.COVERED
                found.append(NewEventDecision(frozenset([city]), sides, kind))
        for event in day.events:
            if differing.get(_event_value(event.fact)) == "different":
                sides = (keys_in(calendar, event.fact.id),)
                found.append(NewEventDecision(frozenset([city]), sides, EventDecisionKind.ADDED_UP))
    return found


def _kept(calendar: Calendar, a: int, b: int) -> EventFact:
    """Returns the data that two events have when they are one: of the one that lists people."""
    derived = calendar.derived[a], calendar.derived[b]
    listing = [event for event in derived if any(map(calendar.sources.is_listed, event.sources))]
    return (listing or derived)[0].fact


def _pair_value(a: EventFact, b: EventFact) -> str:
    return " / ".join(sorted((a.title or "–", b.title or "–"))) + f" ({a.date.isoformat()}, {a.city})"


def _event_value(event: EventFact) -> str:
    return f"{event.title or '–'} ({event.date.isoformat()}, {event.city})"


# ---- the questions ---------------------------------------------------------------------------------


def questions_to_decide(
    project: Project, state: IndexState, events: Sequence[int], pairs: Iterable[EventPair]
) -> list[Question]:
    """Returns the questions whose answers decide about *events*, given by their ids in an index with the file; *pairs*
    are those to check."""
    found = [_same_event(project, state, pair) for pair in pairs if {pair.a.id, pair.b.id}.intersection(events)]
    return found + [one for event in events if (one := _additional(state, event))]


def questions_about_file(
    state: IndexState, events: set[int], reading: Reading, stated: Sequence[HeadcountFact]
) -> list[Question]:
    """Returns the questions about what the file itself states of its *events*; *stated* are the headcounts that earlier
    uploads of the same partner state of its source events."""
    meets = _headcount(state, events, reading)
    return ([meets] if meets else []) + _corrections(state, stated)


def _same_event(project: Project, state: IndexState, pair: EventPair) -> Question:
    def told(event: EventFact) -> str:
        counted = state.count_of(event.id)
        title = event.title or _("Untitled")
        if counted.listed:
            return ngettext("“{title}” ({n} listed)", "“{title}” ({n} listed)", counted.listed).format(
                title=title, n=fmt.number(counted.listed)
            )
        return ngettext("“{title}” ({n} stated)", "“{title}” ({n} stated)", counted.stated).format(
            title=title, n=fmt.number(counted.stated)
        )

    text = _("{day}, {city}: is {a} the same event as {b}? People if same: {together}. If different: {apart}.").format(
        day=fmt.day(pair.a.date), city=project.label(VocabularyKind.CITY, pair.a.city), a=told(pair.a), b=told(pair.b),
        together=fmt.number(pair.together), apart=fmt.number(pair.apart),
    )  # fmt: skip
    people = {"same": pair.together, "different": pair.apart, "covered": pair.together, LATER: pair.together}
    return _question(EventQuestion.SAME_EVENT, _pair_value(pair.a, pair.b), text, people)


def _question(kind: EventQuestion, value: str, text: str, people: Mapping[str, int], preset: str = "") -> Question:
    """Returns a question, given the people that each answer counts."""
    figures = tuple(AnswerFigures(code, number) for code, number in people.items())
    suggestions = tuple(code for code in people if code != LATER)
    moved = max(people.values()) - min(people.values())
    return Question(
        kind.value, value, suggestions, text, preset=preset, people=moved, figures=figures,
        way_out=preset or way_out(kind.value),
    )  # fmt: skip


def _headcount(state: IndexState, events: set[int], reading: Reading) -> Question | None:
    """Returns the question whether the file's headcounts include the listed people; it needs no answer."""
    if not any(row.additional != COMPANIONS for row in reading.headcounts):
        return None
    counted = [state.count_of(event) for event in sorted(events)]
    meeting = [one for one in counted if one.listed and one.stated]
    if not meeting:
        return None
    stated, listed = sum(one.stated for one in meeting), sum(one.listed for one in meeting)
    text = ngettext(
        "Does the stated number of {n} person include the {listed} on the list?",
        "Does the stated number of {n} people include the {listed} on the list?",
        stated,
    ).format(n=fmt.number(stated), listed=fmt.number(listed))
    people = {"including": sum(one.people for one in meeting), IN_ADDITION: stated + listed}
    return _question(EventQuestion.HEADCOUNT_AND_LIST, "", text, people, preset="including")


def _additional(state: IndexState, event: int) -> Question | None:
    evidence = evidence_of(state, event)
    if evidence.add_up:
        return None
    once, added = count(evidence), count(replace(evidence, add_up=True))
    if once.additional == added.additional:
        return None
    fact = state.calendar.derived[event].fact
    text = _(
        "{event}: two sheets put the same number of people beside the list, in different words. Are they the same"
        " people? People if same: {once}. If different: {added}."
    ).format(event=fact.title or fmt.day(fact.date), once=fmt.number(once.people), added=fmt.number(added.people))
    people = {"same": once.people, "different": added.people, LATER: once.people}
    return _question(EventQuestion.ADDITIONAL, _event_value(fact), text, people)


def _corrections(state: IndexState, stated: Sequence[HeadcountFact]) -> list[Question]:
    own = _stated_people(state, _of_upload(state, PREVIEW))
    by_upload: dict[int, list[HeadcountFact]] = {}
    for fact in stated:
        by_upload.setdefault(fact.upload, []).append(fact)
    found = []
    for upload, facts in sorted(by_upload.items()):
        theirs = _stated_people(state, facts)
        other = [event for event in own.keys() & theirs.keys() if own[event] != theirs[event]]
        if len(other) >= CORRECTED_EVENTS:
            text = _(
                "Upload {upload} states other numbers for {n} of these events: {theirs} people, this sheet {own}."
                " Is this sheet a correction of upload {upload}?"
            ).format(
                upload=upload, n=len(other), theirs=fmt.number(sum(theirs[event] for event in other)),
                own=fmt.number(sum(own[event] for event in other)),
            )  # fmt: skip
            larger = sum(max(own[event], theirs[event]) for event in other)
            people = {"replaces": sum(own[event] for event in other), "keep": larger}
            found.append(_question(EventQuestion.CORRECTION, str(upload), text, people))
    return found


def _of_upload(state: IndexState, upload: int) -> Iterable[HeadcountFact]:
    for uploads in state.statements.values():
        if upload in uploads:
            yield from uploads[upload].headcounts


def _stated_people(state: IndexState, facts: Iterable[HeadcountFact]) -> dict[int, int]:
    """Returns the number of people that one upload states of each event."""
    by_event: defaultdict[int, list[HeadcountFact]] = defaultdict(list)
    for fact in facts:
        by_event[state.calendar.event_of[fact.event]].append(fact)
    stated = {event: largest(statements_of(rows)) for event, rows in by_event.items()}
    return {event: people for event, people in stated.items() if people}
