"""Sheets for histories of uploads, decisions and erasures, and what they state in plain words.

Every person of them is made up. Each is written in ways that no rule joins, so that a decision about two of them, and
nothing else, makes them one. One is known by a phone number alone, one by a name alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from liaison_metrics.domain.facts import Codebooks
from liaison_metrics.domain.forgotten import address_of
from liaison_metrics.services.uploads.personal_data.finding import TypedPerson
from tests.unit.domain.people.made_up import CITY_OF_EVENT, EVENTS, Stated

HEADER = "Date,City,Activity,Event,Full name,Email,Phone,Date of birth,Community,Consent to data processing"
ACTIVITIES = {
    "skill_transfer_workshop": "Skill-transfer workshop", "project_fair": "LIAISON fair",
    "final_conference": "Final conference", "school_lab": "School lab", "info_session": "Info-session",
}  # fmt: skip

OKSANA, OXANA, NICKNAME, PHONE_ALONE, OMAR, NAME_ALONE, FATIMA, MARIA, OTHER_MARIA = PEOPLE = (
    Stated("Oksana Shevchenko", birth=date(1985, 11, 23), year=1985),
    Stated("Oxana Shevcenko", birth=date(1985, 11, 23), year=1985),
    Stated("Oksanka", phone="+43 664 998877"),
    Stated(phone="+45 75 84 01 00"),
    Stated("Omar Said", email="omar@example.org"),
    Stated("Jonas Hansen"),
    Stated("Fatima Haddad", email="fatima@example.org", phone="+43 316 872 1234", birth=date(1975, 3, 9), year=1975),
    Stated("Maria Rossi", birth=date(1990, 5, 4), year=1990),
    Stated("Maria Rossi", birth=date(1991, 1, 2), year=1991),
)

Line = tuple[int, Stated, bool]
"""A row of a sheet: the event, what it states of a person, and whether that person says yes to data processing."""

YES, NO = True, False
SHEETS: tuple[tuple[Line, ...], ...] = (
    (
        (5, OKSANA, YES), (4, NAME_ALONE, YES), (5, OMAR, YES), (5, PHONE_ALONE, YES), (4, FATIMA, NO),
        (5, MARIA, YES), (4, OKSANA, YES),
    ),
    ((5, OXANA, YES), (5, NAME_ALONE, YES), (1, NICKNAME, YES), (1, OMAR, NO), (1, OTHER_MARIA, YES)),
    (
        (3, OXANA, YES), (3, FATIMA, YES), (6, NAME_ALONE, YES), (2, PHONE_ALONE, YES), (2, MARIA, YES),
        (6, OKSANA, NO), (6, OMAR, NO),
    ),
)  # fmt: skip
"""Three sheets. Two of them tell of event 5."""

COMMUNITIES = {"Syrian": "syrian", "Local": "local", "Somali": "somali"}


def community(line: Line) -> str:
    """The community that a row states: the same for one person at one event, another elsewhere."""
    event, who, _consent = line
    return [*COMMUNITIES][(event + PEOPLE.index(who)) % len(COMMUNITIES)]


def file_of(lines: Sequence[Line]) -> bytes:
    """Some rows as a file."""
    written = [HEADER]
    for line in lines:
        event, who, consent = line
        fact = EVENTS[event]
        birth = who.birth.isoformat() if who.birth else ""
        where = (fact.date.isoformat(), fact.city.capitalize(), ACTIVITIES[fact.activity], f"Meeting {fact.title}")
        cells = (*where, who.name, who.email, who.phone, birth, community(line), "yes" if consent else "no")
        written.append(",".join(cells))
    return ("\n".join(written) + "\n").encode()


def stated(line: Line, upload: int, books: Codebooks) -> Stated:
    """What a row of an upload states, as the counting rules see it."""
    event, who, consent = line
    number = books.community.number(COMMUNITIES[community(line)])
    here = replace(who, event=event, upload=upload, community=number)
    return here if consent else without_identifiers(here)


def without_identifiers(row: Stated) -> Stated:
    """A row of somebody who says no to data processing."""
    return replace(row, name="", email="", phone="", birth=None)


def forgotten(row: Stated, token: str) -> Stated:
    """A row of a forgotten person: one random address in place of all that identifies."""
    return replace(without_identifiers(row), email=address_of(token))


def typed(who: Stated) -> TypedPerson:
    """What somebody types to have a person found."""
    if who.email or who.phone:
        return TypedPerson(email=who.email, phone="" if who.email else who.phone)
    return TypedPerson(name=who.name, birth=who.birth)


Evidence = tuple[object, ...]


def evidence(row: Stated) -> Evidence:
    """What a decision is kept by: all that a row says of the person; of a name alone, the event too."""
    said = (row.name, row.email, row.phone, row.birth, row.year)
    return said if any(said[1:]) else (*said, row.event)


def recognised_by(row: Stated) -> Evidence:
    """By what the row of a forgotten person is recognised later: all that it says of the person; a name alone, in its
    city."""
    said = (row.name, row.email, row.phone, row.birth)
    if any(said[1:]):
        return said
    return (*said, CITY_OF_EVENT[row.event] if row.name else "nobody")
