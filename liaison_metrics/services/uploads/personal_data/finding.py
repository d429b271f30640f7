"""Finding a person by what is typed at a prompt: an e-mail address, a phone number, or a name and a birth date.

What was typed is compared as digests, as for any sheet, and is neither stored nor recorded.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from liaison_metrics.domain.index import IndexState
from liaison_metrics.domain.people.encoding import Encoder, Identity
from liaison_metrics.domain.people.groups import Flags, Positions
from liaison_metrics.domain.people.resolution import NOBODY
from liaison_metrics.errors import UnknownPerson
from liaison_metrics.services.access.permissions import open_to_anybody
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store.facts import Source, read_sources
from liaison_metrics.texts import _


@dataclass(frozen=True, slots=True, repr=False)
class TypedPerson:
    """What somebody typed about a person. Not all is needed: an e-mail address, a phone number, or a name and a birth
    date. A name beside an address says whose rows are meant where several people share the address."""

    email: str = ""
    phone: str = ""
    name: str = ""
    birth: date | None = None

    @property
    def is_enough(self) -> bool:
        """Whether it can say who is meant."""
        return bool(self.email.strip() or self.phone.strip() or (self.name.strip() and self.birth))


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """A person in the store: the positions of their rows in the index, their ids, where each stands, and how many
    events and uploads that is. It holds no name."""

    rows: Positions
    sources: Mapping[int, Source]
    identities: frozenset[Identity]
    events: int
    uploads: tuple[int, ...]

    @property
    def attendances(self) -> int:
        """How many attendances the person has."""
        return len(self.sources)


@open_to_anybody("whoever plans was checked before")
def found_person(workspace: Workspace, typed: TypedPerson) -> FoundPerson:
    """Returns the person that is meant, without attendances where nobody has any. Raises UnknownPerson where several
    people are meant."""
    if not typed.is_enough:
        raise UnknownPerson(
            _("That is not enough to find somebody."),
            hint=_("Type an e-mail address, a phone number, or a name and a birth date."),
        )
    with workspace.snapshot() as (state, connection):
        stated = _stating(state, list(typed_digests(workspace, typed)), with_name=bool(typed.name.strip()))
        persons = np.unique(state.register.persons.part[stated])
        persons = persons[persons != NOBODY]
        if not len(persons):
            return FoundPerson(persons.astype(np.intp), {}, frozenset(), 0, ())
        if len(persons) > 1:
            raise UnknownPerson(
                _("{n} people share this.").format(n=len(persons)),
                hint=_("Type the name too, or the name and the birth date."),
            )
        return _person(state, int(persons[0]), read_sources(connection, _ids(state, int(persons[0]))))


def typed_digests(workspace: Workspace, typed: TypedPerson) -> Iterator[Identity]:
    """Yields the digests of what was typed; a national phone number is tried in each country of the project."""
    encoder = Encoder(workspace.people_secret)
    for country in sorted({city.country for city in workspace.project.cities}):
        yield encoder.identity(typed.name or None, typed.email or None, typed.phone or None, typed.birth, None, country)


def _stating(state: IndexState, typed: Sequence[Identity], *, with_name: bool) -> Positions:
    """Returns the rows that state what was typed: an address or number and, if it was typed, the name; or the name and
    the birth."""
    rows = state.register.log.rows
    found: Flags = np.zeros(len(rows), dtype=bool)
    for one in typed:
        contact = np.zeros(len(rows), dtype=bool)
        for column, value in ((rows.email, one.email), (rows.phone, one.phone)):
            if value:
                contact |= column == value
        if with_name and contact.any():
            persons = np.unique(state.register.persons.part[contact])
            named = np.isin(state.register.persons.part, persons[persons != NOBODY]) & (rows.name == one.name)
            if one.birth:
                named &= (rows.birth == one.birth) | (rows.birth == 0)
            contact = np.isin(state.register.persons.part, np.unique(state.register.persons.part[named]))
        found |= contact
        if one.name and one.birth:
            found |= (rows.name == one.name) & (rows.birth == one.birth)
    return np.flatnonzero(found & state.register.present)


def _ids(state: IndexState, person: int) -> list[int]:
    here = (state.register.persons.part == person) & state.register.present
    ids: list[int] = state.register.log.rows.id[here].tolist()
    return ids


def _person(state: IndexState, person: int, sources: Mapping[int, Source]) -> FoundPerson:
    at = np.flatnonzero((state.register.persons.part == person) & state.register.present)
    rows = state.register.log.rows
    stated = (rows.name, rows.email, rows.phone, rows.birth, rows.birth_year)
    identities = frozenset(map(Identity, *(column[at].tolist() for column in stated)))
    events = len(np.unique(state.calendar.places(rows.event[at])))
    return FoundPerson(at, sources, identities, events, tuple(np.unique(rows.upload[at]).tolist()))
