"""Small made-up worlds of attendances in which names, addresses and births collide all the time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from hypothesis import strategies as st

from liaison_metrics.domain.facts import AttendanceColumns, EventFact, NameForm
from liaison_metrics.domain.people.encoding import Encoder

ENCODER = Encoder(b"a secret for tests only")

EVENTS = {
    1: EventFact(1, "skill_transfer_workshop", "palermo", date(2021, 3, 1), "one"),
    2: EventFact(2, "project_fair", "palermo", date(2021, 3, 1), "two"),
    3: EventFact(3, "final_conference", "palermo", date(2022, 3, 24), "three"),
    4: EventFact(4, "school_lab", "graz", date(2020, 9, 17), "four"),
    5: EventFact(5, "skill_transfer_workshop", "graz", date(2021, 10, 18), "five"),
    6: EventFact(6, "info_session", "athens", date(2021, 5, 15), "six"),
}
CITY_OF_EVENT = {number: event.city for number, event in EVENTS.items()}


@dataclass(frozen=True)
class Stated:
    """What a row states, as written."""

    name: str = ""
    email: str = ""
    phone: str = ""
    birth: date | None = None
    year: int = 0
    event: int = 1
    upload: int = 1
    community: int = 0
    group: int = 0
    gender: int = 0
    companions: int = 0


NAMES = (
    "Maria Rossi", "ROSSI, Maria", "Maria Rosi", "Mario Rossi", "Maria", "Rossi", "Anna Maria Rossi",
    "Maria Verdi", "Luca Verdi", "Verdi", "Luca", "Luca Verdi Bianchi", "Nasrin Talukder", "Anna Rossi", "Hanna Rossi",
    "Оксана Бондар", "Oksana Bondar", "Оксана", "Hans Müller", "Hans Mueller",
)  # fmt: skip
EMAILS = ("one@example.org", "ONE@example.org ", "two@example.org", "office@example.org")
PHONES = ("+39 091 1234567", "091 1234567", "+39 091 7654321")
BIRTHS = (date(1980, 1, 1), date(1980, 6, 1), date(1981, 1, 1))


WHEN_BORN = [(None, 0), *((birth, birth.year) for birth in BIRTHS), (None, 1980), (None, 1981)]


@st.composite
def worlds(draw: st.DrawFn, least: int = 0, most: int = 14) -> list[Stated]:
    """Rows of few names and addresses, so that almost everything has to do with everything."""
    names = ["", *draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=5))]
    emails = ["", *draw(st.lists(st.sampled_from(EMAILS), max_size=2))]
    phones = ["", *draw(st.lists(st.sampled_from(PHONES), max_size=2))]
    births = [(None, 0), *draw(st.lists(st.sampled_from(WHEN_BORN), max_size=3))]
    events = draw(st.lists(st.sampled_from(sorted(EVENTS)), min_size=1, max_size=3))

    def row() -> st.SearchStrategy[Stated]:
        return st.builds(
            lambda birth, **stated: Stated(birth=birth[0], year=birth[1], **stated),
            birth=st.sampled_from(births),
            name=st.sampled_from(names),
            email=st.sampled_from(emails),
            phone=st.sampled_from(phones),
            event=st.sampled_from(events),
            upload=st.integers(1, 4),
            community=st.integers(0, 2),
            group=st.integers(0, 2),
            gender=st.integers(0, 1),
            companions=st.sampled_from([0, 0, 0, 0, 1, 3]),
        )

    return draw(st.lists(row(), min_size=least, max_size=most))


def columns(rows: Sequence[Stated], ids: Sequence[int] | None = None) -> AttendanceColumns:
    """Returns made-up rows as the store gives them: digests, sorted by id."""
    ids = list(range(1, len(rows) + 1)) if ids is None else list(ids)
    identities = [ENCODER.identity(row.name, row.email, row.phone, row.birth, row.year, "IT") for row in rows]

    def column(values: list[int], kind: type = np.int64) -> np.ndarray:
        return np.array(values, dtype=kind)

    return AttendanceColumns(
        id=column(ids),
        upload=column([row.upload for row in rows]),
        event=column([row.event for row in rows]),
        row=column(ids),
        name=column([one.name for one in identities]),
        email=column([one.email for one in identities]),
        phone=column([one.phone for one in identities]),
        birth=column([one.birth for one in identities]),
        birth_year=column([one.birth_year for one in identities], np.int16),
        community=column([row.community for row in rows], np.int16),
        group=column([row.group for row in rows], np.int16),
        gender=column([row.gender for row in rows], np.int16),
        companions=column([row.companions for row in rows], np.int16),
    )


_FORMS = {ENCODER.identity(name, None, None, None, None, "IT").name: ENCODER.name_form(name) for name in NAMES}


def forms(names: Sequence[int]) -> Mapping[int, NameForm]:
    """Gives the forms of the names above."""
    return {name: _FORMS[name] for name in names if name in _FORMS}


def classes(labels: Sequence[int], keys: Sequence[int] | None = None) -> set[frozenset[int]]:
    """Returns which rows (or their keys) are one person's, whatever the numbers of the persons."""
    found: dict[int, set[int]] = {}
    for position, label in enumerate(labels):
        if label >= 0:
            found.setdefault(label, set()).add(keys[position] if keys is not None else position)
    return {frozenset(rows) for rows in found.values()}
