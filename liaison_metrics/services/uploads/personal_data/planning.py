"""Planning to forget a person: which attendances, which kept files, and what the files become."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from liaison_metrics.domain.forgotten import Traces, new_token
from liaison_metrics.domain.people.normal_forms import email_form, phone_form
from liaison_metrics.errors import UnknownPerson
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import check, open_to_anybody, requires
from liaison_metrics.services.intake.workbooks.written_person import Blackout, WrittenPerson
from liaison_metrics.services.uploads.personal_data import files
from liaison_metrics.services.uploads.personal_data.files import BlackedOutFile, KeptFile, Mark
from liaison_metrics.services.uploads.personal_data.finding import FoundPerson, TypedPerson, found_person, typed_digests
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store.records.name_forms import read_name_forms
from liaison_metrics.texts import _


@dataclass(frozen=True, slots=True)
class ForgettingPlan:
    """What forgetting a person will do: the person's rows, and the files as they will be kept. ``revision`` is the
    store's for which it was made."""

    revision: int
    person: FoundPerson
    traces: Traces
    blackout: Blackout
    files: Sequence[BlackedOutFile]

    @property
    def rows_in_files(self) -> int:
        """How many rows are blacked out."""
        return sum(file.rows for file in self.files)


@requires(Action.PERSON_FORGET)
def plan_forgetting(workspace: Workspace, typed: TypedPerson, actor: Actor) -> ForgettingPlan:
    """Returns what forgetting a person would do. Changes nothing.

    Raises UnknownPerson where nobody or several people are meant, and NotAllowed.
    """
    check(actor, Action.PERSON_FORGET)
    revision = workspace.revision()
    person = found_person(workspace, typed)
    traces = _traces(workspace, typed, person)
    written = _as_typed(workspace, typed)
    places = places_of(person)
    kept = _files_with(workspace, places, traces, written)
    blackout = Blackout(written, traces.token)
    black = (files.black_out(workspace, file, own, blackout, traces.token) for file, own in kept)
    changed = [file for file in black if file is not None]
    if not person.attendances and not changed:
        raise UnknownPerson(_("Nobody was found."), hint=_("Try another address, number or spelling."))
    return ForgettingPlan(revision, person, traces, blackout, changed)


def _files_with(
    workspace: Workspace, places: Mapping[int, set[Mark]], traces: Traces, written: WrittenPerson
) -> list[tuple[KeptFile, list[int]]]:
    """Returns the kept files in which a person is named, each with the positions of the person's attendances. Adds to
    the person's texts how these files write the person."""
    found = []
    with workspace.store.reading() as connection:
        # The person's own files first: they say how the person is written, who then is looked for in all others.
        for row, data in files.kept_uploads(connection, workspace.secret, places):
            looked_for = None if row["id"] in places else Blackout(written, traces.token)
            file = files.open_kept(workspace, row, data, looked_for)
            if file is None:
                continue
            own = files.own_rows(workspace, file.reading, places.get(row["id"], set()), traces) if file.reading else []
            if file.reading:
                files.add_texts(workspace, file.reading, own, written)
            found.append((file, own))
    return found


def _traces(workspace: Workspace, typed: TypedPerson, person: FoundPerson) -> Traces:
    identities = person.identities or frozenset(typed_digests(workspace, typed))
    names = sorted({one.name for one in identities} - {0})
    alone = {pair for pair, shared in names_in_cities(workspace, person).items() if not shared}
    with workspace.store.reading() as connection:
        return Traces(new_token(), identities, read_name_forms(connection, names), frozenset(alone))


@open_to_anybody("whoever plans was checked before")
def names_in_cities(workspace: Workspace, person: FoundPerson) -> dict[tuple[int, str], bool]:
    """Returns the names of a person by the cities where the person came, each with whether somebody else has it
    there."""
    with workspace.snapshot() as (state, _connection):
        rows, label = state.register.log.rows, state.register.persons.part
        found: dict[tuple[int, str], bool] = {}
        for at in person.rows.tolist():
            name, city = int(rows.name[at]), int(rows.city[at])
            if name:
                same = (rows.name == name) & (rows.city == city) & state.register.present
                code = state.calendar.events.books.city.code(city)
                found[name, code] = bool((label[same] != label[at]).any())
        return found


def places_of(person: FoundPerson) -> dict[int, set[Mark]]:
    """Returns where a person's attendances stand, by upload: sheet, row and column."""
    found: dict[int, set[Mark]] = {}
    for source in person.sources.values():
        found.setdefault(source.upload, set()).add((source.sheet, source.row, source.column))
    return found


def _as_typed(workspace: Workspace, typed: TypedPerson) -> WrittenPerson:
    countries = {city.country for city in workspace.project.cities}
    name, email = " ".join(typed.name.split()), email_form(typed.email)
    phones = {phone_form(typed.phone, country) for country in countries} if typed.phone else set()
    return WrittenPerson({name} - {""}, {email} - {""}, phones - {""}, countries)
